// Pronouns by what they may be in a clause.
#pragma once

#include <cstdint>

namespace onrecord {

// Whether the word with this id is "himself" or another such.
[[nodiscard]] bool is_reflexive(std::uint32_t word);

// Whether the word with this id is a person to whom something is done, and nothing else: "me", "us", "him", "them". Near misses: "her",
// which may be whose, "you" and "it", which may do it.
[[nodiscard]] bool is_object_pronoun(std::uint32_t word);

// Whether it is a person or several who do something, and nothing else: "I", "we", "he", "she", "they".
[[nodiscard]] bool is_subject_pronoun(std::uint32_t word);

}  // namespace onrecord
