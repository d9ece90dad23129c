// The dateline that opens a report: "UNITED NATIONS – ", "WASHINGTON (AP) — ", "LONDON, Oct 3 (Reuters) - ".
//
//   auto dateline = find_dateline("WASHINGTON (AP) — The bridge …");
//   slice(text, dateline->words) == "WASHINGTON (AP)"; dateline->agency == "AP"
//
// A place in capitals, with what may follow it (state, date, agency), and a dash or a colon; or a place in small letters,
// or none, where an agency in parentheses follows. "NATO – which has …" in the middle of a text is for the caller to
// leave: a dateline opens the first paragraph.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace onrecord {

struct Dateline {
  Span words;               // place, date and agency, without the dash; bytes in the paragraph
  Span whole;               // with the dash and the spaces after it
  std::string_view agency;  // "AP", "Reuters"; a view into the paragraph; empty when none is named
};

// Looks only at the first hundred bytes or so.
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph);

// Whether the words name a news agency ("AP", "The Associated Press", "Agence France-Presse", "Kyodo").
[[nodiscard]] bool is_agency(std::string_view name);

}  // namespace onrecord
