#include "export/statement_table.h"

#include <string>

#include "catch.h"

using namespace onrecord;

namespace {

Span in(const std::string& text, std::string_view words) {
  const std::size_t at = text.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Row quoted() {
  Row r;
  r.statement = {IdKind::Statement, 41};
  r.kind = StatementKind::Direct;
  r.speaker = "Ana Reyes";
  r.role = "transport chief";
  r.said_on = "2026-03-03";
  r.published_on = "2026-03-04";
  r.source = "Harbour Post";
  r.also_in = 3;
  r.confidence = 0.97;
  r.context = "“The bridge will open when it is safe, and\nnot before,” she told";
  r.words = "“The bridge will open when it is safe, and\nnot before,”";
  r.context_content = {in(r.context, r.words)};
  r.context_cue = in(r.context, "told");
  r.context_mention = in(r.context, "she");
  r.cue = "told";
  r.addressee = "reporters";
  return r;
}

std::string table_of(const Row& row, std::size_t columns) {
  Buffer out;
  StatementTable table({columns, false}, out);
  table.row(row);
  return std::string(out.view());
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    std::size_t characters = 0;
    for (std::size_t i = at; i < end; ++i) characters += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1 : 0;
    widest = std::max(widest, characters);
    at = end + 1;
  }
  return widest;
}

}  // namespace

TEST_CASE("a statement on 80 columns", "[export]") {
  CHECK(table_of(quoted(), 80) ==
        "ID    SAID         SPEAKER           WORDS\n"
        "s41   2026-03-03   Ana Reyes         “The bridge will open when it is safe, and\n"
        "                   transport chief   not before,” she told reporters\n"
        "                                     Harbour Post, 4 Mar · also in 3 papers\n");
}

TEST_CASE("a statement on 200 columns has its source beside it", "[export]") {
  const std::string table = table_of(quoted(), 200);
  CHECK(table.find("WHERE") != std::string::npos);
  CHECK(table.find("“The bridge will open when it is safe, and not before,” she told reporters") != std::string::npos);
  CHECK(table.find("Harbour Post, 4 Mar · also in 3") != std::string::npos);
}

TEST_CASE("no line is wider than the terminal", "[export]") {
  Row r = quoted();
  r.speaker = "Her Excellency Maximiliana Featherstonehaugh-Cholmondeley";
  r.role = "permanent under-secretary of state for bridges";
  r.source = "The Very Long Name of a Regional Newspaper and Advertiser";
  for (const std::size_t columns : {60U, 80U, 100U, 119U, 120U, 160U, 200U}) CHECK(widest_line(table_of(r, columns)) <= columns);
}

TEST_CASE("words in their context", "[export]") {
  Row r;
  r.confidence = 1;
  SECTION("a name in front is what the speaker's column says") {
    r.context = "Ana Reyes said that repairs would cost “far less”";
    r.words = "that repairs would cost “far less”";
    r.context_mention = in(r.context, "Ana Reyes");
    r.context_cue = in(r.context, "said");
    r.context_content = {in(r.context, r.words)};
    CHECK(words_in_context(r) == "said that repairs would cost “far less”");
  }
  SECTION("a long stretch between is left out") {
    r.context = "Ana Reyes, who has run the city's transport for eleven years and three mayors, said that it was safe";
    r.words = "that it was safe";
    r.context_mention = in(r.context, "Ana Reyes");
    r.context_content = {in(r.context, r.words)};
    r.context_cue = in(r.context, "said");
    CHECK(words_in_context(r) == "said that it was safe");
  }
  SECTION("a split quotation stays in its order") {
    r.context = "“No,” he said, “not yet.”";
    r.words = "“No,” “not yet.”";
    r.context_content = {in(r.context, "“No,”"), in(r.context, "“not yet.”")};
    r.context_cue = in(r.context, "said");
    r.context_mention = in(r.context, "he");
    CHECK(words_in_context(r) == "“No,” he said, “not yet.”");
  }
  SECTION("a speech act: the cue, then what it is about") {
    r.act = Act::SpeechAct;
    r.context = "Officials blamed the storm";
    r.words = "the storm";
    r.cue = "blamed";
    r.context_content = {in(r.context, "the storm")};
    CHECK(words_in_context(r) == "blamed › the storm");
  }
  SECTION("words that stand in no article") {
    r.words = "We will sue.";
    CHECK(words_in_context(r) == "We will sue.");
  }
}

TEST_CASE("the legend explains the marks that were printed and no others", "[export]") {
  Buffer out;
  StatementTable table({80, false}, out);
  table.row(quoted());
  CHECK(table.legend().empty());
  Row r = quoted();
  r.said_on.clear();
  r.dated_by_publication = true;
  r.confidence = 0.4;
  table.row(r);
  CHECK(table.legend() == "~ published, day said unknown. ? confidence < .6");
  const std::string text(out.view());
  CHECK(text.find("~2026-03-04") != std::string::npos);
  CHECK(text.find("?\n") != std::string::npos);
}

TEST_CASE("very long words are cut in a table", "[export]") {
  Row r = quoted();
  r.context.clear();
  r.words.clear();
  for (int i = 0; i < 400; ++i) r.words += "word ";
  const std::string table = table_of(r, 80);
  CHECK(table.find("…") != std::string::npos);
  CHECK(table.size() < 1500);
}

TEST_CASE("where it was printed, with the year only where it is another", "[export]") {
  Row r = quoted();
  r.also_in = 0;
  CHECK(source_line(r) == "Harbour Post, 4 Mar");
  r.said_on = "2025-12-30";
  CHECK(source_line(r) == "Harbour Post, 4 Mar 2026");
  r.published_on = "2026-03";
  CHECK(source_line(r) == "Harbour Post, Mar 2026");
  r.published_on.clear();
  CHECK(source_line(r) == "Harbour Post");
  r.via_speaker = "Ivor Blythe";
  CHECK(source_line(r) == "Harbour Post · via Ivor Blythe");
}
