#include "extract/propose/other_statements.h"

#include <algorithm>

#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

bool OtherStatements::sibling(int v, int cue) const {
  if (at(v) != 'V' && at(v) != 'G') return false;
  const Word& word = head(v);
  if ((word.classes & kTakesQuote) == 0) return false;
  const Subject& own = subject(v);
  const Subject& mine = subject(cue);
  return own.known() && mine.known() && own.head == mine.head;
}

bool OtherStatements::says_again(int v, int cue) const {
  return at(v) == 'V' && at(cue) == 'V' && head(v).lemma == head(cue).lemma && sibling(v, cue);
}

bool OtherStatements::says_too(int noun, int cue) const {
  if (at(noun) != 'N' && at(noun) != 'P') return false;
  const int v = behind_phrases(noun + 1);
  return at(v) == 'V' && at(cue) == 'V' && head(v).lemma == head(cue).lemma &&
         doc_.tokens.tag[chunk(v).head] == doc_.tokens.tag[chunk(cue).head];
}

bool OtherStatements::quoting_sibling(int i) const {
  int v = i + 1;
  while (at(v) == 'c' || at(v) == 'B' || at(v) == 'A' || at(v) == 'T') ++v;
  const auto says = [&](int verb) { return at(verb) == 'V' && (head(verb).classes & kTakesQuote) != 0; };
  if (at(v) == 'Q' && mark_inside(v) == ',' && v > i) return (nominal(v + 1) && says(v + 2)) || (says(v + 1) && nominal(v + 2));
  if (at(v) == 'i' && at(v + 1) == 'W') v += 2;  // to which Doe replied
  if (nominal(v)) {
    v = behind_phrases(v + 1);
    while (at(v) == 'A') ++v;
  }
  if ((at(v) != 'V' && at(v) != 'G') || (head(v).classes & kTakesQuote) == 0) return false;
  // "said that it was old and | would call it “a wreck”" goes on as well
  const bool planned = at(i) == 'c' && doc_.tokens.tag[chunk(v).first] == tag::kModal;
  if (subject(v).form == SubjectForm::Carried && (planned || same_perfect(v))) return false;
  ++v;
  while (at(v) == 'A' || at(v) == 'T' || at(v) == 'R' || at(v) == 'P' || (at(v) == 'i' && nominal(v + 1))) v += at(v) == 'i' ? 2 : 1;
  if (at(v) == ',' || at(v) == ':') ++v;
  return at(v) == 'Q';
}

bool OtherStatements::others_say(int i) const {
  static const auto contrasts = ids_of("while", "whereas", "although", "though");
  int who = i + 1;
  bool contrast = false;
  for (; at(who) == 'c' || at(who) == 'B' || at(who) == 'A' || (at(who) == 's' && contrasts.has(head_id(who))); ++who)
    contrast |= at(who) == 's';
  if (!nominal(who)) return false;
  for (int v = who + 1; v < std::min(size(), who + kNear); ++v)
    if (finite(v) && subject(v).form != SubjectForm::Relative)
      // "…, while Doe has called it a sieve"
      return subject(v).first == who && (says_something(v) || (contrast && (head(v).classes & kTakesQuote) != 0 && may_speak(who)));
  return false;
}

int OtherStatements::others_end(int first) const {
  for (int i = first + 1; i < last_chunk(); ++i)
    if ((at(i) == ',' || at(i) == ';') && others_say(i)) return i;
  return last_chunk();
}

bool OtherStatements::goes_on_saying(int i, int cue) const {
  int v = i + 1;
  while (at(v) == 'A') ++v;
  if (at(v) != 'V' || at(cue) != 'V') return false;
  int inner = i - 1;  // the verb of what was said
  while (inner > cue && !finite(inner)) --inner;
  if (inner == cue || (at(inner) == 'V' && (head(inner).classes & (kTakesQuote | kTakesThat)) != 0)) return false;
  // "but did not elaborate"
  static const auto explains = ids_of("elaborate", "specify", "comment");
  if (at(i) == 'B' && explains.has(head(v).lemma) && says_not(v)) return true;
  // "said that it leaks | but would not say when"
  const bool not_said = doc_.tokens.tag[chunk(v).first] == tag::kModal && (at(v + 1) == 'w' || at(v + 1) == 'f' || at(v + 1) == 's') &&
                        doc_.words(chunk(v).first + 1) == "not" && (head(v).classes & kTakesQuote) != 0;
  if (at(i) == 'B' && not_said) return true;
  if (at(i) == 'B' && declines(head(v).lemma)) return at(v + 1) == 'I' && (head(v + 1).classes & kCommunication) != 0;
  if (!says_something(v) || form_of(doc_, chunk(v)) != form_of(doc_, chunk(cue))) return false;
  if (at(i) == 'B') return true;
  const Subject& who = subject(inner);
  return who.known() && at(who.head) == 'N' && !names_somebody(who.head);
}

bool OtherStatements::others_object(int i) const {
  static const auto objects = ids_of("disagree", "differ", "object", "dissent", "demur");
  static const auto denies = ids_of("deny", "dispute", "reject", "dismiss");
  static const auto it = ids_of("it", "this", "that");
  if (!nominal(i + 1)) return false;
  int v = i + 2;
  while (v < i + kNear && (at(v) == 'i' || nominal(v) || at(v) == 'A')) ++v;
  if (at(v) != 'V' || subject(v).first != i + 1) return false;
  if (objects.has(head(v).lemma)) return at(v + 1) != 'i' && !nominal(v + 1);
  return denies.has(head(v).lemma) && nominal(v + 1) && it.has(head_id(v + 1)) && chunk(v + 1).last - chunk(v + 1).first == 1;
}

bool OtherStatements::says_something(int v) const {
  static constexpr ClassSet kOpens("HQ:wf");
  if (at(v) != 'V' || (head(v).classes & kTakesQuote) == 0) return false;
  return kOpens.has(at(v + 1)) || (nominal(v + 1) && begins_clause(v + 1));
}

bool OtherStatements::turned_round(int i) const {
  if (at(i + 1) != 'V' || (head(i + 1).classes & kTakesQuote) == 0 || !nominal(i + 2)) return false;
  if (at(i + 2) == 'N' && !may_speak(i + 2)) return false;  // that the sailors, numbering six, | demanded money
  // "said Doe, his deputy, | had called it a mess" goes on.
  const bool own = chunk(i + 1).last > chunk(i + 1).first + 1 && subject(i + 1).known();
  return !own && subject(i + 1).form != SubjectForm::Carried;
}

}  // namespace onrecord
