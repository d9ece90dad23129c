// What an attribution tells that somebody did: one line per way of saying nothing, and as many near misses.
#include "extract/select/act.h"

#include <vector>

#include "catch.h"
#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

struct Row {
  const char* text;
  bool no_comment;
};

constexpr Row kRows[] = {
    {"Ana Reyes declined to comment.", true},
    {"Ana Reyes refused to comment on the bridge.", true},
    {"Ana Reyes would not comment on the plan.", true},
    {"Ana Reyes did not respond to a request for comment.", true},
    {"Ana Reyes did not immediately respond to a request for comment.", true},
    {"Ana Reyes offered no comment.", true},
    {"Ana Reyes could not be reached for comment.", true},
    {"Ana Reyes was unavailable for comment on Monday.", true},
    {"Ana Reyes was not available for comment.", true},
    {"Neither Ana Reyes nor John Doe responded to requests for comment.", true},
    {"Nobody at the port replied to several emails.", true},
    {"The port did not return calls seeking comment.", true},
    {"Ana Reyes would not be drawn on the price of the boats.", true},
    {"Ana Reyes declined to be drawn on the price of the boats.", true},
    {"Ana Reyes would neither confirm nor deny that the bridge leaks.", true},
    {"Ana Reyes declined to confirm or deny the report.", true},
    {"Ana Reyes could confirm or deny the report.", false},
    {"The port has yet to comment.", true},
    {"Efforts to reach the mayor for comments proved abortive.", true},
    {"Attempts to contact Ana Reyes proved unsuccessful.", true},
    {"Efforts to reach the mayor on foot proved costly.", false},
    {"Efforts to raise the boat proved abortive.", false},
    {"Efforts to reach the crew proved unsuccessful.", false},
    {"Ana Reyes had no comment.", true},
    {"Ana Reyes could not be reached by boat.", false},
    {"Ana Reyes was available for comment.", false},
    {"The port did not return the boats.", false},
    {"The blinds were not drawn over the window.", false},
    {"The port has yet to open.", false},
    {"Ana Reyes had no boat.", false},
    {"Ana Reyes declined the offer.", false},
    {"Ana Reyes did not like the comment.", false},
    {"Ana Reyes declined to say whether the bridge leaks.", false},
    {"Ana Reyes did not say that the bridge leaks.", false},
    {"Ana Reyes said that the bridge leaks, and had no comment on the rest.", false},
    {"Ana Reyes responded to a request for comment with a joke.", false},
};

struct ActRow {
  const char* text;
  Act act;  // of its outermost statement
};

constexpr ActRow kActs[] = {
    {"Ana Reyes said that the bridge leaks.", Act::Statement},
    {"Ana Reyes said she hoped that the bridge would open.", Act::Statement},
    {"“It always leaked,” Ana Reyes rued.", Act::Statement},
    {"“It always leaked,” Ana Reyes thought.", Act::Attitude},
    {"Ana Reyes rued that the bridge leaked.", Act::Attitude},
    {"Ana Reyes criticised the plan for the bridge.", Act::SpeechAct},
    {"Ana Reyes hopes that the bridge will open.", Act::Attitude},
    {"Ana Reyes seemed to think that the bridge leaks.", Act::Attitude},
    {"Ana Reyes has doubts about the bridge.", Act::Attitude},
    {"Ana Reyes, the mayor of Calder, expressed concern over the bridge on Monday.", Act::SpeechAct},
    {"Her hope that the bridge would open was dashed.", Act::Attitude},
    {"Ana Reyes is afraid that the bridge leaks.", Act::Attitude},
};

std::vector<Statement> statements_of(const char* text) {
  const Article article = test::paragraphs(text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  return cascade.statements();
}

}  // namespace

TEST_CASE("what was said, done by words and thought are told apart", "[extract]") {
  for (const ActRow& row : kActs)
    DYNAMIC_SECTION(row.text) {
      std::vector<Act> acts;
      for (const Statement& s : statements_of(row.text))
        if (s.within < 0) acts.push_back(s.act);
      CHECK(acts == std::vector{row.act});
    }
}

TEST_CASE("who would say nothing is told apart from who said something", "[extract]") {
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.text) {
      bool found = false;
      for (const Statement& s : statements_of(row.text)) found |= s.within < 0 && s.act == Act::NoComment;
      CHECK(found == row.no_comment);
    }
}

}  // namespace onrecord
