// A list of phrases that many short texts are held against: kept sorted by first byte, so that a text meets only the few
// that begin as it does.
//
//   static const Phrases kOpeners{"read:", "related:"};
//   kOpeners.begins("read: more")     // true
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace onrecord {

class Phrases {
 public:
  // The phrases must outlive this object (they are literals) and not be empty.
  Phrases(std::initializer_list<std::string_view> phrases) : phrases_(phrases) {
    std::sort(phrases_.begin(), phrases_.end());
    std::size_t at = 0;
    for (std::size_t byte = 0; byte < 256; ++byte) {
      while (at < phrases_.size() && static_cast<unsigned char>(phrases_[at].front()) < byte) ++at;
      first_[byte] = static_cast<std::uint16_t>(at);
    }
    first_[256] = static_cast<std::uint16_t>(phrases_.size());
  }

  // Whether `text` begins with one of them.
  [[nodiscard]] bool begins(std::string_view text) const {
    return !begun_by(text).empty();
  }

  // The one of them that `text` begins with, the shortest where there are several; empty where there is none.
  [[nodiscard]] std::string_view begun_by(std::string_view text) const {
    return find(text, [&](std::string_view phrase) { return text.starts_with(phrase); });
  }

  // Whether `text` is one of them.
  [[nodiscard]] bool holds(std::string_view text) const {
    return !find(text, [&](std::string_view phrase) { return text == phrase; }).empty();
  }

 private:
  template <typename Test>
  [[nodiscard]] std::string_view find(std::string_view text, Test test) const {
    if (text.empty()) return {};
    const auto byte = static_cast<unsigned char>(text.front());
    const char second = text.size() > 1 ? text[1] : '\0';
    for (std::size_t i = first_[byte]; i < first_[byte + 1U]; ++i) {
      const std::string_view phrase = phrases_[i];
      if ((phrase.size() < 2 || phrase[1] == second) && test(phrase)) return phrase;
    }
    return {};
  }

  std::vector<std::string_view> phrases_;
  std::array<std::uint16_t, 257> first_{};
};

}  // namespace onrecord
