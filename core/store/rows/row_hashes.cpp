#include "store/rows/row_hashes.h"

#include "base/sha256.h"

namespace onrecord {
namespace {

// Every column but the slot, which follows from the dates. schema/002 has the same list as it was then; another list needs
// another step, which makes all hashes again.
constexpr const char* kHash =
    "rows_hash(s.n, s.statement_id, s.state, s.outer_id, s.kind, s.act, s.negated, s.in_title, s.words, s.begin_byte, s.end_byte, "
    "s.spans, s.cue, s.cue_byte, s.mention, s.mention_byte, s.addressee, s.addressee_byte, s.occasion, s.occasion_byte, "
    "s.medium, s.medium_byte, s.speaker_id, s.speaker, s.speaker_kind, s.unnamed, s.joint, s.role, s.on_behalf_of, "
    "s.said_on, s.said_on_text, s.said_on_text_byte, s.from_day, s.to_day, s.confidence, s.speaker_confidence, s.rule_id, "
    "s.anchor, s.corrected, "
    "CASE s.joint WHEN 1 THEN (SELECT group_concat(coalesce(j.speaker_id, 0) || ' ' || j.name, x'0A') "
    "FROM (SELECT speaker_id, name FROM joint_speakers WHERE statement_id = s.statement_id ORDER BY seq) j) END)";

}  // namespace

RowHashes::RowHashes(Database& db)
    : db_(db),
      write_(db, "INSERT INTO row_hashes(version_id, hash) VALUES (?1, ?2)"),
      renew_(db, "INSERT INTO row_hashes(version_id, hash) SELECT s.version_id, " + std::string(kHash) +
                     " FROM statements s WHERE s.version_id = ?1 GROUP BY s.version_id "
                     "ON CONFLICT(version_id) DO UPDATE SET hash = excluded.hash"),
      erase_(db, "DELETE FROM row_hashes WHERE version_id = ?1") {}

void RowHashes::write(std::int64_t version_id, const std::string& rows) {
  const Sha256 hash = sha256(rows);
  write_.with(version_id).bind_blob(2, {reinterpret_cast<const char*>(hash.data()), hash.size()});
  write_.run_bound();
}

void RowHashes::renew() {
  for (const std::int64_t version : touched_) {
    renew_.run(version);
    if (db_.changes() == 0) erase_.run(version);
  }
  touched_.clear();
}

std::vector<WrongRows> find_wrong_rows(Database& db) {
  Sql sql(db, "SELECT v.article_id, v.version FROM versions v LEFT JOIN row_hashes h USING (version_id) WHERE h.hash IS NOT "
              "(SELECT " + std::string(kHash) + " FROM statements s WHERE s.version_id = v.version_id GROUP BY s.version_id) "
              "ORDER BY v.version_id");
  std::vector<WrongRows> wrong;
  while (sql.step()) wrong.push_back({sql.integer(0), static_cast<int>(sql.integer(1))});
  return wrong;
}

}  // namespace onrecord
