// Bytes that came compressed: gzip (.html.gz) and zstd.
//
//   Result<std::string> page = unpack(bytes, kMostUnpacked);
//
// Pure; any thread may call it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace onrecord {

// More than any article or page; a hundredth of what a small gzip file can swell to.
inline constexpr std::size_t kMostUnpacked = std::size_t{256} << 20U;

// Whether the bytes begin as gzip or zstd do.
[[nodiscard]] bool is_packed(std::string_view bytes);

// The bytes unpacked; as they are where they are not packed. Errors, BadInput without `where`: cut short, corrupt, or more
// than `most` bytes (read no further than that).
[[nodiscard]] Result<std::string> unpack(std::string_view bytes, std::size_t most = kMostUnpacked);

}  // namespace onrecord
