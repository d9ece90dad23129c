// Rows of the derived tables as values: what the writer stores and the questions read back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

// Bits of StatementRow::state; 0 stands.
inline constexpr int kOldVersion = 1;
inline constexpr int kRemoved = 2;
inline constexpr int kNoLongerFound = 4;

// Statements that a person added count from here within their version.
inline constexpr std::int64_t kAddedByHand = 1000000;

// Words in the text and where they begin; no words: not there.
struct Piece {
  std::string words;
  std::uint32_t byte = 0;
  friend bool operator==(const Piece&, const Piece&) = default;
};

struct JointSpeaker {
  std::int64_t speaker_id = 0;  // 0: no name of anybody
  std::string name;
  friend bool operator==(const JointSpeaker&, const JointSpeaker&) = default;
};

// A row of `statements` with its joint speakers.
struct StatementRow {
  std::int64_t slot = 0, id = 0, version_id = 0, n = 0, outer_id = 0;
  int state = 0;
  StatementKind kind = StatementKind::Indirect;
  Act act = Act::Statement;
  bool negated = false, in_title = false;
  std::string words;
  std::vector<Span> spans;
  Piece cue, mention, addressee, occasion, medium, said_on_text;
  std::int64_t speaker_id = 0;
  std::string speaker;
  SpeakerKind speaker_kind = SpeakerKind::Unknown;
  bool unnamed = false;
  std::vector<JointSpeaker> joint;
  std::string role, on_behalf_of, said_on;
  double confidence = 0, speaker_confidence = 0;
  std::int64_t rule_id = 0;
  std::uint64_t anchor = 0;
  bool corrected = false;
};

// The words under several spans, joined by one blank.
[[nodiscard]] std::string joined_words(std::string_view text, const std::vector<Span>& spans);

// "10-25 40-62" and back; nothing of what is no span is read.
[[nodiscard]] std::string write_spans(const std::vector<Span>& spans);
[[nodiscard]] std::vector<Span> read_spans(std::string_view text);

// An article's blocks as `versions.blocks` has them, and its metadata's origins; and back.
[[nodiscard]] std::string write_blocks(const std::vector<Block>& blocks);
[[nodiscard]] std::string write_authors(const std::vector<Block>& blocks);
[[nodiscard]] std::vector<Block> read_blocks(std::string_view blocks, std::string_view authors);
[[nodiscard]] std::string write_origins(const Article& article);
void read_origins(std::string_view origins, Article& article);  // into the fields' origin and source_span

// What full-text search knows a statement's speaker by; the same as the view statement_texts says.
[[nodiscard]] std::string who_words(const StatementRow& row);

// "month", "year" or nothing: how vague the date of the statement is, as the same view says.
[[nodiscard]] std::string_view vague_word(const StatementRow& row, std::string_view published_on);

// The statement as a row; `version_id`, ids of speaker and rule, slot and n are left to the caller.
[[nodiscard]] StatementRow row_of(const Statement& statement, const Article& article);

// The text that a statement's offsets count in.
[[nodiscard]] std::string_view text_under(const Article& article, bool in_title);

}  // namespace onrecord
