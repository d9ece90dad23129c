// How far a noun phrase goes, to the left for a subject, to the right for a source behind its cue.
#pragma once

#include "extract/chunk/chunks.h"
#include "lexicon/lexicon.h"

namespace onrecord {

// What a chunk's symbol says: a verb with its tense; a noun group, a pronoun or a time.
[[nodiscard]] inline bool finite(char symbol) { return (symbol == 'V') | (symbol == 'U') | (symbol == 'F'); }
[[nodiscard]] inline bool nominal(char symbol) { return (symbol == 'N') | (symbol == 'P') | (symbol == 'T'); }

// Whether a name, or a noun for people or a house of them, heads the noun group: "Reyes", "the mayors", "a union".
[[nodiscard]] bool names_somebody(const Document& doc, const Chunk& group);
// Whether it may say something: somebody, or a document, "a report".
[[nodiscard]] bool may_speak(const Document& doc, const Chunk& group);

// The noun group that ends with chunk `last_chunk` (inclusive) with what belongs to it on its left: "analysts at | the bank",
// "the mayor and | the council". Returns its first chunk.
[[nodiscard]] int noun_phrase_begin(const Chunks& chunks, int last_chunk);

// The end (exclusive) of the noun phrase that begins at `first`, for a source after its cue: prepositional phrases,
// appositions and relative clauses included.
[[nodiscard]] int source_end(const Document& doc, const Chunks& chunks, int first);

// The same for a source before its clause, which begins at `first`: the comma or colon behind which the clause begins,
// "according to the mayor, Ana Reyes, | the bridge is shut", "according to the mayor, | the bridge, a relic, is shut";
// `first` when there is none before chunk `end`.
[[nodiscard]] int account_end(const Chunks& chunks, int first, int end);

// "in a statement", "at a rally", "during the debate": whether chunk `i` is a preposition of place before a noun of one of `kinds`.
[[nodiscard]] bool is_setting(const Document& doc, const Chunks& chunks, int i, word_class::Bits kinds);

}  // namespace onrecord
