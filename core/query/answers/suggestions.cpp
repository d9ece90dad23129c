// Which statements may belong to a claim.
#include <algorithm>
#include <set>

#include "match/sketch.h"
#include "query/answers/lists.h"
#include "query/answers/stories.h"
#include "query/sql/oldest_first.h"
#include "store/database/ids.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

// Words that carry something: long enough, and none of the commonest.
std::vector<std::string> telling_words(std::string_view text) {
  static const std::set<std::string_view> kCommon = {
      "about", "after", "against", "also", "because", "been", "before", "being", "between", "both", "could", "does", "doing", "down",
      "during", "each", "from", "have", "having", "here", "into", "just", "more", "most", "must", "only", "other", "over", "said",
      "same", "says", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those",
      "through", "under", "until", "very", "were", "what", "when", "where", "which", "while", "will", "with", "would", "your", "people"};
  const std::string folded = folded_words(text);
  std::vector<std::string> out;
  for (const std::string_view word : split_folded(folded)) {
    if (word.size() < 4 || kCommon.contains(word) || std::find(out.begin(), out.end(), word) != out.end()) continue;
    out.emplace_back(word);
  }
  return out;
}

}  // namespace

std::vector<ClaimSuggestion> suggest(Database& db, Finder& finder, std::string_view text, std::int64_t limit) {
  const Id id = id_of_kind(text, {IdKind::Claim});
  Snapshot moment(db);
  const auto claim = find_claim_row(db, id.number);
  if (!claim) refuse(ErrorCode::NotFound, "is not in the record", text);
  std::vector<ClaimSuggestion> out;
  std::set<std::int64_t> taken;
  std::vector<std::string> wanted = telling_words(claim->claim);
  Sql words_of(db, "SELECT words FROM statements WHERE statement_id = ?1");
  std::vector<std::pair<std::int64_t, std::vector<std::uint32_t>>> already;
  for (const auto& [statement, relation] : statements_of_claim(db, id.number)) {
    words_of.with(statement);
    if (words_of.step()) already.emplace_back(statement, word_hashes(words_of.view(0)));
    words_of.reset();
    taken.insert(statement);
  }
  for (const auto& [statement, words] : already) {
    for (Row& row :
         finder.rows_where("s.statement_id IN (SELECT o.statement_id FROM sightings g JOIN sightings o ON o.group_id = g.group_id "
                           "WHERE g.statement_id = ?1) AND s.state = 0",
                           {statement}, kOldestFirst)) {
      if (!taken.insert(row.statement.number).second) continue;
      const auto relation = find_relation(words, word_hashes(row.words));
      const bool same = relation && *relation != Relation::Changed;
      out.push_back({std::move(row), (same ? "same words as " : "much like the words of ") + Id{IdKind::Statement, statement}.text(),
                     same ? 1.0 : 0.9});
    }
  }
  if (!wanted.empty()) {
    std::string fts;
    for (const std::string& word : wanted) fts += (fts.empty() ? "words : \"" : " OR words : \"") + word + "\"";
    Sql hits(db, "SELECT s.statement_id, s.words FROM statement_words f CROSS JOIN statements s ON s.slot = f.rowid WHERE "
                 "f.statement_words MATCH ?1 AND s.state = 0 ORDER BY f.rowid DESC LIMIT 5000");
    hits.with(fts);
    struct Hit {
      double score = 0;
      std::int64_t id = 0;
      std::string shared;
    };
    std::vector<Hit> found;
    while (hits.step()) {
      if (taken.contains(hits.integer(0))) continue;
      const std::string words = folded_words(hits.view(1));
      Hit hit{0, hits.integer(0), {}};
      std::size_t shared = 0;
      for (const std::string& word : wanted) {
        if (!has_folded_words(words, word)) continue;
        ++shared;
        hit.shared += (hit.shared.empty() ? "shares: " : ", ") + word;
      }
      hit.score = static_cast<double>(shared) / static_cast<double>(wanted.size());
      if (shared >= 2 && hit.score >= 0.3) found.push_back(std::move(hit));
    }
    std::stable_sort(found.begin(), found.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    for (const Hit& hit : found) {
      if (limit > 0 && out.size() >= static_cast<std::size_t>(limit)) break;
      if (auto row = finder.find_row(hit.id)) out.push_back({std::move(*row), hit.shared, hit.score});
    }
  }
  if (limit > 0 && out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
  return out;
}

}  // namespace onrecord::query
