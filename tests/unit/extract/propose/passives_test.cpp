// What passives and "it" propose: by whom, and what stands behind that.
#include "catch.h"
#include "extract/propose/proposed.h"

namespace onrecord {
namespace {

constexpr test::ProposedRow kRows[] = {
    {"to draw on savings", "refused", "Reyes declined to draw on her savings.", ""},
    {"scans that neither confirm nor deny", "refused", "The scans neither confirmed nor denied that it leaks.", ""},
    {"accused by somebody of something", "preposition", "Reyes was accused by the head of the port of neglect.",
     "the head of the port › was accused › Reyes … neglect"},
    {"praised for something", "passive-by", "Reyes was praised by the council for her calm.", "the council › was praised › Reyes"},
    {"praised by who speaks for somebody", "passive-by", "Reyes was praised by a spokesman for the port.",
     "a spokesman for the port › was praised › Reyes"},
    {"urged to do something", "infinitive", "Reyes was urged by members of the council to go.",
     "members of the council › was urged › Reyes … to go"},
    {"told by several", "that-clause", "Reyes was told by a baker and two of his aides that the wall has sunk.",
     "a baker and two of his aides › was told › that the wall has sunk"},
    {"by somebody who works there", "passive-by", "The ban was denounced by a senior official at the port.",
     "a senior official at the port › was denounced › The ban"},
    {"who was somewhere", "passive-by", "The ban was denounced by Reyes, who was not at the port.",
     "Reyes, who was not at the port › was denounced › The ban"},
    {"at something", "passive-by", "The ban was denounced by bakers at the fair.", "bakers › was denounced › The ban"},
    {"called on", "infinitive", "The council was called on by Reyes to go.", "Reyes › was called › The council … to go"},
    {"it emerged", "impersonal", "The wall has sunk, it emerged on Monday.", " › emerged › The wall has sunk"},
    {"it is claimed", "impersonal", "The wall has sunk, it is claimed.", " › is claimed › The wall has sunk"},
    {"it is old", "impersonal", "The wall has sunk, it is repaired.", ""},
    {"it told the council", "impersonal", "The wall has sunk, it emerged from the council that bakers left.", ""},
    {"would not be drawn", "refused", "Reyes would not be drawn on whether the wall has sunk.",
     "Reyes › would not be drawn on › whether the wall has sunk"},
    {"refused to be drawn", "refused", "Reyes refused to be drawn on the cost.", "Reyes › refused to be drawn on › the cost"},
    {"neither confirms nor denies", "refused", "Reyes would neither confirm nor deny that it leaks.",
     "Reyes › would neither confirm nor deny › that it leaks"},
    {"neither confirmed nor denied", "refused", "Reyes neither confirmed nor denied the report.",
     "Reyes › neither confirmed nor denied › the report"},
    {"may confirm or deny", "refused", "Reyes may confirm or deny the report.", ""},
    {"told, behind a passive", "infinitive", "Reyes was searched and told to wait.", " › told › to wait"},
    {"told somebody, behind a passive", "infinitive-told", "Reyes was seen and told Doe to wait.", "Reyes › told › Doe to wait"},
    {"cheered when", "relative-question", "Reyes was cheered when she left.", ""},
    {"was not drawn on a map", "refused", "The wall was not drawn on the map.", ""},
    {"was drawn on a map", "refused", "The mayor was drawn on the wall.", ""},
    {"on a day", "passive-by", "The ban was denounced on Monday by the council.", "the council › was denounced › The ban"},
    {"announced by somebody", "that-clause", "It was announced by some of the bakers that the wall has sunk.",
     "some of the bakers › was announced › that the wall has sunk"},
    {"what it was is no content", "passive-by", "It was announced by the council that the wall has sunk.", ""},
    {"announced behind the clause", "clause-before", "The wall has sunk, it was announced by the council on Monday.",
     "the council › was announced › The wall has sunk"},
    {"it is feared", "bare-clause", "It is feared the wall has sunk.", " › is feared › the wall has sunk"},
    {"what it is given", "bare-clause", "The port is given the wall that has sunk.", ""},
    {"told without that", "bare-clause", "Reyes was told the wall has sunk.", " › was told › the wall has sunk"},
    {"it has emerged", "that-clause", "It has emerged that the wall has sunk.", " › has emerged › that the wall has sunk"},
    {"who has emerged", "that-clause", "He has emerged from the port that has sunk.", ""},
    {"reported last week", "that-clause", "It was reported last week that 12 bakers left.", " › was reported › that 12 bakers left"},
};

}  // namespace

TEST_CASE("what passives propose", "[extract]") {
  for (const auto& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(test::proposed(row.text, row.construct) == row.want); }
}

}  // namespace onrecord
