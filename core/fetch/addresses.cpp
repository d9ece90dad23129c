#include "fetch/addresses.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace onrecord {
namespace {

struct Range { std::uint32_t network; int bits; };
constexpr std::array kNotPublic = {
  Range{0x00000000, 8},    // this network
  Range{0x0A000000, 8},    // 10.0.0.0, private
  Range{0x64400000, 10},   // 100.64.0.0, shared by a carrier's customers
  Range{0x7F000000, 8},    // 127.0.0.0, loopback
  Range{0xA9FE0000, 16},   // 169.254.0.0, link-local, and where clouds keep their machines' secrets
  Range{0xAC100000, 12},   // 172.16.0.0, private
  Range{0xC0000000, 24},   // 192.0.0.0, protocols
  Range{0xC0000200, 24},   // 192.0.2.0, documentation
  Range{0xC0A80000, 16},   // 192.168.0.0, private
  Range{0xC6120000, 15},   // 198.18.0.0, benchmarks
  Range{0xC6336400, 24},   // 198.51.100.0, documentation
  Range{0xCB007100, 24},   // 203.0.113.0, documentation
  Range{0xE0000000, 4},    // 224.0.0.0, multicast
  Range{0xF0000000, 4}    // 240.0.0.0, reserved, broadcast
};

bool is_public_v4(std::uint32_t address) {
  return std::none_of(kNotPublic.begin(), kNotPublic.end(), [&](const Range& range) {
    return (address >> (32 - range.bits)) == (range.network >> (32 - range.bits));
  });
}

std::uint32_t v4_in(const std::uint8_t* bytes) {
  return static_cast<std::uint32_t>(bytes[0]) << 24U | static_cast<std::uint32_t>(bytes[1]) << 16U |
         static_cast<std::uint32_t>(bytes[2]) << 8U | bytes[3];
}

bool is_public_v6(const std::uint8_t (&b)[16]) {
  const auto zeros = [&](int from, int to) {
    for (int i = from; i < to; ++i) {
      if (b[i] != 0) return false;
    }
    return true;
  };
  if (zeros(0, 10) && b[10] == 0xFF && b[11] == 0xFF) return is_public_v4(v4_in(b + 12));  // ::ffff:a.b.c.d
  if (zeros(0, 12)) return false;  // ::, ::1, ::a.b.c.d
  if (b[0] == 0x00 && b[1] == 0x64 && b[2] == 0xFF && b[3] == 0x9B)
    return zeros(4, 12) && is_public_v4(v4_in(b + 12));  // 64:ff9b::a.b.c.d
  if (b[0] == 0x20 && b[1] == 0x02) return is_public_v4(v4_in(b + 2));  // 2002:a.b:c.d::
  if (b[0] == 0x20 && b[1] == 0x01 && (b[2] == 0x0D || b[2] == 0x00) && (b[2] != 0x0D || b[3] == 0xB8))
    return false;  // documentation, Teredo and its kin
  if ((b[0] & 0xFEU) == 0xFC || (b[0] == 0xFE && (b[1] & 0xC0U) >= 0x80) || b[0] == 0xFF || b[0] == 0x01)
    return false;  // private, link- and site-local, multicast, discard
  return true;
}

}  // namespace

bool is_public_address(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, address, sizeof in);
    return is_public_v4(ntohl(in.sin_addr.s_addr));
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 in{};
    std::memcpy(&in, address, sizeof in);
    return is_public_v6(in.sin6_addr.s6_addr);
  }
  return false;
}

}  // namespace onrecord
