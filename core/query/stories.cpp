#include "query/stories.h"

namespace onrecord::query {
namespace {
[[noreturn]] void not_yet() { throw SqlError(Error{ErrorCode::Failed, "not there yet", {}, {}}); }
}  // namespace
std::vector<TimelineRow> timeline(Database&, const TimelineRequest&) { not_yet(); }
Sightings sightings(Database&, Finder&, std::string_view) { not_yet(); }
std::vector<VersionChange> diff(Database&, std::string_view, int, int) { not_yet(); }
std::vector<MergeCandidate> candidates(Database&, std::int64_t) { not_yet(); }
std::vector<ClaimSuggestion> suggest(Database&, Finder&, std::string_view, std::int64_t) { not_yet(); }
std::int64_t report(Database&, Finder&, std::string_view, const FindRequest&, std::vector<std::string>&,
                    const std::function<bool(const std::vector<std::string>&)>&) { not_yet(); }
}  // namespace onrecord::query
