#include "extract/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>


namespace onrecord {
namespace {

template <typename Sink>
void describe(const CandidateColumns& c, Sink out) {
  const Rows all = c.all.rows();
  // The cue.
  out.add("c", all, c.construct);
  out.add("l", all, c.lemma);
  out.add("c.n", all, c.construct, c.next);
  out.add("c.o", all, c.construct, c.opens);
  out.add("c.l", all, c.construct, c.lemma);
  out.add("l.n", all, c.lemma, c.next);
  out.add("l.o", all, c.lemma, c.opens);
  out.add("c.l.o", all, c.construct, c.lemma, c.opens);
  out.add("g", all, c.group);
  out.add("g.c", all, c.group, c.construct);
  out.add("g.o", all, c.group, c.opens);
  out.add("v", all, c.verb);
  out.add("c.v", all, c.construct, c.verb);
  out.add("l.v", all, c.lemma, c.verb);
  out.add("g.v", all, c.group, c.verb);
  out.add("light", c.light.rows(), c.light_verb);
  out.add("light.l", c.light.rows(), c.light_verb, c.lemma);
  out.add("light.c", c.light.rows(), c.light_verb, c.construct);
  out.add("nolight", c.not_light.rows(), c.construct);
  out.add("adv", c.with_adverb.rows(), c.adverb);
  out.add("modal", c.with_modal.rows(), c.modal, c.construct);
  out.add("gov", c.governed.rows(), c.governor);
  out.add("gov.l", c.governed.rows(), c.governor, c.lemma);
  // The source.
  out.add("s", all, c.source);
  out.add("c.s", all, c.construct, c.source);
  out.add("l.s", all, c.lemma, c.source);
  out.add("g.s", all, c.group, c.source);
  out.add("f", all, c.form);
  out.add("c.f", all, c.construct, c.form);
  out.add("s.h", c.sourced.rows(), c.source_head);
  out.add("s.h.l", c.sourced.rows(), c.source_head, c.lemma);
  out.add("c.gap", c.sourced.rows(), c.construct, c.gap);
  // The content.
  out.add("n", all, c.length);
  out.add("c.len", all, c.construct, c.length);
  out.add("c.m", all, c.construct, c.marks);
  out.add("l.m", all, c.lemma, c.marks);
  out.add("g.m", all, c.group, c.marks);
  out.add("c.name", all, c.construct, c.named);
  out.add("c.w", all, c.construct, c.first_word);
  out.add("c.shape", c.shaped.rows(), c.construct, c.shape);
  out.add("c.pieces", c.in_pieces.rows(), c.construct, c.pieces);
  out.add("end", c.ended.rows(), c.sure_end);
  out.add("c.end", c.ended.rows(), c.construct, c.sure_end);
  out.add("l.end", c.ended.rows(), c.lemma, c.sure_end);
  out.add("h", c.headed.rows(), c.head);
  out.add("c.h", c.headed.rows(), c.construct, c.head);
  out.add("l.h", c.headed.rows(), c.lemma, c.head);
  out.add("c.hk", c.headed.rows(), c.construct, c.head_kind);
  out.add("l.hk", c.headed.rows(), c.lemma, c.head_kind);
  out.add("l.o.hk", c.headed.rows(), c.lemma, c.opens, c.head_kind);
  out.add("c.last", c.in_pieces.rows(), c.construct, c.last_piece);
  // What stands around.
  out.add("b", all, c.before);
  out.add("c.b", all, c.construct, c.before);
  out.add("c.e", all, c.construct, c.behind);
  out.add("title", c.in_titles.rows(), c.construct);
  out.add("question", c.questions.rows(), c.construct);
  out.add("inner", c.inside_quotes.rows(), c.construct);
  out.add("label", c.labels.rows(), c.label, c.place, c.says);
  out.add("turn", c.turns.rows(), c.label_form);
}

}  // namespace

void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, Features& out) {
  out.clear();
  CandidateColumns columns;
  columns.clear(doc, grammar, sentences);
  columns.add(candidate);
  describe(columns, FeaturesOfRow{0, out});
}

void Evidence::add_up(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Weights& weights,
                      std::span<Candidate> candidates) {
  std::array<std::int32_t, CandidateColumns::kMost> sums;
  const std::int32_t bias = weights.units(Weights::kBias);
  while (!candidates.empty()) {
    const std::span<Candidate> batch = candidates.first(std::min(candidates.size(), CandidateColumns::kMost));
    candidates = candidates.subspan(batch.size());
    columns_.clear(doc, grammar, sentences);
    for (const Candidate& candidate : batch) columns_.add(candidate);
    sums.fill(bias);
    describe(columns_, FeatureSums{weights, sums.data()});
    for (std::size_t i = 0; i < batch.size(); ++i) {
      const float stated = grammar.stated_confidence(batch[i].construct);
      // No evidence was counted for a construct of somebody's own.
      if (stated > 0) batch[i].score = weights.before_calibration(std::log(stated / (1 - stated)));
      else batch[i].score = static_cast<float>(sums[i]) / Weights::kUnits;
    }
  }
}

}  // namespace onrecord
