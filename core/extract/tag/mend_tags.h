// Tags that the tagger's rules, which see a few words to each side, got wrong and the whole sentence gets right: verbs of
// saying and thinking taken for nouns or base forms ("polls there show Reyes is ahead", "sources acknowledge that"),
// "that" which opens a clause taken for a relative pronoun ("told a meeting that the bridge leaks"), names like modals
// ("Will said"), quantities that stand for people ("many say").
#pragma once

#include "segment/document.h"

namespace onrecord {

// Mends doc.tokens.tag, which is filled. Linear. A sentence gets those looks that may find something to do in it; `every_look`: all of
// them, which makes the same tags.
void mend_tags(Document& doc, bool every_look = false);

}  // namespace onrecord
