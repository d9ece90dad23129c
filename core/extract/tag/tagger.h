// Gives every token of a document its part of speech: the extractor's level 0 reads these tags.
//
//   segment(article, doc);
//   tag_tokens(doc);               // fills doc.tokens.tag, see lexicon/tags.h
//
// A word first gets the tag it bears most often (with a capital inside a sentence mostly a name's; at a sentence's start
// the article itself tells whether the capital means anything), an unknown word one by its shape and ending, a mark its
// own. Then the rules of extract/tag/rules.txt choose by the neighbours: see extract/tag/tag_rules.h.
#pragma once

#include "segment/document.h"

namespace onrecord {

class TagRules;

// Fills doc.tokens.tag. Never fails; linear; any thread may call it.
void tag_tokens(Document& doc);

// The two halves of it, for the learner: what tokens are by themselves, and what rules make of that.
void tag_without_context(Document& doc);
void apply_tag_rules(const TagRules& rules, Document& doc);

}  // namespace onrecord
