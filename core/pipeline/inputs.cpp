#include "pipeline/inputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "fetch/fetcher.h"

namespace onrecord {
namespace fs = std::filesystem;

bool is_article_name(std::string_view name) {
  if (name.empty() || name.front() == '.') return false;
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  std::string ending(name.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  static constexpr std::array<std::string_view, 6> kEndings = {"txt", "text", "md", "htm", "html", "xhtml"};
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::optional<Result<Input>> Inputs::next() {
  while (true) {
    if (!folders_.empty()) {
      if (auto found = next_in_folder()) return found;
      continue;
    }
    if (at_ == names_.size()) return std::nullopt;
    std::string name = std::move(names_[at_++]);
    if (name == "-") return Result<Input>(Input{"-", "", false});
    if (is_web_address(name)) return Result<Input>(Input{std::move(name), "", true});
    std::error_code failed;
    const fs::file_status status = fs::status(name, failed);
    if (status.type() == fs::file_type::not_found) {
      if (name.find("://") != std::string::npos)
        return Result<Input>(
            Error{ErrorCode::BadInput, "only http and https addresses are fetched", name, "save the page and add the file"});
      return Result<Input>(Error{ErrorCode::BadInput, "no such file or folder", name, "check the name and the folder"});
    }
    if (failed) return Result<Input>(Error{ErrorCode::BadInput, "cannot be read: " + failed.message(), name, ""});
    std::string absolute = fs::weakly_canonical(name, failed).string();
    if (absolute.empty()) absolute = name;
    if (status.type() != fs::file_type::directory) return Result<Input>(Input{std::move(name), std::move(absolute), false});
    while (name.size() > 1 && name.ends_with('/')) name.pop_back();
    if (auto entered = enter(std::move(name), std::move(absolute)); !entered) return Result<Input>(entered.error());
  }
}

Result<void> Inputs::enter(std::string path, std::string absolute_path) {
  Folder folder{std::move(path), std::move(absolute_path), {}, 0, 0};
  std::error_code failed;
  for (fs::directory_iterator it(folder.path, failed), end; !failed && it != end; it.increment(failed)) {
    std::string name = it->path().filename().string();
    if (name.empty() || name.front() == '.') continue;
    std::error_code odd;
    if (it->is_directory(odd)) {
      if (!it->is_symlink(odd)) folder.entries.push_back(std::move(name) + '/');  // a link could lead in a circle
    } else if (is_article_name(name)) {
      folder.entries.push_back(std::move(name));
    } else {
      ++passed_by_;
    }
  }
  if (failed) return Error{ErrorCode::BadInput, "cannot be listed: " + failed.message(), folder.path, ""};
  std::sort(folder.entries.begin(), folder.entries.end());
  folders_.push_back(std::move(folder));
  return {};
}

std::optional<Result<Input>> Inputs::next_in_folder() {
  Folder& folder = folders_.back();
  if (folder.at == folder.entries.size()) {
    const std::int64_t found = folder.found;
    const std::string path = folder.path;
    folders_.pop_back();
    if (!folders_.empty()) {
      folders_.back().found += found;
      return std::nullopt;
    }
    if (found > 0) return std::nullopt;
    return Result<Input>(Error{ErrorCode::BadInput, "no articles in this folder", path,
                               "files ending in .txt or .html are read; name a file itself to read it whatever its ending"});
  }
  std::string& name = folder.entries[folder.at++];
  const bool is_folder = name.ends_with('/');
  if (is_folder) name.pop_back();
  const std::string joint = folder.path.ends_with('/') ? "" : "/";
  Input input{folder.path + joint + name, folder.absolute_path + (folder.absolute_path.ends_with('/') ? "" : "/") + name, false};
  std::string().swap(name);
  if (!is_folder) {
    ++folder.found;
    return Result<Input>(std::move(input));
  }
  if (auto entered = enter(std::move(input.path), std::move(input.absolute_path)); !entered)
    return Result<Input>(entered.error());
  return std::nullopt;
}

Result<void> read_bytes(const std::string& path, std::string& bytes, std::size_t limit) {
  constexpr std::size_t kPiece = 1U << 16U;  // of what does not say how much it is
  const auto failure = [&](const std::string& what) { return Error{ErrorCode::BadInput, what, path, ""}; };
  const int file = path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    if (errno == ENOENT) return failure("no such file or folder");
    return failure(std::string("cannot be opened: ") + std::strerror(errno));
  }
  struct Closer {
    int file;
    ~Closer() { if (file > 0) ::close(file); }
  } closer{file};
  struct stat about {};
  std::size_t expected = 0;
  if (::fstat(file, &about) == 0) {
    if (S_ISDIR(about.st_mode)) return failure("is a folder");
    if (S_ISREG(about.st_mode) && about.st_size > 0) expected = static_cast<std::size_t>(about.st_size);
  }
  const auto too_large = [&] {
    Error error = failure("has more than " + std::to_string(limit >> 20U) + " MB, too much for one article");
    error.hint = "split it, one article a file";
    return error;
  };
  if (expected > limit) return too_large();
  // Grown once, by what the file says it has and a byte to see its end; no further, for what is grown is written over with zeros.
  std::size_t used = 0;
  bytes.resize(std::max(bytes.size(), expected + 1));
  while (true) {
    if (used == bytes.size()) bytes.resize(std::max(bytes.size() * 2, kPiece));
    const ssize_t got = ::read(file, bytes.data() + used, bytes.size() - used);
    if (got < 0) {
      if (errno == EINTR) continue;
      return failure(std::string("cannot be read: ") + std::strerror(errno));
    }
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > limit) return too_large();
  }
  bytes.resize(used);
  return {};
}

}  // namespace onrecord
