// One connection to the SQLite file: opening it safely, prepared statements, transactions and savepoints that cannot leak.
//
//   Database db = Database::open("onrecord.db", Access::Create, 5);
//   Transaction change(db);                        // BEGIN IMMEDIATE: waits for other writers, never fails later
//   Sql insert(db, "INSERT INTO notes(text) VALUES(?1)");
//   insert.run("checked");
//   change.commit();                               // else it rolls back
//
// Inside core these throw SqlError; the public face turns it into an Error. No type of SQLite's stands in this header.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace onrecord {

// What SQLite or the store said no to, on its way to becoming an Error.
class SqlError : public std::runtime_error {
 public:
  explicit SqlError(Error error) : std::runtime_error(error.text()), error_(std::move(error)) {}
  [[nodiscard]] const Error& error() const { return error_; }

 private:
  Error error_;
};

// Throws an SqlError.
[[noreturn]] void refuse(ErrorCode code, std::string message, std::string_view where, std::string hint = {});

enum class Access : std::uint8_t { ReadOnly, ReadWrite, Create };

class Database {
 public:
  // Opens or makes the file and checks that it is ours (or empty, for Create); applies no schema. Throws SqlError as
  // Record::open documents it.
  [[nodiscard]] static Database open(const std::string& path, Access access, double busy_seconds);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  [[nodiscard]] sqlite3* handle() const;
  [[nodiscard]] const std::string& path() const;
  [[nodiscard]] Access access() const;

  // Several statements, none with a result.
  void run(const std::string& sql);
  // The first column of the first row; 0 and empty when there is none.
  [[nodiscard]] std::int64_t integer(const std::string& sql);
  [[nodiscard]] std::string text(const std::string& sql);
  // Rows changed by the last statement that ran.
  [[nodiscard]] std::int64_t changes() const;
  [[nodiscard]] bool in_transaction() const;

  // Gives pages that hold nothing back to the disk where they are a good part of the file (full-text search leaves some behind
  // while a record is small). Not inside a transaction.
  void give_back_free_pages();

  // Lets the write-ahead log of a large record grow longer before it is written into the file: a page that changes again and again
  // meanwhile is written once.
  void fit_log_to_size();

  // Copies the database as it stands into a new file at `path`, which other programs may not be using.
  void copy_to(const std::string& path);
  // A copy that can be written to, in a temporary file that goes with it.
  [[nodiscard]] Database temporary_copy();

 private:
  struct State;
  explicit Database(std::unique_ptr<State> state);
  void set_up();  // as every connection is, before anything else is asked
  std::unique_ptr<State> state_;
};

// A prepared statement. Bind, step, read; reset before binding again. Text views live until the next step or reset.
class Sql {
 public:
  Sql(Database& db, std::string_view sql);
  Sql(Sql&& other) noexcept : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)) {}
  Sql& operator=(Sql&&) = delete;
  ~Sql();

  Sql& bind(int index, std::int64_t value);
  Sql& bind(int index, int value) { return bind(index, static_cast<std::int64_t>(value)); }
  Sql& bind(int index, bool value) { return bind(index, static_cast<std::int64_t>(value)); }
  Sql& bind(int index, double value);
  // The text must live until the statement is stepped to its end or reset.
  Sql& bind(int index, std::string_view value);
  Sql& bind(int index, const std::string& value) { return bind(index, std::string_view(value)); }
  Sql& bind(int index, const char* value) { return bind(index, std::string_view(value)); }
  Sql& bind_null(int index);
  Sql& bind_copy(int index, std::string_view value);
  Sql& bind_blob(int index, std::string_view value);
  // Empty text and number 0 stand for NULL.
  Sql& bind_or_null(int index, std::string_view value) { return value.empty() ? bind_null(index) : bind(index, value); }
  Sql& bind_or_null(int index, std::int64_t value) { return value == 0 ? bind_null(index) : bind(index, value); }

  // Resets, binds the values as parameters 1, 2, … (texts must live until the next reset).
  template <typename... Values>
  Sql& with(Values&&... values) {
    static_assert((!std::is_same_v<Values, std::string> && ...), "a text that ends with this line would be read after it");
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }
  // with(), and runs it to its end.
  template <typename... Values>
  void run(const Values&... values) {
    with(values...);
    run_bound();
  }
  void run_bound();

  bool step();  // true: there is a row
  void reset();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view view(int column) const;
  [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const;

 private:
  Database& db_;
  sqlite3_stmt* statement_ = nullptr;
};

// Holds the write lock from its first moment, so that nothing read in it can be outdated when it writes. Inside a
// transaction that is open already it joins that one and never commits it.
class Transaction {
 public:
  explicit Transaction(Database& db);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();  // rolls back what was not committed
  void commit();

 private:
  Database& db_;
  bool ours_ = false;
};

// One step inside a transaction that can be taken back alone. Released for good at its end, whichever way that comes.
class Savepoint {
 public:
  explicit Savepoint(Database& db);
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  ~Savepoint();  // rolls back what was not kept
  void keep();

 private:
  Database& db_;
  bool open_ = true;
};

// A short read view of one moment: several questions see the same state.
class Snapshot {
 public:
  explicit Snapshot(Database& db);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database& db_;
  bool ours_ = false;
};

}  // namespace onrecord
