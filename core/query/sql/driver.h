// Which rows a question walks first, and by what index: that decides what its first page costs.
//
//   Driver driver(db, conditions, Sort::Newest, false, page_slot);
//   const std::vector<std::string> filters = driver.choose(nodes);   // what is left to test on each row
//   driver.from()                                                    // " FROM … d CROSS JOIN statements s ON …"
//
// SQLite is not left to choose: CROSS JOIN pins it. What walks first gives its rows in the order of slots: full-text search, a speaker's
// statements in said_by, a span of days, or all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/asking.h"
#include "query/language/syntax.h"
#include "query/sql/conditions.h"
#include "query/sql/full_text.h"
#include "store/database/database.h"

namespace onrecord::query {

class Driver {
 public:
  // `whole`: all rows are wanted, not the first page. `page_slot`: the page goes on behind it. What is bound goes to the parameters of
  // `conditions`, which must outlive this.
  Driver(Database& db, Conditions& conditions, Sort sort, bool whole, std::optional<std::int64_t> page_slot)
      : db_(db), conditions_(conditions), full_text_(db), sort_(sort), whole_(whole), page_slot_(page_slot) {}

  // Decides where the rows come from; all of `nodes` are to be true of a row. The conditions that are left to test on each.
  std::vector<std::string> choose(std::vector<const Node*> nodes);

  [[nodiscard]] const std::string& from() const { return from_; }
  // Whether the rows come in the order of slots that is asked for.
  [[nodiscard]] bool merged() const { return merged_; }
  [[nodiscard]] bool by_slot() const { return from_.find("d.slot") != std::string::npos; }

 private:
  // What of a question may lead to few rows.
  struct Drivers {
    const Node* direct = nullptr;    // an article, a statement, a claim
    const Node* speaker = nullptr;   // by id, or by names that people gave: their rows are walked in said_by
    const Node* source = nullptr;
    std::vector<std::int64_t> ids;          // of the speaker
    std::optional<std::string> also_named;  // full text of those names
  };

  void take_full_text(std::vector<const Node*>& nodes);
  void take_span(const std::vector<const Node*>& nodes);
  [[nodiscard]] Drivers drivers_among(const std::vector<const Node*>& nodes);

  void drive_by(const std::vector<std::string>& arms);
  void drive_by_id(const Node& node);
  void drive_by_speakers(const Drivers& drivers);
  void drive_by_words();
  bool drive_by_source(const Node& node);

  std::string slots_within(const std::string& slot, std::int64_t wider);
  void add_vague_arms(std::vector<std::string>& arms);
  std::string full_text_arm(const std::string& fts, std::int64_t wider);
  std::vector<std::string> page_filter(std::vector<std::string> filters);

  [[nodiscard]] bool is_frequent(const Node& node);
  [[nodiscard]] bool few_by(const std::vector<std::int64_t>& ids);
  [[nodiscard]] bool few_in_span();
  [[nodiscard]] bool few_from(const std::vector<std::int64_t>& sources);
  [[nodiscard]] bool has_span() const { return span_.from || span_.to; }
  [[nodiscard]] std::int64_t vague_reach() const;
  std::string parameter(Parameter value) { return conditions_.parameter(std::move(value)); }

  Database& db_;
  Conditions& conditions_;
  FullText full_text_;
  const Sort sort_;
  const bool whole_;
  const std::optional<std::int64_t> page_slot_;
  std::string from_;
  bool merged_ = false;
  std::optional<std::string> fts_;
  Node words_;  // what fts_ says
  Days span_;
};

}  // namespace onrecord::query
