// Segmenting results in a compact notation, one line a test row.
#pragma once

#include <string>
#include <string_view>

#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord::test {

// An article of the paragraphs of `text` (parted by a blank line), all of them running text.
inline Article paragraphs(std::string_view text) {
  Article article;
  article.name = "test.txt";
  article.text = text;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) article.blocks.push_back({Role::Paragraph, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, {}});
    at = end + 2;
  }
  return article;
}

// A function that segments the paragraphs of a text and gives what `print` prints of them.
template <typename Print>
auto segmented(Print print) {
  return [print](const std::string& text) {
    const Article article = paragraphs(text);
    Document doc;
    segment(article, doc);
    return print(doc);
  };
}

// The tokens joined by spaces.
inline std::string tokens(const Document& doc) {
  std::string out;
  for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) out.append(out.empty() ? "" : " ").append(doc.words(t));
  return out;
}

// The sentences, each in brackets.
inline std::string sentences(const Document& doc) {
  std::string out;
  for (const Sentence& s : doc.sentences)
    out.append("[").append(slice(doc.text, {doc.tokens.begin[s.first], doc.tokens.end[s.last - 1]})).append("]");
  return out;
}

// The quotations, marks included, "..." behind one that nobody closes, "^" before one that goes on from an earlier paragraph, "(" before
// one inside another.
inline std::string quotes(const Document& doc) {
  std::string out;
  for (const Quote& q : doc.quotes) {
    const std::uint32_t last = q.closed ? q.close : q.close - 1;
    if (!out.empty()) out += " | ";
    if (q.outer >= 0) out += "(";
    if (q.continues >= 0) out += "^";
    out.append(slice(doc.text, {doc.tokens.begin[q.open], doc.tokens.end[last]}));
    if (!q.closed) out += "...";
  }
  return out;
}

}  // namespace onrecord::test
