// The tokens of one article, as parallel arrays that are reused from article to article, so that no
// token costs an allocation.
//
// A token is a word (hyphens inside stay: "co-founder", "54-year-old"), a number, or one mark.
// Contractions are cut as the Penn Treebank does ("did|n't", "he|'s", "Reyes|'s"); two apostrophes in a row
// are one mark. Offsets are bytes in the article's text.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "lexicon/lexicon.h"

namespace onrecord {

// What a token looks like, whatever it means: bits of Tokens::shape.
enum Shape : std::uint8_t {
  kSpaceBefore = 1,  // white space, or the block's start, stands before it
  kCapital = 2,      // begins with a capital letter
  kAllCapitals = 4,  // two letters or more, no small one
  kDigit = 8,        // begins with a digit
  kHyphen = 16,      // holds a hyphen
  kMark = 32,        // punctuation
  kFirst = 64,       // first word of a sentence (opening marks passed over)
  kPeriodInside = 128,  // "U.N.", "a.m."
};

struct Tokens {
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> end;
  std::vector<const Word*> word;     // its lexicon entry; never null (unknown words share one entry)
  std::vector<std::uint8_t> shape;   // bits of Shape
  std::vector<char> tag;             // part of speech, see lexicon/tags.h; set by extract's tagger

  void clear() {
    begin.clear(), end.clear(), word.clear(), shape.clear(), tag.clear();
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(begin.size()); }
  [[nodiscard]] Span span(std::uint32_t i) const { return {begin[i], end[i]}; }
};

}  // namespace onrecord
