// What verbs propose behind them, and what only looks like it.
#include "catch.h"
#include "extract/propose/proposed.h"

namespace onrecord {
namespace {

constexpr test::ProposedRow kRows[] = {
    {"ministers called something", "object", "Reyes called three ministers liars.", "Reyes › called › three ministers liars"},
    {"to be identified", "infinitive", "Reyes demanded to be identified by her maiden name.",
     "Reyes › demanded › to be identified by her maiden name"},
    {"the first time, and a clause behind it", "bare-clause", "Reyes said the first time a boat sank nobody was hurt.",
     "Reyes › said › a boat sank nobody was hurt"},
    {"a thing with a verb in marks", "bare-clause", "Reyes said the wall that leaked “should have been shut in May”.",
     "Reyes › said › the wall that leaked “should have been shut in May”"},
    {"a number called", "bare-clause", "Reyes called 999 over a boat that was late.", ""},
    {"around the cue", "bare-clause", "The wall is old, Reyes says, and boats are there.", ""},
    {"the first time", "bare-clause", "Reyes cried the first time she saw it.", ""},
    {"last time", "bare-clause", "Reyes said last time she saw it.", "Reyes › said › she saw it"},
    {"what somebody does", "bare-clause", "Reyes said that approving the plan would be a mistake.", ""},
    {"as somebody did it", "preposition", "Reyes wept as the mayor, a baker, read it out.", ""},
    {"having been told", "that-clause", "Reyes left despite having been told twice by Doe that it leaks.", "Doe › having been told › that it leaks"},
    {"people armed with something", "bare-clause", "Reyes said two men armed with sticks were there.",
     "Reyes › said › two men armed with sticks were there"},
    {"a source in brackets", "that-clause", "Reyes claimed (Letters, Nov 27) that it leaks.", "Reyes › claimed › that it leaks"},
    {"of many", "that-clause", "Reyes submitted that of ten boats, two had sunk.", "Reyes › submitted › that of ten boats, two had sunk"},
    {"asked and was told", "relative-question", "Reyes asked where it came from and was told that it was old.",
     "Reyes › asked › where it came from"},
    {"a thing with clauses in clauses", "bare-clause", "Reyes heard a plea by a baker who was hurt when a roof fell.", ""},
    {"a thing with a clause of its own", "bare-clause", "Reyes added a voice which tells the time.", ""},
    {"a thing with two clauses", "bare-clause", "Reyes said a voice which tells the time was heard.",
     "Reyes › said › a voice which tells the time was heard"},
    {"not to be named", "infinitive", "A sailor asked not to be named.", ""},
    {"to be named something", "infinitive", "A sailor asked to be named head of the port.", "A sailor › asked › to be named head of the port"},
    {"by how many", "preposition", "The council voted by 19 to 17 for the plan.", ""},
    {"having been in marks", "quote-after", "Reyes accused Doe of having been “asleep at the wheel”.", ""},
    {"quoted somebody and who that is", "that-clause", "The Gull quoted Reyes, a baker, as saying that the wall has sunk.",
     "Reyes, a baker › saying › that the wall has sunk"},
    {"quoted what was written", "that-clause", "The Gull quoted a letter as proof, saying that the wall has sunk.",
     "The Gull › saying › that the wall has sunk"},
    {"denied having known", "preposition", "Reyes denied having known about the leak.", ""},
    {"denied all of it", "gerund", "Reyes denied having known about the leak.", "Reyes › denied › having known about the leak"},
    {"denied saying so", "that-clause", "Reyes denied saying that the wall has sunk.", "Reyes › denied saying › that the wall has sunk"},
    {"said as follows", "quote-after", "Reyes said as follows: “The wall has sunk.”", "Reyes › said › “The wall has sunk.”"},
    {"put it like this", "quote-after", "Reyes put it like this: “The wall has sunk.”", "Reyes › put it › “The wall has sunk.”"},
    {"they like this", "quote-after", "They like this wall: it has not sunk.", ""},
    {"claims in a book", "that-clause", "In her new book, Reyes claims that the wall has sunk.",
     "Reyes › claims › that the wall has sunk"},
    {"claims are things", "that-clause", "In her new book, claims that the wall has sunk are old.", ""},
    {"people of a house report", "that-clause", "Scientists at Calder University report today in the Gull that the wall has sunk.",
     "Scientists at Calder University › report › that the wall has sunk"},
    {"whose somebody is, behind the verb", "quote-before-inverted", "“The wall has sunk,” said Ana Reyes, of the Trust.",
     "Ana Reyes, of the Trust › said › “The wall has sunk,”"},
    {"where it was said, behind the verb", "quote-before-inverted", "“The wall has sunk,” said Ana Reyes, in a letter.",
     "Ana Reyes › said › “The wall has sunk,”"},
    {"it is as follows", "quote-after", "The list is as follows: the wall, the port, the quay.", ""},
    {"as per a report", "according-to", "The wall has sunk, as per the report.", "the report › as per › The wall has sunk"},
    {"per papers of a court", "according-to", "The wall has sunk, per court records.", "court records › per › The wall has sunk"},
    {"per person", "according-to", "The wall costs four pounds, per person.", ""},
    {"voted seven to two", "infinitive", "The council voted 7-2 to close the port.", "The council › voted › to close the port"},
    {"won seven to two", "infinitive", "The council won 7-2 and left the port.", ""},
    {"researchers report in a journal", "that-clause", "Researchers report in the Gull that the wall has sunk.",
     "Researchers › report › that the wall has sunk"},
    {"a report in a journal", "that-clause", "The report in the Gull that the wall has sunk was wrong.", ""},
    {"doubts behind an aside", "that-clause", "Reyes, whose son was there, doubts that the wall has sunk.",
     "Reyes, whose son was there › doubts › that the wall has sunk"},
    {"doubts among other things", "that-clause", "Reyes, the fears, doubts and hopes of bakers were old.", ""},
    {"questions whether", "wh-clause", "Novelist Ana Reyes questions whether the wall has sunk.",
     "Novelist Ana Reyes › questions › whether the wall has sunk"},
    {"convinced", "that-clause", "Reyes was convinced that the wall has sunk.", " › was convinced › that the wall has sunk"},
    {"others object", "that-clause", "Reyes said that the wall has sunk but the council disagreed.",
     "Reyes › said › that the wall has sunk"},
    {"others deny something else", "that-clause", "Reyes said that the wall has sunk but the council denied the cost.",
     "Reyes › said › that the wall has sunk but the council denied the cost"},
    {"read a work", "quote-after", "They read “The Long Wall” in class.", ""},
};

}  // namespace

TEST_CASE("what verbs propose behind them", "[extract]") {
  for (const auto& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(test::proposed(row.text, row.construct) == row.want); }
}

}  // namespace onrecord
