// What was found in a version before and is found again: ids stay with the words, corrections stay in force.
#include <algorithm>

#include "store/correct.h"
#include "store/versions.h"

namespace onrecord {
namespace {

std::uint32_t shared_bytes(const std::vector<Span>& a, const std::vector<Span>& b) {
  std::uint32_t shared = 0;
  for (const Span x : a) {
    for (const Span y : b) {
      const std::uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
      if (begin < end) shared += end - begin;
    }
  }
  return shared;
}

std::uint32_t all_bytes(const std::vector<Span>& spans) {
  std::uint32_t size = 0;
  for (const Span span : spans) size += span.size();
  return size;
}

// How near two places are, 0 to 1: the letters they share among those of both. 0 where that is less than half of the longer one's.
double nearness(const std::vector<Span>& a, const std::vector<Span>& b) {
  const std::uint32_t shared = shared_bytes(a, b), size_a = all_bytes(a), size_b = all_bytes(b);
  if (shared == 0 || shared * 2 < std::max(size_a, size_b)) return 0;
  return 2.0 * shared / (size_a + size_b);
}

// What is the same about two rows of one statement, its number, rule and confidences aside.
bool same_finding(const StatementRow& a, const StatementRow& b) {
  return a.words == b.words && a.spans == b.spans && a.kind == b.kind && a.act == b.act && a.negated == b.negated &&
         a.in_title == b.in_title && a.cue == b.cue && a.mention == b.mention && a.addressee == b.addressee &&
         a.occasion == b.occasion && a.medium == b.medium && a.said_on_text == b.said_on_text && a.speaker == b.speaker &&
         a.speaker_kind == b.speaker_kind && a.unnamed == b.unnamed && a.joint == b.joint && a.role == b.role &&
         a.on_behalf_of == b.on_behalf_of && a.said_on == b.said_on && a.speaker_id == b.speaker_id && a.state == b.state;
}

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// For each of `rows` the index of the old row that it is again, or kNone. Pairs share at least half of the longer one's letters; the
// nearest go first. Both lists are walked in the order of the text, so only neighbours are compared.
std::vector<std::size_t> same_places(const std::vector<StatementRow>& old, const std::vector<StatementRow>& rows) {
  struct Pair {
    double near = 0;
    std::size_t old_at = 0, new_at = 0;
  };
  std::vector<std::size_t> order(old.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto begin_of = [&](std::size_t i) { return old[i].spans.empty() ? 0 : old[i].spans.front().begin; };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return begin_of(a) < begin_of(b); });
  std::uint32_t longest = 0;
  for (const StatementRow& row : old)
    if (!row.spans.empty()) longest = std::max(longest, row.spans.back().end - row.spans.front().begin);
  std::vector<Pair> pairs;
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const std::uint32_t begin = rows[n].spans.front().begin, end = rows[n].spans.back().end;
    auto from = std::lower_bound(order.begin(), order.end(), begin > longest ? begin - longest : 0,
                                 [&](std::size_t i, std::uint32_t at) { return begin_of(i) < at; });
    for (; from != order.end() && begin_of(*from) < end; ++from) {
      if (old[*from].in_title != rows[n].in_title) continue;
      const double near = nearness(old[*from].spans, rows[n].spans);
      if (near > 0) pairs.push_back({near, *from, n});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.near > b.near; });
  std::vector<std::size_t> old_of(rows.size(), kNone);
  std::vector<bool> taken(old.size(), false);
  for (const Pair& pair : pairs) {
    if (taken[pair.old_at] || old_of[pair.new_at] != kNone) continue;
    taken[pair.old_at] = true;
    old_of[pair.new_at] = pair.old_at;
  }
  return old_of;
}

}  // namespace

void ArticleStore::apply_corrections(StatementRow& row) {
  // The role first: a speaker asks whether a person gave one.
  Sql corrections(db_, "SELECT field, value, event_id FROM corrections WHERE target = ?1 ORDER BY field <> 'role', event_id");
  Sql keep(db_, "UPDATE corrections SET extracted = ?3 WHERE target = ?1 AND field = ?2");
  const std::string target = Id{IdKind::Statement, row.id}.text();
  std::vector<std::pair<std::string, std::string>> values;
  corrections.with(target);
  while (corrections.step()) values.emplace_back(corrections.text(0), corrections.text(1));
  for (const auto& [field, value] : values) {
    const std::string found = extracted_field(db_, row, field);
    keep.run(target, field, found);
    set_statement_field(writer_, db_, row, field, value);
  }
  row.corrected = !values.empty();
}

std::int64_t ArticleStore::find_statement_at(std::int64_t version_id, bool in_title, const std::vector<Span>& spans, double least) {
  std::int64_t best = 0;
  double nearest = 0;  // of a statement and the one it reports both may share most of the letters
  for (const StatementRow& row : writer_.rows_of(version_id)) {
    if (row.in_title != in_title) continue;
    const double near = nearness(row.spans, spans);
    if (near <= nearest || near < least) continue;
    nearest = near;
    best = row.id;
  }
  return best;
}

ArticleStore::Change ArticleStore::replace_statements(const StoredVersion& version, const std::vector<Statement>& statements) {
  Change change;
  std::vector<StatementRow> rows = rows_from(statements, version.article, version.identity, version.version_id);
  std::vector<StatementRow> old = writer_.rows_of(version.version_id);
  std::erase_if(old, [](const StatementRow& row) { return row.n >= kAddedByHand && (row.state & kNoLongerFound) == 0; });

  const std::vector<std::size_t> old_of = same_places(old, rows);
  std::vector<bool> found(old.size(), false);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (old_of[i] != kNone) found[old_of[i]] = true;
    rows[i].id = old_of[i] != kNone ? old[old_of[i]].id : writer_.counters().take(IdKind::Statement);
  }
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (statements[i].within >= 0) rows[i].outer_id = rows[static_cast<std::size_t>(statements[i].within)].id;

  writer_.flush();
  writer_.touch(version.version_id);
  // The numbers within the version are free again before they are given anew.
  Sql(db_, "UPDATE statements SET n = -statement_id WHERE version_id = ?1 AND n BETWEEN 1 AND ?2")
      .run(version.version_id, kAddedByHand - 1);
  for (std::size_t i = 0; i < old.size(); ++i)
    if (!found[i]) take_off(old[i], change);

  const int state = (version.removed != 0 ? kRemoved : 0) | (is_latest(version) ? 0 : kOldVersion);
  const std::string& published = version.article.published.value;
  std::vector<StatementRow> fresh;
  Sql renumber(db_, "UPDATE statements SET n = ?2, rule_id = ?3, confidence = ?4, speaker_confidence = ?5, outer_id = ?6 "
                    "WHERE statement_id = ?1");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    StatementRow& row = rows[i];
    row.state = state;
    if (old_of[i] == kNone) {
      fresh.push_back(row);
      continue;
    }
    const StatementRow& before = old[old_of[i]];
    apply_corrections(row);
    row.slot = before.slot;
    if (same_finding(before, row)) {
      ++change.kept;
      renumber.with(row.id, row.n, row.rule_id, row.confidence, row.speaker_confidence).bind_or_null(6, row.outer_id);
      renumber.run_bound();
    } else {
      ++change.changed;
      writer_.replace(before, row, published);
    }
  }
  change.added = static_cast<std::int64_t>(fresh.size());
  writer_.insert(fresh, published);
  Sql(db_, "UPDATE versions SET rules_version = ?2 WHERE version_id = ?1").run(version.version_id, writer_.rules_version());
  return change;
}

// A statement that is found no more: it goes, unless a person said something about it.
void ArticleStore::take_off(const StatementRow& row, Change& change) {
  const std::string target = Id{IdKind::Statement, row.id}.text();
  Sql asserted(db_, "SELECT (SELECT count(*) FROM events WHERE target = ?1) + (SELECT count(*) FROM claim_statements WHERE "
                    "statement_id = ?2) + (SELECT count(*) FROM notes WHERE target = ?1)");
  asserted.with(target, row.id);
  const bool keep = asserted.step() && asserted.integer(0) > 0;
  asserted.reset();
  if ((row.state & kNoLongerFound) == 0) ++change.gone;
  if (!keep) {
    writer_.erase(row);
    return;
  }
  change.orphans.push_back(row.id);
  Sql(db_, "UPDATE statements SET state = state | 4, n = ?2 WHERE statement_id = ?1").run(row.id, kAddedByHand + row.id);
}

bool ArticleStore::is_latest(const StoredVersion& version) {
  Sql latest(db_, "SELECT latest_version FROM articles WHERE article_id = ?1");
  latest.with(version.article_id);
  return !latest.step() || latest.integer(0) == version.version;
}

}  // namespace onrecord
