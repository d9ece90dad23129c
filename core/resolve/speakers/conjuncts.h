// Inner to the folder: the parts of a mention that "and" and commas join.
//
//   Conjuncts several = read_conjuncts(doc, names, entities, phrase, last);   // "Ann Roe, a baker, and John Doe": Ann Roe; John Doe
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "resolve/names/entities.h"
#include "resolve/names/names.h"
#include "resolve/names/phrases.h"
#include "segment/document.h"

namespace onrecord {

struct Conjunct {
  std::uint32_t first = 0, last = 0;  // tokens, half open
  bool name = false;                  // a name heads it; the first may be a pronoun as well

  [[nodiscard]] std::uint32_t size() const { return last - first; }
};

class Conjuncts {
 public:
  void add(const Conjunct& conjunct) { all_[count_++] = conjunct; }
  [[nodiscard]] bool full() const { return count_ == all_.size(); }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] const Conjunct& operator[](std::size_t i) const { return all_[i]; }
  [[nodiscard]] const Conjunct* begin() const { return all_.data(); }
  [[nodiscard]] const Conjunct* end() const { return all_.data() + count_; }

 private:
  std::array<Conjunct, 6> all_{};
  std::size_t count_ = 0;
};

// Those of the mention that begins with `phrase` and ends at `last`, in their order; `phrase` alone where nothing is joined to it. At most
// six are read.
[[nodiscard]] Conjuncts read_conjuncts(const Document& doc, const Names& names, const Entities& entities, const Phrase& phrase,
                                       std::uint32_t last);

}  // namespace onrecord
