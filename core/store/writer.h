// Writes rows of the derived tables and keeps every index over them true: full text, said_by, sightings.
//
//   Writer writer(db, "rules 12");
//   Transaction change(db);
//   writer.begin();
//   writer.insert(row);                 // gives it its id and slot
//   writer.finish();                    // before the commit: what is cheaper written together
//   change.commit();
//
// One for a connection; its prepared statements and what it remembers of sources, speakers and rules live on from one
// transaction to the next. After a rollback of the whole transaction call forget().
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/database/counters.h"
#include "store/database/database.h"
#include "store/rows/row_hashes.h"
#include "store/rows/rows.h"
#include "store/sightings/sighting_index.h"

namespace onrecord {

class Writer {
 public:
  Writer(Database& db, std::string rules_version);

  void begin();
  void finish();
  void forget();

  // What is queued and remembered, so that one article's part can be taken back with its savepoint.
  struct Mark {
    std::size_t words = 0, said = 0, speakers = 0, sources = 0, rules = 0;
    std::pair<std::size_t, std::size_t> sightings;
  };
  [[nodiscard]] Mark mark() const;
  void cut_back(const Mark& mark);

  [[nodiscard]] Counters& counters() { return counters_; }
  [[nodiscard]] const std::string& rules_version() const { return rules_version_; }

  // The id of a source by its name; 0 for no name. Made when it is not there.
  std::int64_t source(std::string_view name, std::string_view url);
  // The id of a speaker by a name that is an identity; made when it is not there, its name and kind bettered when these are.
  std::int64_t speaker(std::string_view name, SpeakerKind kind);
  // The speaker that `speaker_id` leads to.
  [[nodiscard]] std::int64_t canonical(std::int64_t speaker_id) const;
  std::int64_t rule(std::string_view name);
  std::int64_t rule(std::string_view name, std::string_view rules_version);

  // Fills speaker_id and joint from the names.
  void resolve_speakers(StatementRow& row, const std::vector<std::string>& members);

  // Inserts rows of one version, in their order: slots for all, ids for those that have none. `published_on` is the version's.
  void insert(std::vector<StatementRow>& rows, std::string_view published_on);
  // The same of all rows of a new version.
  void insert_version(std::vector<StatementRow>& rows, std::string_view published_on);
  // Changes a row from what it was to what it shall be; id stays, slot follows the date.
  void replace(const StatementRow& old, StatementRow& changed, std::string_view published_on);
  // Takes a row out of the tables for good.
  void erase(const StatementRow& row);
  [[nodiscard]] std::optional<StatementRow> find(std::int64_t statement_id);
  // All rows of a version in the order of the text.
  [[nodiscard]] std::vector<StatementRow> rows_of(std::int64_t version_id);

  [[nodiscard]] SightingIndex& sightings() { return sightings_; }
  // A row of this version was written by other means than these.
  void touch(std::int64_t version_id) { hashes_.touch(version_id); }
  // Writes what is queued, so that rows of this transaction can be changed.
  void flush();
  // After the commit of so many new articles: brings a small record's full-text index into one piece, where they are a good part of it.
  void join_full_text(std::int64_t articles);
  // After links between speakers changed.
  void reload_links();
  // Puts the statements that said_by has under `speaker_id` under those whom their own speakers lead to now.
  void index_speaker_again(std::int64_t speaker_id);
  // After names or kinds of speakers were changed by hand.
  void forget_names() { speakers_.clear(); }

 private:
  struct KnownSpeaker {
    std::int64_t id = 0;
    std::string name;
    SpeakerKind kind = SpeakerKind::Unknown;
  };
  struct QueuedWords {
    std::int64_t slot = 0;
    std::string words, who;
    std::string_view vague;
  };

  void write(std::vector<StatementRow>& rows, std::string_view published_on);
  void write_joint(const StatementRow& row);
  void enter(const StatementRow& row, std::string_view published_on);    // into full text and said_by
  void retract(const StatementRow& row);
  std::int64_t free_slot(std::optional<std::int64_t> day);
  StatementRow read(Sql& sql);

  Database& db_;
  std::string rules_version_;
  Counters counters_;
  SightingIndex sightings_;
  RowHashes hashes_;
  std::unordered_map<std::string, std::int64_t> sources_, rules_;
  std::unordered_map<std::string, KnownSpeaker> speakers_;
  std::unordered_map<std::int64_t, std::int64_t> leads_to_;
  std::vector<std::string> new_sources_, new_rules_, new_speakers_;  // keys since begin
  std::vector<QueuedWords> words_;
  std::vector<std::pair<std::int64_t, std::int64_t>> said_;  // queued: speaker and slot

  Sql find_source_, insert_source_, find_speaker_, insert_speaker_, better_speaker_, find_rule_, insert_rule_;
  Sql last_in_day_, insert_, update_, delete_, insert_joint_, delete_joint_, joint_of_;
  Sql insert_said_, delete_said_, insert_words_, delete_words_, by_id_, of_version_;
};

}  // namespace onrecord
