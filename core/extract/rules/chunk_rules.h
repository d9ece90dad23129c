// The rules of level 1, core/extract/rules/chunks.rules, compiled: which units of a sentence make one chunk.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/rules/pattern.h"

namespace onrecord {

class ChunkRules {
 public:
  // Error: BadInput with the line at fault.
  [[nodiscard]] static Result<ChunkRules> compile(std::string_view rules);

  // The longest match at the start of a sentence's classes, in units, and the rule that it is one of.
  [[nodiscard]] Pattern::Match longest(std::string_view classes) const { return patterns_.longest_of(classes); }
  // Of a chunk that this rule makes.
  [[nodiscard]] char symbol(std::size_t rule) const { return symbols_[rule]; }

 private:
  std::string symbols_;   // of the rules, in their order
  Pattern patterns_;      // all rules side by side
};

}  // namespace onrecord
