// Which speakers may be one.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "match/name_key.h"
#include "query/stories.h"
#include "store/names.h"
#include "text/folded_words.h"

namespace onrecord::query {
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

}  // namespace onrecord::query
