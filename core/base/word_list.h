// A short list of words that many others are held against, nearly all of which are none of them: the first letter and the length tell.
//
//   static constexpr WordList kParticles{"de", "von", "van"};
//   kParticles.has("von")       // true; letter case counts
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord {

template <std::size_t N>
class WordList {
 public:
  // Words of 1 to 31 bytes; a compiler refuses others.
  template <typename... Words>
  constexpr explicit WordList(Words... words) : words_{std::string_view(words)...} {
    for (const std::string_view word : words_) sizes_[slot(word)] |= word.size() < 32 ? 1U << word.size() : throw "too long";
  }

  [[nodiscard]] constexpr bool has(std::string_view word) const {
    if (word.empty() || word.size() >= 32 || (sizes_[slot(word)] >> word.size() & 1U) == 0) return false;
    for (const std::string_view one : words_)
      if (one == word) return true;
    return false;
  }

 private:
  static constexpr std::size_t slot(std::string_view word) { return static_cast<unsigned char>(word[0]) & 31U; }

  std::array<std::string_view, N> words_;
  std::array<std::uint32_t, 32> sizes_{};  // by the first letter: a bit for each length
};

template <typename... Words>
WordList(Words...) -> WordList<sizeof...(Words)>;

}  // namespace onrecord
