// The query language: text to tokens (tokens.h) to tree, each printable.
//
//   Result<Node> tree = parse_query("bridge speaker:reyes -(cost or price)");
//   print(*tree)      // bridge speaker:reyes -(cost or price)
//
// Words beside each other must all be there; `or` between two; `-` before one leaves it out; ( ) group; “phrases” in double
// marks; field:value asks about one column. What makes no sense as an operator (a lone mark or bracket, `or` at the
// end) is words, or nothing where it holds no letter. Only an unknown field and a bad value are errors.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/language/tokens.h"
#include "query/language/values.h"

namespace onrecord::query {

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

}  // namespace onrecord::query
