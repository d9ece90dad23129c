// Runs the `$ onrecord …` commands of a page of the manual and compares what they print:
//
//   run_docs PROGRAM SOURCES PAGE.md [--update]
//
// Commands stand in blocks of ``` with their output below them, both outputs together as a terminal shows them. Only
// commands that begin with "onrecord" are run; a block after the line <!-- file: NAME --> is that file, and <!-- not run -->
// leaves a block out. A page is one story: what a command leaves behind is there for the next. --update writes
// PAGE.md.actual.
#include <fstream>
#include <iostream>

#include "story/story.h"

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: run_docs PROGRAM SOURCES PAGE.md [--update]\n";
    return 2;
  }
  const std::string path = argv[3];
  const story::Room room(argv[1], "", argv[2]);
  const std::vector<std::string> lines = story::lines_of(story::read_file(path));
  std::string actual;
  std::string before;  // the last line that says something, outside of blocks
  int failures = 0;
  for (std::size_t at = 0; at < lines.size();) {
    if (!lines[at].starts_with("```")) {
      if (!lines[at].empty()) before = lines[at];
      actual += lines[at++] + "\n";
      continue;
    }
    actual += lines[at++] + "\n";
    std::vector<std::string> block;
    while (at < lines.size() && !lines[at].starts_with("```")) block.push_back(lines[at++]);
    if (before.starts_with("<!-- file: ")) {
      std::string text;
      for (const std::string& line : block) text += line + "\n";
      room.write_file(before.substr(11, before.find(" -->") - 11), text);
    }
    const bool run = !before.starts_with("<!-- not run");
    for (std::size_t i = 0; i < block.size();) {
      actual += block[i] + "\n";
      if (!run || !block[i].starts_with("$ onrecord ")) {
        ++i;
        continue;
      }
      const std::string command = block[i++].substr(2);
      std::string wanted;
      while (i < block.size() && !block[i].starts_with("$ ")) wanted += block[i++] + "\n";
      const story::Outcome outcome = room.run(command, true);
      // A blank line at the end may set the next command off.
      const auto trimmed = [](std::string text) {
        while (text.ends_with("\n\n")) text.pop_back();
        return text == "\n" ? std::string() : text;
      };
      if (story::matches(trimmed(wanted), trimmed(outcome.out))) {
        actual += wanted;
        continue;
      }
      ++failures;
      actual += outcome.out + (wanted.ends_with("\n\n") ? "\n" : "");
      std::cout << path << ": $ " << command << "\nwanted:\n"
                << wanted << "got (status " << outcome.status << "):\n"
                << outcome.out << "\n";
    }
    if (at < lines.size()) actual += lines[at++] + "\n";
    before.clear();
  }
  if (argc > 4 && std::string(argv[4]) == "--update" && failures > 0) std::ofstream(path + ".actual") << actual;
  return failures == 0 ? 0 : 1;
}
