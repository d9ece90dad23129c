// What an attribution tells that somebody did: said that something is so, did something by words, thought or wanted it, or would say
// nothing.
#pragma once

#include "extract/rules/grammar.h"
#include "extract/statement.h"
#include "extract/weigh/candidate.h"
#include "segment/document.h"

namespace onrecord {

// "Never said that", "refused to say that", "stopped short of saying that", "left without saying that": whether it was not said.
[[nodiscard]] bool is_negated(const Document& doc, const Candidate& candidate);

// `kind` is the statement's: what stands in marks as a whole was said.
[[nodiscard]] Act act_of(const Document& doc, const Grammar& grammar, const Candidate& candidate, StatementKind kind);

}  // namespace onrecord
