// Words as people compare them: case, accents, marks and the shape of apostrophes left aside.
//
//   folded_words("José O’Brien-Díaz")   // "jose o brien diaz"
//
// Unicode: compatibility decomposition, full case folding, combining marks dropped; every run of what is no letter, digit or
// other word character becomes one blank. What SQLite's unicode61 tokeniser (remove_diacritics 2) takes for a word is a
// word here too, so that full-text search and comparisons in C++ agree. Linear; ASCII takes a path of its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

[[nodiscard]] std::string folded_words(std::string_view text);

// A name as lists are sorted by it: folded, and the letters that fold to none of the alphabet as the ones they stand beside: Ørsted
// by Orsted, Łucki by Lucki. Search keeps them apart, as SQLite's tokeniser does.
[[nodiscard]] std::string sort_form(std::string_view text);

// Bytes of the general punctuation (dashes, curly marks, ellipsis, fixed spaces), no-break space or angle mark that stands at `at`,
// all of which part words; 0 where none of them stands there.
[[nodiscard]] std::size_t mark_beyond_ascii(std::string_view text, std::size_t at);

// The folded words one by one; views into `folded`, which must outlive them.
[[nodiscard]] std::vector<std::string_view> split_folded(std::string_view folded);

// Whether every word of `wanted` is one of the words of `text` (both folded). No words are in everything.
[[nodiscard]] bool has_folded_words(std::string_view text, std::string_view wanted);

// Whether the words of `wanted` stand in `text` side by side (both folded); a last one that ends in * is the beginning of a word.
[[nodiscard]] bool has_folded_phrase(std::string_view text, std::string_view wanted);

}  // namespace onrecord
