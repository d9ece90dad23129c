// Whose participles and infinitives are: "a letter saying", "Reyes left, adding".
#include <algorithm>

#include "extract/clause/subject_finder.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

const std::uint32_t kIncluding = look_up("including").id, kWith = look_up("with").id, kFor = look_up("for").id;

}  // namespace

Subject SubjectFinder::of_participle(int g) {
  if (g == 0)
    if (const Subject who = said_first(); who.known()) return who;
  const int i = skip_back(g - 1);
  const char c = at(i);
  // "is by all accounts | enjoying it"
  if (c == 'N' && at(i - 1) == 'i' && is_auxiliary(i - 2) && subject(i - 2).known()) return subject(i - 2);
  if (c == 'N' && (i == g - 1 || (i == g - 2 && at(g - 1) == 'T'))) {
    // "a letter | saying" has its own; behind a verb's object the verb's subject goes on: "left the hall | saying".
    Subject near = noun_phrase(i, SubjectForm::NounParticiple);
    const Word& head = *doc_.tokens.word[group(near.head).head];
    if (is_word(near.first - 1, kIncluding)) return near;
    const bool governed = near.first > 0 && (finite(at(near.first - 1)) || at(near.first - 1) == 'G');
    const bool tells = (head.classes & (word_class::kDocument | word_class::kSpeechNoun)) != 0;
    if (!governed && (tells || is_word(near.first - 1, kWith))) return near;  // Reyes left, with Doe | saying
    // "when a letter landed in the hall | saying": without a comma, of the clause that it stands in
    const int verb = verb_before(g);
    const bool of_clause = verb >= 0 && subject(verb).known() &&
                           (at(subject(verb).first - 1) == 's' || subject(verb).form == SubjectForm::Relative);
    if (of_clause && near.first > verb && at(near.first - 1) == 'i') {
      return taken_over(verb, SubjectForm::Participle);
    }
    const Subject main = carried(g, SubjectForm::Participle);
    if (main.known() && doc_.tokens.tag[group(main.head).head] == tag::kThere) return near;  // there are letters | saying
    return main.known() && verb_before(g) >= 0 && verb_before(g) < near.first ? main : near;
  }
  // "Reyes, convinced that it leaks, left"
  if (c == ',' && at(i - 1) == 'N' && verb_before(i) < 0 && !is_fronted(i - 1) && at(g) == 'E')
    return noun_phrase(i - 1, SubjectForm::Participle);
  if (c == 'P' && i == g - 1) return noun_phrase(i, SubjectForm::NounParticiple);
  // "with Reyes, a baker, | saying"
  if (c == ',' && at(i - 1) == 'N') {
    const int open = noun_phrase_begin(chunks_, i - 1) - 1;
    if (at(open) == ',' && at(open - 1) == 'N' && is_word(noun_phrase_begin(chunks_, open - 1) - 1, kWith))
      return widened(open - 1, i - 1, SubjectForm::NounParticiple);
  }
  const Subject near = carried(g, SubjectForm::Participle);
  // "Reyes, after saying that it leaks, | left".
  if ((c == 's' || c == 'i') && at(i - 1) == ',' && at(i - 2) == 'N' && !near.known()) return noun_phrase(i - 2, SubjectForm::Participle);
  if ((c == ',' || c == 'Q') && at(g) == 'G' && adds(g))
    if (const Subject who = who_said_before(g); who.known()) return who;
  return (c == ',' || c == 'Q' || c == 'D') && at(g) == 'G' && reports(g) ? reporter_of(near, g) : near;
}

// "…, adding": of whoever said what went before, however many others are spoken of in it.
bool SubjectFinder::adds(int verb) const {
  static const std::uint32_t add = look_up("add").id;
  return doc_.tokens.word[group(verb).head]->lemma == add;
}

Subject SubjectFinder::who_said_before(int g) const {
  Subject out;
  const int beside = g - 2;  // "It leaks, Reyes said, | adding", but "…, the strike would begin, | adding"
  const bool aside = at(beside) == 'V' && group(beside).last - group(beside).first == 1;
  for (int v = verb_before(g); v >= 0 && !(out.known() && v < beside && aside); v = verb_before(v)) {
    const Word& word = *doc_.tokens.word[group(v).head];
    const Subject& own = subject(v);
    if ((word.classes & word_class::kTakesQuote) == 0 || !own.known() || own.form == SubjectForm::Relative || own.first > g) continue;
    out = own;
    out.form = SubjectForm::Participle;
  }
  return out;
}

// "Reyes said that the bridge leaks, | adding …": who said so goes on, not what was spoken of.
Subject SubjectFinder::reporter_of(const Subject& near, int g) const {
  const int opener = opener_of(near, g);
  if (opener < 0) return near;
  return taken_over(opener, SubjectForm::Participle);
}

// "Citing costs, Reyes | left", "Conceding that it leaks, Reyes | left": the subject of the clause that follows, not of one it holds.
Subject SubjectFinder::of_fronted(int g) const {
  constexpr int kFarthest = 40;  // chunks
  Subject held;
  for (int j = g + 1; j < std::min(chunks_.size(), g + kFarthest); ++j) {
    if (!finite(at(j)) || !subject(j).known() || subject(j).form == SubjectForm::Relative) continue;
    if (subject(j).first <= g && subject(j).form != SubjectForm::Aside) continue;
    Subject own = subject(j);
    own.form = SubjectForm::Participle;
    if (own.first < g) {  // "Reyes, citing costs, left"
      own.last = at(g - 1) == ',' ? g - 1 : own.head + 1;  // some of the sailors, | citing costs
      return own;
    }
    const char before = at(own.first - 1);
    if (!takes_clause(g) || before == ',' || before == 'Q') return own;
    if (!held.known()) held = own;
  }
  return held;
}

// "A chance for Reyes | to say so", "gave Reyes a chance | to say so": whoever has it, where the noun group `i` ends in front of the verb.
Subject SubjectFinder::has_chance(int i) const {
  static const auto chances = ids_of("chance", "opportunity", "opening", "time", "way", "moment");
  const auto is_chance = [&](int n) { return at(n) == 'N' && chances.has(doc_.tokens.word[group(n).head]->lemma); };
  int whose = -1;
  if (is_word(i - 1, kFor) && is_chance(i - 2)) whose = i;
  else if (is_chance(i) && (at(i - 1) == 'N' || at(i - 1) == 'P') && finite(at(i - 2))) whose = i - 1;
  if (whose < 0 || !(at(whose) == 'P' || names_somebody(whose))) return {};
  return {.form = SubjectForm::NounParticiple, .first = whose, .last = whose + 1, .head = whose};
}

// "And the first witness | to say so".
bool SubjectFinder::is_first_to(int i) const {
  static const auto firsts = ids_of("first", "only", "latest", "last", "second");
  for (std::uint32_t t = group(i).first; t < group(i).head; ++t)
    if (firsts.has(doc_.tokens.word[t]->id)) return names_somebody(i);
  return false;
}

// "Filled the hall | to tell the mayor", "used the meeting | to say so": whether the object behind the verb at chunk `v` does not speak
// itself, so that the verb's subject does. Near misses: "asked the council to say so", "wrote a letter to say so".
bool SubjectFinder::is_means(int v) const {
  if (!finite(at(v)) || !subject(v).known() || subject(v).form == SubjectForm::Relative || at(v + 1) != 'N') return false;
  constexpr auto kTelling = word_class::kDocument | word_class::kSpeechNoun | word_class::kAttitudeNoun | word_class::kOrganizationName;
  const char form = doc_.tokens.tag[group(v + 1).head];
  if ((form != tag::kNoun && form != tag::kNouns) || (group_classes(v + 1) & kTelling) != 0) return false;
  return !names_somebody(v + 1) || (group_classes(v + 1) & word_class::kOccasion) != 0;
}

Subject SubjectFinder::of_infinitive(int v) {
  const int i = skip_back(v - 1);
  if (finite(at(i)) || at(i) == 'G' || at(i) == 'I' || at(i) == 'J') {
    int k = i;
    if (at(k) == 'J') k = verb_before(k);
    if (k >= 0 && subject(k).known()) {
      Subject out = subject(k);
      if (out.form != SubjectForm::Relative) out.form = SubjectForm::Infinitive;
      return out;
    }
    return {};
  }
  if ((at(i) == 'N' || at(i) == 'P') && i > 0) {
    const int begin = noun_phrase_begin(chunks_, i), before = begin - 1;
    // "offered it, only for Doe | to tell her", "it is time for her | to say": "for" and whoever
    // does it. "Left for Calder | to say so" is another.
    static const auto waits = ids_of("wait", "call", "ask", "allow", "arrange", "plead", "beg", "long");
    const bool wanted = at(before - 1) == ',' || at(before - 1) == 'A' || at(before - 1) == 'J' || at(before - 1) == 'T' ||
                        (finite(at(before - 1)) && waits.has(doc_.tokens.word[group(before - 1).head]->lemma));
    if (is_word(before, kFor) && i == v - 1 && wanted && (at(i) == 'P' || names_somebody(i)))
      return noun_phrase(i, SubjectForm::NounParticiple);
    if (i == v - 1)
      if (const Subject who = has_chance(i); who.known()) return who;
    if (i == v - 1 && is_first_to(i)) return noun_phrase(i, SubjectForm::NounParticiple);
    // "she had this, plenty | to say": near miss, "she had Doe | to tell her"
    const bool has_thing = i == v - 1 && is_have(before) && subject(before).known() && reports(v) && !names_somebody(i);
    if (has_thing || is_means(before)) return taken_over(before, SubjectForm::Infinitive);
    if (finite(at(before)) || at(before) == 'G' || at(before) == 'I') return noun_phrase(i, SubjectForm::NounParticiple);
  }
  return carried(v, SubjectForm::Infinitive);
}

}  // namespace onrecord
