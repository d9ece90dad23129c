#include "export/contract.h"

#include "catch.h"

using namespace onrecord;

namespace {

Span find_span(const Article& article, std::string_view words) {
  const std::size_t at = article.text.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Article bridge() {
  Article a;
  a.name = "bridge.txt";
  a.text = "Zoë Roe, the “chief”, said on Tuesday that it was “safe”.\n";
  a.published.value = "2026-03-04";
  return a;
}

std::string line_of(const Article& article, const Statement& statement, int times = 1) {
  ContractLines lines;
  lines.reset(article, "path:/bridge.txt");
  Buffer out;
  for (int i = 0; i < times; ++i) {
    out.clear();
    lines.put(statement, out);
  }
  return std::string(out.view());
}

// The line without its key, which anchor_test looks at.
std::string without_key(std::string line) {
  const std::size_t at = line.find("\"key\":\"s-");
  REQUIRE(at != std::string::npos);
  line.erase(at, 27);
  return line;
}

}  // namespace

TEST_CASE("the contract, all keys in their order", "[export]") {
  const Article a = bridge();
  Statement s;
  s.kind = StatementKind::Mixed;
  s.content = {find_span(a, "that it was “safe”")};
  s.cue = find_span(a, "said");
  s.mention = find_span(a, "Zoë Roe, the “chief”");
  s.speaker = Speaker{"Zoë Roe", SpeakerKind::Person, "chief", {}, false, 0.98F};
  s.said_on = "2026-03-03";
  s.said_on_text = find_span(a, "on Tuesday");
  s.rule = "n-said-that";
  s.confidence = 0.9F;
  CHECK(without_key(line_of(a, s)) ==
        R"({"v":1,"article":"bridge.txt","n":1,"kind":"mixed","act":"statement","negated":false,"place":"body",)"
        R"("text":"that it was “safe”","spans":[{"start":38,"end":56}],)"
        R"("cue":{"text":"said","start":22,"end":26},"mention":{"text":"Zoë Roe, the “chief”","start":0,"end":20},)"
        R"("speaker":{"name":"Zoë Roe","kind":"person","role":"chief","members":null,"unnamed":false,"confidence":0.98},)"
        R"("on_behalf_of":null,"addressee":null,"occasion":null,"medium":null,)"
        R"("said_on":"2026-03-03","said_on_text":{"text":"on Tuesday","start":27,"end":37},"published_on":"2026-03-04",)"
        R"("within":null,"rule":"n-said-that","confidence":0.9})" "\n");
}

TEST_CASE("where nothing is known stands null, and parts are joined by one blank", "[export]") {
  Article a = bridge();
  a.published.value.clear();
  Statement s;
  s.content = {find_span(a, "Zoë"), find_span(a, "it was")};
  s.act = Act::NoComment;
  s.negated = true;
  s.within = 2;
  const std::string line = without_key(line_of(a, s, 2));
  CHECK(line ==
        R"({"v":1,"article":"bridge.txt","n":2,"kind":"indirect","act":"no_comment","negated":true,"place":"body",)"
        R"("text":"Zoë it was","spans":[{"start":0,"end":3},{"start":43,"end":49}],"cue":null,"mention":null,"speaker":null,)"
        R"("on_behalf_of":null,"addressee":null,"occasion":null,"medium":null,"said_on":null,"said_on_text":null,)"
        R"("published_on":null,"within":3,"rule":null,"confidence":0})" "\n");
}

TEST_CASE("several speakers stand in members", "[export]") {
  const Article a = bridge();
  Statement s;
  s.content = {find_span(a, "it was")};
  s.speaker = Speaker{"Ann Roe; John Doe", SpeakerKind::Person, "", {"Ann Roe", "John Doe"}, false, 1};
  CHECK(line_of(a, s).find(R"("speaker":{"name":"Ann Roe; John Doe","kind":"person","role":null,"members":["Ann Roe","John Doe"],)"
                           R"("unnamed":false,"confidence":1})") != std::string::npos);
  s.speaker = Speaker{"officials", SpeakerKind::Unknown, "", {}, true, 0.5F};
  CHECK(line_of(a, s).find(R"("speaker":{"name":"officials","kind":null,"role":null,"members":null,"unnamed":true,"confidence":0.5})") !=
        std::string::npos);
}

TEST_CASE("offsets in a title outside the text count in the title", "[export]") {
  Article a = bridge();
  a.title.value = "“Ça va,” dit Zoë";
  Statement s;
  s.place = Place::Title;
  s.content = {{0, 13}};
  const std::string line = line_of(a, s);
  CHECK(line.find(R"("place":"title","text":"“Ça va,”","spans":[{"start":0,"end":8}])") != std::string::npos);
}

TEST_CASE("names and words that JSON must escape", "[export]") {
  Article a = bridge();
  a.name = "a \"b\".txt";
  a.text = "\"No,\"\nhe said\t.";
  Statement s;
  s.content = {{0, 5}};
  s.cue = {9, 14};
  const std::string line = line_of(a, s);
  CHECK(line.starts_with(R"({"v":1,"article":"a \"b\".txt","n":1,)"));
  CHECK(line.find(R"("text":"\"No,\"")") != std::string::npos);
  CHECK(line.find(R"("cue":{"text":"said\t")") != std::string::npos);
}
