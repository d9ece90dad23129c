// Plain text to its paragraphs, before anybody asks what each of them is.
//
// News comes as text with blank lines between paragraphs, with one paragraph a line, hard-wrapped at some column, with
// indented first lines, with any line ends. The layout is found once for the whole text; then lines that belong together
// are joined into units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord {

struct LineUnit {
  Span source_span;           // trimmed; never empty
  std::uint32_t indent = 0;   // columns before the first line's first character
  std::uint32_t lines = 1;
  bool after_blank = true;    // a blank line or the text's beginning comes before it
  bool before_blank = true;   // a blank line or the text's end comes after it
};

struct Layout {
  std::vector<LineUnit> units;    // in order
  bool wrapped = false;       // lines were cut at a column, and have been joined
};

// `text` is valid UTF-8 of less than 4 GiB. Linear; looks at each line's first and last bytes and, where it is short
// enough to be a wrapped one, counts its characters.
[[nodiscard]] Layout find_units(std::string_view text);

}  // namespace onrecord
