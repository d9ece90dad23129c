#include "story.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace story {
namespace fs = std::filesystem;

Room::Room(const std::string& program, const std::string& helper, const std::string& sources) {
  std::string name = (fs::temp_directory_path() / "onrecord-test.XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder to test in");
  folder_ = name;
  fs::create_directory(folder_ + "/bin");
  fs::create_directory(folder_ + "/here");
  fs::create_symlink(fs::absolute(program), folder_ + "/bin/onrecord");
  if (!helper.empty()) fs::create_symlink(fs::absolute(helper), folder_ + "/bin/helper");
  environment_ = {"PATH=" + folder_ + "/bin:/usr/bin:/bin", "HOME=" + folder_, "TMPDIR=" + folder_, "TZ=UTC", "LC_ALL=C.UTF-8",
                  "COLUMNS=80", "ONRECORD_NOW=2026-03-10T09:00:00Z", "ONRECORD_USER=tester", "ROOT=" + sources,
                  "FIXTURES=" + sources + "/fixtures"};
  // What a build with sanitizers needs.
  for (const char* kept : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
    if (const char* value = std::getenv(kept)) environment_.push_back(std::string(kept) + "=" + value);
}

Room::~Room() {
  std::error_code ignored;
  fs::permissions(folder_ + "/here", fs::perms::owner_all, fs::perm_options::add, ignored);
  fs::remove_all(folder_, ignored);
}

void Room::write_file(const std::string& name, const std::string& text) const {
  const fs::path path = fs::path(folder_) / "here" / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

Outcome Room::run(const std::string& command, bool together, int seconds) const {
  int out[2];
  int err[2];
  if (::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    ::setpgid(0, 0);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, 0);
    ::dup2(out[1], 1);
    ::dup2(together ? out[1] : err[1], 2);
    std::signal(SIGPIPE, SIG_DFL);
    if (::chdir((folder_ + "/here").c_str()) != 0) ::_exit(126);
    std::vector<char*> environment;
    for (const std::string& variable : environment_) environment.push_back(const_cast<char*>(variable.c_str()));
    environment.push_back(nullptr);
    std::array<char*, 4> arguments = {const_cast<char*>("sh"), const_cast<char*>("-c"), const_cast<char*>(command.c_str()), nullptr};
    ::execve("/bin/sh", arguments.data(), environment.data());
    ::_exit(127);
  }
  ::close(out[1]);
  ::close(err[1]);
  Outcome outcome;
  std::array<pollfd, 2> watched = {pollfd{out[0], POLLIN, 0}, pollfd{err[0], POLLIN, 0}};
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  bool late = false;
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0) {
      late = true;
      ::kill(-child, SIGKILL);  // the group that this function made
      break;
    }
    if (::poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR) break;
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].fd < 0 || watched[i].revents == 0) continue;
      std::array<char, 65536> bytes{};
      const ssize_t got = ::read(watched[i].fd, bytes.data(), bytes.size());
      if (got > 0) (i == 0 ? outcome.out : outcome.err).append(bytes.data(), static_cast<std::size_t>(got));
      else watched[i].fd = -1;
    }
  }
  ::close(out[0]);
  ::close(err[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  outcome.status = late ? 124 : WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return outcome;
}

namespace {

bool line_matches(const std::string& wanted, const std::string& actual) {
  const std::size_t gap = wanted.find("[..]");
  if (gap == std::string::npos) return wanted == actual;
  if (actual.compare(0, gap, wanted, 0, gap) != 0) return false;
  const std::string rest = wanted.substr(gap + 4);
  for (std::size_t at = gap; at <= actual.size(); ++at)
    if (line_matches(rest, actual.substr(at))) return true;
  return false;
}

bool lines_match(const std::vector<std::string>& wanted, std::size_t i, const std::vector<std::string>& actual, std::size_t j) {
  for (; i < wanted.size(); ++i, ++j) {
    if (wanted[i] == "[...]") {
      for (std::size_t next = j; next <= actual.size(); ++next)
        if (lines_match(wanted, i + 1, actual, next)) return true;
      return false;
    }
    if (j >= actual.size() || !line_matches(wanted[i], actual[j])) return false;
  }
  return j == actual.size();
}

}  // namespace

bool matches(const std::string& wanted, const std::string& actual) {
  return lines_match(lines_of(wanted), 0, lines_of(actual), 0);
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace story
