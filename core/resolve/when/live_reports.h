// Reports in instalments, each under the time of day at which it was filed: what they tell is of the day of publication.
#pragma once

#include "segment/document.h"

namespace onrecord {

// Whether the article is one: "6:45 p.m." or "9.10am" above two of its paragraphs, alone or before a dash or colon ("9.10am – Reyes says"),
// or bare times ("18:32") where there are three. Looks at the first few tokens of each block.
[[nodiscard]] bool is_live_report(const Document& doc);

}  // namespace onrecord
