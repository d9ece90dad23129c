// docs/schema.md and docs/query.md say what there is, and nothing else; the questions in SQL run.
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "catch.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

std::string read_doc(const char* name) {
  std::ifstream in(std::string(ONRECORD_SOURCE_DIR) + "/docs/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

// "sources ||--o{ articles : source_id" as "sources articles : source_id".
std::set<std::string> lines_without_arrows(const std::string& text) {
  std::set<std::string> out;
  std::istringstream lines(text);
  std::string parent, arrow, child, colon, column;
  while (lines >> parent >> arrow >> child >> colon >> column) out.insert(parent + " " + child + " : " + column);
  return out;
}

// A little of everything that the questions ask for.
void fill(const std::string& path) {
  auto record = Record::open(path, OpenMode::Create, {});
  REQUIRE(record.ok());
  Sample quay("Harbour Post", "2026-03-04", "quay.txt",
              "“The quay will open in May and not before that,” Ana Reyes said. Officials denied it.");
  quay.say("“The quay will open in May and not before that,”", "said", "Ana Reyes").said_on = "2026-03-02";
  Statement& denied = quay.say("it", "denied", "Officials", SpeakerKind::Group);
  denied.speaker->unnamed = true;
  denied.negated = true;
  REQUIRE(record->add(quay.in()).ok());
  Sample copy("Coast Wire", "2026-03-05", "brief.txt", "In brief: “The quay will open in May and not before that,” Ana Reyes said.");
  copy.say("“The quay will open in May and not before that,”", "said", "Ana Reyes");
  REQUIRE(record->add(copy.in()).ok());
  Sample again("Coast Wire", "2026-03-05", "brief.txt",
               "In brief: “The quay will open in May and not before that,” Ana Reyes said. More soon.");
  again.say("“The quay will open in May and not before that,”", "said", "Ana Reyes");
  REQUIRE(record->add(again.in()).ok());
  REQUIRE(record->fix("s1", {{"role", "harbour chief"}}, ana()).ok());
  REQUIRE(record->new_claim("The quay opens in May", ana()).ok());
  REQUIRE(record->attach("c1", {"s1"}, "makes", ana()).ok());
}

}  // namespace

TEST_CASE("every table and view is described, and every question in SQL runs", "[store]") {
  const std::string doc = read_doc("schema.md");
  REQUIRE_FALSE(doc.empty());
  const std::string path = (std::filesystem::temp_directory_path() / ("onrecord-docs-" + std::to_string(::getpid()) + ".db")).string();
  fill(path);
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  sqlite3_stmt* tables = nullptr;
  REQUIRE(
      sqlite3_prepare_v2(db,
                         "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE "
                         "'statement_words_%'",
                         -1, &tables, nullptr) == SQLITE_OK);
  while (sqlite3_step(tables) == SQLITE_ROW) {
    const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(tables, 0));
    INFO(name);
    CHECK(doc.find("`" + name + "`") != std::string::npos);
  }
  sqlite3_finalize(tables);

  // The picture: a line for each foreign key, and for nothing else.
  const std::size_t from = doc.find("erDiagram\n") + 10;
  const std::set<std::string> drawn = lines_without_arrows(doc.substr(from, doc.find("```", from) - from));
  std::set<std::string> keys;
  sqlite3_stmt* foreign = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, "SELECT f.\"table\" || ' ' || t.name || ' : ' || f.\"from\" FROM sqlite_schema t, "
                                 "pragma_foreign_key_list(t.name) f WHERE t.type = 'table'", -1, &foreign, nullptr) == SQLITE_OK);
  while (sqlite3_step(foreign) == SQLITE_ROW) keys.emplace(reinterpret_cast<const char*>(sqlite3_column_text(foreign, 0)));
  sqlite3_finalize(foreign);
  CHECK(drawn == keys);

  const std::size_t begin = doc.find("```sql\n") + 7;
  const std::string sql = doc.substr(begin, doc.find("```", begin) - begin);
  const char* rest = sql.c_str();
  int questions = 0;
  while (*rest != '\0') {
    sqlite3_stmt* question = nullptr;
    const char* next = nullptr;
    INFO(rest);
    REQUIRE(sqlite3_prepare_v2(db, rest, -1, &question, &next) == SQLITE_OK);
    rest = next;
    if (question == nullptr) continue;
    ++questions;
    CHECK(sqlite3_step(question) == SQLITE_ROW);  // the record holds something for each
    sqlite3_finalize(question);
  }
  CHECK(questions == 10);

  // What Datasette is told: only columns that there are.
  std::ifstream in(std::string(ONRECORD_SOURCE_DIR) + "/schema/datasette.json");
  const std::string told{std::istreambuf_iterator<char>(in), {}};
  sqlite3_stmt* missing = nullptr;
  REQUIRE(sqlite3_prepare_v2(db,
                             "SELECT count(*), group_concat(t.key || '.' || c.value) FILTER (WHERE p.name IS NULL) "
                             "FROM json_each(?1, '$.databases.onrecord.tables') t, json_tree(t.value) c "
                             "LEFT JOIN pragma_table_info(t.key) p ON p.name = c.value WHERE c.atom IS NOT NULL AND c.key <> 'fts_table'",
                             -1, &missing, nullptr) == SQLITE_OK);
  sqlite3_bind_text(missing, 1, told.c_str(), -1, SQLITE_TRANSIENT);
  REQUIRE(sqlite3_step(missing) == SQLITE_ROW);
  CHECK(sqlite3_column_int(missing, 0) >= 8);
  const auto* names = reinterpret_cast<const char*>(sqlite3_column_text(missing, 1));
  CHECK(std::string(names == nullptr ? "" : names).empty());
  sqlite3_finalize(missing);
  sqlite3_close(db);
  for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(path + tail);
}

TEST_CASE("every field is documented with its example, and nothing else is", "[query]") {
  const std::string doc = read_doc("query.md");
  std::size_t rows = 0;
  for (const QueryField& field : query_fields()) {
    INFO(std::string(field.name));
    const std::size_t at = doc.find("\n| `" + std::string(field.name) + "` | ");
    REQUIRE(at != std::string::npos);
    const std::string line = doc.substr(at + 1, doc.find('\n', at + 1) - at - 1);
    CHECK(line.find("`" + std::string(field.example) + "`") != std::string::npos);
    CHECK(line.find(std::string(field.help)) != std::string::npos);
    if (!field.alias.empty()) CHECK(line.find("`" + std::string(field.alias) + "`") != std::string::npos);
    ++rows;
  }
  std::size_t listed = 0;
  const std::size_t from = doc.find("| --- | --- | --- | --- | --- |");
  for (std::size_t at = doc.find("\n| `", from); at != std::string::npos; at = doc.find("\n| `", at + 1)) ++listed;
  CHECK(listed == rows);
}
