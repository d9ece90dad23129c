// Regular expressions over a string of one-byte classes, compiled to a table.
//
//   Pattern p = *Pattern::compile("N(iN)*,?[AT]*V");
//   p.longest(chunks)           // length of the longest match at the start, or npos
//   Pattern q = *Pattern::compile_all({"D?N", "P"});
//   q.longest_of(chunks)        // the same of several expressions at once, and whose it is
//
// RE2's syntax, cut down to what class strings need: literal bytes, ., [...], [^...], ( ), |, *, +, ?. Why not RE2 itself: a
// cue is looked at millions of times, RE2's price is paid by the call (60 ns and more), and the cascade asks
// only for lengths from a fixed place, which a table answers in one step a byte. The tests hold every rule's
// patterns against RE2 as the oracle.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace onrecord {

class Pattern {
 public:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  // Error: BadInput with the offending fragment in `where`, also when it has more than 4,000 symbols or its table would pass 4,000 states.
  [[nodiscard]] static Result<Pattern> compile(std::string_view expression);

  // The same for several expressions, at most 250, read side by side in one table.
  [[nodiscard]] static Result<Pattern> compile_all(const std::vector<std::string>& expressions);

  // Length of the longest match that begins at the start of `classes`; npos when there is none. Zero is a match.
  [[nodiscard]] std::size_t longest(std::string_view classes) const {
    std::size_t best = at_once_ ? 0 : npos;
    std::size_t state = 1;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const std::uint16_t step = next_[state << shift_ | column_[static_cast<unsigned char>(classes[i]) & 127U]];
      state = step >> 1U;
      if (state == 0) break;
      if ((step & 1U) != 0) best = i + 1;
    }
    return best;
  }

  // Whether a match begins at the start of `classes`. No match is read farther than the first.
  [[nodiscard]] bool begins(std::string_view classes) const {
    if (at_once_) return true;
    std::size_t state = 1;
    for (const char c : classes) {
      const std::uint16_t step = next_[state << shift_ | column_[static_cast<unsigned char>(c) & 127U]];
      if ((step & 1U) != 0) return true;
      state = step >> 1U;
      if (state == 0) return false;
    }
    return false;
  }

  struct Match {
    std::size_t length = npos;
    std::size_t which = 0;   // index of the expression, the first among those that match as much
  };
  // The longest match at the start of `classes` and the expression that it is one of.
  [[nodiscard]] Match longest_of(std::string_view classes) const {
    std::size_t length = at_once_ ? 0 : npos;
    std::size_t state = 1, accepting = 1;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const std::uint16_t step = next_[state << shift_ | column_[static_cast<unsigned char>(classes[i]) & 127U]];
      state = step >> 1U;
      if (state == 0) break;
      if ((step & 1U) != 0) length = i + 1, accepting = state;
    }
    return {length, accepts_[accepting] - std::size_t{1}};
  }

  // Whether nothing at all is a match.
  [[nodiscard]] bool matches_nothing() const { return at_once_; }
  // The classes with which a match that is not empty may end.
  [[nodiscard]] std::bitset<128> may_end() const;
  // Whether a match that is not empty may begin with this class.
  [[nodiscard]] bool may_begin(char c) const {
    return next_[std::size_t{1} << shift_ | column_[static_cast<unsigned char>(c) & 127U]] != 0;
  }
  // The classes with which a match that begins with `classes` may go on.
  [[nodiscard]] std::bitset<128> may_follow(std::string_view classes) const;

  // As it was given; the first of several.
  [[nodiscard]] const std::string& expression() const { return expression_; }

 private:
  // Classes that every state treats alike share a column, so that a table of some twenty states fits a few cache lines.
  std::array<std::uint8_t, 128> column_{};
  std::uint8_t shift_ = 0;            // a row has 1 << shift_ columns
  bool at_once_ = false;              // nothing at all is a match
  // state << shift_ | column: the next state * 2, and 1 when that one accepts; state 0 is dead
  std::vector<std::uint16_t> next_ = {0, 0};
  std::vector<std::uint8_t> accepts_ = {0, 0};  // by state: 0, or the number of the expression + 1
  std::string expression_;
  friend struct PatternCompiler;
};

}  // namespace onrecord
