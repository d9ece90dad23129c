#include "extract/propose/nouns_adjectives.h"

#include <algorithm>

#include "extract/propose/documents.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

void NounsAdjectives::noun(int c) const {
  const Word& word = head(c);
  const bool of_speech = (word.classes & (kSpeechNoun | kAttitudeNoun)) != 0;
  // Any noun may have a clause ("the idea that"); the rest need a noun of saying or thinking.
  const char form = doc_.tokens.tag[chunk(c).head];
  if (form == tag::kName || form == tag::kNames) return;  // "told the Post that"
  // So may any that is somebody's ("her point was that").
  const bool clause = at(c + 1) == 'H' || (at(c + 1) == 'F' && !possessor(c).empty());
  if (!of_speech && (!clause || (form != tag::kNoun && form != tag::kNouns))) return;
  if (is_where_said(c)) return;
  if (of_speech) answers(c);
  const NounComplement behind = of_speech ? complement_of(c) : NounComplement{};
  bool complete = false;
  if (behind.last > c) complete = noun_opens(c, behind);
  if (!complete) noun_opens(c, {.last = c});
  if (of_speech) drawn(c);
}

bool NounsAdjectives::noun_opens(int c, const NounComplement& behind) const {
  bool opened = false;
  each_opening(behind.last, 'N', [&](std::uint16_t construct, const Construct& rule, int start) {
    if (behind.last > c && rule.takes_preposition && !is_topic(start)) return;
    opened = true;
    Candidate candidate = base(construct, c);
    candidate.cue = {chunk(c).head, chunk(c).head + 1};
    int content = start;
    if (behind.last == c) content = open_content(candidate, rule, start);
    else if (rule.takes_preposition) content = behind_preposition(start);
    candidate.opens = start;
    if (at(c + 1) == 'F' && (at(start) == 'H' || at(start) == 'I')) candidate.cue.last = chunk(c + 1).last;
    RuleEnd rule_end = ends_.by_rule(rule, content, c);
    const int verb = rule.end == ContentEnd::Phrase ? predicate_of(c, content) : main_verb_after(c, content);
    if (verb < rule_end.chunk) rule_end = {verb, Why::Verb};
    begin_content(candidate, content, rule_end);
    // "there were | complaints from sailors", but "rejected | a claim by sailors" is of two
    if (!behind.aired && (!behind.from.known() || at(c - 1) == 'F')) noun_source(candidate, c);
    if (behind.from.known()) set_source(candidate, behind.from);
    if (rule.takes_preposition && behind.last == c) from_behind(candidate, c, content, rule_end.chunk);
    keep(candidate);
  });
  return opened;
}

// "There were calls for a strike | from the union": whom they come from stands behind what they are for. Near miss: "her call for help
// from the union", who are to help.
void NounsAdjectives::from_behind(Candidate& candidate, int c, int content, int end) const {
  static const std::uint32_t from = look_up("from").id;
  if (at(c - 1) != 'F' || !subject(c - 1).known() || doc_.tokens.tag[chunk(subject(c - 1).head).head] != tag::kThere) return;
  for (int i = content + 1; i < end; ++i) {
    if (at(i) != 'i' || head_id(i) != from || !nominal(i + 1) || (at(i + 1) == 'N' && !may_speak(i + 1))) continue;
    candidate.open = false;
    candidate.content.add(tokens(content, i));
    return set_source(candidate, agent(i + 1));
  }
}

// What may stand between a noun and what it says: whom it comes from ("complaints | from two of the sailors | that"), and that it has come
// up ("concerns | have been raised by Reyes | about", "fears | are growing | that"). Near miss: "concerns from the past".
NounsAdjectives::NounComplement NounsAdjectives::complement_of(int c) const {
  NounComplement out{.last = c};
  if (at(c + 1) == 'i' && nominal(c + 2) && leads_to_source(head_id(c + 1))) {
    out.from = agent(c + 2);
    out.last = out.from.last - 1;
  }
  const int v = out.last + 1;
  if (!aired(v) || subject(v).first > c) return out;
  out.aired = true;
  out.last = v;
  const auto circumstances = [&] {
    while (at(out.last + 1) == 'T' || at(out.last + 1) == 'A') ++out.last;
  };
  circumstances();
  if (at(v) == 'U' && at(out.last + 1) == 'i' && nominal(out.last + 2) && leads_to_source(head_id(out.last + 1))) {
    out.from = agent(out.last + 2);
    out.last = out.from.last - 1;
    circumstances();
  }
  return out;
}

// "said in a | statement that", "told reporters in an | interview that": the verb says so, and the noun only where. Near miss: "smiled in
// the hope that".
bool NounsAdjectives::is_where_said(int c) const {
  if (at(c - 1) != 'i' || at(c + 1) != 'H' || !is_setting(doc_, parsed_.chunks, c - 1, kOccasion | kMedium | kDocument)) return false;
  int v = c - 2;
  while (nominal(v)) --v;
  return (finite(v) || at(v) == 'G' || at(v) == 'I') && (head(v).classes & kTakesThat) != 0;
}

// "“C,” was Reyes's | answer", "“C,” came the | reply from Reyes".
void NounsAdjectives::answers(int c) const {
  static const std::uint32_t come = look_up("come").lemma, from = look_up("from").id;
  const int verb = at(c - 1) == 'R' ? c - 2 : c - 1;
  if (at(verb - 1) != 'Q' || !(at(verb) == 'F' || (at(verb) == 'V' && head(verb).lemma == come))) return;
  const TokenRange whose = possessor(c);
  const bool of_somebody = whose.empty() && at(c + 1) == 'i' && head_id(c + 1) == from && nominal(c + 2);
  if (whose.empty() && !of_somebody) return;
  Candidate candidate = base(BuiltIn::QuoteBefore, c);
  candidate.cue = {chunk(c).head, chunk(c).head + 1};
  candidate.opens = verb - 1;
  candidate.content.add(tokens(lead_in(verb - 1), verb));
  candidate.source = whose;
  candidate.form = SubjectForm::Adjacent;
  if (of_somebody) set_source(candidate, agent(c + 2));
  keep(candidate);
}

void NounsAdjectives::drawn(int c) const {
  static const auto kReceives = ids_of("draw", "win", "earn", "receive", "face", "attract", "get", "gain", "meet", "spark", "provoke",
                                       "prompt", "have");
  static const std::uint32_t of = look_up("of").id;
  if ((at(c - 1) != 'V' && at(c - 1) != 'F') || !kReceives.has(head(c - 1).lemma)) return;
  if (at(c + 1) != 'i' || !nominal(c + 2) || !(head_id(c + 1) == of || leads_to_source(head_id(c + 1)))) return;
  const Subject& what = subject(c - 1);
  if (!what.known() || what.last > c - 1) return;
  const std::string_view tags(doc_.tokens.tag.data() + chunk(c + 2).first, chunk(c + 2).last - chunk(c + 2).first);
  if (quoted_words(c + 2) && tags.find(tag::kCloseQuote) == std::string_view::npos) return;  // prompted cries of “Shame!”
  Candidate candidate = base(BuiltIn::Drawn, c);
  candidate.cue = tokens(c - 1, c + 2);
  candidate.companion = chunk(c - 1).head;
  candidate.opens = c + 1;
  candidate.content.add(tokens(what.first, what.last));
  set_source(candidate, agent(c + 2));
  keep(candidate);
}

int NounsAdjectives::predicate_of(int c, int content) const {
  for (int i = c - 1; i >= 0 && at(i) != ',' && at(i) != ';' && at(i) != 'Q' && at(i) != 's' && at(i) != 'H'; --i)
    if (finite(i) || at(i) == 'G' || at(i) == 'I') return size();
  for (int i = content + 1; i < size(); ++i) {
    if (at(i) == 'W') return size();  // a relative clause has a verb of its own
    if (finite(i)) return at(i - 1) == 'A' ? i - 1 : i;
  }
  return size();
}

void NounsAdjectives::noun_source(Candidate& candidate, int c) const {
  static const std::uint32_t in = look_up("in").id;
  if (const TokenRange whose = possessor(c); !whose.empty()) {
    candidate.source = whose;
    candidate.form = SubjectForm::Adjacent;
    return;
  }
  int v = c - 1;
  if (at(v) == 'A') --v;
  const bool setting = is_setting(doc_, parsed_.chunks, v, kOccasion | kMedium | kDocument);  // said in a statement that
  if (at(v) == 'i' && head_id(v) == in && !setting) {  // voted in support of, met the mayor in the hope that
    int acts = v - 1;
    while (acts >= 0 && v - acts < kNear && !finite(acts) && at(acts) != 'G') --acts;
    if (acts < 0 || v - acts == kNear || !subject(acts).known()) return;
    set_source(candidate, subject(acts));
    candidate.cue.first = chunk(v).first;
    return;
  }
  // "was of the | opinion that", "came to the | view that"
  static const auto kHeld = ids_of("of", "to", "under");
  static const auto kViews = ids_of("conclusion", "impression");
  const bool held = at(v) == 'i' && kHeld.has(head_id(v)) && (is_mind(head(c).lemma) || kViews.has(head(c).lemma));
  if (held && finite(v - 1) && subject(v - 1).known()) {
    set_source(candidate, subject(v - 1));
    candidate.companion = chunk(v - 1).head;
    candidate.cue.first = chunk(v - 1).first;
    return;
  }
  if (at(v) == 'P' && (at(v - 1) == 'V' || at(v - 1) == 'G' || at(v - 1) == 'I')) --v;  // gave her an answer
  if ((at(v) == 'V' || at(v) == 'G' || at(v) == 'I' || at(v) == 'F') && subject(v).known()) {
    set_source(candidate, subject(v));
    candidate.companion = chunk(v).head;
    candidate.cue.first = chunk(v).first;
  }
}

void NounsAdjectives::adjective(int c) const {
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
    candidate.companion = at(v) == 'F' ? 0 : chunk(v).head;
    const int content = open_content(candidate, rule, start);
    begin_content(candidate, content, ends_.by_rule(rule, content, v));
    set_source(candidate, subject(v));
    keep(candidate);
  });
}

void NounsAdjectives::apart(int c, int before) const {
  Subject who;
  if (before > 0) {
    if (at(before - 1) != 'N') return;
    who.first = who.head = noun_phrase_begin(parsed_.chunks, before - 1);
    who.last = before;
    // "Reyes spoke in towns that lie on the coast, | sure that it leaks": not what a verb or a preposition governs.
    int v = who.first - 1;
    if (at(v) != 'i' && at(v) != 'G' && at(v) != 'I' && !finite(v)) v = -1;
    while (v >= 0 && (!finite(v) || !subject(v).known() || subject(v).form == SubjectForm::Relative)) --v;
    if (v >= 0) who = subject(v);
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
    begin_content(candidate, content, ends_.by_rule(rule, content, c));
    set_source(candidate, who);
    keep(candidate);
  });
}

void NounsAdjectives::after_noun(int c) const {
  each_opening(c, 'J', [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    const int content = open_content(candidate, rule, start);
    begin_content(candidate, content, ends_.by_rule(rule, content, c));
    candidate.source = tokens(noun_phrase_begin(parsed_.chunks, c - 1), c);
    candidate.form = SubjectForm::Restrictive;
    keep(candidate);
  });
}

}  // namespace onrecord
