// What a record is asked, and what it answers: statements as rows, lists, all about one id, and what goes across articles. The functions
// are Record's. Times, dates, offsets and errors are as record.h says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"
#include "onrecord/id.h"

namespace onrecord {

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
  bool removed = false;                 // a person took it off the record, or its article
  bool no_longer_found = false;         // by the rules of the last rebuild
  int versions = 1;                     // of its article; it stands in `row.version`
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

// ---------------------------------------------------------------------------------------------- across articles

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

// The statement as a sentence a paper could print, with source, date and address.
[[nodiscard]] std::string cite(const Row& row);

// The live page at the words: the article's address with a text fragment; empty without an address. Derived, no evidence.
[[nodiscard]] std::string link_to_words(const Row& row);

}  // namespace onrecord
