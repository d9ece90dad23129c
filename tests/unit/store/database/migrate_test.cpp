// Older records go on opening: every released schema, as a file in fixtures/db, is brought up to the one a fresh record has.
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "store/database/schema.h"
#include "store/folder.h"
#include "store/sample.h"

using namespace onrecord;
namespace fs = std::filesystem;

namespace {

// Rows of a query as another program sees them, a line each.
std::string ask(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  sqlite3_stmt* query = nullptr;
  INFO(sql);
  REQUIRE(sqlite3_prepare_v2(db, sql.c_str(), -1, &query, nullptr) == SQLITE_OK);
  std::string out;
  while (sqlite3_step(query) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(query); ++i) {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(query, i));
      out += (i > 0 ? "|" : "") + std::string(text == nullptr ? "" : text);
    }
    out += '\n';
  }
  sqlite3_finalize(query);
  sqlite3_close(db);
  return out;
}

std::string schema_of(const std::string& path) {
  return ask(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name") +
         ask(path, "SELECT step, name FROM schema_steps");
}

// What people asserted, the values that a step may write in another way left out.
std::string asserted_in(const std::string& path) {
  std::string out;
  for (const char* table : {"events", "aliases", "identity_links", "claims", "claim_statements", "reviews", "notes", "waiting"})
    out += std::string(table) + "\n" + ask(path, std::string("SELECT * FROM ") + table + " ORDER BY 1, 2");
  return out + ask(path, "SELECT target, field, value, event_id FROM corrections ORDER BY 1, 2");
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every released schema migrates to one identical with a fresh one, and keeps what people asserted", "[store]") {
  const Folder folder;
  { REQUIRE(Record::open(folder.file("fresh.db"), OpenMode::Create, {}).ok()); }
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(std::string(ONRECORD_SOURCE_DIR) + "/fixtures/db")) {
    if (entry.path().extension() != ".db") continue;
    ++seen;
    INFO(entry.path().filename().string());
    const std::string path = folder.file(entry.path().filename().string());
    fs::copy_file(entry.path(), path);
    const std::string asserted = asserted_in(path);
    const std::string bytes = bytes_of(path);

    // Commands that only read leave it as it is, and say what to do.
    const auto reading = Record::open(path, OpenMode::ReadOnly, {});
    REQUIRE_FALSE(reading.ok());
    CHECK(reading.error().message.find("older") != std::string::npos);
    CHECK(bytes_of(path) == bytes);

    auto record = Record::open(path, OpenMode::ReadWrite, {});
    REQUIRE(record.ok());
    CHECK(schema_of(path) == schema_of(folder.file("fresh.db")));
    CHECK(asserted_in(path) == asserted);
    const auto report = record->verify();
    REQUIRE(report.ok());
    CHECK(report->problems.empty());
    CHECK(report->events == 14);

    // What the fixture says (fixtures/db/make.sh) is still there, and can still be taken back.
    CHECK(rows_of(*record, "id:s1").at(0).speaker == "Ana María Reyes");
    CHECK(record->articles({})->at(1).byline == "Jo Penn");
    REQUIRE(record->undo("e3", ana()).ok());
    CHECK(record->articles({})->at(1).byline.empty());
    REQUIRE(record->undo("e1", ana()).ok());
    CHECK(rows_of(*record, "id:s1").at(0).speaker_id.text() == "p1");
    CHECK(record->verify()->problems.empty());
  }
  CHECK(seen > 0);
}

TEST_CASE("the log is written beside an older record before it is brought up to date", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  fs::copy_file(std::string(ONRECORD_SOURCE_DIR) + "/fixtures/db/001.db", path);
  const std::string beside = path + ".log-before-002_row_hashes.jsonl";
  SECTION("it can be restored") {
    std::vector<std::string> dumped;
    {
      auto record = Record::open(path, OpenMode::ReadWrite, {});
      REQUIRE(record.ok());
      REQUIRE(record->dump([&](std::string_view line) { dumped.emplace_back(line); }).ok());
    }
    std::ifstream in(beside);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    CHECK(lines == dumped);
    Record other = open_memory();
    std::size_t at = 0;
    const auto restored = other.restore([&](std::string& line) {
      if (at == lines.size()) return false;
      line = lines[at++];
      return true;
    });
    REQUIRE(restored.ok());
    CHECK(*restored == 14);
    // Once: an up-to-date record is opened without another.
    fs::remove(beside);
    CHECK(Record::open(path, OpenMode::ReadWrite, {}).ok());
    CHECK_FALSE(fs::exists(beside));
  }
  SECTION("where it cannot be written nothing is changed") {
    fs::create_directories(beside + "/in the way");
    const std::string schema = schema_of(path);
    const auto record = Record::open(path, OpenMode::ReadWrite, {});
    REQUIRE_FALSE(record.ok());
    CHECK(record.error().where == beside);
    CHECK(schema_of(path) == schema);
    CHECK_FALSE(fs::exists(beside + ".part"));
  }
}

TEST_CASE("a step that fails changes nothing, and those before it stay", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  { REQUIRE(Record::open(path, OpenMode::Create, {}).ok()); }
  std::vector<EmbeddedFile> steps(schema_steps().begin(), schema_steps().end());
  steps.push_back({"901_soup.sql", "CREATE TABLE soup(name TEXT); INSERT INTO soup VALUES ('leek');"});
  steps.push_back({"902_salt.sql", "CREATE TABLE salt(name TEXT); DELETE FROM articles; INSERT INTO nowhere VALUES (1);"});
  Database db = Database::open(path, Access::ReadWrite, 1);
  std::string before;
  const auto note_before = [&](const std::string& step) { before += step; };
  std::string said;
  try {
    migrate(db, steps, note_before);
  } catch (const SqlError& e) {
    said = e.error().message;
  }
  CHECK(said.find("902_salt") != std::string::npos);
  CHECK(said.find("nowhere") != std::string::npos);
  CHECK(before == "901_soup");  // called once, before the first
  CHECK(ask(path, "SELECT name FROM soup") == "leek\n");
  CHECK(ask(path, "SELECT count(*) FROM sqlite_schema WHERE name = 'salt'") == "0\n");
  CHECK(ask(path, "SELECT name FROM schema_steps ORDER BY step DESC LIMIT 1") == "901_soup\n");
  // A build without those steps refuses the file by the name of the one it does not know.
  const auto older_build = Record::open(path, OpenMode::ReadWrite, {});
  REQUIRE_FALSE(older_build.ok());
  CHECK(older_build.error().code == ErrorCode::NewerDatabase);
  CHECK(older_build.error().message.find("901_soup") != std::string::npos);
}

TEST_CASE("a new file has all steps or none", "[store]") {
  const Folder folder;
  const std::string path = folder.file("r.db");
  std::vector<EmbeddedFile> steps(schema_steps().begin(), schema_steps().end());
  steps.push_back({"901_salt.sql", "INSERT INTO nowhere VALUES (1);"});
  bool asked = false;
  {
    Database db = Database::open(path, Access::Create, 1);
    bool failed = false;
    try {
      migrate(db, steps, [&](const std::string&) { asked = true; });
    } catch (const SqlError&) {
      failed = true;
    }
    CHECK(failed);
  }
  CHECK_FALSE(asked);  // there is nothing yet to keep
  CHECK(ask(path, "SELECT count(*) FROM sqlite_schema") == "0\n");
  CHECK(Record::open(path, OpenMode::Create, {}).ok());
}
