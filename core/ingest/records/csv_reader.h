// Rows of a CSV, as RFC 4180 has them: fields in quotation marks may hold separators, line breaks and doubled marks.
//
//   CsvReader csv(source, ',', 64 << 20);
//   CsvRow row;
//   while (csv.next(row)) …
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/records/read_many.h"

namespace onrecord {

// Bytes of a source, one at a time or a line at a time, through a buffer of a fixed size.
class Bytes {
 public:
  explicit Bytes(const ByteSource& source) : source_(source), buffer_(std::size_t{1} << 16U, '\0') {}

  static constexpr int kEnd = -1;
  // The next byte; kEnd at the end.
  int get() {
    if (at_ == size_ && !fill()) return kEnd;
    return static_cast<unsigned char>(buffer_[at_++]);
  }
  int peek() {
    if (at_ == size_ && !fill()) return kEnd;
    return static_cast<unsigned char>(buffer_[at_]);
  }
  // Whether the source begins with the byte-order mark of UTF-16. Asked before anything is read.
  bool begins_as_utf16() { return peek() != kEnd && size_ > 1 && (buffer_.starts_with("\xFF\xFE") || buffer_.starts_with("\xFE\xFF")); }
  // The next line without its end, cut to `most` bytes (`cut` tells); false at the end.
  bool line(std::string& out, std::size_t most, bool& cut);

 private:
  bool fill() {
    at_ = 0;
    size_ = ended_ ? 0 : source_(buffer_.data(), buffer_.size());
    ended_ = size_ == 0;
    return size_ > 0;
  }
  const ByteSource& source_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  bool ended_ = false;
};

struct CsvRow {
  std::vector<std::string> fields;
  std::uint64_t line = 0;    // it begins on
  std::string error;         // why it cannot be used; empty when it can
};

class CsvReader {
 public:
  // `separator` 0: tab where the first row has any, else whichever of comma and semicolon it has more of.
  CsvReader(const ByteSource& source, char separator, std::size_t largest_row)
      : bytes_(source), separator_(separator), largest_(largest_row) {}

  // The next row; false at the end. Empty lines are passed over.
  bool next(CsvRow& row);

  [[nodiscard]] bool begins_as_utf16() { return bytes_.begins_as_utf16(); }

  // What separates fields, once a row has been read.
  [[nodiscard]] char separator() const { return separator_; }

 private:
  bool read(CsvRow& row);
  bool read_first(CsvRow& row);
  Bytes bytes_;
  char separator_;
  std::size_t largest_;
  std::uint64_t line_ = 1;
};

}  // namespace onrecord
