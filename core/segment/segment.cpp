#include "segment/document.h"

#include <algorithm>

#include "segment/capitals.h"
#include "segment/marks.h"
#include "segment/sentences.h"
#include "segment/tokenize.h"
#include "segment/turns.h"

namespace onrecord {

namespace {

// "CALDER (Gullwire) - Shares fell": what stands behind the dateline has its capital from there.
void begin_behind_dateline(const Article& article, Document& doc) {
  if (article.dateline.source_span.empty()) return;
  constexpr std::uint32_t kFar = 6;  // tokens
  std::uint32_t t = doc.first_token_from(article.dateline.source_span.end);
  const std::uint32_t end = std::min(doc.tokens.size(), t + kFar);
  bool dash = false;
  for (; t < end && ((doc.tokens.shape[t] & kMark) != 0 || !dash); ++t) {
    const std::string_view w = doc.words(t);
    dash |= w == "-" || w == "--" || w == "\u2014" || w == "\u2013" || w == ":";
  }
  if (t < end) doc.tokens.shape[t] |= kFirst;
}

}  // namespace

void segment(const Article& article, Document& doc) {
  doc.text = article.text;
  doc.tokens.clear();
  doc.marks.clear();
  doc.blocks.clear();
  doc.sentences.clear();
  doc.quotes.clear();
  doc.inner.clear();
  doc.broken.clear();

  tokenize(article, doc);
  doc.by_byte.build(doc.tokens.size(), [begins = doc.tokens.begin.data()](std::size_t t) { return begins[t]; });
  pair_marks(doc);
  split_sentences(doc);
  begin_behind_dateline(article, doc);
  read_capitals(doc);
  find_turns(doc);
}

std::string_view Document::unbroken(std::uint32_t token) const {
  const auto it = std::lower_bound(broken.begin(), broken.end(), token,
                                   [](const BrokenWord& word, std::uint32_t t) { return word.token < t; });
  return it != broken.end() && it->token == token ? std::string_view(it->spelling) : slice(text, tokens.span(token));
}

}  // namespace onrecord
