// The values that a field takes, as they are written in a query.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/language/fields.h"

namespace onrecord::query {

// A span of days; what is open is unset. `unknown`: no date at all.
struct Days {
  std::optional<std::int64_t> from, to;
  bool unknown = false;
};

// "2014-10..2014-11", "2014", "..2014", "2014..", "unknown".
[[nodiscard]] std::optional<Days> find_span(std::string_view value);

// ">0.8", ">=0.8", "<0.5", "0.6..0.8", "0.9" as the least and the most, both included or not.
struct Range {
  double least = 0, most = 1;
  bool above = false, below = false;  // the bound itself left out
};
[[nodiscard]] std::optional<Range> find_range(std::string_view value);

// Whether it is a value of this field, and what would be one, for hints.
[[nodiscard]] bool takes(const Field& field, std::string_view value);
[[nodiscard]] std::string would_do(const Field& field);

}  // namespace onrecord::query
