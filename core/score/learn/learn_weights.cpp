// Counts the weights of core/extract/rules/weights.tsv on annotated articles.
//
//   onrecord_learn GOLD_DIR [--out weights.tsv] [--folds 2] [--l1 14] [--end-l1 6] [--errors] [--all-cues]
//
// GOLD_DIR is laid out as score/gold.h says, as PolNeAR is (Newell, Margolin and Ruths, "An attribution relations corpus for
// political news", LREC 2018). Three models are fitted (ftrl.h), over features of extract/weigh: where contents end, over those of ends.h,
// what is an attribution, over those of evidence.h, and which cues are worth a look, over those of cue_gate.h: the ones of which the second
// model keeps anything. The ends of an article's candidates are weighed by a model fitted on the other half of the articles, so that the
// second model learns from ends as right and wrong as it will meet. A candidate counts only where its cue is really decided on: outside the
// contents of other attributions.
//
// With --folds K it reports what the rules and weights reach on articles they were not counted on; with --out it counts on all
// articles and writes the weights. Give both: the folds also tell how confidences turn out, and what corrects them is written too.
// --all-cues reports what is reached when no cue is passed over.

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "extract/weigh/cue_gate.h"
#include "score/learn/annotated.h"
#include "score/learn/ftrl.h"
#include "score/learn/reporter.h"

using namespace onrecord;

namespace {

using Texts = std::vector<std::unique_ptr<Text>>;

struct Options {
  std::string dir, out;
  int folds = 0;
  Fitting main, ends{.alpha = 0.05, .l1 = 6.0, .l2 = 8.0, .epochs = 20}, cues{.alpha = 0.08, .l1 = 20.0};
  float threshold = Thresholds().keep;
  bool errors = false, gate = true;
};

// Of every `folds`-th article those that belong to `fold`, or all others.
std::vector<Text*> part(const Texts& texts, int folds, int fold, bool others) {
  std::vector<Text*> out;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if ((static_cast<int>(i) % folds == fold) != others) out.push_back(texts[i].get());
  return out;
}

Learner fitted(const std::vector<Text*>& texts, std::vector<Example> Text::*examples, const Fitting& fitting, std::uint64_t bias) {
  Learner learner(fitting, bias);
  std::vector<const std::vector<Example>*> groups;
  for (const Text* text : texts) groups.push_back(&(text->*examples));
  learner.fit(groups);
  return learner;
}

Learner fitted_ends(const std::vector<Text*>& texts, const Options& options) {
  return fitted(texts, &Text::end_examples, options.ends, Weights::kEndBias);
}
Learner fitted_main(const std::vector<Text*>& texts, const Options& options) {
  return fitted(texts, &Text::examples, options.main, Weights::kBias);
}

void score(Text& text, const Learner& main) {
  for (std::size_t c = 0; c < text.candidates.size(); ++c)
    text.candidates[c].score = static_cast<float>(main.score(text.examples[c].keys));
}

// Which cues are worth a look: those of which `main` keeps something.
Learner fitted_cues(const std::vector<Text*>& texts, const Learner& main, const Options& options) {
  for (Text* text : texts) {
    score(*text, main);
    label_cues(*text, {options.threshold, Thresholds().nested});
  }
  return fitted(texts, &Text::cue_examples, options.cues, Weights::kCueBias);
}

void pass_over(Text& text, const Learner& cues) {
  for (std::size_t c = 0; c < text.candidates.size(); ++c) {
    const std::int32_t cue = text.cue_of[c];
    if (cue >= 0 && cues.score(text.cue_examples[static_cast<std::size_t>(cue)].keys) < static_cast<double>(kLeastOfCue))
      text.candidates[c].look = CueLook::PassedOver;
  }
}

void say_what_is_proposed(const Texts& texts) {
  std::size_t candidates = 0;
  int gold = 0, reachable = 0;
  std::map<std::string, std::pair<int, int>> constructs;
  for (const auto& text : texts) {
    candidates += text->candidates.size();
    for (const Gold& g : text->gold) {
      if (text->count(g.content) == 0) continue;
      ++gold;
      reachable += std::any_of(text->candidates.begin(), text->candidates.end(),
                               [&](const Candidate& c) { return text->overlap(g.content, text->spans(c)) >= 0.5; });
    }
    for (std::size_t i = 0; i < text->candidates.size(); ++i) {
      if (!text->examples[i].counts) continue;
      auto& [right, all] = constructs[std::string(grammar().construct_name(text->candidates[i].construct))];
      ++all;
      right += text->examples[i].right;
    }
  }
  for (const auto& [construct, n] : constructs)
    fmt::print("  proposed {:24} {:6} right {:.3f}\n", construct, n.second, n.second ? static_cast<double>(n.first) / n.second : 0.0);
  fmt::print("{} articles, {} candidates, gold {} of which {:.3f} have a candidate\n", texts.size(), candidates, gold,
             static_cast<double>(reachable) / std::max(1, gold));
}

// What is reached on articles that nothing was counted on; how confidences turn out there.
Reporter held_out(const Texts& texts, const Options& options) {
  Reporter reporter;
  reporter.errors = options.errors;
  reporter.threshold = options.threshold;
  std::vector<Reporter> others;  // other thresholds
  for (const float t : {0.25F, 0.30F, 0.35F, 0.40F, 0.45F, 0.50F}) others.emplace_back().threshold = t;
  for (int fold = 0; fold < options.folds; ++fold) {
    const std::vector<Text*> seen = part(texts, options.folds, fold, true);
    const Learner learner = fitted_main(seen, options), cues = fitted_cues(seen, learner, options);
    for (Text* text : part(texts, options.folds, fold, false)) {
      score(*text, learner);
      for (Candidate& c : text->candidates) c.look = CueLook::None;
      if (options.gate) pass_over(*text, cues);
      reporter.add(*text);
      for (Reporter& other : others) other.add(*text);
    }
  }
  reporter.calibrate();
  for (const Reporter& other : others) other.figures();
  return reporter;
}

void write(const std::string& file, const Names& names, const std::vector<const Learner*>& learners, const Reporter* calibrated) {
  std::vector<std::pair<std::string, double>> rows;
  for (const Learner* learner : learners)
    for (const auto& [key, weight] : learner->weights())
      if (const auto it = names.find(key); it != names.end()) rows.emplace_back(it->second, weight);
  std::sort(rows.begin(), rows.end());
  std::ofstream out(file);
  out << "# Log odds of each feature of core/extract/weigh: of evidence.cpp, ends.cpp (those that begin with \"end\") and cue_gate.cpp\n"
         "# (\"cue\"), counted by onrecord_learn (core/score/learn) on the train part of PolNeAR 1.0 (Newell, Margolin\n"
         "# and Ruths, LREC 2018). The first add up to the log odds of an attribution, the second to those of its content's ending at a\n"
         "# boundary, the third to those of a cue's having anything that is kept.\n";
  if (calibrated != nullptr)
    out << fmt::format("calibration|slope\t{:.3f}\ncalibration|offset\t{:.3f}\n", calibrated->slope, calibrated->offset);
  for (const auto& [name, weight] : rows)
    if (std::abs(weight) >= 0.005) out << name << '\t' << fmt::format("{:.2f}", weight) << '\n';
  fmt::print("{} weights written to {}\n", rows.size(), file);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    const bool more = i + 1 < argc;
    if (arg == "--out" && more) options.out = argv[++i];
    else if (arg == "--folds" && more) options.folds = std::stoi(argv[++i]);
    else if (arg == "--l1" && more) options.main.l1 = std::stod(argv[++i]);
    else if (arg == "--end-l1" && more) options.ends.l1 = std::stod(argv[++i]);
    else if (arg == "--l2" && more) options.main.l2 = std::stod(argv[++i]);
    else if (arg == "--alpha" && more) options.main.alpha = std::stod(argv[++i]);
    else if (arg == "--epochs" && more) options.main.epochs = std::stoi(argv[++i]);
    else if (arg == "--threshold" && more) options.threshold = std::stof(argv[++i]);
    else if (arg == "--all-cues") options.gate = false;
    else if (arg == "--errors") options.errors = true;
    else options.dir = arg;
  }
  if (options.dir.empty() || (options.folds < 2 && options.out.empty())) {
    std::cerr << "usage: onrecord_learn GOLD_DIR [--folds K] [--out weights.tsv] [--l1 X] [--end-l1 X] [--l2 X] [--alpha X] [--epochs N]"
                 " [--threshold P] [--errors] [--all-cues]\n";
    return 2;
  }
  const auto gold = read_gold(options.dir);
  if (!gold) {
    std::cerr << gold.error().text() << '\n';
    return 5;
  }
  const Texts texts = read_texts(*gold);
  Names names{{Weights::kBias, "bias"}, {Weights::kEndBias, "end|bias"}, {Weights::kCueBias, "cue|bias"}};
  for (const auto& text : texts) find_end_examples(*text, names);
  for (int half = 0; half < 2; ++half) {
    const Weights ends = Weights::from(fitted_ends(part(texts, 2, half, true), options).weights());
    for (Text* text : part(texts, 2, half, false)) find_examples(*text, ends, names);
  }
  say_what_is_proposed(texts);
  Reporter reporter;
  if (options.folds >= 2) {
    reporter = held_out(texts, options);
    fmt::print("calibration slope {:.3f} offset {:.3f}\n", reporter.slope, reporter.offset);
    reporter.by_construct();
    reporter.figures();
    for (const std::string& line : reporter.lines) fmt::print("{}\n", line);
  }
  if (!options.out.empty()) {
    const std::vector<Text*> all = part(texts, 1, 0, false);
    const Learner ends = fitted_ends(all, options), main = fitted_main(all, options), cues = fitted_cues(all, main, options);
    write(options.out, names, {&ends, &main, &cues}, options.folds >= 2 ? &reporter : nullptr);
  }
  return 0;
}
