// The fields of statements, articles and speakers that a person can correct, read and written by name.
//
//   set_statement_field(writer, row, "speaker", "Ana Reyes");
//   statement_field(row, "speaker")                            // "Ana Reyes"
//
// Values are text, as the log keeps them; what a field takes, its check says.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/article.h"
#include "store/rows/rows.h"
#include "store/writer.h"

namespace onrecord {

// The fields of an article that a person can say something about.
inline constexpr std::array<std::string_view, 5> kArticleFields = {"title", "byline", "source", "published", "url"};

// Names of the fields, for hints.
[[nodiscard]] std::string statement_fields();
[[nodiscard]] std::string article_fields();
[[nodiscard]] std::string speaker_fields();

// The value in the form that is kept ("Unknown" becomes "unknown", "2014/10/28" is refused); Usage errors name what would do.
[[nodiscard]] Result<std::string> check_statement_value(std::string_view field, std::string_view value);
[[nodiscard]] Result<std::string> check_article_value(std::string_view field, std::string_view value);
[[nodiscard]] Result<std::string> check_speaker_value(std::string_view field, std::string_view value);

[[nodiscard]] std::string statement_field(const StatementRow& row, std::string_view field);
// `value` as its check gave it. A speaker's value may be several names joined by "; ", or "unknown"; the role of another person goes,
// unless a person gave it.
void set_statement_field(Writer& writer, Database& db, StatementRow& row, std::string_view field, const std::string& value);

// What a correction keeps to bring back: the value, and of a speaker all that goes with the name.
[[nodiscard]] std::string extracted_field(Database& db, const StatementRow& row, std::string_view field);
void restore_statement_field(Writer& writer, Database& db, StatementRow& row, std::string_view field, const std::string& extracted);

// The article's field of that name; null for one that is none of kArticleFields.
[[nodiscard]] Field* article_field(Article& article, std::string_view field);

}  // namespace onrecord
