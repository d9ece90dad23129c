#include "extract/ends.h"

#include <algorithm>
#include <cmath>

#include "extract/parts.h"

namespace onrecord {
namespace {

using Part = FeaturePart;

// How much more an end to the letter is worth than one that shares half of the words.
constexpr float kExact = 4.0F;

// A column of the boundaries' that is another one, some rows on.
struct ByRow {
  const Boundaries& boundaries;
  const Part& (Boundaries::*column)(std::size_t) const;
  [[nodiscard]] const Part& part(std::size_t row) const { return (boundaries.*column)(row); }
};

// The parts that every feature may name, with their rows between two boundaries.
struct Around {
  Around(const Boundaries& boundaries, int first, int last)
      : b(boundaries),
        all(b.between(b.all(), first, last)),
        prepositions(b.between(b.prepositions(), first, last)),
        prepositions_of_nouns(b.between(b.prepositions_of_nouns(), first, last)),
        joints(b.between(b.joints(), first, last)),
        joints_of_clauses(b.between(b.joints_of_clauses(), first, last)),
        behind_commas(b.between(b.behind_commas(), first, last)),
        attached(b.between(b.attached(), first, last)),
        attached_to_nouns(b.between(b.attached_to_nouns(), first, last)) {}

  const Boundaries& b;
  Rows all, prepositions, prepositions_of_nouns, joints, joints_of_clauses, behind_commas, attached, attached_to_nouns;
  ByRow prev{b, &Boundaries::previous}, next{b, &Boundaries::next}, second{b, &Boundaries::second}, third{b, &Boundaries::third};
};

// What a boundary says whatever the content is.
template <typename Sink>
void describe_boundaries(const Around& a, Sink out) {
  const Boundaries& b = a.b;
  out.add("end.n", a.all, a.next);
  out.add("end.p.n", a.all, a.prev, a.next);
  out.add("end.p.n.m", a.all, a.prev, a.next, a.second);
  out.add("end.n.m.o", a.all, a.next, a.second, a.third);
  out.add("end.i.c", a.prepositions, a.next, b.kind);
  out.add("end.a.i", a.prepositions, b.before, a.next);
  out.add("end.i.h", a.prepositions_of_nouns, a.next, b.after);
  out.add("end.j", a.joints, a.next, b.opens, b.ahead);
  out.add("end.at", a.attached, a.next, b.kind);
  out.add("end.at.h", a.attached, a.next, b.own);
  out.add("end.at.b", a.attached_to_nouns, a.next, b.before);
}

// What a boundary says of one content: columns that depend on where that begins and on its cue.
class ContentColumns {
 public:
  ContentColumns(const ContentStart& content, const Around& around) : c_(content) {
    const Boundaries& b = around.b;
    const std::string_view symbols = c_.parsed.chunks.symbols;
    const auto finite = [&](int i) { return is_finite(symbols[static_cast<std::size_t>(i)]); };
    const int near = std::min(c_.first + Boundaries::kNear, c_.parsed.chunks.size());
    int inner = c_.first;  // the content's first verb
    while (inner < near && !finite(inner)) ++inner;
    int from = c_.first, to = c_.first, count = 0;  // finite verbs close before the boundary
    for (const std::size_t row : around.all) {
      const int end = b.from() + static_cast<int>(row);
      for (; to < end; ++to) count += finite(to) ? 1 : 0;
      for (; from < end - Boundaries::kNear; ++from) count -= finite(from) ? 1 : 0;
      static constexpr std::array<Part, 3> kRules{"inside", "rule", "beyond"};
      static constexpr std::array<Part, 3> kCounts{"0", "1", "2"};
      rule[row] = &kRules[end < c_.rule_end.chunk ? 0 : end == c_.rule_end.chunk ? 1 : 2];
      verbs[row] = &kCounts[static_cast<std::size_t>(std::min(count, 2))];
      length[row] = &length_part(end - c_.first);
    }
    for (const std::size_t row : around.joints)
      tense[row] = &tense_part(b.verb[row], inner < near && inner < b.from() + static_cast<int>(row) ? inner : -1);
  }

  std::array<const Part*, static_cast<std::size_t>(Boundaries::kMost)> rule, length, verbs, tense;  // filled where there is a row

 private:
  // Of a content of so many chunks.
  static const Part& length_part(int n) {
    static constexpr std::array<Part, 8> kLengths{"1", "2", "3", "4-5", "6-8", "9-13", "14-20", "21+"};
    return kLengths[static_cast<std::size_t>(n <= 3 ? n - 1 : n <= 5 ? 3 : n <= 8 ? 4 : n <= 13 ? 5 : n <= 20 ? 6 : 7)];
  }

  // Whether the verb ahead has the tense of the cue, that of the content's first verb, that of both.
  [[nodiscard]] const Part& tense_part(int verb, int inner) const {
    static constexpr Part kNone("none"), kBoth("both"), kCue("cue"), kContent("content"), kNeither("neither"), kOther("other");
    if (verb < 0) return kNone;
    const auto tense_at = [&](int i) { return c_.doc.tokens.tag[c_.parsed.chunks.chunks[static_cast<std::size_t>(i)].head]; };
    const bool cue = tense_at(verb) == tense_at(c_.cue);
    if (inner < 0) return cue ? kCue : kOther;
    const bool content = tense_at(verb) == tense_at(inner);
    return cue && content ? kBoth : cue ? kCue : content ? kContent : kNeither;
  }

  const ContentStart& c_;
};

template <typename Sink>
void describe_content(const ContentStart& content, const Around& a, const ContentColumns& c, Sink out) {
  const Boundaries& b = a.b;
  const Part& k = content.construct;
  const Part lemma = lemma_part(content.doc, content.parsed.chunks.chunks[static_cast<std::size_t>(content.cue)].head);
  out.add("end.r", a.all, c.rule);
  out.add("end.k.r", a.all, k, c.rule);
  static constexpr std::array<Part, 6> kWhy{"sentence", "mark", "word", "sibling", "quoting", "verb"};
  const Part& why = kWhy[static_cast<std::size_t>(content.rule_end.why)];
  out.add("end.r.why", a.all, c.rule, why);
  out.add("end.k.r.why", a.all, k, c.rule, why);
  out.add("end.k.r.n", a.all, k, c.rule, a.next);
  out.add("end.k.len", a.all, k, c.length);
  out.add("end.n.len", a.all, a.next, c.length);
  out.add("end.k.v.n", a.all, k, c.verbs, a.next);
  out.add("end.r.v.n", a.all, c.rule, c.verbs, a.next);
  out.add("end.k.n", a.all, k, a.next);
  out.add("end.k.p.n", a.all, k, a.prev, a.next);
  out.add("end.k.n.m", a.all, k, a.next, a.second);
  out.add("end.l.n", a.all, lemma, a.next);
  out.add("end.l.n.m", a.all, lemma, a.next, a.second);
  // "criticized the plan | in a letter", "the plan in the valley".
  out.add("end.k.i.c", a.prepositions, k, a.next, b.kind);
  out.add("end.l.i.c", a.prepositions, lemma, a.next, b.kind);
  // Behind a comma, a conjunction, a dash.
  out.add("end.k.j", a.joints, k, b.opens, b.ahead);
  out.add("end.j.v", a.joints, b.ahead, c.verbs, a.next);
  out.add("end.t", a.joints, a.next, c.tense);
  out.add("end.t.k", a.joints, k, c.tense, b.ahead);
  out.add("end.says", a.joints_of_clauses, k, b.speaks, b.ahead);
  out.add("end.says.t", a.joints_of_clauses, b.speaks, c.tense, a.next);
  // Behind a comma inside a quotation.
  out.add("end.q", a.behind_commas, a.next, b.ahead);
  out.add("end.k.q", a.behind_commas, k, a.next);
  out.add("end.k.qa", a.behind_commas, k, b.opens, b.ahead);
  out.add("end.q.v", a.behind_commas, b.ahead, c.verbs);
  // A time, a relative clause, a participle, an infinitive.
  out.add("end.k.at", a.attached, k, a.next, b.more);
}

}  // namespace

int last_end(const Chunks& chunks) {
  int last = chunks.size();
  while (last > 0 && chunks.symbols[static_cast<std::size_t>(last) - 1] == '.') --last;
  return last;
}

void end_features(const ContentStart& content, int end, Features& out) {
  out.clear();
  Boundaries boundaries;
  boundaries.fill(content.doc, content.parsed, end, 1);
  const Around around(boundaries, end, end + 1);
  const FeaturesOfRow row{0, out};
  describe_boundaries(around, row);
  describe_content(content, around, ContentColumns(content, around), row);
}

void EndWeigher::weigh_with(const Weights& weights) {
  weights_ = &weights;
  bias_ = weights.units(Weights::kEndBias);
  next_sentence();
}

// Rows for the boundaries up to the one before chunk `last`: of earlier contents when they reach as far, else new ones for the sentence.
void EndWeigher::look_around(const ContentStart& content, int last) {
  const int first = content.first + 1;
  if (boundaries_.from() <= first && last <= boundaries_.end() && boundaries_.from() < boundaries_.end()) return;
  boundaries_.fill(content.doc, content.parsed, first, Boundaries::kMost);
  alone_.fill(0);
  describe_boundaries(Around(boundaries_, boundaries_.from(), boundaries_.end()), FeatureSums{*weights_, alone_.data()});
}

int EndWeigher::likeliest(const ContentStart& content) {
  chance_ = 1;
  if (bias_ == 0) return content.rule_end.chunk;
  const Chunks& chunks = content.parsed.chunks;
  const int last = std::min({last_end(chunks), content.first + kMostEnds, content.limit});
  if (last <= content.first + 1 || content.rule_end.chunk <= content.first) return content.rule_end.chunk;
  look_around(content, last);
  const Around around(boundaries_, content.first + 1, last);
  for (const std::size_t row : around.all) sums_[row] = alone_[row];
  describe_content(content, around, ContentColumns(content, around), FeatureSums{*weights_, sums_.data()});

  const auto count = static_cast<std::size_t>(last - content.first);
  std::array<float, kMostEnds> chance;  // of ending behind the chunk, by its distance
  float reach = 1;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const float score = static_cast<float>(bias_ + sums_[around.all[i]]) / Weights::kUnits;
    const float stop = 1.0F / (1.0F + std::exp(-score));
    chance[i] = reach * stop;
    reach *= 1 - stop;
  }
  chance[count - 1] = reach;
  // What an end is worth: ends between half and twice its length in tokens share half of the words with it.
  const std::uint32_t begin = chunks.chunks[static_cast<std::size_t>(content.first)].first;
  const auto length = [&](std::size_t i) { return chunks.chunks[static_cast<std::size_t>(content.first) + i].last - begin; };
  std::size_t low = 0, high = 0, best = 0;
  float inside = 0, most = -1;
  for (std::size_t i = 0; i < count; ++i) {
    while (high < count && length(high) <= 2 * length(i)) inside += chance[high++];
    while (2 * length(low) < length(i)) inside -= chance[low++];
    const float worth = kExact * chance[i] + inside;
    if (worth > most) most = worth, best = i;
  }
  const int end = content.first + static_cast<int>(best) + 1;
  chance_ = chance[best];
  // Behind the last boundary weighed the rule knows better.
  return best + 1 == count && content.rule_end.chunk > last && content.limit > last ? content.rule_end.chunk : end;
}

}  // namespace onrecord
