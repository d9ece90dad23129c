// Which speakers may be one.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "match/name_key.h"
#include "query/answers/stories.h"
#include "store/rows/names.h"
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

// The speakers of a record whose names are alike, as far as nobody has decided about them.
class Pairs {
 public:
  explicit Pairs(Database& db);

  // Notes the pairs among names for which `key_of` gives the same key, unless it gives none, that `score_of` scores above 0. `key` is how
  // the pair is said to be found; one that was found before stays as it was. A key that very many share tells nothing.
  template <typename KeyOf, typename ScoreOf>
  void note(const char* key, KeyOf key_of, ScoreOf score_of) {
    constexpr std::size_t kMostTogether = 60;
    std::unordered_map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (std::string k = key_of(all_[i]); !k.empty()) blocks[std::move(k)].push_back(i);
    for (const auto& [name, members] : blocks) {
      if (members.size() < 2 || members.size() > kMostTogether) continue;
      for (std::size_t x = 0; x < members.size(); ++x) {
        for (std::size_t y = x + 1; y < members.size(); ++y) {
          const auto pair = std::make_pair(members[x], members[y]);
          if (pairs_.contains(pair) || decided_.contains(std::minmax(all_[pair.first].id, all_[pair.second].id))) continue;
          const double score = score_of(all_[pair.first], all_[pair.second]);
          if (score > 0) pairs_[pair] = {score, key};
        }
      }
    }
  }
  [[nodiscard]] std::vector<MergeCandidate> found() const;

 private:
  struct Pair {
    double score = 0;
    const char* key = "";
  };
  std::vector<Named> all_;
  std::set<std::pair<std::int64_t, std::int64_t>> decided_;
  std::map<std::pair<std::size_t, std::size_t>, Pair> pairs_;  // of indices into all_
};

Pairs::Pairs(Database& db) {
  Sql speakers(db, "SELECT p.speaker_id, p.name, p.kind FROM speakers p WHERE p.leads_to IS NULL AND EXISTS (SELECT 1 FROM said_by b WHERE "
                   "b.speaker_id = p.speaker_id) ORDER BY p.speaker_id");
  while (speakers.step()) {
    all_.push_back({speakers.integer(0), speakers.text(1), folded_words(speakers.view(1)),
                    find_speaker_kind(speakers.view(2)).value_or(SpeakerKind::Unknown)});
  }
  // What was decided is not asked again, nor of those who were merged since.
  Sql links(db, "SELECT coalesce(x.leads_to, x.speaker_id), coalesce(y.leads_to, y.speaker_id) FROM identity_links l JOIN speakers x ON "
                "x.speaker_id = l.speaker_id JOIN speakers y ON y.speaker_id = l.other_id");
  while (links.step()) decided_.insert(std::minmax(links.integer(0), links.integer(1)));
}

std::vector<MergeCandidate> Pairs::found() const {
  std::vector<MergeCandidate> out;
  for (const auto& [pair, found] : pairs_) {
    const Named& a = all_[pair.first];
    const Named& b = all_[pair.second];
    MergeCandidate c;
    c.one = {IdKind::Speaker, a.id};
    c.other = {IdKind::Speaker, b.id};
    c.one_name = a.name;
    c.other_name = b.name;
    c.key = found.key;
    c.score = found.score;
    out.push_back(std::move(c));
  }
  return out;
}

// A key of a name's first and last word; none for names of one word.
template <typename Make>
auto of_two_words(Make make) {
  return [make](const Named& n) {
    const auto words = split_folded(n.folded);
    return words.size() < 2 ? std::string() : make(n, words.front(), words.back());
  };
}

double alike(const Named& a, const Named& b) {
  const double likeness = name_likeness(a.folded, b.folded);
  return likeness >= 0.8 ? likeness : 0.0;
}

double alike_or_shortened(const Named& a, const Named& b) {
  if (shortens(split_folded(a.folded), split_folded(b.folded))) return std::max(0.6, name_likeness(a.folded, b.folded));
  return alike(a, b);
}

void note_likely_pairs(Pairs& pairs) {
  using View = std::string_view;
  pairs.note("fingerprint", [](const Named& n) { return name_fingerprint(n.name); }, [](const Named&, const Named&) { return 0.9; });
  pairs.note("n-gram", of_two_words([](const Named&, View, View last) { return std::string(last); }), alike_or_shortened);
  pairs.note("n-gram", of_two_words([](const Named&, View first, View last) {
               return std::string(first) + "/" + std::string(last.substr(0, 3));
             }), alike);
  pairs.note("sound", of_two_words([](const Named& n, View first, View) { return name_sound(n.name) + "/" + std::string(first); }),
             [](const Named& a, const Named& b) { return name_likeness(a.folded, b.folded) >= 0.6 ? 0.5 : 0.0; });
}

// What speaks for their being one besides the names, which lifts the score.
void add_evidence(Database& db, MergeCandidate& c) {
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

// Likeliest first, `most` at the most; 0: all.
void rank(std::vector<MergeCandidate>& all, std::int64_t most) {
  std::sort(all.begin(), all.end(), [](const MergeCandidate& x, const MergeCandidate& y) {
    if (x.score != y.score) return x.score > y.score;
    return std::tie(x.one, x.other) < std::tie(y.one, y.other);
  });
  if (most > 0 && all.size() > static_cast<std::size_t>(most)) all.resize(static_cast<std::size_t>(most));
}

}  // namespace

std::vector<MergeCandidate> candidates(Database& db, std::int64_t limit) {
  Snapshot moment(db);
  Pairs pairs(db);
  note_likely_pairs(pairs);
  std::vector<MergeCandidate> out = pairs.found();
  rank(out, limit * 4);  // evidence is looked up for those that will be shown, and some more that it may lift
  for (MergeCandidate& c : out) add_evidence(db, c);
  rank(out, limit);
  return out;
}

}  // namespace onrecord::query
