#include "base/iso_date.h"

#include "catch.h"

using namespace onrecord;

namespace {

std::string days(std::string_view text) {
  const auto date = parse_iso_date(text);
  if (!date) return "none";
  const DateInterval i = interval_of(*date);
  return format_iso_date(i.from) + ".." + format_iso_date(i.to);
}

}  // namespace

TEST_CASE("a date stands for the days of its precision", "[base]") {
  struct Row { const char* text; const char* want; };
  static constexpr Row kRows[] = {
    {"2014-10-28", "2014-10-28..2014-10-28"},
    {"2014-10", "2014-10-01..2014-10-31"},
    {"2016-02", "2016-02-01..2016-02-29"},
    {"1900-02", "1900-02-01..1900-02-28"},
    {"2014", "2014-01-01..2014-12-31"},
    {"2014-W43", "2014-10-20..2014-10-26"},
    {"2015-W01", "2014-12-29..2015-01-04"},
    {"2020-W53", "2020-12-28..2021-01-03"},
    {"2000-02-29", "2000-02-29..2000-02-29"},
    // Near misses: no such day, or another form.
    {"2014-02-29", "none"},
    {"1900-02-29", "none"},
    {"2014-04-31", "none"},
    {"2014-13", "none"},
    {"2014-00", "none"},
    {"2014-10-00", "none"},
    {"2014-W53", "none"},
    {"2014-W00", "none"},
    {"0000", "none"},
    {"2014-", "none"},
    {"2014-1", "none"},
    {"2014-1-2", "none"},
    {"14-10-28", "none"},
    {"2014/10/28", "none"},
    {"2014-10-28T09:00", "none"},
    {" 2014-10-28", "none"},
    {"201４", "none"},
    {"", "none"},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.text) { CHECK(days(row.text) == row.want); }
}

TEST_CASE("a day with a time keeps the day as written", "[base]") {
  CHECK(format_iso_date(*parse_iso_date_time("2014-10-28T23:59:00-05:00")) == "2014-10-28");
  CHECK(format_iso_date(*parse_iso_date_time("2014-10-28 07:00")) == "2014-10-28");
  CHECK(format_iso_date(*parse_iso_date_time("2014-10")) == "2014-10");
  CHECK_FALSE(parse_iso_date_time("2014-10-28 or so"));
  CHECK_FALSE(parse_iso_date_time("2014-10-32T10:00:00Z"));
  CHECK_FALSE(parse_iso_date_time("2014-10-28T"));
}

TEST_CASE("every day of four centuries goes there and back", "[base]") {
  std::int64_t number = day_number({1800, 1, 1, DatePrecision::Day});
  int weekday = weekday_of({1800, 1, 1, DatePrecision::Day});
  CHECK(weekday == 3);
  bool right = true;
  for (int year = 1800; year < 2200; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++number, weekday = weekday % 7 + 1) {
        const IsoDate date{year, month, day, DatePrecision::Day};
        right = right && day_number(date) == number && day_of_number(number) == date && weekday_of(date) == weekday &&
                parse_iso_date(format_iso_date(date)) == date &&
                parse_iso_date(format_iso_date(week_of(date))) == week_of(date);
      }
    }
  }
  CHECK(right);
}

TEST_CASE("days are added across months and years", "[base]") {
  CHECK(format_iso_date(add_days(*parse_iso_date("2014-12-31"), 1)) == "2015-01-01");
  CHECK(format_iso_date(add_days(*parse_iso_date("2016-03-01"), -1)) == "2016-02-29");
  CHECK(day_number({1970, 1, 1, DatePrecision::Day}) == 0);
}

TEST_CASE("intervals overlap when they share a day", "[base]") {
  const auto days_of = [](const char* text) { return interval_of(*parse_iso_date(text)); };
  CHECK(overlap(days_of("2014-10"), days_of("2014-10-31")));
  CHECK(overlap(days_of("2014"), days_of("2015-W01")));
  CHECK_FALSE(overlap(days_of("2014-10"), days_of("2014-11")));
}
