// The parts of features' names and their hashes: see weights.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

// Names parts by their hash: FNV-1a, then mixed part by part, so that names and parts give the same key.
[[nodiscard]] constexpr std::uint64_t part_hash(std::string_view part) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : part) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return h;
}
[[nodiscard]] constexpr std::uint64_t join_hash(std::uint64_t left, std::uint64_t part) {
  std::uint64_t h = (left ^ part) * 0x9e3779b97f4a7c15ULL;
  return h ^ (h >> 29U);
}

// One part: some text, or a word of the lexicon, whose spelling is looked at only when a name is asked for.
struct FeaturePart {
  std::string_view text;
  std::uint32_t word = 0;
  std::uint64_t hash = 0;

  constexpr FeaturePart() = default;
  constexpr FeaturePart(std::string_view t) : text(t), hash(part_hash(t)) {}
  constexpr FeaturePart(const char* t) : FeaturePart(std::string_view(t)) {}
  constexpr FeaturePart(std::uint32_t id, std::uint64_t h) : word(id), hash(h) {}

  [[nodiscard]] std::string_view name() const { return word != 0 ? spelling(word) : text; }
};

// A part that is known when the program is built, so that it can be pointed at: &kPart<"name">.
template <std::size_t kSize>
struct PartText {
  char text[kSize]{};
  constexpr PartText(const char (&from)[kSize]) {
    for (std::size_t i = 0; i < kSize; ++i) text[i] = from[i];
  }
};
template <PartText kText>
inline constexpr FeaturePart kPart{std::string_view(kText.text, sizeof(kText.text) - 1)};

}  // namespace onrecord
