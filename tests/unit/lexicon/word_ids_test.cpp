#include "lexicon/word_ids.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("a few words are told by their ids", "[lexicon]") {
  const auto from = ids_of("from", "by");
  CHECK(from.has(look_up("from").id));
  CHECK(from.has(look_up("By").id));
  CHECK(!from.has(look_up("among").id));

  const auto says = ids_of("say");
  CHECK(says.has(look_up("said").lemma));
  CHECK(!says.has(look_up("said").id));
}

TEST_CASE("words that no list has are none of a few, one of which is such a word", "[lexicon]") {
  REQUIRE(look_up("zzyzx").id == 0);
  CHECK(!ids_of("from", "zzyzx").has(look_up("qwrtp").id));
}
