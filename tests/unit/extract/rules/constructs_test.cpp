#include "extract/rules/constructs.h"

#include "catch.h"
#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

// What rule `id` proposes for `text`, as "source | cue | content", joined by newlines.
std::vector<std::string> proposed(std::string_view id, const std::string& text) {
  const Article article = test::paragraphs(text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  std::vector<std::string> out;
  for (const Candidate& c : cascade.candidates()) {
    if (c.inner || grammar().construct_name(c.construct) != id) continue;
    const auto words = [&](TokenRange range) {
      return range.empty() ? std::string() : std::string(slice(doc.text, {doc.tokens.begin[range.first], doc.tokens.end[range.last - 1]}));
    };
    std::string content;
    for (const TokenRange& piece : c.content) content += (content.empty() ? "" : " … ") + words(piece);
    out.push_back(words(c.source) + " | " + words(c.cue) + " | " + content);
  }
  return out;
}

std::string without_stop(std::string text) {
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

TEST_CASE("each construct takes its example and leaves its near miss", "[extract]") {
  for (const Construct& rule : grammar().constructs) {
    DYNAMIC_SECTION(rule.id) {
      const std::string want = rule.example.source + " | " + rule.example.cue + " | " + without_stop(rule.example.content);
      std::vector<std::string> got = proposed(rule.id, rule.example.text);
      for (std::string& row : got) row = without_stop(row);
      INFO("proposed: " << (got.empty() ? "nothing" : got.front()));
      CHECK(std::find(got.begin(), got.end(), want) != got.end());
      CHECK(proposed(rule.id, rule.miss).empty());
      CHECK(!rule.intent.empty());
    }
  }
}

TEST_CASE("a rule file is refused with its line", "[extract]") {
  const auto error = [](std::string_view text) {
    auto read = read_constructs(text);
    return read ? std::string("read") : read.error().where + ": " + read.error().message;
  };
  CHECK(error("construct a\n  cue V\n  colour red\n").starts_with("constructs.rules:3: unknown field"));
  CHECK(error("construct a\n  cue V\n  opens (N\n").starts_with("constructs.rules:3: bad pattern"));
  CHECK(error("  cue V\n") == "constructs.rules:1: a field before the first construct");
  CHECK(error("construct a\n  cue V\n  opens N\n").find("needs an example and a miss") != std::string::npos);
}

TEST_CASE("a chunk rule file is refused with its line", "[extract]") {
  auto rules = ChunkRules::compile("N n+ noun\nV $VERB verb\n");
  REQUIRE(!rules);
  CHECK(rules.error().where == "chunks.rules:2");
  rules = ChunkRules::compile("# nouns\nN n+ noun\nV (v verb\n");
  REQUIRE(!rules);
  CHECK(rules.error().where == "chunks.rules:3: (v");
  CHECK(rules.error().message == "bad pattern: missing )");
  CHECK(ChunkRules::compile("N n+ noun\nV (v) verb\n"));
}

}  // namespace
}  // namespace onrecord
