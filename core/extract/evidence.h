// What speaks for and against a candidate.
//
// The sum of the weights (weights.h) of its features is the candidate's log odds of being an attribution.
#pragma once

#include <span>

#include "extract/candidate_columns.h"
#include "extract/candidates.h"
#include "extract/weights.h"

namespace onrecord {

// Adds the features of `candidate` to `out`, which is cleared before: for looking at and for counting. Evidence adds up the same.
void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, Features& out);

// Adds it up. Keep it: its memory is reused.
class Evidence {
 public:
  // Sets the score of each of `candidates`, which are of these sentences. Linear.
  void add_up(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Weights& weights,
              std::span<Candidate> candidates);

 private:
  CandidateColumns columns_;
};

}  // namespace onrecord
