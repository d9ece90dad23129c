// Time expressions and the dates they stand for, seen from the day of publication.
//
//   std::vector<TimeExpression> found;
//   find_times(doc, places, *parse_iso_date("2014-10-29"), found);   // "on Tuesday" is 2014-10-28, "last month" 2014-09
//
// Read: weekdays, months with or without day and year, years after a preposition or article, yesterday, today, last night,
// last/this week, month and year, some days, weeks, months or years ago. Left: what is to come, what began then ("since 2011",
// "until Friday", "from Monday"), what is set for a day,
// seasons, and every date after the day of publication. A weekday or a day without a year that is just ahead is found, but unknown.
#pragma once

#include <cstdint>
#include <vector>

#include "base/iso_date.h"
#include "extract/clause/parsed.h"
#include "resolve/names/places.h"
#include "segment/document.h"

namespace onrecord {

struct TimeExpression {
  TokenRange tokens;   // without the preposition: "Tuesday", "last week", "Oct. 28"
  IsoDate date;
  bool quoted = false; // inside a quotation
  bool today = false;  // "today", "now": of the writer's day, often no more than a manner of speaking
  bool unknown = false;    // which day that is the text does not tell: "Thursday" on a Wednesday
  bool scheduled = false;  // of something planned or regular: "debuts on Friday", "will meet on Monday"
  bool occasion = false;   // of an occasion or document: "a March 2016 meeting", "at Monday's debate"
  bool after = false;  // "after Monday's debate": on that day or soon after
};

// Those of the whole document, in order; `out` is cleared and reused. `published` must be of day precision. Linear in `doc`'s places.
void find_times(const Document& doc, const Places& places, const IsoDate& published, std::vector<TimeExpression>& out);

}  // namespace onrecord
