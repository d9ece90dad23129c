// Speakers across articles: merging, splitting, decisions that last, names that people give.
#include <algorithm>

#include "catch.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Record record_of_names() {
  Record record = open_memory();
  int number = 0;
  for (const char* name : {"Ana Reyes", "Ana M. Reyes", "A. Maria Reyes", "Luis Marte", "Luís Martes", "John Stone"}) {
    const std::string file = std::to_string(++number) + ".txt";
    Sample a("Harbour Post", "2026-03-0" + std::to_string(number), file, std::string(name) + " said thing number " + file + " is so.");
    a.say("thing number " + file + " is so", "said", name).speaker->role = number <= 2 ? "transport chief" : "";
    if (!record.add(a.in())) throw std::runtime_error("not added");
  }
  return record;
}

std::size_t said_by(Record& record, const std::string& who) { return rows_of(record, "speaker:" + who).size(); }

}  // namespace

TEST_CASE("a merged speaker leads to the other for ever", "[record]") {
  Record record = record_of_names();
  const auto merged = record.merge("p2", "p1", ana());
  REQUIRE(merged.ok());
  CHECK(said_by(record, "p1") == 2);
  CHECK(said_by(record, "p2") == 2);  // the id stays good
  CHECK(said_by(record, "\"ana reyes\"") == 2);
  CHECK(said_by(record, "\"ana m\"") == 2);  // by either name
  CHECK(rows_of(record, "id:s2")[0].speaker == "Ana Reyes");
  CHECK(record.speakers({})->size() == 5);
  const auto shown = record.show("p2");
  REQUIRE(shown.ok());
  CHECK(shown->redirected_from.text() == "p2");
  CHECK(shown->speaker->row.id.text() == "p1");
  CHECK(shown->speaker->merged.size() == 1);
  CHECK(shown->speaker->names.size() == 2);
  CHECK(record.verify()->problems.empty());
  SECTION("it holds for articles that come later") {
    Sample later("Coast Wire", "2026-04-01", "later.txt", "Ana M. Reyes said more of it now.");
    later.say("more of it now", "said", "Ana M. Reyes");
    REQUIRE(record.add(later.in()).ok());
    CHECK(said_by(record, "p1") == 3);
  }
  SECTION("chains lead to the end") {
    REQUIRE(record.merge("p1", "p3", ana()).ok());
    CHECK(said_by(record, "p3") == 3);
    CHECK(record.show("p2")->speaker->row.id.text() == "p3");
    CHECK(record.verify()->problems.empty());
    REQUIRE(record.undo(merged->event.text(), ana()).ok());  // the first of two
    CHECK(said_by(record, "p3") == 2);
    CHECK(said_by(record, "p2") == 1);
  }
  SECTION("split takes one out again") {
    REQUIRE(record.split("p2", ana()).ok());
    CHECK(said_by(record, "p1") == 1);
    CHECK(said_by(record, "p2") == 1);
    CHECK(record.split("p2", ana()).error().code == ErrorCode::Usage);
  }
  SECTION("undo too") {
    REQUIRE(record.undo(merged->event.text(), ana()).ok());
    CHECK(said_by(record, "p1") == 1);
    CHECK(rows_of(record, "id:s2")[0].speaker == "Ana M. Reyes");
  }
  SECTION("a second time is refused") {
    CHECK(record.merge("p1", "p2", ana()).error().code == ErrorCode::Usage);
    CHECK(record.merge("p1", "p1", ana()).error().code == ErrorCode::Usage);
    CHECK(record.merge("p1", "p99", ana()).error().code == ErrorCode::NotFound);
    CHECK(record.merge("p1", "s1", ana()).error().code == ErrorCode::Usage);
  }
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("who may be one person is proposed with evidence and asked once", "[record]") {
  Record record = record_of_names();
  const auto pairs = [&] {
    std::string out;
    const auto found = record.candidates();
    for (const MergeCandidate& c : *found) out += c.one.text() + "-" + c.other.text() + " ";
    return out;
  };
  const auto first = record.candidates();
  REQUIRE(first.ok());
  REQUIRE_FALSE(first->empty());
  CHECK((*first)[0].one_name == "Ana Reyes");
  CHECK((*first)[0].other_name == "Ana M. Reyes");
  CHECK((*first)[0].key == "fingerprint");
  CHECK((*first)[0].evidence.size() == 2);  // role and source
  CHECK(pairs().find("p4-p5") != std::string::npos);  // a letter and an accent apart
  CHECK(pairs().find("p6") == std::string::npos);
  REQUIRE(record.not_same("p1", "p2", ana()).ok());
  REQUIRE(record.unsure("p4", "p5", ana()).ok());
  CHECK(pairs().find("p1-p2") == std::string::npos);
  CHECK(pairs().find("p4-p5") == std::string::npos);
  const auto refused = record.merge("p1", "p2", ana());
  CHECK(refused.error().code == ErrorCode::Usage);  // it was said that they are two
  REQUIRE(record.merge("p5", "p4", ana()).ok());    // unsure may become sure
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("names, kinds and aliases that people give are found and kept", "[record]") {
  Record record = record_of_names();
  REQUIRE(record.fix("p4", {{"name", "Luis Alberto Marte"}, {"kind", "organization"}}, ana()).ok());
  CHECK(said_by(record, "alberto") == 1);
  CHECK(rows_of(record, "id:s4")[0].speaker == "Luis Alberto Marte");
  REQUIRE(record.fix("p4", {{"alias", "The Harbourmaster"}}, ana()).ok());
  CHECK(said_by(record, "harbourmaster") == 1);
  CHECK(rows_of(record, "speaker:harbourmaster thing").size() == 1);
  CHECK(rows_of(record, "speaker:harbourmaster -thing").empty());
  ListRequest named;
  named.query = "harbourmaster";
  CHECK(record.speakers(named)->size() == 1);
  Sample louder("Coast Wire", "2026-04-01", "later.txt", "Luis Marté said more of it now.");
  louder.say("more of it now", "said", "Luis Marté");
  REQUIRE(record.add(louder.in()).ok());
  CHECK(record.show("p4")->speaker->row.name == "Luis Alberto Marte");
  REQUIRE(record.undo("e1", ana()).ok());
  CHECK(record.show("p4")->speaker->row.name == "Luis Marté");  // the best that articles have by now
  REQUIRE(record.undo("e3", ana()).ok());
  CHECK(said_by(record, "harbourmaster") == 0);
  CHECK(record.fix("p4", {{"name", "!"}}, ana()).error().code == ErrorCode::Usage);
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("a kind that people give stays, whatever articles say later", "[record]") {
  Record record = open_memory();
  Sample first("Coast Wire", "2026-03-01", "first.txt", "Ida Calder said it was late.");
  first.say("it was late", "said", "Ida Calder", SpeakerKind::Group);
  REQUIRE(record.add(first.in()).ok());
  const auto kind = [&] { return record.show("p1")->speaker->row.kind; };
  CHECK(kind() == SpeakerKind::Group);
  REQUIRE(record.fix("p1", {{"kind", "organization"}}, ana()).ok());
  Sample second("Coast Wire", "2026-03-02", "second.txt", "Ida Calder said it was later.");
  second.say("it was later", "said", "Ida Calder", SpeakerKind::Person);
  REQUIRE(record.add(second.in()).ok());
  CHECK(kind() == SpeakerKind::Organization);
  REQUIRE(record.undo("e1", ana()).ok());
  CHECK(kind() == SpeakerKind::Person);  // the best that articles have by now
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("an undo that leaves a later decision without ground puts it to wait", "[record]") {
  Record record = record_of_names();
  REQUIRE(record.merge("p2", "p1", ana()).ok());   // e1
  REQUIRE(record.split("p2", ana()).ok());          // e2
  REQUIRE(record.not_same("p2", "p1", ana()).ok()); // e3
  const auto dry = record.undo("e2", ana(), true);
  REQUIRE(dry.ok());
  CHECK(dry->size() == 2);
  CHECK(record.pending()->empty());
  const auto effects = record.undo("e2", ana());
  REQUIRE(effects->size() == 2);
  CHECK((*effects)[1].event.text() == "e3");
  REQUIRE(record.pending()->size() == 1);
  CHECK((*record.pending())[0].id.text() == "e3");
  CHECK(said_by(record, "p1") == 2);
  REQUIRE(record.undo("e4", ana()).ok());
  CHECK(record.pending()->empty());
  CHECK(said_by(record, "p1") == 1);
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("a name is shown as it is written best, whatever the order of the articles", "[record]") {
  for (const bool slip_first : {false, true}) {
    Record record = open_memory();
    Sample right("A", "2026-03-04", "a.txt", "Hillary Roe said yes."), slip("B", "2026-03-05", "b.txt", "HIllary Roe said no."),
        loud("C", "2026-03-06", "c.txt", "HILLARY ROE said maybe.");
    right.say("yes", "said", "Hillary Roe");
    slip.say("no", "said", "HIllary Roe");
    loud.say("maybe", "said", "HILLARY ROE");
    REQUIRE(record.add((slip_first ? slip : right).in()).ok());
    REQUIRE(record.add(loud.in()).ok());
    REQUIRE(record.add((slip_first ? right : slip).in()).ok());
    REQUIRE(record.speakers({})->size() == 1);
    CHECK(record.speakers({})->at(0).name == "Hillary Roe");
  }
  // Capitals that belong there are none of it.
  Record record = open_memory();
  Sample mac("A", "2026-03-04", "a.txt", "JPMorgan Chase said yes.");
  mac.say("yes", "said", "JPMorgan Chase", SpeakerKind::Organization);
  REQUIRE(record.add(mac.in()).ok());
  CHECK(record.speakers({})->at(0).name == "JPMorgan Chase");
}
