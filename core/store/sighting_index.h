// Finds statements whose words stand elsewhere, and articles that are copies of one story, as they are logged.
//
//   SightingIndex index(db);
//   index.add_statement({id, version_id, words});    // queued
//   index.add_article(version_id, article_id, text);
//   index.flush();                                   // before the commit
//
// Groups, not pairs: a statement joins the group of every statement that shares a fingerprint and most of its words. A
// fingerprint that too many different wordings share is a turn of phrase and finds nothing more, so the work is linear in
// the number of statements.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/sketch.h"
#include "store/database.h"

namespace onrecord {

class SightingIndex {
 public:
  explicit SightingIndex(Database& db);

  // Off: what is added is not looked at.
  void set_looking(bool looking) { looking_ = looking; }

  void add_statement(std::int64_t statement_id, std::int64_t version_id, std::string_view words);
  void add_article(std::int64_t version_id, std::int64_t article_id, std::string_view text);
  void flush();
  // Takes a statement out, its words too.
  void remove_statement(std::int64_t statement_id, std::string_view words);
  void remove_article(std::int64_t version_id, std::string_view text);

  // What is queued can be cut back to an earlier length, when an article is rolled back.
  [[nodiscard]] std::pair<std::size_t, std::size_t> queued() const { return {statements_.size(), articles_.size()}; }
  void cut_back(std::pair<std::size_t, std::size_t> lengths);

 private:
  struct Queued {
    std::int64_t id = 0, version_id = 0;
    std::vector<std::uint32_t> words;
    Sketch sketch;
  };
  struct QueuedArticle {
    std::int64_t version_id = 0, article_id = 0;
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> words;
  };
  struct Known {
    std::int64_t version_id = 0;
    std::vector<std::uint32_t> words;
  };

  void place(const Queued& statement);
  void place(const QueuedArticle& article);
  const Known& known(std::int64_t statement_id);
  std::int64_t group_of(std::int64_t statement_id);
  void join(std::int64_t a, std::int64_t b);
  std::int64_t wire_group_of(std::int64_t article_id);
  void join_wire(std::int64_t a, std::int64_t b);
  void settle_recent();

  Database& db_;
  bool looking_ = true;
  Sql with_run_, insert_hash_, delete_hash_, delete_recent_hash_, words_of_, group_of_, insert_group_, move_group_;
  Sql wire_with_hash_, insert_wire_hash_, delete_wire_hash_, text_of_, wire_group_of_, insert_wire_, move_wire_;
  std::vector<Queued> statements_;
  std::vector<QueuedArticle> articles_;
  std::vector<std::int64_t> alike_;                // of one fingerprint, while a statement is placed
  std::unordered_map<std::int64_t, Known> known_;  // of this flush
  std::int64_t recent_ = -1;                       // rows of recent_sketches; -1: not counted yet
};

}  // namespace onrecord
