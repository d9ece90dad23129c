// Contents that stand behind a verb, as the rules of constructs.rules say.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class BehindVerb : private ConstructFamily {
 public:
  explicit BehindVerb(Proposals& proposals) : ConstructFamily(proposals) {}

  void find(int c) const;

 private:
  [[nodiscard]] Subject who_is_quoted(int saying) const;
  void complete(Candidate& candidate, const Construct& rule, int cue, int start) const;
  void keep_with_source(Candidate& candidate, int cue) const;
  [[nodiscard]] int content_behind_preposition(int cue, int start) const;
  [[nodiscard]] bool of_another(int cue, int start) const;
  [[nodiscard]] int behind_where_said(int start) const;
  // "took | issue with", "made | the case that", "distanced | himself from": whether the verb says something only with its object.
  // Near misses: "told the council that", "asked the question whether", whose verbs do so without.
  [[nodiscard]] bool makes_a_cue(int object) const;
  [[nodiscard]] bool does_something(int cue, int object) const;
  [[nodiscard]] bool being_told(int cue) const;
  [[nodiscard]] bool tells_whom(int cue, int whom) const;
  [[nodiscard]] bool goes_on_around(int cue, int start) const;
  // Of what stands behind the verb: that it is no content.
  [[nodiscard]] bool verb_of_another_clause(int noun) const;
  [[nodiscard]] bool only_described(int noun) const;
  [[nodiscard]] bool goes_on_as_clause(int noun) const;
  [[nodiscard]] bool stays_unnamed(int infinitive) const;
  [[nodiscard]] bool asked_in_front(int cue, int content) const;
  [[nodiscard]] int verbs_behind(int noun) const;
  // "his “target number”": what is his, not what he was told. (called her “a star”) may be either.
  [[nodiscard]] bool possessed_quotation(int i) const;
  // Whoever else might be the subject of a verb that has none beside it; unknown when there is nobody.
  [[nodiscard]] Subject other_subject(int cue) const;
};

}  // namespace onrecord
