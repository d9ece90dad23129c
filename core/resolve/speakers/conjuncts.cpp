#include "resolve/speakers/conjuncts.h"

#include <algorithm>

#include "lexicon/tags.h"

namespace onrecord {
namespace {

class ConjunctReader {
 public:
  ConjunctReader(const Document& doc, const Names& names, const Entities& entities, const Phrase& phrase, std::uint32_t last)
      : doc_(doc), names_(names), entities_(entities), last_(last), k_(phrase.end + (phrase.possessive_end ? 1U : 0U)) {
    out_.add({phrase.first, phrase.end, phrase.name >= 0 || tag(phrase.first) == tag::kPronoun});
    houses_ = is_house(phrase);
  }

  Conjuncts read() {
    while (k_ < last_ && !out_.full() && go_on()) {}
    return out_;
  }

 private:
  // Each reads on from k_ and returns whether anything may follow.
  bool go_on() {
    switch (tag(k_)) {
      case tag::kConjunction: return behind_conjunction();
      case tag::kComma: return behind_comma();
      case tag::kPreposition: return over_prepositional();
      default: return false;
    }
  }
  bool behind_conjunction();
  bool behind_comma();
  bool over_apposition();
  bool over_prepositional();

  [[nodiscard]] char tag(std::uint32_t token) const { return doc_.tokens.tag[token]; }
  [[nodiscard]] Phrase phrase_at(std::uint32_t token) const { return read_phrase(doc_, names_, token, last_); }
  [[nodiscard]] const Entity& entity(const Phrase& phrase) const {
    return entities_.at(names_.all()[static_cast<std::size_t>(phrase.name)].entity);
  }
  [[nodiscard]] bool is_house(const Phrase& phrase) const {
    return phrase.name >= 0 && entity(phrase).kind == SpeakerKind::Organization && !entity(phrase).is_place;
  }
  [[nodiscard]] bool goes_on_behind(const Phrase& phrase) const {
    return phrase.end < last_ && (tag(phrase.end) == tag::kComma || tag(phrase.end) == tag::kConjunction);
  }
  void add(const Phrase& phrase) {
    k_ = phrase.end;
    // "and his chief | of staff"
    if (phrase.name < 0 && k_ + 1 < last_ && doc_.words(k_) == "of") k_ = std::max(k_, phrase_at(k_ + 1).end);
    out_.add({phrase.first, k_, phrase.name >= 0});
  }

  const Document& doc_;
  const Names& names_;
  const Entities& entities_;
  const std::uint32_t last_;
  std::uint32_t k_;         // token
  bool attached_ = false;   // a preposition stands between: "the head of police and …"
  bool houses_ = false;     // the first is one
  bool at_a_house_ = false;  // an apposition names an organisation: "Ann Roe, a baker at the Coast Centre,"
  Conjuncts out_;
};

bool ConjunctReader::behind_conjunction() {
  if (k_ + 1 >= last_ || doc_.tokens.word[k_]->classes == 0) return false;
  const Phrase next = phrase_at(k_ + 1);
  // "Ann Roe of Calder and John Doe", but "the mayor of Calder and Maryshire".
  if (attached_ && !(out_[0].name && next.name >= 0 && next.end - k_ > 2)) return false;
  if (next.end <= k_ + 1) return false;
  // "… and the Harbour University, said": where else she works
  if (at_a_house_ && next.name >= 0 && entity(next).kind == SpeakerKind::Organization) return false;
  add(next);
  attached_ = false;
  return true;
}

// A list of names goes on, else it is an apposition, which is passed over.
bool ConjunctReader::behind_comma() {
  ++k_;
  if (k_ < last_ && tag(k_) == tag::kConjunction) {
    attached_ = false;
    return true;
  }
  if (k_ < last_ && out_[0].name && tag(k_) != tag::kDeterminer) {
    const Phrase next = phrase_at(k_);
    if (goes_on_behind(next) && next.name >= 0 && entity(next).is_person()) {
      add(next);
      return true;
    }
  }
  // "the Gull, the Trust and Veldt": houses have articles
  if (k_ < last_ && houses_)
    if (const Phrase next = phrase_at(k_); goes_on_behind(next) && is_house(next)) {
      add(next);
      return true;
    }
  return over_apposition();
}

bool ConjunctReader::over_apposition() {
  constexpr std::uint32_t kLongest = 25;  // tokens
  const std::uint32_t begin = k_, limit = std::min(last_, k_ + kLongest);
  while (k_ < limit && tag(k_) != tag::kComma) ++k_;
  if (k_ == limit) return false;
  for (std::size_t n = names_.first_from(begin); n < names_.all().size() && names_.all()[n].last <= k_; ++n) {
    const Entity& e = entities_.at(names_.all()[n].entity);
    at_a_house_ |= e.kind == SpeakerKind::Organization && !e.is_place;
  }
  attached_ = false;
  return k_ + 1 >= last_ || tag(k_ + 1) == tag::kConjunction;
}

bool ConjunctReader::over_prepositional() {
  if (k_ + 1 >= last_) return false;
  const Phrase next = phrase_at(k_ + 1);
  if (next.end <= k_ + 1) return false;
  k_ = next.end;
  attached_ = true;
  return true;
}

}  // namespace

Conjuncts read_conjuncts(const Document& doc, const Names& names, const Entities& entities, const Phrase& phrase, std::uint32_t last) {
  return ConjunctReader(doc, names, entities, phrase, last).read();
}

}  // namespace onrecord
