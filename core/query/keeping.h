// Keeping the record safe: proving it sound, the log as text, copies. Throws SqlError.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "onrecord/record.h"
#include "store/database/database.h"

namespace onrecord::query {

// Slices every statement out of its text again and compares; texts against their hashes; foreign keys; SQLite's and FTS5's own
// checks; each version's rows against their hash; said_by against the statements; the log's chain and fold. Linear in the record's size.
// Writes nothing; a record opened for reading only is copied to a temporary file for FTS5's check.
[[nodiscard]] VerifyReport verify(Database& db);

void dump(Database& db, const std::function<void(std::string_view)>& line);

// The log as it is before the record is brought to `step` of the schema, as `PATH.log-before-STEP.jsonl`: what people typed is
// safe in a second place. Nothing where nothing was typed. Errors: it cannot be written.
void dump_beside(Database& db, const std::string& step);

// Written beside `path`, synced and renamed: whole or not at all.
void backup(Database& db, const std::string& path, bool portable);

}  // namespace onrecord::query
