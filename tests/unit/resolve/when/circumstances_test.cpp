// Where and in what it was said, and to whom.
#include "resolve/read.h"

namespace onrecord {
namespace {

struct Told {
  const char* text;
  const char* want;  // who was told
};

constexpr Told kTold[] = {
    {"“The bridge leaks badly,” Ana Reyes told the Post.", "the Post"},
    {"“The bridge leaks badly,” Ana Reyes, a baker, told reporters on Monday.", "reporters"},
    {"“The bridge leaks badly,” Ana Reyes told a crowd of supporters.", "a crowd of supporters"},
    {"Ana Reyes told a crowd of supporters that the bridge leaks.", "a crowd of supporters"},
    {"“The bridge leaks badly,” Ana Reyes said to the crowd.", "the crowd"},
    {"Speaking to reporters, Ana Reyes said that the bridge leaks.", "reporters"},
    {"Speaking to Radio 4 on Monday, Ana Reyes said: “The bridge leaks badly.”", "Radio 4"},
    {"“The bridge leaks badly,” said Ana Reyes, speaking to the Post.", "the Post"},
    {"Residents were told by the council that the bridge leaks.", "Residents"},
    {"Ana Reyes has told the council that the bridge leaks.", "the council"},
    {"“The bridge leaks badly,” said Ana Reyes.", ""},
    {"“Does the bridge leak? It leaks,” asked Ana Reyes.", ""},
    {"“The bridge leaks badly,” Ana Reyes was told.", "Ana Reyes"},
    {"Told that the bridge leaks, Ana Reyes said it was old.", ""},
    {"“The bridge leaks badly,” Ana Reyes said, pointing to the wall.", ""},
    {"Speaking of the port, Ana Reyes said that the bridge leaks.", ""},
};

}  // namespace

TEST_CASE("who was told", "[resolve]") {
  for (const Told& row : kTold)
    DYNAMIC_SECTION(row.text) {
      const auto read = test::read(row.text);
      const Statement* s = read.about("leak");
      REQUIRE(s != nullptr);
      CHECK(slice(read.article.text, s->addressee) == row.want);
    }
}

TEST_CASE("where and in what", "[resolve]") {
  const auto words = [](std::string_view text, bool medium) {
    const auto read = test::read(text);
    const Statement* s = read.about("leaks");
    REQUIRE(s != nullptr);
    return std::string(slice(read.article.text, medium ? s->medium : s->occasion));
  };
  CHECK(words("“The bridge leaks badly,” Ana Reyes said in a press briefing.", false) == "in a press briefing");
  CHECK(words("At a rally in Calder, Ana Reyes said that the bridge leaks.", false) == "At a rally in Calder");
  CHECK(words("“The bridge leaks badly,” Ana Reyes said in a statement.", true) == "in a statement");
  CHECK(words("“The bridge leaks badly,” Ana Reyes wrote on Twitter.", true) == "on Twitter");
  CHECK(words("“The bridge leaks badly,” Ana Reyes said in court.", false) == "in court");
  CHECK(words("“The bridge leaks badly,” Ana Reyes said on the sidelines of the summit.", false) == "on the sidelines of the summit");
  CHECK(words("“The bridge leaks badly,” Ana Reyes said on her podcast.", true) == "on her podcast");
  CHECK(words("Via WhatsApp, Ana Reyes said that the bridge leaks.", true) == "Via WhatsApp");
  CHECK(words("“The bridge leaks badly,” Ana Reyes said on Radio Calder.", true) == "on Radio Calder");
  CHECK(words("“The bridge leaks badly,” Ana Reyes said on Calder Street.", true).empty());
  CHECK(words("“The bridge leaks badly,” Ana Reyes said in a hurry.", false).empty());
  CHECK(words("Ana Reyes said that it leaks in a meeting room.", false).empty());
  CHECK(words("“The bridge leaks badly,” Ana Reyes said of a statement.", true).empty());
  CHECK(words("Sailors who were at the trial said that it was old, but they added that the bridge leaks.", false).empty());
  CHECK(words("At the trial, sailors said that it was old, but they added that the bridge leaks.", false) == "At the trial");
}

}  // namespace onrecord
