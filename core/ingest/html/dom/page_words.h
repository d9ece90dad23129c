// Small questions about the words that a page is made of.
//
//   one_line(" Council\n delays ") == "Council delays"; count_words("a b\nc") == 3
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

// Each run of white space as one space, none at the ends. `text` is valid UTF-8.
[[nodiscard]] std::string one_line(std::string_view text);

// Words of a text whose white space is single spaces and line breaks.
[[nodiscard]] std::uint32_t count_words(std::string_view text);

}  // namespace onrecord
