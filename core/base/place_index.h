// Where in a row of sorted places to begin to look: for texts and tokens, whose places lie close together, a look-up costs a few steps
// and no search.
//
//   PlaceIndex index;
//   index.build(tokens.size(), [&](std::size_t i) { return tokens[i].begin; });
//   index.first_from(120, tokens.size(), [&](std::size_t i) { return tokens[i].begin; })   // the first that begins at 120 or later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord {

class PlaceIndex {
 public:
  // Of `count` places, `place(i)` of each, which never go down. What was built before is dropped, its memory kept.
  template <typename Place>
  void build(std::size_t count, Place place) {
    firsts_.assign(count == 0 ? 0 : place(count - 1) / kStep + 2, 0);
    for (std::size_t i = 0; i < count; ++i) firsts_[place(i) / kStep + 1] = static_cast<std::uint32_t>(i + 1);
    std::uint32_t last = 0;  // steps in which no place lies begin with the same one as the next
    for (std::uint32_t& first : firsts_) first = last = std::max(first, last);
  }

  // The number of the first place that is not before `from`; `count` for none. The same count and places as in build().
  template <typename Place>
  [[nodiscard]] std::size_t first_from(std::uint32_t from, std::size_t count, Place place) const {
    const std::size_t step = from / kStep;
    if (step >= firsts_.size()) return count;
    std::size_t i = firsts_[step];
    // A few at a time: how many lie before is as good as random, that they are few is not.
    for (; i + kFew <= count; i += kFew) {
      std::size_t before = 0;
      for (std::size_t k = 0; k < kFew; ++k) before += place(i + k) < from ? 1U : 0U;
      if (before < kFew) return i + before;
    }
    while (i < count && place(i) < from) ++i;
    return i;
  }

 private:
  static constexpr std::size_t kStep = 16, kFew = 4;
  std::vector<std::uint32_t> firsts_;  // the number of the first place from each multiple of kStep on, up to the one behind the last place
};

}  // namespace onrecord
