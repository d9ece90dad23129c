#include "text/chars.h"

#include <unicode/uchar.h>

namespace onrecord {
namespace detail {

bool is_upper_beyond_ascii(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }
bool is_lower_beyond_ascii(char32_t c) { return u_isULowercase(static_cast<UChar32>(c)) != 0; }
bool is_letter_beyond_ascii(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

}  // namespace detail

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Char c = char_at(text, begin);
    if (!is_space(c.code)) break;
    begin += c.size;
  }
  std::size_t end = text.size();
  while (end > begin) {
    const Char c = char_before(text, end);
    if (!is_space(c.code)) break;
    end -= c.size;
  }
  return begin >= end ? std::string_view() : text.substr(begin, end - begin);
}

}  // namespace onrecord
