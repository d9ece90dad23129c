// How a word's letters become a key: folding of letter case, and the hash that the table of words is filled by.
// Shared by the program that builds the table and by look_up, which must agree to the bit.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace onrecord::lexicon {

// Eight bytes with the first one lowest, whatever the machine.
inline std::uint64_t load_eight(const char* at) {
  std::uint64_t bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
  return bytes;
}

inline constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;

// Makes the ASCII capitals among eight bytes small; leaves bytes over 127 alone.
inline constexpr std::uint64_t fold_ascii(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101ULL;
  const std::uint64_t low = bytes & ~kHighBits;
  const std::uint64_t from_a = low + kEach * (0x80 - 'A');
  const std::uint64_t past_z = low + kEach * (0x7f - 'Z');
  return bytes | (((from_a ^ past_z) & ~bytes & kHighBits) >> 2);
}

// Writes `word` in small letters to `out`, which has room for as many bytes: ASCII and Latin-1 letters are folded and the
// curly apostrophe made straight. Returns how many bytes that took.
inline std::size_t fold(std::string_view word, char* out) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const auto next = static_cast<unsigned char>(i + 1 < word.size() ? word[i + 1] : 0);
    if (byte >= 'A' && byte <= 'Z') {
      out[size++] = static_cast<char>(byte + 32);
    } else if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {  // À to Þ without the multiplication sign
      out[size++] = word[i++];
      out[size++] = static_cast<char>(next + 32);
    } else if (byte == 0xE2 && word.substr(i, 3) == "\xE2\x80\x99") {
      out[size++] = '\'';
      i += 2;
    } else {
      out[size++] = word[i];
    }
  }
  return size;
}

inline std::string fold(std::string_view word) {
  std::string out(word.size(), '\0');
  out.resize(fold(word, out.data()));
  return out;
}

// No listed word is longer, in bytes; the builder of the table sees to that.
inline constexpr std::size_t kLongest = 48;

// The hash of a folded word of at most sixteen bytes, zero-filled. For words of eight bytes or fewer no two give the
// same value.
inline constexpr std::uint64_t hash_sixteen(std::uint64_t first, std::uint64_t second) {
  std::uint64_t h = first * 0x9E3779B97F4A7C15ULL ^ std::rotl(second * 0xD6E8FEB86659FD93ULL, 29);
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 29);
}

// What stays of the first and second eight bytes when a word has this many.
struct Masks {
  std::uint64_t first[17] = {};
  std::uint64_t second[17] = {};
  constexpr Masks() {
    for (unsigned size = 0; size <= 16; ++size) {
      first[size] = size >= 8 ? ~0ULL : (1ULL << (8 * size)) - 1;
      second[size] = size == 16 ? ~0ULL : size <= 8 ? 0 : (1ULL << (8 * (size - 8))) - 1;
    }
  }
};
inline constexpr Masks kMasks;

// The hash of the word, folded, that begins at `letters`: at most sixteen ASCII letters and nothing else. Sixteen bytes are read.
inline std::uint64_t hash_letters(const char* letters, std::size_t size) {
  constexpr std::uint64_t kSmall = 0x2020202020202020ULL;
  return hash_sixteen((load_eight(letters) | kSmall) & kMasks.first[size], (load_eight(letters + 8) | kSmall) & kMasks.second[size]);
}

// The hash of a folded word of any length; the same as hash_sixteen up to sixteen bytes.
inline std::uint64_t hash_folded(std::string_view word) {
  std::uint64_t h = 0;
  do {
    char block[16] = {};
    const std::size_t size = word.size() < sizeof block ? word.size() : sizeof block;
    std::memcpy(block, word.data(), size);
    h = hash_sixteen(load_eight(block) ^ h, load_eight(block + 8));
    word.remove_prefix(size);
  } while (!word.empty());
  return h;
}

// A slot of the table: the upper bits of the hash and, in the lower ones, the id of the word. The slot's number gives
// the lower bits of the hash, so that hardly anything of it is lost.
inline constexpr unsigned kIdBits = 17;
inline constexpr std::uint64_t kIdMask = (1ULL << kIdBits) - 1;

}  // namespace onrecord::lexicon
