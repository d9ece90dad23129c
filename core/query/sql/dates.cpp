#include "query/sql/dates.h"

#include <cstdint>

#include "base/iso_date.h"
#include "store/rows/slots.h"

namespace onrecord::query {
namespace {

// A date as a number: the day that it is compared by, then how many days it may mean, at most a year.
constexpr std::int64_t kLengths = 512;

std::string day_sql(std::string_view day) {
  return "(" + std::string(day) + " - " + std::to_string(kFirstDay) + ") * " + std::to_string(kLengths);
}

std::string length_sql(std::string_view from, std::string_view to) {
  return "min(" + std::string(to) + " - " + std::string(from) + ", " + std::to_string(kLengths - 1) + ")";
}

std::string date_of(std::int64_t from, std::int64_t to) {
  IsoDate date = day_of_number(from);
  for (const DatePrecision precision : {DatePrecision::Year, DatePrecision::Month, DatePrecision::Week}) {
    IsoDate coarse = precision == DatePrecision::Week ? week_of(date) : date;
    coarse.precision = precision;
    if (precision != DatePrecision::Week) coarse.day = 0;
    if (precision == DatePrecision::Year) coarse.month = 0;
    const DateInterval days = interval_of(coarse);
    if (day_number(days.from) == from && day_number(days.to) == to) return format_iso_date(coarse);
  }
  return format_iso_date(date);
}

}  // namespace

std::string first_date_sql(std::string_view from, std::string_view to) {
  return "min(" + day_sql(from) + " + " + length_sql(from, to) + ")";
}

std::string last_date_sql(std::string_view from, std::string_view to) {
  return "max(" + day_sql(to) + " + " + std::to_string(kLengths - 1) + " - " + length_sql(from, to) + ")";
}

std::string first_date(const Sql& sql, int column) {
  if (sql.is_null(column)) return {};
  const std::int64_t from = sql.integer(column) / kLengths + kFirstDay;
  return date_of(from, from + sql.integer(column) % kLengths);
}

std::string last_date(const Sql& sql, int column) {
  if (sql.is_null(column)) return {};
  const std::int64_t to = sql.integer(column) / kLengths + kFirstDay;
  return date_of(to - (kLengths - 1 - sql.integer(column) % kLengths), to);
}

std::string month_sql(std::string_view date, std::string_view from) {
  const std::string d(date), f(from);
  return "CASE WHEN " + d + " LIKE '____-W__' THEN strftime('%Y-%m', " + f + " * 86400, 'unixepoch') ELSE substr(" + d + ", 1, 7) END";
}

}  // namespace onrecord::query
