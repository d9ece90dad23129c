// What a story cannot do with the program itself: look into a database as another program would, and keep one locked.
//
//   helper sql FILE SQL          runs SQL and prints its rows
//   helper lock FILE COMMAND     runs COMMAND with sh while the file is locked for writing
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char** argv) {
  if (argc < 4) return 2;
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
