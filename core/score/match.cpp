#include <algorithm>

#include "score/letters.h"
#include "score/score.h"

namespace onrecord {
namespace {

struct Pair {
  double overlap;
  std::size_t gold;
  std::size_t predicted;
};

// Pairs that share at least half of their union. Gold is looked up by its first letter; the longest reach so far tells
// where to stop looking backwards, so that long articles cost what their overlaps cost.
std::vector<Pair> pairs_of(const std::vector<LetterSet>& gold, const std::vector<LetterSet>& predicted) {
  std::vector<std::size_t> order;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    if (!gold[g].empty()) order.push_back(g);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return gold[a].front().begin < gold[b].front().begin; });
  std::vector<std::uint32_t> reach;
  for (const std::size_t g : order) reach.push_back(std::max(reach.empty() ? 0 : reach.back(), gold[g].back().end));
  std::vector<Pair> pairs;
  for (std::size_t p = 0; p < predicted.size(); ++p) {
    if (predicted[p].empty()) continue;
    const auto past = std::partition_point(order.begin(), order.end(), [&](std::size_t g) {
      return gold[g].front().begin < predicted[p].back().end;
    });
    for (auto i = past - order.begin(); i > 0 && reach[static_cast<std::size_t>(i - 1)] > predicted[p].front().begin; --i) {
      const std::size_t g = order[static_cast<std::size_t>(i - 1)];
      const double overlap = overlap_of(gold[g], predicted[p]);
      if (overlap >= 0.5) pairs.push_back({overlap, g, p});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    if (a.overlap != b.overlap) return a.overlap > b.overlap;
    return a.gold != b.gold ? a.gold < b.gold : a.predicted < b.predicted;
  });
  return pairs;
}

}  // namespace

Matching match_rows(std::string_view text, const std::vector<ScoredRow>& gold, const std::vector<ScoredRow>& predicted) {
  const Letters letters(text);
  std::vector<LetterSet> gold_sets;
  std::vector<LetterSet> predicted_sets;
  for (const ScoredRow& row : gold) gold_sets.push_back(letters.of(row.content));
  for (const ScoredRow& row : predicted) predicted_sets.push_back(letters.of(row.content));
  Matching out;
  out.gold_of.assign(predicted.size(), Matching::kNone);
  out.found_by.assign(gold.size(), Matching::kNone);
  out.source_right.assign(predicted.size(), false);
  for (const Pair& pair : pairs_of(gold_sets, predicted_sets)) {
    if (out.found_by[pair.gold] != Matching::kNone || out.gold_of[pair.predicted] != Matching::kNone) continue;
    out.found_by[pair.gold] = pair.predicted;
    out.gold_of[pair.predicted] = pair.gold;
    const LetterSet want = letters.of(gold[pair.gold].mention);
    const LetterSet got = letters.of(predicted[pair.predicted].mention);
    out.source_right[pair.predicted] = want.empty() || got.empty() ? want.empty() && got.empty() : shared(want, got) > 0;
  }
  return out;
}

}  // namespace onrecord
