#include "segment/marks.h"

#include <algorithm>
#include <optional>

namespace onrecord {
namespace {

// The families of marks that pair with each other.
enum class Family : std::uint8_t { Double, Angle, Single, SingleAngle };

Family family_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::OpenAngle:
    case MarkKind::CloseAngle: return Family::Angle;
    case MarkKind::OpenSingleAngle:
    case MarkKind::CloseSingleAngle: return Family::SingleAngle;
    case MarkKind::StraightSingle:
    case MarkKind::OpenSingle:
    case MarkKind::CloseSingle:
    case MarkKind::LowSingle: return Family::Single;
    default: return Family::Double;
  }
}

class Pairing {
 public:
  explicit Pairing(Document& doc) : doc_(doc) {}

  void run() {
    std::size_t mark = 0;
    for (std::size_t b = 0; b < doc_.blocks.size(); ++b) {
      block_ = &doc_.blocks[b];
      const std::size_t first = mark;
      while (mark < doc_.marks.size() && doc_.marks[mark].token < block_->last) ++mark;
      if (first == mark) {
        carried_ = -1;
        continue;
      }
      count_closers(first, mark);
      next_reopens_ = opens_with_single(b + 1, mark);
      for (std::size_t m = first; m < mark; ++m) take(m);
      end_block(b, mark);
    }
  }

 private:
  [[nodiscard]] bool space_before(std::uint32_t t) const { return (doc_.tokens.shape[t] & kSpaceBefore) != 0; }
  [[nodiscard]] bool space_after(std::uint32_t t) const { return t + 1 >= block_->last || space_before(t + 1); }
  [[nodiscard]] bool is_mark(std::uint32_t t) const { return (doc_.tokens.shape[t] & kMark) != 0; }
  [[nodiscard]] char first_byte(std::uint32_t t) const { return doc_.text[doc_.tokens.begin[t]]; }

  // Whether what stands before token `t` lets a quotation open there: nothing, space, a bracket, a dash, another mark.
  [[nodiscard]] bool may_open(std::uint32_t t) const {
    if (t + 1 >= block_->last) return false;
    if (t == block_->first || space_before(t)) return !space_after(t) || t == block_->first;
    const char before = first_byte(t - 1);
    return !space_after(t) && is_mark(t - 1) && before != ',' && before != '.' && before != '!' && before != '?' && before != ')';
  }
  [[nodiscard]] bool may_close(std::uint32_t t) const {
    if (t == block_->first) return false;
    return !space_before(t) && (space_after(t) || is_mark(t + 1));
  }

  // A single mark may close after a word or a stop where no letter follows.
  [[nodiscard]] bool single_may_close(std::size_t m) const {
    const Mark mark = doc_.marks[m];
    return (mark.kind == MarkKind::CloseSingle || mark.kind == MarkKind::StraightSingle) && may_close(mark.token);
  }

  // After a plural ("the workers' demands") a closing single mark is more likely an apostrophe.
  [[nodiscard]] bool like_possessive(std::uint32_t t) const {
    if (t == block_->first || is_mark(t - 1) || t + 1 >= block_->last || is_mark(t + 1)) return false;
    const char last = doc_.text[doc_.tokens.end[t - 1] - 1];
    return last == 's' || last == 'z' || last == 'x';
  }

  [[nodiscard]] bool single_surely_closes(std::size_t m) const { return single_may_close(m) && !like_possessive(doc_.marks[m].token); }
  [[nodiscard]] bool single_surely_opens(std::size_t m) const {
    const Mark mark = doc_.marks[m];
    if (mark.kind == MarkKind::StraightSingle) return may_open(mark.token) && !may_close(mark.token) && !elision(mark.token + 1);
    return mark.kind == MarkKind::OpenSingle && may_open(mark.token);
  }

  // Whether the block begins with a single mark, its first mark being `m`, so that a quotation may go on in it: "… said: 'It leaks." and
  // below "'It always did.'"
  [[nodiscard]] bool opens_with_single(std::size_t block, std::size_t m) const {
    if (block >= doc_.blocks.size() || m >= doc_.marks.size()) return false;
    const Mark mark = doc_.marks[m];
    const bool single = mark.kind == MarkKind::StraightSingle || mark.kind == MarkKind::OpenSingle;
    const TokenBlock& next = doc_.blocks[block];
    return single && mark.token == next.first && next.first + 1 < next.last && !space_before(next.first + 1) &&
           (doc_.tokens.shape[next.first + 1] & kDigit) == 0;
  }
  // A single mark that a colon or a comma leads to, or that begins a sentence and is no apostrophe, of a quotation that the next paragraph
  // takes up.
  [[nodiscard]] bool left_for_next(std::size_t m) const {
    const std::uint32_t t = doc_.marks[m].token;
    const char before = t > block_->first ? first_byte(t - 1) : ':';
    const bool begins = before == '.';  // ‘…,’ he said. ‘It leaks.
    return next_reopens_ && single_surely_opens(m) && (before == ':' || before == ',' || begins);
  }

  // How many marks from m on surely close a single quotation in this block, how many may, and whether one opens before the next closes.
  void count_closers(std::size_t first, std::size_t last) {
    closers_.assign(last - first + 1, 0);
    may_close_.assign(last - first + 1, 0);
    opens_next_.assign(last - first + 1, false);
    base_ = first;
    for (std::size_t m = last; m-- > first;) {
      const bool closes = single_surely_closes(m);
      closers_[m - first] = closers_[m - first + 1] + (closes ? 1U : 0U);
      may_close_[m - first] = may_close_[m - first + 1] + (single_may_close(m) ? 1U : 0U);
      opens_next_[m - first] = !closes && (single_surely_opens(m) || opens_next_[m - first + 1]);
    }
  }

  [[nodiscard]] int open_of(Family family) const {
    for (std::size_t i = stack_.size(); i-- > 0;)
      if (stack_[i].family == family) return static_cast<int>(i);
    return -1;
  }

  void open(std::uint32_t token, Family family) {
    Quote quote;
    quote.open = token;
    quote.close = block_->last;
    quote.closed = false;
    quote.single = family == Family::Single || family == Family::SingleAngle;
    quote.outer = stack_.empty() ? -1 : stack_.back().quote;
    if (token == block_->first && carried_ >= 0 && family == carried_family_) {
      quote.continues = carried_;
      doc_.quotes[static_cast<std::size_t>(carried_)].closed = false;
    }
    stack_.push_back({static_cast<int>(doc_.quotes.size()), family});
    doc_.quotes.push_back(quote);
  }

  void close(std::size_t level, std::uint32_t token) {
    Quote& quote = doc_.quotes[static_cast<std::size_t>(stack_[level].quote)];
    quote.close = token;
    quote.closed = true;
    for (std::size_t inner = level + 1; inner < stack_.size(); ++inner)  // left open inside: ends with it
      doc_.quotes[static_cast<std::size_t>(stack_[inner].quote)].close = token;
    stack_.resize(level);
  }

  // "LONDON " The port " an old one " is open", ‘" Shut: bridges’ in a list: what an encoding lost a dash or a bullet
  // to stands between words with blanks on both sides. Near misses: " Long Bridge" with a mark that closes it; a text
  // cut into words, where all marks stand so.
  [[nodiscard]] bool lost_dash(std::size_t m) {
    const std::uint32_t t = doc_.marks[m].token;
    if (doc_.marks[m].kind != MarkKind::StraightDouble || t + 1 >= block_->last || !space_before(t + 1) || is_mark(t + 1)) return false;
    const bool bullet = t == block_->first && (m + 1 == doc_.marks.size() || doc_.marks[m + 1].token >= block_->last);
    const bool dash = t > block_->first && space_before(t) && !is_mark(t - 1) && !closes_next(m);
    return (bullet || dash) && !cut_into_words();
  }
  // Whether the block's next double mark can close what opens with mark `m`.
  [[nodiscard]] bool closes_next(std::size_t m) const {
    for (std::size_t next = m + 1; next < doc_.marks.size() && doc_.marks[next].token < block_->last; ++next)
      if (family_of(doc_.marks[next].kind) == Family::Double) return may_close(doc_.marks[next].token);
    return false;
  }
  [[nodiscard]] bool cut_into_words() {
    if (!cut_into_words_) {
      cut_into_words_ = false;
      for (std::uint32_t t = 0; t < doc_.tokens.size() && !*cut_into_words_; ++t)
        cut_into_words_ = is_mark(t) && space_before(t) && first_byte(t) == ',';
    }
    return *cut_into_words_;
  }

  void take(std::size_t m) {
    const Mark mark = doc_.marks[m];
    if (lost_dash(m)) return;
    const Family family = family_of(mark.kind);
    const int level = open_of(family);
    if (family == Family::Single) return take_single(m, level);
    const bool opens = mark.kind == MarkKind::OpenDouble || mark.kind == MarkKind::LowDouble || mark.kind == MarkKind::OpenAngle ||
                       mark.kind == MarkKind::OpenSingleAngle || mark.kind == MarkKind::TwoGraves;
    const bool closes = mark.kind == MarkKind::CloseDouble || mark.kind == MarkKind::CloseAngle || mark.kind == MarkKind::CloseSingleAngle;
    if (level < 0) {
      if (closes && !may_open(mark.token)) return;  // nothing to close
      // Inches: 5'10", a 14" gun.
      if (!opens && mark.token > block_->first && (doc_.tokens.shape[mark.token - 1] & kDigit) != 0 && !space_before(mark.token)) return;
      if (mark.token + 1 < block_->last) open(mark.token, family);
      return;
    }
    // „A“ closes with the mark that opens elsewhere.
    const bool low = mark.kind == MarkKind::OpenDouble && doc_.marks[m].token > 0 && may_close(mark.token) && !may_open(mark.token);
    if (closes || low) return close(static_cast<std::size_t>(level), mark.token);
    if (opens || (may_open(mark.token) && !may_close(mark.token))) {
      // Opened again before it was closed: the earlier one was never closed.
      const std::uint32_t earlier = doc_.quotes[static_cast<std::size_t>(stack_[static_cast<std::size_t>(level)].quote)].open;
      if (opens && mark.token > earlier + 1 && !sentence_ended(mark.token) && mark.kind == MarkKind::OpenDouble && may_open(mark.token)) {
        // Same marks nested inside a quotation: “He said “no” to me.”
        return open(mark.token, family);
      }
      abandon(static_cast<std::size_t>(level), mark.token);
      return open(mark.token, family);
    }
    close(static_cast<std::size_t>(level), mark.token);
  }

  // Whether the token before `t` ends a sentence.
  [[nodiscard]] bool sentence_ended(std::uint32_t t) const {
    if (t == block_->first) return true;
    const char c = first_byte(t - 1);
    return c == '.' || c == '!' || c == '?';
  }

  // A quotation that nobody closed ends before the next one opens.
  void abandon(std::size_t level, std::uint32_t before) {
    for (std::size_t i = level; i < stack_.size(); ++i) {
      Quote& quote = doc_.quotes[static_cast<std::size_t>(stack_[i].quote)];
      quote.close = before;
      quote.closed = false;
    }
    stack_.resize(level);
  }

  void take_single(std::size_t m, int level) {
    const Mark mark = doc_.marks[m];
    if (level >= 0 && single_may_close(m)) {
      // ‘the workers’ demands’ goes on; ‘lower fares’ and ‘better boats’ does not, or the second would open inside the first.
      const bool later = closers_[m - base_ + 1] > 0 && !opens_next_[m - base_ + 1];
      if (like_possessive(mark.token) && later) return;
      return close(static_cast<std::size_t>(level), mark.token);
    }
    if (mark.kind == MarkKind::OpenSingle || mark.kind == MarkKind::LowSingle) {
      const std::uint32_t next = mark.token + 1;
      const bool elided = next < block_->last && ((doc_.tokens.shape[next] & kDigit) != 0 || elision(next));
      const std::uint32_t closers = elided ? closers_[m - base_ + 1] : may_close_[m - base_ + 1];
      if (next < block_->last && (closers > 0 || mark.token == block_->first || left_for_next(m))) open(mark.token, Family::Single);
      return;
    }
    if (level < 0 && mark.kind == MarkKind::StraightSingle && may_open(mark.token) && !elision(mark.token + 1) &&
        (closers_[m - base_ + 1] > 0 || (mark.token == block_->first && carried_ >= 0) || left_for_next(m)))
      open(mark.token, Family::Single);
  }

  // 'em, 'til, 'cause, 'twas: an apostrophe for letters left out.
  [[nodiscard]] bool elision(std::uint32_t t) const {
    if (t >= block_->last) return true;
    const std::string_view w = doc_.words(t);
    return w == "em" || w == "til" || w == "cause" || w == "twas" || w == "tis" || w == "n" || w == "round" || w == "bout";
  }

  void end_block(std::size_t b, std::size_t next_mark) {
    carried_ = -1;
    if (!stack_.empty()) {
      const Open outermost = stack_.front();
      // Does the next paragraph open again with a mark of the same family?
      const bool reopened = b + 1 < doc_.blocks.size() && next_mark < doc_.marks.size() &&
                            doc_.marks[next_mark].token == doc_.blocks[b + 1].first &&
                            family_of(doc_.marks[next_mark].kind) == outermost.family;
      if (reopened) {
        carried_ = outermost.quote;
        carried_family_ = outermost.family;
      }
      for (const Open& open : stack_) {
        Quote& quote = doc_.quotes[static_cast<std::size_t>(open.quote)];
        quote.close = block_->last;
        quote.closed = false;
      }
      stack_.clear();
    }
  }

  struct Open {
    int quote;
    Family family;
  };
  Document& doc_;
  const TokenBlock* block_ = nullptr;
  std::vector<Open> stack_;
  std::vector<std::uint32_t> closers_, may_close_;
  std::vector<bool> opens_next_;
  std::size_t base_ = 0;
  bool next_reopens_ = false;
  std::optional<bool> cut_into_words_;  // looked for once
  int carried_ = -1;
  Family carried_family_ = Family::Double;
};

}  // namespace

void pair_marks(Document& doc) { Pairing(doc).run(); }

}  // namespace onrecord
