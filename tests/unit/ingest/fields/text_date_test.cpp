#include "ingest/fields/text_date.h"

#include <string>

#include "catch.h"

using namespace onrecord;

namespace {

std::string first_date(std::string_view text) {
  const auto found = find_date(text);
  return found ? format_iso_date(found->date) + " <" + std::string(slice(text, found->span)) + ">" : "none";
}

}  // namespace

TEST_CASE("dates in prose", "[ingest]") {
  struct Row { const char* text; const char* want; };
  static constexpr Row kRows[] = {
    {"Published on 29 October 2014", "2014-10-29 <29 October 2014>"},
    {"PUBLISHED 9:20 PM, October 28, 2014", "2014-10-28 <October 28, 2014>"},
    {"Oct. 4, 2016 | 10:02 am", "2016-10-04 <Oct. 4, 2016>"},
    {"Wednesday, 29th Oct 2014", "2014-10-29 <29th Oct 2014>"},
    {"the 2nd of May, 2015, in", "2015-05-02 <2nd of May, 2015>"},
    {"SEPT. 9TH 2011", "2011-09-09 <SEPT. 9TH 2011>"},
    {"sept 9, 2011", "2011-09-09 <sept 9, 2011>"},
    {"at 2014-10-29T08:00:00Z", "2014-10-29 <2014-10-29>"},
    {"2014/10/29", "2014-10-29 <2014/10/29>"},
    {"29.10.2014", "2014-10-29 <29.10.2014>"},
    {"4.10.2014", "2014-10-04 <4.10.2014>"},
    {"29/10/2014", "2014-10-29 <29/10/2014>"},
    {"10/29/2014", "2014-10-29 <10/29/2014>"},
    {"10/10/2014", "2014-10-10 <10/10/2014>"},
    {"29-Oct-2014", "2014-10-29 <29-Oct-2014>"},
    {"May 4,2016", "2016-05-04 <May 4,2016>"},
    {"25. September 2018", "2018-09-25 <25. September 2018>"},
    {"22 de outubro de 2010", "2010-10-22 <22 de outubro de 2010>"},
    {"3. März 2019", "2019-03-03 <3. März 2019>"},
    {"le 9 août 2018", "2018-08-09 <9 août 2018>"},
    // Near misses.
    {"3 de Marzipan 2014", "none"},
    {"5 Octavia 2014", "none"},
    {"04/10/2014", "none"},
    {"31 February 2014", "none"},
    {"October 2014", "none"},
    {"October 28", "none"},
    {"on October 28, the 2014 vote", "none"},
    {"28 Octopus 2014", "none"},
    {"room 1429 October 2014", "none"},
    {"version 2.14.2014.1", "none"},
    {"2014-13-01", "none"},
    {"Oct 28, 20145", "none"},
    {"Marching 3, 2014", "none"},
    {"", "none"},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.text) { CHECK(first_date(row.text) == row.want); }
}

TEST_CASE("lines that hold nothing but a date", "[ingest]") {
  for (const char* line : {"Oct. 4, 2016 | 10:02 am", "Wednesday, 29 October 2014 09:15 GMT", "Published on 29 October 2014",
                           "Updated 10:02 p.m. ET, Oct 4, 2016", "2014-10-29", "Posted: 29 October 2014 – Last updated: 30 October 2014"}) {
    DYNAMIC_SECTION(line) { CHECK(is_date_line(line)); }
  }
  for (const char* line : {"It opened on 29 October 2014", "The vote of October 4, 2016", "October", "10:02 am", "Reyes, 4 October 2016",
                           "4 October 2016: a bad day"}) {
    DYNAMIC_SECTION(line) { CHECK_FALSE(is_date_line(line)); }
  }
}

TEST_CASE("a label says which date it is", "[ingest]") {
  CHECK(date_label("Published on ") == DateLabel::Published);
  CHECK(date_label("POSTED: ") == DateLabel::Published);
  CHECK(date_label("Last updated ") == DateLabel::Updated);
  CHECK(date_label("Update date: ") == DateLabel::Updated);
  CHECK(date_label("Published at noon, updated ") == DateLabel::Updated);
  CHECK(date_label("Wednesday, ") == DateLabel::None);
}

TEST_CASE("dates in file names", "[ingest]") {
  struct Row { const char* path; const char* want; };
  static constexpr Row kRows[] = {
    {"2019-11-13_retire-early.txt", "2019-11-13"},
    {"news/harbour_2016-10-04_bridge.txt", "2016-10-04"},
    {"post20161004.txt", "2016-10-04"},
    {"20161004103000-bridge.html", "2016-10-04"},
    {"post_2016_10_04.txt", "2016-10-04"},
    {"bridge.2016.10.04.txt", "2016-10-04"},
    // Near misses.
    {"2016-10-04/bridge.txt", "none"},
    {"bridge-20169904.txt", "none"},
    {"id-120161004.txt", "none"},
    {"2016-1-4.txt", "none"},
    {"2016-10.txt", "none"},
    {"99991231.txt", "none"},
    {"2016-10_04.txt", "none"},
    {"-", "none"},
    {"", "none"},
  };
  for (const Row& row : kRows) {
    const auto date = date_in_file_name(row.path);
    DYNAMIC_SECTION(row.path) { CHECK((date ? format_iso_date(*date) : "none") == row.want); }
  }
}
