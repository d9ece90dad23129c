// Words and chunks of a document as parts of features' names, for every model that counts evidence.
#pragma once

#include "extract/clause/clauses.h"
#include "extract/rules/feature_part.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

// A word of the lexicon.
[[nodiscard]] inline FeaturePart word_part(std::uint32_t id) { return {id, spelling_hash(id)}; }

// The base form of a token's word. A name says that it is one, never which: evidence about one person would be none about the next.
[[nodiscard]] FeaturePart lemma_part(const Document& doc, std::uint32_t token);

// What stands at chunk `i` of a sentence: its symbol, for prepositions, conjunctions and pronouns the word; "." beyond its edges.
[[nodiscard]] FeaturePart chunk_part(const Document& doc, const Chunks& chunks, int i);

// A chunk's symbol by itself; "." for none.
[[nodiscard]] const FeaturePart& symbol_part(char symbol);

// How a verb came by its subject.
[[nodiscard]] const FeaturePart& form_part(SubjectForm form);

// What WordNet and the lists say of a cue word: a letter for each class it has.
[[nodiscard]] const FeaturePart& group_part(const Word& word);

// The words that are used alike as verbs ('v'), or as nouns and adjectives ('n'): "v12".
[[nodiscard]] const FeaturePart& cluster_part(char kind, Clusters clusters);

}  // namespace onrecord
