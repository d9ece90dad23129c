#include "extract/propose/as_said.h"

namespace onrecord {

using namespace word_class;

void AsSaid::find(int v, int as, const Subject& who) const {
  if (hypothetical(v)) return;
  // "As Reyes said", "as she told the council", "as he put it": what is said stands elsewhere; "as she left the hall" is when.
  // "As Reyes liked | to say, C"
  static const std::uint32_t say = look_up("say").lemma;
  const bool habit = at(v) == 'V' && at(v + 1) == 'I' && head(v + 1).lemma == say;
  int next = habit ? v + 2 : v + 1;
  if (at(next) == 'R') ++next;
  const bool told = nominal(next) && ((head(v).classes & kAddresseeVerb) != 0 || at(next) == 'P') && at(next + 1) != 'H';
  static constexpr ClassSet kSaid("HIGQEJKwNP");
  if (kSaid.has(at(next)) && !told) return;
  // "as Reyes said", "as the union points out"; "as she advised the mayor", "as it is called" say nothing else
  static const std::uint32_t point = look_up("point").lemma;
  const bool says = (head(v).classes & (kTakesThat | kTakesQuote)) != 0 || habit || (at(v + 1) == 'R' && head(v).lemma == point);
  if ((at(next) != 'P' && !says) || (at(v) == 'U' && who.form != SubjectForm::After)) return;
  const int before = at(as - 1) == ',' || at(as - 1) == 'D' ? as - 1 : as;  // the end of what stands before the aside
  const bool quotation = at(before - 1) == 'Q' && words_it(v);              // “C,” as Reyes put it
  Candidate candidate = base(quotation ? BuiltIn::QuoteBefore : BuiltIn::AsSaid, habit ? v + 1 : v);
  candidate.cue.first = chunk(v).first;
  candidate.opens = as;
  if (at(v + 1) == 'R') candidate.cue.last = chunk(v + 1).last;
  int rest = next;  // behind the aside
  while (rest < size() && at(rest) != ',' && at(rest) != ':' && at(rest) != 'D') ++rest;
  ++rest;
  // “It leaks,” said Doe, as the Tribune reported: Doe's words.
  for (int i = 0; i + 1 < before && !quotation; ++i)
    if (at(i) == 'Q' && mark_inside(i) == ',' && at(i + 1) == 'V' && (head(i + 1).classes & kTakesQuote) != 0) return;
  bool clause = quotation;
  for (int i = 0; i < before; ++i) clause |= finite(i);
  if (as > 1 || quotation) candidate.content.add(tokens(0, before));
  // "As Reyes said, C"; "the bridge, as Reyes said, leaks".
  if (as <= 1 ? !quotation : !clause) {
    if (rest >= last_chunk()) return;
    candidate.content.add(tokens(rest, ends_.clause(rest, v).chunk));
  }
  set_source(candidate, who);
  keep(candidate);
}

void AsSaid::by_somebody(int v) const {
  static const std::uint32_t by = look_up("by").id;
  if (at(v + 1) != 'i' || head_id(v + 1) != by || !nominal(v + 2)) return;
  find(v, v - 1, {.form = SubjectForm::After, .first = v + 2, .last = source_end(doc_, parsed_.chunks, v + 2), .head = v + 2});
}

}  // namespace onrecord
