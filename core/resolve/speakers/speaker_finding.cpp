#include "resolve/speakers/speaker_finding.h"

#include <algorithm>

namespace onrecord {

const Spellings& spellings() {
  static const Spellings words;
  return words;
}

int first_chunk(const Chunks& chunks, std::uint32_t token) {
  constexpr int kChunksBack = 80;
  const auto it = std::partition_point(chunks.chunks.begin(), chunks.chunks.end(), [token](const Chunk& c) { return c.last <= token; });
  const int here = static_cast<int>(it - chunks.chunks.begin());
  return here == chunks.size() ? 0 : std::max(0, here - kChunksBack);  // past its end: a sentence before, whose first subject counts
}

}  // namespace onrecord
