// One key at a time from the person at the terminal, without Enter.
//
//   Keys keys;                       // the terminal gives single keys until `keys` goes
//   while (auto key = keys.next()) answer(*key);
#pragma once

#include <termios.h>

#include <optional>

namespace onrecord::cli {

// Whether standard input is a terminal that can be asked.
[[nodiscard]] bool can_ask();

class Keys {
 public:
  Keys();
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys();

  // The next key; nothing at the end of input or after Ctrl-C.
  [[nodiscard]] std::optional<char> next();

 private:
  termios before_{};
  bool changed_ = false;
};

}  // namespace onrecord::cli
