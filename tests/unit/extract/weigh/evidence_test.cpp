// What is left out because nobody asks for it is never missed.
#include "extract/weigh/evidence.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "extract/extract.h"
#include "fixtures/hostile.h"
#include "ingest/read.h"

namespace onrecord {
namespace {

std::vector<std::string> texts() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(ONRECORD_SOURCE_DIR "/fixtures/articles")) {
    std::ifstream in(entry.path(), std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  REQUIRE_FALSE(out.empty());
  for (const hostile::HostileText& kind : hostile::kHostileTexts) out.push_back(kind.make(3'000));
  out.emplace_back("As Ana Reyes said, the bridge leaks. Reyes is expected to close it. It is a sieve, | said Reyes.\n");
  return out;
}

// Runs `look` on each text that can be read, cut up but not yet tagged.
template <typename Look>
void each_text(Look look) {
  for (const std::string& text : texts()) {
    const auto article = read_article("article.txt", text, {});
    if (!article) continue;
    Document doc;
    segment(*article, doc);
    look(*article, doc);
  }
}

}  // namespace

TEST_CASE("asking for some candidates only changes no statement", "[extract]") {
  for (const Thresholds& thresholds : {Thresholds{}, Thresholds{0.05F, 0.7F}, Thresholds{0.9F, 0.9F}})
    each_text([&](const Article& article, Document& doc) {
      Cascade all, some;
      all.read(article, doc);
      const std::vector<Statement> want = all.statements(thresholds);
      some.read(article, doc, thresholds);
      const std::vector<Statement> got = some.statements(thresholds);
      CHECK(some.candidates().size() <= all.candidates().size());
      REQUIRE(got.size() == want.size());
      for (std::size_t i = 0; i < got.size(); ++i) {
        CHECK(got[i].content == want[i].content);
        CHECK(got[i].cue == want[i].cue);
        CHECK(got[i].mention == want[i].mention);
        CHECK(got[i].rule == want[i].rule);
        CHECK(got[i].confidence == want[i].confidence);
        CHECK(got[i].within == want[i].within);
      }
    });
}

TEST_CASE("no score is higher than a candidate promised when it was opened", "[extract]") {
  each_text([](const Article& article, Document& doc) {
    Cascade cascade;
    cascade.read(article, doc);
    Evidence evidence;
    evidence.weigh_with(built_in_weights(), grammar());
    evidence.begin(doc, cascade.sentences());
    for (Candidate candidate : cascade.candidates()) {
      const float most = evidence.open(candidate, true);
      evidence.close(candidate);
      CHECK(candidate.score <= most);
    }
  });
}

TEST_CASE("what is sure to be dropped has no end weighed", "[extract]") {
  Cascade cascade;
  Document doc;
  const auto article = read_article("article.txt", "The dog crossed the bridge on Monday.\n\nAna Reyes said the bridge leaks.\n", {});
  REQUIRE(article);
  segment(*article, doc);
  cascade.read(*article, doc);
  const std::size_t all = cascade.candidates().size();
  cascade.read(*article, doc, Thresholds());
  CHECK(cascade.candidates().size() < all);
  CHECK(cascade.statements().size() == 1);
}

}  // namespace onrecord
