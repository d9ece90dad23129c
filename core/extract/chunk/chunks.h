// Level 1 of the cascade: units joined to noun groups, verb groups, time expressions.
//
// A sentence's chunk symbols form a string which the attribution rules read. Symbols: those of core/extract/rules/chunks.rules
// (T P N V U F I G E K J A), the unit's own byte for units that stand alone (i H W w f s & c B Q , ; : - ( ) . * R u), and
// two that the lexicon decides: L (according to) and D (a dash).
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/chunk/classes.h"
#include "extract/rules/chunk_rules.h"

namespace onrecord {

struct Chunk {
  std::uint32_t first = 0, last = 0;  // tokens, half open
  std::uint32_t head = 0;             // token of the noun or verb that carries the meaning
  std::int32_t quote = -1;            // of a Q
};

struct Chunks {
  std::vector<Chunk> chunks;
  std::string_view symbols{kNone.data() + kBeyond, 0};
  std::vector<std::int32_t> verbs;  // which of them are verb groups: V U F G I E K
  bool quotes = false;              // a Q is one of them

  Chunks() = default;
  Chunks(const Chunks&) = delete;
  Chunks& operator=(const Chunks&) = delete;
  Chunks(Chunks&&) = default;
  Chunks& operator=(Chunks&&) = default;

  [[nodiscard]] int size() const { return static_cast<int>(symbols.size()); }
  // The symbol of chunk `i`, 0 beyond the sentence's edges. What stands beside a chunk is asked for all the time, so that the symbols stand
  // between zeros: no question reaches farther.
  [[nodiscard]] char at(int i) const {
    assert(i >= -kBeyond && i < size() + kBeyond);
    return symbols.data()[i];
  }

  // Room for `most` symbols; and how many there came to be, once they are written.
  [[nodiscard]] char* make_room(std::size_t most) {
    room_.resize(std::max(room_.size(), most + 2 * kBeyond));
    return room_.data() + kBeyond;
  }
  void close_room(std::size_t size) {
    symbols = {room_.data() + kBeyond, size};
    std::fill_n(room_.data() + kBeyond + size, kBeyond, '\0');
  }

 private:
  static constexpr int kBeyond = 64;
  static constexpr std::array<char, 2 * kBeyond> kNone{};
  std::vector<char> room_;  // zeros, symbols, zeros
};

// The mark before the closing one of the quotation that `chunk`, a Q, is: “It leaks,” has a comma. A dash of any length and dots are '-';
// 0 when a word stands there.
[[nodiscard]] char mark_inside(const Document& doc, const Chunk& chunk);

// The tense of a verb group, that of its first verb; "would" and "could" go with the past, "will" and "can" with the present.
enum class Tense : std::uint8_t { None, Past, Present };
[[nodiscard]] Tense tense_of(const Document& doc, const Chunk& group);

// The tag that says in which form a verb group is told, to tell one from another: that of its head, and where it goes on, "is | telling",
// of its first word.
[[nodiscard]] char form_of(const Document& doc, const Chunk& group);

// The chunks of `units`; `out` is cleared and reused. Linear in the number of units.
void read_chunks(const ChunkRules& rules, const Document& doc, const Units& units, Chunks& out);

}  // namespace onrecord
