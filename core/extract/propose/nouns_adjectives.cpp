// Cues that are no verbs: nouns and adjectives of saying and thinking.
#include <algorithm>

#include "extract/chunk/noun_phrases.h"
#include "extract/propose/proposer.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

void Proposer::noun(int c) {
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

bool Proposer::noun_opens(int c, const NounComplement& behind) {
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
    RuleEnd rule_end = end_by_rule(rule, content, c);
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
void Proposer::from_behind(Candidate& candidate, int c, int content, int end) const {
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
Proposer::NounComplement Proposer::complement_of(int c) const {
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

// "Concerns | were raised", "fears are | growing": whether the verb at chunk `v` only says that what was said or felt is about.
bool Proposer::aired(int v) const {
  static const auto kAired = ids_of("raise", "voice", "express", "grow", "mount", "emerge", "surface", "arise", "remain", "persist",
                                    "spread", "circulate", "increase", "intensify", "swirl");
  if (!finite(v) || !kAired.has(head(v).lemma)) return false;
  const Subject& what = subject(v);
  if (!what.known() || what.last > v || at(what.head) != 'N') return false;
  return (head(what.head).classes & (kSpeechNoun | kAttitudeNoun)) != 0 && (at(v) == 'U' || at(v) == 'V');
}

// "about", "over": the preposition at chunk `i` says what the words or the feeling before it are about.
bool Proposer::is_topic(int i) const {
  static const auto kTopics = ids_of("about", "over", "for", "on", "against", "regarding", "concerning", "at");
  return at(i) == 'i' && kTopics.has(head_id(i));
}

// "by | a spokesman for the port | over the delay": who is named from chunk `first` on, short of what was said of them or about what.
Subject Proposer::agent(int first) const {
  static const auto kSpeakFor = ids_of("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "minister", "secretary",
                                       "director", "agent", "candidate", "campaigner", "head", "chief");
  static const std::uint32_t for_ = look_up("for").id;
  int end = source_end(doc_, parsed_->chunks, first);
  for (int i = first + 1; i < end; ++i)
    if (is_topic(i) && !(head_id(i) == for_ && nominal(i - 1) && kSpeakFor.has(head(i - 1).lemma) && !finite(i + 2))) {
      end = i;
      break;
    }
  return {.form = SubjectForm::After, .first = first, .last = end, .head = first};
}

// "said in a | statement that", "told reporters in an | interview that": the verb says so, and the noun only where. Near miss: "smiled in
// the hope that".
bool Proposer::is_where_said(int c) const {
  if (at(c - 1) != 'i' || at(c + 1) != 'H' || !is_setting(doc_, parsed_->chunks, c - 1, kOccasion | kMedium | kDocument)) return false;
  int v = c - 2;
  while (nominal(v)) --v;
  return (finite(v) || at(v) == 'G' || at(v) == 'I') && (head(v).classes & kTakesThat) != 0;
}

// “C” was her answer
void Proposer::answers(int c) {
  const TokenRange whose = possessor(c);
  if (at(c - 1) != 'F' || at(c - 2) != 'Q' || whose.empty()) return;
  Candidate candidate = base(rules_.number(BuiltIn::QuoteBefore), c);
  candidate.cue = {chunk(c).head, chunk(c).head + 1};
  candidate.opens = c - 2;
  candidate.content.add(tokens(lead_in(c - 2), c - 1));
  candidate.source = whose;
  candidate.form = SubjectForm::Adjacent;
  keep(candidate);
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

TokenRange Proposer::possessor(int c) const {
  const Chunk& group = chunk(c);
  if (doc_.tokens.tag[group.first] == tag::kPossessivePronoun) return {group.first, group.first + 1};
  for (std::uint32_t t = group.head; t-- > group.first;)
    if (doc_.tokens.tag[t] == tag::kPossessive) return {group.first, t + 1};
  return {};
}

void Proposer::noun_source(Candidate& candidate, int c) const {
  if (const TokenRange whose = possessor(c); !whose.empty()) {
    candidate.source = whose;
    candidate.form = SubjectForm::Adjacent;
    return;
  }
  int v = c - 1;
  if (at(v) == 'A') --v;
  const bool setting = is_setting(doc_, parsed_->chunks, v, kOccasion | kMedium | kDocument);  // said in a statement that
  if (at(v) == 'i' && head_id(v) == in_ && !setting) {  // voted in support of, met the mayor in the hope that
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
    candidate.companion = at(v) == 'F' ? 0 : chunk(v).head;
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
