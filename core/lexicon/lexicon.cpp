#include "lexicon/lexicon.h"

#include <bit>
#include <cassert>

#include "lexicon/fold_hash.h"
#include "lexicon/tables.h"

namespace onrecord {

namespace {

using namespace lexicon;

const Word& find(std::uint64_t hash) {
  const std::uint64_t last = kSlotCount - 1;
  for (std::uint64_t slot = hash & last;; slot = (slot + 1) & last) {
    const std::uint64_t found = kSlots[slot];
    if (((found ^ hash) & ~kIdMask) == 0) return kWords[found & kIdMask];
    if (!found) return kWords[0];
  }
}

// Any word, any letters. Longer ones than the table has are unknown without a look.
std::uint64_t key_of_folded(std::string_view word) {
  if (word.size() > 2 * kLongest) return kNoWord;
  char folded[2 * kLongest];
  return hash_folded({folded, fold(word, folded)});
}

}  // namespace

std::uint64_t key_of(std::string_view word, const char* readable_end) {
  if (word.size() > 16) return key_of_folded(word);
  char block[16] = {};
  const char* letters = word.data();
  if (readable_end - letters < 16) {
    std::memcpy(block, letters, word.size());
    letters = block;
  }
  const std::uint64_t first = load_eight(letters) & kMasks.first[word.size()];
  const std::uint64_t second = load_eight(letters + 8) & kMasks.second[word.size()];
  if ((first | second) & kHighBits) return key_of_folded(word);
  return hash_sixteen(fold_ascii(first), fold_ascii(second));
}

void look_up_keys(const std::uint64_t* keys, std::size_t count, const Word** entries) {
  constexpr std::size_t kAhead = 8;
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kAhead < count) __builtin_prefetch(&kSlots[keys[i + kAhead] & (kSlotCount - 1)]);
    entries[i] = &find(keys[i]);
    __builtin_prefetch(entries[i]);
  }
}

const Word& look_up(std::string_view word) { return find(key_of(word, word.data() + word.size())); }

const Word& word_by_id(std::uint32_t id) {
  assert(id < kWordCount);
  return kWords[id];
}

std::uint32_t tags_of(word_class::Bits classes) {
  std::uint32_t tags = 0;
  for (; classes; classes &= classes - 1) tags |= kTagsOfClass[std::countr_zero(classes)];
  return tags;
}

std::uint32_t word_count() { return static_cast<std::uint32_t>(kWordCount); }

std::string_view spelling(std::uint32_t id) {
  assert(id < kWordCount);
  if (id == 0) return {};
  return {kSpellings + kSpellingEnds[id - 1], kSpellingEnds[id] - kSpellingEnds[id - 1]};
}

}  // namespace onrecord
