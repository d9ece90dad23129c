// Everything about one id, and the log as rows. Throws SqlError.
#pragma once

#include <string_view>
#include <vector>

#include "onrecord/asking.h"
#include "query/answers/find.h"
#include "store/database/database.h"

namespace onrecord::query {

[[nodiscard]] Shown show(Database& db, Finder& finder, std::string_view id);

// Where a statement stands: its article as it is stored.
[[nodiscard]] StatementPlace place_of(Database& db, std::string_view statement_id);

// Events about `id` (all when it is none), newest first, at most `limit` (0: all); with `waiting_only` those that wait.
[[nodiscard]] std::vector<EventRow> list_events(Database& db, std::string_view id, std::int64_t limit, bool waiting_only);

}  // namespace onrecord::query
