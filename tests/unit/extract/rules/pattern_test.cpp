#include "extract/rules/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <random>

#include "catch.h"
#include "extract/rules/grammar.h"

namespace onrecord {
namespace {

// RE2 as the oracle: the longest match at the start.
std::size_t oracle(const std::string& expression, std::string_view text) {
  const RE2 re(expression, RE2::Latin1);
  REQUIRE(re.ok());
  for (std::size_t n = text.size() + 1; n-- > 0;)
    if (RE2::FullMatch(std::string(text.substr(0, n)), re)) return n;
  return Pattern::npos;
}

std::string some_text(std::mt19937& random, std::string_view alphabet) {
  std::string text;
  const std::size_t length = random() % 9;
  for (std::size_t k = 0; k < length; ++k) text += alphabet[random() % alphabet.size()];
  return text;
}

void agrees(const std::string& expression, std::string_view alphabet, int rounds) {
  auto pattern = Pattern::compile(expression);
  REQUIRE(pattern);
  std::mt19937 random(7);
  for (int i = 0; i < rounds; ++i) {
    const std::string text = some_text(random, alphabet);
    INFO(expression << " on " << text);
    CHECK(pattern->longest(text) == oracle(expression, text));
    CHECK(pattern->begins(text) == (pattern->longest(text) != Pattern::npos));
  }
}

TEST_CASE("patterns match as RE2 does", "[extract]") {
  for (const char* expression : {"a", "ab*", "(ab|c)*d?", "[ab]+c", "[^a]b", "a|", "(a|b)(c|d)+", ".b", "a?b?c?", "(a*b)*", "\\(a\\)"})
    agrees(expression, "abcd()", 60);
}

TEST_CASE("patterns of more positions than a word has bits match as RE2 does", "[extract]") {
  std::string many;
  for (int i = 0; i < 33; ++i) many += "[ab]?c?";
  agrees(many, "abc", 60);
  agrees(many + "d", "abcd", 60);
}

TEST_CASE("a pattern whose table would be too large is refused", "[extract]") {
  const auto nth_from_end = [](int n) {  // 2^n states
    std::string out = "[ab]*a";
    for (int i = 1; i < n; ++i) out += "[ab]";
    return out;
  };
  CHECK(Pattern::compile(nth_from_end(11)));
  const auto large = Pattern::compile(nth_from_end(12));
  REQUIRE(!large);
  CHECK(large.error().message == "bad pattern: more than 4,000 states");
  std::string symbols = "a";
  for (int i = 1; i < 4000; ++i) symbols += "|a";
  CHECK(Pattern::compile(symbols));
  CHECK(Pattern::compile(symbols + "b").error().message == "bad pattern: more than 4,000 symbols");
}

TEST_CASE("several patterns side by side match as each does alone, the first among equals", "[extract]") {
  const std::vector<std::string> expressions{"a?b", "a", "ab+", "c(a|b)*", "[ab]b", "ca?"};
  auto all = Pattern::compile_all(expressions);
  REQUIRE(all);
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    const std::string text = some_text(random, "abcd");
    std::size_t length = Pattern::npos, which = 0;
    for (std::size_t e = 0; e < expressions.size(); ++e) {
      const std::size_t n = Pattern::compile(expressions[e])->longest(text);
      if (n == Pattern::npos || (length != Pattern::npos && n <= length)) continue;
      length = n;
      which = e;
    }
    INFO(text);
    const Pattern::Match match = all->longest_of(text);
    CHECK(match.length == length);
    if (length != Pattern::npos) CHECK(match.which == which);
  }
  CHECK(Pattern::compile_all({"a*", "b"})->longest_of("c").length == 0);
  CHECK(all->longest_of("d").length == Pattern::npos);
  CHECK(all->may_begin('c'));
  CHECK(!all->may_begin('d'));
  CHECK(all->may_end()['b']);
  CHECK(!all->may_end()['d']);
}

TEST_CASE("every rule's patterns match as RE2 does", "[extract]") {
  for (const Construct& rule : grammar().constructs) {
    agrees(rule.opens.expression(), "NPVUFIGEJATHiQWwsf&cB,.", 12);
    if (!rule.skip.expression().empty()) agrees(rule.skip.expression(), "NPVUFIGEJATHiQWwsf&cB,.:", 12);
  }
}

TEST_CASE("a construct opens only behind what it must have there", "[extract]") {
  std::mt19937 random(5);
  REQUIRE(grammar().constructs.size() <= 64);  // a bit each
  for (int i = 0; i < 3000; ++i) {
    const std::string behind = some_text(random, "NPVUFIGEJATHiQWwsf&cB,.:");
    Openings::Behind openings(grammar().openings);
    for (std::size_t k = behind.size(); k-- > 0;) openings.add(behind[k]);
    for (std::size_t construct = 0; construct < grammar().constructs.size(); ++construct) {
      const Construct& rule = grammar().constructs[construct];
      const std::size_t skipped = rule.skip.longest(behind);
      const bool opens = skipped != Pattern::npos && rule.opens.begins(std::string_view(behind).substr(skipped));
      INFO(rule.id << " behind " << behind);
      if (opens) CHECK((openings.constructs() >> construct & 1U) == 1);
    }
  }
  Openings::Behind nothing(grammar().openings);
  CHECK(nothing.constructs() == 0);
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
