// The schema's steps: files schema/NNN_what.sql, compiled in, applied in order, each in one transaction with its row.
//
//   migrate(db);                       // Create and ReadWrite: brings it up to this build
//   check_schema(db);                  // ReadOnly: never writes
//
// A file is ours when its application_id says so. Steps are known by name: a database that has one which this build does not know
// is newer and refused by that name.
#pragma once

#include <span>

#include "base/embedded.h"
#include "store/database.h"

namespace onrecord {

// "onrc" in the file's header.
inline constexpr std::int64_t kApplicationId = 0x6f6e7263;

// The steps of this build, in order.
[[nodiscard]] std::span<const EmbeddedFile> schema_steps();

// Applies what is missing of `steps`. Throws SqlError: not ours, newer (ErrorCode::NewerDatabase), a step that failed (it
// changed nothing then).
void migrate(Database& db, std::span<const EmbeddedFile> steps);

// Throws SqlError when the database is not ours, newer, or older than `steps`.
void check_schema(Database& db, std::span<const EmbeddedFile> steps);

}  // namespace onrecord
