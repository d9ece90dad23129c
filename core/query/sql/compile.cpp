#include "query/sql/compile.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "query/sql/conditions.h"
#include "query/sql/full_text.h"
#include "store/rows/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

// A date that is a month (or a week), and one that is a year, reaches at most so many days from the day it is sorted by.
constexpr std::int64_t kMonthDays = 31;
constexpr std::int64_t kYearDays = 366;
// So many speakers are walked in parallel, in order; more are gathered and sorted.
constexpr std::size_t kMostArms = 24;
// A source or speaker with at most so many rows is walked itself instead of everything.
constexpr std::int64_t kFew = 3000;

class Compiler {
 public:
  Compiler(Database& db, const CompileOptions& options) : db_(db), options_(options), conditions_(db, out_.parameters), full_text_(db) {}

  Compiled run(const Node& tree) {
    read_page_key();
    std::vector<const Node*> conditions;
    if (tree.kind == Node::Kind::And) {
      for (const Node& child : tree.children) conditions.push_back(&child);
    } else if (tree.kind != Node::Kind::All) {
      conditions.push_back(&tree);
    }
    take_full_text(conditions);
    take_span(conditions);
    const std::vector<std::string> filters = choose_driver(conditions);
    join_rest();
    std::string where;
    const auto add = [&](const std::string& condition) { where += (where.empty() ? " WHERE " : " AND ") + condition; };
    add(options_.versions ? "s.state & 6 = 0" : "s.state = 0");
    for (const std::string& filter : filters) add(filter);
    if (page_id_) add("s.statement_id < " + parameter(*page_id_));
    out_.where = where;
    order();
    mark(tree, false);
    return std::move(out_);
  }

 private:
  std::string parameter(Parameter value) { return conditions_.parameter(std::move(value)); }

  // --- where to begin

  // All full-text conditions become one, those left out as well where something stays.
  void take_full_text(std::vector<const Node*>& conditions) {
    Node together;
    together.kind = Node::Kind::And;
    bool positive = false;
    std::vector<const Node*> rest;
    for (const Node* node : conditions) {
      const bool negative = node->kind == Node::Kind::Not;
      const Node& asked = negative ? node->children.front() : *node;
      // For the first page, hits that would all be gathered before, and are many, are better met on the way.
      if (full_text_.expression(asked) && (options_.whole || !full_text_.gathers(asked) || !is_frequent(asked))) {
        together.children.push_back(*node);
        positive = positive || !negative;
      } else {
        rest.push_back(node);
      }
    }
    if (!positive) return;
    conditions = rest;
    fts_ = full_text_.expression(together);
    words_ = std::move(together);
  }

  // Whether reading on from anywhere soon finds a page of it; told from some statements all over the record.
  bool is_frequent(const Node& node) {
    constexpr std::int64_t kLooked = 512, kFrequent = 16;
    std::vector<Parameter> parameters{kLooked};
    const std::string holds = Conditions(db_, parameters).condition(node);
    Compiled look;
    look.parameters = std::move(parameters);
    Sql sql(db_, "WITH RECURSIVE looks(i, last) AS (SELECT 0, (SELECT max(statement_id) FROM statements) UNION ALL "
                 "SELECT i + 1, last FROM looks WHERE i + 1 < ?1) "
                 "SELECT count(*) FROM looks CROSS JOIN statements s ON s.statement_id = 1 + i * last / ?1 WHERE " + holds);
    look.bind(sql);
    return sql.step() && sql.integer(0) >= kFrequent;
  }

  // The days in which all conditions on when it was said or published leave something.
  void take_span(const std::vector<const Node*>& conditions) {
    for (const Node* node : conditions) {
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

  [[nodiscard]] bool has_span() const { return span_.from || span_.to; }

  // "x BETWEEN ? AND ?" over slots of the span, wider by some days; and of the page.
  std::string slots_within(const std::string& slot, std::int64_t wider) {
    std::string out;
    const auto add = [&](const std::string& bound) { out += " AND " + slot + bound; };
    if (span_.from) add(" >= " + parameter(first_slot(std::max(*span_.from - wider, kFirstDay))));
    if (span_.to) add(" <= " + parameter(last_slot(*span_.to + wider)));
    if (page_slot_) add((options_.sort == Sort::Oldest ? " > " : " < ") + parameter(*page_slot_));
    return out;
  }

  [[nodiscard]] std::string direction() const { return options_.sort == Sort::Oldest ? "" : " DESC"; }
  [[nodiscard]] bool in_slot_order() const { return options_.sort == Sort::Newest || options_.sort == Sort::Oldest; }

  // Arms that each give slots in order, merged into one; the same slot once. The limit that limits nothing keeps SQLite from
  // dropping the arms' order, and the loops of the join keep it to the end: sorting again would read all of it first.
  void drive_by(const std::vector<std::string>& arms) {
    if (arms.size() == 1) {
      out_.from = " FROM (" + arms.front() + ") d CROSS JOIN statements s ON s.slot = d.slot";
      return;
    }
    std::string all;
    for (const std::string& arm : arms) all += (all.empty() ? "" : " UNION ") + arm;
    const std::string arms_direction = options_.sort == Sort::Oldest ? "" : " DESC";
    out_.from = " FROM (" + all + " ORDER BY 1" + arms_direction + " LIMIT -1) d CROSS JOIN statements s ON s.slot = d.slot";
    merged_ = true;
  }

  // Statements that only may fall into the span: of a month, and of a year, each with its own reach.
  void add_vague_arms(std::vector<std::string>& arms) {
    std::string may_fall;
    if (span_.from) may_fall += " AND to_day >= " + parameter(*span_.from);
    if (span_.to) may_fall += " AND from_day <= " + parameter(*span_.to);
    arms.push_back("SELECT slot FROM statements INDEXED BY statements_of_some_month WHERE to_day - from_day BETWEEN 1 AND 31" +
                   slots_within("slot", kMonthDays) + may_fall);
    arms.push_back("SELECT slot FROM statements INDEXED BY statements_of_some_year WHERE to_day - from_day > 31" +
                   slots_within("slot", kYearDays) + may_fall);
  }
  std::string full_text_arm(const std::string& fts, std::int64_t wider) {
    return "SELECT rowid AS slot FROM statement_words WHERE statement_words MATCH " + parameter(fts) + slots_within("rowid", wider);
  }

  // What of a question may lead to few rows.
  struct Drivers {
    const Node* direct = nullptr;    // an article, a statement, a claim
    const Node* speaker = nullptr;   // by id, or by names that people gave: their rows are walked in said_by
    const Node* source = nullptr;
    std::vector<std::int64_t> ids;          // of the speaker
    std::optional<std::string> also_named;  // full text of those names
  };

  Drivers drivers_among(const std::vector<const Node*>& conditions) {
    Drivers out;
    for (const Node* node : conditions) {
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

  // Sets where the rows come from; returns the conditions that are left to test on each.
  std::vector<std::string> choose_driver(const std::vector<const Node*>& conditions) {
    const Drivers drivers = drivers_among(conditions);
    std::vector<std::string> filters;
    const auto filter_rest = [&](const Node* taken) {
      for (const Node* node : conditions)
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
      out_.from = " FROM statements s";
      if (const std::string page = slots_within("s.slot", 0); !page.empty()) filters.push_back(page.substr(5));
    }
    filter_rest(nullptr);
    return filters;
  }

  void drive_by_id(const Node& node) {
    const std::string number = parameter(find_id(node.text)->number);
    const std::string by_statement = ") d CROSS JOIN statements s ON s.statement_id = d.statement_id";
    if (node.field->id == FieldId::Article)
      out_.from = " FROM (SELECT version_id FROM versions WHERE article_id = " + number +
                  ") d CROSS JOIN statements s ON s.version_id = d.version_id";
    else if (node.field->id == FieldId::Statement) out_.from = " FROM (SELECT " + number + " AS statement_id" + by_statement;
    else out_.from = " FROM (SELECT statement_id FROM claim_statements WHERE claim_id = " + number + by_statement;
  }

  void drive_by_speakers(const Drivers& drivers) {
    std::vector<std::string> arms;
    for (const std::int64_t id : drivers.ids)
      arms.push_back("SELECT slot FROM said_by WHERE speaker_id = " + parameter(id) + slots_within("slot", vague_reach()));
    if (drivers.also_named) arms.push_back(full_text_arm(*drivers.also_named, vague_reach()));
    drive_by(arms);
  }

  void drive_by_words() {
    std::vector<std::string> arms{full_text_arm(*fts_, 0)};
    if (has_span()) {
      arms.push_back(full_text_arm("(" + *fts_ + ") AND vague : month", kMonthDays));
      arms.push_back(full_text_arm("(" + *fts_ + ") AND vague : year", kYearDays));
    }
    drive_by(arms);
  }

  // Whether the source has few rows, and less than the span.
  bool drive_by_source(const Node& node) {
    const auto sources = conditions_.sources_by(node.text);
    if (sources.empty() || !few_from(sources) || (has_span() && few_in_span())) return false;
    out_.from = " FROM (SELECT v0.version_id FROM articles a0 JOIN versions v0 USING (article_id) WHERE a0.source_id IN " +
                conditions_.number_list(sources) + ") d CROSS JOIN statements s ON s.version_id = d.version_id";
    return true;
  }

  // Driven by something else than slots, a page is a condition like others.
  std::vector<std::string> page_filter(std::vector<std::string> filters) {
    const Days span = span_;
    span_ = {};
    const std::string page = slots_within("s.slot", 0);
    span_ = span;
    if (!page.empty()) filters.push_back(page.substr(5));
    return filters;
  }

  [[nodiscard]] std::int64_t vague_reach() const { return has_span() ? kYearDays : 0; }

  bool few_by(const std::vector<std::int64_t>& ids) {
    std::int64_t rows = 0;
    for (const std::int64_t id : ids) {
      Sql query(db_, "SELECT count(*) FROM (SELECT 1 FROM said_by WHERE speaker_id = ?1 LIMIT ?2)");
      query.with(id, kFew + 1);
      if (query.step()) rows += query.integer(0);
      if (rows > kFew) return false;
    }
    return true;
  }

  bool few_in_span() {
    Sql query(db_, "SELECT count(*) FROM (SELECT 1 FROM statements WHERE slot BETWEEN ?1 AND ?2 LIMIT ?3)");
    query.with(first_slot(std::max(span_.from.value_or(kFirstDay), kFirstDay)), span_.to ? last_slot(*span_.to) : INT64_MAX, kFew + 1);
    return query.step() && query.integer(0) <= kFew;
  }

  bool few_from(const std::vector<std::int64_t>& sources) {
    std::int64_t rows = 0;
    for (const std::int64_t id : sources) {
      Sql query(db_, "SELECT count(*) FROM (SELECT 1 FROM articles WHERE source_id = ?1 LIMIT ?2)");
      query.with(id, kFew / 4 + 1);
      if (query.step()) rows += query.integer(0);
      if (rows > kFew / 4) return false;
    }
    return true;
  }

  // --- the rest of the row

  // SQLite leaves out what is joined from the left and not used; the others it would look up for every row.
  void join_rest() {
    const bool row = options_.joined == Joined::Row, articles = row || options_.joined == Joined::Articles;
    const Conditions::Asked& asked = conditions_.asked();
    if (articles || asked.version) out_.from += " CROSS JOIN versions v ON v.version_id = s.version_id";
    if (articles || asked.article) out_.from += " CROSS JOIN articles a ON a.article_id = v.article_id";
    if (row || asked.rule) out_.from += " CROSS JOIN rules r ON r.rule_id = s.rule_id";
    out_.from += " LEFT JOIN speakers own ON own.speaker_id = s.speaker_id "
                 "LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id)";
    if (row) out_.from += " LEFT JOIN sources src ON src.source_id = a.source_id";
  }

  void order() {
    const bool by_slot_of_d = out_.from.find("d.slot") != std::string::npos;
    const std::string slot = by_slot_of_d ? "d.slot" : "s.slot";
    switch (options_.sort) {
      case Sort::Newest:
      case Sort::Oldest:
        if (!merged_) out_.order = " ORDER BY " + slot + direction();
        return;
      case Sort::Speaker:
        out_.order = " ORDER BY s.speaker IS NULL, "
                     "sort_form(CASE WHEN s.joint = 1 THEN s.speaker ELSE coalesce(p.name, s.speaker) END), s.slot DESC";
        return;
      case Sort::Source: out_.order = " ORDER BY src.name IS NULL, sort_form(src.name), s.slot DESC"; return;
      case Sort::Confidence: out_.order = " ORDER BY s.confidence DESC, s.slot DESC"; return;
      case Sort::Added: out_.order = " ORDER BY s.statement_id DESC"; return;
    }
  }

  void read_page_key() {
    if (options_.page_key.empty()) return;
    std::string_view text = options_.page_key;
    const bool by_id = text.starts_with('i') && options_.sort == Sort::Added;
    const bool known = by_id || (text.starts_with('t') && in_slot_order());
    std::int64_t number = 0;
    if (known) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
    if (!known || error != std::errc() || end != text.data() + text.size()) {
      throw SqlError(Error{ErrorCode::Usage, "is no page key of this order", options_.page_key, "take it from the page before"});
    }
    if (by_id) page_id_ = number;
    else page_slot_ = number;
  }

  // --- what to mark in the words of a row

  void mark(const Node& node, bool negative) {
    switch (node.kind) {
      case Node::Kind::Not: mark(node.children.front(), !negative); return;
      case Node::Kind::And:
      case Node::Kind::Or:
        for (const Node& child : node.children) mark(child, negative);
        return;
      case Node::Kind::Term:
        if (node.field->id != FieldId::Words && node.field->id != FieldId::Mentions) return;
        [[fallthrough]];
      case Node::Kind::Words: {
        if (negative) return;
        const std::string folded = folded_words(node.text);
        std::vector<std::string> phrase;
        for (const std::string_view word : split_folded(folded)) phrase.emplace_back(word);
        if (!phrase.empty() && node.text.ends_with('*')) phrase.back() += '*';
        if (!phrase.empty()) out_.marked.push_back(std::move(phrase));
        return;
      }
      case Node::Kind::All: return;
    }
  }

  Database& db_;
  const CompileOptions& options_;
  Compiled out_;
  Conditions conditions_;
  FullText full_text_;
  std::optional<std::string> fts_;
  Node words_;           // what fts_ says
  Days span_;
  bool merged_ = false;  // the driver gives its rows in the order that is asked for
  std::optional<std::int64_t> page_slot_, page_id_;  // the page goes on behind it
};

}  // namespace

std::string Compiled::parameter(Parameter value) {
  parameters.push_back(std::move(value));
  return "?" + std::to_string(parameters.size());
}

void Compiled::bind(Sql& sql) const {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int index = static_cast<int>(i) + 1;
    if (const auto* integer = std::get_if<std::int64_t>(&parameters[i])) sql.bind(index, *integer);
    else if (const auto* real = std::get_if<double>(&parameters[i])) sql.bind(index, *real);
    else sql.bind_copy(index, std::get<std::string>(parameters[i]));
  }
}

Compiled compile(Database& db, const Node& tree, const CompileOptions& options) { return Compiler(db, options).run(tree); }

}  // namespace onrecord::query
