// Ids, given out in order and never twice: the last of each kind stands in the database.
#pragma once

#include <array>
#include <cstdint>

#include "onrecord/id.h"
#include "store/database/database.h"

namespace onrecord {

// The counters within one write transaction: load, take, save before the commit.
class Counters {
 public:
  void load(Database& db);
  // Saves what has moved since load.
  void save(Database& db);
  [[nodiscard]] std::int64_t take(IdKind kind) { return ++last_[static_cast<std::size_t>(kind)]; }
  // So that restored ids are never given out again.
  void reserve(IdKind kind, std::int64_t used);

 private:
  std::array<std::int64_t, 8> last_{}, saved_{};
};

}  // namespace onrecord
