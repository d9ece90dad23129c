// What a condition is true of, at its edges.
#include "catch.h"
#include "query/record_of_four.h"

using namespace onrecord;

TEST_CASE("a confidence is above, at or below a number", "[query]") {
  Record record = open_memory();
  Sample a("Harbour Post", "2026-03-04", "sure.txt", "Ana Reyes said it leaks. She said it was old.");
  a.say("it leaks", "said", "Ana Reyes").confidence = 0.8F;
  a.say("it was old", "said", "Ana Reyes").confidence = 0.5F;
  REQUIRE(record.add(a.in()).ok());
  const auto found = [&](const std::string& query) {
    std::string out;
    FindRequest ask;
    ask.query = query;
    ask.sort = Sort::Confidence;
    for (const Row& row : rows_of(record, ask)) out += row.words + " ";
    return out;
  };
  CHECK(found("confidence:>0.5") == "it leaks ");
  CHECK(found("confidence:>=0.5") == "it leaks it was old ");
  CHECK(found("confidence:>0.8") == "");
  CHECK(found("confidence:>=0.8") == "it leaks ");
  CHECK(found("confidence:<0.8") == "it was old ");
  CHECK(found("confidence:<=0.8") == "it leaks it was old ");
  CHECK(found("confidence:<0.5") == "");
  CHECK(found("confidence:0.5..0.8") == "it leaks it was old ");
}
