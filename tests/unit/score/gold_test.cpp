#include "score/gold.h"

#include "catch.h"

using namespace onrecord;

namespace {

std::vector<GoldArticle> one_article() { return {{"köln", "köln.txt", "Zoë said “nö, no”. She hopes to go.", {}}}; }

const std::string kRow =
    R"({"v":1,"article":"köln.txt","n":1,"kind":"direct","act":"statement","text":"“nö, no”","spans":[{"start":9,"end":17}],)"
    R"("cue":{"text":"said","start":4,"end":8},"mention":{"text":"Zoë","start":0,"end":3},)"
    R"("speaker":{"name":"Zoë Pym","kind":"person","unnamed":false},"said_on":"2026-03-03","within":null,"rule":null,"confidence":null})";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a contract line becomes a row with byte spans", "[score]") {
  const auto articles = one_article();
  auto rows = parse_rows("gold", kRow + "\n\n", articles);
  REQUIRE(rows);
  REQUIRE((*rows)["köln"].size() == 1);
  const ScoredRow& row = (*rows)["köln"].front();
  CHECK(slice(articles[0].text, row.content.front()) == "“nö, no”");
  CHECK(slice(articles[0].text, row.mention.front()) == "Zoë");
  CHECK(row.speaker == "Zoë Pym");
  CHECK(row.named);
  CHECK(row.said_on == "2026-03-03");
}

TEST_CASE("rows that are not scored are left out", "[score]") {
  const auto articles = one_article();
  for (const auto& [from, to] : {std::pair{R"("within":null)", R"("within":3)"},
                                 std::pair{R"("act":"statement")", R"("act":"no_comment")"},
                                 std::pair{R"("köln.txt")", R"("elsewhere.txt")"}}) {
    auto rows = parse_rows("gold", replaced(kRow, from, to), articles);
    REQUIRE(rows);
    CHECK((*rows)["köln"].empty());
  }
}

TEST_CASE("a line that cannot be trusted is refused with its place", "[score]") {
  const auto articles = one_article();
  struct Case {
    const char* from;
    const char* to;
    const char* message;
  };
  for (const Case& c : {Case{"“nö, no”", "“no, no”", "not \"“no, no”\""}, Case{R"("start":9)", R"("begin":9)", "start"},
                        Case{R"("spans")", R"("parts")", "no spans"}, Case{R"("article")", R"("file")", "article"},
                        Case{R"({"v")", R"({v)", "JSON"}}) {
    DYNAMIC_SECTION(c.to) {
      const auto rows = parse_rows("gold", kRow + "\n" + replaced(kRow, c.from, c.to), articles);
      REQUIRE_FALSE(rows);
      CHECK(rows.error().where == "gold:2");
      CHECK(rows.error().message.find(c.message) != std::string::npos);
    }
  }
}

TEST_CASE("standoff annotations become rows", "[score]") {
  const std::string text = "Zoë said “nö”, and Pym agreed it was so.";
  const std::string lines =
      "T1\tSource 0 3\tZoë\nT2\tCue 4 8\tsaid\nT3\tContent 9 13;28 37\t“nö” it was so\nT4\tAttribution 4 8\tsaid\n"
      "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nA1\tPolarity E1\nE2\tAttribution:T4 Content2:T9\n";
  const auto rows = parse_standoff(lines, text);
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0].content.size() == 2);
  CHECK(slice(text, rows[0].content[0]) == "“nö”");
  CHECK(slice(text, rows[0].mention.front()) == "Zoë");
  CHECK(rows[0].kind == StatementKind::Mixed);
  CHECK_FALSE(rows[0].labelled);
  CHECK(rows[1].content.empty());  // names a span that is not there
}

TEST_CASE("speakers are added to standoff by article and event", "[score]") {
  std::vector<GoldArticle> articles = {
      {"a", "", "Zoë said no.", parse_standoff("T1\tContent 9 11\tno\nE1\tX:T1 Content:T1\nE2\tX:T1 Content:T1\n", "Zoë said no.")}};
  add_speakers("a\tE1\tZoë Pym\tperson\t2026\tspeech\nother\tE1\tNobody\tperson\t\tspeech\na\tE2\tvoters\tgroup\t\tmind\n", articles);
  CHECK(articles[0].rows[0].speaker == "Zoë Pym");
  CHECK(articles[0].rows[0].named);
  CHECK(articles[0].rows[0].said_on == "2026");
  CHECK_FALSE(articles[0].rows[1].named);
  CHECK(articles[0].rows[1].act == Act::Attitude);
}

TEST_CASE("a folder that holds no gold is named", "[score]") {
  const auto missing = read_gold(ONRECORD_SOURCE_DIR "/no/such/folder");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::NotFound);
  const auto other = read_gold(ONRECORD_SOURCE_DIR "/fixtures/articles");
  REQUIRE_FALSE(other);
  CHECK(other.error().hint.find("NAME.jsonl") != std::string::npos);
}
