// Cuts blocks into sentences, quotations kept whole.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Fills doc.sentences and doc.inner, sets the sentence ranges of doc.blocks, Shape::kFirst, and ends
// a quote that nobody closes at its sentence's end. Linear in the number of tokens.
void split_sentences(Document& doc);

}  // namespace onrecord
