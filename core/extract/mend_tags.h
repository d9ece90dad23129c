// Verbs of saying and thinking that the tagger took for nouns: "the executive says", "polls there show Reyes is ahead".
//
// The tagger's rules see a few words to each side. These look at the whole sentence up to its first finite verb: where a noun that
// could be such a verb agrees with the subject before it, and what stands behind it is the subject of that verb or the rest of a sentence
// without one, it is the verb.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Mends doc.tokens.tag, which is filled. Linear.
void mend_tags(Document& doc);

}  // namespace onrecord
