#include "record/log.h"

#include "base/flat_json.h"
#include "base/sha256.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

constexpr const char* kColumns = "event_id, at, who, verb, target, target_key, field, before, after, why, undoes, previous_hash, hash";

Event read(Sql& sql) {
  Event e;
  e.id = sql.integer(0);
  e.at = sql.text(1);
  e.who = sql.text(2);
  e.verb = sql.text(3);
  e.target = sql.text(4);
  e.target_key = sql.text(5);
  e.field = sql.text(6);
  e.before = sql.text(7);
  e.after = sql.text(8);
  e.why = sql.text(9);
  e.undoes = sql.integer(10);
  e.previous_hash = sql.text(11);
  e.hash = sql.text(12);
  return e;
}

std::string event_text(std::int64_t id) { return id == 0 ? std::string() : Id{IdKind::Event, id}.text(); }

std::int64_t event_number(std::string_view text) {
  const auto id = find_id(text);
  return id && id->kind == IdKind::Event ? id->number : 0;
}

FlatObject hashed_part(const Event& e) {
  return {{"event", event_text(e.id)}, {"at", e.at},         {"who", e.who},     {"verb", e.verb},
          {"target_key", e.target_key}, {"field", e.field},   {"before", e.before}, {"after", e.after},
          {"why", e.why},               {"undoes", event_text(e.undoes)}, {"previous_hash", e.previous_hash}};
}

}  // namespace

std::string spoken_value(const std::string& value) {
  const auto object = value.starts_with('{') ? parse_flat(value) : std::nullopt;
  if (!object) return value;
  for (const char* key : {"text", "words", "verdict", "said_so", "speaker", "statement"}) {
    if (const auto said = flat_value(*object, key); !said.empty()) return std::string(said);
  }
  return value;
}

std::string hash_of(const Event& event) { return sha256_hex(write_flat(hashed_part(event))); }

std::string dump_line(const Event& event) {
  FlatObject object = hashed_part(event);
  object.insert(object.begin() + 4, {"target", event.target});
  object.emplace_back("hash", event.hash);
  return write_flat(object);
}

std::optional<Event> parse_dump_line(std::string_view line) {
  const auto object = parse_flat(line);
  if (!object) return std::nullopt;
  const auto text = [&](std::string_view key) { return std::string(flat_value(*object, key)); };
  Event e;
  e.id = event_number(text("event"));
  e.at = text("at");
  e.who = text("who");
  e.verb = text("verb");
  e.target = text("target");
  e.target_key = text("target_key");
  e.field = text("field");
  e.before = text("before");
  e.after = text("after");
  e.why = text("why");
  e.undoes = event_number(text("undoes"));
  e.previous_hash = text("previous_hash");
  e.hash = text("hash");
  if (e.id == 0 || e.verb.empty() || e.hash.empty()) return std::nullopt;
  return e;
}

std::string EventLog::last_hash() { return db_.text("SELECT hash FROM events ORDER BY event_id DESC LIMIT 1"); }

void EventLog::append(Event& e, Counters& counters) {
  if (e.id == 0) {
    // A dump is lines of JSON, which hold no other text.
    for (const std::string* text : {&e.who, &e.why, &e.after})
      if (invalid_utf8_at(*text) != text->size())
        throw SqlError(Error{ErrorCode::Usage, "what is to be recorded is no UTF-8", {}, "write it in UTF-8"});
    e.id = counters.take(IdKind::Event);
    e.previous_hash = last_hash();
    e.hash = hash_of(e);
  } else {
    counters.reserve(IdKind::Event, e.id);
  }
  Sql sql(db_, "INSERT INTO events(event_id, at, who, verb, target, target_key, field, before, after, why, undoes, previous_hash, "
               "hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
  sql.bind(1, e.id).bind(2, e.at).bind(3, e.who).bind(4, e.verb).bind(5, e.target).bind(6, e.target_key).bind(7, e.field);
  sql.bind(8, e.before).bind(9, e.after).bind(10, e.why).bind_or_null(11, e.undoes).bind(12, e.previous_hash).bind(13, e.hash);
  sql.run_bound();
}

std::optional<Event> EventLog::find(std::int64_t event_id) {
  Sql sql(db_, std::string("SELECT ") + kColumns + " FROM events WHERE event_id = ?1");
  sql.with(event_id);
  if (!sql.step()) return std::nullopt;
  return read(sql);
}

std::vector<Event> EventLog::list(const std::string& condition, std::string_view parameter) {
  Sql sql(db_, std::string("SELECT ") + kColumns + " FROM events WHERE " + condition + " ORDER BY event_id");
  if (condition.find("?1") != std::string::npos) sql.bind(1, parameter);
  std::vector<Event> out;
  while (sql.step()) out.push_back(read(sql));
  return out;
}

std::set<std::int64_t> EventLog::undone() {
  std::set<std::int64_t> out;
  Sql sql(db_, "SELECT event_id, undoes FROM events WHERE undoes IS NOT NULL ORDER BY event_id DESC");
  while (sql.step())
    if (!out.contains(sql.integer(0))) out.insert(sql.integer(1));
  return out;
}

}  // namespace onrecord
