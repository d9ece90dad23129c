// The one entity that a search finds; nobody where it finds several.
//
//   OnlyOne found;
//   for (…) found.add(entity);
//   return found.entity();     // -1 for none and for several
#pragma once

#include <cstdint>

namespace onrecord {

class OnlyOne {
 public:
  void add(std::int32_t entity) {
    several_ |= found_ >= 0 && found_ != entity;
    found_ = entity;
  }
  [[nodiscard]] bool several() const { return several_; }
  [[nodiscard]] std::int32_t entity() const { return several_ ? -1 : found_; }

 private:
  std::int32_t found_ = -1;
  bool several_ = false;
};

}  // namespace onrecord
