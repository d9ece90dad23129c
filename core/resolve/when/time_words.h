// Words and numbers that dates are written with.
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>

namespace onrecord {

[[nodiscard]] bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

// "night", "morning"; "end", "start" of a month or a year. In small letters.
[[nodiscard]] bool is_part_of_day(std::string_view word);
[[nodiscard]] bool is_part_of_span(std::string_view word);

// The word in small letters of ASCII, in `room`; a longer one as it is.
[[nodiscard]] std::string_view small(std::string_view word, std::array<char, 16>& room);

// 1 to 12 and, from Monday on, 1 to 7, by the first three letters; 0 for none. In small letters.
[[nodiscard]] int month_number(std::string_view word);
[[nodiscard]] int weekday_number(std::string_view word);

// A number of one to four digits, "28", "28th", "two", "a"; 0 for none. In small letters.
[[nodiscard]] int small_number(std::string_view word);

}  // namespace onrecord
