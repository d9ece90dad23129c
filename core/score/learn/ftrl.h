// Logistic regression fitted by FTRL-proximal (McMahan et al., "Ad click prediction", KDD 2013), whose L1 term leaves most features
// without a weight.
#pragma once

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace onrecord {

struct Example {
  std::vector<std::uint64_t> keys;
  bool right = false;
  bool counts = true;  // decided on by the annotators
};

struct Fitting {
  double alpha = 0.03, l1 = 14.0, l2 = 2.0;
  int epochs = 30;
};

class Learner {
 public:
  // `bias`: the key of the intercept.
  Learner(const Fitting& fitting, std::uint64_t bias) : fitting_(fitting), bias_(bias) {}

  // Examples that do not count are passed over. The order is shuffled, always in the same way.
  void fit(const std::vector<const std::vector<Example>*>& groups) {
    state_.clear();
    std::vector<const Example*> examples;
    for (const auto* group : groups)
      for (const Example& e : *group)
        if (e.counts) examples.push_back(&e);
    std::uint64_t random = 88172645463325252ULL;  // xorshift64
    for (int epoch = 0; epoch < fitting_.epochs; ++epoch) {
      for (std::size_t i = examples.size(); i > 1; --i) {
        random ^= random << 13U;
        random ^= random >> 7U;
        random ^= random << 17U;
        std::swap(examples[i - 1], examples[random % i]);
      }
      for (const Example* e : examples) step(*e);
    }
  }

  [[nodiscard]] double score(const std::vector<std::uint64_t>& keys) const {
    double sum = weight(bias_);
    for (const std::uint64_t k : keys) sum += weight(k);
    return sum;
  }

  // Keys and log odds of the features that have a weight.
  [[nodiscard]] std::vector<std::pair<std::uint64_t, double>> weights() const {
    std::vector<std::pair<std::uint64_t, double>> out;
    for (const auto& [key, s] : state_)
      if (value(s) != 0) out.emplace_back(key, value(s));
    return out;
  }

 private:
  struct State {
    double z = 0, n = 0;
  };

  [[nodiscard]] double weight(std::uint64_t key) const {
    const auto it = state_.find(key);
    return it == state_.end() ? 0 : value(it->second);
  }
  [[nodiscard]] double value(const State& s) const {
    if (std::abs(s.z) <= fitting_.l1) return 0;
    constexpr double kBeta = 1.0;
    return -(s.z - (s.z < 0 ? -fitting_.l1 : fitting_.l1)) / ((kBeta + std::sqrt(s.n)) / fitting_.alpha + fitting_.l2);
  }
  void step(const Example& e) {
    const double p = 1.0 / (1.0 + std::exp(-score(e.keys)));
    const double g = p - (e.right ? 1.0 : 0.0);
    update(state_[bias_], g);
    for (const std::uint64_t k : e.keys) update(state_[k], g);
  }
  void update(State& s, double g) const {
    const double w = value(s);
    const double sigma = (std::sqrt(s.n + g * g) - std::sqrt(s.n)) / fitting_.alpha;
    s.z += g - sigma * w;
    s.n += g * g;
  }

  Fitting fitting_;
  std::uint64_t bias_;
  std::unordered_map<std::uint64_t, State> state_;
};

}  // namespace onrecord
