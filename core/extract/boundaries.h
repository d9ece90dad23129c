// What stands around the boundaries between the chunks of a sentence, as columns: a row for each boundary, a column for each thing that
// a feature of a content's end (ends.h) may name.
//
// A sentence's contents are weighed over the same boundaries again and again, so the columns are filled once for a stretch of them. Inner
// to ends.cpp.
#pragma once

#include <array>
#include <cstdint>

#include "extract/candidates.h"
#include "extract/feature_table.h"

namespace onrecord {

class Boundaries {
 public:
  static constexpr int kMost = 128;                                        // rows
  static constexpr int kNear = 14;                                         // chunks that are looked at on either side
  using Column = std::array<FeaturePart, static_cast<std::size_t>(kMost)>;  // filled where the row is one that the column is for

  // Rows for the boundaries before the chunks [from, from + count), as far as the sentence and the room go. Linear in `count`.
  void fill(const Document& doc, const Parsed& parsed, int from, int count);
  // No sentence is at hand any more.
  void forget() { from_ = end_ = 0; }

  // The boundaries with a row: before the chunks [from, end).
  [[nodiscard]] int from() const { return from_; }
  [[nodiscard]] int end() const { return end_; }

  // Those of `rows` that stand before the chunks [first, last).
  [[nodiscard]] Rows between(Rows rows, int first, int last) const;
  [[nodiscard]] Rows all() const;
  [[nodiscard]] Rows prepositions() const { return prepositions_.rows(); }            // a preposition follows
  [[nodiscard]] Rows prepositions_of_nouns() const { return noun_follows_.rows(); }   // and a noun behind it
  [[nodiscard]] Rows joints() const { return joints_.rows(); }                        // a comma, a conjunction, a dash follows
  [[nodiscard]] Rows joints_of_clauses() const { return verb_follows_.rows(); }       // and a verb behind it
  [[nodiscard]] Rows behind_commas() const { return behind_commas_.rows(); }          // a quotation stands before it that ends in a comma
  [[nodiscard]] Rows attached() const { return attached_.rows(); }                    // a time, a relative clause, a participle …
  [[nodiscard]] Rows attached_to_nouns() const { return noun_before_.rows(); }        // behind a noun

  // Chunks as parts: the one before the boundary, the one behind it, the two after that.
  [[nodiscard]] const FeaturePart& previous(std::size_t row) const { return parts_[row]; }
  [[nodiscard]] const FeaturePart& next(std::size_t row) const { return parts_[row + 1]; }
  [[nodiscard]] const FeaturePart& second(std::size_t row) const { return parts_[row + 2]; }
  [[nodiscard]] const FeaturePart& third(std::size_t row) const { return parts_[row + 3]; }

  Column kind;    // of the noun that a preposition leads to, or that something is attached to
  Column before;  // the word before the boundary
  Column own;     // the word of the chunk behind it
  Column after;   // the word of the chunk after that
  Column opens;   // what a joint, or a comma inside a quotation, leads to, conjunctions and adverbs passed over
  Column ahead;   // whether that is a clause
  Column speaks;  // what its verb tells of
  Column more;    // whether what is attached ends the sentence or the clause
  std::array<int, static_cast<std::size_t>(kMost)> verb{};  // the chunk of a joint's verb, -1: none

 private:
  using List = RowList<static_cast<std::size_t>(kMost)>;

  void fill_row(std::size_t row);
  void fill_joint(std::size_t row, int chunk, char mark);
  [[nodiscard]] char at(int i) const { return i >= 0 && i < chunks_->size() ? chunks_->symbols[static_cast<std::size_t>(i)] : '\0'; }
  [[nodiscard]] FeaturePart word(int i) const;
  [[nodiscard]] FeaturePart kind_of(int i) const;

  const Document* doc_ = nullptr;
  const Chunks* chunks_ = nullptr;
  int from_ = 0, end_ = 0;
  std::array<FeaturePart, static_cast<std::size_t>(kMost) + 3> parts_;
  List prepositions_, noun_follows_, joints_, verb_follows_, behind_commas_, attached_, noun_before_;
};

// A verb group that a clause is built on.
[[nodiscard]] inline bool is_finite(char symbol) { return symbol == 'V' || symbol == 'U' || symbol == 'F'; }

}  // namespace onrecord
