#include "resolve/when.h"

#include <algorithm>

#include "lexicon/tags.h"
#include "resolve/discourse.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr std::uint32_t kReach = 30;       // tokens between cue and time
constexpr int kTimesBack = 16;             // expressions of a paragraph
constexpr std::uint32_t kSpeakerBlocks = 12;
constexpr std::uint32_t kOpening = 6;      // sentences
constexpr std::int64_t kRecent = 10;       // days: what is older is an aside, not what the report is about

bool inside(const std::vector<Span>& spans, Span at) {
  return std::any_of(spans.begin(), spans.end(), [at](Span s) { return s.overlaps(at); });
}

// A report in instalments, each under the time of day it was filed: "6:45 p.m."
bool is_live_report(const Document& doc) {
  int stamps = 0;
  for (const TokenBlock& block : doc.blocks) {
    const std::uint32_t size = block.last - block.first;
    if (size < 2 || size > 4 || (doc.tokens.shape[block.first] & kDigit) == 0) continue;
    for (std::uint32_t t = block.first + 1; t < block.last; ++t) {
      const std::string_view w = doc.words(t);
      if (w == "p.m." || w == "a.m." || w == "pm" || w == "am" || w == "GMT" || w == "p.m" || w == "a.m") {
        ++stamps;
        break;
      }
    }
  }
  return stamps >= 2;
}

}  // namespace

void When::resolve(const Article& article, const Document& doc, const std::vector<std::int32_t>& speaker_of, std::vector<Statement>& statements) {
  const auto published = parse_iso_date(article.published.value);
  if (!published || published->precision != DatePrecision::Day) return;
  find_times(doc, *published, times_);
  const Tokens& t = doc.tokens;
  const std::int64_t today = day_number(*published);
  const auto recent = [&](const TimeExpression& e) { return e.date.precision == DatePrecision::Day && today - day_number(e.date) <= kRecent; };
  std::int32_t most = -1;
  for (const std::int32_t speaker : speaker_of) most = std::max(most, speaker);
  by_speaker_.assign(static_cast<std::size_t>(most + 1), Last{});

  // What the report is about: a day that its first sentences name.
  std::int32_t main = -1;
  std::uint32_t body = 0, sentences = 0;
  while (body < doc.blocks.size() && doc.blocks[body].role != Role::Paragraph) ++body;
  std::uint32_t opening_end = 0;
  for (std::uint32_t b = body; b < doc.blocks.size() && sentences < kOpening; ++b) {
    if (doc.blocks[b].role != Role::Paragraph) continue;
    sentences += doc.blocks[b].last_sentence - doc.blocks[b].first_sentence;
    opening_end = doc.blocks[b].last;
  }
  for (std::size_t i = 0; i < times_.size() && times_[i].tokens.first < opening_end; ++i) {
    if (times_[i].quoted || !recent(times_[i])) continue;
    if (main < 0 || times_[static_cast<std::size_t>(main)].today) main = static_cast<std::int32_t>(i);
    if (!times_[i].today) break;
  }
  const bool live = is_live_report(doc);

  std::int32_t previous = -1;  // the statement before, in the order of the cues
  std::uint32_t previous_block = UINT32_MAX;
  std::int32_t previous_time = -1;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    Statement& statement = statements[i];
    const TokenRange cue = tokens_under(doc, statement.cue.empty() ? statement.content.front() : statement.cue);
    if (cue.empty()) continue;
    const auto sentence = std::partition_point(doc.sentences.begin(), doc.sentences.end(), [&](const Sentence& s) { return s.last <= cue.first; });
    if (sentence == doc.sentences.end()) continue;
    const TokenBlock& block = doc.blocks[sentence->block];
    const std::int32_t speaker = speaker_of[i];

    // In the sentence of the cue, outside what was said and who said it: the nearest.
    std::int32_t own = -1;
    std::uint32_t best = kReach;
    const std::uint32_t from = std::max(sentence->first, cue.first - std::min(cue.first, kReach));
    const std::uint32_t to = std::min(sentence->last, cue.last + kReach);
    auto at = std::partition_point(times_.begin(), times_.end(), [&](const TimeExpression& e) { return e.tokens.last <= from; });
    for (; at != times_.end() && at->tokens.first < to; ++at) {
      const Span span{t.begin[at->tokens.first], t.end[at->tokens.last - 1]};
      if (inside(statement.content, span) || (at->quoted && statement.within < 0) || statement.mention.contains(span)) continue;
      const std::uint32_t distance = at->tokens.first >= cue.last ? at->tokens.first - cue.last : cue.first - std::min(cue.first, at->tokens.last);
      if (at->today && distance > 6) continue;
      if (statement.within >= 0 && distance > 8) continue;
      if (distance < best) best = distance, own = static_cast<std::int32_t>(at - times_.begin());
    }
    std::int32_t chosen = own;
    const bool same_block = previous_block == sentence->block;
    const bool same_speaker = previous >= 0 && speaker >= 0 && speaker_of[static_cast<std::size_t>(previous)] == speaker;
    // As just before in the paragraph.
    if (chosen < 0 && same_block && same_speaker) chosen = previous_time;
    // Earlier in the paragraph.
    if (chosen < 0 && statement.within < 0) {
      auto before = std::partition_point(times_.begin(), times_.end(), [&](const TimeExpression& e) { return e.tokens.last <= sentence->first; });
      for (int steps = 0; steps < kTimesBack && before != times_.begin() && (before - 1)->tokens.first >= block.first; ++steps) {
        --before;
        if (before->quoted || before->today || before->after) continue;
        chosen = static_cast<std::int32_t>(before - times_.begin());
        break;
      }
    }
    // As the same speaker before.
    if (chosen < 0 && speaker >= 0) {
      const Last& last = by_speaker_[static_cast<std::size_t>(speaker)];
      if (last.time >= 0 && sentence->block - last.block <= (recent(times_[static_cast<std::size_t>(last.time)]) ? kSpeakerBlocks : 1)) chosen = last.time;
    }
    // As the report.
    const bool past = std::any_of(t.tag.begin() + cue.first, t.tag.begin() + cue.last, [](char g) { return g == tag::kPast; });
    if (chosen < 0 && live) {
      statement.said_on = article.published.value;
      continue;
    }
    if (chosen < 0 && main >= 0 && past && statement.act != Act::Attitude && statement.place == Place::Body) chosen = main;
    if (chosen >= 0) {
      const TimeExpression& time = times_[static_cast<std::size_t>(chosen)];
      statement.said_on = format_iso_date(time.date);
      statement.said_on_text = {t.begin[time.tokens.first], t.end[time.tokens.last - 1]};
      if (speaker >= 0) by_speaker_[static_cast<std::size_t>(speaker)] = {chosen, sentence->block};
    }
    if (statement.within < 0) {
      previous = static_cast<std::int32_t>(i);
      previous_block = sentence->block;
      previous_time = chosen;
    }
  }
}

}  // namespace onrecord
