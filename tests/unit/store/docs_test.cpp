// docs/schema.md and docs/query.md say what there is, and nothing else; the questions in SQL run.
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

std::string read_doc(const char* name) {
  std::ifstream in(std::string(ONRECORD_SOURCE_DIR) + "/docs/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every table and view is described, and every question in SQL runs", "[store]") {
  const std::string doc = read_doc("schema.md");
  REQUIRE_FALSE(doc.empty());
  const std::string path = (std::filesystem::temp_directory_path() / ("onrecord-docs-" + std::to_string(::getpid()) + ".db")).string();
  { REQUIRE(Record::open(path, OpenMode::Create, {}).ok()); }
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &db) == SQLITE_OK);
  sqlite3_stmt* tables = nullptr;
  REQUIRE(sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE "
                                 "'statement_words_%'", -1, &tables, nullptr) == SQLITE_OK);
  while (sqlite3_step(tables) == SQLITE_ROW) {
    const std::string name = reinterpret_cast<const char*>(sqlite3_column_text(tables, 0));
    INFO(name);
    CHECK(doc.find("`" + name + "`") != std::string::npos);
  }
  sqlite3_finalize(tables);
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
    CHECK(sqlite3_step(question) == SQLITE_DONE);
    sqlite3_finalize(question);
  }
  CHECK(questions == 10);
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
