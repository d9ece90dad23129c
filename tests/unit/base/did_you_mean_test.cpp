#include "base/did_you_mean.h"

#include "catch.h"

using onrecord::did_you_mean;

TEST_CASE("the word that was perhaps meant", "[base]") {
  const std::vector<std::string> known{"speaker", "source", "said", "since", "adeyemi"};
  struct Row { const char* typed; const char* want; };
  static constexpr Row kRows[] = {
      {"speker", "speaker"},    // a letter left out
      {"sepaker", "speaker"},   // two that changed places
      {"adeyeny", "adeyemi"},   // two others in seven
      {"sour", "source"},       // begun
      {"said", "said"},
      {"sai", "said"},
      {"s", ""},                // one letter begins nothing
      {"xanthippe", ""},
      {"", ""},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.typed);
    CHECK(did_you_mean(row.typed, known) == row.want);
  }
  CHECK(did_you_mean(std::string(65, 'a'), {std::string(66, 'a')}).empty());  // no word is so long
}
