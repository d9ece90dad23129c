// "As Reyes put it, C", "as reported by the Post, C": who says so in a clause of its own.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class AsSaid : private ConstructFamily {
 public:
  explicit AsSaid(Proposals& proposals) : ConstructFamily(proposals) {}

  // "As Reyes put it, C" and "C, as Reyes said": the clause begins with the chunk `as`, its verb is `v`.
  void find(int v, int as, const Subject& who) const;
  // "As reported by the Post, C".
  void by_somebody(int v) const;
};

}  // namespace onrecord
