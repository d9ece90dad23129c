// What must never be lost: rebuilds, dumps, restores, and the proof that all is sound.
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "store/folder.h"
#include "store/sample.h"

using namespace onrecord;
namespace fs = std::filesystem;

namespace {

Sample bridge(const std::string& file = "bridge.txt") {
  Sample a("Harbour Post", "2026-03-04", file,
           "“The bridge will open,” Ana Reyes said. Officials blamed the storm. Luis Marte said the cost is known.");
  a.say("“The bridge will open,”", "said", "Ana Reyes");
  Statement& blame = a.say("the storm", "blamed", "Officials", SpeakerKind::Group);
  blame.speaker->unnamed = true;
  a.say("the cost is known", "said", "Luis Marte");
  return a;
}

std::string state(Record& record) {
  std::string out;
  FindRequest by_words;
  by_words.sort = Sort::Speaker;
  for (const Row& r : rows_of(record, by_words)) out += r.words + "/" + r.speaker + "/" + r.said_on + "/" + (r.corrected ? "c" : "") + "\n";
  const auto claims = record.claims({});
  for (const ClaimRow& c : *claims) out += c.id.text() + c.claim + std::to_string(c.statements) + std::to_string(c.reviews) + "\n";
  return out;
}

std::vector<std::string> dump(Record& record) {
  std::vector<std::string> lines;
  REQUIRE(record.dump([&](std::string_view line) { lines.emplace_back(line); }).ok());
  return lines;
}

Result<std::int64_t> restore(Record& record, const std::vector<std::string>& lines) {
  std::size_t at = 0;
  return record.restore([&](std::string& line) {
    if (at == lines.size()) return false;
    line = lines[at++];
    return true;
  });
}

void assert_much(Record& record) {
  REQUIRE(record.fix("s2", {{"speaker", "Rosa Lind"}, {"said", "2026-03-01"}}, ana()).ok());
  REQUIRE(record.merge("p2", "p1", ana()).ok());
  REQUIRE(record.new_claim("The bridge opens", ana()).ok());
  REQUIRE(record.attach("c1", {"s1"}, "makes", ana()).ok());
  REQUIRE(record.note("s1", "“look” \\ again\n", ana()).ok());
  REQUIRE(record.undo("e2", ana()).ok());
  NewStatement own;
  own.words = "Officials blamed";
  own.speaker = "Rosa Lind";
  own.in_article = *find_id("a1");
  REQUIRE(record.add_statement(own, ana()).ok());
  REQUIRE(record.remove("s3", ana()).ok());
}

}  // namespace

TEST_CASE("a rebuild keeps ids with the words and corrections in force", "[record]") {
  std::vector<Statement> found;
  OpenOptions options;
  options.extract = [&](const Article&) { return found; };
  Record record = open_memory(options);
  const Sample a = bridge();
  REQUIRE(record.add(a.in()).ok());
  REQUIRE(record.fix("s2", {{"speaker", "Rosa Lind"}}, ana()).ok());
  REQUIRE(record.fix("s3", {{"said", "2026-02-02"}}, ana()).ok());
  // New rules: one statement longer, one as it was but with another speaker, one no longer found, one more.
  Sample better("", "", "x", a.article.text);
  better.say("“The bridge will open,” Ana", "said", "Ana Reyes");
  better.say("the storm", "blamed", "Officials", SpeakerKind::Organization).speaker->name = "The officials";
  better.say("Luis Marte", "said", "");
  found = better.statements;
  const auto summary = record.rebuild({}, {});
  REQUIRE(summary.ok());
  CHECK(summary->articles == 1);
  CHECK(summary->changed == 1);   // s1; s2 stands as it was corrected
  CHECK(summary->kept == 1);
  CHECK(summary->added == 1);
  CHECK(summary->gone == 1);
  CHECK(rows_of(record, "id:s1").at(0).words == "“The bridge will open,” Ana");
  CHECK(rows_of(record, "id:s2").at(0).speaker == "Rosa Lind");
  CHECK(rows_of(record, "id:s3").empty());
  CHECK(rows_of(record, "id:s4").size() == 1);
  REQUIRE(summary->pending.size() == 1);
  CHECK(summary->pending[0].first.text() == "e2");
  CHECK(record.verify()->problems.empty());
  // Undone, the correction gives way to what the new rules say.
  REQUIRE(record.undo("e1", ana()).ok());
  CHECK(rows_of(record, "id:s2").at(0).speaker == "The officials");
  // The old rules again: the statement is found again under its id, its correction with it.
  found = a.statements;
  REQUIRE(record.rebuild({"a1"}, {}).ok());
  CHECK(rows_of(record, "id:s3").at(0).said_on == "2026-02-02");
  CHECK(rows_of(record, "id:s3").at(0).words == "the cost is known");
  CHECK(record.pending()->empty());
  CHECK(record.rebuild({}, {})->kept == 3);
  CHECK(record.verify()->problems.empty());
  CHECK(record.rebuild({"a9"}, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a rebuild that is only tried says what it would change, and changes nothing", "[record]") {
  std::vector<Statement> found;
  OpenOptions options;
  options.extract = [&](const Article&) { return found; };
  Record record = open_memory(options);
  const Sample a = bridge();
  REQUIRE(record.add(a.in()).ok());
  REQUIRE(record.fix("s3", {{"said", "2026-02-02"}}, ana()).ok());
  found = {a.statements[0]};
  const std::string before = state(record);
  const auto would = record.rebuild({}, {}, true);
  REQUIRE(would.ok());
  CHECK(would->kept == 1);
  CHECK(would->gone == 2);
  REQUIRE(would->changed_articles.size() == 1);
  CHECK(would->changed_articles[0].text() == "a1");
  CHECK(would->pending.size() == 1);
  CHECK(state(record) == before);
  CHECK(record.pending()->empty());
  CHECK(record.verify()->problems.empty());
  const auto done = record.rebuild({}, {});
  CHECK(done->gone == 2);
  CHECK(done->pending.size() == 1);
  // As it is: nothing to name.
  CHECK(record.rebuild({}, {})->changed_articles.empty());
  CHECK(record.verify()->problems.empty());
}

TEST_CASE("words that stand in no article are not read again", "[record]") {
  OpenOptions options;
  options.extract = [](const Article& article) {
    Sample found("", "", "x", article.text);
    found.say("ours", "", "");
    return found.statements;
  };
  Record record = open_memory(options);
  NewStatement own;
  own.words = "The quay is ours";
  own.speaker = "Rosa Lind";
  REQUIRE(record.add_statement(own, ana()).ok());
  CHECK(record.rebuild({"a1"}, {})->articles == 0);
  CHECK(rows_of(record, "").size() == 1);
  CHECK(rows_of(record, "").at(0).words == "The quay is ours");
}

TEST_CASE("a dump restored beside the same articles gives the same record", "[record]") {
  Record record = open_memory();
  REQUIRE(record.add(bridge().in()).ok());
  assert_much(record);
  const auto lines = dump(record);
  REQUIRE(lines.size() == 9);
  SECTION("into a record with the articles") {
    Record other = open_memory();
    const Sample before = bridge("another.txt");  // so that every number is another
    REQUIRE(other.add(before.in()).ok());
    REQUIRE(other.add(bridge().in()).ok());
    const auto restored = restore(other, lines);
    REQUIRE(restored.ok());
    CHECK(*restored == 9);
    CHECK(other.pending()->empty());
    REQUIRE(other.remove("a1", ana()).ok());
    CHECK(state(other) == state(record));
    CHECK(other.verify()->problems.empty());
  }
  SECTION("into an empty record: all of it waits, until the articles come") {
    Record other = open_memory();
    REQUIRE(restore(other, lines).ok());
    CHECK_FALSE(other.pending()->empty());
    REQUIRE(other.add(bridge().in()).ok());
    CHECK(other.pending()->empty());
    CHECK(state(other) == state(record));
    CHECK(dump(other).size() == 9);
    CHECK(other.verify()->problems.empty());
  }
  SECTION("twice is once, and a part is completed") {
    Record other = open_memory();
    REQUIRE(other.add(bridge().in()).ok());
    REQUIRE(restore(other, {lines.begin(), lines.begin() + 3}).ok());
    CHECK(*restore(other, lines) == 6);
    CHECK(*restore(other, lines) == 0);
    CHECK(dump(other) == lines);
    CHECK(state(other) == state(record));
  }
  SECTION("what was changed on the way is refused") {
    auto changed = lines;
    changed[0].replace(changed[0].find("Rosa Lind"), 9, "Rosa Lund");
    Record other = open_memory();
    CHECK(restore(other, changed).error().code == ErrorCode::BadInput);
    auto shorter = lines;
    shorter.erase(shorter.begin() + 1);
    CHECK(restore(other, shorter).error().code == ErrorCode::BadInput);
    CHECK(restore(other, {"not a dump"}).error().where == "line 1");
    CHECK(other.log()->empty());
    REQUIRE(other.new_claim("of my own", ana()).ok());
    CHECK(restore(other, lines).error().code == ErrorCode::Usage);
  }
}

TEST_CASE("a restored correction meets its own statement, not one that holds most of its words", "[record]") {
  const auto told = [](const char* file) {
    Sample a("Harbour Post", "2026-03-04", file,
             "The mayor said that Ana Reyes had promised the bridge would open in the spring of next year.");
    a.say("that Ana Reyes had promised the bridge would open in the spring of next year", "said", "The mayor");
    a.say("the bridge would open in the spring of next year", "promised", "Ana Reyes").within = 0;
    return a;
  };
  Record record = open_memory();
  REQUIRE(record.add(told("one.txt").in()).ok());
  REQUIRE(record.fix("s2", {{"speaker", "Rosa Lind"}}, ana()).ok());
  SECTION("whose number is another's") {
    Record other = open_memory();
    Sample before = told("another.txt");
    REQUIRE(other.add(before.in()).ok());
    REQUIRE(other.add(told("one.txt").in()).ok());
    REQUIRE(restore(other, dump(record)).ok());
    CHECK(rows_of(other, "id:s4").at(0).speaker == "Rosa Lind");
    CHECK(rows_of(other, "id:s3").at(0).speaker == "The mayor");
  }
  SECTION("whose number is another's of the same article") {
    Record other = open_memory();
    Sample turned = told("one.txt");
    Statement first = turned.statements[0];
    turned.statements = {turned.statements[1], first};
    turned.statements[0].within = 1;
    REQUIRE(other.add(turned.in()).ok());
    REQUIRE(restore(other, dump(record)).ok());
    CHECK(rows_of(other, "id:s1").at(0).speaker == "Rosa Lind");
    CHECK(rows_of(other, "id:s2").at(0).speaker == "The mayor");
  }
}

TEST_CASE("verify finds what was changed behind the record's back", "[record]") {
  struct Harm {
    const char* name;
    const char* sql;
  };
  static constexpr Harm kHarm[] = {
      {"another text", "UPDATE versions SET text = replace(text, 'bridge', 'BRIDGE')"},
      {"other words", "UPDATE statements SET words = 'never said' WHERE statement_id = 1"},
      {"other places", "UPDATE statements SET end_byte = end_byte + 1 WHERE statement_id = 1"},
      {"a lost line of said_by", "DELETE FROM said_by WHERE speaker_id = 1"},
      {"a line of said_by too many", "INSERT INTO said_by(speaker_id, slot) VALUES (1, 99)"},
      {"an event of another", "UPDATE events SET who = 'bob' WHERE event_id = 1"},
      {"an event less", "PRAGMA foreign_keys=OFF; DELETE FROM waiting; DELETE FROM events WHERE event_id = 4"},
      {"a correction of nobody's", "UPDATE corrections SET value = 'Eve' WHERE field = 'speaker'"},
      {"words hidden from search", "INSERT INTO statement_words(statement_words) VALUES ('delete-all')"},
      {"another speaker", "UPDATE statements SET speaker = 'Eve' WHERE statement_id = 1"},
      {"another day", "UPDATE statements SET said_on = '2020-01-01' WHERE statement_id = 3"},
      {"a statement less",
       "DELETE FROM said_by WHERE slot = (SELECT slot FROM statements WHERE statement_id = 3); "
       "INSERT INTO statement_words(statement_words, rowid, words, who, vague) SELECT 'delete', slot, words, who, vague FROM "
       "statement_texts WHERE slot = (SELECT slot FROM statements WHERE statement_id = 3); "
       "DELETE FROM statements WHERE statement_id = 3"},
      {"a statement brought back", "UPDATE statements SET state = 0"},
      {"a key that leads nowhere", "PRAGMA foreign_keys=OFF; DELETE FROM rules"},
  };
  for (const Harm& harm : kHarm) {
    DYNAMIC_SECTION(harm.name) {
      const Folder folder;
      const std::string path = folder.file("r.db");
      {
        auto record = Record::open(path, OpenMode::Create, {});
        REQUIRE(record->add(bridge().in()).ok());
        assert_much(*record);
        CHECK(record->verify()->problems.empty());
      }
      sqlite3* db = nullptr;
      REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
      char* message = nullptr;
      const int code = sqlite3_exec(db, harm.sql, nullptr, nullptr, &message);
      INFO((message != nullptr ? message : ""));
      CHECK(code == SQLITE_OK);
      sqlite3_free(message);
      sqlite3_close(db);
      for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        auto record = Record::open(path, mode, {});
        REQUIRE(record.ok());
        CHECK_FALSE(record->verify()->problems.empty());
      }
    }
  }
}

TEST_CASE("a backup is a record of its own, a portable one a single file", "[record]") {
  const Folder folder;
  auto record = Record::open(folder.file("r.db"), OpenMode::Create, {});
  REQUIRE(record.ok());
  REQUIRE(record->add(bridge().in()).ok());
  assert_much(*record);
  for (const bool portable : {false, true}) {
    const std::string copy = folder.file(portable ? "portable.db" : "copy.db");
    REQUIRE(record->backup(copy, portable).ok());
    CHECK(record->backup(copy, portable).error().code == ErrorCode::Usage);  // overwrites nothing
    CHECK_FALSE(fs::exists(copy + "-wal"));
    auto other = Record::open(copy, OpenMode::ReadOnly, {});
    REQUIRE(other.ok());
    CHECK(state(*other) == state(*record));
    CHECK(other->verify()->problems.empty());
  }
  CHECK_FALSE(record->backup("/nowhere/at/all.db", false).ok());
}

TEST_CASE("files that are no record are refused by name, and none is touched", "[store]") {
  const Folder folder;
  const auto refused = [](const std::string& path, OpenMode mode) {
    const auto record = Record::open(path, mode, {});
    REQUIRE_FALSE(record.ok());
    CHECK(record.error().where == path);
    return record.error();
  };
  CHECK(refused(folder.path.string(), OpenMode::Create).message == "is a directory");
  CHECK(refused(folder.file("none.db"), OpenMode::ReadOnly).code == ErrorCode::NotFound);
  CHECK(refused(folder.file("none.db"), OpenMode::ReadWrite).code == ErrorCode::NotFound);
  CHECK_FALSE(fs::exists(folder.file("none.db")));
  CHECK(refused(folder.file("no/folder/x.db"), OpenMode::Create).code == ErrorCode::NotFound);
  std::ofstream(folder.file("text.db")) << "This is a text of some length, and no database at all, whatever its name may say of it.\n";
  CHECK(refused(folder.file("text.db"), OpenMode::Create).message == "not a database");
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(folder.file("other.db").c_str(), &db) == SQLITE_OK);
  sqlite3_exec(db, "CREATE TABLE recipes(name); PRAGMA application_id=77", nullptr, nullptr, nullptr);
  sqlite3_close(db);
  CHECK(refused(folder.file("other.db"), OpenMode::Create).message.find("another program's") != std::string::npos);
  std::ofstream(folder.file("empty.db")).close();
  CHECK(refused(folder.file("empty.db"), OpenMode::ReadOnly).message == "holds no record");
  CHECK(Record::open(folder.file("empty.db"), OpenMode::Create, {}).ok());
}

TEST_CASE("a newer record is refused by the name of its step, a locked one after waiting", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  { REQUIRE(Record::open(path, OpenMode::Create, {}).ok()); }
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  SECTION("newer") {
    sqlite3_exec(db, "INSERT INTO schema_steps VALUES (99, '099_colours_of_ties')", nullptr, nullptr, nullptr);
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite, OpenMode::Create}) {
      const auto record = Record::open(path, mode, {});
      REQUIRE_FALSE(record.ok());
      CHECK(record.error().code == ErrorCode::NewerDatabase);
      CHECK(record.error().message.find("099_colours_of_ties") != std::string::npos);
    }
  }
  SECTION("locked") {
    sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
    OpenOptions options;
    options.busy_seconds = 0.05;
    auto record = Record::open(path, OpenMode::ReadWrite, options);
    REQUIRE(record.ok());
    CHECK(rows_of(*record, "").empty());  // reading goes on
    const auto added = record->add(bridge().in());
    REQUIRE_FALSE(added.ok());
    CHECK(added.error().message.find("locked") != std::string::npos);
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    CHECK(record->add(bridge().in()).ok());
  }
  sqlite3_close(db);
}

TEST_CASE("reading only never writes", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  {
    auto record = Record::open(path, OpenMode::Create, {});
    REQUIRE(record->add(bridge().in()).ok());
  }
  auto record = Record::open(path, OpenMode::ReadOnly, {});
  REQUIRE(record.ok());
  CHECK(rows_of(*record, "").size() == 3);
  CHECK_FALSE(record->add(bridge("x.txt").in()).ok());
  CHECK_FALSE(record->fix("s1", {{"said", "2026-01-01"}}, ana()).ok());
  CHECK_FALSE(record->remove("a1", ana()).ok());
  CHECK(record->verify()->problems.empty());
}

TEST_CASE("two writers at once lose nothing", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  auto one = Record::open(path, OpenMode::Create, {});
  auto two = Record::open(path, OpenMode::Create, {});
  REQUIRE(one.ok());
  REQUIRE(two.ok());
  for (int i = 0; i < 20; ++i) {
    Record& writer = i % 2 == 0 ? *one : *two;
    REQUIRE(writer.add(bridge("f" + std::to_string(i) + ".txt").in()).ok());
  }
  CHECK(rows_of(*one, "").size() == 60);
  CHECK(rows_of(*two, "speaker:reyes").size() == 20);
  CHECK(one->speakers({})->size() == 2);
  CHECK(two->verify()->problems.empty());
}
