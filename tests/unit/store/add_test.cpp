// Logging: added, unchanged, new version; identity; what a bad article does to its batch.
#include "catch.h"
#include "store/database/database.h"
#include "store/folder.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

Sample bridge(const std::string& file = "bridge.txt") {
  Sample a("Harbour Post", "2026-03-04", file,
           "“The bridge will open when it is safe,” Ana Reyes, the transport chief, told reporters on Tuesday.\n\n"
           "Officials blamed the storm. Reyes said that repairs would cost far less than feared.");
  Statement& quote = a.say("“The bridge will open when it is safe,”", "told", "Ana Reyes");
  quote.said_on = "2026-03-03";
  quote.said_on_text = span_of(a.article.text, "on Tuesday");
  quote.speaker->role = "transport chief";
  quote.addressee = span_of(a.article.text, "reporters");
  Statement& blame = a.say("the storm", "blamed", "Officials", SpeakerKind::Group);
  blame.speaker->unnamed = true;
  blame.act = Act::SpeechAct;
  a.say("that repairs would cost far less than feared", "said", "Ana Reyes");
  return a;
}

}  // namespace

TEST_CASE("an article is logged with all that its statements say", "[store]") {
  Record record = open_memory();
  const Sample a = bridge();
  const auto added = record.add(a.in());
  REQUIRE(added.ok());
  CHECK(added->result == AddResult::Added);
  CHECK(added->article.text() == "a1");
  CHECK(added->statements == 3);
  const auto rows = rows_of(record, "");
  REQUIRE(rows.size() == 3);
  // Newest first: what is dated by its publication is a day younger than Tuesday's words.
  CHECK(rows[0].words == "the storm");
  CHECK(rows[0].speaker == "Officials");
  CHECK(rows[0].unnamed);
  CHECK_FALSE(rows[0].speaker_id);
  CHECK(rows[0].dated_by_publication);
  CHECK(rows[2].statement.text() == "s1");
  CHECK(rows[2].speaker == "Ana Reyes");
  CHECK(rows[2].speaker_id.text() == "p1");
  CHECK(rows[2].role == "transport chief");
  CHECK(rows[2].addressee == "reporters");
  CHECK(rows[2].said_on == "2026-03-03");
  CHECK(rows[2].said_from == "2026-03-03");
  CHECK(rows[2].source == "Harbour Post");
  CHECK(rows[2].kind == StatementKind::Direct);
  CHECK(rows[2].confidence == 0.8);
  CHECK(rows[2].rule == "test-rule");
  CHECK(rows[2].rules_version == "rules 1");
  CHECK(rows[2].start == 0);
  CHECK(rows[2].end == 39);  // code points: the two curly marks count one each
  const auto report = record.verify();
  REQUIRE(report.ok());
  CHECK(report->problems.empty());
  CHECK(report->statements == 3);
}

TEST_CASE("adding twice is adding once", "[store]") {
  Record record = open_memory();
  const Sample a = bridge();
  REQUIRE(record.add(a.in()).ok());
  const auto again = record.add(a.in());
  REQUIRE(again.ok());
  CHECK(again->result == AddResult::Unchanged);
  CHECK(again->article.text() == "a1");
  CHECK(again->statements == 3);
  CHECK(rows_of(record, "").size() == 3);
  CHECK(record.speakers({})->size() == 1);
}

TEST_CASE("other text under the same identity is a new version", "[store]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  Sample later("Harbour Post", "2026-03-04", "bridge.txt", "Ana Reyes said the bridge is open.");
  later.say("the bridge is open", "said", "Ana Reyes");
  const auto would = record.would_add(later.in());
  REQUIRE(would.ok());
  CHECK(would->result == AddResult::NewVersion);
  const auto outcome = record.add(later.in());
  REQUIRE(outcome.ok());
  CHECK(outcome->result == AddResult::NewVersion);
  CHECK(outcome->article.text() == "a1");
  CHECK(outcome->version == 2);
  CHECK(words_of(rows_of(record, "")) == "the bridge is open");
  FindRequest all;
  all.versions = true;
  CHECK(rows_of(record, all).size() == 4);
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("identity decides what is the same article", "[store]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  SECTION("the same text in another file is another article: wire copy is a finding") {
    CHECK(record.add(bridge("copy.txt").in())->result == AddResult::Added);
  }
  SECTION("the same file name of another source too") {
    Sample other = bridge();
    other.article.source.value = "Coast Wire";
    CHECK(record.add(other.in())->result == AddResult::Added);
  }
  SECTION("source and file name, whatever the folder") {
    Sample moved = bridge();
    moved.path = "/elsewhere/bridge.txt";
    CHECK(record.add(moved.in())->result == AddResult::Unchanged);
  }
  SECTION("without a source the path counts") {
    Sample here = bridge(), there = bridge();
    here.article.source = there.article.source = {};
    there.path = "/elsewhere/bridge.txt";
    CHECK(record.add(here.in())->result == AddResult::Added);
    CHECK(record.add(there.in())->result == AddResult::Added);
  }
  SECTION("an address counts before all, however it is written") {
    Sample one = bridge(), two = bridge("x.html");
    two.article.title = one.article.title;
    one.article.url.value = "http://www.example.org/bridge?utm_source=mail";
    two.article.url.value = "https://example.org/bridge";
    CHECK(record.add(one.in())->result == AddResult::Added);
    CHECK(record.add(two.in())->result == AddResult::Unchanged);
  }
  SECTION("a record's id where there is no file") {
    Sample one = bridge();
    one.path.clear();
    NewArticle in = one.in();
    in.record_id = "17";
    CHECK(record.add(in)->result == AddResult::Added);
    CHECK(record.add(in)->result == AddResult::Unchanged);
    in.record_id = "18";
    CHECK(record.add(in)->result == AddResult::Added);
  }
}

TEST_CASE("what a person says of the same text updates its metadata", "[store]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  Sample again = bridge();
  again.article.published = {"2026-02-01", "option", {}};
  const auto outcome = record.add(again.in());
  REQUIRE(outcome.ok());
  CHECK(outcome->result == AddResult::MetadataUpdated);
  const auto rows = rows_of(record, "storm");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].published_on == "2026-02-01");
  CHECK(rows[0].statement.text() == "s2");
  CHECK(rows_of(record, "until:2026-02").size() == 2);
  CHECK(record.verify()->problems.empty());
  CHECK(record.add(again.in())->result == AddResult::Unchanged);
}

TEST_CASE("a bad article is left out and the batch goes on", "[store]") {
  Record record = open_memory();
  std::vector<AddOutcome> reported;
  BatchOptions options;
  options.committed = [&](const AddOutcome& outcome) { reported.push_back(outcome); };
  auto batch = record.batch(options);
  REQUIRE(batch.ok());
  const Sample good = bridge(), also_good = bridge("second.txt");
  Sample bad = bridge("bad.txt");
  bad.statements[2].content[0].end = 100000;
  Sample undated = bridge("undated.txt");
  undated.captured_at.clear();
  Sample broken = bridge("broken.txt");
  broken.article.text[0] = '\xff';
  REQUIRE(batch->add(good.in()).ok());
  const auto refused = batch->add(bad.in());
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::BadInput);
  CHECK(refused.error().where == "bad.txt");
  CHECK_FALSE(batch->add(undated.in()).ok());
  CHECK_FALSE(batch->add(broken.in()).ok());
  REQUIRE(batch->add(also_good.in()).ok());
  CHECK(reported.empty());  // nothing is reported before its commit
  REQUIRE(batch->commit().ok());
  REQUIRE(reported.size() == 2);
  CHECK(reported[0].name == "bridge.txt");
  CHECK(reported[1].name == "second.txt");
  CHECK(rows_of(record, "").size() == 6);
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("who spoke only in an article that could not be written is not known", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  REQUIRE(Record::open(path, OpenMode::Create, {}).ok());
  // Stands for a disk that fails in the middle of an article, behind the speakers of its statements.
  Database::open(path, Access::ReadWrite, 1).run("CREATE TRIGGER fails BEFORE INSERT ON statements WHEN new.cue = 'told' AND new.n = 1 "
                                             "BEGIN SELECT RAISE(ABORT, 'no'); END");
  auto record = Record::open(path, OpenMode::ReadWrite, {});
  REQUIRE(record.ok());
  Sample fails("Coast Wire", "2026-03-04", "fails.txt", "Ned Marsh told Ida Quist that it leaks.");
  fails.say("that it leaks", "told", "Ned Marsh");
  Sample after("Coast Wire", "2026-03-04", "after.txt", "Ned Marsh said that it leaks.");
  after.say("that it leaks", "said", "Ned Marsh");
  auto batch = record->batch({});
  CHECK_FALSE(batch->add(fails.in()).ok());
  REQUIRE(batch->add(after.in()).ok());
  REQUIRE(batch->commit().ok());
  const auto rows = rows_of(*record, "speaker:marsh");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].source == "Coast Wire");
  CHECK(record->show(rows[0].speaker_id.text()).ok());
  CHECK(record->verify()->problems.empty());
}

TEST_CASE("a batch that is dropped leaves nothing", "[store]") {
  Record record = open_memory();
  const Sample a = bridge();
  {
    auto batch = record.batch({});
    REQUIRE(batch->add(a.in()).ok());
  }
  CHECK(rows_of(record, "").empty());
  REQUIRE(record.add(a.in()).ok());  // and what it remembered is forgotten
  CHECK(rows_of(record, "speaker:reyes").size() == 2);
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("a batch commits every so many articles and every second", "[store]") {
  Record record = open_memory();
  int reported = 0;
  double now = 0;
  BatchOptions options;
  options.committed = [&](const AddOutcome&) { ++reported; };
  options.seconds = [&] { return now; };
  options.articles_a_commit = 3;
  auto batch = record.batch(options);
  const auto add = [&](int number) {
    const Sample a = bridge("n" + std::to_string(number) + ".txt");
    REQUIRE(batch->add(a.in()).ok());
  };
  add(1);
  add(2);
  CHECK(reported == 0);
  add(3);
  CHECK(reported == 3);
  add(4);
  CHECK(reported == 3);
  now = 1.5;
  add(5);
  CHECK(reported == 5);
}

TEST_CASE("speakers are who their names say, in whatever order articles come", "[store]") {
  const auto state = [](std::vector<int> order) {
    std::vector<Sample> samples;
    samples.emplace_back("Harbour Post", "2026-03-01", "1.txt", "ANA REYES said one thing here.");
    samples.back().say("one thing here", "said", "ANA REYES", SpeakerKind::Unknown);
    samples.emplace_back("Coast Wire", "2026-03-02", "2.txt", "Ana Réyes said two things here.");
    samples.back().say("two things here", "said", "Ana Réyes");
    samples.emplace_back("Coast Wire", "2026-03-02", "3.txt", "Reyes said three things here.");
    samples.back().say("three things here", "said", "Reyes");
    samples.emplace_back("Coast Wire", "2026-03-02", "4.txt", "Ana M. Reyes said four things here.");
    samples.back().say("four things here", "said", "Ana M. Reyes");
    Record record = open_memory();
    for (const int i : order) REQUIRE(record.add(samples[static_cast<std::size_t>(i)].in()).ok());
    std::string out;
    const auto rows = record.speakers({});
    for (const SpeakerRow& row : *rows)
      out += row.name + "/" + std::to_string(static_cast<int>(row.kind)) + "/" + std::to_string(row.statements) + " ";
    return out;
  };
  const std::string first = state({0, 1, 2, 3});
  CHECK(first == "Ana Réyes/1/2 Ana M. Reyes/1/1 ");  // the surname alone stays with its article
  CHECK(state({3, 2, 1, 0}) == first);
  CHECK(state({1, 0, 3, 2}) == first);
}

TEST_CASE("joint statements stand under each of their speakers", "[store]") {
  Record record = open_memory();
  Sample a("Coast Wire", "2026-03-02", "joint.txt", "Ann Roe and John Doe said they would sue.");
  Statement& s = a.say("they would sue", "said", "Ann Roe and John Doe");
  s.speaker->name = "Ann Roe; John Doe";
  s.speaker->members = {"Ann Roe", "John Doe"};
  REQUIRE(record.add(a.in()).ok());
  CHECK(rows_of(record, "speaker:roe").size() == 1);
  CHECK(rows_of(record, "speaker:p2").size() == 1);
  CHECK(rows_of(record, "")[0].speaker == "Ann Roe; John Doe");
  CHECK(record.speakers({})->size() == 2);
  CHECK(record.verify()->problems.empty());
}
