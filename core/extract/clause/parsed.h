// A sentence as the constructs read it: its chunks and their subjects.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/chunk/chunks.h"
#include "extract/clause/clauses.h"
#include "segment/document.h"

namespace onrecord {

// Tokens, half open.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] bool contains(std::uint32_t t) const { return first <= t && t < last; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

// A sentence read up to level 1, with its subjects.
struct Parsed {
  Sentence sentence;
  Chunks chunks;
  std::vector<Subject> subjects;
  std::vector<std::int32_t> reach;  // of chunks.verbs, see find_reach()
};

}  // namespace onrecord
