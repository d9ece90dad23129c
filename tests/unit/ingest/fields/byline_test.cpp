#include "ingest/fields/byline.h"

#include "catch.h"

using namespace onrecord;

TEST_CASE("names come out of bylines", "[ingest]") {
  struct Row { const char* line; const char* want; };
  static constexpr Row kRows[] = {
    {"By Ana Reyes", "Ana Reyes"},
    {"BY ANA REYES AND JOHN DOE", "Ana Reyes; John Doe"},
    {"By Ana Reyes, John Doe and Mary-Jane O'Neil", "Ana Reyes; John Doe; Mary-Jane O'Neil"},
    {"by Ana de la Cruz, Staff Writer", "Ana de la Cruz"},
    {"By MARC O'NEIL-DOE, Harbour Post", "Marc O'Neil-Doe"},
    {"By ANGUS McCRAE", "Angus McCrae"},
    {"By ANGUS MCCRAE", "Angus McCrae"},
    {"By James B. Stew Jr.", "James B. Stew Jr."},
    {"By John Doe, Jr.", "John Doe Jr."},
    {"Ana Reyes in Portwell", "Ana Reyes"},
    {"By Ana Reyes for the Harbour Post", "Ana Reyes"},
    {"By Ana Reyes | Harbour Post | October 4, 2016", "Ana Reyes"},
    {"Ana Reyes/AFP", "Ana Reyes"},
    {"Ana Reyes, 29 Oct 2014", "Ana Reyes"},
    {"By Ana Reyes (Reuters)", "Ana Reyes"},
    {"By: Ana Reyes - Senior Reporter", "Ana Reyes"},
    {"By Ana Reyes, Ana Reyes", "Ana Reyes"},
    {"By Ana Reyes , Minh Doe on Monday, November 18th, 2019 at 11:08 a.m.", "Ana Reyes; Minh Doe"},
    {"By Ayşe Öztürk and José Niño", "Ayşe Öztürk; José Niño"},
    {"By Virgil", "Virgil"},
    {"By The Associated Press", "The Associated Press"},
    {"By Harbour Post Staff", "Harbour Post Staff"},
    {"Reuters", "Reuters"},
    {"By Ana Reyes, Associated Press", "Ana Reyes"},
    {"October 4, 2016", ""},
    {"", ""},
  };
  for (const Row& row : kRows) DYNAMIC_SECTION(row.line) { CHECK(byline_names(row.line) == row.want); }
}

TEST_CASE("bylines by their own words, and near misses", "[ingest]") {
  for (const char* line :
       {"By Ana Reyes", "By Ana Reyes.", "BY ANA REYES", "Written by Ana Reyes", "Ana Reyes, Staff Writer", "Ana Reyes | Reuters",
        "Ana Reyes, Harbour Post", "Ana Reyes/AFP", "By Ana Reyes and John Doe in Portwell", "By The Associated Press",
        "Ana Reyes – Oct. 4, 2016", "BYLINE: Ana Reyes", "By Ana Reyes on Monday, November 18th, 2019 at 11:08 a.m."}) {
    DYNAMIC_SECTION(line) { CHECK(is_byline(line)); }
  }
  for (const char* line :
       {"By Tuesday, the bridge was open", "By October the water had gone.", "By the time Ana Reyes came, it was over.", "Ana Reyes",
        "Ana Reyes, who leads the council, left.", "By", "By Ana Reyes said the mayor was late.", "Ana Reyes, 41, left the city",
        "Harbour Bridge, a long story", "Bye Ana Reyes", "By law, Portwell must pay.", "By November 18, 2019, all was over."}) {
    DYNAMIC_SECTION(line) { CHECK_FALSE(is_byline(line)); }
  }
}

TEST_CASE("words that are only a person's name", "[ingest]") {
  for (const char* words : {"Ana Reyes", "Ana M. Reyes", "Ana de la Cruz", "Marc O'Neil", "J. R. Doe", "Ayşe Öztürk", "Hassan al-Sayed",
                            "ANA REYES", "Minh Do", "Will Reyes", "Ana May"}) {
    DYNAMIC_SECTION(words) { CHECK(is_person_name(words)); }
  }
  for (const char* words : {"Ana", "Ana reyes", "The Bridge", "World News", "Who Pays", "Ana Reyes 2", "Staff Writer",
                            "Ana Reyes left Portwell", "United Nations", "Ana, Reyes", "Ana R.x", "A B"}) {
    DYNAMIC_SECTION(words) { CHECK_FALSE(is_person_name(words)); }
  }
}
