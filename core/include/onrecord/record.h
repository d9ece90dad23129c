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
// Errors every function may return: ErrorCode::Failed when the disk, a lock held for longer than `busy_seconds`, or
// damage stops it; what else, each says.
#pragma once

#include <compare>
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

namespace onrecord {

// ---------------------------------------------------------------------------------------------------------- ids

enum class IdKind : std::uint8_t { Statement, Speaker, Article, Event, Claim, Review, Source, Note };

// A short typed id: s41 statement, p7 speaker, a12 article, e90 event, c3 claim, r2 review, src5 source, n4 note. Never used
// twice in one file; an id that was merged into another leads there for ever.
struct Id {
  IdKind kind = IdKind::Statement;
  std::int64_t number = 0;  // 1 and up; 0 stands for none

  [[nodiscard]] explicit operator bool() const { return number > 0; }
  [[nodiscard]] std::string text() const;  // "s41"
  friend bool operator==(Id, Id) = default;
  friend auto operator<=>(Id, Id) = default;
};

// "s41" as an id; also "S41". Nothing when it is none.
[[nodiscard]] std::optional<Id> find_id(std::string_view text);

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

// --------------------------------------------------------------------------------------------------------- find

enum class Sort : std::uint8_t { Newest, Oldest, Speaker, Source, Confidence, Added };

// "newest", "oldest", "speaker", "source", "confidence", "added"; nothing when it is none of them.
[[nodiscard]] std::optional<Sort> find_sort(std::string_view name);

struct FindRequest {
  std::string query;    // docs/query.md; any punctuation typed is words
  // The flags of the command line, appended to the query's tree as terms; empty means not given.
  std::string speaker, source, since, until, kind, act;
  Sort sort = Sort::Newest;
  std::int64_t limit = 0;        // 0: all
  std::string page_key;          // FindSummary::next_page of the page before (with Sort::Newest, Oldest and Added)
  bool versions = false;         // statements of older versions of an article too
  bool hide_attitudes = false;   // leave out act:attitude unless the query asks about acts, and count them
  bool with_context = false;     // fill Row::context
  bool with_sightings = false;   // fill Row::also_in
  bool with_marks = false;       // fill Row::marks
  bool with_total = false;       // fill FindSummary::total
  std::int64_t total_most = 0;   // with it: count no further than this, or the rows given out; 0: to the end, however long that takes
};

// A statement as a row: the columns of the CSV in their order, then what the screens need.
// Strings are empty where nothing is known.
struct Row {
  Id statement;
  std::string speaker;           // name, or the description of someone unnamed; joint speakers joined by "; "
  SpeakerKind speaker_kind = SpeakerKind::Unknown;
  std::string role;
  std::string said_on;           // at its precision
  std::string said_on_text;
  std::string published_on;
  StatementKind kind = StatementKind::Indirect;
  Act act = Act::Statement;
  bool negated = false;
  std::string words;             // spans joined by one space
  std::string cue, addressee, occasion, medium;
  std::string via_speaker;       // who reports it, for a nested statement
  std::string source, title, url;
  double confidence = 0;
  double speaker_confidence = 0;
  std::string mention, byline, on_behalf_of;
  std::string said_from, said_to;  // the interval of said_on, days; empty when said_on is
  Id within;                     // the statement that reports this one
  Id speaker_id;                 // 0 for someone unnamed or unknown
  Id source_id, article;
  int version = 1;
  std::int64_t start = 0, end = 0;  // code points: first start, last end; 0 and 0 for words that stand in no article
  std::string rule, rules_version, text_sha256, captured_at;
  bool corrected = false;        // a person changed something about it

  bool unnamed = false;          // `speaker` is a description
  bool dated_by_publication = false;  // said unknown: sorted and found by published_on
  bool in_title = false;
  int n = 0;                     // place among the version's statements, from 1
  // With FindRequest::with_context: the article's words from the first to the last of content, cue and mention, and
  // where in them the content stands (bytes in `context`).
  std::string context;
  std::vector<Span> context_content;
  Span context_cue, context_mention;
  // With with_sightings: other independent sources (wire copies count once) that print the same words.
  int also_in = 0;
  // With with_marks: where in `words` the query's words stand, bytes.
  std::vector<Span> marks;
};

struct FindSummary {
  std::int64_t rows = 0;         // given out
  bool more = false;             // the limit cut it off
  std::string next_page;         // page_key of the next page; empty when there is none
  std::int64_t hidden_attitudes = 0;
  std::optional<std::int64_t> total;  // of the query without limit and page, with_total
  bool total_more = false;            // there are more than `total`, which total_most cut off
};

// How a question is understood, each stage printed.
struct Explanation {
  std::string tokens, tree, sql, plan;
};

// One row of the table that feeds the parser, the help, the completion and docs/query.md.
struct QueryField {
  std::string_view name, alias, type, help, example;
};
[[nodiscard]] const std::vector<QueryField>& query_fields();

// -------------------------------------------------------------------------------------------------------- lists

struct ListRequest {
  std::string query;         // bare words are looked for in the listed names; fields as in find
  std::int64_t limit = 0;    // 0: all
  bool changed = false;      // articles: only those with several versions
  std::string since;         // with `changed`: whose newest version was captured on this day or later
};

struct SpeakerRow {
  Id id;
  std::string name;
  SpeakerKind kind = SpeakerKind::Unknown;
  std::string role;          // the latest
  std::int64_t statements = 0, articles = 0, sources = 0;
  std::string first_said, last_said;  // days; said, else published
};

struct SourceRow {
  Id id;
  std::string name;
  std::string host;
  std::int64_t articles = 0, statements = 0;
  std::string first_published, last_published;
};

struct ArticleRow {
  Id id;
  std::string title, source, published_on, url, byline, captured_at, identity;
  Id source_id;
  int versions = 1;
  std::int64_t statements = 0, speakers = 0;
  std::string first_said, last_said;
};

// --------------------------------------------------------------------------------------------------------- show

// A piece of metadata with its origin, as shown.
struct ShownField {
  std::string name;    // "published", "title", ...
  std::string value;
  std::string origin;  // "option", "text", "file name", "corrected", ...
};

struct EventRow {
  Id id;
  std::string at, who;
  std::string verb;    // "fix", "remove", "merge", "undo", ... (docs/schema.md lists them)
  std::string target;  // a typed id
  std::string field;   // of fix: "speaker", "published", ...
  std::string before, after, why;
  Id undoes;           // of undo
  Id undone_by;        // the undo in force against it
  bool pending = false;
  std::string pending_reason;
  std::string previous_hash, hash;
};

struct NoteRow {
  Id id;
  std::string text, who, at;
};

struct ShownStatement {
  Row row;                              // with context
  std::string text;                     // the article's text
  std::string paragraph;                // the block it stands in, or the title; the words alone when it stands in no article
  std::uint32_t paragraph_begin_byte = 0;  // of the paragraph in `text` (0 for a title that stands outside it)
  std::vector<Span> content;            // source spans, bytes in `paragraph`
  Span cue, mention, addressee, occasion, medium, said_on_text;  // bytes in `paragraph`; empty when outside of it
  std::vector<Id> reports;              // statements nested in this one
  std::vector<EventRow> events;
  std::vector<NoteRow> notes;
  std::vector<std::pair<Id, std::string>> claims;  // and how it relates to them
  int sightings = 0;                    // the same words elsewhere, itself not counted
};

// Where a statement stands.
struct StatementPlace {
  Article article;              // as it is stored
  std::vector<Span> content;    // bytes in its text, or in its title where that stands outside the text
  bool in_title = false;
};

struct NameUse {
  std::string name;     // a name, a role, an addressee, a source
  std::string first, last;
  std::int64_t times = 0;
  Id example;           // a statement that shows it
};

struct ShownSpeaker {
  SpeakerRow row;
  std::vector<std::string> aliases;
  std::vector<Id> merged;               // speakers that lead here
  std::vector<NameUse> names, roles, addressees, sources;
  std::vector<std::pair<std::string, std::int64_t>> months;  // "2014-10" and statements, in order
  std::vector<EventRow> events;
  std::vector<NoteRow> notes;
};

struct VersionRow {
  int version = 1;
  std::string captured_at, published_on, title, text_sha256, rules_version;
  std::int64_t statements = 0;
};

struct ShownArticle {
  ArticleRow row;
  std::vector<ShownField> fields;
  std::vector<VersionRow> versions;
  std::string text;                     // of the latest version
  std::vector<Row> statements;          // of the latest version, in the order of the text
  std::vector<Id> wire_copies;          // articles that share most of the text
  std::vector<EventRow> events;
  std::vector<NoteRow> notes;
  bool removed = false;
};

struct ShownSource {
  SourceRow row;
  std::vector<NameUse> speakers;
};

struct ReviewRow {
  Id id, claim;
  std::string verdict;   // of a small fixed scale: true, mostly-true, mixed, mostly-false, false, unproven
  std::string said_so;   // verbatim, paraphrase, altered, misattributed, withdrawn; empty when not judged
  std::string rating;    // the reviewer's own words
  std::string by, on, url, evidence;
};

struct ClaimRow {
  Id id;
  std::string claim;     // the proposition
  std::int64_t statements = 0, reviews = 0;
  std::string first_said, first_speaker, verdict;  // of the latest review
};

struct ShownClaim {
  ClaimRow row;
  std::vector<std::pair<Row, std::string>> statements;  // in order of being said, and how each relates
  std::vector<ReviewRow> reviews;
  std::vector<EventRow> events;
  std::vector<NoteRow> notes;
};

// Whatever an id names; exactly one member is set.
struct Shown {
  std::optional<ShownStatement> statement;
  std::optional<ShownSpeaker> speaker;
  std::optional<ShownArticle> article;
  std::optional<ShownSource> source;
  std::optional<EventRow> event;
  std::optional<ShownClaim> claim;
  std::optional<ReviewRow> review;
  std::optional<NoteRow> note;
  Id redirected_from;    // when the id asked for was merged into the one shown
};

// --------------------------------------------------------------------------------------------------- assertions

// Who says so, when, and why; `at` is ISO 8601 UTC, `who` the user's name. Both are required.
struct Stamp {
  std::string at;
  std::string who;
  std::string why = {};
};

// One thing to correct. Fields of a statement: speaker, words, said (a date or "unknown"), kind, act, negated, role,
// statement ("no": it is none). Of an article: published, title, byline, source, url. Of a speaker: name,
// kind, alias (one more name, beside those it has).
struct Change {
  std::string field;
  std::string value;
};

struct Effect {
  Id event;
  std::string target;
  std::string field, before, after;
  std::string note;      // what else it did, or what now waits in `pending`; empty mostly
};

struct TimelineRequest {
  FindRequest find;
  char unit = 'm';       // d, m, y
  bool by_publication = false;
};

struct TimelineRow {
  std::string period;    // "2014-10-28", "2014-10", "2014"
  std::int64_t statements = 0;
  std::int64_t said = 0;       // of those, dated by what the text says
  std::int64_t published = 0;  // dated by publication
  Id first, last;        // statements
  std::int64_t gap = 0;  // days, months or years without any between the period before and this one
};

struct MergeCandidate {
  Id one, other;
  std::string one_name, other_name;
  std::string key;       // "fingerprint", "n-gram", "sound": what brought them together
  double score = 0;
  std::vector<std::string> evidence;
};

struct Sighting {
  Row row;
  std::string relation;  // to the earliest: exact, trimmed, elided, inserted, changed; empty for the earliest itself
  bool other_speaker = false;
  int wire_group = 0;    // articles with the same number are copies of one story; 0: a story of its own
  // Words against the earliest's, in order: '=' both, '-' the earliest only, '+' this one only.
  std::vector<std::pair<char, std::string>> difference;
};

struct Sightings {
  std::vector<Sighting> rows;  // oldest first, the statement asked about included
  int independent = 0;         // reports, wire copies counted once
};

struct VersionChange {
  std::string what;      // added, removed, reworded, reattributed
  bool quote = false;    // a statement, else a sentence
  std::string before, after;
  std::string before_speaker, after_speaker;
  Id statement;          // in the newer version, else in the older; 0 for a sentence
};

struct Difference {
  int older = 0, newer = 0;  // the versions that were compared
  std::string older_captured_at, newer_captured_at;
  std::vector<VersionChange> changes;
};

struct ClaimSuggestion {
  Row row;
  std::string because;   // "same words as s41", "shares: bridge, repairs, cost"
  double score = 0;
};

struct NewReview {
  std::string verdict, said_so, rating, by, on, url, evidence;
};

// A statement that a person adds.
struct NewStatement {
  std::string words;
  std::string speaker, said, kind, act, cue, role;
  Id in_article;         // whose text holds the words; or none:
  std::string source;    // then where it was said, and
  std::string url;       // where it can be looked up
};

struct RebuildSummary {
  std::int64_t articles = 0, kept = 0, changed = 0, added = 0, gone = 0;
  std::vector<Id> changed_articles;               // of which the rules say something else now
  std::vector<std::pair<Id, std::string>> pending;  // events that no longer fit, and why
};

struct VerifyReport {
  std::int64_t articles = 0, statements = 0, events = 0;
  std::vector<Error> problems;  // none: the record is sound
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

// The statement as a sentence a paper could print, with source, date and address.
[[nodiscard]] std::string cite(const Row& row);

// The live page at the words: the article's address with a text fragment; empty without an address. Derived, no evidence.
[[nodiscard]] std::string link_to_words(const Row& row);

}  // namespace onrecord
