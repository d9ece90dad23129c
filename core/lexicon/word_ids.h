// A handful of words as their ids, looked up once, to ask whether a word is one of them.
//
//   static const auto kFrom = ids_of("from", "by", "among");
//   if (kFrom.has(word.id)) ...
//   static const auto kSays = ids_of("say", "argue");   // base forms
//   if (kSays.has(word.lemma)) ...
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"

namespace onrecord {

template <std::size_t N>
class WordIds {
 public:
  explicit WordIds(const std::array<std::string_view, N>& words) {
    for (std::size_t i = 0; i < N; ++i) {
      const std::uint32_t id = look_up(words[i]).id;
      ids_[i] = id != 0 ? id : kNone;
    }
  }
  // Never of a word that no list has, though one of the few may be such a word. Linear in their number.
  [[nodiscard]] bool has(std::uint32_t id) const { return std::find(ids_.begin(), ids_.end(), id) != ids_.end(); }

 private:
  static constexpr std::uint32_t kNone = ~0U;
  std::array<std::uint32_t, N> ids_{};
};

template <typename... Words>
[[nodiscard]] WordIds<sizeof...(Words)> ids_of(const Words&... words) {
  return WordIds<sizeof...(Words)>({std::string_view(words)...});
}

}  // namespace onrecord
