// Verbs that look like nouns, base forms or participles.
#include <algorithm>

#include "extract/tag/sentence_mender.h"
#include "lexicon/pronouns.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

// "cannot necessarily claim victory", "she did support the plan": a noun behind a modal or "do" that may be the base form of a verb of
// saying or thinking is one.
void SentenceMender::verbs_behind_modals() {
  const std::uint32_t end = std::max(last_, 1U) - 1;
  for (std::uint32_t i = next_finite(first_, end); i < end; i = next_finite(i + 1, end)) {
    const bool modal = tag(i) == tag::kModal;
    if (!modal && (t_.word[i]->classes & kDo) == 0) continue;
    std::uint32_t verb = i + 1;
    while (tag(verb) == tag::kAdverb) ++verb;
    if (verb >= last_ || (t_.word[verb]->tags & tag_bit(tag::kVerb)) == 0) continue;
    // "did not elaborate"
    if (tag(verb) == tag::kAdjective && verb > i + 1 && (t_.word[verb - 1]->classes & kNegation) != 0) set(verb, tag::kVerb);
    if (tag(verb) != tag::kNoun) continue;
    const bool tells = (t_.word[verb]->classes & (kTakesThat | kTakesQuote | kAttitude | kSpeechNoun | kAttitudeNoun)) != 0;
    if (modal ? verb > i + 1 || tells : tells && (opens_group(verb + 1) || noun(verb + 1))) set(verb, tag::kVerb);
  }
}

// "Expressed hope that", "voiced doubt about": no base form stands between a finite verb and "that" or a preposition.
bool SentenceMender::voiced(std::uint32_t i) const {
  const Word& word = *t_.word[i];
  const bool tells = (word.classes & (kSpeechNoun | kAttitudeNoun)) != 0 && (word.tags & tag_bit(tag::kNoun)) != 0;
  if (!tells || tag(i + 1) != tag::kPreposition) return false;
  const bool acts = tag(i - 1) == tag::kPast || tag(i - 1) == tag::kThirdPerson || tag(i - 1) == tag::kPresent;
  return acts && (t_.word[i - 1]->classes & (kBe | kHave | kDo)) == 0;
}

// "Reyes and Doe both backed it", "they have all left", "the council has since disowned it": what stands between a subject and its verb or
// inside a verb is an adverb there. Near misses: "the plan both backed", "the council has since May".
void SentenceMender::words_inside_verbs() {
  static const std::uint32_t both = look_up("both").id, all = look_up("all").id, each = look_up("each").id, since = look_up("since").id,
                             who = look_up("who").id;
  for (const std::uint32_t i : listed_) {
    if (i <= first_ || i + 1 >= last_) continue;  // "Both sailors and …" may stand before it
    const std::uint32_t id = t_.word[i]->id;
    const bool quantity = id == both || id == all || id == each;
    if (!quantity && id != since) continue;
    // “C” was all the council would say
    if (id == all && i > first_ + 1 && (t_.word[i - 1]->classes & kBe) != 0 && tag(i - 2) == tag::kCloseQuote) set(i, tag::kPronoun);
    std::uint32_t next = i + 1;
    while (tag(next) == tag::kAdverb) ++next;
    const char verb = tag(next), before = tag(i - 1);
    const Bits auxiliary = quantity ? kHave | kBe : kHave;
    const bool helped = verb == tag::kParticiple || verb == tag::kPast || (quantity && verb == tag::kGerund);
    const bool inside = before == tag::kModal ? quantity && verb == tag::kVerb : helped && (t_.word[i - 1]->classes & auxiliary) != 0;
    const bool several = before == tag::kNouns || before == tag::kNames || before == tag::kPronoun || t_.word[i - 1]->id == who ||
                         (before == tag::kName && has(tag::kConjunction));
    const bool acts = verb == tag::kParticiple && past(*t_.word[next]) && opens_group(next + 1);
    if (!inside && !(quantity && several && (finite(next) || acts || verb == tag::kGerund))) continue;
    set(i, tag::kAdverb);
    if (inside && verb == tag::kPast) set(next, tag::kParticiple);
    if (!inside && acts) set(next, tag::kPast);
  }
}

// "The port, which she said had given it away": what looks like a participle of "have", behind a verb of saying and before another.
void SentenceMender::had_behind_said() {
  static const std::uint32_t had = look_up("had").id;
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 1, 1, before(at(tag::kParticiple))))
    if (t_.word[i]->id == had && tag(i + 1) == tag::kParticiple && finite(i - 1) && (t_.word[i - 1]->classes & kTakesThat) != 0)
      set(i, tag::kPast);
}

// "Unions have in recent years pressed the port to act": a participle behind a time that parts it from its "have". Near miss: "the unions
// have for years pressed flowers".
void SentenceMender::pasts_behind_times() {
  constexpr std::uint32_t kLongest = 5;  // tokens of the time
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 3, 1)) {
    const Word& word = *t_.word[i];
    const bool tells = past(word) && (word.classes & (kTakesThat | kTakesQuote | kAddresseeVerb)) != 0;
    if (!tells || (t_.word[i - 1]->classes & kTime) == 0) continue;
    std::uint32_t in = i - 1;
    while (in > first_ && i - in < kLongest && in_group(in)) --in;
    if (tag(in) == tag::kPreposition && in > first_ && (t_.word[in - 1]->classes & kHave) != 0) set(i, tag::kPast);
  }
}

// "Tells me trade is good": what stands between whom somebody told and a verb is what has that verb. Near miss: "let me trade".
void SentenceMender::nouns_behind_objects() {
  for (const std::uint32_t i : bearing(tag::kPresent, first_ + 1, 1, before(at_finite())))
    if (is_object_pronoun(t_.word[i - 1]->id) && finite(i + 1) && (t_.word[i]->tags & tag_bit(tag::kNoun)) != 0) set(i, tag::kNoun);
}

// "The voters polled said they left": who was asked is told of by a participle before the verb of saying, both of which look like a past.
void SentenceMender::asked_and_said() {
  const std::uint32_t verb = first_verb();
  if (verb == first_ || verb + 2 >= last_ || !noun(verb - 1) || tag(verb) != tag::kPast) return;
  const Word& said = *t_.word[verb + 1];
  const char behind = tag(verb + 1);
  if ((behind != tag::kPast && behind != tag::kParticiple) || !past(said) || (said.classes & kTakesThat) == 0) return;
  const Word& asked = *t_.word[verb];
  if ((asked.classes & (kBe | kHave | kDo)) != 0) return;
  if (may_be_participle(verb)) set(verb, tag::kParticiple);
  else if (tag(verb - 1) != tag::kName || (!opens_group(verb + 2) && t_.word[verb + 2]->id != that_)) return;  // a man Reyes knew | said the port
  set(verb + 1, tag::kPast);
}

// "Conceded that costs had risen but said she was sure", "has left and said he was": what looks like a participle behind "and" or "but",
// and before a clause with a pronoun, is a verb of its own.
void SentenceMender::but_said_she() {
  for (const std::uint32_t i : bearing(tag::kParticiple, first_ + 2, 3, behind(at(tag::kConjunction)) & before(at(tag::kPronoun)))) {
    if (tag(i - 1) != tag::kConjunction || tag(i + 1) != tag::kPronoun) continue;
    std::uint32_t verb = i + 2;
    while (tag(verb) == tag::kAdverb) ++verb;
    if (finite(verb) && (t_.word[i]->classes & kTakesThat) != 0 && past(*t_.word[i])) set(i, tag::kPast);
  }
}

// "The bridge is shut, the ruling claims": what looks like several things ends the sentence behind its subject and a clause. Near miss:
// "she took the ball, the net, the points".
void SentenceMender::claims_at_end() {
  std::uint32_t i = last_;
  while (i > first_ && mark(i - 1)) --i;
  if (i < first_ + 4 || tag(i - 1) != tag::kNouns) return;
  const std::uint32_t verb = i - 1;
  const Word& word = *t_.word[verb];
  if ((word.tags & tag_bit(tag::kThirdPerson)) == 0 || (word.classes & kTakesQuote) == 0) return;
  std::uint32_t subject = verb;
  while (subject > first_ && in_group(subject - 1)) --subject;
  const bool one = tag(verb - 1) == tag::kNoun || tag(verb - 1) == tag::kName;
  if (subject == verb || !one || tag(subject - 1) != tag::kComma) return;
  for (std::uint32_t k = first_; k + 1 < subject; ++k)
    if (finite(k) || (title_ && tag(k) == tag::kTo)) return set(verb, tag::kThirdPerson);  // Bridge to close, watchdog claims
}

// "The bridge will close, warn residents", "“A sieve,” claims report": what looks like a thing behind a comma, before somebody who ends the
// sentence, tells what was said; and so it does behind people who do: "the bridge will close, police warn". Near miss: "they asked for
// calm, clean water".
void SentenceMender::says_at_end() {
  constexpr std::uint32_t kLongest = 6;  // tokens of it all
  std::uint32_t end = last_;
  while (end > first_ && mark(end - 1)) --end;
  std::uint32_t comma = end;
  while (comma > first_ && end - comma < kLongest && !mark(comma - 1)) --comma;
  if (comma + 2 > end || comma < first_ + 3 || !mark(comma - 1)) return;
  const bool quoted = tag(comma - 1) == tag::kCloseQuote || tag(comma - 2) == tag::kCloseQuote;
  if (!quoted && tag(comma - 1) != tag::kComma) return;
  const bool turned = (t_.word[comma]->classes & (kTakesThat | kTakesQuote)) != 0;
  const std::uint32_t verb = turned ? comma : end - 1, who = turned ? end - 1 : end - 2;
  const Word &says = *t_.word[verb], &speaker = *t_.word[who];
  if ((says.classes & (kTakesThat | kTakesQuote)) == 0 || ((t_.shape[verb] | t_.shape[who]) & kCapital) != 0) return;
  if (finite(verb)) return;
  if ((speaker.classes & (kPerson | kPeople | kGroup | kDocument)) == 0) return;
  const bool many = (speaker.classes & kPeople) != 0 || tag(who) == tag::kNouns;
  constexpr std::uint32_t kBase = tag_bit(tag::kVerb) | tag_bit(tag::kPresent);
  if ((says.tags & (many ? kBase : tag_bit(tag::kThirdPerson))) == 0 || (!turned && !many)) return;
  for (std::uint32_t k = comma; k < end; ++k)
    if (k != verb && k != who && !in_group(k) && tag(k) != tag::kPreposition) return;
  bool clause = title_ || quoted;
  for (std::uint32_t k = first_; k < comma && !clause; ++k) clause = finite(k);
  if (!clause) return;
  set(verb, many ? tag::kPresent : tag::kThirdPerson);
  if (!noun(who)) set(who, tag::kNoun);
}

// "The bridge is shut, reports Reyes.": so does a verb turned round, before a name that ends it. Near misses: "she took notes, reports, the
// Post", "it lost maps, reports of the Post".
void SentenceMender::reports_at_end() {
  std::uint32_t end = last_;
  while (end > first_ && mark(end - 1)) --end;
  std::uint32_t verb = end;  // looks like the first noun of what ends it
  while (verb > first_ && (in_group(verb - 1) || (tag(verb - 1) == tag::kPreposition && doc_.words(verb - 1) == "of"))) --verb;
  if (verb < first_ + 3 || verb + 1 >= end || tag(verb) != tag::kNouns || tag(verb - 1) != tag::kComma) return;
  const Word& word = *t_.word[verb];
  if ((word.tags & tag_bit(tag::kThirdPerson)) == 0 || (word.classes & kTakesQuote) == 0 || !opens_group(verb + 1)) return;
  const std::uint32_t who = behind_group(verb + 1);
  if (tag(who - 1) != tag::kName || tag(verb + 1) == tag::kPossessivePronoun) return;
  for (std::uint32_t k = first_; k + 1 < verb; ++k)
    if (finite(k)) return set(verb, tag::kThirdPerson);
}

// "They believe fares are too high", "told a crowd of sailors that fares would fall": no verb of one person stands before another verb, but
// what many are does. Near misses: "what he fears is rain", "who claims is heard".
// "Calls for calm were ignored": nor does one open a sentence before what it is about; "Says Reyes of the plan" has its subject behind it.
void SentenceMender::nouns_before_verbs() {
  static const auto kAbout = ids_of("for", "from", "that", "of", "over", "about", "among");
  static const std::uint32_t had_word = look_up("had").id, been = look_up("been").id, one = look_up("one").id;
  const bool opens = first_ + 1 < last_ && tag(first_) == tag::kThirdPerson && (t_.word[first_]->tags & tag_bit(tag::kNouns)) != 0;
  if (opens && kAbout.has(t_.word[first_ + 1]->id)) set(first_, tag::kNouns);
  for (const std::uint32_t i : bearing(tag::kThirdPerson, first_ + 1, 1)) {
    if ((t_.word[i]->tags & tag_bit(tag::kNouns)) == 0) continue;
    const char before = tag(i - 1);
    // "about higher fares", "is afraid prices have", "200 doctors"
    const bool longer = before == tag::kAdverb && (t_.word[i - 1]->tags & tag_bit(tag::kComparative)) != 0;  // for longer studies
    const bool described = before == tag::kAdjective || before == tag::kComparative || longer;
    const bool behind_preposition = i > first_ + 1 && tag(i - 2) == tag::kPreposition && t_.word[i - 2]->id != that_;
    const bool many = (described && (behind_preposition || finite(i + 1))) || (before == tag::kNumber && t_.word[i - 1]->id != one);
    if (many || (t_.word[i - 1]->id == been && tag(i + 1) == tag::kPreposition)) set(i, tag::kNouns);  // there have been calls for
    if (many && longer) set(i - 1, tag::kComparative);
    const bool had = t_.word[i + 1]->id == had_word;  // claims that prices had doubled
    if (!finite(i + 1) && !had) continue;
    const bool that = t_.word[i - 1]->id == that_;
    // "that rail fares were": the first of two nouns may look like a verb too
    const bool behind_that = i > first_ + 1 && t_.word[i - 2]->id == that_ && before != tag::kPronoun &&
                             (t_.word[i - 1]->tags & tag_bit(tag::kNoun)) != 0 &&
                             (t_.shape[i - 1] & kCapital) == 0 && (t_.word[i - 1]->classes & (kPerson | kGroup)) == 0;
    if (!that && !behind_that && !governs(i - 1) && before != tag::kPreposition) continue;
    set(i, tag::kNouns);
    if (behind_that) set(i - 1, tag::kNoun);
    if (had) set(i + 1, tag::kPast);
  }
}

// "Reyes promised to lower fares": a comparative behind the "to" of a promise, before what many are.
void SentenceMender::to_lower() {
  for (std::uint32_t i = first_ + 2; i + 1 < last_; ++i) {
    const char g = tag(i);
    if ((g != tag::kAdjective && g != tag::kComparative) || (t_.word[i]->tags & tag_bit(tag::kVerb)) == 0) continue;
    if (doc_.words(i - 1) != "to" || !governs(i - 2) || (t_.word[i - 2]->classes & (kTakesThat | kAttitude)) == 0) continue;
    const bool many = (t_.word[i + 1]->tags & tag_bit(tag::kNouns)) != 0 && (tag(i + 1) == tag::kNouns || tag(i + 1) == tag::kThirdPerson);
    if (!opens_group(i + 1) && !many) continue;
    set(i - 1, tag::kTo);
    set(i, tag::kVerb);
    if (many) set(i + 1, tag::kNouns);
  }
}

// "Sailors of the port like to say so": before an infinitive it is a verb. Near misses: "ports like
// Calder", "what it is like to sail".
void SentenceMender::like_to() {
  static const std::uint32_t like = look_up("like").id;
  for (const std::uint32_t to : bearing(tag::kTo, first_ + 2, 1, behind(at(tag::kPreposition))))
    if (t_.word[to - 1]->id == like && tag(to - 1) == tag::kPreposition && tag(to + 1) == tag::kVerb &&
        (t_.word[to - 2]->classes & kBe) == 0)
      set(to - 1, tag::kPresent);
}

// "The charge stands, match referee Joe Tully said": what opens a clause before somebody's post and name is no verb. Near miss: "told them
// to match referee Joe Tully".
bool SentenceMender::tells_post(std::uint32_t i) const {
  const bool opens = tag(i - 1) == tag::kComma || tag(i - 1) == tag::kConjunction || tag(i - 1) == tag::kCloseQuote || finite(i - 1);
  return opens && (t_.word[i]->tags & tag_bit(tag::kNoun)) != 0 && tag(i + 1) == tag::kNoun && (t_.word[i + 1]->classes & kPerson) != 0 &&
         (t_.shape[i + 1] & kCapital) == 0 && tag(i + 2) == tag::kName;
}

// "Sources acknowledge that", "the town's police deny it": a base form behind a subject of many that no verb governs ("let the sources
// speak") is its verb.
void SentenceMender::base_form_of_many() {
  static const auto kBodies = ids_of("police", "staff", "crew", "couple", "pair");
  for (const std::uint32_t i : bearing(tag::kVerb, first_ + 1, 0, ~behind(at(tag::kTo)) | kFarPlace)) {
    if (voiced(i) || tells_post(i)) {
      set(i, tag::kNoun);
      continue;
    }
    std::uint32_t j = i;
    while (j > first_ && tag(j - 1) == tag::kAdverb) --j;
    if (j == first_) continue;
    const char subject = tag(j - 1);
    const bool body = subject == tag::kNoun && kBodies.has(t_.word[j - 1]->id);
    if (!body && subject != tag::kNouns && subject != tag::kNames && subject != tag::kPronoun && subject != tag::kWhPronoun) continue;
    // "told the Post she cut it", "where he put it": no verb governs who does something
    if (is_subject_pronoun(t_.word[j - 1]->id)) {
      set(i, past(*t_.word[i]) ? tag::kPast : tag::kPresent);
      continue;
    }
    while (j > first_ && i - j < kFarthest && (in_group(j - 1) || tag(j - 1) == tag::kPreposition) && !opens_clause(j - 1)) --j;
    if (j > first_ && governs(j - 1)) continue;
    set(i, tag::kPresent);
  }
}

// "The gate, he added, steps in when it rains", "Reyes, who runs the port, plans to close it": what looks like several things, behind who
// said so in a clause that one thing opens, is its verb. Near miss: "The gate, he added, steps and the quay leak".
void SentenceMender::goes_on_behind_aside() {
  const std::uint32_t first = tag(first_) == tag::kPreposition ? behind_fronted() : first_;  // after the vote, | Reyes
  const std::uint32_t i = behind_groups(first);
  if (i == first || tag(i) != tag::kComma || (tag(i - 1) != tag::kNoun && tag(i - 1) != tag::kName)) return;
  const auto may_be_verb = [&](std::uint32_t verb) {
    return tag(verb) == tag::kNouns && (t_.word[verb]->tags & tag_bit(tag::kThirdPerson)) != 0;
  };
  static const auto clauses = ids_of("that", "whether", "if");
  for (std::uint32_t verb = i + 2; verb < i + kFarthest && verb + 1 < last_; ++verb) {
    if (tag(verb - 1) != tag::kComma || !may_be_verb(verb)) continue;
    // "Reyes, whose son was there, doubts that", "questions the plan", "claims it is"
    const bool opens = clauses.has(t_.word[verb + 1]->id) || tag(verb + 1) == tag::kDeterminer ||
                       (tag(verb + 1) == tag::kPronoun && finite(verb + 2));
    const bool says = opens && (t_.word[verb]->classes & (kTakesThat | kTakesQuote | kAttitude)) != 0;
    if (says || tag(verb + 1) == tag::kTo) return set(verb, tag::kThirdPerson);
  }
  std::uint32_t cue = i + 1;
  while (opens_group(cue)) ++cue;
  if (cue == i + 1 || !finite(cue) || (t_.word[cue]->classes & kTakesQuote) == 0 || tag(cue + 1) != tag::kComma) return;
  const std::uint32_t verb = cue + 2;
  if (may_be_verb(verb) && (tag(verb + 1) == tag::kPreposition || opens_group(verb + 1))) set(verb, tag::kThirdPerson);
}

void SentenceMender::verb_before() {
  if (!may_tell_) return;
  std::uint32_t verb = first_verb();
  if (title_ && verb + 1 < last_ && tag(verb) == tag::kPresent && finite(verb + 1) && (t_.word[verb]->tags & tag_bit(tag::kNoun)) != 0)
    set(verb++, tag::kNoun);  // Watchdog claims bridge | will close
  // The subject's head: the last noun before a preposition, a participle, a pronoun.
  std::uint32_t head = last_;
  std::uint32_t i = tag(first_) == tag::kPreposition ? behind_fronted() : first_;  // in her new book, | Reyes claims that
  for (; i < verb && !(noun(i) && could_be_verb(i, head)); ++i) {
    const char g = tag(i);
    if (g == tag::kComma && head != last_) {  // the Forum, | a body, forecast that
      i = tag(head) == tag::kName && tag(i + 1) == tag::kDeterminer ? behind_groups(i + 1) : last_;
      if (i + 1 < verb && tag(i) == tag::kComma && noun(i + 1) && could_be_verb(i + 1, head)) continue;
      return;
    }
    if (g == tag::kComma || g == tag::kSemicolon || g == tag::kColon) head = last_;
    if (noun(i) && (head == last_ || head + 1 == i)) head = i;
    const bool one = i > first_ && (tag(i - 1) == tag::kDeterminer || tag(i - 1) == tag::kNumber || tag(i - 1) == tag::kPossessive);
    if (g == tag::kAdjective && head == last_ && one) head = i;  // the executive, one banner
  }
  if (i >= verb || head == last_) return;
  std::uint32_t next = i + 1;
  if (next + 2 < last_ && doc_.words(next) == "in" && doc_.words(next + 1) == "part") next += 2;  // the statement read in part: “…”
  if (next >= last_) return;  // the text breaks off
  const bool alone = verb == std::min(last_, first_ + kFarthest);
  const bool comma = tag(next) == tag::kComma || tag(next) == tag::kColon;
  const bool quotes = tag(next) == tag::kOpenQuote || (comma && tag(next + 1) == tag::kOpenQuote);
  const bool many = tag(next) == tag::kNouns && next + 1 == verb && opens_group(first_);  // the report claims | firms have left
  // "the law states that neither of them leaks", "the swing states that voted"
  const bool told = (t_.word[head]->classes & (kDocument | kMedium | kSpeechNoun)) != 0;
  // "the team suspects that the sea was to blame", not "the team suspects that Doe named left"
  const bool somebody = tag(i) == tag::kNouns && (t_.word[head]->classes & (kGroup | kPerson | kOrganizationName)) != 0;
  const bool whole = somebody && next + 1 < last_ && behind_groups(next + 1) == verb && verb > next + 1 && lacks_nothing(verb);
  const bool denies = somebody && t_.word[next]->id == that_ && tag(next + 1) == tag::kComma;  // the council disputes that, saying
  const bool that = t_.word[next]->id == that_ && !denies && (tag(next) == tag::kPreposition || told || whole || alone);
  // "Reyes questions whether", "researchers report in the Gull | that"
  static const std::uint32_t whether_ = look_up("whether").id;
  const bool names = tag(head) == tag::kName || (t_.word[head]->classes & (kPerson | kPeople | kGroup)) != 0;
  const bool whether = names && t_.word[next]->id == whether_;
  const bool setting = names && t_.word[next]->id != that_ && (tag(next) == tag::kPreposition || (t_.word[next]->classes & kTime) != 0);
  std::uint32_t far = next;
  while (setting && far + 1 < last_ && t_.word[far]->id != that_ && (in_group(far) || tag(far) == tag::kPreposition)) ++far;
  const bool reports = far > next && far < last_ && t_.word[far]->id == that_ && (t_.word[i]->classes & kTakesThat) != 0;
  const bool bare = title_ && noun(next) && behind_group(next) == verb;  // Watchdog claims | bridge will close
  const bool clause = !alone && (many || bare || whether || reports || group(next, verb) || that || tag(next) == tag::kThere);
  // "Reyes talks about a port": with no other verb in the sentence, a name does it.
  const bool of_name = alone && tag(head) == tag::kName && tag(next) == tag::kPreposition && (t_.shape[head] & kCapital) != 0;
  const bool about = of_name || that || opens_group(next) || tag(next) == tag::kNouns;
  if (!(quotes || denies || (alone ? about : clause))) return;
  const bool of_house = tag(head) == tag::kName && tag(i) == tag::kNoun && (that || reports);  // the Forum forecast that
  if (past(*t_.word[i]) && !quotes && !of_house) return;
  if (tag(head) == tag::kAdjective) set(head, tag::kNoun);
  set(i, past(*t_.word[i]) ? tag::kPast : tag(i) == tag::kNouns ? tag::kThirdPerson : tag::kPresent);
  if (that || denies) set(next, denies ? tag::kPronoun : tag::kPreposition);
  if (reports) set(far, tag::kPreposition);
}

// A noun that may be a verb of saying or thinking whose subject has the head `head`.
bool SentenceMender::could_be_verb(std::uint32_t i, std::uint32_t head) const {
  if (head == last_ || i == first_ || (t_.shape[i] & kCapital) != 0) return false;
  const Word& word = *t_.word[i];
  const bool talks = (word.classes & kCommunication) != 0 && tag(head) == tag::kName && tag(i) == tag::kNouns;
  if ((word.classes & (kTakesThat | kTakesQuote)) == 0 && !talks) return false;
  const char before = tag(i - 1);
  if (before == tag::kDeterminer || before == tag::kPossessivePronoun || before == tag::kPossessive) return false;
  if (before == tag::kPreposition) return false;
  const bool plural = tag(head) == tag::kNouns || tag(head) == tag::kNames;
  if (tag(i) == tag::kNouns) return !plural && (word.tags & tag_bit(tag::kThirdPerson)) != 0;
  if (tag(i) == tag::kNoun) return past(word) || (plural && (word.tags & (tag_bit(tag::kVerb) | tag_bit(tag::kPresent))) != 0);
  return false;
}

// "Won them over by warning that it leaks", "Warning that it leaks, Reyes left": a noun in -ing behind "by", or that opens the sentence,
// and before "that" is a participle.
void SentenceMender::by_warning() {
  static const std::uint32_t by = look_up("by").id;
  for (std::uint32_t i = first_; i + 1 < last_; ++i) {
    const bool may = i == first_ ? has(tag::kComma) : t_.word[i - 1]->id == by;
    if (tag(i) != tag::kNoun || !may || (t_.word[i]->tags & tag_bit(tag::kGerund)) == 0) continue;
    std::uint32_t next = i + 1;
    while (tag(next) == tag::kAdverb) ++next;
    if (next < last_ && t_.word[next]->id == that_ && (t_.word[i]->classes & kTakesThat) != 0) set(i, tag::kGerund);
  }
}

// "The council met, with Mayor Ana Reyes warning of rain", "with one baker warning it leaks": behind "with" and a name, or one person.
// Near misses: "with the Calder storm warning of Monday", "with one storm warning it".
void SentenceMender::with_somebody_warning() {
  static const std::uint32_t with = look_up("with").id;
  for (const std::uint32_t i : bearing(tag::kNoun, first_ + 3, 1, tells_)) {
    if ((t_.word[i]->tags & tag_bit(tag::kGerund)) == 0 || (t_.word[i]->classes & kTakesThat) == 0) continue;
    const bool one = tag(i - 1) == tag::kNoun && (t_.word[i - 1]->classes & kPerson) != 0 && opens_group(i + 1);
    if (!one && (tag(i - 1) != tag::kName || (tag(i + 1) != tag::kPreposition && tag(i + 1) != tag::kOpenQuote))) continue;
    if (!one && (t_.word[i - 1]->classes & (kMaleName | kFemaleName | kSurname)) == 0 && t_.word[i - 1]->id != 0) continue;
    std::uint32_t k = i;
    while (k > first_ && in_group(k - 1)) --k;
    if (k > first_ && t_.word[k - 1]->id == with && (one || tag(k) != tag::kDeterminer)) set(i, tag::kGerund);
  }
}

}  // namespace onrecord
