// The fold of claims, of what is attached to them, of reviews and notes.
#include "record/fold.h"

#include "base/flat_json.h"

namespace onrecord {

std::string Fold::apply_claims(const Event& e) {
  const auto own = find_id(e.target);
  if (!own) return "it has no target";
  const auto there = [&](const char* table, const char* column, std::int64_t number) {
    Sql sql(db_, std::string("SELECT 1 FROM ") + table + " WHERE " + column + " = ?1");
    sql.with(number);
    return sql.step();
  };
  if (e.verb == "claim") {
    Sql(db_, "INSERT INTO claims(claim_id, claim, event_id) VALUES (?1, ?2, ?3)").run(own->number, e.after, e.id);
    return {};
  }
  if (e.verb == "remove") {
    if (own->kind == IdKind::Claim) {
      if (!there("claims", "claim_id", own->number)) return "the claim is not there";
      Sql(db_, "DELETE FROM claim_statements WHERE claim_id = ?1").run(own->number);
      Sql(db_, "DELETE FROM reviews WHERE claim_id = ?1").run(own->number);
      Sql(db_, "DELETE FROM claims WHERE claim_id = ?1").run(own->number);
    } else if (own->kind == IdKind::Review) {
      Sql(db_, "DELETE FROM reviews WHERE review_id = ?1").run(own->number);
    } else {
      Sql(db_, "DELETE FROM notes WHERE note_id = ?1").run(own->number);
    }
    return {};
  }
  const auto object = parse_flat(e.after);
  if (!object) return "it carries nothing that can be read";
  if (e.verb == "note") {
    const Id about = resolve(std::string(flat_value(*object, "about")), std::string(flat_value(*object, "key")));
    if (!about) return "what the note is about is not in the record";
    Sql(db_, "INSERT INTO notes(note_id, target, text, event_id) VALUES (?1, ?2, ?3, ?4)")
        .run(own->number, about.text(), flat_value(*object, "text"), e.id);
    return {};
  }
  const Id claim = e.verb == "review" ? find_id(flat_value(*object, "claim")).value_or(Id{}) : *own;
  if (!there("claims", "claim_id", claim.number)) return "the claim " + claim.text() + " is not there";
  if (e.verb == "review") {
    Sql sql(db_, "INSERT INTO reviews(review_id, claim_id, verdict, said_so, rating, reviewer, reviewed_on, url, evidence, event_id) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    sql.bind(1, own->number).bind(2, claim.number).bind(10, e.id);
    int index = 3;
    for (const char* field : {"verdict", "said_so", "rating", "by", "on", "url", "evidence"})
      sql.bind_or_null(index++, flat_value(*object, field));
    sql.run_bound();
    return {};
  }
  const Id statement = resolve(std::string(flat_value(*object, "statement")), std::string(flat_value(*object, "key")));
  if (!statement || !writer_.find(statement.number)) return "the statement is not in the record";
  if (e.verb == "attach") {
    Sql(db_, "INSERT INTO claim_statements(claim_id, statement_id, relation, event_id) VALUES (?1, ?2, ?3, ?4) "
             "ON CONFLICT(claim_id, statement_id) DO UPDATE SET relation = excluded.relation, event_id = excluded.event_id")
        .run(claim.number, statement.number, flat_value(*object, "as"), e.id);
  } else {
    Sql(db_, "DELETE FROM claim_statements WHERE claim_id = ?1 AND statement_id = ?2").run(claim.number, statement.number);
    if (db_.changes() == 0) return "the statement is not attached to the claim";
  }
  return {};
}

}  // namespace onrecord
