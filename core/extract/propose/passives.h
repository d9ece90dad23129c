// Passives: who is said to say so stands behind "by", or nowhere; what is said is the subject, what stands behind, or both.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class Passives : private ConstructFamily {
 public:
  explicit Passives(Proposals& proposals) : ConstructFamily(proposals) {}

  // What a rule proposes behind a passive cue: it names its source with "by", or not at all; a feeling's subject feels it: "was worried
  // that".
  void keep_passive(Candidate& candidate, int cue) const;

  // "It seems that", "the plan appears to": nobody is said to think so.
  [[nodiscard]] bool seems(int cue) const;

  // "The deficit is expected to grow": what is expected is that the deficit grows, so the subject belongs to the content.
  void raised(const Candidate& candidate, int cue) const;

  // "The plan was backed by Reyes", "the plan, backed by Reyes".
  void by_somebody(int v) const;

 private:
  // "Was condemned as “madness” | by traders": who does so stands behind what is said.
  [[nodiscard]] bool by_agent(const Candidate& passive, int cue) const;
  // What a passive at chunk `v` says that somebody said it to be, behind the source: "as a sieve" at chunk `as`; empty where nothing.
  [[nodiscard]] TokenRange described_as(int v, int as) const;
};

}  // namespace onrecord
