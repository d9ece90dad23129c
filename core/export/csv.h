// Comma-separated values as RFC 4180 has them: UTF-8, quotation marks doubled, line breaks kept inside fields.
//
// The words are evidence, so a field is written as it is. `excel` is for people who open the file in a spreadsheet: a
// byte-order mark (kCsvMark, once, in front), lines that end in CR LF, and an apostrophe before text that a spreadsheet
// would run as a formula.
#pragma once

#include <string_view>

#include "export/buffer.h"

namespace onrecord {

inline constexpr std::string_view kCsvMark = "\xEF\xBB\xBF";

// One field, quoted where it must be. An empty one is nothing at all.
void put_csv_field(Buffer& out, std::string_view text, bool excel);

// Whether a spreadsheet would take `text` for a formula: it begins with = + - @, a tab or a carriage return, and is
// not a plain number.
[[nodiscard]] bool is_formula(std::string_view text);

[[nodiscard]] constexpr std::string_view csv_line_end(bool excel) { return excel ? "\r\n" : "\n"; }

}  // namespace onrecord
