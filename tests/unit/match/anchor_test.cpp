#include "match/anchor.h"

#include <algorithm>

#include "catch.h"

using namespace onrecord;

namespace {

Statement over(std::initializer_list<Span> parts, Place place = Place::Body) {
  Statement s;
  s.content = parts;
  s.place = place;
  return s;
}

Article with_text(std::string text) {
  Article a;
  a.name = "bridge.txt";
  a.text = std::move(text);
  return a;
}

std::string first_anchor(std::string_view identity, const Article& article, const Statement& s) {
  return Anchors(identity, article).next(s);
}

}  // namespace

TEST_CASE("an anchor stays with the letters of a statement", "[match]") {
  Article a = with_text("\xE2\x80\x9CIt will open,\xE2\x80\x9D she said.");
  a.title.value = a.text;
  const std::string with_marks = first_anchor("path:/a", a, over({{0, 19}}));
  CHECK(with_marks.size() == 18);
  CHECK(with_marks.starts_with("s-"));
  CHECK(first_anchor("path:/a", a, over({{3, 15}})) == with_marks);   // the same letters without the marks
  CHECK(first_anchor("path:/a", a, over({{3, 10}})) != with_marks);   // fewer letters
  CHECK(first_anchor("path:/b", a, over({{0, 19}})) != with_marks);   // another article
  CHECK(first_anchor("path:/a", a, over({{0, 19}}, Place::Title)) != with_marks);
  CHECK(first_anchor("path:/a", a, over({{0, 6}, {6, 19}})) != with_marks);  // two parts are not one
}

TEST_CASE("other text gives other anchors", "[match]") {
  const Article a = with_text("It will open, she said.");
  const Article b = with_text("It will open, he added.");
  CHECK(first_anchor("path:/a", a, over({{0, 12}})) != first_anchor("path:/a", b, over({{0, 12}})));
}

TEST_CASE("two statements over the same letters have two anchors, each the same in every run", "[match]") {
  const Article a = with_text("It will open, she said.");
  Anchors once("path:/a", a);
  Anchors again("path:/b", a);
  again.reset("path:/a", a);
  const std::string first = once.next(over({{0, 12}}));
  const std::string second = once.next(over({{0, 13}}));
  CHECK(first != second);
  CHECK(again.next(over({{0, 12}})) == first);
  CHECK(again.next(over({{0, 13}})) == second);
}

TEST_CASE("content without a letter has an anchor all the same", "[match]") {
  const Article a = with_text("\"...\" he said. \"?\"");
  Anchors anchors("path:/a", a);
  CHECK(anchors.next(over({{0, 5}})) != anchors.next(over({{15, 18}})));
}

TEST_CASE("a thousand statements have a thousand anchors", "[match]") {
  const Article a = with_text(std::string(2000, 'a'));
  Anchors anchors("path:/a", a);
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < 1000; ++i) all.push_back(anchors.next(over({{i, i + 1}})));
  std::sort(all.begin(), all.end());
  CHECK(std::unique(all.begin(), all.end()) == all.end());
}

TEST_CASE("two links to one page are one address", "[match]") {
  struct Row { const char* name; const char* url; const char* want; };
  static constexpr Row kRows[] = {
      {"scheme and host", "HTTP://WWW.Harbour.example/A/b", "https://harbour.example/A/b"},
      {"fragment and slash", "https://harbour.example/a/#top", "https://harbour.example/a"},
      {"tracking", "https://harbour.example/a?utm_source=x&id=7&fbclid=9", "https://harbour.example/a?id=7"},
      {"default port", "http://harbour.example:80/a", "https://harbour.example/a"},
      {"another port stays", "http://harbour.example:8080/a", "https://harbour.example:8080/a"},
      {"a parameter that is the page", "https://harbour.example/?p=12", "https://harbour.example?p=12"},
      {"path keeps its case", "https://harbour.example/A", "https://harbour.example/A"},
      {"no address", "harbour.txt", "harbour.txt"},
  };
  for (const auto& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(canonical_url(row.url) == row.want); }
}

TEST_CASE("an article is its address, else its source and file, else its path, else its text", "[match]") {
  Article a = with_text("Words.");
  CHECK(article_identity(a, "/news/bridge.txt") == "path:/news/bridge.txt");
  a.source.value = "Harbour Post";
  CHECK(article_identity(a, "/news/bridge.txt") == "file:harbour post/bridge.txt");
  CHECK(article_identity(a, "/moved/bridge.txt") == "file:harbour post/bridge.txt");
  a.url.value = "https://www.harbour.example/bridge/";
  CHECK(article_identity(a, "/news/bridge.txt") == "url:https://harbour.example/bridge");
  a = with_text("Words.");
  a.name = "record-7";
  CHECK(article_identity(a, "") == "id:record-7");
  a.name = "-";
  CHECK(article_identity(a, "").starts_with("text:"));
  const std::string before = article_identity(a, "");
  a.text = "Other words.";
  CHECK(article_identity(a, "") != before);
}
