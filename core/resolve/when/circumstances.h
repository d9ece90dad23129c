// Where and in what a statement was made: "in a press briefing", "at a rally in Ohio"; "on Twitter", "in a statement".
//
//   find_circumstances(doc, cascade, statements);   // sets occasion and medium
//
// A prepositional phrase in the cue's sentence, outside what was said, whose noun is an occasion or a medium. Linear.
#pragma once

#include <vector>

#include "extract/extract.h"
#include "extract/statement.h"
#include "segment/document.h"

namespace onrecord {

void find_circumstances(const Document& doc, const Cascade& cascade, std::vector<Statement>& statements);

}  // namespace onrecord
