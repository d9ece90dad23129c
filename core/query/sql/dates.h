// The first and the last date of several, each at the precision it has, out of one aggregate.
//
//   Sql sql(db, "SELECT " + first_date_sql("s.from_day", "s.to_day") + " FROM statements s");
//   std::string first = first_date(sql, 0);        // "2014-10", never "2014-10-01" for it; empty where there is none
//
// Dates are compared by their first day (for the last date by their last), the more precise of two that agree in it being taken.
#pragma once

#include <string>
#include <string_view>

#include "store/database/database.h"

namespace onrecord::query {

[[nodiscard]] std::string first_date_sql(std::string_view from, std::string_view to);
[[nodiscard]] std::string last_date_sql(std::string_view from, std::string_view to);
[[nodiscard]] std::string first_date(const Sql& sql, int column);
[[nodiscard]] std::string last_date(const Sql& sql, int column);

// The month of a date ("2014-10"; of a week that of its first day), or its year where no month is known.
[[nodiscard]] std::string month_sql(std::string_view date, std::string_view from);

}  // namespace onrecord::query
