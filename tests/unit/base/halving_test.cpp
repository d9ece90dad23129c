#include "base/halving.h"

#include <vector>

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

TEST_CASE("the first element that something does not hold for", "[base]") {
  std::vector<int> numbers = {1, 3, 3, 8};
  const auto below = [](int limit) { return [limit](int n) { return n < limit; }; };
  CHECK(first_without(numbers, below(3)) - numbers.begin() == 1);
  CHECK(first_without(numbers, below(0)) == numbers.begin());
  CHECK(first_without(numbers, below(9)) == numbers.end());
  numbers.clear();
  CHECK(first_without(numbers, below(9)) == numbers.end());
}
