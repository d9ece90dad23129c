// "ANA REYES:", "Q:": the label of a transcript or an interview, by its letters alone.
#pragma once

#include <cstdint>

#include "segment/document.h"

namespace onrecord {

// The colon of a label in capitals ("ANA REYES:") or of an interview ("Q:", "A:") that begins at token `t` and ends before `last`, inside
// an opening mark or not; 0 when there is none. Constant time.
[[nodiscard]] std::uint32_t label_colon(const Document& doc, std::uint32_t t, std::uint32_t last);

// Whether the tokens [first, last), all in capitals, name somebody: "REYES", "MAYOR REYES", "AUDIENCE MEMBER". Near misses, headings of
// what can be read elsewhere: "A SIMPLE GUIDE", "HOPE AND LOSS", "VIDEO".
[[nodiscard]] bool labels_somebody(const Document& doc, std::uint32_t first, std::uint32_t last);

}  // namespace onrecord
