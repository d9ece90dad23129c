// What rules and weights reach on articles that they were not counted on.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "score/learn/annotated.h"

namespace onrecord {

struct Counts {
  int gold = 0, pred = 0, match = 0, joint = 0, exact = 0, source = 0;
  int quoted_gold = 0, quoted_gold_match = 0, quoted_pred = 0, quoted_pred_match = 0;
};

struct Reporter {
  bool errors = false;  // collect lines about what is missed, false and inexact
  float threshold = 0.5F;
  Counts sum;
  std::map<std::string, Counts> by_rule;
  std::vector<std::string> lines;
  double slope = 1, offset = 0;                     // that make confidences come true
  std::vector<std::pair<float, bool>> calibration;  // log odds of each row kept, and whether content and source were right

  // Selects among the scored candidates of `text` and compares with its gold.
  void add(Text& text);
  // Fits slope and offset by Newton's method on the log likelihood.
  void calibrate();
  void figures() const;      // a line
  void by_construct() const; // a line each, and how confidences turn out
};

}  // namespace onrecord
