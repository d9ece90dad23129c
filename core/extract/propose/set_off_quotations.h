// Quotations that stand apart from who said them: behind a colon or a full stop, signed, or in a paragraph of their own.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class SetOffQuotations : private ConstructFamily {
 public:
  explicit SetOffQuotations(Proposals& proposals) : ConstructFamily(proposals) {}

  // "Reyes wrote on Friday:" and the quotation in the next paragraph; `v` is the verb.
  void introduced_by(int v) const;

  // "Reyes gave it another try on Monday: "C"", "According to the Post: "C"", "A NEW BRIDGE – Ana Reyes: "C"": a sentence that a colon
  // ends before a quotation, whatever its verb.
  void behind_colon() const;

  // "C" – Ana Reyes: a paragraph's quotation signed with a name.
  void credited() const;

  // "“It leaks.” | So said Reyes", "“It leaks.” | That was the message from Reyes": the quotation before, in the same paragraph.
  void told_behind() const;

  // A paragraph that is a quotation and nothing else, which no cue before it goes on to: the last speaker still speaks.
  void floating() const;

 private:
  // "The council said that: | - the bridge is shut; - it will open in May": the items of a list behind it.
  void listed_behind(int v) const;
  // "Reyes agreed. | “It leaks.”", "Reyes said by telephone this week. | “It leaks.”": nothing but the quotation behind it is what was
  // said.
  [[nodiscard]] bool says_and_stops(int v) const;
  void stands_alone(int q, TokenRange content) const;
  [[nodiscard]] int behind_pause() const;
  [[nodiscard]] TokenRange whose_words() const;
  [[nodiscard]] bool acts_between(std::size_t sentence) const;
};

}  // namespace onrecord
