// What the cascade's symbols and the names of its evidence mean, in words that need no knowledge of it.
#pragma once

#include <string>
#include <string_view>

#include "extract/clause/clauses.h"

namespace onrecord {

// Of a chunk's symbol (chunks.h): "noun group", "passive verb"; "something else" for one that is not known.
[[nodiscard]] std::string_view words_for_symbol(char symbol);

// How a verb came by its subject: "beside it", "carried over from the verb before".
[[nodiscard]] std::string_view words_for_form(SubjectForm form);

// A feature's name (evidence.h): "c.l|that-clause|say" is "that-clause with the cue “say”". Names of a kind that is not known here come
// out as they are.
[[nodiscard]] std::string words_for_feature(std::string_view name);

}  // namespace onrecord
