// Whose a quotation is, by what stands beside its marks.
#include "catch.h"
#include "extract/attributions.h"
#include "rows.h"

namespace onrecord {
namespace {

using test::Row;

constexpr Row kBeside[] = {
    {"a quotation below a colon",
     "The port of Calder stayed shut all day.\n\nThe Trust met, and Ana Reyes responded:\n\n“The bridge leaks badly in the rain.”",
     "direct[Ana Reyes|responded|“The bridge leaks badly in the rain.”]"},
    {"a quotation behind a verb that says no more", "Ana Reyes agreed. “The bridge leaks badly in the rain.”",
     "direct[Ana Reyes|agreed|“The bridge leaks badly in the rain.”]"},
    {"a quotation behind what somebody did", "Ana Reyes left. “The bridge leaks badly in the rain.”",
     "direct[||“The bridge leaks badly in the rain.”]"},
    {"a participle before a title", "“The bridge leaks,” said retired General Ana Reyes.",
     "direct[retired General Ana Reyes|said|“The bridge leaks,”]"},
    {"a participle before a calling", "“The bridge leaks,” said newly elected mayor Ana Reyes.",
     "direct[newly elected mayor Ana Reyes|said|“The bridge leaks,”]"},
    {"a title of a book before a calling", "“The bridge leaks,” said “Old Port” author Ana Reyes.",
     "direct[“Old Port” author Ana Reyes|said|“The bridge leaks,”]"},
    {"a verb that looks like a noun", "“The bridge leaks,” comments Ana Reyes of the Trust.",
     "direct[Ana Reyes of the Trust|comments|“The bridge leaks,”]"},
    {"a noun behind a title", "“The Long Bridge” comments were heard in the hall.", ""},
    {"a first name that looks like a modal", "“The bridge leaks,” said Will Doe, a baker.",
     "direct[Will Doe, a baker|said|“The bridge leaks,”]"},
};

// Verbs of quoting that look like something else, and what stands around them.
constexpr Row kBehindMarks[] = {
    {"a verb behind the quotation's own have", "Ana Reyes met the council.\n\n“What choice do I have?” asked Joe Tully.",
     "direct[Joe Tully|asked|“What choice do I have?”]"},
    {"said behind have", "Ana Reyes met the council.\n\n“That is all we have,” said Joe Tully.",
     "direct[Joe Tully|said|“That is all we have,”]"},
    {"a number for somebody", "Ana Reyes met the council.\n\n“That is all we have,” added one baker.",
     "direct[one baker|added|“That is all we have,”]"},
    {"a verb like a noun behind an apposition", "Ana Reyes met the council.\n\n“It leaks badly,” Joe Tully, 34, a baker, replies.",
     "direct[Joe Tully, 34, a baker|replies|“It leaks badly,”]"},
    {"and behind a clause", "Ana Reyes met the council.\n\n“It leaks badly,” Joe Tully, who was away, claims.",
     "direct[Joe Tully, who was away|claims|“It leaks badly,”]"},
    {"a verb like a participle behind a clause",
     "Ana Reyes met the council.\n\n“It leaks badly,” Joe Tully, who was away, explained to reporters.",
     "direct[Joe Tully, who was away|explained|“It leaks badly,”]"},
    {"dots at the end", "Ana Reyes met the council.\n\n“It leaks badly...” Joe Tully tells reporters.",
     "direct[Joe Tully|tells|“It leaks badly...”]"},
    {"a verb like a noun before the quotation", "Ana Reyes met the council.\n\nOn Sunday, Joe Tully, a baker, jokes: “It leaks badly.”",
     "direct[Joe Tully, a baker|jokes|“It leaks badly.”]"},
    {"where it was said is not who", "Ana Reyes met the council.\n\n“It leaks badly,” warned Joe Tully at a rally in Calder.",
     "direct[Joe Tully|warned|“It leaks badly,”]"},
    {"another one that goes on", "Ana Reyes met the council.\n\n“That is all we have,” replies one baker. “It leaks badly!”",
     "direct[one baker|replies|“That is all we have,” … “It leaks badly!”]"},
    {"a graduate", "Ana Reyes met the council.\n\n“It leaks badly,” jokes graduate student Joe Tully.",
     "direct[graduate student Joe Tully|jokes|“It leaks badly,”]"},
    {"claims of somebody's", "Ana Reyes met the council.\n\n“It leaks badly,” claims adjuster Joe Tully says.",
     "direct[claims adjuster Joe Tully|says|“It leaks badly,”]"},
};

}  // namespace

TEST_CASE("whose a quotation is", "[extract]") { test::check(kBeside, test::attributions); }
TEST_CASE("verbs of quoting that look like something else", "[extract]") { test::check(kBehindMarks, test::attributions); }

}  // namespace onrecord
