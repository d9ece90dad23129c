// Oldest first, in the two ways it is come by.
//
// What an article says of one day stands against its text in the order of slots, so that newest first reads it from its top.
// Oldest first turns each such run of rows round, so that it does so too.
//
//   OldestFirst order(db, page_slot);              // 0: from the beginning
//   … rows with slots above order.from() …
//   if (!order.take(slot, version_id, row, each)) stop;
//   order.finish(each);                            // the last run
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "onrecord/asking.h"
#include "store/database/database.h"

namespace onrecord::query {

// Of few rows, over the aliases s, v and a: by when it was said, else published; of one moment as it was printed. Ids tell nothing, since
// they follow the order of adding.
inline constexpr const char* kOldestFirst =
    "s.from_day IS NULL, s.from_day, s.to_day, v.published_from, v.captured_at, a.identity, v.version, s.in_title DESC, s.begin_byte, s.n";

// Of the same words in several places: by when they were printed. A later article that knows the day on which they were said is no
// earlier sighting.
inline constexpr const char* kPrintedFirst =
    "v.published_from IS NULL, v.published_from, v.published_to, v.captured_at, a.identity, v.version, s.in_title DESC, s.begin_byte, s.n";

class OldestFirst {
 public:
  // `page_slot` is that of the last row of the page before: what came up to it is passed over.
  OldestFirst(Database& db, std::int64_t page_slot);

  using Each = std::function<bool(Row& row, std::int64_t slot)>;  // false: no more

  // Rows are read from here: the page may begin within a run.
  [[nodiscard]] std::int64_t from() const { return from_; }
  // Takes a row in the order of slots; gives the rows of the run before when another begins. False: no more are wanted.
  bool take(std::int64_t slot, std::int64_t version_id, Row row, const Each& each);
  bool finish(const Each& each);

 private:
  struct Taken {
    std::int64_t slot = 0, version_id = 0;
    Row row;
  };
  [[nodiscard]] bool given_before(const Taken& taken);

  std::int64_t page_slot_ = 0, page_version_ = 0, from_ = 0;
  bool passing_ = false;  // what the page before gave
  std::vector<Taken> run_;
};

}  // namespace onrecord::query
