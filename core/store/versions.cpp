#include "store/versions.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/sha256.h"
#include "match/anchor.h"
#include "store/correct.h"
#include "store/rows/slots.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

constexpr const char* kVersionColumns =
    "v.version_id, v.article_id, a.source_id, v.version, a.removed, a.identity, v.text_sha256, v.captured_at, v.rules_version, "
    "v.name, v.text, v.blocks, v.authors, v.title, v.byline, v.dateline, v.url, v.language, v.published_on, v.source, v.origins";

Error bad(const NewArticle& in, std::string message) {
  return Error{ErrorCode::BadInput, std::move(message), in.article.name, {}};
}

bool on_boundary(std::string_view text, std::uint32_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

// The fields that somebody gave now and that take the place of what is stored; what was corrected stays.
std::vector<std::string_view> given_anew(Article& given, Article& stored) {
  std::vector<std::string_view> out;
  for (const std::string_view field : kArticleFields) {
    const Field* now = article_field(given, field);
    const Field* before = article_field(stored, field);
    if (now->origin == "option" && now->value != before->value && before->origin != "corrected") out.push_back(field);
  }
  return out;
}

void check(const NewArticle& in) {
  if (in.captured_at.size() < 10) throw SqlError(bad(in, "the time of capture is missing"));
  if (const std::size_t at = invalid_utf8_at(in.article.text); at != in.article.text.size()) {
    throw SqlError(bad(in, "its text is not UTF-8 (byte " + std::to_string(at) + ")"));
  }
  if (in.article.text.find('\0') != std::string::npos) throw SqlError(bad(in, "its text holds a NUL byte"));
  for (const Statement& s : in.statements) {
    const std::string_view text = text_under(in.article, s.place == Place::Title);
    bool sound = !s.content.empty();
    for (const Span span : s.content) {
      sound = sound && !span.empty() && on_boundary(text, span.begin) && on_boundary(text, span.end);
    }
    for (const Span span : {s.cue, s.mention, s.addressee, s.occasion, s.medium, s.said_on_text}) {
      sound = sound && (span.empty() || (on_boundary(text, span.begin) && on_boundary(text, span.end)));
    }
    sound = sound && s.within < static_cast<int>(in.statements.size());
    if (!sound) throw SqlError(bad(in, "a statement lies outside of its text"));
  }
}

}  // namespace

std::string identity_of(const NewArticle& in) {
  if (in.article.url.value.empty() && in.absolute_path.empty() && !in.record_id.empty()) return "id:" + in.record_id;
  return article_identity(in.article, in.absolute_path);
}

ArticleStore::ArticleStore(Database& db, Writer& writer)
    : db_(db),
      writer_(writer),
      by_identity_(db, "SELECT article_id FROM articles WHERE identity = ?1"),
      version_(db, "SELECT " + std::string(kVersionColumns) +
                       " FROM versions v JOIN articles a USING (article_id) WHERE v.version_id = ?1"),
      latest_(db, "SELECT " + std::string(kVersionColumns) +
                      " FROM articles a JOIN versions v ON v.article_id = a.article_id AND v.version = a.latest_version "
                      "WHERE a.article_id = ?1"),
      insert_article_(db, "INSERT INTO articles(article_id, source_id, identity, latest_version) VALUES (?1, ?2, ?3, 1)"),
      insert_version_(db, "INSERT INTO versions(article_id, version, name, text, text_sha256, blocks, authors, title, byline, "
                          "dateline, url, language, published_on, published_from, published_to, source, origins, captured_at, "
                          "rules_version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
                          "?19) RETURNING version_id"),
      set_latest_(db, "UPDATE articles SET latest_version = ?2, source_id = ?3 WHERE article_id = ?1"),
      old_rows_(db, "UPDATE statements SET state = state | 1 WHERE version_id IN (SELECT version_id FROM versions "
                    "WHERE article_id = ?1 AND version < ?2) AND state & 1 = 0"),
      count_(db, "SELECT count(*) FROM statements WHERE version_id = ?1 AND state & 6 = 0") {}

std::int64_t ArticleStore::find_by_identity(std::string_view identity) {
  by_identity_.with(identity);
  const std::int64_t id = by_identity_.step() ? by_identity_.integer(0) : 0;
  by_identity_.reset();
  return id;
}

namespace {

StoredVersion read_version(Sql& sql) {
  StoredVersion v;
  v.version_id = sql.integer(0);
  v.article_id = sql.integer(1);
  v.source_id = sql.integer(2);
  v.version = static_cast<int>(sql.integer(3));
  v.removed = static_cast<int>(sql.integer(4));
  v.identity = sql.text(5);
  v.text_sha256 = sql.text(6);
  v.captured_at = sql.text(7);
  v.rules_version = sql.text(8);
  Article& a = v.article;
  a.name = sql.text(9);
  a.text = sql.text(10);
  a.blocks = read_blocks(sql.view(11), sql.view(12));
  a.title.value = sql.text(13);
  a.byline.value = sql.text(14);
  a.dateline.value = sql.text(15);
  a.url.value = sql.text(16);
  a.language.value = sql.text(17);
  a.published.value = sql.text(18);
  a.source.value = sql.text(19);
  read_origins(sql.view(20), a);
  return v;
}

}  // namespace

std::optional<StoredVersion> read_stored_version(Database& db, std::int64_t version_id) {
  Sql sql(db, "SELECT " + std::string(kVersionColumns) + " FROM versions v JOIN articles a USING (article_id) WHERE v.version_id = ?1");
  sql.with(version_id);
  if (!sql.step()) return std::nullopt;
  return read_version(sql);
}

std::optional<StoredVersion> ArticleStore::find_version(std::int64_t version_id) {
  version_.with(version_id);
  std::optional<StoredVersion> out;
  if (version_.step()) out = read_version(version_);
  version_.reset();
  return out;
}

std::optional<StoredVersion> ArticleStore::find_latest(std::int64_t article_id) {
  latest_.with(article_id);
  std::optional<StoredVersion> out;
  if (latest_.step()) out = read_version(latest_);
  latest_.reset();
  return out;
}

std::vector<std::int64_t> ArticleStore::versions_of(std::int64_t article_id) {
  std::vector<std::int64_t> out;
  Sql query(db_, "SELECT version_id FROM versions WHERE article_id = ?1 ORDER BY version");
  query.with(article_id);
  while (query.step()) out.push_back(query.integer(0));
  return out;
}

ArticleStore::Compared ArticleStore::compare(const NewArticle& in) {
  check(in);
  Compared out;
  out.identity = identity_of(in);
  out.sha256 = sha256_hex(in.article.text);
  const std::int64_t article_id = find_by_identity(out.identity);
  if (article_id == 0) return out;
  out.latest = find_latest(article_id);
  if (!out.latest || out.latest->removed == 2) {
    throw SqlError(Error{ErrorCode::BadInput, "its text was purged from the record and is not taken in again", in.article.name,
                         "onrecord log " + Id{IdKind::Article, article_id}.text() + " says by whom and why"});
  }
  if (out.latest->text_sha256 != out.sha256) {
    out.result = AddResult::NewVersion;
    return out;
  }
  Article given = in.article;
  const bool news = !given_anew(given, out.latest->article).empty();
  out.result = news ? AddResult::MetadataUpdated : AddResult::Unchanged;
  return out;
}

AddOutcome ArticleStore::would_add(const NewArticle& in) {
  const Compared compared = compare(in);
  AddOutcome out;
  out.result = compared.result;
  out.name = in.article.name;
  out.statements = static_cast<std::int64_t>(in.statements.size());
  if (compared.latest) {
    out.article = {IdKind::Article, compared.latest->article_id};
    out.version = compared.latest->version + (compared.result == AddResult::NewVersion ? 1 : 0);
  }
  return out;
}

std::int64_t ArticleStore::insert_version(const NewArticle& in, std::int64_t article_id, int version, const std::string& sha256) {
  const Article& a = in.article;
  const std::string blocks = write_blocks(a.blocks), authors = write_authors(a.blocks), origins = write_origins(a);
  const auto published = find_days(a.published.value);
  Sql& sql = insert_version_;
  sql.reset();
  sql.bind(1, article_id).bind(2, version).bind(3, a.name).bind(4, a.text).bind(5, sha256).bind(6, blocks);
  sql.bind_or_null(7, authors).bind_or_null(8, a.title.value).bind_or_null(9, a.byline.value);
  sql.bind_or_null(10, a.dateline.value).bind_or_null(11, a.url.value).bind_or_null(12, a.language.value);
  sql.bind_or_null(13, a.published.value);
  if (published) sql.bind(14, published->from).bind(15, published->to);
  else sql.bind_null(14).bind_null(15);
  sql.bind_or_null(16, a.source.value).bind(17, origins).bind(18, in.captured_at).bind(19, writer_.rules_version());
  const std::int64_t version_id = sql.step() ? sql.integer(0) : 0;
  sql.reset();
  if (in.capture) {
    Sql capture(db_, "INSERT INTO captures(version_id, bytes, bytes_sha256, headers) VALUES (?1, ?2, ?3, ?4)");
    const std::string bytes_sha256 = sha256_hex(in.capture->bytes);
    capture.bind(1, version_id).bind_blob(2, in.capture->bytes).bind(3, bytes_sha256).bind_or_null(4, in.capture->headers);
    capture.run_bound();
  }
  writer_.sightings().add_article(version_id, a.text);
  return version_id;
}

std::vector<StatementRow> ArticleStore::rows_from(const std::vector<Statement>& statements, const Article& article,
                                                  std::string_view identity, std::int64_t version_id) {
  std::vector<StatementRow> rows;
  rows.reserve(statements.size());
  Anchors anchors(identity, article);
  static const std::vector<std::string> kNobody;
  for (const Statement& s : statements) {
    StatementRow row = row_of(s, article);
    row.version_id = version_id;
    row.n = static_cast<std::int64_t>(rows.size()) + 1;
    row.anchor = anchors.next_number(s);
    row.rule_id = writer_.rule(s.rule);
    writer_.resolve_speakers(row, s.speaker ? s.speaker->members : kNobody);
    rows.push_back(std::move(row));
  }
  return rows;
}

void ArticleStore::insert_statements(std::vector<StatementRow>& rows, const std::vector<Statement>& statements,
                                     std::string_view published_on) {
  for (StatementRow& row : rows)
    if (row.id == 0) row.id = writer_.counters().take(IdKind::Statement);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (statements[i].within >= 0) rows[i].outer_id = rows[static_cast<std::size_t>(statements[i].within)].id;
  writer_.insert_version(rows, published_on);
}

AddOutcome ArticleStore::add(const NewArticle& in) {
  Compared compared = compare(in);
  AddOutcome out;
  out.result = compared.result;
  out.name = in.article.name;
  if (compared.result == AddResult::Unchanged) {
    out.article = {IdKind::Article, compared.latest->article_id};
    out.version = compared.latest->version;
    count_.with(compared.latest->version_id);
    if (count_.step()) out.statements = count_.integer(0);
    count_.reset();
    return out;
  }
  if (compared.result == AddResult::MetadataUpdated) {
    StoredVersion& version = *compared.latest;
    Article given = in.article;
    for (const std::string_view field : given_anew(given, version.article)) {
      const Field* now = article_field(given, field);
      Field* stored = article_field(version.article, field);
      // Where the words stand does not change with what a person says of them.
      *stored = {now->value, now->origin, field == "title" ? stored->source_span : Span{}};
    }
    update_metadata(version);
    if (version.article.title.source_span == in.article.title.source_span) replace_statements(version, in.statements);
    out.article = {IdKind::Article, version.article_id};
    out.version = version.version;
    for (const StatementRow& row : writer_.rows_of(version.version_id))
      if ((row.state & (kRemoved | kNoLongerFound)) == 0) out.ids.push_back({IdKind::Statement, row.id});
    out.statements = static_cast<std::int64_t>(out.ids.size());
    return out;
  }
  const std::int64_t source_id = writer_.source(in.article.source.value, in.article.url.value);
  std::int64_t article_id = 0;
  if (compared.result == AddResult::Added) {
    article_id = writer_.counters().take(IdKind::Article);
    insert_article_.with(article_id).bind_or_null(2, source_id).bind(3, compared.identity);
    insert_article_.run_bound();
  } else {
    article_id = compared.latest->article_id;
    out.version = compared.latest->version + 1;
  }
  const std::int64_t version_id = insert_version(in, article_id, out.version, compared.sha256);
  if (compared.result == AddResult::NewVersion) {
    set_latest_.with(article_id, out.version).bind_or_null(3, source_id != 0 ? source_id : compared.latest->source_id);
    set_latest_.run_bound();
    writer_.flush();
    old_rows_.run(article_id, out.version);
    for (const std::int64_t old : versions_of(article_id)) writer_.touch(old);
  }
  std::vector<StatementRow> rows = rows_from(in.statements, in.article, compared.identity, version_id);
  if (compared.latest && compared.latest->removed != 0)
    for (StatementRow& row : rows) row.state |= kRemoved;
  insert_statements(rows, in.statements, in.article.published.value);
  out.article = {IdKind::Article, article_id};
  out.statements = static_cast<std::int64_t>(rows.size());
  for (const StatementRow& row : rows) out.ids.push_back({IdKind::Statement, row.id});
  return out;
}

void ArticleStore::update_metadata(const StoredVersion& version) {
  const Article& a = version.article;
  const std::string origins = write_origins(a);
  const auto published = find_days(a.published.value);
  Sql sql(db_, "UPDATE versions SET title = ?2, byline = ?3, url = ?4, published_on = ?5, published_from = ?6, published_to = ?7, "
               "source = ?8, origins = ?9 WHERE version_id = ?1");
  sql.bind(1, version.version_id).bind_or_null(2, a.title.value).bind_or_null(3, a.byline.value).bind_or_null(4, a.url.value);
  sql.bind_or_null(5, a.published.value);
  if (published) sql.bind(6, published->from).bind(7, published->to);
  sql.bind_or_null(8, a.source.value).bind(9, origins);
  sql.run_bound();
  const std::int64_t source_id = writer_.source(a.source.value, a.url.value);
  Sql article(db_, "UPDATE articles SET source_id = ?2 WHERE article_id = ?1 AND latest_version = ?3");
  article.bind(1, version.article_id).bind_or_null(2, source_id).bind(3, version.version);
  article.run_bound();
  // Statements whose day is that of the publication move with it.
  for (const StatementRow& row : writer_.rows_of(version.version_id)) {
    StatementRow moved = row;
    writer_.replace(row, moved, a.published.value);
  }
}

}  // namespace onrecord
