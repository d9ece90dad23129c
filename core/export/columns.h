// Text for a terminal: how wide it is, how it breaks into lines, how it is coloured.
//
//   display_width("Zoë 東京")                          // 8
//   wrap("The bridge will open", 12)                   // "The bridge", "will open"
//   paint(mark(Ink::Bold, "Ana Reyes"), true)          // with colour codes
//
// Widths are columns: a wide East Asian character takes two, a combining mark none. What an article holds may be hostile:
// clean() takes out the control characters and the direction overrides before anything is printed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

// How a stretch of text is shown. Inks stand in the text as single control characters, which take no width and which
// clean() keeps out of what articles say; they do not nest.
enum class Ink : char { Plain = '\x01', Bold = '\x02', Dim = '\x03', Match = '\x04', Id = '\x05', Warning = '\x06' };

// `text` between the mark of `ink` and that of Plain.
[[nodiscard]] std::string mark(Ink ink, std::string_view text);

// `text` with its marks as terminal codes, or without them when `colour` is false.
[[nodiscard]] std::string paint(std::string_view text, bool colour);

// Columns that `text` takes; marks take none.
[[nodiscard]] std::size_t display_width(std::string_view text);

// `text` on one line and harmless: white space of any kind becomes one blank, control characters and direction overrides
// are dropped. Must be UTF-8.
[[nodiscard]] std::string clean(std::string_view text);

// `text`, which clean() gave, in lines of at most `width` columns, broken at blanks, and inside a word only when it alone
// is wider. An ink that is open at a break is closed there and opened again. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

// `text` cut to `width` columns, with … at its end when something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t width);

// `text` with blanks after (or before) it until it takes `width` columns.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width, bool left_blanks = false);

}  // namespace onrecord
