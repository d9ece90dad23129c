// What speaks for and against a candidate, and the weights that were counted for it.
//
// A feature is a name of parts ("construct|next|that-clause|H"); its weight, a log odds counted on annotated articles, stands
// in core/extract/rules/weights.tsv and is added up. A feature without a weight says nothing. The sum is the
// candidate's log odds of being an attribution; core/score/learn tells how the weights are counted.
#pragma once

#include <cstdint>
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
    if (!with_names_) return;
    std::string name(kind.text);
    for (const Part* part : {a, b, c})
      if (part != nullptr) name.append("|").append(part->text);
    names_.push_back(std::move(name));
  }
  bool with_names_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::string> names_;
};

// Fills `out` with the features of `candidate`.
void find_features(const Document& doc, const Grammar& grammar, const std::vector<Parsed>& sentences, const Candidate& candidate, bool title,
                   Features& out);

// Feature weights by key: an open-addressing table, since each candidate looks up some fifty keys that mostly have none.
class Weights {
 public:
  // From lines "name<TAB>weight"; lines that begin with # are passed over. Error: BadInput with the line.
  [[nodiscard]] static Result<Weights> read(std::string_view text);
  void set(std::uint64_t key, float weight);
  [[nodiscard]] float of(std::uint64_t key) const {
    if (slots_.empty()) return 0.0F;
    for (std::size_t i = key & mask_;; i = (i + 1) & mask_) {
      if (slots_[i].key == key) return slots_[i].weight;
      if (slots_[i].key == 0) return 0.0F;
    }
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
    std::uint64_t key = 0;  // 0: free; no feature's key is 0
    float weight = 0;
  };
  void grow();
  std::vector<Slot> slots_;  // a power of two, at most a quarter full
  std::size_t mask_ = 0;
  std::size_t used_ = 0;
};

// The weights that are compiled in.
[[nodiscard]] const Weights& built_in_weights();

}  // namespace onrecord
