// When each statement was said.
//
//   When when;
//   when.resolve(article, doc, speaker_of, statements);   // sets said_on and said_on_text
//
// A time in the cue's own sentence, outside what was said; else that of what the same person said just before or of the paragraph;
// else the day the report is about, where its opening names one and the cue tells of one past occasion. Nothing where the text gives
// no ground.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"
#include "resolve/time_expressions.h"
#include "segment/document.h"

namespace onrecord {

class When {
 public:
  // `speaker_of` has for each statement a number that is the same for the same speaker, -1 for nobody known.
  void resolve(const Article& article, const Document& doc, const std::vector<std::int32_t>& speaker_of, std::vector<Statement>& statements);

 private:
  std::vector<TimeExpression> times_;
  struct Last {
    std::int32_t time = -1;        // index into times_
    std::uint32_t block = 0;
  };
  std::vector<Last> by_speaker_;   // indexed by speaker
};

}  // namespace onrecord
