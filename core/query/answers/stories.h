// Questions that go across statements: when things were said, where the same words stand, what changed in a story, who may be one
// person, what may belong to a claim, whose name was meant, and the ready reports. Throws SqlError.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/asking.h"
#include "query/answers/find.h"
#include "store/database/database.h"

namespace onrecord::query {

[[nodiscard]] std::vector<TimelineRow> timeline(Database& db, const TimelineRequest& request);
[[nodiscard]] Sightings sightings(Database& db, Finder& finder, std::string_view statement);
[[nodiscard]] Difference diff(Database& db, std::string_view article, int older, int newer);
[[nodiscard]] std::vector<MergeCandidate> candidates(Database& db, std::int64_t limit);
[[nodiscard]] std::vector<ClaimSuggestion> suggest(Database& db, Finder& finder, std::string_view claim, std::int64_t limit);
[[nodiscard]] std::string nearest_name(Database& db, std::string_view typed);
std::int64_t report(Database& db, Finder& finder, std::string_view name, const FindRequest& request, std::vector<std::string>& columns,
                    const std::function<bool(const std::vector<std::string>&)>& each);

}  // namespace onrecord::query
