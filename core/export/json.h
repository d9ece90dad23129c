// JSON written by hand: the few shapes that rows need, straight into memory.
//
// Each put_… writes at `to`, which must have room, and returns where the next byte goes. A string takes at most
// json_room(size) bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace onrecord {

[[nodiscard]] constexpr std::size_t json_room(std::size_t size) { return 6 * size + 16; }

// `text` without quotation marks: `"`, `\` and control characters escaped, all else as it is, so that valid UTF-8 stays
// valid UTF-8.
[[nodiscard]] char* put_escaped(char* to, std::string_view text);

// `text` in quotation marks.
[[nodiscard]] char* put_string(char* to, std::string_view text);

// `text` in quotation marks, or null when it is empty.
[[nodiscard]] char* put_string_or_null(char* to, std::string_view text);

[[nodiscard]] char* put_number(char* to, std::uint32_t number);

// A share in 0..1 with two decimals and no needless zero: 1, 0.9, 0.97.
[[nodiscard]] char* put_share(char* to, float share);

// `text` as it is: keys and punctuation. Inline, since most of them are known to the compiler, which then needs no loop.
[[nodiscard]] inline char* put_raw(char* to, std::string_view text) {
  if (!text.empty()) std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

}  // namespace onrecord
