// What a story cannot do with the program itself: look into a database as another program would, and keep one locked.
//
//   helper sql FILE SQL          runs SQL and prints its rows
//   helper lock FILE COMMAND     runs COMMAND with sh while the file is locked for writing
//   helper type KEYS COMMAND     runs COMMAND with sh on a terminal of its own, types a key at each question, prints what it shows
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

int type_keys(const std::string& keys, const char* command) {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0 || ::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0) return 1;
  const std::string name = ::ptsname(terminal);
  const pid_t child = ::fork();
  if (child == 0) {
    ::setsid();
    const int own = ::open(name.c_str(), O_RDWR);
    ::ioctl(own, TIOCSCTTY, 0);
    for (int file = 0; file < 3; ++file) ::dup2(own, file);
    ::close(terminal);
    ::execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
    ::_exit(127);
  }
  std::string shown;
  std::size_t typed = 0;
  char bytes[4096];
  ssize_t got = 0;
  while ((got = ::read(terminal, bytes, sizeof bytes)) > 0) {
    shown.append(bytes, static_cast<std::size_t>(got));
    if (!shown.ends_with("? ")) continue;
    const char key = typed < keys.size() ? keys[typed++] : 'q';
    if (::write(terminal, &key, 1) != 1) break;
  }
  for (const char c : shown)
    if (c != '\r') std::putchar(c);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  if (std::string(argv[1]) == "type") return type_keys(argv[2], argv[3]);
  sqlite3* db = nullptr;
  if (sqlite3_open(argv[2], &db) != SQLITE_OK) return 1;
  const auto print = [](void*, int columns, char** values, char**) {
    for (int i = 0; i < columns; ++i) std::printf("%s%s", i > 0 ? "|" : "", values[i] == nullptr ? "" : values[i]);
    std::printf("\n");
    return 0;
  };
  const bool lock = std::string(argv[1]) == "lock";
  char* trouble = nullptr;
  const int status = sqlite3_exec(db, lock ? "BEGIN IMMEDIATE" : argv[3], print, nullptr, &trouble);
  if (status != SQLITE_OK) std::fprintf(stderr, "helper: %s\n", trouble);
  int result = status == SQLITE_OK ? 0 : 1;
  if (lock && result == 0) {
    const int ended = std::system(argv[3]);
    result = WIFEXITED(ended) ? WEXITSTATUS(ended) : 1;
  }
  sqlite3_close(db);
  return result;
}
