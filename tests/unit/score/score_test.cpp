#include "score/score.h"

#include <cmath>
#include <string>

#include "catch.h"
#include "score/letters.h"

using namespace onrecord;

namespace {

const std::string kText = "Reyes said the bridge is safe. Pym said it leaks. “No,” she said.";

Span find(std::string_view words) {
  const auto at = kText.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

ScoredRow row(std::string_view mention, std::string_view content, StatementKind kind = StatementKind::Indirect) {
  ScoredRow r;
  r.content = {find(content)};
  if (!mention.empty()) r.mention = {find(mention)};
  r.kind = kind;
  r.labelled = true;
  return r;
}

GoldArticle gold() {
  GoldArticle article{"a", "a.txt", kText, {row("Reyes", "the bridge is safe"), row("Pym", "it leaks"),
                                            row("she", "“No,”", StatementKind::Direct)}};
  article.rows[0].speaker = "Ana Reyes";
  article.rows[0].named = true;
  article.rows[0].said_on = "2026-03-03";
  article.rows[1].act = Act::Attitude;
  return article;
}

Report score(const std::vector<ScoredRow>& predicted) {
  Scorer scorer;
  scorer.add(gold(), predicted);
  return scorer.report();
}

}  // namespace

TEST_CASE("the gold itself scores full marks", "[score]") {
  const Report r = score(gold().rows);
  CHECK(r.articles == 1);
  CHECK(r.all.f1() == 1);
  CHECK(r.joint.f1() == 1);
  CHECK(r.quoted.f1() == 1);
  CHECK(r.speech.f1() == 1);
  CHECK(r.when.f1() == 1);
  CHECK(r.content_spans.f1() == 1);
  CHECK(r.exact_share() == 1);
  CHECK(r.who_recall() == 1);
  CHECK(r.by_kind.at("direct").gold == 1);
  CHECK(r.by_source_form.at("pronoun").recall() == 1);
}

TEST_CASE("nothing predicted finds nothing and divides by nothing", "[score]") {
  const Report r = score({});
  CHECK(r.all.gold == 3);
  CHECK(r.all.precision() == 0);
  CHECK(r.all.f1() == 0);
  CHECK(r.calibration_error == 0);
}

TEST_CASE("half of the union is a match, less is not", "[score]") {
  CHECK(score({row("Reyes", "the bridge is safe. Pym")}).all.found == 1);     // 15 of 18 letters
  CHECK(score({row("Reyes", "the bridge")}).all.found == 1);                  // 9 of 15
  CHECK(score({row("Reyes", "bridge")}).all.found == 0);                      // 6 of 15
  CHECK(score({row("Reyes", "the bridge is safe. Pym said it leaks. “No,” she said")}).all.found == 0);
}

TEST_CASE("marks and full stops at the edges do not matter", "[score]") {
  const Report r = score({row("Reyes", " the bridge is safe. "), row("she", "No", StatementKind::Direct)});
  CHECK(r.exact == 2);
}

TEST_CASE("one prediction finds one gold content, the best", "[score]") {
  const Report r = score({row("Reyes", "bridge is safe"), row("Reyes", "the bridge is safe")});
  CHECK(r.all.right == 1);
  CHECK(r.all.predicted == 2);
  CHECK(r.exact == 1);
}

TEST_CASE("a wrong mention spoils joint but not all", "[score]") {
  const Report wrong = score({row("Pym", "the bridge is safe")});
  CHECK(wrong.all.right == 1);
  CHECK(wrong.joint.right == 0);
  const Report none = score({row("", "the bridge is safe")});
  CHECK(none.joint.right == 0);
  CHECK(none.by_source_form.at("none").predicted == 1);
}

TEST_CASE("what was only thought is not speech", "[score]") {
  const Report r = score({row("Pym", "it leaks")});  // gold: attitude
  CHECK(r.all.right == 1);
  CHECK(r.speech.right == 0);
  CHECK(r.speech.predicted == 1);
  CHECK(r.speech.gold == 2);
}

TEST_CASE("who and when are counted over named and dated speech", "[score]") {
  ScoredRow got = row("Reyes", "the bridge is safe");
  got.speaker = "Luis Reyes";
  got.said_on = "2026-03-04";
  const Report r = score({got});
  CHECK(r.named_gold == 1);
  CHECK(r.who_strict == 0);
  CHECK(r.who_surname == 1);
  CHECK(r.when.predicted == 1);
  CHECK(r.when.right == 0);
  CHECK(r.when.gold == 1);
}

TEST_CASE("confidence is held against what came out right", "[score]") {
  std::vector<ScoredRow> sure = gold().rows;
  for (ScoredRow& s : sure) s.confidence = 1;
  CHECK(score(sure).calibration_error < 1e-6);
  sure[0].mention = {find("Pym")};
  CHECK(std::abs(score(sure).calibration_error - 1.0 / 3) < 1e-6);
}

TEST_CASE("what changed between two outputs", "[score]") {
  ScoredRow alarm = row("she", "said it");
  alarm.rule = "new-rule";
  const std::vector<ScoredRow> before = {row("Reyes", "the bridge is safe"), row("Reyes", "it leaks")};
  const std::vector<ScoredRow> after = {row("Pym", "it leaks"), row("she", "“No,”", StatementKind::Direct), alarm};
  std::string seen;
  for (const ScoreChange& c : compare(gold(), before, after)) seen += std::string(word_for(c.what)) + "[" + c.words + "] ";
  CHECK(seen == "lost[the bridge is safe] alarm new[said it] mention mended[it leaks] found[“No,”] ");
  CHECK(compare(gold(), before, before).empty());
}

TEST_CASE("letter sets are the same however they are cut", "[score]") {
  const Letters letters("ab cd, ef");
  CHECK(letters.of(std::vector<Span>{{3, 6}, {0, 3}}) == letters.of(Span{0, 6}));
  CHECK(count(letters.of(Span{0, 99})) == 6);
  CHECK(letters.of(Span{5, 7}).empty());
  CHECK(std::abs(overlap_of(letters.of(Span{0, 5}), letters.of(Span{3, 9})) - 2.0 / 6) < 1e-9);
}
