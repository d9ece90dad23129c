// Which of several answers is the first that is true, without a branch: where each is as good as random, a row of tests is a row of wrong
// guesses.
//
//   kKinds[first_true(is_name, is_number)]   // 0, 1; 2 where neither is true
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace onrecord {

template <typename... Answers>
[[nodiscard]] constexpr std::size_t first_true(Answers... answers) {
  static_assert(sizeof...(answers) < 32);
  std::uint32_t bits = std::uint32_t{1} << sizeof...(answers);
  unsigned place = 0;
  ((bits |= static_cast<std::uint32_t>(static_cast<bool>(answers)) << place++), ...);
  return static_cast<std::size_t>(std::countr_zero(bits));
}

}  // namespace onrecord
