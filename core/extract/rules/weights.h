// Evidence as numbers: features, and the weights that were counted for them.
//
// A feature is a name of parts ("construct|next|that-clause|H"); its weight, a log odds counted on annotated articles, stands
// in core/extract/rules/weights.tsv and is added up. A feature without a weight says nothing. core/score/learn tells how the weights
// are counted.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "extract/rules/feature_part.h"

namespace onrecord {

// The key of a whole name, its parts split at '|'.
[[nodiscard]] std::uint64_t feature_key(std::string_view name);

// Feature weights by key. Each candidate looks up some fifty keys, and half of them have no weight: so the table is small, every key has
// one place where it can stand, and a look-up neither searches nor branches. The displacement of a key's bucket, chosen when
// the weights are read, leads to that place (Belazzougui, Botelho, Dietzfelbinger, "Hash, displace, and compress", 2009).
//
// Weights count in ten-thousandths, so that a sum is exact and the same in whatever order it is made.
class Weights {
 public:
  static constexpr float kUnits = 10'000.0F;

  struct Slot {
    std::uint32_t mark = 0;  // the lower half of the key: the upper one tells the slot
    std::int32_t units = 0;
  };
  // How the weights stand in memory. `slots` are a power of two, at least two and at most seven eighths full; `displacements` are by
  // bucket, a power of two as well.
  struct Table {
    std::span<const Slot> slots;
    std::span<const std::uint16_t> displacements;
  };

  // None.
  Weights();
  // Those of another one's table(), which must outlive this and all its copies.
  explicit Weights(Table table);

  // From lines "name<TAB>weight"; lines that begin with # are passed over. Error: BadInput with the line.
  [[nodiscard]] static Result<Weights> read(std::string_view text, std::string_view file = "weights.tsv");
  // From keys and log odds, as the learner has them.
  [[nodiscard]] static Weights from(const std::vector<std::pair<std::uint64_t, double>>& log_odds);
  [[nodiscard]] std::int32_t units(std::uint64_t key) const {
    const Slot& slot = slots_[place(key, displacements_[bucket(key)])];
    const bool known = slot.mark == static_cast<std::uint32_t>(key);
    return slot.units & -static_cast<std::int32_t>(known);  // no branch: whether a key is known is as good as random
  }
  [[nodiscard]] float of(std::uint64_t key) const { return static_cast<float>(units(key)) / kUnits; }
  // The intercepts: of an attribution (evidence.h), of a content's end (ends.h), of a cue (cue_gate.h).
  static constexpr std::uint64_t kBias = key_of_parts(part_hash("bias"));
  static constexpr std::uint64_t kEndBias = key_of_parts(part_hash("end"), part_hash("bias"));
  static constexpr std::uint64_t kCueBias = key_of_parts(part_hash("cue"), part_hash("bias"));

  // Log odds as they turn out on articles that the weights were not counted on: the best of several candidates for a
  // cue promises too much (Platt, "Probabilistic outputs for support vector machines", 1999).
  [[nodiscard]] float calibrated(float log_odds) const {
    const float slope = of(kSlope);
    return slope == 0.0F ? log_odds : slope * log_odds + of(kOffset);
  }
  // The log odds whose calibrated ones are these.
  [[nodiscard]] float before_calibration(float log_odds) const {
    const float slope = of(kSlope);
    return slope == 0.0F ? log_odds : (log_odds - of(kOffset)) / slope;
  }
  static constexpr std::uint64_t kSlope = key_of_parts(part_hash("calibration"), part_hash("slope"));
  static constexpr std::uint64_t kOffset = key_of_parts(part_hash("calibration"), part_hash("offset"));

  [[nodiscard]] Table table() const { return {slots_, displacements_}; }

 private:
  struct Owned {
    std::vector<Slot> slots;
    std::vector<std::uint16_t> displacements;
  };
  struct Entry {
    std::uint64_t key;
    std::int32_t units;
  };
  [[nodiscard]] static Weights build(std::vector<Entry> entries);
  // nullptr when they do not fit into so many slots.
  [[nodiscard]] static std::shared_ptr<const Owned> place_all(const std::vector<Entry>& entries, std::size_t slots);
  [[nodiscard]] std::size_t place(std::uint64_t key, std::uint16_t displacement) const {
    return key * (2 * std::uint64_t{displacement} + 1) >> slot_shift_;
  }
  [[nodiscard]] std::size_t bucket(std::uint64_t key) const { return key >> 20U & bucket_mask_; }
  std::span<const Slot> slots_;
  std::span<const std::uint16_t> displacements_;
  unsigned slot_shift_;       // leaves as many upper bits as number the slots
  std::size_t bucket_mask_;
  std::shared_ptr<const Owned> owned_;  // the table's memory where it is not constant data
};

// The features of one candidate or boundary: their keys and, where asked for, their names.
class Features {
 public:
  explicit Features(bool with_names = false) : with_names_(with_names) {}
  void clear() { keys_.clear(), names_.clear(); }
  [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  template <typename... Parts>
  void add(const FeaturePart& kind, const Parts&... parts) {
    keys_.push_back(key_of_parts(kind.hash, parts.hash...));
    if (!with_names_) return;
    std::string name(kind.name());
    (name.append("|").append(parts.name()), ...);
    names_.push_back(std::move(name));
  }

 private:
  bool with_names_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::string> names_;
};

// Adds up the weights of the features of one candidate or boundary.
class FeatureSum {
 public:
  explicit FeatureSum(const Weights& weights) : weights_(weights) {}
  [[nodiscard]] std::int32_t units() const { return units_; }

  template <typename... Parts>
  void add(const FeaturePart& kind, const Parts&... parts) {
    units_ += weights_.units(key_of_parts(kind.hash, parts.hash...));
  }

 private:
  const Weights& weights_;
  std::int32_t units_ = 0;
};

// The weights that are compiled in: a table that was made when the program was built (core/extract/tools).
[[nodiscard]] const Weights& built_in_weights();

}  // namespace onrecord
