#include "base/halving.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("a search by halves finds every place in every length", "[base]") {
  for (std::size_t size = 0; size <= 70; ++size)
    for (std::size_t true_ones = 0; true_ones <= size; ++true_ones) {
      std::size_t asked = 0;
      bool inside = true;
      const std::size_t found = count_while(size, [&](std::size_t i) {
        ++asked;
        inside = inside && i < size;
        return i < true_ones;
      });
      CAPTURE(size, true_ones);
      CHECK(found == true_ones);
      CHECK(inside);
      CHECK(asked <= 8);
    }
}
