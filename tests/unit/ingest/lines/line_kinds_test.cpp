#include "ingest/lines/line_kinds.h"

#include <string>

#include "catch.h"

using namespace onrecord;

namespace {

struct Row {
  const char* text;
  bool want;
};

template <std::size_t N, typename Question>
void ask(const Row (&rows)[N], Question question) {
  for (const Row& row : rows) {
    DYNAMIC_SECTION(row.text) {
      CHECK(question(row.text) == row.want);
      if (row.want) CHECK_FALSE(is_plainly_running(row.text));
    }
  }
}

}  // namespace

TEST_CASE("captions", "[ingest]") {
  static constexpr Row kRows[] = {
    {"RARE OFFER. Envoy Marta Lindqvist meets the press in Portwell. Photo by Ana Reyes/Harbour Post", true},
    {"ON THE WATER. Boats wait for the tide in Portwell harbour.", true},
    {"Boats wait in Portwell harbour. (Photo: Ana Reyes)", true},
    {"Boats wait in Portwell harbour. File photo", true},
    {"Boats wait in Portwell harbour. Image: AFP/Getty", true},
    {"Photo by Ana Reyes", true},
    {"(AP Photo/Ana Reyes)", true},
    {"Ana Reyes/Getty Images", true},
    {"Bloomberg via Getty Images.", true},
    {"FILE - In this May 4, 2016 file photo, boats wait in Portwell.", true},
    {"In this Oct. 4, 2016, photo, boats wait in Portwell.", true},
    {"Credit: Ana Reyes", true},
    // Near misses.
    {"A file photo of the bridge was shown to the court.", false},
    {"The council published a photo by mistake, and the mayor was angry about it.", false},
    {"NOT NOW. “We will wait,” the mayor said.", false},
    {"The mayor held up a photo: it was of the bridge.", false},
    {"NATO. No.", false},
    {"The dinner came courtesy of the Portwell Bakers.", false},
    {"U.S. officials left the harbour.", false},
    {"PORTWELL – Boats wait in the harbour.", false},
    {"REYES: I have no photo of that.", false},
    {"", false},
  };
  ask(kRows, [](std::string_view t) { return is_caption(t); });
}

TEST_CASE("links", "[ingest]") {
  static constexpr Row kRows[] = {
    {"(READ: Council delays the bridge)", true},
    {"READ: Council delays the bridge", true},
    {"Read also: Council delays the bridge", true},
    {"RELATED: Council delays the bridge", true},
    {"MORE: Council delays the bridge", true},
    {"→ Read more: Council delays the bridge", true},
    {"Watch the mayor's interview here.", true},
    {"See photos from the march below:", true},
    {"Read more", true},
    {"https://example.org/bridge", true},
    // Near misses.
    {"Read the law, the mayor told the council.", false},
    {"(The mayor had read: nothing.)", false},
    {"Watch out for the tide, boatmen say.", false},
    {"“Read: the law,” she said.", false},
    {"Related families live in the old town.", false},
    {"More than forty boats came.", false},
    {"(READ: one) and then it went on (READ: two)", false},
    {"", false},
  };
  ask(kRows, [](std::string_view t) { return is_link(t); });
}

TEST_CASE("signatures", "[ingest]") {
  static constexpr Row kRows[] = {
    {"(Reporting by Ana Reyes; Editing by John Doe)", true},
    {"Reporting by Ana Reyes", true},
    {"– HarbourPost.com", true},
    {"— AFP", true},
    {"Ana Reyes contributed to this report.", true},
    {"Reyes reported from Portwell.", true},
    {"Contributing: Ana Reyes", true},
    {"This story has been updated with the mayor's comment.", true},
    // Near misses.
    {"Reporting by the council shows a loss.", false},
    {"Losses were reported from all harbours.", false},
    {"Editing by hand takes a day, Reyes said.", false},
    {"“It is done.” – Ana Reyes", false},
    {"– Not that it mattered", false},
    {"– Harbour Post", false},  // alone it may be one of a list
    {"The rain contributed to the floods.", false},
    {"", false},
  };
  ask(kRows, [](std::string_view t) { return is_signature(t); });
}

TEST_CASE("what belongs to the page", "[ingest]") {
  static constexpr Row kRows[] = {
    {"Share this", true}, {"SHARE THIS ARTICLE", true}, {"ADVERTISEMENT", true}, {"- Advertisement -", true}, {"Comments",
     true}, {"12 Comments", true}, {"Add a comment", true},
    {"Subscribe to our newsletter", true}, {"Follow us on Twitter", true}, {"Follow Ana Reyes on Twitter @anareyes.",
     true}, {"Click here to sign up.", true},
    {"© 2014 Harbour Post. All rights reserved.", true}, {"___", true}, {"* * *", true}, {".bio-text {", true}, {"margin-right:15px;",
     true}, {"Story continues below", true},
    {"There are no comments yet. Add your comment to start the conversation.", true}, {"Sign up for our morning email", true},
    // Near misses.
    {"Share prices fell in Portwell.", false}, {"Comments by the mayor drew anger.", false}, {"Follow the money, Reyes told the court.",
     false}, {"Subscribe to our view or leave, the mayor said.", false},
    {"Click here, the mayor told the class.", false}, {"Home owners pay more.", false}, {"The end", false}, {"No.", false}, {"7",
     false}, {"Print shops closed in May; more will follow;", false},
    {"Copyright law, she said, is old.", false}, {"", false},
  };
  ask(kRows, [](std::string_view t) { return is_boilerplate(t); });
}

TEST_CASE("headings", "[ingest]") {
  static constexpr Row kRows[] = {
    {"‘Visit a separate issue’", true}, {"'A quiet harbour'", true}, {"A long wait for the bridge", true}, {"What happens next?",
     true}, {"“A turning point”", true}, {"WHO PAYS", true}, {"3 lessons of the flood", true},
    // Near misses.
    {"The mayor left.", false}, {"“We will wait.”", false}, {"He said it was over", false}, {"and the rest", false}, {"REYES: Yes",
     false}, {"The mayor “never” came", false}, {"Did you see her?", false},
    {"The mayor explained, 'It is old.'", false}, {"Council ‘in a hole’", true},
    {"The council, the mayor, the boatmen and the owners of every house on the hill beyond the old harbour wall and its mill",
     false}, {"On the list:", false}, {"‘We will wait,’ she said", false}, {"Hi", false},
  };
  ask(kRows, [](std::string_view t) { return is_heading(t, true); });
  CHECK(is_heading("'Pretty calm waters.'", false));
  CHECK_FALSE(is_heading("'Pretty calm waters.'", true));
}

TEST_CASE("running text is known at a glance", "[ingest]") {
  for (const char* text : {"The council put off the opening of the bridge on Monday.",
                           "“We will wait until it is safe, and not a day longer,” the mayor said.",
                           "Reyes, who leads the council, would not say when the work is to go on."}) {
    DYNAMIC_SECTION(text) { CHECK(is_plainly_running(text)); }
  }
}

TEST_CASE("sign-offs at a paragraph's end", "[ingest]") {
  struct TailRow { const char* text; const char* sign_off; const char* signer; };
  static constexpr TailRow kRows[] = {
    {"“It is done.” – HarbourPost.com", "– HarbourPost.com", "HarbourPost"},
    {"The bridge opens in May. — AFP", "— AFP", "AFP"},
    {"The bridge opens in May.—AFP", "—AFP", "AFP"},
    {"The bridge opens in May. -- Harbour Post", "-- Harbour Post", "Harbour Post"},
    {"It opens. – with reports from Agence France-Presse/HarbourPost.com", "– with reports from Agence France-Presse/HarbourPost.com",
     "HarbourPost"},
    {"“It is done.” – Ana Reyes", "", ""},
    {"The bridge opens – Ana Reyes", "", ""},
    {"The mayor left. – And never came back", "", ""},
    {"The well-known Post", "", ""},
    {"A plan. – Monday", "", ""},
    {"", "", ""},
  };
  for (const TailRow& row : kRows) {
    const std::string_view text = row.text;
    const Tail tail = find_tail(text);
    DYNAMIC_SECTION(row.text) {
      CHECK(slice(text, tail.sign_off) == row.sign_off);
      CHECK(tail.signer == row.signer);
    }
  }
}
