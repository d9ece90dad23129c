// A list of phrases that many short texts are held against: by its first four bytes nearly every text is told to begin with none of them,
// and any other meets only those that begin with its first.
//
//   static const Phrases kOpeners{"read:", "related:"};
//   kOpeners.begins("read: more")     // true
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
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
    for (const std::string_view phrase : phrases_) {
      if (phrase.size() >= 4) begun_[place(phrase) / 64] |= std::uint64_t{1} << place(phrase) % 64;
      else short_[static_cast<unsigned char>(phrase.front())] = true;
    }
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
  // Where the first four bytes of a text have their bit.
  [[nodiscard]] static std::uint32_t place(std::string_view text) {
    std::uint32_t four = 0;
    std::memcpy(&four, text.data(), 4);
    return four * 0x9E3779B1U >> 20U;
  }

  template <typename Test>
  [[nodiscard]] std::string_view find(std::string_view text, Test test) const {
    if (text.empty()) return {};
    const auto byte = static_cast<unsigned char>(text.front());
    if (!short_[byte] && (text.size() < 4 || (begun_[place(text) / 64] >> place(text) % 64 & 1U) == 0)) return {};
    const char second = text.size() > 1 ? text[1] : '\0';
    for (std::size_t i = first_[byte]; i < first_[byte + 1U]; ++i) {
      const std::string_view phrase = phrases_[i];
      if ((phrase.size() < 2 || phrase[1] == second) && test(phrase)) return phrase;
    }
    return {};
  }

  std::vector<std::string_view> phrases_;
  std::array<std::uint16_t, 257> first_{};
  std::array<std::uint64_t, 64> begun_{};  // a bit for the hash of each phrase's first four bytes
  std::array<bool, 256> short_{};          // whether a phrase of fewer begins with this byte
};

}  // namespace onrecord
