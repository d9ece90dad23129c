// Small questions about the words of a byline or a name, which byline.cpp and proper_names.cpp share: they answer what byline.h asks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::byline_words {

// Between white space.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);
[[nodiscard]] std::string_view first_word(std::string_view text);

// A name word: a capital, then letters with . ' ’ - inside. "O’Neil", "J.", "Al-Sayed", "McKay", "REYES", "Jr."
[[nodiscard]] bool is_name_word(std::string_view word);

// "de", "van", "al": a small word inside a name; in small letters.
[[nodiscard]] bool is_particle(std::string_view word);

// Makes a piece of a byline a role, a desk or a house rather than a name: "staff", "editor", "bureau"; in small letters.
[[nodiscard]] bool is_role_word(std::string_view word);
[[nodiscard]] bool has_role_word(std::string_view piece);

}  // namespace onrecord::byline_words
