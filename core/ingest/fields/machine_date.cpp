#include "ingest/fields/machine_date.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/iso_date.h"
#include "ingest/fields/text_date.h"
#include "text/chars.h"

namespace onrecord {

std::string machine_date(std::string_view text) {
  text = trim(text);
  if (text.size() < 8 || text.size() > 200) return {};
  if (const auto date = parse_iso_date_time(text.substr(0, std::min<std::size_t>(text.size(), 32)))) {
    return date->precision == DatePrecision::Day && is_plausible_year(*date) ? format_iso_date(*date) : std::string();
  }
  // 20191119, 20191119T0830, 20191119083000
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(static_cast<unsigned char>(text[digits]))) ++digits;
  if (digits == 8 || digits == 14 || digits == 12) {
    const auto date =
        make_day(std::atoi(std::string(text.substr(0, 4)).c_str()), std::atoi(std::string(text.substr(4, 2)).c_str()),
                 std::atoi(std::string(text.substr(6, 2)).c_str()));
    if (date && is_plausible_year(*date)) return format_iso_date(*date);
  }
  if (const auto found = find_date(text); found && is_plausible_year(found->date)) return format_iso_date(found->date);
  return {};
}

std::string date_in_address(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view path = address.substr(scheme + 3);
  path = path.substr(0, path.find_first_of("?#"));
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return {};
  path.remove_prefix(slash);
  std::vector<std::string_view> parts;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto number = [](std::string_view part, std::size_t most) -> int {
    if (part.empty() || part.size() > most) return -1;
    int value = 0;
    for (const char c : part) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
    const int year = parts[i].size() == 4 ? number(parts[i], 4) : -1;
    if (year < 1990) continue;
    const int month = number(parts[i + 1], 2) > 0 ? number(parts[i + 1], 2) : month_named(parts[i + 1]);
    const auto date = make_day(year, month, number(parts[i + 2], 2));
    if (date) return format_iso_date(*date);
  }
  for (const std::string_view part : parts) {
    if (const auto date = date_in_file_name(part); date && date->year >= 1990) return format_iso_date(*date);
  }
  return {};
}

}  // namespace onrecord
