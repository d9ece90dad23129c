// The statements beside one, whose words may hold what looks like its own day or occasion. Inner to the folder.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "extract/statement.h"

namespace onrecord {

// The statement `number` with two on either side, or as many as there are.
[[nodiscard]] inline std::span<const Statement> with_those_beside(const std::vector<Statement>& statements, std::size_t number) {
  constexpr std::size_t kNear = 2;
  const std::size_t from = number - std::min(number, kNear), to = std::min(statements.size(), number + kNear + 1);
  return std::span<const Statement>(statements).subspan(from, to - from);
}

}  // namespace onrecord
