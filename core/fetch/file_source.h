// A file's bytes a piece at a time, unpacked where it is gzip or zstd: for inputs that are larger than memory.
//
//   auto file = FileSource::open("crawl.jsonl.gz");
//   read_articles("crawl.jsonl.gz", [&](char* to, std::size_t most) { return file->read(to, most); }, …);
//   if (auto damage = file->damage()) …
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace onrecord {

class FileSource {
 public:
  // Errors, BadInput with `where` = path: it cannot be opened, or is a folder.
  [[nodiscard]] static Result<FileSource> open(const std::string& path);

  // Fills `to` with at most `most` bytes and returns how many; 0 at the end.
  std::size_t read(char* to, std::size_t most);

  // Why the bytes ended before they were whole: a disk that cannot be read, packed data that is corrupt or cut short.
  // Known once read() has returned 0; what was read until then is good.
  [[nodiscard]] std::optional<Error> damage() const;

  FileSource(FileSource&&) noexcept;
  FileSource& operator=(FileSource&&) noexcept;
  ~FileSource();

 private:
  struct State;
  explicit FileSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace onrecord
