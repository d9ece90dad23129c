#include "score/letters.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/chars.h"

namespace onrecord {
namespace {

bool is_counted(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  constexpr auto kCounted = static_cast<std::uint32_t>(U_GC_L_MASK | U_GC_N_MASK);
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & kCounted) != 0;
}

}  // namespace

Letters::Letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (is_counted(c.code)) at_.push_back(static_cast<std::uint32_t>(at));
    at += c.size;
  }
}

LetterSet Letters::of(const std::vector<Span>& spans) const {
  LetterSet set;
  const auto number = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(std::lower_bound(at_.begin(), at_.end(), byte) - at_.begin());
  };
  for (const Span& span : spans) {
    const Span letters{number(span.begin), number(std::max(span.begin, span.end))};
    if (!letters.empty()) set.push_back(letters);
  }
  std::sort(set.begin(), set.end(), [](Span a, Span b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < set.size(); ++i) {
    if (set[i].begin <= set[kept].end) {
      set[kept].end = std::max(set[kept].end, set[i].end);
    } else {
      set[++kept] = set[i];
    }
  }
  if (!set.empty()) set.resize(kept + 1);
  return set;
}

std::uint32_t count(const LetterSet& set) {
  std::uint32_t n = 0;
  for (const Span& s : set) n += s.size();
  return n;
}

std::uint32_t shared(const LetterSet& a, const LetterSet& b) {
  std::uint32_t n = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t begin = std::max(a[i].begin, b[j].begin);
    const std::uint32_t end = std::min(a[i].end, b[j].end);
    if (begin < end) n += end - begin;
    if (a[i].end < b[j].end) {
      ++i;
    } else {
      ++j;
    }
  }
  return n;
}

double overlap_of(const LetterSet& a, const LetterSet& b) {
  const std::uint32_t common = shared(a, b);
  if (common == 0) return 0;
  return static_cast<double>(common) / static_cast<double>(count(a) + count(b) - common);
}

}  // namespace onrecord
