// A hash over all rows of a version, kept beside them, so that `verify` sees when something else changed a row.
//
//   RowHashes hashes(db);
//   hashes.write(version_id, rows);   // all rows of a new version, each as statement_bytes() gives it, in the order of n
//   hashes.touch(version_id);      // whenever one of its rows was written later
//   hashes.renew();                // before the commit
//   std::vector<WrongRows> wrong = find_wrong_rows(db);
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "store/database/database.h"

namespace onrecord {

class RowHashes {
 public:
  explicit RowHashes(Database& db);

  void write(std::int64_t version_id, const std::string& rows);
  void touch(std::int64_t version_id) { touched_.insert(version_id); }
  // Writes the hashes of all that was touched, from the rows as they stand.
  void renew();
  // After a rollback.
  void forget() { touched_.clear(); }

 private:
  Database& db_;
  std::set<std::int64_t> touched_;
  Sql write_, renew_, erase_;
};

struct WrongRows {
  std::int64_t article_id = 0;
  int version = 1;
};

// Versions whose rows are not those that the record wrote. Reads every statement.
[[nodiscard]] std::vector<WrongRows> find_wrong_rows(Database& db);

}  // namespace onrecord
