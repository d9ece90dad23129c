// Embedded posts and signed quotations: their author said what stands in them, whatever surrounds them.
//
//   add_posts(article, statements);   // after the statements of the running text are resolved
#pragma once

#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

// Adds a statement (rule "post", or "signed-quote") for each run of Post or BlockQuote blocks whose author is known, keeping the
// order by first span. Statements that were found inside one become nested in it; those there that no cue supports, only marks, are
// what the post says already and go. The signature below names the mention, the day of a post where it has one, and the role of who
// signed a quotation. Linear.
void add_posts(const Article& article, std::vector<Statement>& statements);

// Puts `paragraphs`, statements that are whole paragraphs, do not overlap and are in order, among `statements` in the same way.
void add_paragraphs(const Article& article, std::vector<Statement> paragraphs, std::vector<Statement>& statements);

}  // namespace onrecord
