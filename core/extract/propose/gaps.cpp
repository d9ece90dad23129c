// Contents that stand before a clause in which their place is empty: relative clauses, what is drawn by somebody. Passives: passives.cpp.
#include "extract/chunk/noun_phrases.h"
#include "extract/propose/proposer.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

void Proposer::gap(int v) {
  if (title_) return;
  if (at(v) == 'U' || at(v) == 'E') passive_by(v);
  if (at(v) == 'V') {
    gap_relative(v);
    gap_clause(v);
  }
}

// "The plan drew criticism from Reyes"; "the plan drew sailors from the port" did not.
void Proposer::drawn(int c) {
  static const auto kReceives = ids_of("draw", "win", "earn", "receive", "face", "attract", "get", "gain", "meet", "spark", "provoke",
                                       "prompt", "have");
  static const std::uint32_t of = look_up("of").id;
  if ((at(c - 1) != 'V' && at(c - 1) != 'F') || !kReceives.has(head(c - 1).lemma)) return;
  if (at(c + 1) != 'i' || !nominal(c + 2) || !(head_id(c + 1) == of || leads_to_source(head_id(c + 1)))) return;
  const Subject& what = subject(c - 1);
  if (!what.known() || what.last > c - 1) return;
  Candidate candidate = base(rules_.number(BuiltIn::Drawn), c);
  candidate.cue = tokens(c - 1, c + 2);
  candidate.companion = chunk(c - 1).head;
  candidate.opens = c + 1;
  candidate.content.add(tokens(what.first, what.last));
  set_source(candidate, agent(c + 2));
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
  static constexpr ClassSet kRest("NPHJwIG");
  if (kRest.has(next)) return gap_with_rest(v, what);
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
