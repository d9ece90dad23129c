// A JSON object of strings, one line, as the log keeps what an event carries and `dump` writes it.
//
//   FlatObject o{{"words", "He said “no”."}, {"speaker", "Ana Reyes"}};
//   std::string line = write_flat(o);                 // {"words":"He said “no”.","speaker":"Ana Reyes"}
//   std::optional<FlatObject> back = parse_flat(line);
//
// Keys keep their order. Only strings, and null for what is empty, so that a line is the same whoever writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord {

using FlatObject = std::vector<std::pair<std::string, std::string>>;

// `value` between quotation marks, with control characters, quotes and backslashes escaped; UTF-8 stays as it is.
void append_json_string(std::string& out, std::string_view value);

[[nodiscard]] std::string write_flat(const FlatObject& object);

// Nothing for text that is no such object: a nested value, a number, what follows the closing brace.
[[nodiscard]] std::optional<FlatObject> parse_flat(std::string_view text);

// The value under `key`; empty when there is none.
[[nodiscard]] std::string_view flat_value(const FlatObject& object, std::string_view key);

}  // namespace onrecord
