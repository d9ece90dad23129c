// Participles that are verbs, and verbs that are participles: "called", "heard", "issued" look alike.
#include "extract/tag/sentence_mender.h"
#include "lexicon/pronouns.h"
#include "lexicon/shared_words.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

// "The mayor called Doe a disgrace and left", "this plan called for a new port", "people who live there maintained that it leaks": what
// looks like a participle behind the subject of the sentence, and before what it does, is the sentence's verb when no other is. Near
// misses: "the man called Fixer left", "the plan called a farce by Doe was dropped".
void SentenceMender::participle_for_verb() {
  if (title_ || !(has(tag::kParticiple) || tells_like_adjective_)) return;  // titles leave out "is": "Doe blamed by council"
  std::uint32_t subject = behind_fronted();
  if (subject == first_ && tag(first_) == tag::kConjunction) ++subject;  // But | the mayor called
  const std::uint32_t group = behind_groups(subject);
  if (group == subject || described_by_participle(group)) return;
  std::uint32_t i = behind_relative_clause(group);
  // "A report published in May by the port | documented 61 leaks"
  if (tag(group) == tag::kParticiple && group + 1 < last_ && tag(group + 1) == tag::kPreposition)
    if (const std::uint32_t verb = behind_groups(group + 1); verb < last_ && like_participle(verb)) i = verb;
  if (tag(group) == tag::kComma) i = behind_appositions(group, subject > first_ && tag(first_) != tag::kPreposition);
  else if (i == group && !noun(i - 1) && tag(i - 1) != tag::kPronoun) return;
  if (i + 1 >= last_ || !like_participle(i)) return;
  static const std::uint32_t by = look_up("by").id;
  const bool whose_clause = i > group && tag(group) != tag::kComma;  // who live there | needed help
  const bool acts = has_object(i) || by_mail(i) || (whose_clause && t_.word[i + 1]->id != by);
  if (acts && !verb_behind(i)) set(i, tag::kPast);
}

// "Said | by email": by nobody.
bool SentenceMender::by_mail(std::uint32_t i) const {
  static const std::uint32_t by = look_up("by").id;
  return i + 2 < last_ && t_.word[i + 1]->id == by && tag(i + 2) == tag::kNoun && (t_.word[i + 2]->classes & kMedium) != 0;
}

// "The man accused of the theft | left", "people briefed on the talks | likened it to a sieve": what was told or done to whoever the
// subject names, before the verb of the sentence. Near miss: "the mayor accused him of the theft and left".
bool SentenceMender::described_by_participle(std::uint32_t i) {
  if (i + 2 >= last_ || (tag(i) != tag::kParticiple && tag(i) != tag::kPast) || tag(i + 1) != tag::kPreposition) return false;
  if ((t_.word[i]->classes & kAddresseeVerb) == 0 || !may_be_participle(i) || opens_clause(i + 1)) return false;
  const bool doing = tag(i + 2) == tag::kGerund && doc_.words(i + 1) == "of";  // accused of stealing | a boat
  const std::uint32_t what = doing ? i + 3 : i + 2;
  const std::uint32_t verb = behind_groups(what);
  if (verb == what || verb + 1 >= last_ || !(finite(verb) || (like_participle(verb) && has_object(verb)))) return false;
  if (sent_in_a_letter(verb)) return false;
  set(i, tag::kParticiple);
  if (!finite(verb)) set(verb, tag::kPast);
  return true;
}

// "A baker accused of stealing boats left", "met a baker accused of stealing boats": nobody accuses of it. Near miss: "accused Doe of it".
void SentenceMender::accused_of_doing() {
  static const std::uint32_t accuse = look_up("accuse").lemma;
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 1, 4, tells_ & before(at(tag::kPreposition)))) {
    if (tag(i + 2) == tag::kGerund && noun(i - 1) && !described_by_participle(i) && t_.word[i]->lemma == accuse && first_verb() < i)
      set(i, tag::kParticiple);
  }
}

// "That a rival team called it a farce": what looks like a participle, before whom or what it is done to, is a verb when no "has" or "is"
// stands before it. Near misses: "has called it", "was given them".
void SentenceMender::does_it() {
  static const std::uint32_t it = look_up("it").id;
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 1, 2)) {
    const std::uint32_t object = t_.word[i + 1]->id;
    if ((object != it && !is_object_pronoun(object)) || !past(*t_.word[i])) continue;
    std::uint32_t before = i - 1;
    while (before > first_ && tag(before) == tag::kAdverb) --before;
    if (in_group(before) && (t_.word[before]->classes & (kHave | kBe)) == 0) set(i, tag::kPast);
  }
}

// What may be a past and is no adjective but one of saying or thinking: "called", "worried".
bool SentenceMender::like_participle(std::uint32_t i) const {
  const Word& word = *t_.word[i];
  if (!past(word)) return false;
  return tag(i) == tag::kParticiple || (tag(i) == tag::kAdjective && (word.classes & (kTakesThat | kTakesQuote)) != 0);
}

// "Reyes, 34, a baker, | worried": behind the appositions that begin with the comma at `i`; the sentence's end when no participle stands
// there. `behind_one`: another stands before the comma.
std::uint32_t SentenceMender::behind_appositions(std::uint32_t i, bool behind_one) const {
  for (int asides = behind_one ? 1 : 0; asides < 4 && tag(i) == tag::kComma; ++asides) {
    std::uint32_t verb = i + 1;
    while (tag(verb) == tag::kAdverb) ++verb;
    if (asides > 0 && verb < last_ && like_participle(verb)) return verb;
    const std::uint32_t behind = behind_groups(i + 1);
    if (behind == i + 1) return last_;
    i = behind;
  }
  return last_;
}

// "On Monday, | Reyes", "asked about the fire, | people": behind the comma of what stands in front and has no verb of its own.
std::uint32_t SentenceMender::behind_fronted() const {
  for (std::uint32_t i = first_; i + 1 < last_ && i < first_ + kFarthest; ++i) {
    const char g = tag(i);
    if (g == tag::kComma) return i + 1;
    const bool begins = i == first_ || (i == first_ + 1 && tag(first_) == tag::kAdverb);  // also speaking, Reyes
    const bool opens = begins && (g == tag::kParticiple || g == tag::kGerund || g == tag::kAdverb);
    if (!opens && !in_group(i) && g != tag::kPreposition) return first_;
  }
  return first_;
}

// "People | who live near the quay |", "an official | who asked not to be named |": behind the relative clause that begins at `who`, or
// `who` where none does.
std::uint32_t SentenceMender::behind_relative_clause(std::uint32_t who) const {
  if (tag(who) != tag::kWhPronoun || !finite(who + 1)) return who;
  std::uint32_t i = who + 2;
  for (; i + 1 < last_ && i < who + kFarthest; ++i) {
    const char g = tag(i);
    if (in_group(i) || g == tag::kAdverb || g == tag::kPreposition || g == tag::kTo || g == tag::kVerb || g == tag::kParticle) continue;
    const bool has = (t_.word[i - 1]->classes & (kHave | kBe)) != 0 || tag(i - 1) == tag::kAdverb;  // who have lived, not to be named
    if (g != tag::kParticiple || !has) break;
  }
  return i;
}

// "The port, which the mayor called “mad,” was shut", "what the union called a disgrace is law": behind "which" or "what" and a subject
// stands a verb. Near miss: "the port which the man called Fixer built".
void SentenceMender::participle_behind_which() {
  for (const std::uint32_t i : bearing(tag::kWhPronoun, first_, 3, before(at_opening_group()))) {
    if (!opens_group(i + 1)) continue;
    std::uint32_t verb = i + 2;
    while (in_group(verb)) ++verb;
    while (tag(verb) == tag::kPreposition && group(verb + 1, behind_group(verb + 1))) verb = behind_group(verb + 1);
    if (tag(verb) != tag::kParticiple || !past(*t_.word[verb])) continue;
    if (tag(verb + 1) == tag::kOpenQuote || has_object(verb)) set(verb, tag::kPast);
  }
}

// Whether what stands behind the participle at `i` tells that it acts: "called | for a port", "called | Doe a disgrace", "called | his
// rival", "answered | by saying that". Near misses: "called | by Doe", "called | the Gull".
bool SentenceMender::has_object(std::uint32_t i) const {
  static const auto kPassive = ids_of("by", "of", "in");
  static const std::uint32_t by = look_up("by").id;
  const std::uint32_t next = i + 1;
  if (next >= last_) return false;
  if (t_.word[next]->id == by && tag(next + 1) == tag::kGerund && (t_.word[next + 1]->classes & kTakesThat) != 0) return true;
  if (kPassive.has(t_.word[next]->id)) return false;
  if ((tag(next) == tag::kColon || tag(next) == tag::kComma) && tag(next + 1) == tag::kOpenQuote) return true;
  if (tag(next) == tag::kPronoun || tag(next) == tag::kPossessivePronoun) return true;
  if (tag(next) == tag::kNumber && tag(next + 1) == tag::kNouns)  // "listed | 61 leaks", not "listed 61 years ago"
    if ((t_.word[next + 1]->classes & kTime) == 0) return true;
  if (tag(next) == tag::kDeterminer && next + 1 < last_ && (t_.shape[next + 1] & kCapital) == 0) return true;
  if ((t_.word[i]->classes & (kTakesThat | kTakesQuote | kAttitude | kCommunication)) == 0) return false;
  if (tag(next) == tag::kPreposition || tag(next) == tag::kTo) return true;
  if (!opens_group(next)) return false;
  // "Called Doe | a disgrace", "called Doe | mad", "called Doe's rule | “a farce”".
  std::uint32_t k = next + 1;
  while (noun(k) || tag(k) == tag::kPossessive || (tag(k) == tag::kAdjective && tag(k - 1) == tag::kPossessive)) ++k;
  if (tag(k) != tag::kComma) return tag(k) == tag::kOpenQuote || tag(k) == tag::kDeterminer || tag(k) == tag::kAdjective;
  // "Called Doe, who runs the port, | “a farce”".
  for (const std::uint32_t end = std::min(last_, k + kFarthest); ++k + 1 < end;)
    if (tag(k) == tag::kComma || tag(k) == tag::kOpenQuote) return tag(k) == tag::kComma && tag(k + 1) == tag::kOpenQuote;
  return false;
}

// Whether the verb of the main clause stands behind `i`, at whatever distance: a finite verb that no subordinate clause, no "and" and no
// clause of its own behind "and" or a comma ("…, the council said") accounts for.
bool SentenceMender::verb_behind(std::uint32_t i) const {
  static const auto prepositions = ids_of("before", "after", "since", "until", "till", "as", "than");
  int opened = 0;  // clauses whose verb has not come yet
  for (std::uint32_t k = i + 1; k < last_; ++k) {
    if (tag(k) == tag::kOpenQuote)
      while (k + 1 < last_ && tag(k) != tag::kCloseQuote) ++k;
    if (tag(k) == tag::kWhPronoun || tag(k) == tag::kWhAdverb || (opens_clause(k) && !in_group(k))) {
      std::uint32_t verb = k + 1;  // "before the ferry left", not "before lunch"
      while (in_group(verb) || tag(verb) == tag::kAdverb) ++verb;
      opened += !prepositions.has(t_.word[k]->id) || finite(verb) ? 1 : 0;
    }
    if (!finite(k)) continue;
    std::uint32_t subject = k;
    while (subject > i + 1 && tag(subject - 1) == tag::kAdverb) --subject;
    if (opened > 0) {
      --opened;
      continue;
    }
    const char before = tag(subject - 1);
    if (before == tag::kConjunction || before == tag::kPronoun) continue;
    while (subject > i + 1 && in_group(subject - 1)) --subject;
    if (governs(subject - 1) && subject - 1 > i && (t_.word[subject - 1]->classes & kTakesThat) != 0) continue;  // saying it | was
    if (subject == k || (tag(subject - 1) != tag::kComma && tag(subject - 1) != tag::kConjunction)) return true;
  }
  return false;
}

// "Doe was searched and told to wait", "was stopped, told she was late and sent home": what looks like a past of telling, with nobody
// behind it who is told, goes on with the passive before it. Near misses: "was seen and told Reyes to wait", "was late and told that
// story".
void SentenceMender::was_told_too() {
  constexpr std::uint32_t kNear = 12;  // tokens in which the passive may stand
  static const auto needs_whom = ids_of("tell", "inform", "assure", "remind", "order", "instruct", "urge");
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 3, 2, behind(at(tag::kConjunction) | at(tag::kComma)))) {
    if (!needs_whom.has(t_.word[i]->lemma) || (tag(i - 1) != tag::kConjunction && tag(i - 1) != tag::kComma)) continue;
    const bool she = tag(i + 1) == tag::kPronoun && !is_object_pronoun(t_.word[i + 1]->id) && finite(i + 2);
    const bool clause = she || t_.word[i + 1]->id == that_;
    static const auto orders = ids_of("order", "instruct", "urge");  // "was called in and ordered that it be shut" is active
    if (clause ? orders.has(t_.word[i]->lemma) : tag(i + 1) != tag::kTo || tag(i + 2) != tag::kVerb) continue;
    std::uint32_t passive = i - 1;
    while (passive > first_ && i - passive < kNear && tag(passive) != tag::kParticiple && !finite(passive)) --passive;
    if (tag(passive) != tag::kParticiple) continue;
    while (passive > first_ && tag(passive - 1) == tag::kAdverb) --passive;
    if (passive > first_ && (t_.word[passive - 1]->classes & kBe) != 0) set(i, tag::kParticiple);
  }
}

// "She shut the port, a step the mayor branded as mad": what looks like a participle, behind "a" thing behind a comma and a noun group of
// its own. Near miss: "a step backed by the mayor".
void SentenceMender::done_by_somebody() {
  static const std::uint32_t by = look_up("by").id;
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 4, 2, behind(at_noun()))) {
    if (!past(*t_.word[i]) || t_.word[i + 1]->id == by) continue;
    std::uint32_t group = i - 1;
    while (group > first_ && in_group(group) && (!opens_group(group) || tag(group - 1) == tag::kName)) --group;  // a Harbour Trust worker
    if (!opens_group(group) || group < first_ + 3 || !noun(group - 1)) continue;
    std::uint32_t thing = group - 1;
    while (thing > first_ && in_group(thing - 1)) --thing;
    if (tag(thing - 1) == tag::kComma && is_indefinite_article(t_.word[thing]->id)) set(i, tag::kPast);
  }
}

// "Reyes, when asked, said", "the plan, if adopted, will fail": nobody does it. Near misses: "when Reyes asked", "who once asked".
void SentenceMender::when_asked() {
  static const auto whens = ids_of("when", "if", "while", "unless");
  constexpr Bits kHelps = kBe | kHave | kDo;
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 1, 1, behind(at(tag::kWhAdverb) | at(tag::kPreposition))))
    if (whens.has(t_.word[i - 1]->id) && may_be_participle(i) && (t_.word[i]->classes & kHelps) == 0) set(i, tag::kParticiple);
}

// "The council voted by 19 to 17 for the plan": what looks like a participle, before by how many it was, is a verb. Near miss: "the plan
// was backed by 19 to 17".
void SentenceMender::voted_by() {
  static const std::uint32_t by = look_up("by").id;
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 1, 4, onrecord::before(at(tag::kPreposition)))) {
    if (t_.word[i + 1]->id != by || tag(i + 2) != tag::kNumber || doc_.words(i + 3) != "to" || tag(i + 4) != tag::kNumber) continue;
    std::uint32_t before = i - 1;
    while (before > first_ && tag(before) == tag::kAdverb) --before;
    static const auto votes = ids_of("vote", "decide", "rule", "agree", "resolve", "win", "lose");
    if (in_group(before) && past(*t_.word[i]) && votes.has(t_.word[i]->lemma)) set(i, tag::kPast);
  }
}

// "The wall has sunk, said the mayor": what looks like one more participle of the "has" before it, behind a comma and before who speaks.
// Near misses: "has sunk, said nothing", "the wall, reported lost by the mayor, has sunk".
void SentenceMender::said_behind_perfect() {
  constexpr Bits kSomebody = kPerson | kPeople | kTitle | kGroup | kDocument | kOrganizationName;
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 3, 2, behind(at(tag::kComma)))) {
    const Word& word = *t_.word[i];
    constexpr Bits kSays = kTakesQuote | kTakesThat;
    if (tag(i - 1) != tag::kComma || (word.classes & kSays) != kSays || !past(word)) continue;
    const std::uint32_t end = behind_group(i + 1);
    if (end == i + 1) continue;
    const bool name = tag(end - 1) == tag::kName || tag(end - 1) == tag::kNames;
    const bool one = tag(i + 1) == tag::kNumber && tag(end) == tag::kPreposition;  // one of the bakers
    if (!name && !one && (t_.word[end - 1]->classes & kSomebody) == 0) continue;
    if ((word.classes & kAddresseeVerb) != 0 && end < last_ && !mark(end)) continue;
    std::uint32_t has = i - 1;
    while (has > first_ && !finite(has)) --has;
    if (finite(has) && !finite(end)) set(i, tag::kPast);
  }
}

// Verbs and participles beside an aside, in the sentence and in what it says: said | that the men, who had arms, escaped in a van.
void SentenceMender::verbs_beside_asides() {
  std::uint32_t clause = last_;
  for (const std::uint32_t that : bearing(tag::kPreposition, first_ + 1, 2, thats_))
    if (t_.word[that]->id == that_) {
      clause = that + 1;
      break;
    }
  told_in_apposition(first_);
  if (clause < last_) told_in_apposition(clause);
  said_behind_perfect();
  told_behind_aside(first_);
  if (clause < last_) told_behind_aside(clause);
}

// "The survey, carried out in May, says", "that the port, estimated to cost a million, would": the participle is the aside, whatever it
// tells of: what looks like a past, without an object, behind the noun group that opens the clause at `first` and a comma, when another
// comma comes before the verb. So it is of "the survey, entitled “Old Port”, says". Near miss: "the port, said the mayor, is shut".
void SentenceMender::told_in_apposition(std::uint32_t first) {
  if ((at(tag::kPast) & behind(at(tag::kComma))) == 0) return;
  const std::uint32_t comma = behind_groups(first);
  if (comma == first || tag(comma) != tag::kComma || !noun(comma - 1)) return;
  const std::uint32_t verb = comma + 1;
  if (verb + 1 >= last_ || tag(verb) != tag::kPast || !may_be_participle(verb)) return;
  const bool titled = heads_something(t_.word[verb]->lemma) && tag(verb + 1) == tag::kOpenQuote;
  if ((t_.word[verb]->classes & (kBe | kHave | kDo)) != 0 || opens_group(verb + 1) || noun(verb + 1) || (mark(verb + 1) && !titled)) return;
  for (std::uint32_t k = verb + 1; k + 1 < last_ && k < verb + kFarthest; ++k) {
    if (tag(k) != tag::kComma) continue;
    std::uint32_t next = k + 1;
    if (titled && tag(next) == tag::kCloseQuote) ++next;
    while (tag(next) == tag::kAdverb) ++next;
    if (finite(next) || (tag(next) == tag::kParticiple && past(*t_.word[next]))) return set(verb, tag::kParticiple);
  }
}

// "Reyes, who runs the port, turned down the plan", "Reyes, when asked what was wrong, responded with a letter": what looks like a
// participle behind an aside with a verb of its own is the verb of the clause that begins at `first`, when that has no other.
void SentenceMender::told_behind_aside(std::uint32_t first) {
  if ((at(tag::kParticiple) & behind(at(tag::kComma) | at(tag::kAdverb))) == 0) return;
  std::uint32_t i = behind_groups(first);
  if (i == first || tag(i) != tag::kComma || !noun(i - 1)) return;
  const char opens = i + 1 < last_ ? tag(i + 1) : tag::kStop;
  // "The mayor, however, called for calm", "the mayor, for her part, called for calm"
  if (const std::uint32_t comma = opens == tag::kAdverb ? i + 2 : opens == tag::kPreposition ? behind_groups(i + 1) : last_;
      comma + 2 < last_ && tag(comma) == tag::kComma && tag(comma + 1) == tag::kParticiple && past(*t_.word[comma + 1]) &&
      has_object(comma + 1) && !verb_behind(comma + 1))
    return set(comma + 1, tag::kPast);
  const bool participle = opens == tag::kParticiple || opens == tag::kGerund;  // Reyes, convinced that it leaks, resigned
  const bool subordinated = i + 1 < last_ && (t_.word[i + 1]->classes & kSubordinator) != 0;
  if (!participle && !subordinated && opens != tag::kWhPronoun && opens != tag::kWhAdverb) return;
  bool acts = false;  // a verb in the aside
  const std::uint32_t end = std::min(last_, i + kFarthest);
  for (++i; i < end; ++i) {
    if (mark(i) && tag(i) != tag::kComma) return;
    acts |= finite(i) || (!participle && tag(i) == tag::kParticiple);
    if (tag(i) != tag::kComma || !acts) continue;
    std::uint32_t verb = i + 1;
    while (tag(verb) == tag::kAdverb) ++verb;
    if (verb >= end || finite(verb)) return;
    if (tag(verb) != tag::kParticiple || !past(*t_.word[verb])) continue;
    // "Reyes, who ran the port, backed by the council, left": its verb follows.
    static const std::uint32_t by = look_up("by").id;
    if (verb + 1 < last_ && t_.word[verb + 1]->id == by && !by_mail(verb)) return;
    for (std::uint32_t j = verb + 1; j + 1 < last_ && j < verb + kFarthest; ++j)
      if (tag(j) == tag::kComma && finite(j + 1)) return;
    set(verb, tag::kPast);
    return;
  }
}

// "Tully told me the water reached his knees": what looks like a participle, between what follows whom somebody told and a noun group that
// begins with its article, is the verb of what was told. Near miss: "told me the story printed in the Post".
void SentenceMender::clause_behind_told() {
  const std::uint32_t end = std::max(last_, 5U) - 5;
  for (std::uint32_t i = next_finite(first_ + 1, end); i < end; i = next_finite(i + 1, end)) {
    constexpr Bits kTells = kAddresseeVerb | kTakesThat;
    if ((t_.word[i]->classes & kTells) != kTells) continue;
    const bool whom = tag(i + 1) == tag::kPronoun || (noun(i + 1) && (t_.word[i + 1]->classes & (kPerson | kPeople)) != 0);
    if (!whom || !opens_group(i + 2)) continue;
    std::uint32_t verb = i + 3;
    while (in_group(verb)) ++verb;
    const bool object = tag(verb + 1) == tag::kDeterminer || tag(verb + 1) == tag::kPossessivePronoun || tag(verb + 1) == tag::kPronoun;
    if (tag(verb) == tag::kParticiple && past(*t_.word[verb]) && object) set(verb, tag::kPast);
  }
}

// "A group called Our Port is growing", "the man, a baker named Reyes, said": what looks like a past, between a noun group and a name,
// before the verb of the sentence, or behind "a" at the end of an aside. Near misses: "the mayor called Reyes brave", "a jury named Reyes".
void SentenceMender::called_by_name() {
  static const auto kCalls = ids_of("called", "named", "dubbed", "titled");
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 1, 2, behind(at_noun()))) {
    // "A clip captioned “It leaks” is old"
    if (heads_something(t_.word[i]->lemma) && tag(i + 1) == tag::kOpenQuote)
      if (const std::uint32_t close = places_.next(at(tag::kCloseQuote), i, last_); finite(close + 1)) set(i, tag::kParticiple);
    if (!noun(i - 1) || !kCalls.has(t_.word[i]->id)) continue;
    std::uint32_t end = i + 1;
    while (end < last_ && end < i + kFarthest && (t_.shape[end] & kCapital) != 0 && !finite(end)) ++end;
    if (end == i + 1) continue;
    std::uint32_t group = i - 1;
    while (group > first_ && in_group(group - 1)) --group;
    const bool aside = tag(end) == tag::kComma && group > first_ && tag(group - 1) == tag::kComma && tag(group) == tag::kDeterminer;
    if (finite(end) || aside) set(i, tag::kParticiple);
  }
}

// "A partner of accused arsonist Wayne Doe", "one patient, retired driver Ana Reyes, said": what looks like a past, behind a preposition or
// a comma and before a noun for one person without an article, describes that person. Near misses: "the port they spoke of divided
// sailors", "the mayor, 34, told police". So does "defending" in "beat defending champion Ana Reyes"; "stopped defending Ana Reyes" is
// another.
void SentenceMender::described_before_noun() {
  static const auto holds = ids_of("defending", "reigning", "sitting", "acting", "outgoing", "incoming", "visiting", "serving", "practising",
                                   "practicing");
  for (const std::uint32_t i : bearing(tag::kGerund, first_ + 1, 2))
    if (holds.has(t_.word[i]->id) && tag(i + 1) == tag::kNoun && (t_.word[i + 1]->classes & kPerson) != 0) set(i, tag::kAdjective);
  const Places at_front = behind(at(tag::kPreposition) | at(tag::kComma)) | behind(behind(at(tag::kDeterminer)));
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 2, 2, at_front & onrecord::before(at(tag::kNoun)))) {
    const char before = tag(i - 1);
    // "a 71-year-old retired nurse"
    const bool aged = (t_.shape[i - 1] & (kHyphen | kDigit)) == (kHyphen | kDigit) && tag(i - 2) == tag::kDeterminer;
    if (before != tag::kPreposition && before != tag::kComma && !aged) continue;
    constexpr Bits kNever = kBe | kHave | kDo;
    if (!may_be_participle(i) || (t_.word[i]->classes & kNever) != 0 || opens_clause(i - 1)) continue;
    if (tag(i + 1) != tag::kNoun || (t_.shape[i + 1] & kCapital) != 0) continue;
    std::uint32_t person = i + 1;
    while (tag(person + 1) == tag::kNoun && (t_.shape[person + 1] & kCapital) == 0) ++person;
    if ((t_.word[person]->classes & kPerson) == 0 || (t_.word[person]->tags & tag_bit(tag::kNouns)) != 0) continue;
    const bool named = tag(person + 1) == tag::kName;
    const bool aside = before == tag::kComma && named && in_group(i - 2) && (t_.word[i]->classes & (kAddresseeVerb | kTakesQuote)) == 0;
    if (aged || (before == tag::kPreposition ? named || noun(i - 2) : aside)) set(i, tag::kAdjective);
  }
}

}  // namespace onrecord
