// Binary search whose steps hold no branch: where to look next depends on the answer through arithmetic alone. The places asked
// about are as good as random to a processor, which loses more on a wrong guess than on the whole rest of a step.
//
//   const std::size_t i = count_while(names.size(), [&](std::size_t k) { return names[k].last <= token; });
#pragma once

#include <cstddef>

namespace onrecord {

// How many of the first `size` numbers `holds` is true for; it must be true from 0 up to some number and false from there on.
// About log2(size) + 1 questions.
template <typename Holds>
[[nodiscard]] std::size_t count_while(std::size_t size, Holds holds) {
  if (size == 0) return 0;
  std::size_t at = 0;
  while (size > 1) {
    const std::size_t half = size / 2;
    at += half * static_cast<std::size_t>(holds(at + half - 1));
    size -= half;
  }
  return at + static_cast<std::size_t>(holds(at));
}

// The place of the first element of a vector that `holds` is false for, its end where there is none; true up to some element,
// false from there on. What std::partition_point says, without its branches.
template <typename Vector, typename Holds>
[[nodiscard]] auto first_without(Vector& elements, Holds holds) {
  const std::size_t count = count_while(elements.size(), [&](std::size_t i) { return holds(elements[i]); });
  return elements.begin() + static_cast<std::ptrdiff_t>(count);
}

}  // namespace onrecord
