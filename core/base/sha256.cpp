#include "base/sha256.h"

// Its oldest functions: the ones that are asked for now bring the whole library along.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

namespace onrecord {

Sha256 sha256(std::string_view bytes) {
  Sha256 digest{};
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes.data(), bytes.size());
  SHA256_Final(digest.data(), &context);
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : sha256(bytes)) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

}  // namespace onrecord
