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

}  // namespace

bool is_agency(std::string_view name) {
  std::string folded = lower_ascii(trim(name));
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return kAgencies.holds(folded);
}

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  std::size_t looked_at = std::min<std::size_t>(paragraph.size(), 160);
  while (looked_at < paragraph.size() && (static_cast<unsigned char>(paragraph[looked_at]) & 0xC0U) == 0x80U)
    --looked_at;
  const std::string_view text = paragraph.substr(0, looked_at);  // whole characters
  const auto span = [](std::size_t begin, std::size_t end) {
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  Dateline found;
  const Place place = place_at(text, 0);
  std::size_t at = place.end;
  const bool named = place.words > 0;
  bool comma = false;

  // ", S.C." ", Vietnam" ", Oct. 3, 2014": up to three pieces after a comma, each short.
  for (int piece = 0; named && piece < 3 && at < text.size() && text[at] == ','; ++piece) {
    std::size_t from = at + 1;
    while (from < text.size() && is_space(char_at(text, from).code)) from += char_at(text, from).size;
    std::size_t to = from;
    int words = 0;
    while (to < text.size() && words < 4) {
      const Char c = char_at(text, to);
      if (!is_letter(c.code) && !is_digit(c.code)) break;
      if (is_lower(c.code)) break;
      while (to < text.size() && (is_letter(char_at(text, to).code) || is_digit(char_at(text, to).code) ||
                                  text[to] == '.' || (text[to] == '-' && is_letter(char_at(text, to + 1).code)))) {
        to += char_at(text, to).size;
      }
      ++words;
      if (to < text.size() && text[to] == ' ' && to + 1 < text.size() && text[to + 1] != '(' && text[to + 1] != '-' &&
          !is_dash(char_at(text, to + 1).code)) {
        ++to;
      } else {
        break;
      }
    }
    if (words == 0) break;
    while (to > from && text[to - 1] == ' ') --to;
    at = to;
    comma = true;
  }

  std::size_t end = at;
  while (at < text.size() && is_space(char_at(text, at).code)) at += char_at(text, at).size;
  if (at < text.size() && text[at] == '(') {
    const std::size_t close = text.find(')', at);
    if (close != std::string_view::npos && close - at < 40) {
      const std::string_view inside = text.substr(at + 1, close - at - 1);
      // After a place in capitals any name in brackets is whoever sent it: "MIRAVAL, Nov. 30 (Orbis) —".
      const bool sender = named && place.capitals && place.letters > 2 && is_upper(char_at(inside, 0).code) &&
                          inside.find_first_of(".,:;0123456789\"") == std::string_view::npos &&
                          after_dash(text, close + 1, false) != 0;
      if (is_agency(inside) || sender) {
        found.agency = paragraph.substr(at + 1, close - at - 1);
        end = close + 1;
      } else {
        return {};
      }
    }
  }
  if (found.agency.empty()) {
    // Without an agency only capitals tell: MANILA, not "Mr Reyes – who". Two letters are an abbreviation.
    const bool small_place =
        named && !place.capitals && place.words <= 3 && place.letters > 3 && opens_sentence_after_dash(text, end);
    if (!small_place && (!named || !place.capitals || place.letters < 3)) return {};
  } else if (named && !place.capitals && place.words > 4) {
    return {};
  }
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
