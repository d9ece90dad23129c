// The cascade over one article: sentences in, attributions out.
//
//   segment(article, doc);
//   Cascade cascade;                       // keep it: its memory is reused
//   cascade.read(article, doc);            // tags, chunks, candidates, scores
//   std::vector<Statement> rows = cascade.statements();
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/rules/grammar.h"
#include "extract/select/select.h"
#include "extract/statement.h"
#include "extract/weigh/candidate.h"
#include "extract/weigh/weighing.h"
#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord {

class Cascade {
 public:
  // Both must outlive this.
  explicit Cascade(const Weights& weights = built_in_weights(), const Grammar& rules = grammar()) : rules_(&rules) { set_weights(weights); }

  // Tags `doc`, reads its sentences and finds scored candidates. `doc` must outlive the calls below. With `asked_for`, only statements() at
  // these thresholds will be asked for: candidates that cannot be kept may be left out, which saves a third of the work.
  void read(const Article& article, Document& doc, const std::optional<Thresholds>& asked_for = {});

  // The kept candidates as statements in the order of their first span: spans, kind, act, negation, rule and confidence are
  // set, speaker and dates are not.
  [[nodiscard]] std::vector<Statement> statements(const Thresholds& thresholds = {});

  // What became of each of candidates() and why, at these thresholds.
  [[nodiscard]] std::vector<Verdict> verdicts(const Thresholds& thresholds = {}) const;

  // What `read` found, for learning and for --why.
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }
  // Drops them. Their memory is kept for the next article, unless one of unusual size took it.
  void forget_candidates();
  [[nodiscard]] std::span<const Parsed> sentences() const { return {sentences_.data(), used_}; }
  [[nodiscard]] const Grammar& rules() const { return *rules_; }
  [[nodiscard]] bool is_title(const Candidate& candidate) const;
  void set_weights(const Weights& weights) {
    weights_ = &weights;
    weighing_.weigh_with(weights, *rules_);
  }
  // Scores the candidates again with the weights set.
  void score();

 private:
  void parse(const Sentence& sentence, std::size_t& quote);
  [[nodiscard]] Statement statement(const Candidate& candidate) const;

  const Grammar* rules_;
  const Weights* weights_ = nullptr;
  const Document* doc_ = nullptr;
  std::vector<Parsed> sentences_;  // of this article the first `used_`; the others keep their memory
  std::size_t used_ = 0;
  Units units_;  // scratch of parse(): of one sentence, for nobody looks below the chunks again
  std::vector<Candidate> candidates_;
  Weighing weighing_;
  std::vector<std::int32_t> owner_;
  std::vector<Kept> kept_;
  std::vector<std::uint64_t> order_;  // scratch of statements(), as is rank_
  std::vector<int> rank_;
};

}  // namespace onrecord
