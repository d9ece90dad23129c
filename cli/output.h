// Where rows go: standard output, through a pager when a person reads a long table, or a file.
//
//   auto output = Output::open(console, options.output, Output::Page::Yes);
//   print(output->buffer());
//   if (auto done = output->finish(); !done) return done.error();
//
// A file is written whole or not at all: beside its place first, then synced and renamed. What is no regular file (a device, a
// named pipe) is written to as it is.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

#include "base/result.h"
#include "console.h"
#include "export/buffer.h"

namespace onrecord::cli {

class Output {
 public:
  enum class Page { Yes, No };

  // `path` empty or "-": standard output.
  [[nodiscard]] static Result<std::unique_ptr<Output>> open(const Console& console, const std::string& path, Page page);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();  // without finish() a file stays as it was

  [[nodiscard]] Buffer& buffer() { return buffer_; }

  // Whether writing goes on; when not, rows need not be made any more.
  [[nodiscard]] bool ok() const { return buffer_.ok(); }

  // Whether the reader of standard output went away (`onrecord find | head`), which is their choice and no failure of ours.
  [[nodiscard]] bool reader_left() const;

  // Writes what is left and puts the file in its place. Failed: with the system's reason.
  Result<void> finish();

 private:
  Output() = default;
  bool write(std::string_view bytes);
  void start_pager();
  [[nodiscard]] Error failure(const std::string& doing) const;

  Buffer buffer_;
  int file_ = 1;
  int error_ = 0;            // errno of the write that failed
  std::string path_;         // of the file, for messages; empty for standard output
  std::string temporary_;    // beside it; empty when none is to be renamed
  pid_t pager_ = 0;
};

}  // namespace onrecord::cli
