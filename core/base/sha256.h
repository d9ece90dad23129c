// SHA-256, for what must be proved unchanged: texts, rows, and the chain of the log.
//
//   sha256_hex("abc")   // "ba7816bf…15ad", 64 characters
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace onrecord {

using Sha256 = std::array<unsigned char, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace onrecord
