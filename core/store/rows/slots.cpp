#include "store/rows/slots.h"

#include <algorithm>
#include <string>

#include "base/iso_date.h"

namespace onrecord {

std::optional<DayRange> find_days(std::string_view iso_date) {
  const auto date = parse_iso_date(iso_date);
  if (!date) return std::nullopt;
  const DateInterval days = interval_of(*date);
  return DayRange{day_number(days.from), day_number(days.to)};
}

std::optional<DayRange> effective_days(std::string_view said_on, std::string_view published_on) {
  if (auto said = find_days(said_on)) return said;
  return find_days(published_on);
}

std::optional<std::int64_t> sort_day(std::string_view said_on, std::string_view published_on) {
  const auto days = effective_days(said_on, published_on);
  if (!days) return std::nullopt;
  if (days->from == days->to) return days->to;
  const auto published = find_days(published_on);
  if (published && published->from >= days->from && published->from <= days->to) return published->from;
  return days->to;
}

std::string_view day_text(std::int64_t day, char (&buffer)[16]) {
  const std::string text = format_iso_date(day_of_number(day));
  const std::size_t size = std::min(text.size(), sizeof(buffer));
  std::copy_n(text.data(), size, buffer);
  return {buffer, size};
}

}  // namespace onrecord
