// onrecord speakers, sources, articles, log: lists of what the record knows.
#include "commands.h"
#include "export/contract.h"
#include "export/pages.h"
#include "output.h"

namespace onrecord::cli {
namespace {

constexpr Column kSpeakers[] = {
    {"speaker_id", "ID"}, {"name", "SPEAKER", false, true}, {"kind"}, {"role", "LATEST ROLE", false, true},
    {"statements", "SAID", true}, {"articles", "ARTICLES", true}, {"sources"}, {"first_said", "FIRST"}, {"last_said", "LAST"},
};
constexpr Column kSources[] = {
    {"source_id", "ID"}, {"name", "SOURCE", false, true}, {"host", "HOST", false, true}, {"articles", "ARTICLES", true},
    {"statements", "SAID", true}, {"first_published", "FIRST"}, {"last_published", "LAST"},
};
constexpr Column kArticles[] = {
    {"article_id", "ID"}, {"published_on", "PUBLISHED"}, {"title", "TITLE", false, true}, {"source", "SOURCE", false, true},
    {"statements", "SAID", true}, {"speakers", "BY", true}, {"versions"}, {"byline"}, {"url"},
    {"first_said"}, {"last_said"}, {"captured_at"}, {"source_id"}, {"identity"},
};
constexpr Column kEvents[] = {
    {"event_id"}, {"at"}, {"who"}, {"verb"}, {"target"}, {"field"}, {"before"}, {"after"}, {"why"}, {"undoes"}, {"undone_by"},
    {"pending"}, {"pending_reason"}, {"hash"},
};
// A table has room for what was changed, not for each part of it.
constexpr Column kEventTable[] = {
    {"event_id", "ID"}, {"at", "WHEN"}, {"who", "WHO"}, {"verb", "DID"}, {"target", "TO"}, {"change", "WHAT", false, true},
    {"why", "WHY", false, true},
};
constexpr Column kPendingTable[] = {
    {"event_id", "ID"}, {"at", "WHEN"}, {"who", "WHO"}, {"verb", "DID"}, {"target", "TO"}, {"change", "WHAT", false, true},
    {"pending_reason", "WAITS BECAUSE", false, true},
};

std::string text_of(Id id) { return id ? id.text() : std::string(); }
std::string text_of(std::int64_t number) { return std::to_string(number); }

ListRequest request_for(const Options& options) {
  ListRequest ask;
  ask.query = joined(options.args);
  ask.limit = options.list.limit.value_or(0);
  ask.changed = options.list.changed;
  ask.since = options.list.since;
  return ask;
}

// Prints what `put` puts, and says what stands below a table.
template <typename Rows, typename Put>
Status print_list(Console& console, const Options& options, std::span<const Column> columns, const Rows& rows, std::string_view one,
                  Put put, std::string_view nothing = "nothing found") {
  auto output = Output::open(console, options.output,
                             format_for(options, Format::Table) == Format::Table && !rows.empty() ? Output::Page::Yes : Output::Page::No);
  if (!output) return output.error();
  RowPrinter printer(format_for(options, Format::Table), columns, {console.table}, (*output)->buffer());
  for (const auto& row : rows) {
    put(printer, row);
    if (!(*output)->ok()) break;
  }
  printer.finish();
  if (auto done = (*output)->finish(); !done && !(*output)->reader_left()) return done.error();
  if (printer.rows() == 0) console.tell(nothing);
  else if (!options.output.empty()) console.tell(counted(static_cast<std::int64_t>(printer.rows()), one));
  return printer.rows() == 0 && options.quiet ? Exit::NothingFound : Exit::Done;
}

// "2026-03-04T11:20Z": to the minute.
std::string minute_of(const std::string& at) {
  constexpr std::size_t kMinute = 16;  // characters
  return at.size() > kMinute ? at.substr(0, kMinute) + "Z" : at;
}

Status print_events(Console& console, const Options& options, std::span<const Column> table, const std::vector<EventRow>& events) {
  const bool as_table = format_for(options, Format::Table) == Format::Table;
  return print_list(console, options, as_table ? table : std::span<const Column>(kEvents), events, "event",
                    [&](RowPrinter& printer, const EventRow& e) {
    if (as_table) {
      std::string change = change_of(e);
      if (e.undone_by) change += (change.empty() ? "(undone by " : " (undone by ") + e.undone_by.text() + ")";
      return printer.row({e.id.text(), minute_of(e.at), e.who, e.verb, e.target, change, e.pending ? e.pending_reason : e.why});
    }
    printer.row({e.id.text(), e.at, e.who, e.verb, e.target, e.field, e.before, e.after, e.why, text_of(e.undoes), text_of(e.undone_by),
                 flag(e.pending), e.pending_reason, e.hash});
  });
}

}  // namespace

Status cmd_speakers(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  if (options.list.candidates) return list_candidates(console, options, *record);
  auto rows = record->speakers(request_for(options));
  if (!rows) return rows.error();
  const auto put = [](RowPrinter& printer, const SpeakerRow& r) {
    printer.row({r.id.text(), r.name, word_for(r.kind), r.role, bare(text_of(r.statements)), bare(text_of(r.articles)),
                 bare(text_of(r.sources)), r.first_said, r.last_said});
  };
  const std::string nothing = rows->empty() ? nothing_found(*record, joined(options.args)) : std::string();
  return print_list(console, options, kSpeakers, *rows, "speaker", put, nothing);
}

Status cmd_sources(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto rows = record->sources(request_for(options));
  if (!rows) return rows.error();
  return print_list(console, options, kSources, *rows, "source", [](RowPrinter& printer, const SourceRow& r) {
    printer.row({r.id.text(), r.name, r.host, bare(text_of(r.articles)), bare(text_of(r.statements)), r.first_published, r.last_published});
  });
}

Status cmd_articles(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto rows = record->articles(request_for(options));
  if (!rows) return rows.error();
  return print_list(console, options, kArticles, *rows, "article", [](RowPrinter& printer, const ArticleRow& r) {
    printer.row({r.id.text(), r.published_on, r.title, r.source, bare(text_of(r.statements)), bare(text_of(r.speakers)),
                 bare(text_of(std::int64_t{r.versions})), r.byline, r.url, r.first_said, r.last_said, r.captured_at, text_of(r.source_id),
                 r.identity});
  });
}

Status cmd_log(Console& console, const Options& options) {
  auto record = open_record(console, options, Needs::Reading);
  if (!record) return record.error();
  auto events = record->log(options.args.empty() ? std::string_view() : options.args[0], options.list.limit.value_or(0));
  if (!events) return events.error();
  return print_events(console, options, kEventTable, *events);
}

Status list_pending(Console& console, const Options& options, Record& record) {
  auto events = record.pending();
  if (!events) return events.error();
  auto status = print_events(console, options, kPendingTable, *events);
  if (status && !events->empty() && format_for(options, Format::Table) == Format::Table)
    console.tell("Next: onrecord undo " + events->front().id.text() +
                 " gives it up; what it is about may also come back, and then it holds again");
  return status;
}

}  // namespace onrecord::cli
