// SHA-256, for what must be proved unchanged: texts, and the chain of the log.
//
//   sha256_hex("abc")   // "ba7816bf…15ad", 64 characters
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace onrecord
