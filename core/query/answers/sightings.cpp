// Where the same words stand, and how they differ.
#include <set>

#include "match/sketch.h"
#include "query/answers/stories.h"
#include "query/sql/oldest_first.h"
#include "store/database/ids.h"
#include "store/rows/names.h"
#include "text/folded_words.h"

namespace onrecord::query {

Sightings sightings(Database& db, Finder& finder, std::string_view text) {
  const Id id = id_of_kind(text, {IdKind::Statement});
  Snapshot moment(db);
  Sightings out;
  std::vector<Row> rows = finder.rows_where(
      "(s.statement_id = ?1 OR s.statement_id IN (SELECT o.statement_id FROM sightings g JOIN sightings o ON o.group_id = g.group_id "
      "WHERE g.statement_id = ?1)) AND (s.state & 6 = 0 OR s.statement_id = ?1)",
      {id.number}, kPrintedFirst);
  if (rows.empty()) refuse(ErrorCode::NotFound, "is not in the record", text);
  Sql wire(db, "SELECT w.group_id FROM statements s JOIN wire_groups w USING (version_id) WHERE s.statement_id = ?1");
  const std::vector<std::uint32_t> first_words = word_hashes(rows.front().words);
  const std::string first_speaker = folded_words(rows.front().speaker);
  const Id first_id = rows.front().speaker_id;
  const std::string earliest = rows.front().words;
  std::set<std::string> reports;
  for (Row& row : rows) {
    Sighting s;
    wire.with(row.statement.number);
    if (wire.step()) s.wire_group = static_cast<int>(wire.integer(0));
    wire.reset();
    reports.insert(s.wire_group != 0 ? "w" + std::to_string(s.wire_group) : row.article.text());
    if (!out.rows.empty()) {
      const auto relation = find_relation(first_words, word_hashes(row.words));
      s.relation = relation_name(relation.value_or(Relation::Changed));
      // Nobody named is no other speaker.
      s.other_speaker = row.speaker_id && first_id ? row.speaker_id != first_id
                                                   : !row.speaker.empty() && !first_speaker.empty() && !row.unnamed &&
                                                         folded_words(row.speaker) != first_speaker && (row.speaker_id || first_id) &&
                                                         !has_folded_words(first_speaker, folded_words(row.speaker));
      if (relation != Relation::Exact) s.difference = word_difference(earliest, row.words);
    }
    s.row = std::move(row);
    out.rows.push_back(std::move(s));
  }
  out.independent = static_cast<int>(reports.size());
  return out;
}

}  // namespace onrecord::query
