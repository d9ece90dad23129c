// Each tag as a small number, so that a set of tags fits into a word of sixty-four bits: those of words in the order of
// kTagOrder, then those of marks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

// The tags of marks that rules can ask for; anything else counts as the last one.
inline constexpr std::string_view kTagsOfMarks = ",.:;-()<>*";
inline constexpr std::size_t kTagCodes = 40;  // at most
static_assert(kTagOrder.size() + kTagsOfMarks.size() <= kTagCodes);

inline constexpr std::array<std::uint8_t, 128> kCodeOfTag = [] {
  std::array<std::uint8_t, 128> codes{};
  codes.fill(static_cast<std::uint8_t>(kTagOrder.size() + kTagsOfMarks.size() - 1));
  for (std::size_t i = 0; i < kTagOrder.size(); ++i)
    codes[static_cast<std::size_t>(kTagOrder[i])] = static_cast<std::uint8_t>(i);
  for (std::size_t i = 0; i < kTagsOfMarks.size(); ++i)
    codes[static_cast<std::size_t>(kTagsOfMarks[i])] = static_cast<std::uint8_t>(kTagOrder.size() + i);
  return codes;
}();

[[nodiscard]] constexpr std::uint8_t tag_code(char tag) { return kCodeOfTag[static_cast<std::size_t>(tag) & 127]; }

// A bit for each tag's code.
[[nodiscard]] constexpr std::uint64_t tag_set(std::string_view tags) {
  std::uint64_t set = 0;
  for (const char tag : tags) set |= 1ULL << tag_code(tag);
  return set;
}

// The tags that a verb leaves behind: none first.
inline constexpr std::string_view kTagsOfVerbs = "-vdegpzh";
inline constexpr std::array<std::uint8_t, kTagsOfVerbs.size()> kVerbTags = [] {
  std::array<std::uint8_t, kTagsOfVerbs.size()> codes{};
  for (std::size_t i = 0; i < codes.size(); ++i) codes[i] = tag_code(kTagsOfVerbs[i]);
  return codes;
}();

}  // namespace onrecord
