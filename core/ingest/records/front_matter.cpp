#include "ingest/records/front_matter.h"

#include <algorithm>

#include "text/chars.h"

namespace onrecord {
namespace {

constexpr int kMostLines = 200;

std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_rule(std::string_view line) { return line.substr(0, 3) == "---" && trim(line.substr(3)).empty(); }

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  const bool marked = value.size() > 1 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return marked ? value.substr(1, value.size() - 2) : value;
}

// "[Jo Penn, 'Mia Lund']" to "Jo Penn; Mia Lund"; anything else as it is, without marks.
std::string value_of(std::string_view text) {
  text = trim(text);
  if (!text.starts_with('[') || !text.ends_with(']')) return std::string(unquoted(text));
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string_view one = unquoted(text.substr(begin, end - begin));
    if (!one.empty()) out.append(out.empty() ? "" : "; ").append(one);
    begin = end + 1;
  }
  return out;
}

bool is_key(std::string_view word) {
  return !word.empty() && word.size() <= 40 && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

}  // namespace

std::optional<std::string> FrontMatter::value(std::string_view name) const {
  for (const auto& [key, value] : values)
    if (key == name) return value;
  for (const auto& [key, value] : values)
    if (is_same_key(key, name)) return value;
  return {};
}

std::optional<FrontMatter> find_front_matter(std::string_view text) {
  if (!text.starts_with("---")) return {};
  std::size_t at = 0;
  if (!is_rule(next_line(text, at))) return {};
  FrontMatter front;
  for (int lines = 0; lines < kMostLines && at < text.size(); ++lines) {
    const std::string_view line = next_line(text, at);
    if (is_rule(line)) {
      const bool known = std::any_of(front.values.begin(), front.values.end(), [](const auto& pair) {
        return is_same_key(pair.first, "title") || is_same_key(pair.first, "author") || is_same_key(pair.first, "date") ||
               is_same_key(pair.first, "url");
      });
      front.end = at;
      return known ? std::optional<FrontMatter>(std::move(front)) : std::nullopt;
    }
    const std::string_view words = trim(line);
    if (words.empty() || words.front() == '#') continue;
    if (words.starts_with("- ")) {  // one of a list
      if (front.values.empty()) return {};
      std::string& list = front.values.back().second;
      list.append(list.empty() ? "" : "; ").append(unquoted(words.substr(2)));
      continue;
    }
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && !goes_on && is_key(line.substr(0, colon)) &&
        (colon + 1 == line.size() || line[colon + 1] == ' ')) {
      front.values.emplace_back(line.substr(0, colon), value_of(line.substr(colon + 1)));
    } else if (goes_on && !front.values.empty()) {
      std::string& value = front.values.back().second;
      if (value == ">" || value == "|" || value == ">-" || value == "|-") value.clear();
      value.append(value.empty() ? "" : " ").append(unquoted(words));
    } else {
      return {};
    }
  }
  return {};
}

}  // namespace onrecord
