// One thing shown in full, and when things were said.
#include "catch.h"
#include "query/record_of_four.h"

using namespace onrecord;

TEST_CASE("show tells everything about an id", "[query]") {
  Record record = record_of_four();
  const auto s = record.show("S1");
  REQUIRE(s.ok());
  REQUIRE(s->statement);
  CHECK(s->statement->paragraph.rfind("“The bridge will open,” Ana Reyes said", 0) == 0);
  CHECK(slice(s->statement->paragraph, s->statement->cue) == "said");
  CHECK(slice(s->statement->paragraph, s->statement->mention) == "Ana Reyes");
  const auto p = record.show("p1");
  REQUIRE(p->speaker);
  CHECK(p->speaker->row.statements == 2);
  REQUIRE(p->speaker->roles.size() == 1);
  CHECK(p->speaker->roles[0].name == "transport chief");
  CHECK(p->speaker->months.size() == 1);
  const auto a = record.show("a2");
  REQUIRE(a->article);
  CHECK(a->article->statements.size() == 2);
  CHECK(a->article->versions.size() == 1);
  CHECK(record.show("src2")->source->row.name == "Coast Wire");
  CHECK(record.show("s999").error().code == ErrorCode::NotFound);
  CHECK(record.show("x1").error().code == ErrorCode::Usage);
  CHECK(record.show("").error().code == ErrorCode::Usage);
}

TEST_CASE("a timeline keeps the precision that dates have", "[query]") {
  Record record = record_of_four();
  TimelineRequest request;
  const auto months = record.timeline(request);
  REQUIRE(months.ok());
  REQUIRE(months->size() == 4);
  CHECK((*months)[0].period == "2026-01");
  CHECK((*months)[0].said == 1);
  CHECK((*months)[1].period == "2026-02");
  CHECK((*months)[1].published == 1);
  CHECK((*months)[2].statements == 3);
  CHECK((*months)[3].period.empty());
  request.unit = 'd';
  const auto days = record.timeline(request);
  CHECK((*days)[0].period == "2026-01");  // no day is made up
  CHECK((*days)[2].period == "2026-03-03");
  request.unit = 'y';
  CHECK(record.timeline(request)->size() == 2);
}
