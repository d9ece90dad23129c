#include "extract/weigh/evidence.h"

#include <algorithm>
#include <cmath>

namespace onrecord {
namespace {

constexpr std::int32_t kNone = -1'000'000'000;

// Where a step's features go that is not asked for.
struct Nowhere {
  template <typename... Parts>
  void add(const Parts&...) const {}
};

// The features, each given to the step that knows all it names first: the cue, the source with it, the opening of the
// candidate, its content's first noun or verb, the rest of the content.
template <typename Cue, typename Source, typename Opening, typename Carried, typename Content>
void describe(const CandidateFacts& f, Cue& cue, Source& source, Opening& opening, Carried& carried, Content& content) {
  const FeaturePart &c = *f.construct, &l = f.lemma, &o = f.opens, &g = *f.group, &v = *f.verb, &s = f.source;
  // The cue.
  opening.add("c", c);
  cue.add("l", l);
  opening.add("c.n", c, f.next);
  opening.add("c.o", c, o);
  opening.add("c.l", c, l);
  opening.add("l.o", l, o);
  opening.add("c.l.o", c, l, o);
  opening.add("c.nn", c, f.second);
  opening.add("o.nn", o, f.second);
  opening.add("l.far", l, *f.far);
  cue.add("k", *f.cluster);
  opening.add("k.o", *f.cluster, o);
  opening.add("k.c", *f.cluster, c);
  cue.add("g", g);
  opening.add("g.c", g, c);
  cue.add("v", v);
  opening.add("c.v", c, v);
  cue.add("l.v", l, v);
  if (f.accompanied) {
    cue.add("with", f.companion);
    cue.add("l.with", l, f.companion);
  }
  // The source.
  source.add("s", s);
  source.add("l.s", l, s);
  if (f.sourced) source.add("s.h", f.source_head);
  source.add("f", *f.form);
  source.add("g.f", g, *f.form);
  source.add("f.n", *f.form, f.next);
  source.add("f.p", *f.form, f.previous);
  source.add("f.q", *f.form, *f.beside);
  source.add("f.size", *f.form, *f.size);
  opening.add("v.gap", v, *f.gap);
  // The content.
  content.add("n", *f.length);
  content.add("c.len", c, *f.length);
  content.add("l.len", l, *f.length);
  content.add("c.m", c, *f.marks);
  if (f.shaped) content.add("c.shape", c, *f.shape);
  if (f.shaped && f.words_it) content.add("q.shape", c, *f.shape);
  content.add("m.at", *f.marks, *f.place_of_cue);
  if (f.ended) content.add("end", *f.sure_end);
  carried.add("h", f.head);
  carried.add("c.hk", c, *f.head_kind);
  carried.add("c.hl", c, *f.head_cluster);
  carried.add("l.o.hk", l, o, *f.head_kind);
  // What stands around.
  source.add("b", f.before);
  source.add("l.b", l, f.before);
  content.add("c.e", c, f.behind);
  if (f.in_title) opening.add("title", o);
  if (f.inside_quotes) opening.add("inner", c);
  if (f.labelled) opening.add("label", *f.label, *f.place, *f.says);
}

}  // namespace

void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate,
                   Features& out) {
  out.clear();
  CandidateFacts facts;
  facts.begin(doc, grammar, sentences);
  facts.open(candidate);
  facts.close(candidate);
  Nowhere nowhere;
  if (facts.carrier < candidate.content.front().last) describe(facts, out, out, out, out, out);
  else describe(facts, out, out, out, nowhere, out);
}

void Evidence::weigh_with(const Weights& weights, const Grammar& grammar) {
  weights_ = &weights;
  grammar_ = &grammar;
  bias_ = weights.units(Weights::kBias);
  using Facts = CandidateFacts;
  const auto most_of = [](const auto& parts, std::int32_t most, const auto& sum) {
    for (const FeaturePart& part : parts) most = std::max(most, sum(part));
    return most;
  };
  of_words_.assign(std::size_t{1} << (64 - kWordShift), {});
  of_words_[0].hash = 1;  // no word's, that of nothing is 0
  for (std::size_t i = 0; i < most_at_.size(); ++i) {
    const auto at = [&](const FeaturePart& marks) { return units(kPart<"m.at">, marks, Facts::kOrder[i]); };
    most_at_[i] = {.without_marks = at(Facts::kMarks[0]), .of_any = most_of(Facts::kMarks, kNone, at)};
  }
  most_.clear();
  for (const FeaturePart& c : grammar.parts) {
    const auto of = [&](const FeaturePart& kind) { return [&](const FeaturePart& part) { return units(kind, c, part); }; };
    Most& most = most_.emplace_back();
    for (std::size_t i = 0; i < most.by_length.size(); ++i)
      most.by_length[i] = units(kPart<"n">, Facts::kLengths[i]) + units(kPart<"c.len">, c, Facts::kLengths[i]);
    const std::int32_t always = most_of(Facts::kBehind, kNone, of(kPart<"c.e">)) +
                                most_of(Facts::kChances, 0, [&](const FeaturePart& chance) { return units(kPart<"end">, chance); });
    most.without_marks = always + units(kPart<"c.m">, c, Facts::kMarks[0]);
    most.of_any = always + most_of(Facts::kMarks, kNone, of(kPart<"c.m">)) + most_of(Facts::kShapes, 0, [&](const FeaturePart& shape) {
                        return units(kPart<"c.shape">, c, shape) + std::max(0, units(kPart<"q.shape">, c, shape));
                      });
  }
}

// What the lengths of a content add up to with the cue's word.
const Evidence::OfWord& Evidence::of_word(const FeaturePart& lemma) {
  OfWord& known = of_words_[key_of_parts(lemma.hash) >> kWordShift];
  if (known.hash == lemma.hash) return known;
  known.hash = lemma.hash;
  for (std::size_t i = 0; i < known.by_length.size(); ++i) known.by_length[i] = units(kPart<"l.len">, lemma, CandidateFacts::kLengths[i]);
  return known;
}

float Evidence::open(Candidate& candidate, bool marks) {
  facts_.open(candidate);
  Nowhere nowhere;
  if (facts_.new_cue) {
    FeatureSum cue(*weights_);
    describe(facts_, cue, nowhere, nowhere, nowhere, nowhere);
    cue_ = bias_ + cue.units();
  }
  if (facts_.new_source) {
    FeatureSum source(*weights_);
    describe(facts_, nowhere, source, nowhere, nowhere, nowhere);
    source_ = source.units();
  }
  FeatureSum opening(*weights_), carried(*weights_);
  describe(facts_, nowhere, nowhere, opening, carried, nowhere);
  candidate.opening = cue_ + source_ + opening.units();
  candidate.carried = carried.units();
  candidate.carrier = facts_.carrier;

  if (grammar_->stated_confidence(candidate.construct) > 0) return stated(candidate);
  const Most& most = most_[candidate.construct];
  const MostAt& most_at = most_at_[static_cast<std::size_t>(facts_.place_of_cue - CandidateFacts::kOrder.data())];
  const OfWord& word = of_word(facts_.lemma);
  const std::size_t longest = marks ? most.by_length.size() - 1 : CandidateFacts::length_of(facts_.left);
  std::int32_t length = kNone;
  for (std::size_t i = 0; i <= longest; ++i) length = std::max(length, most.by_length[i] + word.by_length[i]);
  const std::int32_t rest = marks ? most.of_any + most_at.of_any : most.without_marks + most_at.without_marks;
  return static_cast<float>(candidate.opening + std::max(0, candidate.carried) + length + rest) / Weights::kUnits;
}

void Evidence::close(Candidate& candidate) {
  if (grammar_->stated_confidence(candidate.construct) > 0) {
    candidate.score = stated(candidate);
    return;
  }
  facts_.close(candidate);
  FeatureSum content(*weights_);
  Nowhere nowhere;
  describe(facts_, nowhere, nowhere, nowhere, nowhere, content);
  const std::int32_t carried = candidate.carrier < candidate.content.front().last ? candidate.carried : 0;
  candidate.score = static_cast<float>(candidate.opening + carried + content.units()) / Weights::kUnits;
}

// No evidence was counted for a construct of somebody's own.
float Evidence::stated(const Candidate& candidate) const {
  const float confidence = grammar_->stated_confidence(candidate.construct);
  return weights_->before_calibration(std::log(confidence / (1 - confidence)));
}

}  // namespace onrecord
