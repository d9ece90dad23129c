#include "extract/ends.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "extract/parts.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;
using Part = FeaturePart;

// How much more an end to the letter is worth than one that shares half of the words.
constexpr float kExact = 4.0F;

class EndDescriber {
 public:
  EndDescriber(const ContentStart& content, int end, Features& out)
      : c_(content), end_(end), out_(out), s_(content.parsed.chunks.symbols) {}

  void run() {
    const Part& k = c_.construct;
    const Part prev = part(end_ - 1), next = part(end_), second = part(end_ + 1), third = part(end_ + 2);
    const Part rule = end_ == c_.rule_end ? Part("rule") : end_ < c_.rule_end ? Part("inside") : Part("beyond");
    const Part length = length_part(), verbs = verbs_part();
    out_.group("end.kind", {k, rule, next, length, verbs}, [&] {
      out_.add("end.r", rule);
      out_.add("end.k.r", k, rule);
      out_.add("end.k.r.n", k, rule, next);
      out_.add("end.k.len", k, length);
      out_.add("end.n.len", next, length);
      out_.add("end.k.v.n", k, verbs, next);
      out_.add("end.r.v.n", rule, verbs, next);
    });
    out_.group("end.around", {k, prev, next, second, third}, [&] {
      out_.add("end.n", next);
      out_.add("end.k.n", k, next);
      out_.add("end.p.n", prev, next);
      out_.add("end.k.p.n", k, prev, next);
      out_.add("end.p.n.m", prev, next, second);
      out_.add("end.k.n.m", k, next, second);
      out_.add("end.n.m.o", next, second, third);
    });
    const Part lemma = lemma_part(c_.doc, chunk(c_.cue).head);
    out_.group("end.cue", {lemma, next, second}, [&] {
      out_.add("end.l.n", lemma, next);
      out_.add("end.l.n.m", lemma, next, second);
    });
    const char symbol = at(end_);
    if (symbol == 'i' || symbol == '&') preposition(k, next, lemma);
    if (symbol == ',' || symbol == 'c' || symbol == 'B' || symbol == 'D' || symbol == 's' || symbol == 'f') joint(k, next, verbs);
    if (symbol == 'T' || symbol == 'W' || symbol == 'G' || symbol == 'I' || symbol == 'E') attached(k, next);
  }

 private:
  [[nodiscard]] char at(int i) const { return i >= 0 && i < c_.parsed.chunks.size() ? s_[static_cast<std::size_t>(i)] : '\0'; }
  [[nodiscard]] const Chunk& chunk(int i) const { return c_.parsed.chunks.chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] Part part(int i) const { return chunk_part(c_.doc, c_.parsed.chunks, i); }
  [[nodiscard]] bool finite(int i) const { return at(i) == 'V' || at(i) == 'U' || at(i) == 'F'; }

  [[nodiscard]] Part length_part() const {
    static constexpr std::array<Part, 8> kLengths{"1", "2", "3", "4-5", "6-8", "9-13", "14-20", "21+"};
    const int n = end_ - c_.first;
    return kLengths[static_cast<std::size_t>(n <= 3 ? n - 1 : n <= 5 ? 3 : n <= 8 ? 4 : n <= 13 ? 5 : n <= 20 ? 6 : 7)];
  }
  [[nodiscard]] Part verbs_part() const {
    int n = 0;
    for (int i = std::max(c_.first, end_ - kNear); i < end_ && n < 2; ++i) n += finite(i) ? 1 : 0;
    static constexpr std::array<Part, 3> kCounts{"0", "1", "2"};
    return kCounts[static_cast<std::size_t>(n)];
  }

  // What kind of noun chunk `i` names.
  [[nodiscard]] Part noun_kind(int i) const {
    if (at(i) == 'T') return {"time"};
    if (at(i) == 'G' || at(i) == 'P' || at(i) == 'Q') return part(i);
    if (at(i) != 'N') return {"other"};
    const std::uint32_t head = chunk(i).head;
    const Word& word = *c_.doc.tokens.word[head];
    const char tag = c_.doc.tokens.tag[head];
    if ((tag == tag::kName || tag == tag::kNames) && (word.classes & (kSurname | kMaleName | kFemaleName)) != 0) return {"name"};
    if ((word.classes & kOccasion) != 0) return {"occasion"};
    if ((word.classes & kMedium) != 0) return {"medium"};
    if ((word.classes & kDocument) != 0) return {"document"};
    if ((word.classes & (kPerson | kPeople)) != 0) return {"person"};
    if ((word.classes & kPlace) != 0) return {"place"};
    if ((word.classes & kGroup) != 0) return {"group"};
    if ((word.classes & (kSpeechNoun | kAttitudeNoun)) != 0) return {"speech"};
    return {tag == tag::kName || tag == tag::kNames ? "name" : tag == tag::kNumber ? "number" : "noun"};
  }

  // "criticized the plan | in a letter", "the plan in the valley".
  void preposition(const Part& k, const Part& next, const Part& lemma) {
    const Part kind = noun_kind(end_ + 1);
    const Part before = at(end_ - 1) == 'N' || at(end_ - 1) == 'V' || at(end_ - 1) == 'G' || at(end_ - 1) == 'I'
                            ? lemma_part(c_.doc, chunk(end_ - 1).head) : part(end_ - 1);
    out_.group("end.prep", {k, next, kind}, [&] {
      out_.add("end.i.c", next, kind);
      out_.add("end.k.i.c", k, next, kind);
    });
    out_.add("end.a.i", before, next);
    out_.add("end.l.i.c", lemma, next, kind);
    if (at(end_ + 1) == 'N') out_.add("end.i.h", next, lemma_part(c_.doc, chunk(end_ + 1).head));
  }

  // Behind a comma, a conjunction, a dash: what follows, whether it is a clause, whose tense it has, whether the comma is one of two.
  void joint(const Part& k, const Part& next, const Part& verbs) {
    int i = end_ + 1;
    while (at(i) == 'A' || at(i) == 'c' || at(i) == 'B' || at(i) == 'T') ++i;
    const Part opens = part(i);
    int verb = -1, closes = -1;
    for (int j = i; j < i + kNear && at(j) != 0 && verb < 0; ++j) {
      if (finite(j)) verb = j;
      else if (at(j) == at(end_) && closes < 0) closes = j;
      else if (at(j) == ';' || at(j) == ':') break;
    }
    const Part ahead = verb < 0 ? Part("none") : closes >= 0 ? Part("behind") : finite(i) ? Part("verb") : Part("clause");
    out_.group("end.joint", {k, next, opens, ahead, verbs}, [&] {
      out_.add("end.j", next, opens, ahead);
      out_.add("end.k.j", k, opens, ahead);
      out_.add("end.j.v", ahead, verbs, next);
    });
    const Part tense = tense_part(verb);
    out_.group("end.tense", {k, next, tense, ahead}, [&] {
      out_.add("end.t", next, tense);
      out_.add("end.t.k", k, tense, ahead);
    });
    if (verb >= 0) {
      const Word& word = *c_.doc.tokens.word[chunk(verb).head];
      const Part speaks = (word.classes & kTakesQuote) != 0 ? Part("says") : (word.classes & kAttitude) != 0 ? Part("thinks") : Part("does");
      out_.add("end.says", k, speaks, ahead);
      out_.add("end.says.t", speaks, tense, next);
    }
  }

  // Whether the verb ahead has the tense of the cue, that of the content's first verb, that of both.
  [[nodiscard]] Part tense_part(int verb) const {
    if (verb < 0) return {"none"};
    const auto tense = [&](int i) { return c_.doc.tokens.tag[chunk(i).head]; };
    int inner = -1;
    for (int i = c_.first; i < std::min(end_, c_.first + kNear) && inner < 0; ++i)
      if (finite(i)) inner = i;
    const bool cue = tense(verb) == tense(c_.cue);
    if (inner < 0) return {cue ? "cue" : "other"};
    const bool content = tense(verb) == tense(inner);
    return {cue && content ? "both" : cue ? "cue" : content ? "content" : "neither"};
  }

  // A time, a relative clause, a participle, an infinitive: what it would hang on.
  void attached(const Part& k, const Part& next) {
    const Part kind = noun_kind(end_ - 1);
    const bool last = at(end_ + 1) == 0 || at(end_ + 1) == '.' || at(end_ + 1) == ',';
    out_.group("end.attached", {k, next, kind, last ? Part("last") : Part("more")}, [&] {
      out_.add("end.at", next, kind);
      out_.add("end.k.at", k, next, last ? Part("last") : Part("more"));
    });
    out_.add("end.at.h", next, lemma_part(c_.doc, chunk(end_).head));
    if (at(end_ - 1) == 'N') out_.add("end.at.b", next, lemma_part(c_.doc, chunk(end_ - 1).head));
  }

  static constexpr int kNear = 14;  // chunks that are looked at on either side
  const ContentStart& c_;
  int end_;
  Features& out_;
  std::string_view s_;
};

}  // namespace

int last_end(const Chunks& chunks) {
  int last = chunks.size();
  while (last > 0 && chunks.symbols[static_cast<std::size_t>(last) - 1] == '.') --last;
  return last;
}

void end_features(const ContentStart& content, int end, Features& out) {
  out.clear();
  EndDescriber(content, end, out).run();
}

int likeliest_end(const ContentStart& content, const Weights& weights, Features& features) {
  if (weights.units(Weights::kEndBias) == 0) return content.rule_end;
  const Chunks& chunks = content.parsed.chunks;
  const int last = std::min(last_end(chunks), content.first + kMostEnds);
  if (last <= content.first + 1 || content.rule_end <= content.first) return content.rule_end;
  const auto count = static_cast<std::size_t>(last - content.first);
  std::array<float, kMostEnds> chance;  // of ending behind the chunk, by its distance
  float reach = 1;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    end_features(content, content.first + static_cast<int>(i) + 1, features);
    const float stop = 1.0F / (1.0F + std::exp(-features.score(Weights::kEndBias)));
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
  // Behind the last boundary weighed the rule knows better.
  return best + 1 == count && content.rule_end > last ? content.rule_end : end;
}

}  // namespace onrecord
