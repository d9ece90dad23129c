// Articles and statements made in one line, for the tests of the record.
//
//   Sample a("Harbour Post", "2026-03-04", "bridge.txt", "Ana Reyes said the bridge will open.");
//   a.say("the bridge will open", "said", "Ana Reyes");
//   record.add(a.article_for_record());
#pragma once

#include <string>
#include <vector>

#include "onrecord/record.h"

namespace onrecord {

inline Span span_of(const std::string& text, const std::string& words, std::size_t from = 0) {
  const std::size_t at = words.empty() ? std::string::npos : text.find(words, from);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

struct Sample {
  Sample(std::string source, std::string published, std::string file, std::string text) : path("/news/" + file) {
    article.name = file;
    article.text = std::move(text);
    article.source = {std::move(source), "text", {}};
    article.published = {std::move(published), "text", {}};
    article.title = {"Title of " + file, "option", {}};
    article.blocks = {{Role::Paragraph, {0, static_cast<std::uint32_t>(article.text.size())}, {}}};
  }

  Statement& say(const std::string& words, const std::string& cue, const std::string& speaker, SpeakerKind kind = SpeakerKind::Person) {
    Statement s;
    s.content = {span_of(article.text, words)};
    s.kind = words.find("“") != std::string::npos || words.find('"') != std::string::npos ? StatementKind::Direct : StatementKind::Indirect;
    s.cue = span_of(article.text, cue);
    if (!speaker.empty()) {
      s.mention = span_of(article.text, speaker);
      s.speaker = Speaker{speaker, kind, {}, {}, false, 0.9F};
    }
    s.rule = "test-rule";
    s.confidence = 0.8F;
    statements.push_back(s);
    return statements.back();
  }

  [[nodiscard]] NewArticle in() const {
    NewArticle out{article, statements};
    out.captured_at = captured_at;
    out.absolute_path = path;
    return out;
  }

  Article article;
  std::vector<Statement> statements;
  std::string path;
  std::string captured_at = "2026-03-05T08:00:00Z";
};

inline Record open_memory(OpenOptions options = {}) {
  if (options.rules_version.empty()) options.rules_version = "rules 1";
  auto record = Record::open(":memory:", OpenMode::Create, std::move(options));
  if (!record) throw std::runtime_error(record.error().text());
  return std::move(*record);
}

inline std::vector<Row> rows_of(Record& record, const FindRequest& request) {
  std::vector<Row> rows;
  const auto done = record.find(request, [&](const Row& row) {
    rows.push_back(row);
    return true;
  });
  if (!done) throw std::runtime_error(done.error().text());
  return rows;
}

inline std::vector<Row> rows_of(Record& record, const std::string& query) {
  FindRequest request;
  request.query = query;
  return rows_of(record, request);
}

// The words of the rows, parted by " | ".
inline std::string words_of(const std::vector<Row>& rows) {
  std::string out;
  for (const Row& row : rows) out += (out.empty() ? "" : " | ") + row.words;
  return out;
}

inline const Stamp& ana() {
  static const Stamp stamp{"2026-03-06T09:00:00Z", "ana", {}};
  return stamp;
}

}  // namespace onrecord
