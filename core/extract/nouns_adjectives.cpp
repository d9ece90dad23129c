// Cues that are no verbs: nouns and adjectives of saying and thinking.
#include <algorithm>

#include "extract/noun_phrases.h"
#include "extract/proposer.h"
#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

void Proposer::noun(int c) {
  const Word& word = head(c);
  const bool of_speech = (word.classes & (kSpeechNoun | kAttitudeNoun)) != 0;
  // Any noun may have a clause ("the idea that"); the rest need a noun of saying or thinking.
  const char form = doc_.tokens.tag[chunk(c).head];
  if (form == tag::kName || form == tag::kNames) return;  // "told the Post that"
  if (!of_speech && (at(c + 1) != 'H' || (form != tag::kNoun && form != tag::kNouns))) return;
  each_opening(c, 'N', [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    candidate.cue = {chunk(c).head, chunk(c).head + 1};
    const int content = open_content(candidate, rule, start);
    RuleEnd rule_end = end_by_rule(rule, content, c);
    if (rule.end == ContentEnd::Phrase)
      if (const int verb = predicate_of(c, content); verb < rule_end.chunk) rule_end = {verb, Why::Verb};
    begin_content(candidate, content, rule_end);
    noun_source(candidate, c);
    keep(candidate);
  });
}

int Proposer::predicate_of(int c, int content) const {
  for (int i = c - 1; i >= 0 && at(i) != ',' && at(i) != ';' && at(i) != 'Q' && at(i) != 's' && at(i) != 'H'; --i)
    if (finite(i) || at(i) == 'G' || at(i) == 'I') return size();
  for (int i = content + 1; i < size(); ++i) {
    if (at(i) == 'W') return size();  // a relative clause has a verb of its own
    if (finite(i)) return at(i - 1) == 'A' ? i - 1 : i;
  }
  return size();
}

void Proposer::noun_source(Candidate& candidate, int c) const {
  const Chunk& group = chunk(c);
  if (doc_.tokens.tag[group.first] == tag::kPossessivePronoun) {
    candidate.source = {group.first, group.first + 1};
    candidate.form = SubjectForm::Adjacent;
    return;
  }
  for (std::uint32_t t = group.head; t-- > group.first;) {
    if (doc_.tokens.tag[t] != tag::kPossessive) continue;
    candidate.source = {group.first, t + 1};
    candidate.form = SubjectForm::Adjacent;
    return;
  }
  int v = c - 1;
  if (at(v) == 'A') --v;
  if ((at(v) == 'V' || at(v) == 'G' || at(v) == 'I' || at(v) == 'F') && subject(v).known()) {
    set_source(candidate, subject(v));
    candidate.light_verb = chunk(v).head;
    candidate.cue.first = chunk(v).first;
  }
}

void Proposer::adjective(int c) {
  int v = c - 1;
  while (at(v) == 'A') --v;  // is not, however, clear
  const auto verb = [&](int i) { return finite(i) || at(i) == 'G' || at(i) == 'I'; };
  if (v == c - 1 && nominal(v) && !verb(v - 1)) return after_noun(c);  // everyone angry at the plan
  if (v < 0 || at(v) == ',' || at(v) == 'D') return apart(c, v);
  if (nominal(v)) --v;  // makes it clear
  if (!verb(v)) return;
  each_opening(c, 'J', [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    candidate.cue = tokens(v, c + 1);
    candidate.light_verb = at(v) == 'F' ? 0 : chunk(v).head;
    const int content = open_content(candidate, rule, start);
    begin_content(candidate, content, end_by_rule(rule, content, v));
    set_source(candidate, subject(v));
    keep(candidate);
  });
}

void Proposer::apart(int c, int before) {
  Subject who;
  if (before > 0) {
    if (at(before - 1) != 'N') return;
    who.first = who.head = noun_phrase_begin(parsed_->chunks, before - 1);
    who.last = before;
  } else {
    // "Sure that it leaks, | Reyes left": the clause that a comma opens.
    const auto opens_clause = [&](int v) {
      return finite(v) && subject(v).known() && subject(v).first > c && at(subject(v).first - 1) == ',';
    };
    int v = c + 1;
    while (v < std::min(size(), c + kNear) && !opens_clause(v)) ++v;
    if (!opens_clause(v)) return;
    who = subject(v);
  }
  who.form = SubjectForm::Participle;
  each_opening(c, 'J', [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    const int content = open_content(candidate, rule, start);
    begin_content(candidate, content, end_by_rule(rule, content, c));
    set_source(candidate, who);
    keep(candidate);
  });
}

void Proposer::after_noun(int c) {
  each_opening(c, 'J', [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    const int content = open_content(candidate, rule, start);
    begin_content(candidate, content, end_by_rule(rule, content, c));
    candidate.source = tokens(noun_phrase_begin(parsed_->chunks, c - 1), c);
    candidate.form = SubjectForm::Restrictive;
    keep(candidate);
  });
}

}  // namespace onrecord
