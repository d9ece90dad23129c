#include "extract/evidence.h"

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

// The features, in three parts: what is known when a candidate opens, what its content's first noun or verb says, and what the rest of the
// content does.
template <typename Opening, typename Carried, typename Content>
void describe(const CandidateFacts& f, Opening& opening, Carried& carried, Content& content) {
  const FeaturePart &c = *f.construct, &l = f.lemma, &o = f.opens, &g = *f.group, &v = *f.verb, &s = f.source;
  // The cue.
  opening.add("c", c);
  opening.add("l", l);
  opening.add("c.n", c, f.next);
  opening.add("c.o", c, o);
  opening.add("c.l", c, l);
  opening.add("l.o", l, o);
  opening.add("c.l.o", c, l, o);
  opening.add("g", g);
  opening.add("g.c", g, c);
  opening.add("v", v);
  opening.add("c.v", c, v);
  opening.add("l.v", l, v);
  if (f.light) opening.add("light", f.light_verb);
  // The source.
  opening.add("s", s);
  opening.add("l.s", l, s);
  if (f.sourced) opening.add("s.h", f.source_head);
  opening.add("f", *f.form);
  opening.add("g.f", g, *f.form);
  opening.add("f.n", *f.form, f.next);
  opening.add("f.b", *f.form, f.before);
  opening.add("v.gap", v, *f.gap);
  // The content.
  content.add("n", *f.length);
  content.add("c.len", c, *f.length);
  content.add("l.len", l, *f.length);
  content.add("c.m", c, *f.marks);
  if (f.shaped) content.add("c.shape", c, *f.shape);
  if (f.ended) {
    content.add("end", *f.sure_end);
    content.add("l.end", l, *f.sure_end);
  }
  carried.add("h", f.head);
  carried.add("c.hk", c, *f.head_kind);
  carried.add("l.o.hk", l, o, *f.head_kind);
  // What stands around.
  opening.add("b", f.before);
  opening.add("l.b", l, f.before);
  content.add("c.e", c, f.behind);
  if (f.in_title) opening.add("title", o);
  if (f.inside_quotes) opening.add("inner", c);
  if (f.labelled) opening.add("label", *f.label, *f.place, *f.says);
}

}  // namespace

void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, Features& out) {
  out.clear();
  CandidateFacts facts;
  facts.begin(doc, grammar, sentences);
  facts.open(candidate);
  facts.close(candidate);
  Nowhere nowhere;
  if (facts.carrier < candidate.content.front().last) describe(facts, out, out, out);
  else describe(facts, out, nowhere, out);
}

void Evidence::weigh_with(const Weights& weights, const Grammar& grammar) {
  weights_ = &weights;
  grammar_ = &grammar;
  bias_ = weights.units(Weights::kBias);
  cue_key_ = 0;
  using Facts = CandidateFacts;
  const auto most_of = [](const auto& parts, std::int32_t most, const auto& sum) {
    for (const FeaturePart& part : parts) most = std::max(most, sum(part));
    return most;
  };
  most_.clear();
  for (const FeaturePart& c : grammar.parts) {
    const auto of = [&](const FeaturePart& kind) { return [&](const FeaturePart& part) { return units(kind, c, part); }; };
    const std::int32_t always =
        most_of(Facts::kLengths, kNone, [&](const FeaturePart& n) { return units(kPart<"n">, n) + units(kPart<"c.len">, c, n); }) +
        most_of(Facts::kBehind, kNone, of(kPart<"c.e">));
    most_.push_back({.without_marks = always + units(kPart<"c.m">, c, Facts::kMarks[0]),
                     .of_any = always + most_of(Facts::kMarks, kNone, of(kPart<"c.m">)) + most_of(Facts::kShapes, 0, of(kPart<"c.shape">))});
  }
}

// What the content may add to what was opened, by what its cue's lemma makes of it.
std::int32_t Evidence::most_of_cue(const FeaturePart& lemma) {
  if (lemma.hash == cue_key_) return cue_most_;
  std::int32_t ended = 0, length = kNone;
  for (const FeaturePart& chance : CandidateFacts::kChances)
    ended = std::max(ended, units(kPart<"end">, chance) + units(kPart<"l.end">, lemma, chance));
  for (const FeaturePart& n : CandidateFacts::kLengths) length = std::max(length, units(kPart<"l.len">, lemma, n));
  cue_key_ = lemma.hash;
  cue_most_ = ended + length;
  return cue_most_;
}

float Evidence::open(Candidate& candidate, bool marks) {
  facts_.open(candidate);
  FeatureSum opening(*weights_), carried(*weights_);
  Nowhere nowhere;
  describe(facts_, opening, carried, nowhere);
  candidate.opening = bias_ + opening.units();
  candidate.carried = carried.units();
  candidate.carrier = facts_.carrier;
  if (grammar_->stated_confidence(candidate.construct) > 0) return stated(candidate);
  const Most& most = most_[candidate.construct];
  return static_cast<float>(candidate.opening + std::max(0, candidate.carried) + (marks ? most.of_any : most.without_marks) +
                            most_of_cue(facts_.lemma)) /
         Weights::kUnits;
}

void Evidence::close(Candidate& candidate) {
  if (grammar_->stated_confidence(candidate.construct) > 0) {
    candidate.score = stated(candidate);
    return;
  }
  facts_.close(candidate);
  FeatureSum content(*weights_);
  Nowhere nowhere;
  describe(facts_, nowhere, nowhere, content);
  const std::int32_t carried = candidate.carrier < candidate.content.front().last ? candidate.carried : 0;
  candidate.score = static_cast<float>(candidate.opening + carried + content.units()) / Weights::kUnits;
}

// No evidence was counted for a construct of somebody's own.
float Evidence::stated(const Candidate& candidate) const {
  const float confidence = grammar_->stated_confidence(candidate.construct);
  return weights_->before_calibration(std::log(confidence / (1 - confidence)));
}

}  // namespace onrecord
