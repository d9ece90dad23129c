// The constant data that the word lists become; defined in a file made when the project is built.
#pragma once

#include <cstddef>
#include <cstdint>

#include "lexicon/lexicon.h"

namespace onrecord::lexicon {

extern const std::uint64_t kSlots[];         // open addressing; see kIdBits for what a slot holds, 0 when free
extern const std::size_t kSlotCount;         // a power of two
extern const Word kWords[];                  // by id; the first is the unknown word
extern const std::size_t kWordCount;
extern const std::uint32_t kTagsOfClass[];   // by bit of word_class: all tags that its words can bear
extern const std::uint32_t kSpellingEnds[];  // by id: where the word's letters end in kSpellings
extern const char kSpellings[];

}  // namespace onrecord::lexicon
