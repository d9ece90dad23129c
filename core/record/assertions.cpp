#include "record/assertions.h"

#include <algorithm>
#include <array>

#include "base/flat_json.h"
#include "base/iso_date.h"
#include "record/step.h"
#include "store/correct.h"
#include "store/database/ids.h"
#include "text/folded_words.h"

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 5> kRelations = {"makes", "repeats", "denies", "contradicts", "mentions"};
constexpr std::array<std::string_view, 6> kVerdicts = {"true", "mostly-true", "mixed", "mostly-false", "false", "unproven"};
constexpr std::array<std::string_view, 5> kSaidSo = {"verbatim", "paraphrase", "altered", "misattributed", "withdrawn"};

template <std::size_t N>
void check_one_of(const std::array<std::string_view, N>& values, std::string_view value, std::string_view what) {
  if (std::find(values.begin(), values.end(), value) != values.end()) return;
  std::string hint = "one of ";
  for (const std::string_view v : values) hint += (v == values.front() ? "" : ", ") + std::string(v);
  refuse(ErrorCode::Usage, "\"" + std::string(value) + "\" is no " + std::string(what), value, hint);
}

}  // namespace

Id Assertions::existing(std::string_view text, std::initializer_list<IdKind> kinds) {
  const Id id = id_of_kind(text, kinds);
  static constexpr std::array<std::pair<const char*, const char*>, 8> kTables = {{{"statements", "statement_id"},
                                                                                  {"speakers", "speaker_id"},
                                                                                  {"articles", "article_id"},
                                                                                  {"events", "event_id"},
                                                                                  {"claims", "claim_id"},
                                                                                  {"reviews", "review_id"},
                                                                                  {"sources", "source_id"},
                                                                                  {"notes", "note_id"}}};
  const auto [table, column] = kTables[static_cast<std::size_t>(id.kind)];
  Sql sql(db_, std::string("SELECT 1 FROM ") + table + " WHERE " + column + " = ?1");
  sql.with(id.number);
  if (!sql.step()) refuse(ErrorCode::NotFound, "is not in the record", text);
  return id;
}

Event Assertions::start(std::string verb, Id target, const Stamp& stamp) {
  if (stamp.at.empty() || stamp.who.empty()) refuse(ErrorCode::Usage, "who does it and when must be said", verb);
  Event e;
  e.at = stamp.at;
  e.who = stamp.who;
  e.why = stamp.why;
  e.verb = std::move(verb);
  if (target) {
    e.target = target.text();
    e.target_key = fold_.key_of(target);
  }
  return e;
}

Effect Assertions::record(Event& e) {
  log_.append(e, writer_.counters());
  const std::string reason = fold_.apply(e);
  if (!reason.empty()) refuse(ErrorCode::Usage, reason, e.target);
  return {{IdKind::Event, e.id}, e.target, e.field, e.before, e.after, {}};
}

std::string Assertions::current(Id target, const std::string& field) {
  if (target.kind == IdKind::Statement) return statement_field(*writer_.find(target.number), field);
  if (target.kind == IdKind::Speaker) {
    Sql sql(db_, field == "kind" ? "SELECT kind FROM speakers WHERE speaker_id = ?1" : "SELECT name FROM speakers WHERE speaker_id = ?1");
    sql.with(target.number);
    return sql.step() ? sql.text(0) : std::string();
  }
  auto version = articles_.find_latest(target.number);
  const Field* stored = version ? article_field(version->article, field) : nullptr;
  return stored != nullptr ? stored->value : std::string();
}

std::string Assertions::stated(Id id) {
  if (id.kind == IdKind::Claim) {
    Sql sql(db_, "SELECT claim FROM claims WHERE claim_id = ?1");
    sql.with(id.number);
    return sql.step() ? sql.text(0) : std::string();
  }
  if (id.kind == IdKind::Note) {
    Sql sql(db_, "SELECT text FROM notes WHERE note_id = ?1");
    sql.with(id.number);
    return sql.step() ? sql.text(0) : std::string();
  }
  return {};
}

std::string Assertions::words_of(Id id) {
  if (id.kind == IdKind::Article) {
    const auto version = articles_.find_latest(id.number);
    return version ? version->article.title.value : std::string();
  }
  if (id.kind != IdKind::Statement) return {};
  Sql sql(db_, "SELECT words FROM statements WHERE statement_id = ?1");
  sql.with(id.number);
  return sql.step() ? sql.text(0) : std::string();
}

std::vector<Effect> Assertions::fix(std::string_view id, const std::vector<Change>& changes, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id target = existing(id, {IdKind::Statement, IdKind::Article, IdKind::Speaker});
  if (changes.empty()) {
    refuse(ErrorCode::Usage, "nothing to correct was named", id,
           "fields: " + (target.kind == IdKind::Statement ? statement_fields()
                         : target.kind == IdKind::Article ? article_fields()
                                                          : speaker_fields()));
  }
  std::vector<Effect> effects;
  for (const Change& change : changes) {
    auto value = target.kind == IdKind::Statement ? check_statement_value(change.field, change.value)
                 : target.kind == IdKind::Article ? check_article_value(change.field, change.value)
                                                  : check_speaker_value(change.field, change.value);
    if (!value) throw SqlError(value.error());
    if (target.kind == IdKind::Statement && change.field == "speaker") {
      // p7 stands for the speaker of that id.
      if (const auto speaker = find_id(*value); speaker && speaker->kind == IdKind::Speaker) {
        existing(*value, {IdKind::Speaker});
        value = current(*speaker, "name");
      }
    }
    if (change.field == "alias") {
      Event e = start("alias", target, stamp);
      e.after = *value;
      effects.push_back(record(e));
      effects.back().field = "alias";
      continue;
    }
    Event e = start("fix", target, stamp);
    e.field = change.field;
    e.before = current(target, change.field);
    e.after = *value;
    if (e.before == e.after) continue;
    effects.push_back(record(e));
  }
  step.keep();
  return effects;
}

Effect Assertions::remove(std::string_view id, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id target = existing(id, {IdKind::Article, IdKind::Statement, IdKind::Claim, IdKind::Review, IdKind::Note});
  Event e = start("remove", target, stamp);
  e.before = stated(target);
  std::string printed = words_of(target);
  Effect effect = record(e);
  if (!printed.empty()) effect.before = std::move(printed);
  if (target.kind == IdKind::Article) {
    Sql sql(db_, "SELECT count(*) FROM statements s JOIN versions v USING (version_id) WHERE v.article_id = ?1");
    sql.with(target.number);
    const std::int64_t statements = sql.step() ? sql.integer(0) : 0;
    if (statements > 0) effect.note = std::to_string(statements) + (statements == 1 ? " statement with it" : " statements with it");
  }
  step.keep();
  return effect;
}

Effect Assertions::purge(std::string_view id, const Stamp& stamp, bool dry_run) {
  Effect effect;
  // What is deleted is written over, whatever this SQLite was built to do.
  db_.run("PRAGMA secure_delete=ON");
  {
    Step step(db_, writer_, dry_run);
    const Id target = existing(id, {IdKind::Article});
    const std::string identity = fold_.key_of(target);
    Sql typed(db_,
              "SELECT count(*) FROM events WHERE verb IN ('fix', 'add') AND field IN ('', 'words', 'title') AND instr(target_key, ?1) > 0");
    const std::string within = identity.substr(0, identity.size() - 1);  // {"article":"…" with or without what follows
    typed.with(within);
    const std::int64_t quoting = typed.step() ? typed.integer(0) : 0;
    typed.reset();
    Event e = start("purge", target, stamp);
    effect = record(e);
    if (quoting > 0)
      effect.note = std::to_string(quoting) + (quoting == 1 ? " event" : " events") + " of the log still quote what people typed about it";
    // What claims and notes hang on its statements waits now.
    fold_.refold(Scope::Claims);
    step.keep();
  }
  if (!dry_run) db_.run("PRAGMA wal_checkpoint(TRUNCATE)");
  return effect;
}

std::vector<Effect> Assertions::undo(std::string_view id, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id target = existing(id, {IdKind::Event});
  const Event undone = *log_.find(target.number);
  if (undone.verb == "purge") refuse(ErrorCode::Usage, "a text that was purged cannot be brought back", id);
  if (log_.undone().contains(undone.id)) {
    refuse(ErrorCode::Usage, "is undone already", id, "undo the event that did it to bring it back");
  }
  const auto waiting = [&] {
    std::vector<std::int64_t> ids;
    Sql sql(db_, "SELECT event_id FROM waiting ORDER BY event_id");
    while (sql.step()) ids.push_back(sql.integer(0));
    return ids;
  };
  const auto before = waiting();
  Event e = start("undo", {}, stamp);
  e.target = undone.target;
  e.target_key = undone.target_key;
  e.undoes = undone.id;
  e.field = undone.field;
  e.before = undone.after;
  e.after = undone.before;
  log_.append(e, writer_.counters());
  fold_.refold(undone);
  fold_.set_waiting(undone.id, {});
  std::vector<Effect> effects{{{IdKind::Event, e.id}, e.target, e.field, spoken_value(e.before), spoken_value(e.after),
                               "undoes " + target.text()}};
  if (undone.verb == "fix") {
    Sql now(db_, "SELECT event_id FROM corrections WHERE target = ?1 AND field = ?2 AND event_id > ?3");
    now.with(undone.target, undone.field, undone.id);
    if (now.step()) effects.front().note += "; what " + Id{IdKind::Event, now.integer(0)}.text() + " says stays in force";
  }
  for (const std::int64_t event_id : waiting()) {
    if (event_id == undone.id || std::find(before.begin(), before.end(), event_id) != before.end()) continue;
    const auto later = log_.find(event_id);
    Sql why(db_, "SELECT reason FROM waiting WHERE event_id = ?1");
    why.with(event_id);
    const std::string reason = why.step() ? why.text(0) : std::string();
    effects.push_back({{IdKind::Event, event_id}, later->target, later->field, spoken_value(later->before), spoken_value(later->after),
                       "no longer applies and waits: " + reason});
  }
  step.keep();
  return effects;
}

Effect Assertions::note(std::string_view id, std::string_view text, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id about = existing(id, {IdKind::Statement, IdKind::Speaker, IdKind::Article, IdKind::Claim, IdKind::Review, IdKind::Source});
  if (folded_words(text).empty()) refuse(ErrorCode::Usage, "the note says nothing", id);
  const Id own{IdKind::Note, writer_.counters().take(IdKind::Note)};
  Event e = start("note", own, stamp);
  e.after = write_flat({{"about", about.text()}, {"key", fold_.key_of(about)}, {"text", std::string(text)}});
  Effect effect = record(e);
  effect.after = text;
  step.keep();
  return effect;
}

Effect Assertions::add_statement(const NewStatement& s, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  if (folded_words(s.words).empty()) refuse(ErrorCode::Usage, "the words that were said are missing", s.words);
  for (const auto& [field, value] : {std::pair<const char*, const std::string&>{"said", s.said}, {"kind", s.kind}, {"act", s.act}}) {
    if (value.empty()) continue;
    if (const auto checked = check_statement_value(field, value); !checked) throw SqlError(checked.error());
  }
  const auto speaker = check_statement_value("speaker", s.speaker);
  if (!speaker) throw SqlError(speaker.error());
  Event e = start("add", {}, stamp);
  const Id own{IdKind::Statement, writer_.counters().take(IdKind::Statement)};
  e.target = own.text();
  if (s.in_article) {
    existing(s.in_article.text(), {IdKind::Article});
    const auto version = articles_.find_latest(s.in_article.number);
    e.target_key = write_flat({{"article", version->identity}, {"sha256", version->text_sha256}});
  } else {
    if (speaker->empty()) refuse(ErrorCode::Usage, "a statement that stands in no article needs a speaker", s.words, "say who: --speaker");
    e.target_key = write_flat({{"article", "words:" + stamp.at + ":" + own.text()}});
  }
  std::string said = s.said;
  e.after = write_flat({{"words", s.words}, {"speaker", *speaker}, {"said", said}, {"kind", s.kind}, {"act", s.act}, {"cue", s.cue},
                        {"role", s.role}, {"source", s.source}, {"url", s.url}});
  log_.append(e, writer_.counters());
  const std::string reason = fold_.apply(e);
  if (!reason.empty()) refuse(ErrorCode::NotFound, reason, s.words, "copy them as the article prints them");
  step.keep();
  return {{IdKind::Event, e.id}, e.target, {}, {}, s.words, {}};
}

// -------------------------------------------------------------------------------------------------------- speakers

Effect Assertions::merge(std::string_view speaker, std::string_view into, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id a = existing(speaker, {IdKind::Speaker}), b = existing(into, {IdKind::Speaker});
  if (a == b) refuse(ErrorCode::Usage, "is the same id", speaker);
  Event e = start("merge", a, stamp);
  e.before = current(a, "name");
  e.after = write_flat({{"speaker", b.text()}, {"key", fold_.key_of(b)}});
  Effect effect = record(e);
  effect.after = e.before;
  effect.note = a.text() + " leads to " + b.text() + ", " + current(b, "name");
  step.keep();
  return effect;
}

Effect Assertions::split(std::string_view speaker, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id a = existing(speaker, {IdKind::Speaker});
  Event e = start("split", a, stamp);
  e.before = current(a, "name");
  Effect effect = record(e);
  step.keep();
  return effect;
}

Effect Assertions::decide(std::string_view speaker, std::string_view other, std::string_view verb, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id a = existing(speaker, {IdKind::Speaker}), b = existing(other, {IdKind::Speaker});
  if (a == b) refuse(ErrorCode::Usage, "is the same id", speaker);
  Event e = start(std::string(verb), a, stamp);
  e.before = current(a, "name");
  e.after = write_flat({{"speaker", b.text()}, {"key", fold_.key_of(b)}});
  Effect effect = record(e);
  effect.after = e.before;
  effect.note = (verb == "unsure" ? "perhaps " : "not ") + b.text() + ", " + current(b, "name");
  step.keep();
  return effect;
}

// ----------------------------------------------------------------------------------------------- claims and reviews

Effect Assertions::new_claim(std::string_view proposition, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  if (folded_words(proposition).empty()) refuse(ErrorCode::Usage, "the claim says nothing", proposition);
  Event e = start("claim", {IdKind::Claim, writer_.counters().take(IdKind::Claim)}, stamp);
  e.after = proposition;
  Effect effect = record(e);
  step.keep();
  return effect;
}

std::vector<Effect> Assertions::attach(std::string_view claim, const std::vector<std::string>& statements, std::string_view as,
                                       const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id own = existing(claim, {IdKind::Claim});
  check_one_of(kRelations, as, "relation of a statement to a claim");
  if (statements.empty()) refuse(ErrorCode::Usage, "no statement was named", claim);
  std::vector<Effect> effects;
  for (const std::string& text : statements) {
    const Id statement = existing(text, {IdKind::Statement});
    Event e = start("attach", own, stamp);
    e.field = as;
    e.after = write_flat({{"statement", statement.text()}, {"key", fold_.key_of(statement)}, {"as", std::string(as)}});
    Effect effect = record(e);
    effect.after = statement.text();
    effects.push_back(std::move(effect));
  }
  step.keep();
  return effects;
}

Effect Assertions::detach(std::string_view claim, std::string_view text, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id own = existing(claim, {IdKind::Claim}), statement = existing(text, {IdKind::Statement});
  Event e = start("detach", own, stamp);
  e.after = write_flat({{"statement", statement.text()}, {"key", fold_.key_of(statement)}});
  Effect effect = record(e);
  effect.after = statement.text();
  step.keep();
  return effect;
}

Effect Assertions::add_review(std::string_view claim, const NewReview& r, const Stamp& stamp, bool dry_run) {
  Step step(db_, writer_, dry_run);
  const Id own = existing(claim, {IdKind::Claim});
  if (r.verdict.empty() && r.said_so.empty()) {
    refuse(ErrorCode::Usage, "the review says neither whether it is true nor whether it was said so", claim, "--verdict or --said-so");
  }
  if (!r.verdict.empty()) check_one_of(kVerdicts, r.verdict, "verdict");
  if (!r.said_so.empty()) check_one_of(kSaidSo, r.said_so, "answer to whether it was said so");
  if (!r.on.empty() && !parse_iso_date(r.on)) refuse(ErrorCode::Usage, "is no date", r.on, "a date such as 2014-10-28");
  Event e = start("review", {IdKind::Review, writer_.counters().take(IdKind::Review)}, stamp);
  e.after = write_flat({{"claim", own.text()}, {"verdict", r.verdict}, {"said_so", r.said_so}, {"rating", r.rating}, {"by", r.by},
                        {"on", r.on}, {"url", r.url}, {"evidence", r.evidence}});
  Effect effect = record(e);
  effect.field = "verdict";
  effect.after = r.verdict.empty() ? r.said_so : r.verdict;
  step.keep();
  return effect;
}

}  // namespace onrecord
