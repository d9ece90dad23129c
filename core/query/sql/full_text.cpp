#include "query/sql/full_text.h"

#include <algorithm>

#include "store/database/ids.h"
#include "text/folded_words.h"

namespace onrecord::query {

namespace {

// SQLite gathers and sorts all hits of a word's beginning before it gives the first. Of as many words as this it is asked for each of
// them instead, which gives the hits in their order as they are wanted.
constexpr std::size_t kMostWords = 64;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::optional<std::string_view> beginning_in(std::string_view text) {
  if (text.size() < 2 || text.back() != '*' || text.find(' ') != std::string_view::npos) return std::nullopt;
  return text.substr(0, text.size() - 1);
}

std::string folded_phrase(std::string_view text) {
  const std::string folded = folded_words(text);
  return folded.empty() || !beginning_in(text) ? folded : folded + '*';
}

std::string fts_name(std::string_view text) {
  std::string out;
  const std::string folded = folded_words(text);
  for (const std::string_view word : split_folded(folded)) {
    if (!out.empty()) out += " AND ";
    out += "who : " + quoted(word);
  }
  return out;
}

std::string FullText::phrase(std::string_view text) {
  const auto beginning = beginning_in(text);
  if (!beginning) return quoted(text);
  // "o'bri*" is two words, of which the last is a beginning.
  const std::string folded = folded_words(*beginning);
  const std::size_t last = folded.find_last_of(' ') + 1;
  const Words& words = words_beginning(std::string_view(folded).substr(last));
  if (!words || words->empty()) return quoted(*beginning) + "*";
  std::string out;
  for (const std::string& word : *words) out += (out.empty() ? "(" : " OR ") + quoted(folded.substr(0, last) + word);
  return out + ")";
}

// The words of the index are found one behind the other: each look is for the first that is no smaller.
const FullText::Words& FullText::words_beginning(std::string_view folded) {
  const auto known = beginnings_.find(folded);
  if (known != beginnings_.end()) return known->second;
  std::vector<std::string> words;
  Sql next(db_, "SELECT term FROM indexed_words WHERE term >= ?1 LIMIT 1");
  std::string from(folded);
  while (words.size() <= kMostWords) {
    next.with(from);
    if (!next.step() || !next.view(0).starts_with(folded)) break;
    words.push_back(next.text(0));
    from = words.back() + '\x01';
  }
  const bool too_many = words.size() > kMostWords;
  return beginnings_.emplace(folded, too_many ? Words() : Words(std::move(words))).first->second;
}

bool FullText::gathers(const Node& node) {
  if (node.kind == Node::Kind::Words || (node.kind == Node::Kind::Term && node.field->id != FieldId::Speaker)) {
    const auto beginning = beginning_in(node.text);
    if (!beginning) return false;
    const std::string folded = folded_words(*beginning);
    return !words_beginning(std::string_view(folded).substr(folded.find_last_of(' ') + 1));
  }
  return std::any_of(node.children.begin(), node.children.end(), [this](const Node& child) { return gathers(child); });
}

std::optional<std::string> FullText::expression(const Node& node) {
  switch (node.kind) {
    case Node::Kind::Words: return "{words who} : " + phrase(node.text);
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
  if (node.field->id == FieldId::Words || node.field->id == FieldId::Mentions) return "words : " + phrase(node.text);
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
