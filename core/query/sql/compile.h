// The tree as SQL with bound parameters.
//
//   Compiled sql = compile(db, tree, {.sort = Sort::Newest});
//   sql.from + sql.where + sql.order       // over the aliases s (statements), v, a, src, own, p, r
//
// Which rows are walked first driver.h decides, so that the first page costs about the same however large the record is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/asking.h"
#include "query/language/syntax.h"
#include "query/sql/conditions.h"
#include "store/database/database.h"

namespace onrecord::query {

struct Compiled {
  std::string with;                  // a common table expression, or nothing
  std::string from, where, order;    // each with its keyword; where may be empty
  std::vector<Parameter> parameters; // in the order of their ?NNN
  std::vector<std::vector<std::string>> marked;  // folded words to mark in a row's words, a list for each phrase

  // Takes one more value among the parameters: "?7".
  std::string parameter(Parameter value);

  // Binds to a statement made of the parts above, and of what was added.
  void bind(Sql& sql) const;
};

// What is joined to the statements beside what conditions ask about.
enum class Joined {
  Row,       // all that a full row needs
  Articles,  // v and a
  Nothing,
};

struct CompileOptions {
  Sort sort = Sort::Newest;
  bool versions = false;      // older versions too
  std::string page_key;       // FindRequest::page_key, checked
  Joined joined = Joined::Row;
  bool whole = false;         // all rows are wanted, not the first page
};

// Throws SqlError: a page key that is none (Usage).
[[nodiscard]] Compiled compile(Database& db, const Node& tree, const CompileOptions& options);

}  // namespace onrecord::query
