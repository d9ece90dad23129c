// A half-open stretch of bytes, [begin, end), in an article's text as stored.
//
//   Span s{0, 5};
//   std::string_view words = slice(text, s);
//
// An empty span (begin == end) stands for "not in the text". 32 bits: an article is at most 4 GiB,
// which ingest enforces.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

// The bytes of `text` under `span`. The view lives as long as `text` does.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
  return span.empty() ? std::string_view() : text.substr(span.begin, span.size());
}

}  // namespace onrecord
