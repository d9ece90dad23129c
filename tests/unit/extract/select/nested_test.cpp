// Statements within statements: which are kept.
#include <string>

#include "catch.h"
#include "onrecord/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// "mention>cue" of each statement, those within another in brackets behind it.
std::string dump(const std::string& text) {
  static Extractor extractor;
  std::string out;
  for (const Statement& s : extractor.extract(test::paragraphs(text))) {
    const std::string row = std::string(slice(text, s.mention)) + ">" + std::string(slice(text, s.cue));
    out += (out.empty() ? "" : " ") + (s.within >= 0 ? "(" + row + ")" : row);
  }
  return out;
}

constexpr Row kRows[] = {
    {"a sentence, who said it, and who has that", "There is nothing in the new figures, the health board said, according to Reuters.",
     "Reuters>according to (the health board>said)"},
    {"what nobody is said to have said", "There is nothing in the new figures, according to Reuters.", "Reuters>according to"},
};

}  // namespace

TEST_CASE("what somebody is said to have said is a row of its own", "[extract]") { test::check(kRows, dump); }

}  // namespace onrecord
