// Byte offsets to code point offsets and back, over one text.
//
// The database and every stage count bytes; people and the output contract count Unicode code
// points. Counts are kept for each 64 bytes, so a look-up costs one block's scan, and building it
// one pass over the text.
//
//   CodePoints points(text);
//   points.from_byte(s.begin)
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace onrecord {

class CodePoints {
 public:
  CodePoints() = default;
  explicit CodePoints(std::string_view text) { reset(text); }

  // Counts over `text`, which must be valid UTF-8 and outlive this object. Keeps its memory.
  void reset(std::string_view text);

  // How many code points stand before `byte_offset` (at most text.size(); on a character's first byte).
  [[nodiscard]] std::uint32_t from_byte(std::uint32_t byte_offset) const;

  // The byte at which code point number `index` begins; text.size() for the one past the end or later.
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t index) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;  // code points before each block of 64 bytes
  bool ascii_ = true;
};

}  // namespace onrecord
