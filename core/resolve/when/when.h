// When each statement was said.
//
//   When when;
//   when.resolve(article, doc, places, speaker_of, statements);   // sets said_on and said_on_text
//
// A time in the cue's own sentence, outside what was said; else that of what the same person said just before or of the paragraph;
// else the day the report is about, where its opening names one and the cue tells of one past occasion. A title has the day of
// what it repeats. Nothing where the text gives no ground.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"
#include "lexicon/lexicon.h"
#include "resolve/when/time_expressions.h"
#include "segment/document.h"

namespace onrecord {

class When {
 public:
  // `speaker_of` has for each statement a number that is the same for the same speaker, -1 for nobody known. Occasion and medium
  // are set already. Linear: at most a few dozen words and times beside each cue are looked at.
  void resolve(const Article& article, const Document& doc, const Places& places, const std::vector<std::int32_t>& speaker_of,
               std::vector<Statement>& statements);

 private:
  static constexpr std::int32_t kNone = -1;  // no index into times_

  // How the cue tells of the saying.
  enum class Tense : std::uint8_t {
    Past,      // said: on one occasion
    Present,   // says, has said, often said: at no particular time
    Open,      // no verb that tells: according to, a colon, a quotation that stands alone
  };
  struct Standing {              // where a statement's cue stands
    TokenRange cue;
    std::uint32_t block = 0;
    TokenRange sentence, paragraph;
    Tense tense = Tense::Open;
  };
  // When somebody spoke last: of late, which goes on for some paragraphs, and long ago, which is an aside of its own paragraph.
  struct Last {
    struct At {
      std::int32_t time = kNone;
      std::uint32_t block = 0;
    };
    At recent, long_ago;
  };

  [[nodiscard]] bool locate(const Statement& statement, Standing& out) const;
  [[nodiscard]] bool is_writers_wish(const Statement& statement) const;
  [[nodiscard]] Tense tense_of(TokenRange cue, std::uint32_t sentence_first) const;
  [[nodiscard]] bool ends_substance(const Statement& statement, const TimeExpression& time, Span span) const;
  [[nodiscard]] bool is_perfect(const Standing& at) const;
  [[nodiscard]] std::int32_t beside(const std::vector<Statement>& statements, std::size_t number, const Standing& at) const;
  [[nodiscard]] bool told_by_another(const std::vector<Statement>& statements, std::size_t number, const TimeExpression& time,
                                     Span span) const;
  [[nodiscard]] std::int32_t earlier_in_paragraph(const std::vector<Statement>& statements, std::size_t number,
                                                  const Standing& at) const;
  [[nodiscard]] std::int32_t find_main(const std::vector<Statement>& statements) const;
  [[nodiscard]] bool named_late(std::int32_t time) const;
  [[nodiscard]] bool of_relative_clause(const TimeExpression& time, const Standing& at) const;
  [[nodiscard]] bool planned_in_front(const TimeExpression& time, const Standing& at) const;
  [[nodiscard]] bool born_then(std::uint32_t first) const;
  [[nodiscard]] bool died_then(const TimeExpression& time) const;
  [[nodiscard]] Span words_of(const TimeExpression& time) const {
    return {doc_->tokens.begin[time.tokens.first], doc_->tokens.end[time.tokens.last - 1]};
  }
  [[nodiscard]] bool bounds_span(const TimeExpression& time) const;
  [[nodiscard]] bool tells_of_thing(const TimeExpression& time) const;
  [[nodiscard]] bool is_aside(const TimeExpression& time) const;
  [[nodiscard]] bool recent(const TimeExpression& time) const;
  void set(Statement& statement, std::int32_t time) const;
  void date_titles(const std::vector<std::int32_t>& speaker_of, std::vector<Statement>& statements) const;

  const std::uint32_t the_ = look_up("the").id;
  const Document* doc_ = nullptr;
  std::int64_t today_ = 0;         // day of publication
  std::vector<TimeExpression> times_;
  std::vector<Last> by_speaker_;   // indexed by speaker
};

}  // namespace onrecord
