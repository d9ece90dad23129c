// What stands around the boundaries between the chunks of a sentence: everything that a feature of a content's end (ends.h) may name and
// that does not depend on the content.
//
// A sentence's contents are weighed over the same boundaries again and again, so this is found once for a stretch of them. Inner to
// ends.cpp.
#pragma once

#include <array>
#include <cstdint>

#include "extract/rules/feature_part.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

inline constexpr std::size_t kLengthsOfContents = 8;  // that are told apart

// What a boundary adds up to at every place that it may have in a content.
struct BoundaryPlaces {
  std::array<std::int32_t, 9> by_rule_and_verbs{};
  std::array<std::int32_t, kLengthsOfContents> by_length{};
};

// The boundary before a chunk. Of the fields below `what` those are filled that the kind of chunk behind it asks for.
struct Boundary {
  enum class What : std::uint8_t {
    Other,
    Joint,     // a comma, a conjunction, a dash follows
    Attached,  // a preposition, a time, a relative clause, a participle, an infinitive follows
  };

  // Chunks as parts: the one before the boundary, the one behind it, the two after that.
  [[nodiscard]] const FeaturePart& previous() const { return parts[0]; }
  [[nodiscard]] const FeaturePart& next() const { return parts[1]; }
  [[nodiscard]] const FeaturePart& second() const { return parts[2]; }
  [[nodiscard]] const FeaturePart& third() const { return parts[3]; }

  const FeaturePart* parts = nullptr;
  int parts_from_verb = -1;  // the last chunk at which a subject begins that it stands between and its verb, -1: none
  int finite = 0;  // verb groups that a clause is built on, from the first row on as far as the boundary

  What what = What::Other;
  bool behind_comma = false;  // a quotation stands before it that ends in a comma; whatever `what` says, not a joint
  int verb = -1;              // the chunk of a joint's verb, -1: none; this and `opens` and `ahead` behind a comma inside a quotation too
  FeaturePart kind;           // of the noun that a preposition leads to, or that something else is attached to
  FeaturePart opens;          // what a joint leads to, conjunctions and adverbs passed over
  FeaturePart ahead;          // whether that is a clause
  FeaturePart speaks;         // what the joint's verb tells of
  Tense tense = Tense::None;     // and its tense

  std::int32_t alone = 0;     // for ends.cpp: what the boundary adds up to whatever the content
  BoundaryPlaces places;      // and by its place in a content
};

class Boundaries {
 public:
  static constexpr int kMost = 128;  // rows
  static constexpr int kNear = 14;   // chunks that are looked at on either side

  // Rows for the boundaries before the chunks [from, from + count), as far as the sentence and the room go. Linear in `count`.
  void fill(const Document& doc, const Parsed& parsed, int from, int count);
  // No sentence is at hand any more.
  void forget() { from_ = end_ = 0; }

  // The boundaries with a row: before the chunks [from, end).
  [[nodiscard]] int from() const { return from_; }
  [[nodiscard]] int end() const { return end_; }
  [[nodiscard]] const Boundary& before(int chunk) const { return rows_[static_cast<std::size_t>(chunk - from_)]; }
  [[nodiscard]] Boundary& before(int chunk) { return rows_[static_cast<std::size_t>(chunk - from_)]; }

  // How many verb groups that a clause is built on stand in the chunks [first, last), which lie between rows; one chunk before the first.
  [[nodiscard]] int finite_verbs(int first, int last) const { return before(last).finite - (first < from_ ? 0 : before(first).finite); }

 private:
  void find_parted(const Parsed& parsed);
  void fill_row(Boundary& row, int chunk);
  void fill_joint(Boundary& row, int chunk, char mark);
  [[nodiscard]] char at(int i) const { return chunks_->at(i); }
  [[nodiscard]] FeaturePart kind_of(int i) const;

  const Document* doc_ = nullptr;
  const Chunks* chunks_ = nullptr;
  int from_ = 0, end_ = 0;
  std::array<Boundary, static_cast<std::size_t>(kMost)> rows_;
  std::array<FeaturePart, static_cast<std::size_t>(kMost) + 3> parts_;
};

}  // namespace onrecord
