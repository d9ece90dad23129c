#include "base/word_list.h"

#include <string>

#include "catch.h"

using namespace onrecord;

TEST_CASE("a word is on a list as it is spelt and no other way", "[base]") {
  static constexpr WordList kWords{"de", "della", "von", "st.", "\u00D3"};
  for (const std::string_view word : {"de", "della", "von", "st.", "\u00D3"}) CHECK(kWords.has(word));
  for (const std::string_view word : {"", "d", "De", "dE", "do", "den", "delle", "vor", "st", "st..", "o", "$e", "\u00D4"}) {
    CAPTURE(word);
    CHECK_FALSE(kWords.has(word));
  }
  CHECK_FALSE(kWords.has(std::string(64 + 2, 'd')));
}
