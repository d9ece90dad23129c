// Names as keys: who is the same across articles, and who might be.
//
//   name_key("Ana María REYES")       // "ana maria reyes": the same full name is the same speaker
//   names_identity(speaker)           // false for "Reyes", "officials", "he": these stay with their article
//   name_fingerprint("Reyes, Ana M.") // "ana reyes": candidates to merge, for a person to decide
//
// Pure: the answers depend on the name alone, so that identity does not depend on the order in which articles come in.
#pragma once

#include <string>
#include <string_view>

#include "extract/statement.h"

namespace onrecord {

// The name folded (case, accents, marks and apostrophes left aside); what may contradict it stays: a middle name, Jr.
[[nodiscard]] std::string name_key(std::string_view name);

// Whether this name stands for one speaker wherever it is printed: for a person (or an unknown kind) two words or
// more that are no initials; for an organisation, a document or a group any name that is not a description.
[[nodiscard]] bool names_identity(std::string_view name, SpeakerKind kind, bool unnamed);

// Whether `name` is the better form of the same name to show. A total order, so that the best of a set is the same
// in whatever order it is met: not all capitals, then more accents, then the first by bytes.
[[nodiscard]] bool better_name(std::string_view name, std::string_view shown);

// The words of the name without initials and without Jr., Sr. and the like, sorted.
[[nodiscard]] std::string name_fingerprint(std::string_view name);

// How the last word of the name sounds, roughly, in English; empty for a name of no letters.
[[nodiscard]] std::string name_sound(std::string_view name);

// Dice's coefficient of the letter pairs of the two folded names, 0 to 1.
[[nodiscard]] double name_likeness(std::string_view a, std::string_view b);

}  // namespace onrecord
