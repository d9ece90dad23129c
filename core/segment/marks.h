// Pairs quotation marks over the whole article.
//
// An opening mark left alone runs to the paragraph's end when the next paragraph opens again, since
// newspapers reopen a long quotation on each paragraph and close it once; else to its sentence's end.
// Single marks are told from apostrophes: one opens only before a word and only where one that may close it follows in the
// paragraph, or where the next paragraph takes the quotation up. Marks of inches and minutes (after a digit, nothing open) are none.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Fills doc.quotes from doc.marks, by opening mark. One pass, no rescans: linear in the number of marks.
void pair_marks(Document& doc);

}  // namespace onrecord
