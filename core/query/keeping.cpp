#include "query/keeping.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "base/sha256.h"
#include "record/log.h"
#include "store/rows/row_hashes.h"
#include "store/rows/rows.h"

namespace onrecord::query {
namespace {

class Checks {
 public:
  explicit Checks(Database& db) : db_(db) {}

  VerifyReport run() {
    Snapshot moment(db_);
    structure();
    texts();
    statements();
    rows();
    indexes();
    log();
    return std::move(report_);
  }

 private:
  void problem(std::string where, std::string message) {
    if (report_.problems.size() < 1000) report_.problems.push_back({ErrorCode::Failed, std::move(message), std::move(where), {}});
  }

  void structure() {
    Sql check(db_, "PRAGMA integrity_check(20)");
    while (check.step())
      if (check.view(0) != "ok") problem(db_.path(), check.text(0));
    Sql keys(db_, "PRAGMA foreign_key_check");
    while (keys.step()) problem(keys.text(0) + " row " + keys.text(1), "leads to no row of " + keys.text(2));
    // FTS5's own check writes nothing, but asks for a connection that may: one that only reads hands it a copy.
    std::optional<Database> copy;
    if (db_.access() == Access::ReadOnly) copy.emplace(db_.temporary_copy());
    try {
      (copy ? *copy : db_).run("INSERT INTO statement_words(statement_words, rank) VALUES ('integrity-check', 1)");
    } catch (const SqlError&) {
      problem("statement_words", "full-text search does not fit the statements");
    }
  }

  void texts() {
    Sql sql(db_, "SELECT a.article_id, v.version, v.text, v.text_sha256, a.removed FROM versions v JOIN articles a USING (article_id)");
    std::int64_t articles = 0, last = 0;
    while (sql.step()) {
      if (sql.integer(0) != last) ++articles;
      last = sql.integer(0);
      if (sql.integer(4) == 2) continue;
      if (sha256_hex(sql.view(2)) != sql.view(3)) {
        problem(Id{IdKind::Article, sql.integer(0)}.text(), "the text of version " + sql.text(1) + " is not what was logged");
      }
    }
    report_.articles = db_.integer("SELECT count(*) FROM articles");
    Sql captures(db_, "SELECT c.version_id, c.bytes, c.bytes_sha256 FROM captures c");
    while (captures.step()) {
      if (sha256_hex(captures.view(1)) != captures.view(2)) {
        problem("captures row " + captures.text(0), "the bytes are not what was received");
      }
    }
  }

  void statements() {
    Sql sql(db_, "SELECT s.statement_id, s.words, s.begin_byte, s.end_byte, s.spans, s.in_title, v.title, v.origins, v.version_id, "
                 "s.cue, s.cue_byte, s.mention, s.mention_byte, s.slot, s.from_day, s.to_day, "
                 "EXISTS (SELECT 1 FROM corrections c WHERE c.target = 's' || s.statement_id AND c.field = 'words') "
                 "FROM versions v JOIN statements s USING (version_id) ORDER BY v.version_id");
    Sql text_of(db_, "SELECT text FROM versions WHERE version_id = ?1");
    std::string text;
    std::int64_t version = 0;
    while (sql.step()) {
      ++report_.statements;
      const std::string id = Id{IdKind::Statement, sql.integer(0)}.text();
      if (sql.integer(8) != version) {
        version = sql.integer(8);
        text_of.with(version);
        text = text_of.step() ? text_of.text(0) : std::string();
        text_of.reset();
      }
      Article article;
      article.title.value = sql.text(6);
      read_origins(sql.view(7), article);
      const bool outside = sql.integer(5) != 0 && article.title.source_span.empty();
      const std::string_view under = outside ? std::string_view(article.title.value) : std::string_view(text);
      const Span all{static_cast<std::uint32_t>(sql.integer(2)), static_cast<std::uint32_t>(sql.integer(3))};
      const auto spans = sql.is_null(4) ? std::vector<Span>{all} : read_spans(sql.view(4));
      bool sound = !spans.empty() && spans.front().begin == all.begin && spans.back().end == all.end && all.end <= under.size();
      for (const Span span : spans) sound = sound && span.begin < span.end && span.end <= under.size();
      if (!sound) {
        problem(id, "lies outside of its text");
        continue;
      }
      // Words that a person corrected are theirs.
      if (sql.integer(16) == 0 && joined_words(under, spans) != sql.view(1)) problem(id, "its words are not what stands in its text");
      for (const int column : {9, 11}) {
        if (sql.is_null(column + 1)) continue;
        const auto at = static_cast<std::uint32_t>(sql.integer(column + 1));
        const std::string_view words = sql.view(column);
        if (at + words.size() > under.size() || under.substr(at, words.size()) != words)
          problem(id, "its cue or mention is not what stands there");
      }
    }
  }

  void rows() {
    for (const WrongRows& wrong : find_wrong_rows(db_)) {
      problem(Id{IdKind::Article, wrong.article_id}.text(),
              "the statements of version " + std::to_string(wrong.version) + " are not those that were written");
    }
  }

  void indexes() {
    Sql missing(db_, "SELECT s.statement_id FROM statements s JOIN speakers own ON own.speaker_id = s.speaker_id WHERE NOT EXISTS ("
                     "SELECT 1 FROM said_by b WHERE b.speaker_id = coalesce(own.leads_to, own.speaker_id) AND b.slot = s.slot)");
    while (missing.step()) problem(Id{IdKind::Statement, missing.integer(0)}.text(), "is not listed under its speaker");
    Sql stray(db_, "SELECT b.speaker_id, b.slot FROM said_by b LEFT JOIN statements s ON s.slot = b.slot WHERE s.slot IS NULL");
    while (stray.step()) problem(Id{IdKind::Speaker, stray.integer(0)}.text(), "lists a statement that is not there");
    Sql chains(db_, "SELECT p.speaker_id FROM speakers p JOIN speakers q ON q.speaker_id = p.leads_to WHERE q.leads_to IS NOT NULL");
    while (chains.step()) problem(Id{IdKind::Speaker, chains.integer(0)}.text(), "leads to a speaker who leads on");
  }

  void log() {
    EventLog events(db_);
    std::string previous;
    std::int64_t last = 0;
    for (const Event& e : events.list()) {
      ++report_.events;
      const std::string id = Id{IdKind::Event, e.id}.text();
      if (e.hash != hash_of(e)) problem(id, "the event was changed after it was logged");
      if (e.previous_hash != previous) problem(id, "does not go on from the event before it: one is missing or was put in");
      if (e.id <= last) problem(id, "is out of order");
      previous = e.hash;
      last = e.id;
    }
    // The fold: each correction in force is the last event about its field, and the row has its value.
    const auto undone = events.undone();
    Sql corrections(db_, "SELECT target, field, value, event_id FROM corrections");
    while (corrections.step()) {
      const auto event = events.find(corrections.integer(3));
      const bool removed = event && event->verb == "remove";
      if (!event || undone.contains(event->id) || event->target != corrections.view(0) ||
          (!removed && event->after != corrections.view(2))) {
        problem(corrections.text(0), "its " + corrections.text(1) + " is not what the log says");
      }
    }
  }

  Database& db_;
  VerifyReport report_;
};

void sync_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

VerifyReport verify(Database& db) { return Checks(db).run(); }

void dump(Database& db, const std::function<void(std::string_view)>& line) {
  Snapshot moment(db);
  EventLog log(db);
  for (const Event& e : log.list()) line(dump_line(e));
}

void dump_beside(Database& db, const std::string& step) {
  if (db.path() == ":memory:" || db.integer("SELECT count(*) FROM events") == 0) return;
  const std::string path = db.path() + ".log-before-" + step + ".jsonl";
  const std::string beside = path + ".part";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  dump(db, [&](std::string_view line) { out << line << '\n'; });
  out.close();
  std::error_code error;
  if (out) sync_file(beside);
  if (out) std::filesystem::rename(beside, path, error);
  if (out && !error) return;
  std::filesystem::remove(beside, error);
  throw SqlError(Error{ErrorCode::Failed, "the log could not be written there, as it is before the record is brought up to date", path,
                       "make room or the folder writable; the record is as it was"});
}

void backup(Database& db, const std::string& path, bool portable) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::exists(path, error)) {
    throw SqlError(Error{ErrorCode::Usage, "is there already", path, "name a new file: a backup overwrites nothing"});
  }
  const std::string beside = path + ".part";
  fs::remove(beside, error);
  try {
    db.copy_to(beside);
    if (portable) {
      // One file with no log beside it: opens from a disk that takes no writes.
      Database copy = Database::open(beside, Access::ReadWrite, 5);
      copy.run("PRAGMA wal_checkpoint(TRUNCATE)");
      if (copy.text("PRAGMA journal_mode=DELETE") != "delete") {
        throw SqlError(Error{ErrorCode::Failed, "the copy could not be made portable", path, {}});
      }
    }
    sync_file(beside);
    fs::rename(beside, path);
    sync_file(fs::path(path).parent_path().empty() ? "." : fs::path(path).parent_path().string());
  } catch (const fs::filesystem_error& e) {
    fs::remove(beside, error);
    throw SqlError(Error{ErrorCode::Failed, e.code().message(), path, {}});
  } catch (const SqlError& e) {
    for (const char* tail : {"", "-wal", "-shm", "-journal"}) fs::remove(beside + tail, error);
    Error said = e.error();
    if (said.where == beside) said.where = path;
    throw SqlError(std::move(said));
  }
  for (const char* tail : {"-wal", "-shm", "-journal"}) fs::remove(beside + tail, error);
}

}  // namespace onrecord::query
