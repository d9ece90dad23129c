#include "extract/rules/chunk_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "text/chars.h"

namespace onrecord {

Result<ChunkRules> ChunkRules::compile(std::string_view rules) {
  ChunkRules out;
  std::vector<std::string> expressions;
  std::vector<int> lines;  // where they stand
  std::map<std::string, std::string, std::less<>> names;
  int line_number = 0;
  while (!rules.empty()) {
    ++line_number;
    const std::size_t end = std::min(rules.find('\n'), rules.size());
    std::string_view line = trim(rules.substr(0, end));
    rules.remove_prefix(std::min(end + 1, rules.size()));
    if (line.empty() || line.front() == '#') continue;
    const bool let = line.starts_with("let ");
    if (let) line = trim(line.substr(4));
    const std::size_t name_end = line.find(' ');
    if (name_end == std::string_view::npos)
      return Error{ErrorCode::BadInput, "a chunk rule needs a symbol and a pattern", fmt::format("chunks.rules:{}", line_number), {}};
    const std::string_view name = line.substr(0, name_end);
    line = trim(line.substr(name_end));
    const std::string_view raw = let ? line : line.substr(0, line.find(' '));
    std::string expression;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '$') {
        expression += raw[i];
        continue;
      }
      std::size_t stop = i + 1;
      while (stop < raw.size() && raw[stop] >= 'A' && raw[stop] <= 'Z') ++stop;
      // The longest defined name: "$MODX" is MOD followed by X only when MODX is none.
      std::string_view used = raw.substr(i + 1, stop - i - 1);
      while (!used.empty() && !names.contains(used)) used.remove_suffix(1);
      if (used.empty())
        return Error{ErrorCode::BadInput, "unknown name after $", fmt::format("chunks.rules:{}", line_number), {}};
      expression += "(" + names.find(used)->second + ")";
      i += used.size();
    }
    if (let) {
      names[std::string(name)] = expression;
      continue;
    }
    out.symbols_ += name.front();
    expressions.push_back(std::move(expression));
    lines.push_back(line_number);
  }
  if (expressions.empty()) return Error{ErrorCode::BadInput, "no chunk rules", "chunks.rules", {}};
  auto all = Pattern::compile_all(expressions);
  if (!all) {
    Error error = all.error();
    const auto bad = std::find(expressions.begin(), expressions.end(), error.where);
    if (bad != expressions.end()) error.where = fmt::format("chunks.rules:{}: {}", lines[bad - expressions.begin()], error.where);
    return error;
  }
  out.patterns_ = *std::move(all);
  return out;
}

}  // namespace onrecord
