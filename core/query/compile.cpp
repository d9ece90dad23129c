#include "query/compile.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "store/slots.h"
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

std::string fts_string(std::string_view text) {
  const bool prefix = text.size() > 2 && text.back() == '*' && text.find(' ') == std::string_view::npos;
  if (prefix) text.remove_suffix(1);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + (prefix ? "\"*" : "\"");
}

// Every folded word of a name, wherever they stand in it.
std::string fts_name(std::string_view text) {
  std::string out;
  const std::string folded = folded_words(text);
  for (const std::string_view word : split_folded(folded)) {
    if (!out.empty()) out += " AND ";
    out += "who : " + fts_string(word);
  }
  return out;
}

// Words in what was said or in who said it.
std::string fts_words(std::string_view text) { return "{words who} : " + fts_string(text); }

// A subtree as one full-text expression, where it is one.
class FullText {
 public:
  explicit FullText(Database& db) : db_(db) {}

  [[nodiscard]] std::optional<std::string> expression(const Node& node) {
    switch (node.kind) {
      case Node::Kind::Words: return fts_words(node.text);
      case Node::Kind::Term: return term(node);
      case Node::Kind::Or: {
        std::string out;
        for (const Node& child : node.children) {
          const auto part = expression(child);
          if (!part) return std::nullopt;
          out += (out.empty() ? "(" : " OR ") + ("(" + *part + ")");
        }
        return out + ")";
      }
      case Node::Kind::And: {
        std::string yes, no;
        for (const Node& child : node.children) {
          const bool negative = child.kind == Node::Kind::Not;
          const auto part = expression(negative ? child.children.front() : child);
          if (!part) return std::nullopt;
          std::string& side = negative ? no : yes;
          if (!side.empty()) side += negative ? " OR " : " AND ";
          side += "(" + *part + ")";
        }
        if (yes.empty()) return std::nullopt;
        return no.empty() ? "(" + yes + ")" : "((" + yes + ") NOT (" + no + "))";
      }
      case Node::Kind::All:
      case Node::Kind::Not: return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::optional<std::string> term(const Node& node) {
    if (node.field->id == FieldId::Words || node.field->id == FieldId::Mentions) return "words : " + fts_string(node.text);
    if (node.field->id != FieldId::Speaker || find_id(node.text) || node.text == "unknown") return std::nullopt;
    // Names that people gave stand outside the full-text index.
    if (!speakers_by_given_names(db_, node.text).empty()) return std::nullopt;
    return "(" + fts_name(node.text) + ")";
  }

  Database& db_;
};

class Compiler {
 public:
  Compiler(Database& db, const CompileOptions& options) : db_(db), options_(options), full_text_(db) {}

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
  std::string parameter(Parameter value) {
    out_.parameters.push_back(std::move(value));
    return "?" + std::to_string(out_.parameters.size());
  }

  // --- conditions as expressions over the aliases

  std::string condition(const Node& node) {
    if (node.kind != Node::Kind::Not) {
      if (const auto fts = full_text_.expression(node)) return in_full_text(*fts);
    }
    switch (node.kind) {
      case Node::Kind::All: return "1";
      case Node::Kind::Words: return in_full_text(fts_words(node.text));
      case Node::Kind::Not: {
        const Node& child = node.children.front();
        // Looked up row by row: what is left out may be most of the record.
        if (const auto fts = full_text_.expression(child)) return "NOT " + probe_full_text(*fts);
        return "NOT coalesce(" + condition(child) + ", 0)";
      }
      case Node::Kind::And:
      case Node::Kind::Or: {
        std::string out = "(";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
          if (i > 0) out += node.kind == Node::Kind::And ? " AND " : " OR ";
          out += condition(node.children[i]);
        }
        return out + ")";
      }
      case Node::Kind::Term: return term(node);
    }
    return "1";
  }

  std::string in_full_text(const std::string& fts) {
    return "s.slot IN (SELECT rowid FROM statement_words WHERE statement_words MATCH " + parameter(fts) + ")";
  }
  std::string probe_full_text(const std::string& fts) {
    return "EXISTS (SELECT 1 FROM statement_words f WHERE f.statement_words MATCH " + parameter(fts) + " AND f.rowid = s.slot)";
  }

  std::string words_in(std::string_view expression, const std::string& text) {
    return "has_words(" + std::string(expression) + ", " + parameter(folded_words(text)) + ")";
  }

  std::string overlaps(const Days& days, std::string_view from, std::string_view to) {
    std::string out = "(" + std::string(from) + " IS NOT NULL";
    if (days.from) out += " AND " + std::string(to) + " >= " + parameter(*days.from);
    if (days.to) out += " AND " + std::string(from) + " <= " + parameter(*days.to);
    return out + ")";
  }

  std::string yes_or_no(const Node& node, const std::string& expression) {
    return node.text == "yes" ? expression : "NOT (" + expression + ")";
  }

  std::string number_list(const std::vector<std::int64_t>& ids) {
    std::string out;
    for (const std::int64_t id : ids) out += (out.empty() ? "" : ", ") + parameter(id);
    return "(" + out + ")";
  }

  std::string term(const Node& node) {
    const std::string& text = node.text;
    switch (node.field->id) {
      case FieldId::Words:
      case FieldId::Mentions: return in_full_text("words : " + fts_string(text));
      case FieldId::Speaker: return speaker(text);
      case FieldId::Role: return words_in("s.role", text);
      case FieldId::To: return words_in("s.addressee", text);
      case FieldId::Cue: return words_in("s.cue", text);
      case FieldId::Occasion: return words_in("s.occasion", text);
      case FieldId::Medium: return words_in("s.medium", text);
      case FieldId::OnBehalf: return words_in("s.on_behalf_of", text);
      case FieldId::Title: return words_in("v.title", text);
      case FieldId::Byline: return words_in("v.byline", text);
      case FieldId::Url: return words_in("v.url", text);
      case FieldId::Source: return source(text);
      case FieldId::When: {
        const Days days = *find_span(text);
        return days.unknown ? "s.from_day IS NULL" : overlaps(days, "s.from_day", "s.to_day");
      }
      case FieldId::Since: return overlaps(Days{find_days(text)->from, {}, false}, "s.from_day", "s.to_day");
      case FieldId::Until: return overlaps(Days{{}, find_days(text)->to, false}, "s.from_day", "s.to_day");
      case FieldId::Said: {
        const Days days = *find_span(text);
        return days.unknown ? "s.said_on IS NULL" : "(s.said_on IS NOT NULL AND " + overlaps(days, "s.from_day", "s.to_day") + ")";
      }
      case FieldId::Published: {
        const Days days = *find_span(text);
        return days.unknown ? "v.published_on IS NULL" : overlaps(days, "v.published_from", "v.published_to");
      }
      case FieldId::Captured: return captured(*find_span(text));
      case FieldId::Kind: return "s.kind = " + parameter(text);
      case FieldId::Act: return text == "all" ? "1" : "s.act = " + parameter(text);
      case FieldId::Negated: return yes_or_no(node, "s.negated = 1");
      case FieldId::Place: return text == "title" ? "s.in_title = 1" : "s.in_title = 0";
      case FieldId::SpeakerKind: return "coalesce(p.kind, s.speaker_kind, 'unknown') = " + parameter(text);
      case FieldId::Unnamed: return yes_or_no(node, "s.unnamed = 1");
      case FieldId::Confidence: {
        const Range range = *find_range(text);
        return std::string("(s.confidence ") + (range.above ? ">" : ">=") + " " + parameter(range.least) + " AND s.confidence " +
               (range.below ? "<" : "<=") + " " + parameter(range.most) + ")";
      }
      case FieldId::Rule:
        if (text.ends_with('*')) {
          const std::string start = parameter(text.substr(0, text.size() - 1));
          return "substr(r.name, 1, length(" + start + ")) = " + start;
        }
        return "r.name = " + parameter(text);
      case FieldId::Article: return "v.article_id = " + parameter(find_id(text)->number);
      case FieldId::Statement: return "s.statement_id = " + parameter(find_id(text)->number);
      case FieldId::Claim: return claim(text);
      case FieldId::Reviewed:
        return yes_or_no(node, "EXISTS (SELECT 1 FROM claim_statements cs JOIN reviews rv ON rv.claim_id = cs.claim_id "
                               "WHERE cs.statement_id = s.statement_id)");
      case FieldId::Sighted:
        return yes_or_no(node, "EXISTS (SELECT 1 FROM sightings g WHERE g.statement_id = s.statement_id)");
      case FieldId::Corrected: return yes_or_no(node, "s.corrected = 1");
    }
    return "1";
  }

  std::string said_by(const std::vector<std::int64_t>& ids) {
    return "EXISTS (SELECT 1 FROM said_by b WHERE b.speaker_id IN " + number_list(ids) + " AND b.slot = s.slot)";
  }

  std::string speaker(const std::string& text) {
    if (text == "unknown") return "s.speaker IS NULL";
    if (const auto id = find_id(text); id && id->kind == IdKind::Speaker) return said_by({leads_to(id->number)});
    const auto ids = speakers_by_given_names(db_, text);
    const std::string names = in_full_text("(" + fts_name(text) + ")");
    return ids.empty() ? names : "(" + said_by(ids) + " OR " + names + ")";
  }

  std::int64_t leads_to(std::int64_t speaker_id) {
    Sql query(db_, "SELECT coalesce(leads_to, speaker_id) FROM speakers WHERE speaker_id = ?1");
    query.with(speaker_id);
    return query.step() ? query.integer(0) : speaker_id;
  }

  std::vector<std::int64_t> sources_by(const std::string& text) {
    std::vector<std::int64_t> ids;
    if (const auto id = find_id(text); id && id->kind == IdKind::Source) return {id->number};
    Sql query(db_, "SELECT source_id FROM sources WHERE has_words(name || ' ' || coalesce(host, ''), ?1)");
    const std::string folded = folded_words(text);
    query.with(folded);
    while (query.step()) ids.push_back(query.integer(0));
    return ids;
  }

  std::string source(const std::string& text) {
    if (text == "unknown") return "a.source_id IS NULL";
    const auto ids = sources_by(text);
    return ids.empty() ? "0" : "a.source_id IN " + number_list(ids);
  }

  std::string captured(const Days& days) {
    if (days.unknown) return "0";
    std::string out = "(1";
    char buffer[16];
    if (days.from) out += " AND v.captured_at >= " + parameter(std::string(day_text(*days.from, buffer)));
    if (days.to) out += " AND v.captured_at < " + parameter(std::string(day_text(*days.to + 1, buffer)));
    return out + ")";
  }

  std::string claim(const std::string& text) {
    const std::string attached = "EXISTS (SELECT 1 FROM claim_statements cs WHERE cs.statement_id = s.statement_id";
    if (text == "any" || text == "yes") return attached + ")";
    if (text == "no" || text == "none") return "NOT " + attached + ")";
    if (const auto id = find_id(text); id && id->kind == IdKind::Claim) return attached + " AND cs.claim_id = " + parameter(id->number) + ")";
    return "EXISTS (SELECT 1 FROM claim_statements cs JOIN claims c ON c.claim_id = cs.claim_id WHERE cs.statement_id = s.statement_id "
           "AND " + words_in("c.claim", text) + ")";
  }

  // --- where to begin

  // All full-text conditions become one, those left out as well where something stays.
  void take_full_text(std::vector<const Node*>& conditions) {
    Node together;
    together.kind = Node::Kind::And;
    bool positive = false;
    std::vector<const Node*> rest;
    for (const Node* node : conditions) {
      const bool negative = node->kind == Node::Kind::Not;
      if (full_text_.expression(negative ? node->children.front() : *node)) {
        together.children.push_back(*node);
        positive = positive || !negative;
      } else {
        rest.push_back(node);
      }
    }
    if (!positive) return;
    conditions = rest;
    fts_ = full_text_.expression(together);
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

  std::vector<std::string> choose_driver(std::vector<const Node*>& conditions) {
    // Speakers by id, or by names that people gave: their rows are walked in said_by.
    std::vector<std::int64_t> ids;
    std::optional<std::string> also_named;  // full text of those names
    const Node* speaker_node = nullptr;
    const Node* direct = nullptr;           // an article, a statement, a claim: few rows
    const Node* source_node = nullptr;
    for (const Node* node : conditions) {
      if (node->kind != Node::Kind::Term) continue;
      if (node->field->id == FieldId::Speaker && speaker_node == nullptr && node->text != "unknown") {
        if (const auto id = find_id(node->text); id && id->kind == IdKind::Speaker) {
          ids = {leads_to(id->number)};
        } else {
          ids = speakers_by_given_names(db_, node->text);
          also_named = "(" + fts_name(node->text) + ")";
        }
        if (!ids.empty()) speaker_node = node;
      } else if (node->field->id == FieldId::Article || node->field->id == FieldId::Statement ||
                 (node->field->id == FieldId::Claim && find_id(node->text))) {
        direct = node;
      } else if (node->field->id == FieldId::Source && node->text != "unknown") {
        source_node = node;
      }
    }

    std::vector<std::string> filters;
    const auto filter_rest = [&](const Node* taken) {
      for (const Node* node : conditions)
        if (node != taken) filters.push_back(condition(*node));
    };

    if (direct != nullptr) {
      const std::int64_t number = find_id(direct->text)->number;
      if (direct->field->id == FieldId::Article) {
        out_.from = " FROM (SELECT version_id FROM versions WHERE article_id = " + parameter(number) +
                    ") d CROSS JOIN statements s ON s.version_id = d.version_id";
      } else if (direct->field->id == FieldId::Statement) {
        out_.from = " FROM (SELECT " + parameter(number) + " AS statement_id) d CROSS JOIN statements s ON s.statement_id = d.statement_id";
      } else {
        out_.from = " FROM (SELECT statement_id FROM claim_statements WHERE claim_id = " + parameter(number) +
                    ") d CROSS JOIN statements s ON s.statement_id = d.statement_id";
      }
      if (fts_) filters.push_back(probe_full_text(*fts_));
      filter_rest(direct);
      return page_filter(std::move(filters));
    }

    if (speaker_node != nullptr && (!fts_ || (!also_named && few_by(ids)))) {
      if (ids.size() <= kMostArms) {
        std::vector<std::string> arms;
        for (const std::int64_t id : ids) {
          arms.push_back("SELECT slot FROM said_by WHERE speaker_id = " + parameter(id) + slots_within("slot", vague_reach()));
        }
        if (also_named) {
          arms.push_back(full_text_arm(*also_named, vague_reach()));
        }
        drive_by(arms);
        if (fts_) filters.push_back(probe_full_text(*fts_));
        filter_rest(speaker_node);
        return filters;
      }
    }

    if (fts_) {
      std::vector<std::string> arms{full_text_arm(*fts_, 0)};
      if (has_span()) {
        arms.push_back(full_text_arm("(" + *fts_ + ") AND vague : month", kMonthDays));
        arms.push_back(full_text_arm("(" + *fts_ + ") AND vague : year", kYearDays));
      }
      drive_by(arms);
      filter_rest(nullptr);
      return filters;
    }

    if (source_node != nullptr) {
      const auto sources = sources_by(source_node->text);
      if (!sources.empty() && few_from(sources) && !(has_span() && few_in_span())) {
        out_.from = " FROM (SELECT v0.version_id FROM articles a0 JOIN versions v0 USING (article_id) WHERE a0.source_id IN " +
                    number_list(sources) + ") d CROSS JOIN statements s ON s.version_id = d.version_id";
        filter_rest(source_node);
        return page_filter(std::move(filters));
      }
    }

    if (has_span()) {
      // The exact dates of the span, and those that only may fall in it.
      std::vector<std::string> arms{"SELECT slot FROM statements WHERE 1" + slots_within("slot", 0)};
      add_vague_arms(arms);
      drive_by(arms);
    } else {
      out_.from = " FROM statements s";
      std::string page = slots_within("s.slot", 0);
      if (!page.empty()) filters.push_back(page.substr(5));
    }
    filter_rest(nullptr);
    return filters;
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

  void join_rest() {
    out_.from += " CROSS JOIN versions v ON v.version_id = s.version_id CROSS JOIN articles a ON a.article_id = v.article_id "
                 "CROSS JOIN rules r ON r.rule_id = s.rule_id "
                 "LEFT JOIN speakers own ON own.speaker_id = s.speaker_id "
                 "LEFT JOIN speakers p ON p.speaker_id = coalesce(own.leads_to, own.speaker_id)";
    if (options_.names || options_.sort == Sort::Source) out_.from += " LEFT JOIN sources src ON src.source_id = a.source_id";
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
        out_.order = " ORDER BY s.speaker IS NULL, folded(CASE WHEN s.joint = 1 THEN s.speaker ELSE coalesce(p.name, s.speaker) END), s.slot DESC";
        return;
      case Sort::Source: out_.order = " ORDER BY src.name IS NULL, folded(src.name), s.slot DESC"; return;
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
  FullText full_text_;
  Compiled out_;
  std::optional<std::string> fts_;
  Days span_;
  bool merged_ = false;  // the driver gives its rows in the order that is asked for
  std::optional<std::int64_t> page_slot_, page_id_;  // the page goes on behind it
};

}  // namespace

void Compiled::bind(Sql& sql) const {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int index = static_cast<int>(i) + 1;
    if (const auto* integer = std::get_if<std::int64_t>(&parameters[i])) sql.bind(index, *integer);
    else if (const auto* real = std::get_if<double>(&parameters[i])) sql.bind(index, *real);
    else sql.bind_copy(index, std::get<std::string>(parameters[i]));
  }
}

Compiled compile(Database& db, const Node& tree, const CompileOptions& options) { return Compiler(db, options).run(tree); }

std::vector<std::int64_t> speakers_by_given_names(Database& db, std::string_view words) {
  Sql query(db,
            "SELECT coalesce(p.leads_to, p.speaker_id), al.name FROM aliases al JOIN speakers p USING (speaker_id) "
            "UNION SELECT leads_to, name FROM speakers WHERE leads_to IS NOT NULL "
            "UNION SELECT k.speaker_id, k.name FROM speakers k WHERE k.speaker_id IN (SELECT leads_to FROM speakers WHERE leads_to IS NOT NULL) "
            "UNION SELECT coalesce(p.leads_to, p.speaker_id), c.value FROM corrections c JOIN speakers p ON p.speaker_id = CAST(substr(c.target, 2) AS INTEGER) "
            "WHERE c.field = 'name' AND c.target LIKE 'p%'");
  const std::string folded = folded_words(words);
  std::vector<std::int64_t> ids;
  while (query.step())
    if (has_folded_words(folded_words(query.view(1)), folded)) ids.push_back(query.integer(0));
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace onrecord::query
