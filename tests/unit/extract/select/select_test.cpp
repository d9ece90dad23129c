// What is kept of what was proposed.
#include "catch.h"
#include "onrecord/extract.h"
#include "segment/dump.h"

namespace onrecord {

TEST_CASE("who said that who said that who said, no deeper than four below the first", "[extract]") {
  const auto rows = [](int sayers) {
    constexpr const char* kNames[] = {"Ana Roe", "Bob Doe", "Cal Poe", "Dan Moe", "Eve Noe", "Fay Loe", "Gus Hay"};
    std::string text;
    for (int i = 0; i < sayers; ++i) text += std::string(kNames[i]) + " said that ";
    return Extractor().extract(test::paragraphs(text + "it leaks.")).size();
  };
  CHECK(rows(1) == 1);
  CHECK(rows(5) == 5);
  CHECK(rows(7) == 5);
}

}  // namespace onrecord
