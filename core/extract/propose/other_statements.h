// Where, behind a content, another statement begins that has a cue of its own.
//
// Inner to the folder. Asks only what stands in the sentence; nothing of candidates. Constant time, or linear in what a clause may hold.
#pragma once

#include "extract/propose/sentence_view.h"

namespace onrecord {

class OtherStatements : public SentenceView {
 public:
  explicit OtherStatements(const SentenceView& sentence) : SentenceView(sentence) {}

  // A verb that opens an attribution of its own after a comma or "and": "said A, but argued B".
  [[nodiscard]] bool sibling(int v, int cue) const;
  // The cue's verb again, with the cue's subject: "said that it leaks | and said that it is old". No sibling is surer.
  [[nodiscard]] bool says_again(int v, int cue) const;
  // "One said it leaks and | another said it does not": whether the group at chunk `noun` does what the cue says.
  [[nodiscard]] bool says_too(int noun, int cue) const;
  // Whether a statement of its own with a quotation begins behind the comma or "and" at `i`: "Reyes said it leaks, and a man yelled, "Stay
  // there!""; "Reyes said A but added, "B"".
  [[nodiscard]] bool quoting_sibling(int i) const;
  // "Reyes said that it leaks, | while Doe said it did not", "…; | the council added that it was old": what somebody else said. Near miss:
  // "Reyes said that it leaks, and Doe left".
  [[nodiscard]] bool others_say(int i) const;
  // Where somebody else's words end those that begin at chunk `first`: "according to Reyes, it leaks, | but Doe said it does not".
  [[nodiscard]] int others_end(int first) const;
  // "Reyes said that it leaks | but declined to say when", "| but added that it is old", "| and asked whether it was old": whoever said the
  // one, not somebody in what was said, says the other. Near misses: "said that Doe promised it but refused to pay", "said it leaks and was
  // shut".
  [[nodiscard]] bool goes_on_saying(int i, int cue) const;
  // "Reyes said that it leaks | but the council disagreed", "| but Doe denies this": somebody else's answer to it. Near miss: "said that it
  // leaks but the council denied the cost".
  [[nodiscard]] bool others_object(int i) const;
  // "It leaks, | said Reyes": whether a verb of saying turned round stands behind the comma or the quotation at `i`.
  [[nodiscard]] bool turned_round(int i) const;

 private:
  // A verb of saying with what was said behind it.
  [[nodiscard]] bool says_something(int v) const;
};

}  // namespace onrecord
