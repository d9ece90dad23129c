// Claims, reviews and notes.
#include "catch.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Record record_of_claims() {
  Record record = open_memory();
  int number = 0;
  for (const char* words : {"the new bridge costs four million in repairs", "repairs of the bridge never reached four million",
                            "the harbour will be dredged in autumn"}) {
    ++number;
    Sample a("Harbour Post", "2026-03-0" + std::to_string(number), std::to_string(number) + ".txt",
             "Ana Reyes said " + std::string(words) + ".");
    a.say(words, "said", "Ana Reyes");
    if (!record.add(a.in())) throw std::runtime_error("not added");
  }
  return record;
}

}  // namespace

TEST_CASE("a claim is followed, reviewed and shown in order", "[record]") {
  Record record = record_of_claims();
  const auto claim = record.new_claim("Bridge repairs cost four million", ana());
  REQUIRE(claim.ok());
  CHECK(claim->target == "c1");
  const auto suggested = record.suggest("c1");
  REQUIRE(suggested.ok());
  REQUIRE(suggested->size() == 2);
  CHECK((*suggested)[0].because == "shares: bridge, repairs, four, million");
  REQUIRE(record.attach("c1", {"s2"}, "denies", ana()).ok());
  REQUIRE(record.attach("c1", {"s1"}, "makes", ana()).ok());
  CHECK(record.suggest("c1")->empty());
  NewReview review;
  review.verdict = "mostly-false";
  review.rating = "Three Pinocchios";
  review.by = "Fact Desk";
  review.on = "2026-03-10";
  review.said_so = "verbatim";
  REQUIRE(record.add_review("c1", review, ana()).ok());
  const auto shown = record.show("c1");
  REQUIRE(shown.ok());
  REQUIRE(shown->claim->statements.size() == 2);
  CHECK(shown->claim->statements[0].first.statement.text() == "s1");  // said first
  CHECK(shown->claim->statements[0].second == "makes");
  CHECK(shown->claim->statements[1].second == "denies");
  REQUIRE(shown->claim->reviews.size() == 1);
  CHECK(shown->claim->reviews[0].rating == "Three Pinocchios");
  CHECK(shown->claim->reviews[0].said_so == "verbatim");
  CHECK(record.show("r1")->review->claim.text() == "c1");
  CHECK(rows_of(record, "claim:c1").size() == 2);
  CHECK(rows_of(record, "claim:repairs").size() == 2);
  CHECK(rows_of(record, "claim:no").size() == 1);
  CHECK(rows_of(record, "reviewed:yes").size() == 2);
  const auto claims = record.claims({});
  REQUIRE(claims->size() == 1);
  CHECK((*claims)[0].first_speaker == "Ana Reyes");
  CHECK((*claims)[0].verdict == "mostly-false");
  REQUIRE(record.detach("c1", "s2", ana()).ok());
  CHECK(record.detach("c1", "s2", ana()).error().code == ErrorCode::Usage);
  CHECK(rows_of(record, "claim:c1").size() == 1);
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("what no claim can take is refused", "[record]") {
  Record record = record_of_claims();
  CHECK(record.new_claim(" … ", ana()).error().code == ErrorCode::Usage);
  REQUIRE(record.new_claim("One", ana()).ok());
  CHECK(record.attach("c1", {"s1"}, "supports", ana()).error().code == ErrorCode::Usage);
  CHECK(record.attach("c1", {"s1", "s99"}, "makes", ana()).error().code == ErrorCode::NotFound);
  CHECK(rows_of(record, "claim:c1").empty());  // the good one of the two neither
  CHECK(record.attach("c2", {"s1"}, "makes", ana()).error().code == ErrorCode::NotFound);
  CHECK(record.add_review("c1", {}, ana()).error().code == ErrorCode::Usage);
  NewReview review;
  review.verdict = "pants-on-fire";
  CHECK(record.add_review("c1", review, ana()).error().code == ErrorCode::Usage);
  review.verdict = "false";
  review.on = "someday";
  CHECK(record.add_review("c1", review, ana()).error().code == ErrorCode::Usage);
  CHECK(record.log()->size() == 1);
}

TEST_CASE("a claim that is undone leaves what hangs on it waiting, and comes back with it", "[record]") {
  Record record = record_of_claims();
  REQUIRE(record.new_claim("One", ana()).ok());                 // e1
  REQUIRE(record.attach("c1", {"s1"}, "makes", ana()).ok());    // e2
  NewReview review;
  review.verdict = "true";
  REQUIRE(record.add_review("c1", review, ana()).ok());         // e3
  REQUIRE(record.note("c1", "ask the council", ana()).ok());    // e4
  const auto effects = record.undo("e1", ana());                // e5
  REQUIRE(effects.ok());
  CHECK(effects->size() == 3);
  CHECK(record.show("c1").error().code == ErrorCode::NotFound);
  CHECK(record.pending()->size() == 2);
  REQUIRE(record.undo("e5", ana()).ok());
  CHECK(record.pending()->empty());
  CHECK(record.show("c1")->claim->statements.size() == 1);
  CHECK(record.show("c1")->claim->notes.size() == 1);
  REQUIRE(record.remove("r1", ana()).ok());
  CHECK(record.show("c1")->claim->reviews.empty());
  const auto next = record.new_claim("Two", ana());
  CHECK(next->target == "c2");
  REQUIRE(record.remove("c2", ana()).ok());
  CHECK(record.new_claim("Three", ana())->target == "c3");  // no number twice
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("notes can be put on anything", "[record]") {
  Record record = record_of_claims();
  for (const char* id : {"s1", "p1", "a1", "src1"}) CHECK(record.note(id, "look again", ana()).ok());
  CHECK(record.note("s1", "", ana()).error().code == ErrorCode::Usage);
  CHECK(record.note("e1", "x", ana()).error().code == ErrorCode::Usage);
  REQUIRE(record.show("s1")->statement->notes.size() == 1);
  CHECK(record.show("s1")->statement->notes[0].who == "ana");
  CHECK(record.show("n2")->note->text == "look again");
  REQUIRE(record.remove("n1", ana()).ok());
  CHECK(record.show("s1")->statement->notes.empty());
}
