#include "extract/clause/clauses.h"

#include "extract/clause/subject_finder.h"
#include "lexicon/pronouns.h"
#include "lexicon/shared_words.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

const std::uint32_t kAll = look_up("all").id;

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
  if (at(i) == 'N' && at(i - 1) == 'i' && is_have(i - 2) && may_be_participle(v) && subject(i - 2).known()) return subject(i - 2);
  switch (at(i)) {
    case 'P': return before_pronoun(i);
    case 'N': return before_noun(i, v);
    case 'T': return before_time(i, v);
    case 'I': return before_infinitive(i);
    case 'E': return before_participle(i, v);
    case 'Q': return before_quotation(i, v);
    case ',': return before_comma(i, v);
    case 'D': return before_dash(i, v);
    case ';': return carried(v, SubjectForm::Carried);
    case 'c':
    case 'B': return at(i - 1) == ',' ? carried_in_tense(v, i) : said_again(v, i);
    case 'W': return {.form = SubjectForm::Relative, .first = i, .last = i + 1, .head = i};
    case '\'':  // friends of Doe's | said
      return at(i - 1) == 'N' && at(i - 2) == 'i' ? widened(i - 1, i, SubjectForm::Adjacent) : Subject{};
    case 'J': {
      const Subject who = told_by_relative(i);
      return who.known() || !counts_people(i) ? who : noun_phrase(i, SubjectForm::Adjacent);
    }
    case 'V':
      if (met_by_name(i) && reports(v)) return widened(i - 1, i, SubjectForm::Restrictive);
      return told_by_relative(i);
    case 'U':
    case 'F':
    case 'R':
    case 'i': return told_by_relative(i);
    default: return {};
  }
}

// "A man Reyes | knew": whether the verb's noun group is somebody, behind his article, whom a name did something with.
bool SubjectFinder::met_by_name(int verb) const {
  if (at(verb - 1) != 'N') return false;
  const Chunk& whom = group(verb - 1);
  std::uint32_t person = whom.last;
  while (person > whom.first && doc_.tokens.tag[person - 1] == tag::kName) --person;
  return person < whom.last && person > whom.first + 1 && doc_.tokens.tag[whom.first] == tag::kDeterminer &&
         doc_.tokens.tag[person - 1] == tag::kNoun && (doc_.tokens.word[person - 1]->classes & word_class::kPerson) != 0;
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

bool SubjectFinder::is_have(int i) const {
  return at(i) == 'F' && (doc_.tokens.word[group(i).last - 1]->classes & word_class::kHave) != 0;
}

bool SubjectFinder::is_neither(int i) const {
  static const auto kNeither = ids_of("neither", "either", "both");
  return kNeither.has(only_word(i));
}

bool SubjectFinder::is_object(int i) const {
  return is_object_pronoun(only_word(i));
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
  if (at(1) != 'N' || (group_classes(0) & word_class::kTakesQuote) == 0) return {};
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
    // "paid the sum of the money agreed upon in May, | adding": a participle that looks like the verb of a thing.
    // "asked whether her days in the port were over, | adding": the end of another's subject.
    const bool thing = ((at(before) == 'i' || at(before) == 'G') && may_be_participle(j) && !may_speak(subject(j))) ||
                       (at(before) == 'i' && at(before - 1) == 'T' && before > 1);
    const bool inner = form == SubjectForm::Participle && ((held && !own) || thing);
    if (subject(j).form == SubjectForm::Relative || inner) {
      if (fallback < 0) fallback = j;
      continue;
    }
    // "The hearings began after Reyes left, | saying": whoever can say something.
    if (fallback >= 0 && form == SubjectForm::Participle && subject(fallback).form != SubjectForm::Relative &&
        at(subject(fallback).first - 1) == 's' && !may_speak(subject(j)) && may_speak(subject(fallback)))
      break;
    return taken_over(j, form);
  }
  if (fallback < 0) return {};
  return taken_over(fallback, form);
}

// "It claims that the report was a ploy, and | calls …": behind a comma the verb goes with the one that opened the clause before, when
// that has its tense and the clause's own verb has not.
Subject SubjectFinder::carried_in_tense(int v, int conjunction) const {
  const Subject near = carried(conjunction, SubjectForm::Carried);
  const auto tense = [&](int i) { return doc_.tokens.tag[group(i).head]; };
  const int inner = verb_before(conjunction);
  if (inner >= 0 && (at(inner) != 'V' || !reports(inner)) && reports(v))
    if (const int opener = opener_of(near, v); opener >= 0 && tense(opener) == tense(v)) {
      return taken_over(opener, SubjectForm::Carried);
    }
  if (inner < 0 || at(inner) == 'V' || tense(inner) == tense(v)) return near;
  for (int j = inner - 1; j >= 0 && j > inner - 12; --j) {
    if (at(j) != 'H') continue;
    const int opener = verb_before(j);
    if (opener >= 0 && at(opener) == 'V' && tense(opener) == tense(v) && subject(opener).known() &&
        subject(opener).form != SubjectForm::Relative) {
      return taken_over(opener, SubjectForm::Carried);
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
  // "said the council was alarmed but | declined to say why": who would not say more is who spoke.
  if (at(v + 1) == 'I' && declines(doc_.tokens.word[group(v).head]->lemma) && (group_classes(v + 1) & word_class::kCommunication) != 0)
    if (const int opener = opener_of(near, v); opener >= 0) {
      return taken_over(opener, SubjectForm::Carried);
    }
  // "said the figures were wrong and | accused the mayor": things do not
  const bool only_people = may_speak(near) || (group_classes(v) & (word_class::kAddresseeVerb | word_class::kCommunication)) == 0;
  if (inner < 0 || at(v) != 'V' || (!reports(v) && only_people) || (at(inner) == 'V' && reports(inner))) return near;
  const auto tense = [&](int i) { return form_of(doc_, group(i)); };
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
  const int behind = at(v + 1) == 'R' ? v + 2 : v + 1;  // pointed out | that
  const bool of_himself = at(near.head) == 'P' || at(behind) == 'H' || !only_people;
  if (tense(opener) != tense(v) || (tense(inner) == tense(v) && lemma(opener) != lemma(v) && !of_himself)) return near;
  return taken_over(opener, SubjectForm::Carried);
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
  if (doc_.tokens.tag[group(i).head] == tag::kName) return i;
  int before = skip_back(i - 2);
  while (at(before) == 'T') --before;
  const char c = at(before);
  if (c == 'W' || c == 'c' || c == 'B' || (c == 'P' && at(before - 1) != 'i')) return before;
  // "Reyes, a baker, in an interview | said"
  if (c == ',' && at(before - 1) == 'N' && at(noun_phrase_begin(chunks_, before - 1) - 1) == ',') return before;
  return c == 'N' && names_somebody(before) && at(before - 1) != 'i' ? before : i;
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

void find_reach(const Chunks& chunks, const std::vector<Subject>& subjects, std::vector<std::int32_t>& out) {
  out.resize(chunks.verbs.size());
  std::int32_t farthest = INT32_MAX;
  for (std::size_t k = out.size(); k-- > 0;) {
    const Subject& who = subjects[static_cast<std::size_t>(chunks.verbs[k])];
    const bool own = finite(chunks.at(chunks.verbs[k])) & who.known() & (who.form != SubjectForm::Carried);
    farthest = std::min(farthest, own ? who.first : INT32_MAX);
    out[k] = farthest;
  }
}

}  // namespace onrecord
