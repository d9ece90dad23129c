// Where in a row of sorted places to begin to look: for texts and tokens, whose places lie close together, a look-up costs a few steps
// and no search.
//
//   PlaceIndex index;
//   index.build(tokens.size(), [&](std::size_t i) { return tokens[i].begin; });
//   index.first_from(120, tokens.size(), [&](std::size_t i) { return tokens[i].begin; })   // the first that begins at 120 or later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace onrecord {

class PlaceIndex {
 public:
  // Of `count` places, `place(i)` of each, which never go down. What was built before is dropped, its memory kept.
  template <typename Place>
  void build(std::size_t count, Place place) {
    firsts_.clear();
    std::size_t next = 0;
    for (std::size_t i = 0; i < count; ++i)
      for (const std::size_t here = place(i); next <= here; next += kStep) firsts_.push_back(static_cast<std::uint32_t>(i));
  }

  // The number of the first place that is not before `from`; `count` for none. The same count and places as in build().
  template <typename Place>
  [[nodiscard]] std::size_t first_from(std::uint32_t from, std::size_t count, Place place) const {
    const std::size_t step = from / kStep;
    if (step >= firsts_.size()) return count;
    std::size_t i = firsts_[step];
    while (i < count && place(i) < from) ++i;
    return i;
  }

 private:
  static constexpr std::size_t kStep = 32;
  std::vector<std::uint32_t> firsts_;  // the number of the first place from each multiple of kStep on, up to the last place
};

}  // namespace onrecord
