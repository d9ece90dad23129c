// Text all in capitals, as old wires and captions have it: "THE MAYOR, ANA REYES, SAID THE BRIDGE WOULD STAY OPEN."
//
// There a capital tells nothing about a word; so its tokens get the shapes that they would have in ordinary letters, as far as the word
// lists and the neighbours tell which of them are names.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Sets Tokens::shape in the blocks of `doc` that are all in capitals. Linear; looks at a few words of every other
// block. Sentences must have been split.
void read_capitals(Document& doc);

}  // namespace onrecord
