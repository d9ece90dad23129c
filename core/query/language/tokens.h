// What a query is made of: words, phrases, terms and the marks between them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/language/fields.h"

namespace onrecord::query {

// Brackets beyond this depth are left out, so no tree is deeper.
inline constexpr int kDeepest = 60;

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

// What is wrong at a byte of the query; the message names the column.
[[nodiscard]] Error query_error(std::string_view query, std::size_t at, std::string message, std::string hint);
// Without its double quotation marks.
[[nodiscard]] std::string unquoted(std::string_view text);

}  // namespace onrecord::query
