#include "ingest/records/front_matter.h"

#include <string>

#include "catch.h"
#include "ingest/dump.h"
#include "ingest/read.h"

using namespace onrecord;

namespace {

constexpr const char* kText =
    "The bridge will stay shut until the summer, the council said on Monday.\n\nNobody on the quay was surprised by that.\n";

Article read(const std::string& front) {
  auto article = read_article("report.md", front + kText, {});
  REQUIRE(article);
  return std::move(*article);
}

}  // namespace

TEST_CASE("front matter tells of the article and is no part of it", "[ingest]") {
  const Article article = read(
      "---\ntitle: \"Bridge: to stay shut\"\nauthor: Jo Penn; Mia Lund\nurl: https://post.example/a\nhostname: post.example\n"
      "sitename: Harbour Post\n"
      "date: '2026-03-04'\ndescription: >\n  A third\n  delay\ntags:\n  - bridges\n---\n");
  CHECK(test::dump_fields(article) ==
        "title=Bridge: to stay shut [front matter]; byline=Jo Penn; Mia Lund [front matter]; source=Harbour Post [front matter]; "
        "published=2026-03-04 [front matter]; url=https://post.example/a [front matter]");
  REQUIRE(article.blocks.size() == 3);
  CHECK(article.blocks[0].role == Role::Boilerplate);
  CHECK(slice(article.text, article.blocks[0].source_span).ends_with("bridges\n---"));
  CHECK(slice(article.text, article.blocks[1].source_span) == "The bridge will stay shut until the summer, the council said on Monday.");
  CHECK(read("---\r\ntitle: Shut\r\nauthors: [Jo Penn, \"Mia Lund\"]\r\n---\r\n").byline.value == "Jo Penn; Mia Lund");
  CHECK(read("---\ntitle: Shut\nauthors:\n- Jo Penn\n- Mia Lund\n---\n").byline.value == "Jo Penn; Mia Lund");
}

TEST_CASE("a line of dashes is no front matter by itself", "[ingest]") {
  for (const char* text : {
         "---\n\nThe bridge is shut.\n\n---\n",                  // rules around a paragraph
         "---\nReyes: The bridge is shut.\nPenn: It is not.\n---\n", // a transcript: none of the keys says what an article is
         "---\ntitle: Bridge\nThe bridge is shut.\n---\n",          // a line that is no key
         "---\ntitle: Bridge\n",                                     // never closed
         "-----\ntitle: Bridge\n-----\n",
       })
    DYNAMIC_SECTION(text) { CHECK_FALSE(find_front_matter(text)); }
}
