#include "query/answers/show.h"

#include <algorithm>
#include <map>
#include <set>

#include "query/answers/lists.h"
#include "query/sql/dates.h"
#include "record/log.h"
#include "store/rows/rows.h"
#include "store/rows/slots.h"
#include "store/versions.h"

namespace onrecord::query {
namespace {

[[noreturn]] void not_there(std::string_view id) { refuse(ErrorCode::NotFound, "is not in the record", id); }

// The row, which must be there.
template <typename Found>
Found there(std::optional<Found> row, Id id) {
  if (!row) not_there(id.text());
  return *std::move(row);
}

std::vector<NoteRow> notes_on(Database& db, const std::string& target) {
  Sql sql(db, "SELECT n.note_id, n.text, e.who, e.at FROM notes n JOIN events e USING (event_id) WHERE n.target = ?1 ORDER BY n.note_id");
  sql.with(target);
  std::vector<NoteRow> notes;
  while (sql.step()) notes.push_back({{IdKind::Note, sql.integer(0)}, sql.text(1), sql.text(2), sql.text(3)});
  return notes;
}

ReviewRow read_review(Sql& sql) {
  return {{IdKind::Review, sql.integer(0)}, {IdKind::Claim, sql.integer(1)}, sql.text(2), sql.text(3), sql.text(4),
          sql.text(5), sql.text(6), sql.text(7), sql.text(8)};
}
constexpr const char* kReview = "SELECT review_id, claim_id, verdict, said_so, rating, reviewer, reviewed_on, url, evidence FROM reviews ";

NameUse read_use(Sql& sql) {
  return {sql.text(0), first_date(sql, 1), last_date(sql, 2), sql.integer(3), {IdKind::Statement, sql.integer(4)}};
}

// What `read_use` reads of rows that are grouped by the name.
const std::string kUse = first_date_sql("s.from_day", "s.to_day") + ", " + last_date_sql("s.from_day", "s.to_day") +
                         ", count(*), min(s.statement_id)";

// Names that a speaker's statements use, each with its dates and how often: the most used first, or the earliest.
enum class UseOrder { MostUsed, Earliest };
std::vector<NameUse> uses(Database& db, std::int64_t speaker_id, const std::string& column, UseOrder order = UseOrder::MostUsed) {
  Sql sql(db, "SELECT " + column + ", " + kUse + " FROM said_by b "
              "CROSS JOIN statements s ON s.slot = b.slot JOIN versions v ON v.version_id = s.version_id "
              "JOIN articles a ON a.article_id = v.article_id LEFT JOIN sources src ON src.source_id = a.source_id "
              "WHERE b.speaker_id = ?1 AND s.state = 0 AND " + column + " IS NOT NULL GROUP BY 1 ORDER BY " +
              (order == UseOrder::MostUsed ? "4 DESC, 1" : "2 IS NULL, 2, 1"));
  sql.with(speaker_id);
  std::vector<NameUse> out;
  while (sql.step()) out.push_back(read_use(sql));
  return out;
}

ShownStatement show_statement(Database& db, Finder& finder, Id id) {
  ShownStatement out;
  out.row = there(finder.find_row(id.number, true), id);
  out.row.also_in = finder.also_in(id.number);
  Sql sql(db, "SELECT v.text, v.blocks, v.authors, v.title, v.origins, s.in_title, s.begin_byte, s.end_byte, s.spans, s.cue, s.cue_byte, "
              "s.mention, s.mention_byte, s.addressee, s.addressee_byte, s.occasion, s.occasion_byte, s.medium, s.medium_byte, "
              "s.said_on_text, s.said_on_text_byte, s.state, a.latest_version FROM statements s JOIN versions v USING (version_id) "
              "JOIN articles a USING (article_id) WHERE s.statement_id = ?1");
  sql.with(id.number);
  if (!sql.step()) not_there(id.text());
  Article article;
  article.text = sql.text(0);
  article.blocks = read_blocks(sql.view(1), sql.view(2));
  article.title.value = sql.text(3);
  read_origins(sql.view(4), article);
  const bool in_title = sql.integer(5) != 0;
  const std::string_view under = text_under(article, in_title);
  const Span all{static_cast<std::uint32_t>(sql.integer(6)), static_cast<std::uint32_t>(sql.integer(7))};
  out.content = sql.is_null(8) ? std::vector<Span>{all} : read_spans(sql.view(8));
  // The blocks that hold the content: one mostly, several where a quotation goes on over paragraphs.
  Span paragraph{0, static_cast<std::uint32_t>(under.size())};
  if (under.data() == article.text.data()) {
    Span held{static_cast<std::uint32_t>(under.size()), 0};
    for (const Block& block : article.blocks) {
      if (!block.source_span.overlaps(all)) continue;
      held.begin = std::min(held.begin, block.source_span.begin);
      held.end = std::max(held.end, block.source_span.end);
    }
    if (!held.empty()) paragraph = held;
  }
  out.text = article.text;
  out.paragraph = std::string(slice(under, paragraph));
  out.paragraph_begin_byte = under.data() == article.text.data() ? paragraph.begin : 0;
  const auto inside = [&](Span span) {
    return !span.empty() && paragraph.contains(span) ? Span{span.begin - paragraph.begin, span.end - paragraph.begin} : Span{};
  };
  for (Span& span : out.content) span = inside(span);
  std::erase_if(out.content, [](Span span) { return span.empty(); });
  int column = 9;
  for (Span* piece : {&out.cue, &out.mention, &out.addressee, &out.occasion, &out.medium, &out.said_on_text}) {
    if (!sql.is_null(column + 1)) {
      const auto at = static_cast<std::uint32_t>(sql.integer(column + 1));
      *piece = inside({at, at + static_cast<std::uint32_t>(sql.view(column).size())});
    }
    column += 2;
  }
  const std::int64_t state = sql.integer(column);
  out.removed = (state & kRemoved) != 0;
  out.no_longer_found = (state & kNoLongerFound) != 0;
  out.versions = static_cast<int>(sql.integer(column + 1));
  sql.reset();
  Sql nested(db, "SELECT statement_id FROM statements WHERE outer_id = ?1 ORDER BY n");
  nested.with(id.number);
  while (nested.step()) out.reports.push_back({IdKind::Statement, nested.integer(0)});
  Sql claims(db, "SELECT claim_id, relation FROM claim_statements WHERE statement_id = ?1 ORDER BY claim_id");
  claims.with(id.number);
  while (claims.step()) out.claims.emplace_back(Id{IdKind::Claim, claims.integer(0)}, claims.text(1));
  Sql group(
      db,
      "SELECT count(*) FROM sightings g JOIN sightings o ON o.group_id = g.group_id JOIN statements s ON s.statement_id = o.statement_id "
      "WHERE g.statement_id = ?1 AND o.statement_id <> ?1 AND s.state & 6 = 0");
  group.with(id.number);
  if (group.step()) out.sightings = static_cast<int>(group.integer(0));
  out.events = list_events(db, id.text(), 0, false);
  out.notes = notes_on(db, id.text());
  return out;
}

ShownSpeaker show_speaker(Database& db, Id id) {
  ShownSpeaker out;
  out.row = there(find_speaker_row(db, id.number), id);
  Sql aliases(db, "SELECT name FROM aliases WHERE speaker_id IN (SELECT speaker_id FROM speakers WHERE speaker_id = ?1 OR leads_to = ?1) "
                  "ORDER BY name");
  aliases.with(id.number);
  while (aliases.step()) out.aliases.push_back(aliases.text(0));
  Sql merged(db, "SELECT speaker_id FROM speakers WHERE leads_to = ?1 ORDER BY speaker_id");
  merged.with(id.number);
  while (merged.step()) out.merged.push_back({IdKind::Speaker, merged.integer(0)});
  out.names = uses(db, id.number, "CASE WHEN s.joint = 0 THEN s.speaker END");
  out.roles = uses(db, id.number, "CASE WHEN s.joint = 0 THEN s.role END", UseOrder::Earliest);
  out.addressees = uses(db, id.number, "s.addressee");
  out.sources = uses(db, id.number, "src.name");
  Sql months(db, "SELECT " + month_sql("coalesce(s.said_on, v.published_on)", "s.from_day") + ", count(*) FROM said_by b CROSS JOIN "
                 "statements s ON s.slot = b.slot JOIN versions v ON v.version_id = s.version_id "
                 "WHERE b.speaker_id = ?1 AND s.state = 0 AND s.from_day IS NOT NULL GROUP BY 1 ORDER BY 1");
  months.with(id.number);
  while (months.step()) out.months.emplace_back(months.text(0), months.integer(1));
  out.events = list_events(db, id.text(), 0, false);
  out.notes = notes_on(db, id.text());
  return out;
}

ShownArticle show_article(Database& db, Finder& finder, Id id) {
  ShownArticle out;
  out.row = there(find_article_row(db, id.number), id);
  Sql versions(
      db,
      "SELECT v.version, v.captured_at, v.published_on, v.title, v.text_sha256, v.rules_version, (SELECT count(*) FROM statements s "
      "WHERE s.version_id = v.version_id AND s.state & 6 = 0), v.text, v.origins, v.byline, v.dateline, v.url, v.language, v.source, "
      "a.removed, v.name FROM versions v JOIN articles a USING (article_id) WHERE v.article_id = ?1 ORDER BY v.version");
  versions.with(id.number);
  while (versions.step()) {
    out.versions.push_back({static_cast<int>(versions.integer(0)), versions.text(1), versions.text(2), versions.text(3), versions.text(4),
                            versions.text(5), versions.integer(6)});
    out.text = versions.text(7);
    out.removed = versions.integer(14) != 0;
    Article origins;
    read_origins(versions.view(8), origins);
    out.fields = {{"title", versions.text(3), origins.title.origin},       {"byline", versions.text(9), origins.byline.origin},
                  {"dateline", versions.text(10), origins.dateline.origin}, {"source", versions.text(13), origins.source.origin},
                  {"published", versions.text(2), origins.published.origin}, {"url", versions.text(11), origins.url.origin},
                  {"language", versions.text(12), origins.language.origin}, {"name", versions.text(15), "input"}};
  }
  out.statements = finder.rows_where(
      "s.version_id = (SELECT version_id FROM versions WHERE article_id = ?1 ORDER BY version DESC LIMIT 1) "
      "AND s.state & ?2 = 0",
      {id.number, out.removed ? kNoLongerFound : kNoLongerFound | kRemoved}, "s.in_title DESC, s.begin_byte, s.n");
  Sql copies(db, "SELECT DISTINCT copy.article_id FROM versions own JOIN wire_groups w USING (version_id) "
                 "JOIN wire_groups o ON o.group_id = w.group_id JOIN versions copy ON copy.version_id = o.version_id "
                 "WHERE own.article_id = ?1 AND copy.article_id <> ?1 ORDER BY copy.article_id");
  copies.with(id.number);
  while (copies.step()) out.wire_copies.push_back({IdKind::Article, copies.integer(0)});
  out.events = list_events(db, id.text(), 0, false);
  out.notes = notes_on(db, id.text());
  return out;
}

ShownClaim show_claim(Database& db, Finder& finder, Id id) {
  ShownClaim out;
  out.row = there(find_claim_row(db, id.number), id);
  for (const auto& [statement, relation] : statements_of_claim(db, id.number))
    if (auto row = finder.find_row(statement)) out.statements.emplace_back(std::move(*row), relation);
  Sql reviews(db, std::string(kReview) + "WHERE claim_id = ?1 ORDER BY reviewed_on, review_id");
  reviews.with(id.number);
  while (reviews.step()) out.reviews.push_back(read_review(reviews));
  out.events = list_events(db, id.text(), 0, false);
  out.notes = notes_on(db, id.text());
  return out;
}

}  // namespace

std::vector<EventRow> list_events(Database& db, std::string_view id, std::int64_t limit, bool waiting_only) {
  EventLog log(db);
  const std::set<std::int64_t> undone = log.undone();
  std::map<std::int64_t, std::int64_t> undone_by;
  Sql undos(db, "SELECT event_id, undoes FROM events WHERE undoes IS NOT NULL ORDER BY event_id");
  while (undos.step())
    if (!undone.contains(undos.integer(0))) undone_by[undos.integer(1)] = undos.integer(0);
  std::string sql_text = "SELECT e.event_id, e.at, e.who, e.verb, e.target, e.field, e.before, e.after, e.why, e.undoes, e.previous_hash, "
                         "e.hash, w.reason FROM events e LEFT JOIN waiting w USING (event_id) WHERE 1";
  std::int64_t event_number = 0;
  if (!id.empty()) {
    const auto parsed = find_id(id);
    if (!parsed) refuse(ErrorCode::Usage, "is no id", id, "ids look like s41, p7, a12, e90, c3, r2, n4, src5");
    if (parsed->kind == IdKind::Event) event_number = parsed->number;
    // What links another speaker or statement to it is about it too.
    sql_text += parsed->kind == IdKind::Event
                    ? " AND (e.event_id = ?2 OR e.undoes = ?2)"
                    : " AND (e.target = ?1 OR instr(e.after, '\"' || ?1 || '\"') > 0)";
  }
  if (waiting_only) sql_text += " AND w.reason IS NOT NULL";
  sql_text += " ORDER BY e.event_id DESC";
  if (limit > 0) sql_text += " LIMIT " + std::to_string(limit);
  Sql sql(db, sql_text);
  const std::string target = id.empty() ? std::string() : find_id(id)->text();
  if (event_number != 0) sql.bind(2, event_number);
  else if (!id.empty()) sql.bind(1, target);
  std::vector<EventRow> rows;
  while (sql.step()) {
    EventRow row;
    row.id = {IdKind::Event, sql.integer(0)};
    row.at = sql.text(1);
    row.who = sql.text(2);
    row.verb = sql.text(3);
    row.target = sql.text(4);
    row.field = sql.text(5);
    row.before = spoken_value(sql.text(6));
    row.after = spoken_value(sql.text(7));
    row.why = sql.text(8);
    row.undoes = {IdKind::Event, sql.integer(9)};
    row.previous_hash = sql.text(10);
    row.hash = sql.text(11);
    row.pending = !sql.is_null(12);
    row.pending_reason = sql.text(12);
    if (const auto by = undone_by.find(row.id.number); by != undone_by.end()) row.undone_by = {IdKind::Event, by->second};
    rows.push_back(std::move(row));
  }
  return rows;
}

Shown show(Database& db, Finder& finder, std::string_view text) {
  const auto id = find_id(text);
  if (!id) refuse(ErrorCode::Usage, "is no id", text, "ids look like s41, p7, a12, e90, c3, r2, n4, src5");
  Snapshot moment(db);
  Shown out;
  switch (id->kind) {
    case IdKind::Statement: out.statement = show_statement(db, finder, *id); break;
    case IdKind::Speaker: {
      Sql root(db, "SELECT leads_to FROM speakers WHERE speaker_id = ?1 AND leads_to IS NOT NULL");
      root.with(id->number);
      Id shown = *id;
      if (root.step()) {
        out.redirected_from = *id;
        shown.number = root.integer(0);
      }
      out.speaker = show_speaker(db, shown);
      break;
    }
    case IdKind::Article: out.article = show_article(db, finder, *id); break;
    case IdKind::Source: {
      ShownSource source{there(find_source_row(db, id->number), *id), {}};
      Sql speakers(
          db,
          "SELECT CASE WHEN s.joint = 1 OR p.name IS NULL THEN s.speaker ELSE p.name END, min(s.from_day), max(s.to_day), "
          "count(*), min(s.statement_id) FROM articles a JOIN versions v USING (article_id) JOIN statements s USING (version_id) "
          "LEFT JOIN speakers own ON own.speaker_id = s.speaker_id LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, "
          "own.speaker_id) WHERE a.source_id = ?1 AND s.state = 0 AND s.speaker IS NOT NULL GROUP BY 1 ORDER BY 4 DESC, 1 LIMIT 100");
      speakers.with(id->number);
      while (speakers.step()) source.speakers.push_back(read_use(speakers));
      out.source = std::move(source);
      break;
    }
    case IdKind::Event: {
      auto rows = list_events(db, text, 0, false);
      const auto own = std::find_if(rows.begin(), rows.end(), [&](const EventRow& row) { return row.id == *id; });
      if (own == rows.end()) not_there(text);
      out.event = *own;
      break;
    }
    case IdKind::Claim: out.claim = show_claim(db, finder, *id); break;
    case IdKind::Review: {
      Sql sql(db, std::string(kReview) + "WHERE review_id = ?1");
      sql.with(id->number);
      if (!sql.step()) not_there(text);
      out.review = read_review(sql);
      break;
    }
    case IdKind::Note: {
      Sql sql(db, "SELECT n.text, e.who, e.at FROM notes n JOIN events e USING (event_id) WHERE n.note_id = ?1");
      sql.with(id->number);
      if (!sql.step()) not_there(text);
      out.note = NoteRow{*id, sql.text(0), sql.text(1), sql.text(2)};
      break;
    }
  }
  return out;
}

StatementPlace place_of(Database& db, std::string_view text) {
  const auto id = find_id(text);
  if (!id || id->kind != IdKind::Statement) refuse(ErrorCode::Usage, "is no statement's id", text, "as in s41");
  Snapshot moment(db);
  Sql sql(db, "SELECT version_id, in_title, begin_byte, end_byte, spans FROM statements WHERE statement_id = ?1");
  sql.with(id->number);
  if (!sql.step()) not_there(text);
  auto version = read_stored_version(db, sql.integer(0));
  if (!version) not_there(text);
  if (version->removed == 2) refuse(ErrorCode::Usage, "the text of its article was purged", text, {});
  StatementPlace out;
  out.article = std::move(version->article);
  out.in_title = sql.integer(1) != 0;
  out.content = sql.is_null(4) ? std::vector<Span>{{static_cast<std::uint32_t>(sql.integer(2)), static_cast<std::uint32_t>(sql.integer(3))}}
                               : read_spans(sql.view(4));
  return out;
}

}  // namespace onrecord::query
