// What stands before the running text: the paper, the title, the byline, the date, captions and links.
#include <algorithm>

#include "ingest/fields/byline.h"
#include "ingest/fields/dateline.h"
#include "ingest/fields/text_date.h"
#include "ingest/lines/line_kinds.h"
#include "ingest/plain/plain_text_reader.h"
#include "text/chars.h"

namespace onrecord {
namespace {

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

}  // namespace

bool PlainTextReader::could_be_title(std::size_t i) const {
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
  const auto sign_follows = [&] { return is_byline(words(i + 1)) || is_date_line(words(i + 1)); };
  if (t[0] == '-' || t[0] == '*' || t.starts_with("\xE2\x80\xA2")) return false;
  const auto short_and_apart = [&] { return t.size() <= 130 && size(i + 1) > t.size() && mostly_capitalised(t); };
  if (!ends_with_stop(t) || last == ';') return !has_inner_stop(t) || sign_follows() || short_and_apart();
  if (title_known_) return false;
  if (has_inner_stop(t)) return t.size() <= 150 && (sign_follows() || short_and_apart());
  if (sign_follows()) return true;
  // A sentence with its stop is a title where it stands apart, is short, and tells nothing that was said.
  if (t.size() > 120 || t.find(" said") != std::string_view::npos || t.find(" told ") != std::string_view::npos) {
    return t.size() <= 170 && mostly_capitalised(t);
  }
  return mostly_capitalised(t) || !units()[i + 1].after_blank || 2 * size(i + 1) > t.size() || is_label(words(i + 1));
}

// Whether what follows unit i shows that the head of the article goes on: a byline, a date, a caption, a dateline.
bool PlainTextReader::head_goes_on_after(std::size_t i) const {
  for (std::size_t next = i + 1; next < units().size() && next <= i + 3; ++next) {
    const std::string_view t = words(next);
    if (size(next) <= kLongestPiece && (is_byline(t) || is_date_line(t) || is_caption(t))) return true;
    if (find_dateline(t)) return true;
    if (size(next) > 200) return false;
  }
  return false;
}

bool PlainTextReader::could_be_subtitle(std::size_t i, bool after_title) const {
  const std::string_view t = words(i);
  if (i + 1 >= units().size() || t.size() > 320 || find_dateline(t)) return false;
  const bool blank_separated = has_blank_lines();
  if (after_title && blank_separated && !units()[i].after_blank && units()[i].before_blank && t.size() <= 250)
    return true;
  if (!ends_with_stop(t) && t.back() != ':' && t.back() != ',')
    return t.size() <= 260 && (size(i + 1) > 40 || head_goes_on_after(i));
  return head_goes_on_after(i) && !has_quoted_sentence(t);
}

bool PlainTextReader::has_quoted_sentence(std::string_view t) {
  return (t.front() == '"' || t.starts_with("\xE2\x80\x9C")) && may_report(t);
}

bool PlainTextReader::has_blank_lines() const {
  std::size_t apart = 0;
  const std::size_t looked = std::min<std::size_t>(units().size(), 40);
  for (std::size_t i = 1; i < looked; ++i) apart += units()[i].after_blank ? 1U : 0U;
  return looked > 2 && apart * 2 >= looked;
}

void PlainTextReader::take_date(std::size_t i, bool whole_line) {
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

void PlainTextReader::take_house(std::string_view house) {
  if (house.empty() || !out_.source.value.empty()) return;
  const auto begin = static_cast<std::size_t>(house.data() - text_.data());
  out_.source = field(span(begin, begin + house.size()),
                      is_capitals(house) && house.size() > 6 ? written_small(one_line(house)) : one_line(house));
}

// The name of the paper on a line of its own, above the title or beside byline and date; whether it was one.
bool PlainTextReader::take_masthead(std::size_t i, bool beside_byline) {
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

void PlainTextReader::take_byline(std::size_t i) {
  roles_[i] = Role::Byline;
  take_date(i, true);
  take_house(find_byline_house(words(i)));
  std::string names = byline_names(one_line(words(i)));
  if (names.empty()) return;
  if (out_.byline.value.empty()) out_.byline = field(units()[i].source_span, std::move(names));
}

// A line of the page's own that may also date the article; whether it was one.
bool PlainTextReader::take_page_line(std::size_t i) {
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
bool PlainTextReader::labelled_date(std::string_view t) {
  if (date_label(t.substr(0, std::min<std::size_t>(t.find(' '), 20))) == DateLabel::None) return false;
  const auto date = find_date(t);
  return date && date->span.begin <= 60 &&
         !may_report(t) && t.size() - date->span.end <= 100;
}

// Assigns the roles of the head; returns the first unit of the running text.
std::size_t PlainTextReader::read_head() {
  const std::size_t end = std::min(units().size(), kHeadUnits);
  std::size_t i = 0;
  if (end > 2 && take_masthead(0, false)) i = 1;
  bool title = false;
  while (i < end && !(title = could_be_title(i))) {
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
    title = could_be_title(++i);
  }
  if (i >= end || !title) return i;
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
bool PlainTextReader::is_name_list(std::string_view t) {
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
bool PlainTextReader::is_name_and_place(std::string_view t) {
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
void PlainTextReader::take_credit_house(std::size_t i) {
  const std::string_view t = words(i);
  const std::string first = out_.byline.value.substr(0, out_.byline.value.find(';'));
  const auto slash = t.rfind('/');
  if (first.empty() || slash == std::string_view::npos || !t.substr(0, slash).ends_with(first)) return;
  const std::string_view house = trim(t.substr(slash + 1));
  if (is_proper_name(house) && !is_agency(house)) take_house(house);
}

// "ABSTRACT.", "FULL TEXT.", "Letters.": a word or two that name what follows.
bool PlainTextReader::is_label(std::string_view t) {
  if (t.size() > 24) return false;
  std::string_view core = t;
  const bool marked = core.ends_with(".") || core.ends_with(":");
  if (marked) core.remove_suffix(1);
  const auto spaces = std::count(core.begin(), core.end(), ' ');
  return spaces <= 1 && (is_capitals(core) || (marked && core.find_first_of(" .:,;\"") == std::string_view::npos)) &&
         is_letter(char_at(core, 0).code);
}

}  // namespace onrecord
