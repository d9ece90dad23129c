#include "extract/propose/passives.h"

#include <algorithm>

#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

bool Passives::seems(int cue) const {
  static const std::uint32_t seem = look_up("seem").id, appear = look_up("appear").id;
  const std::uint32_t lemma = head(cue).lemma;
  return lemma == seem || lemma == appear;
}

void Passives::raised(const Candidate& candidate, int cue) const {
  const Subject& who = subject(cue);
  if (!who.known() || who.last > cue) return;
  // "He was asked who ran the port", "it was reported that it leaks": whom somebody tells a clause is no part of it.
  const bool clause = candidate.construct < rules_.constructs.size() && rules_.constructs[candidate.construct].end == ContentEnd::Clause;
  if ((clause || (nominal(candidate.opens) && finite(candidate.opens + 1))) && !seems(cue)) return;
  Candidate whole = candidate;
  whole.construct = rules_.number(BuiltIn::Raised);
  whole.content = Pieces();
  whole.content.add(tokens(who.first, who.last));
  for (const TokenRange& piece : candidate.content) whole.content.add(piece);
  whole.source = {};
  whole.form = SubjectForm::None;
  keep(whole);
}

void Passives::keep_passive(Candidate& candidate, int cue) const {
  if (const Subject who = agent_of(cue); who.known()) {  // was asked by reporters whether
    if (who.last > candidate.opens) return;
    set_source(candidate, who);
    // "was urged by the council to go": that he goes
    const bool phrase = candidate.construct < rules_.constructs.size() && rules_.constructs[candidate.construct].end == ContentEnd::Phrase;
    if (const Subject& whom = subject(cue); phrase && at(cue) == 'U' && whom.known() && whom.last <= cue) {
      Pieces rest = candidate.content;
      candidate.content = Pieces();
      candidate.content.add(tokens(whom.first, whom.last));
      for (const TokenRange& piece : rest) candidate.content.add(piece);
    }
    return keep(candidate);
  }
  if (by_agent(candidate, cue)) return;
  Candidate nobody = candidate;
  nobody.form = SubjectForm::None;
  keep(nobody);
  if (at(cue) == 'U') raised(nobody, cue);
  const bool feels = (head(cue).classes & kAttitudeAdjective) != 0;  // was convinced that
  if (!feels && (head(cue).classes & kAddresseeVerb) != 0) return;  // "the council was told that": by others
  set_source(candidate, subject(cue));
  if (candidate.form != SubjectForm::None) keep(candidate);
}

bool Passives::by_agent(const Candidate& passive, int cue) const {
  static const std::uint32_t by = look_up("by").id;
  constexpr int kFurthest = 12;  // chunks
  for (int i = passive.opens + 1; i < std::min(passive.opens + kFurthest, last_chunk()); ++i) {
    if (at(i) == ',' || finite(i)) return false;
    static constexpr ClassSet kOwn("UEGI");  // whose "by" it is then
    if (at(i) != 'i' || head_id(i) != by || !nominal(i + 1) || kOwn.has(at(i - 1))) continue;
    if (at(i + 1) == 'N' && !may_speak(i + 1)) return false;
    Candidate told = passive;
    told.open = false;
    told.content = Pieces();
    const Subject& what = subject(cue);
    if (at(cue) == 'U' && what.known() && what.last <= cue) told.content.add(tokens(what.first, what.last));
    told.content.add({proposals_.begin_of(passive), chunk(i).first});
    set_source(told, {.form = SubjectForm::After, .first = i + 1, .last = source_end(doc_, parsed_.chunks, i + 1), .head = i + 1});
    keep(told);
    return true;
  }
  return false;
}

void Passives::by_somebody(int v) const {
  static const std::uint32_t quote_verb = look_up("quote").lemma;
  const Subject by = agent_of(v);
  if (!by.known()) return;
  const int p = by.first - 1;
  int first = 0, last = 0;  // the content
  if (at(v) == 'U') {
    const Subject& who = subject(v);
    if (!who.known() || who.last > v || is_it(who)) return;
    first = who.first;
    last = who.last;
    if (who.form == SubjectForm::Apposition || who.form == SubjectForm::RelativeAside || who.form == SubjectForm::Aside)
      last = who.head + 1;
  } else if (at(v - 1) == 'c' || at(v - 1) == 'B') {  // was backed by Reyes but mocked by Doe
    int passive = v - 2;
    while (passive >= 0 && v - passive < kNear && !finite(passive)) --passive;
    if (passive < 0 || at(passive) != 'U' || !subject(passive).known() || subject(passive).last > passive) return;
    first = subject(passive).first;
    last = subject(passive).last;
  } else if (v == 0) {  // Described by Reyes as a sieve, the bridge was shut
    if (subject(v).form != SubjectForm::Participle || subject(v).first < p) return;
    first = subject(v).first;
    last = subject(v).last;
  } else {
    last = v;
    while (at(last - 1) == 'A' || at(last - 1) == ',') --last;
    if (at(last - 1) != 'N') return;
    first = noun_phrase_begin(parsed_.chunks, last - 1);
  }
  const TokenRange what = tokens(first, last);
  for (std::uint32_t t = what.first; t < what.last; ++t)
    if (doc_.tokens.tag[t] == tag::kOpenQuote) return;  // a word held up with tongs, "first described by": where it comes from
  const int end = by.last;
  if (at(end) == '&' && at(end + 1) == 'G' && head(v).lemma == quote_verb) return;  // was quoted by the Post as saying
  Candidate candidate = base(BuiltIn::PassiveBy, v);
  candidate.opens = p;
  const TokenRange as = described_as(v, end);
  if (v == 0) candidate.content.add(as);
  else if (as.empty() || what.last <= as.first) candidate.content.add(what);
  candidate.content.add(v == 0 ? what : as);
  set_source(candidate, by);
  keep(candidate);
}

// "Was described by Reyes | as a sieve": what it was said to be. Near misses: "backed by Reyes as the council met", "backed by Reyes as
// mayor".
TokenRange Passives::described_as(int v, int as) const {
  if (at(as) != '&' || (at(v) == 'U' && finite(as + 2))) return {};
  const bool role = at(as + 1) == 'N' && chunk(as + 1).last - chunk(as + 1).first == 1 && (head(as + 1).classes & (kPerson | kTitle)) != 0;
  if (role) return {};
  int end = at(as + 1) == 'Q' ? as + 2 : ends_.phrase(as + 1).chunk;
  for (int i = as + 2; at(v) == 'E' && i < end; ++i)  // a plan described by Reyes as a farce | was dropped
    if (finite(i)) end = i;
  return tokens(as, end);
}

}  // namespace onrecord
