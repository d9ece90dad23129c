// What evidence may say about candidates, as columns: a row for each candidate, a column for each thing that a feature (evidence.h) may
// name. Inner to evidence.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/candidates.h"
#include "extract/feature_table.h"

namespace onrecord {

class CandidateColumns {
 public:
  static constexpr std::size_t kMost = 64;  // rows
  using Column = std::array<FeaturePart, kMost>;           // filled where the row is one that the column is for
  using Reference = std::array<const FeaturePart*, kMost>;  // of parts that stand elsewhere
  using List = RowList<kMost>;

  // No rows yet; those to come are of candidates in these sentences. All three must outlive what is done with the columns.
  void clear(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences);

  // Another row; there must be room. Linear in the candidate's words, of which only the first ones are looked at.
  void add(const Candidate& candidate);
  [[nodiscard]] std::size_t size() const { return size_; }

  List all;
  Reference construct;
  Column lemma, next, opens;  // the cue's word, the chunk behind it, the one that the content begins or ends with
  Reference group;            // what the lists say of the cue word
  Reference form, verb;       // how the source stands to the cue; tense and voice
  Column source;              // the kind of word group that names the source
  Column before, behind;      // the chunk before the clause, the mark behind the content

  List sourced;               // with a source
  Column source_head;
  Reference gap;              // how far it stands from the cue
  List light, not_light;      // with a light verb before a noun or adjective: made | clear
  Column light_verb;

  List ended;                 // whose end was weighed
  Reference sure_end;
  Reference length, named, marks;  // the content: how long, whether with names, where its quotation marks stand
  Column first_word;
  List shaped;                // with quotation marks
  Column shape;
  List in_pieces;
  Reference pieces, last_piece;
  List headed;                // whose content has a word that carries it
  Column head;
  Reference head_kind;

  List in_titles, questions, inside_quotes;
  List labels, turns;
  Reference label, place, says, label_form;
  List with_adverb, with_modal, governed;
  Column adverb, modal, governor;

 private:
  void add_source(std::size_t row);
  void add_content(std::size_t row);
  void add_label(std::size_t row);
  void add_surroundings(std::size_t row);
  [[nodiscard]] const FeaturePart& verb_of() const;
  [[nodiscard]] const FeaturePart& shape_of_quotation() const;
  [[nodiscard]] char at(int i) const { return i >= 0 && i < chunks_->size() ? chunks_->symbols[static_cast<std::size_t>(i)] : '\0'; }
  [[nodiscard]] const Chunk& chunk(int i) const { return chunks_->chunks[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const Word& word(std::uint32_t token) const { return *doc_->tokens.word[token]; }

  const Document* doc_ = nullptr;
  const Grammar* grammar_ = nullptr;
  std::span<const Parsed> sentences_;
  const Candidate* c_ = nullptr;  // of the row that is being added
  const Parsed* parsed_ = nullptr;
  const Chunks* chunks_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace onrecord
