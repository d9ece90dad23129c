// The rules of levels 1 and 2, compiled: what a sentence's chunks are, and the constructs by the symbols they begin with.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/rules/chunk_rules.h"
#include "extract/rules/constructs.h"
#include "extract/rules/feature_part.h"

namespace onrecord {

// Constructs side by side, a bit each by their number.
inline constexpr std::uint16_t kInBundle = 64;

// What must stand somewhere behind a cue for a construct to open there: a symbol that what opens may begin with, and one that it may end
// with. Of the first bundle of constructs, which holds all built-in ones; whatever else there is is always tried.
class Openings {
 public:
  void add(std::uint16_t construct, const Construct& rule);

  // The constructs that may open, as symbols are added from a sentence's end on.
  class Behind {
   public:
    explicit Behind(const Openings& openings) : openings_(openings) {}
    [[nodiscard]] std::uint64_t constructs() const { return (begin_ & end_) | openings_.always_; }
    void add(char symbol) {
      begin_ |= openings_.begin_[static_cast<unsigned char>(symbol) & 127U];
      end_ |= openings_.end_[static_cast<unsigned char>(symbol) & 127U];
    }

   private:
    const Openings& openings_;
    std::uint64_t begin_ = 0, end_ = 0;
  };

 private:
  std::array<std::uint64_t, 128> begin_{}, end_{};  // by symbol
  std::uint64_t always_ = 0;
};

// The constructs that cues of one symbol may have, by the two symbols that stand behind the cue: most are ruled out by them.
class CueRules {
 public:
  // By the symbol behind a cue: the symbols behind that one before which a construct may open.
  using Seconds = std::array<std::bitset<128>, 128>;
  [[nodiscard]] static Seconds seconds_of(const Construct& rule);

  // In the order of their numbers, in which they are visited.
  void add(std::uint16_t construct, const Seconds& seconds);
  // Calls visit(construct) for each that may open before these symbols; of the first bundle, those that are among `openings` besides.
  template <typename Visit>
  void before(char next, char second, std::uint64_t openings, Visit visit) const {
    for (const Bundle& bundle : bundles_[static_cast<unsigned char>(next) & 127U]) {
      std::uint64_t fit = bundle.before[static_cast<unsigned char>(second) & 127U];
      if (bundle.first == 0) fit &= openings;
      for (; fit != 0; fit &= fit - 1) visit(static_cast<std::uint16_t>(bundle.first + std::countr_zero(fit)));
    }
  }

 private:
  struct Bundle {
    std::array<std::uint64_t, 128> before{};  // by the second symbol: those that it does not rule out
    std::uint16_t first = 0;                  // construct
  };
  std::array<std::vector<Bundle>, 128> bundles_;  // by the next symbol
};

// The rules, compiled once and shared by all threads.
struct Grammar {
  ChunkRules chunks;
  std::vector<Construct> constructs;
  std::array<CueRules, 128> by_cue;  // by cue symbol
  Openings openings;
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
