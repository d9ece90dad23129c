#include "store/database/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <filesystem>

#include "store/database/functions.h"

namespace onrecord {
namespace {

Error refusal(const std::string& path, std::string message, std::string hint = {}, ErrorCode code = ErrorCode::Failed) {
  return Error{code, std::move(message), path, std::move(hint)};
}

// What SQLite's code means to the person at the keyboard.
Error explain(int code, const std::string& said, const std::string& path) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return refusal(path, "locked: another program is writing to it", "try again when it is done");
    case SQLITE_READONLY:
      return refusal(path, "cannot be written to", "check the permissions of the file and its folder");
    case SQLITE_FULL:
      return refusal(path, "the disk is full", "free some space and run the same command again; nothing logged before is lost");
    case SQLITE_NOTADB:
      return refusal(path, "not a database", "name another file with --db");
    case SQLITE_CORRUPT:
      return refusal(path, "the database is damaged (" + said + ")", "see `onrecord verify`, and restore a backup");
    case SQLITE_CANTOPEN:
      return refusal(path, "cannot be opened (" + said + ")", "check the path and its permissions");
    case SQLITE_IOERR:
      // A disk without room says so with this code too, where the file beside the database cannot grow.
      return refusal(path, "the disk failed or is full (" + said + ")",
                     "free some space or look after the disk, and run the same command again");
    default:
      return refusal(path, said);
  }
}

[[noreturn]] void fail(sqlite3* db, int code, const std::string& path) {
  throw SqlError(explain(code, db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code), path));
}

}  // namespace

void refuse(ErrorCode code, std::string message, std::string_view where, std::string hint) {
  throw SqlError(Error{code, std::move(message), std::string(where), std::move(hint)});
}

struct Database::State {
  State(std::string file, Access how, const std::string& name, int flags, int busy_ms)
      : path(std::move(file)), access(how), db(name, flags, busy_ms) {}
  std::string path;
  Access access;
  SQLite::Database db;
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

sqlite3* Database::handle() const { return state_->db.getHandle(); }
const std::string& Database::path() const { return state_->path; }
Access Database::access() const { return state_->access; }
std::int64_t Database::changes() const { return sqlite3_changes64(handle()); }
bool Database::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

namespace {

// Refuses what cannot be a record's file, before SQLite is asked.
void check_path(const std::string& path, Access access) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (path.empty()) throw SqlError(refusal(path, "no database file was named", "name one with --db", ErrorCode::Usage));
  if (fs::is_directory(path, ignored)) throw SqlError(refusal(path, "is a directory", "name a file in it with --db"));
  const fs::path folder = fs::path(path).parent_path();
  if (access == Access::Create && !folder.empty() && !fs::is_directory(folder, ignored)) {
    throw SqlError(refusal(path, "its folder is not there", "make it first: mkdir -p " + folder.string(), ErrorCode::NotFound));
  }
  if (access != Access::Create && !fs::exists(path, ignored)) {
    throw SqlError(refusal(path, "there is no such file", "onrecord add FILE… makes one", ErrorCode::NotFound));
  }
}

// The first read is the first that touches the file, so what is wrong with it shows here: SQLite's code, SQLITE_ROW when all is well.
int first_read(SQLite::Database& db) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(db.getHandle(), "SELECT count(*) FROM sqlite_schema", -1, &statement, nullptr);
  if (code == SQLITE_OK) code = sqlite3_step(statement);
  sqlite3_finalize(statement);
  return code;
}

// The address of a record that was closed properly, on a disk that takes no writes: SQLite can read it as a file that nobody changes.
// It must not when a write-ahead log is left, which it would leave out.
std::string address_of_unchanging(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored, size_error;
  const auto wal_size = fs::file_size(path + "-wal", size_error);
  if (!size_error && wal_size > 0) {
    throw SqlError(refusal(path, "is on a disk that takes no writes, and its write-ahead log (" + path + "-wal) was left behind",
                           "copy both files to a disk that can be written to and open them there"));
  }
  std::string address = "file:";
  for (const char c : fs::absolute(path, ignored).string()) {
    if (c == '%') address += "%25";
    else if (c == '?') address += "%3f";
    else if (c == '#') address += "%23";
    else address += c;
  }
  return address + "?mode=ro&immutable=1";
}

}  // namespace

Database Database::open(const std::string& path, Access access, double busy_seconds) {
  if (path != ":memory:") check_path(path, access);
  // A connection is for one thread at a time, so SQLite need not guard it.
  const int flags = SQLITE_OPEN_NOMUTEX | (access == Access::ReadOnly    ? SQLITE_OPEN_READONLY
                                           : access == Access::ReadWrite ? SQLITE_OPEN_READWRITE
                                                                         : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const int busy_ms = static_cast<int>(busy_seconds * 1000);
  try {
    auto state = std::make_unique<State>(path, access, path, flags, busy_ms);
    int code = first_read(state->db);
    const bool takes_no_writes = (code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_READONLY;
    if (code != SQLITE_ROW && takes_no_writes && access == Access::ReadOnly) {
      state = std::make_unique<State>(path, access, address_of_unchanging(path), flags | SQLITE_OPEN_URI, busy_ms);
      code = first_read(state->db);
    }
    Database db(std::move(state));
    // A file that can be read, beside which the write-ahead log cannot be made.
    std::error_code ignored;
    const bool there = std::filesystem::exists(path, ignored);
    if ((code & 0xFF) == SQLITE_CANTOPEN && access != Access::ReadOnly && there) code = SQLITE_READONLY;
    if (code != SQLITE_ROW) fail(db.handle(), code, path);
    db.set_up();
    add_functions(db);
    return db;
  } catch (const SQLite::Exception& e) {
    throw SqlError(explain(e.getErrorCode(), e.what(), path));
  }
}

void Database::set_up() {
  sqlite3_extended_result_codes(handle(), 1);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
  run("PRAGMA temp_store=MEMORY; CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab(main, statement_words, instance)");
  if (access() != Access::ReadOnly) {
    run("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
    fit_log_to_size();
  } else {
    run("PRAGMA query_only=ON; PRAGMA cache_size=-32768");
  }
}

void Database::run(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle(), code, path());
}

std::int64_t Database::integer(const std::string& sql) {
  Sql query(*this, sql);
  return query.step() ? query.integer(0) : 0;
}

std::string Database::text(const std::string& sql) {
  Sql query(*this, sql);
  return query.step() ? query.text(0) : std::string();
}

namespace {

void copy_into(SQLite::Database& target, SQLite::Database& source, const std::string& path) {
  SQLite::Backup copy(target, source);
  int code = SQLITE_OK;
  int waits = 0;
  while ((code = copy.executeStep(-1)) == SQLITE_BUSY || code == SQLITE_LOCKED) {
    if (++waits > 200) throw SqlError(explain(code, "locked", path));
    sqlite3_sleep(25);
  }
}

}  // namespace

void Database::give_back_free_pages() {
  constexpr std::int64_t kGoodPart = 32;  // one page in so many
  if (integer("PRAGMA freelist_count") * kGoodPart > integer("PRAGMA page_count")) run("PRAGMA incremental_vacuum");
}

void Database::fit_log_to_size() {
  constexpr std::int64_t kPages = 4000, kPart = 8;
  sqlite3_wal_autocheckpoint(handle(), static_cast<int>(std::max(kPages, integer("PRAGMA page_count") / kPart)));
}

void Database::copy_to(const std::string& to) {
  try {
    SQLite::Database target(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    copy_into(target, state_->db, path());
  } catch (const SQLite::Exception& e) {
    throw SqlError(explain(e.getErrorCode(), e.what(), to));
  }
}

Database Database::temporary_copy() {
  try {
    // A name that is empty is SQLite's for a file of its own, which it deletes when it is closed.
    auto state = std::make_unique<State>(path(), Access::ReadWrite, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0);
    copy_into(state->db, state_->db, path());
    return Database(std::move(state));
  } catch (const SQLite::Exception& e) {
    throw SqlError(explain(e.getErrorCode(), e.what(), path()));
  }
}

// ---------------------------------------------------------------------------------------------------- statements

Sql::Sql(Database& db, std::string_view sql) : db_(db) {
  const int code = sqlite3_prepare_v3(db.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement_, nullptr);
  if (code != SQLITE_OK) fail(db.handle(), code, db.path());
}

Sql::~Sql() { sqlite3_finalize(statement_); }

Sql& Sql::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_, index, value);
  return *this;
}

Sql& Sql::bind(int index, double value) {
  sqlite3_bind_double(statement_, index, value);
  return *this;
}

Sql& Sql::bind(int index, std::string_view value) {
  sqlite3_bind_text64(statement_, index, value.data() != nullptr ? value.data() : "", value.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Sql& Sql::bind_copy(int index, std::string_view value) {
  sqlite3_bind_text64(statement_, index, value.data() != nullptr ? value.data() : "", value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Sql& Sql::bind_blob(int index, std::string_view value) {
  sqlite3_bind_blob64(statement_, index, value.data() != nullptr ? value.data() : "", value.size(), SQLITE_STATIC);
  return *this;
}

Sql& Sql::bind_null(int index) {
  sqlite3_bind_null(statement_, index);
  return *this;
}

bool Sql::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const Error error = explain(code, sqlite3_errmsg(db_.handle()), db_.path());
  sqlite3_reset(statement_);
  throw SqlError(error);
}

void Sql::run_bound() {
  while (step()) {
  }
  reset();
}

void Sql::reset() { sqlite3_reset(statement_); }

std::int64_t Sql::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Sql::real(int column) const { return sqlite3_column_double(statement_, column); }
bool Sql::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
int Sql::columns() const { return sqlite3_column_count(statement_); }

std::string_view Sql::view(int column) const {
  const auto* text = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  // Numbers have no blob of their own kind: SQLite converts them to text first.
  return text == nullptr ? std::string_view() : std::string_view(text, static_cast<std::size_t>(size));
}

// -------------------------------------------------------------------------------------------------- transactions

Transaction::Transaction(Database& db) : db_(db) {
  if (db.in_transaction()) return;
  db.run("BEGIN IMMEDIATE");
  ours_ = true;
}

Transaction::~Transaction() {
  if (ours_ && db_.in_transaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  if (!ours_) return;
  db_.run("COMMIT");
  ours_ = false;
}

Savepoint::Savepoint(Database& db) : db_(db) { db.run("SAVEPOINT article"); }

Savepoint::~Savepoint() {
  if (open_) sqlite3_exec(db_.handle(), "ROLLBACK TO article; RELEASE article", nullptr, nullptr, nullptr);
}

void Savepoint::keep() {
  db_.run("RELEASE article");
  open_ = false;
}

Snapshot::Snapshot(Database& db) : db_(db) {
  if (db.in_transaction()) return;
  db.run("BEGIN");
  ours_ = true;
}

Snapshot::~Snapshot() {
  if (ours_ && db_.in_transaction()) sqlite3_exec(db_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace onrecord
