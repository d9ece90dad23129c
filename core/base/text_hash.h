// A hash of some text that is the same on every machine and in every version: FNV-1a, 64 bits.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

[[nodiscard]] constexpr std::uint64_t text_hash(std::string_view text) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}

}  // namespace onrecord
