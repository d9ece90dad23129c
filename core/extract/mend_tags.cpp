#include "extract/mend_tags.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "lexicon/name_particles.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr std::uint32_t kFarthest = 30;  // tokens of a sentence that are looked at

template <std::size_t N>
std::array<std::uint32_t, N> ids(const char* const (&words)[N]) {
  std::array<std::uint32_t, N> out{};
  for (std::size_t i = 0; i < N; ++i) out[i] = look_up(words[i]).id;
  return out;
}

// Whether a word may be one of a few: a few hundred bytes, so that a word costs no wait for memory. Another one may share a place.
class FewWords {
 public:
  FewWords(std::initializer_list<std::string_view> words) : FewWords(std::span(words.begin(), words.size())) {}
  explicit FewWords(std::span<const std::string_view> words) {
    for (const std::string_view word : words) bits_[look_up(word).id / 64 % bits_.size()] |= 1ULL << look_up(word).id % 64;
  }
  [[nodiscard]] bool may_have(std::uint32_t id) const { return (bits_[id / 64 % bits_.size()] >> id % 64 & 1U) != 0; }

 private:
  std::array<std::uint64_t, 64> bits_{};
};

// The tags of words as bits in the order of kTagOrder, and the closing mark as the one behind them.
static_assert(kTagOrder.size() < 32);
constexpr std::array<std::uint32_t, 128> kLookedAt = [] {
  std::array<std::uint32_t, 128> out{};
  for (const char tag : kTagOrder) out[static_cast<std::size_t>(tag)] = tag_bit(tag);
  out[static_cast<std::size_t>(tag::kCloseQuote)] = 1U << kTagOrder.size();
  return out;
}();
std::uint32_t looked_at(char tag) { return kLookedAt[static_cast<std::size_t>(tag) & 127U]; }
constexpr std::uint32_t kAnyFinite = tag_bit(tag::kPast) | tag_bit(tag::kThirdPerson) | tag_bit(tag::kPresent) | tag_bit(tag::kModal);
constexpr std::uint32_t kAnyNoun = tag_bit(tag::kNoun) | tag_bit(tag::kNouns) | tag_bit(tag::kName) | tag_bit(tag::kNames);

class Mender {
 public:
  explicit Mender(Document& doc) : doc_(doc), t_(doc.tokens) {}

  void mend(const Sentence& sentence) {
    first_ = sentence.first;
    last_ = sentence.last;
    while (first_ < last_ && mark(first_)) ++first_;
    look_over(sentence);
    if (inside_names_) words_inside_names();
    if (has(tag::kModal)) names_like_modals();
    if (tag(first_) == tag::kPreposition) told_by_participle(first_verb());
    if (has(tag::kModal) || does_) verbs_behind_modals();
    if (has(tag::kParticiple) && has(tag::kConjunction)) first_of_two(first_verb());
    if (may_tell_) verb_before(first_verb());
    if (has(tag::kParticiple)) heard_that();
    if (based_) based_in_town();
    if (thinks_) think_tanks();
    if (stands_for_people_) adjectives_for_people();
    if (counts_) standing_for_people();
    if (has(tag::kVerb)) base_form_of_many();
    if (has(tag::kWhPronoun)) {
      that_after_told();
      that_after_noun();
      things_of_whom();
    }
    if (has(tag::kCloseQuote)) behind_quotations(sentence);
  }

 private:
  [[nodiscard]] char tag(std::uint32_t i) const { return i < last_ ? t_.tag[i] : '\0'; }
  // What stands in the sentence, in one pass without a branch: most sentences need few of the looks.
  void look_over(const Sentence& sentence) {
    static const FewWords counted{"many", "few", "several", "most", "more", "fewer", "much", "those", "these"};
    tags_ = 0;
    const FewWords& names = maybe_inside_names();
    static const std::uint32_t based = look_up("based").id, think = look_up("think").id;
    does_ = based_ = thinks_ = may_tell_ = counts_ = stands_for_people_ = inside_names_ = false;
    for (std::uint32_t i = sentence.first; i < last_; ++i) {
      const Word& word = *t_.word[i];
      const std::uint32_t own = looked_at(t_.tag[i]);
      tags_ |= own;
      does_ |= (word.classes & kDo) != 0;
      based_ |= word.id == based;
      thinks_ |= word.id == think;
      may_tell_ |= ((own & kAnyNoun) != 0) & ((word.classes & (kTakesThat | kTakesQuote)) != 0);
      counts_ |= counted.may_have(word.id);
      inside_names_ |= names.may_have(word.id);
      stands_for_people_ |= ((own & tag_bit(tag::kAdjective)) != 0) & ((word.classes & (kPerson | kSurname)) != 0);
    }
  }
  // Whether a token of the sentence has the tag, or had it before it was mended.
  [[nodiscard]] bool has(char wanted) const { return (tags_ & looked_at(wanted)) != 0; }
  void set(std::uint32_t i, char tag) {
    t_.tag[i] = tag;
    tags_ |= looked_at(tag);
  }
  [[nodiscard]] bool mark(std::uint32_t i) const { return (t_.shape[i] & kMark) != 0; }
  [[nodiscard]] bool noun(std::uint32_t i) const { return (looked_at(tag(i)) & kAnyNoun) != 0; }
  [[nodiscard]] bool finite(std::uint32_t i) const { return (looked_at(tag(i)) & kAnyFinite) != 0; }

  // The first finite verb of the main clause; the sentence's end, or how far is looked, when there is none.
  [[nodiscard]] std::uint32_t first_verb() const {
    const std::uint32_t end = std::min(last_, first_ + kFarthest);
    for (std::uint32_t i = first_; i < end; ++i)
      if (finite(i)) return i;
    return end;
  }

  // "Maria de Souza", "Osama al-Rashid", "De Rossi said": small words belong to the name before them, or to that behind them where they
  // have a capital. Near miss: "the port de facto closed".
  void words_inside_names() {
    for (std::uint32_t i = first_; i + 1 < last_; ++i) {
      if (mark(i) || !maybe_inside_names().may_have(t_.word[i]->id)) continue;
      if (has_article(doc_.words(i))) {
        set(i, tag::kName);
        continue;
      }
      std::uint32_t end = i;
      while (end < i + 3 && end + 1 < last_ && is_name_particle(doc_.words(end))) ++end;
      const bool capital = end == i && is_capital_particle(i);
      if (capital) end = i + 1;
      if (end == i || !noun(end) || (t_.shape[end] & kCapital) == 0) continue;
      if (!capital && (i == first_ || !noun(i - 1) || (t_.shape[i - 1] & kCapital) == 0)) continue;
      for (; i < end; ++i) set(i, tag::kName);
      if (tag(end) == tag::kNoun) set(end, tag::kName);
    }
  }
  // "De", "La", where the tagger knows nothing better: a small word of names with a capital.
  [[nodiscard]] bool is_capital_particle(std::uint32_t i) const {
    if ((tag(i) != tag::kOther && tag(i) != tag::kAdjective) || (t_.shape[i] & kCapital) == 0) return false;
    constexpr std::size_t kLongest = 5;  // of kNameParticles: no heap for others
    if (doc_.words(i).size() > kLongest) return false;
    std::string small(doc_.words(i));
    small[0] = static_cast<char>(small[0] | 0x20);
    return is_name_particle(small);
  }
  // Small words of names, and all that no list has.
  [[nodiscard]] static const FewWords& maybe_inside_names() {
    static const FewWords words(kNameParticles);
    return words;
  }

  // "Will Doe said", "the bridge leaks, Will said", "said Will Doe": a modal with a capital is a name where a finite verb stands behind
  // the name, or before it.
  void names_like_modals() {
    for (std::uint32_t i = first_; i + 1 < last_; ++i) {
      if (tag(i) != tag::kModal || (t_.shape[i] & kCapital) == 0 || (i == first_ && tag(i + 1) != tag::kName)) continue;
      std::uint32_t verb = i + 1;
      while (tag(verb) == tag::kName) ++verb;
      const auto acts = [&](std::uint32_t v) { return finite(v) && tag(v) != tag::kModal; };
      if (acts(verb) || (verb > i + 1 && i > first_ && acts(i - 1))) set(i, tag::kName);
    }
  }

  // "cannot necessarily claim victory", "she did support the plan": a noun behind a modal or "do" that may be the base form of a verb of
  // saying or thinking is one.
  void verbs_behind_modals() {
    for (std::uint32_t i = first_; i + 1 < last_; ++i) {
      const bool modal = tag(i) == tag::kModal;
      if (!modal && !(finite(i) && (t_.word[i]->classes & kDo) != 0)) continue;
      std::uint32_t verb = i + 1;
      while (tag(verb) == tag::kAdverb) ++verb;
      if (tag(verb) != tag::kNoun || (t_.word[verb]->tags & tag_bit(tag::kVerb)) == 0) continue;
      const bool tells = (t_.word[verb]->classes & (kTakesThat | kTakesQuote | kAttitude | kSpeechNoun | kAttitudeNoun)) != 0;
      if (modal ? verb > i + 1 || tells : tells && (opens_group(verb + 1) || noun(verb + 1))) set(verb, tag::kVerb);
    }
  }

  // "One academic told", "a second relative said", "Port chief says": an adjective that is a noun for somebody, before a verb. "Green accepts that": a surname that
  // opens the sentence; "Wary voters left" does not.
  void adjectives_for_people() {
    for (std::uint32_t i = first_; i + 1 < last_; ++i) {
      if (tag(i) != tag::kAdjective || !finite(i + 1) || tag(i + 1) == tag::kModal || (t_.word[i + 1]->classes & kBe) != 0) continue;
      const char before = i > first_ ? tag(i - 1) : tag::kStop;
      const bool counted = before == tag::kNumber || before == tag::kAdjective || before == tag::kDeterminer || before == tag::kName;
      if (counted && (t_.word[i]->classes & kPerson) != 0) set(i, tag::kNoun);
      if (i == first_ && (t_.word[i]->classes & kSurname) != 0 && (t_.shape[i] & kCapital) != 0) set(i, tag::kName);
    }
  }

  // "An inquest in Calder heard that the bridge leaks": what looks like a participle, behind a subject that opens the sentence, and before
  // "that". "People told that it leaks left" were told.
  void heard_that() {
    static const std::uint32_t that = look_up("that").id;
    std::uint32_t i = first_;
    const auto pass_groups = [&] {
      while (i + 2 < last_ && i < first_ + kFarthest && (in_group(i) || tag(i) == tag::kPreposition)) ++i;
    };
    pass_groups();
    // "Reyes, the president of the port, charged that it leaks": an apposition, not "Reyes, told that it leaks, left".
    const std::uint32_t comma = i;
    if (tag(comma) == tag::kComma && comma > first_) {
      ++i;
      pass_groups();
      if (tag(i) != tag::kComma || i == comma + 1) return;
      ++i;
    }
    if (i == first_ || tag(i) != tag::kParticiple || (i == comma && !noun(i - 1))) return;
    if (t_.word[i + 1]->id != that || tag(i + 1) != tag::kPreposition) return;
    const Word& word = *t_.word[i];
    if ((word.classes & kTakesThat) != 0 && (word.classes & kAddresseeVerb) == 0 && past(word)) set(i, tag::kPast);
  }

  // "a longtime Calder based strategist": an adjective cut off its place. "The firm Calder based its plan on" is another, "a firm based here" too.
  void based_in_town() {
    static const std::uint32_t based = look_up("based").id;
    for (std::uint32_t i = first_ + 1; i + 1 < last_; ++i) {
      if (t_.word[i]->id != based || !noun(i - 1) || (t_.shape[i - 1] & kCapital) == 0) continue;
      if (!noun(i + 1) && tag(i + 1) != tag::kAdjective) continue;
      std::uint32_t k = i - 1;
      while (k > first_ && (noun(k) || tag(k) == tag::kAdjective)) --k;
      if (tag(k) == tag::kDeterminer || tag(k) == tag::kComma) set(i, tag::kAdjective);
    }
  }

  // "euro-sceptic think tank": no verb. "They think tanks leak" has one.
  void think_tanks() {
    static const std::uint32_t think = look_up("think").id;
    for (std::uint32_t i = first_; i + 1 < last_; ++i)
      if (t_.word[i]->id == think && (doc_.words(i + 1) == "tank" || (doc_.words(i + 1) == "tanks" && tag(i) != tag::kPresent))) set(i, tag::kNoun);
  }

  // "Many of them left", "most say so": quantities that stand for people; "those backing the plan": for whom the participle tells of.
  void standing_for_people() {
    static const auto quantities = ids({"many", "few", "several", "most", "more", "fewer", "much"});
    static const std::uint32_t those = look_up("those").id, these = look_up("these").id, of = look_up("of").id;
    for (std::uint32_t i = first_; i + 1 < last_; ++i) {
      const std::uint32_t id = t_.word[i]->id;
      // "those calls": no verb of one person stands behind what many are.
      if ((id == those || id == these) && tag(i + 1) == tag::kThirdPerson) set(i, tag::kDeterminer), set(i + 1, tag::kNouns);
      if (id == those && (tag(i + 1) == tag::kGerund || tag(i + 1) == tag::kParticiple)) set(i, tag::kPronoun);
      if (std::find(quantities.begin(), quantities.end(), id) == quantities.end()) continue;
      std::uint32_t next = i + 1;
      while (tag(next) == tag::kAdverb) ++next;
      const bool begins = i > first_ && noun(i - 1) && tag(i) == tag::kAdjective;  // "something many residents want"
      if (finite(next) || t_.word[i + 1]->id == of || begins) set(i, tag::kDeterminer);
    }
  }

  // "Sources acknowledge that": a base form behind a plural subject that no verb governs ("let the sources speak") is its verb.
  void base_form_of_many() {
    for (std::uint32_t i = first_ + 1; i < last_; ++i) {
      if (t_.tag[i] != tag::kVerb) continue;
      std::uint32_t j = i;
      while (j > first_ && tag(j - 1) == tag::kAdverb) --j;
      if (j == first_) continue;
      const char subject = tag(j - 1);
      if (subject != tag::kNouns && subject != tag::kNames && subject != tag::kPronoun && subject != tag::kWhPronoun) continue;
      while (j > first_ && i - j < kFarthest && (in_group(j - 1) || tag(j - 1) == tag::kPreposition) && !opens_clause(j - 1)) --j;
      if (j > first_ && governs(j - 1)) continue;
      set(i, tag::kPresent);
    }
  }
  [[nodiscard]] bool opens_clause(std::uint32_t i) const {
    static const std::uint32_t that = look_up("that").id, if_ = look_up("if").id, whether = look_up("whether").id;
    const Word& word = *t_.word[i];
    return (word.classes & kSubordinator) != 0 || word.id == that || word.id == if_ || word.id == whether;
  }
  // A verb, or the "to" before one.
  [[nodiscard]] bool governs(std::uint32_t i) const {
    const char g = tag(i);
    return finite(i) || g == tag::kVerb || g == tag::kGerund || g == tag::kParticiple || g == tag::kTo;
  }

  // "The fear | that businesses will leave": behind a noun of saying or thinking, with a clause that lacks nothing behind it; "the claims
  // that Reyes made" are another.
  void that_after_noun() {
    static const std::uint32_t that = look_up("that").id;
    for (std::uint32_t i = first_ + 1; i + 2 < last_; ++i) {
      if (t_.tag[i] != tag::kWhPronoun || t_.word[i]->id != that || !noun(i - 1)) continue;
      if ((t_.word[i - 1]->classes & (kSpeechNoun | kAttitudeNoun)) == 0) continue;
      std::uint32_t verb = i + 1;
      while (verb < last_ && verb < i + kFarthest && !finite(verb) && !mark(verb)) ++verb;
      if (verb == i + 1 || !finite(verb)) continue;
      const bool whole = tag(verb) == tag::kModal || (t_.word[verb]->classes & kBe) != 0 || opens_group(verb + 1) || noun(verb + 1) ||
                         tag(verb + 1) == tag::kAdjective || tag(verb + 1) == tag::kTo;
      if (whole) set(i, tag::kPreposition);
    }
  }

  // "the men whose homes burned": no verb stands behind "whose".
  void things_of_whom() {
    static const std::uint32_t whose = look_up("whose").id;
    for (std::uint32_t i = first_; i + 1 < last_; ++i) {
      if (t_.word[i]->id != whose) continue;
      if (tag(i + 1) == tag::kThirdPerson && (t_.word[i + 1]->tags & tag_bit(tag::kNouns)) != 0) set(i + 1, tag::kNouns);
      if ((tag(i + 1) == tag::kPresent || tag(i + 1) == tag::kVerb) && (t_.word[i + 1]->tags & tag_bit(tag::kNoun)) != 0) set(i + 1, tag::kNoun);
    }
  }

  // "The mayor called the plan mad and left": what looks like a participle, with an object behind it, before "and" and the first finite verb is
  // a finite verb too; "the man called Fixer and left alone" has none.
  void first_of_two(std::uint32_t verb) {
    std::uint32_t joint = verb;
    while (joint > first_ && tag(joint - 1) == tag::kAdverb) --joint;
    if (joint == first_ || verb >= last_ || tag(joint - 1) != tag::kConjunction) return;
    for (std::uint32_t i = first_ + 1; i < joint; ++i) {
      if (tag(i) != tag::kParticiple || !noun(i - 1) || !past(*t_.word[i])) continue;
      const char behind = tag(i + 1);
      if (behind != tag::kPronoun && (behind != tag::kDeterminer || (t_.shape[i + 2] & kCapital) != 0)) continue;
      set(i, tag::kPast);
      return;
    }
  }

  // "In a message posted Friday, the council said": what somebody said it in, told of by a participle that looks like a past.
  void told_by_participle(std::uint32_t verb) {
    if (verb == first_ || tag(first_) != tag::kPreposition || tag(verb) != tag::kPast || !noun(verb - 1)) return;
    if ((t_.word[verb - 1]->classes & (kOccasion | kDocument | kMedium)) == 0 || (t_.word[verb]->tags & tag_bit(tag::kParticiple)) == 0) return;
    for (std::uint32_t i = first_ + 1; i + 1 < verb; ++i)
      if (!noun(i) && tag(i) != tag::kDeterminer && tag(i) != tag::kAdjective && tag(i) != tag::kPossessivePronoun) return;
    std::uint32_t i = verb + 1;
    while (i < std::min(last_, verb + kFarthest) && tag(i) != tag::kComma && !finite(i)) ++i;
    if (tag(i) == tag::kComma && (opens_group(i + 1) || noun(i + 1))) set(verb, tag::kParticiple);
  }

  // "told a meeting on Tuesday | that the bridge leaks": behind a verb that takes whom and what, with a subject of its own behind it, "that"
  // opens a clause; "told a meeting that had come early" is another. So behind "said in an interview on Tuesday".
  void that_after_told() {
    static const std::uint32_t that = look_up("that").id;
    std::uint32_t told = last_;
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (governs(i) && !finite(i) && (t_.word[i]->classes & kAddresseeVerb) != 0) told = i;
      if (finite(i)) {
        const bool in = tag(i + 1) == tag::kPreposition || (i + 1 < last_ && (t_.word[i + 1]->classes & kWeekday) != 0);
        const bool says_in = in && (t_.word[i]->classes & kTakesThat) != 0;
        told = (t_.word[i]->classes & kAddresseeVerb) != 0 || says_in ? i : last_;
      }
      if (told == last_ || t_.tag[i] != tag::kWhPronoun || t_.word[i]->id != that || i > told + kFarthest) continue;
      if (opens_group(i + 1) || noun(i + 1) || tag(i + 1) == tag::kAdjective) set(i, tag::kPreposition);
    }
  }

  // ““It leaks,” the report read.”: what stands behind a quotation that ends in a comma is who said it and the verb, which may look like a
  // noun: up to the next mark, the first word behind a subject that is a verb of quoting, when no other verb of quoting follows.
  void behind_quotations(const Sentence& sentence) {
    for (std::uint32_t i = sentence.first; i + 2 < sentence.last; ++i) {
      if (t_.tag[i] != tag::kCloseQuote || i == sentence.first) continue;
      const char inside = t_.tag[i - 1];
      if (inside == tag::kComma || inside == tag::kStop) verb_behind_quotation(i + 1);
      else if (t_.tag[i + 1] == tag::kComma) verb_behind_quotation(i + 2);
    }
  }

  void verb_behind_quotation(std::uint32_t first) {
    // “It leaks,” comments Ana Reyes.
    if ((tag(first) == tag::kNouns || tag(first) == tag::kNoun) && (t_.word[first]->classes & kTakesQuote) != 0 && tag(first + 1) == tag::kName &&
        (t_.shape[first] & kCapital) == 0) {
      set(first, tag(first) == tag::kNouns ? tag::kThirdPerson : tag::kPresent);
      return;
    }
    retired_before_a_name(first);
    std::uint32_t subject = last_, verb = last_;
    if (tag(first) == tag::kModal && (t_.shape[first] & kCapital) != 0) set(first, tag::kName);  // Will Doe
    for (std::uint32_t i = first; i < last_ && i < first + kFarthest; ++i) {
      const char g = tag(i);
      if (g == tag::kComma || g == tag::kStop || g == tag::kOpenQuote || g == tag::kColon || g == tag::kSemicolon || g == tag::kDash) break;
      if (g == tag::kWhPronoun || g == tag::kWhAdverb || g == tag::kConjunction || t_.word[i]->id == as_) break;
      if (finite(i)) return;
      if (verb == last_ && subject != last_ && may_quote(i, subject)) verb = i;
      if (noun(i) || g == tag::kPronoun || (g == tag::kAdjective && i > first && tag(i - 1) == tag::kDeterminer)) subject = i;
    }
    if (verb == last_ || noun(verb + 1)) return;
    const Word& word = *t_.word[verb];
    set(verb, past(word) ? tag::kPast : tag(verb) == tag::kNouns ? tag::kThirdPerson : tag::kPresent);
  }

  // "retired General Doe said": what looks like a verb, with a verb of quoting behind the name that follows, tells of the name.
  void retired_before_a_name(std::uint32_t first) {
    if (tag(first) != tag::kPast || (t_.word[first]->classes & kTakesQuote) != 0) return;
    std::uint32_t i = first + 1;
    while (i < last_ && i < first + kFarthest && (noun(i) || tag(i) == tag::kAdjective)) ++i;
    if (i > first + 1 && finite(i) && (t_.word[i]->classes & kTakesQuote) != 0) set(first, tag::kAdjective);
  }

  // A noun or participle that may be a verb of quoting whose subject has the head `head`.
  [[nodiscard]] bool may_quote(std::uint32_t i, std::uint32_t head) const {
    const Word& word = *t_.word[i];
    if ((word.classes & kTakesQuote) == 0 || (t_.shape[i] & kCapital) != 0) return false;
    const char before = tag(i - 1);
    if (before == tag::kDeterminer || before == tag::kPossessivePronoun || before == tag::kPossessive) return false;
    if (past(word)) return true;
    const bool plural = tag(head) == tag::kNouns || tag(head) == tag::kNames;
    if (tag(i) == tag::kNouns) return !plural && (word.tags & tag_bit(tag::kThirdPerson)) != 0;
    return tag(i) == tag::kNoun && plural && (word.tags & (tag_bit(tag::kVerb) | tag_bit(tag::kPresent))) != 0;
  }

  // Whether [from, to) is one noun group that begins as a new one does.
  [[nodiscard]] bool group(std::uint32_t from, std::uint32_t to) const {
    if (from >= to || !opens_group(from)) return false;
    for (std::uint32_t i = from; i < to; ++i)
      if (!in_group(i)) return false;
    return noun(to - 1) || tag(to - 1) == tag::kPronoun;
  }
  [[nodiscard]] bool in_group(std::uint32_t i) const {
    const char g = tag(i);
    return noun(i) || g == tag::kDeterminer || g == tag::kPossessivePronoun || g == tag::kAdjective || g == tag::kComparative ||
           g == tag::kNumber || g == tag::kPossessive || g == tag::kPronoun;
  }
  [[nodiscard]] bool opens_group(std::uint32_t i) const {
    const char g = tag(i);
    return g == tag::kDeterminer || g == tag::kPossessivePronoun || g == tag::kPronoun || g == tag::kName || g == tag::kNames;
  }

  void verb_before(std::uint32_t verb) {
    // The subject's head: the last noun before a preposition, a participle, a pronoun.
    std::uint32_t head = last_;
    std::uint32_t i = first_;
    for (; i < verb && !(noun(i) && could_be_verb(i, head)); ++i) {
      const char g = tag(i);
      if (g == tag::kComma && head != last_) return;
      if (g == tag::kComma || g == tag::kSemicolon || g == tag::kColon) head = last_;
      if (noun(i) && (head == last_ || head + 1 == i)) head = i;
      if (g == tag::kAdjective && head == last_ && i > first_ && tag(i - 1) == tag::kDeterminer) head = i;  // the executive
    }
    if (i >= verb || head == last_) return;
    const std::uint32_t next = i + 1;
    const bool alone = verb == std::min(last_, first_ + kFarthest);
    const bool quotes = tag(next) == tag::kOpenQuote || ((tag(next) == tag::kComma || tag(next) == tag::kColon) && tag(next + 1) == tag::kOpenQuote);
    static const std::uint32_t that = look_up("that").id;
    const bool many = tag(next) == tag::kNouns && next + 1 == verb && opens_group(first_);  // the report claims | firms have left
    const bool clause = !alone && (many || group(next, verb) || (tag(next) == tag::kPreposition && t_.word[next]->id == that));
    if (alone ? !(quotes || opens_group(next) || tag(next) == tag::kNouns) : !(clause || quotes)) return;
    if (past(*t_.word[i]) && !quotes) return;
    set(i, past(*t_.word[i]) ? tag::kPast : tag(i) == tag::kNouns ? tag::kThirdPerson : tag::kPresent);
  }

  // A noun that may be a verb of saying or thinking whose subject has the head `head`.
  [[nodiscard]] bool could_be_verb(std::uint32_t i, std::uint32_t head) const {
    if (head == last_ || i == first_ || (t_.shape[i] & kCapital) != 0) return false;
    const Word& word = *t_.word[i];
    if ((word.classes & (kTakesThat | kTakesQuote)) == 0) return false;
    const char before = tag(i - 1);
    if (before == tag::kDeterminer || before == tag::kPossessivePronoun || before == tag::kPossessive || before == tag::kPreposition) return false;
    const bool plural = tag(head) == tag::kNouns || tag(head) == tag::kNames;
    if (tag(i) == tag::kNouns) return !plural && (word.tags & tag_bit(tag::kThirdPerson)) != 0;
    if (tag(i) == tag::kNoun) return past(word) || (plural && (word.tags & (tag_bit(tag::kVerb) | tag_bit(tag::kPresent))) != 0);
    return false;
  }
  [[nodiscard]] static bool past(const Word& word) { return (word.tags & tag_bit(tag::kPast)) != 0; }

  const Document& doc_;
  Tokens& t_;
  const std::uint32_t as_ = look_up("as").id;
  std::uint32_t first_ = 0, last_ = 0;
  std::uint32_t tags_ = 0;   // of the sentence, see looked_at()
  bool inside_names_ = false;  // a small word stands in it that may be inside a name
  bool does_ = false;        // a form of "do" stands in it
  bool stands_for_people_ = false;  // an adjective that may be a noun for somebody, or a surname
  bool based_ = false, thinks_ = false;  // so do "based", "think"
  bool may_tell_ = false;    // so does a noun that may be a verb of saying or thinking
  bool counts_ = false;      // and maybe one of standing_for_people()'s words
};

}  // namespace

void mend_tags(Document& doc) {
  Mender mender(doc);
  for (const Sentence& sentence : doc.sentences) mender.mend(sentence);
  for (const Sentence& sentence : doc.inner) mender.mend(sentence);
}

}  // namespace onrecord
