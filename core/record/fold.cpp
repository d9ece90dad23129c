#include "record/fold.h"

#include <algorithm>
#include <set>

#include "base/flat_json.h"
#include "base/sha256.h"
#include "match/name_key.h"
#include "store/correct.h"
#include "store/slots.h"
#include "text/folded_words.h"

namespace onrecord {
namespace {

std::string published_of(Database& db, std::int64_t version_id) {
  Sql sql(db, "SELECT published_on FROM versions WHERE version_id = ?1");
  sql.with(version_id);
  return sql.step() ? sql.text(0) : std::string();
}

// Where `words` stand in `text`, however blanks and line ends are set in either; an empty span when they do not.
Span find_words(std::string_view text, std::string_view words) {
  const std::size_t plain = text.find(words);
  if (plain != std::string_view::npos) {
    return {static_cast<std::uint32_t>(plain), static_cast<std::uint32_t>(plain + words.size())};
  }
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  // Both without runs of blanks, the text with a way back.
  std::string flat_text, flat_words;
  std::vector<std::uint32_t> at;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i]) && !flat_text.empty() && flat_text.back() == ' ') continue;
    flat_text += is_blank(text[i]) ? ' ' : text[i];
    at.push_back(static_cast<std::uint32_t>(i));
  }
  for (const char c : words) {
    if (is_blank(c) && (flat_words.empty() || flat_words.back() == ' ')) continue;
    flat_words += is_blank(c) ? ' ' : c;
  }
  while (flat_words.ends_with(' ')) flat_words.pop_back();
  const std::size_t found = flat_words.empty() ? std::string::npos : flat_text.find(flat_words);
  if (found == std::string::npos) return {};
  return {at[found], at[found + flat_words.size() - 1] + 1};
}

bool stands_in_marks(std::string_view text, Span span) {
  const std::string_view before = text.substr(0, span.begin), after = text.substr(span.end);
  return before.ends_with("“") || before.ends_with("\"") || before.ends_with("‘") || slice(text, span).starts_with("“") ||
         slice(text, span).starts_with("\"") || after.starts_with("”") || after.starts_with("\"");
}

// What the versions of an article had before a person corrected it: {"1 value":…,"1 origin":…,"2 value":…}.
std::string version_values(const std::string& kept, int version, const Field& had) {
  FlatObject object = parse_flat(kept).value_or(FlatObject{});
  object.emplace_back(std::to_string(version) + " value", had.value);
  object.emplace_back(std::to_string(version) + " origin", had.origin);
  return write_flat(object);
}

std::optional<Field> find_version_value(const std::string& kept, int version) {
  const auto object = parse_flat(kept);
  if (!object) return std::nullopt;
  const auto has = [&](const std::string& key) {
    return std::any_of(object->begin(), object->end(), [&](const auto& entry) { return entry.first == key; });
  };
  const std::string number = std::to_string(version);
  if (has(number + " value")) {
    return Field{std::string(flat_value(*object, number + " value")), std::string(flat_value(*object, number + " origin")), {}};
  }
  return std::nullopt;
}

}  // namespace

Scope scope_of(const Event& e) {
  const auto target = find_id(e.target);
  const char letter = e.target.empty() ? ' ' : e.target.front();
  if (e.verb == "undo") return Scope::Undo;
  if (e.verb == "merge" || e.verb == "split" || e.verb == "not-same" || e.verb == "unsure" || e.verb == "alias") return Scope::Identity;
  if (e.verb == "claim" || e.verb == "attach" || e.verb == "detach" || e.verb == "review" || e.verb == "note") return Scope::Claims;
  if (e.verb == "remove" && target && (letter == 'c' || letter == 'r' || letter == 'n')) return Scope::Claims;
  if (e.verb == "fix" || e.verb == "remove" || e.verb == "add") return Scope::Field;
  return Scope::None;
}

// ----------------------------------------------------------------------------------------------------------- keys

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
  return write_flat({{"article", sql.text(0)}, {"sha256", sql.text(1)}, {"place", sql.integer(2) != 0 ? "title" : "body"}, {"spans", sql.text(3)}});
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
  if (id && id->kind == IdKind::Statement) {
    const auto row = writer_.find(id->number);
    if (row && row->version_id == version_id) return *id;
  }
  return {IdKind::Statement,
          articles_.find_statement_at(version_id, flat_value(*object, "place") == "title", read_spans(flat_value(*object, "spans")))};
}

// ---------------------------------------------------------------------------------------------------------- apply

void Fold::set_waiting(std::int64_t event_id, const std::string& reason) {
  if (reason.empty()) Sql(db_, "DELETE FROM waiting WHERE event_id = ?1").run(event_id);
  else Sql(db_, "INSERT OR REPLACE INTO waiting(event_id, reason) VALUES (?1, ?2)").run(event_id, reason);
}

std::string Fold::apply(Event& e) {
  std::string reason;
  const Scope scope = scope_of(e);
  Id target;
  if (scope == Scope::Field || scope == Scope::Identity || e.verb == "purge") {
    if (e.verb != "add") {
      target = resolve(e.target, e.target_key);
      if (!target) reason = "what it is about is not in the record";
    }
  }
  if (reason.empty() && target && target.text() != e.target) {
    e.target = target.text();
    Sql(db_, "UPDATE events SET target = ?2 WHERE event_id = ?1").run(e.id, e.target);
  }
  if (reason.empty()) {
    if (e.verb == "add") reason = apply_added(e);
    else if (e.verb == "purge") reason = apply_purge(target);
    else if (scope == Scope::Field) reason = apply_field(e, target);
    else if (scope == Scope::Identity) reason = apply_identity(e, target);
    else if (scope == Scope::Claims) reason = apply_claims(e);
  }
  set_waiting(e.id, reason);
  return reason;
}

std::string Fold::apply_field(const Event& e, Id target) {
  const std::string field = e.verb == "remove" ? (target.kind == IdKind::Statement ? "statement" : "removed") : e.field;
  const std::string value = e.verb == "remove" ? (target.kind == IdKind::Statement ? "no" : "yes") : e.after;
  if (target.kind == IdKind::Statement) {
    const auto row = writer_.find(target.number);
    if (!row) return "the statement is not in the record";
    set_field(target, field, &value, e.id);
    return (row->state & kNoLongerFound) != 0 ? "the rules no longer find these words as a statement" : std::string();
  }
  set_field(target, field, &value, e.id);
  return {};
}

void Fold::set_field(Id target, const std::string& field, const std::string* value, std::int64_t event_id) {
  const std::string name = target.text();
  Sql known(db_, "SELECT extracted FROM corrections WHERE target = ?1 AND field = ?2");
  known.with(name, field);
  const bool corrected = known.step();
  const std::string kept = corrected ? known.text(0) : std::string();
  known.reset();
  if (!corrected && value == nullptr) return;
  const auto keep = [&](const std::string& extracted) {
    if (value == nullptr) {
      Sql(db_, "DELETE FROM corrections WHERE target = ?1 AND field = ?2").run(name, field);
    } else {
      Sql(db_, "INSERT INTO corrections(target, field, value, extracted, event_id) VALUES (?1, ?2, ?3, ?4, ?5) "
               "ON CONFLICT(target, field) DO UPDATE SET value = excluded.value, event_id = excluded.event_id")
          .run(name, field, *value, extracted, event_id);
    }
  };
  if (target.kind == IdKind::Statement) {
    const auto row = writer_.find(target.number);
    if (!row) return;
    keep(extracted_field(*row, field));
    StatementRow changed = *row;
    if (value != nullptr) set_statement_field(writer_, db_, changed, field, *value);
    else restore_statement_field(writer_, db_, changed, field, kept);
    Sql left(db_, "SELECT count(*) FROM corrections WHERE target = ?1");
    left.with(name);
    changed.corrected = left.step() && left.integer(0) > 0;
    left.reset();
    writer_.replace(*row, changed, published_of(db_, row->version_id));
  } else if (target.kind == IdKind::Speaker) {
    const std::string column = field == "kind" ? "kind" : "name";
    Sql now(db_, "SELECT " + column + " FROM speakers WHERE speaker_id = ?1");
    now.with(target.number);
    const std::string before = now.step() ? now.text(0) : std::string();
    now.reset();
    keep(before);
    Sql(db_, "UPDATE speakers SET " + column + " = ?2 WHERE speaker_id = ?1").run(target.number, value != nullptr ? *value : kept);
    writer_.forget_names();
  } else if (target.kind == IdKind::Article && field == "removed") {
    keep("no");
    const bool removed = value != nullptr && *value == "yes";
    Sql(db_, "UPDATE articles SET removed = ?2 WHERE article_id = ?1 AND removed < 2").run(target.number, removed ? 1 : 0);
    // What a person took out as "not a statement" stays out when the article comes back.
    for (const std::int64_t version : articles_.versions_of(target.number)) {
      Sql(db_, removed ? "UPDATE statements SET state = state | 2 WHERE version_id = ?1"
                       : "UPDATE statements SET state = state & ~2 WHERE version_id = ?1 AND NOT EXISTS (SELECT 1 FROM corrections c "
                         "WHERE c.target = 's' || statement_id AND c.field = 'statement' AND c.value = 'no')")
          .run(version);
      writer_.touch(version);
    }
  } else if (target.kind == IdKind::Article) {
    const auto version = articles_.find_latest(target.number);
    Article article = version ? version->article : Article{};
    const Field* now = article_field(article, field);
    if (now == nullptr) return;
    if (value != nullptr) {
      keep(version_values({}, version->version, *now));
      set_version_field(*version, field, *value, "corrected");
      return;
    }
    keep({});
    // Each version that was corrected gets back what it had.
    for (const std::int64_t id : articles_.versions_of(target.number)) {
      auto corrected_version = articles_.find_version(id);
      const auto before = corrected_version ? find_version_value(kept, corrected_version->version) : std::nullopt;
      if (before) set_version_field(*std::move(corrected_version), field, before->value, before->origin);
    }
  }
}

void Fold::set_version_field(StoredVersion version, const std::string& field, const std::string& value, const std::string& origin) {
  Field* stored = article_field(version.article, field);
  if (stored == nullptr) return;
  stored->value = value;
  stored->origin = origin;
  articles_.update_metadata(version);
  // "On Tuesday" is another day now; a title's statements stand in another title.
  const bool read_again = field == "published" || (field == "title" && stored->source_span.empty());
  if (read_again && extract_ && !version.identity.starts_with("words:")) articles_.replace_statements(version, extract_(version.article));
}

void Fold::correct_new_version(std::int64_t article_id) {
  const std::string target = Id{IdKind::Article, article_id}.text();
  struct Correction {
    std::string field, value, extracted;
  };
  std::vector<Correction> corrections;
  Sql in_force(db_, "SELECT field, value, extracted FROM corrections WHERE target = ?1 AND field <> 'removed' ORDER BY field");
  in_force.with(target);
  while (in_force.step()) corrections.push_back({in_force.text(0), in_force.text(1), in_force.text(2)});
  in_force.reset();
  for (const Correction& c : corrections) {
    auto version = articles_.find_latest(article_id);
    const Field* now = article_field(version->article, c.field);
    if (now == nullptr) continue;
    Sql(db_, "UPDATE corrections SET extracted = ?3 WHERE target = ?1 AND field = ?2")
        .run(target, c.field, version_values(c.extracted, version->version, *now));
    set_version_field(*std::move(version), c.field, c.value, "corrected");
  }
}

// ----------------------------------------------------------------------------------------------------- identities

std::int64_t Fold::root_of(std::int64_t speaker_id) {
  Sql sql(db_, "SELECT coalesce(leads_to, speaker_id) FROM speakers WHERE speaker_id = ?1");
  sql.with(speaker_id);
  return sql.step() ? sql.integer(0) : speaker_id;
}

std::string Fold::apply_identity(const Event& e, Id target) {
  if (e.verb == "alias") {
    Sql(db_, "INSERT OR IGNORE INTO aliases(speaker_id, name, event_id) VALUES (?1, ?2, ?3)").run(target.number, e.after, e.id);
    return {};
  }
  const auto link = [&](std::int64_t a, std::int64_t b, const char* relation) {
    Sql(db_, "INSERT INTO identity_links(speaker_id, other_id, relation, event_id) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT(speaker_id, other_id) DO UPDATE SET relation = excluded.relation, event_id = excluded.event_id")
        .run(std::min(a, b), std::max(a, b), relation, e.id);
  };
  if (e.verb == "split") {
    if (root_of(target.number) == target.number) return "the speaker leads to no other";
    const std::int64_t root = root_of(target.number);
    Sql(db_, "DELETE FROM identity_links WHERE relation = 'same' AND (speaker_id = ?1 OR other_id = ?1)").run(target.number);
    Sql(db_, "UPDATE speakers SET leads_to = NULL WHERE speaker_id = ?1").run(target.number);
    writer_.reload_links();
    writer_.index_speaker_again(root);
    return {};
  }
  const auto object = parse_flat(e.after);
  if (!object) return "the other speaker is not named";
  const Id other = resolve(std::string(flat_value(*object, "speaker")), std::string(flat_value(*object, "key")));
  if (!other) return "the other speaker is not in the record";
  const std::int64_t from = root_of(target.number), into = root_of(other.number);
  if (e.verb == "merge") {
    if (from == into) return "the two are one speaker already";
    Sql apart(db_, "SELECT max(l.event_id) FROM identity_links l JOIN speakers x ON x.speaker_id = l.speaker_id JOIN speakers y ON y.speaker_id = "
                   "l.other_id WHERE l.relation = 'different' AND ((coalesce(x.leads_to, x.speaker_id) = ?1 AND coalesce(y.leads_to, "
                   "y.speaker_id) = ?2) OR (coalesce(x.leads_to, x.speaker_id) = ?2 AND coalesce(y.leads_to, y.speaker_id) = ?1))");
    apart.with(from, into);
    if (apart.step() && apart.integer(0) > 0) return "the two were said to be different (" + Id{IdKind::Event, apart.integer(0)}.text() + ")";
    apart.reset();
    link(target.number, other.number, "same");
    Sql(db_, "UPDATE speakers SET leads_to = ?2 WHERE speaker_id = ?1 OR leads_to = ?1").run(from, into);
    Sql(db_, "UPDATE OR IGNORE said_by SET speaker_id = ?2 WHERE speaker_id = ?1").run(from, into);
    Sql(db_, "DELETE FROM said_by WHERE speaker_id = ?1").run(from);
    writer_.reload_links();
    return {};
  }
  if (from == into) return "the two are one speaker";
  link(target.number, other.number, e.verb == "unsure" ? "unsure" : "different");
  return {};
}

// --------------------------------------------------------------------------------------------------------- claims

std::string Fold::apply_claims(const Event& e) {
  const auto own = find_id(e.target);
  if (!own) return "it has no target";
  const auto there = [&](const char* table, const char* column, std::int64_t number) {
    Sql sql(db_, std::string("SELECT 1 FROM ") + table + " WHERE " + column + " = ?1");
    sql.with(number);
    return sql.step();
  };
  if (e.verb == "claim") {
    Sql(db_, "INSERT INTO claims(claim_id, claim, event_id) VALUES (?1, ?2, ?3)").run(own->number, e.after, e.id);
    return {};
  }
  if (e.verb == "remove") {
    if (own->kind == IdKind::Claim) {
      if (!there("claims", "claim_id", own->number)) return "the claim is not there";
      Sql(db_, "DELETE FROM claim_statements WHERE claim_id = ?1").run(own->number);
      Sql(db_, "DELETE FROM reviews WHERE claim_id = ?1").run(own->number);
      Sql(db_, "DELETE FROM claims WHERE claim_id = ?1").run(own->number);
    } else if (own->kind == IdKind::Review) {
      Sql(db_, "DELETE FROM reviews WHERE review_id = ?1").run(own->number);
    } else {
      Sql(db_, "DELETE FROM notes WHERE note_id = ?1").run(own->number);
    }
    return {};
  }
  const auto object = parse_flat(e.after);
  if (!object) return "it carries nothing that can be read";
  if (e.verb == "note") {
    const Id about = resolve(std::string(flat_value(*object, "about")), std::string(flat_value(*object, "key")));
    if (!about) return "what the note is about is not in the record";
    Sql(db_, "INSERT INTO notes(note_id, target, text, event_id) VALUES (?1, ?2, ?3, ?4)")
        .run(own->number, about.text(), flat_value(*object, "text"), e.id);
    return {};
  }
  const Id claim = e.verb == "review" ? find_id(flat_value(*object, "claim")).value_or(Id{}) : *own;
  if (!there("claims", "claim_id", claim.number)) return "the claim " + claim.text() + " is not there";
  if (e.verb == "review") {
    Sql sql(db_, "INSERT INTO reviews(review_id, claim_id, verdict, said_so, rating, reviewer, reviewed_on, url, evidence, event_id) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    sql.bind(1, own->number).bind(2, claim.number).bind(10, e.id);
    int index = 3;
    for (const char* field : {"verdict", "said_so", "rating", "by", "on", "url", "evidence"})
      sql.bind_or_null(index++, flat_value(*object, field));
    sql.run_bound();
    return {};
  }
  const Id statement = resolve(std::string(flat_value(*object, "statement")), std::string(flat_value(*object, "key")));
  if (!statement || !writer_.find(statement.number)) return "the statement is not in the record";
  if (e.verb == "attach") {
    Sql(db_, "INSERT INTO claim_statements(claim_id, statement_id, relation, event_id) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT(claim_id, statement_id) DO UPDATE SET relation = excluded.relation, event_id = excluded.event_id")
        .run(claim.number, statement.number, flat_value(*object, "as"), e.id);
  } else {
    Sql(db_, "DELETE FROM claim_statements WHERE claim_id = ?1 AND statement_id = ?2").run(claim.number, statement.number);
    if (db_.changes() == 0) return "the statement is not attached to the claim";
  }
  return {};
}

// --------------------------------------------------------------------------------------- added by hand, and purged

std::string Fold::apply_added(Event& e) {
  const auto object = parse_flat(e.after);
  if (!object) return "it carries no statement";
  const auto text = [&](std::string_view key) { return std::string(flat_value(*object, key)); };
  const std::string words = text("words");
  std::int64_t version_id = 0;
  std::string published;
  StatementRow row;
  const auto key = parse_flat(e.target_key);
  const std::string identity = key ? std::string(flat_value(*key, "article")) : std::string();
  if (identity.starts_with("words:")) {
    // A text of its own: the words and nothing else.
    std::int64_t article_id = articles_.find_by_identity(identity);
    if (article_id == 0) {
      article_id = writer_.counters().take(IdKind::Article);
      const std::int64_t source_id = writer_.source(text("source"), text("url"));
      Sql article(db_, "INSERT INTO articles(article_id, source_id, identity, latest_version) VALUES (?1, ?2, ?3, 1)");
      article.bind(1, article_id).bind_or_null(2, source_id).bind(3, identity);
      article.run_bound();
      Sql version(db_, "INSERT INTO versions(article_id, version, name, text, text_sha256, blocks, url, source, origins, captured_at, "
                       "rules_version) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')");
      const std::string sha256 = sha256_hex(words), blocks = "p0+" + std::to_string(words.size()), url = text("url"), source = text("source");
      const std::string origins = write_flat({{"source", source.empty() ? "" : "option"}});
      version.bind(1, article_id).bind(2, identity).bind(3, words).bind(4, sha256).bind(5, blocks).bind_or_null(6, url);
      version.bind_or_null(7, source).bind(8, origins).bind(9, e.at);
      version.run_bound();
    }
    version_id = articles_.find_latest(article_id)->version_id;
    row.spans = {{0, static_cast<std::uint32_t>(words.size())}};
    row.words = words;
  } else {
    const std::int64_t article_id = articles_.find_by_identity(identity);
    const auto latest = article_id == 0 ? std::nullopt : articles_.find_latest(article_id);
    if (!latest || latest->removed == 2) return "the article is not in the record";
    const std::string sha256 = key ? std::string(flat_value(*key, "sha256")) : std::string();
    for (const std::int64_t candidate : articles_.versions_of(article_id)) {
      const auto version = articles_.find_version(candidate);
      if (!version || (version->text_sha256 != sha256 && candidate != latest->version_id)) continue;
      const Span span = find_words(version->article.text, words);
      if (span.empty()) continue;
      version_id = candidate;
      published = version->article.published.value;
      row.spans = {span};
      row.words = std::string(slice(version->article.text, span));
      row.kind = stands_in_marks(version->article.text, span) ? StatementKind::Direct : StatementKind::Indirect;
      if (version->version != latest->version) row.state = kOldVersion;
      if (version->text_sha256 == sha256) break;
    }
    if (version_id == 0) return "the words are not in the article's text";
  }
  row.version_id = version_id;
  row.confidence = row.speaker_confidence = 1;
  row.rule_id = writer_.rule("by-hand", "");
  row.cue.words = text("cue");
  row.role = text("role");
  if (!text("said").empty()) set_statement_field(writer_, db_, row, "said", text("said") == "unknown" ? "" : text("said"));
  if (!text("kind").empty()) set_statement_field(writer_, db_, row, "kind", text("kind"));
  if (!text("act").empty()) set_statement_field(writer_, db_, row, "act", text("act"));
  set_statement_field(writer_, db_, row, "speaker", text("speaker"));
  row.corrected = true;
  const auto wanted = find_id(e.target);
  row.id = wanted && wanted->kind == IdKind::Statement && !writer_.find(wanted->number) ? wanted->number
                                                                                       : writer_.counters().take(IdKind::Statement);
  writer_.counters().reserve(IdKind::Statement, row.id);
  row.n = kAddedByHand + row.id;
  std::vector<StatementRow> rows{row};
  writer_.insert(rows, published);
  const std::string target = Id{IdKind::Statement, row.id}.text();
  if (target != e.target) {
    e.target = target;
    Sql(db_, "UPDATE events SET target = ?2 WHERE event_id = ?1").run(e.id, target);
  }
  return {};
}

std::string Fold::apply_purge(Id article) {
  for (const std::int64_t version_id : articles_.versions_of(article.number)) {
    const auto version = articles_.find_version(version_id);
    if (!version) continue;
    writer_.flush();
    writer_.sightings().remove_article(version_id, version->article.text);
    for (const StatementRow& row : writer_.rows_of(version_id)) {
      Sql(db_, "DELETE FROM claim_statements WHERE statement_id = ?1").run(row.id);
      Sql(db_, "DELETE FROM corrections WHERE target = ?1").run(Id{IdKind::Statement, row.id}.text());
      writer_.erase(row);
    }
    Sql(db_, "DELETE FROM captures WHERE version_id = ?1").run(version_id);
    Sql(db_, "UPDATE versions SET text = '', text_sha256 = '', blocks = '', authors = NULL, title = NULL, byline = NULL, dateline = NULL, "
             "origins = '{}' WHERE version_id = ?1")
        .run(version_id);
  }
  writer_.flush();
  Sql(db_, "DELETE FROM wire_groups WHERE article_id = ?1").run(article.number);
  Sql(db_, "UPDATE articles SET removed = 2 WHERE article_id = ?1").run(article.number);
  // Words that were taken out stay in the index's older pages until it is written anew.
  db_.run("INSERT INTO statement_words(statement_words) VALUES ('optimize')");
  return {};
}

// ---------------------------------------------------------------------------------------------------------- again

void Fold::refold_field(Id target, const std::string& field) {
  const std::set<std::int64_t> undone = log_.undone();
  const Event* last = nullptr;
  const auto events = log_.list("target = ?1", target.text());
  for (const Event& e : events) {
    if (undone.contains(e.id) || (e.verb != "fix" && e.verb != "remove")) continue;
    const std::string its_field = e.verb == "remove" ? (target.kind == IdKind::Statement ? "statement" : "removed") : e.field;
    if (its_field == field) last = &e;
  }
  if (last == nullptr) {
    set_field(target, field, nullptr, 0);
  } else {
    Event again = *last;
    apply(again);
  }
}

void Fold::refold(const Event& e) {
  const Scope scope = scope_of(e);
  if (scope == Scope::Undo) {
    if (const auto undone = log_.find(e.undoes)) refold(*undone);
    return;
  }
  if (scope != Scope::Field) {
    refold(scope);
    return;
  }
  const Id target = resolve(e.target, e.verb == "add" ? std::string() : e.target_key);
  if (!target) return;
  if (e.verb == "add") {
    const bool undone = log_.undone().contains(e.id);
    writer_.flush();
    if (const auto row = writer_.find(target.number)) writer_.touch(row->version_id);
    Sql(db_, undone ? "UPDATE statements SET state = state | 2 WHERE statement_id = ?1"
                    : "UPDATE statements SET state = state & ~2 WHERE statement_id = ?1")
        .run(target.number);
    return;
  }
  refold_field(target, e.verb == "remove" ? (target.kind == IdKind::Statement ? "statement" : "removed") : e.field);
}

void Fold::refold(Scope scope) {
  if (scope != Scope::Identity && scope != Scope::Claims) return;
  writer_.flush();
  if (scope == Scope::Identity) {
    std::vector<std::int64_t> roots;
    Sql merged(db_, "SELECT DISTINCT leads_to FROM speakers WHERE leads_to IS NOT NULL");
    while (merged.step()) roots.push_back(merged.integer(0));
    merged.reset();
    db_.run("DELETE FROM identity_links; DELETE FROM aliases; UPDATE speakers SET leads_to = NULL WHERE leads_to IS NOT NULL");
    writer_.reload_links();
    for (const std::int64_t root : roots) writer_.index_speaker_again(root);
  } else {
    db_.run("DELETE FROM claim_statements; DELETE FROM reviews; DELETE FROM notes; DELETE FROM claims");
  }
  const std::set<std::int64_t> undone = log_.undone();
  for (Event& e : log_.list()) {
    if (scope_of(e) != scope) continue;
    if (undone.contains(e.id)) set_waiting(e.id, {});
    else apply(e);
  }
}

void Fold::retry_waiting() {
  std::vector<std::int64_t> ids;
  Sql waiting(db_, "SELECT event_id FROM waiting ORDER BY event_id");
  while (waiting.step()) ids.push_back(waiting.integer(0));
  waiting.reset();
  if (ids.empty()) return;
  const std::set<std::int64_t> undone = log_.undone();
  for (const std::int64_t id : ids) {
    auto event = log_.find(id);
    if (!event) continue;
    if (undone.contains(id)) {
      set_waiting(id, {});
      continue;
    }
    // Later events about the same may hold already: what holds is folded, not overwritten.
    const std::string reason = apply(*event);
    if (reason.empty() && scope_of(*event) == Scope::Field && event->verb != "add") refold(*event);
  }
}

}  // namespace onrecord
