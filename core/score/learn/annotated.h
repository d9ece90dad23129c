// An annotated article as the learner needs it, and the examples that it gives.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/extract.h"
#include "score/gold.h"
#include "score/learn/ftrl.h"

namespace onrecord {

struct Gold {
  std::vector<Span> content, source, cue;  // bytes
  bool quoted = false;
};

struct Text {
  std::string name;
  Article article;
  Document doc;
  std::vector<Gold> gold;
  std::vector<Candidate> candidates;
  std::vector<Example> examples;      // of candidates, in their order
  std::vector<Example> cue_examples;  // of the cues that cue_gate.h is asked about: right when something of them is kept
  std::vector<std::int32_t> cue_of;   // index into cue_examples for each candidate, -1 where it is not asked
  std::vector<Example> end_examples;  // of the boundaries at which contents go on or end
  std::vector<std::uint32_t> letters;  // letters and digits before each byte
  std::vector<std::int32_t> owner;

  [[nodiscard]] std::uint32_t count(Span s) const { return letters[s.end] - letters[s.begin]; }
  [[nodiscard]] std::vector<Span> spans(const Candidate& c) const {
    std::vector<Span> out;
    for (const TokenRange& p : c.content) out.push_back({doc.tokens.begin[p.first], doc.tokens.end[p.last - 1]});
    return out;
  }
  [[nodiscard]] std::uint32_t count(const std::vector<Span>& spans) const {
    std::uint32_t sum = 0;
    for (const Span s : spans) sum += count(s);
    return sum;
  }
  [[nodiscard]] std::uint32_t shared(const std::vector<Span>& a, const std::vector<Span>& b) const {
    std::uint32_t sum = 0;
    for (const Span x : a)
      for (const Span y : b) {
        const Span both{std::max(x.begin, y.begin), std::min(x.end, y.end)};
        if (!both.empty()) sum += count(both);
      }
    return sum;
  }
  [[nodiscard]] double overlap(const std::vector<Span>& a, const std::vector<Span>& b) const {
    const std::uint32_t both = shared(a, b);
    return both == 0 ? 0.0 : static_cast<double>(both) / (count(a) + count(b) - both);
  }
  [[nodiscard]] bool source_right(const Candidate& c, const Gold& gold_row) const {
    if (c.source.empty()) return gold_row.source.empty();
    const std::vector<Span> own{{doc.tokens.begin[c.source.first], doc.tokens.end[c.source.last - 1]}};
    return shared(own, gold_row.source) > 0;
  }
};

using Names = std::unordered_map<std::uint64_t, std::string>;  // of features, by their keys

// The articles of `gold`, segmented. Those that cannot be read are named on standard error.
[[nodiscard]] std::vector<std::unique_ptr<Text>> read_texts(const std::vector<GoldArticle>& gold);

// Candidates as the cascade finds them with `weights`, which weigh the ends, and an example for each: right when it gives a gold row
// best, wrong when it gives none. Examples of their cues too, which are neither until label_cues() is called.
void find_examples(Text& text, const Weights& weights, Names& names);

// Tells which cues have a candidate that is kept, by the scores that the candidates have.
void label_cues(Text& text, const Thresholds& thresholds);

// An example for each boundary of the contents that begin where a gold one with the same cue does.
void find_end_examples(Text& text, Names& names);

}  // namespace onrecord
