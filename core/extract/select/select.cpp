#include "extract/select/select.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "extract/weigh/evidence.h"

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

namespace {

// One choice among the candidates of a block, step by step. `owner` says of each token whose it is; what the numbers in it are, each step
// says, and all but the last leave it as they found it, below 0.
class Selection {
 public:
  Selection(const std::vector<Candidate>& candidates, const Thresholds& thresholds, std::vector<std::int32_t>& owner,
            std::vector<Kept>& out, std::vector<Verdict>* verdicts)
      : candidates_(candidates), thresholds_(thresholds), owner_(owner), out_(out), verdicts_(verdicts) {}

  void run() {
    find_best_of_cues();
    find_hidden();
    find_rivals();
    keep_outermost();
    keep_nested();
    keep_seconds();
    for (const Kept& kept : out_) own(candidates_[kept.candidate], -1);
  }

 private:
  struct Surest {
    float score = -100.0F;  // log odds
    std::uint32_t candidate = 0;
  };

  void find_best_of_cues();
  void find_hidden();
  void find_rivals();
  void keep_outermost();
  void keep_nested();
  void keep_seconds();
  [[nodiscard]] std::vector<std::uint64_t> longest_first() const;
  [[nodiscard]] bool free(const Candidate& c) const;
  [[nodiscard]] bool all_within(const Candidate& c, std::int32_t row) const;
  [[nodiscard]] static bool is_all_of(const Candidate& outer, const Candidate& inner);
  void tell_surer(std::uint32_t k);
  void tell_taken(std::uint32_t k);

  [[nodiscard]] bool passed_over(const Candidate& c) const { return c.look == CueLook::PassedOver && thresholds_.passes_over(); }
  // The k-th of the best.
  [[nodiscard]] const Candidate& best(std::uint32_t k) const { return candidates_[best_[k]]; }
  void tell(std::uint32_t candidate, Fate fate, std::uint32_t by) {
    if (verdicts_ != nullptr) (*verdicts_)[candidate] = {fate, by};
  }
  void own(const Candidate& c, std::int32_t row) {
    for (const TokenRange& piece : c.content)
      for (std::uint32_t t = piece.first; t < piece.last; ++t) owner_[t] = row;
  }
  void keep(std::uint32_t k, std::int32_t within) {
    tell(best_[k], Fate::Kept, best_[k]);
    own(best(k), static_cast<std::int32_t>(out_.size()));
    out_.push_back({best_[k], within});
  }

  const std::vector<Candidate>& candidates_;
  const Thresholds& thresholds_;
  std::vector<std::int32_t>& owner_;
  std::vector<Kept>& out_;
  std::vector<Verdict>* verdicts_;
  std::vector<std::uint32_t> best_;   // candidates, one a cue
  std::vector<std::uint32_t> seconds_;  // likely candidates of whose cue another is surer
  std::vector<Surest> hidden_;        // by index into best_: the surest cue that the content would hide
  std::vector<Surest> surer_;         // by index into best_: the surest whose content it reaches out of, or whose cue is its own and more
  std::vector<std::int32_t> rival_;   // by index into best_: another index into it, or below 0
  std::vector<std::uint32_t> left_;   // indices into best_: what lies in words that are taken, longest first
};

// The best candidate of each cue. While they are looked for, the cue's token is owned by its best candidate, and so it stays until
// find_hidden has asked.
void Selection::find_best_of_cues() {
  const float least = least_score(thresholds_);
  const auto n = static_cast<std::uint32_t>(candidates_.size());
  best_.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    const Candidate& c = candidates_[i];
    if (c.score < least || passed_over(c)) continue;
    std::int32_t& first = owner_[c.cue_head];
    if (first < 0) {
      first = static_cast<std::int32_t>(i);
      best_.push_back(i);
      continue;
    }
    // The same cue may be met inside a quotation too, as that of a row within another: first it is that of a row of its own.
    const Candidate& other = candidates_[static_cast<std::size_t>(first)];
    if (!c.inner && !other.inner) {
      const std::uint32_t second = c.score > other.score ? static_cast<std::uint32_t>(first) : i;
      if (probability(candidates_[second].score) >= thresholds_.keep) seconds_.push_back(second);
    }
    if (c.inner != other.inner ? other.inner : c.score > other.score) first = static_cast<std::int32_t>(i);
  }
  for (std::uint32_t& b : best_) b = static_cast<std::uint32_t>(owner_[candidates_[b].cue_head]);
  for (std::uint32_t i = 0; verdicts_ != nullptr && i < n; ++i)
    if (passed_over(candidates_[i])) tell(i, Fate::PassedOver, i);
    else if (candidates_[i].score >= least) tell(i, Fate::SameCue, static_cast<std::uint32_t>(owner_[candidates_[i].cue_head]));
}

// What each content would hide, and what it reaches out of.
void Selection::find_hidden() {
  constexpr std::uint32_t kFarthest = 400;  // tokens of a piece
  hidden_.resize(best_.size());
  surer_.resize(best_.size());
  for (std::uint32_t k = 0; k < best_.size(); ++k) owner_[best(k).cue_head] = static_cast<std::int32_t>(k);
  for (std::uint32_t k = 0; k < best_.size(); ++k) {
    const Candidate& c = best(k);
    // "told the council | that it leaks", "told | that it leaks"
    for (std::uint32_t t = c.cue.first; t < c.cue.last; ++t)
      if (owner_[t] >= 0 && t != c.cue_head) {
        const auto other = static_cast<std::uint32_t>(owner_[t]);
        const bool same = best(other).content.front().first == c.content.front().first;
        if (same && best(other).score > surer_[k].score) surer_[k] = {best(other).score, best_[other]};
      }
    for (const TokenRange& piece : c.content)
      for (std::uint32_t t = piece.first; t < std::min(piece.last, piece.first + kFarthest); ++t)
        if (owner_[t] >= 0 && t != c.cue_head) {
          const auto other = static_cast<std::uint32_t>(owner_[t]);
          const Candidate& inside = best(other);
          if (inside.inner || inside.cue.empty()) continue;  // a quotation that somebody's words go on with is no rival of theirs
          if (inside.score > hidden_[k].score) hidden_[k] = {inside.score, best_[other]};
          const bool beyond = inside.content.back().last > c.content.back().last;
          if (beyond && c.score > surer_[other].score) surer_[other] = {c.score, best_[k]};
          // "expressed | hope that it leaks", "expressed hope | that it leaks"
          if (inside.cue.contains(c.cue_head) && inside.score > surer_[k].score) surer_[k] = {inside.score, best_[other]};
        }
  }
  for (const std::uint32_t b : best_) owner_[candidates_[b].cue_head] = -1;
}

// The surest of those with the very same content, whose cues lie outside it: the others have none of their own. The content's first token
// is owned by the surest of them.
void Selection::find_rivals() {
  rival_.assign(best_.size(), -1);
  for (std::uint32_t k = 0; k < best_.size(); ++k) {
    const Candidate& c = best(k);
    if (c.inner || c.cue.empty()) continue;  // a quotation that some verb introduces does not stand alone
    std::int32_t& first = owner_[c.content.front().first];
    if (first >= 0 && best(static_cast<std::uint32_t>(first)).content == c.content) {
      const bool surer = c.score > best(static_cast<std::uint32_t>(first)).score;
      rival_[surer ? static_cast<std::size_t>(first) : k] = surer ? static_cast<std::int32_t>(k) : first;
      if (!surer) continue;
    }
    first = static_cast<std::int32_t>(k);
  }
  for (const std::uint32_t b : best_) owner_[candidates_[b].content.front().first] = -1;
}

// Each of the best as what it spans, the longest first, above its index: sorted as one number, equal spans stay in order.
std::vector<std::uint64_t> Selection::longest_first() const {
  const auto span = [](const Candidate& c) {
    const std::uint32_t first = c.content.front().first, last = c.content.back().last;
    return c.cue.empty() ? last - first : std::max(last, c.cue.last) - std::min(first, c.cue.first);
  };
  std::vector<std::uint64_t> order(best_.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = std::uint64_t{~span(best(k))} << 32U | k;
  std::sort(order.begin(), order.end());
  return order;
}

// Whether neither the cue nor a word of the content is anybody's yet.
bool Selection::free(const Candidate& c) const {
  if (owner_[c.cue_head] >= 0 || c.inner) return false;
  for (const TokenRange& piece : c.content)
    for (std::uint32_t t = piece.first; t < piece.last; ++t)
      if (owner_[t] >= 0) return false;
  return true;
}

// Whether every word of the content is the kept row's, and no row's within it.
bool Selection::all_within(const Candidate& c, std::int32_t row) const {
  for (const TokenRange& piece : c.content) {
    if (owner_[piece.first] != row || owner_[piece.last - 1] != row) return false;
    for (std::uint32_t t = piece.first; t < piece.last; ++t)
      if (owner_[t] != row) return false;
  }
  return true;
}

// From the outermost inwards. A kept row's words are owned by it, by its index into `out`.
void Selection::keep_outermost() {
  for (const std::uint64_t placed : longest_first()) {
    const auto k = static_cast<std::uint32_t>(placed);
    const float p = probability(best(k).score);
    const bool likely = p >= thresholds_.keep;
    if (!free(best(k))) left_.push_back(k);
    else if (rival_[k] >= 0) tell(best_[k], likely ? Fate::Taken : Fate::Unlikely, best_[static_cast<std::size_t>(rival_[k])]);
    else if (!likely) tell(best_[k], Fate::Unlikely, hidden_[k].candidate);
    else if (p < (1 - p) * probability(hidden_[k].score)) tell(best_[k], Fate::HidesSurer, hidden_[k].candidate);
    else if (surer_[k].score > best(k).score) tell_surer(k);
    else keep(k, -1);
  }
}

void Selection::tell_surer(std::uint32_t k) {
  const Candidate& surer = candidates_[surer_[k].candidate];
  const bool same = surer.cue.contains(best(k).cue_head) || best(k).cue.contains(surer.cue_head);
  tell(best_[k], same ? Fate::SameCue : Fate::Across, surer_[k].candidate);
}

// Whose words the candidate's content would take: those of the first kept row it meets.
void Selection::tell_taken(std::uint32_t k) {
  if (verdicts_ == nullptr) return;
  for (const TokenRange& piece : best(k).content)
    for (std::uint32_t t = piece.first; t < piece.last; ++t)
      if (owner_[t] >= 0) return tell(best_[k], Fate::Taken, out_[static_cast<std::size_t>(owner_[t])].candidate);
}

// "It leaks, the council said, according to the Post": whether what `outer` reports is no more than a sentence and who said it. "What she
// thought was a leak" is less.
bool Selection::is_all_of(const Candidate& outer, const Candidate& inner) {
  constexpr std::uint32_t kSentence = 3;  // tokens
  const TokenRange said = inner.content.front();
  if (outer.cue.empty() || inner.source.empty() || inner.content.size() > 1 || said.last - said.first < kSentence) return false;
  const std::uint32_t last = std::max(inner.cue.last, inner.source.last);
  return said.first == outer.content.front().first && said.last < inner.cue.first && last == outer.content.back().last;
}

// What is left lies in words that are taken: each is reported by the innermost kept row that holds all of it. Longest first,
// so that a row comes before those it reports; what reaches over the edge of another nested row is dropped.
void Selection::keep_nested() {
  std::vector<std::uint8_t> depth(out_.size(), 0);
  for (const std::uint32_t k : left_) {
    const Candidate& c = best(k);
    const std::int32_t within = owner_[c.cue_head];
    if (within < 0) {
      tell_taken(k);
      continue;
    }
    const std::uint8_t deep = depth[static_cast<std::size_t>(within)];
    const auto fate = [&] {
      if (c.cue.empty()) return Fate::Taken;  // a quotation by itself inside reported words is those words
      const Candidate& outer = candidates_[out_[static_cast<std::size_t>(within)].candidate];
      if (!outer.cue.empty() && c.cue.contains(outer.cue_head)) return Fate::SameCue;  // expressed | hope that, expressed hope | that
      if (!c.clause) return Fate::Phrase;
      if (probability(c.score) < (is_all_of(outer, c) ? thresholds_.keep : thresholds_.nested)) return Fate::Doubtful;
      if (deep == kDeepest) return Fate::Deep;
      return all_within(c, within) ? Fate::Kept : Fate::Across;
    }();
    if (fate == Fate::Kept) {
      keep(k, within);
      depth.push_back(static_cast<std::uint8_t>(deep + 1));
    } else {
      tell(best_[k], fate, out_[static_cast<std::size_t>(within)].candidate);
    }
  }
}

// "“It is old,” Reyes said, adding: “It leaks.”": a cue whose surest candidate has words that another cue has may have others. The tokens
// of cues that are kept are taken meanwhile.
void Selection::keep_seconds() {
  constexpr std::int32_t kTaken = std::numeric_limits<std::int32_t>::max();
  const auto close = [this](const Candidate& c) {
    if (owner_[c.cue_head] < 0) owner_[c.cue_head] = kTaken;
  };
  for (const Kept& kept : out_) close(candidates_[kept.candidate]);
  std::erase_if(seconds_, [this](std::uint32_t i) { return !free(candidates_[i]); });  // nearly all
  std::sort(seconds_.begin(), seconds_.end(), [this](std::uint32_t a, std::uint32_t b) {
    const float one = candidates_[a].score, other = candidates_[b].score;
    return one > other || (one == other && a < b);
  });
  for (const std::uint32_t i : seconds_) {
    const Candidate& c = candidates_[i];
    if (!free(c)) continue;
    tell(i, Fate::Kept, i);
    own(c, static_cast<std::int32_t>(out_.size()));
    out_.push_back({i, -1});
    close(c);
  }
  for (const Kept& kept : out_)
    if (std::int32_t& owner = owner_[candidates_[kept.candidate].cue_head]; owner == kTaken) owner = -1;
}

}  // namespace

void select(const std::vector<Candidate>& candidates, const Thresholds& thresholds, std::vector<std::int32_t>& owner,
            std::vector<Kept>& out, std::vector<Verdict>* verdicts) {
  out.clear();
  if (verdicts != nullptr) verdicts->assign(candidates.size(), {});
  Selection(candidates, thresholds, owner, out, verdicts).run();
}

}  // namespace onrecord
