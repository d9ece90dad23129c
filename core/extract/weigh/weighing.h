// What candidates are weighed with as they are found. Keep it: its memory is reused.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "extract/weigh/candidate.h"
#include "extract/weigh/cue_gate.h"
#include "extract/weigh/ends.h"
#include "extract/weigh/evidence.h"

namespace onrecord {

struct Weighing {
  // Both must outlive this and not change.
  void weigh_with(const Weights& weights, const Grammar& grammar) {
    gate.weigh_with(weights, grammar);
    ends.weigh_with(weights);
    evidence.weigh_with(weights, grammar);
  }

  // Whether all candidates are asked for, however unsure.
  [[nodiscard]] bool wants_all() const { return std::isinf(least); }

  CueGate gate;
  EndWeigher ends;
  Evidence evidence;
  float least = -std::numeric_limits<float>::infinity();  // the score below which nobody asks for a candidate
  bool pass_over = false;                                 // nothing is proposed for a hopeless cue
  std::vector<Candidate> of_cue;                          // what is proposed for one cue, until all of it is
  std::vector<std::uint64_t> openings;                    // by chunk of the sentence at hand: the constructs that may open behind it
  std::vector<int> cues;                                  // chunks of the sentence at hand that may be cues
};

}  // namespace onrecord
