// How right the extractor is on the fixture articles, held just under today's figures. A change that lowers one fails here;
// raising a floor is a commit that says so. `onrecord score fixtures/gold` prints all of them.
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "catch.h"
#include "onrecord/extract.h"
#include "score/gold.h"
#include "score/letters.h"
#include "score/score.h"
#include "text/code_points.h"

using namespace onrecord;

namespace {

const std::string kFixtures = ONRECORD_SOURCE_DIR "/fixtures";

struct Extracted {
  GoldArticle gold;
  Article article;
  std::vector<Statement> statements;
};

std::vector<Extracted> extract_fixtures() {
  auto gold = read_gold(kFixtures + "/gold");
  if (!gold) FAIL(gold.error().text());
  std::vector<Extracted> out;
  Extractor extractor;
  for (GoldArticle& one : *gold) {
    std::ifstream file(one.path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto article = read_article(one.path, bytes, {});
    if (!article) FAIL(article.error().text());
    std::vector<Statement> statements = extractor.extract(*article);
    out.push_back({std::move(one), std::move(*article), std::move(statements)});
  }
  return out;
}

struct Floor {
  const char* what;
  double least;
  double (*measure)(const Report&);
};

double precision_of(const Report& r, const char* kind) {
  const auto found = r.by_kind.find(kind);
  return found == r.by_kind.end() ? 0 : found->second.precision();
}
double recall_of(const Report& r, const char* kind) {
  const auto found = r.by_kind.find(kind);
  return found == r.by_kind.end() ? 0 : found->second.recall();
}

// FLOORS: just under what was measured last.
constexpr Floor kFloors[] = {
    {"all: precision", 0.880, [](const Report& r) { return r.all.precision(); }},
    {"all: recall", 0.835, [](const Report& r) { return r.all.recall(); }},
    {"with the right mention: F1", 0.830, [](const Report& r) { return r.joint.f1(); }},
    {"direct: precision", 0.980, [](const Report& r) { return precision_of(r, "direct"); }},
    {"direct: recall", 0.930, [](const Report& r) { return recall_of(r, "direct"); }},
    {"mixed: precision", 0.895, [](const Report& r) { return precision_of(r, "mixed"); }},
    {"mixed: recall", 0.895, [](const Report& r) { return recall_of(r, "mixed"); }},
    {"indirect: precision", 0.840, [](const Report& r) { return precision_of(r, "indirect"); }},
    {"indirect: recall", 0.790, [](const Report& r) { return recall_of(r, "indirect"); }},
    {"said, not thought: F1", 0.860, [](const Report& r) { return r.speech.f1(); }},
    {"content to the letter", 0.935, [](const Report& r) { return r.exact_share(); }},
    {"the right name", 0.920, [](const Report& r) { return r.who_share(); }},
    {"named speech found with the right name", 0.820, [](const Report& r) { return r.who_recall(); }},
    {"day said: precision", 0.625, [](const Report& r) { return r.when.precision(); }},
    {"day said: recall", 0.785, [](const Report& r) { return r.when.recall(); }},
};
constexpr std::size_t kMostTrespasses = 0;

}  // namespace

TEST_CASE("the extractor is as right as it was", "[accuracy]") {
  Scorer scorer;
  for (const Extracted& one : extract_fixtures()) {
    REQUIRE(one.article.text == one.gold.text);
    scorer.add(one.gold, rows_of(one.article, one.statements));
  }
  const Report report = scorer.report();
  CHECK(report.articles >= 14);
  CHECK(report.all.gold >= 300);
  for (const Floor& floor : kFloors) {
    DYNAMIC_SECTION(floor.what) { CHECK(floor.measure(report) >= floor.least); }
  }
}

TEST_CASE("captions, headings, links and scare quotes are not taken for speech", "[accuracy]") {
  std::ifstream lines(kFixtures + "/gold/traps.tsv");
  std::string line;
  REQUIRE(std::getline(lines, line));
  std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>> traps;
  while (std::getline(lines, line)) {
    std::istringstream in(line);
    std::string article;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::getline(in, article, '\t');
    in >> start >> end;
    traps[article].emplace_back(start, end);
  }
  REQUIRE_FALSE(traps.empty());
  std::size_t trespasses = 0;
  std::string where;
  for (const Extracted& one : extract_fixtures()) {
    const CodePoints points(one.article.text);
    const Letters letters(one.article.text);
    for (const Statement& s : one.statements) {
      const LetterSet content = letters.of(s.content);
      for (const auto& [start, end] : traps[one.gold.name + ".txt"]) {
        const LetterSet trap = letters.of(Span{points.to_byte(start), points.to_byte(end)});
        if (2 * shared(content, trap) <= count(content)) continue;
        ++trespasses;
        where += one.gold.name + ": " + std::string(slice(one.article.text, s.content.front())) + "\n";
        break;
      }
    }
  }
  INFO(where);
  CHECK(trespasses <= kMostTrespasses);
}
