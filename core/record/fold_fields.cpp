// The fold of corrections: the value in force of each field, over what the article or the rules had.
#include "record/fold.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/flat_json.h"
#include "store/correct.h"

namespace onrecord {
namespace {

std::string published_of(Database& db, std::int64_t version_id) {
  Sql sql(db, "SELECT published_on FROM versions WHERE version_id = ?1");
  sql.with(version_id);
  return sql.step() ? sql.text(0) : std::string();
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
    keep(extracted_field(db_, *row, field));
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
  const bool again = field == "published" || (field == "title" && stored->source_span.empty());
  if (again && read_again_ && !version.identity.starts_with("words:")) articles_.replace_statements(version, read_again_(version));
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

}  // namespace onrecord
