// The query language: text, printed tokens, printed tree; what is an error and where it points.
#include "catch.h"
#include "query/language/syntax.h"

using namespace onrecord;
using namespace onrecord::query;

namespace {

struct Row {
  const char* name;
  const char* text;
  const char* tokens;
  const char* tree;
};

constexpr Row kRows[] = {
    {"nothing", "", "", ""},
    {"a word", "bridge", "word[bridge]", "bridge"},
    {"words beside each other", "bridge  storm", "word[bridge] word[storm]", "bridge storm"},
    {"a phrase", "\"far less\" cost", "phrase[far less] word[cost]", "\"far less\" cost"},
    {"a phrase in curly marks", "“far less”", "phrase[far less]", "\"far less\""},
    {"a field", "speaker:reyes", "speaker[reyes]", "speaker:reyes"},
    {"a field by its alias", "by:reyes", "speaker[reyes]", "speaker:reyes"},
    {"a field in capitals", "Speaker:reyes", "speaker[reyes]", "speaker:reyes"},
    {"a field with a phrase", "speaker:\"ana reyes\"", "speaker[ana reyes]", "speaker:\"ana reyes\""},
    {"or", "a1 or b1", "word[a1] or word[b1]", "a1 or b1"},
    {"or binds less than beside", "a1 b1 or c1", "word[a1] word[b1] or word[c1]", "a1 b1 or c1"},
    {"brackets", "(a1 or b1) c1", "( word[a1] or word[b1] ) word[c1]", "(a1 or b1) c1"},
    {"brackets that add nothing", "((a1) (b1))", "( ( word[a1] ) ( word[b1] ) )", "a1 b1"},
    {"without", "a1 -b1", "word[a1] not word[b1]", "a1 -b1"},
    {"without a group", "a1 -(b1 or c1)", "word[a1] not ( word[b1] or word[c1] )", "a1 -(b1 or c1)"},
    {"a hyphen inside a word", "cease-fire", "word[cease-fire]", "cease-fire"},
    {"a span of time", "said:2014-10..2014-11", "said[2014-10..2014-11]", "said:2014-10..2014-11"},
    {"a comparison", "confidence:>0.8", "confidence[>0.8]", "confidence:>0.8"},
    // What makes no sense as an operator is words, or nothing.
    {"a lone mark", "\"", "", ""},
    {"a mark never closed", "\"far less", "phrase[far less]", "\"far less\""},
    {"a lone bracket", "AND (", "word[AND]", "AND"},
    {"brackets the wrong way round", ") a1 (", "word[a1]", "a1"},
    {"empty brackets", "() a1 (())", "word[a1]", "a1"},
    {"or at the beginning", "or a1", "word[or] word[a1]", "\"or\" a1"},
    {"or at the end", "a1 or", "word[a1] word[or]", "a1 \"or\""},
    {"or beside a bracket", "(or) a1", "( word[or] ) word[a1]", "\"or\" a1"},
    {"or twice", "a1 or or b1", "word[a1] word[or] or word[b1]", "a1 \"or\" or b1"},
    {"a lone hyphen", "a1 - b1", "word[a1] word[b1]", "a1 b1"},
    {"only marks", "!!! ?? -- *", "", ""},
    {"a colon after a number", "10:30", "word[10:30]", "10:30"},
    {"an address", "https://example.org/a", "word[https://example.org/a]", "https://example.org/a"},
    {"a colon with nothing after it", "note: this", "word[note:] word[this]", "note: this"},
    {"an apostrophe", "don’t", "word[don’t]", "don’t"},
    {"what SQL would make of it", "'; DROP TABLE statements", "word[';] word[DROP] word[TABLE] word[statements]", nullptr},
    {"what FTS5 would make of it", "NEAR(a1 b1) ^c1 {d1}", "word[NEAR] ( word[a1] word[b1] ) word[^c1] word[{d1}]", "NEAR a1 b1 ^c1 {d1}"},
};

struct Refused {
  const char* name;
  const char* text;
  const char* message;
  const char* hint;  // begins with
};

constexpr Refused kRefused[] = {
    {"an unknown field", "bridge speker:reyes", "column 8: there is no field \"speker\"", "did you mean speaker:?"},
    {"an unknown field like none", "colour:red", "column 1: there is no field \"colour\"", "fields: words"},
    {"columns count characters", "“é” foo:bar", "column 5: there is no field \"foo\"", ""},
    {"no such date", "said:2014-13", "column 6: \"2014-13\" is no value for said:", "a date or a span"},
    {"a span backwards", "when:2015..2014", "column 6: \"2015..2014\" is no value for when:", "a date or a span"},
    {"no such choice", "kind:quoted", "column 6: \"quoted\" is no value for kind:", "one of direct, mixed, indirect"},
    {"neither yes nor no", "negated:maybe", "column 9: \"maybe\" is no value for negated:", "yes or no"},
    {"no number", "confidence:high", "column 12: \"high\" is no value for confidence:", "a number from 0 to 1"},
    {"a number too high", "confidence:>8", "column 12: \">8\" is no value for confidence:", "a number from 0 to 1"},
    {"an id of another kind", "article:s4", "column 9: \"s4\" is no value for article:", "an id such as a12"},
    {"a field without a value", "bridge speaker:", "column 16: speaker: has no value", "words"},
    {"a field with a mark for a value", "speaker:?", "column 9: \"?\" is no value for speaker:", "words"},
};

}  // namespace

TEST_CASE("queries are read as people write them", "[query]") {
  for (const Row& row : kRows) {
    DYNAMIC_SECTION(row.name) {
      const auto tokens = tokenize_query(row.text);
      REQUIRE(tokens.ok());
      if (std::string(row.name) != "what SQL would make of it") CHECK(print(*tokens) == row.tokens);
      const auto tree = parse_query(row.text);
      REQUIRE(tree.ok());
      if (row.tree != nullptr) CHECK(print(*tree) == row.tree);
      // Printed and read again it is the same tree.
      const auto again = parse_query(print(*tree));
      REQUIRE(again.ok());
      CHECK(*again == *tree);
    }
  }
}

TEST_CASE("what cannot be asked is refused where it stands, with what would work", "[query]") {
  for (const Refused& row : kRefused) {
    DYNAMIC_SECTION(row.name) {
      const auto tree = parse_query(row.text);
      REQUIRE_FALSE(tree.ok());
      CHECK(tree.error().code == ErrorCode::Usage);
      CHECK(tree.error().message == row.message);
      CHECK(tree.error().where == row.text);
      CHECK(tree.error().hint.rfind(row.hint, 0) == 0);
    }
  }
}

TEST_CASE("any text is a query: random ones print to themselves", "[query]") {
  const std::vector<std::string> pieces = {"a1",  "\"",  "(",  ")",      "-",     " ",   "or",      " or ",  "“x y”", "said:2014",
                                           "é",   "*",   "'",  "by:ann", "\"b c\"", "--",  "OR ",     "|",     ":",     "kind:direct",
                                           "-(",  "^",   "{}", "\t",     "z9*",   "”",   "not ",    "claim:no"};
  unsigned state = 12345;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      text += pieces[(state >> 16U) % pieces.size()];
    }
    const auto tree = parse_query(text);
    if (!tree) continue;  // two pieces may have made a field of their own
    const std::string printed = print(*tree);
    const auto again = parse_query(printed);
    INFO(text << " => " << printed);
    REQUIRE(again.ok());
    REQUIRE(*again == *tree);
  }
}

TEST_CASE("ten thousand brackets are no trouble", "[query]") {
  const std::string deep = std::string(10000, '(') + "a1" + std::string(10000, ')');
  REQUIRE(parse_query(deep).ok());
  CHECK(print(*parse_query(deep)) == "a1");
  std::string nested = "a1";
  for (int i = 0; i < 3000; ++i) nested = "b1 -(" + nested + " or c1)";
  CHECK(parse_query(nested).ok());
  CHECK(parse_query(std::string(10000, '(')).ok());
  CHECK(parse_query(std::string(10000, '-') + "a1").ok());
}

TEST_CASE("every field says what it takes, and takes its own example", "[query]") {
  for (const Field& f : fields()) {
    DYNAMIC_SECTION(std::string(f.name)) {
      CHECK_FALSE(f.help.empty());
      const auto tree = parse_query(f.example);
      REQUIRE(tree.ok());
      CHECK(tree->kind == Node::Kind::Term);
    }
  }
}
