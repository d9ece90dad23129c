// Where a statement stands in time, as one number: `slot`, the key of the statements table.
//
//   const auto day = sort_day("2014-10", published);     // what it is sorted by
//   first_slot(day) <= slot && slot <= last_slot(day)
//
// The day stands in the upper bits, the place within the day in the lower 24. Statements without any date stand below all days.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace onrecord {

inline constexpr int kSlotBits = 24;
inline constexpr std::int64_t kFirstDay = -719162;  // 0001-01-01

// Days since 1970-01-01, both included.
struct DayRange {
  std::int64_t from = 0;
  std::int64_t to = 0;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

// The days that an ISO 8601 date of any precision may mean; nothing for an empty or other text.
[[nodiscard]] std::optional<DayRange> find_days(std::string_view iso_date);

// The effective interval of a statement: said, else published.
[[nodiscard]] std::optional<DayRange> effective_days(std::string_view said_on, std::string_view published_on);

// The day a statement is sorted by: its only day; of a longer interval the last, or the day of publication where that falls in it.
[[nodiscard]] std::optional<std::int64_t> sort_day(std::string_view said_on, std::string_view published_on);

// The range of slots of a day; of no day.
[[nodiscard]] constexpr std::int64_t first_slot(std::optional<std::int64_t> day) {
  return day ? ((*day - kFirstDay + 1) << kSlotBits) + 1 : 1;
}
[[nodiscard]] constexpr std::int64_t last_slot(std::optional<std::int64_t> day) {
  return first_slot(day) - 2 + (std::int64_t{1} << kSlotBits);
}

// "2014-10-28" of a day's number.
[[nodiscard]] std::string_view day_text(std::int64_t day, char (&buffer)[16]);

}  // namespace onrecord
