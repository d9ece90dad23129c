// The rules of levels 1 and 2, compiled: what a sentence's chunks are, and the constructs by the symbols they begin with.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/rules/chunk_rules.h"
#include "extract/rules/constructs.h"
#include "extract/rules/feature_part.h"

namespace onrecord {

// The constructs that cues of one symbol may have, by the two symbols that stand behind the cue: most are ruled out by them.
class CueRules {
 public:
  // Constructs are added in the order in which they are to be visited.
  void add(std::uint16_t construct, const Construct& rule);
  // Calls visit(construct) for each that may open before these symbols.
  template <typename Visit>
  void before(char next, char second, Visit visit) const {
    for (const Bundle& bundle : bundles_[static_cast<unsigned char>(next) & 127U])
      for (std::uint64_t fit = bundle.before[static_cast<unsigned char>(second) & 127U]; fit != 0; fit &= fit - 1)
        visit(bundle.constructs[static_cast<std::size_t>(std::countr_zero(fit))]);
  }

 private:
  // Sixty-four constructs side by side: by the second symbol, a bit for each that it does not rule out.
  struct Bundle {
    std::array<std::uint64_t, 128> before{};
    std::array<std::uint16_t, 64> constructs{};
    std::size_t size = 0;
  };
  std::array<std::vector<Bundle>, 128> bundles_;  // by the next symbol
};

// The rules, compiled once and shared by all threads.
struct Grammar {
  ChunkRules chunks;
  std::vector<Construct> constructs;
  std::array<CueRules, 128> by_cue;  // by cue symbol
  std::vector<FeaturePart> parts;    // the names of all constructs, the built-in ones too, as parts of features

  [[nodiscard]] std::string_view construct_name(std::uint16_t construct) const;
  [[nodiscard]] std::string_view intent(std::uint16_t construct) const;  // what it takes, in a sentence
  // Of a construct that states it, as those of one's own do, else 0.
  [[nodiscard]] float stated_confidence(std::uint16_t construct) const {
    if (construct < constructs.size()) return constructs[construct].confidence;
    return confidence_of(static_cast<BuiltIn>(construct - constructs.size()));
  }
  [[nodiscard]] std::uint16_t number(BuiltIn construct) const {
    return static_cast<std::uint16_t>(constructs.size() + static_cast<std::size_t>(construct));
  }
};

// The grammar that is compiled in. Ends the program when the built-in rules are broken, which the tests rule out.
[[nodiscard]] const Grammar& grammar();

// The built-in grammar with `own` constructs behind the built-in ones.
[[nodiscard]] Grammar make_grammar(std::vector<Construct> own);

}  // namespace onrecord
