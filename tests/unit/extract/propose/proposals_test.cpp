// What is kept of all that the constructs propose.
#include "catch.h"
#include "extract/propose/proposed.h"

namespace onrecord {
namespace {

constexpr test::ProposedRow kRows[] = {
    {"whoever is spoken of does not say so", "that-clause", "Simply saying that you bake at home is a mistake.", ""},
    {"whoever says so does", "that-clause", "Reyes left, saying that you bake at home.", "Reyes › saying › that you bake at home"},
};

}  // namespace

TEST_CASE("nobody says what tells of him", "[extract]") {
  for (const auto& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(test::proposed(row.text, row.construct) == row.want); }
}

}  // namespace onrecord
