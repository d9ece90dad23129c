// Corrections: events, their fold, undo of any one of them, the log and its chain.
#include <algorithm>

#include "catch.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Sample bridge() {
  Sample a("Harbour Post", "2026-03-04", "bridge.txt",
           "“The bridge will open,” Ana Reyes said. Officials blamed the storm. Reyes said the cost is known.");
  a.say("“The bridge will open,”", "said", "Ana Reyes");
  Statement& blame = a.say("the storm", "blamed", "Officials", SpeakerKind::Group);
  blame.speaker->unnamed = true;
  a.say("the cost is known", "said", "Reyes");
  return a;
}

Row row(Record& record, const std::string& id) { return rows_of(record, "id:" + id).at(0); }

std::vector<Effect> fix(Record& record, const std::string& id, const std::string& field, const std::string& value) {
  auto effects = record.fix(id, {{field, value}}, ana());
  if (!effects) throw std::runtime_error(effects.error().text());
  return *effects;
}

void check_sound(Record& record) {
  const auto report = record.verify();
  REQUIRE(report.ok());
  for (const Error& problem : report->problems) FAIL_CHECK(problem.text());
}

}  // namespace

TEST_CASE("a statement's fields can be corrected, and each correction taken back", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  SECTION("the speaker") {
    const auto effects = fix(record, "s2", "speaker", "Luis Marte");
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].event.text() == "e1");
    CHECK(effects[0].before == "Officials");
    CHECK(effects[0].after == "Luis Marte");
    CHECK(row(record, "s2").speaker == "Luis Marte");
    CHECK_FALSE(row(record, "s2").unnamed);
    CHECK(row(record, "s2").speaker_id);
    CHECK(row(record, "s2").corrected);
    CHECK(row(record, "s2").speaker_confidence == 1);
    CHECK(rows_of(record, "speaker:marte").size() == 1);
    CHECK(rows_of(record, "speaker:officials").size() == 1);  // as the article calls them
    check_sound(record);
    REQUIRE(record.undo("e1", ana()).ok());
    CHECK(row(record, "s2").speaker == "Officials");
    CHECK(row(record, "s2").unnamed);
    CHECK(row(record, "s2").speaker_confidence == 0.9);
    CHECK_FALSE(row(record, "s2").corrected);
    CHECK(rows_of(record, "speaker:marte").empty());
  }
  SECTION("the speaker, by id, by several names, as nobody") {
    fix(record, "s3", "speaker", "p1");
    CHECK(row(record, "s3").speaker_id.text() == "p1");
    fix(record, "s3", "speaker", "Ann Roe; John Doe");
    CHECK(row(record, "s3").speaker == "Ann Roe; John Doe");
    CHECK(rows_of(record, "speaker:doe").size() == 1);
    fix(record, "s3", "speaker", "unknown");
    CHECK(row(record, "s3").speaker.empty());
    CHECK(rows_of(record, "speaker:unknown").size() == 1);
    check_sound(record);
    REQUIRE(record.undo("e2", ana()).ok());  // one in the middle: what came after holds
    CHECK(row(record, "s3").speaker.empty());
    REQUIRE(record.undo("e3", ana()).ok());
    CHECK(row(record, "s3").speaker_id.text() == "p1");
    REQUIRE(record.undo("e1", ana()).ok());
    CHECK(row(record, "s3").speaker == "Reyes");
    CHECK_FALSE(row(record, "s3").speaker_id);
  }
  SECTION("words, date, kind, act") {
    fix(record, "s1", "words", "The bridge will open soon");
    fix(record, "s1", "said", "2026-02");
    fix(record, "s1", "kind", "indirect");
    fix(record, "s1", "act", "attitude");
    const Row now = row(record, "s1");
    CHECK(now.words == "The bridge will open soon");
    CHECK(now.said_on == "2026-02");
    CHECK(now.said_to == "2026-02-28");
    CHECK(rows_of(record, "soon until:2026-02-10").size() == 1);
    check_sound(record);
    for (const char* event : {"e1", "e2", "e3", "e4"}) REQUIRE(record.undo(event, ana()).ok());
    CHECK(row(record, "s1").words == "“The bridge will open,”");
    CHECK(row(record, "s1").said_on.empty());
    CHECK(row(record, "s1").kind == StatementKind::Direct);
    CHECK(rows_of(record, "soon").empty());
  }
  SECTION("not a statement") {
    fix(record, "s1", "statement", "no");
    CHECK(rows_of(record, "").size() == 2);
    REQUIRE(record.undo("e1", ana()).ok());
    CHECK(rows_of(record, "").size() == 3);
  }
  SECTION("what is so already is no event") {
    CHECK(fix(record, "s1", "speaker", "Ana Reyes").empty());
    CHECK(record.log()->empty());
  }
  check_sound(record);
}

TEST_CASE("a role goes with whose it is", "[record]") {
  Sample a = bridge();
  a.statements[0].speaker->role = "mayor";
  OpenOptions options;
  options.extract = [&](const Article&) { return a.statements; };
  Record record = open_memory(options);
  REQUIRE(record.add(a.in()).ok());
  // Read again with the corrections in force it comes to the same.
  const auto role = [&] {
    const std::string now = row(record, "s1").role;
    REQUIRE(record.rebuild({}, {}).ok());
    CHECK(row(record, "s1").role == now);
    check_sound(record);
    return now;
  };
  SECTION("another person has none, and who had it has it back") {
    fix(record, "s1", "speaker", "Ned Reyes");
    CHECK(role().empty());
    fix(record, "s1", "speaker", "Luis Marte");
    CHECK(role().empty());
    fix(record, "s1", "speaker", "Ana Reyes");
    CHECK(role() == "mayor");
    fix(record, "s1", "speaker", "unknown");
    CHECK(role().empty());
    for (const char* event : {"e4", "e3", "e2", "e1"}) REQUIRE(record.undo(event, ana()).ok());
    CHECK(role() == "mayor");
  }
  SECTION("the same person by a longer name keeps it") {
    fix(record, "s1", "speaker", "Ana M. Reyes");
    CHECK(role() == "mayor");
  }
  SECTION("what a person gave stays, whichever came first") {
    fix(record, "s1", "role", "harbour chief");
    fix(record, "s1", "speaker", "Luis Marte");
    CHECK(role() == "harbour chief");
    REQUIRE(record.undo("e1", ana()).ok());
    CHECK(role().empty());
    fix(record, "s1", "role", "baker");
    REQUIRE(record.undo("e2", ana()).ok());
    CHECK(role() == "baker");
    REQUIRE(record.undo("e4", ana()).ok());
    CHECK(role() == "mayor");
  }
}

TEST_CASE("an article's metadata can be corrected", "[record]") {
  OpenOptions options;
  options.extract = [](const Article& article) {
    // Stands for the extractor: the one statement's day follows the publication.
    Sample again("", "", "x", article.text);
    again.say("“The bridge will open,”", "said", "Ana Reyes").said_on = article.published.value;
    return again.statements;
  };
  Record record = open_memory(options);
  REQUIRE(record.add(bridge().in()).ok());
  fix(record, "a1", "published", "2026-02-11");
  CHECK(row(record, "s1").published_on == "2026-02-11");
  CHECK(row(record, "s1").said_on == "2026-02-11");  // read again with the new date, under the old id
  fix(record, "a1", "source", "Coast Wire");
  CHECK(row(record, "s1").source == "Coast Wire");
  const auto shown = record.show("a1");
  CHECK(std::any_of(shown->article->fields.begin(), shown->article->fields.end(),
                    [](const ShownField& f) { return f.name == "published" && f.origin == "corrected"; }));
  check_sound(record);
  REQUIRE(record.undo("e1", ana()).ok());
  CHECK(row(record, "s1").published_on == "2026-03-04");
  CHECK(row(record, "s1").source == "Coast Wire");
  check_sound(record);
}

TEST_CASE("an article is removed and comes back", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  fix(record, "s2", "statement", "no");
  const auto effect = record.remove("a1", ana());
  REQUIRE(effect.ok());
  CHECK(rows_of(record, "").empty());
  CHECK(record.speakers({})->empty());
  CHECK(record.articles({})->empty());
  CHECK(record.add(bridge().in())->result == AddResult::Unchanged);  // it stays out
  CHECK(rows_of(record, "").empty());
  REQUIRE(record.undo(effect->event.text(), ana()).ok());
  CHECK(rows_of(record, "").size() == 2);  // what was no statement stays none
  CHECK(record.articles({})->size() == 1);
  check_sound(record);
}

TEST_CASE("an undo can be undone, and only once", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  fix(record, "s1", "speaker", "Luis Marte");
  REQUIRE(record.undo("e1", ana()).ok());
  CHECK(record.undo("e1", ana()).error().code == ErrorCode::Usage);
  REQUIRE(record.undo("e2", ana()).ok());
  CHECK(row(record, "s1").speaker == "Luis Marte");
  const auto log = record.log("s1");
  REQUIRE(log.ok());
  REQUIRE(log->size() == 3);
  CHECK((*log)[0].undoes.text() == "e2");
  CHECK((*log)[1].undone_by.text() == "e3");
  CHECK_FALSE((*log)[2].undone_by);
  CHECK(record.log("e1")->size() == 2);
  check_sound(record);
}

TEST_CASE("a dry run changes nothing and says what would be", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  const auto effects = record.fix("s1", {{"speaker", "Luis Marte"}, {"said", "2026-03-01"}}, ana(), true);
  REQUIRE(effects.ok());
  CHECK(effects->size() == 2);
  CHECK(row(record, "s1").speaker == "Ana Reyes");
  CHECK(record.log()->empty());
  CHECK(fix(record, "s1", "said", "2026-03-01")[0].event.text() == "e1");
  check_sound(record);
}

TEST_CASE("what cannot be corrected is refused and leaves nothing", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  const auto code = [&](const char* id, const char* field, const char* value) {
    const auto effects = record.fix(id, {{"said", "2026-01-01"}, {field, value}}, ana());
    return effects ? ErrorCode::BadInput : effects.error().code;
  };
  CHECK(code("s1", "colour", "red") == ErrorCode::Usage);
  CHECK(code("s1", "said", "tomorrow") == ErrorCode::Usage);
  CHECK(code("s1", "said", "2026-02-30") == ErrorCode::Usage);
  CHECK(code("s1", "kind", "quoted") == ErrorCode::Usage);
  CHECK(code("s9", "said", "2026-02-01") == ErrorCode::NotFound);
  CHECK(code("bridge", "said", "2026-02-01") == ErrorCode::Usage);
  CHECK(code("e1", "said", "2026-02-01") == ErrorCode::Usage);
  CHECK(record.fix("s1", {{"said", "2026-02-01"}}, Stamp{"", "", ""}).error().code == ErrorCode::Usage);
  CHECK(record.remove("p1", ana()).error().code == ErrorCode::Usage);
  CHECK(record.undo("e1", ana()).error().code == ErrorCode::NotFound);
  CHECK(row(record, "s1").said_on.empty());
  CHECK(record.log()->empty());
}

TEST_CASE("undoing everything in any order brings back what was read", "[record]") {
  const auto state = [](Record& record) {
    std::string out;
    FindRequest by_id;  // within a day the order may change: a statement that comes back to it stands last
    by_id.sort = Sort::Added;
    for (const Row& r : rows_of(record, by_id)) {
      out += r.statement.text() + "/" + r.words + "/" + r.speaker + "/" + r.speaker_id.text() + "/" + r.said_on + "/" +
             (r.unnamed ? "u" : "") + (r.corrected ? "c" : "") + "/" + std::to_string(r.speaker_confidence) + ";";
    }
    return out;
  };
  unsigned random = 7;
  const auto next = [&](unsigned below) {
    random = random * 1664525U + 1013904223U;
    return (random >> 16U) % below;
  };
  for (int round = 0; round < 20; ++round) {
    Record record = open_memory();
    REQUIRE(record.add(bridge().in()).ok());
    const std::string before = state(record);
    std::vector<std::string> events;
    const std::vector<Change> changes = {
        {"speaker", "Luis Marte"}, {"speaker", "Ann Roe; John Doe"}, {"said", "2025"}, {"words", "the bridge"},
        {"statement", "no"},       {"speaker", "unknown"},           {"kind", "mixed"}};
    for (int i = 0; i < 12; ++i) {
      const auto effects = record.fix("s" + std::to_string(1 + next(3)), {changes[next(7)]}, ana());
      if (effects && !effects->empty()) events.push_back(effects->front().event.text());
    }
    while (!events.empty()) {
      const std::size_t at = next(static_cast<unsigned>(events.size()));
      REQUIRE(record.undo(events[at], ana()).ok());
      events.erase(events.begin() + static_cast<std::ptrdiff_t>(at));
    }
    CHECK(state(record) == before);
    check_sound(record);
  }
}

TEST_CASE("statements can be added by hand, in an article or in none", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  NewStatement missed;
  missed.words = "Officials blamed the storm";
  missed.speaker = "Luis Marte";
  missed.in_article = *find_id("a1");
  const auto added = record.add_statement(missed, ana());
  REQUIRE(added.ok());
  CHECK(added->target == "s4");
  CHECK(row(record, "s4").article.text() == "a1");
  CHECK(row(record, "s4").start == 40);
  missed.words = "these words are not in it";
  CHECK(record.add_statement(missed, ana()).error().code == ErrorCode::NotFound);
  NewStatement own;
  own.words = "We checked the cables twice.";
  own.speaker = "Luis Marte";
  own.said = "2026-03-05";
  own.source = "own interview";
  const auto alone = record.add_statement(own, ana());
  REQUIRE(alone.ok());
  const Row r = row(record, alone->target);
  CHECK(r.words == own.words);
  CHECK(r.said_on == "2026-03-05");
  CHECK(r.source == "own interview");
  CHECK(r.end == 0);
  CHECK(rows_of(record, "speaker:marte").size() == 2);
  CHECK(record.articles({})->size() == 1);  // it is no article
  check_sound(record);
  REQUIRE(record.undo(alone->event.text(), ana()).ok());
  CHECK(rows_of(record, "cables").empty());
  CHECK(record.add(bridge().in())->statements == 4);
  check_sound(record);
}

TEST_CASE("a purge takes the text out for good", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  REQUIRE(record.new_claim("The bridge opens", ana()).ok());
  REQUIRE(record.attach("c1", {"s1"}, "makes", ana()).ok());
  const auto purged = record.purge("a1", Stamp{"2026-03-06T09:00:00Z", "ana", "court order"});
  REQUIRE(purged.ok());
  CHECK(rows_of(record, "").empty());
  CHECK(record.show("a1")->article->text.empty());
  CHECK(record.undo(purged->event.text(), ana()).error().code == ErrorCode::Usage);
  CHECK(record.add(bridge().in()).error().code == ErrorCode::BadInput);  // and does not come back by itself
  CHECK(record.pending()->size() == 1);
  check_sound(record);
}
