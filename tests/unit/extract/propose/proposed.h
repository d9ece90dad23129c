// What a construct proposes in a text, for tables of tests.
#pragma once

#include <string>
#include <string_view>

#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord::test {

struct ProposedRow {
  const char* name;
  const char* construct;
  const char* text;
  const char* want;  // "source › cue › content … content"; empty: not proposed
};

// The first candidate of `construct` in `text`, as a row wants it.
inline std::string proposed(const std::string& text, std::string_view construct) {
  const Article article = paragraphs(text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  const auto words = [&](const TokenRange& range) {
    return range.empty() ? std::string() : std::string(slice(doc.text, {doc.tokens.begin[range.first], doc.tokens.end[range.last - 1]}));
  };
  for (const Candidate& c : cascade.candidates()) {
    if (grammar().construct_name(c.construct) != construct) continue;
    std::string out = words(c.source) + " › " + words(c.cue) + " › ";
    bool first = true;
    for (const TokenRange& piece : c.content) {
      out += (first ? "" : " … ") + words(piece);
      first = false;
    }
    return out;
  }
  return {};
}

}  // namespace onrecord::test
