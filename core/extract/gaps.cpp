// Contents that stand before a clause in which their place is empty: passives with "by", relative clauses.
#include <algorithm>
#include <array>
#include <string_view>

#include "extract/noun_phrases.h"
#include "extract/proposer.h"
#include "lexicon/tags.h"

namespace onrecord {

void Proposer::gap(int v) {
  if (title_) return;
  if (at(v) == 'U' || at(v) == 'E') passive_by(v);
  if (at(v) == 'V') {
    gap_relative(v);
    gap_clause(v);
  }
}

void Proposer::passive_by(int v) {
  static const std::uint32_t by = look_up("by").id;
  int p = v + 1;
  while (at(p) == 'A' || at(p) == 'T') ++p;
  if (at(p) != 'i' || head_id(p) != by || (!nominal(p + 1) && at(p + 1) != 'W')) return;
  int first = 0, last = 0;  // the content
  if (at(v) == 'U') {
    const Subject& who = subject(v);
    if (!who.known() || who.last > v) return;
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
    first = noun_phrase_begin(parsed_->chunks, last - 1);
  }
  const TokenRange what = tokens(first, last);
  for (std::uint32_t t = what.first; t < what.last; ++t)
    if (doc_.tokens.tag[t] == tag::kOpenQuote) return;  // a word held up with tongs, "first described by": where it comes from
  const int end = source_end(doc_, parsed_->chunks, p + 1);
  if (at(end) == '&' && at(end + 1) == 'G' && head(v).lemma == quote_) return;  // was quoted by the Post as saying
  Candidate candidate = base(rules_.number(BuiltIn::PassiveBy), v);
  candidate.opens = p;
  const TokenRange as = described_as(v, end);
  if (v == 0) candidate.content.add(as);
  else if (as.empty() || what.last <= as.first) candidate.content.add(what);
  candidate.content.add(v == 0 ? what : as);
  set_source(candidate, {.form = SubjectForm::After, .first = p + 1, .last = end, .head = p + 1});
  keep(candidate);
}

// "Was described by Reyes | as a sieve": what it was said to be. Near misses: "backed by Reyes as the council met", "backed by Reyes as mayor".
TokenRange Proposer::described_as(int v, int as) const {
  using namespace word_class;
  if (at(as) != '&' || (at(v) == 'U' && finite(as + 2))) return {};
  const bool role = at(as + 1) == 'N' && chunk(as + 1).last - chunk(as + 1).first == 1 && (head(as + 1).classes & (kPerson | kTitle)) != 0;
  if (role) return {};
  int end = at(as + 1) == 'Q' ? as + 2 : phrase_end(as + 1).chunk;
  for (int i = as + 2; at(v) == 'E' && i < end; ++i)  // a plan described by Reyes as a farce | was dropped
    if (finite(i)) end = i;
  return tokens(as, end);
}

// "The plan drew criticism from Reyes"; "the plan drew sailors from the port" did not.
void Proposer::drawn(int c) {
  static const std::array<std::uint32_t, 13> kReceives = {
      look_up("draw").lemma,    look_up("win").lemma, look_up("earn").lemma, look_up("receive").lemma, look_up("face").lemma,
      look_up("attract").lemma, look_up("get").lemma, look_up("gain").lemma, look_up("meet").lemma,    look_up("spark").lemma,
      look_up("provoke").lemma, look_up("prompt").lemma,  look_up("have").lemma};
  static const std::array<std::uint32_t, 4> kFrom = {look_up("from").id, look_up("among").id, look_up("by").id, look_up("of").id};
  if ((at(c - 1) != 'V' && at(c - 1) != 'F') || std::find(kReceives.begin(), kReceives.end(), head(c - 1).lemma) == kReceives.end()) return;
  if (at(c + 1) != 'i' || !nominal(c + 2) || std::find(kFrom.begin(), kFrom.end(), head_id(c + 1)) == kFrom.end()) return;
  const Subject& what = subject(c - 1);
  if (!what.known() || what.last > c - 1) return;
  Candidate candidate = base(rules_.number(BuiltIn::Drawn), c);
  candidate.cue = tokens(c - 1, c + 2);
  candidate.companion = chunk(c - 1).head;
  candidate.opens = c + 1;
  candidate.content.add(tokens(what.first, what.last));
  set_source(candidate, {.form = SubjectForm::After, .first = c + 2, .last = source_end(doc_, parsed_->chunks, c + 2), .head = c + 2});
  keep(candidate);
}

TokenRange Proposer::filler(int gap) const {
  if (at(gap) == 'W' || at(gap) == 'w' || (at(gap) == 'H' && nominal(gap - 1))) return tokens(gap, gap + 1);
  if (at(gap) == 'N') return tokens(noun_phrase_begin(parsed_->chunks, gap), gap + 1);
  return {};
}

void Proposer::gap_relative(int v) {
  const Subject& who = subject(v);
  if (who.form != SubjectForm::Adjacent || who.first == 0) return;
  const TokenRange what = filler(who.first - 1);
  if (what.empty()) return;
  // Nothing follows that could fill the place.
  const char next = at(v + 1);
  if (next == 'Q') return;  // what Reyes called “a sieve”: the words themselves
  if (std::string_view("NPHJwIG").find(next) != std::string_view::npos) return gap_with_rest(v, what);
  Candidate candidate = base(rules_.number(BuiltIn::GapRelative), v);
  candidate.opens = who.first - 1;
  candidate.content.add(what);
  set_source(candidate, who);
  keep(candidate);
  if (next == 'i' || next == '&') gap_with_rest(v, what);
}

void Proposer::gap_with_rest(int v, TokenRange what) {
  Candidate candidate = base(rules_.number(BuiltIn::GapRest), v);
  candidate.opens = v + 1;
  candidate.content.add(what);
  begin_content(candidate, v + 1, phrase_end(v + 1));
  set_source(candidate, subject(v));
  keep(candidate);
}

void Proposer::gap_clause(int v) {
  const Subject& who = subject(v);
  if (who.form != SubjectForm::Adjacent || who.first == 0 || !finite(v + 1)) return;
  const TokenRange what = filler(who.first - 1);
  if (what.empty()) return;
  Candidate candidate = base(rules_.number(BuiltIn::GapClause), v);
  candidate.opens = v + 1;
  candidate.content.add(what);
  begin_content(candidate, v + 1, clause_end(v + 1, v));
  set_source(candidate, who);
  keep(candidate);
}

}  // namespace onrecord
