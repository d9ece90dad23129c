#include "extract/extract.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "extract/propose/candidates.h"
#include "extract/select/act.h"
#include "extract/select/kind.h"
#include "extract/tag/tagger.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;

// Takes in a quotation mark beside `piece` whose other half stands inside: “the “dead” and so on; and both marks of a quotation that is it.
void with_marks(const Document& doc, TokenRange& piece) {
  const Tokens& t = doc.tokens;
  int open = 0, closed = 0;  // marks without their other half
  for (std::uint32_t i = piece.first; i < piece.last; ++i) {
    if (t.tag[i] == tag::kOpenQuote) ++open;
    else if (t.tag[i] == tag::kCloseQuote) open > 0 ? --open : ++closed;
  }
  if (open > 0) {
    std::uint32_t next = piece.last;
    if (next < t.size() && (t.tag[next] == tag::kStop || t.tag[next] == tag::kComma)) ++next;
    if (next < t.size() && t.tag[next] == tag::kCloseQuote && (t.shape[next] & kSpaceBefore) == 0) piece.last = next + 1;
  }
  const bool opened = piece.first > 0 && t.tag[piece.first - 1] == tag::kOpenQuote;
  if (closed > 0 && opened) --piece.first;
  // a sum she called “silly”: words that are a quotation, whole
  if (open + closed == 0 && opened && piece.last < t.size() && t.tag[piece.last] == tag::kCloseQuote) {
    --piece.first;
    ++piece.last;
  }
}

// "• The gate is shut", "* The gate is shut": the mark of a list. "*The gate" has a star of its own.
bool is_bullet(const Document& doc, std::uint32_t t) {
  static constexpr std::array<std::string_view, 8> kBullets{"•", "·", "▪", "●", "‣", "◦", "■", "*"};
  if (doc.tokens.tag[t] != tag::kMarkOther || t + 1 >= doc.tokens.size() || (doc.tokens.shape[t + 1] & kSpaceBefore) == 0) return false;
  return std::find(kBullets.begin(), kBullets.end(), doc.words(t)) != kBullets.end();
}

}  // namespace

void Cascade::parse(const Sentence& sentence, std::size_t& quote) {
  const Document& doc = *doc_;
  while (quote < doc.quotes.size() && doc.quotes[quote].open < sentence.first) ++quote;
  if (used_ == sentences_.size()) sentences_.emplace_back();
  Parsed& parsed = sentences_[used_++];
  parsed.sentence = sentence;
  read_units(doc, sentence, static_cast<std::uint32_t>(quote), units_);
  read_chunks(rules_->chunks, doc, units_, parsed.chunks);
  find_subjects(doc, parsed.chunks, parsed.subjects);
  find_reach(parsed.chunks, parsed.subjects, parsed.reach);
}

void Cascade::read(const Article&, Document& doc, const std::optional<Thresholds>& asked_for) {
  doc_ = &doc;
  weighing_.least = asked_for ? least_score(*asked_for) : -std::numeric_limits<float>::infinity();
  weighing_.pass_over = asked_for && asked_for->passes_over();
  tag_tokens(doc);
  used_ = 0;
  candidates_.clear();
  std::size_t quote = 0;
  for (const TokenBlock& block : doc.blocks) {
    if (!bears_speech(block.role) && block.role != Role::Title) continue;
    for (std::uint32_t i = block.first_sentence; i < block.last_sentence; ++i) parse(doc.sentences[i], quote);
  }
  const std::size_t outer = used_;
  // The insides of quotations, for statements within statements.
  std::size_t inner_quote = 0;
  for (const Sentence& sentence : doc.inner) {
    const Role role = doc.blocks[sentence.block].role;
    if (!bears_speech(role)) continue;
    parse(sentence, inner_quote);
  }
  const auto run = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const bool title = doc.blocks[sentences_[begin].sentence.block].role == Role::Title;
    find_candidates(doc, *rules_, sentences(), begin, end, title, weighing_, candidates_);
  };
  weighing_.evidence.begin(doc, sentences());
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= used_; ++i) {
    if (i < used_ && i != outer && sentences_[i].sentence.block == sentences_[begin].sentence.block &&
        sentences_[i].sentence.quote == sentences_[begin].sentence.quote)
      continue;
    run(begin, i);
    begin = i;
  }
}

void Cascade::forget_candidates() {
  constexpr std::size_t kUsual = 16'384;  // 3 MB
  candidates_.clear();
  if (candidates_.capacity() > kUsual) candidates_.shrink_to_fit();
}

bool Cascade::is_title(const Candidate& candidate) const {
  return doc_->blocks[sentences_[candidate.sentence].sentence.block].role == Role::Title;
}

void Cascade::score() {
  weighing_.evidence.begin(*doc_, sentences());
  for (Candidate& candidate : candidates_) {
    weighing_.evidence.open(candidate, true);
    weighing_.evidence.close(candidate);
  }
}

Statement Cascade::statement(const Candidate& c) const {
  const Tokens& tokens = doc_->tokens;
  Statement out;
  const auto span = [&](const TokenRange& range) {
    return range.empty() ? Span{} : Span{tokens.begin[range.first], tokens.end[range.last - 1]};
  };
  Pieces marked;  // with the marks of words that begin it: warned of “doom” over the port
  for (TokenRange piece : c.content) {
    TokenRange whole = piece;
    with_marks(*doc_, whole);
    marked.add(whole);
    // Stops and commas at the edges are not part of what was said.
    const auto loose = [&](std::uint32_t t) {
      const char g = tokens.tag[t];
      return g == tag::kComma || g == tag::kStop || g == tag::kColon || g == tag::kSemicolon || g == tag::kDash;
    };
    while (!piece.empty() && loose(piece.last - 1)) --piece.last;
    while (!piece.empty() && (loose(piece.first) || is_bullet(*doc_, piece.first))) ++piece.first;
    if (piece.empty()) continue;
    with_marks(*doc_, piece);
    out.content.push_back(span(piece));
  }
  out.kind = kind_of(*doc_, c, marked);
  out.act = act_of(*doc_, *rules_, c, out.kind);
  out.negated = is_negated(*doc_, c);
  out.place = is_title(c) ? Place::Title : Place::Body;
  out.cue = span(c.cue);
  TokenRange source = c.source;
  if (!source.empty()) with_marks(*doc_, source);
  out.mention = span(source);
  out.addressee = span(c.addressee);
  out.rule = rules_->construct_name(c.construct);
  out.confidence = probability(weights_->calibrated(c.score));
  return out;
}

std::vector<Verdict> Cascade::verdicts(const Thresholds& thresholds) const {
  std::vector<std::int32_t> owner(doc_->tokens.size(), -1);
  std::vector<Kept> kept;
  std::vector<Verdict> out;
  select(candidates_, thresholds, owner, kept, &out);
  return out;
}

std::vector<Statement> Cascade::statements(const Thresholds& thresholds) {
  owner_.resize(doc_->tokens.size(), -1);  // selecting leaves it as it was
  select(candidates_, thresholds, owner_, kept_);
  std::vector<Statement> out;
  out.reserve(kept_.size());
  order_.clear();  // where a statement begins, and its number: sorted as one, equal beginnings stay in order and what is empty comes last
  std::size_t count = 0;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    out.push_back(statement(candidates_[kept_[i].candidate]));
    out.back().within = kept_[i].within;
    const bool empty = out.back().content.empty();
    order_.push_back(std::uint64_t{empty ? UINT32_MAX : out.back().content.front().begin} << 32U | i);
    count += empty ? 0U : 1U;
  }
  std::sort(order_.begin(), order_.end());
  for (std::uint64_t& place : order_) place &= UINT32_MAX;
  rank_.assign(kept_.size(), -1);
  for (std::size_t i = 0; i < count; ++i) rank_[order_[i]] = static_cast<int>(i);
  for (Statement& s : out)
    if (s.within >= 0) s.within = rank_[static_cast<std::size_t>(s.within)];
  // Into their order where they are, for there may be hundreds of thousands: each goes to the place of the one that went before it.
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (order_[i] == i) continue;
    Statement held = std::move(out[i]);
    std::size_t to = i;
    for (std::size_t from = order_[to]; from != i; from = order_[to]) {
      out[to] = std::move(out[from]);
      order_[to] = to;
      to = from;
    }
    out[to] = std::move(held);
    order_[to] = to;
  }
  out.resize(count);
  return out;
}

}  // namespace onrecord
