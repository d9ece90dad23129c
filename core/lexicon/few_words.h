// Whether a word may be one of a few, told from a few hundred bytes, so that a word costs no wait for memory and, where
// the answer is nearly always no, no branch that is hard to guess.
//
//   static const FewWords kWords{"that", "whether"};
//   if (kWords.may_have(word.id)) ...   // and now which of them
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

class FewWords {
 public:
  FewWords(std::initializer_list<std::string_view> words) : FewWords(std::span(words.begin(), words.size())) {}
  explicit FewWords(std::span<const std::string_view> words) {
    for (const std::string_view word : words) bits_[look_up(word).id / 64 % bits_.size()] |= 1ULL << look_up(word).id % 64;
  }
  // Of the words true, of nearly all others false: another one may share a place.
  [[nodiscard]] bool may_have(std::uint32_t id) const { return (bits_[id / 64 % bits_.size()] >> id % 64 & 1U) != 0; }

 private:
  std::array<std::uint64_t, 64> bits_{};
};

// The same for up to eight lists at once, with one look: bit i says that a word may be of the i-th.
//
//   static const FewWordLists kLists{kConjunctions, kQuantities};
//   lists |= kLists.may_have(word.id);
class FewWordLists {
 public:
  FewWordLists(std::initializer_list<std::span<const std::string_view>> lists) {
    assert(lists.size() <= 8);
    std::uint8_t bit = 1;
    for (const auto& list : lists) {
      for (const std::string_view word : list) bits_[look_up(word).id % bits_.size()] |= bit;
      bit = static_cast<std::uint8_t>(bit << 1U);
    }
  }
  [[nodiscard]] unsigned may_have(std::uint32_t id) const { return bits_[id % bits_.size()]; }

 private:
  std::array<std::uint8_t, 4096> bits_{};
};

}  // namespace onrecord
