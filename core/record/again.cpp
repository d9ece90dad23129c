// Articles read again with the rules of this build, and the log of another file: events meet what stands here.
#include <algorithm>
#include <set>

#include "record/assertions.h"
#include "record/step.h"

namespace onrecord {

RebuildSummary Assertions::rebuild(const std::vector<std::string>& named, const std::function<void(std::int64_t, std::int64_t)>& progress,
                                   bool dry_run) {
  if (!read_again_) refuse(ErrorCode::Usage, "this program cannot extract: articles cannot be read again", "rebuild");
  std::vector<std::int64_t> versions;
  if (named.empty()) {
    Sql sql(db_, "SELECT v.version_id FROM versions v JOIN articles a USING (article_id) WHERE a.removed < 2 AND a.identity NOT LIKE "
                 "'words:%' ORDER BY v.version_id");
    while (sql.step()) versions.push_back(sql.integer(0));
  } else {
    for (const std::string& text : named)
      for (const std::int64_t version : articles_.versions_of(existing(text, {IdKind::Article}).number)) versions.push_back(version);
  }
  RebuildSummary summary;
  constexpr std::size_t kTogether = 50;
  std::set<std::int64_t> articles, changed;
  const auto waiting = [&] {
    std::vector<std::pair<Id, std::string>> out;
    Sql sql(db_, "SELECT event_id, reason FROM waiting ORDER BY event_id");
    while (sql.step()) out.emplace_back(Id{IdKind::Event, sql.integer(0)}, sql.text(1));
    return out;
  };
  for (std::size_t at = 0; at < versions.size(); at += kTogether) {
    const std::size_t end = std::min(at + kTogether, versions.size());
    Step step(db_, writer_, dry_run);
    for (std::size_t i = at; i < end; ++i) {
      const auto version = articles_.find_version(versions[i]);
      if (!version || version->removed == 2 || version->identity.starts_with("words:")) continue;
      articles.insert(version->article_id);
      const ArticleStore::Change change = articles_.replace_statements(*version, read_again_(*version));
      summary.kept += change.kept;
      summary.changed += change.changed;
      summary.added += change.added;
      summary.gone += change.gone;
      if (change.changed + change.added + change.gone > 0) changed.insert(version->article_id);
      for (const std::int64_t orphan : change.orphans) {
        const std::string target = Id{IdKind::Statement, orphan}.text();
        for (const Event& e : log_.list("target = ?1 AND verb IN ('fix', 'remove')", target)) {
          fold_.set_waiting(e.id, "the rules no longer find these words as a statement");
        }
      }
    }
    fold_.retry_waiting();
    if (dry_run) {
      for (auto& event : waiting())
        if (std::find(summary.pending.begin(), summary.pending.end(), event) == summary.pending.end())
          summary.pending.push_back(std::move(event));
    }
    step.keep();
    if (progress) progress(static_cast<std::int64_t>(end), static_cast<std::int64_t>(versions.size()));
  }
  summary.articles = static_cast<std::int64_t>(articles.size());
  for (const std::int64_t article : changed) summary.changed_articles.push_back({IdKind::Article, article});
  if (!dry_run) summary.pending = waiting();
  return summary;
}

std::int64_t Assertions::restore(const std::function<bool(std::string&)>& next) {
  std::string line, previous;
  std::int64_t number = 0, restored = 0;
  // In steps that each leave a sound record: the same command again goes on where this one ended.
  bool more = true;
  while (more) {
    Step step(db_, writer_, false);
    std::int64_t together = 0;
    while (together < 200 && (more = next(line))) {
      ++number;
      while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
      if (line.empty()) continue;
      auto event = parse_dump_line(line);
      const std::string where = "line " + std::to_string(number);
      if (!event) refuse(ErrorCode::BadInput, "is no event of a dump", where, "dump files are made by onrecord dump");
      if (event->hash != hash_of(*event) || event->previous_hash != previous) {
        refuse(ErrorCode::BadInput, "was changed since it was dumped: its hash does not fit", where);
      }
      previous = event->hash;
      if (const auto there = log_.find(event->id)) {
        if (there->hash == event->hash) continue;
        refuse(ErrorCode::Usage, "the record holds another event " + Id{IdKind::Event, event->id}.text(), where,
               "restore into a record whose log is empty or the beginning of this one");
      }
      if (log_.last_hash() != event->previous_hash) {
        refuse(ErrorCode::Usage, "does not go on from the record's last event", where,
               "restore into a record whose log is empty or the beginning of this one");
      }
      // Numbers that the dump gave out are never given out again.
      if (const auto target = find_id(event->target)) {
        if (target->kind == IdKind::Claim || target->kind == IdKind::Review || target->kind == IdKind::Note) {
          writer_.counters().reserve(target->kind, target->number);
        }
      }
      ++together;
      ++restored;
      if (event->verb == "undo") {
        log_.append(*event, writer_.counters());
        if (const auto undone = log_.find(event->undoes)) {
          fold_.refold(*undone);
          fold_.set_waiting(undone->id, {});
          Sql(db_, "UPDATE events SET target = ?2 WHERE event_id = ?1").run(event->id, undone->target);
        }
        continue;
      }
      // The target's number is another file's until it is found here.
      const bool own_number = scope_of(*event) == Scope::Claims || event->verb == "add";
      const Id here = own_number ? Id{} : fold_.resolve(event->target, event->target_key);
      if (!own_number) event->target = here ? here.text() : std::string();
      log_.append(*event, writer_.counters());
      fold_.apply(*event);
    }
    step.keep();
  }
  return restored;
}

}  // namespace onrecord
