// Which network addresses a page may be fetched from: public ones. An address on the web that leads to the machine itself or
// to its neighbours would let a page read what only they may.
#pragma once

#include <sys/socket.h>

namespace onrecord {

// Whether the address is reachable by everybody: not loopback, private, link-local, shared, documentation, multicast or
// reserved; an IPv6 address that stands for an IPv4 one is judged by that. Unknown families are not public.
[[nodiscard]] bool is_public_address(const sockaddr* address);

}  // namespace onrecord
