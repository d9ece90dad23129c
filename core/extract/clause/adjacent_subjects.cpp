// What stands next to a finite verb: its subject, or what only ends the subject.
#include "extract/clause/subject_finder.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

const std::uint32_t kThose = look_up("those").id;

}  // namespace

// "… Reyes | said": the noun group next to the verb, or what it only ends.
Subject SubjectFinder::before_noun(int i, int v) const {
  const bool behind_noun = at(i - 1) == 'N';
  if (behind_noun && stands_for_all(i)) return widened(i - 1, i, SubjectForm::Adjacent);  // Reyes and Doe both | said
  if (behind_noun && doc_.tokens.tag[group(i).head] == tag::kThere) return widened(i - 1, i, SubjectForm::Adjacent);  // polls there | show
  if (two_behind_clause(i, v)) return {.form = SubjectForm::Adjacent, .first = i - 2, .last = i + 1, .head = i - 2};
  const Subject near = noun_phrase(i, SubjectForm::Adjacent);
  const int before = near.first - 1;
  // "few on either side | said"
  if (at(before) == 'i' && at(before - 1) == 'J' && counts_people(before - 1)) return widened(before - 1, i, SubjectForm::Adjacent);
  const int noun = noun_of_clause(before, v);
  // "denied the claim that it leaks after sailors | warned her": whose the claim is, and who did the other thing
  if (noun >= 0 && at(before) == 's' && reports(v) && names_somebody(i)) {
    const int governs = noun_phrase_begin(chunks_, noun) - 1;
    if (finite(at(governs)) || (at(governs) == 'R' && finite(at(governs - 1)))) return near;
  }
  if (noun >= 0) return widened(noun, i, SubjectForm::Restrictive);
  if (const int described = noun_of_participle(before, v); described >= 0) return widened(described, i, SubjectForm::Adjacent);
  return near;
}

// The noun group on which a clause with "who" or "that" hangs that the verb's noun group ends, from chunk `before` on the left; -1 for
// none.
int SubjectFinder::noun_of_clause(int before, int v) const {
  // "people who attended the vote | said": a verb with a relative subject stands between.
  if (finite(at(before)) && subject(before).form == SubjectForm::Relative) {
    const int w = subject(before).first;
    // "sailors who fear | the boat will sink | left", "those who said | the port did harm | left"
    const bool inner = takes_clause(before) && (finite(at(v + 1)) || (says_clauses(before) && (another_verb(v) || ends_aside(w - 1, v))));
    if (nominal(at(w - 1)) && !inner) return w - 1;
  }
  // "the fear that the boat hit the quay | grew"
  if (finite(at(before)) && subject(before).known() && subject(before).last == before)
    if (const int noun = said_by_noun(subject(before).first); noun >= 0 && !finite(at(noun_phrase_begin(chunks_, noun) - 1))) return noun;
  // "officials who spoke with Doe | said", "a baker who wants to unseat Doe | left", "a man who called himself a friend | said"
  const char link = at(before), linked = at(before - 1);
  const bool himself = link == 'P' && finite(linked) && is_himself(before);
  const bool described = link == 'i' && linked == 'J' && at(before - 2) == 'F';  // the fear that it was close to sinking | grew
  const bool doing = link == 'G' && linked == 'i';  // those who accused her of telling lies | left
  if (link == 'I' || himself || described || doing || ((link == 'i' || link == '&') && finite(linked)) || (link == '&' && linked == 'P'))
    if (const int noun = antecedent(before); noun >= 0) return noun;
  // "the claim that the plan is a farce | was dropped", "the fear that sailors are afraid of storms | grew"; "denied the claim that Reyes
  // thinks the boat | leaks" goes on.
  const int noun = antecedent(before);
  if (noun < 0 || at(noun + 1) != 'H') return -1;
  const bool opens = noun_phrase_begin(chunks_, noun) == 0 && !another_verb(v);
  return opens || !(finite(at(before)) && takes_clause(before)) ? noun : -1;
}

// "My friend, a man who thinks all boats | leak, called it old": whether the clause of the verb `v` ends the aside of the noun group that
// ends with chunk `noun`, before the verb of the sentence.
bool SubjectFinder::ends_aside(int noun, int v) const {
  const int comma = noun_phrase_begin(chunks_, noun) - 1;
  if (at(comma) != ',' || !nominal(at(comma - 1))) return false;
  int i = v + 1;
  while (i < chunks_.size() && i < v + 8 && at(i) != ',' && !finite(at(i))) ++i;
  return at(i) == ',' && finite(at(i + 1));
}

// The same of a participle or an infinitive.
int SubjectFinder::noun_of_participle(int before, int v) const {
  // "sailors calling for help and carrying signs | met"
  if (at(before) == 'G' && at(before - 1) == 'c') {
    int g = before - 2;
    while (at(g) == 'N' || at(g) == 'i' || at(g) == 'J') --g;
    if (at(g) == 'G' && at(g - 1) == 'N' && !finite(at(g - 2))) return g - 1;
  }
  // "a man named Reyes | said", "the group led by Reyes | said", "a woman holding a sign | said".
  int e = at(before) == 'i' ? before - 1 : before;
  if (at(before) == 'i' && at(e) == 'T' && at(e - 1) == 'E') --e;  // a study published on Monday in Nature | found
  // "half of those asked in Calder | said"
  if (at(e) == 'E' && (at(e - 1) == 'N' || is_word(e - 1, kThose))) return e - 1;
  // "a baker accused of stealing boats | left"
  if (at(before) == 'G' && at(before - 1) == 'i' && at(before - 2) == 'E' && at(before - 3) == 'N' && !takes_clause(before))
    return before - 3;
  // "the mayor saying | Reyes left" opens a clause.
  if (at(e) == 'G' && at(e - 1) == 'N' && !finite(at(e - 2)) && !(e == before && takes_clause(e) && takes_quote(e))) return e - 1;
  // "a draft asking for funds | was read", "officials said a draft demanding access | was read", "a maker of running shoes | said"
  if (const int noun = noun_before_gerund(before, v); noun >= 0) return noun;
  // "a letter sent to the council last week by Doe | said"
  if (const int sent = past_for_participle(before, v); sent >= 0) return sent - 1;
  // "the plan to close the port | failed", but not "took to Twitter to say the port | failed"
  if (at(before) != 'I' || at(before - 1) != 'N' || reports(before)) return -1;
  const char governs = at(noun_phrase_begin(chunks_, before - 1) - 1);
  return !finite(governs) && governs != 'i' ? before - 1 : -1;
}

// The noun group that an -ing form goes on to describe, with its objects up to chunk `last`, before the verb `v`: "letters inviting them to
// talks | were sent", and not "saying Doe | left"; -1 for none.
int SubjectFinder::noun_before_gerund(int last, int v) const {
  constexpr int kFarthest = 6;  // chunks
  int g = last;
  while (g > 0 && last - g < kFarthest && (at(g) == 'N' || at(g) == 'i' || at(g) == 'P')) --g;
  if (at(g) != 'G' || says_clauses(g)) return -1;
  if (at(g - 1) == 'i' && at(g - 2) == 'N' && g == last) {  // the maker of running | shoes
    const int noun = noun_phrase_begin(chunks_, g - 2);
    const char governs = at(noun - 1);
    return governs == 0 || governs == ',' || governs == 'H' || governs == 'c' ? g - 2 : -1;
  }
  if (at(g - 1) != 'N') return -1;
  const int governs = noun_phrase_begin(chunks_, g - 1) - 1;
  const char c = at(governs);
  const bool opens = c == 0 || c == ',' || c == 'H' || c == 's' || (finite(c) && says_clauses(governs) && subject(governs).known());
  return opens && (at(v) != 'V' || !takes_clause(g)) ? g - 1 : -1;
}

// "He | said", or what a pronoun only ends.
Subject SubjectFinder::before_pronoun(int i) const {
  // "a source close to him | said"
  const int noun = at(i - 1) != 'i' ? -1 : at(i - 2) == 'J' ? i - 3 : i - 2;
  if (noun >= 0 && at(noun) == 'N') return widened(noun, i, SubjectForm::Adjacent);
  // "unions that have backed him | said"
  const bool governed = finite(at(i - 1)) && subject(i - 1).form == SubjectForm::Relative;
  if (governed && is_object(i) && nominal(at(subject(i - 1).first - 1)))
    return widened(subject(i - 1).first - 1, i, SubjectForm::Restrictive);
  return noun_phrase(i, SubjectForm::Adjacent);
}

// "Day | said", "a poll conducted last week | found".
Subject SubjectFinder::before_time(int i, int v) const {
  if (at(i - 1) == 0 && is_surname(i)) return noun_phrase(i, SubjectForm::Adjacent);
  if (at(i - 1) == 0 || at(i - 1) == ',') return {};
  if (is_have(i - 1) && may_be_participle(v) && subject(i - 1).known()) return subject(i - 1);  // unions have in recent years | pressed
  if (at(i - 1) == 'V' && at(i - 2) == 'N' && doc_.tokens.tag[group(i - 1).head] == tag::kPast)
    return widened(i - 2, i, SubjectForm::Adjacent);
  if (at(i - 1) == 'R' && at(i - 2) == 'N') return widened(i - 2, i, SubjectForm::Adjacent);  // a report out on Tuesday | finds
  return told_by_relative(i);
}

// "Calls for the mayor to go | grow".
Subject SubjectFinder::before_infinitive(int i) const {
  if (at(i - 1) == 'N')
    if (const char governs = at(noun_phrase_begin(chunks_, i - 1) - 1); governs == 0 || governs == ',' || governs == 'H')
      return widened(i - 1, i, SubjectForm::Restrictive);
  return told_by_relative(i);
}

// "The report released in May | found", "those surveyed | said".
Subject SubjectFinder::before_participle(int i, int v) const {
  if (at(i - 1) != 'N' && !is_word(i - 1, kThose)) return {};
  if (at(noun_phrase_begin(chunks_, i - 1) - 1) == 's')  // a man who was there when the boat left | said
    if (const Subject who = told_by_relative(i); who.known()) return who;
  int last = v - 1;
  while (at(last) == 'A') --last;
  return widened(i - 1, last, SubjectForm::Adjacent);
}

// "The claim that the plan is “a sieve at best” | was dropped", "a man who called it “a farce” | left"; else as behind a comma.
Subject SubjectFinder::before_quotation(int i, int v) const {
  const bool goes_on = finite(at(i - 1)) && mark_inside(doc_, group(i)) != ',';
  const Subject who = goes_on ? told_by_relative(i) : Subject{};
  return who.known() ? who : before_comma(i + 1, v);
}

// "The plan was a danger to the port, Reyes and Doe | said": two names behind the comma of a clause, and no list with its last noun.
bool SubjectFinder::two_behind_clause(int i, int v) const {
  const auto named = [&](int k) { return at(k) == 'N' && doc_.tokens.tag[group(k).head] == tag::kName; };
  if (at(i - 1) != 'c' || at(i - 3) != ',' || !named(i) || !named(i - 2) || !reports(v)) return false;
  const char behind = at(v + 1);
  return (behind == '.' || behind == 'T' || behind == 'i' || behind == 0) && verb_before(i - 3) >= 0;
}

// What looks like a past, between its noun group and prepositions that end with chunk `last`, before the verb `v`; -1 for none. "Reyes
// said in May the port | leaks" has a clause.
int SubjectFinder::past_for_participle(int last, int v) const {
  if (at(last) != 'i') return -1;
  int k = last;
  while (at(k) == 'i' || at(k) == 'N' || at(k) == 'T') --k;
  if (at(k) != 'V' || at(k - 1) != 'N' || !may_be_participle(k)) return -1;
  // "the man accused of it | said", though an accuser may go on with a clause
  const bool of_it = at(k + 1) == 'i' && (group_classes(k) & word_class::kAddresseeVerb) != 0;
  if (takes_clause(k) && !of_it) return -1;
  return at(v) == 'V' && subject(k).form == SubjectForm::Adjacent && at(subject(k).first - 1) != 's' ? k : -1;
}

// "An official who asked not to be named | said", "officials who spoke to Doe | said", "a man who stood there when the boat left | said":
// the noun group of a relative clause that ends with chunk `last`; -1 for none.
int SubjectFinder::antecedent(int last) const {
  constexpr int kFarthest = 16;  // chunks
  for (int k = last; k >= 0 && k > last - kFarthest; --k) {
    const char c = at(k);
    if (!finite(c)) {
      static constexpr ClassSet kInClause("NiIJARPTsGE&HQ");
      if (!kInClause.has(c)) return -1;
      continue;
    }
    if (!subject(k).known()) return -1;
    const int first = subject(k).first;
    const bool whose = at(first - 1) == 'W';  // people whose homes burned down | said
    if (whose || subject(k).form == SubjectForm::Relative) {
      const int noun = first - (whose ? 2 : 1);
      return at(noun) == 'N' || is_word(noun, kThose) ? noun : -1;
    }
    if (at(first) == 'P' && at(first - 1) == 'N' && k > first) return first - 1;  // none of those we met | said
    // "the fear that the boat sank | grew"
    if (const int noun = said_by_noun(first); noun >= 0 && k > first) return noun;
    // "… when the boat | left", "… who say (that) the boat | leaks"
    if (at(first - 1) != 's' && at(first - 1) != 'H' && !(finite(at(first - 1)) && takes_clause(first - 1))) return -1;
    k = first;
  }
  return -1;
}

// "The fear that | the boat sank", "a claim by Reyes that | the boat sank": the noun of saying or thinking that the clause with the subject
// at chunk `first` hangs on; -1 for none.
int SubjectFinder::said_by_noun(int first) const {
  if (at(first - 1) != 'H' || at(first - 2) != 'N') return -1;
  const auto says = [&](int i) {
    return (group_classes(i) & (word_class::kSpeechNoun | word_class::kAttitudeNoun)) != 0;
  };
  int noun = first - 2;
  while (!says(noun) && at(noun - 1) == 'i' && at(noun - 2) == 'N') noun -= 2;
  return says(noun) ? noun : -1;
}

Subject SubjectFinder::told_by_relative(int last) const {
  const int noun = antecedent(last);
  return noun >= 0 ? widened(noun, last, SubjectForm::Restrictive) : Subject{};
}

}  // namespace onrecord
