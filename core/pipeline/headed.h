// A title that stands outside its article's text, read with it. Inner to extractor.cpp.
//
//   Headed headed;
//   auto statements = extract(headed.put(article));         // "Reyes: bridge will close" above what Ana Reyes said
//   for (Statement& s : statements) headed.take_apart(s);   // spans in the title, or in the article's text
#pragma once

#include <cstdint>

#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

// The title stands outside the text, as a web page's or a record's does.
[[nodiscard]] inline bool has_title_outside(const Article& article) {
  return !article.title.value.empty() && article.title.source_span.empty();
}

[[nodiscard]] inline Span moved(Span span, std::uint32_t by) { return span.empty() ? span : Span{span.begin + by, span.end + by}; }

// An article with the title as the first block of its text, so that headline and report are read as one, and the way back.
class Headed {
 public:
  // What is given back holds until the next one is put.
  const Article& put(const Article& article) {
    out_.text.assign(article.title.value).append("\n\n").append(article.text);
    head_ = static_cast<std::uint32_t>(article.title.value.size());
    body_ = head_ + 2;
    out_.blocks.assign(1, {.role = Role::Title, .source_span = {0, head_}, .author = {}});
    for (const Block& block : article.blocks) {
      const Role role = block.role == Role::Title ? Role::Heading : block.role;  // the text's own, where another was given
      out_.blocks.push_back({role, moved(block.source_span, body_), block.author});
    }
    out_.name = article.name;
    for (const auto field : {&Article::title, &Article::subtitle, &Article::byline, &Article::dateline, &Article::source, &Article::agency,
                             &Article::published, &Article::url, &Article::language}) {
      out_.*field = article.*field;
      (out_.*field).source_span = moved((article.*field).source_span, body_);
    }
    out_.title.source_span = {0, head_};
    return out_;
  }

  // Where the article's text begins in that of the article put together.
  [[nodiscard]] std::uint32_t body() const { return body_; }

  // A statement's spans as the contract has them: of a headline in the title, of the report in its text; what stands in the other one is
  // left out.
  void take_apart(Statement& s) const {
    each(s, [&](Span& span) {
      const bool in_title = span.end <= head_;
      if (in_title != (s.place == Place::Title)) span = {};
      else if (!in_title) span = {span.begin - body_, span.end - body_};
    });
  }
  void put_together(Statement& s) const {
    if (s.place == Place::Body) each(s, [&](Span& span) { span = moved(span, body_); });
  }

 private:
  template <typename Change>
  static void each(Statement& s, Change change) {
    for (Span& piece : s.content) change(piece);
    for (Span* span : {&s.cue, &s.mention, &s.addressee, &s.occasion, &s.medium, &s.said_on_text})
      if (!span->empty()) change(*span);
  }

  Article out_;
  std::uint32_t head_ = 0, body_ = 0;
};

}  // namespace onrecord
