#include "ingest/plain/plain_text.h"

#include <algorithm>
#include <string>

#include "catch.h"
#include "ingest/dump.h"
#include "ingest/read.h"

using namespace onrecord;
using onrecord::test::dump_blocks;
using onrecord::test::dump_fields;

namespace {

Article read(std::string_view text, const GivenMetadata& given = {}, std::string_view name = "report.txt") {
  auto article = read_article(name, text, given);
  REQUIRE(article);
  return std::move(*article);
}

constexpr const char* kHarbour =
  "Envoy offered a visit to Velland\n\nAna Reyes\nThe closed country offers a first visit in return for a softer text\n\n"
  "RARE OFFER. Envoy Marta Lindqvist meets the press. Photo by Ana Reyes/Harbour Post\n\n"
  "PORTWELL – Velland has offered the envoy a visit, the first in thirty years of refusals and silence.\n\n"
  "“They laid it out in one breath,” Lindqvist said on Tuesday. (READ: What the text says)\n\n"
  "‘A separate matter’\n\n"
  "Lindqvist said that the visit must stand alone.\n\n"
  "“There are initiatives but also reversals.” – HarbourPost.com\n\n"
  "Ana Reyes is a 2014 fellow of the Harbour School.\n\n"
  "Add a comment\n\nThere are no comments yet.";

}  // namespace

TEST_CASE("a report as it comes off the web", "[ingest]") {
  const Article article = read(kHarbour);
  CHECK(dump_blocks(article) ==
        "title|Envoy offered a visit to Velland\n"
        "byline|Ana Reyes\n"
        "subtitle|The closed country offers a first visit in return for a softer text\n"
        "caption|RARE OFFER. Envoy Marta Lindqvist meets the press. Photo by Ana Reyes/Harbour Post\n"
        "p|PORTWELL – Velland has offered the envoy a visit, the first in thirty years of refusals and silence.\n"
        "p|“They laid it out in one breath,” Lindqvist said on Tuesday.\n"
        "link|(READ: What the text says)\n"
        "heading|‘A separate matter’\n"
        "p|Lindqvist said that the visit must stand alone.\n"
        "p|“There are initiatives but also reversals.”\n"
        "signature|– HarbourPost.com\n"
        "signature|Ana Reyes is a 2014 fellow of the Harbour School.\n"
        "page|Add a comment\n"
        "page|There are no comments yet.\n");
  CHECK(dump_fields(article) ==
        "title=Envoy offered a visit to Velland [text]; byline=Ana Reyes [text]; dateline=PORTWELL [text]; source=Harbour Post [text]");
  CHECK(slice(article.text, article.dateline.source_span) == "PORTWELL");
  CHECK(slice(article.text, article.byline.source_span) == "Ana Reyes");
}

TEST_CASE("the layout is found: one paragraph a line, wrapped, indented, any line end", "[ingest]") {
  struct Row { const char* name; const char* text; const char* want; };
  static constexpr Row kRows[] = {
    {"one paragraph a line",
     "Council delays the bridge\nBy Ana Reyes\nThe council put off the opening of the bridge on Monday.\n“We will wait,” the mayor said.\n"
     "Residents left the hall before the vote was over.\n",
     "title|Council delays the bridge\nbyline|By Ana Reyes\np|The council put off the opening of the bridge on Monday.\np|“We will wait,” "
     "the mayor said.\np|Residents left the hall before the vote was over.\n"},
    {"hard-wrapped with blank lines",
     "Council delays the bridge\n\nThe council put off the opening of the bridge on Monday, and the mayor\nsaid that she would rather wait "
     "for a safe bridge than cut a ribbon on a\nbad one.\n\n“We will wait,” the mayor said. “And when it is done it will be done as\nit "
     "should have been done.”\n",
     "title|Council delays the bridge\np|The council put off the opening of the bridge on Monday, and the mayor~said that she would "
     "rather wait for a safe bridge than cut a ribbon on a~bad one.\n"
     "p|“We will wait,” the mayor said. “And when it is done it will be done as~it should have been done.”\n"},
    {"hard-wrapped, paragraphs indented",
     "   The council put off the opening of the bridge on Monday, and the mayor\nsaid that she would rather wait for a safe bridge than "
     "cut a ribbon on a\nbad one.\n   “We will wait,” the mayor said. “And when it is done it will be done as\nit should have been done, "
     "by people who know how it is done.”\n",
     "p|The council put off the opening of the bridge on Monday, and the mayor~said that she would rather wait for a safe bridge than cut "
     "a ribbon on a~bad one.\n"
     "p|“We will wait,” the mayor said. “And when it is done it will be done as~it should have been done, by people who know how it is "
     "done.”\n"},
    {"CRLF", "Council delays the bridge\r\n\r\nThe council put off the opening on Monday.\r\n\r\n“We will wait,” she said.\r\n",
     "title|Council delays the bridge\np|The council put off the opening on Monday.\np|“We will wait,” she said.\n"},
    {"carriage returns alone", "Council delays the bridge\r\rThe council put off the opening on Monday.\r\r“We will wait,” she said.\r",
     "title|Council delays the bridge\np|The council put off the opening on Monday.\np|“We will wait,” she said.\n"},
    {"form feeds and tabs", "\tCouncil delays the bridge\n\n\fThe council put off the opening on Monday.\n\n\t“We will wait,” she said.",
     "title|Council delays the bridge\np|The council put off the opening on Monday.\np|“We will wait,” she said.\n"},
    {"a line cut in the middle of a sentence",
     "Council delays the bridge\n\nThe council put off the opening of the long bridge on\nmonday, and nobody came.\n\n"
     "“We will wait,” she said.",
     "title|Council delays the bridge\np|The council put off the opening of the long bridge on~monday, and nobody came.\n"
     "p|“We will wait,” she said.\n"},
    {"verse and lists are not headings",
     "The council met on Monday and heard the mayor for two hours.\n\nMilk\n\nBread\n\nTwo fish\n\nThe rest was left.",
     "p|The council met on Monday and heard the mayor for two hours.\np|Milk\np|Bread\np|Two fish\np|The rest was left.\n"},
    {"a transcript",
     "The hearing on Monday went as follows, by the clerk's notes.\n\nREYES: Yes.\n\nLINDQVIST: Never.\n\nTHE CHAIR: Thank you.",
     "p|The hearing on Monday went as follows, by the clerk's notes.\np|REYES: Yes.\np|LINDQVIST: Never.\np|THE CHAIR: Thank you.\n"},
    {"list items and quoted lines",
     "Council delays the bridge\n\nThe council heard of three faults in the deck on Monday.\n\n- Rust\n\n• Cracks, the mayor said\n\n"
     "> We are late.\n\nThat was all.",
     "title|Council delays the bridge\np|The council heard of three faults in the deck on Monday.\nitem|- Rust\n"
     "item|• Cracks, the mayor said\nquote|> We are late.\np|That was all.\n"},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.name) { CHECK(dump_blocks(read(row.text)) == row.want); }
}

TEST_CASE("speech is not lost to other roles", "[ingest]") {
  struct Row { const char* name; const char* text; const char* want; };
  static constexpr Row kRows[] = {
    {"a first sentence that reports is no title", "The bridge will stay shut, the mayor said on Monday.\n\nShe gave no date.\n",
     "p|The bridge will stay shut, the mayor said on Monday.\np|She gave no date.\n"},
    {"a quotation alone",
     "Council delays the bridge\n\nThe council met.\n\n“We will wait.”\n\n‘We will wait,’ she said.\n\nThe end came late.",
     "title|Council delays the bridge\np|The council met.\np|“We will wait.”\np|‘We will wait,’ she said.\np|The end came late.\n"},
    {"a paragraph that ends in a credit-like word",
     "Council delays the bridge\n\nThe mayor held up a photo: “This,” she said, “is the file photo they used.”",
     "title|Council delays the bridge\np|The mayor held up a photo: “This,” she said, “is the file photo they used.”\n"},
    {"a link in the middle of a sentence", "Council delays the bridge\n\nThe mayor (READ: her life) said no. More came.",
     "title|Council delays the bridge\np|The mayor (READ: her life) said no. More came.\n"},
    {"a link between two sentences", "Council delays the bridge\n\nThe mayor said no. (READ: Her life) “More will come,” she said.",
     "title|Council delays the bridge\np|The mayor said no.\nlink|(READ: Her life)\np|“More will come,” she said.\n"},
    {"a question and answer", "The paper asked the mayor four things on Monday at the harbour.\n\nDid you see her?\n\nI did.\n",
     "p|The paper asked the mayor four things on Monday at the harbour.\np|Did you see her?\np|I did.\n"},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.name) { CHECK(dump_blocks(read(row.text)) == row.want); }
}

TEST_CASE("metadata is read where the text gives it", "[ingest]") {
  const std::string body =
      "The council put off the opening of the bridge on Monday, after a long debate.\n\nNobody spoke against it, and the hall was empty by "
      "nine.\n\nThe bridge has been shut since May.\n\n";
  struct Row { const char* name; std::string text; const char* file; const char* want; };
  const Row rows[] = {
    {"published line", "Council delays the bridge\n\nPublished on 29 October 2014\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; published=2014-10-29 [text]"},
    {"published beats the file's name", "Council delays the bridge\n\nPUBLISHED 9:20 PM, October 28, 2014\n\n" + body, "2015-01-01.txt",
     "title=Council delays the bridge [text]; published=2014-10-28 [text]"},
    {"updated is not published", "Council delays the bridge\n\nUpdated October 30, 2014\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]"},
    {"published and updated", "Council delays the bridge\n\nUpdated: 30 October 2014 | Published: 28 October 2014\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; published=2014-10-28 [text]"},
    {"a bare date line", "Council delays the bridge\nOct. 4, 2016 | 10:02 am\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; published=2016-10-04 [text]"},
    {"byline with date", "Council delays the bridge\nBy Ana Reyes | 4 October 2016\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; byline=Ana Reyes [text]; published=2016-10-04 [text]"},
    {"at the end", "Council delays the bridge\n\n" + body + "Published by Harbour Post\n\nPublished on October 29, 2014", "a.txt",
     "title=Council delays the bridge [text]; source=Harbour Post [text]; published=2014-10-29 [text]"},
    {"copyright", "Council delays the bridge\n\n" + body + "© 2014 Harbour Post. All rights reserved.", "a.txt",
     "title=Council delays the bridge [text]; source=Harbour Post [text]"},
    {"an agency is no source", "Council delays the bridge\n\n" + body + "© 2014 AFP", "a.txt",
     "title=Council delays the bridge [text]; agency=AFP [text]"},
    {"dateline with agency and year", "Council delays the bridge\n\nPORTWELL, Oct. 3, 2014 (Reuters) - " + body, "a.txt",
     "title=Council delays the bridge [text]; dateline=PORTWELL, Oct. 3, 2014 (Reuters) [text]; agency=Reuters [text]; "
     "published=2014-10-03 [text]"},
    {"a date in the running text is none", "Council delays the bridge\n\nOn 29 October 2014 the council met. " + body, "a.txt",
     "title=Council delays the bridge [text]"},
    {"masthead and date", "HARBOUR TIMES\nFriday 3 October 2014\n\nCouncil delays the bridge\n\nAna Reyes\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; byline=Ana Reyes [text]; source=Harbour Times [text]; published=2014-10-03 [text]"},
    {"paper under the byline", "Council delays the bridge\n\nBy Ana Reyes\nThe Long Tide\nOct. 3, 2014\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; byline=Ana Reyes [text]; source=The Long Tide [text]; published=2014-10-03 [text]"},
    {"paper in the byline", "Council delays the bridge\n\nBy Ana Reyes, court reporter, Harbour Post\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; byline=Ana Reyes [text]; source=Harbour Post [text]"},
    {"name and place", "Council delays the bridge\n\nAna Reyes at Mill Lane\n\n" + body, "a.txt",
     "title=Council delays the bridge [text]; byline=Ana Reyes [text]"},
    {"a paper in a title is no masthead", "Harbour Post staff to strike\n\n" + body, "a.txt", "title=Harbour Post staff to strike [text]"},
    {"the file's name", "Council delays the bridge\n\n" + body, "post_2016-10-04_bridge.txt",
     "title=Council delays the bridge [text]; published=2016-10-04 [file name]"},
  };
  for (const Row& row : rows) DYNAMIC_SECTION(row.name) { CHECK(dump_fields(read(row.text, {}, row.file)) == row.want); }
}

TEST_CASE("what a person gives wins", "[ingest]") {
  const Article article = read(kHarbour, {"Another title", "John Doe", "Coast Wire", "2014-10", "https://example.org/a"});
  CHECK(dump_fields(article) ==
        "title=Another title [option]; byline=John Doe [option]; dateline=PORTWELL [text]; source=Coast Wire [option]; published=2014-10 "
        "[option]; url=https://example.org/a [option]");
  for (const char* wrong : {"29 October", "2014-02-30", "tomorrow", "2014-10-29x"}) {
    GivenMetadata given;
    given.published = wrong;
    const auto refused = read_article("a.txt", kHarbour, given);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::BadInput);
    CHECK(refused.error().text() == "a.txt: \"" + std::string(wrong) + "\" is no date; write it as 2014-10-29, 2014-10 or 2014");
  }
}

TEST_CASE("errors name the input", "[ingest]") {
  const auto refused = read_article("notes/a.txt", "", {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::BadInput);
  CHECK(refused.error().where == "notes/a.txt");
}

TEST_CASE("blocks stand in order, apart, trimmed and on characters", "[ingest]") {
  std::string lines;
  for (int i = 0; i < 100000; ++i) lines += "ab\n";
  const std::string samples[] = {kHarbour, std::string(300000, '\n') + "x", std::string(5000000, 'a'), lines, "é",
                                 "(READ: a) (READ: b) (READ: c)", std::string(200000, '('), std::string(100000, '-'), "– x\n– x\n\n– x",
                                 "\xC2\xA0\n\xE2\x80\xA8The end.\xC2\xA0\xC2\xA0\n", std::string(50000, '>') + " a", "Photo by", "by",
                                 "By \n\nBy \n\nBy "};
  for (const std::string& text : samples) {
    const Article article = read(text);
    CHECK(article.text == text);
    std::uint32_t end = 0;
    bool sound = true;
    for (const Block& block : article.blocks) {
      const std::string_view words = slice(article.text, block.source_span);
      sound = sound && block.source_span.begin >= end && !words.empty() && (static_cast<unsigned char>(words.front()) & 0xC0U) != 0x80U;
      end = block.source_span.end;
    }
    CHECK(sound);
    CHECK_FALSE(article.blocks.empty());
  }
}
