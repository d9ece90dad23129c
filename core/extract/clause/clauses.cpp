#include "extract/clause/clauses.h"

#include "extract/clause/subject_finder.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

const std::uint32_t kAll = look_up("all").id;
const std::uint32_t kThose = look_up("those").id;

}  // namespace

void SubjectFinder::run() {
  out_.assign(s_.size(), Subject{});
  for (const int i : chunks_.verbs) {
    const char c = at(i);
    out_[static_cast<std::size_t>(i)] = c == 'I' ? of_infinitive(i) : c == 'G' || c == 'E' ? of_participle(i) : of_finite(i);
  }
  for (const int i : chunks_.verbs)
    if (const char c = at(i); (c == 'G' || c == 'E') && !subject(i).known()) out_[static_cast<std::size_t>(i)] = of_fronted(i);
}

Subject SubjectFinder::of_finite(int v) {
  if (v == 0) return said_first();
  int i = skip_back(v - 1);
  if (at(i) == 'B' && at(i - 1) == 'N' && is_word(i - 1, kAll)) i = skip_back(i - 2);  // he all but | accused
  if (at(i) == 'c' && is_neither(i) && at(i - 1) != ',') i = skip_back(i - 1);  // neither | confirmed nor denied
  i = before_setting(i);
  // "has in the past | described"
  if (at(i) == 'N' && at(i - 1) == 'i' && is_auxiliary(i - 2) && may_be_participle(v) && subject(i - 2).known()) return subject(i - 2);
  const char c = at(i);
  if (c == 'P') {
    // "a source close to him | said": the pronoun only ends the phrase.
    const int noun = at(i - 1) != 'i' ? -1 : at(i - 2) == 'J' ? i - 3 : i - 2;
    if (noun >= 0 && at(noun) == 'N') return widened(noun, i, SubjectForm::Adjacent);
    // "unions that have backed him | said"
    const bool governed = finite(at(i - 1)) && subject(i - 1).form == SubjectForm::Relative;
    if (governed && is_object(i) && nominal(at(subject(i - 1).first - 1)))
      return widened(subject(i - 1).first - 1, i, SubjectForm::Restrictive);
    return noun_phrase(i, SubjectForm::Adjacent);
  }
  if (c == 'N' && at(i - 1) == 'N' && stands_for_all(i)) return widened(i - 1, i, SubjectForm::Adjacent);  // Reyes and Doe both | said
  if (c == 'N' && i > 0 && at(i - 1) == 'N' && doc_.tokens.tag[group(i).head] == tag::kThere)
    return widened(i - 1, i, SubjectForm::Adjacent);  // polls there | show
  if (c == 'N') return before_noun(i, v);
  if (c == 'T' && at(i - 1) == 0 && is_surname(i)) return noun_phrase(i, SubjectForm::Adjacent);  // Day | said
  if (c == 'T' && (at(i - 1) == 0 || at(i - 1) == ',')) return {};
  if (c == 'T' && at(i - 1) == 'V' && at(i - 2) == 'N' && doc_.tokens.tag[group(i - 1).head] == tag::kPast)
    return widened(i - 2, i, SubjectForm::Adjacent);  // a poll conducted last week | found
  // "calls for the mayor to go | grow"
  if (c == 'I' && at(i - 1) == 'N')
    if (const char governs = at(noun_phrase_begin(chunks_, i - 1) - 1); governs == 0 || governs == ',' || governs == 'H')
      return widened(i - 1, i, SubjectForm::Restrictive);
  if (c == 'I' || c == 'J' || c == 'R' || c == 'i' || c == 'T' || finite(c))
    if (const Subject who = told_by_relative(i); who.known()) return who;
  if (c == 'J' && counts_people(i)) return noun_phrase(i, SubjectForm::Adjacent);
  if (c == 'W') {
    Subject out;
    out.form = SubjectForm::Relative;
    out.first = out.head = i;
    out.last = i + 1;
    return out;
  }
  if (c == 'E' && (at(i - 1) == 'N' || is_word(i - 1, kThose))) {  // the report released in May | found; those surveyed | said
    if (at(noun_phrase_begin(chunks_, i - 1) - 1) == 's')  // a man who was there when the boat left | said
      if (const Subject who = told_by_relative(i); who.known()) return who;
    int last = v - 1;
    while (at(last) == 'A') --last;
    return widened(i - 1, last, SubjectForm::Adjacent);
  }
  if (c == 'c' || c == 'B') return at(i - 1) == ',' ? carried_in_tense(v, i) : said_again(v, i);
  if (c == '\'' && at(i - 1) == 'N' && at(i - 2) == 'i') return widened(i - 1, i, SubjectForm::Adjacent);  // friends of Doe's | said
  if (c == ';') return carried(v, SubjectForm::Carried);
  if (c == ',') return before_comma(i, v);
  if (c == 'Q') {
    // "the claim that the plan is “a sieve at best” | was dropped", "a man who called it “a farce” | left"
    const bool goes_on = finite(at(i - 1)) && mark_inside(doc_, group(i)) != ',';
    const Subject who = goes_on ? told_by_relative(i) : Subject{};
    return who.known() ? who : before_comma(i + 1, v);
  }
  if (c == 'D') return before_dash(i, v);
  return {};
}

// "… Reyes | said": the noun group next to the verb, or what it only ends.
Subject SubjectFinder::before_noun(int i, int v) const {
  if (two_behind_clause(i, v)) return {.form = SubjectForm::Adjacent, .first = i - 2, .last = i + 1, .head = i - 2};
  Subject near = noun_phrase(i, SubjectForm::Adjacent);
  const int before = near.first - 1;
  // "few on either side | said"
  if (at(before) == 'i' && at(before - 1) == 'J' && counts_people(before - 1)) return widened(before - 1, i, SubjectForm::Adjacent);
  // "people who attended the vote | said": a verb with a relative subject stands between.
  if (finite(at(before)) && subject(before).form == SubjectForm::Relative) {
    const int w = subject(before).first;
    // "sailors who fear | the boat will sink | left", "those who said | the port did harm | left"
    const bool inner = takes_clause(before) && (finite(at(v + 1)) || (says_clauses(before) && another_verb(v)));
    if (nominal(at(w - 1)) && !inner) return widened(w - 1, i, SubjectForm::Restrictive);
  }
  // "the fear that the boat hit the quay | grew"
  if (finite(at(before)) && subject(before).known() && subject(before).last == before)
    if (const int noun = said_by_noun(subject(before).first); noun >= 0 && !finite(at(noun_phrase_begin(chunks_, noun) - 1)))
      return widened(noun, i, SubjectForm::Restrictive);
  // "officials who spoke with Doe | said", "a baker who wants to unseat Doe | left", "a man who called himself a friend | said"
  const char link = at(before), linked = at(before - 1);
  const bool himself = link == 'P' && finite(linked) && is_himself(before);
  const bool described = link == 'i' && linked == 'J' && at(before - 2) == 'F';  // the fear that it was close to sinking | grew
  if (link == 'I' || himself || described || ((link == 'i' || link == '&') && finite(linked)) || (link == '&' && linked == 'P'))
    if (const int noun = antecedent(before); noun >= 0) return widened(noun, i, SubjectForm::Restrictive);
  // "the claim that the plan is a farce | was dropped", "the fear that sailors are afraid of storms | grew"; "denied the claim that Reyes
  // thinks the boat | leaks" goes on.
  if (const int noun = antecedent(before); noun >= 0 && at(noun + 1) == 'H') {
    const bool opens = noun_phrase_begin(chunks_, noun) == 0 && !another_verb(v);
    if (opens || !(finite(at(before)) && takes_clause(before))) return widened(noun, i, SubjectForm::Restrictive);
  }
  // "sailors calling for help and carrying signs | met"
  if (at(before) == 'G' && at(before - 1) == 'c') {
    int g = before - 2;
    while (at(g) == 'N' || at(g) == 'i' || at(g) == 'J') --g;
    if (at(g) == 'G' && at(g - 1) == 'N' && !finite(at(g - 2))) return widened(g - 1, i, SubjectForm::Adjacent);
  }
  // "a man named Reyes | said", "the group led by Reyes | said", "a woman holding a sign | said".
  const int e = at(before) == 'i' ? before - 1 : before;
  // "half of those asked in Calder | said"
  if (at(e) == 'E' && (at(e - 1) == 'N' || is_word(e - 1, kThose))) return widened(e - 1, i, SubjectForm::Adjacent);
  const auto opens_clause = [&](int g) { return g == before && takes_clause(g) && takes_quote(g); };  // the mayor saying | Reyes left
  if (at(e) == 'G' && at(e - 1) == 'N' && !finite(at(e - 2)) && !opens_clause(e)) return widened(e - 1, i, SubjectForm::Adjacent);
  // "a letter sent to the council last week by Doe | said"
  if (const int sent = past_for_participle(before, v); sent >= 0) return widened(sent - 1, i, SubjectForm::Adjacent);
  // "the plan to close the port | failed", but not "took to Twitter to say the port | failed"
  if (at(before) == 'I' && at(before - 1) == 'N' && !reports(before)) {
    const char governs = at(noun_phrase_begin(chunks_, before - 1) - 1);
    if (!finite(governs) && governs != 'i') return widened(before - 1, i, SubjectForm::Adjacent);
  }
  return near;
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
  const bool of_it = at(k + 1) == 'i' && (doc_.tokens.word[group(k).head]->classes & word_class::kAddresseeVerb) != 0;
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
    return (doc_.tokens.word[group(i).head]->classes & (word_class::kSpeechNoun | word_class::kAttitudeNoun)) != 0;
  };
  int noun = first - 2;
  while (!says(noun) && at(noun - 1) == 'i' && at(noun - 2) == 'N') noun -= 2;
  return says(noun) ? noun : -1;
}

Subject SubjectFinder::told_by_relative(int last) const {
  const int noun = antecedent(last);
  return noun >= 0 ? widened(noun, last, SubjectForm::Restrictive) : Subject{};
}

// "Many | prefer".
bool SubjectFinder::counts_people(int i) const {
  static const auto kCounts = ids_of("many", "few", "several", "most", "others");
  return kCounts.has(doc_.tokens.word[group(i).last - 1]->id);
}

bool SubjectFinder::is_himself(int i) const { return is_reflexive(only_word(i)); }

// Whether the clause of the verb `v` is followed by another verb that has no subject next to it.
bool SubjectFinder::another_verb(int v) const {
  static constexpr ClassSet kEnds(",;:.cBWHs");
  for (int i = v + 1; i < chunks_.size() && !kEnds.has(at(i)); ++i)
    if (finite(at(i)) && at(i - 1) != 'P') return true;
  return false;
}

// A verb behind which a noun group opens a clause.
bool SubjectFinder::says_clauses(int verb) const {
  static const auto kSays = ids_of("say", "think", "believe", "hope", "argue", "insist");
  return kSays.has(doc_.tokens.word[group(verb).head]->lemma);
}

bool SubjectFinder::is_auxiliary(int i) const {
  if (at(i) != 'F') return false;
  const Chunk& chunk = group(i);
  return (doc_.tokens.word[chunk.last - 1]->classes & (word_class::kHave | word_class::kBe)) != 0;
}

bool SubjectFinder::is_neither(int i) const {
  static const auto kNeither = ids_of("neither", "either", "both");
  return kNeither.has(only_word(i));
}

bool SubjectFinder::is_object(int i) const {
  static const auto kObjects = ids_of("him", "them", "me", "us");
  return kObjects.has(only_word(i));
}

bool SubjectFinder::stands_for_all(int i) const {
  static const auto kAlls = ids_of("all", "both", "each");
  return kAlls.has(only_word(i));
}

bool SubjectFinder::is_surname(int i) const {
  const Chunk& chunk = group(i);
  return chunk.last - chunk.first == 1 && (doc_.tokens.word[chunk.first]->classes & word_class::kSurname) != 0;
}

// "“It leaks,” said Reyes, | adding": whoever stands behind the verb of a quotation, before chunk `i`.
Subject SubjectFinder::turned_round(int v, int i, SubjectForm form) const {
  const bool behind_quotation = at(v - 1) == 'Q' || (at(v - 1) == ',' && at(v - 2) == 'Q');
  if (!behind_quotation || at(v) != 'V' || (at(v + 1) != 'N' && at(v + 1) != 'P')) return {};
  const Word& verb = *doc_.tokens.word[group(v).head];
  const int last = source_end(doc_, chunks_, v + 1);
  if ((verb.classes & word_class::kTakesQuote) == 0 || last > i) return {};
  return {.form = form, .first = v + 1, .last = last, .head = v + 1};
}

// "| Said Reyes, the mayor: “It leaks.”"
Subject SubjectFinder::said_first() const {
  if (at(1) != 'N' || (doc_.tokens.word[group(0).head]->classes & word_class::kTakesQuote) == 0) return {};
  const int last = source_end(doc_, chunks_, 1);
  return at(last) == ':' ? Subject{.form = SubjectForm::After, .first = 1, .last = last, .head = 1} : Subject{};
}

// The subject that a verb without one takes over: that of the nearest verb before, relative clauses passed over.
Subject SubjectFinder::carried(int i, SubjectForm form) const {
  int fallback = -1;
  for (int j = verb_before(i); j >= 0; j = verb_before(j)) {
    if (!subject(j).known()) {
      if (const Subject who = turned_round(j, i, form); who.known()) return who;
      continue;
    }
    // "lashed out at what she called a mess, | saying", "at the thought that he was lost, | saying": not who is spoken of.
    const int before = subject(j).first - 1;
    static constexpr ClassSet kHolds("wWsH");
    const bool held = kHolds.has(at(before)) || (at(before) == 'V' && takes_clause(before));
    // "Doe called it safe, while Reyes shut it, | saying": a clause behind its comma goes on itself.
    const bool own = at(before) == 's' && at(before - 1) == ',';
    const bool inner = form == SubjectForm::Participle && held && !own;
    if (subject(j).form == SubjectForm::Relative || inner) {
      if (fallback < 0) fallback = j;
      continue;
    }
    // "The hearings began after Reyes left, | saying": whoever can say something.
    if (fallback >= 0 && form == SubjectForm::Participle && subject(fallback).form != SubjectForm::Relative &&
        at(subject(fallback).first - 1) == 's' && !may_speak(subject(j)) && may_speak(subject(fallback)))
      break;
    Subject out = subject(j);
    out.form = form;
    return out;
  }
  if (fallback < 0) return {};
  Subject out = subject(fallback);
  out.form = form;
  return out;
}

// "It claims that the report was a ploy, and | calls …": behind a comma the verb goes with the one that opened the clause before, when
// that has its tense and the clause's own verb has not.
Subject SubjectFinder::carried_in_tense(int v, int conjunction) const {
  const Subject near = carried(conjunction, SubjectForm::Carried);
  const auto tense = [&](int i) { return doc_.tokens.tag[group(i).head]; };
  const int inner = verb_before(conjunction);
  if (inner >= 0 && (at(inner) != 'V' || !reports(inner)) && reports(v))
    if (const int opener = opener_of(near, v); opener >= 0 && tense(opener) == tense(v)) {
      Subject out = subject(opener);
      out.form = SubjectForm::Carried;
      return out;
    }
  if (inner < 0 || at(inner) == 'V' || tense(inner) == tense(v)) return near;
  for (int j = inner - 1; j >= 0 && j > inner - 12; --j) {
    if (at(j) != 'H') continue;
    const int opener = verb_before(j);
    if (opener >= 0 && at(opener) == 'V' && tense(opener) == tense(v) && subject(opener).known() &&
        subject(opener).form != SubjectForm::Relative) {
      Subject out = subject(opener);
      out.form = SubjectForm::Carried;
      return out;
    }
    break;
  }
  return near;
}

// "Reyes said that the bridge leaks and | said that …": who says one thing says the other, when the verb is the same, or the clause's own
// has another tense.
Subject SubjectFinder::said_again(int v, int conjunction) const {
  const Subject near = carried(conjunction, SubjectForm::Carried);
  const int inner = verb_before(conjunction);
  // "said the figures were wrong and | accused the mayor": things do not
  const bool only_people = may_speak(near) || (group_classes(v) & (word_class::kAddresseeVerb | word_class::kCommunication)) == 0;
  if (inner < 0 || at(v) != 'V' || (!reports(v) && only_people) || (at(inner) == 'V' && reports(inner))) return near;
  const auto tense = [&](int i) { return doc_.tokens.tag[group(i).head]; };
  int opener = opener_of(near, v);
  // "said she would not think of what might come and | predicted …": the first that has its tense.
  constexpr int kDeepest = 4;  // clauses
  for (int j = inner, depth = 0; opener < 0 && j >= 0 && depth < kDeepest && tense(j) != tense(v); ++depth) {
    j = verb_before(j);
    const bool tells = j >= 0 && at(j) == 'V' && reports(j) && tense(j) == tense(v);
    if (tells && subject(j).known() && subject(j).form != SubjectForm::Relative) opener = j;
  }
  if (opener < 0) return near;
  const auto lemma = [&](int i) { return doc_.tokens.word[group(i).head]->lemma; };
  // "said he left it and | called it a lie", "said that Doe left and | denied that he was late"
  const bool of_himself = at(near.head) == 'P' || at(v + 1) == 'H' || !only_people;
  if (tense(opener) != tense(v) || (tense(inner) == tense(v) && lemma(opener) != lemma(v) && !of_himself)) return near;
  Subject out = subject(opener);
  out.form = SubjectForm::Carried;
  return out;
}

// "Reyes left and in an interview | said", "who at a rally | said": where it was said stands between the subject and
// its verb. "A line in the speech | said" has its own.
int SubjectFinder::before_setting(int i) const {
  using namespace word_class;
  // "which through the first half of the year | leaked": behind its pronoun a relative clause has no other subject.
  int where = i;
  while ((at(where) == 'N' || at(where) == 'T') && (at(where - 1) == 'i' || at(where) == 'T')) where -= at(where - 1) == 'i' ? 2 : 1;
  if (where < i && at(where) == 'W') return where;
  if (!is_setting(doc_, chunks_, i - 1, kOccasion | kMedium | kDocument)) return i;
  const auto classes = [&](int k) { return doc_.tokens.word[group(k).head]->classes; };
  const auto named = [&](int k) { return doc_.tokens.tag[group(k).head] == tag::kName; };
  if (named(i)) return i;
  int before = skip_back(i - 2);
  while (at(before) == 'T') --before;
  const char c = at(before);
  if (c == 'W' || c == 'c' || c == 'B' || (c == 'P' && at(before - 1) != 'i')) return before;
  // "Reyes, a baker, in an interview | said"
  if (c == ',' && at(before - 1) == 'N' && at(noun_phrase_begin(chunks_, before - 1) - 1) == ',') return before;
  const bool somebody = c == 'N' && (named(before) || (classes(before) & (kPerson | kPeople | kTitle)) != 0);
  return somebody && at(before - 1) != 'i' ? before : i;
}

// The verb of saying that opens the clause in which `near` is the subject, before chunk `i`; -1 for none.
int SubjectFinder::opener_of(const Subject& near, int i) const {
  if (!near.known() || near.first >= i) return -1;
  int v = near.first - 1;
  if (at(v) == 'H') --v;
  if (at(v) == 'N' && at(near.first - 1) == 'H') --v;  // told traders that
  return at(v) == 'V' && reports(v) && subject(v).known() && subject(v).form != SubjectForm::Relative ? v : -1;
}

void find_subjects(const Document& doc, const Chunks& chunks, std::vector<Subject>& out) {
  SubjectFinder(doc, chunks, out).run();
}

}  // namespace onrecord
