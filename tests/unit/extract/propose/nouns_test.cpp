// What nouns of saying and thinking propose: whom they come from, that they have come up, where their clause ends.
#include "catch.h"
#include "extract/propose/proposed.h"

namespace onrecord {
namespace {

constexpr test::ProposedRow kRows[] = {
    {"whom a claim comes from", "noun-that", "A claim by some of the bakers that the wall has sunk was denied.",
     "some of the bakers › claim › that the wall has sunk"},
    {"and who rejects it", "noun-that", "Reyes rejected a claim by Doe that the wall has sunk.", "Doe › claim › that the wall has sunk"},
    {"a clause with an object before the verb", "noun-that", "The fear that the boat hit the quay grew in May.",
     " › fear › that the boat hit the quay"},
    {"what they told of", "noun-that", "The claims that Reyes had made were false.", ""},
    {"whom anger is of, and about what", "noun-preposition", "There was anger among bakers over the new tax.",
     "bakers › was anger › the new tax"},
    {"whom criticism is of, and about what", "noun-preposition", "Criticism from a spokesman for the port over the tax has faded.",
     "a spokesman for the port › Criticism › the tax"},
    {"calls that open the sentence", "noun-preposition", "Calls from bakers for a strike have grown.", "bakers › Calls › a strike"},
    {"concerns that were raised", "noun-that", "Concerns were raised last week that the wall has sunk.",
     " › Concerns › that the wall has sunk"},
    {"and by whom", "noun-preposition", "Concerns have been raised by the head of the port about higher fares.",
     "the head of the port › Concerns › higher fares"},
    {"fears that grow", "noun-that", "Fears are growing that the wall has sunk.", " › Fears › that the wall has sunk"},
    {"those who raise them", "that-clause", "Fears are growing that the wall has sunk.", ""},
    {"bread that grows", "noun-that", "Bread is rising that the baker made.", ""},
    {"a view that is held", "noun-that", "The mayor is of the view that the wall has sunk.",
     "The mayor › is of the view › that the wall has sunk"},
    {"a view that is reached", "noun-that", "The mayor came to the conclusion that the wall has sunk.",
     "The mayor › came to the conclusion › that the wall has sunk"},
    {"claims that are answered", "noun-that", "The mayor replied to claims that the wall has sunk.", " › claims › that the wall has sunk"},
    {"the message from somebody", "noun-is-that", "The message from the port is that the wall has sunk.",
     "the port › message › that the wall has sunk"},
    {"a warning and a colon", "noun-colon", "The warning from the port was clear: the wall has sunk.",
     "the port › warning › the wall has sunk"},
    {"a bag and a colon", "noun-colon", "The bag from the port was full: the wall has sunk.", ""},
    {"residents it drew criticism from", "drawn", "The plan drew criticism from “concerned” residents.",
     "concerned” residents › drew criticism from › The plan"},
    {"cries it drew", "drawn", "The plan drew cries of “Shame!” in the hall.", ""},
    {"what it drew, and about what", "drawn", "The plan drew criticism from Doe over its cost.", "Doe › drew criticism from › The plan"},
    {"prices that look like a verb", "noun-that", "He spoke of fears that prices had doubled.", " › fears › that prices had doubled"},
    {"fares that look like a verb", "noun-that", "He spoke of fears that rail fares were high.", " › fears › that rail fares were high"},
    {"a hope that looks like a verb", "noun-is-that", "Reyes's hope is that the wall has sunk.",
     "Reyes's › hope is › that the wall has sunk"},
    {"a regret that has its own clause", "noun-that", "Reyes expressed regret that most of it came from Doe.",
     "Reyes › expressed regret › that most of it came from Doe"},
    {"fears of what came", "noun-that", "Fears that most of the sailors came from the port have gone.",
     " › Fears › that most of the sailors came from the port"},
    {"one in three", "that-clause", "In a poll, one in three said that the wall has sunk.", "one in three › said › that the wall has sunk"},
    {"two in May", "that-clause", "The two in 2016 said that the wall has sunk.", "The two in 2016 › said › that the wall has sunk"},
    {"so much per cent", "that-clause", "In a poll, 65 per cent said that the wall has sunk.",
     "65 per cent › said › that the wall has sunk"},
    {"more than some", "that-clause", "More than 200 bakers said that the wall has sunk.",
     "More than 200 bakers › said › that the wall has sunk"},
    {"at least a dozen", "that-clause", "At least a dozen bakers said that the wall has sunk.",
     "At least a dozen bakers › said › that the wall has sunk"},
    {"more behind a name", "that-clause-told", "Doe told the State Port less than two days ago that the wall has sunk.",
     "Doe › told › that the wall has sunk"},
};

}  // namespace

TEST_CASE("what nouns of saying and thinking propose", "[extract]") {
  for (const auto& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(test::proposed(row.text, row.construct) == row.want); }
}

}  // namespace onrecord
