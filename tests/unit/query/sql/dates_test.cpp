#include "query/sql/dates.h"

#include "catch.h"
#include "store/sample.h"

using namespace onrecord;

TEST_CASE("first and last dates keep the precision they have", "[query]") {
  struct Case {
    const char* name;
    std::vector<const char*> said;
    const char* first;
    const char* last;
  };
  static const std::vector<Case> kCases = {
      {"a day", {"2014-10-28"}, "2014-10-28", "2014-10-28"},
      {"a month is no day", {"2014-10"}, "2014-10", "2014-10"},
      {"a year is no day", {"2014"}, "2014", "2014"},
      {"a week", {"2014-W43"}, "2014-W43", "2014-W43"},
      {"February of a leap year", {"2016-02"}, "2016-02", "2016-02"},
      {"before the epoch", {"1949", "1830-05"}, "1830-05", "1949"},
      {"the more precise of two that begin together", {"2014", "2014-01-01"}, "2014-01-01", "2014"},
      {"the more precise of two that end together", {"2014", "2014-12-31"}, "2014", "2014-12-31"},
      {"days and months mixed", {"2014-10", "2014-09-30", "2014-10-02"}, "2014-09-30", "2014-10"},
  };
  for (const Case& c : kCases) {
    INFO(c.name);
    Record record = open_memory();
    Sample sample("Harbour Post", "2026-03-04", "a.txt", "Ana Reyes said one. Ana Reyes said two. Ana Reyes said three.");
    static constexpr const char* kWords[] = {"one", "two", "three"};
    for (std::size_t i = 0; i < c.said.size(); ++i) sample.say(kWords[i], "said", "Ana Reyes").said_on = c.said[i];
    REQUIRE(record.add(sample.in()).ok());
    const auto speakers = record.speakers({});
    REQUIRE(speakers.ok());
    CHECK(speakers->at(0).first_said == c.first);
    CHECK(speakers->at(0).last_said == c.last);
    const auto articles = record.articles({});
    CHECK(articles->at(0).first_said == c.first);
    CHECK(articles->at(0).last_said == c.last);
  }
}
