#include "extract/propose/gaps.h"

namespace onrecord {

using namespace word_class;

void Gaps::relative(int v) const {
  const Subject& who = subject(v);
  if (who.form != SubjectForm::Adjacent || who.first == 0) return;
  const TokenRange what = filler(who.first - 1);
  if (what.empty()) return;
  // Nothing follows that could fill the place.
  const char next = at(v + 1);
  if (next == 'Q') return;  // what Reyes called “a sieve”: the words themselves
  static constexpr ClassSet kRest("NPHJwIG");
  if (kRest.has(next)) return with_rest(v, what);
  Candidate candidate = base(BuiltIn::GapRelative, v);
  candidate.opens = who.first - 1;
  candidate.content.add(what);
  set_source(candidate, who);
  keep(candidate);
  if (next == 'i' || next == '&') with_rest(v, what);
}

void Gaps::with_rest(int v, TokenRange what) const {
  Candidate candidate = base(BuiltIn::GapRest, v);
  candidate.opens = v + 1;
  candidate.content.add(what);
  begin_content(candidate, v + 1, ends_.phrase(v + 1));
  set_source(candidate, subject(v));
  keep(candidate);
}

void Gaps::clause(int v) const {
  const Subject& who = subject(v);
  if (who.form != SubjectForm::Adjacent || who.first == 0 || !finite(v + 1)) return;
  const TokenRange what = filler(who.first - 1);
  if (what.empty()) return;
  Candidate candidate = base(BuiltIn::GapClause, v);
  candidate.opens = v + 1;
  candidate.content.add(what);
  begin_content(candidate, v + 1, ends_.clause(v + 1, v));
  set_source(candidate, who);
  keep(candidate);
}

TokenRange Gaps::filler(int gap) const {
  if (at(gap) == 'W' || at(gap) == 'w' || (at(gap) == 'H' && nominal(gap - 1))) return tokens(gap, gap + 1);
  if (at(gap) == 'N') return tokens(noun_phrase_begin(parsed_.chunks, gap), gap + 1);
  return {};
}

}  // namespace onrecord
