#include "keys.h"

#include <unistd.h>

#include <cerrno>

#include "console.h"

namespace onrecord::cli {

bool can_ask() { return ::isatty(0) == 1; }

Keys::Keys() {
  if (::tcgetattr(0, &before_) != 0) return;
  termios single = before_;
  // Signals stay on: Ctrl-C goes on meaning stop.
  single.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  single.c_cc[VMIN] = 1;
  single.c_cc[VTIME] = 0;
  changed_ = ::tcsetattr(0, TCSADRAIN, &single) == 0;
}

Keys::~Keys() {
  if (changed_) ::tcsetattr(0, TCSADRAIN, &before_);
}

std::optional<char> Keys::next() {
  char key = 0;
  while (!interrupted()) {
    const ssize_t got = ::read(0, &key, 1);
    if (got == 1) return key;
    if (got == 0 || errno != EINTR) break;
  }
  return std::nullopt;
}

}  // namespace onrecord::cli
