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

TEST_CASE("articles are listed by their names and by what they hold", "[query]") {
  Record record = record_of_four();
  const auto listed = [&](const char* query, const char* since = "") {
    std::string out;
    const auto articles = record.articles({query, 0, false, since});
    REQUIRE(articles.ok());
    for (const ArticleRow& row : *articles) out += row.id.text() + " ";
    return out;
  };
  CHECK(listed("") == "a1 a2 a3 ");
  CHECK(listed("speaker:reyes") == "a1 ");
  CHECK(listed("storm:") == "");  // a word like any other
  CHECK(listed("harbour speaker:reyes words:storm") == "");  // both of one statement
  CHECK(listed("harbour words:storm since:2026-03") == "a1 ");
  CHECK(listed("wire words:storm since:2026-03") == "");
  CHECK(listed("wire speaker:jose until:2026-01", "2000-01-01") == "a2 ");
  CHECK(listed("wire speaker:jose until:2026-01", "2200-01-01") == "");
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
