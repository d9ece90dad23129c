#include "score/score.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "score/agree.h"
#include "score/construct_form.h"
#include "score/letters.h"

namespace onrecord {
namespace {

std::string_view kind_name(StatementKind kind) {
  if (kind == StatementKind::Direct) return "direct";
  return kind == StatementKind::Mixed ? "mixed" : "indirect";
}

std::string_view mention_words(const GoldArticle& article, const ScoredRow& row) {
  return row.mention.empty() ? std::string_view() : slice(article.text, row.mention.front());
}

using SpanSet = std::set<std::pair<std::uint32_t, std::uint32_t>>;

void add_spans(const Letters& letters, const std::vector<Span>& spans, SpanSet& into) {
  for (const Span& span : spans) {
    const LetterSet set = letters.of(span);
    if (!set.empty()) into.emplace(set.front().begin, set.front().end);
  }
}

// Spans of one sort on their own, each to the letter, the same span once.
template <typename Field>
void count_spans(const Letters& letters, const std::vector<ScoredRow>& gold, const std::vector<ScoredRow>& predicted,
                 Field field, Rate& rate) {
  SpanSet want;
  SpanSet got;
  for (const ScoredRow& row : gold) add_spans(letters, row.*field, want);
  for (const ScoredRow& row : predicted) add_spans(letters, row.*field, got);
  std::size_t both = 0;
  for (const auto& span : got) both += want.count(span);
  rate.gold += want.size();
  rate.predicted += got.size();
  rate.right += both;
  rate.found += both;
}

bool is_quoted(const ScoredRow& row) { return row.kind != StatementKind::Indirect; }
bool is_speech(const ScoredRow& row) { return row.labelled && row.act != Act::Attitude; }

double calibration_error(std::vector<std::pair<float, bool>> rows) {
  if (rows.empty()) return 0;
  std::sort(rows.begin(), rows.end());
  const std::size_t bins = std::clamp<std::size_t>(rows.size() / 200, 1, 10);
  double error = 0;
  for (std::size_t b = 0; b < bins; ++b) {
    const std::size_t first = rows.size() * b / bins;
    const std::size_t last = rows.size() * (b + 1) / bins;
    double confidence = 0;
    double right = 0;
    for (std::size_t i = first; i < last; ++i) {
      confidence += static_cast<double>(rows[i].first);
      right += rows[i].second ? 1 : 0;
    }
    error += std::abs(confidence - right);
  }
  return error / static_cast<double>(rows.size());
}

}  // namespace

void Scorer::add(const GoldArticle& article, const std::vector<ScoredRow>& all_predicted) {
  const Letters letters(article.text);
  const auto holds_letters = [&](const ScoredRow& row) { return !letters.of(row.content).empty(); };
  std::vector<ScoredRow> gold;
  std::vector<ScoredRow> predicted;
  std::copy_if(article.rows.begin(), article.rows.end(), std::back_inserter(gold), holds_letters);
  std::copy_if(all_predicted.begin(), all_predicted.end(), std::back_inserter(predicted), holds_letters);
  const Matching matching = match_rows(article.text, gold, predicted);
  Report& c = counted_;
  ++c.articles;
  count_spans(letters, gold, predicted, &ScoredRow::mention, c.source_spans);
  count_spans(letters, gold, predicted, &ScoredRow::cue, c.cue_spans);
  count_spans(letters, gold, predicted, &ScoredRow::content, c.content_spans);
  for (std::size_t g = 0; g < gold.size(); ++g) {
    const ScoredRow& want = gold[g];
    const std::size_t p = matching.found_by[g];
    const bool matched = p != Matching::kNone;
    const bool source_right = matched && matching.source_right[p];
    const auto add_found = [&](Rate& rate, bool counts, bool right) {
      rate.gold += counts;
      rate.found += counts && right;
    };
    const bool said = matched && predicted[p].act != Act::Attitude;
    const bool named = is_speech(want) && want.named;
    add_found(c.all, true, matched);
    add_found(c.joint, true, source_right);
    add_found(c.quoted, is_quoted(want), matched);
    add_found(c.speech, is_speech(want), said);
    add_found(c.by_kind[std::string(kind_name(want.kind))], true, matched);
    add_found(c.by_source_form[std::string(source_form(mention_words(article, want)))], true, source_right);
    add_found(c.by_construct[construct_form(article.text, want)], true, matched);
    c.named_gold += named;
    c.when.gold += is_speech(want) && !want.said_on.empty();
    if (!matched) continue;
    const ScoredRow& got = predicted[p];
    ++c.matched;
    c.exact += letters.of(want.content) == letters.of(got.content);
    c.source_right += source_right;
    c.speech.right += said && (is_speech(want) || !want.labelled);
    if (named) {
      ++c.named_matched;
      c.who_strict += same_name(want.speaker, got.speaker, true);
      c.who_surname += same_name(want.speaker, got.speaker, false);
    }
    if (is_speech(want)) {
      const bool right = same_date(want.said_on, got.said_on);
      c.when.predicted += !got.said_on.empty();
      c.when.right += right;
      c.when.found += right;
    }
  }
  for (std::size_t p = 0; p < predicted.size(); ++p) {
    const ScoredRow& got = predicted[p];
    const bool matched = matching.gold_of[p] != Matching::kNone;
    const auto add_right = [&](Rate& rate, bool counts, bool right) {
      rate.predicted += counts;
      rate.right += counts && right;
    };
    add_right(c.all, true, matched);
    add_right(c.joint, true, matching.source_right[p]);
    add_right(c.quoted, is_quoted(got), matched);
    c.speech.predicted += got.act != Act::Attitude;
    add_right(c.by_kind[std::string(kind_name(got.kind))], true, matched);
    add_right(c.by_source_form[std::string(source_form(mention_words(article, got)))], true, matching.source_right[p]);
    add_right(c.by_construct[construct_form(article.text, got)], true, matched);
    add_right(c.by_rule[got.rule.empty() ? std::string("(none)") : got.rule], true, matched);
    confidences_.emplace_back(got.confidence, matching.source_right[p]);
  }
}

Report Scorer::report() const {
  Report out = counted_;
  for (auto& [rule, rate] : out.by_rule) {
    rate.found = rate.right;
    rate.gold = out.all.gold;
  }
  out.calibration_error = calibration_error(confidences_);
  return out;
}

std::vector<ScoreLine> score_lines(const Report& r) {
  std::vector<ScoreLine> lines = {
      {"all", "all", r.all, false}, {"all", "joint", r.joint, false}, {"all", "quoted", r.quoted, false}};
  if (r.speech.gold > 0) lines.push_back({"all", "speech", r.speech, false});
  if (r.when.gold > 0) lines.push_back({"all", "when", r.when, false});
  lines.push_back({"spans", "source", r.source_spans, false});
  lines.push_back({"spans", "cue", r.cue_spans, false});
  lines.push_back({"spans", "content", r.content_spans, false});
  const auto add_share = [&](const char* name, std::size_t part, std::size_t whole) {
    lines.push_back({"share", name, {part, whole, part, whole}, true});
  };
  add_share("exact", r.exact, r.matched);
  add_share("source", r.source_right, r.matched);
  if (r.named_gold > 0) {
    add_share("who", r.who_strict, r.named_matched);
    add_share("who, surname", r.who_surname, r.named_matched);
    add_share("who, of all named speech", r.who_strict, r.named_gold);
  }
  for (const auto& [name, rate] : r.by_kind) lines.push_back({"kind", name, rate, false});
  for (const auto& [name, rate] : r.by_source_form) lines.push_back({"source form", name, rate, false});
  for (const auto& [name, rate] : r.by_construct) lines.push_back({"construct", name, rate, false});
  for (const auto& [name, rate] : r.by_rule) lines.push_back({"rule", name, rate, false});
  return lines;
}

}  // namespace onrecord
