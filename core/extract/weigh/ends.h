// Where a content that begins behind its cue ends, weighed boundary by boundary.
//
// A rule knows one end ("the next comma"), news knows many: "criticized the plan | in a letter", "criticized the plan in the valley".
// So each boundary between chunks is asked whether the content stops there or goes on, with what stands around it and the rule's own end
// as evidence; the weights are counted on contents that people marked. What is chosen is the end that promises most: the exact one, or
// one that shares most of its words with those that are likely.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/rules/weights.h"
#include "extract/weigh/boundaries.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

// A content that begins with chunk `first` of a sentence.
struct ContentStart {
  const Document& doc;
  const Parsed& parsed;
  FeaturePart construct;
  int cue = 0;       // chunk
  int first = 0;     // chunk
  int least = 0;     // chunk, exclusive: short of it the content is no whole
  RuleEnd rule_end;  // what the construct's own rule says
  int limit = 0;     // chunk, exclusive: beyond it somebody else is said to say something
};

// No further than this many chunks behind its start is a content's end weighed.
inline constexpr int kMostEnds = 48;

// The last chunk (exclusive) of a sentence at which a content may end: its stop is left out.
[[nodiscard]] inline int last_end(const Chunks& chunks) {
  int last = chunks.size();
  while (last > 0 && chunks.symbols[static_cast<std::size_t>(last) - 1] == '.') --last;
  return last;
}

// Adds to `out`, which is cleared before, what speaks for and against the content's ending before chunk `end`. Constant time. For looking
// at and for counting; EndWeigher adds up the same.
void end_features(const ContentStart& content, int end, Features& out);

// Chooses ends. What depends on a boundary alone is added up once for a sentence.
class EndWeigher {
 public:
  // `weights` must outlive this and not change.
  void weigh_with(const Weights& weights);

  // Contents are those of another sentence from now on.
  void next_sentence() { boundaries_.forget(); }

  // The end (exclusive chunk) that promises most; the rule's where there are no weights of ends. Linear in the chunks looked at.
  [[nodiscard]] int likeliest(const ContentStart& content);

  // How likely it is that the end chosen last is the right one to the letter; 1 where nothing was weighed.
  [[nodiscard]] float chance() const { return chance_; }

 private:
  void look_around(const ContentStart& content, int last);

  // What the chunk behind a boundary adds up to at every place that the boundary may have in a content, and what a construct does at every
  // length. There are few such chunks and constructs in news, and they recur: their sums are kept, each where its key says.
  template <typename Sums>
  struct Known {
    std::uint64_t key = 0;
    Sums sums;
  };
  using Lengths = std::array<std::int32_t, kLengthsOfContents>;
  [[nodiscard]] const BoundaryPlaces& places(const FeaturePart& next);
  [[nodiscard]] const Lengths& lengths(const FeaturePart& construct);
  static constexpr unsigned kKnownShift = 64 - 10;  // the upper bits of a key are the good ones
  static constexpr std::size_t kKnown = 1U << (64 - kKnownShift);

  const Weights* weights_ = nullptr;
  std::int32_t bias_ = 0;
  float chance_ = 1;
  Boundaries boundaries_;
  std::vector<Known<BoundaryPlaces>> known_chunks_;
  std::vector<Known<Lengths>> known_constructs_;
};

}  // namespace onrecord
