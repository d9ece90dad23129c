// When it was said: statements by day, month or year.
#include <algorithm>
#include <optional>
#include <string>

#include "base/iso_date.h"
#include "query/compile.h"
#include "query/dates.h"
#include "query/stories.h"

namespace onrecord::query {
namespace {

// A period as a number that counts on by one from period to period; nothing for one that is vaguer than what is asked by.
std::optional<std::int64_t> find_ordinal(std::string_view period, char unit) {
  const auto date = parse_iso_date(period);
  if (!date) return std::nullopt;
  if (unit == 'y') return date->year;
  if (unit == 'm' && date->precision != DatePrecision::Year) return date->year * 12 + date->month;
  if (unit == 'd' && date->precision == DatePrecision::Day) return day_number(*date);
  return std::nullopt;
}

}  // namespace

std::vector<TimelineRow> timeline(Database& db, const TimelineRequest& request) {
  Snapshot moment(db);
  CompileOptions options;
  options.names = false;
  options.versions = request.find.versions;
  const Compiled compiled = compile(db, question_of(request.find), options);
  const std::string date = request.by_publication ? "v.published_on" : "coalesce(s.said_on, v.published_on)";
  const std::string day = request.by_publication ? "v.published_from" : "s.from_day";
  // A date keeps the precision it has: what was said "in 2014" is no month's.
  const std::string month = month_sql(date, day);
  const std::string period = request.unit == 'd' ? date : request.unit == 'y' ? "substr(" + date + ", 1, 4)" : month;
  Sql sql(db, "SELECT period, n, said, published, (SELECT statement_id FROM statements WHERE slot = first), "
              "(SELECT statement_id FROM statements WHERE slot = last) FROM (SELECT " + period + " AS period, count(*) AS n, "
              "sum(s.said_on IS NOT NULL) AS said, sum(s.said_on IS NULL AND v.published_on IS NOT NULL) AS published, "
              "min(s.slot) AS first, max(s.slot) AS last, min(" + day + ") AS start" + compiled.from + compiled.where +
              " GROUP BY 1) ORDER BY start IS NULL, start, length(period), period");
  compiled.bind(sql);
  std::vector<TimelineRow> rows;
  std::optional<std::int64_t> before;
  while (sql.step()) {
    rows.push_back({sql.text(0), sql.integer(1), sql.integer(2), sql.integer(3), {IdKind::Statement, sql.integer(4)},
                    {IdKind::Statement, sql.integer(5)}, 0});
    const auto at = find_ordinal(rows.back().period, request.unit);
    if (at && before) rows.back().gap = std::max<std::int64_t>(0, *at - *before - 1);
    if (at) before = at;
  }
  return rows;
}

}  // namespace onrecord::query
