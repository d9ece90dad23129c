#include "query/sql/compile.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "query/sql/conditions.h"
#include "query/sql/driver.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

class Compiler {
 public:
  Compiler(Database& db, const CompileOptions& options) : db_(db), options_(options), conditions_(db, out_.parameters) {}

  Compiled run(const Node& tree) {
    read_page_key();
    std::vector<const Node*> conditions;
    if (tree.kind == Node::Kind::And) {
      for (const Node& child : tree.children) conditions.push_back(&child);
    } else if (tree.kind != Node::Kind::All) {
      conditions.push_back(&tree);
    }
    Driver driver(db_, conditions_, options_.sort, options_.whole, page_slot_);
    const std::vector<std::string> filters = driver.choose(std::move(conditions));
    out_.from = driver.from();
    join_rest();
    std::string where;
    const auto add = [&](const std::string& condition) { where += (where.empty() ? " WHERE " : " AND ") + condition; };
    add(options_.versions ? "s.state & 6 = 0" : "s.state = 0");
    for (const std::string& filter : filters) add(filter);
    if (page_id_) add("s.statement_id < " + conditions_.parameter(*page_id_));
    out_.where = where;
    order(driver);
    mark(tree, false);
    return std::move(out_);
  }

 private:
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

  void order(const Driver& driver) {
    const std::string slot = driver.by_slot() ? "d.slot" : "s.slot";
    switch (options_.sort) {
      case Sort::Newest:
      case Sort::Oldest:
        if (!driver.merged()) out_.order = " ORDER BY " + slot + (options_.sort == Sort::Oldest ? "" : " DESC");
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
    const bool known = by_id || (text.starts_with('t') && (options_.sort == Sort::Newest || options_.sort == Sort::Oldest));
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
  std::optional<std::int64_t> page_slot_, page_id_;  // the page goes on behind it
};

}  // namespace

std::string Compiled::parameter(Parameter value) {
  parameters.push_back(std::move(value));
  return "?" + std::to_string(parameters.size());
}

void Compiled::bind(Sql& sql) const { bind_all(sql, parameters); }

Compiled compile(Database& db, const Node& tree, const CompileOptions& options) { return Compiler(db, options).run(tree); }

}  // namespace onrecord::query
