// The ready reports: further questions, as rows of text.
#include <set>

#include "query/lists.h"
#include "query/stories.h"
#include "store/names.h"

namespace onrecord::query {

std::int64_t report(Database& db, Finder& finder, std::string_view name, const FindRequest& request, std::vector<std::string>& columns,
                    const std::function<bool(const std::vector<std::string>&)>& each) {
  std::int64_t rows = 0;
  bool more = true;
  const auto give = [&](const std::vector<std::string>& row) {
    if (!more) return;
    ++rows;
    more = each(row);
  };
  if (name == "speakers") {
    columns = {"speaker_id", "name", "kind", "role", "statements", "articles", "sources", "first_said", "last_said"};
    ListRequest list;
    list.query = print(question_of(request));
    list.limit = request.limit;
    for (const SpeakerRow& r : list_speakers(db, list)) {
      give({r.id.text(), r.name, std::string(speaker_kind_name(r.kind)), r.role, std::to_string(r.statements), std::to_string(r.articles),
            std::to_string(r.sources), r.first_said, r.last_said});
    }
    return rows;
  }
  if (name == "timeline") {
    columns = {"period", "statements", "said", "published", "first_id", "last_id", "gap"};
    TimelineRequest ask;
    ask.find = request;
    for (const TimelineRow& r : timeline(db, ask)) {
      give({r.period, std::to_string(r.statements), std::to_string(r.said), std::to_string(r.published), r.first.text(), r.last.text(),
            std::to_string(r.gap)});
    }
    return rows;
  }
  if (name == "sightings") {
    columns = {"group", "statement_id", "said_on", "published_on", "relation",   "other_speaker", "speaker",
               "words", "source",       "title",   "url",          "wire_story", "independent"};
    // Groups of which a statement is found, each whole, in the order in which they are met.
    std::set<std::int64_t> done;
    FindRequest ask = request;
    ask.limit = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> groups;
    Sql group_of(db, "SELECT group_id FROM sightings WHERE statement_id = ?1 AND group_id IS NOT NULL");
    finder.find(ask, [&](const Row& row) {
      group_of.with(row.statement.number);
      if (group_of.step() && done.insert(group_of.integer(0)).second) groups.emplace_back(group_of.integer(0), row.statement.number);
      group_of.reset();
      return request.limit == 0 || static_cast<std::int64_t>(groups.size()) < request.limit;
    });
    for (const auto& [group, statement] : groups) {
      const Sightings found = sightings(db, finder, Id{IdKind::Statement, statement}.text());
      if (found.rows.size() < 2) continue;  // the others were taken off the record
      for (const Sighting& s : found.rows) {
        const Row& r = s.row;
        give({"g" + std::to_string(group), r.statement.text(), r.said_on, r.published_on, s.relation.empty() ? "earliest" : s.relation,
              s.other_speaker ? "true" : "false", r.speaker, r.words, r.source, r.title, r.url,
              s.wire_group == 0 ? "" : "w" + std::to_string(s.wire_group), std::to_string(found.independent)});
      }
    }
    return rows;
  }
  if (name == "claims") {
    columns = {"claim_id", "claim", "relation", "statement_id", "said_on", "published_on", "speaker", "words", "source", "title", "url",
               "review_id", "verdict", "said_so", "rating", "reviewer", "reviewed_on", "review_url"};
    Sql claims(db, "SELECT claim_id FROM claims ORDER BY claim_id");
    Sql reviews(db, "SELECT review_id, verdict, said_so, rating, reviewer, reviewed_on, url FROM reviews WHERE claim_id = ?1 "
                    "ORDER BY reviewed_on, review_id");
    std::set<std::int64_t> asked;
    const Node question = question_of(request);
    const bool all = question.kind == Node::Kind::All;
    if (!all) {
      FindRequest ask = request;
      ask.limit = 0;
      finder.find(ask, [&](const Row& row) {
        asked.insert(row.statement.number);
        return true;
      });
    }
    while (claims.step()) {
      const std::int64_t claim = claims.integer(0);
      const auto row = find_claim_row(db, claim);
      std::vector<std::vector<std::string>> lines;
      for (const auto& [statement, relation] : statements_of_claim(db, claim)) {
        if (!all && !asked.contains(statement)) continue;
        const auto r = finder.find_row(statement);
        if (!r) continue;
        lines.push_back({row->id.text(), row->claim, relation, r->statement.text(), r->said_on, r->published_on, r->speaker, r->words,
                         r->source, r->title, r->url, "", "", "", "", "", "", ""});
      }
      if (!all && lines.empty()) continue;
      if (lines.empty()) lines.push_back({row->id.text(), row->claim, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""});
      for (const auto& line : lines) give(line);
      reviews.with(claim);
      while (reviews.step()) {
        std::vector<std::string> line{row->id.text(), row->claim, "review", "", "", "", "", "", "", "", "",
                                      Id{IdKind::Review, reviews.integer(0)}.text()};
        for (int column = 1; column <= 6; ++column) line.push_back(reviews.text(column));
        give(line);
      }
      reviews.reset();
    }
    return rows;
  }
  if (name == "changes") {
    columns = {"article_id", "title", "source", "older_version", "newer_version", "captured_at", "what", "is_statement", "before", "after",
               "before_speaker", "after_speaker", "statement_id"};
    ListRequest list;
    list.query = print(question_of(request));
    list.changed = true;
    for (const ArticleRow& article : list_articles(db, list)) {
      for (int newer = 2; newer <= article.versions; ++newer) {
        const Difference between = diff(db, article.id.text(), newer - 1, newer);
        for (const VersionChange& c : between.changes) {
          give({article.id.text(), article.title, article.source, std::to_string(newer - 1), std::to_string(newer),
                between.newer_captured_at, c.what,
                c.quote ? "true" : "false", c.before, c.after, c.before_speaker, c.after_speaker, c.statement.text()});
        }
      }
    }
    return rows;
  }
  refuse(ErrorCode::Usage, "there is no report of that name", name, "reports: speakers, timeline, sightings, claims, changes");
}

}  // namespace onrecord::query
