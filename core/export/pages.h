// What `onrecord show` prints: everything about one id, as a page to read.
//
// A statement stands highlighted in its paragraph: in colour, or where there is none between [[ and ]].
#pragma once

#include <string>

#include "export/buffer.h"
#include "export/rows.h"
#include "onrecord/asking.h"

namespace onrecord {

// How much of it.
struct PageOptions {
  TableStyle style;
  bool whole_text = false;  // of an article
};

// What an event changed, on one line: "speaker: Ana Reyes → Tom Adeyemi", "Ana Reyes → p76", "check this"; empty for one that only names
// its target.
[[nodiscard]] std::string change_of(const EventRow& event);

void put_page(const Shown& shown, const PageOptions& options, Buffer& out);
}  // namespace onrecord
