// What people do to the record: each is an event, applied at once, in one transaction.
//
//   Assertions assertions(db, writer, articles, read_again);
//   std::vector<Effect> effects = assertions.fix("s41", {{"speaker", "Ana Reyes"}}, stamp, false);
//
// Throws SqlError: Usage and NotFound as record.h says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/record.h"
#include "record/fold.h"
#include "record/log.h"
#include "record/read_again.h"
#include "store/versions.h"
#include "store/writer.h"

namespace onrecord {

class Assertions {
 public:
  Assertions(Database& db, Writer& writer, ArticleStore& articles, const ReadAgain& read_again)
      : db_(db), writer_(writer), articles_(articles), read_again_(read_again), fold_(db, writer, articles, read_again), log_(db) {}

  std::vector<Effect> fix(std::string_view id, const std::vector<Change>& changes, const Stamp& stamp, bool dry_run);
  Effect remove(std::string_view id, const Stamp& stamp, bool dry_run);
  Effect purge(std::string_view article, const Stamp& stamp, bool dry_run);
  std::vector<Effect> undo(std::string_view event, const Stamp& stamp, bool dry_run);
  Effect note(std::string_view id, std::string_view text, const Stamp& stamp, bool dry_run);
  Effect add_statement(const NewStatement& statement, const Stamp& stamp, bool dry_run);

  Effect merge(std::string_view speaker, std::string_view into, const Stamp& stamp, bool dry_run);
  Effect split(std::string_view speaker, const Stamp& stamp, bool dry_run);
  Effect decide(std::string_view speaker, std::string_view other, std::string_view verb, const Stamp& stamp, bool dry_run);

  Effect new_claim(std::string_view proposition, const Stamp& stamp, bool dry_run);
  std::vector<Effect> attach(std::string_view claim, const std::vector<std::string>& statements, std::string_view as, const Stamp& stamp,
                             bool dry_run);
  Effect detach(std::string_view claim, std::string_view statement, const Stamp& stamp, bool dry_run);
  Effect add_review(std::string_view claim, const NewReview& review, const Stamp& stamp, bool dry_run);

  RebuildSummary rebuild(const std::vector<std::string>& articles, const std::function<void(std::int64_t, std::int64_t)>& progress,
                         bool dry_run);
  std::int64_t restore(const std::function<bool(std::string&)>& next);

  // After a new version of an article came in, inside the same savepoint: what people corrected about it holds on.
  void correct_new_version(Id article) { fold_.correct_new_version(article.number); }
  // Tries waiting events again; inside an open transaction, after articles came in.
  void retry_waiting() { fold_.retry_waiting(); }

  // The id as one of these kinds that is there; throws otherwise. Merged speakers are themselves.
  Id existing(std::string_view id, std::initializer_list<IdKind> kinds);

 private:
  Event start(std::string verb, Id target, const Stamp& stamp);
  // Appends and applies; throws Usage with the reason where it cannot be applied.
  Effect record(Event& event);
  std::string current(Id target, const std::string& field);
  // What people put on record of it: a claim, a note.
  [[nodiscard]] std::string stated(Id id);
  // What was printed: the words of a statement, an article's title.
  [[nodiscard]] std::string words_of(Id id);

  Database& db_;
  Writer& writer_;
  ArticleStore& articles_;
  const ReadAgain& read_again_;
  Fold fold_;
  EventLog log_;
};

}  // namespace onrecord
