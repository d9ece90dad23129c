// Level 2 of the cascade: the attribution rules of core/extract/rules/constructs.rules, read and compiled.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/rules/pattern.h"

namespace onrecord {

enum class ContentEnd : std::uint8_t { Clause, Phrase, Quote };

struct RuleExample {
  std::string text, source, cue, content;
};

struct Construct {
  std::string id;
  std::string intent;
  std::string cue;      // chunk symbols
  Pattern skip;
  Pattern opens;
  ContentEnd end = ContentEnd::Clause;
  bool opens_clause = false;  // `opens` reaches to a finite verb
  bool takes_preposition = false;
  bool addressee = false;
  RuleExample example;
  std::string miss;
  // Of constructs of one's own (own_rules.h); built-in ones have none of these.
  float confidence = 0;            // of what it proposes; 0: counted evidence decides
  std::vector<std::string> words;  // the cue is one of these, in small letters; empty: any
  int line = 0;                    // of the file it stands in

  [[nodiscard]] bool takes(std::string_view word) const { return words.empty() || takes_word(word); }

 private:
  [[nodiscard]] bool takes_word(std::string_view word) const;
};

// Constructs whose content stands before the cue, or that have no verb: found by code
// (extract/propose), which says how. They count on from the rules' numbers.
enum class BuiltIn : std::uint8_t {
  QuoteBefore,          // "C," S V
  QuoteBeforeInverted,  // "C," V S
  ClauseBefore,         // C, S V
  ClauseBeforeInverted, // C, V S
  AsSaid,               // As S said, C
  According,            // C, according to S
  Label,                // S: C
  Turn,                 // S: C, where paragraphs near it begin with a label too
  Credit,               // "C" – S
  InDocument,           // In the poll, C; to S, C; in S's words, C
  InDocumentAfter,      // C in the poll
  Introduced,           // S V: and "C" in the next paragraph
  Floating,             // "C" in a paragraph of its own
  ColonQuote,           // S V something: "C"
  Raised,               // C(subject) is expected C(infinitive)
  PassiveBy,            // C is mocked by S
  Drawn,                // C drew criticism from S
  GapRelative,          // C that S mocked; C S mocked
  GapRest,              // C(whom) S blamed C(for the delay)
  GapClause,            // C(who) S said C(were there)
  Headline,             // S: C; C, V S: in a headline
  Impersonal,           // C, it is claimed
  Refused,              // S would not be drawn on C
  NoComment,            // S did not respond to C(a request for comment)
  Count
};
// How sure a construct is of which too few annotated articles have examples for evidence to weigh it; 0 for all others.
[[nodiscard]] constexpr float confidence_of(BuiltIn construct) {
  switch (construct) {
    case BuiltIn::Headline:
    case BuiltIn::Impersonal:
    case BuiltIn::Refused: return 0.7F;
    case BuiltIn::NoComment: return 0.9F;
    default: return 0;
  }
}
[[nodiscard]] std::string_view name_of(BuiltIn construct);
[[nodiscard]] std::string_view intent_of(BuiltIn construct);

// The rules in `text`, which stand in `file`. Errors: BadInput with "FILE:LINE" for an unknown field, a missing example or near miss, a
// bad pattern.
[[nodiscard]] Result<std::vector<Construct>> read_constructs(std::string_view text, std::string_view file = "constructs.rules");

}  // namespace onrecord
