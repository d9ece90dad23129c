// The output contract, version 1: one statement on a line of JSON (docs/output.md says what each key is).
//
//   ContractLines lines;
//   lines.reset(article, identity);
//   for (const Statement& s : statements) lines.put(s, out);
//
// Offsets are Unicode code points, half open, into the article's text; those of a statement in a title that stands
// outside the text count in the title. The same article gives the same bytes. No memory is taken for a statement.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "export/buffer.h"
#include "extract/statement.h"
#include "ingest/article.h"
#include "match/anchor.h"
#include "text/code_points.h"

namespace onrecord {

// The words the contract and the reports use for what is kept as a number.
[[nodiscard]] std::string_view word_for(StatementKind kind);  // direct, mixed, indirect
[[nodiscard]] std::string_view word_for(Act act);             // statement, speech_act, attitude, no_comment
[[nodiscard]] std::string_view word_for(Place place);         // body, title
[[nodiscard]] std::string_view word_for(SpeakerKind kind);    // person, organization, group, document; empty: unknown

class ContractLines {
 public:
  // Turns to an article, which must outlive the calls of put(); `identity` as article_identity() gives it.
  void reset(const Article& article, std::string_view identity);

  // The line of the article's next statement, with its line end. Ask in the order of the statements.
  void put(const Statement& statement, Buffer& out);

 private:
  const Article* article_ = nullptr;
  Anchors anchors_;
  CodePoints text_points_;
  CodePoints title_points_;
  std::string opening_;    // {"v":1,"article":"…","n":
  std::string published_;  // "…" or null
  std::uint32_t n_ = 0;
};

}  // namespace onrecord
