// What might be an attribution. Constructs propose candidates (extract/propose), evidence weighs them (evidence.h), extract/select keeps
// the surest.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "extract/clause/clauses.h"
#include "extract/clause/parsed.h"

namespace onrecord {

// Pieces of a content, in order; more than fit are joined to the last.
class Pieces {
 public:
  void add(TokenRange range) {
    if (range.empty()) return;
    if (size_ > 0 && (size_ == pieces_.size() || pieces_[size_ - 1].last >= range.first)) {
      pieces_[size_ - 1].last = std::max(pieces_[size_ - 1].last, range.last);
      return;
    }
    pieces_[size_++] = range;
  }
  [[nodiscard]] const TokenRange* begin() const { return pieces_.data(); }
  [[nodiscard]] const TokenRange* end() const { return pieces_.data() + size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] const TokenRange& front() const { return pieces_[0]; }
  [[nodiscard]] TokenRange& back() { return pieces_[size_ - 1]; }
  [[nodiscard]] const TokenRange& back() const { return pieces_[size_ - 1]; }
  [[nodiscard]] bool contains(std::uint32_t t) const {
    for (const TokenRange& piece : *this)
      if (piece.contains(t)) return true;
    return false;
  }
  friend bool operator==(const Pieces& a, const Pieces& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }
  [[nodiscard]] std::uint32_t tokens() const {
    std::uint32_t sum = 0;
    for (const TokenRange& piece : *this) sum += piece.last - piece.first;
    return sum;
  }

 private:
  std::array<TokenRange, 12> pieces_{};
  std::size_t size_ = 0;
};

// Where a construct's own rule ends a content, and what ends it there.
struct RuleEnd {
  enum class Why : std::uint8_t {
    Sentence,  // nothing before the sentence's end
    Mark,      // a mark, a bracket, a fronted clause's comma
    Word,      // a word that opens something else
    Sibling,   // another verb of saying with the same subject
    Quoting,   // another statement with a quotation
    Verb,      // the verb of which the cue's group is the subject
  };
  int chunk = 0;  // exclusive
  Why why = Why::Sentence;
};

// What cue_gate.h says of a candidate's cue.
enum class CueLook : std::uint8_t {
  None,        // it was not asked: a label, a quotation by itself, a verb of quoting beside a quotation
  Worth,
  PassedOver,  // hopeless: nothing of it is kept
};

struct Candidate {
  std::uint16_t construct = 0;  // index into Grammar::constructs, then BuiltIn
  std::uint32_t sentence = 0;   // index into the parsed sentences handed in
  int cue_chunk = 0;
  int opens = 0;                // chunk at which the content begins (right of the cue) or ends (left of it)
  int first = -1;               // chunk with which a content begins whose end was weighed (ends.h)
  float end_chance = 1;         // how likely its end is
  RuleEnd rule_end;             // and where its construct's own rule would end it
  std::uint32_t cue_head = 0;   // token
  std::uint32_t companion = 0;  // token of the word that makes a cue of it: made | clear, took | issue with, put | it; 0 for none
  TokenRange cue;
  TokenRange source;            // empty: nobody is named
  TokenRange addressee;
  Pieces content;
  SubjectForm form = SubjectForm::None;
  bool clause = true;           // the content is a clause or a quotation, not a mere phrase
  bool inner = false;           // inside a quotation: only ever a nested row
  CueLook look = CueLook::None;
  bool open = false;            // the content's last piece has no end yet: it begins with the chunk `first`
  std::uint16_t ends_as = 0;    // the construct that such a piece ends as
  // What evidence.h adds up before the content's end is known: in any case, and if the content holds the token `carrier`.
  std::int32_t opening = 0, carried = 0;
  std::uint32_t carrier = 0;
  float score = 0;              // log odds
};

}  // namespace onrecord
