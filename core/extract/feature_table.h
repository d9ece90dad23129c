// Features in bulk: what they may name stands in columns, with a row for each candidate that is weighed, and a feature is added up for
// all its rows in one go. Sums of many rows do not wait for each other, as those of one after another would for memory and for
// guesses what comes next.
//
// A description is written once, as a template over where its features go:
//
//   template <typename Sink> void describe(const Columns& c, Sink out) { out.add("c.l", c.all(), c.construct, c.lemma); … }
//   describe(columns, FeatureSums{weights, sums});        // sums, by row
//   describe(columns, FeaturesOfRow{row, features});      // one row's, with their names: for looking at and for counting
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "extract/feature_part.h"
#include "extract/weights.h"

namespace onrecord {

// Row numbers, rising.
using Rows = std::span<const std::uint8_t>;

// Those of a table of at most `kMost` rows that a feature is for.
template <std::size_t kMost>
class RowList {
 public:
  void clear() { size_ = 0; }
  void add(std::size_t row) { rows_[size_++] = static_cast<std::uint8_t>(row); }
  [[nodiscard]] Rows rows() const { return {rows_.data(), size_}; }

 private:
  static_assert(kMost <= 256);
  std::array<std::uint8_t, kMost> rows_{};
  std::size_t size_ = 0;
};

// A part of a feature's name: one for all rows, a column, or a column of parts that stand elsewhere.
inline const FeaturePart& part_at(const FeaturePart& part, std::size_t) { return part; }
template <std::size_t kMost>
const FeaturePart& part_at(const std::array<FeaturePart, kMost>& column, std::size_t row) {
  return column[row];
}
template <std::size_t kMost>
const FeaturePart& part_at(const std::array<const FeaturePart*, kMost>& column, std::size_t row) {
  return *column[row];
}

// Adds the weights of each row's features to its sum.
struct FeatureSums {
  const Weights& weights;
  std::int32_t* sums;  // by row, in Weights::kUnits

  template <typename... Parts>
  void add(const FeaturePart& kind, Rows rows, const Parts&... parts) const {
    for (const std::uint8_t row : rows) sums[row] += weights.units(key_of_parts(kind.hash, part_at(parts, row).hash...));
  }
};

// Adds the features of one row.
struct FeaturesOfRow {
  std::size_t row;
  Features& out;

  template <typename... Parts>
  void add(const FeaturePart& kind, Rows rows, const Parts&... parts) const {
    if (std::find(rows.begin(), rows.end(), row) != rows.end()) out.add(kind, part_at(parts, row)...);
  }
};

}  // namespace onrecord
