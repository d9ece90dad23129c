// Words compared without case, accents and punctuation.
//
//   fold_letters("Café “Zürich” 9") == "cafezurich9"
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// Letters and digits alone, small, without their marks; compatibility forms made plain. `text` is valid UTF-8.
[[nodiscard]] std::string fold_letters(std::string_view text);

// The same with each run of anything else as one space, none at the ends: "cafe zurich 9".
[[nodiscard]] std::string fold_words(std::string_view text);

}  // namespace onrecord
