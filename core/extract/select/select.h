// Which candidates are kept.
//
// From the outermost and surest inwards: a cue inside a content that is kept becomes a nested row, since what
// somebody is said to have said somebody else said is one attribution to a reader, not two; only what has words or a clause of its
// own is shown inside another. A doubtful outer one gives way when
// what it would hide is surer than it is itself. Of a cue only the surest is kept, or the next one where others have its words.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/weigh/candidate.h"

namespace onrecord {

class Weights;

struct Kept {
  std::uint32_t candidate = 0;  // index
  int within = -1;              // index into the kept ones
};

struct Thresholds {
  float keep = 0.3F;     // least probability of an outer row
  float nested = 0.7F;  // of a nested one

  // Whether hopeless cues (cue_gate.h) are passed over: not where less sure rows are asked for than usual.
  [[nodiscard]] bool passes_over() const { return keep >= Thresholds().keep; }
};

[[nodiscard]] float probability(float log_odds);

// Those that keep the rows whose confidence, as `weights` calibrate it, is at least `confidence` (0 to 1): fewer than the usual
// ones, or more. Nested rows are never shown more easily than usual.
[[nodiscard]] Thresholds thresholds_for(float confidence, const Weights& weights);

// What became of a candidate, and which other one is the reason.
enum class Fate : std::uint8_t {
  Kept,
  Unlikely,    // below the threshold
  PassedOver,  // its cue is hopeless (cue_gate.h)
  SameCue,     // `by`, of the same cue, is surer
  HidesSurer,  // it would hide `by`, which is surer
  Taken,       // `by` is kept and has words of its content
  Doubtful,    // inside `by`, and not sure enough to be shown there
  Phrase,      // inside `by`, without a clause or quotation of its own
  Across,      // its cue is inside `by`, its content reaches beyond
  Deep,        // inside `by`, with too many levels around it
};
struct Verdict {
  Fate fate = Fate::Unlikely;
  std::uint32_t by = 0;  // candidate
};

// The least log odds of a candidate that is looked at.
[[nodiscard]] float least_score(const Thresholds& thresholds);

// Chooses among `candidates` of one document, scores set, in the order of the text. `owner` is scratch, one entry a
// token, all -1 before and after. Near linear: a content is scanned at most 400 tokens deep. `verdicts`, when asked for, are one for each
// candidate.
void select(const std::vector<Candidate>& candidates, const Thresholds& thresholds, std::vector<std::int32_t>& owner,
            std::vector<Kept>& out, std::vector<Verdict>* verdicts = nullptr);

}  // namespace onrecord
