// Statements as a person reads them on a terminal: who, when, in which words, where.
//
//   StatementTable table({columns, colour}, out);
//   record.find(ask, [&](const Row& row) { table.row(row); return true; });
//   table.notes();
//
//   ID    SAID         SPEAKER           WORDS
//   s41   2026-03-03   Ana Reyes         “The bridge will open when it is safe, and
//                      transport chief   not before,” she told reporters
//                                        Harbour Post, 4 Mar · also in 3 papers
//
// Rows stream. On a wide terminal where it was printed has a column of its own. Words that fill more than a few lines are
// cut with …; every other format holds them whole. The row must have its context, which says where cue and speaker stand.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "export/buffer.h"
#include "export/rows.h"
#include "onrecord/asking.h"

namespace onrecord {

class StatementTable {
 public:
  StatementTable(TableStyle style, Buffer& out);

  // `id` is what the ID column shows; Row::statement where it is empty.
  void row(const Row& row, std::string_view id = {});

  // What the marks mean that were printed: "~ published, day said unknown. ? confidence < .6"; empty when there were none.
  [[nodiscard]] std::string legend() const;

  [[nodiscard]] std::size_t rows() const { return rows_; }

 private:
  void header();

  TableStyle style_;
  Buffer& out_;
  std::size_t id_, said_, speaker_, words_, where_;  // widths; where_ is 0 when it has no column of its own
  std::size_t most_lines_;
  std::size_t rows_ = 0;
  bool saw_published_ = false;
  bool saw_unsure_ = false;
  bool saw_negated_ = false;
};

// The words of a row with what stands around them: cue, speaker and addressee in the order of the text, what lies between
// them shortened. Content and matches are inked. One line.
[[nodiscard]] std::string words_in_context(const Row& row);

// "Harbour Post, 4 Mar": source and publication date, the year only where it is not that of `said`.
[[nodiscard]] std::string source_line(const Row& row);

}  // namespace onrecord
