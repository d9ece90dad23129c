// When it was said: statements by day, month or year.
#include <algorithm>
#include <optional>
#include <string>

#include "base/iso_date.h"
#include "query/answers/stories.h"
#include "query/sql/compile.h"
#include "query/sql/dates.h"

namespace onrecord::query {
namespace {

// The day's period as a number that counts on by one from period to period.
std::int64_t ordinal(const IsoDate& day, char unit) {
  return unit == 'y' ? day.year : unit == 'm' ? day.year * 12 + day.month : day_number(day);
}

}  // namespace

std::vector<TimelineRow> timeline(Database& db, const TimelineRequest& request) {
  Snapshot moment(db);
  CompileOptions options;
  options.joined = Joined::Articles;
  options.whole = true;
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
  std::optional<std::int64_t> before;  // the last period that those until now may be in: "in 2014" may be any of its months
  while (sql.step()) {
    rows.push_back({sql.text(0), sql.integer(1), sql.integer(2), sql.integer(3), {IdKind::Statement, sql.integer(4)},
                    {IdKind::Statement, sql.integer(5)}, 0});
    const auto stated = parse_iso_date(rows.back().period);
    if (!stated) continue;
    const DateInterval days = interval_of(*stated);
    if (before) rows.back().gap = std::max<std::int64_t>(0, ordinal(days.from, request.unit) - *before - 1);
    before = std::max(ordinal(days.to, request.unit), before.value_or(ordinal(days.to, request.unit)));
  }
  return rows;
}

}  // namespace onrecord::query
