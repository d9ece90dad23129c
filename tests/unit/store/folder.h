// A folder of its own for a test that needs the disk.
//
//   const Folder folder;
//   Record::open(folder.file("r.db"), OpenMode::Create, {});
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace onrecord {

struct Folder {
  Folder() : path(std::filesystem::temp_directory_path() / ("onrecord-test-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
  std::filesystem::path path;
};

}  // namespace onrecord
