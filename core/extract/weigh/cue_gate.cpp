#include "extract/weigh/cue_gate.h"

#include <array>

#include "extract/weigh/parts.h"

namespace onrecord {
namespace {

// Where the cue stands, as far as quotations go.
const FeaturePart& place_of(const Parsed& parsed) {
  static constexpr std::array<FeaturePart, 3> kPlaces{"words", "quotes", "inside"};
  return kPlaces[parsed.sentence.quote >= 0 ? 2 : parsed.chunks.quotes ? 1 : 0];
}

// All of it is known before a construct is tried: the word and what the lists say of it, its subject's form, the chunks around it.
template <typename Sink>
void describe(const Document& doc, const Parsed& parsed, int cue, Sink& out) {
  const Chunks& chunks = parsed.chunks;
  const std::uint32_t head = chunks.chunks[static_cast<std::size_t>(cue)].head;
  const FeaturePart lemma = lemma_part(doc, head), word = chunk_part(doc, chunks, cue + 1);
  const FeaturePart &before = symbol_part(chunks.at(cue - 1)), &symbol = symbol_part(chunks.at(cue));
  const FeaturePart &next = symbol_part(chunks.at(cue + 1)), &second = symbol_part(chunks.at(cue + 2));
  const FeaturePart& group = group_part(*doc.tokens.word[head]);
  const FeaturePart& form = form_part(parsed.subjects[static_cast<std::size_t>(cue)].form);
  const FeaturePart& place = place_of(parsed);
  out.add("cue.l", lemma, symbol);
  out.add("cue.l.n", lemma, word);
  out.add("cue.l.f", lemma, form);
  out.add("cue.l.p", lemma, place);
  out.add("cue.g.n", group, symbol, next);
  out.add("cue.g.f", group, symbol, form);
  out.add("cue.g.p", group, symbol, place);
  out.add("cue.w", symbol, word);
  out.add("cue.n.f", symbol, next, form);
  out.add("cue.n.p", symbol, next, place);
  out.add("cue.n.nn", symbol, next, second);
  out.add("cue.b.n", symbol, before, next);
}

}  // namespace

void find_cue_features(const Document& doc, const Parsed& parsed, int cue, Features& out) {
  out.clear();
  describe(doc, parsed, cue, out);
}

void CueGate::weigh_with(const Weights& weights, const Grammar& grammar) {
  weights_ = &weights;
  least_ = static_cast<std::int32_t>(kLeastOfCue * Weights::kUnits) - weights.units(Weights::kCueBias);
  open_ = weights.units(Weights::kCueBias) == 0;
  for (std::uint16_t c = 0; c < grammar.constructs.size(); ++c) open_ |= grammar.stated_confidence(c) > 0;
}

bool CueGate::passes(const Document& doc, const Parsed& parsed, int cue) const {
  if (open_) return true;
  FeatureSum sum(*weights_);
  describe(doc, parsed, cue, sum);
  return sum.units() >= least_;
}

}  // namespace onrecord
