// Days that go by a name: "Christmas Day", "Good Friday".
#pragma once

#include <optional>
#include <string_view>

#include "base/iso_date.h"

namespace onrecord {

// The latest day of that name which is not after `published`, a day; nothing for other words. `name` in small letters, its apostrophe
// straight. Easter and the days that hang on it are those of the western churches.
[[nodiscard]] std::optional<IsoDate> latest_holiday(std::string_view name, const IsoDate& published);

// Whether such a name may begin with the word (shared_words.h). Letter case counts.
[[nodiscard]] bool may_open_holiday(std::string_view word);

// "Black Friday", "Super Tuesday": a weekday that is meant by name. Letter case counts.
[[nodiscard]] bool names_weekday(std::string_view before);

}  // namespace onrecord
