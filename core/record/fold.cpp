#include "record/fold.h"

#include <set>

namespace onrecord {

Scope scope_of(const Event& e) {
  const auto target = find_id(e.target);
  const char letter = e.target.empty() ? ' ' : e.target.front();
  if (e.verb == "undo") return Scope::Undo;
  if (e.verb == "merge" || e.verb == "split" || e.verb == "not-same" || e.verb == "unsure" || e.verb == "alias") return Scope::Identity;
  if (e.verb == "claim" || e.verb == "attach" || e.verb == "detach" || e.verb == "review" || e.verb == "note") return Scope::Claims;
  if (e.verb == "remove" && target && (letter == 'c' || letter == 'r' || letter == 'n')) return Scope::Claims;
  if (e.verb == "fix" || e.verb == "remove" || e.verb == "add") return Scope::Field;
  return Scope::None;
}

void Fold::set_waiting(std::int64_t event_id, const std::string& reason) {
  if (reason.empty()) Sql(db_, "DELETE FROM waiting WHERE event_id = ?1").run(event_id);
  else Sql(db_, "INSERT OR REPLACE INTO waiting(event_id, reason) VALUES (?1, ?2)").run(event_id, reason);
}

std::string Fold::apply(Event& e) {
  std::string reason;
  const Scope scope = scope_of(e);
  Id target;
  if (scope == Scope::Field || scope == Scope::Identity || e.verb == "purge") {
    if (e.verb != "add") {
      target = resolve(e.target, e.target_key);
      if (!target) reason = "what it is about is not in the record";
    }
  }
  if (reason.empty() && target && target.text() != e.target) {
    e.target = target.text();
    Sql(db_, "UPDATE events SET target = ?2 WHERE event_id = ?1").run(e.id, e.target);
  }
  if (reason.empty()) {
    if (e.verb == "add") reason = apply_added(e);
    else if (e.verb == "purge") reason = apply_purge(target);
    else if (scope == Scope::Field) reason = apply_field(e, target);
    else if (scope == Scope::Identity) reason = apply_identity(e, target);
    else if (scope == Scope::Claims) reason = apply_claims(e);
  }
  set_waiting(e.id, reason);
  return reason;
}

// ---------------------------------------------------------------------------------------------------------- again

void Fold::refold_field(Id target, const std::string& field) {
  const std::set<std::int64_t> undone = log_.undone();
  const Event* last = nullptr;
  const auto events = log_.list("target = ?1", target.text());
  for (const Event& e : events) {
    if (undone.contains(e.id) || (e.verb != "fix" && e.verb != "remove")) continue;
    const std::string its_field = e.verb == "remove" ? (target.kind == IdKind::Statement ? "statement" : "removed") : e.field;
    if (its_field == field) last = &e;
  }
  if (last == nullptr) {
    set_field(target, field, nullptr, 0);
  } else {
    Event again = *last;
    apply(again);
  }
}

void Fold::refold(const Event& e) {
  const Scope scope = scope_of(e);
  if (scope == Scope::Undo) {
    if (const auto undone = log_.find(e.undoes)) refold(*undone);
    return;
  }
  if (scope != Scope::Field) {
    refold(scope);
    return;
  }
  const Id target = resolve(e.target, e.verb == "add" ? std::string() : e.target_key);
  if (!target) return;
  if (e.verb == "add") {
    const bool undone = log_.undone().contains(e.id);
    writer_.flush();
    if (const auto row = writer_.find(target.number)) writer_.touch(row->version_id);
    Sql(db_, undone ? "UPDATE statements SET state = state | 2 WHERE statement_id = ?1"
                    : "UPDATE statements SET state = state & ~2 WHERE statement_id = ?1")
        .run(target.number);
    return;
  }
  refold_field(target, e.verb == "remove" ? (target.kind == IdKind::Statement ? "statement" : "removed") : e.field);
}

void Fold::refold(Scope scope) {
  if (scope != Scope::Identity && scope != Scope::Claims) return;
  writer_.flush();
  if (scope == Scope::Identity) {
    std::vector<std::int64_t> roots;
    Sql merged(db_, "SELECT DISTINCT leads_to FROM speakers WHERE leads_to IS NOT NULL");
    while (merged.step()) roots.push_back(merged.integer(0));
    merged.reset();
    db_.run("DELETE FROM identity_links; DELETE FROM aliases; UPDATE speakers SET leads_to = NULL WHERE leads_to IS NOT NULL");
    writer_.reload_links();
    for (const std::int64_t root : roots) writer_.index_speaker_again(root);
  } else {
    db_.run("DELETE FROM claim_statements; DELETE FROM reviews; DELETE FROM notes; DELETE FROM claims");
  }
  const std::set<std::int64_t> undone = log_.undone();
  for (Event& e : log_.list()) {
    if (scope_of(e) != scope) continue;
    if (undone.contains(e.id)) set_waiting(e.id, {});
    else apply(e);
  }
}

void Fold::retry_waiting() {
  std::vector<std::int64_t> ids;
  Sql waiting(db_, "SELECT event_id FROM waiting ORDER BY event_id");
  while (waiting.step()) ids.push_back(waiting.integer(0));
  waiting.reset();
  if (ids.empty()) return;
  const std::set<std::int64_t> undone = log_.undone();
  for (const std::int64_t id : ids) {
    auto event = log_.find(id);
    if (!event) continue;
    if (undone.contains(id)) {
      set_waiting(id, {});
      continue;
    }
    // Later events about the same may hold already: what holds is folded, not overwritten.
    const std::string reason = apply(*event);
    if (reason.empty() && scope_of(*event) == Scope::Field && event->verb != "add") refold(*event);
  }
}

}  // namespace onrecord
