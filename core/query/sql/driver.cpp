#include "query/sql/driver.h"

#include <algorithm>

#include "store/rows/slots.h"

namespace onrecord::query {
namespace {

// A date that is a month (or a week), and one that is a year, reaches at most so many days from the day it is sorted by.
constexpr std::int64_t kMonthDays = 31;
constexpr std::int64_t kYearDays = 366;
// So many speakers are walked in parallel, in order; more are gathered and sorted.
constexpr std::size_t kMostArms = 24;
// A source or speaker with at most so many rows is walked itself instead of everything.
constexpr std::int64_t kFew = 3000;

}  // namespace

// All full-text conditions become one, those left out as well where something stays.
void Driver::take_full_text(std::vector<const Node*>& nodes) {
  Node together;
  together.kind = Node::Kind::And;
  bool positive = false;
  std::vector<const Node*> rest;
  for (const Node* node : nodes) {
    const bool negative = node->kind == Node::Kind::Not;
    const Node& asked = negative ? node->children.front() : *node;
    // For the first page, hits that would all be gathered before, and are many, are better met on the way.
    if (full_text_.expression(asked) && (whole_ || !full_text_.gathers(asked) || !is_frequent(asked))) {
      together.children.push_back(*node);
      positive = positive || !negative;
    } else {
      rest.push_back(node);
    }
  }
  if (!positive) return;
  nodes = rest;
  fts_ = full_text_.expression(together);
  words_ = std::move(together);
}

// Whether reading on from anywhere soon finds a page of it; told from some statements all over the record.
bool Driver::is_frequent(const Node& node) {
  constexpr std::int64_t kLooked = 512, kFrequent = 16;
  std::vector<Parameter> parameters{kLooked};
  const std::string holds = Conditions(db_, parameters).condition(node);
  Sql sql(db_, "WITH RECURSIVE looks(i, last) AS (SELECT 0, (SELECT max(statement_id) FROM statements) UNION ALL "
               "SELECT i + 1, last FROM looks WHERE i + 1 < ?1) "
               "SELECT count(*) FROM looks CROSS JOIN statements s ON s.statement_id = 1 + i * last / ?1 WHERE " + holds);
  bind_all(sql, parameters);
  return sql.step() && sql.integer(0) >= kFrequent;
}

// The days in which all conditions on when it was said or published leave something.
void Driver::take_span(const std::vector<const Node*>& nodes) {
  for (const Node* node : nodes) {
    if (node->kind != Node::Kind::Term) continue;
    Days days;
    switch (node->field->id) {
      case FieldId::Since: days.from = find_days(node->text)->from; break;
      case FieldId::Until: days.to = find_days(node->text)->to; break;
      case FieldId::When:
      case FieldId::Said: days = *find_span(node->text); break;
      default: continue;
    }
    if (days.from) span_.from = std::max(span_.from.value_or(*days.from), *days.from);
    if (days.to) span_.to = std::min(span_.to.value_or(*days.to), *days.to);
  }
}

// "x BETWEEN ? AND ?" over slots of the span, wider by some days; and of the page.
std::string Driver::slots_within(const std::string& slot, std::int64_t wider) {
  std::string out;
  const auto add = [&](const std::string& bound) { out += " AND " + slot + bound; };
  if (span_.from) add(" >= " + parameter(first_slot(std::max(*span_.from - wider, kFirstDay))));
  if (span_.to) add(" <= " + parameter(last_slot(*span_.to + wider)));
  if (page_slot_) add((sort_ == Sort::Oldest ? " > " : " < ") + parameter(*page_slot_));
  return out;
}

// Arms that each give slots in order, merged into one; the same slot once. The limit that limits nothing keeps SQLite from
// dropping the arms' order, and the loops of the join keep it to the end: sorting again would read all of it first.
void Driver::drive_by(const std::vector<std::string>& arms) {
  if (arms.size() == 1) {
    from_ = " FROM (" + arms.front() + ") d CROSS JOIN statements s ON s.slot = d.slot";
    return;
  }
  std::string all;
  for (const std::string& arm : arms) all += (all.empty() ? "" : " UNION ") + arm;
  const std::string arms_direction = sort_ == Sort::Oldest ? "" : " DESC";
  from_ = " FROM (" + all + " ORDER BY 1" + arms_direction + " LIMIT -1) d CROSS JOIN statements s ON s.slot = d.slot";
  merged_ = true;
}

// Statements that only may fall into the span: of a month, and of a year, each with its own reach.
void Driver::add_vague_arms(std::vector<std::string>& arms) {
  std::string may_fall;
  if (span_.from) may_fall += " AND to_day >= " + parameter(*span_.from);
  if (span_.to) may_fall += " AND from_day <= " + parameter(*span_.to);
  arms.push_back("SELECT slot FROM statements INDEXED BY statements_of_some_month WHERE to_day - from_day BETWEEN 1 AND 31" +
                 slots_within("slot", kMonthDays) + may_fall);
  arms.push_back("SELECT slot FROM statements INDEXED BY statements_of_some_year WHERE to_day - from_day > 31" +
                 slots_within("slot", kYearDays) + may_fall);
}

std::string Driver::full_text_arm(const std::string& fts, std::int64_t wider) {
  return "SELECT rowid AS slot FROM statement_words WHERE statement_words MATCH " + parameter(fts) + slots_within("rowid", wider);
}

Driver::Drivers Driver::drivers_among(const std::vector<const Node*>& nodes) {
  Drivers out;
  for (const Node* node : nodes) {
    if (node->kind != Node::Kind::Term) continue;
    if (node->field->id == FieldId::Speaker && out.speaker == nullptr && node->text != "unknown") {
      if (const auto id = find_id(node->text); id && id->kind == IdKind::Speaker) {
        out.ids = {conditions_.leads_to(id->number)};
      } else {
        out.ids = speakers_by_given_names(db_, node->text);
        out.also_named = "(" + fts_name(node->text) + ")";
      }
      if (!out.ids.empty()) out.speaker = node;
    } else if (node->field->id == FieldId::Article || node->field->id == FieldId::Statement ||
               (node->field->id == FieldId::Claim && find_id(node->text))) {
      out.direct = node;
    } else if (node->field->id == FieldId::Source && node->text != "unknown") {
      out.source = node;
    }
  }
  return out;
}

std::vector<std::string> Driver::choose(std::vector<const Node*> nodes) {
  take_full_text(nodes);
  take_span(nodes);
  const Drivers drivers = drivers_among(nodes);
  std::vector<std::string> filters;
  const auto filter_rest = [&](const Node* taken) {
    for (const Node* node : nodes)
      if (node != taken) filters.push_back(conditions_.condition(*node));
  };
  if (drivers.direct != nullptr) {
    drive_by_id(*drivers.direct);
    if (fts_) filters.push_back(conditions_.condition(words_));
    filter_rest(drivers.direct);
    return page_filter(std::move(filters));
  }
  const bool few_speakers = drivers.speaker != nullptr && drivers.ids.size() <= kMostArms;
  if (few_speakers && (!fts_ || (!drivers.also_named && few_by(drivers.ids)))) {
    drive_by_speakers(drivers);
    if (fts_) filters.push_back(conditions_.condition(words_));
    filter_rest(drivers.speaker);
    return filters;
  }
  if (fts_) {
    drive_by_words();
    filter_rest(nullptr);
    return filters;
  }
  if (drivers.source != nullptr && drive_by_source(*drivers.source)) {
    filter_rest(drivers.source);
    return page_filter(std::move(filters));
  }
  if (has_span()) {  // the exact dates of the span, and those that only may fall in it
    std::vector<std::string> arms{"SELECT slot FROM statements WHERE 1" + slots_within("slot", 0)};
    add_vague_arms(arms);
    drive_by(arms);
  } else {
    from_ = " FROM statements s";
    if (const std::string page = slots_within("s.slot", 0); !page.empty()) filters.push_back(page.substr(5));
  }
  filter_rest(nullptr);
  return filters;
}

void Driver::drive_by_id(const Node& node) {
  const std::string number = parameter(find_id(node.text)->number);
  const std::string by_statement = ") d CROSS JOIN statements s ON s.statement_id = d.statement_id";
  if (node.field->id == FieldId::Article)
    from_ = " FROM (SELECT version_id FROM versions WHERE article_id = " + number +
                ") d CROSS JOIN statements s ON s.version_id = d.version_id";
  else if (node.field->id == FieldId::Statement) from_ = " FROM (SELECT " + number + " AS statement_id" + by_statement;
  else from_ = " FROM (SELECT statement_id FROM claim_statements WHERE claim_id = " + number + by_statement;
}

void Driver::drive_by_speakers(const Drivers& drivers) {
  std::vector<std::string> arms;
  for (const std::int64_t id : drivers.ids)
    arms.push_back("SELECT slot FROM said_by WHERE speaker_id = " + parameter(id) + slots_within("slot", vague_reach()));
  if (drivers.also_named) arms.push_back(full_text_arm(*drivers.also_named, vague_reach()));
  drive_by(arms);
}

void Driver::drive_by_words() {
  std::vector<std::string> arms{full_text_arm(*fts_, 0)};
  if (has_span()) {
    arms.push_back(full_text_arm("(" + *fts_ + ") AND vague : month", kMonthDays));
    arms.push_back(full_text_arm("(" + *fts_ + ") AND vague : year", kYearDays));
  }
  drive_by(arms);
}

// Whether the source has few rows, and less than the span.
bool Driver::drive_by_source(const Node& node) {
  const auto sources = conditions_.sources_by(node.text);
  if (sources.empty() || !few_from(sources) || (has_span() && few_in_span())) return false;
  from_ = " FROM (SELECT v0.version_id FROM articles a0 JOIN versions v0 USING (article_id) WHERE a0.source_id IN " +
              conditions_.number_list(sources) + ") d CROSS JOIN statements s ON s.version_id = d.version_id";
  return true;
}

// Driven by something else than slots, a page is a condition like others.
std::vector<std::string> Driver::page_filter(std::vector<std::string> filters) {
  const Days span = span_;
  span_ = {};
  const std::string page = slots_within("s.slot", 0);
  span_ = span;
  if (!page.empty()) filters.push_back(page.substr(5));
  return filters;
}

std::int64_t Driver::vague_reach() const { return has_span() ? kYearDays : 0; }

bool Driver::few_by(const std::vector<std::int64_t>& ids) {
  std::int64_t rows = 0;
  for (const std::int64_t id : ids) {
    Sql query(db_, "SELECT count(*) FROM (SELECT 1 FROM said_by WHERE speaker_id = ?1 LIMIT ?2)");
    query.with(id, kFew + 1);
    if (query.step()) rows += query.integer(0);
    if (rows > kFew) return false;
  }
  return true;
}

bool Driver::few_in_span() {
  Sql query(db_, "SELECT count(*) FROM (SELECT 1 FROM statements WHERE slot BETWEEN ?1 AND ?2 LIMIT ?3)");
  query.with(first_slot(std::max(span_.from.value_or(kFirstDay), kFirstDay)), span_.to ? last_slot(*span_.to) : INT64_MAX, kFew + 1);
  return query.step() && query.integer(0) <= kFew;
}

bool Driver::few_from(const std::vector<std::int64_t>& sources) {
  std::int64_t rows = 0;
  for (const std::int64_t id : sources) {
    Sql query(db_, "SELECT count(*) FROM (SELECT 1 FROM articles WHERE source_id = ?1 LIMIT ?2)");
    query.with(id, kFew / 4 + 1);
    if (query.step()) rows += query.integer(0);
    if (rows > kFew / 4) return false;
  }
  return true;
}

}  // namespace onrecord::query
