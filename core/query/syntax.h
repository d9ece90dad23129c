// The query language: text to tokens to tree, each printable.
//
//   Result<Node> tree = parse_query("bridge speaker:reyes -(cost or price)");
//   print(*tree)      // bridge speaker:reyes -(cost or price)
//
// Words beside each other must all be there; `or` between two; `-` before one leaves it out; ( ) group; “phrases” in double
// marks; field:value asks about one column. What makes no sense as an operator (a lone mark or bracket, `or` at the
// end) is words, or nothing where it holds no letter. Only an unknown field and a bad value are errors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/fields.h"

namespace onrecord::query {

struct Token {
  enum class Kind { Word, Phrase, Term, Or, Not, Open, Close };
  Kind kind = Kind::Word;
  std::string text;               // of a word or phrase, the value of a term
  const Field* field = nullptr;   // of a term
  bool quoted = false;            // the value stood in marks
  std::size_t at = 0;             // byte in the query
};

// Errors: an unknown field. `where` is the query, the message names the column.
[[nodiscard]] Result<std::vector<Token>> tokenize_query(std::string_view text);
[[nodiscard]] std::string print(const std::vector<Token>& tokens);

// A span of days; what is open is unset. `unknown`: no date at all.
struct Days {
  std::optional<std::int64_t> from, to;
  bool unknown = false;
};

struct Node {
  enum class Kind { All, And, Or, Not, Words, Term };  // All: no condition
  Kind kind = Kind::All;
  std::vector<Node> children;     // of And (two or more), Or (two or more), Not (one)
  const Field* field = nullptr;   // of Term; null for Words
  std::string text;               // words, phrase or value
  bool phrase = false;

  friend bool operator==(const Node& a, const Node& b) {
    return a.kind == b.kind && a.field == b.field && a.text == b.text && a.phrase == b.phrase && a.children == b.children;
  }
};

// Never deeper than kDeepest: brackets beyond are left out.
inline constexpr int kDeepest = 60;

// Errors: an unknown field, a value that its field cannot take.
[[nodiscard]] Result<Node> parse_query(std::string_view text);

// One condition more, all of which must hold.
[[nodiscard]] Node both(Node a, Node b);

// A term of a flag; the value is checked. `flag` names it in errors.
[[nodiscard]] Result<Node> flag_term(FieldId field, std::string_view value, std::string_view flag);

// In the query language: parse_query(print(tree)) is the tree.
[[nodiscard]] std::string print(const Node& node);
// As an indented outline, for --explain.
[[nodiscard]] std::string outline(const Node& node);

// "2014-10..2014-11", "2014", "..2014", "2014..", "unknown".
[[nodiscard]] std::optional<Days> find_span(std::string_view value);

// ">0.8", ">=0.8", "<0.5", "0.6..0.8", "0.9" as the least and the most, both included or not.
struct Range {
  double least = 0, most = 1;
  bool above = false, below = false;  // the bound itself left out
};
[[nodiscard]] std::optional<Range> find_range(std::string_view value);

}  // namespace onrecord::query
