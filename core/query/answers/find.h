// Runs questions: a request to its tree, the tree to SQL, the rows to the caller.
//
//   Finder finder(db);
//   FindSummary done = finder.find(request, [](const Row& row) { … return true; });
//
// Throws SqlError; the public face turns it into an Error.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "onrecord/asking.h"
#include "query/language/syntax.h"
#include "query/sql/compile.h"
#include "store/database/database.h"
#include "text/code_points.h"

namespace onrecord::query {

// The request's query with its flags as further terms.
[[nodiscard]] Result<Node> tree_of(const FindRequest& request);

// The same, attitudes left out where the request hides them. Throws SqlError.
[[nodiscard]] Node question_of(const FindRequest& request);

class Finder {
 public:
  explicit Finder(Database& db) : db_(db) {}

  FindSummary find(const FindRequest& request, const std::function<bool(const Row&)>& each);
  [[nodiscard]] std::int64_t count(const FindRequest& request);
  [[nodiscard]] Explanation explain(const FindRequest& request);

  // Rows by a condition of our own over the same aliases, e.g. "s.statement_id = ?1"; in the order given ("s.n").
  [[nodiscard]] std::vector<Row> rows_where(const std::string& condition, const std::vector<Parameter>& parameters,
                                            const std::string& order, bool with_context = false);
  [[nodiscard]] std::optional<Row> find_row(std::int64_t statement_id, bool with_context = false);

  // Other sources that print the same words, copies of one wire story counted once.
  [[nodiscard]] int also_in(std::int64_t statement_id);

 private:
  std::int64_t count_to(const FindRequest& request, std::int64_t most);  // 0: to the end
  Row read(Sql& sql, bool with_context);
  const std::string& text_of(std::int64_t version_id);

  Database& db_;
  std::int64_t text_version_ = 0;  // whose text and counts are at hand
  std::string text_;
  CodePoints text_points_, title_points_;
};

// Where the wanted phrases (folded words, a last one ending in * for a beginning) stand in `words`, bytes.
[[nodiscard]] std::vector<Span> marks_in(std::string_view words, const std::vector<std::vector<std::string>>& wanted);

}  // namespace onrecord::query
