#include "extract/select.h"

#include <algorithm>
#include <cmath>

#include "extract/evidence.h"

namespace onrecord {
namespace {

constexpr std::uint8_t kDeepest = 4;  // levels of nesting below an outer row; bounds how often a token is written

}  // namespace

float probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

float least_score(const Thresholds& thresholds) {
  const float lowest = std::min(thresholds.keep, thresholds.nested);
  return std::log(lowest / (1 - lowest));
}

Thresholds thresholds_for(float confidence, const Weights& weights) {
  Thresholds out;
  out.keep = probability(weights.before_calibration(std::log(confidence / (1 - confidence))));
  out.nested = std::max(out.nested, out.keep);
  return out;
}

void select(const std::vector<Candidate>& candidates, const Thresholds& thresholds, std::vector<std::int32_t>& owner,
            std::vector<Kept>& out, std::vector<Verdict>* verdicts) {
  out.clear();
  const std::size_t n = candidates.size();
  if (verdicts != nullptr) verdicts->assign(n, {});
  const auto tell = [verdicts](std::uint32_t candidate, Fate fate, std::uint32_t by) {
    if (verdicts != nullptr) (*verdicts)[candidate] = {fate, by};
  };
  const float least = least_score(thresholds);
  // The best candidate of each cue; the cue's token is where it is looked up.
  std::vector<std::uint32_t> best;
  best.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    if (candidates[i].score < least) continue;
    const std::uint32_t head = candidates[i].cue_head;
    if (owner[head] < 0) {
      owner[head] = static_cast<std::int32_t>(i);
      best.push_back(i);
      continue;
    }
    // The same cue may be met inside a quotation too, as that of a row within another: first it is that of a row of its own.
    const Candidate& other = candidates[static_cast<std::size_t>(owner[head])];
    if (candidates[i].inner != other.inner ? other.inner : candidates[i].score > other.score) owner[head] = static_cast<std::int32_t>(i);
  }
  for (std::uint32_t& b : best) b = static_cast<std::uint32_t>(owner[candidates[b].cue_head]);
  for (std::uint32_t i = 0; verdicts != nullptr && i < n; ++i)
    if (candidates[i].score >= least) tell(i, Fate::SameCue, static_cast<std::uint32_t>(owner[candidates[i].cue_head]));

  // The surest cue that each content would hide.
  struct Hidden {
    float score = -100.0F;  // log odds
    std::uint32_t candidate = 0;
  };
  std::vector<Hidden> hidden(best.size());
  for (std::size_t k = 0; k < best.size(); ++k) {
    const Candidate& c = candidates[best[k]];
    for (const TokenRange& piece : c.content)
      for (std::uint32_t t = piece.first; t < std::min(piece.last, piece.first + 400); ++t)
        if (owner[t] >= 0 && t != c.cue_head) {
          const auto other = static_cast<std::uint32_t>(owner[t]);
          if (!candidates[other].inner && candidates[other].score > hidden[k].score) hidden[k] = {candidates[other].score, other};
        }
  }
  for (const std::uint32_t b : best) owner[candidates[b].cue_head] = -1;
  // The surest of those with the very same content, whose cues lie outside it: the others have none of their own.
  std::vector<std::int32_t> rival(best.size(), -1);  // index into best
  for (std::uint32_t k = 0; k < best.size(); ++k) {
    const Candidate& c = candidates[best[k]];
    std::int32_t& first = owner[c.content.front().first];
    if (c.inner || c.cue.empty()) continue;  // a quotation that some verb introduces does not stand alone
    if (first >= 0 && candidates[best[static_cast<std::size_t>(first)]].content == c.content) {
      const bool surer = c.score > candidates[best[static_cast<std::size_t>(first)]].score;
      rival[surer ? static_cast<std::size_t>(first) : k] = surer ? static_cast<std::int32_t>(k) : first;
      if (!surer) continue;
    }
    first = static_cast<std::int32_t>(k);
  }
  for (const std::uint32_t b : best) owner[candidates[b].content.front().first] = -1;

  const auto hull = [&](std::uint32_t k) {
    const Candidate& c = candidates[best[k]];
    if (c.cue.empty()) return c.content.back().last - c.content.front().first;
    return std::max(c.content.back().last, c.cue.last) - std::min(c.content.front().first, c.cue.first);
  };
  // what a candidate spans, longest first, and its place in `best`: sorted as one, equal spans stay in order
  std::vector<std::uint64_t> order(best.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = std::uint64_t{~hull(k)} << 32U | k;
  std::sort(order.begin(), order.end());

  std::vector<std::uint32_t> left;
  for (const std::uint64_t placed : order) {
    const auto k = static_cast<std::uint32_t>(placed);
    const Candidate& c = candidates[best[k]];
    const float p = probability(c.score);
    bool free = owner[c.cue_head] < 0 && !c.inner;
    for (const TokenRange& piece : c.content)
      for (std::uint32_t t = piece.first; free && t < piece.last; t += 1) free = owner[t] < 0;
    if (!free) {
      left.push_back(k);
      continue;
    }
    if (rival[k] >= 0) {
      tell(best[k], p < thresholds.keep ? Fate::Unlikely : Fate::Taken, best[static_cast<std::size_t>(rival[k])]);
      continue;
    }
    if (p < thresholds.keep || p < (1 - p) * probability(hidden[k].score)) {
      tell(best[k], p < thresholds.keep ? Fate::Unlikely : Fate::HidesSurer, hidden[k].candidate);
      continue;
    }
    tell(best[k], Fate::Kept, best[k]);
    for (const TokenRange& piece : c.content)
      for (std::uint32_t t = piece.first; t < piece.last; ++t) owner[t] = static_cast<std::int32_t>(out.size());
    out.push_back({best[k], -1});
  }
  // Whose words the candidate's content would take: those of the first kept row it meets.
  const auto tell_taken = [&](std::uint32_t k) {
    for (const TokenRange& piece : candidates[best[k]].content)
      for (std::uint32_t t = piece.first; verdicts != nullptr && t < piece.last; ++t)
        if (owner[t] >= 0) return tell(best[k], Fate::Taken, out[static_cast<std::size_t>(owner[t])].candidate);
  };
  // What is left lies in words that are taken: each is reported by the innermost kept row that holds all of it. Longest first,
  // so that a row comes before those it reports; what reaches over the edge of another nested row is dropped.
  std::vector<std::uint8_t> depth(out.size(), 0);
  for (const std::uint32_t k : left) {
    const Candidate& c = candidates[best[k]];
    const std::int32_t within = owner[c.cue_head];
    const auto drop = [&](Fate fate) { tell(best[k], fate, out[static_cast<std::size_t>(within)].candidate); };
    if (within < 0) {
      tell_taken(k);
      continue;
    }
    if (c.cue.empty()) {  // a quotation by itself inside reported words is those words
      drop(Fate::Taken);
      continue;
    }
    if (depth[static_cast<std::size_t>(within)] == kDeepest || probability(c.score) < thresholds.nested || !c.clause) {
      drop(!c.clause ? Fate::Phrase : probability(c.score) < thresholds.nested ? Fate::Doubtful : Fate::Deep);
      continue;
    }
    bool inside = true;
    for (const TokenRange& piece : c.content) {
      inside = inside && owner[piece.first] == within && owner[piece.last - 1] == within;
      for (std::uint32_t t = piece.first; inside && t < piece.last; ++t) inside = owner[t] == within;
    }
    if (!inside) {
      drop(Fate::Across);
      continue;
    }
    tell(best[k], Fate::Kept, best[k]);
    for (const TokenRange& piece : c.content)
      for (std::uint32_t t = piece.first; t < piece.last; ++t) owner[t] = static_cast<std::int32_t>(out.size());
    out.push_back({best[k], within});
    depth.push_back(static_cast<std::uint8_t>(depth[static_cast<std::size_t>(within)] + 1));
  }
  for (const Kept& kept : out)
    for (const TokenRange& piece : candidates[kept.candidate].content)
      for (std::uint32_t t = piece.first; t < piece.last; ++t) owner[t] = -1;
}

}  // namespace onrecord
