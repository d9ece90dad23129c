#include "ingest/records/read_many.h"

#include <string>

#include "catch.h"
#include "ingest/dump.h"

using namespace onrecord;

namespace {

// One line a record: "where|name|fields|first block", or "where|error".
std::string dump(std::string_view bytes, ManyKind kind, const char* map = "", std::uint64_t from = 1,
                 std::size_t largest = std::size_t{1} << 20U) {
  auto mapping = parse_field_mapping(map);
  REQUIRE(mapping);
  std::string out;
  const auto result = read_articles("crawl", bytes, {}, {kind, *mapping, from, largest}, [&](ReadRecord&& record) {
    if (record.article) {
      out += record.where + "|" + record.article->name + "|" + test::dump_fields(*record.article) + "|" +
             std::string(slice(record.article->text, record.article->blocks.front().source_span)) + "\n";
    } else {
      out += "! " + record.article.error().text() + "\n";
    }
    return true;
  });
  return result ? out : "refused: " + result.error().text();
}

}  // namespace

TEST_CASE("JSON lines, each known export by itself", "[ingest]") {
  CHECK(dump(R"({"title": "Bridge shut", "author": "Ana Reyes", "date": "2014-10-29", "text": "It is shut.\nFor good.",)"
             R"( "source": "https://example.org/a", "source-hostname": "Harbour Post", "language": "en"})"
             "\n", ManyKind::JsonLines) ==
        "crawl:1|crawl:1|title=Bridge shut [record]; byline=Ana Reyes [record]; source=Harbour Post [record]; published=2014-10-29 "
        "[record]; url=https://example.org/a [record]; language=en [record]|It is shut.\n");
  CHECK(dump(R"({"title": "Bridge shut", "authors": ["Ana Reyes", "John Doe"], "date_publish": "2014-10-29 08:00:00",)"
             R"( "maintext": "It is shut.", "url": "https://example.org/a", "source_domain": "example.org"})",
             ManyKind::JsonLines) ==
        "crawl:1|crawl:1|title=Bridge shut [record]; byline=Ana Reyes; John Doe [record]; source=example.org [record]; "
        "published=2014-10-29 [record]; url=https://example.org/a [record]|It is shut.\n");
  CHECK(dump(R"({"article": "a-17", "text": "It is shut.", "published": "2014-10"})", ManyKind::JsonLines) ==
        "crawl:1|a-17|published=2014-10 [record]|It is shut.\n");
  CHECK(dump(R"({"text": "", "html": "<html><body><p>The council put off the opening of the bridge on Monday, and the mayor)"
             R"( said that she would rather wait for a safe one.</p></body></html>"})", ManyKind::JsonLines) ==
        "crawl:1|crawl:1||The council put off the opening of the bridge on Monday, and the mayor said that she would rather wait for a "
        "safe one.\n");
}

TEST_CASE("a record's text is taken apart as a file of it is", "[ingest]") {
  const std::string text =
      "Bridge to stay shut\\n\\nThe council hopes for a cheaper plan before the summer\\n\\nBy Ana Reyes\\n\\n"
      "The council put off the opening on Monday, and the mayor said that she would rather wait for a safe one. Nobody knows how long.";
  const auto result = read_articles("crawl", "{\"text\": \"" + text + "\"}", {}, {}, [&](ReadRecord&& record) {
    REQUIRE(record.article);
    CHECK(record.article->title.value == "Bridge to stay shut");
    CHECK(record.article->subtitle.value == "The council hopes for a cheaper plan before the summer");
    CHECK(record.article->byline.value == "Ana Reyes");
    return true;
  });
  CHECK(result);
}

TEST_CASE("a bad record is named and passed by", "[ingest]") {
  CHECK(dump("{\"text\": \"One.\"}\n{\"text\": \n\n[1]\n{\"title\": \"No text\"}\n{\"text\": \"a\\u0000b\"}\n{\"text\": \"Two.\"}\n",
             ManyKind::JsonLines) ==
        "crawl:1|crawl:1||One.\n"
        "! crawl:2: no valid JSON; mend the line or leave it out; the others are read\n"
        "! crawl:4: not a JSON object; each line holds one article: {\"text\": \"…\", \"title\": \"…\"}\n"
        "! crawl:5: the record has no text; say which key or column holds it: --map text=NAME\n"
        "! crawl:6: a NUL byte at byte 1: binary, not text; give the article as text or HTML\n"
        "crawl:7|crawl:7||Two.\n");
  CHECK(dump("{\"text\": \"" + std::string(2000, 'a') + "\"}\n{\"text\": \"Two.\"}", ManyKind::JsonLines, "", 1, 1000) ==
        "! crawl:1: larger than 0 MB; split it into articles\ncrawl:2|crawl:2||Two.\n");
  CHECK(dump("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", ManyKind::JsonLines, "", 2) == "crawl:2|crawl:2||Two.\n");
  CHECK(dump("", ManyKind::JsonLines).empty());
}

TEST_CASE("a mapping says which key is which", "[ingest]") {
  CHECK(dump(R"({"inhalt": "It is shut.", "tag": "2014-10-29", "text": "not this"})", ManyKind::JsonLines, "text=inhalt,published=tag") ==
        "crawl:1|crawl:1|published=2014-10-29 [record]|It is shut.\n");
  for (const char* wrong : {"text", "=body", "text=", "words=body", "text=body,,"}) {
    DYNAMIC_SECTION(wrong) {
      const auto refused = parse_field_mapping(wrong);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().code == ErrorCode::Usage);
    }
  }
}

TEST_CASE("names of keys and columns in any case", "[ingest]") {
  CHECK(dump("Publication Date,Article Body,Headline\n2014-10-29,It is shut.,Bridge\n", ManyKind::Csv) ==
        "crawl:2|crawl:2|title=Bridge [record]; published=2014-10-29 [record]|It is shut.\n");
  CHECK(dump(R"({"Headline": "Bridge", "Text": "It is shut."})", ManyKind::JsonLines) ==
        "crawl:1|crawl:1|title=Bridge [record]|It is shut.\n");
  CHECK(dump("Body,when\nIt is shut.,2014-10-29\n", ManyKind::Csv, "text=body,published=When") ==
        "crawl:2|crawl:2|published=2014-10-29 [record]|It is shut.\n");
  // The name as it is written wins over one that is nearly the same.
  CHECK(dump("TEXT,text\nnot this,It is shut.\n", ManyKind::Csv) == "crawl:2|crawl:2||It is shut.\n");
  // Near misses: a longer name; a column that is mapped to one part and usual for another.
  CHECK(dump("texts,x\na,b\n", ManyKind::Csv).starts_with("refused: crawl: no column holds the text"));
  CHECK(dump("Article,title\nIt is shut.,Bridge\n", ManyKind::Csv, "text=Article") ==
        "crawl:2|crawl:2|title=Bridge [record]|It is shut.\n");
}

TEST_CASE("records in UTF-16 are refused with the remedy", "[ingest]") {
  const std::string_view sheet("\xFF\xFEt\0e\0x\0t\0\n\0a\0", 14);
  for (const ManyKind kind : {ManyKind::Csv, ManyKind::Tsv, ManyKind::Json, ManyKind::JsonLines})
    CHECK(dump(sheet, kind) ==
          "refused: crawl: its encoding is UTF-16, records are read in UTF-8; convert it: iconv -f UTF-16 -t UTF-8 FILE");
}

TEST_CASE("CSV with line breaks, marks and separators inside fields", "[ingest]") {
  CHECK(dump("title,text,date\r\n\"Bridge, shut\",\"It is \"\"shut\"\".\nFor good.\",2014-10-29\r\nTwo,Open again.,\r\n", ManyKind::Csv) ==
        "crawl:2|crawl:2|title=Bridge, shut [record]; published=2014-10-29 [record]|It is \"shut\".\ncrawl:4|crawl:4|title=Two "
        "[record]|Open again.\n");
  CHECK(dump("\xEF\xBB\xBFtext;title\nA;B\n\nC;D\n", ManyKind::Csv) ==
        "crawl:2|crawl:2|title=B [record]|A\ncrawl:4|crawl:4|title=D [record]|C\n");
  CHECK(dump("text\ttitle\nA, b\tB\n", ManyKind::Tsv) == "crawl:2|crawl:2|title=B [record]|A, b\n");
  CHECK(dump("body,title\nA,B\n", ManyKind::Csv, "text=title") == "crawl:2|crawl:2||B\n");
}

TEST_CASE("CSV that cannot be read says why", "[ingest]") {
  CHECK(dump("", ManyKind::Csv) == "refused: crawl: empty: there is no header; the first row names the columns: text,title,published,…");
  CHECK(dump("name,when\na,b\n", ManyKind::Csv) ==
        "refused: crawl: no column holds the text; say which: --map text=COLUMN; its columns: name, when");
  CHECK(dump("text,title\na,b\n", ManyKind::Csv, "text=body") == "refused: crawl: no column \"body\" for text; its columns: text, title");
  CHECK(dump("text,title\na\nb,c\n\"d,e\n", ManyKind::Csv) ==
        "! crawl:2: 1 fields where the header has 2; mend the row; the others are read\ncrawl:3|crawl:3|title=c [record]|b\n! crawl:4: a "
        "quotation mark is never closed; mend the row; the others are read\n");
}

TEST_CASE("a list of objects, or one", "[ingest]") {
  CHECK(dump("[{\"text\": \"One.\"},\n{\"text\": \"Two.\"}]", ManyKind::Json) == "crawl:1|crawl:1||One.\ncrawl:2|crawl:2||Two.\n");
  CHECK(dump("{\"text\": \"One.\"}", ManyKind::Json) == "crawl:1|crawl:1||One.\n");
  CHECK(dump("{", ManyKind::Json).starts_with("refused: crawl: no valid JSON"));
}

TEST_CASE("names tell what an input holds", "[ingest]") {
  CHECK(many_kind_of("a/crawl.JSONL") == ManyKind::JsonLines);
  CHECK(many_kind_of("crawl.csv.gz") == ManyKind::Csv);
  CHECK(many_kind_of("crawl.json") == ManyKind::Json);
  CHECK_FALSE(many_kind_of("page.html"));
  CHECK_FALSE(many_kind_of("csv"));
}

TEST_CASE("exports as they come out of other programs", "[ingest]") {
  // trafilatura's CSV has no header; nothing is "null".
  CHECK(dump("https://post.example/a\tnull\t4fbbe9e6\tpost.example\tBridge, shut\tnull\t2014-10-29\t\"It is \"\"shut\"\".\nFor "
             "good.\"\tnull\tnull\twebsite\n"
             "https://post.example/b\tnull\t4fbbe9e7\tpost.example\tOpen\tnull\tnull\tOpen again.\tnull\tnull\tnull\n",
             ManyKind::Csv) ==
        "crawl:1|4fbbe9e6|title=Bridge, shut [record]; source=post.example [record]; published=2014-10-29 [record]; "
        "url=https://post.example/a [record]|It is \"shut\".\n"
        "crawl:3|4fbbe9e7|title=Open [record]; source=post.example [record]; url=https://post.example/b [record]|Open again.\n");
  // Near miss: eleven columns of something else.
  CHECK(dump("a\tb\tc\td\te\tf\tg\th\ti\tj\tk\n", ManyKind::Csv).starts_with("refused: crawl: no column holds the text"));
  // newspaper's lists, as Python prints them, and the site in source_url.
  CHECK(dump("url,authors,publish_date,text,source_url\nhttps://post.example/a,\"['Ana Reyes', \"\"Joel "
             "O'Marsh\"\"]\",2014-10-29T00:00:00,It is shut.,https://www.post.example\n",
             ManyKind::Csv) ==
        "crawl:2|crawl:2|byline=Ana Reyes; Joel O'Marsh [record]; source=post.example [record]; published=2014-10-29 [record]; "
        "url=https://post.example/a [record]|It is shut.\n");
  // Near miss: a source_url that leads to the article.
  CHECK(dump(R"({"text": "It is shut.", "source_url": "https://post.example/a"})", ManyKind::JsonLines) ==
        "crawl:1|crawl:1|url=https://post.example/a [record]|It is shut.\n");
  CHECK(dump(R"({"authors": [], "date_publish": "None", "maintext": "It is shut.", "text": null, "source_domain": "www.post.example"})",
             ManyKind::JsonLines) == "crawl:1|crawl:1|source=post.example [record]|It is shut.\n");
}

TEST_CASE("JSON lines under a name that ends in .json", "[ingest]") {
  CHECK(dump("{\"text\": \"One.\"}\n{\"text\": \n{\"text\": \"Two.\"}\n", ManyKind::Json) ==
        "crawl:1|crawl:1||One.\n! crawl:2: no valid JSON; mend the line or leave it out; the others are read\ncrawl:3|crawl:3||Two.\n");
  CHECK(dump("{\"text\":\n\"One.\"\n", ManyKind::Json).starts_with("refused: crawl: no valid JSON"));
}

TEST_CASE("what a record states wins, and what its text says is kept", "[ingest]") {
  const auto result = read_articles(
      "crawl", std::string_view(R"({"title": "Stated", "text": "Bridge shut\n\nBy Ana Reyes\n\nIt is shut, the council said on Monday."})"),
      {}, {}, [](ReadRecord&& record) {
        REQUIRE(record.article);
        std::string all;
        for (const FieldCandidate& c : record.article->candidates)
          all += c.field + "=" + c.value + "[" + c.origin + "]" + (c.won ? "! " : " ");
        CHECK(all == "title=Stated[record]! title=Bridge shut[text] byline=Ana Reyes[text]! ");
        return true;
      });
  CHECK(result);
}
