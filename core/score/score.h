// How right the extractor is: its statements held against articles annotated by hand.
//
//   auto gold = read_gold("fixtures/gold");
//   Scorer scorer;
//   for (const GoldArticle& article : *gold) scorer.add(article, rows_of(read, extractor.extract(read)));
//   Report report = scorer.report();
//   std::cout << report.all.f1() << '\n';
//
// A prediction matches a gold content when the two share at least half of their union, letters and digits only, one to one,
// best overlap first. Nested rows and no_comment are left out on both sides. All figures are over all articles together.
// Memory: what is counted, no text. Not for use by two threads at once.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "score/rows.h"

namespace onrecord {

// Precision over what was predicted, recall over what is in the gold.
struct Rate {
  std::size_t right = 0;      // of the predictions
  std::size_t predicted = 0;
  std::size_t found = 0;      // of the gold
  std::size_t gold = 0;

  [[nodiscard]] double precision() const { return share(right, predicted); }
  [[nodiscard]] double recall() const { return share(found, gold); }
  [[nodiscard]] double f1() const {
    const double p = precision();
    const double r = recall();
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
  }
  [[nodiscard]] static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

struct Report {
  std::size_t articles = 0;
  Rate all;
  Rate joint;           // a match counts when the mention is right too
  Rate quoted;          // gold contents with quotation marks; predictions direct or mixed
  Rate speech;          // said, not merely thought or wanted: gold labelled so; predictions whose act is not attitude
  Rate when;            // said_on of labelled speech at gold's precision, over matches against all gold
  Rate source_spans;    // mentions, cues and pieces of content on their own, to the letter
  Rate cue_spans;
  Rate content_spans;
  std::size_t matched = 0;
  std::size_t exact = 0;          // matches that agree to the letter
  std::size_t source_right = 0;   // matches whose mention touches gold's, or where neither has one
  std::size_t named_gold = 0;     // speech of people and organisations known by name
  std::size_t named_matched = 0;
  std::size_t who_strict = 0;     // of those, with the right name
  std::size_t who_surname = 0;    // with the right last word
  std::map<std::string, Rate, std::less<>> by_kind;         // direct, mixed, indirect
  std::map<std::string, Rate, std::less<>> by_source_form;  // see source_form(); right only with the right mention
  std::map<std::string, Rate, std::less<>> by_construct;    // see construct_form()
  std::map<std::string, Rate, std::less<>> by_rule;         // recall: the share of all gold that the rule brings
  // Expected calibration error of `confidence` that a prediction is matched with its mention right: bins of equal size, at
  // least 200 rows each (fewer rows make one bin). 0 without predictions.
  double calibration_error = 0;

  [[nodiscard]] double exact_share() const { return Rate::share(exact, matched); }
  [[nodiscard]] double who_share() const { return Rate::share(who_strict, named_matched); }
  [[nodiscard]] double who_recall() const { return Rate::share(who_strict, named_gold); }
};

// Which gold row each prediction was matched with.
struct Matching {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> gold_of;   // by prediction: index of its gold row, or kNone
  std::vector<std::size_t> found_by;  // by gold row: index of its prediction, or kNone
  std::vector<bool> source_right;     // by prediction: matched, and the mention is right
};
[[nodiscard]] Matching match_rows(std::string_view text, const std::vector<ScoredRow>& gold, const std::vector<ScoredRow>& predicted);

class Scorer {
 public:
  void add(const GoldArticle& gold, const std::vector<ScoredRow>& predicted);
  [[nodiscard]] Report report() const;

 private:
  Report counted_;
  std::vector<std::pair<float, bool>> confidences_;  // of each prediction, and whether it was right
};

// One row by which two outputs differ.
struct ScoreChange {
  enum class What { Found, Lost, Mended, Worsened, AlarmGone, AlarmNew };
  What what = What::Found;
  std::string article;
  std::string rule;     // of the prediction at issue
  std::string mention;
  std::string cue;
  std::string words;    // of the gold content, or of the false alarm; pieces joined by " … "
  std::string speaker;  // as predicted
};
// found, lost, mention mended, mention worsened, alarm gone, alarm new
[[nodiscard]] std::string_view word_for(ScoreChange::What what);

// What `after` gained and lost against `before`, in the order of the text: gold found or no longer found, its mention right
// or no longer right, false alarms gone and new.
[[nodiscard]] std::vector<ScoreChange> compare(const GoldArticle& gold, const std::vector<ScoredRow>& before,
                                               const std::vector<ScoredRow>& after);

// A report as rows for a table: what is measured ("all", "spans", "share", "kind", "source form", "construct", "rule"), its name, and its
// figures. What the gold says nothing of (who and when in plain standoff) is left out.
struct ScoreLine {
  std::string group;
  std::string name;
  Rate rate;
  bool is_share = false;  // then only rate.right of rate.predicted means something
};
[[nodiscard]] std::vector<ScoreLine> score_lines(const Report& report);

}  // namespace onrecord
