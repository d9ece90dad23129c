// The record: one SQLite file of statements that can be added to, asked, corrected and exported.
//
//   #include <onrecord/record.h>
//
//   auto record = onrecord::Record::open("onrecord.db", onrecord::OpenMode::Create, {});
//   if (!record) { std::cerr << record.error().text() << '\n'; return 5; }
//   onrecord::NewArticle in{article, statements};     // from onrecord/extract.h
//   in.captured_at = "2026-03-04T10:00:00Z";
//   auto outcome = record->add(in);
//   onrecord::FindRequest ask;
//   ask.query = "bridge speaker:reyes";
//   auto done = record->find(ask, [](const onrecord::Row& row) { print(row); return true; });
//
// Every function that can fail returns a Result; nothing throws. The library reads no clock and no environment: times
// and the user's name are handed in. Times are ISO 8601 in UTC ("2026-03-04T10:00:00Z"), dates ISO 8601 at the
// precision known ("2014-10-28", "2014-10", "2014-W43", "2014"). A text offset named *_byte counts bytes in the article's text as
// stored; `start` and `end` count Unicode code points. A Record is for one thread at a time; several programs may
// have the same file open at once.
//
// What is handed in and out stands in id.h, asking.h and changing.h beside this header, which brings them.
//
// Errors every function may return: ErrorCode::Failed when the disk, a lock held for longer than `busy_seconds`, or
// damage stops it; what else, each says.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "extract/statement.h"
#include "ingest/article.h"
#include "onrecord/asking.h"
#include "onrecord/changing.h"
#include "onrecord/id.h"

namespace onrecord {

// --------------------------------------------------------------------------------------------------------- open

enum class OpenMode : std::uint8_t {
  ReadOnly,   // never writes, never migrates; also from a read-only disk
  ReadWrite,  // must be there; brought up to this build's schema
  Create,     // made when it is not there
};

using ExtractFunction = std::function<std::vector<Statement>(const Article&)>;

struct OpenOptions {
  double busy_seconds = 5;      // how long to wait for another program's write
  ExtractFunction extract;      // how to read a stored article again (after its date is corrected, on rebuild); may be empty
  bool find_sightings = true;   // look for the same words elsewhere while logging; off, they are found by no later command
  // Of what `extract` and the added statements were made with: "0.1.0", "0.1.0+own.1a2b3c4d" with rules of one's own.
  std::string rules_version;
  bool lose_own_rules = false;  // read articles again that rules of one's own read before, though none are given now
};

// ---------------------------------------------------------------------------------------------------------- add

// Bytes as they were received, kept where they hold more than the article's text.
struct Capture {
  std::string bytes;
  std::string headers;  // as received, one a line
};

struct NewArticle {
  const Article& article;
  const std::vector<Statement>& statements;  // as extract gave them, `within` an index into this list
  std::string captured_at = {};              // ISO 8601 UTC; required
  std::string absolute_path = {};            // of the file; empty for standard input, addresses and records
  std::string record_id = {};                // of a record inside a file or a stream; empty when it has none
  std::optional<Capture> capture = {};
};

enum class AddResult : std::uint8_t { Added, Unchanged, NewVersion, MetadataUpdated };

struct AddOutcome {
  AddResult result = AddResult::Added;
  std::string name;            // Article::name
  Id article;
  int version = 1;             // counts from 1 within the article
  std::int64_t statements = 0; // that this version has (Unchanged too)
  std::vector<Id> ids;         // of those statements, in the order of the text; empty when Unchanged
};

struct BatchOptions {
  // Called once for each added article, in the order of adding, only after the commit that holds it.
  std::function<void(const AddOutcome&)> committed;
  // Any monotonic clock, in seconds; with it a commit follows at the first add later than a second after the last one.
  std::function<double()> seconds;
  int articles_a_commit = 200;
};

class Batch {
 public:
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) noexcept;
  ~Batch();  // rolls back what was not committed

  // Logs one article in a savepoint of its own. An Error concerns this article alone: it is rolled back, the
  // batch goes on. ErrorCode::BadInput: no captured_at, a span outside the text, text that is not UTF-8.
  Result<void> add(const NewArticle& article);

  // Commits what is open and reports it. Safe to call when nothing is open.
  Result<void> commit();

 private:
  friend class Record;
  struct State;
  explicit Batch(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// ------------------------------------------------------------------------------------------------------- record

class Record {
 public:
  // Opens the file at `path`; ":memory:" with Create is a record that lives as long as the object.
  // ErrorCode::NotFound: not there (Create makes it), or its folder is not. NewerDatabase: has a schema step that this build does not
  // know; the message names it. Failed: a directory, not a record (another application's or no database), locked, a
  // read-only disk with a write-ahead log left beside the file, damaged; ReadOnly of an older schema: says to open it for writing once.
  [[nodiscard]] static Result<Record> open(const std::string& path, OpenMode mode, OpenOptions options);
  Record(Record&&) noexcept;
  Record& operator=(Record&&) noexcept;
  ~Record();

  // --- adding
  // One article in a transaction of its own; see Batch::add for the errors.
  Result<AddOutcome> add(const NewArticle& article);
  [[nodiscard]] Result<Batch> batch(BatchOptions options);
  // What add would do, without doing it.
  [[nodiscard]] Result<AddOutcome> would_add(const NewArticle& article);

  // --- asking
  // Calls `each` for every row in order until it returns false. Usage errors point at the character of the query: `where` is the query's
  // text, the message names the column (from 1) and `hint` what would work. The order is total: equal requests give equal output.
  Result<FindSummary> find(const FindRequest& request, const std::function<bool(const Row&)>& each);
  [[nodiscard]] Result<std::int64_t> count(const FindRequest& request);
  [[nodiscard]] Result<Explanation> explain(const FindRequest& request);
  [[nodiscard]] Result<std::vector<TimelineRow>> timeline(const TimelineRequest& request);
  // Most statements first, then by name.
  [[nodiscard]] Result<std::vector<SpeakerRow>> speakers(const ListRequest& request);
  // Whom "ana reys" was perhaps meant to be: its words, folded, each one that no speaker's name has replaced by the nearest that one has.
  // Empty where nothing is replaced or nothing is near.
  [[nodiscard]] Result<std::string> nearest_name(std::string_view typed);
  [[nodiscard]] Result<std::vector<SourceRow>> sources(const ListRequest& request);
  // Newest publication first; those without a date last.
  [[nodiscard]] Result<std::vector<ArticleRow>> articles(const ListRequest& request);
  [[nodiscard]] Result<std::vector<ClaimRow>> claims(const ListRequest& request);
  // Everything about one id ("s41"). NotFound; Usage when it is no id.
  [[nodiscard]] Result<Shown> show(std::string_view id);
  // NotFound: no such statement. Usage: no statement's id, or of one whose article's text was purged.
  [[nodiscard]] Result<StatementPlace> place_of(std::string_view statement_id);
  [[nodiscard]] Result<Sightings> sightings(std::string_view statement);
  // Between two versions of an article. 0 as `newer` is the latest, 0 as `older` the one before `newer`. NotFound: no such article or
  // version. Usage: there is only one version, or none before it.
  [[nodiscard]] Result<Difference> diff(std::string_view article, int older, int newer);

  // --- correcting: each change is an event in the log. With `dry_run` nothing is written and the effects are what would be.
  // Usage: no such field (the hint lists them), a value that is none, an id of another kind. NotFound: no such id.
  Result<std::vector<Effect>> fix(std::string_view id, const std::vector<Change>& changes, const Stamp& stamp, bool dry_run = false);
  // Removes an article, statement, source, claim, review or note from everything but the log; undo brings it back.
  Result<Effect> remove(std::string_view id, const Stamp& stamp, bool dry_run = false);
  // Takes an article's text out of the file for good, its statements with it; the log keeps that it was done.
  Result<Effect> purge(std::string_view article, const Stamp& stamp, bool dry_run = false);
  // Takes back one past event, any one. The effects are the undo and whatever later events now wait (`note`).
  Result<std::vector<Effect>> undo(std::string_view event, const Stamp& stamp, bool dry_run = false);
  // Events, newest first: all, or those about one id.
  [[nodiscard]] Result<std::vector<EventRow>> log(std::string_view id = {}, std::int64_t limit = 0);
  // Events that no longer apply and wait for a person.
  [[nodiscard]] Result<std::vector<EventRow>> pending();
  Result<Effect> note(std::string_view id, std::string_view text, const Stamp& stamp, bool dry_run = false);
  // A statement that the extractor missed, or one that stands in no article. NotFound: the words are not in the article's text.
  Result<Effect> add_statement(const NewStatement& statement, const Stamp& stamp, bool dry_run = false);

  // --- speakers
  [[nodiscard]] Result<std::vector<MergeCandidate>> candidates(std::int64_t limit = 0);
  Result<Effect> merge(std::string_view speaker, std::string_view into_other, const Stamp& stamp, bool dry_run = false);
  Result<Effect> split(std::string_view speaker, const Stamp& stamp, bool dry_run = false);  // takes it out of what it was merged into
  Result<Effect> not_same(std::string_view speaker, std::string_view other, const Stamp& stamp, bool dry_run = false);
  Result<Effect> unsure(std::string_view speaker, std::string_view other, const Stamp& stamp, bool dry_run = false);

  // --- claims and reviews
  Result<Effect> new_claim(std::string_view proposition, const Stamp& stamp, bool dry_run = false);
  // `as`: makes, repeats, denies, contradicts, mentions.
  Result<std::vector<Effect>> attach(std::string_view claim, const std::vector<std::string>& statements, std::string_view as,
                                     const Stamp& stamp, bool dry_run = false);
  Result<Effect> detach(std::string_view claim, std::string_view statement, const Stamp& stamp, bool dry_run = false);
  [[nodiscard]] Result<std::vector<ClaimSuggestion>> suggest(std::string_view claim, std::int64_t limit = 20);
  Result<Effect> add_review(std::string_view claim, const NewReview& review, const Stamp& stamp, bool dry_run = false);

  // --- keeping
  // Reads stored articles again with OpenOptions::extract: all of them, or those named. Ids stay with the words.
  Result<RebuildSummary> rebuild(const std::vector<std::string>& articles,
                                 const std::function<void(std::int64_t done, std::int64_t of)>& progress, bool dry_run = false);
  [[nodiscard]] Result<VerifyReport> verify();
  // The log as text, one event a line; calls `line` with each (no line end).
  Result<void> dump(const std::function<void(std::string_view)>& line);
  // Reads what dump wrote, line by line (`next` gives false at the end). The log must be empty or the beginning of what is read.
  Result<std::int64_t> restore(const std::function<bool(std::string&)>& next);
  // A copy of the record in use. `portable`: one file that opens from a read-only disk. Written beside and renamed.
  Result<void> backup(const std::string& path, bool portable);
  // speakers, timeline, sightings, claims, changes: `columns` gets their names first, then `each` every row.
  Result<std::int64_t> report(std::string_view name, const FindRequest& request, std::vector<std::string>& columns,
                              const std::function<bool(const std::vector<std::string>&)>& each);

 private:
  friend class Batch;
  struct State;
  explicit Record(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace onrecord
