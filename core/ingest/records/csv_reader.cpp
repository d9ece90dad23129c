#include "ingest/records/csv_reader.h"

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
  if (separator_ == 0) return read_first(row);
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

// The first row, as it came, then cut at what turns out to separate its fields.
bool CsvReader::read_first(CsvRow& row) {
  std::string raw;
  std::size_t counts[3] = {0, 0, 0};
  bool quoted = false;
  for (int c = bytes_.get(); c != Bytes::kEnd; c = bytes_.get()) {
    if (c == '\n') ++line_;
    if (c == '\n' && !quoted) break;
    if (raw.size() >= largest_) {
      row.error = "larger than " + std::to_string(largest_ >> 20U) + " MB";
      continue;
    }
    raw += static_cast<char>(c);
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    counts[0] += c == ',' ? 1U : 0U;
    counts[1] += c == ';' ? 1U : 0U;
    counts[2] += c == '\t' ? 1U : 0U;
  }
  if (quoted && row.error.empty()) row.error = "a quotation mark is never closed";
  if (raw.ends_with('\r')) raw.pop_back();
  if (raw.starts_with("\xEF\xBB\xBF")) raw.erase(0, 3);
  separator_ = counts[2] > 0 ? '\t' : counts[1] > counts[0] ? ';' : ',';
  std::string field;
  quoted = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (c == '"' && quoted && i + 1 < raw.size() && raw[i + 1] == '"') {
      field += c;
      ++i;
    } else if (c == '"' && (quoted || field.empty())) {
      quoted = !quoted;
    } else if (c == separator_ && !quoted) {
      row.fields.push_back(std::move(field));
      field.clear();
    } else {
      field += c;
    }
  }
  row.fields.push_back(std::move(field));
  return true;
}

}  // namespace onrecord
