#include "query/full_text.h"

#include <algorithm>

#include "store/ids.h"
#include "text/folded_words.h"

namespace onrecord::query {

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

std::string fts_name(std::string_view text) {
  std::string out;
  const std::string folded = folded_words(text);
  for (const std::string_view word : split_folded(folded)) {
    if (!out.empty()) out += " AND ";
    out += "who : " + fts_string(word);
  }
  return out;
}

std::string fts_words(std::string_view text) { return "{words who} : " + fts_string(text); }

std::optional<std::string> FullText::expression(const Node& node) {
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

std::optional<std::string> FullText::term(const Node& node) {
  if (node.field->id == FieldId::Words || node.field->id == FieldId::Mentions) return "words : " + fts_string(node.text);
  if (node.field->id != FieldId::Speaker || find_id(node.text) || node.text == "unknown") return std::nullopt;
  if (!speakers_by_given_names(db_, node.text).empty()) return std::nullopt;
  return "(" + fts_name(node.text) + ")";
}

std::vector<std::int64_t> speakers_by_given_names(Database& db, std::string_view words) {
  Sql query(db,
            "SELECT coalesce(p.leads_to, p.speaker_id), al.name FROM aliases al JOIN speakers p USING (speaker_id) "
            "UNION SELECT leads_to, name FROM speakers WHERE leads_to IS NOT NULL "
            "UNION SELECT k.speaker_id, k.name FROM speakers k "
            "WHERE k.speaker_id IN (SELECT leads_to FROM speakers WHERE leads_to IS NOT NULL) "
            "UNION SELECT coalesce(p.leads_to, p.speaker_id), c.value FROM corrections c "
            "JOIN speakers p ON p.speaker_id = CAST(substr(c.target, 2) AS INTEGER) "
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
