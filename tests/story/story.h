// Commands with what they print, run and compared: the engine of tests/cli (stories) and tests/docs (the manual).
#pragma once

#include <string>
#include <vector>

namespace story {

struct Outcome {
  std::string out, err;  // the same when they were asked for together
  int status = 0;        // 128 + the signal that ended it; 124 after the time limit
};

// A folder of its own, an environment without surprises, and the program under test first on the path.
class Room {
 public:
  // `program`: the onrecord to test; `helper`: the helper of the tests, or empty; `sources`: the root of the source tree.
  Room(const std::string& program, const std::string& helper, const std::string& sources);
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  ~Room();

  void write_file(const std::string& name, const std::string& text) const;

  // Runs `command` with sh in the folder; `together` sends both outputs to `out`, in their order.
  [[nodiscard]] Outcome run(const std::string& command, bool together, int seconds = 120) const;

 private:
  std::string folder_;
  std::vector<std::string> environment_;
};

// Whether `actual` is what `wanted` says: line by line, where [..] stands for anything within a line and a line of its own
// that says [...] for any number of lines.
[[nodiscard]] bool matches(const std::string& wanted, const std::string& actual);

[[nodiscard]] std::string read_file(const std::string& path);
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace story
