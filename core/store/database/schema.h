// The schema's steps: files schema/NNN_what.sql, compiled in, applied in order, each in one transaction with its row
// (all of them in one where the file is new).
//
//   migrate(db, schema_steps(), keep_log);   // Create and ReadWrite: brings it up to this build
//   check_schema(db, schema_steps());        // ReadOnly: never writes
//
// A file is ours when its application_id says so. Steps are known by name: a database that has one which this build does not know
// is newer and refused by that name.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "base/embedded.h"
#include "store/database/database.h"

namespace onrecord {

// "onrc" in the file's header.
inline constexpr std::int64_t kApplicationId = 0x6f6e7263;

// The steps of this build, in order.
[[nodiscard]] std::span<const EmbeddedFile> schema_steps();

// Applies what is missing of `steps`. Before the first of them is applied to a record that has some, `before` is called with its
// name ("002_row_hashes"); what it throws leaves the record as it was. Throws SqlError: not ours, newer
// (ErrorCode::NewerDatabase), a step that failed (it changed nothing then).
void migrate(Database& db, std::span<const EmbeddedFile> steps, const std::function<void(const std::string& step)>& before = {});

// Throws SqlError when the database is not ours, newer, or older than `steps`.
void check_schema(Database& db, std::span<const EmbeddedFile> steps);

}  // namespace onrecord
