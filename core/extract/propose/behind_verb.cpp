#include "extract/propose/behind_verb.h"

#include <algorithm>

#include "extract/propose/passives.h"
#include "extract/propose/terms.h"
#include "lexicon/pronouns.h"
#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

void BehindVerb::find(int c) const {
  const auto opens = [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    complete(candidate, rule, c, start);
  };
  each_opening(c, at(c), opens);
  if (at(c) != 'U' && at(c) != 'E') return;
  if (const Subject by = agent_of(c); by.known()) each_opening(by.last - 1, at(c), opens);
}

void BehindVerb::complete(Candidate& candidate, const Construct& rule, int cue, int start) const {
  static const std::uint32_t to = look_up("to").id;
  static const std::uint32_t say = look_up("say").lemma, point = look_up("point").lemma;
  if (at(cue + 1) == 'R') candidate.cue.last = chunk(cue + 1).last;
  // "declined to say", "kept saying", "was quoted as saying": the verb that governs the cue is part of it.
  if ((at(cue) == 'I' || at(cue) == 'G') && finite(cue - 1) && at(cue - 1) != 'F') candidate.cue.first = chunk(cue - 1).first;
  if (at(cue) == 'G' && at(cue - 1) == '&' && at(cue - 2) == 'U') candidate.cue.first = chunk(cue - 2).first;
  candidate.opens = start;
  if (of_another(cue, start) || (rule.opens_clause && goes_on_around(cue, start))) return;
  if (chunk(start).first < candidate.cue.last) return;  // put | it
  int content = start;
  if (rule.opens_clause && cue + 1 == start) content = candidate.opens = start = behind_where_said(start);
  // "Pleaded | not guilty": what was said is said with its "not".
  if (at(start - 1) == 'A' && start - 1 > cue && at(start) == 'J' && (head(start - 1).classes & kNegation) != 0) content = start - 1;
  int behind = cue + 1;  // what belongs to the cue: spoke highly of, took issue with
  while (at(behind) == 'A' || at(behind) == 'R') ++behind;
  const bool told = rule.addressee && start > cue + 1 && nominal(cue + 1);
  // "felt | his side “should have won”": a clause whose verb stands in the quotation
  if (told && at(start) == 'Q' && quote_begins_with_verb(start) && (head(cue).classes & kAddresseeVerb) == 0) return;
  if (told && makes_a_cue(cue + 1)) {
    candidate.companion = chunk(cue + 1).head;
    candidate.cue.last = chunk(cue + 1).last;
    behind = cue + 2;
  }
  if (rule.takes_preposition) {
    content = content_behind_preposition(cue, start);
    if (content < 0) return;
    if (behind == start) candidate.cue.last = chunk(behind_preposition(start) - 1).last;
    candidate.opens = content - 1;
  }
  if (at(content) == 'H' && at(content + 1) == ':') return;       // said that: | a list
  // "Pointed to the money | that Doe paid": which money.
  if (at(content) == 'H' && at(cue + 1) == 'i' && head_id(cue + 1) == to && head(cue).lemma == point) return;
  static const std::uint32_t call = look_up("call").lemma;
  const bool and_more = at(content + 1) == 'c' && doc_.tokens.tag[chunk(content).first] == tag::kNumber;  // added 18 points and Doe nine
  if ((rule.end == ContentEnd::Phrase || and_more || head(cue).lemma == call) && does_something(cue, content)) return;
  if (at(content) == 'G' && head(content).lemma == say) return;  // "was quoted as | saying": what was said stands behind that
  if (quotes_somebody(cue) || aired(cue)) return;
  if (at(content) == 'I' && stays_unnamed(content)) return;
  // "As Reyes liked | to say, it leaks", "as Reyes sees | it, it leaks": told by the clause
  static const std::uint32_t it = look_up("it").id;
  const bool stands_for_clause = at(content) == 'I' ? head(content).lemma == say : at(content) == 'P' && head_id(content) == it;
  if (stands_for_clause && at(content + 1) == ',' && at(subject(cue).first - 1) == '&') return;
  // "That closing | the port would be wrong": what somebody does, of which the clause tells.
  if (rule.opens_clause && at(cue) == 'G' && (at(cue - 1) == 'H' || at(cue - 1) == 'f')) return;
  if (at(cue) == 'G' && (head(cue).classes & kBe) != 0) return;  // accused them of having been | “asleep”
  // "Denied | having known of the leak": what she denied is all of it. "Kept saying", "denied saying that" tell what was said.
  if (at(cue) == 'G' && at(cue - 1) == 'V' && (head(cue).classes & kTakesQuote) == 0 && (head(cue - 1).classes & kTakesThat) != 0) return;
  // "They read “The Long Bridge” in class": a work.
  static const std::uint32_t read = look_up("read").lemma;
  const bool reads = at(start) == 'Q' && start == cue + 1 && head(cue).lemma == read;
  if ((reads && is_term(doc_, quote_at(start))) || (heads(cue, content) && !has_verb(content))) return;
  // "It is feared the bridge leaks", "Reyes was told the bridge leaks"; "the bridge was given what was left" is another.
  if (!rule.addressee && tells_whom(cue, start)) return;
  if (at(cue) == 'U' && rule.opens_clause && (head(cue).classes & kAddresseeVerb) == 0 && !is_it(subject(cue))) return;
  if (rule.opens_clause && nominal(content) && (verb_of_another_clause(content) || only_described(content))) return;
  if (rule.opens_clause && nominal(content) && asked_in_front(cue, content)) return;
  // "assured her, admitted to me | that it leaks", "explained to me | why it leaks"
  const bool clause_behind = at(content + 1) == 'H' || at(content + 1) == 'w' || at(content + 1) == 'f';
  if (!rule.opens_clause && at(content) == 'P' && clause_behind) return;
  // "Asked not to be named | because she left": no question.
  static const auto asks = ids_of("where", "when", "whenever", "wherever");
  if (!rule.opens_clause && at(content) == 's' && !asks.has(head_id(content))) return;
  // "Was cheered | when she left": no question either.
  if (!rule.opens_clause && at(content) == 's' && at(cue) == 'U' && (head(cue).classes & (kAddresseeVerb | kTakesThat)) == 0) return;
  // "Cried the first time | she saw it": when. "Said the first time it sank nobody was hurt" has a clause of its own behind that.
  if (nominal(content) && content - 1 > cue && names_moment(content - 1) && begins_clause(content) && verbs_behind(content) == 1) return;
  // "What she calls | a mess was a feast": a noun group, whose clause is another's.
  const Subject& beside = subject(cue);
  const bool named = (head(cue).classes & kTakesThat) == 0 && (at(beside.first - 1) == 'w' || at(beside.first - 1) == 'W');
  if (rule.opens_clause && nominal(content) && beside.form == SubjectForm::Adjacent && named) return;
  RuleEnd rule_end = ends_.by_rule(rule, content, cue);
  if (const int verb = main_verb_after(cue, content); verb < rule_end.chunk) rule_end = {verb, Why::Verb};
  begin_content(candidate, content, rule_end);
  if (told && candidate.companion == 0) candidate.addressee = tokens(cue + 1, cue + 2);
  keep_with_source(candidate, cue);
}

// Keeps what the verb says as whoever says so: its subject, or others.
void BehindVerb::keep_with_source(Candidate& candidate, int cue) const {
  if (at(cue) == 'U' || at(cue) == 'E' || being_told(cue)) return Passives(proposals_).keep_passive(candidate, cue);
  if (const Passives passives(proposals_); passives.seems(cue)) {
    keep(candidate);
    return passives.raised(candidate, cue);
  }
  if (const Subject quoted = who_is_quoted(cue); quoted.known()) {
    set_source(candidate, quoted);
    return keep(candidate);
  }
  set_source(candidate, subject(cue));
  keep(candidate);
  if (const Subject other = other_subject(cue); other.known()) {
    set_source(candidate, other);
    keep(candidate);
  }
}

// "When Reyes asked again, | Doe said it leaks": the main clause, behind what stands in front, is none of what was asked.
bool BehindVerb::asked_in_front(int cue, int content) const {
  static const auto when = ids_of("when", "after", "once", "before", "while");
  if (at(content - 1) != ',' || at(cue) != 'V') return false;
  const Subject& who = subject(cue);
  return who.form == SubjectForm::Adjacent && at(who.first - 1) == 's' && when.has(head_id(who.first - 1)) &&
         (who.first == 1 || at(who.first - 2) == 'c' || at(who.first - 2) == 'B');
}

// Finite verbs from the noun group on.
int BehindVerb::verbs_behind(int noun) const {
  int count = 0;
  for (int v = noun + 1; v < std::min(size(), noun + kNear); ++v) count += finite(v) ? 1 : 0;
  return count;
}

// What begins behind the preposition at `start` of what the verb says: "commented on | the leak"; -1 where that tells something else.
int BehindVerb::content_behind_preposition(int cue, int start) const {
  static const std::uint32_t on = look_up("on").id, by = look_up("by").id;
  // "It leaks, Reyes explained | in an interview": where it was said. What she commented on is another thing.
  const bool tells = at(cue) == 'V' && (head(cue).classes & (kTakesQuote | kTakesThat)) != 0 && head_id(start) != on;
  if (tells && is_setting(doc_, parsed_.chunks, start, kOccasion | kMedium | kDocument)) return -1;
  int content = behind_preposition(start);
  if (at(content) == 'R') ++content;
  if (content >= size()) return -1;  // the text breaks off
  // "wept as | the president read it out": when
  if (at(start) == '&' && nominal(content) && goes_on_as_clause(content)) return -1;
  if (title_ && at(subject(cue).first - 1) == 'w') return -1;  // What we know about | the fire
  // "voted by | 19 to 17", "rose by | 12 percent": how many it was
  return head_id(start) == by && doc_.tokens.tag[chunk(content).first] == tag::kNumber ? -1 : content;
}

// "Having been | told", "being | warned": by others.
bool BehindVerb::being_told(int cue) const {
  if (at(cue) != 'G' || doc_.tokens.tag[chunk(cue).head] != tag::kParticiple) return false;
  return is_passive_group(cue) && (head(cue).classes & kAddresseeVerb) != 0;
}

// Whether what stands at `start` is told of otherwise than as what the verb `cue` says.
bool BehindVerb::of_another(int cue, int start) const {
  if (possessed_quotation(at(start) == 'Q' ? start - 1 : start) || hypothetical(cue)) return true;
  if (at(start) == 'Q' && at(cue) == 'E' && at(cue - 1) == 's') return true;  // tweeted when | asked about it: “It leaks.”
  // “It leaks,” she said, adding in a letter: | “It is old”
  for (int i = cue + 1; at(start) == 'Q' && at(cue) == 'V' && i + 1 < start; ++i)
    if (at(i) == ',' && at(i + 1) == 'G' && (head(i + 1).classes & kTakesQuote) != 0) return true;
  // "It is, she said, “a sieve”": the clause around the cue has it.
  const Subject& beside = subject(cue);
  // “On here,” he told me, patting the seat, “I doze”: so has the quotation.
  const int quoted = beside.form == SubjectForm::Adjacent ? beside.first - 1 : cue;
  if (at(start) == 'Q' && at(start - 1) == ',' && at(quoted) == 'Q' && mark_inside(quoted) == ',') return true;
  const bool broken_off = beside.form == SubjectForm::Adjacent && interrupted(beside.first - 1);
  if (broken_off && at(start) == 'Q' && at(start - 1) == ',' && quote_begins_small(start)) return true;
  // "The sale, Reyes said, “was a theft”", "the sale, said Reyes, “was a theft”": so it has what a subject goes on with.
  const int before = beside.form == SubjectForm::Adjacent ? beside.first - 1 : cue - 1;
  return at(before) == ',' && nominal(before - 1) && at(start - 1) == ',' && quote_begins_with_verb(start);
}

// "It leaks, she said, | and it is old": the clause before the cue goes on. Near miss: "she said, | it leaks".
bool BehindVerb::goes_on_around(int cue, int start) const {
  const Subject& beside = subject(cue);
  if (beside.form != SubjectForm::Adjacent || at(beside.first - 1) != ',' || at(start - 1) != ',') return false;
  const int behind = at(cue + 1) == 'R' ? cue + 2 : cue + 1;
  if (start - 1 != behind) return false;
  for (int i = 0; i < beside.first; ++i)
    if (finite(i)) return true;
  return false;
}

// "The Gull quoted | Reyes, a baker, as | saying": who is quoted as saying it; unknown where nobody is.
Subject BehindVerb::who_is_quoted(int saying) const {
  constexpr int kFarthest = 12;  // chunks
  if (at(saying) != 'G' || at(saying - 1) != '&') return {};
  for (int v = saying - 2; v > 0 && v > saying - kFarthest; --v)
    if (at(v) == 'V') {
      if (as_saying(v) != saying - 1) return {};
      return {.form = SubjectForm::NounParticiple, .first = v + 1, .last = saying - 1, .head = v + 1};
    }
  return {};
}

// "Said | in a statement on Monday | it was unsafe": where the clause begins. Near miss: "said in a week it would be unsafe".
int BehindVerb::behind_where_said(int start) const {
  int i = start;
  while (at(i) == 'i' && is_setting(doc_, parsed_.chunks, i, kOccasion | kMedium | kDocument)) i += 2;
  while (i > start && (at(i) == 'T' || at(i) == 'A')) ++i;
  return nominal(i) ? i : start;
}

// "Added | three assists", "declined | 0.3%". Near misses: "added | a warning", "declined | an interview".
bool BehindVerb::does_something(int cue, int object) const {
  static const std::uint32_t add = look_up("add").lemma, decline = look_up("decline").lemma;
  if (at(object) != 'N' || object != cue + 1) return false;
  static const std::uint32_t call = look_up("call").lemma;
  // "Called | 999 over a fire": near miss, "called | three ministers liars"
  if (head(cue).lemma == call)
    return doc_.tokens.tag[chunk(object).first] == tag::kNumber && chunk(object).last == chunk(object).first + 1 &&
           (doc_.tokens.shape[chunk(object).first] & kDigit) != 0;
  if (head(cue).lemma == decline) return doc_.tokens.tag[chunk(object).first] == tag::kNumber;
  return head(cue).lemma == add && (head(object).classes & kSpeechNoun) == 0;
}

bool BehindVerb::makes_a_cue(int object) const {
  if (at(object) == 'P') return is_reflexive(head_id(object));
  const char form = doc_.tokens.tag[chunk(object).head];
  if (at(object) != 'N' || (form != tag::kNoun && form != tag::kNouns)) return false;
  return (head(object - 1).classes & kAddresseeVerb) == 0 && (head(object).classes & (kPerson | kPeople | kGroup)) == 0;
}

// "Promised voters | she would stay": whether the noun group at chunk `whom` is whom the verb tells its clause. Near miss: "promised the
// port Doe wanted would come".
bool BehindVerb::tells_whom(int cue, int whom) const {
  if (whom != cue + 1 || (head(cue).classes & kAddresseeVerb) == 0) return false;
  if (at(whom) == 'P') return is_object_pronoun(head_id(whom)) && nominal(whom + 1);  // tells me | trade is good
  if (at(whom) != 'N') return false;
  const int clause = behind_phrases(whom + 1);  // a crowd in Calder
  if (!nominal(clause) || !may_speak(whom)) return false;
  int v = clause + 1;
  while (at(v) == 'A' || (at(v) == 'i' && at(v + 1) == 'N')) v += at(v) == 'A' ? 1 : 2;
  return finite(v) && !finite(v + 1);
}

// "Rejected | the plan while the council waited": the first verb behind a noun group is that of a clause of time. Near miss: "said | the
// plan before the council was bad".
bool BehindVerb::verb_of_another_clause(int noun) const {
  static const auto clauses = ids_of("while", "when", "because", "although", "though", "whereas", "unless");
  int v = noun + 1;
  while (v < size() && !finite(v)) ++v;
  const int opens = v < size() && subject(v).known() ? subject(v).first - 1 : noun;
  return opens > noun && at(opens) == 's' && at(opens - 1) != ',' && clauses.has(head_id(opens));
}

// "Added | a voice which tells the time": a noun group whose only verb is its relative clause's. Near miss: "said a voice which tells the
// time was heard".
bool BehindVerb::only_described(int noun) const {
  static constexpr ClassSet kSubordinates("HwW");
  bool acts = false;
  for (int v = noun + 1; v < std::min(size(), noun + kNear); ++v) {
    if (at(v) == 'Q' && quote_begins_with_verb(v)) return false;  // said the wall that leaked “should have been shut”
    if (title_ && acts && at(v) == 'I') return false;             // says ferry that leaks | to close
    if (!finite(v)) continue;
    const Subject& who = subject(v);
    const char opens = who.known() && who.first > noun ? at(who.first - 1) : '.';
    const bool inner = kSubordinates.has(opens) || (acts && opens == 's');
    if (!inner && who.form != SubjectForm::Relative && who.form != SubjectForm::Carried) return false;
    acts = true;
  }
  return acts;
}

// "Asked | not to be named", "declined | to be identified": tells who speaks, and nothing else. Near misses: "asked to be named
// mayor", "demanded to be identified".
bool BehindVerb::stays_unnamed(int infinitive) const {
  static const auto names = ids_of("name", "identify", "quote");
  const bool not_to = says_not(infinitive) || (at(infinitive - 1) == 'A' && says_not(infinitive - 1)) ||
                      (at(infinitive - 1) == 'V' && (declines(head(infinitive - 1).lemma) || says_not(infinitive - 1)));
  return not_to && is_passive_group(infinitive) && names.has(head(infinitive).lemma) && at(infinitive + 1) != 'N';
}

// "As | the mayor, a baker, left": whether the noun group is the subject of a clause.
bool BehindVerb::goes_on_as_clause(int noun) const {
  for (int v = noun + 1; v < std::min(size(), noun + kNear); ++v)
    if (finite(v) || at(v) == 'K') return subject(v).known() && subject(v).first == noun && subject(v).form != SubjectForm::Relative;
  return false;
}

bool BehindVerb::possessed_quotation(int i) const {
  static const std::uint32_t her = look_up("her").id;
  constexpr std::uint32_t kLongest = 6;  // tokens, marks included: more are a clause
  if (at(i + 1) == 'Q' && chunk(i + 1).last - chunk(i + 1).first > kLongest) return false;
  return at(i) == 'P' && at(i + 1) == 'Q' && doc_.tokens.tag[chunk(i).first] == tag::kPossessivePronoun &&
         doc_.tokens.word[chunk(i).first]->id != her;
}

Subject BehindVerb::other_subject(int cue) const {
  const Subject& own = subject(cue);
  const auto earlier = [&](int before, SubjectForm form) {
    for (int v = before - 1; v >= 0 && v > before - kNear; --v) {
      const Subject& who = subject(v);
      if (!finite(v) || !who.known() || who.form == SubjectForm::Relative || who.head == own.head) continue;
      const char opens = at(who.first - 1);
      // "asked if she would go, Reyes laughed and | said", "asked what she would do, Reyes …"
      if (form == SubjectForm::Carried && (opens == 's' || opens == 'f' || opens == 'w')) continue;
      if (form == SubjectForm::Carried && same_perfect(cue)) continue;
      Subject out = who;
      out.form = form;
      return out;
    }
    return Subject();
  };
  switch (own.form) {
    case SubjectForm::Participle: {  // left the hall, saying: the hall or who left it
      const int noun = at(cue - 1) == ',' ? cue - 2 : cue - 1;
      if (at(noun) != 'N' || own.last > noun) return {};
      const int first = noun_phrase_begin(parsed_.chunks, noun);
      if (first <= own.head) return {};
      return {.form = SubjectForm::NounParticiple, .first = first, .last = noun + 1, .head = first};
    }
    case SubjectForm::NounParticiple:
      if (with_somebody(own.first - 1) || at(cue) == 'I') return {};  // led the maker | to announce
      return earlier(own.first, SubjectForm::Participle);
    case SubjectForm::Carried: {
      // "Doe left, while Reyes denied it and | said …": the clause's own
      const bool contrast = at(own.first - 1) == 's' && at(own.first - 2) == ',' && (at(cue - 1) == 'c' || at(cue - 1) == 'B');
      return contrast && at(cue - 2) != ',' ? Subject() : earlier(own.first, SubjectForm::Carried);
    }
    default: return {};
  }
}

}  // namespace onrecord
