#include "export/columns.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("how many columns a text takes", "[export]") {
  struct Row { const char* text; std::size_t want; };
  static constexpr Row kRows[] = {{"", 0}, {"Zoë", 3}, {"Zoe\xCC\x88", 3}, {"東京", 4}, {"“a”", 3}, {"😀", 2},
                                  {"a\xE2\x80\x8B" "b", 2}, {"한국", 4}};
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.text) { CHECK(display_width(row.text) == row.want); }
  CHECK(display_width(mark(Ink::Bold, "Reyes")) == 5);
}

TEST_CASE("clean text is one harmless line", "[export]") {
  struct Row { const char* name; const char* text; const char* want; };
  static constexpr Row kRows[] = {
      {"white space", "  one\n\t two\xC2\xA0three ", "one two three"},
      {"terminal codes", "a\x1b[31mred\x07", "a[31mred"},
      {"direction overrides", "a\xE2\x80\xAE" "b", "ab"},
      {"eight-bit controls", "a\xC2\x9B" "b", "ab"},
      {"our own inks", "\x02" "bold", "bold"},
      {"accents stay", "“Zoë”", "“Zoë”"},
  };
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(clean(row.text) == row.want); }
}

TEST_CASE("text breaks at blanks", "[export]") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("The bridge will open", 12) == Lines{"The bridge", "will open"});
  CHECK(wrap("The bridge", 10) == Lines{"The bridge"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("The bridge  will open", 12) == Lines{"The bridge", "will open"});  // blanks that a line's end takes the place of
  CHECK(wrap("The  bridge", 12) == Lines{"The  bridge"});
  CHECK(wrap("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
  CHECK(wrap("see news/2026/bridge.txt now", 12) == Lines{"see", "news/2026/", "bridge.txt", "now"});
  CHECK(wrap("東京都庁", 5) == Lines{"東京", "都庁"});
  CHECK(wrap("東", 1) == Lines{"東"});
}

TEST_CASE("an ink is closed where a line breaks, and opened again", "[export]") {
  const std::string inked = "\x02one two\x01 three";
  const auto lines = wrap(inked, 5);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "\x02one\x01");
  CHECK(lines[1] == "\x02two\x01");
  CHECK(lines[2] == "three");
  CHECK(paint(lines[0], true) == "\x1b[1mone\x1b[0m");
  CHECK(paint(lines[0], false) == "one");
}

TEST_CASE("what is too long is cut", "[export]") {
  CHECK(shorten("bridge", 6) == "bridge");
  CHECK(shorten("bridges", 6) == "bridg…");
  CHECK(shorten("東京都", 5) == "東京…");
  CHECK(shorten("bridge", 0) == "");
  CHECK(pad("東京", 6) == "東京  ");
  CHECK(pad("41", 4, true) == "  41");
  CHECK(pad("longer", 3) == "longer");
}
