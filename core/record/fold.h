// The fold of events: from the log to the tables that say what holds.
//
//   Fold fold(db, writer, articles, read_again);
//   std::string reason = fold.apply(event);       // empty: it holds; else why it waits
//   fold.refold(event);                           // after an undo: everything of its kind, from the log again
//
// An event that cannot be applied changes nothing and waits in `waiting` with its reason; it is tried again whenever
// articles come in or something of its kind is folded again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_json.h"
#include "onrecord/record.h"
#include "record/log.h"
#include "record/read_again.h"
#include "store/database/database.h"
#include "store/versions.h"
#include "store/writer.h"

namespace onrecord {

// What is folded together. Identity: links and names of speakers. Claims: claims, what is attached, reviews, notes.
enum class Scope { Field, Identity, Claims, Undo, None };
[[nodiscard]] Scope scope_of(const Event& event);

class Fold {
 public:
  Fold(Database& db, Writer& writer, ArticleStore& articles, const ReadAgain& read_again)
      : db_(db), writer_(writer), articles_(articles), read_again_(read_again), log_(db) {}

  // Applies one event over what holds; gives the reason why it cannot be.
  std::string apply(Event& event);
  // Folds again what this event is part of, from the log. Notes every event that waits or no longer waits.
  void refold(const Event& event);
  void refold(Scope scope);
  // Tries waiting events again.
  void retry_waiting();
  // Gives a new version of an article the corrections of its metadata that are in force.
  void correct_new_version(std::int64_t article_id);
  void set_waiting(std::int64_t event_id, const std::string& reason);  // an empty reason: it does not wait

  // The key under which another file finds what an id means here; empty where the id itself is the key.
  [[nodiscard]] std::string key_of(Id id);
  // What an event's target or another key means in this file; number 0 when it is not there.
  [[nodiscard]] Id resolve(const std::string& target, const std::string& key);

 private:
  std::string apply_field(const Event& event, Id target);
  std::string apply_identity(const Event& event, Id target);
  std::string apply_claims(const Event& event);
  std::string apply_added(Event& event);
  void put_in_own_text(const Event& event, const FlatObject& added, const std::string& identity, StatementRow& row);
  std::string put_in_article(const std::string& identity, std::string_view sha256, const std::string& words, StatementRow& row,
                             std::string& published);
  void insert_added(Event& event, StatementRow& row, const std::string& published);
  std::string apply_purge(Id article);
  void set_field(Id target, const std::string& field, const std::string* value, std::int64_t event_id);
  void set_version_field(StoredVersion version, const std::string& field, const std::string& value, const std::string& origin);
  void refold_field(Id target, const std::string& field);
  std::int64_t root_of(std::int64_t speaker_id);

  Database& db_;
  Writer& writer_;
  ArticleStore& articles_;
  const ReadAgain& read_again_;
  EventLog log_;
};

}  // namespace onrecord
