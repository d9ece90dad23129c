// The same words again, copies of one story, stories that changed, reports.
#include <algorithm>

#include "catch.h"
#include "match/sketch.h"
#include "store/sample.h"

using namespace onrecord;

namespace {

struct Words {
  const char* name;
  const char* earlier;
  const char* later;
  const char* relation;  // "" for none
};

constexpr const char* kQuote = "We will rebuild the bridge before the winter comes, and nobody will pay twice";

constexpr Words kWords[] = {
    {"the same", kQuote, kQuote, "exact"},
    {"the same in other marks", kQuote, "“We will rebuild the bridge, before the WINTER comes, and nobody will pay twice.”", "exact"},
    {"its beginning", kQuote, "We will rebuild the bridge before the winter", "trimmed"},
    {"its end", kQuote, "nobody will pay twice … ", ""},  // four words are anybody's
    {"its longer end", kQuote, "and nobody will pay twice", "trimmed"},
    {"more of it", "the bridge before the winter comes", kQuote, "trimmed"},
    {"left out in the middle", kQuote, "We will rebuild the bridge … and nobody will pay twice", "elided"},
    {"a bracket put in", kQuote, "We will rebuild the [Karsa] bridge before the winter comes, and nobody will pay twice", "inserted"},
    {"a word changed", kQuote, "We will rebuild the bridge before the summer comes, and nobody will pay twice", "changed"},
    {"another sentence of the kind", kQuote, "We will close the bridge when the storm comes, and everybody will have to wait", ""},
    {"a common phrase in both", "it is a matter of time before the harbour closes", "she said it is a matter of taste and nothing else",
     ""},
    {"a word changed in few", "the harbour board’s use of public money for boats", "the harbour board’s use of public money for ships",
     "changed"},
    {"a phrase within few", "the harbour board’s use of public money for boats", "a mayor’s use of public money for own boats", ""},
    {"few, scattered over many", "the board will not pay for the new boats",
     "the mayor and the board of the port will for now not be asked to pay a thing for the two new and costly boats", ""},
    {"too short", "We will appeal", "We will appeal", ""},
};

// A wire story of some length with one quotation.
Sample wire(const std::string& source, const std::string& file, const std::string& quote, const std::string& extra = {}) {
  Sample a(source, "2026-03-04", file,
           "The ministry announced on Wednesday that the old crossing at Karsa will be replaced within two years, after engineers found "
           "cracks in three of its seven piers during an inspection last autumn. Traffic is led over the northern road meanwhile. “" +
               quote + ",” Ana Reyes said. The works are paid for by the regional fund, which was set up in the spring." + extra);
  a.say("“" + quote + ",”", "said", "Ana Reyes");
  return a;
}

}  // namespace

TEST_CASE("the same words in their shapes", "[match]") {
  for (const Words& row : kWords) {
    DYNAMIC_SECTION(row.name) {
      const auto relation = find_relation(word_hashes(row.earlier), word_hashes(row.later));
      CHECK((relation ? std::string(relation_name(*relation)) : "") == row.relation);
      if (!relation) continue;
      // And the fingerprints bring the two together.
      const Sketch a = sketch_of(word_hashes(row.earlier)), b = sketch_of(word_hashes(row.later));
      bool shared = false;
      for (std::size_t i = 0; i < a.count; ++i)
        for (std::size_t j = 0; j < b.count; ++j)
          shared = shared || (of_one_run(a.hashes[i], b.hashes[j]) && may_share_words(a.hashes[i], b.hashes[j]));
      // Of what is cut to less than half, some are missed.
      const std::size_t shorter = std::min(word_hashes(row.earlier).size(), word_hashes(row.later).size());
      if (shorter * 2 >= std::max(word_hashes(row.earlier).size(), word_hashes(row.later).size())) CHECK(shared);
    }
  }
}

TEST_CASE("a run of words is told apart by what stands beside it", "[match]") {
  struct Beside {
    const char* a;  // five words, so that every run is a fingerprint
    const char* b;
    bool may;       // be the same words
  };
  constexpr Beside kRows[] = {
      {"was one of the best", "was one of the best", true},
      {"was one of the best", "was one of the worst", true},    // alike before
      {"was one of the best", "is one of the best", true},      // alike after
      {"was one of the best", "is one of the worst", false},    // a turn of phrase
      {"was one of the best", "one of the worst kind", true},   // may be cut off before
      {"was one of the best", "and that one of the", true},     // may be cut off after
      {"was one of the best", "was it the very best", false},   // no run in common
  };
  for (const Beside& row : kRows) {
    DYNAMIC_SECTION(row.a << " / " << row.b) {
      const Sketch a = sketch_of(word_hashes(row.a)), b = sketch_of(word_hashes(row.b));
      REQUIRE(a.count == 3);
      REQUIRE(b.count == 3);
      bool may = false;
      for (std::size_t i = 0; i < a.count; ++i)
        for (std::size_t j = 0; j < b.count; ++j)
          may = may || (of_one_run(a.hashes[i], b.hashes[j]) && may_share_words(a.hashes[i], b.hashes[j]));
      CHECK(may == row.may);
    }
  }
}

TEST_CASE("words are the same whatever their marks, case and accents", "[match]") {
  const auto plain = word_hashes("o brien said it s a cafe");
  CHECK(plain.size() == 7);
  CHECK(word_hashes("“O’Brien” said—it's a CAFE…") == plain);
  CHECK(word_hashes("«O'Brien» said: it’s a Café") == plain);
  CHECK(word_hashes("").empty());
  CHECK(word_hashes("“…” — ’").empty());
  CHECK(word_hashes("cut off\xE2\x80").size() == 2);  // a mark whose last byte is missing
  CHECK(word_hashes("it is safe") != word_hashes("it is sale"));
}

TEST_CASE("differences are told word by word", "[match]") {
  const auto told = [](const char* a, const char* b) {
    std::string out;
    for (const auto& [what, words] : word_difference(a, b)) out += std::string(1, what) + words + " ";
    return out;
  };
  CHECK(told("the bridge will open soon", "The bridge will not open") == "=The bridge will +not =open -soon ");
  CHECK(told("a b", "a b") == "=a b ");
  CHECK(told("", "a") == "+a ");
}

TEST_CASE("sightings are found as articles come, whatever the order", "[query]") {
  const std::string quote = "We will rebuild the bridge before the winter comes, and nobody will pay twice";
  const auto logged = [&](const std::vector<int>& order) {
    Record record = open_memory();
    std::vector<Sample> all;
    all.push_back(wire("Coast Wire", "wire.txt", quote));
    all.push_back(wire("Harbour Post", "copy.txt", quote, " More on page four."));
    Sample own("Hill Gazette", "2026-03-05", "own.txt",
               "Asked again, Luis Marte said: “We will rebuild the bridge before the winter.” He left.");
    own.say("“We will rebuild the bridge before the winter.”", "said", "Luis Marte");
    all.push_back(own);
    Sample other("Hill Gazette", "2026-03-06", "other.txt", "“We will close the ferry in the spring of next year,” Rosa Lind said.");
    other.say("“We will close the ferry in the spring of next year,”", "said", "Rosa Lind");
    all.push_back(other);
    for (const int i : order) REQUIRE(record.add(all[static_cast<std::size_t>(i)].in()).ok());
    return record;
  };
  std::vector<int> order{0, 1, 2, 3};
  do {
    Record record = logged(order);
    const Row first = rows_of(record, "source:coast").at(0);
    const auto found = record.sightings(first.statement.text());
    REQUIRE(found.ok());
    REQUIRE(found->rows.size() == 3);
    CHECK(found->independent == 2);  // the copy of the wire story counts with it
    CHECK(found->rows[0].relation.empty());
    CHECK(found->rows[0].wire_group != 0);
    CHECK(found->rows[0].wire_group == found->rows[1].wire_group);
    CHECK(found->rows[1].relation == "exact");
    CHECK(found->rows[2].relation == "trimmed");
    CHECK(found->rows[2].other_speaker);
    CHECK_FALSE(found->rows[1].other_speaker);
    CHECK_FALSE(found->rows[2].difference.empty());
    FindRequest request;
    request.query = "source:coast";
    request.with_sightings = true;
    CHECK(rows_of(record, request).at(0).also_in == 1);
    CHECK(rows_of(record, "sighted:yes").size() == 3);
    CHECK(rows_of(record, "sighted:no").size() == 1);
    // Taken off the record, it is no sighting of the others'.
    const Row trimmed = rows_of(record, "source:gazette bridge").at(0);
    REQUIRE(record.remove(trimmed.article.text(), ana()).ok());
    CHECK(record.sightings(first.statement.text())->rows.size() == 2);
    REQUIRE(record.remove(rows_of(record, "source:harbour").at(0).article.text(), ana()).ok());
    CHECK(rows_of(record, "sighted:yes").empty());
    std::vector<std::string> columns;
    CHECK(*record.report("sightings", {}, columns, [](const auto&) { return true; }) == 0);
    const Row alone = rows_of(record, "ferry").at(0);
    CHECK(record.sightings(alone.statement.text())->rows.size() == 1);
    CHECK(record.verify()->problems.empty());
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("a changed story tells what changed", "[query]") {
  Record record = open_memory();
  Sample before("Harbour Post", "2026-03-04", "bridge.txt",
                "The old bridge is closed. “We will rebuild it before the winter comes,” Ana Reyes said. Nobody was hurt. “It was loud and "
                "it was dark "
                "in there,” a driver said.");
  before.say("“We will rebuild it before the winter comes,”", "said", "Ana Reyes");
  before.say("“It was loud and it was dark in there,”", "said", "a driver").speaker->unnamed = true;
  REQUIRE(record.add(before.in()).ok());
  CHECK(record.diff("a1", 0, 0).error().code == ErrorCode::Usage);
  Sample after = before;
  after.statements.clear();
  after.article.text =
      "The old bridge is closed. “We will rebuild it before the summer comes,” Luis Marte said. Two people were hurt in it.";
  after.article.blocks[0].source_span.end = static_cast<std::uint32_t>(after.article.text.size());
  after.captured_at = "2026-03-07T08:00:00Z";
  after.say("“We will rebuild it before the summer comes,”", "said", "Luis Marte");
  REQUIRE(record.add(after.in())->result == AddResult::NewVersion);
  const auto changes = record.diff("a1", 0, 0);
  REQUIRE(changes.ok());
  const auto count = [&](const char* what, bool quote) {
    return std::count_if(changes->changes.begin(), changes->changes.end(),
                         [&](const VersionChange& c) { return c.what == what && c.quote == quote; });
  };
  CHECK(count("reworded", true) == 1);
  CHECK(count("reattributed", true) == 1);
  CHECK(count("removed", true) == 1);
  CHECK(count("removed", false) == 2);
  CHECK(count("added", false) == 1);
  CHECK(count("reworded", false) == 1);
  CHECK(changes->older == 1);
  CHECK(changes->newer_captured_at == "2026-03-07T08:00:00Z");
  CHECK(record.diff("a1", 1, 1)->changes.empty());
  CHECK(record.diff("a1", 1, 9).error().code == ErrorCode::NotFound);
  CHECK(record.diff("a1", 0, 1).error().code == ErrorCode::Usage);
  ListRequest request;
  request.changed = true;
  CHECK(record.articles(request)->size() == 1);
  request.since = "2026-03-08";
  CHECK(record.articles(request)->empty());
}

TEST_CASE("reports have columns and rows", "[query]") {
  Record record = open_memory();
  const std::string quote = "We will rebuild the bridge before the winter comes";
  REQUIRE(record.add(wire("Coast Wire", "wire.txt", quote).in()).ok());
  REQUIRE(record.add(wire("Harbour Post", "copy.txt", quote).in()).ok());
  REQUIRE(record.add(wire("Harbour Post", "copy.txt", quote, " More.").in()).ok());
  REQUIRE(record.new_claim("It will be rebuilt", ana()).ok());
  REQUIRE(record.attach("c1", {"s1"}, "makes", ana()).ok());
  for (const char* name : {"speakers", "timeline", "sightings", "claims", "changes"}) {
    DYNAMIC_SECTION(name) {
      std::vector<std::string> columns;
      std::int64_t rows = 0;
      const auto given = record.report(name, {}, columns, [&](const std::vector<std::string>& row) {
        CHECK(row.size() == columns.size());
        return ++rows > 0;
      });
      REQUIRE(given.ok());
      CHECK(*given == rows);
      CHECK(rows > 0);
    }
  }
  std::vector<std::string> columns;
  const auto none = record.report("gossip", {}, columns, [](const auto&) { return true; });
  CHECK(none.error().code == ErrorCode::Usage);
}
