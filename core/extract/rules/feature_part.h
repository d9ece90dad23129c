// The parts of features' names and their hashes: see weights.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/text_hash.h"
#include "lexicon/lexicon.h"

namespace onrecord {

// A part's hash.
[[nodiscard]] constexpr std::uint64_t part_hash(std::string_view part) { return text_hash(part); }

// The odd number that a part's hash counts by, by its place in the name; no name has more parts.
inline constexpr std::array<std::uint64_t, 5> kPlaces{0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL, 0xD6E8FEB86659FD93ULL,
                                                      0xA0761D6478BD642FULL, 0xE7037ED1A0B428DBULL};

// The key of a name, from its parts' hashes: a sum, so that what many names have in common is multiplied once for all of them. Multilinear
// hashing (Carter and Wegman, "Universal classes of hash functions", 1979): the upper bits are the good ones.
template <typename... Hashes>
[[nodiscard]] constexpr std::uint64_t key_of_parts(Hashes... hashes) {
  static_assert(sizeof...(hashes) <= kPlaces.size());
  std::uint64_t key = 0;
  std::size_t place = 0;
  ((key += hashes * kPlaces[place++]), ...);
  return key;
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
