#include "store/correct.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/flat_json.h"
#include "base/iso_date.h"
#include "match/name_key.h"
#include "store/rows/names.h"
#include "text/folded_words.h"

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 9> kStatementFields = {"speaker", "words", "said", "kind", "act",
                                                              "negated", "role", "speaker-kind", "statement"};
constexpr std::array<std::string_view, 3> kSpeakerFields = {"name", "kind", "alias"};

template <std::size_t N>
std::string listed(const std::array<std::string_view, N>& names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Error no_field(std::string_view field, const std::string& fields) {
  return Error{ErrorCode::Usage, "there is no field \"" + std::string(field) + "\" to correct", {}, "fields: " + fields};
}

Error bad_value(std::string_view field, std::string_view value, std::string would_do) {
  return Error{ErrorCode::Usage, "\"" + std::string(value) + "\" is no value for " + std::string(field), {}, std::move(would_do)};
}

Result<std::string> check_date(std::string_view field, std::string_view value) {
  if (value == "unknown") return std::string();
  if (!parse_iso_date(value)) return bad_value(field, value, "a date such as 2014-10-28, 2014-10, 2014-W43 or 2014, or unknown");
  return std::string(value);
}

std::string trimmed(std::string_view value) {
  const std::size_t begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(value.substr(begin, value.find_last_not_of(" \t\r\n") - begin + 1));
}

std::vector<std::string> names_in(std::string_view value) {
  std::vector<std::string> names;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(';'), value.size());
    std::string name = trimmed(value.substr(0, end));
    if (!name.empty()) names.push_back(std::move(name));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return names;
}

// Whether one name says no more than the other does with further words: "Reyes" and "Ana M. Reyes". Near miss: "Ana Reyes" and "Ned Reyes".
bool may_be_one(std::string_view a, std::string_view b) {
  const std::string one = name_fingerprint(a), other = name_fingerprint(b);
  const auto few = split_folded(one), many = split_folded(other);
  if (few.empty() || many.empty()) return false;
  return std::includes(many.begin(), many.end(), few.begin(), few.end()) || std::includes(few.begin(), few.end(), many.begin(), many.end());
}

// The role beneath the one that a person gave, which stays whoever the speaker is.
std::string role_beneath(Database& db, const StatementRow& row) {
  Sql given(db, "SELECT extracted FROM corrections WHERE target = ?1 AND field = 'role'");
  const std::string target = Id{IdKind::Statement, row.id}.text();
  given.with(target);
  return given.step() ? given.text(0) : row.role;
}

void set_role_beneath(Database& db, StatementRow& row, std::string_view role) {
  Sql(db, "UPDATE corrections SET extracted = ?2 WHERE target = ?1 AND field = 'role'").run(Id{IdKind::Statement, row.id}.text(), role);
  if (db.changes() == 0) row.role = role;
}

// Whoever a person names has the role that the article tells of, but not where it tells of another's.
void take_role(Database& db, StatementRow& row, std::string_view name) {
  Sql before(db, "SELECT extracted FROM corrections WHERE target = ?1 AND field = 'speaker'");
  const std::string target = Id{IdKind::Statement, row.id}.text();
  before.with(target);
  const auto found = before.step() ? parse_flat(before.text(0)) : std::nullopt;
  if (!found) return;
  const std::string_view found_name = flat_value(*found, "name"), role = flat_value(*found, "role");
  const bool another = !found_name.empty() && flat_value(*found, "unnamed").empty() && !may_be_one(name, found_name);
  if (another || !role.empty()) set_role_beneath(db, row, another ? std::string_view() : role);
}

}  // namespace

std::string statement_fields() { return listed(kStatementFields); }
std::string article_fields() { return listed(kArticleFields); }
std::string speaker_fields() { return listed(kSpeakerFields); }

Result<std::string> check_statement_value(std::string_view field, std::string_view given) {
  if (!has(kStatementFields, field)) return no_field(field, statement_fields());
  const std::string value = trimmed(given);
  if (field == "kind") {
    if (!find_kind(value)) return bad_value(field, value, "direct, mixed or indirect");
  } else if (field == "act") {
    if (!find_act(value)) return bad_value(field, value, "statement, speech_act, attitude or no_comment");
  } else if (field == "speaker-kind") {
    if (!find_speaker_kind(value)) return bad_value(field, value, "person, organization, group, document or unknown");
  } else if (field == "said") {
    return check_date(field, value);
  } else if (field == "negated" || field == "statement") {
    if (value != "yes" && value != "no") return bad_value(field, value, "yes or no");
  } else if (field == "words") {
    if (folded_words(value).empty()) return bad_value(field, value, "the words that were said");
  } else if (field == "speaker") {
    if (value.empty() || value == "unknown") return std::string();
    std::string joined;
    for (const std::string& name : names_in(value)) {
      if (folded_words(name).empty()) return bad_value(field, name, "a name, several joined by \"; \", or unknown");
      joined += (joined.empty() ? "" : "; ") + name;
    }
    return joined;
  }
  return value;
}

Result<std::string> check_article_value(std::string_view field, std::string_view given) {
  if (!has(kArticleFields, field)) return no_field(field, article_fields());
  const std::string value = trimmed(given);
  if (field == "published") return check_date(field, value);
  return value;
}

Result<std::string> check_speaker_value(std::string_view field, std::string_view given) {
  if (!has(kSpeakerFields, field)) return no_field(field, speaker_fields());
  const std::string value = trimmed(given);
  if (field == "kind" && !find_speaker_kind(value)) {
    return bad_value(field, value, "person, organization, group, document or unknown");
  }
  if (field != "kind" && folded_words(value).empty()) return bad_value(field, value, "a name");
  return value;
}

std::string statement_field(const StatementRow& row, std::string_view field) {
  if (field == "speaker") return row.speaker;
  if (field == "words") return row.words;
  if (field == "said") return row.said_on;
  if (field == "kind") return std::string(kind_name(row.kind));
  if (field == "act") return std::string(act_name(row.act));
  if (field == "negated") return row.negated ? "yes" : "no";
  if (field == "role") return row.role;
  if (field == "speaker-kind") return std::string(speaker_kind_name(row.speaker_kind));
  if (field == "statement") return (row.state & kRemoved) != 0 ? "no" : "yes";
  return {};
}

void set_statement_field(Writer& writer, Database& db, StatementRow& row, std::string_view field, const std::string& value) {
  if (field == "words") row.words = value;
  if (field == "said") row.said_on = value;
  if (field == "kind") row.kind = find_kind(value).value_or(row.kind);
  if (field == "act") row.act = find_act(value).value_or(row.act);
  if (field == "negated") row.negated = value == "yes";
  if (field == "role") row.role = value;
  if (field == "statement") row.state = value == "no" ? row.state | kRemoved : row.state & ~kRemoved;
  if (field == "speaker-kind") {
    row.speaker_kind = find_speaker_kind(value).value_or(row.speaker_kind);
    std::vector<std::string> members;
    for (const JointSpeaker& member : row.joint) members.push_back(member.name);
    writer.resolve_speakers(row, members);
  }
  if (field == "speaker") {
    const std::vector<std::string> names = names_in(value);
    const bool described = row.unnamed || row.speaker_kind == SpeakerKind::Group || row.speaker_kind == SpeakerKind::Unknown;
    take_role(db, row, names.empty() ? std::string_view() : std::string_view(names.front()));
    row.speaker = value;
    row.unnamed = false;
    row.speaker_confidence = 1;  // a person said so
    row.joint.clear();
    row.speaker_id = 0;
    if (names.empty()) return;
    // Somebody whom a person names is of the kind the record knows under that name; else a person where the name looks full.
    Sql known(db, "SELECT kind FROM speakers WHERE name_key = ?1");
    const std::string key = name_key(names.front());
    known.with(key);
    if (known.step()) row.speaker_kind = find_speaker_kind(known.view(0)).value_or(row.speaker_kind);
    else if (described) {
      row.speaker_kind = names_identity(names.front(), SpeakerKind::Person, false) ? SpeakerKind::Person : SpeakerKind::Unknown;
    }
    writer.resolve_speakers(row, names);
  }
}

std::string extracted_field(Database& db, const StatementRow& row, std::string_view field) {
  if (field != "speaker") return statement_field(row, field);
  return write_flat({{"name", row.speaker},
                     {"kind", std::string(speaker_kind_name(row.speaker_kind))},
                     {"unnamed", row.unnamed ? "yes" : ""},
                     {"joint", row.joint.empty() ? "" : "yes"},
                     {"role", role_beneath(db, row)},
                     {"confidence", std::to_string(row.speaker_confidence)}});
}

void restore_statement_field(Writer& writer, Database& db, StatementRow& row, std::string_view field, const std::string& extracted) {
  const auto object = field == "speaker" ? parse_flat(extracted) : std::nullopt;
  if (!object) {
    set_statement_field(writer, db, row, field, extracted);
    return;
  }
  row.speaker = flat_value(*object, "name");
  row.speaker_kind = find_speaker_kind(flat_value(*object, "kind")).value_or(SpeakerKind::Unknown);
  row.unnamed = !flat_value(*object, "unnamed").empty();
  const std::string_view confidence = flat_value(*object, "confidence");
  std::from_chars(confidence.data(), confidence.data() + confidence.size(), row.speaker_confidence);
  if (const std::string_view role = flat_value(*object, "role"); !role.empty()) set_role_beneath(db, row, role);
  writer.resolve_speakers(row, flat_value(*object, "joint").empty() ? std::vector<std::string>{} : names_in(row.speaker));
}

Field* article_field(Article& article, std::string_view field) {
  if (field == "title") return &article.title;
  if (field == "byline") return &article.byline;
  if (field == "source") return &article.source;
  if (field == "published") return &article.published;
  if (field == "url") return &article.url;
  return nullptr;
}

}  // namespace onrecord
