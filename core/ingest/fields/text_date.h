// Dates written out in prose, and dates in file names.
//
//   auto date = find_date("Published 9:20 PM, October 28, 2014", 0);
//   format_iso_date(date->date) == "2014-10-28"; slice(line, date->span) == "October 28, 2014"
//
// Read: 29 October 2014, 29th Oct. 2014, October 29, 2014, Oct 29th 2014, 2014-10-29, 2014/10/29, 29.10.2014 and
// 29/10/2014 where the day is beyond 12. Left: 04/10/2016, which is October in one country and April in another, dates
// without a year, days that no calendar has.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/iso_date.h"
#include "base/span.h"

namespace onrecord {

struct FoundDate {
  IsoDate date;
  Span span;  // bytes in the text searched
};

// The first date of day precision at or after byte `from`. Linear in the text's length.
[[nodiscard]] std::optional<FoundDate> find_date(std::string_view text, std::size_t from = 0);

// Month by its English name or abbreviation, any case, with or without its stop; 0 for none. ("Sept." is 9.)
[[nodiscard]] int month_named(std::string_view word);

// What is left of a line of date, weekday and time once these are taken out tells whether it is only that: true for
// "Oct. 4, 2016 | 10:02 am", "Wednesday, 29 October 2014 09:15 GMT", false for "It opened on 29 October 2014".
[[nodiscard]] bool is_date_line(std::string_view line);

// What kind of date line it is, by the words before the date.
enum class DateLabel { None, Published, Updated };
[[nodiscard]] DateLabel date_label(std::string_view words_before);

// The date in the last part of a path or an address: 2019-11-13_…, house_2016-10-04_…, 20161004, 2016_10_04. Years 1500
// to 2199, so that other numbers of eight digits are seldom taken.
[[nodiscard]] std::optional<IsoDate> date_in_file_name(std::string_view path);

}  // namespace onrecord
