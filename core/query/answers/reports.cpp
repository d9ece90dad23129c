// The ready reports: further questions, as rows of text.
#include <array>
#include <set>

#include "query/answers/lists.h"
#include "query/answers/stories.h"
#include "store/rows/names.h"

namespace onrecord::query {

namespace {

using Columns = std::vector<std::string>;

// Each report adds its rows to those given out; one that is told to stop goes on without them.
class Reports {
 public:
  Reports(Database& db, Finder& finder, const FindRequest& request, const std::function<bool(const Columns&)>& each)
      : db_(db), finder_(finder), request_(request), each_(each) {}

  void speakers();
  void timeline();
  void sightings();
  void claims();
  void changes();
  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  void give(const Columns& row) {
    if (!more_) return;
    ++rows_;
    more_ = each_(row);
  }
  [[nodiscard]] ListRequest listing() const {
    ListRequest list;
    list.query = print(question_of(request_));
    return list;
  }
  // The question with no limit on the statements, which are only looked through.
  [[nodiscard]] FindRequest without_limit() const {
    FindRequest ask = request_;
    ask.limit = 0;
    return ask;
  }
  [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> groups_met();
  [[nodiscard]] std::vector<Columns> lines_of_claim(const ClaimRow& claim, const std::set<std::int64_t>* asked);

  Database& db_;
  Finder& finder_;
  const FindRequest& request_;
  const std::function<bool(const Columns&)>& each_;
  std::int64_t rows_ = 0;
  bool more_ = true;
};

void Reports::speakers() {
  ListRequest list = listing();
  list.limit = request_.limit;
  for (const SpeakerRow& r : list_speakers(db_, list)) {
    give({r.id.text(), r.name, std::string(speaker_kind_name(r.kind)), r.role, std::to_string(r.statements), std::to_string(r.articles),
          std::to_string(r.sources), r.first_said, r.last_said});
  }
}

void Reports::timeline() {
  TimelineRequest ask;
  ask.find = request_;
  for (const TimelineRow& r : query::timeline(db_, ask)) {
    give({r.period, std::to_string(r.statements), std::to_string(r.said), std::to_string(r.published), r.first.text(), r.last.text(),
          std::to_string(r.gap)});
  }
}

// Groups of which a statement is found, with that statement, in the order in which they are met.
std::vector<std::pair<std::int64_t, std::int64_t>> Reports::groups_met() {
  std::set<std::int64_t> done;
  std::vector<std::pair<std::int64_t, std::int64_t>> groups;
  Sql group_of(db_, "SELECT group_id FROM sightings WHERE statement_id = ?1 AND group_id IS NOT NULL");
  finder_.find(without_limit(), [&](const Row& row) {
    group_of.with(row.statement.number);
    if (group_of.step() && done.insert(group_of.integer(0)).second) groups.emplace_back(group_of.integer(0), row.statement.number);
    group_of.reset();
    return request_.limit == 0 || static_cast<std::int64_t>(groups.size()) < request_.limit;
  });
  return groups;
}

void Reports::sightings() {
  for (const auto& [group, statement] : groups_met()) {
    const Sightings found = query::sightings(db_, finder_, Id{IdKind::Statement, statement}.text());
    if (found.rows.size() < 2) continue;  // the others were taken off the record
    for (const Sighting& s : found.rows) {
      const Row& r = s.row;
      give({"g" + std::to_string(group), r.statement.text(), r.said_on, r.published_on, s.relation.empty() ? "earliest" : s.relation,
            s.other_speaker ? "true" : "false", r.speaker, r.words, r.source, r.title, r.url,
            s.wire_group == 0 ? "" : "w" + std::to_string(s.wire_group), std::to_string(found.independent)});
    }
  }
}

// A line for each statement of the claim; with `asked`, for those that are among them.
std::vector<Columns> Reports::lines_of_claim(const ClaimRow& claim, const std::set<std::int64_t>* asked) {
  std::vector<Columns> lines;
  for (const auto& [statement, relation] : statements_of_claim(db_, claim.id.number)) {
    if (asked != nullptr && !asked->contains(statement)) continue;
    const auto r = finder_.find_row(statement);
    if (!r) continue;
    lines.push_back({claim.id.text(), claim.claim, relation, r->statement.text(), r->said_on, r->published_on, r->speaker, r->words,
                     r->source, r->title, r->url, "", "", "", "", "", "", ""});
  }
  return lines;
}

void Reports::claims() {
  Sql claims(db_, "SELECT claim_id FROM claims ORDER BY claim_id");
  Sql reviews(db_, "SELECT review_id, verdict, said_so, rating, reviewer, reviewed_on, url FROM reviews WHERE claim_id = ?1 "
                   "ORDER BY reviewed_on, review_id");
  std::set<std::int64_t> asked;
  const bool all = question_of(request_).kind == Node::Kind::All;
  if (!all) {
    finder_.find(without_limit(), [&](const Row& row) {
      asked.insert(row.statement.number);
      return true;
    });
  }
  while (claims.step()) {
    const auto claim = find_claim_row(db_, claims.integer(0));
    std::vector<Columns> lines = lines_of_claim(*claim, all ? nullptr : &asked);
    if (!all && lines.empty()) continue;
    if (lines.empty()) lines.push_back({claim->id.text(), claim->claim, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""});
    for (const Columns& line : lines) give(line);
    reviews.with(claims.integer(0));
    while (reviews.step()) {
      Columns line{claim->id.text(), claim->claim, "review", "", "", "", "", "", "", "", "", Id{IdKind::Review, reviews.integer(0)}.text()};
      for (int column = 1; column <= 6; ++column) line.push_back(reviews.text(column));
      give(line);
    }
    reviews.reset();
  }
}

void Reports::changes() {
  ListRequest list = listing();
  list.changed = true;
  for (const ArticleRow& article : list_articles(db_, list)) {
    for (int newer = 2; newer <= article.versions; ++newer) {
      const Difference between = diff(db_, article.id.text(), newer - 1, newer);
      for (const VersionChange& c : between.changes) {
        give({article.id.text(), article.title, article.source, std::to_string(newer - 1), std::to_string(newer),
              between.newer_captured_at, c.what, c.quote ? "true" : "false", c.before, c.after, c.before_speaker, c.after_speaker,
              c.statement.text()});
      }
    }
  }
}

struct ReportKind {
  std::string_view name;
  void (Reports::*make)();
  Columns columns;
};

const std::array<ReportKind, 5>& report_kinds() {
  static const std::array<ReportKind, 5> kKinds{{
      {"speakers", &Reports::speakers,
       {"speaker_id", "name", "kind", "role", "statements", "articles", "sources", "first_said", "last_said"}},
      {"timeline", &Reports::timeline, {"period", "statements", "said", "published", "first_id", "last_id", "gap"}},
      {"sightings", &Reports::sightings,
       {"group", "statement_id", "said_on", "published_on", "relation", "other_speaker", "speaker", "words", "source", "title", "url",
        "wire_story", "independent"}},
      {"claims", &Reports::claims,
       {"claim_id", "claim", "relation", "statement_id", "said_on", "published_on", "speaker", "words", "source", "title", "url",
        "review_id", "verdict", "said_so", "rating", "reviewer", "reviewed_on", "review_url"}},
      {"changes", &Reports::changes,
       {"article_id", "title", "source", "older_version", "newer_version", "captured_at", "what", "is_statement", "before", "after",
        "before_speaker", "after_speaker", "statement_id"}},
  }};
  return kKinds;
}

}  // namespace

std::int64_t report(Database& db, Finder& finder, std::string_view name, const FindRequest& request, std::vector<std::string>& columns,
                    const std::function<bool(const std::vector<std::string>&)>& each) {
  std::string names;
  for (const ReportKind& kind : report_kinds()) {
    names.append(names.empty() ? "" : ", ").append(kind.name);
    if (kind.name != name) continue;
    columns = kind.columns;
    Reports reports(db, finder, request, each);
    (reports.*kind.make)();
    return reports.rows();
  }
  refuse(ErrorCode::Usage, "there is no report of that name", name, "reports: " + names);
}

}  // namespace onrecord::query
