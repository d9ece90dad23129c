// Speakers, sources and articles as lists.
#include "catch.h"
#include "query/record_of_four.h"

using namespace onrecord;

TEST_CASE("lists count what stands", "[query]") {
  Record record = record_of_four();
  const auto speakers = record.speakers({});
  REQUIRE(speakers.ok());
  REQUIRE(speakers->size() == 3);
  CHECK((*speakers)[0].name == "Ana Reyes");
  CHECK((*speakers)[0].statements == 2);
  CHECK((*speakers)[0].role == "transport chief");
  CHECK((*speakers)[0].first_said == "2026-03-03");
  CHECK((*speakers)[0].last_said == "2026-03-04");
  ListRequest named;
  named.query = "jose";
  CHECK(record.speakers(named)->size() == 1);
  named.query = "source:harbour";
  CHECK(record.speakers(named)->size() == 1);
  named.query = "nobody";
  CHECK(record.speakers(named)->empty());
  const auto sources = record.sources({});
  REQUIRE(sources->size() == 2);
  CHECK((*sources)[0].name == "Harbour Post");
  CHECK((*sources)[0].statements == 3);
  const auto articles = record.articles({});
  REQUIRE(articles->size() == 3);
  CHECK((*articles)[0].id.text() == "a1");
  CHECK((*articles)[2].published_on.empty());  // those without a date last
  CHECK((*articles)[0].speakers == 1);
  CHECK_FALSE(record.articles({"colour:red", 0, false, ""}).ok());
}

TEST_CASE("names are sorted as people look for them", "[query]") {
  Record record = open_memory();
  Sample a("Harbour Post", "2026-03-04", "names.txt", "Zoë Zorn, Øyvind Ek, ann Aal, Łucja Moe, Åsa Berg and Oskar Ek said so.");
  for (const char* name : {"Zoë Zorn", "Øyvind Ek", "ann Aal", "Łucja Moe", "Åsa Berg", "Oskar Ek"}) a.say("so", "said", name);
  REQUIRE(record.add(a.in()).ok());
  std::string listed, sorted;
  const auto speakers = record.speakers({});
  REQUIRE(speakers.ok());
  for (const SpeakerRow& row : *speakers) listed += row.name + ", ";
  CHECK(listed == "ann Aal, Åsa Berg, Łucja Moe, Oskar Ek, Øyvind Ek, Zoë Zorn, ");
  FindRequest request;
  request.sort = Sort::Speaker;
  for (const Row& row : rows_of(record, request)) sorted += row.speaker + ", ";
  CHECK(sorted == listed);
}
