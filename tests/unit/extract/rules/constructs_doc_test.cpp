// Holds docs/constructs.md to what it says.
#include <algorithm>
#include <fstream>

#include "catch.h"
#include "extract/rules/grammar.h"
#include "onrecord/extract.h"

namespace onrecord {
namespace {

std::string trim(std::string text) {
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

// What the extractor makes of `text`: "mention › words … words; mention › words".
std::string comes_out(Extractor& extractor, const std::string& text) {
  auto article = read_article("example.txt", text + "\n", {});
  REQUIRE(article);
  std::string out;
  for (const Statement& s : extractor.extract(*article)) {
    if (s.within >= 0) continue;
    if (!out.empty()) out += "; ";
    out.append(slice(article->text, s.mention)).append(s.mention.empty() ? "› " : " › ");
    for (std::size_t i = 0; i < s.content.size(); ++i) out.append(i ? " … " : "").append(slice(article->text, s.content[i]));
  }
  return out;
}

TEST_CASE("docs/constructs.md shows what comes out", "[extract][docs]") {
  std::ifstream in(std::string(ONRECORD_SOURCE_DIR) + "/docs/constructs.md");
  REQUIRE(in.good());
  Extractor extractor;
  std::string section;
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) section = line.substr(3);
    if (!line.starts_with("| ") || line.starts_with("| ---") || line.starts_with("| text") || section == "Measured" ||
        section == "The rules by name")
      continue;
    const std::size_t bar = line.find(" |", 2);
    const std::string text = trim(line.substr(2, bar - 2));
    const std::string want = trim(line.substr(bar + 2, line.rfind('|') - bar - 2));
    INFO(text);
    ++rows;
    if (section == "Not yet") CHECK(comes_out(extractor, text) != want);
    else CHECK(comes_out(extractor, text) == want);
  }
  CHECK(rows > 25);
}

TEST_CASE("docs/constructs.md names every rule, and no other", "[extract][docs]") {
  std::ifstream in(std::string(ONRECORD_SOURCE_DIR) + "/docs/constructs.md");
  std::string section;
  std::vector<std::string> documented, there;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) section = line.substr(3);
    if (section == "The rules by name" && line.starts_with("| `")) documented.push_back(line);
  }
  for (std::uint16_t i = 0; i < grammar().number(BuiltIn::Count); ++i)
    there.push_back("| `" + std::string(grammar().construct_name(i)) + "` | " + std::string(grammar().intent(i)) + " |");
  std::sort(documented.begin(), documented.end());
  std::sort(there.begin(), there.end());
  CHECK(documented == there);
}

}  // namespace
}  // namespace onrecord
