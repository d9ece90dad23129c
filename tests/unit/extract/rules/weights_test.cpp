#include "extract/rules/weights.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"

using namespace onrecord;

TEST_CASE("the built-in weights are those of weights.tsv", "[extract]") {
  std::ifstream in(ONRECORD_SOURCE_DIR "/core/extract/rules/weights.tsv", std::ios::binary);
  const std::string file((std::istreambuf_iterator<char>(in)), {});
  const auto read = Weights::read(file);
  REQUIRE(read.ok());
  const Weights::Table want = read->table(), built_in = built_in_weights().table();
  CHECK(std::ranges::equal(built_in.displacements, want.displacements));
  CHECK(std::ranges::equal(built_in.slots, want.slots, [](auto a, auto b) { return a.mark == b.mark && a.units == b.units; }));
}

TEST_CASE("weights are found by their keys, in a copy too", "[extract]") {
  Weights weights;
  CHECK(weights.units(feature_key("l|say")) == 0);
  {
    const Weights read = *Weights::read("# counted\nl|say\t1.5\nc|quote|V\t-0.25\nl|say\t2\n");
    weights = read;
  }
  CHECK(weights.units(feature_key("l|say")) == 20'000);  // the last line of a name counts
  CHECK(weights.units(feature_key("c|quote|V")) == -2'500);
  CHECK(weights.units(feature_key("c|quote")) == 0);
}

TEST_CASE("a line that is no weight is named", "[extract]") {
  const auto read = Weights::read("l|say\t1.5\nl|tell 2\n", "own.tsv");
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().where == "own.tsv:2");
}
