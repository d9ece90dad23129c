// Marks that quote nobody: the title of a work or a programme (on "The Long Bridge"), a name (a show called "Tides"), a term (the so-called
// "tidal gap").
#pragma once

#include "segment/document.h"

namespace onrecord {

// Whether what stands in `quote` is a name, a title or a term rather than words somebody said. Linear in the quotation's length, which
// is looked at for at most a dozen words.
[[nodiscard]] bool is_term(const Document& doc, const Quote& quote);

}  // namespace onrecord
