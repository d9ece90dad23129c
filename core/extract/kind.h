// Whether a content is a quotation, holds one, or holds none.
//
//   kind_of(doc, candidate)   // Direct: all in marks; Mixed: partly; Indirect: none
//
// Marks do not always quote somebody. The title of a work or a programme (on "The Long Bridge"), a name (a show called "Tides"), a
// term (the so-called "tidal gap") and one word held up with tongs are none of the speaker's words.
#pragma once

#include "extract/candidates.h"
#include "extract/statement.h"
#include "segment/document.h"

namespace onrecord {

// Whether what stands in `quote` is a name, a title or a term rather than words somebody said. Linear in the quotation's length, which
// is looked at for at most a dozen words.
[[nodiscard]] bool is_term(const Document& doc, const Quote& quote);

// Linear in the content's length. Needs tags.
[[nodiscard]] StatementKind kind_of(const Document& doc, const Candidate& candidate);

}  // namespace onrecord
