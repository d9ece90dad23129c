// Articles and their versions: logging one, and reading one back as the Article it was.
//
//   ArticleStore articles(db, writer);
//   AddOutcome outcome = articles.add(new_article);       // inside a transaction and a savepoint
//   std::optional<StoredVersion> latest = articles.find_latest(12);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/article.h"
#include "onrecord/record.h"
#include "store/database/database.h"
#include "store/writer.h"

namespace onrecord {

struct StoredVersion {
  std::int64_t version_id = 0, article_id = 0, source_id = 0;
  int version = 1;
  int removed = 0;
  std::string identity, text_sha256, captured_at, rules_version;
  Article article;  // text, blocks and metadata as they stand
};

// A version as it stands, for those who only read.
[[nodiscard]] std::optional<StoredVersion> read_stored_version(Database& db, std::int64_t version_id);

class ArticleStore {
 public:
  ArticleStore(Database& db, Writer& writer);

  // Logs an article as DESIGN's identity says: added, unchanged, a new version, or its metadata updated. Throws SqlError; BadInput
  // for what Batch::add documents.
  AddOutcome add(const NewArticle& in);
  // What add would do. Writes nothing.
  AddOutcome would_add(const NewArticle& in);

  [[nodiscard]] std::optional<StoredVersion> find_version(std::int64_t version_id);
  [[nodiscard]] std::optional<StoredVersion> find_latest(std::int64_t article_id);
  [[nodiscard]] std::int64_t find_by_identity(std::string_view identity);
  [[nodiscard]] std::vector<std::int64_t> versions_of(std::int64_t article_id);

  // Writes changed metadata over a version's, its origins too.
  void update_metadata(const StoredVersion& version);

  // What the extractor finds now in place of what stands: ids stay with the words, corrections with the ids. Gives for each old row
  // that no new one took over its id; those that carry what a person asserted stay, marked, the others go.
  struct Change {
    std::int64_t kept = 0, changed = 0, added = 0, gone = 0;
    std::vector<std::int64_t> orphans;  // statements with assertions that the rules no longer find
  };
  Change replace_statements(const StoredVersion& version, const std::vector<Statement>& statements);

  // Writes the corrections in force over a row that has what the rules found.
  void apply_corrections(StatementRow& row);

  // The statement of `version` that shares most of its words (at least half) with `spans`; 0 when there is none.
  [[nodiscard]] std::int64_t find_statement_at(std::int64_t version_id, bool in_title, const std::vector<Span>& spans, double least = 0);

 private:
  void take_off(const StatementRow& row, Change& change);
  [[nodiscard]] bool is_latest(const StoredVersion& version);

  struct Compared {
    AddResult result = AddResult::Added;
    std::optional<StoredVersion> latest;
    std::string identity, sha256;
  };
  Compared compare(const NewArticle& in);
  std::int64_t insert_version(const NewArticle& in, std::int64_t article_id, int version, const std::string& sha256);
  std::vector<StatementRow> rows_from(const std::vector<Statement>& statements, const Article& article, std::string_view identity,
                                      std::int64_t version_id);
  void insert_statements(std::vector<StatementRow>& rows, const std::vector<Statement>& statements, std::string_view published_on);

  Database& db_;
  Writer& writer_;
  Sql by_identity_, version_, latest_, insert_article_, insert_version_, set_latest_, old_rows_, count_;
};

// The identity of an article as it is added.
[[nodiscard]] std::string identity_of(const NewArticle& in);

}  // namespace onrecord
