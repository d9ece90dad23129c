#include "fetch/robots.h"

#include <algorithm>
#include <charconv>

#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = lower_ascii(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// %41 and A are the same path; %2F stays, it is no separator.
std::string normal(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '%' && i + 2 < path.size() && hex(path[i + 1]) >= 0 && hex(path[i + 2]) >= 0) {
      const int value = hex(path[i + 1]) * 16 + hex(path[i + 2]);
      const bool plain = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
                         (value >= '0' && value <= '9') || value == '-' || value == '_' || value == '.' || value == '~';
      if (plain) {
        out += static_cast<char>(value);
      } else {
        out += '%';
        out += static_cast<char>(path[i + 1] >= 'a' ? path[i + 1] - 32 : path[i + 1]);
        out += static_cast<char>(path[i + 2] >= 'a' ? path[i + 2] - 32 : path[i + 2]);
      }
      i += 2;
    } else {
      out += path[i];
    }
  }
  return out;
}

// "*" matches anything; each piece between stars is sought once, from the left, which is enough.
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = !pattern.empty() && pattern.back() == '$';
  if (anchored) pattern.remove_suffix(1);
  std::size_t at = 0;
  bool first = true;
  for (std::size_t begin = 0; begin <= pattern.size();) {
    const std::size_t end = std::min(pattern.find('*', begin), pattern.size());
    const std::string_view piece = pattern.substr(begin, end - begin);
    const bool last = end == pattern.size();
    if (first) {
      if (!path.starts_with(piece)) return false;
      at = piece.size();
      if (last) return !anchored || at == path.size();
    } else if (last && anchored) {
      return path.size() - at >= piece.size() && path.ends_with(piece);
    } else if (!piece.empty()) {
      const auto found = path.find(piece, at);
      if (found == std::string_view::npos) return false;
      at = found + piece.size();
    }
    if (last) return true;
    first = false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

Robots Robots::closed() {
  Robots robots;
  robots.rules_.push_back({"/", false});
  return robots;
}

Robots Robots::parse(std::string_view text, std::string_view agent) {
  text = text.substr(0, 500'000);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string me = lower_ascii(agent);
  Robots mine;
  Robots everyone;
  bool named = false;         // a group for this agent was seen
  bool in_mine = false;       // the group at hand is for it
  bool in_everyone = false;
  bool rules_began = true;    // a user-agent line after a rule begins a new group
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    line = trim(line.substr(0, line.find('#')));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = lower_ascii(trim(line.substr(0, colon)));
    const std::string_view value = trim(line.substr(colon + 1));
    if (key == "user-agent") {
      if (rules_began) in_mine = in_everyone = false;
      rules_began = false;
      const std::string name = lower_ascii(value.substr(0, value.find_first_of("/ ")));
      if (name == me) in_mine = named = true;
      if (value == "*") in_everyone = true;
      continue;
    }
    rules_began = true;
    const bool allow = key == "allow";
    if (allow || key == "disallow") {
      if (value.empty()) continue;  // "Disallow:" forbids nothing
      if (in_mine) mine.rules_.push_back({normal(value), allow});
      if (in_everyone) everyone.rules_.push_back({normal(value), allow});
    } else if (key == "crawl-delay") {
      double seconds = 0;
      const auto result = std::from_chars(value.data(), value.data() + value.size(), seconds);
      if (result.ec == std::errc() && seconds > 0) {
        if (in_mine) mine.delay_ = seconds;
        if (in_everyone) everyone.delay_ = seconds;
      }
    }
  }
  return named ? mine : everyone;
}

bool Robots::allows(std::string_view path) const {
  const std::string wanted = normal(path.empty() ? "/" : path);
  std::size_t best = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    if (rule.pattern.size() < best || (rule.pattern.size() == best && !rule.allow) || !matches(rule.pattern, wanted))
      continue;
    best = rule.pattern.size();
    allowed = rule.allow;
  }
  return allowed;
}

}  // namespace onrecord
