// Where a construct's own rule ends a content; extract/weigh/ends.h weighs the ends that lie before.
//
// Inner to the folder. Reads the sentence and answers with a chunk and why it ends there; knows nothing of candidates. Linear in the
// content's chunks.
#pragma once

#include <algorithm>

#include "extract/propose/other_statements.h"
#include "extract/rules/constructs.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

class ContentEnds : private OtherStatements {
 public:
  explicit ContentEnds(const SentenceView& sentence) : OtherStatements(sentence) {}

  // Where `rule` ends a content that begins at chunk `content`.
  [[nodiscard]] RuleEnd by_rule(const Construct& rule, int content, int cue) const;

  // The end of a clause content that begins at `start`.
  [[nodiscard]] RuleEnd clause(int start, int cue) const;
  // The end of a content of noun-phrase kind that begins at `start`.
  [[nodiscard]] RuleEnd phrase(int start) const;
  [[nodiscard]] bool asks_when(int infinitive) const;
  // The end of a quotation content that begins with the Q at `q`.
  [[nodiscard]] RuleEnd quotation(int q, int cue) const;

  // No content is looked for further than this many chunks, so that a sentence of any length costs what its cues cost.
  static constexpr int kFarthest = 400;

 private:
  [[nodiscard]] int farthest(int start) const { return std::min(last_chunk(), start + kFarthest); }
  // A list goes on after the comma at `i`: "the cost, the delay and the noise".
  [[nodiscard]] bool list_goes_on(int i) const;
  [[nodiscard]] bool told_aside(int comma) const;
  [[nodiscard]] bool gerund_before(int start, int i) const;
  [[nodiscard]] bool quote_ends_sentence(int q) const;
};

}  // namespace onrecord
