// Inner to the folder: roles and parties as keys, however short they are written.
#pragma once

#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

// A noun for one person who may hold a role.
inline constexpr word_class::Bits kOneRole =
    word_class::kPerson | word_class::kTitle | word_class::kMalePerson | word_class::kFemalePerson;
inline constexpr std::uint32_t kLongestRole = 9;  // tokens

// A role's head word as it is written out: "sen." is "senator".
[[nodiscard]] std::uint64_t role_hash(std::string_view word);

// The party that `word` names, 0 for none. A letter does in brackets only: (D-Ohio), (R).
[[nodiscard]] std::uint64_t party_of(std::string_view word, bool in_brackets = false);

// A word in small letters, the names of a party as one: "GOP" is "republican".
[[nodiscard]] std::uint64_t party_hash(std::string_view word);

// One person of a party stands for it in an election: the nominee, the candidate. `role` is a role_hash.
[[nodiscard]] bool stands_for_party(std::uint64_t role);

}  // namespace onrecord
