// Counts the weights of core/extract/rules/weights.tsv on annotated articles.
//
//   onrecord_learn GOLD_DIR [--out weights.tsv] [--folds 2] [--l1 10] [--errors]
//
// GOLD_DIR is laid out as score/gold.h says, as PolNeAR is (Newell, Margolin and Ruths, "An attribution relations corpus for
// political news", LREC 2018). The model is logistic regression over the features of extract/evidence.h, fitted by FTRL-proximal (McMahan et al., "Ad
// click prediction", KDD 2013), whose L1 term leaves most features without a weight. A candidate counts only where its
// cue is really decided on: outside the contents of other attributions.
//
// With --folds K it reports what the rules and weights reach on articles they were not counted on; with --out it counts on all
// articles and writes the weights. Give both: the folds also tell how confidences turn out, and what corrects them is written too.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>

#include "extract/extract.h"
#include "extract/kind.h"
#include "ingest/read.h"
#include "score/gold.h"

using namespace onrecord;

namespace {

struct Gold {
  std::vector<Span> content, source, cue;  // bytes
  bool quoted = false;
};

// A gold row as the learner needs it.
Gold gold_of(const ScoredRow& row, std::string_view text) {
  Gold out{row.content, row.mention, row.cue, false};
  std::sort(out.content.begin(), out.content.end(), [](Span x, Span y) { return x.begin < y.begin; });
  for (const Span s : out.content)
    for (const char* mark : {"\"", "“", "”", "''"}) out.quoted |= slice(text, s).find(mark) != std::string_view::npos;
  return out;
}

struct Example {
  std::vector<std::uint64_t> keys;
  bool right = false;      // shares at least half of its content with a gold one (and its source, where sources are chosen)
  bool counts = true;      // decided on: outside the contents of other gold rows
};

struct Text {
  std::string name;
  Article article;
  Document doc;
  std::vector<Gold> gold;
  std::vector<Candidate> candidates;
  std::vector<Example> examples;
  std::vector<std::uint32_t> letters;  // letters and digits before each byte
  std::vector<std::int32_t> owner;

  [[nodiscard]] std::uint32_t count(Span s) const { return letters[s.end] - letters[s.begin]; }
  [[nodiscard]] std::vector<Span> spans(const Candidate& c) const {
    std::vector<Span> out;
    for (const TokenRange& p : c.content) out.push_back({doc.tokens.begin[p.first], doc.tokens.end[p.last - 1]});
    return out;
  }
  [[nodiscard]] std::uint32_t count(const std::vector<Span>& spans) const {
    std::uint32_t sum = 0;
    for (const Span s : spans) sum += count(s);
    return sum;
  }
  [[nodiscard]] std::uint32_t shared(const std::vector<Span>& a, const std::vector<Span>& b) const {
    std::uint32_t sum = 0;
    for (const Span x : a)
      for (const Span y : b) {
        const Span both{std::max(x.begin, y.begin), std::min(x.end, y.end)};
        if (!both.empty()) sum += count(both);
      }
    return sum;
  }
  [[nodiscard]] double overlap(const std::vector<Span>& a, const std::vector<Span>& b) const {
    const std::uint32_t both = shared(a, b);
    return both == 0 ? 0.0 : static_cast<double>(both) / (count(a) + count(b) - both);
  }
  [[nodiscard]] bool source_right(const Candidate& c, const Gold& gold_row) const {
    if (c.source.empty()) return gold_row.source.empty();
    const std::vector<Span> own{{doc.tokens.begin[c.source.first], doc.tokens.end[c.source.last - 1]}};
    return shared(own, gold_row.source) > 0;
  }
};

// Whether the same content is proposed twice, with a source and without: then the right source decides.
bool sources_compete(const Document& doc, const Candidate& c) {
  if (c.construct == grammar().number(BuiltIn::Floating)) return false;
  return c.form == SubjectForm::None || doc.tokens.tag[c.cue_head] == 'e';
}

struct Counts {
  int gold = 0, pred = 0, match = 0, joint = 0, exact = 0, source = 0;
  int quoted_gold = 0, quoted_gold_match = 0, quoted_pred = 0, quoted_pred_match = 0;
};

double f1(int right_p, int p, int right_r, int r) {
  const double precision = p ? static_cast<double>(right_p) / p : 0, recall = r ? static_cast<double>(right_r) / r : 0;
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

double kAlpha = 0.05, kL2 = 20.0;
class Learner {
 public:
  explicit Learner(double l1) : l1_(l1) {}

  void fit(const std::vector<Text*>& texts, int epochs) {
    state_.clear();
    std::vector<const Example*> examples;
    for (const Text* text : texts)
      for (const Example& e : text->examples)
        if (e.counts) examples.push_back(&e);
    std::uint64_t random = 88172645463325252ULL;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = examples.size(); i > 1; --i) {
        random ^= random << 13U;
        random ^= random >> 7U;
        random ^= random << 17U;
        std::swap(examples[i - 1], examples[random % i]);
      }
      for (const Example* e : examples) step(*e);
    }
  }

  [[nodiscard]] double weight(std::uint64_t key) const {
    const auto it = state_.find(key);
    return it == state_.end() ? 0 : value(it->second);
  }
  [[nodiscard]] double score(const std::vector<std::uint64_t>& keys) const {
    double sum = weight(Weights::kBias);
    for (const std::uint64_t k : keys) sum += weight(k);
    return sum;
  }
  [[nodiscard]] std::vector<std::uint64_t> keys() const {
    std::vector<std::uint64_t> out;
    for (const auto& [key, s] : state_)
      if (value(s) != 0) out.push_back(key);
    return out;
  }

 private:
  struct State {
    double z = 0, n = 0;
  };

  [[nodiscard]] double value(const State& s) const {
    if (std::abs(s.z) <= l1_) return 0;
    return -(s.z - (s.z < 0 ? -l1_ : l1_)) / ((kBeta + std::sqrt(s.n)) / kAlpha + kL2);
  }

  void step(const Example& e) {
    const double p = 1.0 / (1.0 + std::exp(-score(e.keys)));
    const double g = p - (e.right ? 1.0 : 0.0);
    update(state_[Weights::kBias], g);
    for (const std::uint64_t k : e.keys) update(state_[k], g);
  }
  void update(State& s, double g) const {
    const double w = value(s);
    const double sigma = (std::sqrt(s.n + g * g) - std::sqrt(s.n)) / kAlpha;
    s.z += g - sigma * w;
    s.n += g * g;
  }

  double l1_;
  static constexpr double kBeta = 1.0;
  std::unordered_map<std::uint64_t, State> state_;
};

struct Reporter {
  bool errors = false;
  Counts sum;
  std::map<std::string, Counts> by_rule;
  std::vector<std::string> lines;
  double slope = 1, offset = 0;
  std::vector<std::pair<float, bool>> calibration;  // log odds of each row kept, and whether it was right

  void add(Text& text, const Grammar& rules, float threshold) {
    std::vector<Kept> kept;
    text.owner.assign(text.doc.tokens.size(), -1);
    select(text.candidates, {threshold, 2.0F}, text.owner, kept);
    struct Pair {
      double iou;
      std::size_t gold, pred;
    };
    std::vector<Pair> pairs;
    std::vector<std::vector<Span>> spans;
    for (const Kept& k : kept) spans.push_back(text.spans(text.candidates[k.candidate]));
    for (std::size_t g = 0; g < text.gold.size(); ++g)
      for (std::size_t p = 0; p < kept.size(); ++p) {
        const double iou = text.overlap(text.gold[g].content, spans[p]);
        if (iou >= 0.5) pairs.push_back({iou, g, p});
      }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.iou > b.iou; });
    std::vector<int> gold_of(kept.size(), -1), pred_of(text.gold.size(), -1);
    for (const Pair& pair : pairs) {
      if (gold_of[pair.pred] >= 0 || pred_of[pair.gold] >= 0) continue;
      gold_of[pair.pred] = static_cast<int>(pair.gold);
      pred_of[pair.gold] = static_cast<int>(pair.pred);
      ++sum.match;
      const bool source = text.source_right(text.candidates[kept[pair.pred].candidate], text.gold[pair.gold]);
      sum.joint += source;
      sum.exact += pair.iou > 0.9999;
      if (errors && pair.iou <= 0.9999)
        lines.push_back("INEXACT " + describe(text, rules, text.candidates[kept[pair.pred].candidate]) + " want[" + words(text, text.gold[pair.gold].content) + "]");
    }
    for (std::size_t p = 0; p < kept.size(); ++p) {
      const Candidate& c = text.candidates[kept[p].candidate];
      ++sum.pred;
      const bool quoted = kind_of(text.doc, c) != StatementKind::Indirect;
      sum.quoted_pred += quoted;
      sum.quoted_pred_match += quoted && gold_of[p] >= 0;
      Counts& rule = by_rule[std::string(rules.construct_name(c.construct))];
      ++rule.pred;
      rule.match += gold_of[p] >= 0;
      if (gold_of[p] >= 0) rule.joint += text.source_right(c, text.gold[static_cast<std::size_t>(gold_of[p])]);
      calibration.emplace_back(c.score, gold_of[p] >= 0);
      if (errors && gold_of[p] < 0) lines.push_back("FALSE " + describe(text, rules, c));
      if (errors && gold_of[p] >= 0 && !text.source_right(c, text.gold[static_cast<std::size_t>(gold_of[p])]))
        lines.push_back("SOURCE " + describe(text, rules, c) + " want[" + words(text, text.gold[static_cast<std::size_t>(gold_of[p])].source) + "]");
    }
    for (std::size_t g = 0; g < text.gold.size(); ++g) {
      const Gold& gold = text.gold[g];
      if (text.count(gold.content) == 0) continue;
      ++sum.gold;
      sum.quoted_gold += gold.quoted;
      sum.quoted_gold_match += gold.quoted && pred_of[g] >= 0;
      if (errors && pred_of[g] < 0) {
        // Why: no candidate at the cue, none with the right span, below the threshold, or hidden.
        std::string why = "nocue";
        const Candidate* best = nullptr;
        double best_iou = 0;
        for (const Candidate& c : text.candidates) {
          if (c.cue.empty()) continue;
          const std::vector<Span> cue{{text.doc.tokens.begin[c.cue.first], text.doc.tokens.end[c.cue.last - 1]}};
          if (text.shared(cue, gold.cue) == 0) continue;
          const double iou = text.overlap(gold.content, text.spans(c));
          if (best == nullptr || iou > best_iou) best = &c, best_iou = iou;
        }
        if (best != nullptr) why = best_iou < 0.5 ? "span" : probability(best->score) < threshold ? "low" : "hidden";
        lines.push_back(fmt::format("MISSED-{}{} src[{}] cue[{}] {} {}", why, gold.quoted ? "-Q" : "", words(text, gold.source), words(text, gold.cue),
                                    words(text, gold.content), best ? " // best: " + describe(text, rules, *best) : std::string()));
      }
    }
  }

  // Fits slope and offset so that confidences come true; Newton's method on the log likelihood.
  void calibrate() {
    for (int round = 0; round < 25; ++round) {
      double ga = 0, gb = 0, haa = 1e-6, hab = 0, hbb = 1e-6;
      for (const auto& [log_odds, ok] : calibration) {
        const double p = 1.0 / (1.0 + std::exp(-(slope * log_odds + offset)));
        const double d = (ok ? 1.0 : 0.0) - p, w = p * (1 - p);
        ga += d * log_odds, gb += d;
        haa += w * log_odds * log_odds, hab += w * log_odds, hbb += w;
      }
      const double det = haa * hbb - hab * hab;
      if (det == 0) return;
      slope += (hbb * ga - hab * gb) / det;
      offset += (haa * gb - hab * ga) / det;
    }
  }

  static std::string words(const Text& text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span s : spans) out += (out.empty() ? "" : " … ") + std::string(slice(text.article.text, s)).substr(0, 220);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }
  static std::string describe(const Text& text, const Grammar& rules, const Candidate& c) {
    const auto range = [&](const TokenRange& r) {
      return r.empty() ? std::string() : words(text, {{text.doc.tokens.begin[r.first], text.doc.tokens.end[r.last - 1]}});
    };
    return fmt::format("{} {:.2f} src[{}] cue[{}] {}", rules.construct_name(c.construct), probability(c.score), range(c.source), range(c.cue),
                       words(text, text.spans(c)));
  }

  void print() const {
    const auto share = [](int a, int b) { return b ? static_cast<double>(a) / b : 0.0; };
    fmt::print("all P {:.3f} R {:.3f} F1 {:.3f}   joint {:.3f}   quoted P {:.3f} R {:.3f} F1 {:.3f}   exact {:.3f} source {:.3f}   pred {} gold {}\n",
               share(sum.match, sum.pred), share(sum.match, sum.gold), f1(sum.match, sum.pred, sum.match, sum.gold),
               f1(sum.joint, sum.pred, sum.joint, sum.gold), share(sum.quoted_pred_match, sum.quoted_pred), share(sum.quoted_gold_match, sum.quoted_gold),
               f1(sum.quoted_pred_match, sum.quoted_pred, sum.quoted_gold_match, sum.quoted_gold), share(sum.exact, sum.match), share(sum.joint, sum.match),
               sum.pred, sum.gold);
    for (const auto& [rule, c] : by_rule) fmt::print("  {:24} pred {:5} right {:.3f} source {:.3f}\n", rule, c.pred, share(c.match, c.pred), share(c.joint, c.match));
    double error = 0;
    for (int bin = 0; bin < 10; ++bin) {
      double p = 0;
      int n = 0, right = 0;
      for (const auto& [log_odds, ok] : calibration) {
        const float confidence = probability(static_cast<float>(slope * log_odds + offset));
        if (std::min(9, static_cast<int>(confidence * 10)) == bin) p += confidence, ++n, right += ok;
      }
      if (n == 0) continue;
      fmt::print("  confidence {:.1f} said {:.3f} right {:.3f} of {}\n", bin / 10.0, p / n, share(right, n), n);
      error += std::abs(p - right);
    }
    fmt::print("  calibration error {:.3f}\n", error / static_cast<double>(std::max<std::size_t>(1, calibration.size())));
  }
};

}  // namespace

int main(int argc, char** argv) {
  std::string dir, out_file;
  int folds = 0;
  double l1 = 10.0;
  float threshold = 0.45F;
  int epochs = 6;
  bool errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string arg = argv[i];
    if (arg == "--out" && i + 1 < argc) out_file = argv[++i];
    else if (arg == "--folds" && i + 1 < argc) folds = std::stoi(argv[++i]);
    else if (arg == "--l1" && i + 1 < argc) l1 = std::stod(argv[++i]);
    else if (arg == "--epochs" && i + 1 < argc) epochs = std::stoi(argv[++i]);
    else if (arg == "--threshold" && i + 1 < argc) threshold = std::stof(argv[++i]);
    else if (arg == "--alpha" && i + 1 < argc) kAlpha = std::stod(argv[++i]);
    else if (arg == "--l2" && i + 1 < argc) kL2 = std::stod(argv[++i]);
    else if (arg == "--errors") errors = true;
    else dir = arg;
  }
  if (dir.empty() || (folds < 2 && out_file.empty())) {
    std::cerr << "usage: onrecord_learn GOLD_DIR [--folds K] [--out weights.tsv] [--l1 X] [--epochs N] [--threshold P] [--errors]\n";
    return 2;
  }

  const auto gold_articles = read_gold(dir);
  if (!gold_articles) {
    std::cerr << gold_articles.error().text() << '\n';
    return 5;
  }

  std::vector<std::unique_ptr<Text>> texts;
  std::unordered_map<std::uint64_t, std::string> names;
  Features features(true);
  Cascade cascade;
  for (const GoldArticle& annotated : *gold_articles) {
    auto text = std::make_unique<Text>();
    text->name = annotated.name;
    auto article = read_article(annotated.path, annotated.text, {});
    if (!article) {
      std::cerr << article.error().text() << '\n';
      continue;
    }
    text->article = std::move(*article);
    const std::string& t = text->article.text;
    text->letters.assign(t.size() + 1, 0);
    for (std::size_t i = 0; i < t.size(); ++i) {
      const auto c = static_cast<unsigned char>(t[i]);
      text->letters[i + 1] = text->letters[i] + ((c < 0x80 && std::isalnum(c)) || (c >= 0xC3 && c <= 0xDF) ? 1U : 0U);
    }
    for (const ScoredRow& row : annotated.rows) text->gold.push_back(gold_of(row, t));
    segment(text->article, text->doc);
    cascade.read(text->article, text->doc);
    text->candidates = cascade.candidates();
    for (const Candidate& c : text->candidates) {
      Example e;
      find_features(text->doc, grammar(), cascade.sentences(), c, cascade.is_title(c), features);
      e.keys = features.keys();
      for (std::size_t k = 0; k < e.keys.size(); ++k) names.try_emplace(e.keys[k], features.names()[k]);
      const std::vector<Span> spans = text->spans(c);
      const Span cue{text->doc.tokens.begin[c.cue_head], text->doc.tokens.end[c.cue_head]};
      for (const Gold& gold : text->gold) {
        if (text->overlap(gold.content, spans) >= 0.5) e.right |= !sources_compete(text->doc, c) || text->source_right(c, gold);
        // A floating quotation is somebody's words even where the annotators give it to a cue paragraphs before.
        else if (c.construct == grammar().number(BuiltIn::Floating) && text->shared(gold.content, spans) * 2 >= text->count(spans)) e.right = true;
        else if (text->shared({cue}, gold.content) > 0) e.counts = false;
      }
      // So are the turns of a transcript, which some annotators left alone.
      if (c.transcript && !e.right) e.right = e.counts = true;
      if (c.inner) e.counts = false;
      if (e.right) e.counts = true;
      text->examples.push_back(std::move(e));
    }
    texts.push_back(std::move(text));
  }
  names[Weights::kBias] = "bias";
  std::size_t candidates = 0;
  int gold = 0, reachable = 0;
  for (const auto& text : texts) {
    candidates += text->candidates.size();
    for (const Gold& g : text->gold) {
      if (text->count(g.content) == 0) continue;
      ++gold;
      for (const Candidate& c : text->candidates)
        if (text->overlap(g.content, text->spans(c)) >= 0.5) {
          ++reachable;
          break;
        }
    }
  }
  std::map<std::string, std::pair<int, int>> labels;
  for (const auto& text : texts)
    for (std::size_t i = 0; i < text->candidates.size(); ++i) {
      auto& [right, all] = labels[std::string(grammar().construct_name(text->candidates[i].construct))];
      if (!text->examples[i].counts) continue;
      ++all;
      right += text->examples[i].right;
    }
  for (const auto& [rule, n] : labels) fmt::print("  proposed {:24} {:6} right {:.3f}\n", rule, n.second, n.second ? static_cast<double>(n.first) / n.second : 0.0);
  fmt::print("{} articles, {} candidates, {} features, gold {} of which {:.3f} have a candidate\n", texts.size(), candidates, names.size(), gold,
             static_cast<double>(reachable) / gold);

  std::pair<double, double> calibration{1, 0};
  if (folds >= 2) {
    Reporter reporter;
    reporter.errors = errors;
    for (int fold = 0; fold < folds; ++fold) {
      std::vector<Text*> train;
      for (std::size_t i = 0; i < texts.size(); ++i)
        if (static_cast<int>(i) % folds != fold) train.push_back(texts[i].get());
      Learner learner(l1);
      learner.fit(train, epochs);
      for (std::size_t i = static_cast<std::size_t>(fold); i < texts.size(); i += static_cast<std::size_t>(folds)) {
        Text& text = *texts[i];
        for (std::size_t c = 0; c < text.candidates.size(); ++c) text.candidates[c].score = static_cast<float>(learner.score(text.examples[c].keys));
        reporter.add(text, grammar(), threshold);
      }
    }
    reporter.calibrate();
    calibration = {reporter.slope, reporter.offset};
    fmt::print("calibration slope {:.3f} offset {:.3f}\n", reporter.slope, reporter.offset);
    reporter.print();
    for (const std::string& line : reporter.lines) fmt::print("{}\n", line);
  }
  if (!out_file.empty()) {
    std::vector<Text*> train;
    for (const auto& text : texts) train.push_back(text.get());
    Learner learner(l1);
    learner.fit(train, epochs);
    std::vector<std::pair<std::string, double>> rows;
    for (const std::uint64_t key : learner.keys())
      if (const auto it = names.find(key); it != names.end()) rows.emplace_back(it->second, learner.weight(key));
    std::sort(rows.begin(), rows.end());
    std::ofstream out(out_file);
    out << "# Log odds of each feature of core/extract/evidence.cpp, counted by onrecord_learn (core/score/learn) on the train part of\n"
           "# PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018). They add up to the log odds of an attribution.\n";
    if (folds >= 2) out << fmt::format("calibration|slope\t{:.3f}\ncalibration|offset\t{:.3f}\n", calibration.first, calibration.second);
    for (const auto& [name, weight] : rows)
      if (std::abs(weight) >= 0.005) out << name << '\t' << fmt::format("{:.2f}", weight) << '\n';
    fmt::print("{} weights written to {}\n", rows.size(), out_file);
  }
  return 0;
}
