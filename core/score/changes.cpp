#include <algorithm>

#include "score/letters.h"
#include "score/score.h"

namespace onrecord {
namespace {

using What = ScoreChange::What;

std::string words_under(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans) out.append(out.empty() ? "" : " … ").append(slice(text, span));
  return out;
}

struct Placed {
  std::uint32_t begin;
  ScoreChange change;
};

class Differences {
 public:
  explicit Differences(const GoldArticle& gold) : gold_(gold) {}

  void add(What what, const ScoredRow& shown, const ScoredRow& predicted) {
    ScoreChange change{what, gold_.name, predicted.rule, words_under(gold_.text, shown.mention),
                       words_under(gold_.text, shown.cue), words_under(gold_.text, shown.content), predicted.speaker};
    placed_.push_back({shown.content.empty() ? 0 : shown.content.front().begin, std::move(change)});
  }

  std::vector<ScoreChange> in_order() {
    std::stable_sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) { return a.begin < b.begin; });
    std::vector<ScoreChange> out;
    for (Placed& p : placed_) out.push_back(std::move(p.change));
    return out;
  }

 private:
  const GoldArticle& gold_;
  std::vector<Placed> placed_;
};

// The false alarms of one output that the other does not share, letter for letter.
template <typename Report>
void alarms(const GoldArticle& gold, const std::vector<ScoredRow>& of, const Matching& matching,
            const std::vector<ScoredRow>& other, const Matching& other_matching, Report report) {
  const Letters letters(gold.text);
  const auto key = [&](const ScoredRow& row) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> k;
    for (const Span& s : letters.of(row.content)) k.emplace_back(s.begin, s.end);
    return k;
  };
  std::set<decltype(key(of.front()))> shared;
  for (std::size_t p = 0; p < other.size(); ++p) {
    if (other_matching.gold_of[p] == Matching::kNone) shared.insert(key(other[p]));
  }
  for (std::size_t p = 0; p < of.size(); ++p) {
    if (matching.gold_of[p] == Matching::kNone && shared.count(key(of[p])) == 0) report(of[p]);
  }
}

}  // namespace

std::string_view word_for(ScoreChange::What what) {
  switch (what) {
    case What::Found: return "found";
    case What::Lost: return "lost";
    case What::Mended: return "mention mended";
    case What::Worsened: return "mention worsened";
    case What::AlarmGone: return "alarm gone";
    case What::AlarmNew: return "alarm new";
  }
  return "";
}

std::vector<ScoreChange> compare(const GoldArticle& gold, const std::vector<ScoredRow>& before,
                                 const std::vector<ScoredRow>& after) {
  const Matching was = match_rows(gold.text, gold.rows, before);
  const Matching is = match_rows(gold.text, gold.rows, after);
  Differences out(gold);
  for (std::size_t g = 0; g < gold.rows.size(); ++g) {
    const std::size_t b = was.found_by[g];
    const std::size_t a = is.found_by[g];
    const bool had = b != Matching::kNone;
    const bool has = a != Matching::kNone;
    if (had && !has) out.add(What::Lost, gold.rows[g], before[b]);
    if (!had && has) out.add(What::Found, gold.rows[g], after[a]);
    if (had && has && was.source_right[b] != is.source_right[a]) {
      out.add(is.source_right[a] ? What::Mended : What::Worsened, gold.rows[g], after[a]);
    }
  }
  alarms(gold, before, was, after, is, [&](const ScoredRow& row) { out.add(What::AlarmGone, row, row); });
  alarms(gold, after, is, before, was, [&](const ScoredRow& row) { out.add(What::AlarmNew, row, row); });
  return out.in_order();
}

}  // namespace onrecord
