// Which texts resemble which: trees in which every text hangs under a fuller one that it resembles, and its copies under it.
//
//   Likenesses sightings(db, kWordings);        // of statements' words; kTexts of articles' texts
//   sightings.place(statement_id, wording);     // into its tree
//   sightings.remove(statement_id, words);      // and out of it
//   sightings.settle();                         // names the groups; before the commit
//
// What comes out follows from the set of texts alone, never from the order in which they came or went:
// - texts stand in an order of their own, the fuller first (Sketch::standing);
// - texts that share a fingerprint's run stand together; the first eight of them are its heads, whatever else there is;
// - a text's fuller one is the first, in that order, among all heads of its runs that stand before it and that it resembles;
// - the texts of one tree are a group, if they come from two places (versions, articles) at least.
// A text that comes is compared with the heads of its runs. One that becomes a head itself is compared with all that share the run,
// but of n that come in any order not chosen for it only some 8 ln n do: the work is linear in the number of texts.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/sketch.h"
#include "store/database/database.h"
#include "store/sightings/recent_fingerprints.h"
#include "store/sightings/run_filter.h"

namespace onrecord {

// The tables of one kind of text, and how such texts are compared.
struct Likeness {
  const char* owner;     // the table that has the texts, …
  const char* id;        // … its key, …
  const char* place;     // … the column that says which of them come from one place, …
  const char* words;     // … and that of the words
  const char* sketches;  // fingerprints; those of late stand in a table recent_… (RecentFingerprints)
  const char* groups;    // the trees
  Sketch (*sketch)(const std::vector<std::uint32_t>& words);
  bool (*alike)(const std::vector<std::uint32_t>& fuller, const std::vector<std::uint32_t>& other);
};

class Likenesses {
 public:
  struct Text {
    std::vector<std::uint32_t> words;
    Sketch sketch;
  };

  Likenesses(Database& db, const Likeness& kind);

  // The text must stand in its table and not have been placed.
  void place(std::int64_t id, Text text);
  // Takes out a text that had these words; what hung under it finds its place again. Nothing is done for one that was never placed.
  void remove(std::int64_t id, std::string_view words);
  void settle();
  // At the begin of a transaction: other programs may have written since the last.
  void begin();
  // After a rollback of the transaction, and of a savepoint in it.
  void forget();
  void forget_written() { recent_.forget(); }

 private:
  using Shared = Fingerprint;  // of a text that shares a run
  struct Row {
    bool there = false;
    std::int64_t like = 0, group = 0;  // 0: none
  };

  std::int64_t about_all();  // fingerprints
  void look();
  std::vector<Shared> sharing(std::uint64_t hash, bool all);
  bool resemble(std::int64_t a, std::int64_t b);
  std::int64_t find_same(const Text& own, const std::vector<Shared>& sharing_first);
  std::int64_t find_fuller(std::int64_t id);
  void offer(std::int64_t id, std::int64_t fuller);
  void hang(std::int64_t id, std::int64_t fuller);
  void insert_sketch(std::int64_t id, const Sketch& sketch);
  bool delete_sketch(std::int64_t id, const Sketch& sketch);
  const Text& text(std::int64_t id);
  Row row(std::int64_t id);
  std::vector<std::int64_t> hanging_under(std::int64_t id);
  void name_group(std::int64_t root);
  void write_sketches();
  void settle_recent();

  Database& db_;
  const Likeness& kind_;
  Sql with_run_, with_hash_, insert_hash_, delete_hash_, words_of_;
  Sql row_of_, insert_row_, change_row_, delete_row_, under_, members_under_, place_of_, name_row_;
  std::set<Fingerprint> unwritten_;               // those since the last settle()
  RecentFingerprints recent_;
  std::unordered_map<std::int64_t, Text> texts_;  // looked at since the last settle()
  std::set<std::int64_t> moved_;                  // whose trees changed since then
  RunFilter filter_;
  std::int64_t rows_ = -1;                        // about as many fingerprints there are; -1: not looked in this transaction
};

}  // namespace onrecord
