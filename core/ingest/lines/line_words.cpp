#include "ingest/lines/line_words.h"

#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord::line_words {
bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view p) { return !text.empty() && p.front() == text.front() && text.starts_with(p); });
}

std::string_view bare(std::string_view text) {
  const auto outer = [](char32_t c) { return !is_letter(c) && c != U'©' && c != U'@' && c != U'#'; };
  while (!text.empty()) {
    const Char c = char_at(text, 0);
    if (!outer(c.code)) break;
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    const Char c = char_before(text, text.size());
    if (!outer(c.code)) break;
    text.remove_suffix(c.size);
  }
  return text;
}

std::size_t count_line_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return words;
}

bool has_double_quote(std::string_view text) {
  return text.find('"') != std::string_view::npos || contains(text, "\xE2\x80\x9C") || contains(text, "\xE2\x80\x9D") ||
         contains(text, "\xE2\x80\x9E") || contains(text, "''") || contains(text, "\xC2\xAB") || contains(text, "\xC2\xBB");
}

bool has_capital_label(std::string_view text) {
  std::size_t at = 0;
  int capitals = 0;
  int words = 1;
  for (; at < text.size() && at < 60;) {
    const Char c = char_at(text, at);
    if (c.code == U'.' || c.code == U':') {
      const Char next = char_at(text, at + 1);
      if (c.code == U'.' && !is_space(next.code)) return false;
      return capitals >= 4 && words <= 6 && at + 12 < text.size() && c.code == U'.';
    }
    if (is_lower(c.code)) return false;
    if (is_space(c.code)) ++words;
    else if (is_upper(c.code)) ++capitals;
    else if (!is_digit(c.code) && c.code != U'\'' && c.code != 0x2019 && c.code != U'-' && c.code != U',' &&
             c.code != U'&' && c.code != 0x2018)
      return false;
    at += c.size;
  }
  return false;
}

bool may_hold_credit(std::string_view tail) {
  static const Hints kHints(kCreditHints);
  return tail.find('/') != std::string_view::npos || kHints.any_in(tail);
}

bool ends_with_credit(std::string_view text) {
  text = last_part(text);
  if (!may_hold_credit(text)) return false;
  const Lowered lower(text);
  const std::string_view tail = lower;
  static const Phrases kCredits{
      "photo by ",       "photos by ",  "photograph by ", "photo courtesy", "image courtesy", "(courtesy of ",
      "photo from ",     "photo: ",     "photos: ",       "photograph: ",   "image: ",        "images: ",
      "picture: ",       "pic: ",       "photo credit",   "image credit",   "credit: ",       "illustration by ",
      "illustration: ",  "graphic by ", "screenshot: ",   "screengrab",     "ap photo",       "afp photo",
      "reuters photo",   "file photo",  "handout photo",  "video by ",      "image by ",      "images by ",
      "photography by ", "photo/",      "photo via ",     "screenshot from"};
  for (std::size_t at = tail.size(); at-- > 0;) {
    const std::string_view credit = kCredits.begun_by(tail.substr(at));
    if (credit.empty() || tail.find(credit, at + 1) != std::string_view::npos) continue;  // of several the last
    const std::string_view rest = std::string_view(tail).substr(at + credit.size());
    // Names come after it and nothing that goes on: "file photo of the bridge was shown" is running text.
    if (rest.size() > 70 || contains(rest, " was ") || contains(rest, " is ") || contains(rest, " that ") ||
        contains(rest, " had ") || contains(rest, ". "))
      continue;
    // It opens a sentence, a bracket, or the line.
    std::size_t before = at;
    while (before > 0 &&
           (tail[before - 1] == ' ' || tail[before - 1] == '\n' || tail[before - 1] == '(' || tail[before - 1] == '['))
      --before;
    const bool bracket = tail.substr(before, at - before).find_first_of("([") != std::string::npos;
    const bool sentence = before == 0 || std::string_view(".!?|/\"')\xE2\x80\x9D\x94\x93-").find(tail[before - 1]) !=
                                             std::string_view::npos;
    if (bracket || sentence || credit == "ap photo" || credit == "afp photo" || credit == "photo/") return true;
  }
  static constexpr std::string_view kHouses[] = {"getty images",
                                                 "/getty",
                                                 "shutterstock",
                                                 "/ap",
                                                 "/afp",
                                                 "/reuters",
                                                 "/epa",
                                                 "via ap",
                                                 "associated press)",
                                                 "(reuters)",
                                                 "(ap)",
                                                 "(afp)",
                                                 "/corbis",
                                                 "alamy",
                                                 "istock",
                                                 "unsplash",
                                                 "via getty",
                                                 "via reuters",
                                                 "/usa today sports",
                                                 "/bloomberg"};
  std::string_view end = tail;
  while (!end.empty() && (end.back() == '.' || end.back() == ' ' || end.back() == ']')) end.remove_suffix(1);
  const std::string_view inside = end.ends_with(')') ? end.substr(0, end.size() - 1) : end;
  for (const std::string_view house : kHouses) {
    if (end.ends_with(house) || (house.back() != ')' && inside.ends_with(house))) return true;
  }
  return false;
}

}  // namespace onrecord::line_words
