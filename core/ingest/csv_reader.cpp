#include "ingest/csv_reader.h"

#include <algorithm>
#include <cstring>

namespace onrecord {

bool Bytes::line(std::string& out, std::size_t most, bool& cut) {
  out.clear();
  cut = false;
  if (peek() == kEnd) return false;
  for (;;) {
    if (at_ == size_ && !fill()) break;
    const char* begin = buffer_.data() + at_;
    const void* found = std::memchr(begin, '\n', size_ - at_);
    const std::size_t take =
        found == nullptr ? size_ - at_ : static_cast<std::size_t>(static_cast<const char*>(found) - begin);
    const std::size_t room = most - std::min(most, out.size());
    out.append(begin, std::min(take, room));
    cut = cut || take > room;
    at_ += take;
    if (found != nullptr) {
      ++at_;
      break;
    }
  }
  if (!out.empty() && out.back() == '\r') out.pop_back();
  return true;
}

bool CsvReader::next(CsvRow& row) {
  while (read(row)) {
    if (row.fields.size() > 1 || !row.fields.front().empty() || !row.error.empty()) return true;
  }
  return false;
}

bool CsvReader::read(CsvRow& row) {
  row.fields.clear();
  row.error.clear();
  row.line = line_;
  if (bytes_.peek() == Bytes::kEnd) return false;
  if (separator_ == 0) {
    // The header is read with every separator taken for part of a name, then cut again.
    std::string head;
    bool cut = false;
    if (!bytes_.line(head, 1U << 20U, cut)) return false;
    ++line_;
    if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
    separator_ = ',';
    auto most = std::count(head.begin(), head.end(), ',');
    for (const char candidate : {'\t', ';'}) {
      const auto count = std::count(head.begin(), head.end(), candidate);
      if (count > most) {
        most = count;
        separator_ = candidate;
      }
    }
    std::string field;
    bool quoted = false;
    for (const char c : head) {
      if (c == '"') quoted = !quoted;
      else if (c == separator_ && !quoted) {
        row.fields.push_back(std::move(field));
        field.clear();
      } else {
        field += c;
      }
    }
    row.fields.push_back(std::move(field));
    return true;
  }
  std::string field;
  std::size_t size = 0;
  bool quoted = false;
  bool was_quoted = false;
  const auto put = [&](int c) {
    if (++size > largest_) {
      row.error = "larger than " + std::to_string(largest_ >> 20U) + " MB";
      return;
    }
    field += static_cast<char>(c);
  };
  for (;;) {
    const int c = bytes_.get();
    if (c == Bytes::kEnd) {
      if (quoted && row.error.empty()) row.error = "a quotation mark is never closed";
      break;
    }
    if (c == '\n') ++line_;
    if (quoted) {
      if (c != '"') {
        put(c);
      } else if (bytes_.peek() == '"') {
        bytes_.get();
        put('"');
      } else {
        quoted = false;
      }
      continue;
    }
    if (c == '"' && field.empty() && !was_quoted) {
      quoted = true;
      was_quoted = true;
    } else if (c == separator_) {
      row.fields.push_back(std::move(field));
      field.clear();
      was_quoted = false;
    } else if (c == '\n') {
      break;
    } else if (c != '\r' || bytes_.peek() != '\n') {
      put(c);
    }
  }
  row.fields.push_back(std::move(field));
  return true;
}

}  // namespace onrecord
