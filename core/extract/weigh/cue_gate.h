// Which cues are worth a look: of most verbs and nouns with which a construct might begin nothing is ever kept, and what is known of
// them before a construct is tried tells most of them.
//
// What a cue adds up to are the log odds of its having anything that is kept, counted as the evidence is (weights.tsv, the features that
// begin with "cue"). Where they are hopeless nothing is proposed. That costs a few of the least sure rows, so whoever asks for less sure
// rows than usual (Thresholds::passes_over) gets all cues looked at, and --why shows what was passed over.
#pragma once

#include "extract/rules/grammar.h"
#include "extract/rules/weights.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

class CueGate {
 public:
  // `weights` must outlive this. Every cue passes when they have none for cues, or when `grammar` has constructs of one's own, of which
  // nothing was counted.
  void weigh_with(const Weights& weights, const Grammar& grammar);

  // Whether the cue at chunk `cue` of `parsed` is worth a look. Constant time.
  [[nodiscard]] bool passes(const Document& doc, const Parsed& parsed, int cue) const;

 private:
  const Weights* weights_ = nullptr;
  std::int32_t least_ = 0;  // units that the features must add up to
  bool open_ = true;
};

// The least log odds of a cue that is looked at.
inline constexpr float kLeastOfCue = -4.0F;

// The features of a cue, for the learner.
void find_cue_features(const Document& doc, const Parsed& parsed, int cue, Features& out);

}  // namespace onrecord
