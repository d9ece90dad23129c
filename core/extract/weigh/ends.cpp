#include "extract/weigh/ends.h"

#include <algorithm>
#include <cmath>

#include "extract/chunk/noun_phrases.h"
#include "extract/weigh/parts.h"

namespace onrecord {
namespace {

using Part = FeaturePart;

// How much more an end to the letter is worth than one that shares half of the words.
constexpr float kExact = 4.0F;
// An end as likely as this promises most whatever the others are: it is worth (kExact + 1) times its chance and more, another one at most
// kExact times what is left and one. The margin is for rounding.
constexpr float kSure = (kExact + 1) / (2 * kExact + 1) + 0.001F;

// What a boundary says whatever the content is.
template <typename Sink>
void describe_boundary(const Boundary& b, Sink& out) {
  out.add("end.n", b.next());
  out.add("end.p.n", b.previous(), b.next());
  out.add("end.p.n.m", b.previous(), b.next(), b.second());
  out.add("end.n.m.o", b.next(), b.second(), b.third());
  switch (b.what) {
    case Boundary::What::Joint: out.add("end.j", b.next(), b.opens, b.ahead); break;
    // "criticized the plan | in a letter", "the plan in the valley"
    case Boundary::What::Attached: out.add("end.at", b.next(), b.kind); break;
    case Boundary::What::Other: break;
  }
}

// Where a boundary stands in a content: before, at or behind the end by rule; behind how many verbs and chunks.
struct Place {
  static constexpr std::array<Part, 3> kRules{"inside", "rule", "beyond"};
  static constexpr std::array<Part, 3> kVerbs{"0", "1", "2"};  // finite ones close before the boundary; 2: or more
  static constexpr std::array<Part, kLengthsOfContents> kLengths{"1", "2", "3", "4-5", "6-8", "9-13", "14-20", "21+"};
  static constexpr std::array<std::uint8_t, kMostEnds + 1> kLengthOf = [] {  // index of a length in chunks
    std::array<std::uint8_t, kMostEnds + 1> out{};
    for (std::size_t n = 1; n < out.size(); ++n)
      out[n] = static_cast<std::uint8_t>(n <= 3 ? n - 1 : n <= 5 ? 3 : n <= 8 ? 4 : n <= 13 ? 5 : n <= 20 ? 6 : 7);
    return out;
  }();
  std::size_t rule = 0, verbs = 0, length = 0;  // indices

  [[nodiscard]] const Part& rule_part() const { return kRules[rule]; }
  [[nodiscard]] const Part& verbs_part() const { return kVerbs[verbs]; }
  [[nodiscard]] const Part& length_part() const { return kLengths[length]; }
};

// What a boundary's place and the chunk `next` behind it say: by rule and verbs, and by length; and what the construct says by length.
template <typename Sink>
void describe_place(const Part& next, const Place& place, Sink& out) {
  out.add("end.r.v.n", place.rule_part(), place.verbs_part(), next);
}
template <typename Sink>
void describe_length_of(const Part& construct, const Place& place, Sink& out) {
  out.add("end.k.len", construct, place.length_part());
}
template <typename Sink>
void describe_length(const Part& next, const Place& place, Sink& out) {
  out.add("end.n.len", next, place.length_part());
}

// A content as its boundaries see it.
class Around {
 public:
  Around(const ContentStart& content, const Boundaries& boundaries)
      : c_(content),
        boundaries_(boundaries),
        lemma_(lemma_part(content.doc, content.parsed.chunks.chunks[static_cast<std::size_t>(content.cue)].head)) {
    const std::string_view symbols = c_.parsed.chunks.symbols;
    const int near = std::min(c_.first + Boundaries::kNear, c_.parsed.chunks.size());
    inner_ = c_.first;
    while (inner_ < near && !finite(symbols[static_cast<std::size_t>(inner_)])) ++inner_;
    if (inner_ == near) inner_ = c_.parsed.chunks.size();
    const std::vector<Chunk>& groups = c_.parsed.chunks.chunks;
    cue_tense_ = tense_of(c_.doc, groups[static_cast<std::size_t>(c_.cue)]);
    if (inner_ < near) inner_tense_ = tense_of(c_.doc, groups[static_cast<std::size_t>(inner_)]);
  }

  // Where the boundary before chunk `end` stands.
  [[nodiscard]] Place place(int end) const {
    const int length = end - c_.first;
    Place out;
    out.rule = end < c_.rule_end.chunk ? 0 : end == c_.rule_end.chunk ? 1 : 2;
    out.verbs = static_cast<std::size_t>(std::min(2, boundaries_.finite_verbs(std::max(c_.first, end - Boundaries::kNear), end)));
    out.length = Place::kLengthOf[static_cast<std::size_t>(length)];
    return out;
  }

  // What only the end by rule says of it.
  template <typename Sink>
  void describe_rule(const Place& place, Sink& out) const {
    static constexpr std::array<Part, 6> kWhy{"sentence", "mark", "word", "sibling", "quoting", "verb"};
    const Part& why = kWhy[static_cast<std::size_t>(c_.rule_end.why)];
    const Part& rule = place.rule_part();
    out.add("end.r.why", rule, why);
    out.add("end.k.r.why", c_.construct, rule, why);
  }

  // What the boundary before chunk `end` says of the content besides.
  template <typename Sink>
  void describe(int end, const Place& place, Sink& out) const {
    const Boundary& b = boundaries_.before(end);
    const Part& k = c_.construct;
    out.add("end.k.p.n", k, b.previous(), b.next());
    out.add("end.k.n.m", k, b.next(), b.second());
    out.add("end.l.n", lemma_, b.next());
    if (b.what == Boundary::What::Joint && b.verb >= 0) {
      out.add("end.says", k, b.speaks, b.ahead);
      const Part& tenses = tense_part(b.tense, inner_ < end);
      out.add("end.k.t", k, tenses, b.next());
      out.add("end.says.t", b.speaks, tenses, b.next());
    }
    if (!b.behind_comma) return;
    out.add("end.q", b.next(), b.ahead);
    out.add("end.k.q", k, b.next());
    out.add("end.k.qa", k, b.opens, b.ahead);
    out.add("end.q.v", b.ahead, place.verbs_part());
  }

 private:
  // The tenses of the cue, of the content's first verb and of the verb ahead.
  [[nodiscard]] const Part& tense_part(Tense ahead, bool inner) const {
    static constexpr std::array<Part, 27> kTenses{"---", "--p", "--n", "-p-", "-pp", "-pn", "-n-", "-np", "-nn",
                                                  "p--", "p-p", "p-n", "pp-", "ppp", "ppn", "pn-", "pnp", "pnn",
                                                  "n--", "n-p", "n-n", "np-", "npp", "npn", "nn-", "nnp", "nnn"};
    const std::size_t content = inner ? static_cast<std::size_t>(inner_tense_) : 0;
    return kTenses[static_cast<std::size_t>(cue_tense_) * 9 + content * 3 + static_cast<std::size_t>(ahead)];
  }

  const ContentStart& c_;
  const Boundaries& boundaries_;
  Part lemma_;  // of the cue
  Tense cue_tense_ = Tense::None, inner_tense_ = Tense::None;
  int inner_;   // chunk of the content's first verb, the sentence's end where none is near
};

}  // namespace

void end_features(const ContentStart& content, int end, Features& out) {
  out.clear();
  Boundaries boundaries;
  boundaries.fill(content.doc, content.parsed, content.first + 1, end - content.first);
  const Around around(content, boundaries);
  describe_boundary(boundaries.before(end), out);
  const Place place = around.place(end);
  around.describe_rule(place, out);
  describe_place(boundaries.before(end).next(), place, out);
  describe_length_of(content.construct, place, out);
  describe_length(boundaries.before(end).next(), place, out);
  around.describe(end, place, out);
}

void EndWeigher::weigh_with(const Weights& weights) {
  weights_ = &weights;
  bias_ = weights.units(Weights::kEndBias);
  known_chunks_.assign(kKnown, {});
  known_constructs_.assign(kKnown, {});
  next_sentence();
}

const BoundaryPlaces& EndWeigher::places(const FeaturePart& next) {
  const std::uint64_t key = key_of_parts(next.hash);
  Known<BoundaryPlaces>& known = known_chunks_[key >> kKnownShift];
  if (known.key == key) return known.sums;
  known.key = key;
  Place place;
  for (std::int32_t& sum_of_place : known.sums.by_rule_and_verbs) {
    FeatureSum sum(*weights_);
    describe_place(next, place, sum);
    sum_of_place = sum.units();
    if (++place.verbs == Place::kVerbs.size()) place.verbs = 0, ++place.rule;
  }
  for (std::int32_t& sum_of_place : known.sums.by_length) {
    FeatureSum sum(*weights_);
    describe_length(next, place, sum);
    sum_of_place = sum.units();
    ++place.length;
  }
  return known.sums;
}

const EndWeigher::Lengths& EndWeigher::lengths(const FeaturePart& construct) {
  const std::uint64_t key = key_of_parts(construct.hash);
  Known<Lengths>& known = known_constructs_[key >> kKnownShift];
  if (known.key == key) return known.sums;
  known.key = key;
  Place place;
  for (std::int32_t& sum_of_length : known.sums) {
    FeatureSum sum(*weights_);
    describe_length_of(construct, place, sum);
    sum_of_length = sum.units();
    ++place.length;
  }
  return known.sums;
}

// Rows for the boundaries up to the one before chunk `last`: of earlier contents when they reach as far, else new ones for the sentence.
void EndWeigher::look_around(const ContentStart& content, int last) {
  const int first = content.first + 1;
  if (boundaries_.from() <= first && last <= boundaries_.end() && boundaries_.from() < boundaries_.end()) return;
  boundaries_.fill(content.doc, content.parsed, first, Boundaries::kMost);
  for (int i = boundaries_.from(); i < boundaries_.end(); ++i) {
    FeatureSum sum(*weights_);
    describe_boundary(boundaries_.before(i), sum);
    boundaries_.before(i).alone = sum.units();
    boundaries_.before(i).places = places(boundaries_.before(i).next());
  }
}

int EndWeigher::likeliest(const ContentStart& content) {
  chance_ = 1;
  if (bias_ == 0) return content.rule_end.chunk;
  const Chunks& chunks = content.parsed.chunks;
  const int last = std::min({last_end(chunks), content.first + kMostEnds, content.limit});
  if (last <= content.first + 1 || content.rule_end.chunk <= content.first) return content.rule_end.chunk;
  look_around(content, last);

  const Around around(content, boundaries_);
  const auto count = static_cast<std::size_t>(last - content.first);
  std::array<float, kMostEnds> chance;  // of ending behind the chunk, by its distance
  const auto ends_behind = [&](std::size_t i) {
    chance_ = chance[i];
    // Behind the last boundary weighed the rule knows better.
    const bool beyond = i + 1 == count && content.rule_end.chunk > last && content.limit > last;
    return beyond ? content.rule_end.chunk : content.first + static_cast<int>(i) + 1;
  };
  const Lengths& by_length = lengths(content.construct);
  float reach = 1;
  std::size_t rule = Place::kRules.size();
  std::int32_t by_rule = 0;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const int end = content.first + 1 + static_cast<int>(i);
    chance[i] = 0;
    if (end < content.least) continue;
    const Boundary& boundary = boundaries_.before(end);
    if (boundary.parts_from_verb >= content.first) continue;
    const Place place = around.place(end);
    if (place.rule != rule) {
      rule = place.rule;
      FeatureSum sum(*weights_);
      around.describe_rule(place, sum);
      by_rule = sum.units();
    }
    FeatureSum sum(*weights_);
    around.describe(end, place, sum);
    const std::int32_t all = bias_ + boundary.alone + by_rule +
                             boundary.places.by_rule_and_verbs[place.rule * Place::kVerbs.size() + place.verbs] +
                             boundary.places.by_length[place.length] + by_length[place.length] + sum.units();
    const float score = static_cast<float>(all) / Weights::kUnits;
    const float stop = 1.0F / (1.0F + std::exp(-score));
    chance[i] = reach * stop;
    if (chance[i] > kSure) return ends_behind(i);
    reach *= 1 - stop;
  }
  chance[count - 1] = reach;
  if (reach > kSure) return ends_behind(count - 1);
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
  return ends_behind(best);
}

}  // namespace onrecord
