#include "base/iso_date.h"

#include <array>
#include <cassert>

namespace onrecord {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// The number that exactly `digits` digits at `at` make; -1 where they are not all digits.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

// Monday of ISO week 1, the week that holds 4 January.
std::int64_t first_monday(int year) {
  const std::int64_t fourth = day_number({year, 1, 4, DatePrecision::Day});
  return fourth - (weekday_of({year, 1, 4, DatePrecision::Day}) - 1);
}

}  // namespace

int days_in_month(int year, int month) {
  assert(month >= 1 && month <= 12);
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<IsoDate> make_day(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return {};
  return IsoDate{year, month, day, DatePrecision::Day};
}

std::optional<IsoDate> parse_iso_date(std::string_view text) {
  const int year = number_at(text, 0, 4);
  if (year < 1) return {};
  if (text.size() == 4) return IsoDate{year, 0, 0, DatePrecision::Year};
  if (text[4] != '-') return {};
  if (text.size() == 8 && text[5] == 'W') {
    const int week = number_at(text, 6, 2);
    if (week < 1) return {};
    const std::int64_t monday = first_monday(year) + 7 * (week - 1);
    if (week > 52 && monday >= first_monday(year + 1)) return {};
    IsoDate date = day_of_number(monday);
    date.precision = DatePrecision::Week;
    return date;
  }
  const int month = number_at(text, 5, 2);
  if (month < 1 || month > 12) return {};
  if (text.size() == 7) return IsoDate{year, month, 0, DatePrecision::Month};
  if (text.size() != 10 || text[7] != '-') return {};
  return make_day(year, month, number_at(text, 8, 2));
}

std::optional<IsoDate> parse_iso_date_time(std::string_view text) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ') && number_at(text, 11, 2) >= 0 &&
      number_at(text, 11, 2) < 25 && text.substr(13, 1) == ":") {
    return parse_iso_date(text.substr(0, 10));
  }
  return parse_iso_date(text);
}

std::string format_iso_date(const IsoDate& date) {
  std::string out;
  const auto put_pair = [&out](int number) {
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
  };
  const auto put_year = [&put_pair](int year) {
    put_pair(year / 100);
    put_pair(year % 100);
  };
  if (date.precision == DatePrecision::Week) {
    // A week belongs to the year that holds its Thursday.
    const std::int64_t monday = day_number(date);
    const int year = day_of_number(monday + 3).year;
    put_year(year);
    out += "-W";
    put_pair(static_cast<int>((monday - first_monday(year)) / 7) + 1);
    return out;
  }
  put_year(date.year);
  if (date.precision == DatePrecision::Year) return out;
  out += '-';
  put_pair(date.month);
  if (date.precision == DatePrecision::Month) return out;
  out += '-';
  put_pair(date.day);
  return out;
}

// Counts from 1 March, so that the leap day is a year's last; 400 years have 146097 days.
std::int64_t day_number(const IsoDate& date) {
  const int month = date.month == 0 ? 1 : date.month;
  const int day = date.day == 0 ? 1 : date.day;
  const std::int64_t year = month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

IsoDate day_of_number(std::int64_t number) {
  number += 719468;
  const std::int64_t era = (number >= 0 ? number : number - 146096) / 146097;
  const std::int64_t day_of_era = number - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const int year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  return {year, month, day, DatePrecision::Day};
}

IsoDate add_days(const IsoDate& date, int days) {
  assert(date.precision == DatePrecision::Day);
  return day_of_number(day_number(date) + days);
}

int weekday_of(const IsoDate& date) {
  // 1970-01-01 was a Thursday.
  const std::int64_t number = day_number(date) + 3;
  return static_cast<int>(((number % 7) + 7) % 7) + 1;
}

IsoDate week_of(const IsoDate& date) {
  IsoDate monday = day_of_number(day_number(date) - (weekday_of(date) - 1));
  monday.precision = DatePrecision::Week;
  return monday;
}

DateInterval interval_of(const IsoDate& date) {
  const IsoDate first = day_of_number(day_number(date));
  switch (date.precision) {
    case DatePrecision::Year: return {first, {date.year, 12, 31, DatePrecision::Day}};
    case DatePrecision::Month:
      return {first, {date.year, date.month, days_in_month(date.year, date.month), DatePrecision::Day}};
    case DatePrecision::Week: return {first, add_days(first, 6)};
    case DatePrecision::Day: break;
  }
  return {first, first};
}

bool overlap(const DateInterval& a, const DateInterval& b) {
  return day_number(a.from) <= day_number(b.to) && day_number(b.from) <= day_number(a.to);
}

}  // namespace onrecord
