// Who a statement's mention is, and when, to whom, where and in what it was said.
//
//   std::vector<Statement> rows = cascade.statements();
//   resolve(article, doc, cascade, rows);
#pragma once

#include <vector>

#include "extract/extract.h"
#include "extract/statement.h"
#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord {

// Fills speaker, on_behalf_of, occasion, medium, said_on and said_on_text of `statements`, which are those of `cascade` over
// `doc`, in order. What the text does not tell stays empty: null beats a guess. Linear.
void resolve(const Article& article, const Document& doc, const Cascade& cascade, std::vector<Statement>& statements);

}  // namespace onrecord
