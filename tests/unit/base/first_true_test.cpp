#include "base/first_true.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("the first answer that is true, and behind all of them where none is", "[base]") {
  STATIC_REQUIRE(first_true(true) == 0);
  STATIC_REQUIRE(first_true(false, true, true) == 1);
  STATIC_REQUIRE(first_true(false, false, true) == 2);
  STATIC_REQUIRE(first_true(false, false, false) == 3);
  STATIC_REQUIRE(first_true() == 0);
}
