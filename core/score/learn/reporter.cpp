#include "score/learn/reporter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "extract/select/kind.h"

namespace onrecord {
namespace {

double f1(int right_p, int p, int right_r, int r) {
  const double precision = p ? static_cast<double>(right_p) / p : 0, recall = r ? static_cast<double>(right_r) / r : 0;
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

std::string words(const Text& text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span s : spans) out += (out.empty() ? "" : " … ") + std::string(slice(text.article.text, s)).substr(0, 220);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}
std::string describe(const Text& text, const Candidate& c) {
  const auto range = [&](const TokenRange& r) {
    return r.empty() ? std::string() : words(text, {{text.doc.tokens.begin[r.first], text.doc.tokens.end[r.last - 1]}});
  };
  return fmt::format("{} {:.2f} src[{}] cue[{}] {}", grammar().construct_name(c.construct), probability(c.score), range(c.source),
                     range(c.cue),
                     words(text, text.spans(c)));
}

// Of a row that matches nothing: a gold row with its cue and another span, inside a gold content, touching one, or nothing there.
std::string why_false(const Text& text, const Candidate& c) {
  const std::vector<Span> spans = text.spans(c);
  const Span cue{text.doc.tokens.begin[c.cue_head], text.doc.tokens.end[c.cue_head]};
  bool inside = false, touches = false;
  for (const Gold& gold : text.gold) {
    if (text.shared({cue}, gold.cue) > 0) return "span";
    inside |= text.shared({cue}, gold.content) > 0;
    touches |= text.shared(spans, gold.content) > 0;
  }
  return inside ? "inside" : touches ? "touches" : "nothing";
}

}  // namespace

void Reporter::add(Text& text) {
  const std::size_t first_line = lines.size();
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
      lines.push_back("INEXACT " + describe(text, text.candidates[kept[pair.pred].candidate]) + " want[" +
                      words(text, text.gold[pair.gold].content) + "]");
  }
  for (std::size_t p = 0; p < kept.size(); ++p) {
    const Candidate& c = text.candidates[kept[p].candidate];
    ++sum.pred;
    const bool quoted = kind_of(text.doc, c, c.content) != StatementKind::Indirect;
    sum.quoted_pred += quoted;
    sum.quoted_pred_match += quoted && gold_of[p] >= 0;
    Counts& rule = by_rule[std::string(grammar().construct_name(c.construct))];
    ++rule.pred;
    rule.match += gold_of[p] >= 0;
    if (gold_of[p] >= 0) rule.joint += text.source_right(c, text.gold[static_cast<std::size_t>(gold_of[p])]);
    calibration.emplace_back(c.score, gold_of[p] >= 0 && text.source_right(c, text.gold[static_cast<std::size_t>(gold_of[p])]));
    if (errors && gold_of[p] < 0) lines.push_back("FALSE-" + why_false(text, c) + (quoted ? "-Q " : " ") + describe(text, c));
    if (errors && gold_of[p] >= 0 && !text.source_right(c, text.gold[static_cast<std::size_t>(gold_of[p])]))
      lines.push_back("SOURCE " + describe(text, c) + " want[" + words(text, text.gold[static_cast<std::size_t>(gold_of[p])].source) + "]");
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
      std::string by;  // the row that hides it
      if (why == "hidden")
        for (const Kept& k : kept) {
          const Candidate& c = text.candidates[k.candidate];
          if (k.within < 0 && text.shared({{text.doc.tokens.begin[best->cue_head], text.doc.tokens.end[best->cue_head]}},
                                          text.spans(c)) > 0)
            by = " // by: " + describe(text, c);
        }
      lines.push_back(fmt::format("MISSED-{}{} src[{}] cue[{}] {} {}", why, gold.quoted ? "-Q" : "", words(text, gold.source),
                                  words(text, gold.cue),
                                  words(text, gold.content), best ? " // best: " + describe(text, *best) + by : std::string()));
    }
  }
  for (std::size_t i = first_line; i < lines.size(); ++i) lines[i] += " // in " + text.name;
}

void Reporter::calibrate() {
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

void Reporter::figures() const {
  const auto share = [](int a, int b) { return b ? static_cast<double>(a) / b : 0.0; };
  fmt::print("{:.2f} all P {:.3f} R {:.3f} F1 {:.3f}   joint {:.3f}   "
             "quoted P {:.3f} R {:.3f} F1 {:.3f}   exact {:.3f} source {:.3f}   pred {} gold {}\n",
             threshold,             share(sum.match, sum.pred), share(sum.match, sum.gold), f1(sum.match, sum.pred, sum.match, sum.gold),
             f1(sum.joint, sum.pred, sum.joint, sum.gold), share(sum.quoted_pred_match, sum.quoted_pred),
             share(sum.quoted_gold_match, sum.quoted_gold),
             f1(sum.quoted_pred_match, sum.quoted_pred, sum.quoted_gold_match, sum.quoted_gold), share(sum.exact, sum.match),
             share(sum.joint, sum.match),
             sum.pred, sum.gold);
}

void Reporter::by_construct() const {
  const auto share = [](int a, int b) { return b ? static_cast<double>(a) / b : 0.0; };
  for (const auto& [rule, c] : by_rule)
    fmt::print("  {:24} pred {:5} right {:.3f} source {:.3f}\n", rule, c.pred, share(c.match, c.pred), share(c.joint, c.match));
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

}  // namespace onrecord
