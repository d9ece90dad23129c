#include "segment/document.h"

#include <algorithm>

#include "segment/capitals.h"
#include "segment/marks.h"
#include "segment/sentences.h"
#include "segment/tokenize.h"

namespace onrecord {

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
  read_capitals(doc);
}

std::string_view Document::unbroken(std::uint32_t token) const {
  const auto it = std::lower_bound(broken.begin(), broken.end(), token,
                                   [](const BrokenWord& word, std::uint32_t t) { return word.token < t; });
  return it != broken.end() && it->token == token ? std::string_view(it->spelling) : slice(text, tokens.span(token));
}

}  // namespace onrecord
