// Where a content that begins behind its cue ends, weighed boundary by boundary.
//
// A rule knows one end ("the next comma"), news knows many: "criticized the plan | in a letter", "criticized the plan in the valley".
// So each boundary between chunks is asked whether the content stops there or goes on, with what stands around it and the rule's own end
// as evidence; the weights are counted on contents that people marked. What is chosen is the end that promises most: the exact one, or
// one that shares most of its words with those that are likely.
#pragma once

#include "extract/candidates.h"
#include "extract/weights.h"

namespace onrecord {

// A content that begins with chunk `first` of a sentence.
struct ContentStart {
  const Document& doc;
  const Parsed& parsed;
  FeaturePart construct;
  int cue = 0;       // chunk
  int first = 0;     // chunk
  int rule_end = 0;  // chunk, exclusive: what the construct's own rule says
};

// No further than this many chunks behind its start is a content's end weighed.
inline constexpr int kMostEnds = 48;

// The last chunk (exclusive) of a sentence at which a content may end: its stop is left out.
[[nodiscard]] int last_end(const Chunks& chunks);

// Adds to `out` what speaks for and against the content's ending before chunk `end`. Constant time.
void end_features(const ContentStart& content, int end, Features& out);

// The end (exclusive chunk) that promises most; the rule's where there are no weights of ends. Linear in the chunks looked at. `features`
// weighs with `weights` and is scratch.
[[nodiscard]] int likeliest_end(const ContentStart& content, const Weights& weights, Features& features);

}  // namespace onrecord
