// What an id means in words that hold in another file, and what such words mean in this one.
#include "record/fold.h"

#include "base/flat_json.h"

namespace onrecord {

std::string Fold::key_of(Id id) {
  if (id.kind == IdKind::Article) {
    Sql sql(db_, "SELECT identity FROM articles WHERE article_id = ?1");
    sql.with(id.number);
    return sql.step() ? write_flat({{"article", sql.text(0)}}) : std::string();
  }
  if (id.kind == IdKind::Speaker) {
    Sql sql(db_, "SELECT name_key FROM speakers WHERE speaker_id = ?1");
    sql.with(id.number);
    return sql.step() ? write_flat({{"speaker", sql.text(0)}}) : std::string();
  }
  if (id.kind == IdKind::Source) {
    Sql sql(db_, "SELECT name_key FROM sources WHERE source_id = ?1");
    sql.with(id.number);
    return sql.step() ? write_flat({{"source", sql.text(0)}}) : std::string();
  }
  if (id.kind != IdKind::Statement) return write_flat({{"id", id.text()}});
  Sql sql(db_, "SELECT a.identity, v.text_sha256, s.in_title, coalesce(s.spans, s.begin_byte || '-' || s.end_byte) FROM statements s "
               "JOIN versions v USING (version_id) JOIN articles a USING (article_id) WHERE s.statement_id = ?1");
  sql.with(id.number);
  if (!sql.step()) return {};
  return write_flat(
      {{"article", sql.text(0)}, {"sha256", sql.text(1)}, {"place", sql.integer(2) != 0 ? "title" : "body"}, {"spans", sql.text(3)}});
}

Id Fold::resolve(const std::string& target, const std::string& key) {
  const auto id = find_id(target);
  const auto object = parse_flat(key);
  if (!object || object->empty()) return id.value_or(Id{});
  if (const auto own = flat_value(*object, "id"); !own.empty()) return find_id(own).value_or(Id{});
  if (id && key_of(*id) == key) return *id;  // the usual case: it is this file's own
  if (const auto name = flat_value(*object, "speaker"); !name.empty()) {
    Sql sql(db_, "SELECT speaker_id FROM speakers WHERE name_key = ?1");
    sql.with(name);
    return sql.step() ? Id{IdKind::Speaker, sql.integer(0)} : Id{IdKind::Speaker, 0};
  }
  if (const auto name = flat_value(*object, "source"); !name.empty()) {
    Sql sql(db_, "SELECT source_id FROM sources WHERE name_key = ?1");
    sql.with(name);
    return sql.step() ? Id{IdKind::Source, sql.integer(0)} : Id{IdKind::Source, 0};
  }
  const std::int64_t article = articles_.find_by_identity(flat_value(*object, "article"));
  if (flat_value(*object, "sha256").empty()) return {IdKind::Article, article};
  // A statement: its letters in the very text that the event was about. After a rebuild its spans may have moved a little.
  Sql version(db_, "SELECT version_id FROM versions WHERE article_id = ?1 AND text_sha256 = ?2 ORDER BY version");
  version.with(article, flat_value(*object, "sha256"));
  if (!version.step()) return {IdKind::Statement, 0};
  const std::int64_t version_id = version.integer(0);
  version.reset();
  const bool in_title = flat_value(*object, "place") == "title";
  const std::vector<Span> spans = read_spans(flat_value(*object, "spans"));
  // The same number may be another statement's here: it tells something only where nothing stands at the very letters.
  if (const std::int64_t there = articles_.find_statement_at(version_id, in_title, spans, 1); there != 0) return {IdKind::Statement, there};
  if (id && id->kind == IdKind::Statement) {
    const auto row = writer_.find(id->number);
    if (row && row->version_id == version_id) return *id;
  }
  return {IdKind::Statement, articles_.find_statement_at(version_id, in_title, spans)};
}

}  // namespace onrecord
