#include "base/place_index.h"

#include <cstdint>
#include <vector>

#include "catch.h"

using namespace onrecord;

namespace {

// The places, and for every question up to `last` that the answer is that of a search from the start.
void check(const std::vector<std::uint32_t>& places, std::uint32_t last) {
  const auto place = [&](std::size_t i) { return places[i]; };
  PlaceIndex index;
  index.build(places.size(), place);
  for (std::uint32_t from = 0; from <= last; ++from) {
    std::size_t wanted = 0;
    while (wanted < places.size() && places[wanted] < from) ++wanted;
    CAPTURE(from);
    CHECK(index.first_from(from, places.size(), place) == wanted);
  }
}

}  // namespace

TEST_CASE("the first place from any other on is found", "[base]") {
  check({}, 100);
  check({0}, 100);
  check({70}, 200);
  check({3, 3, 3, 9}, 50);                          // several at one place
  check({0, 5, 31, 32, 33, 64, 65, 500, 501}, 600);  // at the edges of the steps, and far apart
}

TEST_CASE("an index is built again over other places", "[base]") {
  const std::vector<std::uint32_t> many = {1, 2, 3, 40, 90}, few = {2};
  PlaceIndex index;
  index.build(many.size(), [&](std::size_t i) { return many[i]; });
  index.build(few.size(), [&](std::size_t i) { return few[i]; });
  const auto place = [&](std::size_t i) { return few[i]; };
  CHECK(index.first_from(1, few.size(), place) == 0);
  CHECK(index.first_from(40, few.size(), place) == 1);
}
