// An article as a row, and as a page to read.
//
// The row is what `onrecord read` prints: name, text and metadata, each piece with where it was read, and the parts of
// the text with their roles (docs/output.md).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "export/rows.h"
#include "ingest/article.h"

namespace onrecord {

// article, text, title, byline, dateline, published, source, url, language, origins, blocks, subtitle; origins and blocks are
// JSON in every format.
[[nodiscard]] std::span<const Column> article_columns();

[[nodiscard]] std::string_view word_for(Role role);  // title, subtitle, byline, caption, heading, paragraph, ...

class ArticleCells {
 public:
  // Good until the next call, and no longer than the article.
  [[nodiscard]] std::span<const Cell> of(const Article& article);

 private:
  std::vector<Cell> cells_;
  std::string origins_, blocks_;
};

// article, field, value, origin, won: a row for all that an article's input says of it, a field at a time, the most trusted
// first. In a table the article is a row above the others, and `won` is "yes" or blank.
[[nodiscard]] std::span<const Column> candidate_columns();
void put_candidates(const Article& article, bool as_table, RowPrinter& rows);

// Metadata with its origins on top, then the text block by block, what is no running text marked with its role.
void put_article_text(const Article& article, TableStyle style, Buffer& out);

}  // namespace onrecord
