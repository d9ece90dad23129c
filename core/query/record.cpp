#include "onrecord/record.h"

namespace onrecord {

struct Record::State {};
struct Batch::State {};

Record::Record(std::unique_ptr<State> state) : state_(std::move(state)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;
Batch::Batch(std::unique_ptr<State> state) : state_(std::move(state)) {}
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;
Batch::~Batch() = default;

namespace {
Error not_yet() { return Error{ErrorCode::Failed, "not there yet", {}, {}}; }
}  // namespace

std::string Id::text() const { return std::to_string(number); }
std::optional<Id> find_id(std::string_view) { return std::nullopt; }
std::optional<Sort> find_sort(std::string_view) { return std::nullopt; }
const std::vector<QueryField>& query_fields() {
  static const std::vector<QueryField> none;
  return none;
}
std::string cite(const Row&) { return {}; }
std::string link_to_words(const Row&) { return {}; }
Result<void> Batch::add(const NewArticle&) { return not_yet(); }
Result<void> Batch::commit() { return not_yet(); }
Result<Record> Record::open(const std::string&, OpenMode, OpenOptions) { return not_yet(); }
Result<AddOutcome> Record::add(const NewArticle&) { return not_yet(); }
Result<Batch> Record::batch(BatchOptions) { return not_yet(); }
Result<AddOutcome> Record::would_add(const NewArticle&) { return not_yet(); }
Result<FindSummary> Record::find(const FindRequest&, const std::function<bool(const Row&)>&) { return not_yet(); }
Result<std::int64_t> Record::count(const FindRequest&) { return not_yet(); }
Result<Explanation> Record::explain(const FindRequest&) { return not_yet(); }
Result<std::vector<TimelineRow>> Record::timeline(const TimelineRequest&) { return not_yet(); }
Result<std::vector<SpeakerRow>> Record::speakers(const ListRequest&) { return not_yet(); }
Result<std::vector<SourceRow>> Record::sources(const ListRequest&) { return not_yet(); }
Result<std::vector<ArticleRow>> Record::articles(const ListRequest&) { return not_yet(); }
Result<std::vector<ClaimRow>> Record::claims(const ListRequest&) { return not_yet(); }
Result<Shown> Record::show(std::string_view) { return not_yet(); }
Result<Sightings> Record::sightings(std::string_view) { return not_yet(); }
Result<std::vector<VersionChange>> Record::diff(std::string_view, int, int) { return not_yet(); }
Result<std::vector<Effect>> Record::fix(std::string_view, const std::vector<Change>&, const Stamp&, bool) { return not_yet(); }
Result<Effect> Record::remove(std::string_view, const Stamp&, bool) { return not_yet(); }
Result<Effect> Record::purge(std::string_view, const Stamp&, bool) { return not_yet(); }
Result<std::vector<Effect>> Record::undo(std::string_view, const Stamp&, bool) { return not_yet(); }
Result<std::vector<EventRow>> Record::log(std::string_view, std::int64_t) { return not_yet(); }
Result<std::vector<EventRow>> Record::pending() { return not_yet(); }
Result<Effect> Record::note(std::string_view, std::string_view, const Stamp&) { return not_yet(); }
Result<Effect> Record::add_statement(const NewStatement&, const Stamp&) { return not_yet(); }
Result<std::vector<MergeCandidate>> Record::candidates(std::int64_t) { return not_yet(); }
Result<Effect> Record::merge(std::string_view, std::string_view, const Stamp&, bool) { return not_yet(); }
Result<Effect> Record::split(std::string_view, const Stamp&, bool) { return not_yet(); }
Result<Effect> Record::not_same(std::string_view, std::string_view, const Stamp&) { return not_yet(); }
Result<Effect> Record::unsure(std::string_view, std::string_view, const Stamp&) { return not_yet(); }
Result<Effect> Record::add_alias(std::string_view, std::string_view, const Stamp&) { return not_yet(); }
Result<Effect> Record::new_claim(std::string_view, const Stamp&) { return not_yet(); }
Result<std::vector<Effect>> Record::attach(std::string_view, const std::vector<std::string>&, std::string_view, const Stamp&) { return not_yet(); }
Result<Effect> Record::detach(std::string_view, std::string_view, const Stamp&) { return not_yet(); }
Result<std::vector<ClaimSuggestion>> Record::suggest(std::string_view, std::int64_t) { return not_yet(); }
Result<Effect> Record::add_review(std::string_view, const NewReview&, const Stamp&) { return not_yet(); }
Result<RebuildSummary> Record::rebuild(const std::vector<std::string>&, const std::function<void(std::int64_t done, std::int64_t of)>&) { return not_yet(); }
Result<VerifyReport> Record::verify() { return not_yet(); }
Result<void> Record::dump(const std::function<void(std::string_view)>&) { return not_yet(); }
Result<std::int64_t> Record::restore(const std::function<bool(std::string&)>&) { return not_yet(); }
Result<void> Record::backup(const std::string&, bool) { return not_yet(); }
Result<std::int64_t> Record::report(std::string_view, const FindRequest&, std::vector<std::string>&, const std::function<bool(const std::vector<std::string>&)>&) { return not_yet(); }

}  // namespace onrecord
