// Conditions as FTS5's own language.
//
//   FullText full_text(db);
//   full_text.expression(node)        // {words who} : "bridge"; nothing where a condition asks about another column
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/syntax.h"
#include "store/database.h"

namespace onrecord::query {

// A word, a phrase, or the beginning of a word ("bri*").
[[nodiscard]] std::string fts_string(std::string_view text);
// Every folded word of a name, wherever they stand in it.
[[nodiscard]] std::string fts_name(std::string_view text);
// Words in what was said or in who said it.
[[nodiscard]] std::string fts_words(std::string_view text);

// The speakers whom people have given further names (aliases, merged ones, corrected names) and that match these words. Such names
// stand outside the full-text index.
[[nodiscard]] std::vector<std::int64_t> speakers_by_given_names(Database& db, std::string_view words);

// A subtree as one full-text expression, where it is one.
class FullText {
 public:
  explicit FullText(Database& db) : db_(db) {}
  [[nodiscard]] std::optional<std::string> expression(const Node& node);

 private:
  std::optional<std::string> term(const Node& node);

  Database& db_;
};

}  // namespace onrecord::query
