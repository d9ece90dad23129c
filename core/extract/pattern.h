// A regular expression over a string of one-byte classes, compiled to a table.
//
//   Pattern p = *Pattern::compile("N(iN)*,?[AT]*V");
//   p.longest(chunks)           // length of the longest match at the start, or npos
//   p.longest_back(chunks)      // the same at the end, read backwards
//
// RE2's syntax, cut down to what class strings need: literal bytes, ., [...], [^...], ( ), |, *, +, ?. Why not RE2 itself: a
// cue is looked at millions of times, RE2's price is paid by the call (60 ns and more), and the cascade asks
// only for lengths from a fixed place, which a table answers in one step a byte. The tests hold every rule's
// patterns against RE2 as the oracle.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace onrecord {

class Pattern {
 public:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  // Error: BadInput with the offending fragment in `where`, also when the table would pass 4,000 states.
  [[nodiscard]] static Result<Pattern> compile(std::string_view expression);

  // Length of the longest match that begins at the start of `classes`; npos when there is none. Zero is a match.
  [[nodiscard]] std::size_t longest(std::string_view classes) const;

  // Length of the longest match that ends at the end of `classes`.
  [[nodiscard]] std::size_t longest_back(std::string_view classes) const;

  // Whether a match that is not empty may begin with this class.
  [[nodiscard]] bool may_begin(char c) const { return forward_.next[128 + (static_cast<unsigned char>(c) & 127U)] != 0; }

  [[nodiscard]] const std::string& expression() const { return expression_; }

 private:
  struct Table {
    std::vector<std::uint16_t> next;   // state * 128 + class; 0 is the dead state
    std::vector<bool> accepts;
  };
  std::string expression_;
  Table forward_;
  Table backward_;
  friend struct PatternCompiler;
};

}  // namespace onrecord
