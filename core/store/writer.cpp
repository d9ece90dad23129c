#include "store/writer.h"

#include <algorithm>

#include "base/flat_json.h"
#include "match/name_key.h"
#include "store/rows/names.h"
#include "store/rows/slots.h"
#include "store/rows/statement_columns.h"
#include "text/folded_words.h"

namespace onrecord {
namespace {

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of("/?#:")));
}

int rank(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::Person: return 4;
    case SpeakerKind::Organization: return 3;
    case SpeakerKind::Document: return 2;
    case SpeakerKind::Group: return 1;
    case SpeakerKind::Unknown: return 0;
  }
  return 0;
}

}  // namespace

Writer::Writer(Database& db, std::string rules_version)
    : db_(db),
      rules_version_(std::move(rules_version)),
      sightings_(db),
      hashes_(db),
      find_source_(db, "SELECT source_id FROM sources WHERE name_key = ?1"),
      insert_source_(db, "INSERT INTO sources(source_id, name, name_key, host) VALUES (?1, ?2, ?3, ?4)"),
      find_speaker_(db, "SELECT speaker_id, name, kind FROM speakers WHERE name_key = ?1"),
      insert_speaker_(db, "INSERT INTO speakers(speaker_id, name, name_key, kind) VALUES (?1, ?2, ?3, ?4)"),
      better_speaker_(db, "UPDATE speakers SET name = ?2, kind = ?3 WHERE speaker_id = ?1"),
      find_rule_(db, "SELECT rule_id FROM rules WHERE name = ?1 AND rules_version = ?2"),
      insert_rule_(db, "INSERT INTO rules(name, rules_version) VALUES (?1, ?2) RETURNING rule_id"),
      last_in_day_(db, "SELECT max(slot) FROM statements WHERE slot BETWEEN ?1 AND ?2"),
      insert_(db, insert_statement_sql()),
      update_(db, update_statement_sql()),
      delete_(db, "DELETE FROM statements WHERE statement_id = ?1"),
      insert_joint_(db, "INSERT INTO joint_speakers(statement_id, seq, speaker_id, name) VALUES (?1, ?2, ?3, ?4)"),
      delete_joint_(db, "DELETE FROM joint_speakers WHERE statement_id = ?1"),
      joint_of_(db, "SELECT speaker_id, name FROM joint_speakers WHERE statement_id = ?1 ORDER BY seq"),
      insert_said_(db, "INSERT OR IGNORE INTO said_by(speaker_id, slot) VALUES (?1, ?2)"),
      delete_said_(db, "DELETE FROM said_by WHERE speaker_id = ?1 AND slot = ?2"),
      insert_words_(db, "INSERT INTO statement_words(rowid, words, who, vague) VALUES (?1, ?2, ?3, ?4)"),
      delete_words_(db, "INSERT INTO statement_words(statement_words, rowid, words, who, vague) "
                        "SELECT 'delete', slot, words, who, vague FROM statement_texts WHERE slot = ?1"),
      by_id_(db, "SELECT " + std::string(kStatementColumns) + " FROM statements WHERE statement_id = ?1"),
      of_version_(db, "SELECT " + std::string(kStatementColumns) + " FROM statements WHERE version_id = ?1 ORDER BY n") {}

void Writer::begin() {
  counters_.load(db_);
  new_sources_.clear();
  new_rules_.clear();
  new_speakers_.clear();
  sightings_.begin();
  reload_links();
}

void Writer::reload_links() {
  leads_to_.clear();
  Sql links(db_, "SELECT speaker_id, leads_to FROM speakers WHERE leads_to IS NOT NULL");
  while (links.step()) leads_to_.emplace(links.integer(0), links.integer(1));
}

void Writer::index_speaker_again(std::int64_t speaker_id) {
  flush();
  std::vector<std::int64_t> slots;
  Sql of_speaker(db_, "SELECT slot FROM said_by WHERE speaker_id = ?1");
  of_speaker.with(speaker_id);
  while (of_speaker.step()) slots.push_back(of_speaker.integer(0));
  of_speaker.reset();
  Sql own(db_, "SELECT speaker_id FROM statements WHERE slot = ?1 AND joint = 0 UNION "
               "SELECT j.speaker_id FROM joint_speakers j JOIN statements s USING (statement_id) WHERE s.slot = ?1");
  for (const std::int64_t slot : slots) {
    delete_said_.run(speaker_id, slot);
    own.with(slot);
    while (own.step())
      if (!own.is_null(0)) insert_said_.run(canonical(own.integer(0)), slot);
  }
}

// In pieces, which each have a dictionary of their own, the index takes a tenth more. A large record's are merged as it grows.
void Writer::join_full_text(std::int64_t articles) {
  constexpr std::int64_t kSmall = 20000, kGoodPart = 4;  // statements; one article in so many
  if (db_.integer("SELECT max(statement_id) FROM statements") > kSmall) return;
  if (articles * kGoodPart < db_.integer("SELECT max(article_id) FROM articles")) return;
  db_.run("INSERT INTO statement_words(statement_words) VALUES ('optimize')");
}

void Writer::finish() {
  flush();
  hashes_.renew();
  counters_.save(db_);
}

void Writer::forget() {
  sources_.clear();
  rules_.clear();
  speakers_.clear();
  words_.clear();
  said_.clear();
  hashes_.forget();
  sightings_.forget();
}

Writer::Mark Writer::mark() const {
  return {words_.size(), said_.size(), new_speakers_.size(), new_sources_.size(), new_rules_.size(), sightings_.queued()};
}

void Writer::cut_back(const Mark& mark) {
  const auto cut = [](auto& known, std::vector<std::string>& keys, std::size_t length) {
    for (std::size_t i = length; i < keys.size(); ++i) known.erase(keys[i]);
    keys.resize(std::min(keys.size(), length));
  };
  cut(sources_, new_sources_, mark.sources);
  cut(rules_, new_rules_, mark.rules);
  cut(speakers_, new_speakers_, mark.speakers);
  words_.resize(std::min(words_.size(), mark.words));
  said_.resize(std::min(said_.size(), mark.said));
  sightings_.cut_back(mark.sightings);
}

std::int64_t Writer::source(std::string_view name, std::string_view url) {
  if (name.empty()) return 0;
  std::string key = folded_words(name);
  if (key.empty()) key = name;
  const auto known = sources_.find(key);
  if (known != sources_.end()) return known->second;
  find_source_.with(key);
  std::int64_t id = find_source_.step() ? find_source_.integer(0) : 0;
  find_source_.reset();
  if (id == 0) {
    id = counters_.take(IdKind::Source);
    const std::string host = host_of(url);
    insert_source_.with(id, name, key).bind_or_null(4, host);
    insert_source_.run_bound();
  }
  sources_.emplace(key, id);
  new_sources_.push_back(std::move(key));
  return id;
}

std::int64_t Writer::speaker(std::string_view name, SpeakerKind kind) {
  std::string key = name_key(name);
  auto known = speakers_.find(key);
  if (known == speakers_.end()) {
    KnownSpeaker speaker;
    find_speaker_.with(key);
    if (find_speaker_.step()) {
      speaker = {find_speaker_.integer(0), find_speaker_.text(1),
                 find_speaker_kind(find_speaker_.view(2)).value_or(SpeakerKind::Unknown)};
    }
    find_speaker_.reset();
    if (speaker.id == 0) {
      speaker = {counters_.take(IdKind::Speaker), std::string(name), kind};
      insert_speaker_.run(speaker.id, name, key, speaker_kind_name(kind));
    }
    new_speakers_.push_back(key);
    known = speakers_.emplace(std::move(key), std::move(speaker)).first;
  }
  KnownSpeaker& speaker = known->second;
  const bool named_better = speaker.name != name && better_name(name, speaker.name);
  if (!named_better && rank(kind) <= rank(speaker.kind)) return speaker.id;
  // A name or kind that a person gave stays; what the articles have is kept beside it.
  speaker.name = named_better ? std::string(name) : speaker.name;
  speaker.kind = rank(kind) > rank(speaker.kind) ? kind : speaker.kind;
  const std::string target = Id{IdKind::Speaker, speaker.id}.text();
  Sql keep(db_, "UPDATE corrections SET extracted = ?3 WHERE target = ?1 AND field = ?2");
  keep.run(target, "name", speaker.name);
  const bool name_given = db_.changes() > 0;
  keep.run(target, "kind", speaker_kind_name(speaker.kind));
  const bool kind_given = db_.changes() > 0;
  if (!name_given && !kind_given) {
    better_speaker_.run(speaker.id, speaker.name, speaker_kind_name(speaker.kind));
  } else {
    if (!name_given) Sql(db_, "UPDATE speakers SET name = ?2 WHERE speaker_id = ?1").run(speaker.id, speaker.name);
    if (!kind_given) Sql(db_, "UPDATE speakers SET kind = ?2 WHERE speaker_id = ?1").run(speaker.id, speaker_kind_name(speaker.kind));
  }
  return speaker.id;
}

std::int64_t Writer::canonical(std::int64_t speaker_id) const {
  const auto found = leads_to_.find(speaker_id);
  return found == leads_to_.end() ? speaker_id : found->second;
}

std::int64_t Writer::rule(std::string_view name) { return rule(name, rules_version_); }

std::int64_t Writer::rule(std::string_view name, std::string_view rules_version) {
  std::string key = std::string(name) + '\n' + std::string(rules_version);
  const auto known = rules_.find(key);
  if (known != rules_.end()) return known->second;
  find_rule_.with(name, rules_version);
  std::int64_t id = find_rule_.step() ? find_rule_.integer(0) : 0;
  find_rule_.reset();
  if (id == 0) {
    insert_rule_.with(name, rules_version);
    if (insert_rule_.step()) id = insert_rule_.integer(0);
    insert_rule_.reset();
  }
  rules_.emplace(key, id);
  new_rules_.push_back(std::move(key));
  return id;
}

void Writer::resolve_speakers(StatementRow& row, const std::vector<std::string>& members) {
  row.speaker_id = 0;
  row.joint.clear();
  if (row.speaker.empty()) return;
  if (members.size() < 2) {
    if (names_identity(row.speaker, row.speaker_kind, row.unnamed)) row.speaker_id = speaker(row.speaker, row.speaker_kind);
    return;
  }
  for (const std::string& name : members) {
    const bool identity = names_identity(name, row.speaker_kind, row.unnamed);
    row.joint.push_back({identity ? speaker(name, row.speaker_kind) : 0, name});
    if (row.speaker_id == 0) row.speaker_id = row.joint.back().speaker_id;
  }
}

std::int64_t Writer::free_slot(std::optional<std::int64_t> day) {
  last_in_day_.with(first_slot(day), last_slot(day));
  const std::int64_t last = last_in_day_.step() ? last_in_day_.integer(0) : 0;
  last_in_day_.reset();
  const std::int64_t slot = last == 0 ? first_slot(day) : last + 1;
  if (slot > last_slot(day)) {
    throw SqlError(Error{ErrorCode::Failed, "more statements on one day than a record holds (16 million)", db_.path(), {}});
  }
  return slot;
}

void Writer::write_joint(const StatementRow& row) {
  std::int64_t seq = 0;
  for (const JointSpeaker& member : row.joint) {
    insert_joint_.with(row.id, ++seq).bind_or_null(3, member.speaker_id).bind(4, member.name);
    insert_joint_.run_bound();
  }
}

void Writer::enter(const StatementRow& row, std::string_view published_on) {
  words_.push_back({row.slot, row.words, who_words(row), vague_word(row, published_on)});
  if (row.joint.empty()) {
    if (row.speaker_id != 0) said_.emplace_back(canonical(row.speaker_id), row.slot);
  } else {
    for (const JointSpeaker& member : row.joint)
      if (member.speaker_id != 0) said_.emplace_back(canonical(member.speaker_id), row.slot);
  }
}

void Writer::retract(const StatementRow& row) {
  flush();
  delete_words_.run(row.slot);  // by what stands in the table still
  if (row.speaker_id != 0) delete_said_.run(canonical(row.speaker_id), row.slot);
  for (const JointSpeaker& member : row.joint)
    if (member.speaker_id != 0) delete_said_.run(canonical(member.speaker_id), row.slot);
}

void Writer::insert_version(std::vector<StatementRow>& rows, std::string_view published_on) {
  if (rows.empty()) return;
  write(rows, published_on);
  std::string bytes;
  for (const StatementRow& row : rows) bytes += statement_bytes(row, effective_days(row.said_on, published_on));
  hashes_.write(rows.front().version_id, bytes);
}

void Writer::insert(std::vector<StatementRow>& rows, std::string_view published_on) {
  write(rows, published_on);
  for (const StatementRow& row : rows) hashes_.touch(row.version_id);
}

void Writer::write(std::vector<StatementRow>& rows, std::string_view published_on) {
  // Newest first shall read an article from its top, so later statements of a day stand lower: slots are given from the last.
  std::vector<std::pair<std::optional<std::int64_t>, std::int64_t>> next;  // day, its next free slot
  for (std::size_t i = rows.size(); i-- > 0;) {
    const auto day = sort_day(rows[i].said_on, published_on);
    auto at = std::find_if(next.begin(), next.end(), [&](const auto& entry) { return entry.first == day; });
    if (at == next.end()) at = next.insert(next.end(), {day, free_slot(day)});
    rows[i].slot = at->second++;
    if (rows[i].slot > last_slot(day)) {
      throw SqlError(Error{ErrorCode::Failed, "more statements on one day than a record holds (16 million)", db_.path(), {}});
    }
  }
  for (StatementRow& row : rows) {
    if (row.id == 0) row.id = counters_.take(IdKind::Statement);
    bind_statement(insert_, row, effective_days(row.said_on, published_on));
    insert_.run_bound();
    if (!row.joint.empty()) write_joint(row);
    enter(row, published_on);
    sightings_.add_statement(row.id, row.words);
  }
}

void Writer::replace(const StatementRow& old, StatementRow& changed, std::string_view published_on) {
  hashes_.touch(changed.version_id);
  retract(old);
  const auto day = sort_day(changed.said_on, published_on);
  const bool same_day = old.slot >= first_slot(day) && old.slot <= last_slot(day);
  changed.slot = same_day ? old.slot : free_slot(day);
  bind_statement(update_, changed, effective_days(changed.said_on, published_on));
  update_.run_bound();
  if (old.joint != changed.joint) {
    delete_joint_.run(changed.id);
    write_joint(changed);
  }
  enter(changed, published_on);
  if (old.words != changed.words) {
    sightings_.remove_statement(changed.id, old.words);
    sightings_.add_statement(changed.id, changed.words);
  }
}

void Writer::erase(const StatementRow& row) {
  hashes_.touch(row.version_id);
  retract(row);
  sightings_.remove_statement(row.id, row.words);
  delete_joint_.run(row.id);
  Sql(db_, "UPDATE statements SET outer_id = NULL WHERE outer_id = ?1").run(row.id);
  delete_.run(row.id);
}

StatementRow Writer::read(Sql& sql) {
  StatementRow row = read_statement(sql);
  if (sql.integer(kJointColumn) == 0) return row;
  joint_of_.with(row.id);
  while (joint_of_.step()) row.joint.push_back({joint_of_.integer(0), joint_of_.text(1)});
  joint_of_.reset();
  return row;
}

std::optional<StatementRow> Writer::find(std::int64_t statement_id) {
  by_id_.with(statement_id);
  std::optional<StatementRow> row;
  if (by_id_.step()) row = read(by_id_);
  by_id_.reset();
  return row;
}

std::vector<StatementRow> Writer::rows_of(std::int64_t version_id) {
  std::vector<StatementRow> rows;
  of_version_.with(version_id);
  while (of_version_.step()) rows.push_back(read(of_version_));
  of_version_.reset();
  return rows;
}

void Writer::flush() {
  // In the order of their slots the full-text index takes them without writing itself out in between.
  std::sort(words_.begin(), words_.end(), [](const QueuedWords& a, const QueuedWords& b) { return a.slot < b.slot; });
  for (const QueuedWords& words : words_) insert_words_.run(words.slot, words.words, words.who, words.vague);
  words_.clear();
  // And these, many of one speaker, fall on few pages.
  std::sort(said_.begin(), said_.end());
  for (const auto& [speaker, slot] : said_) insert_said_.run(speaker, slot);
  said_.clear();
  sightings_.flush();
}

}  // namespace onrecord
