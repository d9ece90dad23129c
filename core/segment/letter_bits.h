// Which of sixteen bytes are ASCII letters, found in a few steps for all of them.
//
//   letter_bits("Reyes said that …")   // all: bits 0-4, 6-9, 11-14; capitals: bit 0
#pragma once

#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace onrecord {

struct LetterBits {
  std::uint32_t all = 0;       // a bit for each byte, the first one lowest
  std::uint32_t capitals = 0;  // where the byte is a letter: whether it is a capital; elsewhere anything
};

// Of the sixteen bytes at `text`, which must be readable.
[[nodiscard]] inline LetterBits letter_bits(const char* text) {
#ifdef __SSE2__
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  const __m128i place = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  const __m128i letter = _mm_cmpeq_epi8(_mm_min_epu8(place, _mm_set1_epi8('z' - 'a')), place);
  const __m128i small = _mm_slli_epi16(bytes, 2);  // the bit that tells small letters from capitals becomes the upper one
  return {static_cast<std::uint32_t>(_mm_movemask_epi8(letter)), ~static_cast<std::uint32_t>(_mm_movemask_epi8(small))};
#else
  LetterBits out;
  for (unsigned i = 0; i < 16; ++i) {
    const auto place = static_cast<unsigned char>((static_cast<unsigned char>(text[i]) | 0x20U) - 'a');
    if (place <= 'z' - 'a') out.all |= 1U << i;
    if ((static_cast<unsigned char>(text[i]) & 0x20U) == 0) out.capitals |= 1U << i;
  }
  return out;
#endif
}

}  // namespace onrecord
