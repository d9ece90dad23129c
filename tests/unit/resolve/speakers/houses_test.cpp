// Which organisation it was.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kHouses[] = {
    {"a body of several things", "The Department for Water, Roads and Fishing said the bridge leaks.", "leaks",
     "Department for Water, Roads and Fishing"},
    {"a body and people", "The Department of Water, Ana Reyes and John Doe said the bridge leaks.", "leaks",
     "Department of Water; Ana Reyes; John Doe"},
    {"a house at a place of two words", "Veldt Holdings makes paint. The San Francisco-based company said the bridge leaks.", "leaks",
     "Veldt Holdings"},
    {"a town's police", "Dunmore police said that the bridge leaks.", "leaks", "Dunmore police"},
    {"police of no town", "The police said that the bridge leaks.", "leaks", "The police (described)"},
    {"one force of two counties", "Maryshire and Dunmore police said that the bridge leaks.", "leaks", "Maryshire and Dunmore police"},
    {"a person and a force", "Ana Reyes and Dunmore police said that the bridge leaks.", "leaks", "Ana Reyes; Dunmore police"},
    {"a service with a small letter", "The Maryshire Fire and Rescue service said that the bridge leaks.", "leaks",
     "Maryshire Fire and Rescue service"},
    {"it goes on",
     "“The bridge leaks badly,” a Calder brokerage said. The brokerage, which had expected the MPG to fall, said that it was old. “It "
     "always did so,” it added.",
     "always", "The brokerage (described)"},
    {"it after a person", "The Harbour Trust met. “The bridge leaks badly,” Ana Reyes said. It was old, it said.", "was old",
     "Harbour Trust"},
    {"a union by its members",
     "Veldt and the striking United Dock Workers union met. The bridge is like one of Forder, the union said. The union said that the "
     "bridge leaks.", "leaks", "United Dock Workers"},
    {"a house and what it makes", "The Nissel Sento is new. Nissel said that the bridge leaks.", "leaks", "Nissel"},
    {"a house named before what it makes", "It is by Nissel. The Nissel Sento is its name. Nissel said that the bridge leaks.", "leaks",
     "Nissel"},
    {"a house named in full before", "Goldman Sarks met traders. Goldman said that the bridge leaks.", "leaks", "Goldman Sarks"},
    {"letters and what they print", "BXC Sport is new. BXC said that the bridge leaks.", "leaks", "BXC"},
    {"letters and their company", "BXC Holdings is new. BXC said that the bridge leaks.", "leaks", "BXC Holdings"},
    {"two houses", "The Calder Office and Moor Union said that the bridge leaks.", "leaks", "Calder Office; Moor Union"},
    {"one house of two things", "The Food and Drug Administration said that the bridge leaks.", "leaks", "Food and Drug Administration"},
    {"a house behind its clause",
     "Big Barn, the label, is old. The company that runs the port, Dick Clay Productions, said that the bridge leaks.", "leaks",
     "Dick Clay Productions"},
    {"a capital that is the sentence's", "Enter South Calder. South Calder said that the bridge leaks.", "leaks", "South Calder"},
    {"a capital that is the name's", "Port Moor Trust met. The Port Moor Trust said that the bridge leaks.", "leaks", "Port Moor Trust"},
    {"a tag is nobody", "She sent the word #MoorWorks to all. “The bridge leaks badly in the rain.”", "leaks", "null"},
    {"a union of a firm", "The Veldt union met. The union said that the bridge leaks.", "leaks", "The union (described)"},
    {"a central bank is no bank", "Veldt Bank met traders. The central bank said that the bridge leaks.", "leaks",
     "The central bank (described)"},
    {"a group of people", "The Harbour Trust met. The group of old dockers said that the bridge leaks.", "leaks",
     "The group of old dockers (described)"},
    {"who was told is not the group",
     "Jade Dorn of the Harbour Trust told the Coast Post that it is old. The group said that the bridge leaks.", "leaks", "Harbour Trust"},
    {"a newspaper with an ordinary name", "The Independent newspaper said that the bridge leaks.", "leaks", "Independent"},
    {"a news agency", "Gullwire news agency said that the bridge leaks.", "leaks", "Gullwire"},
    {"a town's newspaper", "He came from Paris. The Paris newspaper said that the bridge leaks.", "leaks",
     "The Paris newspaper (described)"},
    {"a day's newspaper", "The Sunday newspaper said that the bridge leaks.", "leaks", "The Sunday newspaper (described)"},
    {"a think tank by name", "John Doe met think tank Marlow. Marlow closed it. “The bridge leaks badly,” he said. It is old, Marlow said.",
     "leaks", "John Doe"},
    {"somebody of a think tank", "Matthias Pell, from the old think tank Open Harbour, told traders that the bridge leaks.", "leaks",
     "Matthias Pell"},
    {"what they think of tanks", "Traders think tanks are old. Ana Reyes said that the bridge leaks.", "leaks", "Ana Reyes"},
    {"a club", "Calder United met traders. “The bridge leaks badly in the rain,” the club said in a statement.", "leaks", "Calder United"},
    {"a club that nobody named", "Dunmore met traders. “The bridge leaks badly in the rain,” the club said in a statement.", "leaks",
     "the club (described)"},
    {"what a dateline begins", "LEEDS, March 4 (Gullwire) - Shares in Veldt Foods Plc fell. The company said that the bridge leaks.",
     "leaks", "Veldt Foods Plc"},
    {"a house in apposition",
     "The HUT met traders. A charity of the town, Centre for Rivers, has faulted it. The group said that the bridge leaks.", "leaks",
     "Centre for Rivers"},
    {"letters behind a word", "State BJP president Sunita Rao met traders. “The bridge leaks badly in the rain,” she said.", "leaks",
     "Sunita Rao"},
    {"a giant", "Veldt Foods met traders. Veldt Foods is old. The grocery giant said that the bridge leaks.", "leaks", "Veldt Foods"},
    {"the company, though another is the subject of what it said",
     "The firm, Dockers Coalition, met. The firm said that Veldt Foods had paid Marlow Marine. Marlow Marine, Marlow Marine! "
     "The firm said that the bridge leaks.", "leaks", "Dockers Coalition"},
    {"a house that they are", "The Harbour Trust have twice denied it.\n\n“The bridge leaks badly in the rain,” they said.", "leaks",
     "Harbour Trust"},
    {"a house that was the subject farther back",
     "The Harbour Trust met traders. It is old.\n\n“The bridge leaks badly in the rain,” they said.", "leaks", "null"},
    {"the company that spoke just before",
     "Marlow Marine, Marlow Marine again, and Marlow Marine once more are old. Veldt Foods said it was late. The company said that the "
     "bridge leaks.",
     "leaks", "Veldt Foods"},
    {"a union by a word inside its name",
     "HBU met traders. HBU is old. The Dockers Guild of Calder praised the deal. “The bridge leaks badly,” the union said.", "leaks",
     "Dockers Guild of Calder"},
    {"somebody who is called as a house is", "Ivan Tesla met John Doe. Tesla left him. “The bridge leaks badly,” said Tesla.", "leaks",
     "Ivan Tesla"},
    {"a house that is called after somebody", "John Doe drives a Tesla. He left. Tesla said that the bridge leaks.", "leaks", "Tesla"},
    {"a surname that is a kind of house",
     "“The bridge leaks badly,” Gerald Tribe, a Calder professor, told traders. “It is an old one,” he said.", "old one", "Gerald Tribe"},
    {"a house with a first name", "Gerald Trust, a harbour charity, met traders. The charity said that the bridge leaks.", "leaks",
     "Gerald Trust"},
};

TEST_CASE("a house goes by its place, its kind, or by what it said", "[resolve]") {
  test::check(kHouses);
}

}  // namespace
}  // namespace onrecord
