#include "extract/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <random>

#include "catch.h"
#include "extract/candidates.h"

namespace onrecord {
namespace {

// RE2 as the oracle: the longest match at the start, and at the end.
std::size_t oracle(const std::string& expression, std::string_view text, bool back) {
  RE2::Options options(RE2::Latin1);
  options.set_longest_match(true);
  const RE2 re((back ? "(?:" : "^(?:") + expression + (back ? ")$" : ")"), options);
  REQUIRE(re.ok());
  if (!back) {
    for (std::size_t n = text.size() + 1; n-- > 0;)
      if (RE2::FullMatch(std::string(text.substr(0, n)), RE2(expression, options))) return n;
    return Pattern::npos;
  }
  for (std::size_t n = text.size() + 1; n-- > 0;)
    if (RE2::FullMatch(std::string(text.substr(text.size() - n)), RE2(expression, options))) return n;
  return Pattern::npos;
}

void agrees(const std::string& expression, std::string_view alphabet, int rounds) {
  auto pattern = Pattern::compile(expression);
  REQUIRE(pattern);
  std::mt19937 random(7);
  for (int i = 0; i < rounds; ++i) {
    std::string text;
    const std::size_t length = random() % 9;
    for (std::size_t k = 0; k < length; ++k) text += alphabet[random() % alphabet.size()];
    INFO(expression << " on " << text);
    CHECK(pattern->longest(text) == oracle(expression, text, false));
    CHECK(pattern->longest_back(text) == oracle(expression, text, true));
  }
}

TEST_CASE("patterns match as RE2 does", "[extract]") {
  for (const char* expression : {"a", "ab*", "(ab|c)*d?", "[ab]+c", "[^a]b", "a|", "(a|b)(c|d)+", ".b", "a?b?c?", "(a*b)*", "\\(a\\)"})
    agrees(expression, "abcd()", 60);
}

TEST_CASE("every rule's patterns match as RE2 does", "[extract]") {
  for (const Construct& rule : grammar().constructs) {
    agrees(rule.opens.expression(), "NPVUFIGEJATHiQWwsf&cB,.", 12);
    if (!rule.skip.expression().empty()) agrees(rule.skip.expression(), "NPVUFIGEJATHiQWwsf&cB,.:", 12);
  }
}

TEST_CASE("a bad pattern says where", "[extract]") {
  for (const char* expression : {"(a", "a)", "[a", "*a", "a|(b"}) {
    auto pattern = Pattern::compile(expression);
    REQUIRE(!pattern);
    CHECK(pattern.error().where == expression);
    CHECK(!pattern.error().hint.empty());
  }
}

}  // namespace
}  // namespace onrecord
