// Conditions as FTS5's own language.
//
//   FullText full_text(db);
//   full_text.expression(node)        // {words who} : "bridge"; nothing where a condition asks about another column
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/syntax.h"
#include "store/database/database.h"

namespace onrecord::query {

// "bri" of "bri*", which asks for the beginning of a word.
[[nodiscard]] std::optional<std::string_view> beginning_in(std::string_view text);
// Words, a phrase or the beginning of a word folded: "bri*" of "Bri*".
[[nodiscard]] std::string folded_phrase(std::string_view text);

// Every folded word of a name, wherever they stand in it.
[[nodiscard]] std::string fts_name(std::string_view text);

// The speakers whom people have given further names (aliases, merged ones, corrected names) and that match these words. Such names
// stand outside the full-text index.
[[nodiscard]] std::vector<std::int64_t> speakers_by_given_names(Database& db, std::string_view words);

// A subtree as one full-text expression, where it is one.
class FullText {
 public:
  explicit FullText(Database& db) : db_(db) {}
  [[nodiscard]] std::optional<std::string> expression(const Node& node);
  // Whether all hits of some part must be gathered before the first is given.
  [[nodiscard]] bool gathers(const Node& node);

 private:
  using Words = std::optional<std::vector<std::string>>;

  std::optional<std::string> term(const Node& node);
  std::string phrase(std::string_view text);
  const Words& words_beginning(std::string_view folded);

  Database& db_;
  std::map<std::string, Words, std::less<>> beginnings_;  // looked up before; nothing for one of too many words
};

}  // namespace onrecord::query
