// Which candidates are kept.
//
// From the outermost and surest inwards: a cue inside a content that is kept becomes a nested row, since what
// somebody is said to have said somebody else said is one attribution to a reader, not two; only what has words or a clause of its
// own is shown inside another. A doubtful outer one gives way when
// what it would hide is surer than it is itself.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/candidates.h"

namespace onrecord {

struct Kept {
  std::uint32_t candidate = 0;  // index
  int within = -1;              // index into the kept ones
};

struct Thresholds {
  float keep = 0.45F;    // least probability of an outer row
  float nested = 0.7F;  // of a nested one
};

[[nodiscard]] float probability(float log_odds);

// Chooses among `candidates` of one document, scores set, in the order of the text. `owner` is scratch, one entry a
// token, all -1 before and after. Near linear: a content is scanned at most 400 tokens deep.
void select(const std::vector<Candidate>& candidates, const Thresholds& thresholds, std::vector<std::int32_t>& owner, std::vector<Kept>& out);

}  // namespace onrecord
