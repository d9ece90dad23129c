// A short list of words that many others are held against, nearly all of which are none of them: a word meets only
// those that begin as it does, and mostly none, since there is none that begins and ends as it does and is as long.
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
    for (const std::string_view word : words_) lookalikes_[slot(word)] |= look(word);
    for (const std::string_view word : words_)
      for (std::size_t later = slot(word) + 1; later < firsts_.size(); ++later) ++firsts_[later];
  }

  [[nodiscard]] constexpr bool has(std::string_view word) const {
    if (word.empty() || (lookalikes_[slot(word)] & look(word)) == 0) return false;
    const std::size_t end = firsts_[slot(word) + 1];
    for (std::size_t i = firsts_[slot(word)]; i < end; ++i)
      if (words_[i] == word) return true;
    return false;
  }

 private:
  static_assert(N < 256);
  static constexpr std::size_t slot(std::string_view word) { return static_cast<unsigned char>(word[0]) & 31U; }
  // One of 64 bits, by the word's end and length.
  static constexpr std::uint64_t look(std::string_view word) {
    return std::uint64_t{1} << ((static_cast<unsigned char>(word.back()) + 11 * word.size()) & 63U);
  }

  std::array<std::string_view, N> words_;   // by slot
  std::array<std::uint8_t, 33> firsts_{};   // where each slot's words begin
  std::array<std::uint64_t, 32> lookalikes_{};  // the looks of each slot's words
};

template <typename... Words>
WordList(Words...) -> WordList<sizeof...(Words)>;

}  // namespace onrecord
