#include "store/database/schema.h"

#include <optional>
#include <string>
#include <vector>

namespace onrecord {

std::span<const EmbeddedFile> schema_files();  // made of schema/*.sql when the project is built
std::span<const EmbeddedFile> schema_steps() { return schema_files(); }

namespace {

std::string step_name(const EmbeddedFile& step) { return std::string(step.name.substr(0, step.name.find('.'))); }

// How many of `steps` the database has. Throws when it is not ours or has others.
std::size_t steps_there(Database& db, std::span<const EmbeddedFile> steps) {
  const bool blank = db.integer("SELECT count(*) FROM sqlite_schema") == 0;
  if (db.integer("PRAGMA application_id") != kApplicationId) {
    if (blank && db.integer("PRAGMA application_id") == 0) return 0;
    refuse(ErrorCode::Failed, "is another program's database, not a record", db.path(), "name another file with --db");
  }
  if (blank) return 0;
  std::vector<std::string> there;
  Sql query(db, "SELECT name FROM schema_steps ORDER BY step");
  while (query.step()) there.push_back(query.text(0));
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (i < steps.size() && there[i] == step_name(steps[i])) continue;
    refuse(ErrorCode::NewerDatabase, "was written by a newer onrecord: it has the schema step " + there[i] +
           ", which this build does not know", db.path(), "install a newer onrecord to open it");
  }
  return there.size();
}

}  // namespace

void migrate(Database& db, std::span<const EmbeddedFile> steps, const std::function<void(const std::string& step)>& before) {
  const std::size_t there = steps_there(db, steps);
  if (there == steps.size()) return;
  if (there > 0 && before) before(step_name(steps[there]));
  // Outside of any transaction: these stay with the file, the first only with one that is new.
  db.run("PRAGMA auto_vacuum=INCREMENTAL");
  if (db.text("PRAGMA journal_mode=WAL") != "wal" && db.path() != ":memory:") {
    refuse(ErrorCode::Failed, "this disk cannot hold a write-ahead log", db.path(), "keep the record on a local disk");
  }
  // A new file gets them all at once: there is no half of a schema that a reader could meet.
  std::optional<Transaction> together;
  if (there == 0) together.emplace(db);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    // Asked again with the write lock held: another program may have applied it meanwhile.
    Transaction step(db);
    if (steps_there(db, steps) > i) continue;
    db.run("PRAGMA application_id=" + std::to_string(kApplicationId));
    try {
      db.run(std::string(steps[i].bytes));
    } catch (const SqlError& e) {
      Error error = e.error();
      error.message = "could not be brought up to the schema step " + step_name(steps[i]) + ", and is as it was: " + error.message;
      throw SqlError(std::move(error));
    }
    Sql(db, "INSERT INTO schema_steps(step, name) VALUES (?1, ?2)").run(static_cast<std::int64_t>(i + 1), step_name(steps[i]));
    step.commit();
  }
  if (together) together->commit();
}

void check_schema(Database& db, std::span<const EmbeddedFile> steps) {
  const std::size_t there = steps_there(db, steps);
  if (there == 0) refuse(ErrorCode::Failed, "holds no record", db.path(), "onrecord add FILE… makes one");
  if (there < steps.size()) {
    refuse(ErrorCode::Failed, "was written by an older onrecord and is opened for reading only", db.path(),
           "open it once with a command that writes, such as onrecord add");
  }
}

}  // namespace onrecord
