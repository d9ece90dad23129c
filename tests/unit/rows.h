// Tables of tests: a line a construct, with what is printed of its text.
//
//   constexpr Row kTokens[] = {{"a hyphen", "a well-kept bridge", "a well-kept bridge"}};
//   TEST_CASE("tokens") { check(kTokens, tokens_of); }
#pragma once

#include <span>
#include <string>

#include "catch.h"

namespace onrecord::test {

struct Row {
  const char* name;
  const char* text;
  const char* want;
};

// Each row in a section of its name: `print`, given its text, gives what it wants.
template <typename Print>
void check(std::span<const Row> rows, Print print) {
  for (const Row& row : rows)
    DYNAMIC_SECTION(row.name) { CHECK(print(std::string(row.text)) == row.want); }
}

// Rows that do not come out yet: each speaks up on the day it does.
template <typename Print>
void check_not_yet(std::span<const Row> rows, Print print) {
  for (const Row& row : rows)
    DYNAMIC_SECTION(row.name) { CHECK(print(std::string(row.text)) != row.want); }
}

}  // namespace onrecord::test
