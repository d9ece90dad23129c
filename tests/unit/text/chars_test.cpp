#include "text/chars.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("a character and its size", "[text]") {
  const std::string_view text = "aÿ€😀";
  CHECK(char_at(text, 0).code == U'a');
  CHECK(char_at(text, 1).code == U'ÿ');
  CHECK(char_at(text, 3).code == U'€');
  CHECK(char_at(text, 6).code == U'😀');
  CHECK(char_at(text, 6).size == 4);
  CHECK(char_at(text, text.size()).size == 0);
  CHECK(char_before(text, text.size()).code == U'😀');
  CHECK(char_before(text, 1).code == U'a');
  CHECK(char_before(text, 0).size == 0);
}

TEST_CASE("a character cut off by the text's end does not reach past it", "[text]") {
  for (const std::string_view whole : {"ÿ", "€", "😀"}) {
    for (std::size_t kept = 1; kept < whole.size(); ++kept) {
      CHECK(char_at(whole.substr(0, kept), 0).size == kept);
    }
  }
}
