// Inner to the folder: where in a sentence which tags stand, a bit a token, so that a look finds the few tokens it is about, and that there
// are none, in a step or two.
//
//   places.at(tag::kPast) & behind(places.any(kAnyNoun))   // "the report | issued on Monday"
//
// The first sixty-three tokens have a bit each; all that stand farther share the last one. So a set of places says where a look is worth
// while, and the look itself asks what stands there.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

// Each tag that looks ask about as a bit: those of words in the order of kTagOrder, some of marks behind them; all others share the last.
inline constexpr std::size_t kTagsLookedAt = 32;
inline constexpr std::array<std::uint8_t, 128> kLookedAt = [] {
  constexpr std::string_view kMarks = ">,<.";
  static_assert(kTagOrder.size() + kMarks.size() < kTagsLookedAt);
  std::array<std::uint8_t, 128> out{};
  out.fill(kTagsLookedAt - 1);
  for (std::size_t i = 0; i < kTagOrder.size(); ++i) out[static_cast<std::size_t>(kTagOrder[i])] = static_cast<std::uint8_t>(i);
  for (std::size_t i = 0; i < kMarks.size(); ++i)
    out[static_cast<std::size_t>(kMarks[i])] = static_cast<std::uint8_t>(kTagOrder.size() + i);
  return out;
}();
[[nodiscard]] constexpr std::uint32_t looked_at(char tag) { return 1U << kLookedAt[static_cast<std::size_t>(tag) & 127U]; }

using Places = std::uint64_t;
inline constexpr Places kEverywhere = ~Places{0};
inline constexpr std::uint32_t kFar = 63;  // the place of all that stand no nearer to the sentence's beginning
inline constexpr Places kFarPlace = Places{1} << kFar;

// Where something stands right before these places, or right behind them.
[[nodiscard]] constexpr Places before(Places places) { return places >> 1U | (places & kFarPlace); }
[[nodiscard]] constexpr Places behind(Places places) { return places << 1U | (places & kFarPlace); }

// All but these places, and all but where something stands right before or behind them.
[[nodiscard]] constexpr Places not_at(Places places) { return ~places | kFarPlace; }
[[nodiscard]] constexpr Places not_before(Places places) { return not_at(before(places)); }
[[nodiscard]] constexpr Places not_behind(Places places) { return not_at(behind(places)); }

class SentencePlaces {
 public:
  // Forgets all; the sentence begins at this token.
  void begin(std::uint32_t first) {
    first_ = first;
    at_.fill(0);
  }
  [[nodiscard]] Places place(std::uint32_t token) const { return Places{1} << std::min(token - first_, kFar); }
  void add(char tag, Places place) { at_[kLookedAt[static_cast<std::size_t>(tag) & 127U]] |= place; }
  void move(char from, char to, std::uint32_t token) {
    const Places here = place(token);
    at_[kLookedAt[static_cast<std::size_t>(from) & 127U]] &= ~here | kFarPlace;
    add(to, here);
  }

  [[nodiscard]] const Places& at(char tag) const { return at_[kLookedAt[static_cast<std::size_t>(tag) & 127U]]; }
  // Of a set of looked_at().
  [[nodiscard]] Places any(std::uint32_t tags) const {
    Places out = 0;
    for (; tags != 0; tags &= tags - 1) out |= at_[static_cast<std::size_t>(std::countr_zero(tags))];
    return out;
  }

  // The first token from `from` on, before `end`, that stands at one of `places` or so far that it may; `end` when there is none.
  [[nodiscard]] std::uint32_t next(Places places, std::uint32_t from, std::uint32_t end) const {
    const std::uint32_t at = from - first_;
    if (at >= kFar) return (places & kFarPlace) != 0 ? std::min(from, end) : end;
    const Places left = places >> at;
    return left == 0 ? end : std::min(from + static_cast<std::uint32_t>(std::countr_zero(left)), end);
  }

 private:
  std::uint32_t first_ = 0;
  std::array<Places, kTagsLookedAt> at_{};
};

// The tokens of a stretch that bear a tag, in their order, each as it stands when it is come to: a look may change what is still to come.
class Bearing {
 public:
  // `among`: where else they are not worth while.
  Bearing(const SentencePlaces& places, const char* tags, char wanted, Places among, std::uint32_t from, std::uint32_t end)
      : places_(places), at_(places.at(wanted)), tags_(tags), wanted_(wanted), among_(among), from_(from), end_(end) {}

  struct Place {
    const Bearing& of;
    std::uint32_t at;
    std::uint32_t operator*() const { return at; }
    Place& operator++() { return at = of.find(at + 1), *this; }
    bool operator!=(const Place& other) const { return at != other.at; }
  };
  [[nodiscard]] Place begin() const { return {*this, find(from_)}; }
  [[nodiscard]] Place end() const { return {*this, end_}; }

 private:
  [[nodiscard]] std::uint32_t find(std::uint32_t from) const {
    while ((from = places_.next(at_ & among_, from, end_)) < end_ && tags_[from] != wanted_) ++from;
    return from;
  }

  const SentencePlaces& places_;
  const Places& at_;
  const char* tags_;
  char wanted_;
  Places among_;
  std::uint32_t from_, end_;
};

}  // namespace onrecord
