// Cuts an article's blocks into tokens: see segment/tokens.h for what a token is.
#pragma once

#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord {

// Appends the tokens of every block that may bear words to doc.tokens, its quotation marks to doc.marks, and the block itself to
// doc.blocks, where it has any. doc.text is the article's. Linear.
void tokenize(const Article& article, Document& doc);

}  // namespace onrecord
