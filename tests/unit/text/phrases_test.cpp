#include "text/phrases.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("a text begins with a phrase", "[text]") {
  const Phrases phrases{"read:", "read more", "related:", "ad", "©"};
  CHECK(phrases.begins("read: the port"));
  CHECK(phrases.begun_by("read more here") == "read more");
  CHECK(phrases.begun_by("related: a map") == "related:");
  CHECK_FALSE(phrases.begins("read it all"));
  CHECK_FALSE(phrases.begins("ready"));
  CHECK_FALSE(phrases.begins("rea"));
  CHECK_FALSE(phrases.begins(""));
}

TEST_CASE("phrases of fewer than four bytes are found in texts of any length", "[text]") {
  const Phrases phrases{"read:", "ad", "©"};
  CHECK(phrases.begins("ad"));
  CHECK(phrases.begins("adverts"));
  CHECK(phrases.begins("© 2014"));
  CHECK(phrases.holds("ad"));
  CHECK_FALSE(phrases.begins("a"));
  CHECK_FALSE(phrases.holds("ads"));
  CHECK_FALSE(phrases.holds("read"));
}
