// Dates as machines write them: in markup, in records, in addresses. The day as written, never moved to another time zone.
//
//   machine_date("2019-11-19T04:31:13+00:00") == "2019-11-19"; date_in_address("https://p.example/2019/nov/19/a") == "2019-11-19"
#pragma once

#include <string>
#include <string_view>

#include "base/iso_date.h"

namespace onrecord {

// ISO with or without a time, 2019/11/19, 20191119, RFC 822, "November 19, 2019"; empty for anything else.
[[nodiscard]] std::string machine_date(std::string_view text);

// The date in an address's path: /2019/11/19/, /2019/nov/19/, /20191119/. Empty where there is none.
[[nodiscard]] std::string date_in_address(std::string_view address);

// Whether news could be of that year: 0001 and 9999 are how programs write "nothing".
[[nodiscard]] inline bool is_plausible_year(const IsoDate& date) { return date.year >= 1700 && date.year <= 2199; }

}  // namespace onrecord
