// Lists of numbers by hash, in memory that is reused: what a table of names needs, without a heap block per entry.
#pragma once

#include <cstdint>
#include <vector>

namespace onrecord {

// For each hash the numbers added under it, latest first. Numbers may be any; different hashes may share a list, so the caller
// compares.
class HashChains {
 public:
  void clear(std::size_t expected) {
    std::size_t size = 64;
    while (size < expected * 2) size *= 2;
    heads_.assign(size, -1);
    links_.clear();
  }
  void add(std::uint64_t hash, std::int32_t value) {
    std::int32_t& head = heads_[slot(hash)];
    links_.push_back({value, head});
    head = static_cast<std::int32_t>(links_.size()) - 1;
  }
  // Calls `use(value)` for at most `most` values, latest first, until it returns true.
  template <typename Use>
  void each(std::uint64_t hash, int most, Use use) const {
    if (heads_.empty()) return;
    for (std::int32_t i = heads_[slot(hash)]; i >= 0 && most > 0; i = links_[static_cast<std::size_t>(i)].next, --most)
      if (use(links_[static_cast<std::size_t>(i)].value)) return;
  }

 private:
  struct Link {
    std::int32_t value;
    std::int32_t next;
  };
  [[nodiscard]] std::size_t slot(std::uint64_t hash) const { return (hash ^ hash >> 32) & (heads_.size() - 1); }

  std::vector<std::int32_t> heads_;
  std::vector<Link> links_;
};

}  // namespace onrecord
