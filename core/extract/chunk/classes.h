// Level 0 of the cascade: one byte for each unit of a sentence, so that the units' bytes form a string that patterns read.
//
// A unit is a token, or a whole quotation ("opaque": long, or closed by a comma or stop, or after a comma, a colon or a
// verb). Marks of short quotations inside a phrase are passed over, so that « the "big" plan » reads like « the big plan ».
//
//   n m N M  nouns, names           P O D  pronoun, possessive pronoun, determiner      j k #  adjectives, number
//   d z p v e g  verb: past, -s, present, base, participle, -ing
//   h b y Y a A o  modal; be finite, other, -ing; have finite, other; do
//   q r R    negation, adverb, particle    t i  to (verb), preposition    T  time word  '  possessive
//   H that   W who, which, that   w what, how, whether   f if   s subordinator   & as   c and, or   B but   x there
//   Q quotation   , ; : - ( ) . marks   * any other mark   u anything else
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "segment/document.h"

namespace onrecord {

struct Unit {
  std::uint32_t first = 0;  // tokens, half open
  std::uint32_t last = 0;
  std::int32_t quote = -1;  // index of the quotation it is
};

struct Units {
  std::vector<Unit> units;
  std::string classes;  // one byte a unit

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(units.size()); }
};

// A set of such bytes, or of chunk symbols (chunks.h).
struct ClassSet {
  std::uint64_t bits[2] = {};
  constexpr explicit ClassSet(std::string_view classes) {
    for (const char c : classes) bits[static_cast<unsigned char>(c) >> 6U & 1U] |= 1ULL << (static_cast<unsigned char>(c) & 63U);
  }
  [[nodiscard]] constexpr bool has(char c) const {
    return (bits[static_cast<unsigned char>(c) >> 6U & 1U] >> (static_cast<unsigned char>(c) & 63U) & 1U) != 0;
  }
};

// The units of `sentence`. `first_quote` is the index of the first quotation that opens at or after the sentence's first token.
// Needs tags. `out` is cleared and reused.
void read_units(const Document& doc, const Sentence& sentence, std::uint32_t first_quote, Units& out);

}  // namespace onrecord
