// The letters and digits of a text, numbered: the units in which two contents are compared, so that marks, spaces and full
// stops at the edges never matter.
//
//   Letters letters(text);
//   LetterSet a = letters.of(gold_spans), b = letters.of(predicted_spans);
//   double iou = overlap_of(a, b);
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord {

// Numbers of letters, half open, ascending, with a gap between any two: equal sets are equal vectors.
using LetterSet = std::vector<Span>;

class Letters {
 public:
  // `text` is UTF-8; nothing of it is kept.
  explicit Letters(std::string_view text);

  // The letters under `spans` (bytes, any order, may overlap or run past the end).
  [[nodiscard]] LetterSet of(const std::vector<Span>& spans) const;
  [[nodiscard]] LetterSet of(Span span) const { return of(std::vector<Span>{span}); }

 private:
  std::vector<std::uint32_t> at_;  // the byte each letter begins at
};

[[nodiscard]] std::uint32_t count(const LetterSet& set);
[[nodiscard]] std::uint32_t shared(const LetterSet& a, const LetterSet& b);

// Shared letters over all letters of the two (intersection over union), 0 when there is none.
[[nodiscard]] double overlap_of(const LetterSet& a, const LetterSet& b);

}  // namespace onrecord
