// Who said it: one line per way of naming a speaker.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kNames[] = {
    {"a full name", "“The bridge leaks badly,” Ana Reyes said.", "leaks", "Ana Reyes"},
    {"a surname, its full name before", "Ana Reyes runs the port. “The bridge leaks badly,” Reyes said.", "leaks", "Ana Reyes"},
    {"a surname, its full name behind", "“The bridge leaks badly,” Reyes said.\n\nAna Reyes has run the port for years.", "leaks",
     "Ana Reyes"},
    {"a title and a surname", "Ana Reyes runs the port. “The bridge leaks badly,” Ms. Reyes said.", "leaks", "Ana Reyes"},
    {"a calling that opens the sentence", "Ana Reyes met traders. Designer Reyes said the bridge leaks.", "leaks", "Ana Reyes"},
    {"a calling is no office of a place", "Then Carpenter of Calder said that the bridge leaks.", "leaks", "Carpenter"},
    {"an office of a place", "Then the Ministry of Ports said that the bridge leaks.", "leaks", "Ministry of Ports"},
    {"what a person has is no house of that name", "Grace Bridge’s Council said that the bridge leaks.", "leaks", "Council"},
    {"a house that is many people's", "Then Harbour Users’ Trust said that the bridge leaks.", "leaks", "Harbour Users’ Trust"},
    {"a house called after a calling", "Ana Reyes met traders. Designer Outlet said the bridge leaks.", "leaks", "Designer Outlet"},
    {"titles are no part of a name", "“The bridge leaks badly,” Senator Ana Reyes said.", "leaks", "Ana Reyes"},
    {"secretary of state", "“The treaty is ready now,” Secretary of State Ana Reyes said.", "treaty", "Ana Reyes"},
    {"a prince keeps his title", "“The treaty is ready now,” Prince Albert said.", "treaty", "Prince Albert"},
    {"a particle belongs to the surname", "“The bridge leaks badly,” said Pieter van der Velde. “It always did so,” van der Velde added.",
     "always", "Pieter van der Velde"},
    {"a particle in front of a surname alone",
     "“The bridge leaks badly,” said Matias de Oliveira, 34.\n\n“It was late,” de Oliveira added.",
     "late", "Matias de Oliveira"},
    {"an article in front of a surname alone", "“The bridge leaks badly,” said Gabi al-Masri, 34.\n\n“It was late,” al-Masri added.",
     "late",
     "Gabi al-Masri"},
    {"a saint in a surname", "“The bridge leaks badly,” said Ion St. Clair, a baker.\n\n“It was late,” St. Clair added.", "late",
     "Ion St. Clair"},
    {"a surname that houses have, behind a title", "Mayor R.J. Banks said that the bridge leaks.", "leaks", "R.J. Banks"},
    {"small words inside a name", "“The bridge leaks badly,” said Luis de los Santos. De los Santos added that it was late.", "leaks",
     "Luis de los Santos"},
    {"a first name that is more, before small words", "Jan van Dorn said the bridge leaks badly.", "leaks", "Jan van Dorn"},
    {"an Irish name", "“The bridge leaks badly,” Maeve O’Brien said. She left. “It is an old one,” O’Brien said.", "old one",
     "Maeve O’Brien"},
    {"two of a surname, told apart by Mr.", "Ana Reyes and her brother Juan Reyes run the port. “The bridge leaks badly,” Mr. Reyes said.",
     "leaks", "Juan Reyes"},
    {"syllables that are a word", "Park Min-seok runs the port. “The bridge leaks badly,” Mr. Park said.", "leaks", "Park Min-seok"},
    {"a saint's surname", "Winston St. Clair runs the port. “The bridge leaks badly,” St. Clair said.", "leaks", "Winston St. Clair"},
    {"the first two words of a name", "Siti Nurhaliza Ismail runs the port. “The bridge leaks badly,” Siti Nurhaliza said.", "leaks",
     "Siti Nurhaliza Ismail"},
    {"another of the first name", "Siti Nurhaliza Ismail runs the port. “The bridge leaks badly,” Siti Rahman said.", "leaks",
     "Siti Rahman"},
    {"two of a surname, one by the first name", "Mele Marsh met Juan Marsh. “The bridge leaks badly,” Mr. Marsh said.", "leaks",
     "Juan Marsh"},
    {"two of a surname, the first is meant",
     "Ana Reyes runs the port. Her brother Juan Reyes helps. She was firm. “The bridge leaks badly,” Reyes said.", "leaks", "Ana Reyes"},
    {"the name in an apposition with an article", "Ana Reyes’s husband, the baker John Doe, said that the bridge leaks.", "leaks",
     "John Doe"},
    {"the name in an apposition", "“The bridge leaks badly,” said the head of the port, Ana Reyes.", "leaks", "Ana Reyes"},
    {"a name with an apposition", "“The bridge leaks badly,” said Ana Reyes, a baker from Calder.", "leaks", "Ana Reyes"},
    {"Jr. is another man", "Juan Reyes runs the port. His son, Juan Reyes Jr., helps. “The bridge leaks badly,” Juan Reyes said.", "leaks",
     "Juan Reyes"},
    {"an acronym in brackets", "The Harbour Users’ Trust (HUT) met on Monday. The bridge is unsafe, HUT said.", "unsafe",
     "Harbour Users’ Trust"},
    {"an organisation by its last word", "Ana Reyes wrote to the Calder Post. The bridge is unsafe, the Post said.", "unsafe",
     "Calder Post"},
    {"a party in brackets is no nickname", "Robert Marsh (Lab, Calder) said that the bridge leaks.", "leaks", "Robert Marsh"},
    {"a nickname", "Robert “Bobby” Marsh runs the port. “The bridge leaks badly,” Bobby Marsh said.", "leaks", "Robert “Bobby” Marsh"},
    {"a surname that is a noun", "Jon Tester runs the port. He met traders. Tester said that the bridge leaks.", "leaks", "Jon Tester"},
    {"an adjective with a hyphen is no name", "“The bridge leaks badly,” said a London-based engineer.", "leaks",
     "a London-based engineer (described)"},
    {"a name behind a date with a slash", "“The bridge leaks badly,” said 9/11 widow Ana Reyes.", "leaks", "Ana Reyes"},
    {"kin of somebody, named behind a comma", "“The bridge leaks badly,” said Reyes’s niece, state Del. Marcia Kern.", "leaks",
     "Marcia Kern"},
    {"a court with its circuit",
     "The Court of Appeals for the Ninth Circuit met on Monday. “The bridge leaks badly,” the appeals court said.", "leaks",
     "Court of Appeals for the Ninth Circuit"},
    {"a trust for somebody is two", "“The bridge leaks badly,” the Harbour Trust for Reyes said.", "leaks", "Harbour Trust"},
    {"honours are no part of a name", "Amina Yusuf QC opened the case. “The bridge leaks badly,” Amina Yusuf QC said.", "leaks",
     "Amina Yusuf"},
    {"a surname whose full name has honours", "Amina Yusuf QC opened the case. “The bridge leaks badly,” Miss Yusuf said.", "leaks",
     "Amina Yusuf"},
    {"a calling in capitals", "Glaciologist Mina Dorb met traders. “The bridge leaks badly,” she said.", "leaks", "Mina Dorb"},
    {"a post in capitals", "“The bridge leaks badly,” Wexcombe County Recorder Helen Pritchard said.", "leaks", "Helen Pritchard"},
    {"a name behind the mention", "“The bridge leaks badly,” wrote the Chilean ambassador at the time, John E. Hurst.", "leaks",
     "John E. Hurst"},
    {"a name before the mention",
     "“The bridge leaks badly,” Lucas Pagano, a harbour scientist at the Coast Centre in Wexcombe, Maryshire, said in a statement.",
     "leaks", "Lucas Pagano"},
    {"a name behind the quotation, its town with a comma",
     "“The bridge leaks badly,” Lucas Pagano, a harbour scientist in Wexcombe, Maryland, said in a statement.", "leaks", "Lucas Pagano"},
    {"a name behind the quotation, a clause of its own",
     "“The bridge leaks badly,” Ana Reyes said, and John Doe, a baker, a father of two, said so too.", "leaks", "Ana Reyes"},
    {"two houses of one scientist",
     "“The bridge leaks badly,” Lucas Pagano, a scientist at the Coast Centre, and the Harbour University in Calder, said.", "leaks",
     "Lucas Pagano"},
    {"a person and a house", "Lucas Pagano and the Harbour University said that the bridge leaks.", "leaks",
     "Lucas Pagano; Harbour University"},
    {"a county's party is nobody", "John Doe spoke at the Kent County Republican headquarters. He left. “The bridge leaks badly,” he said.",
     "leaks", "John Doe"},
    {"a name that begins what was said", "According to the mayor, Ana Reyes knew that the bridge leaks.", "leaks", "the mayor (described)"},
    {"two descriptions of one person", "The former mayor and current port chief Ana Reyes said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"a description and a person", "The mayor and Ana Reyes said that the bridge leaks.", "leaks", "The mayor; Ana Reyes"},
    {"a company by its first word", "Veldt Foods Inc. repaired it. Veldt said that the bridge leaks.", "leaks", "Veldt Foods Inc."},
    {"a firm introduced as one", "The council blamed the dredging firm, Marlow Marine. Marlow said that the bridge leaks.", "leaks",
     "Marlow Marine"},
    {"a paper that opens the sentence", "The old harbour town waits for its bridge.\n\nPolitico reported that the bridge leaks.", "leaks",
     "Politico"},
    {"somebody's campaign", "Ana Reyes runs for mayor. The Reyes campaign said that the bridge leaks.", "leaks", "Ana Reyes campaign"},
    {"the campaign spoken of", "Ana Reyes runs for mayor. The Reyes campaign met traders. The campaign said that the bridge leaks.",
     "leaks", "Ana Reyes campaign"},
    {"a campaign with an adjective",
     "Ana Reyes runs for mayor. Ana Reyes’s presidential campaign met traders. The campaign said that the bridge leaks.", "leaks",
     "Ana Reyes campaign"},
    {"a campaign of nobody named", "Ana Reyes runs the port. The campaign said that the bridge leaks.", "leaks",
     "The campaign (described)"},
    {"a first name that is a verb", "The port has Will Marsh for a chief. “The bridge leaks badly,” Marsh said.", "leaks", "Will Marsh"},
    {"a first name that is a month", "April Kern runs the port. “The bridge leaks badly,” April Kern said.", "leaks", "April Kern"},
    {"a month is nobody", "It was shut in May. Dorn said that the bridge leaks.", "leaks", "Dorn"},
    {"a name with a hyphen and a small letter", "Prime Minister Cheuk Hau-yip met traders. “The bridge leaks badly,” Cheuk said.", "leaks",
     "Cheuk Hau-yip"},
    {"an adjective behind a name", "“The bridge leaks badly,” said a Calder Kern-led group.", "leaks",
     "a Calder Kern-led group (described)"},
    {"a country of two letters", "The US said that the bridge leaks.", "leaks", "US"},
    {"a house of three letters", "According to WHO, the port was old and it leaks.", "leaks", "WHO"},
    {"a people's adjective", "It was the British royal who denied that the bridge leaks.", "leaks", "the British royal (described)"},
    {"us is nobody", "He told US that it leaks. “The bridge leaks badly,” Ana Reyes told us.", "badly", "Ana Reyes"},
    {"a party and a state are no name", "Sen. Mark Doe, R-Ill., who runs for mayor, said that the bridge leaks.", "leaks", "Mark Doe"},
    {"an office of a title", "“The bridge leaks badly,” the U.S. Attorney’s Office said.", "leaks", "U.S. Attorney’s Office"},
    {"an office of somebody's title", "“The bridge leaks badly,” the Office of the Inspector General said.", "leaks",
     "Office of the Inspector General"},
    {"an inspector general is no office", "“The bridge leaks badly,” the Inspector General said.", "leaks",
     "the Inspector General (described)"},
    {"a post in a country", "Chile’s ambassador to Britain Ana Reyes said that the bridge leaks.", "leaks", "Ana Reyes"},
    {"a letter to a country", "Chile’s letter to Ana Reyes said that the bridge leaks.", "leaks",
     "Chile’s letter to Ana Reyes (described)"},
    {"a post at a ministry", "John Doe is the port minister. Minister in the Ministry of Works Brian Manning said that the bridge leaks.",
     "leaks", "Brian Manning"},
    {"a post at a ministry, without a name", "Ana Reyes left. The minister in the Ministry of Works said that the bridge leaks.", "leaks",
     "The minister in the Ministry of Works (described)"},
    {"a chief operating officer", "Veldt North America chief operating officer Mark Dorn said that the bridge leaks.", "leaks",
     "Mark Dorn"},
    {"a surname in front", "Ng Wei Tung runs the port. Mr Ng said that the bridge leaks.", "leaks", "Ng Wei Tung"},
    {"a surname in front that is a common word", "Xi Baoshan runs the port. “The bridge leaks badly,” Xi said.", "leaks",
     "Xi Baoshan"},
    {"two of them", "Xi Baoshan and Xi Lanying run the port. “The bridge leaks badly,” Xi said.", "leaks", "Xi"},
    {"a title is no first name", "Mullah Karim Doe runs the school. Mullah Doe said that the bridge leaks.", "leaks", "Karim Doe"},
    {"nor is one with the post alone", "Ayatollah Tal Reyes runs the school. The ayatollah said that the bridge leaks.", "leaks",
     "Tal Reyes"},
    {"kin by a first name", "The port is run by Ilka Dorn and her son. “The bridge leaks badly,” said his mum Ilka.", "leaks", "Ilka Dorn"},
    {"the first word of a house", "John Doe runs the port. Grauhof Publishing printed it. “The bridge leaks badly,” said a Grauhof man.",
     "leaks", "a Grauhof man (described)"},
    {"a broadcaster is not its page", "The BBC has learned that the bridge leaks. Write to the BBC Harbour Facebook page.", "leaks", "BBC"},
    {"capitals that open a story", "LINDA Marsh has left the port. “The bridge leaks badly,” Marsh said.", "leaks", "Linda Marsh"},
    {"initials that open a story", "AJ Marsh has left the port. “The bridge leaks badly,” Marsh said.", "leaks", "AJ Marsh"},
    {"several posts", "“The bridge leaks badly,” chairman, owner and president Ana Reyes said.", "leaks", "Ana Reyes"},
    {"a house behind what it is", "Veldt’s parent company, The Marlow Company, said that the bridge leaks.", "leaks", "Marlow Company"},
    {"a house behind a clause", "The group that owns her music, Marlow Records, says that the bridge leaks.", "leaks", "Marlow Records"},
    {"initials in front of a name", "DJ Ana Reyes runs the port. “The bridge leaks badly,” DJ Ana Reyes said.", "leaks", "DJ Ana Reyes"},
    {"two of one surname", "“The bridge leaks badly,” John and Brian Marsh said.", "leaks", "John Marsh; Brian Marsh"},
    {"two of whom one has a surname of his own", "John Doe came. “The bridge leaks badly,” John and Brian Marsh said.", "leaks",
     "John Doe; Brian Marsh"},
    {"ranks written short", "“The bridge leaks badly,” said Det Insp Sarah Marsh.", "leaks", "Sarah Marsh"},
    {"a firm by its trade", "The rail operator NorthLine met traders. It said that the bridge leaks.", "leaks", "NorthLine"},
    {"somebody by a trade", "Crane operator Ana Reyes met traders. “The bridge leaks badly,” she said.", "leaks", "Ana Reyes"},
    {"joint speakers", "“The bridge leaks badly,” Ana Reyes and John Doe said.", "leaks", "Ana Reyes; John Doe"},
    {"a surname with its article", "“The bridge leaks badly,” Noura al-Harbi, a minister of state, said.", "leaks", "Noura al-Harbi"},
    {"an adjective of the noun behind",
     "The Green House is old. The Democratic Green House nominee left it. The Green House said that the bridge leaks.", "leaks",
     "Green House"},
};

constexpr Row kDescriptions[] = {
    {"a role given in front of the name", "Harbour master Ana Reyes met traders. “The bridge leaks badly,” the harbour master said.",
     "leaks", "Ana Reyes"},
    {"a role given in an apposition", "Ana Reyes, the mayor, met traders. “The bridge leaks badly,” the mayor said.", "leaks", "Ana Reyes"},
    {"an abbreviated title", "Sen. Ana Reyes met traders. “The bridge leaks badly,” the senator said.", "leaks", "Ana Reyes"},
    {"a title with of", "Former secretary of state Ana Reyes met traders. “The bridge leaks badly,” the former secretary of state said.",
     "leaks", "Ana Reyes"},
    {"the mayor who is not Reyes", "Sen. Ana Reyes met traders. “The bridge leaks badly,” the mayor said.", "leaks",
     "the mayor (described)"},
    {"a mayor is somebody else", "Ana Reyes, the mayor, met traders. “The bridge leaks badly,” a former mayor said.", "leaks",
     "a former mayor (described)"},
    {"a vice president is not the president",
     "President Juan Reyes met Vice President Eva Kern. “The bridge leaks badly,” the vice president said.", "leaks", "Eva Kern"},
    {"the president is not his vice", "Vice President Eva Kern met traders. “The bridge leaks badly,” the president said.", "leaks",
     "the president (described)"},
    {"named after the first sentence", "A Calder judge said on Monday that the bridge leaks.\n\nJudge Ana Reyes ruled for the traders.",
     "leaks", "Ana Reyes"},
    {"named after the first sentence, by another court",
     "A Paris judge said on Monday that the bridge leaks.\n\nSupreme Court Justice Ana Reyes ruled for the traders.",
     "leaks", "Ana Reyes"},
    {"named after the first sentence, of another town",
     "A Paris judge said on Monday that the bridge leaks.\n\nLondon Judge Ana Reyes ruled for the traders.",
     "leaks", "A Paris judge (described)"},
    {"two former offices",
     "Ana Reyes met traders. Reyes was firm, and Reyes stayed. The former mayor and senator said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"one of two judges",
     "A Calder judge said on Monday that the bridge leaks.\n\nJudge Ana Reyes ruled for the traders. Judge John Doe did not.", "leaks",
     "A Calder judge (described)"},
    {"a judge in passing",
     "Ana Reyes waited. A Calder judge said on Monday that the bridge leaks.\n\nJudge Joan Kern ruled for the traders.", "leaks",
     "A Calder judge (described)"},
    {"of two governors the one in mind",
     "Gov. Ana Reyes met Gov. Eva Kern. Reyes was late, and Reyes knew it. “The bridge leaks badly,” the governor said.", "leaks",
     "Ana Reyes"},
    {"of two governors the one who came last",
     "Gov. Ana Reyes was late. Gov. Eva Kern was there at noon. “The bridge leaks badly,” the governor said.", "leaks", "Eva Kern"},
    {"an office by its place, its title behind",
     "The Calder attorney general said that the bridge leaks.\n\nAttorney General Eva Kern gave no reason.", "leaks", "Eva Kern"},
    {"an office of another place", "Attorney General Eva Kern of Calder waited. The Wexcombe mayor said that the bridge leaks.", "leaks",
     "The Wexcombe mayor (described)"},
    {"a house by what it is", "The Calder Times and the Dunmore newspaper chain said that the bridge leaks.", "leaks",
     "Calder Times; Dunmore"},
    {"a paper by its town is not the town", "The council of Calder met traders. The Calder newspaper said that the bridge leaks.", "leaks",
     "The Calder newspaper (described)"},
    {"a firm's union is not the firm", "Veldt Foods Inc. met traders. The Veldt union said that the bridge leaks.", "leaks",
     "The Veldt union (described)"},
    {"it in a clause of time", "Traders met at the Harbour Trust after it said that the bridge leaks.", "leaks", "Harbour Trust"},
    {"it that is nobody", "Traders met at the Harbour Trust, where it was said that the bridge leaks.", "leaks", "null"},
    {"an organisation by a word of its name", "The Coastal Safety Agency met. “The bridge leaks badly,” the agency said.", "leaks",
     "Coastal Safety Agency"},
    {"a court of another kind", "The Supreme Court met. “The bridge leaks badly,” the appeals court said.", "leaks",
     "the appeals court (described)"},
    {"any company is none that was named", "Veldt Foods Inc. met traders. Any company said that the bridge leaks.", "leaks",
     "Any company (described)"},
    {"somebody's office", "Ana Reyes, the mayor, was away. Her office said that the bridge leaks.", "leaks", "Ana Reyes’s office"},
    {"the office of nobody named", "The office said that the bridge leaks.", "leaks", "The office (described)"},
    {"an age", "Ana Reyes, 54, met traders. “The bridge leaks badly,” said the 54-year-old.", "leaks", "Ana Reyes"},
    {"a justice is a judge", "Supreme Court Justice Ana Reyes heard them. “The bridge leaks badly,” the judge said.", "leaks", "Ana Reyes"},
    {"an adjective for a noun", "Ana Reyes, the chief executive of Veldt Foods, met traders. The chief executive said the bridge leaks.",
     "leaks", "Ana Reyes"},
    {"a party's nominee by the party",
     "Republican Paul Kern met Democratic nominee Ana Reyes. Kern was late. Kern left. “The bridge leaks badly,” the GOP nominee said.",
     "leaks", "Paul Kern"},
    {"a nominee of no party named", "Nominee Ana Reyes, a Democrat, met traders. “The bridge leaks badly,” the Republican nominee said.",
     "leaks", "the Republican nominee (described)"},
    {"the other party's nominee", "Democratic nominee Ana Reyes met traders. “The bridge leaks badly,” the Republican nominee said.",
     "leaks", "the Republican nominee (described)"},
    {"whose lawyer", "Paul Kern and Kern’s lawyer, John Doe, met Eva Marsh. Marsh’s lawyer said that the bridge leaks.", "leaks",
     "Marsh’s lawyer (described)"},
    {"the same one's lawyer", "Paul Kern and Kern’s lawyer, John Doe, met Eva Marsh. Kern’s lawyer said that the bridge leaks.", "leaks",
     "John Doe"},
    {"a lawyer of whom it is not told whose", "Paul Kern met lawyer John Doe. His lawyer said that the bridge leaks.", "leaks", "John Doe"},
    {"the candidate of an article about one",
     "Paul Kern runs for mayor. Kern hired John Doe. Kern said no. Kern left. Kern came. Kern ate. Doe was late. The candidate said that "
     "the bridge leaks.", "leaks", "Paul Kern"},
    {"a player is not the manager",
     "Rovers manager Ole Berg was glad. Liam Kern, who was ill, headed in. Kern ran. Kern fell. “Liam did well,” Berg said. “The bridge "
     "leaks badly,” said the striker.",
     "leaks", "Liam Kern"},
    {"the same group again",
     "The Harbour Trust, a group of traders, met Veldt Foods Inc. on Monday. The group said it rains. The group said of Veldt Foods Inc. "
     "that the bridge leaks.",
     "leaks", "Harbour Trust"},
    {"a former office", "Ana Reyes met traders. Reyes was firm, and Reyes stayed. “The bridge leaks badly,” the former Calder mayor said.",
     "leaks", "Ana Reyes"},
    {"a former office of somebody's",
     "Ana Reyes met traders. Reyes was firm, and Reyes stayed. “The bridge leaks badly,” the Harbour Trust’s former director said.",
     "leaks", "the Harbour Trust’s former director (described)"},
    {"an office that others hold",
     "Senator Ana Reyes met traders. Reyes was firm, and Reyes stayed. “The bridge leaks badly,” the Paris mayor said.", "leaks",
     "the Paris mayor (described)"},
    {"who is of the other party",
     "Ana Reyes, a Democrat, met traders. Reyes was firm, and Reyes stayed. “The bridge leaks badly,” the lifelong Republican said.",
     "leaks", "the lifelong Republican (described)"},
    {"unnamed sources", "“The bridge leaks badly,” said a senior official at the ministry.", "leaks",
     "a senior official at the ministry (described)"},
    {"two behind what they are", "The bridge leaks badly, according to two council members, Ana Reyes and John Doe.", "leaks",
     "Ana Reyes; John Doe"},
    {"a couple behind what they are", "The bridge leaks badly, according to two council members, Ana and John Doe.", "leaks",
     "two council members (described)"},
    {"two towns behind those who live there", "The bridge leaks badly, according to traders from Paris, London and Rome.", "leaks",
     "traders from Paris (described)"},
    {"a group", "The bridge leaks badly, according to officials.", "leaks", "officials (described)"},
    {"a driver of a house", "Tom Marsh is fast. Marsh won at home. The Veldt driver said that the bridge leaks.", "leaks", "Tom Marsh"},
    {"any driver", "Tom Marsh is fast. Marsh won at home. The driver said that the bridge leaks.", "leaks", "The driver (described)"},
    {"an MP by the party", "Tom Marsh spoke on Monday. Mr Marsh was late. The Labour MP said that the bridge leaks.", "leaks", "Tom Marsh"},
};

constexpr Row kDatelines[] = {
    {"where it was written is nobody", "A sieve\n\nPORT ELLERY, March 4 – He said the bridge was a sieve in the rain.", "sieve in", "null"},
    {"who is named behind it is", "A sieve\n\nPORT ELLERY, March 4 – Tom Doe met traders. He said the bridge was a sieve in the rain.",
     "sieve in", "Tom Doe"},
};

}  // namespace

TEST_CASE("a name is given in full", "[resolve]") {
  test::check(kNames);
}

TEST_CASE("a dateline names nobody", "[resolve]") {
  test::check(kDatelines);
}

TEST_CASE("a description goes to the holder of the role, or stays one", "[resolve]") {
  test::check(kDescriptions);
}

constexpr Row kBehalf[] = {
    {"for somebody", "“The bridge leaks badly,” said a spokesman for the Harbour Trust.", "leaks", "Harbour Trust"},
    {"named behind", "“The bridge leaks badly,” said Ana Reyes, a spokeswoman for the Harbour Trust.", "leaks", "Harbour Trust"},
    {"named in front", "“The bridge leaks badly,” Harbour Trust spokesman Tom Kern said.", "leaks", "Harbour Trust"},
    {"whose", "“The bridge leaks badly,” said the ministry’s spokeswoman, Joan Kern.", "leaks", "the ministry"},
    {"of a person", "Ana Reyes runs the port. “The bridge leaks badly,” said Reyes spokeswoman Joan Kern.", "leaks", "Ana Reyes"},
    {"of a person's campaign", "Ana Reyes runs for mayor. “The bridge leaks badly,” said Reyes campaign spokeswoman Joan Kern.", "leaks",
     "Ana Reyes campaign"},
    {"later on, by the surname", "Harbour Trust spokesman Tom Kern met traders. “The bridge leaks badly,” Kern said.", "leaks",
     "Harbour Trust"},
    {"later on, named behind a comma", "A spokeswoman for the county, Joan Kern, met traders. “The bridge leaks badly,” she said.", "leaks",
     "the county"},
    {"told before", "A spokesman for the Harbour Trust said it was late. “The bridge leaks badly,” the spokesman added.", "leaks",
     "Harbour Trust"},
    {"a house of a place", "“The bridge leaks badly,” said a Calder council spokesman.", "leaks", "Calder council"},
    {"the house of a name", "“The bridge leaks badly,” said the UN refugee agency’s spokesman, Tom Kern.", "leaks",
     "the UN refugee agency"},
    {"on behalf of", "“The bridge leaks badly,” Ana Reyes said on behalf of the family.", "leaks", "the family"},
    {"on whose behalf in her own words", "Ana Reyes said that the bridge leaks on behalf of the family.", "leaks", ""},
    {"not for a minister", "“The bridge leaks badly,” said the minister for the harbour.", "leaks", ""},
    {"told before, of a spokesman whose words somebody else reports",
     "The mayor said that a spokesman for the Harbour Trust had said it was late. “The bridge leaks badly,” the spokesman added.", "leaks",
     ""},
    {"not by whom a spokesman spoke to", "Ana Reyes met a spokesman for the Harbour Trust. “The bridge leaks badly,” Reyes said.", "leaks",
     ""},
    {"whose he is that the sentence is about",
     "Tom Doe met traders. “It is old,” Doe said. The bridge leaks badly since Juan Marsh came to Calder, his spokesman said.", "leaks",
     "Juan Marsh"},
};

constexpr Row kPairs[] = {
    {"the pair that spoke", "Ana Reyes and John Doe said that it is old. The pair said that the bridge leaks.", "leaks",
     "Ana Reyes; John Doe"},
    {"both", "Ana Reyes and John Doe run the port. Both said that the bridge leaks.", "leaks", "Ana Reyes; John Doe"},
    {"the two of them", "Ana Reyes and John Doe run the port. The two traders said that the bridge leaks.", "leaks", "Ana Reyes; John Doe"},
    {"three are no pair", "Ana Reyes, John Doe and Eva Kern run the port. The pair said that the bridge leaks.", "leaks",
     "The pair (described)"},
    {"three of them are others", "Ana Reyes and John Doe run the port. The three traders said that the bridge leaks.", "leaks",
     "The three traders (described)"},
};

TEST_CASE("a spokesperson speaks on behalf of somebody", "[resolve]") {
  for (const Row& row : kBehalf)
    DYNAMIC_SECTION(row.name) {
      const auto read = test::read(row.text);
      REQUIRE(read.about(row.words) != nullptr);
      CHECK(read.about(row.words)->on_behalf_of == row.want);
    }
}

TEST_CASE("a spokesperson who is named is a person", "[resolve]") {
  CHECK(test::speaker(test::read(kBehalf[0].text), "leaks") == "a spokesman for the Harbour Trust (described)");
  CHECK(test::speaker(test::read(kBehalf[1].text), "leaks") == "Ana Reyes");
  CHECK(test::speaker(test::read("Harbour Trust spokesman Tom Kern met Juan Reyes. His spokesman said that the bridge leaks."), "leaks") ==
        "His spokesman (described)");
}

TEST_CASE("two who speak as one", "[resolve]") {
  test::check(kPairs);
}

TEST_CASE("a surname in a title whose words all have capitals", "[resolve]") {
  const auto in_title = [](const std::string& title, const std::string& body) -> std::string {
    const auto read = test::read(title + "\n\nBy Tom Kern\n\n" + body);
    for (const Statement& s : read.statements)
      if (s.place == Place::Title) return s.speaker ? s.speaker->name : "null";
    return "missing";
  };
  const std::string body = "The port of Calder has Juan Marsh for a chief. “The bridge leaks badly,” Marsh said on Tuesday.";
  CHECK(in_title("Marsh Says Old Bridge Leaks Badly", body) == "Juan Marsh");
  CHECK(in_title("Report Says Old Bridge Leaks Badly", body) == "Report");
}

TEST_CASE("kinds of speakers", "[resolve]") {
  const auto kind = [](std::string_view text) {
    const auto read = test::read(text);
    const Statement* s = read.about("leaks");
    REQUIRE(s != nullptr);
    REQUIRE(s->speaker);
    return s->speaker->kind;
  };
  CHECK(kind("“The bridge leaks badly,” Ana Reyes said.") == SpeakerKind::Person);
  CHECK(kind("The bridge leaks badly, according to the Harbour Trust.") == SpeakerKind::Organization);
  CHECK(kind("The bridge leaks badly, according to engineers.") == SpeakerKind::Group);
  CHECK(kind("The bridge leaks badly, according to a report.") == SpeakerKind::Document);
  CHECK(kind("The bridge leaks badly, according to court documents.") == SpeakerKind::Document);
  CHECK(kind("The bridge leaks badly, according to traders.") == SpeakerKind::Group);
}

TEST_CASE("another name of the same gender changes the speaker only", "[resolve]") {
  const std::string text = "Ana Reyes runs the port. “The bridge leaks badly,” she said. Reyes, 54, left. “It is an old one,” Reyes said.";
  std::string other = text;
  for (std::size_t at; (at = other.find("Ana")) != std::string::npos;) other.replace(at, 3, "Eva");
  for (std::size_t at; (at = other.find("Reyes")) != std::string::npos;) other.replace(at, 5, "Marsh");
  const auto a = test::read(text), b = test::read(other);
  REQUIRE(a.statements.size() == b.statements.size());
  for (const char* words : {"leaks", "old one"}) {
    CHECK(test::speaker(a, words) == "Ana Reyes");
    CHECK(test::speaker(b, words) == "Eva Marsh");
  }
}

}  // namespace onrecord
