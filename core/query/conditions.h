// Conditions of the tree as SQL over the aliases s (statements), v, a, src, own, p, r, with bound parameters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/full_text.h"
#include "query/syntax.h"
#include "store/database.h"

namespace onrecord::query {

using Parameter = std::variant<std::int64_t, double, std::string>;

class Conditions {
 public:
  Conditions(Database& db, std::vector<Parameter>& parameters) : db_(db), parameters_(parameters), full_text_(db) {}

  // Takes a value among the parameters: "?7".
  std::string parameter(Parameter value);
  std::string number_list(const std::vector<std::int64_t>& ids);

  // A subtree as an expression.
  std::string condition(const Node& node);
  // Whether the row is a hit, looked up row by row.
  std::string probe_full_text(const std::string& fts);

  // The speaker that an id leads to; the sources that an id or words mean.
  [[nodiscard]] std::int64_t leads_to(std::int64_t speaker_id);
  [[nodiscard]] std::vector<std::int64_t> sources_by(const std::string& text);

 private:
  std::string in_full_text(const std::string& fts);
  std::string words_in(std::string_view expression, const std::string& text);
  std::string overlaps(const Days& days, std::string_view from, std::string_view to);
  std::string term(const Node& node);
  std::string said_by(const std::vector<std::int64_t>& ids);
  std::string speaker(const std::string& text);
  std::string source(const std::string& text);
  std::string captured(const Days& days);
  std::string claim(const std::string& text);

  Database& db_;
  std::vector<Parameter>& parameters_;
  FullText full_text_;
};

}  // namespace onrecord::query
