// One record of a file of many (a JSON object, a row of a CSV) to an article: which of its keys or columns is which part.
//
//   RecordParts parts = parts_of_record(JsonObject(object), mapping);
//   Result<Article> article = article_of_record("crawl.jsonl:17", std::move(parts), given, false);
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/records/read_many.h"

namespace onrecord {

// The parts of one record by their names here: "text", "title", …
using RecordParts = std::map<std::string, std::string, std::less<>>;

// Key or column to value of one record, as it came.
class RecordValues {
 public:
  virtual ~RecordValues() = default;
  // The value under `name`, else under a key that is the same (is_same_key), as text; nothing where there is none. Lists are
  // joined by "; ".
  [[nodiscard]] virtual std::optional<std::string> value(std::string_view name) const = 0;
};

// The usual names of a part, in the order of trust: our own, trafilatura's, newspaper4k's, news-please's, schema.org's.
[[nodiscard]] std::span<const std::string_view> usual_names_of(std::string_view part);

[[nodiscard]] RecordParts parts_of_record(const RecordValues& record, const FieldMapping& mapping);

// Puts the parts but text, html and id over what the text says of the article; `origin` is theirs: "record".
void put_parts(RecordParts& parts, const char* origin, Article& article);

// `names_known`: that some column holds the text has been seen, so a missing one is an empty one. BadInput, `where` as
// given: no text, not UTF-8, binary, a page without an article.
[[nodiscard]] Result<Article> article_of_record(const std::string& where, RecordParts parts, const GivenMetadata& given,
                                                bool names_known);

// Whether two keys or columns are one but for case, spaces, dashes and underscores: "Article Body", "article_body", "articleBody".
[[nodiscard]] bool is_same_key(std::string_view a, std::string_view b);

// "http://…" or "https://…"
[[nodiscard]] bool is_full_address(std::string_view text);

// Without ASCII white space at either end: of bytes that nobody has yet found to be UTF-8.
[[nodiscard]] std::string_view trim_ascii(std::string_view text);

}  // namespace onrecord
