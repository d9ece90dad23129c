// What stands around the program: the terminal, the environment, the clock, the user. Only `cli` looks at them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "export/rows.h"
#include "onrecord/record.h"

namespace onrecord::cli {

class Console {
 public:
  Console();  // looks around

  bool out_is_terminal = false;
  bool err_is_terminal = false;
  TableStyle table;           // for standard output
  bool quiet = false;

  // The record that `option` (--db) names, else ONRECORD_DB, else onrecord.db.
  [[nodiscard]] std::string database(const std::string& option) const;

  // Now, ISO 8601 in UTC; ONRECORD_NOW where it is set, for tests.
  [[nodiscard]] std::string now() const;

  // Who corrects, now, and why.
  [[nodiscard]] Stamp stamp(const std::string& why) const;

  // One line on standard error: trouble, with file, place and remedy. Prints in quiet mode too.
  void complain(const Error& error);

  // A line on standard error for the person; nothing in quiet mode.
  void tell(std::string_view text);

  // Progress of long work: shown on one line of a terminal, at most ten times a second, and gone before anything else is
  // printed. Nothing in quiet mode or elsewhere.
  void progress(std::string_view text);
  [[nodiscard]] bool shows_progress() const { return !quiet && err_is_terminal; }
  void end_progress();

 private:
  std::string line_;          // of progress, as shown
  double shown_at_ = 0;
  std::size_t err_columns_ = 80;
};

// Whether the user has asked to stop (Ctrl-C). watch_interrupts() must have been called; work then ends at the next article or row, with
// all that was reported safe.
[[nodiscard]] bool interrupted();
void watch_interrupts();
// Ends the program by the same signal, so that a shell's loop stops too. Returns when there was none.
void pass_on_interrupt();

// Seconds of a clock that never goes back.
[[nodiscard]] double seconds();

// "1,234"; "1 article", "2 articles".
[[nodiscard]] std::string grouped(std::int64_t number);
[[nodiscard]] std::string counted(std::int64_t number, std::string_view one, std::string_view many = {});

}  // namespace onrecord::cli
