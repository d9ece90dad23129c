// Inner to the folder: a description of a speaker, read once for all that is asked about it.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/statement.h"
#include "resolve/names/phrases.h"
#include "segment/document.h"

namespace onrecord {

// The entry of a word that tells what somebody is: "ex-governor" as a governor, "mother-of-two" as a mother.
[[nodiscard]] const Word& word_of(const Document& doc, std::uint32_t token);

// "the transport chief of the city". All positions are tokens, half open.
struct Description {
  Description(const Document& doc, const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement, int depth);

  [[nodiscard]] bool has(word_class::Bits classes) const { return (word.classes & classes) != 0; }
  // Nothing hangs behind the noun: not "the chief of the city".
  [[nodiscard]] bool bare() const { return end == phrase.end; }

  const Phrase& phrase;
  const std::uint32_t first, last;     // the mention
  const std::uint32_t head;            // the noun
  const std::uint32_t end;             // of the description, as a reader would print it
  const Word& word;                    // the noun's
  const std::string_view noun;
  const std::uint32_t opener;          // id of the first word
  const bool plural, definite;
  const bool strict;                   // "the", "this": not "his"
  const bool person, document, group;  // what the noun may be for
  const Statement& statement;
  const int depth;                     // how many mentions it is read inside of
};

}  // namespace onrecord
