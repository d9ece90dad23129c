// The turns of a talk that is printed as one: an interview, a transcript, a podcast.
//
//   Tribune: How long will it take?        Q. How long will it take?      [00:14:05] Tom Kern: How long will it take?
//   Reyes: I cannot say.                   A. I cannot say.               [00:14:09] Ana Reyes: I cannot say.
//
// Such a text is told by its labels, which come again and again, and at least two of them by turns. A single label ("Reyes: …") or a list
// ("Date: …", "Place: …") is none.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Sets TokenBlock::label of the paragraphs that begin a turn, and of the others TokenBlock::turn_goes_on where they go on with one. Looks
// at the first dozen tokens of each block.
void find_turns(Document& doc);

}  // namespace onrecord
