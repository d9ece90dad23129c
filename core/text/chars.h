// Characters of UTF-8 text, one at a time, and the few questions asked of them.
//
//   for (std::size_t at = 0; at < text.size(); at += c.size) { c = char_at(text, at); … }
//
// The text must be valid UTF-8 (ingest sees to that). ASCII is answered inline; the rest asks ICU.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord {

struct Char {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes; 0 past the end
};

// The character that begins at byte `at`.
[[nodiscard]] inline Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : '\0'); };
  const unsigned first = byte(at);
  if (first < 0x80) return {first, 1};
  // A text cut off inside a character ends with it: no size reaches past the end.
  const auto size = [&](std::uint32_t whole) { return std::min(whole, static_cast<std::uint32_t>(text.size() - at)); };
  if (first < 0xE0) return {static_cast<char32_t>((first & 0x1FU) << 6U | (byte(at + 1) & 0x3FU)), size(2)};
  if (first < 0xF0) {
    return {static_cast<char32_t>((first & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U | (byte(at + 2) & 0x3FU)), size(3)};
  }
  return {static_cast<char32_t>((first & 0x07U) << 18U | (byte(at + 1) & 0x3FU) << 12U | (byte(at + 2) & 0x3FU) << 6U |
                                (byte(at + 3) & 0x3FU)), size(4)};
}

// The character that ends before byte `end`; size 0 at the text's beginning.
[[nodiscard]] inline Char char_before(std::string_view text, std::size_t end) {
  if (end == 0 || end > text.size()) return {};
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return char_at(text, at);
}

[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

namespace detail {
bool is_upper_beyond_ascii(char32_t c);
bool is_lower_beyond_ascii(char32_t c);
bool is_letter_beyond_ascii(char32_t c);
}  // namespace detail

[[nodiscard]] inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= U'A' && c <= U'Z' : detail::is_upper_beyond_ascii(c);
}
[[nodiscard]] inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= U'a' && c <= U'z' : detail::is_lower_beyond_ascii(c);
}
[[nodiscard]] inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') : detail::is_letter_beyond_ascii(c);
}

// White space of every kind that pages hold, the no-break and zero-width ones and a stray byte-order mark included.
[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 ||
         c == 0x3000 || c == 0xFEFF;
}

// Hyphen-minus and the dashes.
[[nodiscard]] constexpr bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// Marks that may open or close words of somebody's, the two apostrophes left aside.
[[nodiscard]] constexpr bool is_double_quote(char32_t c) {
  return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x300C || c == 0x300D;
}

// The text without white space at either end; a view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace onrecord
