#include "export/json.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace onrecord {
namespace {

// Not zero when one of the eight bytes is `"`, `\` or below a blank.
std::uint64_t needs_escape(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  const std::uint64_t quote = word ^ (kOnes * '"');
  const std::uint64_t slash = word ^ (kOnes * '\\');
  return (((quote - kOnes) & ~quote) | ((slash - kOnes) & ~slash) | ((word - kOnes * 0x20U) & ~word)) & kHigh;
}

char* put_one(char* to, unsigned char c) {
  static constexpr char kDigits[] = "0123456789abcdef";
  switch (c) {
    case '"': return put_raw(to, "\\\"");
    case '\\': return put_raw(to, "\\\\");
    case '\n': return put_raw(to, "\\n");
    case '\r': return put_raw(to, "\\r");
    case '\t': return put_raw(to, "\\t");
    default: break;
  }
  if (c >= 0x20) {
    *to = static_cast<char>(c);
    return to + 1;
  }
  to = put_raw(to, "\\u00");
  *to++ = kDigits[c >> 4U];
  *to++ = kDigits[c & 15U];
  return to;
}

}  // namespace

char* put_escaped(char* to, std::string_view text) {
  const char* from = text.data();
  const char* const end = from + text.size();
  while (end - from >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, 8);
    std::memcpy(to, from, 8);  // json_room leaves eight bytes to spare
    if (needs_escape(word) == 0) {
      from += 8;
      to += 8;
      continue;
    }
    for (int i = 0; i < 8; ++i) to = put_one(to, static_cast<unsigned char>(*from++));
  }
  // The last few bytes in one go too, as two fours that overlap.
  const auto left = static_cast<std::size_t>(end - from);
  if (left >= 4) {
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, from, 4);
    std::memcpy(&last, end - 4, 4);
    if (needs_escape(std::uint64_t{last} << 32U | first) == 0) {
      std::memcpy(to, &first, 4);
      std::memcpy(to + left - 4, &last, 4);
      return to + left;
    }
  }
  while (from != end) to = put_one(to, static_cast<unsigned char>(*from++));
  return to;
}

char* put_string(char* to, std::string_view text) {
  *to++ = '"';
  to = put_escaped(to, text);
  *to++ = '"';
  return to;
}

char* put_string_or_null(char* to, std::string_view text) {
  return text.empty() ? put_raw(to, "null") : put_string(to, text);
}

char* put_number(char* to, std::uint32_t number) { return std::to_chars(to, to + 10, number).ptr; }

char* put_share(char* to, float share) {
  const int hundredths = static_cast<int>(std::clamp(share, 0.0F, 1.0F) * 100.0F + 0.5F);
  if (hundredths % 100 == 0) {
    *to++ = hundredths == 0 ? '0' : '1';
    return to;
  }
  to = put_raw(to, "0.");
  *to++ = static_cast<char>('0' + hundredths / 10);
  if (hundredths % 10 != 0) *to++ = static_cast<char>('0' + hundredths % 10);
  return to;
}

}  // namespace onrecord
