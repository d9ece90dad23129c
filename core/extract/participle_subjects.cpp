// Whose participles and infinitives are: "a letter saying", "Reyes left, adding".
#include "extract/subject_finder.h"

namespace onrecord {

Subject SubjectFinder::of_participle(int g) {
  const int i = skip_back(g - 1);
  const char c = at(i);
  if (c == 'N' && i == g - 1) {
    // "a letter | saying" has its own; behind a verb's object the verb's subject goes on: "left the hall | saying".
    Subject near = noun_phrase(i, SubjectForm::NounParticiple);
    const Word& head = *doc_.tokens.word[group(near.head).head];
    const bool governed = near.first > 0 && (finite(at(near.first - 1)) || at(near.first - 1) == 'G');
    if (!governed && (head.classes & (word_class::kDocument | word_class::kSpeechNoun)) != 0) return near;
    const Subject main = carried(g, SubjectForm::Participle);
    return main.known() && verb_before(g) >= 0 && verb_before(g) < near.first ? main : near;
  }
  if (c == 'P' && i == g - 1) return noun_phrase(i, SubjectForm::NounParticiple);
  const Subject near = carried(g, SubjectForm::Participle);
  // "Reyes, after saying that it leaks, | left".
  if ((c == 's' || c == 'i') && at(i - 1) == ',' && at(i - 2) == 'N' && !near.known()) return noun_phrase(i - 2, SubjectForm::Participle);
  if ((c == ',' || c == 'Q') && at(g) == 'G' && adds(g))
    if (const Subject who = who_said_before(g); who.known()) return who;
  return (c == ',' || c == 'Q') && at(g) == 'G' && reports(g) ? reporter_of(near, g) : near;
}

// "…, adding": of whoever said what went before, however many others are spoken of in it.
bool SubjectFinder::adds(int verb) const {
  static const std::uint32_t add = look_up("add").id;
  return doc_.tokens.word[group(verb).head]->lemma == add;
}

Subject SubjectFinder::who_said_before(int g) const {
  Subject out;
  for (int v = verb_before(g); v >= 0; v = verb_before(v)) {
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
  Subject out = subject(opener);
  out.form = SubjectForm::Participle;
  return out;
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
    const int before = noun_phrase_begin(chunks_, i) - 1;
    if (finite(at(before)) || at(before) == 'G' || at(before) == 'I') return noun_phrase(i, SubjectForm::NounParticiple);
  }
  return carried(v, SubjectForm::Infinitive);
}

}  // namespace onrecord
