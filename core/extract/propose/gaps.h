// Contents that stand before a clause in which their place is empty: relative clauses.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class Gaps : private ConstructFamily {
 public:
  explicit Gaps(Proposals& proposals) : ConstructFamily(proposals) {}

  // "The plan that Reyes backed", "the plan Reyes backed".
  void relative(int v) const;
  // "Two men who Reyes said were there".
  void clause(int v) const;

 private:
  // "Whom Reyes blamed for the delay", "what Reyes called a farce".
  void with_rest(int v, TokenRange what) const;
  // What fills the place of the clause behind chunk `gap`: a relative pronoun, or the noun phrase itself; empty when nothing does.
  [[nodiscard]] TokenRange filler(int gap) const;
};

}  // namespace onrecord
