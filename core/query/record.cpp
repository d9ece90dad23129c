// The public face: every function opens nothing but what it needs, and turns what is thrown below into a Result.
#include "onrecord/record.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "match/name_key.h"
#include "query/answers/find.h"
#include "query/answers/lists.h"
#include "query/answers/show.h"
#include "query/answers/stories.h"
#include "query/keeping.h"
#include "record/assertions.h"
#include "store/database/schema.h"
#include "store/versions.h"
#include "store/writer.h"

namespace onrecord {

// What writing needs, made when something is first written.
struct Writing {
  Writing(Database& db, const OpenOptions& options)
      : writer(db, options.rules_version), articles(db, writer), read_again(options), assertions(db, writer, articles, read_again) {
    writer.sightings().set_looking(options.find_sightings);
  }
  Writer writer;
  ArticleStore articles;
  ReadAgain read_again;
  Assertions assertions;
};

struct Record::State {
  State(Database opened, OpenOptions given) : db(std::move(opened)), options(std::move(given)), finder(db) {}

  Writing& writing() {
    if (db.access() == Access::ReadOnly) {
      throw SqlError(Error{ErrorCode::Failed, "is opened for reading only", db.path(), {}});
    }
    if (!writing_) writing_ = std::make_unique<Writing>(db, options);
    return *writing_;
  }

  Database db;
  OpenOptions options;
  query::Finder finder;

 private:
  std::unique_ptr<Writing> writing_;
};

namespace {

template <typename Do>
auto guarded(Do run) -> Result<decltype(run())> {
  try {
    if constexpr (std::is_void_v<decltype(run())>) {
      run();
      return {};
    } else {
      return run();
    }
  } catch (const SqlError& e) {
    return e.error();
  }
}

constexpr std::array<std::string_view, 8> kLetters = {"s", "p", "a", "e", "c", "r", "src", "n"};
constexpr std::array<std::string_view, 6> kSorts = {"newest", "oldest", "speaker", "source", "confidence", "added"};

}  // namespace

// ------------------------------------------------------------------------------------------------------------- ids

std::string Id::text() const {
  return number == 0 ? std::string() : std::string(kLetters[static_cast<std::size_t>(kind)]) + std::to_string(number);
}

std::optional<Id> find_id(std::string_view text) {
  const std::size_t letters = std::min(text.find_first_of("0123456789"), text.size());
  std::string kind(text.substr(0, letters));
  std::transform(kind.begin(), kind.end(), kind.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto at = std::find(kLetters.begin(), kLetters.end(), kind);
  const std::string_view digits = text.substr(letters);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (at == kLetters.end() || error != std::errc() || end != digits.data() + digits.size() || number <= 0 || digits.front() == '0') {
    return std::nullopt;
  }
  return Id{static_cast<IdKind>(at - kLetters.begin()), number};
}

std::optional<Sort> find_sort(std::string_view name) {
  const auto at = std::find(kSorts.begin(), kSorts.end(), name);
  if (at == kSorts.end()) return std::nullopt;
  return static_cast<Sort>(at - kSorts.begin());
}

// ----------------------------------------------------------------------------------------------------------- record

Record::Record(std::unique_ptr<State> state) : state_(std::move(state)) {}
Record::Record(Record&&) noexcept = default;
Record& Record::operator=(Record&&) noexcept = default;
Record::~Record() = default;

Result<Record> Record::open(const std::string& path, OpenMode mode, OpenOptions options) {
  return guarded([&] {
    const Access access = mode == OpenMode::ReadOnly ? Access::ReadOnly : mode == OpenMode::Create ? Access::Create : Access::ReadWrite;
    Database db = Database::open(path, access, options.busy_seconds);
    if (access == Access::ReadOnly) {
      check_schema(db, schema_steps());
    } else {
      if (access == Access::ReadWrite && db.integer("SELECT count(*) FROM sqlite_schema") == 0) check_schema(db, schema_steps());
      migrate(db, schema_steps(), [&](const std::string& step) { query::dump_beside(db, step); });
    }
    return Record(std::make_unique<State>(std::move(db), std::move(options)));
  });
}

// ------------------------------------------------------------------------------------------------------------ adding

struct Batch::State {
  State(Database& database, Writing& writes, BatchOptions given) : db(database), writing(writes), options(std::move(given)) {}

  Database& db;
  Writing& writing;
  BatchOptions options;
  std::optional<Transaction> open;
  std::vector<AddOutcome> outcomes;
  double last_commit = 0;
  std::int64_t written = 0;  // articles since the caller's last commit

  void commit() {
    if (!open) return;
    try {
      writing.writer.flush();
      writing.assertions.retry_waiting();
      writing.writer.finish();
      open->commit();
    } catch (const SqlError&) {
      roll_back();
      throw;
    }
    open.reset();
    if (options.seconds) last_commit = options.seconds();
    const std::vector<AddOutcome> done = std::move(outcomes);
    outcomes.clear();
    written += std::count_if(done.begin(), done.end(), [](const AddOutcome& o) { return o.result != AddResult::Unchanged; });
    if (!options.committed) return;
    for (const AddOutcome& outcome : done) options.committed(outcome);
  }

  void roll_back() {
    writing.writer.forget();
    open.reset();
    outcomes.clear();
  }

  void add(const NewArticle& article) {
    if (!open) {
      db.fit_log_to_size();
      open.emplace(db);
      writing.writer.begin();
      if (options.seconds) last_commit = options.seconds();
    }
    // What is queued of the articles before must not go with this one's savepoint.
    if (writing.articles.find_by_identity(identity_of(article)) != 0) writing.writer.flush();
    {
      Savepoint savepoint(db);
      const Writer::Mark mark = writing.writer.mark();
      try {
        AddOutcome outcome = writing.articles.add(article);
        if (outcome.result == AddResult::NewVersion) writing.assertions.correct_new_version(outcome.article);
        outcomes.push_back(std::move(outcome));
        savepoint.keep();
      } catch (const SqlError&) {
        writing.writer.cut_back(mark);
        throw;
      }
    }
    const bool late = options.seconds && options.seconds() - last_commit >= 1;
    if (static_cast<int>(outcomes.size()) >= options.articles_a_commit || late) commit();
  }
};

Batch::Batch(std::unique_ptr<State> state) : state_(std::move(state)) {}
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;
Batch::~Batch() {
  if (state_ && state_->open) state_->roll_back();
}

Result<void> Batch::add(const NewArticle& article) {
  return guarded([&] { state_->add(article); });
}

Result<void> Batch::commit() {
  return guarded([&] {
    state_->commit();
    const std::int64_t written = std::exchange(state_->written, 0);
    if (written == 0) return;
    state_->writing.writer.join_full_text(written);
    state_->db.give_back_free_pages();
  });
}

Result<Batch> Record::batch(BatchOptions options) {
  return guarded([&] { return Batch(std::make_unique<Batch::State>(state_->db, state_->writing(), std::move(options))); });
}

Result<AddOutcome> Record::add(const NewArticle& article) {
  return guarded([&] {
    AddOutcome out;
    BatchOptions options;
    options.committed = [&](const AddOutcome& outcome) { out = outcome; };
    Batch::State batch(state_->db, state_->writing(), std::move(options));
    batch.add(article);
    batch.commit();
    return out;
  });
}

Result<AddOutcome> Record::would_add(const NewArticle& article) {
  return guarded([&] { return state_->writing().articles.would_add(article); });
}

// ------------------------------------------------------------------------------------------------------------ asking

Result<FindSummary> Record::find(const FindRequest& request, const std::function<bool(const Row&)>& each) {
  return guarded([&] { return state_->finder.find(request, each); });
}
Result<std::int64_t> Record::count(const FindRequest& request) {
  return guarded([&] { return state_->finder.count(request); });
}
Result<Explanation> Record::explain(const FindRequest& request) {
  return guarded([&] { return state_->finder.explain(request); });
}
Result<std::vector<TimelineRow>> Record::timeline(const TimelineRequest& request) {
  return guarded([&] { return query::timeline(state_->db, request); });
}
Result<std::vector<SpeakerRow>> Record::speakers(const ListRequest& request) {
  return guarded([&] { return query::list_speakers(state_->db, request); });
}
Result<std::vector<SourceRow>> Record::sources(const ListRequest& request) {
  return guarded([&] { return query::list_sources(state_->db, request); });
}
Result<std::vector<ArticleRow>> Record::articles(const ListRequest& request) {
  return guarded([&] { return query::list_articles(state_->db, request); });
}
Result<std::vector<ClaimRow>> Record::claims(const ListRequest& request) {
  return guarded([&] { return query::list_claims(state_->db, request); });
}
Result<Shown> Record::show(std::string_view id) {
  return guarded([&] { return query::show(state_->db, state_->finder, id); });
}
Result<StatementPlace> Record::place_of(std::string_view id) {
  return guarded([&] { return query::place_of(state_->db, id); });
}
Result<Sightings> Record::sightings(std::string_view statement) {
  return guarded([&] { return query::sightings(state_->db, state_->finder, statement); });
}
Result<Difference> Record::diff(std::string_view article, int older, int newer) {
  return guarded([&] { return query::diff(state_->db, article, older, newer); });
}

// -------------------------------------------------------------------------------------------------------- correcting

Result<std::vector<Effect>> Record::fix(std::string_view id, const std::vector<Change>& changes, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.fix(id, changes, stamp, dry_run); });
}
Result<Effect> Record::remove(std::string_view id, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.remove(id, stamp, dry_run); });
}
Result<Effect> Record::purge(std::string_view article, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.purge(article, stamp, dry_run); });
}
Result<std::vector<Effect>> Record::undo(std::string_view event, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.undo(event, stamp, dry_run); });
}
Result<std::vector<EventRow>> Record::log(std::string_view id, std::int64_t limit) {
  return guarded([&] { return query::list_events(state_->db, id, limit, false); });
}
Result<std::vector<EventRow>> Record::pending() {
  return guarded([&] { return query::list_events(state_->db, {}, 0, true); });
}
Result<Effect> Record::note(std::string_view id, std::string_view text, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.note(id, text, stamp, dry_run); });
}
Result<Effect> Record::add_statement(const NewStatement& statement, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.add_statement(statement, stamp, dry_run); });
}

// ---------------------------------------------------------------------------------------------- speakers and claims

Result<std::vector<MergeCandidate>> Record::candidates(std::int64_t limit) {
  return guarded([&] { return query::candidates(state_->db, limit); });
}
Result<Effect> Record::merge(std::string_view speaker, std::string_view into_other, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.merge(speaker, into_other, stamp, dry_run); });
}
Result<Effect> Record::split(std::string_view speaker, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.split(speaker, stamp, dry_run); });
}
Result<Effect> Record::not_same(std::string_view speaker, std::string_view other, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.decide(speaker, other, "not-same", stamp, dry_run); });
}
Result<Effect> Record::unsure(std::string_view speaker, std::string_view other, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.decide(speaker, other, "unsure", stamp, dry_run); });
}

Result<Effect> Record::new_claim(std::string_view proposition, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.new_claim(proposition, stamp, dry_run); });
}
Result<std::vector<Effect>> Record::attach(std::string_view claim, const std::vector<std::string>& statements, std::string_view as,
                                           const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.attach(claim, statements, as, stamp, dry_run); });
}
Result<Effect> Record::detach(std::string_view claim, std::string_view statement, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.detach(claim, statement, stamp, dry_run); });
}
Result<std::vector<ClaimSuggestion>> Record::suggest(std::string_view claim, std::int64_t limit) {
  return guarded([&] { return query::suggest(state_->db, state_->finder, claim, limit); });
}
Result<Effect> Record::add_review(std::string_view claim, const NewReview& review, const Stamp& stamp, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.add_review(claim, review, stamp, dry_run); });
}

// ----------------------------------------------------------------------------------------------------------- keeping

Result<RebuildSummary> Record::rebuild(const std::vector<std::string>& articles,
                                       const std::function<void(std::int64_t, std::int64_t)>& progress, bool dry_run) {
  return guarded([&] { return state_->writing().assertions.rebuild(articles, progress, dry_run); });
}
Result<VerifyReport> Record::verify() {
  return guarded([&] { return query::verify(state_->db); });
}
Result<void> Record::dump(const std::function<void(std::string_view)>& line) {
  return guarded([&] { query::dump(state_->db, line); });
}
Result<std::int64_t> Record::restore(const std::function<bool(std::string&)>& next) {
  return guarded([&] { return state_->writing().assertions.restore(next); });
}
Result<void> Record::backup(const std::string& path, bool portable) {
  return guarded([&] { query::backup(state_->db, path, portable); });
}
Result<std::string> Record::nearest_name(std::string_view typed) {
  return guarded([&] { return query::nearest_name(state_->db, typed); });
}
Result<std::int64_t> Record::report(std::string_view name, const FindRequest& request, std::vector<std::string>& columns,
                                    const std::function<bool(const std::vector<std::string>&)>& each) {
  return guarded([&] { return query::report(state_->db, state_->finder, name, request, columns, each); });
}

}  // namespace onrecord
