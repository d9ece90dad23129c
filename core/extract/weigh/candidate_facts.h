// What evidence may say about a candidate: each thing that a feature (evidence.h) may name. Inner to evidence.cpp.
//
// They are found in two steps, since most of a candidate is known before the end of its content is, which takes longest to find out.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/rules/grammar.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

class CandidateFacts {
 public:
  // The candidates to come are of these sentences. All three must outlive this.
  void begin(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences);

  // Fills all but what the content's end decides. Constant time.
  void open(const Candidate& candidate);
  // Fills what the content's end decides, and what is said along with it: construct, lemma, group. Linear in the content's words, of
  // which only the first ones are looked at.
  void close(const Candidate& candidate);

  using Part = const FeaturePart*;  // stands elsewhere, and always does: a step that is not asked for may name what is not known yet

  static constexpr FeaturePart kNothing{};
  static constexpr Part kUnknown = &kNothing;

  // ---- open: the cue, which candidates have in common
  bool new_cue = true;                        // it is not that of the candidate before
  Part group = kUnknown;                       // what the lists say of its word
  FeaturePart lemma;                          // its word
  Part cluster = kUnknown;                     // words that are used like it
  FeaturePart previous, next, second;         // the chunk before it, the two behind it
  Part beside = kUnknown;                      // on which sides of it quotations stand
  Part place_of_cue = kUnknown;                // how far from the sentence's beginning
  Part verb = kUnknown;                        // tense and voice
  bool words_it = false;                      // it is a verb of quoting
  bool accompanied = false;                   // has a companion: made | clear, took | issue with
  FeaturePart companion;
  bool in_title = false, inside_quotes = false;
  // the source
  bool new_source = true;                     // cue and source are not those of the candidate before
  bool sourced = false;                       // has one
  FeaturePart source, source_head;            // the kind of word group that names it
  Part form = kUnknown, size = kUnknown;        // how it stands to the cue; how long it is
  FeaturePart before;                         // the chunk before the clause
  // the rest
  Part construct = kUnknown;
  FeaturePart opens;                          // the chunk that the content begins or ends with
  Part gap = kUnknown, far = kUnknown;          // how far from the cue the source stands, and the content
  bool labelled = false;                      // is a label or a turn
  Part label = kUnknown, place = kUnknown, says = kUnknown;
  std::uint32_t left = 0;                     // tokens of the sentence from the content's first on
  std::uint32_t carrier = 0;                  // token: the content's first noun or verb, if the content reaches as far
  FeaturePart head;                           // its word
  Part head_kind = kUnknown, head_cluster = kUnknown;

  // ---- close
  Part length = kUnknown, marks = kUnknown;     // how long, where its quotation marks stand
  FeaturePart behind;                         // the mark behind it
  bool ended = false;                         // its end was weighed
  Part sure_end = kUnknown;
  bool shaped = false;                        // has quotation marks
  Part shape = kUnknown;

  // All that some of them may be.
  static const std::array<FeaturePart, 7> kLengths;
  [[nodiscard]] static std::size_t length_of(std::uint32_t tokens);  // index into it
  static const std::array<FeaturePart, 5> kChances, kMarks, kOrder;
  static const std::array<FeaturePart, 10> kShapes;
  static const std::array<FeaturePart, 26> kBehind;

 private:
  void add_cue(const Candidate& candidate);
  void add_source();
  void add_distances();
  [[nodiscard]] Part quotes_around(int cue) const;
  [[nodiscard]] int behind_setting(int i) const;
  void add_carrier();
  void add_label();
  [[nodiscard]] Part verb_of() const;
  [[nodiscard]] Part shape_of_quotation() const;
  [[nodiscard]] const FeaturePart& mark_behind(std::uint32_t token) const;
  [[nodiscard]] char at(int i) const { return chunks_->at(i); }
  [[nodiscard]] const Chunk& chunk(int i) const { return chunks_->chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Word& word(std::uint32_t token) const { return *doc_->tokens.word[token]; }

  const Document* doc_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::span<const Parsed> sentences_;
  const Candidate* c_ = nullptr;  // that is being looked at, or was last
  const Parsed* parsed_ = nullptr;
  const Chunks* chunks_ = nullptr;
  std::uint32_t sentence_ = 0, cue_head_ = 0, companion_token_ = 0;  // of the cue that was filled in
  int cue_chunk_ = 0;
  TokenRange source_range_;
};

}  // namespace onrecord
