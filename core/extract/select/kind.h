// Whether a content is a quotation, holds one, or holds none.
//
//   kind_of(doc, candidate, content)   // Direct: all in marks; Mixed: partly; Indirect: none
//
// Marks do not always quote somebody: terms (extract/propose/terms.h) and one word held up with tongs are none of the speaker's words.
#pragma once

#include "extract/statement.h"
#include "extract/weigh/candidate.h"
#include "segment/document.h"

namespace onrecord {

// `content` is the candidate's, with the marks that stand around its words or without. Linear in its length. Needs tags.
[[nodiscard]] StatementKind kind_of(const Document& doc, const Candidate& candidate, const Pieces& content);

}  // namespace onrecord
