// "that" which opens a clause, taken for a relative pronoun; what stands behind "whose".
#include "extract/tag/sentence_mender.h"
#include "lexicon/shared_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

// "An inquest in Calder heard that the bridge leaks": what looks like a participle, behind a subject that opens the sentence, and before
// "that". "People told that it leaks left" were told.
void SentenceMender::heard_that() {
  std::uint32_t i = behind_groups(first_);
  // "Reyes, the president of the port, charged that it leaks": an apposition, not "Reyes, told that it leaks, left".
  const std::uint32_t first_comma = i;
  // "Reyes, 34, a baker, charged that it leaks"
  for (int asides = 0; asides < 3 && tag(i) == tag::kComma && i > first_; ++asides) {
    const std::uint32_t comma = i;
    i = behind_groups(comma + 1);
    if (asides > 0 && tag(i) == tag::kParticiple) break;
    // "The court, while hearing the plea, observed that it leaks"
    while (i + 2 < last_ && i < first_ + kFarthest && tag(i) != tag::kComma && tag(i) != tag::kParticiple && !finite(i) && !mark(i)) ++i;
    if (tag(i) != tag::kComma || i == comma + 1) return;
    if (tag(i + 1) == tag::kAdverb || tag(i + 1) == tag::kParticiple) {
      ++i;
      break;
    }
  }
  if (i == first_ || (i == first_comma && !noun(i - 1))) return;
  while (i + 2 < last_ && tag(i) == tag::kAdverb) ++i;  // the union repeatedly charged that
  if (i + 1 >= last_ || tag(i) != tag::kParticiple) return;
  // "The minister expressed hope that it leaks".
  const bool voiced = i + 2 < last_ && noun(i + 1) && (t_.word[i + 1]->classes & (kSpeechNoun | kAttitudeNoun)) != 0;
  std::uint32_t that = voiced ? i + 2 : i + 1;
  const Word& word = *t_.word[i];
  // "The ministry alleged at a hearing on Monday that it leaks"
  if (tag(that) == tag::kPreposition && (word.classes & kTakesQuote) != 0)
    while (that + 1 < last_ && that < i + kFarthest && t_.word[that]->id != that_ &&
           (in_group(that) || (tag(that) == tag::kPreposition && !opens_clause(that))))
      ++that;
  if (t_.word[that]->id != that_ || (tag(that) != tag::kPreposition && that == i + 1)) return;
  if ((word.classes & kTakesThat) != 0 && (word.classes & kAddresseeVerb) == 0 && past(word)) set(i, tag::kPast);
}

// "Left the hall and said that it leaks", "and in an interview said that": what looks like a participle behind "and" or
// where it was said, before "that", is a verb of its own; in "has shut it and said that" it is not.
void SentenceMender::left_and_said_that() {
  constexpr std::uint32_t kNear = 12;  // tokens in which "has" may stand
  static const auto asked = ids_of("asked", "wondered", "questioned");
  static const auto asked_for = ids_of("whether", "if", "why", "how", "what", "who", "when", "where");
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 1, 1)) {
    const Word& word = *t_.word[i];
    if (past(word) && behind_relative(i)) set(i, tag::kPast);
    // "is unsafe and asked whether it was old"; "was stopped and asked whether" is one passive
    const bool asks = asked.has(t_.word[i]->id) && asked_for.has(t_.word[i + 1]->id) && i > first_ + 1 && tag(i - 2) != tag::kParticiple;
    if (!asks && (t_.word[i + 1]->id != that_ || tag(i + 1) != tag::kPreposition)) continue;
    if ((word.classes & (kTakesThat | kTakesQuote)) == 0 || !past(word)) continue;
    const bool where = noun(i - 1) && (t_.word[i - 1]->classes & (kOccasion | kMedium)) != 0;
    if (behind_relative_place(i)) set(i, tag::kPast);
    if (tag(i - 1) != tag::kConjunction && !where) continue;
    std::uint32_t j = i;
    while (j > first_ && i - j < kNear && (t_.word[j - 1]->classes & kHave) == 0) --j;
    if (j == first_ || i - j == kNear) set(i, tag::kPast);
  }
}

// "Those who spoke | said that it leaks": behind the verb of a relative clause.
bool SentenceMender::behind_relative(std::uint32_t i) const {
  constexpr std::uint32_t kNear = 10;  // tokens
  if (!finite(i - 1) || (t_.word[i]->classes & kTakesQuote) == 0 || (t_.word[i - 1]->classes & (kBe | kHave | kDo)) != 0) return false;
  for (std::uint32_t k = i - 1; k > first_ && i - k < kNear; --k)
    if (tag(k - 1) == tag::kWhPronoun) return true;
  return false;
}

// "Sailors who were at the trial | said that it leaks": behind where those of a relative clause are.
bool SentenceMender::behind_relative_place(std::uint32_t i) const {
  std::uint32_t k = i;
  while (k > first_ + 1 && i - k < kFarthest && (in_group(k - 1) || tag(k - 1) == tag::kPreposition)) --k;
  if (k == i || k <= first_ + 1 || tag(k) != tag::kPreposition || tag(k - 2) != tag::kWhPronoun) return false;
  return finite(k - 1) && (t_.word[k - 1]->classes & kBe) != 0;
}

// "The fear | that", "a claim by some of the sailors | that".
bool SentenceMender::behind_noun_of_saying(std::uint32_t that) const {
  const auto says = [&](std::uint32_t i) { return (t_.word[i]->classes & (kSpeechNoun | kAttitudeNoun)) != 0; };
  if (says(that - 1)) return true;
  std::uint32_t i = that - 1;
  while (i > first_ + 1 && that - i < kFarthest && (in_group(i) || tag(i) == tag::kPreposition || tag(i) == tag::kConjunction)) {
    if (leads_to_source(t_.word[i]->id)) return noun(i - 1) && says(i - 1);
    --i;
  }
  return false;
}

// "that", "because", "whether".
bool SentenceMender::opens_clause(std::uint32_t i) const {
  static const std::uint32_t if_ = look_up("if").id, whether = look_up("whether").id;
  const Word& word = *t_.word[i];
  return (word.classes & kSubordinator) != 0 || word.id == that_ || word.id == if_ || word.id == whether;
}

// "The claim that the wall has sunk angered the town": what looks like a participle, with an object, is the verb of what was claimed when
// no other verb and no mark stands between the clause's own verb and the sentence's end; verb_behind() would pass over the verbs of further
// clauses. Near miss: "the claim that the wall, built by a lord, has sunk is old".
void SentenceMender::verb_of_claim() {
  std::uint32_t that = first_;
  while (that < last_ && t_.word[that]->id != that_) {
    if (finite(that)) return;
    ++that;
  }
  if (that + 2 >= last_ || that == first_ || !noun(that - 1) || !behind_noun_of_saying(that)) return;
  std::uint32_t verb = that + 1, participle = last_;
  while (verb < last_ && !finite(verb)) ++verb;
  static const std::uint32_t many = look_up("many").id;
  for (std::uint32_t i = verb + 1; i + 1 < last_; ++i) {
    if (finite(i) || mark(i)) return;
    const bool helped = finite(i - 1) || tag(i - 1) == tag::kAdverb || tag(i - 1) == tag::kParticiple;
    if (tag(i) == tag::kParticiple && past(*t_.word[i]) && !helped && (opens_group(i + 1) || t_.word[i + 1]->id == many)) participle = i;
  }
  if (participle < last_) set(participle, tag::kPast);
}

// "that nobody | had been told", "that Doe | has hidden the plan", "that fares | had doubled": a perfect at `verb` with all that belongs
// to it. Near misses: "that Reyes had made", "that the council had made", of which the claims are the object.
bool SentenceMender::perfect_without_gap(std::uint32_t verb) const {
  static const std::uint32_t been = look_up("been").id;
  if ((t_.word[verb]->classes & kHave) == 0 || tag(verb + 1) != tag::kParticiple || verb + 2 >= last_) return false;
  if (t_.word[verb + 1]->id == been) return tag(verb + 2) == tag::kParticiple;
  constexpr Bits kSomebody = kPerson | kPeople | kGroup | kTitle | kOrganizationName;
  const bool thing = (tag(verb - 1) == tag::kNoun || tag(verb - 1) == tag::kNouns) && (t_.word[verb - 1]->classes & kSomebody) == 0;
  return thing || opens_group(verb + 2) || noun(verb + 2);
}

// Whether the finite verb at `verb` has all that it needs: "that the bridge | is shut", "that fares | fell in May".
bool SentenceMender::lacks_nothing(std::uint32_t verb) const {
  static const auto kAlone = ids_of("come", "go", "die", "fall", "rise", "happen", "sleep", "fail", "sink", "escape", "exist", "arrive",
                                    "collapse", "occur", "disappear", "emerge");
  const Word& word = *t_.word[verb];
  if (tag(verb) == tag::kModal || (word.classes & kBe) != 0 || kAlone.has(word.lemma) || perfect_without_gap(verb)) return true;
  return opens_group(verb + 1) || noun(verb + 1) || tag(verb + 1) == tag::kAdjective || tag(verb + 1) == tag::kTo;
}

// "The fear | that businesses will leave": behind a noun of saying or thinking, with a clause that lacks nothing behind it; "the claims
// that Reyes made" are another.
void SentenceMender::that_after_noun() {
  for (const std::uint32_t i : bearing(tag::kWhPronoun, first_ + 1, 2, thats_ & behind(at_noun()))) {
    if (t_.word[i]->id != that_ || !noun(i - 1) || !behind_noun_of_saying(i)) continue;
    std::uint32_t verb = i + 1;
    const auto goes_on = [&](std::uint32_t k) { return !mark(k) || tag(k) == tag::kOpenQuote; };  // that boats | “should go”
    while (verb < last_ && verb < i + kFarthest && !finite(verb) && goes_on(verb)) ++verb;
    if (verb == i + 1 || !finite(verb)) continue;
    const bool lone = finite(i - 2) && (t_.word[i - 1]->classes & kAttitudeNoun) != 0;  // expressed regret | that he had left
    if (lone || lacks_nothing(verb)) set(i, tag::kPreposition);
  }
}

// "A dean told her that radio was dull", "told a meeting in May that talk of it was wrong": behind whom it was told "that" opens a clause.
// Near miss: "told her that story".
void SentenceMender::that_behind_whom() {
  for (const std::uint32_t i : bearing(tag::kDeterminer, first_ + 2, 2, thats_ & behind(at(tag::kPronoun) | at_noun()))) {
    constexpr Bits kTells = kAddresseeVerb | kTakesThat;
    if (t_.word[i]->id != that_) continue;
    const bool her = tag(i - 1) == tag::kPronoun && (t_.word[i - 2]->classes & kTells) == kTells;
    if (!her && !(noun(i - 1) && tag(i + 1) == tag::kNoun && behind_told(i))) continue;
    const std::uint32_t verb = behind_groups(i + 1);
    if (verb > i + 1 && finite(verb)) set(i, tag::kPreposition);
  }
}

// "The council told of rules made in May | that require a licence": no clause of what was told begins with its verb.
void SentenceMender::that_before_verb() {
  for (const std::uint32_t i : bearing(tag::kPreposition, first_ + 2, 2, thats_)) {
    if (t_.word[i]->id != that_ || tag(i - 1) == tag::kComma || governs(i - 1)) continue;
    const char verb = tag(i + 1);
    const bool present = (verb == tag::kVerb || verb == tag::kPresent) && opens_group(i + 2);
    if (!present && verb != tag::kModal) continue;
    if (present) set(i + 1, tag::kPresent);
    set(i, tag::kWhPronoun);
  }
}

// "told a meeting on Tuesday | that the bridge leaks": behind a verb that takes whom and what, with a subject of its own
// behind it, "that" opens a clause; "told a meeting that had come early" is another. So behind "said in an interview on Tuesday".
void SentenceMender::that_after_told() {
  for (const std::uint32_t i : bearing(tag::kWhPronoun, first_, 0, thats_)) {
    if (t_.word[i]->id != that_ || !behind_told(i)) continue;
    const char next = i + 1 < last_ ? tag(i + 1) : tag::kStop;
    const char second = tag(i + 2);
    const bool counted = next == tag::kAdverb && (second == tag::kNumber || second == tag::kDeterminer);  // not every, about two
    if (opens_group(i + 1) || noun(i + 1) || next == tag::kAdjective || next == tag::kPreposition || next == tag::kComparative ||
        next == tag::kNumber || next == tag::kGerund || next == tag::kTo || counted)
      set(i, tag::kPreposition);
    // "told a meeting that talk of a sale was wrong"
    const bool subject = (next == tag::kVerb || next == tag::kPresent) && (t_.word[i + 1]->tags & tag_bit(tag::kNoun)) != 0;
    const bool acts = finite(behind_groups(i + 2));
    if (subject && acts && tag(i + 2) == tag::kPreposition && (t_.word[i + 1]->classes & (kSpeechNoun | kAttitudeNoun)) != 0) {
      set(i, tag::kPreposition);
      set(i + 1, tag::kNoun);
    }
  }
}

// "Submitted that of ten boats, two were old": behind a verb that takes a clause, and before one behind a comma. Near miss: "a tale like
// that of Doe, who left".
void SentenceMender::that_of_many() {
  for (const std::uint32_t i : bearing(tag::kDeterminer, first_ + 1, 3, thats_ & behind(at_finite()) & before(at(tag::kPreposition)))) {
    if (t_.word[i]->id != that_ || !finite(i - 1) || (t_.word[i - 1]->classes & kTakesThat) == 0) continue;
    std::uint32_t comma = i + 2;
    while (comma < last_ && comma < i + kFarthest && tag(comma) != tag::kComma && !finite(comma)) ++comma;
    if (tag(comma) != tag::kComma) continue;
    const std::uint32_t verb = behind_group(comma + 1);
    if (verb > comma + 1 && finite(verb)) set(i, tag::kPreposition);
  }
}

// "A pledge that Reyes | has called “mad”", "a claim that Reyes | called a joke": the verb lacks whom or what it calls so. Near miss: "the
// claim that Reyes | called the police".
bool SentenceMender::calls_something(std::uint32_t verb) const {
  if (!finite(verb)) return false;
  const bool perfect = (t_.word[verb]->classes & kHave) != 0 && tag(verb + 1) == tag::kParticiple;
  const std::uint32_t calls = perfect ? verb + 1 : verb;
  return calls_so(t_.word[calls]->lemma) && calls + 1 < last_ &&
         (tag(calls + 1) == tag::kOpenQuote || is_indefinite_article(t_.word[calls + 1]->id));
}

// "A boat that she claims can fly", "the plan that Reyes says failed": what follows the verb of saying is a verb, whose subject "that" is.
// Near miss: "the claim that Reyes says so".
void SentenceMender::that_with_gap() {
  for (const std::uint32_t i : bearing(tag::kPreposition, first_ + 1, 3, thats_ & behind(at_noun()))) {
    if (t_.word[i]->id != that_ || !noun(i - 1)) continue;
    std::uint32_t verb = i + 1;
    while (verb + 1 < last_ && noun(verb) && tag(verb + 1) != tag::kModal) ++verb;
    if (verb == i + 1 && tag(verb) == tag::kPronoun) ++verb;
    if (verb == i + 1 || verb + 1 >= last_) continue;
    if (calls_something(verb)) set(i, tag::kWhPronoun);
    if ((t_.word[verb]->classes & kTakesThat) == 0 || !finite(verb + 1)) continue;
    const bool like_noun = tag(verb) == tag::kNouns && (t_.word[verb]->tags & tag_bit(tag::kThirdPerson)) != 0;
    // "that insurance claims would rise" has its subject in them
    const char whose = tag(verb - 1);
    if (!finite(verb) && !(like_noun && (whose == tag::kPronoun || whose == tag::kName))) continue;
    if (like_noun) set(verb, tag::kThirdPerson);
    set(i, tag::kWhPronoun);
  }
}

// Whether the last finite verb before the token, or a verb behind that, takes whom and what, or says where.
bool SentenceMender::behind_told(std::uint32_t i) const {
  static const std::uint32_t by = look_up("by").id, it = look_up("it").id;
  const std::uint32_t from = i - std::min(i - first_, kFarthest);
  while (i-- > from) {
    const Bits classes = t_.word[i]->classes;
    if (governs(i) && (classes & kAddresseeVerb) != 0) return true;
    // "was announced by some of the sailors | that", "it was reported last week | that"
    const bool perfect = i > first_ + 2 && (t_.word[i - 2]->classes & kHave) != 0;  // it has been suggested in the Post | that
    if (tag(i) == tag::kParticiple && (classes & kTakesThat) != 0 && i > first_ + 1 &&
        (t_.word[i + 1]->id == by || t_.word[i - (perfect ? 3 : 2)]->id == it))
      return true;
    if (!finite(i)) continue;
    const bool in = tag(i + 1) == tag::kPreposition || (t_.word[i + 1]->classes & kWeekday) != 0;
    return in && (classes & kTakesThat) != 0;
  }
  return false;
}

// "the men whose homes burned": no verb stands behind "whose".
void SentenceMender::things_of_whom() {
  static const std::uint32_t whose = look_up("whose").id;
  for (const std::uint32_t i : listed_) {
    if (t_.word[i]->id != whose || i < first_ || i + 1 >= last_) continue;
    if (tag(i + 1) == tag::kThirdPerson && (t_.word[i + 1]->tags & tag_bit(tag::kNouns)) != 0) set(i + 1, tag::kNouns);
    if ((tag(i + 1) == tag::kPresent || tag(i + 1) == tag::kVerb) && (t_.word[i + 1]->tags & tag_bit(tag::kNoun)) != 0)
      set(i + 1, tag::kNoun);
  }
}

}  // namespace onrecord
