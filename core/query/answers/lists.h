// Lists over the record: speakers, sources, articles, claims, with counts and the first and last day of each.
//
// Counted when asked, from the rows that stand (newest versions, nothing removed). Throws SqlError.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/asking.h"
#include "store/database/database.h"

namespace onrecord::query {

[[nodiscard]] std::vector<SpeakerRow> list_speakers(Database& db, const ListRequest& request);
[[nodiscard]] std::vector<SourceRow> list_sources(Database& db, const ListRequest& request);
[[nodiscard]] std::vector<ArticleRow> list_articles(Database& db, const ListRequest& request);
[[nodiscard]] std::vector<ClaimRow> list_claims(Database& db, const ListRequest& request);

// One of them, by its number; nothing where it has no row that stands (then with its name and zeros), or is not there.
[[nodiscard]] std::optional<SpeakerRow> find_speaker_row(Database& db, std::int64_t speaker_id);
[[nodiscard]] std::optional<SourceRow> find_source_row(Database& db, std::int64_t source_id);
[[nodiscard]] std::optional<ArticleRow> find_article_row(Database& db, std::int64_t article_id);
[[nodiscard]] std::optional<ClaimRow> find_claim_row(Database& db, std::int64_t claim_id);

// The statements of a claim and what each does with it, oldest first.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::string>> statements_of_claim(Database& db, std::int64_t claim_id);

}  // namespace onrecord::query
