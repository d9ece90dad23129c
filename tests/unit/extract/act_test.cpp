// What an attribution tells that somebody did: one line per way of saying nothing, and as many near misses.
#include "extract/act.h"

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
    {"Ana Reyes declined the offer.", false},
    {"Ana Reyes did not like the comment.", false},
    {"Ana Reyes declined to say whether the bridge leaks.", false},
    {"Ana Reyes did not say that the bridge leaks.", false},
    {"Ana Reyes said that the bridge leaks, and had no comment on the rest.", false},
    {"Ana Reyes responded to a request for comment with a joke.", false},
};

}  // namespace

TEST_CASE("who would say nothing is told apart from who said something", "[extract]") {
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.text) {
      const Article article = test::paragraphs(row.text);
      Document doc;
      segment(article, doc);
      Cascade cascade;
      cascade.read(article, doc);
      bool found = false;
      for (const Statement& s : cascade.statements()) found |= s.within < 0 && s.act == Act::NoComment;
      CHECK(found == row.no_comment);
    }
}

}  // namespace onrecord
