// Pages as archives, phones, and the years before style sheets have them: the article and only the article.
#include <string>

#include "catch.h"
#include "ingest/dump.h"
#include "ingest/read.h"

using namespace onrecord;

namespace {

const char* const kText[] = {
  "“The bridge will open when it is safe, and not before,” Ana Reyes, the transport chief, told the council on Tuesday evening.",
  "Nobody on the quay had expected anything else, and the ferry will go on crossing twice an hour until the summer, she added.",
  "Tom Adeyemi, an engineer who has looked after the piers since the storm, said that the repairs would cost four million.",
};

std::string paragraphs(const std::string& between = "") {
  std::string out;
  for (const char* text : kText) out += (out.empty() ? "" : between) + "<p>" + text + "</p>";
  return out;
}

Article read(const std::string& page) {
  auto article = read_article("page.html", page, {});
  REQUIRE(article);
  return std::move(*article);
}

const std::string kWhole = std::string("p|") + kText[0] + "\np|" + kText[1] + "\np|" + kText[2] + "\n";
const std::string kHead = "<html><head><title>Bridge to stay shut - Harbour Post</title></head><body>";

struct Row {
  const char* name;
  std::string page;
};

}  // namespace

TEST_CASE("layouts of many kinds give the article and nothing else", "[ingest]") {
  const Row rows[] = {
    {"AMP, an advertisement between paragraphs",
     kHead + "<amp-sidebar><p>All that the Harbour Post has on bridges, ferries and the people who use them</p></amp-sidebar>"
             "<h1>Bridge to stay shut</h1>" +
       paragraphs("<amp-ad><p>An advertisement that says a lot about soap and nothing about bridges.</p></amp-ad>") + "</body></html>"},
    {"tables and line breaks, with no style",
     kHead + "<TABLE><TR><TD><A HREF=/>Home</A><BR><A HREF=/n>News</A></TD><TD><FONT SIZE=5><B>Bridge to stay shut</B></FONT><BR>"
             "<FONT SIZE=2>By Jo Penn<BR>Staff Writer<BR>Published March 4, 1998</FONT><BR><BR><FONT FACE=Arial>" +
       std::string(kText[0]) + "<BR><BR>" + kText[1] + "<BR><BR>" + kText[2] + "</FONT></TD></TR></TABLE></body></html>"},
    {"an archive's bar above the page",
     kHead + "<div id='wm-ipp-base'><p>12 captures of this address, the first of them in 2024 and the last of them in 2025</p></div>"
             "<h1>Bridge to stay shut</h1><p class=byline>By Jo Penn</p><p>March 5, 2024</p>" + paragraphs() + "</body></html>"},
    {"a cache's note above the page",
     kHead + "<div>This is Google's cache of <a href='https://post.example/a'>https://post.example/a</a>. It is a snapshot "
             "of the page.</div><h1>Bridge to stay shut</h1>" + paragraphs() + "</body></html>"},
    {"a trail of links, a reading time, an agency beside the writer",
     kHead + "<div>Accueil &gt; English</div><h1>Bridge to stay shut</h1><p>By Zoé Lefèvre (with AFP)</p><p>3 min read</p>" +
       paragraphs() + "</body></html>"},
    {"a role below the writers and an age of hours",
     kHead + "<h1>Bridge to stay shut</h1><div>By <a href=/a>Jo Penn</a> and <a href=/b>Mia Lund</a></div>"
             "<div>Political Correspondents</div><div>2 hours ago</div>" + paragraphs() + "</body></html>"},
  };
  for (const Row& row : rows) DYNAMIC_SECTION(row.name) { CHECK(test::dump_blocks(read(row.page)) == kWhole); }
}

TEST_CASE("an archive's copy has the address of what it copies", "[ingest]") {
  const auto url = [](const std::string& canonical) {
    return read("<html><head><title>Bridge</title><link rel=canonical href='" + canonical + "'></head><body>" + paragraphs() +
                "</body></html>")
        .url.value;
  };
  CHECK(url("https://web.archive.org/web/20240306120000/https://post.example/news/a") == "https://post.example/news/a");
  CHECK(url("http://web.archive.org/web/20240306120000id_/http://post.example/news/a") == "http://post.example/news/a");
  // Near misses: the archive's own page; an address that has another's in it.
  CHECK(url("https://web.archive.org/web/collections/http") == "https://web.archive.org/web/collections/http");
  CHECK(url("https://post.example/web.archive.org/web/1/http://other.example/a") ==
        "https://post.example/web.archive.org/web/1/http://other.example/a");
}

TEST_CASE("lines of text that look like a head stay", "[ingest]") {
  // A verse, an address; a question with a bracket in it.
  const Article article =
      read(kHead + "<h1>Bridge to stay shut</h1><p>Harbour Trust<br>12 Quay Road<br>Port Ellery</p>" + paragraphs() + "</body></html>");
  CHECK(test::dump_blocks(article).starts_with("p|Harbour Trust~12 Quay Road~Port Ellery\n"));
}

TEST_CASE("no page is younger than the day it was read", "[ingest]") {
  const std::string page =
      "<html><head><title>Bridge</title><meta property='article:published_time' content='2099-01-01T00:00:00Z'></head><body>"
      "<p>Posted on 5 Mar 2024 by Jo Penn</p>" +
      paragraphs() + "</body></html>";
  InputOrigin origin;
  origin.captured_on = "2024-03-06";
  const auto article = read_article("page.html", page, {}, origin);
  REQUIRE(article);
  CHECK(article->published.value == "2024-03-05");
}

TEST_CASE("a publisher that microdata states and does not show", "[ingest]") {
  const Article article = read(
      "<html><head><title>Bridge</title></head><body><div itemscope itemtype='https://schema.org/NewsArticle'>"
      "<span itemprop=publisher itemscope><meta itemprop=name content='Harbour Post'></span>" +
      paragraphs() + "</div></body></html>");
  CHECK(article.source.value == "Harbour Post");
}
