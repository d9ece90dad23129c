#include "resolve/when/time_words.h"

#include <algorithm>

#include "text/ascii.h"

namespace onrecord {

bool is_one_of(std::string_view w, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), w) != words.end();
}

bool is_part_of_day(std::string_view word) { return is_one_of(word, {"night", "morning", "afternoon", "evening"}); }

bool is_part_of_span(std::string_view word) { return is_one_of(word, {"end", "beginning", "start", "middle"}); }

std::string_view small(std::string_view word, std::array<char, 16>& room) {
  if (word.size() > room.size()) return word;
  std::transform(word.begin(), word.end(), room.begin(), [](char c) { return lower_ascii(c); });
  return {room.data(), word.size()};
}

int month_number(std::string_view w) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  for (int m = 0; m < 12; ++m)
    if (w.starts_with(kMonths[static_cast<std::size_t>(m)])) return m + 1;
  return 0;
}

int weekday_number(std::string_view w) {
  static constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (int d = 0; d < 7; ++d)
    if (w.starts_with(kDays[static_cast<std::size_t>(d)])) return d + 1;
  return 0;
}

int small_number(std::string_view w) {
  static constexpr std::array<std::string_view, 13> kWords = {"",    "one",   "two",   "three", "four", "five",   "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  for (int i = 1; i < 13; ++i)
    if (w == kWords[static_cast<std::size_t>(i)]) return i;
  if (w == "a" || w == "an") return 1;
  int value = 0;
  std::size_t i = 0;
  while (i < w.size() && i < 4 && w[i] >= '0' && w[i] <= '9') value = value * 10 + (w[i++] - '0');
  if (i == 0) return 0;
  if (i < w.size() && !is_one_of(w.substr(i), {"st", "nd", "rd", "th"})) return 0;
  return value;
}

}  // namespace onrecord
