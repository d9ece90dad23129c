// Attributions as scoring compares them, whether predicted or marked by hand, and the ways to get them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

// Spans are bytes in the article's text. Nested rows, rows of act no_comment, and rows of a title that stands outside the
// text are never made: annotated corpora do not have them.
struct ScoredRow {
  std::string id;                      // gold: the event's id or the row's n; else empty
  StatementKind kind = StatementKind::Indirect;
  Act act = Act::Statement;
  std::vector<Span> content;
  std::vector<Span> cue;
  std::vector<Span> mention;           // the source, as corpora call it
  bool labelled = false;               // gold: speaker, act and date are known to be as they stand here
  std::string speaker;                 // empty: nobody
  bool named = false;                  // the speaker is a person or organisation by name, not by description
  std::string said_on;
  std::string rule;
  float confidence = 0;
};

// One article with what was marked in it by hand, in the order of the text.
struct GoldArticle {
  std::string name;  // file name without its ending
  std::string path;  // of the text
  std::string text;
  std::vector<ScoredRow> rows;
};

// What the extractor found in an article, ready to be scored.
[[nodiscard]] std::vector<ScoredRow> rows_of(const Article& article, const std::vector<Statement>& statements);

// Lines of the output contract, by article name (its last part without ".txt"), offsets turned into bytes of the article
// of that name in `articles`; rows of articles that are not there are left out. BadInput, with `where` = `name` and line:
// no JSON, no `article`, spans missing, or a `text` that is not what its spans hold.
[[nodiscard]] Result<std::map<std::string, std::vector<ScoredRow>>> parse_rows(std::string_view name, std::string_view lines,
                                                                               const std::vector<GoldArticle>& articles);

}  // namespace onrecord
