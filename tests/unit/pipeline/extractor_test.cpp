// A title that stands outside the text is read with it: its statements, and the names that it gives.
#include "onrecord/extract.h"

#include "catch.h"

using namespace onrecord;

namespace {

Article titled(const std::string& title, const std::string& body) {
  const auto article = read_article("a.html", "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" +
                                                  body + "</p><p>The town met on Monday, and few came to it.</p></article></body></html>",
                                    {});
  REQUIRE(article);
  REQUIRE(article->title.value == title);
  REQUIRE(article->title.source_span.empty());
  return *article;
}

// "title|Ana Reyes|words" a statement, joined by spaces.
std::string rows(const Article& article) {
  Extractor extractor;
  std::string out;
  for (const Statement& s : extractor.extract(article)) {
    if (s.within >= 0) continue;
    const std::string& ground = s.place == Place::Title ? article.title.value : article.text;
    out += out.empty() ? "" : " / ";
    out += s.place == Place::Title ? "title|" : "body|";
    out.append(s.speaker ? s.speaker->name : "?").append("|").append(slice(ground, s.content.front()));
  }
  return out;
}

}  // namespace

TEST_CASE("a headline outside the text gives statements of its own", "[extract]") {
  CHECK(rows(titled("Reyes says bridge will close", "Ana Reyes told traders on Sunday that the bridge is unsafe.")) ==
        "title|Ana Reyes|bridge will close / body|Ana Reyes|that the bridge is unsafe");
  CHECK(rows(titled("Bridge to close in May", "Ana Reyes told traders on Sunday that the bridge is unsafe.")) ==
        "body|Ana Reyes|that the bridge is unsafe");
}

TEST_CASE("a title that was given takes the place of the text's own", "[extract]") {
  GivenMetadata given;
  given.title = "Reyes says bridge will close";
  const auto article = read_article(
      "a.txt", "Doe says bridge stays open\n\nAna Reyes told traders on Sunday that the bridge is unsafe. It was late.\n", given);
  REQUIRE(article);
  REQUIRE(article->title.source_span.empty());
  CHECK(rows(*article) == "title|Ana Reyes|bridge will close / body|Ana Reyes|that the bridge is unsafe");
}

TEST_CASE("a name that only the headline gives in full", "[extract]") {
  CHECK(rows(titled("Bridge to close in May, Ana Reyes promises", "The bridge is unsafe, Reyes told traders on Sunday."))
            .ends_with("body|Ana Reyes|The bridge is unsafe"));
  CHECK(rows(titled("Bridge to close in May", "The bridge is unsafe, Reyes told traders on Sunday.")) == "body|Reyes|The bridge is unsafe");
}

TEST_CASE("why a statement is there is told of a headline outside the text too", "[extract][why]") {
  const Article article = titled("Reyes says bridge will close", "Ana Reyes told traders on Sunday that the bridge is unsafe.");
  Extractor extractor;
  const auto statements = extractor.extract(article);
  REQUIRE(statements.size() == 2);
  const std::string title = extractor.explain(article, statements, Words{statements[0].content.front(), Place::Title});
  CHECK(title.starts_with("Reyes says bridge will close\n"));
  CHECK(title.find("kept: statement 1") != std::string::npos);
  CHECK(title.find("told traders") == std::string::npos);
  const std::string body = extractor.explain(article, statements, Words{statements[1].content.front()});
  CHECK(body.starts_with("Ana Reyes told traders"));
  CHECK(body.find("kept: statement 2") != std::string::npos);
  CHECK(body.find("the name stands in “Ana Reyes”") != std::string::npos);
}
