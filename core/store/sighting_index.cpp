#include "store/sighting_index.h"

#include <algorithm>

namespace onrecord {
namespace {

// So many different wordings may share a run of words, or go on alike beside it, before it counts as a turn of phrase.
constexpr int kMostWithRun = 64;
constexpr std::size_t kMostAlike = 8;
constexpr int kMostCopies = 16;
// Copies of a story share at least so much of the shorter one.
constexpr double kWireShare = 0.5;
constexpr std::size_t kWireHashesShared = 1;
// So many recent fingerprints stay where they are.
constexpr std::int64_t kFewRecent = 32768;

std::int64_t as_key(std::uint64_t hash) { return static_cast<std::int64_t>(hash); }

}  // namespace

SightingIndex::SightingIndex(Database& db)
    : db_(db),
      with_run_(db, "SELECT hash, statement_id FROM sketches WHERE hash BETWEEN ?1 AND ?2 UNION ALL "
                    "SELECT hash, statement_id FROM recent_sketches WHERE hash BETWEEN ?1 AND ?2 LIMIT ?3"),
      insert_hash_(db, "INSERT OR IGNORE INTO recent_sketches(hash, statement_id) VALUES (?1, ?2)"),
      delete_hash_(db, "DELETE FROM sketches WHERE hash = ?1 AND statement_id = ?2"),
      delete_recent_hash_(db, "DELETE FROM recent_sketches WHERE hash = ?1 AND statement_id = ?2"),
      words_of_(db, "SELECT version_id, words FROM statements WHERE statement_id = ?1"),
      group_of_(db, "SELECT group_id FROM sightings WHERE statement_id = ?1"),
      insert_group_(db, "INSERT INTO sightings(statement_id, group_id) VALUES (?1, ?2)"),
      move_group_(db, "UPDATE sightings SET group_id = ?2 WHERE group_id = ?1"),
      wire_with_hash_(db, "SELECT s.version_id, v.article_id FROM wire_sketches s JOIN versions v USING (version_id) "
                          "WHERE s.hash = ?1 LIMIT ?2"),
      insert_wire_hash_(db, "INSERT OR IGNORE INTO wire_sketches(hash, version_id) VALUES (?1, ?2)"),
      delete_wire_hash_(db, "DELETE FROM wire_sketches WHERE hash = ?1 AND version_id = ?2"),
      text_of_(db, "SELECT text FROM versions WHERE version_id = ?1"),
      wire_group_of_(db, "SELECT group_id FROM wire_groups WHERE article_id = ?1"),
      insert_wire_(db, "INSERT INTO wire_groups(article_id, group_id) VALUES (?1, ?2)"),
      move_wire_(db, "UPDATE wire_groups SET group_id = ?2 WHERE group_id = ?1") {}

void SightingIndex::add_statement(std::int64_t statement_id, std::int64_t version_id, std::string_view words) {
  if (!looking_) return;
  Queued queued{statement_id, version_id, word_hashes(words), {}};
  queued.sketch = sketch_of(queued.words);
  if (queued.sketch.count > 0) statements_.push_back(std::move(queued));
}

void SightingIndex::add_article(std::int64_t version_id, std::int64_t article_id, std::string_view text) {
  if (!looking_) return;
  QueuedArticle queued{version_id, article_id, {}, word_hashes(text)};
  queued.hashes = wire_sketch(queued.words);
  if (!queued.hashes.empty()) articles_.push_back(std::move(queued));
}

void SightingIndex::cut_back(std::pair<std::size_t, std::size_t> lengths) {
  statements_.resize(std::min(statements_.size(), lengths.first));
  articles_.resize(std::min(articles_.size(), lengths.second));
}

void SightingIndex::flush() {
  for (const Queued& statement : statements_) place(statement);
  statements_.clear();
  known_.clear();
  for (const QueuedArticle& article : articles_) place(article);
  articles_.clear();
  settle_recent();
}

// A fingerprint falls anywhere in its table, so that each one written by itself costs a page of it. Those of late are few and
// stand on few pages; when they have grown to a sixteenth of all, they are moved together, in order.
void SightingIndex::settle_recent() {
  if (recent_ < 0) recent_ = db_.integer("SELECT count(*) FROM recent_sketches");
  if (recent_ < kFewRecent || recent_ < db_.integer("SELECT max(statement_id) FROM statements") / 4) return;
  db_.run("INSERT OR IGNORE INTO sketches SELECT hash, statement_id FROM recent_sketches ORDER BY hash, statement_id;"
          "DELETE FROM recent_sketches");
  recent_ = 0;
}

const SightingIndex::Known& SightingIndex::known(std::int64_t statement_id) {
  const auto found = known_.find(statement_id);
  if (found != known_.end()) return found->second;
  Known known;
  words_of_.with(statement_id);
  if (words_of_.step()) {
    known.version_id = words_of_.integer(0);
    known.words = word_hashes(words_of_.view(1));
  }
  words_of_.reset();
  return known_.emplace(statement_id, std::move(known)).first->second;
}

void SightingIndex::place(const Queued& statement) {
  std::vector<std::int64_t> seen;
  bool stands_already = false;  // the very same words: their fingerprints are there
  for (std::size_t i = 0; i < statement.sketch.count; ++i) {
    const std::uint64_t hash = statement.sketch.hashes[i];
    const std::uint64_t first = hash >> kBesideBits << kBesideBits, last = first | ((1U << kBesideBits) - 1);
    int with_run = 0;
    alike_.clear();
    with_run_.with(as_key(first), as_key(last), kMostWithRun);
    while (with_run_.step()) {
      ++with_run;
      if (may_share_words(hash, static_cast<std::uint64_t>(with_run_.integer(0)))) alike_.push_back(with_run_.integer(1));
    }
    with_run_.reset();
    if (with_run >= kMostWithRun || alike_.size() >= kMostAlike) continue;
    for (const std::int64_t other : alike_) {
      if (other == statement.id || std::find(seen.begin(), seen.end(), other) != seen.end()) continue;
      seen.push_back(other);
      const Known& candidate = known(other);
      // The headline repeats the story: not another report.
      if (candidate.version_id == statement.version_id) continue;
      const auto relation = find_relation(candidate.words, statement.words);
      if (!relation) continue;
      join(other, statement.id);
      if (*relation == Relation::Exact) stands_already = true;
    }
    if (stands_already) return;
    insert_hash_.run(as_key(hash), statement.id);
    if (recent_ >= 0) ++recent_;
  }
}

std::int64_t SightingIndex::group_of(std::int64_t statement_id) {
  group_of_.with(statement_id);
  const std::int64_t group = group_of_.step() ? group_of_.integer(0) : 0;
  group_of_.reset();
  return group;
}

void SightingIndex::join(std::int64_t a, std::int64_t b) {
  const std::int64_t first = group_of(a), second = group_of(b);
  if (first == 0 && second == 0) {
    insert_group_.run(a, a);
    insert_group_.run(b, a);
  } else if (first == 0) {
    insert_group_.run(a, second);
  } else if (second == 0) {
    insert_group_.run(b, first);
  } else if (first != second) {
    move_group_.run(std::max(first, second), std::min(first, second));
  }
}

void SightingIndex::place(const QueuedArticle& article) {
  std::vector<std::pair<std::int64_t, std::int64_t>> sharing;  // version, article; once for each shared hash
  for (const std::uint64_t hash : article.hashes) {
    wire_with_hash_.with(as_key(hash), kMostCopies);
    while (wire_with_hash_.step()) sharing.emplace_back(wire_with_hash_.integer(0), wire_with_hash_.integer(1));
    wire_with_hash_.reset();
    insert_wire_hash_.run(as_key(hash), article.version_id);
  }
  std::sort(sharing.begin(), sharing.end());
  for (std::size_t i = 0; i < sharing.size();) {
    std::size_t end = i + 1;
    while (end < sharing.size() && sharing[end] == sharing[i]) ++end;
    const auto [version, other] = sharing[i];
    const bool enough = end - i >= std::min(kWireHashesShared, article.hashes.size());
    i = end;
    if (!enough || other == article.article_id) continue;
    const std::int64_t mine = wire_group_of(article.article_id);
    if (mine != 0 && mine == wire_group_of(other)) continue;
    text_of_.with(version);
    const bool copy = text_of_.step() && shared_text(word_hashes(text_of_.view(0)), article.words) >= kWireShare;
    text_of_.reset();
    if (copy) join_wire(other, article.article_id);
  }
}

std::int64_t SightingIndex::wire_group_of(std::int64_t article_id) {
  wire_group_of_.with(article_id);
  const std::int64_t group = wire_group_of_.step() ? wire_group_of_.integer(0) : 0;
  wire_group_of_.reset();
  return group;
}

void SightingIndex::join_wire(std::int64_t a, std::int64_t b) {
  const std::int64_t first = wire_group_of(a), second = wire_group_of(b);
  if (first == 0 && second == 0) {
    insert_wire_.run(a, a);
    insert_wire_.run(b, a);
  } else if (first == 0) {
    insert_wire_.run(a, second);
  } else if (second == 0) {
    insert_wire_.run(b, first);
  } else if (first != second) {
    move_wire_.run(std::max(first, second), std::min(first, second));
  }
}

void SightingIndex::remove_statement(std::int64_t statement_id, std::string_view words) {
  const Sketch sketch = sketch_of(word_hashes(words));
  for (std::size_t i = 0; i < sketch.count; ++i) {
    delete_hash_.run(as_key(sketch.hashes[i]), statement_id);
    delete_recent_hash_.run(as_key(sketch.hashes[i]), statement_id);
  }
  // Others of the very same words leaned on its fingerprints.
  Sql others(db_, "SELECT s.statement_id, s.version_id, s.words FROM sightings g JOIN sightings o ON o.group_id = g.group_id "
                  "JOIN statements s ON s.statement_id = o.statement_id WHERE g.statement_id = ?1 AND o.statement_id <> ?1 LIMIT 64");
  others.with(statement_id);
  while (others.step()) add_statement(others.integer(0), others.integer(1), others.view(2));
  others.reset();
  Sql(db_, "DELETE FROM sightings WHERE statement_id = ?1").run(statement_id);
}

void SightingIndex::remove_article(std::int64_t version_id, std::string_view text) {
  for (const std::uint64_t hash : wire_sketch(word_hashes(text))) delete_wire_hash_.run(as_key(hash), version_id);
}

}  // namespace onrecord
