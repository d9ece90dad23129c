#include "query/stories.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "match/name_key.h"
#include "match/sketch.h"
#include "query/compile.h"
#include "query/lists.h"
#include "store/names.h"
#include "store/rows.h"
#include "store/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

[[noreturn]] void refuse(ErrorCode code, std::string message, std::string_view where, std::string hint = {}) {
  throw SqlError(Error{code, std::move(message), std::string(where), std::move(hint)});
}

Id id_of_kind(std::string_view text, IdKind kind, const char* wanted) {
  const auto id = find_id(text);
  if (!id || id->kind != kind) refuse(ErrorCode::Usage, std::string("is no ") + wanted, text);
  return *id;
}

}  // namespace

// -------------------------------------------------------------------------------------------------------- timeline

std::vector<TimelineRow> timeline(Database& db, const TimelineRequest& request) {
  Snapshot moment(db);
  CompileOptions options;
  options.names = false;
  options.versions = request.find.versions;
  const Compiled compiled = compile(db, question_of(request.find), options);
  const std::string date = request.by_publication ? "v.published_on" : "coalesce(s.said_on, v.published_on)";
  const std::string day = request.by_publication ? "v.published_from" : "s.from_day";
  // A date keeps the precision it has: what was said "in 2014" is no month's.
  const std::string month = "CASE WHEN " + date + " LIKE '____-W__' THEN strftime('%Y-%m', " + day + " * 86400, 'unixepoch') ELSE substr(" + date + ", 1, 7) END";
  const std::string period = request.unit == 'd' ? date : request.unit == 'y' ? "substr(" + date + ", 1, 4)" : month;
  Sql sql(db, "SELECT period, n, said, published, (SELECT statement_id FROM statements WHERE slot = first), "
              "(SELECT statement_id FROM statements WHERE slot = last) FROM (SELECT " + period + " AS period, count(*) AS n, "
              "sum(s.said_on IS NOT NULL) AS said, sum(s.said_on IS NULL AND v.published_on IS NOT NULL) AS published, "
              "min(s.slot) AS first, max(s.slot) AS last, min(" + day + ") AS start" + compiled.from + compiled.where +
              " GROUP BY 1) ORDER BY start IS NULL, start, length(period), period");
  compiled.bind(sql);
  std::vector<TimelineRow> rows;
  while (sql.step()) {
    rows.push_back({sql.text(0), sql.integer(1), sql.integer(2), sql.integer(3), {IdKind::Statement, sql.integer(4)},
                    {IdKind::Statement, sql.integer(5)}});
  }
  return rows;
}

// ------------------------------------------------------------------------------------------------------- sightings

Sightings sightings(Database& db, Finder& finder, std::string_view text) {
  const Id id = id_of_kind(text, IdKind::Statement, "statement (s…)");
  Snapshot moment(db);
  Sightings out;
  std::vector<Row> rows = finder.rows_where(
      "(s.statement_id = ?1 OR s.statement_id IN (SELECT o.statement_id FROM sightings g JOIN sightings o ON o.group_id = g.group_id "
      "WHERE g.statement_id = ?1)) AND (s.state & 6 = 0 OR s.statement_id = ?1)",
      {id.number}, "s.from_day IS NULL, s.from_day, s.to_day, v.published_from, v.captured_at, s.statement_id");
  if (rows.empty()) refuse(ErrorCode::NotFound, "is not in the record", text);
  Sql wire(db, "SELECT group_id FROM wire_groups WHERE article_id = ?1");
  const std::vector<std::uint32_t> first_words = word_hashes(rows.front().words);
  const std::string first_speaker = folded_words(rows.front().speaker);
  const Id first_id = rows.front().speaker_id;
  const std::string earliest = rows.front().words;
  std::set<std::string> reports;
  for (Row& row : rows) {
    Sighting s;
    wire.with(row.article.number);
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

// --------------------------------------------------------------------------------------------------- changed stories

namespace {

struct SentenceWords {
  std::string text;
  std::vector<std::uint32_t> words;
};

// Sentences of the parts that are read for statements, roughly: a full stop, blanks, then a capital, a digit or a mark.
std::vector<SentenceWords> sentences_of(std::string_view text, const std::vector<Block>& blocks) {
  std::vector<SentenceWords> out;
  const auto add = [&](std::string_view sentence) {
    while (!sentence.empty() && (sentence.front() == ' ' || sentence.front() == '\n' || sentence.front() == '\r')) sentence.remove_prefix(1);
    while (!sentence.empty() && (sentence.back() == ' ' || sentence.back() == '\n' || sentence.back() == '\r')) sentence.remove_suffix(1);
    auto words = word_hashes(sentence);
    if (!words.empty()) out.push_back({std::string(sentence), std::move(words)});
  };
  for (const Block& block : blocks) {
    if (!bears_speech(block.role)) continue;
    const std::string_view part = slice(text, block.source_span);
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < part.size(); ++i) {
      if (part[i] != '.' && part[i] != '!' && part[i] != '?') continue;
      std::size_t end = i + 1;
      for (const std::string_view mark : {"”", "\"", "’", ")"})
        if (part.substr(end).starts_with(mark)) end += mark.size();
      std::size_t next = end;
      while (next < part.size() && (part[next] == ' ' || part[next] == '\n' || part[next] == '\r')) ++next;
      if (next == end || next >= part.size()) continue;
      const char c = part[next];
      const bool abbreviation = i - begin < 4 || (i >= 2 && part[i - 2] == ' ') || (i >= 3 && part[i - 3] == ' ' && part[i - 2] >= 'A' && part[i - 2] <= 'Z');
      if (abbreviation || (c >= 'a' && c <= 'z')) continue;
      add(part.substr(begin, end - begin));
      begin = next;
      i = next;
    }
    add(part.substr(begin));
  }
  return out;
}

// Which of `b` answers to which of `a`: the very same first, in order; then those that share a fingerprint and most words.
struct Matching {
  std::vector<int> of_a, of_b;  // index on the other side, -1
};
Matching match(const std::vector<SentenceWords>& a, const std::vector<SentenceWords>& b) {
  Matching m{std::vector<int>(a.size(), -1), std::vector<int>(b.size(), -1)};
  std::map<std::vector<std::uint32_t>, std::vector<int>> same;
  for (std::size_t j = b.size(); j-- > 0;) same[b[j].words].push_back(static_cast<int>(j));
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto found = same.find(a[i].words);
    if (found == same.end() || found->second.empty()) continue;
    m.of_a[i] = found->second.back();
    m.of_b[static_cast<std::size_t>(found->second.back())] = static_cast<int>(i);
    found->second.pop_back();
  }
  std::unordered_map<std::uint64_t, std::vector<int>> sharing;
  for (std::size_t j = 0; j < b.size(); ++j) {
    if (m.of_b[j] >= 0) continue;
    const Sketch sketch = sketch_of(b[j].words);
    for (std::size_t k = 0; k < sketch.count; ++k) sharing[sketch.hashes[k]].push_back(static_cast<int>(j));
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (m.of_a[i] >= 0) continue;
    const Sketch sketch = sketch_of(a[i].words);
    for (std::size_t k = 0; k < sketch.count && m.of_a[i] < 0; ++k) {
      const auto found = sharing.find(sketch.hashes[k]);
      if (found == sharing.end() || found->second.size() > 32) continue;
      for (const int j : found->second) {
        const auto& words = b[static_cast<std::size_t>(j)].words;
        if (m.of_b[static_cast<std::size_t>(j)] >= 0) continue;
        // In one story, less is enough than between two: three words in five.
        if (!find_relation(a[i].words, words) && common_share(a[i].words, words) < 0.6) continue;
        m.of_a[i] = j;
        m.of_b[static_cast<std::size_t>(j)] = static_cast<int>(i);
        break;
      }
    }
  }
  return m;
}

}  // namespace

std::vector<VersionChange> diff(Database& db, std::string_view text, int older, int newer) {
  const Id id = id_of_kind(text, IdKind::Article, "article (a…)");
  Snapshot moment(db);
  Sql latest(db, "SELECT latest_version FROM articles WHERE article_id = ?1");
  latest.with(id.number);
  if (!latest.step()) refuse(ErrorCode::NotFound, "is not in the record", text);
  if (newer == 0) newer = static_cast<int>(latest.integer(0));
  if (older == 0) older = newer - 1;
  if (older < 1) refuse(ErrorCode::Usage, "has only one version", text, "onrecord articles --changed lists those that have more");
  struct Side {
    std::vector<SentenceWords> sentences, words;
    std::vector<Row> rows;
  };
  Finder finder(db);
  const auto load = [&](int number) {
    Sql sql(db, "SELECT version_id, text, blocks FROM versions WHERE article_id = ?1 AND version = ?2");
    sql.with(id.number, number);
    if (!sql.step()) refuse(ErrorCode::NotFound, "has no version " + std::to_string(number), text);
    Side side;
    side.sentences = sentences_of(sql.view(1), read_blocks(sql.view(2), {}));
    side.rows = finder.rows_where("s.version_id = ?1 AND s.state & 6 = 0", {sql.integer(0)}, "s.in_title DESC, s.begin_byte, s.n");
    for (const Row& row : side.rows) side.words.push_back({row.words, word_hashes(row.words)});
    return side;
  };
  const Side a = load(older), b = load(newer);
  std::vector<VersionChange> out;
  const Matching sentences = match(a.sentences, b.sentences);
  for (std::size_t i = 0; i < a.sentences.size(); ++i) {
    const int j = sentences.of_a[i];
    if (j < 0) out.push_back({"removed", false, a.sentences[i].text, {}, {}, {}, {}});
    else if (a.sentences[i].words != b.sentences[static_cast<std::size_t>(j)].words) {
      out.push_back({"reworded", false, a.sentences[i].text, b.sentences[static_cast<std::size_t>(j)].text, {}, {}, {}});
    }
  }
  for (std::size_t j = 0; j < b.sentences.size(); ++j)
    if (sentences.of_b[j] < 0) out.push_back({"added", false, {}, b.sentences[j].text, {}, {}, {}});
  const Matching quotes = match(a.words, b.words);
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    const int j = quotes.of_a[i];
    if (j < 0) {
      out.push_back({"removed", true, a.rows[i].words, {}, a.rows[i].speaker, {}, a.rows[i].statement});
      continue;
    }
    const Row& was = a.rows[i];
    const Row& is = b.rows[static_cast<std::size_t>(j)];
    if (a.words[i].words != b.words[static_cast<std::size_t>(j)].words) {
      out.push_back({"reworded", true, was.words, is.words, was.speaker, is.speaker, is.statement});
    }
    if (folded_words(was.speaker) != folded_words(is.speaker)) {
      out.push_back({"reattributed", true, was.words, is.words, was.speaker, is.speaker, is.statement});
    }
  }
  for (std::size_t j = 0; j < b.rows.size(); ++j)
    if (quotes.of_b[j] < 0) out.push_back({"added", true, {}, b.rows[j].words, {}, b.rows[j].speaker, b.rows[j].statement});
  return out;
}

// -------------------------------------------------------------------------------------------------- who may be one

namespace {

struct Named {
  std::int64_t id = 0;
  std::string name, folded;
  SpeakerKind kind = SpeakerKind::Unknown;
};

// Whether one name's words may be the other's, shortened: Bob and Robert are not seen, A. and Ana are, and Ana with a middle name.
bool shortens(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  if (a.empty() || b.empty() || a.back() != b.back()) return false;
  const auto fits = [](std::string_view x, std::string_view y) { return x.starts_with(y) || y.starts_with(x); };
  return fits(a.front(), b.front());
}

std::set<std::string> values_of(Database& db, std::int64_t speaker_id, const std::string& column) {
  Sql sql(db, "SELECT DISTINCT " + column + " FROM said_by b CROSS JOIN statements s ON s.slot = b.slot JOIN versions v ON v.version_id = "
              "s.version_id JOIN articles a ON a.article_id = v.article_id LEFT JOIN sources src ON src.source_id = a.source_id "
              "WHERE b.speaker_id = ?1 AND s.state = 0 AND " + column + " IS NOT NULL LIMIT 200");
  sql.with(speaker_id);
  std::set<std::string> out;
  while (sql.step()) out.insert(sql.text(0));
  return out;
}

std::string shared_values(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::string out;
  int shown = 0;
  for (const std::string& value : a) {
    if (!b.contains(value) || ++shown > 3) continue;
    out += (out.empty() ? "" : ", ") + value;
  }
  return out;
}

}  // namespace

std::vector<MergeCandidate> candidates(Database& db, std::int64_t limit) {
  Snapshot moment(db);
  std::vector<Named> all;
  Sql speakers(db, "SELECT p.speaker_id, p.name, p.kind FROM speakers p WHERE p.leads_to IS NULL AND EXISTS (SELECT 1 FROM said_by b WHERE "
                   "b.speaker_id = p.speaker_id) ORDER BY p.speaker_id");
  while (speakers.step()) {
    all.push_back({speakers.integer(0), speakers.text(1), folded_words(speakers.view(1)),
                   find_speaker_kind(speakers.view(2)).value_or(SpeakerKind::Unknown)});
  }
  // What was decided is not asked again, nor of those who were merged since.
  std::set<std::pair<std::int64_t, std::int64_t>> decided;
  Sql links(db, "SELECT coalesce(x.leads_to, x.speaker_id), coalesce(y.leads_to, y.speaker_id) FROM identity_links l JOIN speakers x ON "
                "x.speaker_id = l.speaker_id JOIN speakers y ON y.speaker_id = l.other_id");
  while (links.step()) decided.insert(std::minmax(links.integer(0), links.integer(1)));

  struct Pair {
    double score = 0;
    const char* key = "";
  };
  std::map<std::pair<std::size_t, std::size_t>, Pair> pairs;
  // Names that share a key are looked at together; a key that very many share tells nothing.
  constexpr std::size_t kMostTogether = 60;
  const auto block = [&](const char* key, auto key_of, auto score_of) {
    std::unordered_map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (std::string k = key_of(all[i]); !k.empty()) blocks[std::move(k)].push_back(i);
    for (const auto& [name, members] : blocks) {
      if (members.size() < 2 || members.size() > kMostTogether) continue;
      for (std::size_t x = 0; x < members.size(); ++x) {
        for (std::size_t y = x + 1; y < members.size(); ++y) {
          const auto pair = std::make_pair(members[x], members[y]);
          if (pairs.contains(pair) || decided.contains(std::minmax(all[pair.first].id, all[pair.second].id))) continue;
          const double score = score_of(all[pair.first], all[pair.second]);
          if (score > 0) pairs[pair] = {score, key};
        }
      }
    }
  };
  block("fingerprint", [](const Named& n) { return name_fingerprint(n.name); }, [](const Named&, const Named&) { return 0.9; });
  block("n-gram",
        [](const Named& n) {
          const auto words = split_folded(n.folded);
          return words.size() < 2 ? std::string() : std::string(words.back());
        },
        [](const Named& a, const Named& b) {
          const double likeness = name_likeness(a.folded, b.folded);
          if (shortens(split_folded(a.folded), split_folded(b.folded))) return std::max(0.6, likeness);
          return likeness >= 0.8 ? likeness : 0.0;
        });
  block("n-gram",
        [](const Named& n) {
          const auto words = split_folded(n.folded);
          return words.size() < 2 ? std::string() : std::string(words.front()) + "/" + std::string(words.back().substr(0, 3));
        },
        [](const Named& a, const Named& b) {
          const double likeness = name_likeness(a.folded, b.folded);
          return likeness >= 0.8 ? likeness : 0.0;
        });
  block("sound",
        [](const Named& n) {
          const auto words = split_folded(n.folded);
          return words.size() < 2 ? std::string() : name_sound(n.name) + "/" + std::string(words.front());
        },
        [](const Named& a, const Named& b) { return name_likeness(a.folded, b.folded) >= 0.6 ? 0.5 : 0.0; });

  std::vector<MergeCandidate> out;
  for (const auto& [pair, found] : pairs) {
    const Named& a = all[pair.first];
    const Named& b = all[pair.second];
    MergeCandidate c;
    c.one = {IdKind::Speaker, a.id};
    c.other = {IdKind::Speaker, b.id};
    c.one_name = a.name;
    c.other_name = b.name;
    c.key = found.key;
    c.score = found.score;
    out.push_back(std::move(c));
  }
  const auto by_score = [](const MergeCandidate& x, const MergeCandidate& y) {
    if (x.score != y.score) return x.score > y.score;
    return std::tie(x.one, x.other) < std::tie(y.one, y.other);
  };
  std::sort(out.begin(), out.end(), by_score);
  // Evidence is looked up for those that will be shown, and some more that it may lift.
  if (limit > 0 && out.size() > static_cast<std::size_t>(limit) * 4) out.resize(static_cast<std::size_t>(limit) * 4);
  for (MergeCandidate& c : out) {
    const auto add = [&](const char* what, const std::string& column, double weight) {
      const std::string shared = shared_values(values_of(db, c.one.number, column), values_of(db, c.other.number, column));
      if (shared.empty()) return;
      c.evidence.push_back(std::string(what) + ": " + shared);
      c.score += weight * (1 - c.score);
    };
    add("same role", "CASE WHEN s.joint = 0 THEN s.role END", 0.5);
    add("same source", "src.name", 0.1);
    add("same day", "coalesce(s.said_on, v.published_on)", 0.1);
    add("spoke to", "s.addressee", 0.05);
  }
  std::sort(out.begin(), out.end(), by_score);
  if (limit > 0 && out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
  return out;
}

// ---------------------------------------------------------------------------------------------- what a claim may take

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
  const Id id = id_of_kind(text, IdKind::Claim, "claim (c…)");
  Snapshot moment(db);
  const auto claim = find_claim_row(db, id.number);
  if (!claim) refuse(ErrorCode::NotFound, "is not in the record", text);
  std::vector<ClaimSuggestion> out;
  std::set<std::int64_t> taken;
  std::vector<std::string> wanted = telling_words(claim->claim);
  Sql attached(db, "SELECT cs.statement_id, s.words FROM claim_statements cs JOIN statements s USING (statement_id) WHERE cs.claim_id = ?1 "
                   "ORDER BY s.slot");
  attached.with(id.number);
  std::vector<std::int64_t> ids;
  while (attached.step()) {
    ids.push_back(attached.integer(0));
    taken.insert(ids.back());
  }
  for (const std::int64_t statement : ids) {
    for (Row& row : finder.rows_where("s.statement_id IN (SELECT o.statement_id FROM sightings g JOIN sightings o ON o.group_id = g.group_id "
                                      "WHERE g.statement_id = ?1) AND s.state = 0", {statement}, "s.slot")) {
      if (!taken.insert(row.statement.number).second) continue;
      out.push_back({std::move(row), "same words as " + Id{IdKind::Statement, statement}.text(), 1.0});
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

// --------------------------------------------------------------------------------------------------------- reports

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
    columns = {"period", "statements", "said", "published", "first_id", "last_id"};
    TimelineRequest ask;
    ask.find = request;
    for (const TimelineRow& r : timeline(db, ask)) {
      give({r.period, std::to_string(r.statements), std::to_string(r.said), std::to_string(r.published), r.first.text(), r.last.text()});
    }
    return rows;
  }
  if (name == "sightings") {
    columns = {"group", "statement_id", "said_on", "published_on", "relation", "other_speaker", "speaker", "words", "source", "title", "url",
               "wire_story", "independent"};
    // Groups of which a statement is found, each whole, in the order in which they are met.
    std::set<std::int64_t> done;
    FindRequest ask = request;
    ask.limit = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> groups;
    Sql group_of(db, "SELECT group_id FROM sightings WHERE statement_id = ?1");
    finder.find(ask, [&](const Row& row) {
      group_of.with(row.statement.number);
      if (group_of.step() && done.insert(group_of.integer(0)).second) groups.emplace_back(group_of.integer(0), row.statement.number);
      group_of.reset();
      return request.limit == 0 || static_cast<std::int64_t>(groups.size()) < request.limit;
    });
    for (const auto& [group, statement] : groups) {
      const Sightings found = sightings(db, finder, Id{IdKind::Statement, statement}.text());
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
    Sql attached(db, "SELECT cs.statement_id, cs.relation FROM claim_statements cs JOIN statements s USING (statement_id) WHERE cs.claim_id = ?1 "
                     "ORDER BY s.slot");
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
      attached.with(claim);
      while (attached.step()) {
        if (!all && !asked.contains(attached.integer(0))) continue;
        const auto r = finder.find_row(attached.integer(0));
        if (!r) continue;
        lines.push_back({row->id.text(), row->claim, attached.text(1), r->statement.text(), r->said_on, r->published_on, r->speaker, r->words,
                         r->source, r->title, r->url, "", "", "", "", "", "", ""});
      }
      attached.reset();
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
      Sql captured(db, "SELECT captured_at FROM versions WHERE article_id = ?1 AND version = ?2");
      for (int newer = 2; newer <= article.versions; ++newer) {
        captured.with(article.id.number, newer);
        const std::string at = captured.step() ? captured.text(0) : std::string();
        captured.reset();
        for (const VersionChange& c : diff(db, article.id.text(), newer - 1, newer)) {
          give({article.id.text(), article.title, article.source, std::to_string(newer - 1), std::to_string(newer), at, c.what,
                c.quote ? "true" : "false", c.before, c.after, c.before_speaker, c.after_speaker, c.statement.text()});
        }
      }
    }
    return rows;
  }
  refuse(ErrorCode::Usage, "there is no report of that name", name, "reports: speakers, timeline, sightings, claims, changes");
}

}  // namespace onrecord::query
