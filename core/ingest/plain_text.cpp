#include "ingest/plain_text.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "ingest/byline.h"
#include "ingest/dateline.h"
#include "ingest/line_kinds.h"
#include "ingest/signed_quotations.h"
#include "ingest/text_date.h"
#include "ingest/units.h"
#include "text/chars.h"

namespace onrecord {
namespace {

// What stands before the running text is looked for in so many units.
constexpr std::size_t kHeadUnits = 16;
// A unit longer than this is running text whatever it begins with.
constexpr std::uint32_t kLongestPiece = 700;

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v') {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

bool is_capitals(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (is_lower(c.code)) return false;
    any = any || is_upper(c.code);
    at += c.size;
  }
  return any;
}

// HARBOUR POST to Harbour Post; words of up to three letters may be initials and stay.
std::string written_small(std::string text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    for (std::size_t i = begin + 1; end - begin > 3 && i < end; ++i) {
      if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] | 0x20);
    }
    begin = end + 1;
  }
  return text;
}

// More than one sentence: a stop, white space and a capital, where the word before the stop is no short abbreviation.
bool has_inner_stop(std::string_view text) {
  for (std::size_t at = 4; at + 2 < text.size(); ++at) {
    const char c = text[at];
    if ((c == '.' || c == '?' || c == '!') && text[at + 1] == ' ' && is_upper(char_at(text, at + 2).code)) {
      const std::size_t space = text.rfind(' ', at);
      const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
      if (c != '.' || at - word > 3) return true;
    }
  }
  return false;
}

// "Mayor To Open Bridge": most of the words that are longer than a preposition begin with a capital.
bool mostly_capitalised(std::string_view text) {
  int capitals = 0;
  int words = 0;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (begins && is_letter(c.code)) {
      const std::size_t length =
          text.find(' ', at) == std::string_view::npos ? text.size() - at : text.find(' ', at) - at;
      if (length > 3) {
        ++words;
        capitals += is_upper(c.code) ? 1 : 0;
      }
    }
    begins = is_space(c.code);
    at += c.size;
  }
  return words >= 3 && capitals * 4 >= words * 3;
}

class Reader {
 public:
  Reader(std::string_view text, bool title_known) : text_(text), title_known_(title_known), layout_(find_units(text)) {}

  PlainText read() {
    roles_.assign(units().size(), Role::Paragraph);
    const std::size_t body = read_head();
    read_body(body);
    read_ending();
    make_blocks();
    mark_signed_quotations(text_, out_.blocks);
    read_dateline();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const std::vector<LineUnit>& units() const { return layout_.units; }
  [[nodiscard]] std::string_view words(std::size_t i) const { return slice(text_, units()[i].source_span); }
  [[nodiscard]] std::uint32_t size(std::size_t i) const { return units()[i].source_span.size(); }

  [[nodiscard]] Field field(Span s, std::string value) const { return {std::move(value), "text", s}; }

  // --- what stands before the running text ---

  [[nodiscard]] bool could_be_title(std::size_t i) const {
    if (i + 1 >= units().size()) return false;
    const std::string_view t = words(i);
    if (t.size() < 6 || t.size() > 240 || units()[i].lines > 4) return false;
    if (is_date_line(t) || is_byline(t) || is_caption(t)) return false;
    // "EXCLUSIVE – Mayor to go" opens like a dateline.
    if (const auto dateline = find_dateline(t);
        dateline && (t.size() > 160 || t.back() == '.' || !dateline->agency.empty() ||
                     slice(t, dateline->words).find(',') != std::string_view::npos)) {
      return false;
    }
    const char last = t.back();
    if (last == ':' && size(i) > 60) return false;
    const bool sign_follows = is_byline(words(i + 1)) || is_date_line(words(i + 1));
    if (t[0] == '-' || t[0] == '*' || t.starts_with("\xE2\x80\xA2")) return false;
    const bool short_and_apart = t.size() <= 130 && size(i + 1) > t.size() && mostly_capitalised(t);
    if (!ends_with_stop(t) || last == ';') return !has_inner_stop(t) || sign_follows || short_and_apart;
    if (title_known_) return false;
    if (has_inner_stop(t)) return t.size() <= 150 && (sign_follows || short_and_apart);
    if (sign_follows) return true;
    // A sentence with its stop is a title where it stands apart, is short, and tells nothing that was said.
    if (t.size() > 120 || t.find(" said") != std::string_view::npos || t.find(" told ") != std::string_view::npos) {
      return t.size() <= 170 && mostly_capitalised(t);
    }
    return mostly_capitalised(t) || !units()[i + 1].after_blank || 2 * size(i + 1) > t.size() || is_label(words(i + 1));
  }

  // Whether what follows unit i shows that the head of the article goes on: a byline, a date, a caption, a dateline.
  [[nodiscard]] bool head_goes_on_after(std::size_t i) const {
    for (std::size_t next = i + 1; next < units().size() && next <= i + 3; ++next) {
      const std::string_view t = words(next);
      if (size(next) <= kLongestPiece && (is_byline(t) || is_date_line(t) || is_caption(t))) return true;
      if (find_dateline(t)) return true;
      if (size(next) > 200) return false;
    }
    return false;
  }

  [[nodiscard]] bool could_be_subtitle(std::size_t i, bool after_title) const {
    const std::string_view t = words(i);
    if (i + 1 >= units().size() || t.size() > 320 || find_dateline(t)) return false;
    const bool blank_separated = has_blank_lines();
    if (after_title && blank_separated && !units()[i].after_blank && units()[i].before_blank && t.size() <= 250)
      return true;
    if (!ends_with_stop(t) && t.back() != ':' && t.back() != ',')
      return t.size() <= 260 && (size(i + 1) > 40 || head_goes_on_after(i));
    return head_goes_on_after(i) && !has_quoted_sentence(t);
  }

  [[nodiscard]] static bool has_quoted_sentence(std::string_view t) {
    return (t.front() == '"' || t.starts_with("\xE2\x80\x9C")) && may_report(t);
  }

  [[nodiscard]] bool has_blank_lines() const {
    std::size_t apart = 0;
    const std::size_t looked = std::min<std::size_t>(units().size(), 40);
    for (std::size_t i = 1; i < looked; ++i) apart += units()[i].after_blank ? 1U : 0U;
    return looked > 2 && apart * 2 >= looked;
  }

  void take_date(std::size_t i, bool whole_line) {
    if (!out_.published.value.empty()) return;
    const std::string_view t = words(i).substr(0, 400);
    std::size_t from = 0;
    while (const auto found = find_date(t, from)) {
      const DateLabel label = date_label(t.substr(from, found->span.begin - from));
      if (label == DateLabel::Published || (label == DateLabel::None && whole_line)) {
        const std::uint32_t base = units()[i].source_span.begin;
        out_.published = field({base + found->span.begin, base + found->span.end}, format_iso_date(found->date));
        return;
      }
      from = found->span.end;
    }
  }

  void take_house(std::string_view house) {
    if (house.empty() || !out_.source.value.empty()) return;
    const auto begin = static_cast<std::size_t>(house.data() - text_.data());
    out_.source = field(span(begin, begin + house.size()),
                        is_capitals(house) && house.size() > 6 ? written_small(one_line(house)) : one_line(house));
  }

  // The name of the paper on a line of its own, above the title or beside byline and date; whether it was one.
  bool take_masthead(std::size_t i, bool beside_byline) {
    const std::string_view t = words(i);
    if (i + 1 >= units().size() || t.size() > 50 || !out_.source.value.empty()) return false;
    const bool date_next = is_date_line(words(i + 1));
    if (!is_house_name(t) && !(beside_byline && is_proper_name(t) && (date_next || t.starts_with("The "))))
      return false;
    if (!beside_byline && size(i + 1) <= 6) return false;
    roles_[i] = Role::Boilerplate;
    take_house(t);
    return true;
  }

  void take_byline(std::size_t i) {
    roles_[i] = Role::Byline;
    take_date(i, true);
    take_house(find_byline_house(words(i)));
    std::string names = byline_names(one_line(words(i)));
    if (names.empty()) return;
    if (out_.byline.value.empty()) out_.byline = field(units()[i].source_span, std::move(names));
  }

  // A line of the page's own that may also date the article; whether it was one.
  bool take_page_line(std::size_t i) {
    const std::string_view t = words(i);
    if (t.size() > 400) return false;
    if (is_date_line(t)) {
      roles_[i] = Role::Boilerplate;
      take_date(i, true);
      return true;
    }
    if (t.size() <= 200 && labelled_date(t)) {
      roles_[i] = Role::Boilerplate;
      take_date(i, false);
      return true;
    }
    if (is_kicker(t)) {
      roles_[i] = Role::Heading;
      return true;
    }
    if (is_boilerplate(t)) {
      roles_[i] = Role::Boilerplate;
      take_date(i, false);
      return true;
    }
    return false;
  }

  // "Published on 29 October 2014", "PUBLISHED 9:20 PM, October 28, 2014 by Harbour Post": begins with the label.
  [[nodiscard]] static bool labelled_date(std::string_view t) {
    if (date_label(t.substr(0, std::min<std::size_t>(t.find(' '), 20))) == DateLabel::None) return false;
    const auto date = find_date(t);
    return date && date->span.begin <= 60 &&
           !may_report(t) && t.size() - date->span.end <= 100;
  }

  // Assigns the roles of the head; returns the first unit of the running text.
  std::size_t read_head() {
    const std::size_t end = std::min(units().size(), kHeadUnits);
    std::size_t i = 0;
    if (end > 2 && take_masthead(0, false)) i = 1;
    while (i < end && !could_be_title(i)) {
      const std::string_view t = words(i);
      if (t.size() > kLongestPiece) return i;
      if (is_link(t)) roles_[i] = Role::Link;
      else if (is_caption(t)) roles_[i] = Role::Caption;
      else if (is_byline(t)) take_byline(i);
      else if (!take_page_line(i)) return i;
      ++i;
    }
    // Kickers and page lines look like titles too.
    while (i + 1 < end && (is_link(words(i)) || take_page_line(i))) {
      if (is_link(words(i))) roles_[i] = Role::Link;
      ++i;
    }
    if (i >= end || !could_be_title(i)) return i;
    roles_[i] = Role::Title;
    out_.title = field(units()[i].source_span, one_line(words(i)));
    while (!out_.title.value.empty() && (out_.title.value.back() == ';' || out_.title.value.back() == ' '))
      out_.title.value.pop_back();
    ++i;

    bool subtitle = false;
    bool after_title = true;
    for (; i < end; ++i, after_title = false) {
      const std::string_view t = words(i);
      if (t.size() > kLongestPiece) break;
      if (is_byline(t)) {
        take_byline(i);
      } else if (out_.byline.value.empty() && i + 1 < units().size() && (size(i + 1) > 40 || head_goes_on_after(i)) &&
                 (is_person_name(t) || is_agency(t) || is_name_list(t) || is_name_and_place(t))) {
        take_byline(i);
      } else if (is_caption(t)) {
        roles_[i] = Role::Caption;
        take_credit_house(i);
      } else if (is_link(t)) {
        roles_[i] = Role::Link;
      } else if (take_page_line(i) || take_masthead(i, !out_.byline.value.empty())) {
        continue;
      } else if (is_label(t)) {
        roles_[i] = Role::Heading;
      } else if (!subtitle && could_be_subtitle(i, after_title)) {
        roles_[i] = Role::Subtitle;
        subtitle = true;
      } else {
        break;
      }
    }
    return i;
  }

  // "Ana Reyes and John Doe", alone under the title
  [[nodiscard]] static bool is_name_list(std::string_view t) {
    if (t.size() > 90 || ends_with_stop(t)) return false;
    for (const std::string_view mark : {" and ", " & ", ", "}) {
      if (const auto at = t.find(mark); at != std::string_view::npos) {
        return is_person_name(t.substr(0, at)) &&
               (is_person_name(t.substr(at + mark.size())) || is_name_list(t.substr(at + mark.size())));
      }
    }
    return false;
  }

  // "Ana Reyes in Portwell", "Ana Reyes at the Harbour Court", "From our news services"
  [[nodiscard]] static bool is_name_and_place(std::string_view t) {
    if (t.size() > 80 || ends_with_stop(t)) return false;
    if (t.starts_with("From our ") || t.starts_with("By our ") || t.starts_with("Our "))
      return t.size() <= 50 && may_report(t) == false;
    for (const std::string_view mark : {" in ", " at ", " reports from "}) {
      const auto at = t.find(mark);
      if (at != std::string_view::npos && is_person_name(t.substr(0, at)) && is_proper_name(t.substr(at + mark.size())))
        return true;
    }
    return false;
  }

  // "Photo by Ana Reyes/Harbour Post" under a byline of Ana Reyes names her paper.
  void take_credit_house(std::size_t i) {
    const std::string_view t = words(i);
    const std::string first = out_.byline.value.substr(0, out_.byline.value.find(';'));
    const auto slash = t.rfind('/');
    if (first.empty() || slash == std::string_view::npos || !t.substr(0, slash).ends_with(first)) return;
    const std::string_view house = trim(t.substr(slash + 1));
    if (is_proper_name(house) && !is_agency(house)) take_house(house);
  }

  // "ABSTRACT.", "FULL TEXT.", "Letters.": a word or two that name what follows.
  [[nodiscard]] static bool is_label(std::string_view t) {
    if (t.size() > 24) return false;
    std::string_view core = t;
    const bool marked = core.ends_with(".") || core.ends_with(":");
    if (marked) core.remove_suffix(1);
    const auto spaces = std::count(core.begin(), core.end(), ' ');
    return spaces <= 1 && (is_capitals(core) || (marked && core.find_first_of(" .:,;\"") == std::string_view::npos)) &&
           is_letter(char_at(core, 0).code);
  }

  // --- the running text ---

  void read_body(std::size_t from) {
    std::size_t paragraphs = 0;
    bool links = false;
    bool comments = false;
    std::size_t headings_from = from;  // a run of units that could be headings begins here
    std::size_t run = 0;
    const auto close_run = [&](std::size_t end) {
      // One or two short lines head what follows; more are a list or verse, and a text does not end in a heading.
      const bool heads = run > 0 && run <= 2 && end < units().size();
      for (std::size_t k = headings_from; run > 0 && k < end; ++k) {
        if (roles_[k] == Role::Heading) roles_[k] = heads ? Role::Heading : Role::Paragraph;
      }
      run = 0;
    };
    for (std::size_t i = from; i < units().size(); ++i) {
      const std::string_view t = words(i);
      if (comments) {
        roles_[i] = Role::Boilerplate;
        continue;
      }
      if (t.size() > kLongestPiece || is_plainly_running(t)) {
        close_run(i);
        links = false;
        ++paragraphs;
        continue;
      }
      if (opens_comments(t) && paragraphs >= 2 && units()[i].source_span.begin * 2ULL > text_.size()) {
        close_run(i);
        roles_[i] = Role::Boilerplate;
        comments = true;
      } else if (paragraphs > 0 && opens_links(t)) {
        close_run(i);
        roles_[i] = Role::Link;
        links = true;
      } else if (links && t.size() <= 150 && !ends_with_stop(t)) {
        roles_[i] = Role::Link;
      } else if (is_boilerplate(t) || is_date_line(t)) {
        roles_[i] = Role::Boilerplate;
      } else if (is_link(t)) {
        roles_[i] = Role::Link;
      } else if (is_caption(t)) {
        roles_[i] = Role::Caption;
      } else if (is_signature(t)) {
        roles_[i] = Role::Signature;
      } else if (paragraphs == 0 && i < kHeadUnits && is_byline(t)) {
        take_byline(i);
      } else if (is_list_item(t)) {
        close_run(i);
        links = false;
        roles_[i] = t[0] == '>' ? Role::BlockQuote : Role::ListItem;
        ++paragraphs;
      } else if (is_heading(t, single_quotes_are_speech())) {
        if (run == 0) headings_from = i;
        ++run;
        roles_[i] = Role::Heading;
      } else {
        close_run(i);
        links = false;
        ++paragraphs;
      }
    }
    close_run(units().size());
  }

  [[nodiscard]] static bool is_list_item(std::string_view t) {
    const Char c = char_at(t, 0);
    const Char next = char_at(t, c.size);
    if (c.code == 0x2022 || c.code == 0x25CF || c.code == 0x25AA || c.code == 0x00B7 || c.code == 0x2023) return true;
    if ((c.code == U'*' || c.code == U'-' || c.code == 0x2013 || c.code == U'>' || c.code == U'~' || c.code == U'+') &&
        next.code == U' ')
      return true;
    if (!is_digit(c.code)) return false;
    std::size_t at = 0;
    while (at < t.size() && at < 3 && is_digit(char_at(t, at).code)) ++at;
    return at < t.size() && (t[at] == '.' || t[at] == ')') && char_at(t, at + 1).code == U' ';
  }

  // Whether the article quotes with single marks, found out when first asked: it has hardly any double ones.
  [[nodiscard]] bool single_quotes_are_speech() {
    if (!single_quotes_) {
      const std::string_view head = text_.substr(0, 1U << 16U);
      std::size_t doubles = static_cast<std::size_t>(std::count(head.begin(), head.end(), '"'));
      for (std::size_t at = head.find("\xE2\x80\x9C"); at != std::string_view::npos;
           at = head.find("\xE2\x80\x9C", at + 3))
        doubles += 2;
      for (std::size_t at = head.find("''"); at != std::string_view::npos; at = head.find("''", at + 2)) ++doubles;
      single_quotes_ = doubles < 4;
    }
    return *single_quotes_;
  }

  // --- what comes after ---

  void read_ending() {
    const std::size_t n = units().size();
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < n; ++i) paragraphs += roles_[i] == Role::Paragraph ? 1U : 0U;
    const std::size_t from = n > 6 ? n - 6 : 0;
    for (std::size_t i = from; i < n; ++i) {
      const std::string_view t = words(i);
      if (t.size() > 500) continue;
      if (roles_[i] == Role::Boilerplate || roles_[i] == Role::Signature) {
        take_date(i, false);
        take_publisher(i);
        continue;
      }
      if (roles_[i] != Role::Paragraph || paragraphs < 3 || i + 4 < n) continue;
      if (labelled_date(t)) {
        roles_[i] = Role::Boilerplate;
        take_date(i, false);
      } else if (is_about_author(t)) {
        roles_[i] = Role::Signature;
      } else if (paragraphs > 2 && is_byline(t) && i + 2 >= n) {
        if (out_.byline.value.empty()) take_byline(i);
        roles_[i] = Role::Byline;
      }
    }
  }

  // "Ana Reyes is a reporter for the Harbour Post.", "Harbour Post reporter Ana Reyes is a 2014 fellow of …"
  [[nodiscard]] bool is_about_author(std::string_view t) const {
    if (t.size() > 420 || may_report(t)) return false;
    const std::string names = out_.byline.value;
    const std::string first = names.substr(0, names.find(';'));
    if (first.size() > 5 && t.starts_with(first) && t.size() > first.size() && t[first.size()] == ' ') return true;
    const auto verb = t.find(" is a");
    const auto verb2 = t.find(" is the ");
    const auto covers = t.find(" covers ");
    const std::size_t at = std::min({verb, verb2, covers});
    if (at == std::string_view::npos || at > 90) return false;
    if (!first.empty() && t.substr(0, at).find(first) != std::string_view::npos) return true;
    for (const std::string_view craft : {"reporter", "writer", "editor", "correspondent", "columnist", "journalist",
                                         "co-host", "contributor", "author of", "fellow at", "professor", "lecturer"}) {
      if (at <= 45 && t.substr(at).find(craft) != std::string_view::npos && is_person_name(t.substr(0, at)))
        return true;
    }
    return false;
  }

  // "Published by Harbour Post", "© 2014 Harbour Post. All rights reserved."
  void take_publisher(std::size_t i) {
    if (!out_.source.value.empty()) return;
    const std::string_view t = words(i);
    std::size_t at = std::string_view::npos;
    for (const std::string_view opener :
         {"Published by ", "PUBLISHED BY ", "Copyright ", "COPYRIGHT ", "\xC2\xA9", "Source: "}) {
      if (t.starts_with(opener)) at = opener.size();
    }
    if (at == std::string_view::npos) return;
    std::string_view rest = t.substr(at);
    const auto skip = [&](std::string_view characters) {
      while (!rest.empty() && characters.find(rest.front()) != std::string_view::npos) rest.remove_prefix(1);
    };
    skip(" ");
    if (rest.starts_with("\xC2\xA9")) rest.remove_prefix(2);
    if (rest.starts_with("(c)") || rest.starts_with("(C)")) rest.remove_prefix(3);
    skip(" 0123456789,-");
    if (rest.starts_with("by ")) rest.remove_prefix(3);
    std::size_t end = rest.find_first_of(".,;|(\n");
    rest = trim(rest.substr(0, end));
    if (rest.size() < 2 || rest.size() > 50 || !is_upper(char_at(rest, 0).code) || rest.starts_with("All rights"))
      return;
    const auto begin = static_cast<std::size_t>(rest.data() - text_.data());
    const Field found = field(span(begin, begin + rest.size()), one_line(rest));
    if (is_agency(rest)) {
      if (out_.agency.value.empty()) out_.agency = found;
    } else if (!is_person_name(rest) || t.starts_with("\xC2\xA9") || t.starts_with("Copyright")) {
      out_.source = found;
    }
  }

  // --- blocks ---

  void add_block(Role role, Span s) {
    std::string_view t = trim(slice(text_, s));
    if (t.empty()) return;
    const auto begin = static_cast<std::size_t>(t.data() - text_.data());
    out_.blocks.push_back({role, span(begin, begin + t.size()), {}});
  }

  void take_sign_off(Span s, std::string_view signer) {
    if (signer.empty()) return;
    Field found = field(s, std::string(signer));
    if (is_agency(signer)) {
      if (out_.agency.value.empty()) out_.agency = std::move(found);
    } else if (out_.source.value.empty()) {
      out_.source = std::move(found);
    }
  }

  void make_blocks() {
    out_.blocks.reserve(units().size() + 4);
    bool signed_off = false;
    for (std::size_t i = 0; i < units().size(); ++i) {
      const Span s = units()[i].source_span;
      const std::string_view t = words(i);
      if (roles_[i] == Role::Signature) {
        const Tail tail = find_tail(t);
        if (!tail.sign_off.empty()) {
          take_sign_off({s.begin + tail.sign_off.begin, s.end}, tail.signer);
          signed_off = signed_off || s.begin * 2ULL > text_.size();
        }
      }
      if (roles_[i] == Role::Paragraph && signed_off && t.size() <= 600 && !may_report(t)) roles_[i] = Role::Signature;
      if (roles_[i] != Role::Paragraph) {
        add_block(roles_[i], s);
        continue;
      }
      // Cut out the pointers in brackets and the sign-off at the end.
      const Tail tail = find_tail(t);
      const std::size_t end = tail.sign_off.empty() ? t.size() : tail.sign_off.begin;
      std::size_t begin = 0;
      for (Span link = find_bracketed_link(t.substr(0, end), 0); !link.empty();
           link = find_bracketed_link(t.substr(0, end), link.end)) {
        const std::string_view before = trim(t.substr(begin, link.begin - begin));
        if (!before.empty() && !ends_with_stop(before) && link.end < end) continue;  // inside a sentence
        add_block(Role::Paragraph, {s.begin + static_cast<std::uint32_t>(begin), s.begin + link.begin});
        add_block(Role::Link, {s.begin + link.begin, s.begin + link.end});
        begin = link.end;
      }
      add_block(Role::Paragraph,
                {s.begin + static_cast<std::uint32_t>(begin), s.begin + static_cast<std::uint32_t>(end)});
      if (!tail.sign_off.empty()) {
        add_block(Role::Signature, {s.begin + tail.sign_off.begin, s.end});
        take_sign_off({s.begin + tail.sign_off.begin, s.end}, tail.signer);
        signed_off = signed_off || s.begin * 2ULL > text_.size();
      }
    }
  }

  void read_dateline() {
    std::size_t looked = 0;
    for (const Block& block : out_.blocks) {
      if (block.role != Role::Paragraph) continue;
      if (++looked > 2) return;
      const std::string_view t = slice(text_, block.source_span);
      const auto dateline = find_dateline(t);
      if (!dateline) continue;
      const std::uint32_t base = block.source_span.begin;
      out_.dateline =
          field({base + dateline->words.begin, base + dateline->words.end}, one_line(slice(t, dateline->words)));
      if (!dateline->agency.empty() && out_.agency.value.empty()) {
        const auto begin = static_cast<std::size_t>(dateline->agency.data() - text_.data());
        out_.agency = field(span(begin, begin + dateline->agency.size()), std::string(dateline->agency));
        if (is_house_name(dateline->agency)) take_house(dateline->agency);
      }
      if (out_.published.value.empty()) {
        if (const auto date = find_date(slice(t, dateline->words))) {
          out_.published = field({base + date->span.begin, base + date->span.end}, format_iso_date(date->date));
        }
      }
      return;
    }
  }

  std::string_view text_;
  bool title_known_;
  Layout layout_;
  std::vector<Role> roles_;
  std::optional<bool> single_quotes_;
  PlainText out_;
};

}  // namespace

PlainText analyse_plain_text(std::string_view text, bool title_known) { return Reader(text, title_known).read(); }

}  // namespace onrecord
