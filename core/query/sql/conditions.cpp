#include "query/sql/conditions.h"

#include "query/sql/dates.h"
#include "store/database/ids.h"
#include "store/rows/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

// What the full-text index has for the speaker; the same as the view statement_texts says.
constexpr std::string_view kWho =
    "(CASE WHEN s.speaker IS NULL THEN s.mention WHEN s.mention IS NULL OR instr(s.speaker, s.mention) > 0 THEN s.speaker "
    "ELSE s.speaker || ' ' || s.mention END)";

std::string yes_or_no(const Node& node, const std::string& expression) {
  return node.text == "yes" ? expression : "NOT (" + expression + ")";
}

}  // namespace

void bind_all(Sql& sql, const std::vector<Parameter>& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int index = static_cast<int>(i) + 1;
    if (const auto* integer = std::get_if<std::int64_t>(&parameters[i])) sql.bind(index, *integer);
    else if (const auto* real = std::get_if<double>(&parameters[i])) sql.bind(index, *real);
    else sql.bind_copy(index, std::get<std::string>(parameters[i]));
  }
}

std::string Conditions::parameter(Parameter value) {
  parameters_.push_back(std::move(value));
  return "?" + std::to_string(parameters_.size());
}

std::string Conditions::condition(const Node& node) {
  switch (node.kind) {
    case Node::Kind::All: return "1";
    case Node::Kind::Words: return "(" + phrase_in("s.words", node.text) + " OR " + phrase_in(kWho, node.text) + ")";
    case Node::Kind::Not: return "NOT coalesce(" + condition(node.children.front()) + ", 0)";
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

std::string Conditions::version(std::string_view column) {
  asked_.version = true;
  return "v." + std::string(column);
}

std::string Conditions::article(std::string_view column) {
  asked_.version = asked_.article = true;
  return "a." + std::string(column);
}

std::string Conditions::rule(std::string_view column) {
  asked_.rule = true;
  return "r." + std::string(column);
}

std::string Conditions::phrase_in(std::string_view expression, const std::string& text) {
  return "has_phrase(" + std::string(expression) + ", " + parameter(folded_phrase(text)) + ")";
}

std::string Conditions::words_in(std::string_view expression, const std::string& text) {
  return "has_words(" + std::string(expression) + ", " + parameter(folded_words(text)) + ")";
}

std::string Conditions::overlaps(const Days& days, std::string_view from, std::string_view to) {
  std::string out = "(" + std::string(from) + " IS NOT NULL";
  if (days.from) out += " AND " + std::string(to) + " >= " + parameter(*days.from);
  if (days.to) out += " AND " + std::string(from) + " <= " + parameter(*days.to);
  return out + ")";
}

std::string Conditions::number_list(const std::vector<std::int64_t>& ids) {
  std::string out;
  for (const std::int64_t id : ids) out += (out.empty() ? "" : ", ") + parameter(id);
  return "(" + out + ")";
}

std::string Conditions::term(const Node& node) {
  const std::string& text = node.text;
  switch (node.field->id) {
    case FieldId::Words:
    case FieldId::Mentions: return phrase_in("s.words", text);
    case FieldId::Speaker: return speaker(text);
    case FieldId::Role: return words_in("s.role", text);
    case FieldId::To: return words_in("s.addressee", text);
    case FieldId::Cue: return words_in("s.cue", text);
    case FieldId::Occasion: return words_in("s.occasion", text);
    case FieldId::Medium: return words_in("s.medium", text);
    case FieldId::OnBehalf: return words_in("s.on_behalf_of", text);
    case FieldId::Title: return words_in(version("title"), text);
    case FieldId::Byline: return words_in(version("byline"), text);
    case FieldId::Url: return words_in(version("url"), text);
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
      return days.unknown ? version("published_on") + " IS NULL" : overlaps(days, version("published_from"), version("published_to"));
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
        return "substr(" + rule("name") + ", 1, length(" + start + ")) = " + start;
      }
      return rule("name") + " = " + parameter(text);
    case FieldId::Article: return version("article_id") + " = " + parameter(find_id(text)->number);
    case FieldId::Statement: return "s.statement_id = " + parameter(find_id(text)->number);
    case FieldId::Claim: return claim(text);
    case FieldId::Reviewed:
      return yes_or_no(node, "EXISTS (SELECT 1 FROM claim_statements cs JOIN reviews rv ON rv.claim_id = cs.claim_id "
                             "WHERE cs.statement_id = s.statement_id)");
    case FieldId::Sighted:
      return yes_or_no(node, "EXISTS (SELECT 1 FROM sightings g JOIN sightings o ON o.group_id = g.group_id JOIN statements os ON "
                               "os.statement_id = o.statement_id WHERE g.statement_id = s.statement_id AND os.version_id <> s.version_id "
                               "AND os.state & 6 = 0)");
    case FieldId::Corrected: return yes_or_no(node, "s.corrected = 1");
  }
  return "1";
}

std::string Conditions::said_by(const std::vector<std::int64_t>& ids) {
  return "EXISTS (SELECT 1 FROM said_by b WHERE b.speaker_id IN " + number_list(ids) + " AND b.slot = s.slot)";
}

std::string Conditions::speaker(const std::string& text) {
  if (text == "unknown") return "s.speaker IS NULL";
  if (const auto id = find_id(text); id && id->kind == IdKind::Speaker) return said_by({leads_to(id->number)});
  const auto ids = speakers_by_given_names(db_, text);
  const std::string names = words_in(kWho, text);
  return ids.empty() ? names : "(" + said_by(ids) + " OR " + names + ")";
}

std::int64_t Conditions::leads_to(std::int64_t speaker_id) {
  Sql query(db_, "SELECT coalesce(leads_to, speaker_id) FROM speakers WHERE speaker_id = ?1");
  query.with(speaker_id);
  return query.step() ? query.integer(0) : speaker_id;
}

std::vector<std::int64_t> Conditions::sources_by(const std::string& text) {
  std::vector<std::int64_t> ids;
  if (const auto id = find_id(text); id && id->kind == IdKind::Source) return {id->number};
  Sql query(db_, "SELECT source_id FROM sources WHERE has_words(name || ' ' || coalesce(host, ''), ?1)");
  const std::string folded = folded_words(text);
  query.with(folded);
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

std::string Conditions::source(const std::string& text) {
  if (text == "unknown") return article("source_id") + " IS NULL";
  const auto ids = sources_by(text);
  return ids.empty() ? "0" : article("source_id") + " IN " + number_list(ids);
}

std::string Conditions::captured(const Days& days) {
  if (days.unknown) return "0";
  std::string out = "(1";
  char buffer[16];
  if (days.from) out += " AND " + version("captured_at") + " >= " + parameter(std::string(day_text(*days.from, buffer)));
  if (days.to) out += " AND " + version("captured_at") + " < " + parameter(std::string(day_text(*days.to + 1, buffer)));
  return out + ")";
}

std::string Conditions::claim(const std::string& text) {
  const std::string attached = "EXISTS (SELECT 1 FROM claim_statements cs WHERE cs.statement_id = s.statement_id";
  if (text == "any" || text == "yes") return attached + ")";
  if (text == "no" || text == "none") return "NOT " + attached + ")";
  if (const auto id = find_id(text); id && id->kind == IdKind::Claim) return attached + " AND cs.claim_id = " + parameter(id->number) + ")";
  return "EXISTS (SELECT 1 FROM claim_statements cs JOIN claims c ON c.claim_id = cs.claim_id WHERE cs.statement_id = s.statement_id "
         "AND " + words_in("c.claim", text) + ")";
}

}  // namespace onrecord::query
