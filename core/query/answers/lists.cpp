#include "query/answers/lists.h"

#include <algorithm>
#include <optional>

#include "query/language/syntax.h"
#include "query/sql/compile.h"
#include "query/sql/dates.h"
#include "query/sql/oldest_first.h"
#include "store/rows/names.h"
#include "store/rows/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

// A list's query: bare words are looked for in the listed names, fields narrow the statements that are counted.
struct Narrowed {
  std::string names;   // folded
  Node statements;     // All: every statement
};

Narrowed narrow(const ListRequest& request) {
  auto tree = parse_query(request.query);
  if (!tree) throw SqlError(tree.error());
  Narrowed out;
  std::vector<Node> parts;
  if (tree->kind == Node::Kind::And) parts = std::move(tree->children);
  else if (tree->kind != Node::Kind::All) parts.push_back(std::move(*tree));
  for (Node& part : parts) {
    if (part.kind == Node::Kind::Words) out.names += (out.names.empty() ? "" : " ") + folded_words(part.text);
    else out.statements = both(std::move(out.statements), std::move(part));
  }
  return out;
}

std::string limit_of(const ListRequest& request) {
  return request.limit > 0 ? " LIMIT " + std::to_string(request.limit) : std::string();
}

// The statements that count, as a table expression with the columns wanted.
Compiled statements_of(Database& db, const Node& tree) {
  CompileOptions options;
  options.joined = Joined::Articles;
  options.whole = true;
  return compile(db, tree, options);
}

// Of the last day on which one is given; of several on that day the first in the alphabet, whatever the order they came in.
static_assert(kSlotBits == 24);
constexpr const char* kLatestRole =
    "(SELECT s2.role FROM said_by b2 CROSS JOIN statements s2 ON s2.slot = b2.slot WHERE b2.speaker_id = k.speaker_id AND s2.state = 0 "
    "AND s2.role IS NOT NULL AND s2.joint = 0 ORDER BY b2.slot >> 24 DESC, s2.role LIMIT 1)";

const std::string kFirstSaid = first_date_sql("s.from_day", "s.to_day");
const std::string kLastSaid = last_date_sql("s.from_day", "s.to_day");

SpeakerRow read_speaker(Sql& sql) {
  SpeakerRow row;
  row.id = {IdKind::Speaker, sql.integer(0)};
  row.name = sql.text(1);
  row.kind = find_speaker_kind(sql.view(2)).value_or(SpeakerKind::Unknown);
  row.role = sql.text(3);
  row.statements = sql.integer(4);
  row.articles = sql.integer(5);
  row.sources = sql.integer(6);
  row.first_said = first_date(sql, 7);
  row.last_said = last_date(sql, 8);
  return row;
}

}  // namespace

std::vector<SpeakerRow> list_speakers(Database& db, const ListRequest& request) {
  const Narrowed narrowed = narrow(request);
  Compiled chosen = statements_of(db, narrowed.statements);
  std::string having;
  if (!narrowed.names.empty()) {
    having = " AND (has_words(k.name, " + chosen.parameter(narrowed.names) + ")";
    for (const std::int64_t id : speakers_by_given_names(db, narrowed.names)) having += " OR k.speaker_id = " + chosen.parameter(id);
    having += ")";
  }
  const std::string sql_text =
      "SELECT k.speaker_id, k.name, k.kind, " + std::string(kLatestRole) +
      ", n, articles, sources, first, last FROM (SELECT b.speaker_id AS id, count(*) AS n, count(DISTINCT v.article_id) AS articles, "
      "count(DISTINCT a.source_id) AS sources, " + kFirstSaid + " AS first, " + kLastSaid + " AS last" +
      chosen.from + " LEFT JOIN joint_speakers j ON s.joint = 1 AND j.statement_id = s.statement_id "
      "LEFT JOIN speakers js ON js.speaker_id = CASE WHEN s.joint = 1 THEN j.speaker_id ELSE s.speaker_id END "
      "JOIN speakers b ON b.speaker_id = coalesce(js.leads_to, js.speaker_id)" +
      chosen.where + " GROUP BY b.speaker_id) JOIN speakers k ON k.speaker_id = id WHERE 1" + having +
      " ORDER BY n DESC, sort_form(k.name), k.speaker_id" + limit_of(request);
  Sql sql(db, sql_text);
  chosen.bind(sql);
  std::vector<SpeakerRow> rows;
  while (sql.step()) rows.push_back(read_speaker(sql));
  return rows;
}

std::optional<SpeakerRow> find_speaker_row(Database& db, std::int64_t speaker_id) {
  Sql sql(db, "SELECT k.speaker_id, k.name, k.kind, " + std::string(kLatestRole) +
                  ", count(s.slot), count(DISTINCT v.article_id), count(DISTINCT a.source_id), " + kFirstSaid + ", " + kLastSaid +
                  " FROM speakers k LEFT JOIN said_by b ON b.speaker_id = k.speaker_id "
                  "LEFT JOIN statements s ON s.slot = b.slot AND s.state = 0 LEFT JOIN versions v ON v.version_id = s.version_id "
                  "LEFT JOIN articles a ON a.article_id = v.article_id WHERE k.speaker_id = ?1 GROUP BY k.speaker_id");
  sql.with(speaker_id);
  if (!sql.step()) return std::nullopt;
  return read_speaker(sql);
}

namespace {

const std::string kSource =
    "SELECT o.source_id, o.name, o.host, count(DISTINCT a.article_id), "
    "sum((SELECT count(*) FROM statements s WHERE s.version_id = v.version_id AND s.state = 0)), " +
    first_date_sql("v.published_from", "v.published_to") + ", " + last_date_sql("v.published_from", "v.published_to") +
    " FROM sources o JOIN articles a ON a.source_id = o.source_id AND a.removed = 0 "
    "JOIN versions v ON v.article_id = a.article_id AND v.version = a.latest_version ";

SourceRow read_source(Sql& sql) {
  SourceRow row;
  row.id = {IdKind::Source, sql.integer(0)};
  row.name = sql.text(1);
  row.host = sql.text(2);
  row.articles = sql.integer(3);
  row.statements = sql.integer(4);
  row.first_published = first_date(sql, 5);
  row.last_published = last_date(sql, 6);
  return row;
}

// Bare words only: what sources and articles are asked by has no further fields yet, but source: and the dates of articles.
std::string words_only(const ListRequest& request) {
  const Narrowed narrowed = narrow(request);
  if (narrowed.statements.kind != Node::Kind::All) {
    throw SqlError(Error{ErrorCode::Usage, "this list is asked by words of the names alone", request.query,
                         "onrecord find takes fields such as source: and when:"});
  }
  return narrowed.names;
}

}  // namespace

std::vector<SourceRow> list_sources(Database& db, const ListRequest& request) {
  const std::string names = words_only(request);
  Sql sql(db, kSource + "WHERE has_words(o.name || ' ' || coalesce(o.host, ''), ?1) GROUP BY o.source_id "
                                     "ORDER BY 5 DESC, sort_form(o.name), o.source_id" + limit_of(request));
  sql.with(names);
  std::vector<SourceRow> rows;
  while (sql.step()) rows.push_back(read_source(sql));
  return rows;
}

std::optional<SourceRow> find_source_row(Database& db, std::int64_t source_id) {
  Sql sql(db, kSource + "WHERE o.source_id = ?1 GROUP BY o.source_id");
  sql.with(source_id);
  if (sql.step()) return read_source(sql);
  Sql bare(db, "SELECT source_id, name, host, 0, 0, NULL, NULL FROM sources WHERE source_id = ?1");
  bare.with(source_id);
  if (!bare.step()) return std::nullopt;
  return read_source(bare);
}

namespace {

const std::string kArticle =
    "SELECT a.article_id, v.title, src.name, v.published_on, v.url, v.byline, v.captured_at, a.identity, a.source_id, a.latest_version, "
    "(SELECT count(*) FROM statements s WHERE s.version_id = v.version_id AND s.state & 6 = 0), "
    "(SELECT count(DISTINCT coalesce(p.leads_to, s.speaker_id)) FROM statements s LEFT JOIN speakers p ON p.speaker_id = s.speaker_id "
    "WHERE s.version_id = v.version_id AND s.state & 6 = 0), "
    "(SELECT " + kFirstSaid + " FROM statements s WHERE s.version_id = v.version_id AND s.state & 6 = 0), "
    "(SELECT " + kLastSaid + " FROM statements s WHERE s.version_id = v.version_id AND s.state & 6 = 0) "
    "FROM articles a JOIN versions v ON v.article_id = a.article_id AND v.version = a.latest_version "
    "LEFT JOIN sources src ON src.source_id = a.source_id ";

ArticleRow read_article(Sql& sql) {
  ArticleRow row;
  row.id = {IdKind::Article, sql.integer(0)};
  row.title = sql.text(1);
  row.source = sql.text(2);
  row.published_on = sql.text(3);
  row.url = sql.text(4);
  row.byline = sql.text(5);
  row.captured_at = sql.text(6);
  row.identity = sql.text(7);
  row.source_id = {IdKind::Source, sql.integer(8)};
  row.versions = static_cast<int>(sql.integer(9));
  row.statements = sql.integer(10);
  row.speakers = sql.integer(11);
  row.first_said = first_date(sql, 12);
  row.last_said = last_date(sql, 13);
  return row;
}

}  // namespace

std::vector<ArticleRow> list_articles(Database& db, const ListRequest& request) {
  const Narrowed narrowed = narrow(request);
  // Articles that hold a statement of which the rest is true: its parameters come first.
  const bool narrows = narrowed.statements.kind != Node::Kind::All;
  Compiled chosen = narrows ? statements_of(db, narrowed.statements) : Compiled();
  std::string where = "WHERE a.removed = 0 AND a.identity NOT LIKE 'words:%' AND has_words(coalesce(v.title, '') || ' ' || "
                      "coalesce(src.name, '') || ' ' || a.identity, " + chosen.parameter(narrowed.names) + ")";
  if (narrows) where += " AND a.article_id IN (SELECT v.article_id" + chosen.from + chosen.where + ")";
  if (request.changed) where += " AND a.latest_version > 1";
  if (!request.since.empty()) {
    if (!find_days(request.since)) {
      throw SqlError(Error{ErrorCode::Usage, "\"" + request.since + "\" is no date", "--since", "a date such as 2014-10-28"});
    }
    char buffer[16];
    where += " AND v.captured_at >= " + chosen.parameter(std::string(day_text(find_days(request.since)->from, buffer)));
  }
  Sql sql(db, kArticle + where + " ORDER BY v.published_on IS NULL, v.published_from DESC, a.article_id DESC" + limit_of(request));
  chosen.bind(sql);
  std::vector<ArticleRow> rows;
  while (sql.step()) rows.push_back(read_article(sql));
  return rows;
}

std::optional<ArticleRow> find_article_row(Database& db, std::int64_t article_id) {
  Sql sql(db, kArticle + "WHERE a.article_id = ?1");
  sql.with(article_id);
  if (!sql.step()) return std::nullopt;
  return read_article(sql);
}

namespace {

const std::string kClaim =
    "SELECT c.claim_id, c.claim, (SELECT count(*) FROM claim_statements cs WHERE cs.claim_id = c.claim_id), "
    "(SELECT count(*) FROM reviews r WHERE r.claim_id = c.claim_id), coalesce(f.said_on, fv.published_on), "
    "CASE WHEN f.joint = 1 OR p.name IS NULL THEN f.speaker ELSE p.name END, "
    "(SELECT coalesce(r.verdict, r.said_so) FROM reviews r WHERE r.claim_id = c.claim_id ORDER BY r.reviewed_on DESC, "
    "r.review_id DESC LIMIT 1) "
    "FROM claims c LEFT JOIN statements f ON f.statement_id = (SELECT s.statement_id FROM claim_statements cs JOIN statements s "
    "USING (statement_id) JOIN versions v USING (version_id) JOIN articles a USING (article_id) WHERE cs.claim_id = c.claim_id "
    "AND s.state & 6 = 0 ORDER BY " +
    std::string(kOldestFirst) +
    " LIMIT 1) LEFT JOIN versions fv ON fv.version_id = f.version_id LEFT JOIN speakers own ON own.speaker_id = f.speaker_id "
    "LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id) ";

ClaimRow read_claim(Sql& sql) {
  ClaimRow row;
  row.id = {IdKind::Claim, sql.integer(0)};
  row.claim = sql.text(1);
  row.statements = sql.integer(2);
  row.reviews = sql.integer(3);
  row.first_said = sql.text(4);
  row.first_speaker = sql.text(5);
  row.verdict = sql.text(6);
  return row;
}

}  // namespace

std::vector<ClaimRow> list_claims(Database& db, const ListRequest& request) {
  const std::string names = words_only(request);
  Sql sql(db, kClaim + "WHERE has_words(c.claim, ?1) ORDER BY c.claim_id DESC" + limit_of(request));
  sql.with(names);
  std::vector<ClaimRow> rows;
  while (sql.step()) rows.push_back(read_claim(sql));
  return rows;
}

std::vector<std::pair<std::int64_t, std::string>> statements_of_claim(Database& db, std::int64_t claim_id) {
  Sql sql(db,
          "SELECT s.statement_id, cs.relation FROM claim_statements cs JOIN statements s USING (statement_id) "
          "JOIN versions v USING (version_id) JOIN articles a USING (article_id) WHERE cs.claim_id = ?1 ORDER BY " +
              std::string(kOldestFirst));
  sql.with(claim_id);
  std::vector<std::pair<std::int64_t, std::string>> out;
  while (sql.step()) out.emplace_back(sql.integer(0), sql.text(1));
  return out;
}

std::optional<ClaimRow> find_claim_row(Database& db, std::int64_t claim_id) {
  Sql sql(db, kClaim + "WHERE c.claim_id = ?1");
  sql.with(claim_id);
  if (!sql.step()) return std::nullopt;
  return read_claim(sql);
}

}  // namespace onrecord::query
