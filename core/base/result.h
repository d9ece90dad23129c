// A value or the reason there is none.
//
//   Result<Article> article = read_article(path);
//   if (!article) return article.error();
//   use(*article);
//
// Expected trouble (a bad file, a bad query, a newer database) travels as an Error; a broken
// invariant asserts. An Error says what, where and what to do next; `code` becomes the exit status
// in `cli`, the only folder that prints.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace onrecord {

// The kinds of failure that a caller may want to tell apart. Exit statuses are made from these in
// `cli` alone.
enum class ErrorCode {
  Usage,          // the caller asked for something that makes no sense
  BadInput,       // one input cannot be read; others may be
  NotFound,       // an id, a file or a name that is not there
  NewerDatabase,  // the database was written by a later build
  Failed,         // everything else: disk, lock, network
};

struct Error {
  ErrorCode code = ErrorCode::Failed;
  std::string message;  // what went wrong, without a full stop
  std::string where;    // path, line or fragment at fault; may be empty
  std::string hint;     // the next thing to try; may be empty

  // "where: message (hint)", as `cli` prints it.
  [[nodiscard]] std::string text() const {
    std::string out = where.empty() ? message : where + ": " + message;
    return hint.empty() ? out : out + "; " + hint;
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] explicit operator bool() const { return state_.index() == 0; }
  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  [[nodiscard]] T& operator*() & { assert(ok()); return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& operator*() const& { assert(ok()); return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& operator*() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T* operator->() { assert(ok()); return std::get_if<0>(&state_); }
  [[nodiscard]] const T* operator->() const { assert(ok()); return std::get_if<0>(&state_); }
  [[nodiscard]] const Error& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// Success without a value.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  [[nodiscard]] explicit operator bool() const { return !error_; }
  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] const Error& error() const { assert(error_); return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace onrecord
