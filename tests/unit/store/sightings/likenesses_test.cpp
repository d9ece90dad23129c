// Trees of texts that resemble each other: the same for a set of texts, however it came to be.
#include "store/sightings/likenesses.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>

#include "catch.h"
#include "store/folder.h"

using namespace onrecord;

namespace {

using Words = std::vector<std::uint32_t>;

long compared = 0;  // pairs of texts

constexpr Likeness kKind{"texts", "text_id", "place", "words", "marks", "trees", sketch_of, [](const Words& fuller, const Words& other) {
                           ++compared;
                           return find_relation(fuller, other).has_value();
                         }};

struct Text {
  std::int64_t id = 0;
  int place = 0;
  std::string words;
};

// A record of nothing but texts.
class Texts {
 public:
  // With `again` one that another has open.
  explicit Texts(const std::string& path = ":memory:", bool again = false) : db_(Database::open(path, Access::Create, 1)) {
    db_.run("PRAGMA synchronous=OFF");
    if (!again) make_tables();
    likenesses_.emplace(db_, kKind);
  }
  void make_tables() {
    db_.run("CREATE TABLE texts(text_id INTEGER PRIMARY KEY, place INTEGER, words TEXT);"
            "CREATE TABLE marks(hash INTEGER, text_id INTEGER, PRIMARY KEY (hash, text_id)) WITHOUT ROWID;"
            "CREATE TABLE recent_marks(piece INTEGER PRIMARY KEY, fingerprints BLOB);"
            "CREATE TABLE trees(text_id INTEGER PRIMARY KEY, like_id INTEGER, group_id INTEGER);"
            "CREATE INDEX trees_like ON trees(like_id);"
            "CREATE INDEX trees_group ON trees(group_id)");
  }

  void add(const Text& text) {
    Sql(db_, "INSERT INTO texts VALUES (?1, ?2, ?3)").run(text.id, text.place, text.words);
    Likenesses::Text given{word_hashes(text.words), {}};
    given.sketch = sketch_of(given.words);
    likenesses_->place(text.id, std::move(given));
  }
  void remove(const Text& text) {
    likenesses_->remove(text.id, text.words);
    Sql(db_, "DELETE FROM texts WHERE text_id = ?1").run(text.id);
  }
  void begin() { likenesses_->begin(); }
  void settle() { likenesses_->settle(); }

  // The ids of each group.
  std::vector<std::vector<std::int64_t>> groups() {
    std::map<std::int64_t, std::vector<std::int64_t>> by_name;
    Sql sql(db_, "SELECT group_id, text_id FROM trees WHERE group_id IS NOT NULL ORDER BY text_id");
    while (sql.step()) by_name[sql.integer(0)].push_back(sql.integer(1));
    std::vector<std::vector<std::int64_t>> out;
    for (auto& [name, ids] : by_name) out.push_back(std::move(ids));
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  Database db_;
  std::optional<Likenesses> likenesses_;
};

// The same by the rule's own words, pair by pair.
std::vector<std::vector<std::int64_t>> groups_by_the_rule(const std::vector<Text>& texts) {
  struct Wording {
    Words words;
    Sketch sketch;
    std::vector<std::int64_t> ids;
    std::vector<int> places;
    std::size_t root = 0;
  };
  std::vector<Wording> wordings;
  for (const Text& text : texts) {
    const Words words = word_hashes(text.words);
    auto at = std::find_if(wordings.begin(), wordings.end(), [&](const Wording& w) { return w.words == words; });
    if (at == wordings.end()) at = wordings.insert(at, {words, sketch_of(words), {}, {}, 0});
    at->ids.push_back(text.id);
    at->places.push_back(text.place);
  }
  std::sort(wordings.begin(), wordings.end(), [](const Wording& a, const Wording& b) { return a.sketch.standing < b.sketch.standing; });
  std::map<std::uint64_t, std::vector<std::uint64_t>> runs;  // of each run the places in line of those that share it
  for (const Wording& w : wordings)
    for (std::size_t i = 0; i < w.sketch.count; ++i) runs[w.sketch.hashes[i] >> kRunShift].push_back(w.sketch.hashes[i] >> kBesideBits);
  for (auto& [run, line] : runs) std::sort(line.begin(), line.end());
  const auto is_head = [&](std::uint64_t hash) {
    const auto& line = runs[hash >> kRunShift];
    return line.size() <= 8 || hash >> kBesideBits <= line[7];
  };
  for (std::size_t at = 0; at < wordings.size(); ++at) {  // the fuller come first
    Wording& own = wordings[at];
    own.root = at;
    for (std::size_t other = 0; other < at && own.root == at; ++other) {
      const Wording& fuller = wordings[other];
      bool meet = false;
      for (std::size_t i = 0; i < own.sketch.count; ++i)
        for (std::size_t j = 0; j < fuller.sketch.count; ++j) {
          const std::uint64_t a = own.sketch.hashes[i], b = fuller.sketch.hashes[j];
          meet = meet || (of_one_run(a, b) && is_head(b) && may_share_words(a, b));
        }
      if (meet && find_relation(fuller.words, own.words)) own.root = fuller.root;
    }
  }
  std::map<std::size_t, std::pair<std::vector<std::int64_t>, std::vector<int>>> trees;
  for (const Wording& w : wordings) {
    auto& [ids, places] = trees[w.root];
    ids.insert(ids.end(), w.ids.begin(), w.ids.end());
    places.insert(places.end(), w.places.begin(), w.places.end());
  }
  std::vector<std::vector<std::int64_t>> out;
  for (auto& [root, tree] : trees) {
    auto& [ids, places] = tree;
    if (std::count(places.begin(), places.end(), places[0]) == static_cast<std::ptrdiff_t>(places.size())) continue;
    std::sort(ids.begin(), ids.end());
    out.push_back(ids);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Texts of which many are near each other: whole, cut off, with words changed, put in or left out, around a few turns of phrase.
std::vector<Text> made_texts(std::mt19937& random, int count) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto word = [&](std::size_t n) { return "w" + std::to_string(below(n)); };
  std::vector<std::vector<std::string>> first;
  const std::vector<std::vector<std::string>> phrases{
      {"as", "soon", "as", "possible"}, {"one", "of", "the", "few"}, {"in", "the", "long", "run"}};
  std::vector<Text> out;
  for (int i = 0; i < count; ++i) {
    std::vector<std::string> words;
    if (first.empty() || below(4) == 0) {
      for (std::size_t k = 6 + below(30); k > 0; --k) words.push_back(word(600));
      const auto& phrase = phrases[below(phrases.size())];
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(below(words.size())), phrase.begin(), phrase.end());
      first.push_back(words);
    } else {
      words = first[below(std::min<std::size_t>(first.size(), 12))];
      if (below(3) == 0) words.resize(std::max<std::size_t>(5, words.size() - below(words.size() / 2 + 1)));
      if (below(3) == 0) words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(below(words.size() / 3 + 1)));
      for (std::size_t k = below(4); k > 0; --k) words[below(words.size())] = word(600);
      if (below(4) == 0) words.insert(words.begin() + static_cast<std::ptrdiff_t>(below(words.size())), word(600));
    }
    Text text{i + 1, static_cast<int>(below(static_cast<std::size_t>(count) / 4 + 2)), {}};
    for (const std::string& w : words) text.words += (text.words.empty() ? "" : " ") + w;
    out.push_back(text);
  }
  return out;
}

}  // namespace

TEST_CASE("groups follow from the set of texts, not from the order of adding", "[store]") {
  const std::string whole = "We will rebuild the bridge before the winter comes, and nobody will pay for the works twice";
  const std::vector<Text> texts{{1, 1, whole},
                                {2, 2, "We will rebuild the bridge before the winter comes"},
                                {3, 3, "before the winter comes, and nobody will pay for the works twice"},
                                {4, 3, "We will rebuild the bridge before the winter comes!"},
                                {5, 4, "before the winter comes, nobody will pay for the works"},
                                {6, 5, "The ferry is closed until the spring comes"}};
  std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
  do {
    Texts record;
    for (const std::size_t i : order) record.add(texts[i]);
    record.settle();
    REQUIRE(record.groups() == std::vector<std::vector<std::int64_t>>{{1, 2, 3, 4, 5}});
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("what stands in one place only is no group", "[store]") {
  Texts record;
  record.add({1, 7, "We will rebuild the bridge before the winter"});
  record.add({2, 7, "We will rebuild the bridge before the winter comes"});
  record.settle();
  CHECK(record.groups().empty());
  const Text elsewhere{3, 8, "We will rebuild the bridge before the winter comes"};
  record.add(elsewhere);
  record.settle();
  CHECK(record.groups() == std::vector<std::vector<std::int64_t>>{{1, 2, 3}});
  record.remove(elsewhere);
  record.settle();
  CHECK(record.groups().empty());
}

TEST_CASE("many texts near each other come out by the rule, whatever came and went", "[store]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    std::mt19937 random(seed);
    std::vector<Text> texts = made_texts(random, 160);
    std::size_t many = 0;  // more than the heads of a run share it, else this shows little
    std::map<std::uint64_t, std::size_t> sharing;
    for (const Text& text : texts) {
      const Sketch sketch = sketch_of(word_hashes(text.words));
      for (std::size_t i = 0; i < sketch.count; ++i) many = std::max(many, ++sharing[sketch.hashes[i] >> kRunShift]);
    }
    REQUIRE(many > 10);
    // Some stay, some come and go in between.
    const std::vector<Text> stay(texts.begin(), texts.begin() + 100);
    const auto wanted = groups_by_the_rule(stay);
    REQUIRE(wanted.size() > 3);
    for (int round = 0; round < 3; ++round) {
      std::vector<Text> order = texts;
      std::shuffle(order.begin(), order.end(), random);
      Texts record;
      for (const Text& text : order) {
        record.add(text);
        if (random() % 10 == 0) record.settle();
      }
      record.settle();
      CHECK(record.groups() == groups_by_the_rule(texts));
      for (const Text& text : order) {
        if (text.id <= 100) continue;
        record.remove(text);
        if (random() % 5 == 0) record.settle();
      }
      record.settle();
      CHECK(record.groups() == wanted);
    }
  }
}

TEST_CASE("the work grows as the number of texts does", "[store]") {
  std::vector<double> each;
  for (const int count : {500, 1000, 2000}) {
    std::mt19937 random(5);
    const std::vector<Text> texts = made_texts(random, count);
    Texts record;
    compared = 0;
    for (const Text& text : texts) record.add(text);
    record.settle();
    each.push_back(static_cast<double>(compared) / count);
  }
  CHECK(each[2] < each[0] * 2);
}

TEST_CASE("what another program wrote meanwhile is found", "[store]") {
  const Folder folder;
  const std::string path = folder.file("texts.db");
  Texts one(path), other(path, true);
  for (int i = 1; i <= 20; ++i) {
    // Each writes what the other wrote before, so that both must look again.
    Texts& record = i % 2 == 1 ? one : other;
    std::string words = "We will rebuild bridge";
    for (int k = 0; k < 12; ++k) words += " w" + std::to_string((i + 1) / 2 * 13 + k);
    record.begin();
    record.add({i, i, words});
    record.settle();
  }
  CHECK(one.groups().size() == 10);
}
