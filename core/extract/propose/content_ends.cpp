// Where a construct's own rule ends a content, and what lies surely beyond it; ends.h weighs the rest.
#include <algorithm>

#include "extract/chunk/noun_phrases.h"
#include "extract/propose/proposer.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

bool Proposer::sibling(int v, int cue) const {
  if (at(v) != 'V' && at(v) != 'G') return false;
  const Word& word = head(v);
  if ((word.classes & kTakesQuote) == 0) return false;
  const Subject& own = subject(v);
  const Subject& mine = subject(cue);
  return own.known() && mine.known() && own.head == mine.head;
}

bool Proposer::says_again(int v, int cue) const {
  return at(v) == 'V' && at(cue) == 'V' && head(v).lemma == head(cue).lemma && sibling(v, cue);
}

bool Proposer::says_too(int noun, int cue) const {
  if (at(noun) != 'N' && at(noun) != 'P') return false;
  int v = noun + 1;
  while (at(v) == 'i' && at(v + 1) == 'N') v += 2;
  return at(v) == 'V' && at(cue) == 'V' && head(v).lemma == head(cue).lemma &&
         doc_.tokens.tag[chunk(v).head] == doc_.tokens.tag[chunk(cue).head];
}

RuleEnd Proposer::end_by_rule(const Construct& rule, int content, int cue) const {
  switch (rule.end) {
    case ContentEnd::Clause: return clause_end(content, cue);
    case ContentEnd::Phrase: return phrase_end(content);
    case ContentEnd::Quote: break;
  }
  return quote_end(content, cue);
}

RuleEnd Proposer::clause_end(int start, int cue) const {
  const int last = farthest(start);
  // In a fronted clause ("While Reyes said A, B happened") a comma before the main clause ends it.
  // So it does after a fronted participle ("Asked whether A, Reyes said B").
  const bool participle = cue <= 1 && (at(cue) == 'E' || at(cue) == 'G');
  const bool fronted = participle ||
                       ((at(0) == 's' || at(0) == 'f' || at(0) == '&') && cue < 6 && subject(cue).known() && subject(cue).first == 1);
  int depth = 0;
  bool within = opens_with_setting(start);  // "said that despite the rain, | people came, Doe left"
  for (int i = start; i < last; ++i) {
    const char c = at(i);
    within |= c == 'f' && i > start;
    if (c == '(') ++depth;
    if (c == ')' && depth-- == 0) return {i, Why::Mark};
    if (c == 'L' && i > start) return {at(i - 1) == ',' ? i - 1 : i, Why::Word};
    if (c == ',' && fronted && nominal(i + 1) && depth == 0) {
      if (!within) return {i, Why::Mark};
      within = false;
    }
    const bool comma_inside = c == 'Q' && mark_inside(i) == ',';
    if ((c == ':' || c == 'D') && depth == 0 && i > start && at(i + 1) == 'Q' && quoting_sibling(i)) return {i, Why::Quoting};
    if ((c == ',' || c == 'c' || c == 'B' || c == ';' || comma_inside) && depth == 0 && i > start) {
      int v = i + 1;
      while (at(v) == 'c' || at(v) == 'B' || at(v) == 'A') ++v;
      const int end = comma_inside ? i + 1 : i;
      if (quoting_sibling(i)) return {end, Why::Quoting};
      if (sibling(v, cue) || says_too(v, cue)) return {end, Why::Sibling};
    }
  }
  return {last, Why::Sentence};
}

bool Proposer::list_goes_on(int i) const {
  if (at(i + 1) != 'N' && at(i + 1) != 'J' && at(i + 1) != 'G')
    return at(i + 1) == 'c' && (at(i + 2) == 'N') && !finite(i + 3) && at(i + 3) != 'i';
  for (int j = i + 1; j < std::min(size(), i + 60); ++j) {
    const char c = at(j);
    if (c == 'c') return at(j + 1) == 'N' && !finite(j + 2);
    if (c != 'N' && c != 'i' && c != ',' && c != 'J' && c != 'E' && c != 'G') return false;
  }
  return false;
}

bool Proposer::gerund_before(int start, int i) const {
  for (int j = start; j < i; ++j)
    if (at(j) == 'G') return true;
  return false;
}

RuleEnd Proposer::phrase_end(int start) const {
  const int last = farthest(start);
  static const std::uint32_t by = look_up("by").id;
  // Whatever cannot end it is passed over, which is most.
  const auto may_end = [&](int i) {
    static constexpr ClassSet kEnds(",;:D()L.QsBfci");
    const bool attached = at(i + 1) == 'G' || (at(i + 1) == 'N' && (head(i + 1).classes & (kOccasion | kMedium)) != 0);
    return kEnds.has(at(i)) & ((at(i) != 'i') | attached);
  };
  for (int i = start;; ++i) {
    while (i < last && !may_end(i)) ++i;
    if (i >= last) break;
    const char c = at(i);
    switch (c) {
      case ',':
        if (i == start) continue;
        if (quoting_sibling(i)) return {i, Why::Quoting};
        if (list_goes_on(i)) continue;
        return {i, Why::Mark};
      case ';':
      case ':':
      case 'D':
      case '(':
      case ')':
      case 'L':
      case '.': return {i, Why::Mark};
      case 'Q':
        if (mark_inside(i) == ',' && at(i + 1) != 'c' && at(i + 1) != 'Q') return {i + 1, Why::Mark};
        // "called it “a sieve,” and | the mayor, a baker, left"
        if (mark_inside(i) == ',' && at(i + 1) == 'c' && nominal(i + 2) && begins_clause(i + 2)) return {i + 1, Why::Mark};
        break;
      case 's':
      case 'B':
        if (i > start && !goes_on_with_as(i)) return {i, Why::Word};
        break;
      case 'f': if (i > start) return {i, Why::Word}; break;
      case 'c':
        if (finite(i + 1) || (at(i + 1) == 'G' && !gerund_before(start, i)) || (at(i + 1) == 'A' && finite(i + 2)) ||
            (nominal(i + 1) && finite(i + 2)))
          return {i, Why::Word};
        break;
      case 'i':
        if (i > start && at(i + 1) == 'G' && head_id(i) == by) return {i, Why::Word};
        if (i > start && at(i + 2) != 'V' && is_setting(doc_, parsed_->chunks, i, kOccasion | kMedium) && !goes_on_with_as(i))
          return {i, Why::Word};
        break;
      default: break;
    }
  }
  return {last, Why::Sentence};
}

// "Described the plan | at a meeting in Calder as “mad”", "| after the vote as a farce". Near miss: "| at a meeting as the ferry left".
bool Proposer::goes_on_with_as(int i) const {
  int as = i + 2;
  if (at(i + 1) != 'N') return false;
  while (at(as) == 'i' && at(as + 1) == 'N') as += 2;
  return at(as) == '&' && !finite(as + 2);
}

int Proposer::limit_of(int cue, int first) const {
  // "Her promise to close the bridge | came late", "a baker who wants more | left": the verb of a subject that holds the cue.
  const int main_verb = main_verb_after(cue, first);
  const int last = std::min({last_chunk(), first + kMostEnds, main_verb});
  const bool fronted = in_fronted_clause(cue);
  bool within = opens_with_setting(first);       // what stands inside the content and a comma ends first
  bool plain = nominal(first) && !begins_clause(first);  // noun groups so far
  static constexpr ClassSet kSays("HQPN");           // what a participle of saying goes on with
  static constexpr ClassSet kLookedAt("LQ,;cB:Dsf(i&");  // all that is asked about below
  for (int i = first;; ++i) {
    for (; i < last && !kLookedAt.has(at(i)); ++i) plain &= nominal(i) || at(i) == 'J';
    if (i >= last) break;
    const char c = at(i);
    if (c == 'L' && i > first) return at(i - 1) == ',' ? i - 1 : i;
    const bool comma_inside = c == 'Q' && mark_inside(i) == ',';
    if (c == 'c' && absolute(cue) && absolute(i + 2)) return i;
    if (i > first && (c == ',' || c == 'c' || c == 'B' || c == ':' || c == 'D') && quoting_sibling(i)) return i;
    if (comma_inside && quoting_sibling(i)) return i + 1;
    if ((c == 'c' || c == 'B') && i > first && says_again(i + 1, cue)) return at(i - 1) == ',' ? i - 1 : i;
    if (i > first && (c == ',' || c == ';') && others_say(i)) return i;
    if (i > first && (c == 'c' || c == 'B') && goes_on_saying(i, cue)) return at(i - 1) == ',' ? i - 1 : i;
    if (i > first && (c == ',' || c == 'D') && judges_it(i)) return i;
    if (i > first && c == '(' && remark_at_end(i)) return i;
    // "said that it leaks, | then admitted that it is old"
    if (c == ',' && i > first && sibling(i + 1, cue) && subject(i + 1).form == SubjectForm::Carried) return i;
    if (plain && c == 'i' && in_some_setting(i)) return i;
    if (plain && i > first && (c == 's' || c == '&') && tells_when(i)) return at(i - 1) == ',' ? i - 1 : i;
    plain &= c == 'i' || c == 'c' || c == '&';
    // "said that it leaks, | adding that it is old": of the same subject.
    if (c == ',' && i > first && at(i + 1) == 'G' && (head(i + 1).classes & kTakesQuote) != 0 && subject(cue).known() &&
        subject(i + 1).head == subject(cue).head && kSays.has(at(i + 2)))
      return i;
    // "is “a sieve,” | adding that it leaks".
    if (comma_inside && at(i + 1) == 'G' && (head(i + 1).classes & kTakesQuote) != 0) return i + 1;
    // "It leaks, | said Reyes".
    if ((c == ',' && i > first) || comma_inside)
      if (at(i + 1) == 'V' && (head(i + 1).classes & kTakesQuote) != 0 && nominal(i + 2) && subject(i + 1).form != SubjectForm::Carried)
        return comma_inside ? i + 1 : i;
    // "Asked if it leaks, | Reyes said no", "While Reyes said that it leaks, | Doe crossed it".
    if (fronted && i > first) within |= c == 's' || c == 'f';
    if (!fronted || i < first || (c != ',' && !comma_inside)) continue;
    int noun = i + 1;
    while (at(noun) == 'A' || at(noun) == 'T') ++noun;
    if (!nominal(noun) || !begins_clause(noun)) continue;
    if (!within) return comma_inside ? i + 1 : i;
    within = false;
  }
  return main_verb;
}

// "Reyes said that it leaks, | while Doe said it did not", "…; | the council added that it was old": what somebody else said. Near miss:
// "Reyes said that it leaks, and Doe left".
bool Proposer::others_say(int i) const {
  static const auto contrasts = ids_of("while", "whereas", "although", "though");
  int who = i + 1;
  while (at(who) == 'c' || at(who) == 'B' || at(who) == 'A' || (at(who) == 's' && contrasts.has(head_id(who)))) ++who;
  if (!nominal(who)) return false;
  for (int v = who + 1; v < std::min(size(), who + kNear); ++v)
    if (finite(v)) return subject(v).first == who && says_something(v);
  return false;
}

// Where somebody else's words end those that begin at chunk `first`: "according to Reyes, it leaks, | but Doe said it does not".
int Proposer::others_end(int first) const {
  for (int i = first + 1; i < last_chunk(); ++i)
    if ((at(i) == ',' || at(i) == ';') && others_say(i)) return i;
  return last_chunk();
}

// A verb of saying with what was said behind it.
bool Proposer::says_something(int v) const {
  static constexpr ClassSet kOpens("HQ:wf");
  if (at(v) != 'V' || (head(v).classes & kTakesQuote) == 0) return false;
  return kOpens.has(at(v + 1)) || (nominal(v + 1) && begins_clause(v + 1));
}

// "Reyes said that it leaks | but declined to say when", "| but added that it is old", "| and asked whether it was old": whoever said the
// one, not somebody in what was said, says the other. Near misses: "said that Doe promised it but refused to pay", "said it leaks and was
// shut".
bool Proposer::goes_on_saying(int i, int cue) const {
  static const auto declines = ids_of("decline", "refuse");
  int v = i + 1;
  while (at(v) == 'A') ++v;
  if (at(v) != 'V' || at(cue) != 'V') return false;
  int inner = i - 1;  // the verb of what was said
  while (inner > cue && !finite(inner)) --inner;
  if (inner == cue || (at(inner) == 'V' && (head(inner).classes & (kTakesQuote | kTakesThat)) != 0)) return false;
  if (at(i) == 'B' && declines.has(head(v).lemma)) return at(v + 1) == 'I' && (head(v + 1).classes & kCommunication) != 0;
  if (!says_something(v) || doc_.tokens.tag[chunk(v).head] != doc_.tokens.tag[chunk(cue).head]) return false;
  if (at(i) == 'B') return true;
  const Subject& who = subject(inner);
  const bool somebody = !who.known() || at(who.head) != 'N' || doc_.tokens.tag[chunk(who.head).head] == tag::kName ||
                        (head(who.head).classes & (kPerson | kPeople | kGroup)) != 0;
  return !somebody;
}

// "Praised the plan | while the council waited", "| after she took office", "| when asked about it": no part of a noun group. Near misses:
// "praised the day when it opened", "the port where it began".
bool Proposer::tells_when(int i) const {
  static const auto places = ids_of("where", "than");
  if (places.has(head_id(i)) || ((head(i - 1).classes & kTime) != 0)) return false;
  return begins_clause(i + 1) || (at(i) == 's' && (at(i + 1) == 'E' || at(i + 1) == 'G'));
}

bool Proposer::opens_with_a(int noun) const {
  static const auto article = ids_of("a", "an");
  return article.has(head_id(noun));
}

// "Criticised the plan | in a letter to the council", "praised Doe | at a rally". Near miss: "described the plan at a rally as mad".
bool Proposer::in_some_setting(int i) const {
  return is_setting(doc_, parsed_->chunks, i, kOccasion | kMedium | kDocument) && opens_with_a(i + 1) && !goes_on_with_as(i);
}

// "Reyes said that it leaks, | a claim that Doe denied". Near miss: "said that it leaks, a fault in its design".
bool Proposer::judges_it(int i) const {
  static constexpr ClassSet kGoesOn("HWENP");
  return at(i + 1) == 'N' && (head(i + 1).classes & kSpeechNoun) != 0 && opens_with_a(i + 1) && kGoesOn.has(at(i + 2));
}

// "Reyes said that it leaks | (the council denies it).": a sentence in brackets that ends the sentence is the writer's.
bool Proposer::remark_at_end(int open) const {
  bool acts = false;
  int i = open + 1;
  for (; i < size() && at(i) != ')'; ++i) acts |= finite(i) && subject(i).known() && subject(i).first > open;
  return acts && i + 2 >= size();
}

bool Proposer::absolute(int v) const {
  return at(v) == 'G' && at(v - 1) == 'N' && (head(v).classes & (kTakesQuote | kTakesThat)) != 0 && (at(v - 2) == 'i' || at(v - 2) == 'c');
}

// "that | despite the rain, people came": whether what stands first in the clause at chunk `start` is not its subject.
bool Proposer::opens_with_setting(int start) const {
  return at(start) == 'H' && (at(start + 1) == 'i' || at(start + 1) == 's' || at(start + 1) == 'f');
}

bool Proposer::in_fronted_clause(int cue) const {
  if (cue == 0) return at(cue) == 'E' || at(cue) == 'G';
  int first = 0;
  while (at(first) == 'A' || at(first) == 'c' || at(first) == 'B') ++first;
  if (at(first) != 's' && at(first) != 'f' && at(first) != '&') return false;
  for (int i = first; i < cue; ++i)
    if (at(i) == ',' || at(i) == 'Q') return false;
  return true;
}

bool Proposer::begins_clause(int noun) const {
  for (int v = noun + 1; v < std::min(size(), noun + kNear); ++v)
    if (finite(v)) return subject(v).known() && subject(v).first == noun;
  return false;
}

void Proposer::begin_content(Candidate& candidate, int first, RuleEnd rule_end) const {
  // Nothing was counted for a construct of one's own; behind a quotation the mark may say where it ends.
  const bool sure = rules_.stated_confidence(candidate.construct) > 0 ||
                    (at(first) == 'Q' && rule_end.chunk == first + 1 && rule_end.why == Why::Mark);
  if (sure) return end_content(candidate, first, rule_end.chunk);
  candidate.first = first;
  candidate.rule_end = rule_end;
  candidate.ends_as = candidate.construct;
  candidate.open = true;
}

std::uint32_t Proposer::begin_of(const Candidate& candidate) const {
  return candidate.content.empty() ? chunk(candidate.first).first : candidate.content.front().first;
}

int Proposer::least_of(const Candidate& candidate) const {
  const int first = candidate.first;
  if (at(first) == 'i') {  // "said despite the rain, | the bridge is shut"
    for (int v = first; v < candidate.rule_end.chunk; ++v)
      if (finite(v)) return v + 1;
    return candidate.rule_end.chunk;
  }
  // "said the ferry, which leaks, | must go", "said that the ferry, once a fine ship, | must go"
  const bool by_rule = candidate.ends_as < rules_.constructs.size();
  const bool clause = at(first) == 'H' || (by_rule && rules_.constructs[candidate.ends_as].opens_clause);
  int who = at(first) == 'H' ? first + 1 : first;
  const bool fronted = clause && (at(who) == 'f' || at(who) == 's');  // "said that if it leaks, the ferry | will go"
  if (fronted || (at(first) == 'H' && at(who) == ',')) {             // "said that, while it leaks, the ferry | will go"
    for (++who; who < candidate.rule_end.chunk && at(who) != ',';) ++who;
    ++who;
  }
  for (int v = first; clause && v < candidate.rule_end.chunk; ++v)
    if (finite(v) && subject(v).first == who && subject(v).form != SubjectForm::Carried) return v + 1;
  // "said that during the storm, the ferry | would stay", "said that in May the ferry | sank": what stands before the clause is no whole
  static constexpr ClassSet kBefore("iTAs");
  for (int v = first; clause && kBefore.has(at(who)) && v < candidate.rule_end.chunk; ++v)
    if (finite(v) && subject(v).first > who && subject(v).form != SubjectForm::Relative && subject(v).form != SubjectForm::Carried &&
        at(subject(v).first - 1) != 's')
      return v + 1;
  return first + 1;
}

void Proposer::end_content(Candidate& candidate, Ended& last) {
  const int first = candidate.first, cue = candidate.cue_chunk;
  if (last.first != first) last.limit = limit_of(cue, first);
  if (last.first != first || last.as != candidate.ends_as) {
    const FeaturePart& construct = rules_.parts[candidate.ends_as];
    last.end = weighing_.ends.likeliest({doc_, *parsed_, construct, cue, first, least_of(candidate), candidate.rule_end, last.limit});
    last.chance = weighing_.ends.chance();
    last.as = candidate.ends_as;
    last.first = first;
  }
  candidate.end_chance = last.chance;
  candidate.open = false;
  end_content(candidate, first, last.end);
}

void Proposer::end_content(Candidate& candidate, int first, int end) const {
  candidate.content.add(tokens(first, end));
  // A whole quotation behind a verb may go on in the next sentence; a fragment in a clause ("said it was "dead."") ends with it.
  const bool behind_verb = at(candidate.cue_chunk) != 'N' && at(candidate.cue_chunk) != 'J';
  if (at(first) == 'Q' && behind_verb && end >= last_chunk() && at(end - 1) == 'Q') go_on(candidate);
}

}  // namespace onrecord
