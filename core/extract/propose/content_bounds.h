// Between which chunks the end of a content is looked for, whatever its construct: what surely belongs to it, and what surely does not.
//
// Inner to the folder. Reads the sentence and answers with a chunk; knows nothing of candidates. Linear in the content's chunks.
#pragma once

#include "extract/propose/other_statements.h"

namespace onrecord {

class ContentBounds : private OtherStatements {
 public:
  explicit ContentBounds(const SentenceView& sentence) : OtherStatements(sentence) {}

  // The first chunk (exclusive) at which a content that begins at chunk `first` and ends at `rule_end` at the latest may end: a clause
  // without its verb is none. `clause`: its construct says that it is one.
  [[nodiscard]] int least(int first, int rule_end, bool clause) const;

  // Where, behind `first`, something else surely begins (exclusive chunk): another statement, a remark of the writer's, the clause that a
  // participle at the sentence's start belongs to, the verb of which the cue's group is the subject.
  [[nodiscard]] int limit(int cue, int first) const;

 private:
  // Another statement, or a remark, behind the comma at chunk `i`.
  [[nodiscard]] bool ends_at_comma(int i, int cue) const;
  // Another statement behind the quotation at chunk `i`, whose comma stands inside: "It is “a sieve,” | adding that it leaks".
  [[nodiscard]] bool ends_with_quotation(int i) const;
  [[nodiscard]] bool adds_later(int i, int cue) const;
  // What hearers did is the writer's.
  [[nodiscard]] bool was_told(int i, int cue) const;
  [[nodiscard]] bool another_says(int i, int cue, int first) const;
  [[nodiscard]] bool draws_reaction(int participle) const;
  // A participle of saying: ", | adding".
  [[nodiscard]] bool adds(int participle) const;
  // The clause to which what opens the sentence belongs, behind chunk `i`: "Asked if it leaks, | Reyes said no", "While Reyes said that it
  // leaks, | Doe crossed it".
  [[nodiscard]] bool main_clause_behind(int i) const;
  // Whether the cue stands in a clause or with a participle that opens the sentence before its main clause.
  [[nodiscard]] bool in_fronted_clause(int cue) const;
  [[nodiscard]] bool in_fronted_phrase(int first, int cue) const;
  [[nodiscard]] bool opens_with_moment(int first) const;
  // "With Reyes arguing that it leaks | and Doe calling it a sieve": whether the participle has a subject of its own behind "with" or
  // "and".
  [[nodiscard]] bool absolute(int v) const;
  [[nodiscard]] int short_of_comma(int i) const { return at(i - 1) == ',' ? i - 1 : i; }

  // What ends a noun group that is said something of; `i` is the preposition, or the word that opens the clause.
  [[nodiscard]] bool in_some_setting(int i) const;
  [[nodiscard]] bool tells_when(int i) const;
  // What the writer adds.
  [[nodiscard]] bool judges_it(int i) const;
  [[nodiscard]] bool opens_with_a(int noun) const;
  [[nodiscard]] bool remark_at_end(int open) const;
};

}  // namespace onrecord
