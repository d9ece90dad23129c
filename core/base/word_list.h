// A short list of words that many others are held against, nearly all of which are none of them: a word meets only those that begin as it does.
//
//   static constexpr WordList kParticles{"de", "von", "van"};
//   kParticles.has("von")       // true; letter case counts
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord {

template <std::size_t N>
class WordList {
 public:
  // Words of at least one byte; a compiler refuses others. They must outlive this object (they are literals).
  template <typename... Words>
  constexpr explicit WordList(Words... words) : WordList(std::array<std::string_view, N>{std::string_view(words)...}) {}
  constexpr explicit WordList(const std::array<std::string_view, N>& words) : words_(words) {
    std::sort(words_.begin(), words_.end(), [](std::string_view a, std::string_view b) { return slot(a) < slot(b); });
    for (const std::string_view word : words_)
      for (std::size_t later = slot(word) + 1; later < firsts_.size(); ++later) ++firsts_[later];
  }

  [[nodiscard]] constexpr bool has(std::string_view word) const {
    if (word.empty()) return false;
    const std::size_t end = firsts_[slot(word) + 1];
    for (std::size_t i = firsts_[slot(word)]; i < end; ++i)
      if (words_[i] == word) return true;
    return false;
  }

 private:
  static_assert(N < 256);
  static constexpr std::size_t slot(std::string_view word) { return static_cast<unsigned char>(word[0]) & 31U; }

  std::array<std::string_view, N> words_;   // by slot
  std::array<std::uint8_t, 33> firsts_{};   // where each slot's words begin
};

template <typename... Words>
WordList(Words...) -> WordList<sizeof...(Words)>;

}  // namespace onrecord
