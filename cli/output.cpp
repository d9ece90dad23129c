#include "output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace onrecord::cli {
namespace {

Error cannot(const std::string& path, const std::string& doing, int error) {
  std::string hint;
  if (error == ENOSPC || error == EDQUOT) hint = "make room there, or choose another place with -o";
  if (error == ENOENT) hint = "make its folder first";
  if (error == EACCES || error == EROFS) hint = "choose another place with -o";
  return {ErrorCode::Failed, doing + ": " + std::strerror(error), path, hint};
}

}  // namespace

Result<std::unique_ptr<Output>> Output::open(const Console& console, const std::string& path, Page page) {
  std::unique_ptr<Output> out(new Output);
  Output* self = out.get();
  out->buffer_ = Buffer([self](std::string_view bytes) { return self->write(bytes); });
  if (path.empty() || path == "-") {
    if (page == Page::Yes && console.out_is_terminal) out->start_pager();
    return out;
  }
  // A link is followed, so that the file it names is replaced and not the link.
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path, failed);
  out->path_ = failed ? path : real.string();
  struct stat about{};
  const bool there = ::stat(out->path_.c_str(), &about) == 0;
  if (there && S_ISDIR(about.st_mode)) return Error{ErrorCode::Failed, "is a folder", path, "name a file in it"};
  if (there && !S_ISREG(about.st_mode)) {
    out->file_ = ::open(out->path_.c_str(), O_WRONLY | O_CLOEXEC);
    if (out->file_ < 0) return cannot(path, "cannot be written", errno);
    return out;
  }
  const std::size_t slash = out->path_.find_last_of('/');
  const std::string folder = slash == std::string::npos ? "" : out->path_.substr(0, slash + 1);
  std::string name = folder + "." + out->path_.substr(folder.size()) + ".XXXXXX";
  out->file_ = ::mkstemp(name.data());
  if (out->file_ < 0) return cannot(path, "cannot be written", errno);
  out->temporary_ = name;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::fchmod(out->file_, there ? about.st_mode & 07777U : 0666U & ~mask) != 0) return cannot(path, "cannot be written", errno);
  return out;
}

Output::~Output() {
  if (file_ > 2) ::close(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  if (pager_ > 0) ::waitpid(pager_, nullptr, 0);
}

void Output::start_pager() {
  const char* wanted = std::getenv("PAGER");
  const std::string command = wanted == nullptr || *wanted == '\0' ? "less" : wanted;
  if (command == "cat") return;
  // Only what can be found is started: a shell that finds nothing would swallow the rows.
  const std::string program = command.substr(0, command.find(' '));
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  bool found = program.find('/') != std::string::npos && ::access(program.c_str(), X_OK) == 0;
  while (!found && !folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    found = ::access((std::string(folders.substr(0, end)) + "/" + program).c_str(), X_OK) == 0;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  int ends[2];
  if (!found || ::pipe2(ends, O_CLOEXEC) != 0) return;
  pager_ = ::fork();
  if (pager_ == 0) {
    ::dup2(ends[0], 0);
    ::setenv("LESS", "FRX", 0);  // leaves at once when all fits, keeps colours, does not clear the screen
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGINT, SIG_IGN);
    ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[0]);
  if (pager_ < 0) {
    ::close(ends[1]);
    pager_ = 0;
    return;
  }
  file_ = ends[1];
}

bool Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(file_, bytes.data(), bytes.size());
    if (wrote < 0) {
      if (errno == EINTR) continue;
      error_ = errno;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

bool Output::reader_left() const { return path_.empty() && error_ == EPIPE; }

Error Output::failure(const std::string& doing) const {
  if (reader_left())
    return {ErrorCode::Failed, "its reader went away before everything was written", "standard output", ""};
  return cannot(path_.empty() ? "standard output" : path_, doing, error_);
}

Result<void> Output::finish() {
  buffer_.flush();
  if (!buffer_.ok()) {
    if (pager_ > 0 && error_ == EPIPE) return {};  // left the pager early
    return failure("cannot be written");
  }
  if (pager_ > 0) {
    ::close(file_);
    file_ = 1;
    ::waitpid(pager_, nullptr, 0);
    pager_ = 0;
  }
  if (temporary_.empty()) return {};
  if (::fsync(file_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    error_ = errno;
    return failure("cannot be written");
  }
  temporary_.clear();
  // The new name is on the disk once its folder is.
  const std::size_t slash = path_.find_last_of('/');
  const int folder = ::open(slash == std::string::npos ? "." : path_.substr(0, slash + 1).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    (void)::fsync(folder);
    ::close(folder);
  }
  return {};
}

}  // namespace onrecord::cli
