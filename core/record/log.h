// The log of events: who did what, when, to what, from what to what, and why. Append only, chained by hash.
//
//   EventLog log(db);
//   Event e{…};
//   log.append(e, counters);                 // gives it its id and hashes
//   std::set<std::int64_t> undone = log.undone();
//
// The hash of an event covers everything in it but the local number of its target, which another file may count otherwise;
// `target_key` says in words what is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/record.h"
#include "store/database/counters.h"
#include "store/database/database.h"

namespace onrecord {

struct Event {
  std::int64_t id = 0;
  std::string at, who, verb, target, target_key, field, before, after, why;
  std::int64_t undoes = 0;
  std::string previous_hash, hash;
};

class EventLog {
 public:
  explicit EventLog(Database& db) : db_(db) {}

  // Gives the event its id (unless it has one), previous_hash and hash, and writes it.
  void append(Event& event, Counters& counters);
  [[nodiscard]] std::optional<Event> find(std::int64_t event_id);
  // In the order of their ids; `condition` over the table's columns, with one text parameter ?1.
  [[nodiscard]] std::vector<Event> list(const std::string& condition = "1", std::string_view parameter = {});
  // Events against which an undo is in force. An undo may itself be undone.
  [[nodiscard]] std::set<std::int64_t> undone();
  [[nodiscard]] std::string last_hash();

 private:
  Database& db_;
};

// An event's `before` or `after` as people read it: of an object what it says (the other id, the words, the note), else itself.
[[nodiscard]] std::string spoken_value(const std::string& value);

// The event as one line of a dump, hash included; and back.
[[nodiscard]] std::string dump_line(const Event& event);
[[nodiscard]] std::optional<Event> parse_dump_line(std::string_view line);
// What the event's hash should be.
[[nodiscard]] std::string hash_of(const Event& event);

}  // namespace onrecord
