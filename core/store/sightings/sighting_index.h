// Finds statements whose words stand elsewhere, and articles that are copies of one story, as they are logged.
//
//   SightingIndex index(db);
//   index.add_statement(id, words);    // queued
//   index.add_article(version_id, text);
//   index.flush();                     // before the commit
//
// What is found follows from what the record holds, not from the order in which it came; see likenesses.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "store/sightings/likenesses.h"

namespace onrecord {

class SightingIndex {
 public:
  explicit SightingIndex(Database& db);

  // Off: what is added is not looked at.
  void set_looking(bool looking) { looking_ = looking; }

  // At the begin of a transaction, and after a rollback of all of it.
  void begin();
  void forget();

  void add_statement(std::int64_t statement_id, std::string_view words);
  void add_article(std::int64_t version_id, std::string_view text);
  void flush();
  // Take out what was flushed; `words` and `text` are those it was added with.
  void remove_statement(std::int64_t statement_id, std::string_view words) { statements_.remove(statement_id, words); }
  void remove_article(std::int64_t version_id, std::string_view text) { articles_.remove(version_id, text); }

  // What is queued can be cut back to an earlier length, when an article is rolled back.
  [[nodiscard]] std::pair<std::size_t, std::size_t> queued() const { return {new_statements_.size(), new_articles_.size()}; }
  void cut_back(std::pair<std::size_t, std::size_t> lengths);

 private:
  struct Queued {
    std::int64_t id = 0;
    Likenesses::Text text;
  };

  bool looking_ = true;
  Likenesses statements_, articles_;
  std::vector<Queued> new_statements_, new_articles_;
};

}  // namespace onrecord
