// The pages of fixtures/pages, each against the .want beside it: the metadata, then the blocks. A page that is no article
// has its refusal there.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "ingest/dump.h"
#include "ingest/read.h"

using namespace onrecord;
namespace fs = std::filesystem;

namespace {

std::string file_bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("pages become the articles beside them", "[ingest][fixtures]") {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(ONRECORD_SOURCE_DIR "/fixtures/pages")) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  CHECK(pages.size() >= 7);
  for (const fs::path& page : pages) {
    DYNAMIC_SECTION(page.filename().string()) {
      const auto article = read_article(page.filename().string(), file_bytes(page), {});
      std::string got = article ? test::dump_fields(*article) + "\n" + test::dump_blocks(*article) : article.error().text() + "\n";
      const std::string want = file_bytes(fs::path(page).replace_extension(".want"));
      if (got != want) std::ofstream(fs::path(page).replace_extension(".actual"), std::ios::binary) << got;
      CHECK(got == want);
    }
  }
}

TEST_CASE("malformed pages end in an article or a message", "[ingest][fixtures]") {
  std::size_t articles = 0;
  for (const auto& entry : fs::directory_iterator(ONRECORD_SOURCE_DIR "/fixtures/hostile-pages")) {
    if (entry.path().extension() != ".html") continue;
    DYNAMIC_SECTION(entry.path().filename().string()) {
      const auto article = read_article(entry.path().filename().string(), file_bytes(entry.path()), {});
      if (article) {
        CHECK(article->text.find("The council put off") != std::string::npos);
        CHECK(article->text.find('\0') == std::string::npos);
      } else {
        CHECK(article.error().message.starts_with("no article found in the page"));
      }
    }
    ++articles;
  }
  CHECK(articles >= 13);
}

TEST_CASE("blocks of a page slice its text in order", "[ingest]") {
  const auto article = read_article("bridge.html", file_bytes(ONRECORD_SOURCE_DIR "/fixtures/pages/harbour-post-bridge.html"), {});
  REQUIRE(article);
  std::uint32_t end = 0;
  for (const Block& block : article->blocks) {
    CHECK(block.source_span.begin >= end);
    CHECK_FALSE(block.source_span.empty());
    end = block.source_span.end;
  }
  CHECK(end == article->text.size());
  // Every field that won is among the candidates, marked.
  CHECK(std::count_if(article->candidates.begin(), article->candidates.end(),
                      [](const FieldCandidate& c) { return c.won && c.field == "published"; }) == 1);
}
