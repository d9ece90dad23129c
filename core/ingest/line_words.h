// Small questions about the words of a line, which the line_*.cpp files share: they answer what line_kinds.h asks.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::line_words {

[[nodiscard]] inline Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The first kMost bytes of a text in lower case (ASCII letters), curly apostrophes straightened; in place, since it is asked for of nearly
// every line that is not plainly running text.
template <std::size_t kMost = 400>
class Lowered {
 public:
  explicit Lowered(std::string_view text) {
    size_ = std::min(text.size(), kMost);
    const char* const from = text.data();
    for (std::size_t i = 0; i < size_; ++i) room_[i] = static_cast<char>(from[i] | (from[i] >= 'A' && from[i] <= 'Z' ? 0x20 : 0));
    if (std::memchr(room_.data(), 0xE2, size_) != nullptr) straighten();
  }
  // NOLINTNEXTLINE(google-explicit-constructor): it is a text
  operator std::string_view() const { return {room_.data(), size_}; }

 private:
  void straighten() {
    const std::string_view all = *this;
    std::size_t to = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
      const bool apostrophe = all.substr(at, 3) == "\xE2\x80\x99";
      room_[to++] = apostrophe ? '\'' : all[at];
      if (apostrophe) at += 2;
    }
    size_ = to;
  }

  std::array<char, kMost> room_;
  std::size_t size_ = 0;
};

[[nodiscard]] bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes);
[[nodiscard]] inline bool contains(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

// Without the punctuation, bullets, arrows and digits around it: "» Share this!" is "Share this".
[[nodiscard]] std::string_view bare(std::string_view text);

[[nodiscard]] std::size_t count_line_words(std::string_view text);
[[nodiscard]] bool has_double_quote(std::string_view text);

// "MINI.", "RARE OFFER. The …": up to six words in capitals and a stop, then more.
[[nodiscard]] bool has_capital_label(std::string_view text);

// Four-letter beginnings of the words that credits and signatures are made of, found in one pass. Two letters are looked at in every third
// place: wherever a hint stands, one of its three pairs is met, and a table of pairs rules out nearly every place.
class Hints {
 public:
  explicit Hints(std::initializer_list<const char*> hints) { add(hints); }
  [[nodiscard]] Hints with(std::initializer_list<const char*> more) const {
    Hints both = *this;
    both.add(more);
    return both;
  }

  [[nodiscard]] bool any_in(std::string_view text) const {
    for (std::size_t at = 2; at + 2 <= text.size(); at += 3) {
      const std::size_t pair = pair_of(text[at], text[at + 1]);
      if ((pairs_[pair / 64] >> (pair % 64) & 1U) == 0) continue;
      for (std::size_t begin = at - 2; begin <= at && begin + 4 <= text.size(); ++begin)
        if (is_hint(text.data() + begin)) return true;
    }
    return false;
  }

 private:
  void add(std::initializer_list<const char*> hints) {
    for (const char* hint : hints) {
      std::uint32_t value = 0;
      std::memcpy(&value, hint, 4);
      values_.push_back(value | 0x20202020U);
      const std::uint32_t place = place_of(values_.back());
      places_[place / 64] |= std::uint64_t{1} << (place % 64);
      for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t pair = pair_of(hint[i], hint[i + 1]);
        pairs_[pair / 64] |= std::uint64_t{1} << (pair % 64);
      }
    }
  }

  [[nodiscard]] bool is_hint(const char* text) const {
    std::uint32_t value = 0;
    std::memcpy(&value, text, 4);
    value |= 0x20202020U;
    const std::uint32_t place = place_of(value);
    return (places_[place / 64] >> (place % 64) & 1U) != 0 && std::find(values_.begin(), values_.end(), value) != values_.end();
  }
  static std::uint32_t place_of(std::uint32_t value) { return value * 0x9E3779B1U >> 22U; }
  static std::size_t pair_of(char a, char b) {
    return (static_cast<unsigned char>(a) & 31U) << 5U | (static_cast<unsigned char>(b) & 31U);
  }
  std::vector<std::uint32_t> values_;
  std::array<std::uint64_t, 16> pairs_{};
  std::array<std::uint64_t, 16> places_{};  // a bit for the hash of each hint: it tells nearly all that are none
};

// Beginnings of the words that credits are made of, and of those that sign an article.
inline constexpr std::initializer_list<const char*> kCreditHints{"hoto", "age:", "ges:", "ge b", "es b", "ge c", "gett", "dit:", "(cou",
                                                          "tesy", "ure:", "pic:", "illu", "phic", "eens", "eeng", "eo b", "hutt",
                                                          "alam", "isto", "unsp", "ess)", "(reu", "(afp", "(ap)", "via "};
inline constexpr std::initializer_list<const char*> kSignedHints{"trib", "rted", "ff w", "free", "hed ", "wed ", "ts r"};

// The end of a text, where credits and signatures stand.
[[nodiscard]] inline std::string_view last_part(std::string_view text) { return text.substr(text.size() > 110 ? text.size() - 110 : 0); }

// Whether the tail has any of the letters that credits are made of. A glance that spares most paragraphs the closer look.
[[nodiscard]] bool may_hold_credit(std::string_view tail);

// A credit at the end: "Photo by A. Roe/Post", "(AP Photo/A. Roe)", "File photo", "/Getty Images", "Image: AFP".
[[nodiscard]] bool ends_with_credit(std::string_view text);

}  // namespace onrecord::line_words
