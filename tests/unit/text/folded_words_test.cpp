// Words folded, and looked for in each other.
#include "catch.h"
#include "text/folded_words.h"

using namespace onrecord;

TEST_CASE("names are sorted by what their letters stand beside", "[text]") {
  CHECK(sort_form("Øyvind Åse") == "oyvind ase");
  CHECK(sort_form("Łucja Kowalska-Đorđić") == "lucja kowalska dordic");
  CHECK(sort_form("Æthel Þorn, Straße") == "aethel thorn strasse");
  CHECK(sort_form("Zo\u0065\u0308 O’Brien") == "zoe o brien");  // a mark of its own behind the letter
  CHECK(sort_form("Иван Ωmega 3") == "иван ωmega 3");           // other alphabets as they are
  CHECK(sort_form("").empty());
}

TEST_CASE("a phrase stands on whole words, its end perhaps on a beginning", "[text]") {
  struct Case {
    const char* text;
    const char* wanted;
    bool there;
  };
  constexpr Case kCases[] = {
      {"the bridge will open", "bridge will", true}, {"the bridge will open", "will bridge", false},
      {"the bridge will open", "bridge", true},      {"the bridge will open", "bridg", false},
      {"the bridge will open", "ridge", false},      {"the bridge will open", "bridg*", true},
      {"the bridge will open", "ridge*", false},     {"the bridge will open", "bridge wi*", true},
      {"the bridge will open", "open", true},        {"the bridge will open", "the", true},
      {"abridge bridge", "bridge", true},            {"abridge bridge", "bridge*", true},
      {"bridges bridge", "bridge", true},            {"", "bridge", false},
      {"bridge", "", false},                         {"bridge", "*", false},
  };
  for (const Case& c : kCases) {
    DYNAMIC_SECTION(c.text << " / " << c.wanted) { CHECK(has_folded_phrase(c.text, c.wanted) == c.there); }
  }
}
