// Contents that stand before their cue: "C," S V, "C," V S, and what goes on behind it.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class BeforeCue : private ConstructFamily {
 public:
  explicit BeforeCue(Proposals& proposals) : ConstructFamily(proposals) {}

  // What stands before the verb `v` and its subject, whichever comes first.
  void find(int v) const;
  // "C," V S.
  void inverted(int v) const;
  // "C," read the letter: a verb whose past looks like its base form.
  void base_form(int v) const;
  // ", warns port chief" at a title's end: whatever stands before is what the verb reports, and what stands behind it who says so.
  [[nodiscard]] bool closes_title(int v) const;

 private:
  [[nodiscard]] bool comes_out(int v) const;
  // Content left of `p` (a quotation or the comma after it, or after a clause); `rest` is the first chunk after cue and source.
  void left_content(int v, int p, const Subject& who, bool is_inverted, int rest) const;
  [[nodiscard]] bool is_not_said(int q, int p, bool is_inverted, int rest) const;
  bool add_clause(Candidate& candidate, int v, int p, int i) const;
  void add_what_goes_on(Candidate& candidate, int v, int q, int i, int rest) const;
  [[nodiscard]] bool title_of_maker(int q) const;
  [[nodiscard]] bool is_it_or_they(int pronoun) const;

  // Whether what stands before the quotation `q` only tells when the rest was so: "Asked if it was “a sieve,” Reyes
  // said no", "When he called it “a sieve,” Reyes laughed".
  [[nodiscard]] bool only_fronted(int q) const;
  [[nodiscard]] bool only_subordinate(int first, int last) const;

  // Behind whom it was told and when and where, which stands from chunk `i` behind the cue `v`: Reyes told the Post on Monday |.
  [[nodiscard]] int behind_circumstances(int i, int v) const;

  [[nodiscard]] bool told_for(int preposition) const;
  [[nodiscard]] int behind_link(int i) const;
  [[nodiscard]] bool in_county(int i, int v) const;
  // "“A,” he said, shaking his head, “B.”", "“A,” he said through tears and laughter, “b.”": the comma behind what was done the while, or
  // how, when a quotation follows; else `i`.
  [[nodiscard]] int behind_gesture(int i) const;
};

}  // namespace onrecord
