// Says of most runs of words that no text in the record has them, without looking: of what comes in, most is new.
//
//   RunFilter filter(db, "SELECT hash FROM sketches", recent);
//   if (filter.may_hold(hash, rows)) look_it_up(hash);      // false: nobody shares its run
//   filter.add(hash);                                        // whenever a fingerprint is written
//   filter.look_again();                                     // in each transaction before the first question
//
// A bit for each run, by its upper bits, in 1 to 8 bytes a fingerprint of memory; one question in eight or fewer is answered "may" for
// a run that is not there. Made from the tables once as many questions were asked as reading them all is worth, so that adding one
// article to a long record does not read it; thrown away when another program wrote into the record. What was rolled back or taken
// out leaves its bit, which only costs a look.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/database/database.h"
#include "store/sightings/recent_fingerprints.h"

namespace onrecord {

class RunFilter {
 public:
  // `hashes`: SQL that gives every fingerprint but the recent ones.
  RunFilter(Database& db, std::string hashes, RecentFingerprints& recent);

  // Whether some fingerprint of the run of `hash` may stand in the tables, which hold about `rows`.
  [[nodiscard]] bool may_hold(std::uint64_t hash, std::int64_t rows);
  // That it was written: stands in the tables now.
  void add(std::uint64_t hash);
  // Whether another program wrote since the last look, or this is the first.
  bool look_again();

 private:
  void make(std::int64_t expected);
  void set(std::uint64_t hash);

  Database& db_;
  std::string hashes_;
  RecentFingerprints& recent_;
  Sql data_version_;
  std::int64_t seen_version_ = 0, asked_ = 0, held_ = 0;
  int shift_ = 0;                    // of a fingerprint, to the number of its bit
  std::vector<std::uint64_t> bits_;  // empty: not made
};

}  // namespace onrecord
