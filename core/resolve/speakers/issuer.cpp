#include "resolve/speakers/issuer.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/halving.h"
#include "ingest/fields/byline.h"
#include "lexicon/lexicon.h"
#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr std::size_t kHeadBlocks = 6;    // what says of itself what the text is stands in the first few lines
constexpr std::size_t kTailBlocks = 12;   // "About …" and the contacts stand in the last
constexpr std::size_t kLongestLine = 250; // bytes

bool cut(std::string_view& text, std::string& low, std::string_view opener) {
  if (!low.starts_with(opener)) return false;
  text.remove_prefix(opener.size());
  low.erase(0, opener.size());
  return true;
}

std::size_t last_space(std::string_view text, std::size_t before) {
  return before == 0 ? std::string_view::npos : text.rfind(' ', before - 1);
}

// "Prime Minister": nobody's name. Near miss: "Ana King".
bool is_office(std::string_view words) {
  const std::size_t space = last_space(words, words.size());
  const std::string_view last = space == std::string_view::npos ? words : words.substr(space + 1);
  const auto first = look_up(words.substr(0, words.find(' '))).classes;
  return (look_up(last).classes & (kTitle | kPerson)) != 0 && (first & (kMaleName | kFemaleName)) == 0;
}

// The person at the end of "the Minister of Fisheries Anna Holt": two words, and those before them that are first names or initials.
std::string_view person_at_end(std::string_view text) {
  std::size_t begin = last_space(text, text.size());
  if (begin != std::string_view::npos) begin = last_space(text, begin);
  std::string_view name = begin == std::string_view::npos ? text : trim(text.substr(begin));
  if (!is_person_name(name) || is_office(name)) return {};
  while (begin != std::string_view::npos && begin > 0) {
    const std::size_t before = last_space(text, begin);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view word = text.substr(from, begin - from);
    const bool given = (look_up(word).classes & (kMaleName | kFemaleName)) != 0 && (look_up(word).classes & kTitle) == 0;
    const bool initial = word.size() == 2 && word[1] == '.';
    if ((!given && !initial) || !is_person_name(text.substr(from))) break;
    name = text.substr(from);
    begin = before;
  }
  return name;
}

// Whoever `words` name: "Mayor Lina Ortez", "the Minister of Fisheries, Anna Holt", "Anna Holt, Minister of Fisheries", "the Harbour
// Trust".
std::optional<Issuer> named_by(std::string_view words) {
  words = trim(words);
  if (words.starts_with("the ") || words.starts_with("The ")) words.remove_prefix(4);
  for (std::size_t begin = 0; begin <= words.size();) {
    const std::size_t end = std::min(words.find(',', begin), words.size());
    const std::string_view name = person_at_end(trim(words.substr(begin, end - begin)));
    if (!name.empty()) return Issuer{std::string(name), SpeakerKind::Person};
    begin = end + 1;
  }
  const std::string_view body = trim(words.substr(0, words.find(',')));
  if (body.find(' ') == std::string_view::npos || !is_proper_name(body)) return {};
  if (is_office(body)) return {};
  return Issuer{std::string(body), SpeakerKind::Organization};
}

// "Mayor Lina Ortez on the Closing of the Mill" up to what it is about.
std::string_view before_subject(std::string_view words) {
  const std::string low = lower_ascii(words);
  std::size_t end = words.size();
  for (const std::string_view mark :
       {" on ", " at ", " to ", " before ", " regarding ", " about ", " following ", " after ", " in ", " concerning ", " for ",
        " announcing ",
        " marking ", " during ", " as ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ":", ";", "\n", "("})
    end = std::min(end, low.find(mark));
  return words.substr(0, end);
}

// "From the desk of …", "Statement by …", "Opening remarks by … at …", "Text of a speech by …".
std::optional<Issuer> named_in_line(std::string_view line) {
  if (line.size() > kLongestLine) return {};
  std::string low = lower_ascii(line);
  for (const std::string_view desk : {"from the desk of ", "from the office of "})
    if (cut(line, low, desk)) return named_by(before_subject(line));
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view word :
         {"text of ", "transcript: ", "transcript of ", "a ", "the ", "full ", "complete ", "opening ", "closing ", "introductory ",
          "prepared ", "written ", "official ", "public ", "press ", "media ", "open ", "keynote ", "joint "})
      more = cut(line, low, word) || more;
  }
  for (const std::string_view kind :
       {"statement", "remarks", "speech", "address", "testimony", "letter", "message", "lecture", "comments"}) {
    if (!cut(line, low, kind)) continue;
    cut(line, low, " delivered") || cut(line, low, " as prepared for delivery");
    for (const std::string_view by : {" by ", " from ", " of "})
      if (cut(line, low, by)) return named_by(before_subject(line));
    return {};
  }
  return {};
}

std::vector<std::string_view> lines_of(const Article& article, std::size_t from, std::size_t to) {
  std::vector<std::string_view> lines;
  for (std::size_t i = from; i < std::min(to, article.blocks.size()); ++i) {
    const std::string_view text = slice(article.text, article.blocks[i].source_span);
    if (text.size() > 4 * kLongestLine) continue;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (const auto line = trim(text.substr(begin, end - begin)); !line.empty()) lines.push_back(line);
      begin = end + 1;
    }
  }
  return lines;
}

// The name under "Sincerely," of a text that greets somebody at its beginning.
std::optional<Issuer> named_under_letter(const std::vector<std::string_view>& head, const std::vector<std::string_view>& tail) {
  const bool greets = std::any_of(head.begin(), head.end(), [](std::string_view line) {
    return line.starts_with("Dear ") || line.starts_with("To the ") || line.starts_with("An open letter") || line.starts_with("Sir,") ||
           line.starts_with("Sir \xE2\x80\x93") || line.starts_with("Sir:") || line.starts_with("Madam,");
  });
  if (!greets) return {};
  for (std::size_t i = 0; i + 1 < tail.size(); ++i) {
    std::string low = lower_ascii(tail[i]);
    while (!low.empty() && (low.back() == ',' || low.back() == '.')) low.pop_back();
    if (low.starts_with("with ") && low.ends_with("regards")) low.erase(0, 5);
    for (const std::string_view close :
         {"sincerely", "yours sincerely", "sincerely yours", "yours faithfully", "yours truly", "respectfully", "kind regards",
          "best regards", "warm regards", "with best wishes", "best wishes", "in solidarity", "yours", "signed"})
      if (low == close) return named_by(tail[i + 1].substr(0, tail[i + 1].find(" (")));
  }
  return {};
}

// Who a release is about at its end: "About Brightwater Ferries". Of several, the first that the text names.
std::optional<Issuer> named_as_about(const Article& article, const std::vector<std::string_view>& tail) {
  std::optional<Issuer> first;
  std::size_t first_at = std::string::npos;
  for (std::string_view line : tail) {
    std::string low = lower_ascii(line.substr(0, kLongestLine));
    if (line.size() > 80 || !cut(line, low, "about ") || low.starts_with("the author")) continue;
    while (!line.empty() && (line.back() == ':' || line.back() == '.')) line.remove_suffix(1);
    if (line.starts_with("the ") || line.starts_with("The ")) line.remove_prefix(4);
    if (!is_proper_name(line)) continue;
    const std::size_t at = article.text.find(line);
    if (at >= first_at || at >= static_cast<std::size_t>(line.data() - article.text.data())) continue;
    first_at = at;
    const bool given = (look_up(line.substr(0, line.find(' '))).classes & (kMaleName | kFemaleName)) != 0;
    first = Issuer{std::string(line), given && is_person_name(line) ? SpeakerKind::Person : SpeakerKind::Organization};
  }
  return first;
}

bool says_release(const std::vector<std::string_view>& head) {
  return std::any_of(head.begin(), head.end(), [](std::string_view line) {
    const std::string low = lower_ascii(line.substr(0, 60));
    return low.starts_with("for immediate release") || low.starts_with("press release") || low.starts_with("news release") ||
           low.starts_with("media release") || low.starts_with("for release ") || low.starts_with("embargoed until");
  });
}

}  // namespace

std::optional<Issuer> find_signer(const Article& article, std::uint32_t byte) {
  constexpr std::size_t kLongestSignature = 60;  // bytes
  constexpr std::size_t kLongestLetter = 20;     // blocks
  const std::string title = lower_ascii(article.title.value);
  if (!title.starts_with("letters") && title.find(" letters") == std::string::npos) return {};
  const auto& blocks = article.blocks;
  std::size_t b = count_while(blocks.size(), [&](std::size_t i) { return blocks[i].source_span.begin <= byte; });
  for (std::size_t left = kLongestLetter; b < blocks.size() && left > 0; ++b, --left) {
    const std::string_view line = trim(slice(article.text, blocks[b].source_span));
    if (line.size() > kLongestSignature || line.ends_with('.') || line.ends_with('?')) continue;
    const std::string_view name = trim(line.substr(0, line.find(',')));
    if (is_person_name(name) && !is_office(name)) return Issuer{std::string(name), SpeakerKind::Person};
  }
  return {};
}

std::optional<Issuer> find_issuer(const Article& article) {
  if (auto issuer = named_in_line(article.title.value)) return issuer;
  const auto& blocks = article.blocks;
  const std::vector<std::string_view> head = lines_of(article, 0, kHeadBlocks);
  for (const std::string_view line : head)
    if (auto issuer = named_in_line(line)) return issuer;
  const std::vector<std::string_view> tail = lines_of(article, blocks.size() - std::min(blocks.size(), kTailBlocks), blocks.size());
  if (auto issuer = named_under_letter(head, tail)) return issuer;
  if (auto issuer = named_as_about(article, tail)) return issuer;
  if (!says_release(head)) return {};
  // Who announces what the release tells, in its first sentence.
  for (std::size_t i = 0; i < std::min(blocks.size(), kHeadBlocks); ++i) {
    if (blocks[i].role != Role::Paragraph) continue;
    std::string_view lead = slice(article.text, blocks[i].source_span);
    const Span dateline = article.dateline.source_span;
    if (!dateline.empty() && blocks[i].source_span.begin <= dateline.begin && dateline.end <= blocks[i].source_span.end) {
      lead = slice(article.text, {dateline.end, blocks[i].source_span.end});
      while (!lead.empty() && !is_letter(char_at(lead, 0).code)) lead.remove_prefix(char_at(lead, 0).size);
    }
    lead = lead.substr(0, kLongestLine);
    for (const std::string_view verb : {" today announced", " today announces", " announced today", " is pleased to announce",
                                        " is proud to announce", " has today ", " announces "})
      if (const auto at = lead.find(verb); at != std::string_view::npos) return named_by(lead.substr(0, at));
    return {};
  }
  return {};
}

}  // namespace onrecord
