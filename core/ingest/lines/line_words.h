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
#include "lexicon/fold_hash.h"

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
    const std::size_t size = std::min(text.size(), kMost);
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < size; i += 8) {
      std::uint64_t eight = 0;
      if (i + 8 <= size) std::memcpy(&eight, text.data() + i, 8);
      else std::memcpy(&eight, text.data() + i, size - i);
      any |= eight;
      eight = lexicon::fold_ascii(eight);
      std::memcpy(room_.data() + i, &eight, 8);
    }
    size_ = size;
    if ((any & lexicon::kHighBits) != 0) straighten();
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

  std::array<char, kMost + 8> room_;  // written eight at a time
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

// Four-letter beginnings of the words that credits and signatures are made of, found in one pass. Three letters are
// looked at in every second place: wherever a hint stands, one of its two triples is met, and a table of triples rules
// out nearly every place.
class Hints {
 public:
  explicit Hints(std::initializer_list<const char*> hints) { add(hints); }
  [[nodiscard]] Hints with(std::initializer_list<const char*> more) const {
    Hints both = *this;
    both.add(more);
    return both;
  }

  [[nodiscard]] bool any_in(std::string_view text) const {
    for (std::size_t at = 0; at + 4 <= text.size(); at += 2) {
      if (!triples_.has(value_of(text.data() + at) >> 8U)) continue;
      if (is_hint(text.data() + at) || (at + 5 <= text.size() && is_hint(text.data() + at + 1))) return true;
    }
    return false;
  }

 private:
  void add(std::initializer_list<const char*> hints) {
    for (const char* hint : hints) {
      values_.push_back(value_of(hint));
      fours_.add(values_.back());
      triples_.add(values_.back() & 0xFFFFFFU);
      triples_.add(values_.back() >> 8U);
    }
  }

  // A bit for the hash of each triple, or of each four: it tells nearly all that are none.
  class Seen {
   public:
    void add(std::uint32_t letters) { bits_[place(letters) / 64] |= std::uint64_t{1} << (place(letters) % 64); }
    [[nodiscard]] bool has(std::uint32_t letters) const { return (bits_[place(letters) / 64] >> (place(letters) % 64) & 1U) != 0; }

   private:
    static std::uint32_t place(std::uint32_t letters) { return letters * 0x9E3779B1U >> 20U; }
    std::array<std::uint64_t, 64> bits_{};
  };

  [[nodiscard]] bool is_hint(const char* text) const {
    const std::uint32_t value = value_of(text);
    return fours_.has(value) && std::find(values_.begin(), values_.end(), value) != values_.end();
  }
  // Four letters as a number, the first one lowest; capitals as small ones.
  static std::uint32_t value_of(const char* text) {
    const auto at = [text](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) << (8 * i); };
    return (at(0) | at(1) | at(2) | at(3)) | 0x20202020U;
  }
  std::vector<std::uint32_t> values_;
  Seen triples_, fours_;
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
