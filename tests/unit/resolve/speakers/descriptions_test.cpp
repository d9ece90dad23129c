// Who a description stands for: by age, by the house that somebody leads, by a title that is part of a name; whose words follow a noun
// for them.
#include "resolve/read.h"

namespace onrecord {
namespace {

using test::SpeakerRow;

constexpr SpeakerRow kAges[] = {
    {"behind who somebody is", "Tom Marsh left the stage in tears. The soap star, 45, said that the bridge leaks.", "leaks", "Tom Marsh"},
    {"of another age", "Tom Marsh, 38, left the stage in tears. The soap star, 45, said that the bridge leaks.", "leaks",
     "The soap star (described)"},
    {"between commas", "Tom Marsh, 45, and Ned Kern, 38, left. Kern wept. “The bridge leaks badly,” said the 45-year-old.", "leaks",
     "Tom Marsh"},
    {"aged", "Tom Marsh, aged 45, and Ned Kern, aged 38, left. Kern wept. “The bridge leaks badly,” said the 45-year-old.", "leaks",
     "Tom Marsh"},
    {"in brackets", "Tom Marsh (45) and Ned Kern (38) left. Kern wept. “The bridge leaks badly,” said the 45-year-old.", "leaks",
     "Tom Marsh"},
    {"behind the name", "Tom Marsh, a 45-year-old baker, and Ned Kern left. Kern wept. “The bridge leaks badly,” said the 45-year-old.",
     "leaks", "Tom Marsh"},
    {"before the name", "The 45-year-old baker Tom Marsh and Ned Kern left. Kern wept. “The bridge leaks badly,” said the 45-year-old.",
     "leaks", "Tom Marsh"},
    {"of somebody unnamed", "A 45-year-old man and Ned Kern left. Kern wept. “The bridge leaks badly,” said the 45-year-old.", "leaks",
     "the 45-year-old (described)"},
    {"somebody unnamed spoke last",
     "Tom Marsh left. Marsh wept.\n\nThe baker's son called it “a joke”. “The bridge leaks badly,” said the 45-year-old.", "leaks",
     "the 45-year-old (described)"},
    {"near miss: he who is named spoke last",
     "Tom Marsh left. Marsh wept.\n\nMarsh called it “a joke”. “The bridge leaks badly,” said the 45-year-old.", "leaks", "Tom Marsh"},
    {"whoever is in mind has another", "Ned Kern, 38, left. “The bridge leaks badly,” said the 45-year-old.", "leaks",
     "the 45-year-old (described)"},
    {"by her children", "Ana Holt left. She was late. Holt met Tom Marsh. “The bridge leaks badly,” the mother-of-two said.", "leaks",
     "Ana Holt"},
    {"by his children", "Ana Holt left. She was late. Holt met Tom Marsh. “The bridge leaks badly,” said the dad-of-three.", "leaks",
     "Tom Marsh"},
    {"by what is no parent", "Ana Holt left. Holt met Tom Marsh. “The bridge leaks badly,” said the man-of-war.", "leaks",
     "the man-of-war (described)"},
    {"of which nothing was told", "Ned Kern left. “The bridge leaks badly,” said the 45-year-old.", "leaks", "Ned Kern"},
};

constexpr SpeakerRow kHeads[] = {
    {"of a house by another word",
     "Council leader Tom Marsh met Union chief Ana Holt. Marsh smiled. The union leader said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"behind the name", "Ana Holt, general secretary of the Dockers’ Union, met Tom Marsh. The union leader said the bridge leaks badly.",
     "leaks", "Ana Holt"},
    {"by the same word", "Council leader Tom Marsh met Union leader Ana Holt. The union leader said the bridge leaks badly.", "leaks",
     "Ana Holt"},
    {"of another house", "Council leader Tom Marsh left. The union leader said the bridge leaks badly.", "leaks",
     "The union leader (described)"},
    {"one of two", "Union president Ana Holt met union secretary Tom Marsh. The union boss said the bridge leaks badly.", "leaks",
     "The union boss (described)"},
    {"a deputy", "Union chief Ana Holt left. The deputy union leader said the bridge leaks badly.", "leaks",
     "The deputy union leader (described)"},
};

constexpr SpeakerRow kPosts[] = {
    {"of two, who was it before", "Ana Holt, the former mayor, met Tom Marsh, the mayor. The former mayor said the bridge leaks badly.",
     "leaks", "Ana Holt"},
    {"of two, who is it now", "Tom Marsh, the mayor, met Ana Holt, the former mayor. The mayor said the bridge leaks badly.", "leaks",
     "Tom Marsh"},
    {"with a prefix", "Ana Holt, the former mayor, met Tom Marsh, the mayor. The ex-mayor said the bridge leaks badly.", "leaks",
     "Ana Holt"},
    {"with a prefix, where nobody else holds it", "Ana Holt, the former governor, left. The ex-governor said the bridge leaks badly.",
     "leaks",
     "Ana Holt"},
    {"who gave it up", "Ana Holt stepped down as mayor on Monday. The outgoing mayor said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"who came behind", "Ana Holt stepped down as mayor on Monday. The new mayor said the bridge leaks badly.", "leaks",
     "The new mayor (described)"},
    {"who only spoke as one", "Ana Holt stepped forward on Monday. The outgoing mayor said the bridge leaks badly.", "leaks",
     "The outgoing mayor (described)"},
    {"who lost it since", "Tom Marsh, the mayor, left. The former mayor said the bridge leaks badly.", "leaks", "Tom Marsh"},
    {"of its place", "Ana Holt, the mayor of Calder, met Tom Marsh, the mayor of Moor. The mayor of Calder said the bridge leaks badly.",
     "leaks", "Ana Holt"},
    {"of its place in front",
     "Ana Holt, the mayor of Calder, met Tom Marsh, the mayor of Moor. The Calder mayor said the bridge leaks badly.",
     "leaks", "Ana Holt"},
    {"of two words, of its place as an owner",
     "Ana Holt, the police chief of Calder, met Tom Marsh, the police chief of Moor. Calder’s police chief said the bridge leaks badly.",
     "leaks", "Ana Holt"},
    {"of its place as an owner",
     "Ana Holt, the mayor of Calder, met Tom Marsh, the mayor of Moor. Calder’s mayor said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"of another place", "Ana Holt, the mayor of Calder, left. The mayor of Moor said the bridge leaks badly.", "leaks",
     "The mayor of Moor (described)"},
    {"beside a rank", "The army chief, Gen. Ana Holt, met Tom Marsh. Marsh left. The army chief said the bridge leaks badly.", "leaks",
     "Ana Holt"},
    {"of another house", "Ana Holt, president of the Dockers’ Union, left. The White House met. The president said the bridge leaks badly.",
     "leaks", "The president (described)"},
    {"of that house", "Ana Holt, president of the Dockers’ Union, left. The harbour house met. The president said the bridge leaks badly.",
     "leaks", "Ana Holt"},
    {"beside another post", "The president, Mayor Ana Holt, met Tom Marsh. Marsh left. The president said the bridge leaks badly.", "leaks",
     "The president (described)"},
};

constexpr SpeakerRow kKin[] = {
    {"the father of a son", "Tom Marsh taught his son Ned to row. “It is late,” said Ned, 9. “The bridge leaks badly,” his father said.",
     "leaks", "Tom Marsh"},
    {"the sister of a brother", "Ana Marsh and her brother Ned left. “It is late,” said Ned. “The bridge leaks badly,” his sister said.",
     "leaks", "Ana Marsh"},
    {"no name tells her gender", "Mele Taufa and her brother Ned left. “It is late,” said Ned. “The bridge leaks badly,” his sister said.",
     "leaks", "Mele Taufa"},
    {"the grandfather of a granddaughter, who had one",
     "Ned Marsh had it of his grandfather, Aldo. He taught his granddaughter Ana. “It is late,” said Ana. “The bridge leaks badly,” said "
     "her grandfather.", "leaks", "Ned Marsh"},
    {"her lawyer is not his",
     "Ana Marsh met traders. Her lawyer, Eva Dorn, left.\n\nTom Kern met traders. His lawyer said that the bridge leaks badly.",
     "leaks badly", "His lawyer (described)"},
    {"her lawyer again",
     "Ana Marsh met traders. Her lawyer, Eva Dorn, left.\n\nMarsh was late. Her lawyer said that the bridge leaks badly.",
     "leaks badly", "Eva Dorn"},
    {"another kin", "Ana Marsh and her brother Ned left. “It is late,” said Ned. “The bridge leaks badly,” his mother said.", "leaks",
     "his mother (described)"},
    {"of the other gender", "Tom Marsh and his brother Ned left. “It is late,” said Ned. “The bridge leaks badly,” his sister said.",
     "leaks", "his sister (described)"},
};

constexpr SpeakerRow kLatter[] = {
    {"the latter", "Ana Holt and Tom Marsh left. The latter said the bridge leaks badly.", "leaks", "Tom Marsh"},
    {"the former", "Ana Holt and Tom Marsh left. The former said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"of three", "Ana Holt, Ned Kern and Tom Marsh left. The latter said the bridge leaks badly.", "leaks", "The latter (described)"},
    {"the two", "Ana Holt and Tom Marsh left. The two said the bridge leaks badly.", "leaks", "Ana Holt; Tom Marsh"},
};

constexpr SpeakerRow kTitles[] = {
    {"a queen", "Queen Ingrid II left. The port is shut. The Queen said the bridge leaks badly.", "leaks", "Queen Ingrid II"},
    {"another queen", "Queen Ingrid II left. The king said the bridge leaks badly.", "leaks", "The king (described)"},
    {"a calling that opens the sentence", "Ludde Holm left. Skipper Holm said the bridge leaks badly.", "leaks", "Ludde Holm"},
    {"a calling of one of two", "Ludde Holm met Ana Holm. Skipper Holm said the bridge leaks badly.", "leaks", "Skipper Holm"},
    {"a name that begins with no calling", "Ludde Holm left. Harbour Holm said the bridge leaks badly.", "leaks", "Harbour Holm"},
    {"one of several", "One of the plan’s authors, historian Walter Marsh, said the bridge leaks badly.", "leaks", "Walter Marsh"},
    {"one of several, unnamed", "One of the plan’s authors said the bridge leaks badly.", "leaks", "One of the plan’s authors (described)"},
    {"of state for something", "Secretary of State for Works and Ports Ana Holt said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"of state for another thing",
     "Secretary of State for Works Ana Holt left. Secretary of State for Ports Tom Marsh said the bridge leaks badly.",
     "leaks", "Tom Marsh"},
    {"a post in an airport", "On Monday Hill International Airport Tom Kerrigan said the bridge leaks badly.", "leaks", "Tom Kerrigan"},
};

constexpr SpeakerRow kHouses[] = {
    {"a person called as a house", "Warren Tribe, a professor in Calder, left. “The bridge leaks badly,” Tribe said.", "leaks",
     "Warren Tribe"},
    {"and the post without an article", "Lena Bank, chief executive of the port, left. “The bridge leaks badly,” she said.", "leaks",
     "Lena Bank"},
    {"a firm by its last word", "Tran Shipping left. The company said the bridge leaks badly.", "leaks", "Tran Shipping"},
    {"a person by a first name", "Ana Steel left. The company said the bridge leaks badly.", "leaks", "The company (described)"},
    {"a house with a first name", "Lena Bank, a lender in Calder, left. “The bridge leaks badly,” she said.", "leaks", "null"},
    {"a house by a first name that is nobody's", "Verity Labs left. The bridge is shut. Verity said the bridge leaks badly.", "leaks",
     "Verity Labs"},
    {"a house by a first name that is somebody's", "Verity Labs left. Verity Holt was ill. Verity said the bridge leaks badly.", "leaks",
     "Verity (described)"},
    {"an organisation by its first word", "Harbour International left. “The bridge leaks badly,” Harbour said.", "leaks",
     "Harbour International"},
};

constexpr SpeakerRow kWords[] = {
    {"of whose message they are", "Ana Reyes runs the port. Her message was simple. “The bridge leaks badly in the rain.”", "leaks",
     "Ana Reyes"},
    {"in a sentence without a verb", "Ana Reyes runs the port. Her advice? “Never trust a bridge that leaks in the rain.”", "leaks",
     "Ana Reyes"},
    {"of whose ferry it is", "Ana Reyes runs the port. Her ferry was old. “The bridge leaks badly in the rain.”", "leaks", "null"},
    {"of the port's message", "Ana Reyes runs the port. Its message was simple. “The bridge leaks badly in the rain.”", "leaks", "null"},
    {"announced",
     "Ana Reyes met the Harbour Trust. Reyes said it was late.\n\nHere is what the Harbour Trust had to say:\n\n“The bridge leaks badly.”",
     "leaks", "Harbour Trust"},
    {"opened again until it is told",
     "The port is shut.\n\n“We know that the bridge leaks badly.\n\n“We know that it is old.\n\n“We told you so,” Ana Reyes said.", "leaks",
     "Ana Reyes"},
    {"announced, and opened again until somebody else is told",
     "Ana Reyes reports:\n\n“We know that the bridge leaks badly.\n\n“We know that it is old.\n\n“We told you so,” John Doe said.", "leaks",
     "Ana Reyes"},
    {"closed before the next", "The port is shut.\n\n“We know that the bridge leaks badly.”\n\n“We told you so,” Ana Reyes said.", "leaks",
     "null"},
    {"announced, of two",
     "Ana Reyes met the Harbour Trust. Reyes said it was late.\n\nHere is a statement on Ed Kern and the Harbour Trust:\n\n“The bridge "
     "leaks badly.”",
     "leaks", "Ana Reyes"},
    {"behind what somebody's neighbour did",
     "Ana Reyes left. “It is late,” Reyes said.\n\nHer neighbour, John Doe, nods. “The bridge leaks badly in the rain.”", "leaks",
     "John Doe"},
    {"behind what somebody did, the first of an article", "Ana Reyes smiled. “The bridge leaks badly in the rain.”", "leaks", "Ana Reyes"},
};

constexpr SpeakerRow kFor[] = {
    {"somebody with a title", "An aide to Mayor Tom Marsh said the bridge leaks badly.", "leaks", "An aide to Mayor Tom Marsh (described)"},
    {"a house in front of the name", "The minister in the Ministry of Works Tom Reyes said the bridge leaks badly.", "leaks", "Tom Reyes"},
    {"whose name the article has told", "Mayor Tom Marsh left. A lawyer for the mayor, Tom Marsh, said the bridge leaks badly.", "leaks",
     "A lawyer for the mayor (described)"},
    {"another name", "Mayor Tom Marsh left. A lawyer for the mayor, Ana Holt, said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"whom a house employs, with a clause",
     "Tom Marsh left. Harbour Bank analyst Ned Kern, who rates it well, smiled. He said the bridge leaks badly.",
     "leaks", "Ned Kern"},
    {"what somebody calls herself", "A woman who called herself his sister left. She said the bridge leaks badly.", "leaks",
     "A woman who called herself his sister (described)"},
    {"what somebody does", "A woman who ran the port left. She said the bridge leaks badly.", "leaks", "A woman (described)"},
};

// What stands between commas behind a description: who that is, or who came along.
constexpr SpeakerRow kAsides[] = {
    {"a name behind a post of its own",
     "The report’s author, port consultant Tom Marsh, said the bridge leaks badly.", "leaks", "Tom Marsh"},
    {"who is an expert somewhere, and what she has shown",
     "Ana Holt, an expert at the University of Calder, Maryshire, who has shown that the bridge leaks badly, left.", "leaks", "Ana Holt"},
    {"what a woman is named", "The woman beside me, a nurse named Ana, said the bridge leaks badly.", "leaks", "Ana"},
    {"whoever came along", "Mayor Tom Marsh left. The mayor, who came with his deputy, Ana Holt, said the bridge leaks badly.", "leaks",
     "Tom Marsh"},
    {"whoever came along with somebody unnamed", "The baker, speaking beside his wife, Ana Holt, said the bridge leaks badly.", "leaks",
     "The baker (described)"},
    {"who heard it", "The judge who heard the case, Ana Holt, said the bridge leaks badly.", "leaks", "Ana Holt"},
    {"a house that may be a person", "Ana Reyes left. The ferry supplier, Veldt Shipping, said the bridge leaks badly.", "leaks",
     "Veldt Shipping"},
    {"a house behind its clause", "Tran Shipping left. The company that owned the ferry, Harbour Charter, said it leaks badly.", "leaks",
     "Harbour Charter"},
    {"a house that nobody named", "Tran Shipping left. The company that owned the ferry said the bridge leaks badly.", "leaks",
     "The company (described)"},
    {"a house behind what it makes", "The maker of boats, Veldt Holdings, said the bridge leaks badly.", "leaks", "Veldt Holdings"},
};

// Who is in mind.
constexpr SpeakerRow kInMind[] = {
    {"where somebody comes from", "Captain Tom Marsh lost again. “The bridge leaks badly,” the Scot said.", "leaks", "Tom Marsh"},
    {"where somebody else of the sentence comes from",
     "Captain Tom Marsh lost again without Jay Oduya, and the Nigerian said the bridge leaks badly.",
     "leaks", "Jay Oduya"},
    {"by an age and what he does", "Tom Marsh thought it was rain. “The bridge leaks badly,” recalled the 61-year-old farmer.", "leaks",
     "Tom Marsh"},
    {"one of them, who spoke just before",
     "Tom Marsh left. One of them, a baker who sails, said it was old. “The bridge leaks badly,” he said.",
     "leaks", "One of them (described)"},
    {"a lawyer, not whose lawyer he is", "Doe’s lawyer, advocate Tom Marsh, said it was old. “The bridge leaks badly,” he said.", "leaks",
     "Tom Marsh"},
    {"by where somebody plays", "Tom Marsh made fifty. The opener, dropped twice, said the bridge leaks badly.", "leaks", "Tom Marsh"},
    {"who was asked by somebody unnamed",
     "Ana Holt, asked by a reporter whether it was old, said it was. “The bridge leaks badly,” she said.", "leaks", "Ana Holt"},
    {"where somebody comes from, which is a surname too", "Captain Tom Marsh lost again. “The bridge leaks badly,” said the German.",
     "leaks", "Tom Marsh"},
    {"that surname", "Captain Tom Marsh lost to Ned German. “The bridge leaks badly,” said German.", "leaks", "Ned German"},
    {"where several come from", "Captain Tom Marsh lost again. “The bridge leaks badly,” the Dutch said.", "leaks", "Dutch"},
    {"whoever spoke just before, unnamed",
     "Ana Holt said it was late. “It is,” she said.\n\nA relative of the baker said it was old. “The bridge leaks badly,” she said.",
     "leaks",
     "A relative of the baker (described)"},
    {"whoever spoke just before, behind a post",
     "One patient, retired driver Tom Marsh, 71, said it was late.\n\n“The bridge leaks badly,” he said.",
     "leaks", "Tom Marsh"},
};

constexpr SpeakerRow kOfParagraph[] = {
    {"who alone spoke in it", "Ana Holt met Ned Kern.\n\nTom Marsh said that Kern was late. “The bridge leaks badly,” said the midfielder.",
     "leaks", "Tom Marsh"},
    {"who spoke in the one before",
     "Ana Holt met Ned Kern.\n\nTom Marsh said that Kern was late.\n\n“The bridge leaks badly,” said the midfielder.", "leaks",
     "the midfielder (described)"},
    {"one of two who spoke",
     "Ana Holt met Ned Kern.\n\nTom Marsh said it was late. It was, said Kern. “The bridge leaks badly,” said the backbencher.", "leaks",
     "the backbencher (described)"},
    {"who alone did something in it", "Ana Holt met Ned Kern.\n\nTom Marsh left in tears. “The bridge leaks badly,” said the defender.",
     "leaks", "Tom Marsh"},
    {"who alone was spoken of", "Ana Holt met Ned Kern.\n\nIt rained on Tom Marsh. “The bridge leaks badly,” said the defender.", "leaks",
     "the defender (described)"},
    {"a man is no actress", "Ana Holt met Eva Kern.\n\nTom Marsh said it was late. “The bridge leaks badly,” the actress said.", "leaks",
     "the actress (described)"},
    {"of another party", "Ana Holt came.\n\nLabour MP Tom Marsh said it was late. “The bridge leaks badly,” the Tory backbencher said.",
     "leaks", "the Tory backbencher (described)"},
    {"who spoke in the sentence before, and another begins",
     "Ana Holt came.\n\nTom Marsh was late, said Ned Kern, “as ever.” The singer said the bridge leaks badly.", "leaks",
     "The singer (described)"},
    {"somebody who was told of",
     "It rained, and a witness came.\n\nTom Marsh said it was late. “The bridge leaks badly,” the witness said.", "leaks",
     "the witness (described)"},
};

constexpr SpeakerRow kMet[] = {
    {"hired by somebody", "Tom Kern was late. The woman Kern hired said that the bridge leaks.", "leaks", "The woman Kern hired (described)"},
    {"known by somebody", "Tom Kern was late. A man Kern knew said that the bridge leaks.", "leaks", "A man Kern knew (described)"},
    {"by a name", "Tom Kern was late. The baker Tom Kern said that the bridge leaks.", "leaks", "Tom Kern"},
};

constexpr SpeakerRow kPeoples[] = {
    {"one of a people, who says I", "Reyes met Paulo Serrano. Serrano was late.\n\n“I know that the bridge leaks,” said the Portuguese.",
     "leaks", "Paulo Serrano"},
    {"a people", "Reyes met Paulo Serrano. Serrano was late.\n\n“The bridge leaks badly,” said the Portuguese.", "leaks", "Portuguese"},
};

constexpr SpeakerRow kSeveralHouses[] = {
    {"houses with articles", "“The bridge leaks badly,” the Calder Trust, the Harbour Bank and the Gull Club said.", "leaks",
     "Calder Trust; Harbour Bank; Gull Club"},
    {"a house and what it is", "“The bridge leaks badly,” the Calder Trust, the owner, said.", "leaks", "Calder Trust"},
    {"a post of several words", "Mayor Bill Dorn and his chief of staff said that the bridge leaks.", "leaks",
     "Bill Dorn; his chief of staff"},
    {"a union of two callings", "The Cooks’ and Bakers’ Union said that the bridge leaks.", "leaks", "Cooks’ and Bakers’ Union"},
    {"an association of many", "The Calder Nurses’ Association said that the bridge leaks.", "leaks", "Calder Nurses’ Association"},
    {"an association of one", "The Nurse Association said that the bridge leaks.", "leaks", "Nurse Association"},
    {"without something", "The group Sailors Without Boats said that the bridge leaks.", "leaks", "Sailors Without Boats"},
    {"a part of a house", "The UN was late. The UN health agency said that the bridge leaks.", "leaks", "The UN health agency (described)"},
    {"a firm by its name", "The Veldt energy company said that the bridge leaks.", "leaks", "Veldt"},
    {"the firm of its own report", "Boats are late\n\nNorthgate Water Inc. said on Monday that it was late.\n\nThe bridge leaks badly and must close by May, the Company said.\n\nIt rained at the port.", "leaks",
     "Northgate Water Inc."},
    {"in small letters’ capitals", "WHO said that the bridge leaks. The World Health Organization is old.", "leaks",
     "World Health Organization"},
    {"where it happened", "Boats are late\n\nTessamar: It rained.\n\nTom Kern said that the bridge leaks.", "leaks", "Tom Kern"},
    {"a place in front of the report", "Boats are late\n\nMORADA: Captain Tom Kern said that the bridge leaks.\n\nIt rained.", "leaks",
     "Tom Kern"},
};

}  // namespace

TEST_CASE("somebody whom another met", "[resolve]") { check(kMet); }
TEST_CASE("one of a people", "[resolve]") { check(kPeoples); }
TEST_CASE("houses, and those who speak with others", "[resolve]") { check(kSeveralHouses); }
TEST_CASE("whoever a paragraph is about", "[resolve]") { check(kOfParagraph); }
TEST_CASE("an aside tells who somebody is, or who else was there", "[resolve]") { check(kAsides); }
TEST_CASE("whoever is in mind", "[resolve]") { check(kInMind); }
TEST_CASE("who speaks for somebody is another", "[resolve]") { check(kFor); }
TEST_CASE("a quotation that stands alone is of the sentence before", "[resolve]") { check(kWords); }
TEST_CASE("an age tells who is meant", "[resolve]") { check(kAges); }
TEST_CASE("whoever leads a house goes by many words", "[resolve]") { check(kHeads); }
TEST_CASE("of those who share a post it tells which", "[resolve]") { check(kPosts); }
TEST_CASE("one of two", "[resolve]") { check(kLatter); }
TEST_CASE("kin are each other's", "[resolve]") { check(kKin); }
TEST_CASE("a title stands for its holder", "[resolve]") { check(kTitles); }
TEST_CASE("people who are called as houses are", "[resolve]") { check(kHouses); }

}  // namespace onrecord
