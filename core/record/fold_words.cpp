// The fold of statements that a person adds, and of texts that must be gone.
#include "record/fold.h"

#include "base/flat_json.h"
#include "base/sha256.h"
#include "store/correct.h"

namespace onrecord {
namespace {

// Where `words` stand in `text`, however blanks and line ends are set in either; an empty span when they do not.
Span find_words(std::string_view text, std::string_view words) {
  const std::size_t plain = text.find(words);
  if (plain != std::string_view::npos) {
    return {static_cast<std::uint32_t>(plain), static_cast<std::uint32_t>(plain + words.size())};
  }
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  // Both without runs of blanks, the text with a way back.
  std::string flat_text, flat_words;
  std::vector<std::uint32_t> at;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i]) && !flat_text.empty() && flat_text.back() == ' ') continue;
    flat_text += is_blank(text[i]) ? ' ' : text[i];
    at.push_back(static_cast<std::uint32_t>(i));
  }
  for (const char c : words) {
    if (is_blank(c) && (flat_words.empty() || flat_words.back() == ' ')) continue;
    flat_words += is_blank(c) ? ' ' : c;
  }
  while (flat_words.ends_with(' ')) flat_words.pop_back();
  const std::size_t found = flat_words.empty() ? std::string::npos : flat_text.find(flat_words);
  if (found == std::string::npos) return {};
  return {at[found], at[found + flat_words.size() - 1] + 1};
}

bool stands_in_marks(std::string_view text, Span span) {
  const std::string_view before = text.substr(0, span.begin), after = text.substr(span.end);
  return before.ends_with("“") || before.ends_with("\"") || before.ends_with("‘") || slice(text, span).starts_with("“") ||
         slice(text, span).starts_with("\"") || after.starts_with("”") || after.starts_with("\"");
}

}  // namespace

// A text of its own: the words and nothing else, made where it is not there yet.
void Fold::put_in_own_text(const Event& e, const FlatObject& added, const std::string& identity, StatementRow& row) {
  const auto text = [&](std::string_view key) { return std::string(flat_value(added, key)); };
  const std::string words = text("words"), url = text("url"), source = text("source");
  std::int64_t article_id = articles_.find_by_identity(identity);
  if (article_id == 0) {
    article_id = writer_.counters().take(IdKind::Article);
    const std::int64_t source_id = writer_.source(source, url);
    Sql article(db_, "INSERT INTO articles(article_id, source_id, identity, latest_version) VALUES (?1, ?2, ?3, 1)");
    article.bind(1, article_id).bind_or_null(2, source_id).bind(3, identity);
    article.run_bound();
    Sql version(db_, "INSERT INTO versions(article_id, version, name, text, text_sha256, blocks, url, source, origins, captured_at, "
                     "rules_version) VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '')");
    const std::string sha256 = sha256_hex(words), blocks = "p0+" + std::to_string(words.size());
    const std::string origins = write_flat({{"source", source.empty() ? "" : "option"}});
    version.bind(1, article_id).bind(2, identity).bind(3, words).bind(4, sha256).bind(5, blocks).bind_or_null(6, url);
    version.bind_or_null(7, source).bind(8, origins).bind(9, e.at);
    version.run_bound();
  }
  row.version_id = articles_.find_latest(article_id)->version_id;
  row.spans = {{0, static_cast<std::uint32_t>(words.size())}};
  row.words = words;
}

// The words in the article's text: in the version with this hash, else in the latest. The reason why they cannot be there.
std::string Fold::put_in_article(const std::string& identity, std::string_view sha256, const std::string& words, StatementRow& row,
                                 std::string& published) {
  const std::int64_t article_id = articles_.find_by_identity(identity);
  const auto latest = article_id == 0 ? std::nullopt : articles_.find_latest(article_id);
  if (!latest || latest->removed == 2) return "the article is not in the record";
  for (const std::int64_t candidate : articles_.versions_of(article_id)) {
    const auto version = articles_.find_version(candidate);
    if (!version || (version->text_sha256 != sha256 && candidate != latest->version_id)) continue;
    const Span span = find_words(version->article.text, words);
    if (span.empty()) continue;
    row.version_id = candidate;
    published = version->article.published.value;
    row.spans = {span};
    row.words = std::string(slice(version->article.text, span));
    row.kind = stands_in_marks(version->article.text, span) ? StatementKind::Direct : StatementKind::Indirect;
    if (version->version != latest->version) row.state = kOldVersion;
    if (version->text_sha256 == sha256) break;
  }
  return row.version_id == 0 ? "the words are not in the article's text" : "";
}

std::string Fold::apply_added(Event& e) {
  const auto object = parse_flat(e.after);
  if (!object) return "it carries no statement";
  const auto text = [&](std::string_view key) { return std::string(flat_value(*object, key)); };
  std::string published;
  StatementRow row;
  const auto key = parse_flat(e.target_key);
  const std::string identity = key ? std::string(flat_value(*key, "article")) : std::string();
  if (identity.starts_with("words:")) {
    put_in_own_text(e, *object, identity, row);
  } else {
    const std::string_view sha256 = key ? flat_value(*key, "sha256") : std::string_view();
    if (std::string reason = put_in_article(identity, sha256, text("words"), row, published); !reason.empty()) return reason;
  }
  row.confidence = row.speaker_confidence = 1;
  row.rule_id = writer_.rule("by-hand", "");
  row.cue.words = text("cue");
  row.role = text("role");
  if (!text("said").empty()) set_statement_field(writer_, db_, row, "said", text("said") == "unknown" ? "" : text("said"));
  if (!text("kind").empty()) set_statement_field(writer_, db_, row, "kind", text("kind"));
  if (!text("act").empty()) set_statement_field(writer_, db_, row, "act", text("act"));
  set_statement_field(writer_, db_, row, "speaker", text("speaker"));
  row.corrected = true;
  insert_added(e, row, published);
  return {};
}

// Under the id that the event names, or where another file has given that away, a new one, which the event names from now on.
void Fold::insert_added(Event& e, StatementRow& row, const std::string& published) {
  const auto wanted = find_id(e.target);
  row.id = wanted && wanted->kind == IdKind::Statement && !writer_.find(wanted->number) ? wanted->number
                                                                                       : writer_.counters().take(IdKind::Statement);
  writer_.counters().reserve(IdKind::Statement, row.id);
  row.n = kAddedByHand + row.id;
  std::vector<StatementRow> rows{row};
  writer_.insert(rows, published);
  const std::string target = Id{IdKind::Statement, row.id}.text();
  if (target == e.target) return;
  e.target = target;
  Sql(db_, "UPDATE events SET target = ?2 WHERE event_id = ?1").run(e.id, target);
}

std::string Fold::apply_purge(Id article) {
  for (const std::int64_t version_id : articles_.versions_of(article.number)) {
    const auto version = articles_.find_version(version_id);
    if (!version) continue;
    writer_.flush();
    writer_.sightings().remove_article(version_id, version->article.text);
    for (const StatementRow& row : writer_.rows_of(version_id)) {
      Sql(db_, "DELETE FROM claim_statements WHERE statement_id = ?1").run(row.id);
      Sql(db_, "DELETE FROM corrections WHERE target = ?1").run(Id{IdKind::Statement, row.id}.text());
      writer_.erase(row);
    }
    Sql(db_, "DELETE FROM captures WHERE version_id = ?1").run(version_id);
    Sql(db_, "UPDATE versions SET text = '', text_sha256 = '', blocks = '', authors = NULL, title = NULL, byline = NULL, dateline = NULL, "
             "origins = '{}' WHERE version_id = ?1")
        .run(version_id);
  }
  writer_.flush();
  Sql(db_, "UPDATE articles SET removed = 2 WHERE article_id = ?1").run(article.number);
  // Words that were taken out stay in the index's older pages until it is written anew.
  db_.run("INSERT INTO statement_words(statement_words) VALUES ('optimize')");
  return {};
}

}  // namespace onrecord
