// Conditions of the tree as SQL over the aliases s (statements), v, a, src, own, p, r, with bound parameters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/language/syntax.h"
#include "query/sql/full_text.h"
#include "store/database/database.h"

namespace onrecord::query {

using Parameter = std::variant<std::int64_t, double, std::string>;

// Binds each to its place, from ?1 on.
void bind_all(Sql& sql, const std::vector<Parameter>& parameters);

class Conditions {
 public:
  Conditions(Database& db, std::vector<Parameter>& parameters) : db_(db), parameters_(parameters) {}

  // Takes a value among the parameters: "?7".
  std::string parameter(Parameter value);
  std::string number_list(const std::vector<std::int64_t>& ids);

  // A subtree as an expression that is true of a row. Words are looked for in the row itself: the full-text index, asked for one row
  // after the other, costs much more.
  std::string condition(const Node& node);

  // What the conditions until now ask about beside the statement itself; an article comes with its version.
  struct Asked {
    bool version = false, article = false, rule = false;
  };
  [[nodiscard]] const Asked& asked() const { return asked_; }

  // The speaker that an id leads to; the sources that an id or words mean.
  [[nodiscard]] std::int64_t leads_to(std::int64_t speaker_id);
  [[nodiscard]] std::vector<std::int64_t> sources_by(const std::string& text);

 private:
  // A column of the version, the article or the rule.
  std::string version(std::string_view column);
  std::string article(std::string_view column);
  std::string rule(std::string_view column);
  std::string phrase_in(std::string_view expression, const std::string& text);
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
  Asked asked_;
};

}  // namespace onrecord::query
