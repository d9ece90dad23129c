#include "export/shown.h"

#include <deque>
#include <string>
#include <vector>

#include "base/flat_json.h"
#include "export/contract.h"
#include "export/report.h"

namespace onrecord {
namespace {

std::string id_or_nothing(Id id) { return id ? id.text() : std::string(); }
std::string text_of(std::int64_t number) { return std::to_string(number); }

// A list of objects as JSON on one line; `put` prints an item as a row.
template <typename Items, typename Put>
std::string list_of(std::span<const Column> columns, const Items& items, Put put) {
  Buffer lines;
  RowPrinter printer(Format::Jsonl, columns, {}, lines);
  for (const auto& item : items) put(printer, item);
  printer.finish();
  std::string out = "[";
  out += lines.view();
  if (out.ends_with('\n')) out.pop_back();
  // A line end stands between rows alone: within texts it is escaped.
  for (char& c : out)
    if (c == '\n') c = ',';
  return out + "]";
}

// A list of texts.
template <typename Items, typename Text>
std::string texts_of(const Items& items, Text text) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    append_json_string(out, text(item));
  }
  return out + "]";
}

std::string ids_of(const std::vector<Id>& ids) {
  return texts_of(ids, [](Id id) { return id.text(); });
}

std::string list_of(const std::vector<EventRow>& events) {
  static constexpr Column kColumns[] = {{"event_id"}, {"at"}, {"who"}, {"verb"}, {"target"}, {"field"}, {"before"}, {"after"},
                                        {"why"}, {"undoes"}, {"undone_by"}, {"pending_reason"}};
  return list_of(kColumns, events, [](RowPrinter& printer, const EventRow& e) {
    printer.row({e.id.text(), e.at, e.who, e.verb, e.target, e.field, e.before, e.after, e.why, id_or_nothing(e.undoes),
                 id_or_nothing(e.undone_by), e.pending_reason});
  });
}

std::string list_of(const std::vector<NoteRow>& notes) {
  static constexpr Column kColumns[] = {{"note_id"}, {"text"}, {"who"}, {"at"}};
  return list_of(kColumns, notes, [](RowPrinter& printer, const NoteRow& n) { printer.row({n.id.text(), n.text, n.who, n.at}); });
}

std::string list_of(const std::vector<NameUse>& uses) {
  static constexpr Column kColumns[] = {{"name"}, {"first"}, {"last"}, {"times"}, {"example"}};
  return list_of(kColumns, uses, [](RowPrinter& printer, const NameUse& u) {
    printer.row({u.name, u.first, u.last, bare(text_of(u.times)), id_or_nothing(u.example)});
  });
}

std::string list_of(const std::vector<Row>& rows) {
  static constexpr Column kColumns[] = {{"statement_id"}, {"speaker"}, {"said_on"}, {"kind"}, {"act"}, {"words"}};
  return list_of(kColumns, rows, [](RowPrinter& printer, const Row& r) {
    printer.row({r.statement.text(), r.speaker, r.said_on, word_for(r.kind), word_for(r.act), r.words});
  });
}

std::string list_of(const std::vector<ReviewRow>& reviews) {
  static constexpr Column kColumns[] = {{"review_id"}, {"verdict"}, {"said_so"}, {"rating"}, {"by"}, {"on"}, {"url"}, {"evidence"}};
  return list_of(kColumns, reviews, [](RowPrinter& printer, const ReviewRow& r) {
    printer.row({r.id.text(), r.verdict, r.said_so, r.rating, r.by, r.on, r.url, r.evidence});
  });
}

// One row, made column by column.
class OneRow {
 public:
  void text(std::string_view name, std::string value) { add(name, std::move(value), Cell::Kind::Text); }
  void number(std::string_view name, std::int64_t value) { add(name, std::to_string(value), Cell::Kind::Bare); }
  void flag(std::string_view name, bool value) { add(name, value ? "true" : "false", Cell::Kind::Bare); }
  void list(std::string_view name, std::string json) { add(name, std::move(json), Cell::Kind::Bare); }
  void add(std::string_view name, std::string value, Cell::Kind kind) {
    columns_.push_back({name});
    values_.push_back(std::move(value));
    cells_.emplace_back(std::string_view(values_.back()), kind);
  }
  void print(Format format, Buffer& out) const {
    RowPrinter printer(format, columns_, {}, out);
    printer.row(cells_);
    printer.finish();
  }

 private:
  std::vector<Column> columns_;
  std::deque<std::string> values_;  // whose elements stay where they are
  std::vector<Cell> cells_;
};

void add_statement(OneRow& out, const ShownStatement& s) {
  ReportCells cells;
  const auto row = cells.of(s.row);
  for (std::size_t i = 0; i < row.size(); ++i) out.add(report_columns()[i].name, std::string(row[i].text), row[i].kind);
  out.text("paragraph", s.paragraph);
  out.list("reports", ids_of(s.reports));
  out.number("sightings", s.sightings);
  static constexpr Column kClaims[] = {{"claim_id"}, {"relation"}};
  out.list("claims", list_of(kClaims, s.claims, [](RowPrinter& printer, const auto& claim) {
             printer.row({claim.first.text(), claim.second});
           }));
  out.list("events", list_of(s.events));
  out.list("notes", list_of(s.notes));
  out.flag("removed", s.removed);
  out.flag("no_longer_found", s.no_longer_found);
  out.number("versions", s.versions);
}

void add_speaker(OneRow& out, const ShownSpeaker& s) {
  out.text("speaker_id", s.row.id.text());
  out.text("name", s.row.name);
  out.text("kind", std::string(word_for(s.row.kind)));
  out.text("role", s.row.role);
  out.number("statements", s.row.statements);
  out.number("articles", s.row.articles);
  out.number("sources", s.row.sources);
  out.text("first_said", s.row.first_said);
  out.text("last_said", s.row.last_said);
  out.list("aliases", texts_of(s.aliases, [](const std::string& name) { return name; }));
  out.list("merged", ids_of(s.merged));
  out.list("names", list_of(s.names));
  out.list("roles", list_of(s.roles));
  out.list("addressees", list_of(s.addressees));
  out.list("printed_by", list_of(s.sources));
  static constexpr Column kMonths[] = {{"month"}, {"statements"}};
  out.list("months", list_of(kMonths, s.months, [](RowPrinter& printer, const auto& month) {
             printer.row({month.first, bare(text_of(month.second))});
           }));
  out.list("events", list_of(s.events));
  out.list("notes", list_of(s.notes));
}

void add_article(OneRow& out, const ShownArticle& a) {
  out.text("article_id", a.row.id.text());
  out.text("published_on", a.row.published_on);
  out.text("title", a.row.title);
  out.text("source", a.row.source);
  out.text("byline", a.row.byline);
  out.text("url", a.row.url);
  out.text("captured_at", a.row.captured_at);
  out.text("source_id", id_or_nothing(a.row.source_id));
  out.text("identity", a.row.identity);
  out.flag("removed", a.removed);
  static constexpr Column kFields[] = {{"field"}, {"value"}, {"origin"}};
  out.list("fields", list_of(kFields, a.fields, [](RowPrinter& printer, const ShownField& f) {
             printer.row({f.name, f.value, f.origin});
           }));
  static constexpr Column kVersions[] = {{"version"},     {"captured_at"},   {"published_on"}, {"title"},
                                         {"text_sha256"}, {"rules_version"}, {"statements"}};
  out.list("versions", list_of(kVersions, a.versions, [](RowPrinter& printer, const VersionRow& v) {
             printer.row({bare(text_of(v.version)), v.captured_at, v.published_on, v.title, v.text_sha256, v.rules_version,
                          bare(text_of(v.statements))});
           }));
  out.list("wire_copies", ids_of(a.wire_copies));
  out.list("statements", list_of(a.statements));
  out.list("events", list_of(a.events));
  out.list("notes", list_of(a.notes));
  out.text("text", a.text);
}

void add_source(OneRow& out, const ShownSource& s) {
  out.text("source_id", s.row.id.text());
  out.text("name", s.row.name);
  out.text("host", s.row.host);
  out.number("articles", s.row.articles);
  out.number("statements", s.row.statements);
  out.text("first_published", s.row.first_published);
  out.text("last_published", s.row.last_published);
  out.list("speakers", list_of(s.speakers));
}

void add_event(OneRow& out, const EventRow& e) {
  out.text("event_id", e.id.text());
  out.text("at", e.at);
  out.text("who", e.who);
  out.text("verb", e.verb);
  out.text("target", e.target);
  out.text("field", e.field);
  out.text("before", e.before);
  out.text("after", e.after);
  out.text("why", e.why);
  out.text("undoes", id_or_nothing(e.undoes));
  out.text("undone_by", id_or_nothing(e.undone_by));
  out.flag("pending", e.pending);
  out.text("pending_reason", e.pending_reason);
  out.text("previous_hash", e.previous_hash);
  out.text("hash", e.hash);
}

void add_claim(OneRow& out, const ShownClaim& c) {
  out.text("claim_id", c.row.id.text());
  out.text("claim", c.row.claim);
  out.text("first_said", c.row.first_said);
  out.text("first_speaker", c.row.first_speaker);
  out.text("verdict", c.row.verdict);
  static constexpr Column kStatements[] = {{"statement_id"}, {"relation"}, {"speaker"}, {"said_on"}, {"published_on"},
                                           {"words"},        {"source"},   {"title"},   {"url"}};
  out.list("statements", list_of(kStatements, c.statements, [](RowPrinter& printer, const auto& attached) {
             const Row& r = attached.first;
             printer.row({r.statement.text(), attached.second, r.speaker, r.said_on, r.published_on, r.words, r.source, r.title, r.url});
           }));
  out.list("reviews", list_of(c.reviews));
  out.list("events", list_of(c.events));
  out.list("notes", list_of(c.notes));
}

void add_review(OneRow& out, const ReviewRow& r) {
  out.text("review_id", r.id.text());
  out.text("claim_id", r.claim.text());
  out.text("verdict", r.verdict);
  out.text("said_so", r.said_so);
  out.text("rating", r.rating);
  out.text("by", r.by);
  out.text("on", r.on);
  out.text("url", r.url);
  out.text("evidence", r.evidence);
}

void add_note(OneRow& out, const NoteRow& n) {
  out.text("note_id", n.id.text());
  out.text("text", n.text);
  out.text("who", n.who);
  out.text("at", n.at);
}

}  // namespace

void put_shown(const Shown& shown, Format format, Buffer& out) {
  OneRow row;
  if (shown.statement) add_statement(row, *shown.statement);
  if (shown.speaker) add_speaker(row, *shown.speaker);
  if (shown.article) add_article(row, *shown.article);
  if (shown.source) add_source(row, *shown.source);
  if (shown.event) add_event(row, *shown.event);
  if (shown.claim) add_claim(row, *shown.claim);
  if (shown.review) add_review(row, *shown.review);
  if (shown.note) add_note(row, *shown.note);
  row.print(format, out);
}

}  // namespace onrecord
