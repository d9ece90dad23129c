// Cues that are no verbs: nouns and adjectives of saying and thinking.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class NounsAdjectives : private ConstructFamily {
 public:
  explicit NounsAdjectives(Proposals& proposals) : ConstructFamily(proposals) {}

  void noun(int c) const;
  void adjective(int c) const;

 private:
  // What stands between a noun and what it says, as far as chunk `last`: whom it comes from, that it is about.
  struct NounComplement {
    int last = 0;
    Subject from = {};
    bool aired = false;
  };
  [[nodiscard]] NounComplement complement_of(int c) const;
  // Proposes what the noun `c` says, which opens behind `behind`; whether anything does.
  bool noun_opens(int c, const NounComplement& behind) const;
  void from_behind(Candidate& candidate, int c, int content, int end) const;
  // Whether the noun `c` only tells where a verb says so: "said in a | statement that".
  [[nodiscard]] bool is_where_said(int c) const;
  // "“C” was her answer."
  void answers(int c) const;
  // "The plan drew criticism from Reyes": `c` is what it drew. Near miss: "the plan drew sailors from the port".
  void drawn(int c) const;
  // Where the verb stands of which the noun `c` is the subject ("her support for the ban | is firm"); the sentence's end when
  // a verb governs the noun instead.
  [[nodiscard]] int predicate_of(int c, int content) const;
  // Whose noun it is: the possessor inside the group, or the subject of the verb before it, which then is part of the cue.
  void noun_source(Candidate& candidate, int c) const;

  // An adjective apart from its clause: "Worried that it leaks, Reyes left", "Reyes, wary of the plan, left"; `before`
  // is what stands before it.
  void apart(int c, int before) const;
  // An adjective behind its noun: "residents angry at the plan".
  void after_noun(int c) const;
};

}  // namespace onrecord
