// Articles through the extractor for the tests of resolve: one statement is found by words of its content.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "extract/extract.h"
#include "ingest/read.h"
#include "resolve/resolve.h"
#include "segment/document.h"

namespace onrecord::test {

struct Read {
  Article article;
  std::vector<Statement> statements;

  // The outermost statement whose content has `words`; null when there is none.
  [[nodiscard]] const Statement* about(std::string_view words) const {
    for (const Statement& s : statements) {
      if (s.within >= 0) continue;
      for (const Span piece : s.content)
        if (slice(article.text, piece).find(words) != std::string_view::npos) return &s;
    }
    return nullptr;
  }
};

inline Read read(std::string_view text, std::string_view published = "2026-03-04") {
  GivenMetadata given;
  given.published = published;
  auto article = read_article("article.txt", text, given);
  REQUIRE(article);
  Read out;
  out.article = std::move(*article);
  Document doc;
  segment(out.article, doc);
  Cascade cascade;
  cascade.read(out.article, doc);
  out.statements = cascade.statements();
  Resolver resolver;
  resolver.resolve(out.article, doc, cascade, out.statements);
  return out;
}

// The speaker of the statement about `words` as "name", "name (described)" for somebody unnamed, "null" for nobody, "missing".
inline std::string speaker(const Read& read, std::string_view words) {
  const Statement* s = read.about(words);
  if (s == nullptr) return "missing";
  if (!s->speaker) return "null";
  return s->speaker->name + (s->speaker->unnamed ? " (described)" : "");
}

// A text, and who says `words` in it.
struct SpeakerRow {
  const char* name;
  const char* text;
  const char* words;  // of the statement asked about
  const char* want;
};

inline void check(std::span<const SpeakerRow> rows) {
  for (const SpeakerRow& row : rows)
    DYNAMIC_SECTION(row.name) { CHECK(speaker(read(row.text), row.words) == row.want); }
}

}  // namespace onrecord::test
