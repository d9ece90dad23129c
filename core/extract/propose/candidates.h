// Levels 2 and 3 of the cascade: what might be an attribution, by every construct that matches.
//
// Rules propose here; extract/weigh/evidence.h weighs, extract/select/select.h keeps.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/rules/grammar.h"
#include "extract/weigh/candidate.h"
#include "segment/document.h"

namespace onrecord {

struct Weighing;  // extract/weigh/weighing.h

// Every candidate in sentences[begin, end), which are those of one block, or of the inside of one quotation, in order.
// Appends to `out`, scores set; candidates that cannot reach `weighing.least`, whatever the end of their content, may be
// left out. Sentences behind `end` are looked at only for quotations that go on into them.
void find_candidates(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, std::size_t begin, std::size_t end,
                     bool title, Weighing& weighing, std::vector<Candidate>& out);

}  // namespace onrecord
