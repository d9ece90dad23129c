// Keeping the record safe: proving it sound, the log as text, copies. Throws SqlError.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "onrecord/record.h"
#include "store/database.h"

namespace onrecord::query {

// Slices every statement out of its text again and compares; texts against their hashes; foreign keys; SQLite's and FTS5's own
// checks; said_by against the statements; the log's chain. Linear in the record's size.
[[nodiscard]] VerifyReport verify(Database& db);

void dump(Database& db, const std::function<void(std::string_view)>& line);

// Written beside `path`, synced and renamed: whole or not at all.
void backup(Database& db, const std::string& path, bool portable);

}  // namespace onrecord::query
