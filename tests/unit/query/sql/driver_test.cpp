// Whatever a question walks first, it finds the same.
#include "catch.h"
#include "query/record_of_four.h"

using namespace onrecord;

TEST_CASE("a year and a month are found by any of their days", "[query]") {
  Record record = open_memory();
  Sample a("Harbour Post", "2026-03-04", "vague.txt", "Ana Reyes said it leaks. She said it was old.");
  a.say("it leaks", "said", "Ana Reyes").said_on = "2025";
  a.say("it was old", "said", "Ana Reyes").said_on = "2024-02";
  REQUIRE(record.add(a.in()).ok());
  const auto found = [&](const std::string& query) {
    std::string out;
    for (const Row& row : rows_of(record, query)) out += row.words + " ";
    return out;
  };
  for (const std::string with : {"", "it ", "speaker:reyes "}) {
    CHECK(found(with + "since:2025-12-31") == "it leaks ");
    CHECK(found(with + "until:2025-01-01 since:2025") == "it leaks ");
    CHECK(found(with + "until:2024-02-01") == "it was old ");
    CHECK(found(with + "since:2024-02-29 until:2024-12") == "it was old ");
    CHECK(found(with + "since:2026-01-01") == "");
    CHECK(found(with + "until:2024-01-31") == "");
    CHECK(found(with + "since:2024-03-01 until:2024-12-31") == "");
  }
}
