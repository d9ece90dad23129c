// What speaks for and against a candidate.
//
// The sum of the weights (weights.h) of its features is the candidate's log odds of being an attribution.
#pragma once

#include <span>

#include "extract/candidates.h"
#include "extract/weights.h"

namespace onrecord {

// Adds the features of `candidate` to `out`, which is cleared before.
void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, bool title,
                   Features& out);

}  // namespace onrecord
