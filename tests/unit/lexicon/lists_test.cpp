#include "lexicon/lists.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "lexicon/fold_hash.h"

using namespace onrecord;
using namespace onrecord::lexicon;

namespace {

std::string error_of(std::string_view file, std::string_view bytes) {
  Lists lists;
  auto read = lists.read(file, bytes);
  if (!read) return read.error().text();
  auto finished = lists.finish();
  return finished ? "" : finished.error().text();
}

}  // namespace

TEST_CASE("a bad line is named with file and line", "[lexicon]") {
  CHECK(error_of("person.txt", "# people\nanalyst\nbaker\n") == "");
  CHECK(error_of("person.txt", "# people\nbaker\nbaker\n") == "person.txt:3: \"baker\" listed twice");
  CHECK(error_of("person.txt", "baker\nanalyst\n") ==
        "person.txt:2: \"analyst\" stands after \"baker\"; sort with LC_ALL=C sort -u");
  CHECK(error_of("person.txt", "Baker\n") == "person.txt:1: \"Baker\" is not in small letters");
  CHECK(error_of("person.txt", "\n\nbaker \n") == "person.txt:3: stray white space; divide fields by one space");
  CHECK(error_of("person.txt", "baker\r\n") == "person.txt:1: stray white space; divide fields by one space");
  CHECK(error_of("person.txt", "master baker\n") == "person.txt:1: more than one word on the line");
  CHECK(error_of("persons.txt", "baker\n").starts_with("persons.txt: no word list has this name"));
  CHECK(error_of("tags.txt", "baker\n").starts_with("tags.txt:1: not a word, its tags"));
  CHECK(error_of("tags.txt", "bake v\nbaker nQ\n").starts_with("tags.txt:2: not a word, its tags"));
  CHECK(error_of("inflections.txt", "baked bake\n").starts_with("inflections.txt:1: not a form"));
  CHECK(error_of("inflections.txt", "baked bake de\n") ==
        "inflections.txt: \"bake\", the base form of \"baked\", is in no list; add it to tags.txt");
  CHECK(error_of("clusters.txt", "bake 3 63\n") == "");
  CHECK(error_of("clusters.txt", "bake 3\n").starts_with("clusters.txt:1: not a word, its cluster"));
  CHECK(error_of("clusters.txt", "bake 3 64\n") == error_of("clusters.txt", "bake 3x 6\n"));
  CHECK(error_of("frequent.txt", "the\nof\nthe\n") == "frequent.txt:3: \"the\" listed twice");
}

TEST_CASE("forms take the classes of their base form that suit them", "[lexicon]") {
  Lists lists;
  REQUIRE(lists.read("person.txt", "reporter\n"));
  REQUIRE(lists.read("speech_noun.txt", "report\n"));
  REQUIRE(lists.read("takes_quote.txt", "report\n"));
  REQUIRE(lists.read("tags.txt", "report nvp\nreported de\nreporter n\nreporters m\nreports mz\n"));
  REQUIRE(lists.read("inflections.txt", "reported report de\nreporters reporter m\nreports report mz\n"));
  REQUIRE(lists.read("frequent.txt", "reports\n"));
  REQUIRE(lists.finish());
  const auto words = lists.in_order();
  REQUIRE(words.size() == 5);
  const auto classes = [&](std::string_view word) {
    for (const auto& [spelling, entry] : words)
      if (spelling == word) return entry->classes & ~word_class::kCommonWord;
    return ~word_class::Bits{0};
  };
  CHECK(words[0].first == "reports");
  CHECK(classes("reports") == (word_class::kSpeechNoun | word_class::kTakesQuote));
  CHECK(classes("reported") == word_class::kTakesQuote);
  CHECK(classes("reporters") == word_class::kPeople);
  CHECK(classes("reporter") == word_class::kPerson);
}

TEST_CASE("forms are used like their base form", "[lexicon]") {
  Lists lists;
  REQUIRE(lists.read("tags.txt", "criticise v\ncriticize v\ncritics m\n"));
  REQUIRE(lists.read("inflections.txt", "criticised criticize de\n"));
  REQUIRE(lists.read("clusters.txt", "criticize 12 0\ncritics 0 7\n"));
  REQUIRE(lists.finish());
  const auto clusters = [&](std::string_view word) {
    for (const auto& [spelling, entry] : lists.in_order())
      if (spelling == word) return std::pair<int, int>(entry->clusters.verb, entry->clusters.noun);
    return std::pair<int, int>(-1, -1);
  };
  CHECK(clusters("criticised") == std::pair(12, 0));
  CHECK(clusters("criticize") == std::pair(12, 0));
  CHECK(clusters("critics") == std::pair(0, 7));
  CHECK(clusters("criticise") == std::pair(0, 0));
}

TEST_CASE("every list of the tree is read without complaint", "[lexicon]") {
  Lists lists;
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(ONRECORD_SOURCE_DIR "/core/lexicon/words")) {
    if (file.path().extension() != ".txt") continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    INFO(file.path().filename().string());
    CHECK(bytes.starts_with("# "));
    auto read = lists.read(file.path().filename().string(), bytes);
    CHECK((read ? "" : read.error().text()) == "");
    ++files;
  }
  CHECK(files > 35);
  CHECK(lists.finish());
}

TEST_CASE("folding", "[lexicon]") {
  CHECK(fold("Said") == "said");
  CHECK(fold("\u00C9COLE") == "\u00E9cole");
  CHECK(fold("D\u2019Arcy") == "d'arcy");
  CHECK(fold("3\u00D73") == "3\u00D73");  // the multiplication sign is no letter
  CHECK(fold("@[`{") == "@[`{");
  for (unsigned c = 0; c < 128; ++c) {
    const char letter = static_cast<char>(c);
    const std::string expected = fold(std::string_view(&letter, 1));
    char bytes[8] = {letter};
    CHECK((fold_ascii(load_eight(bytes)) & 0xFF) == static_cast<unsigned char>(expected[0]));
  }
}
