// How an attribution is written, told from where its parts stand: so that what was marked by hand falls into the same classes as what was
// found, and precision and recall can both be had for each.
#pragma once

#include <string>
#include <string_view>

#include "score/rows.h"

namespace onrecord {

// The parts in the order of the text, the content named by how it opens: "source, cue, that", "quote, cue, source", "words, source, cue",
// "cue, to", "no cue". What stands behind a cue opens with "that", "to", "question" (who, what, whether, if …), "quote", or other
// "words"; "according to" is a class of its own. `row` has spans in `text`.
//   construct_form("Ana Reyes said that it leaks.", row) == "source, cue, that"
[[nodiscard]] std::string construct_form(std::string_view text, const ScoredRow& row);

}  // namespace onrecord
