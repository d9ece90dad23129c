// Dates with a precision: 2014-10-28, 2014-W43, 2014-10, 2014.
//
//   std::optional<IsoDate> said = parse_iso_date("2014-10");
//   said->precision == DatePrecision::Month;
//   DateInterval days = interval_of(*said);        // 2014-10-01 … 2014-10-31
//   format_iso_date(add_days(days.to, 1))          // "2014-11-01"
//
// The proleptic Gregorian calendar, years 1 to 9999. A date with a precision is an interval: a question about a span of
// time finds what overlaps it, and the first of a month is never invented. Pure; any thread may call anything here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

enum class DatePrecision : std::uint8_t { Year, Month, Week, Day };

// `month` and `day` are 0 where the precision leaves them open. For a week, year, month and day are its Monday's (2015-W01
// is 2014-12-29), so that every date but a year's and a month's is a day of the calendar.
struct IsoDate {
  int year = 0;
  int month = 0;
  int day = 0;
  DatePrecision precision = DatePrecision::Day;

  friend bool operator==(const IsoDate&, const IsoDate&) = default;
};

// The days a date stands for, both included; both of day precision.
struct DateInterval {
  IsoDate from;
  IsoDate to;

  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

// Days in a month (1 to 12) of a year.
[[nodiscard]] int days_in_month(int year, int month);

// The day, where there is such a day: nothing for 30 February or month 13.
[[nodiscard]] std::optional<IsoDate> make_day(int year, int month, int day);

// The whole of `text` as one of the four forms; nothing for any other text, a day that no calendar has (2014-02-30),
// week 53 of a year of 52.
[[nodiscard]] std::optional<IsoDate> parse_iso_date(std::string_view text);

// As `parse_iso_date`, and also takes a day followed by a time of day (2014-10-28T09:15:00+08:00), of which the day as it
// is written is kept: no zone is applied.
[[nodiscard]] std::optional<IsoDate> parse_iso_date_time(std::string_view text);

// The form that `parse_iso_date` reads.
[[nodiscard]] std::string format_iso_date(const IsoDate& date);

// Days since 1970-01-01 of a date's first day, and the day of such a number.
[[nodiscard]] std::int64_t day_number(const IsoDate& date);
[[nodiscard]] IsoDate day_of_number(std::int64_t number);

// `date` must be of day precision.
[[nodiscard]] IsoDate add_days(const IsoDate& date, int days);

// 1 is Monday, 7 is Sunday; of the first day where the precision is coarser.
[[nodiscard]] int weekday_of(const IsoDate& date);

// The ISO week that holds the date's first day, of week precision.
[[nodiscard]] IsoDate week_of(const IsoDate& date);

[[nodiscard]] DateInterval interval_of(const IsoDate& date);

// Whether the two have a day in common.
[[nodiscard]] bool overlap(const DateInterval& a, const DateInterval& b);

}  // namespace onrecord
