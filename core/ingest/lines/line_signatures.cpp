// Who wrote, edited, sent: lines that sign an article, and sign-offs at the end of a paragraph.
#include "ingest/lines/line_kinds.h"

#include <algorithm>
#include <optional>

#include "ingest/fields/byline.h"
#include "ingest/fields/dateline.h"
#include "ingest/lines/line_words.h"
#include "text/ascii.h"
#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord {
using namespace line_words;

namespace {

std::string_view without_host_ending(std::string_view name) {
  for (const std::string_view ending :
       {".com.ph", ".co.uk", ".com.au", ".co.nz", ".com", ".org", ".net", ".co", ".news", ".tv", ".ph", ".uk", ".eu"}) {
    if (name.size() > ending.size() + 1 && Lowered<16>(name.substr(name.size() - ending.size())) == ending)
      return name.substr(0, name.size() - ending.size());
  }
  return name;
}

// "This article was first published …", "This story has been updated …": a note on the text itself.
bool is_note_on_text(std::string_view low) {
  for (const std::string_view opener : {"originally published ", "a version of this article", "a version of this story",
                                        "published by ", "correction:", "corrections:", "clarification:", "update:"}) {
    if (low.starts_with(opener)) return opener != "update:" || low.size() <= 120;
  }
  std::size_t at = 0;
  for (const std::string_view opener : {"this article ", "this story ", "this interview ", "this post ", "this piece ",
                                        "this report ", "an earlier version of this "}) {
    if (low.starts_with(opener)) at = opener.size();
  }
  if (at == 0) return false;
  if (low.starts_with("an earlier version of this ")) return true;
  const std::string_view rest = low.substr(at, 60);
  return starts_with_any(
      rest, {"was originally ",  "originally ",        "was first ",         "first ",          "was updated",
             "was amended",      "was corrected",      "was edited",         "was produced ",   "was published ",
             "has been updated", "has been amended",   "has been corrected", "has been edited", "has been republished",
             "was republished",  "has been condensed", "appeared ",          "appears in",      "is part of",
             "was written "});
}

// Where a dash at the character `c` at `at` begins a sign-off, and where the sentence before it ends; the sentence may be no text at all.
struct SignDash {
  std::size_t dash = 0, sentence_end = 0;
};
std::optional<SignDash> find_sign_dash(std::string_view paragraph, std::size_t at, Char c, std::size_t end) {
  if (!is_dash(c.code)) return std::nullopt;
  std::size_t dash = at;
  if (c.code == U'-') {
    if (dash > 0 && paragraph[dash - 1] == '-') --dash;  // "--"
    else if (!(dash == 0 || is_space(char_before(paragraph, dash).code)) || at + 1 >= end) return std::nullopt;
  }
  std::size_t sentence_end = dash;
  while (sentence_end > 0 && is_space(char_before(paragraph, sentence_end).code))
    sentence_end -= char_before(paragraph, sentence_end).size;
  if (dash > 0 && !is_space(char_before(paragraph, dash).code) && !ends_with_stop(paragraph.substr(0, dash))) return std::nullopt;
  if (dash > 0 && !ends_with_stop(paragraph.substr(0, sentence_end))) return std::nullopt;
  return SignDash{dash, sentence_end};
}

// Every word of a house's name has a capital; "– Not that it mattered" goes on.
bool has_capitals_of_name(std::string_view signer) {
  for (std::size_t word = 0; word < signer.size();) {
    const Char w = char_at(signer, word);
    const std::string_view rest = signer.substr(word, signer.find(' ', word) - word);
    if (!is_upper(w.code) && !is_digit(w.code) && rest != "of" && rest != "the" && rest != "and" && rest != "de") return false;
    const auto space = signer.find(' ', word);
    if (space == std::string_view::npos) break;
    word = space + 1;
  }
  return true;
}

// The house that signs with `name`, which stands behind a dash, without the ending of a host, and whether it is one; nothing for any other
// words. `alone`: no sentence stands before the dash. `quoted`: what stands there ends in a quotation.
struct Signer {
  bool signs = false;
  std::string_view house;
};
Signer find_signer(std::string_view name, bool alone, bool quoted) {
  if (name.empty() || name.size() > 70) return {};
  const bool report = starts_with_any(Lowered(name), {"with reports from ", "with a report from ", "with report from ", "with files from ",
                                                      "with inputs from ", "reports from "});
  const auto slash = name.rfind('/');
  const std::string_view signer = slash != std::string_view::npos ? trim(name.substr(slash + 1)) : report ? std::string_view() : name;
  const std::string_view plain = without_host_ending(signer);
  const bool host = plain.size() != signer.size();
  if (report) return {true, plain};
  if (host || is_agency(signer)) return {host || has_capitals_of_name(signer), plain};
  // After a quotation a name is a signature of the quotation, not of the article: “…” – Ana Reyes
  const std::size_t words = count_line_words(signer);
  const bool named = !signer.empty() && is_upper(char_at(signer, 0).code) && words >= 2 && words <= 4 && !ends_with_stop(signer) &&
                     signer.find_first_of(",:;?!\"") == std::string_view::npos;
  const bool signs = named && !is_person_name(signer) && !quoted && !alone && !has_capital_label(signer) && has_capitals_of_name(signer);
  return {signs, plain};
}

}  // namespace

bool is_signature(std::string_view text) {
  if (text.size() < 4 || text.size() > 500) return false;
  std::size_t begin = 0;
  while (begin < text.size() && (is_dash(char_at(text, begin).code) && text[begin] != '-')) begin += 3;
  while (begin < text.size() &&
         (text[begin] == ' ' || text[begin] == '(' || text[begin] == '[' || text[begin] == '*' || text[begin] == '-'))
    ++begin;
  const Lowered<500> lower(text.substr(begin));
  const std::string_view low = lower;
  // "Reporting by A. Roe" signs; "Reporting by the council shows …" does not: a capital must follow.
  static const Phrases kOpeners{
      "reporting by ", "editing by ", "additional reporting by ", "writing by ", "written by ", "compiled by ",
      "with reporting by ", "with reports from ", "with a report from ", "with additional reporting by ",
      "translated by ", "edited by ", "produced by ", "research by ", "with inputs from ", "with files from ",
      "with contributions from ", "contributing: ", "contributing by ", "contributors: ",
      "podcast produced by ", "with assistance from ", "contact: ", "reach the reporter at ",
      "reach the author at ", "media contact", "press contact", "for more information, contact",
      "for further information", "for more information", "source: ", "h/t ", "h/t: ", "hat tip", "via: "};
  if (const std::string_view opener = kOpeners.begun_by(low); !opener.empty()) {
    if (text.size() <= 60 || !may_report(text)) {
      const Char next = char_at(text, begin + opener.size());
      return is_upper(next.code) || opener.starts_with("reach ") || opener.ends_with("contact") ||
             opener.starts_with("for more") || opener.ends_with(": ") || next.size == 0;
    }
    return false;
  }
  if (has_double_quote(text)) return false;
  // Of the words below each has one of these.
  static const Hints kSigns{"ribu", "rted", "taff", "free", "ache", "llow"};
  if (low.size() <= 260 && kSigns.any_in(low) &&
      (contains(low, "contributed to this report") || contains(low, "contributed to this story") ||
       contains(low, "contributed to this article") || contains(low, "contributed reporting") ||
       contains(low, "contributed from ") || contains(low, "contributed to the report") ||
       contains(low, "reported from ") || contains(low, "is a staff writer") || contains(low, "is a freelance") ||
       contains(low, "can be reached at") || contains(low, "can be followed on") || contains(low, "staff writers "))) {
    // "Ana Reyes reported from Harbour City." but "The bridge was reported from the air to be safe."
    return is_upper(char_at(text, begin).code) && !contains(low, " said") && !low.starts_with("the ") &&
           !low.starts_with("it ") && !contains(low, "was reported") && !contains(low, "were reported");
  }
  if (is_note_on_text(low)) {
    // A note that reports what was said stays: "An earlier version said …"
    return low.size() <= 320 && !may_report(text);
  }
  // "– Harbour Post" alone.
  const Tail tail = find_tail(text);
  return !tail.sign_off.empty() && tail.sign_off.begin == 0;
}

Tail find_tail(std::string_view paragraph) {
  Tail tail;
  if (paragraph.empty()) return tail;
  std::size_t end = paragraph.size();
  // A sign-off ends in a name; most paragraphs end in a stop, and that is all that is asked of them.
  const char last = paragraph.back();
  const bool ends_in_name = is_ascii_letter(last) || is_ascii_digit(last) ||
                            (static_cast<unsigned char>(last) >= 0x80 && is_letter(char_before(paragraph, end).code));
  if (!ends_in_name && last != ')') return tail;
  // "– HarbourPost.com", "— Harbour Post", "– with reports from Agence France-Presse/HarbourPost.com", "–AFP"
  const std::size_t from = !ends_in_name ? end : end > 90 ? end - 90 : 0;
  for (std::size_t at = end; at > from;) {
    const Char c = char_before(paragraph, at);
    at -= std::max<std::uint32_t>(c.size, 1);
    const auto sign = find_sign_dash(paragraph, at, c, end);
    if (!sign) continue;
    const bool quoted = sign->sentence_end > 0 && is_double_quote(char_before(paragraph, sign->sentence_end).code);
    const Signer signer = find_signer(trim(paragraph.substr(at + c.size)), sign->dash == 0, quoted);
    if (!signer.signs) continue;
    tail.sign_off = span(sign->dash, end);
    tail.signer = signer.house;
    end = sign->sentence_end;
    break;
  }
  if (end > 0 && paragraph[end - 1] == ')') {
    const std::size_t begin = end > 400 ? end - 400 : 0;
    const std::size_t open = paragraph.substr(begin, end - begin).rfind('(');
    if (open != std::string_view::npos) {
      const Span link = find_bracketed_link(paragraph.substr(0, end), begin + open);
      if (!link.empty() && link.end == end) tail.link = link;
    }
  }
  return tail;
}

}  // namespace onrecord
