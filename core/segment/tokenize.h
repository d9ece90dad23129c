// Cuts one block of text into tokens: see segment/tokens.h for what a token is.
#pragma once

#include "base/span.h"
#include "segment/document.h"

namespace onrecord {

// Appends the tokens of `block`, bytes of doc.text, to doc.tokens, and its quotation marks to doc.marks. Linear.
void tokenize(Span block, Document& doc);

}  // namespace onrecord
