// The fold of what was said about speakers: who is one, who is not, further names.
#include "record/fold.h"

#include <algorithm>

#include "base/flat_json.h"

namespace onrecord {

std::int64_t Fold::root_of(std::int64_t speaker_id) {
  Sql sql(db_, "SELECT coalesce(leads_to, speaker_id) FROM speakers WHERE speaker_id = ?1");
  sql.with(speaker_id);
  return sql.step() ? sql.integer(0) : speaker_id;
}

std::string Fold::apply_identity(const Event& e, Id target) {
  if (e.verb == "alias") {
    Sql(db_, "INSERT OR IGNORE INTO aliases(speaker_id, name, event_id) VALUES (?1, ?2, ?3)").run(target.number, e.after, e.id);
    return {};
  }
  const auto link = [&](std::int64_t a, std::int64_t b, const char* relation) {
    Sql(db_, "INSERT INTO identity_links(speaker_id, other_id, relation, event_id) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT(speaker_id, other_id) DO UPDATE SET relation = excluded.relation, event_id = excluded.event_id")
        .run(std::min(a, b), std::max(a, b), relation, e.id);
  };
  if (e.verb == "split") {
    if (root_of(target.number) == target.number) return "the speaker leads to no other";
    const std::int64_t root = root_of(target.number);
    Sql(db_, "DELETE FROM identity_links WHERE relation = 'same' AND (speaker_id = ?1 OR other_id = ?1)").run(target.number);
    Sql(db_, "UPDATE speakers SET leads_to = NULL WHERE speaker_id = ?1").run(target.number);
    writer_.reload_links();
    writer_.index_speaker_again(root);
    return {};
  }
  const auto object = parse_flat(e.after);
  if (!object) return "the other speaker is not named";
  const Id other = resolve(std::string(flat_value(*object, "speaker")), std::string(flat_value(*object, "key")));
  if (!other) return "the other speaker is not in the record";
  const std::int64_t from = root_of(target.number), into = root_of(other.number);
  if (e.verb == "merge") {
    if (from == into) return "the two are one speaker already";
    Sql apart(
        db_,
        "SELECT max(l.event_id) FROM identity_links l JOIN speakers x ON x.speaker_id = l.speaker_id JOIN speakers y ON y.speaker_id = "
        "l.other_id WHERE l.relation = 'different' AND ((coalesce(x.leads_to, x.speaker_id) = ?1 AND coalesce(y.leads_to, "
        "y.speaker_id) = ?2) OR (coalesce(x.leads_to, x.speaker_id) = ?2 AND coalesce(y.leads_to, y.speaker_id) = ?1))");
    apart.with(from, into);
    if (apart.step() && apart.integer(0) > 0)
      return "the two were said to be different (" + Id{IdKind::Event, apart.integer(0)}.text() + ")";
    apart.reset();
    link(target.number, other.number, "same");
    Sql(db_, "UPDATE speakers SET leads_to = ?2 WHERE speaker_id = ?1 OR leads_to = ?1").run(from, into);
    Sql(db_, "UPDATE OR IGNORE said_by SET speaker_id = ?2 WHERE speaker_id = ?1").run(from, into);
    Sql(db_, "DELETE FROM said_by WHERE speaker_id = ?1").run(from);
    writer_.reload_links();
    return {};
  }
  if (from == into) return "the two are one speaker";
  link(target.number, other.number, e.verb == "unsure" ? "unsure" : "different");
  return {};
}

}  // namespace onrecord
