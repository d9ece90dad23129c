#include "extract/propose/content_bounds.h"

#include <algorithm>

#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

int ContentBounds::least(int first, int rule_end, bool clause) const {
  if (at(first) == 'i') {  // "said despite the rain, | the bridge is shut"
    for (int v = first; v < rule_end; ++v)
      if (finite(v)) return v + 1;
    return rule_end;
  }
  // "accused Doe of “closing the port” and “sinking | the boats”": the second quotation is hers too
  for (int q = first; !clause && q + 2 < rule_end; ++q)
    if (at(q) == 'Q' && at(q + 1) == 'c' && quoted_words(q + 2)) return q + 3;
  // "promised the figures by May", "wants a vote by spring": the deadline is promised too
  static const auto deadlines = ids_of("by", "until", "till");
  if (at(first) == 'N' && at(first + 1) == 'T' && deadlines.has(head_id(first + 1))) return first + 2;
  // "asked what, if anything, | she knew": the aside is no end
  for (int k = first; k + 4 < rule_end; ++k)
    if (at(k) == 'w' && at(k + 1) == ',' && at(k + 2) == 'f' && at(k + 4) == ',') return std::min(k + 6, rule_end);
  // "said the ferry, which leaks, | must go", "said that the ferry, once a fine ship, | must go"
  clause |= at(first) == 'H';
  int who = at(first) == 'H' ? first + 1 : first;
  const bool fronted = clause && (at(who) == 'f' || at(who) == 's');  // "said that if it leaks, the ferry | will go"
  if (fronted || (at(first) == 'H' && at(who) == ',')) {             // "said that, while it leaks, the ferry | will go"
    for (++who; who < rule_end && at(who) != ',';) ++who;
    ++who;
  }
  for (int v = first; clause && v < rule_end; ++v)
    if (finite(v) && subject(v).first == who && subject(v).form != SubjectForm::Carried) return v + 1;
  // "said that during the storm, the ferry | would stay", "said that in May the ferry | sank": what stands before the clause is no whole
  static constexpr ClassSet kBefore("iTAs");
  for (int v = first; clause && kBefore.has(at(who)) && v < rule_end; ++v)
    if (finite(v) && subject(v).first > who && subject(v).form != SubjectForm::Relative && subject(v).form != SubjectForm::Carried &&
        at(subject(v).first - 1) != 's')
      return v + 1;
  return first + 1;
}

int ContentBounds::limit(int cue, int first) const {
  // "Her promise to close the bridge | came late", "a baker who wants more | left": the verb of a subject that holds the cue.
  const int main_verb = main_verb_after(cue, first);
  const int last = std::min({last_chunk(), first + kMostEnds, main_verb});
  const bool fronted = in_fronted_clause(cue);
  bool within = opens_with_setting(first);               // what stands inside the content and a comma ends first
  bool acts = false;                                     // a verb of its own, behind which "if" and "when" open no more
  bool plain = nominal(first) && !begins_clause(first);  // noun groups so far
  bool opening = at(first) == 'H' && at(first + 1) == 's';  // heard that when it leaked, | Doe said no
  static constexpr ClassSet kMayEnd("LQ,;cB:Dsf(i&");    // whatever is asked about below
  for (int i = first;; ++i) {
    for (; i < last && !kMayEnd.has(at(i)); ++i) {
      plain &= nominal(i) || at(i) == 'J';
      acts |= finite(i);
    }
    if (i >= last) return main_verb;
    const char c = at(i);
    const bool behind = i > first;
    const bool comma_inside = c == 'Q' && mark_inside(i) == ',';
    switch (c) {
      case 'L':
        if (behind) return short_of_comma(i);
        break;
      case 'Q':
        if (comma_inside && ends_with_quotation(i)) return i + 1;
        // "When Reyes says that “it leaks a lot in May” | Doe asks why": the main clause behind what stands in front
        if (fronted && behind && begins_clause(i + 1)) return i + 1;
        break;
      case ',':
        if (behind && !opening && ends_at_comma(i, cue)) return i;
        opening = false;
        break;
      case ';':
        if (behind && (others_say(i) || others_object(i))) return i;
        break;
      case ':':
        if (behind && quoting_sibling(i)) return i;
        break;
      case 'D':
        if (behind && (quoting_sibling(i) || judges_it(i))) return i;
        break;
      case '(':
        if (behind && remark_at_end(i)) return i;
        break;
      case 'c':
      case 'B':
        if (c == 'c' && absolute(cue) && absolute(i + 2)) return i;
        if (behind && (quoting_sibling(i) || was_told(i, cue) || another_says(i, cue, first))) return i;
        if (behind && (says_again(i + 1, cue) || goes_on_saying(i, cue) || (c == 'B' && others_object(i)))) return short_of_comma(i);
        break;
      case 's':
      case '&':
        if (behind && plain && tells_when(i)) return short_of_comma(i);
        if (behind && adds_later(i, cue)) return short_of_comma(i);
        break;
      case 'i':
        if (plain && in_some_setting(i)) return i;
        break;
      default: break;
    }
    plain &= c == 'i' || c == 'c' || c == '&';
    if (!fronted) continue;
    within |= behind && !acts && (c == 's' || c == 'f');
    if ((c != ',' && !comma_inside) || !main_clause_behind(i)) continue;
    if (!within) return comma_inside ? i + 1 : i;
    within = false;
  }
}

bool ContentBounds::ends_at_comma(int i, int cue) const {
  if (quoting_sibling(i) || others_say(i) || judges_it(i) || turned_round(i)) return true;
  if (with_somebody(i + 1) && absolute(i + 3)) return true;  // said that it leaks, | with one calling it a sieve
  // "said that it leaks, | then admitted that it is old"
  if (sibling(i + 1, cue) && subject(i + 1).form == SubjectForm::Carried) return true;
  // "said that it leaks, | adding that it is old": of the same subject.
  static constexpr ClassSet kSays("HQPN");
  if (draws_reaction(i + 1)) return true;  // said that it leaks, | drawing laughter from the crowd
  return adds(i + 1) && subject(cue).known() && subject(i + 1).head == subject(cue).head && kSays.has(at(i + 2));
}

// "Reyes said the plan works | and Doe said it does not". Near miss: "Reyes said Doe said it works and Ortiz said it does not", where both
// may be in what Reyes said, as behind "said that".
bool ContentBounds::another_says(int i, int cue, int first) const {
  if (at(first) == 'H' || (head(cue).classes & kTakesQuote) == 0 || (head(cue).classes & kAddresseeVerb) != 0 || !says_too(i + 1, cue))
    return false;
  for (int v = first; v < i; ++v)
    if (finite(v) && (head(v).classes & (kTakesQuote | kTakesThat)) != 0) return false;
  return true;
}

// "Asked where it came from | and was told that it was old". Near miss: "said that she was seen and was told to wait".
bool ContentBounds::was_told(int i, int cue) const {
  static const std::uint32_t ask = look_up("ask").lemma, tell = look_up("tell").lemma;
  static constexpr ClassSet kOpens("HwfQ");
  return head(cue).lemma == ask && at(i + 1) == 'U' && head(i + 1).lemma == tell && kOpens.has(at(i + 2));
}

bool ContentBounds::draws_reaction(int participle) const {
  static const auto draws = ids_of("draw", "prompt", "spark", "provoke", "elicit", "earn", "trigger");
  static const auto reactions = ids_of("laughter", "applause", "cheer", "boo", "gasp", "jeer", "groan", "laugh", "chuckle", "outrage",
                                       "backlash", "rebuke", "ridicule", "outcry", "criticism", "condemnation");
  return at(participle) == 'G' && draws.has(head(participle).lemma) && at(participle + 1) == 'N' &&
         reactions.has(head(participle + 1).lemma);
}

bool ContentBounds::ends_with_quotation(int i) const { return quoting_sibling(i) || adds(i + 1) || turned_round(i); }

bool ContentBounds::adds(int participle) const { return at(participle) == 'G' && (head(participle).classes & kTakesQuote) != 0; }

// "Said that it leaks | before adding that it is old", "| while insisting that it is old". Near miss: "said that Doe left before saying
// so".
bool ContentBounds::adds_later(int i, int cue) const {
  static const auto whens = ids_of("before", "after", "while");
  static constexpr ClassSet kSays("HQ:wf");
  return whens.has(head_id(i)) && adds(i + 1) && at(cue) == 'V' && kSays.has(at(i + 2));
}

bool ContentBounds::main_clause_behind(int i) const {
  int noun = i + 1;
  while (at(noun) == 'A' || at(noun) == 'T') ++noun;
  if (!nominal(noun)) return false;
  if (at(noun + 1) != ',' || at(noun + 2) != 'W') return begins_clause(noun);
  for (int v = noun + 3; v < size(); ++v)  // While Reyes wants it shut, | Doe, who sails, stays
    if (finite(v) && subject(v).form == SubjectForm::RelativeAside && subject(v).first == noun) return true;
  return false;
}

bool ContentBounds::absolute(int v) const {
  return at(v) == 'G' && at(v - 1) == 'N' && (head(v).classes & (kTakesQuote | kTakesThat)) != 0 && (at(v - 2) == 'i' || at(v - 2) == 'c');
}

bool ContentBounds::in_fronted_clause(int cue) const {
  if (cue == 0) return at(cue) == 'E' || at(cue) == 'G';
  int first = 0;
  while (at(first) == 'A' || at(first) == 'c' || at(first) == 'B') ++first;
  if (in_fronted_phrase(first, cue) || opens_with_moment(first)) return true;
  if (at(first) != 's' && at(first) != 'f' && at(first) != '&') return false;
  for (int i = first; i < cue; ++i)
    if (at(i) == ',' || at(i) == 'Q') return false;
  return true;
}

// "After a year in Calder, where Reyes said that it leaks, | Doe left": the relative clause of a phrase that opens the sentence.
bool ContentBounds::in_fronted_phrase(int first, int cue) const {
  static const std::uint32_t where = look_up("where").id;
  if (at(first) != 'i' && at(first) != 's') return false;
  const Subject& who = subject(cue);
  if (who.form != SubjectForm::Adjacent || at(who.first - 1) != 's' || at(who.first - 2) != ',') return false;
  if (who.first < 2 || head_id(who.first - 1) != where) return false;
  for (int i = first; i < who.first; ++i)
    if (finite(i) || at(i) == 'Q') return false;
  return true;
}

// "By the time | Reyes said that it leaks, Doe had left".
bool ContentBounds::opens_with_moment(int first) const {
  return nominal(first + 1) && names_moment(first);
}

// "Criticised the plan | in a letter to the council", "praised Doe | at a rally". Near miss: "described the plan at a rally as mad".
bool ContentBounds::in_some_setting(int i) const {
  return is_setting(doc_, parsed_.chunks, i, kOccasion | kMedium | kDocument) && opens_with_a(i + 1) && !goes_on_with_as(i);
}

// "Praised the plan | while the council waited", "| after she took office", "| when asked about it": no part of a noun group. Near misses:
// "praised the day when it opened", "the port where it began".
bool ContentBounds::tells_when(int i) const {
  static const auto places = ids_of("where", "than");
  if (places.has(head_id(i)) || ((head(i - 1).classes & kTime) != 0)) return false;
  return begins_clause(i + 1) || (at(i) == 's' && (at(i + 1) == 'E' || at(i + 1) == 'G'));
}

// "Reyes said that it leaks, | a claim that Doe denied", "| a sum he called silly". Near misses: "said that it leaks, a fault in its
// design", "a sum he paid".
bool ContentBounds::judges_it(int i) const {
  static const std::uint32_t describe = look_up("describe").lemma;
  static constexpr ClassSet kGoesOn("HWENP");
  if (at(i + 1) != 'N' || !opens_with_a(i + 1)) return false;
  const char as = at(i + 4);  // what it is called: no "sailor she calls every Sunday", "craft he dubbed Petra"
  const bool what = as == 'J' || as == 'Q' || as == '&' || (as == 'N' && doc_.tokens.tag[chunk(i + 4).head] != tag::kName);
  const bool named = nominal(i + 2) && at(i + 3) == 'V' && (calls_so(head(i + 3).lemma) || head(i + 3).lemma == describe) && what;
  return named || ((head(i + 1).classes & kSpeechNoun) != 0 && kGoesOn.has(at(i + 2)));
}

bool ContentBounds::opens_with_a(int noun) const {
  return is_indefinite_article(head_id(noun));
}

// "Reyes said that it leaks | (the council denies it).": a sentence in brackets that ends the sentence is the writer's.
bool ContentBounds::remark_at_end(int open) const {
  bool acts = false;
  int i = open + 1;
  for (; i < size() && at(i) != ')'; ++i) acts |= finite(i) && subject(i).known() && subject(i).first > open;
  return acts && i + 2 >= size();
}

}  // namespace onrecord
