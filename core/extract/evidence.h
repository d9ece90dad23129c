// What speaks for and against a candidate, and the weights that were counted for it.
//
// A feature is a name of parts ("construct|next|that-clause|H"); its weight, a log odds counted on annotated articles, stands
// in core/extract/rules/weights.tsv and is added up. A feature without a weight says nothing. The sum is the
// candidate's log odds of being an attribution; core/score/learn tells how the weights are counted.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/candidates.h"

namespace onrecord {

// Names parts by their hash: FNV-1a, then mixed part by part, so that names and parts give the same key.
[[nodiscard]] constexpr std::uint64_t part_hash(std::string_view part) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : part) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}
[[nodiscard]] constexpr std::uint64_t join_hash(std::uint64_t left, std::uint64_t part) {
  std::uint64_t h = (left ^ part) * 0x9e3779b97f4a7c15ULL;
  return h ^ (h >> 29U);
}
// The key of a whole name, its parts split at '|'.
[[nodiscard]] std::uint64_t feature_key(std::string_view name);

// The features of one candidate: keys, and names when asked for (when weights are counted).
class Features {
 public:
  explicit Features(bool with_names = false) : with_names_(with_names) {}
  void clear() { keys_.clear(), names_.clear(); }
  [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return keys_; }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  struct Part {
    std::string_view text;
    std::uint64_t hash;
    Part(std::string_view t) : text(t), hash(part_hash(t)) {}
    Part(const char* t) : Part(std::string_view(t)) {}
    Part(std::string_view t, std::uint64_t h) : text(t), hash(h) {}
  };

  void add(const Part& kind, const Part& a) { push(join_hash(join_hash(0, kind.hash), a.hash), kind, &a, nullptr, nullptr); }
  void add(const Part& kind, const Part& a, const Part& b) {
    push(join_hash(join_hash(join_hash(0, kind.hash), a.hash), b.hash), kind, &a, &b, nullptr);
  }
  void add(const Part& kind, const Part& a, const Part& b, const Part& c) {
    push(join_hash(join_hash(join_hash(join_hash(0, kind.hash), a.hash), b.hash), c.hash), kind, &a, &b, &c);
  }

 private:
  void push(std::uint64_t key, const Part& kind, const Part* a, const Part* b, const Part* c) {
    keys_.push_back(key);
    if (with_names_) name(kind, a, b, c);
  }
  void name(const Part& kind, const Part* a, const Part* b, const Part* c);
  bool with_names_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::string> names_;
};

// Fills `out` with the features of `candidate`.
void find_features(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, const Candidate& candidate, bool title,
                   Features& out);

// Feature weights by key. Each candidate looks up some fifty keys, and half of them have no weight: so the table is small, every key has
// one place where it can stand, and a look-up neither searches nor branches. The displacement of a key's bucket, chosen when
// the weights are read, leads to that place (Belazzougui, Botelho, Dietzfelbinger, "Hash, displace, and compress", 2009).
class Weights {
 public:
  // From lines "name<TAB>weight"; lines that begin with # are passed over. Error: BadInput with the line.
  [[nodiscard]] static Result<Weights> read(std::string_view text);
  [[nodiscard]] float of(std::uint64_t key) const {
    const Slot& slot = slots_[place(key, displacements_[key & bucket_mask_])];
    return slot.mark == static_cast<std::uint32_t>(key >> 32U) ? slot.weight : 0.0F;
  }
  // The sum over the features, the intercept included.
  [[nodiscard]] float score(const Features& features) const {
    float sum = of(kBias);
    for (const std::uint64_t key : features.keys()) sum += of(key);
    return sum;
  }
  static constexpr std::uint64_t kBias = join_hash(0, part_hash("bias"));

  // Log odds as they turn out on articles that the weights were not counted on: the best of several candidates for a
  // cue promises too much (Platt, "Probabilistic outputs for support vector machines", 1999).
  [[nodiscard]] float calibrated(float log_odds) const {
    const float slope = of(kSlope);
    return slope == 0.0F ? log_odds : slope * log_odds + of(kOffset);
  }
  static constexpr std::uint64_t kSlope = join_hash(join_hash(0, part_hash("calibration")), part_hash("slope"));
  static constexpr std::uint64_t kOffset = join_hash(join_hash(0, part_hash("calibration")), part_hash("offset"));

 private:
  struct Slot {
    std::uint32_t mark = 0;  // the upper half of the key
    float weight = 0;
  };
  struct Entry {
    std::uint64_t key;
    float weight;
  };
  void build(std::vector<Entry> entries);
  [[nodiscard]] bool place_all(const std::vector<Entry>& entries, std::size_t slots);
  [[nodiscard]] std::size_t place(std::uint64_t key, std::uint16_t displacement) const {
    return ((key >> 16U) + displacement * (key >> 40U | 1U)) & slot_mask_;
  }
  std::vector<Slot> slots_{1};                       // a power of two, at most three quarters full
  std::vector<std::uint16_t> displacements_{0};      // by bucket: the lower bits of the key
  std::size_t slot_mask_ = 0, bucket_mask_ = 0;
};

// The weights that are compiled in.
[[nodiscard]] const Weights& built_in_weights();

}  // namespace onrecord
