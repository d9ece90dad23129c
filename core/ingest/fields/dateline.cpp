#include "ingest/fields/dateline.h"

#include <algorithm>
#include <cstdint>

#include "ingest/fields/text_date.h"
#include "text/ascii.h"
#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord {
namespace {

const Phrases kAgencies{"ap",
                        "associated press",
                        "reuters",
                        "afp",
                        "agence france-presse",
                        "upi",
                        "united press international",
                        "dpa",
                        "pa",
                        "pa media",
                        "press association",
                        "bloomberg",
                        "xinhua",
                        "kyodo",
                        "kyodo news",
                        "efe",
                        "ansa",
                        "tass",
                        "itar-tass",
                        "interfax",
                        "ani",
                        "pti",
                        "press trust of india",
                        "ians",
                        "bernama",
                        "antara",
                        "yonhap",
                        "irna",
                        "anadolu",
                        "anadolu agency",
                        "aa",
                        "ria novosti",
                        "canadian press",
                        "cp",
                        "aap",
                        "australian associated press",
                        "cnn",
                        "ap photo",
                        "thomson reuters foundation",
                        "ips",
                        "inter press service",
                        "pna",
                        "philippine news agency",
                        "vna",
                        "cns",
                        "catholic news service",
                        "rns",
                        "religion news service",
                        "mct",
                        "tns",
                        "tribune news service",
                        "states news service",
                        "agencies",
                        "pr newswire",
                        "prnewswire",
                        "business wire",
                        "globe newswire",
                        "globenewswire"};

// The dash that ends a dateline, with the white space after it, at `at`: – — ― - -- and, after a place, a colon.
// Returns the byte after it; 0 where there is none. A hyphen needs white space on both sides.
std::size_t after_dash(std::string_view text, std::size_t at, bool colon_too) {
  std::size_t spaces = at;
  while (spaces < text.size() && is_space(char_at(text, spaces).code)) spaces += char_at(text, spaces).size;
  const Char c = char_at(text, spaces);
  std::size_t end = spaces + c.size;
  if (c.code == U':' && colon_too && spaces == at) {
    if (end >= text.size() || !is_space(char_at(text, end).code)) return 0;
  } else if (c.code == U'-') {
    if (end < text.size() && text[end] == '-') ++end;
    else if (spaces == at || end >= text.size() || !is_space(char_at(text, end).code)) return 0;
  } else if (!is_dash(c.code)) {
    return 0;
  }
  while (end < text.size() && is_space(char_at(text, end).code)) end += char_at(text, end).size;
  return end < text.size() ? end : 0;
}

bool begins_sentence(char32_t c) {
  return is_upper(c) || is_digit(c) || is_double_quote(c) || c == U'\'' || c == 0x2018;
}

// "Miraval – Authorities …": a dash with white space on both sides, no hyphen, and a sentence begins.
bool opens_sentence_after_dash(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with(" \xE2\x80\x93 ") && !text.substr(at).starts_with(" \xE2\x80\x94 ")) return false;
  return is_upper(char_at(text, at + 5).code);
}

// Words of the place: how far they go, and whether they are in capitals. Stops before ',', '(', a dash.
struct Place {
  std::size_t end = 0;
  int words = 0;
  int letters = 0;
  bool capitals = true;
};

Place place_at(std::string_view text, std::size_t begin) {
  Place place{begin};
  std::size_t at = begin;
  while (at < text.size() && place.words < 5) {
    const std::size_t word_begin = at;
    int upper = 0;
    int lower = 0;
    for (Char c = char_at(text, at); c.size != 0; c = char_at(text, at)) {
      const bool inner = (c.code == U'.' || c.code == U'\'' || c.code == 0x2019 || c.code == U'-') && at > word_begin;
      if (!is_letter(c.code) && !inner) break;
      if (c.code == U'-' && is_space(char_at(text, at + 1).code)) break;
      upper += is_upper(c.code) ? 1 : 0;
      lower += is_lower(c.code) ? 1 : 0;
      at += c.size;
    }
    if (at == word_begin) break;
    // McALLEN, and particles: RIO DE JANEIRO is often RIO de JANEIRO.
    const std::string_view word = text.substr(word_begin, at - word_begin);
    const bool particle = place.words > 0 && (word == "de" || word == "da" || word == "do" || word == "of" ||
                                              word == "the" || word == "la");
    if (upper == 0 && !particle) return place;
    if (lower > 2 && !particle) place.capitals = false;
    if (lower > 0 && upper < 2 && !particle) place.capitals = false;
    place.letters += upper + lower;
    ++place.words;
    place.end = at;
    const Char space = char_at(text, at);
    if (space.code != U' ' && space.code != 0xA0) break;
    at += space.size;
  }
  return place;
}

// Behind one of the pieces that follow a place and a comma, from `from` on: "S.C." "Vietnam" "Oct. 3"; `from` where none stands.
std::size_t behind_piece(std::string_view text, std::size_t from) {
  std::size_t to = from;
  int words = 0;
  while (to < text.size() && words < 4) {
    const Char c = char_at(text, to);
    if ((!is_letter(c.code) && !is_digit(c.code)) || is_lower(c.code)) break;
    while (to < text.size() && (is_letter(char_at(text, to).code) || is_digit(char_at(text, to).code) ||
                                text[to] == '.' || (text[to] == '-' && is_letter(char_at(text, to + 1).code)))) {
      to += char_at(text, to).size;
    }
    ++words;
    const bool goes_on = to + 1 < text.size() && text[to] == ' ' && text[to + 1] != '(' && text[to + 1] != '-' &&
                         !is_dash(char_at(text, to + 1).code);
    if (!goes_on) break;
    ++to;
  }
  while (to > from && text[to - 1] == ' ') --to;
  return to;
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(char_at(text, at).code)) at += char_at(text, at).size;
  return at;
}

// ", S.C." ", Vietnam" ", Oct. 3, 2014": behind up to three pieces, each short and behind a comma, that stand at `at`.
std::size_t behind_pieces(std::string_view text, std::size_t at) {
  constexpr int kMost = 3;
  for (int piece = 0; piece < kMost && at < text.size() && text[at] == ','; ++piece) {
    const std::size_t from = behind_blanks(text, at + 1), to = behind_piece(text, from);
    if (to == from) break;
    at = to;
  }
  return at;
}

// Whether what stands in brackets up to `close` sent the report: an agency, and after a place in capitals any name: "MIRAVAL, Nov. 30
// (Orbis) —".
bool is_sender(std::string_view inside, const Place& place, std::string_view text, std::size_t close) {
  if (is_agency(inside)) return true;
  return place.words > 0 && place.capitals && place.letters > 2 && is_upper(char_at(inside, 0).code) &&
         inside.find_first_of(".,:;0123456789\"") == std::string_view::npos && after_dash(text, close + 1, false) != 0;
}

// "Calder, 30 November": a day behind the place, which alone tells.
bool has_day(std::string_view pieces) {
  if (pieces.find_first_of("0123456789") == std::string_view::npos) return false;
  constexpr std::string_view kBetween = " ,.";
  for (std::size_t at = 0; (at = pieces.find_first_not_of(kBetween, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(pieces.find_first_of(kBetween, at), pieces.size());
    if (month_named(pieces.substr(at, end - at)) > 0) return true;
    at = end;
  }
  return false;
}

// "Nov 12 | - Rain fell": behind a day with which the paragraph opens and which a dash sets off; 0 where none does.
std::size_t behind_day(std::string_view text) {
  const std::size_t month = text.find_first_of(" .");
  if (month == std::string_view::npos || month_named(text.substr(0, month)) == 0) return 0;
  const std::size_t day = behind_blanks(text, text[month] == '.' ? month + 1 : month);
  const std::size_t end = std::min(text.find_first_not_of("0123456789", day), text.size());
  const std::size_t after = end > day && end <= day + 2 ? after_dash(text, end, false) : 0;
  return after != 0 && is_upper(char_at(text, after).code) ? end : 0;
}

// Whether the place may open a dateline that ends at `end`. Without an agency or a day only capitals tell: MANILA, not "Mr Reyes – who";
// two letters are an abbreviation.
bool is_plausible(const Place& place, bool has_agency, std::string_view text, std::size_t end) {
  const bool named = place.words > 0;
  if (has_agency) return !named || place.capitals || place.words <= 4;
  if (!named) return false;
  if (place.capitals) return place.letters >= 3;
  if (place.words <= 3 && has_day(text.substr(place.end, end - place.end))) return true;
  return place.words <= 3 && place.letters > 3 && opens_sentence_after_dash(text, end);
}

}  // namespace

bool is_agency(std::string_view name) {
  std::string folded = lower_ascii(trim(name));
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return kAgencies.holds(folded);
}

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  constexpr std::size_t kLongest = 160, kLongestSender = 40;  // bytes
  std::size_t looked_at = std::min(paragraph.size(), kLongest);
  while (looked_at < paragraph.size() && (static_cast<unsigned char>(paragraph[looked_at]) & 0xC0U) == 0x80U)
    --looked_at;
  const std::string_view text = paragraph.substr(0, looked_at);  // whole characters
  const auto span = [](std::size_t begin, std::size_t end) {
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  Dateline found;
  if (const std::size_t day = behind_day(text); day != 0) {
    found.words = span(0, day);
    found.whole = span(0, after_dash(text, day, false));
    return found;
  }
  const Place place = place_at(text, 0);
  std::size_t end = place.words > 0 ? behind_pieces(text, place.end) : place.end;
  // "NEW DELHI, Oct. 3:", "LAGOS, Nigeria:"; not "ANA REYES, CHAIR, HARBOUR TRUST:", who speaks
  const std::string_view pieces = text.substr(place.end, end - place.end);
  const bool comma = !pieces.empty() && (has_day(pieces) || pieces.rfind(',') == 0);
  const std::size_t open = behind_blanks(text, end);
  const std::size_t close = open < text.size() && text[open] == '(' ? text.find(')', open) : std::string_view::npos;
  if (close != std::string_view::npos && close - open < kLongestSender) {
    if (!is_sender(text.substr(open + 1, close - open - 1), place, text, close)) return {};
    found.agency = paragraph.substr(open + 1, close - open - 1);
    end = close + 1;
  }
  if (!is_plausible(place, !found.agency.empty(), text, end)) return {};
  std::size_t after = after_dash(text, end, !found.agency.empty() || comma);  // "REYES: Yes." is a line of a transcript
  if (after == 0) {
    // "(CNN) The …", "London (CNN) The …" come without a dash; so do a place and an agency in capitals.
    if (found.agency.empty() || end + 1 >= text.size() || text[end] != ' ' ||
        !begins_sentence(char_at(text, end + 1).code))
      return {};
    after = end + 1;
  }
  found.words = span(0, end);
  found.whole = span(0, after);
  return found;
}

}  // namespace onrecord
