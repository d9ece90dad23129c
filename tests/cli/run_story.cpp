// Runs a story, a file of commands with what they print, on the real program:
//
//   run_story PROGRAM HELPER SOURCES STORY.test [--update]
//
//   What the story is about
//   # A remark.
//   < notes.txt                     a file in the story's folder; its lines follow after ": "
//   : First line.
//   $ onrecord find '"'             a command for sh
//   > a line of standard output
//   ! a line of standard error
//   = 2                             the exit status, where it is not 0
//
// Lines with [..] match anything there, a line [...] any number of lines. A command with no > and ! lines must print nothing.
// "? not root" skips the rest for root, who may write anywhere, "? a terminal" where none can be opened, as in a chroot
// without /dev/pts. --update writes what happened to STORY.actual, for a person to read and take over.
#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "story/story.h"

namespace {

struct Step {
  std::string command;
  std::string out, err;
  int status = 0;
};

std::string prefixed(const std::string& text, const std::string& prefix) {
  std::string all;
  for (const std::string& line : story::lines_of(text)) all += (line.empty() ? prefix.substr(0, 1) : prefix + line) + "\n";
  return all;
}

std::string after_prefix(const std::string& line) { return line.size() > 2 ? line.substr(2) : std::string(); }

bool can_open_terminal() {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) return false;
  ::close(terminal);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: run_story PROGRAM HELPER SOURCES STORY.test [--update]\n";
    return 2;
  }
  const std::string path = argv[4];
  const bool update = argc > 5 && std::string(argv[5]) == "--update";
  const story::Room room(argv[1], argv[2], argv[3]);
  const std::vector<std::string> lines = story::lines_of(story::read_file(path));
  std::string actual;
  int failures = 0;
  std::size_t at = 0;
  while (at < lines.size()) {
    const std::string& line = lines[at];
    if (line.starts_with("? not root")) {
      if (::geteuid() == 0) {
        std::cout << path << ": the rest is not for root\n";
        return failures == 0 ? 0 : 1;
      }
      actual += line + "\n";
      ++at;
    } else if (line.starts_with("? a terminal")) {
      if (!can_open_terminal()) {
        std::cout << path << ": the rest needs a terminal, and none can be opened: is /dev/pts mounted?\n";
        return failures == 0 ? 0 : 1;
      }
      actual += line + "\n";
      ++at;
    } else if (line.starts_with("< ")) {
      const std::string name = line.substr(2, line.find("  ", 2) - 2);
      std::string text;
      actual += line + "\n";
      for (++at; at < lines.size() && lines[at].starts_with(":"); ++at) {
        text += after_prefix(lines[at]) + "\n";
        actual += lines[at] + "\n";
      }
      room.write_file(name, text);
    } else if (line.starts_with("$ ")) {
      Step step{line.substr(2), "", "", 0};
      actual += line + "\n";
      const std::size_t number = at + 1;
      for (++at; at < lines.size(); ++at) {
        if (lines[at].starts_with(">")) step.out += after_prefix(lines[at]) + "\n";
        else if (lines[at].starts_with("!")) step.err += after_prefix(lines[at]) + "\n";
        else if (lines[at].starts_with("= ")) step.status = std::stoi(lines[at].substr(2));
        else break;
      }
      const story::Outcome outcome = room.run(step.command, false);
      const bool as_wanted =
          story::matches(step.out, outcome.out) && story::matches(step.err, outcome.err) && step.status == outcome.status;
      if (as_wanted) {
        actual += prefixed(step.out, "> ") + prefixed(step.err, "! ");
      } else {
        ++failures;
        actual += prefixed(outcome.out, "> ") + prefixed(outcome.err, "! ");
        std::cout << path << ":" << number << ": " << line << "\nwanted:\n"
                  << prefixed(step.out, "> ") << prefixed(step.err, "! ") << "= " << step.status << "\ngot:\n"
                  << prefixed(outcome.out, "> ") << prefixed(outcome.err, "! ") << "= " << outcome.status << "\n\n";
      }
      if (outcome.status != 0) actual += "= " + std::to_string(outcome.status) + "\n";
    } else {
      actual += line + "\n";
      ++at;
    }
  }
  if (update && failures > 0) std::ofstream(path.substr(0, path.size() - 5) + ".actual") << actual;
  return failures == 0 ? 0 : 1;
}
