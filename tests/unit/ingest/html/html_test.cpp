// The parts of reading a page, each by itself: the tree, the rules of belonging, the body, the metadata, JSON-LD.
#include <string>

#include "catch.h"
#include "ingest/fields/machine_date.h"
#include "ingest/html/body/html_body.h"
#include "ingest/html/body/html_rules.h"
#include "ingest/html/dom/html_dom.h"
#include "ingest/html/dom/html_strip.h"
#include "ingest/html/html_article.h"
#include "ingest/html/meta/html_meta.h"
#include "ingest/html/meta/json_ld.h"

using namespace onrecord;

namespace {

const std::string kLong =
    "The council put off the opening of the bridge on Monday, and the mayor said that she would rather wait for a safe bridge than cut a "
    "ribbon on a bad one.";

// The body's pieces in one line, each cut to its first three words.
std::string body_of(const std::string& html, const BodyHints& hints = {}) {
  std::string out;
  const HtmlDom page = parse_html(html);
  for (const HtmlPiece& piece : find_body(page, hints).pieces) {
    std::size_t end = 0;
    for (int word = 0; word < 3 && end != std::string::npos; ++word) end = piece.text.find(' ', end + 1);
    out += (out.empty() ? "" : "|") + piece.text.substr(0, end);
  }
  return out;
}

PageMeta meta_of(const std::string& head, const std::string& body = "", std::string_view address = "", std::string_view captured = "") {
  return read_page_meta(parse_html("<html><head>" + head + "</head><body>" + body + "</body></html>"), address, captured);
}

}  // namespace

TEST_CASE("scripts, styles, drawings and comments are cut out before parsing", "[ingest]") {
  struct Row { const char* html; const char* want; };
  static constexpr Row kRows[] = {
    {"<p>a<script>x < y</script>b</p>", "<p>ab</p>"},
    {"<p>a<SCRIPT type=\"x\">x</ScRiPt >b</p>", "<p>ab</p>"},
    {"<style>p{}</style>b", "b"},
    {"<svg><path/></svg>b<svg/>c", "bc"},
    {"a<svg width=1><p>b</p><svg>c", "a<p>b</p>c"},
    {"a<!-- <p>x</p> -->b<!---->c", "abc"},
    {"<script type=\"application/ld+json\">{}</script>b", "<script type=\"application/ld+json\">{}</script>b"},
    // Near misses.
    {"<strong>a</strong><scripted>b", "<strong>a</strong><scripted>b"},
    {"a < b and <3", "a < b and <3"},
    {"a<!-- never closed <p>b</p>", "a never closed <p>b</p>"},
    {"a<script>never closed <p>b</p>", "a"},
    {"<p title=\"<script>x</script>\">b</p>", "<p title=\"<script>x</script>\">b</p>"},
    {"<p it's>a<script>x</script>b", "<p it's>ab"},
    {"<p title=\"never closed>b", "<p title=\"never closed>b"},
    {"<", "<"},
    {"", ""},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.html) { CHECK(strip_html(row.html) == row.want); }
}

TEST_CASE("a page too deep is made shallow, its text kept", "[ingest]") {
  struct Row { const char* html; const char* want; };
  static constexpr Row kRows[] = {
    {"<div><p>a</p></div>", "<div><p>a</p></div>"},
    {"a</b>b</div>c", "ab\nc"},
    {"<b><i>a</b>b</i>", "<b><i>a</b>b"},
    {"<x-box a='>'>a</x-box>", "a"},
    // Near misses.
    {"<li>a<li>b</li>", "<li>a<li>b</li>"},
    {"a < b <3 <!doctype html>", "a < b <3 <!doctype html>"},
    {"<div class='a>b", "<div class='a>b"},
    {"<", "<"},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.html) { CHECK(flatten_html(row.html) == row.want); }
  std::string deep, shallow;
  for (int i = 0; i < 500; ++i) deep += "<div>";
  for (int i = 0; i < 400; ++i) shallow += "<div>";
  for (int i = 0; i < 100; ++i) shallow += '\n';
  deep += "a";
  shallow += "a";
  for (int i = 0; i < 500; ++i) deep += "</div>";
  for (int i = 0; i < 100; ++i) shallow += '\n';
  for (int i = 0; i < 400; ++i) shallow += "</div>";
  CHECK(flatten_html(deep) == shallow);
}

TEST_CASE("broken pages still make trees", "[ingest]") {
  CHECK(parse_html("<p>a<p>b<b>c</p></b>d").flat_text(0) == "a bc d");
  CHECK(parse_html("a &amp; b &eacute; &#8220;c&#x201D; &nosuch;").flat_text(0) == "a & b é “c” &nosuch;");
  CHECK(parse_html("<table><tr><td>a<td>b<tr><td>c</table>").flat_text(0, true) == "a\nb\nc");
  CHECK(parse_html("").size() == 1);
  const HtmlDom twice = parse_html("<html lang=en><body><p>a</p></body></html><html lang=fr><body><p>b</p></body></html>");
  CHECK(twice.flat_text(0) == "a b");
  CHECK(twice.attribute(0, Attr::Lang) == "en");
}

TEST_CASE("hostile pages end, with an article or a message", "[ingest]") {
  const auto repeat = [](std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  std::string attributes;
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=b";
  const std::string open = "<html><body>";
  const std::string p = "<p>" + kLong + "</p>";
  struct Row { const char* name; std::string html; };
  const Row rows[] = {
    {"open tags after the text", open + p + repeat("<b>", 100000)},
    {"open tags before the text", open + repeat("<div>", 100000) + p},
    {"open tags around the text", open + repeat("<div>", 100000) + p + repeat("</div>", 100000)},
    {"open tags that close one another's", open + repeat("<div><b>", 50000) + p + repeat("</div></i>", 100000)},
    {"items in rows in items", open + repeat("<li><tr><td>", 30000) + p},
    {"tags that HTML does not have", open + repeat("<x-box>", 100000) + p},
    {"nested lists and tables before the text", open + repeat("<ul><li><table><tr><td>", 20000) + p},
    {"end tags that close nothing", open + p + repeat("</i>", 100000)},
    {"both", open + p + repeat("<b>", 1000) + repeat("</i>", 200000)},
    {"open drawings", open + repeat("<svg>", 100000) + p},
    {"terms never closed", open + repeat("<dl><dt>", 50000) + p},
    {"many attributes", open + "<div" + attributes + ">" + p},
    {"many attributes after a quoted end", open + "<div x='>'" + attributes + ">" + p},
    {"a long attribute", open + "<div class='" + repeat("ad ", 1000000) + "'>" + p},
    {"open comments", open + p + repeat("<!--", 100000)},
    {"open scripts", open + p + repeat("<script", 100000)},
    {"many publishers", open + repeat("<i itemprop=publisher><b itemprop=name>Post</b></i>", 50000) + p},
    {"many writers", "<html><head>" + repeat("<meta name=author content='Ana Reyes'>", 50000) + "</head>" + p},
    {"many dates", open + p + repeat("<time datetime='2019-11-19'>x</time>", 50000)},
    {"many brackets", open + p + repeat("<", 1000000)},
    {"many entities", open + p + repeat("&", 1000000)},
    {"many breaks", open + p + repeat("<br>", 300000)},
    {"deep JSON-LD", "<html><script type='application/ld+json'>" + repeat("{\"@type\":\"Article\",\"a\":[", 100000) + "</script>" + p},
    {"wide JSON-LD",
     "<html><script type='application/ld+json'>[" + repeat("{\"@type\":\"Article\",\"author\":[\"A B\"]},", 50000) + "{}]</script>" + p},
    {"nested lists and the text first", open + p + repeat("<ul><li>", 1900)},
  };
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.name) {
      const auto article = read_page("a", row.html, {});
      REQUIRE(article);
      CHECK(article->text.find("The council put off") != std::string::npos);
    }
  }
}

TEST_CASE("names of classes say where a thing belongs", "[ingest]") {
  struct Row { const char* name; Belongs want; };
  static constexpr Row kRows[] = {
    {"related-stories", Belongs::Page}, {"RelatedStories", Belongs::Page}, {"social_share", Belongs::Page}, {"widget sidebar",
     Belongs::Page}, {"newsletter-box", Belongs::Page}, {"ad", Belongs::Page},
    {"comments-list", Belongs::Comments}, {"disqus_thread", Belongs::Comments}, {"photo-caption", Belongs::Caption}, {"byline",
     Belongs::Byline}, {"author-name", Belongs::Byline},
    {"article-body", Belongs::Body}, {"entry-content clearfix", Belongs::Body}, {"cookie-banner", Belongs::Consent}, {"standfirst",
     Belongs::Subtitle},
    // Near misses.
    {"translated", Belongs::Article}, {"lead-paragraph", Belongs::Article}, {"header-text", Belongs::Article}, {"adviser",
     Belongs::Article}, {"prelate", Belongs::Article}, {"canvas", Belongs::Article}, {"", Belongs::Article},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.name) { CHECK(belonging_of_name(row.name) == row.want); }
}

TEST_CASE("the body is told from the page", "[ingest]") {
  const std::string p = "<p>" + kLong + "</p>";
  const std::string q =
      "<p>Another paragraph says that nobody in the town had been told, and that the ferry would have to go on running all summer "
      "long.</p>";
  CHECK(body_of("<body><nav>" + p + "</nav><div>" + p + q + "</div></body>") == "The council put|Another paragraph says");
  CHECK(body_of("<body><div class='content'>" + p + q + "<div class='related'>" + q + "</div></div></body>") ==
        "The council put|Another paragraph says");
  // All of the page's text in an element of a misleading name is the article.
  CHECK(body_of("<body><div class='sidebar'>" + p + q + "</div></body>") == "The council put|Another paragraph says");
  CHECK(body_of("<body><form>" + p + q + "</form></body>") == "The council put|Another paragraph says");
  CHECK(body_of("<body><div hidden>" + q + "</div>" + p + q + "</body>") == "The council put|Another paragraph says");
  CHECK(body_of("<body><h1>Bridge shut</h1>" + p + "<h2>Who pays</h2>" + q + "<h2>Newest</h2></body>", {"Bridge shut", "", "", ""}) ==
        "The council put|Who pays|Another paragraph says");
  CHECK(body_of("<body>" + p + "<ul><li><a href=/1>One story here</a></li><li><a href=/2>Two stories here</a></li>"
                "<li><a href=/3>Three stories here</a></li></ul>" + q + "</body>") == "The council put|Another paragraph says");
  CHECK(body_of("<body>" + p + "<ul><li><a href=/1>The report</a> of the divers</li></ul>" + q + "</body>") ==
        "The council put|The report of|Another paragraph says");
  CHECK(body_of("<body>" + p + "<p><a name=x>Who pays for it?</a></p>" + q + "</body>") ==
        "The council put|Who pays for|Another paragraph says");
  CHECK(body_of("<body>" + p + q + p + "</body>") == "The council put|Another paragraph says");
  CHECK(body_of("<body><script>p</script></body>").empty());
  CHECK(body_of("<body><div id=root></div></body>", {"", "", kLong + kLong + kLong, ""}) == "The council put");
}

TEST_CASE("a body that advertising cuts in two is one", "[ingest]") {
  const std::string p = "<p>" + kLong + "</p>";
  const std::string q =
      "<p>Another paragraph says that nobody in the town had been told, and that the ferry would have to go on running all summer "
      "long.</p>";
  CHECK(body_of("<body><div><div class='article-body'>" + p + p.substr(0, 0) + "</div><div class='box'>" + q +
                "</div><div class='article-body'>" + q + "</div></div></body>") == "The council put|Another paragraph says");
  // Near miss: the next article, which the page loads below.
  CHECK(body_of("<body><article><div class='article-body'>" + p + q +
                "</div></article><article><div class='article-body'><p>Elsewhere the mayor opened a school and said that she had never "
                "been so happy in her life, nor so tired, nor so wet.</p></div></article></body>") ==
        "The council put|Another paragraph says");
}

TEST_CASE("entries of a live blog", "[ingest]") {
  const auto is_entry = [](const std::string& tag) {
    const HtmlDom page = parse_html("<body><" + tag + ">a</div></body>");
    for (NodeId n = 0; n < page.size(); ++n)
      if (is_live_entry(page, n)) return true;
    return false;
  };
  for (const char* tag :
       {"div class='live-blog-entry'", "div class='x LiveBlog__post'", "article itemprop='liveBlogUpdate'", "li class=live-update"})
    DYNAMIC_SECTION(tag) { CHECK(is_entry(tag)); }
  for (const char* tag : {"div class='live-blog-entries'", "div class='live'", "div class='entry'", "span class='live-blog-entry'",
                          "div class='alive-updated'"})
    DYNAMIC_SECTION(tag) { CHECK_FALSE(is_entry(tag)); }
}

TEST_CASE("metadata and where it was read", "[ingest]") {
  const auto published = [](const PageMeta& meta) { return meta.published.value + " [" + meta.published.origin + "]"; };
  CHECK(published(meta_of("<meta property='article:published_time' content='2019-11-19T04:31:13+00:00'>")) ==
        "2019-11-19 [meta article:published_time]");
  CHECK(published(meta_of("<meta name=date content='0001-01-01T00:00:00Z'>", "<time datetime='2019-11-19'>Tuesday</time>")) ==
        "2019-11-19 [time element]");
  CHECK(published(meta_of("<meta name=date content='2031-01-01'><meta name=pubdate content='2019-11-19'>", "", "", "2019-11-20")) ==
        "2019-11-19 [meta pubdate]");
  // The local day that the page shows beats UTC, but not a day much later.
  CHECK(published(meta_of("<meta name=date content='2019-11-20T02:00:00Z'>", "<h1>T</h1><p>November 19, 2019</p>")) ==
        "2019-11-19 [visible text]");
  CHECK(published(meta_of("<meta name=date content='2019-11-20T02:00:00Z'>", "<h1>T</h1><p>December 1, 2019</p>")) ==
        "2019-11-20 [meta date]");
  CHECK(published(meta_of("<meta name=date content='2019-11-09T02:00:00Z'>", "<h1>T</h1><p>08/11/2019</p>")) ==
        "2019-11-08 [visible text]");
  CHECK(published(meta_of("", "<h1>T</h1><p>Updated November 19, 2019</p>", "https://example.org/2019/11/18/a")) == "2019-11-18 [address]");
  // A claim's date is not the article's.
  CHECK(published(meta_of(
            "", "<div itemscope itemtype='http://schema.org/ClaimReview'><meta itemprop=datePublished content='2015-01-01'></div>")) ==
        " []");
  CHECK(published(meta_of("<script type='application/ld+json'>{\"@type\":\"ClaimReview\",\"datePublished\":\"2015-01-01\"}</script>")) ==
        " []");

  const auto byline = [](const PageMeta& meta) { return meta.byline.value + " [" + meta.byline.origin + "]"; };
  CHECK(byline(meta_of("<meta name=author content='By Ana Reyes, Harbour Post'>")) == "Ana Reyes [meta author]");
  CHECK(byline(meta_of("<meta name=author content='Ana Reyes'>", "<h1>T</h1><p>By Ana Reyes and John Doe</p>")) ==
        "Ana Reyes; John Doe [visible text]");
  CHECK(byline(meta_of("<meta name=author content='admin'>")) == " []");
  CHECK(byline(meta_of("<meta name=author content='https://example.org/ana'>")) == " []");
  CHECK(byline(
            meta_of("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Coast "
                    "Wire\"}}</script>")) == "Coast Wire [json-ld]");

  CHECK(meta_of("<title>Bridge shut again | Harbour Post</title><meta property='og:site_name' content='Harbour Post'>").title.value ==
        "Bridge shut again");
  CHECK(meta_of("<title>Bridge shut again | Harbour Post</title>", "<h1>Harbour Post</h1><h1>Bridge shut again</h1>").title.origin ==
        "heading");
  CHECK(meta_of("<meta property='og:site_name' content='harbourpost'><title>Bridge shut - Harbour Post</title>", "",
                "https://www.harbourpost.example/a").source.value == "Harbour Post");
  CHECK(meta_of("", "", "https://blog.harbourpost.example/a").source.value == "harbourpost");
  CHECK(read_page_meta(parse_html("<html lang='pt-BR'><p>a"), "", "").language.value == "pt");
}

TEST_CASE("JSON-LD in its shapes", "[ingest]") {
  const auto headline = [](std::string_view json) { return read_json_ld({json}).article.headline; };
  CHECK(headline(R"({"@type": "NewsArticle", "headline": "A"})") == "A");
  CHECK(headline(R"([{"@type": "WebSite", "name": "S"}, {"@type": ["Article", "NewsArticle"], "headline": "A"}])") == "A");
  CHECK(headline(R"({"@graph": [{"@type": "WebPage"}, {"@type": "Article", "headline": "A"}]})") == "A");
  CHECK(headline("<!-- {\"@type\": \"Article\", \"headline\": \"A\nB\",} -->") == "A B");
  CHECK(headline(R"({"@type": "Article", "headline": "It\'s"})") == "It's");
  CHECK(headline(R"({"@type": "http://schema.org/BlogPosting", "headline": "A &amp; B"})") == "A & B");
  // Near misses.
  CHECK(headline(R"({"@type": "VideoObject", "headline": "A"})").empty());
  CHECK(headline(R"({"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "A"}]})").empty());
  CHECK(headline("{\"@type\": \"Article\", \"headline\": ").empty());
  CHECK(read_json_ld({"{"}).broken);
  const auto authors = read_json_ld({R"({"@type": "Article", "author": [{"@type": "Person", "name": "Ana Reyes"}, {"@id": "#j"},)"
                                     R"( "Kim Lee", "https://example.org"]})",
                                     R"({"@id": "#j", "name": "John Doe"})"}).article.authors;
  CHECK(authors == std::vector<std::string>{"Ana Reyes", "John Doe", "Kim Lee"});
  std::string deep;
  for (int i = 0; i < 900; ++i) deep += "{\"@graph\":[";
  CHECK_FALSE(read_json_ld({deep}).has_article);
}

TEST_CASE("dates of machines and addresses", "[ingest]") {
  for (const char* text : {"2019-11-19", "2019-11-19T04:31:13Z", "2019-11-19 04:31:13", "2019/11/19", "20191119", "20191119T0431",
                           "Tue, 19 Nov 2019 04:31:13 GMT", "November 19, 2019", "Tuesday, November 19, 2019, 06:51 AM"}) {
    DYNAMIC_SECTION(text) { CHECK(machine_date(text) == "2019-11-19"); }
  }
  for (const char* text : {"", "0001-01-01T00:00:00Z", "2019-11", "1574138400", "yesterday", "2019-13-01", "19/11"}) {
    DYNAMIC_SECTION(text) { CHECK(machine_date(text).empty()); }
  }
  CHECK(date_in_address("https://example.org/2019/11/19/bridge") == "2019-11-19");
  CHECK(date_in_address("https://example.org/story/2019/nov/19/bridge?x=1") == "2019-11-19");
  CHECK(date_in_address("https://example.org/news/20191119-bridge.html") == "2019-11-19");
  CHECK(date_in_address("https://example.org/2019/bridge/11").empty());
  CHECK(date_in_address("https://example.org/?d=2019-11-19").empty());
  CHECK(date_in_address("2019-11-19.html").empty());
}

TEST_CASE("titles without the site's name", "[ingest]") {
  CHECK(title_without_site("Bridge shut again | Harbour Post", "Harbour Post") == "Bridge shut again");
  CHECK(title_without_site("Bridge shut again - News - Harbour Post", "Harbour Post") == "Bridge shut again - News");
  CHECK(title_without_site("Bridge shut - the mayor explains", "Harbour Post") == "Bridge shut - the mayor explains");
  CHECK(title_without_site("Bridge shut", "") == "Bridge shut");
  CHECK(title_without_site("", "Harbour Post").empty());
}

TEST_CASE("pages and texts are told apart", "[ingest]") {
  for (const char* text : {"<!DOCTYPE html><p>a", "\n <html><body>", "<!-- saved --><div><p>a</p>", "<?xml version='1.0'?><html xmlns='x'>",
                           "<div class=a><p>a</p></div>"}) {
    DYNAMIC_SECTION(text) { CHECK(looks_like_html(text)); }
  }
  for (const char* text : {"The mayor said <p> is a tag.", "<3 the bridge", "", "<quote>a</quote>", "Use <div> and <p> for that."}) {
    DYNAMIC_SECTION(text) { CHECK_FALSE(looks_like_html(text)); }
  }
}
