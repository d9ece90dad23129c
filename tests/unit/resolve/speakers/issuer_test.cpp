#include "resolve/speakers/issuer.h"

#include <string>

#include "catch.h"
#include "resolve/read.h"

using namespace onrecord;

namespace {

// Who says that the bridge leaks, in a text with these words before and behind.
std::string speaker(const std::string& before, const std::string& behind = "") {
  const test::Read read =
      test::read(before + "\n\nWe believe that the bridge leaks. The council has been told so three times.\n\n" + behind);
  const Statement* statement = read.about("the bridge leaks");
  REQUIRE(statement != nullptr);
  return statement->speaker ? statement->speaker->name : "?";
}

struct Row {
  const char* name;
  const char* before;
  const char* behind;
  const char* want;
};

constexpr Row kRows[] = {
    {"from a desk", "From the desk of Senator Paul Grenville", "", "Paul Grenville"},
    {"a statement", "Statement by Mayor Lina Ortez on the Closing of the Bridge", "", "Lina Ortez"},
    {"remarks, the office first", "Opening Remarks by the Minister of Fisheries, Anna Holt, at the Harbour Conference", "", "Anna Holt"},
    {"a speech, the name first", "Text of a speech by Anna Maria Holt, Minister of Fisheries", "", "Anna Maria Holt"},
    {"an organisation", "Statement from the Harbour Trust on the bridge", "", "Harbour Trust"},
    {"a letter", "The bridge\n\nDear neighbours,", "Sincerely,\n\nPaul Grenville", "Paul Grenville"},
    {"a letter to the editor", "The bridge\n\nSir, – It is late.", "Yours faithfully,\n\nPaul Grenville", "Paul Grenville"},
    {"a letter with regards", "The bridge\n\nDear colleagues,", "With warm regards,\n\nPaul Grenville\nChief Executive", "Paul Grenville"},
    {"one of a page of letters", "Letters: the bridge\n\nIt is late, and nobody cares.\n\nAna Reyes, Calder", "Paul Grenville, Moor",
     "Paul Grenville"},
    {"about the company", "Ferries ordered\n\nSOLVANE – Brightwater Ferries today announced a new crossing.",
     "About Brightwater Ferries\n\nBrightwater Ferries runs nine crossings.", "Brightwater Ferries"},
    {"who announces in a release",
     "FOR IMMEDIATE RELEASE\n\nFerries ordered\n\nSOLVANE, March 4 – The Harbour Trust today announced a new crossing.", "",
     "Harbour Trust"},
};

constexpr Row kNone[] = {
  {"a report", "Ferries ordered\n\nSOLVANE – Brightwater Ferries today announced a new crossing.", "", "?"},
  {"a name and a town below a report", "The bridge\n\nIt is late, and nobody cares.", "Paul Grenville, Moor", "?"},
  {"a headline about a statement", "Union angry at mayor's statement on the bridge", "", "?"},
  {"a statement of nobody by name", "Statement by the Prime Minister on the bridge", "", "?"},
  {"a letter that nobody greets", "The bridge", "Sincerely,\n\nPaul Grenville", "?"},
  {"about a thing in the middle", "Ferries ordered", "About time, the boatmen on the quay said to one another.", "?"},
};

}  // namespace

TEST_CASE("the first person of a text that somebody issued", "[resolve]") {
  for (const Row& row : kRows) DYNAMIC_SECTION(row.name) { CHECK(speaker(row.before, row.behind) == row.want); }
}

TEST_CASE("a report has no issuer", "[resolve]") {
  for (const Row& row : kNone) DYNAMIC_SECTION(row.name) { CHECK(speaker(row.before, row.behind) == row.want); }
  // Where a writer is named it is the writer.
  CHECK(speaker("Statement by Mayor Lina Ortez on the Bridge\n\nBy Ana Reyes") == "Ana Reyes");
}
