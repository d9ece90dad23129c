// What the constructs propose for one sentence: candidates begun, ended and kept, cue by cue.
//
// Inner to the folder. The candidates of a cue are settled together, since contents are ended, which takes longest, only where a candidate
// may be kept.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/propose/content_ends.h"
#include "extract/propose/going_on.h"
#include "extract/propose/sentence_view.h"
#include "extract/rules/grammar.h"
#include "extract/weigh/candidate.h"
#include "extract/weigh/weighing.h"

namespace onrecord {

class Proposals : private SentenceView {
 public:
  // All must outlive this. What is kept goes to `out` when it is settled.
  Proposals(const Document& doc, const Grammar& grammar, const Surroundings& place, Weighing& weighing, std::vector<Candidate>& out);

  [[nodiscard]] const SentenceView& sentence() const { return *this; }

  // What can be asked of it.
  const Surroundings& around;
  const Grammar& rules;
  const ContentEnds ends;
  const GoingOn going_on;

  // Whether it is worth while to propose anything for the cue at chunk `c`; said of all that is proposed until the next call.
  [[nodiscard]] bool worth_a_look(int c);

  // The constructs that may open behind chunk `c`, as Openings has them.
  [[nodiscard]] std::uint64_t openings_behind(int c);

  // A candidate of this construct whose cue is the chunk `cue`, without content and source.
  [[nodiscard]] Candidate base(std::uint16_t construct, int cue) const;
  void set_source(Candidate& candidate, const Subject& who) const;

  // Begins a piece of content at chunk `first` that the construct's rule ends at `rule_end`. Where that is not sure the
  // piece is left open; the candidate keeps both, for the learner too.
  void begin_content(Candidate& candidate, int first, RuleEnd rule_end) const;
  // Ends a piece that was left open where it most likely does.
  void end_content(Candidate& candidate) const;

  // The first token of the content.
  [[nodiscard]] std::uint32_t begin_of(const Candidate& candidate) const;

  // Takes note of a candidate; what becomes of it is settled when all candidates of its cue are known.
  void keep(const Candidate& candidate);
  // Adds the last cue's candidates to those found, short of what nobody asks for.
  void settle();

 private:
  // The end of an open piece that was weighed last, for the cue at hand.
  struct Ended {
    int first = -1, limit = 0, end = 0;
    std::uint16_t as = 0;
    float chance = 1;
  };
  // A piece that begins as the `last` one and ends as its construct does has its end.
  void end_content(Candidate& candidate, Ended& last) const;
  void end_content(Candidate& candidate, int first, int end) const;
  void settle(const Candidate& candidate);
  // Whether quotation marks stand in the sentence, or it may go on in a quotation.
  [[nodiscard]] bool may_quote() const;
  // "As Reyes put it": it stands for what was said. Near miss: put it on the table.
  [[nodiscard]] bool words_with_it(int v) const;
  void trim_source(TokenRange& source) const;

  Weighing& weighing_;
  std::vector<Candidate>& of_cue_;  // what is proposed for the cue at hand
  std::vector<Candidate>& out_;
  bool knows_openings_ = false;   // of this sentence
  std::optional<bool> may_quote_; // asked when there is a candidate
  CueLook look_ = CueLook::None;  // of the cue at hand
};

}  // namespace onrecord
