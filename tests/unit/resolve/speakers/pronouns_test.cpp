// Whom a pronoun in a mention stands for.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kPronouns[] = {
    {"who was asked answers", "Tom Marsh met Ned Kern. “Is it old?” Kern asked. “The bridge leaks badly,” he answered.", "leaks",
     "Tom Marsh"},
    {"who spoke goes on", "Tom Marsh met Ned Kern. “It is old,” Kern said. “The bridge leaks badly,” he added.", "leaks", "Ned Kern"},
    {"she is the woman named", "Ana Reyes met John Doe. “The bridge leaks badly,” she said.", "leaks", "Ana Reyes"},
    {"he is the man named", "Ana Reyes met John Doe. “The bridge leaks badly,” he said.", "leaks", "John Doe"},
    {"the subject goes before the object", "Paul Kern met John Doe. “The bridge leaks badly,” he said.", "leaks", "Paul Kern"},
    {"the nearer subject goes before the farther", "Paul Kern left. John Doe stayed. “The bridge leaks badly,” he said.", "leaks",
     "John Doe"},
    {"across paragraphs", "Ana Reyes runs the port.\n\n“The bridge leaks badly,” she said.", "leaks", "Ana Reyes"},
    {"Mr. outvotes the list of first names", "Mr. Marian Reyes runs the port. “The bridge leaks badly,” he said.", "leaks", "Marian Reyes"},
    {"she is nobody among men", "John Doe runs the port. “The bridge leaks badly,” she said.", "leaks", "null"},
    {"a woman without a name", "A woman stood up at the back. “The bridge leaks badly,” she said.", "leaks", "A woman (described)"},
    {"a verb goes with the one of its tense",
     "Kestria attacked the paper. It claims that the paper was a ploy, and calls the witnesses “human dust of the town”.", "human dust",
     "Kestria"},
    {"a verb of the clause's own tense stays in it", "Ana Reyes says that the port was poor, and was called “the town of dust” by many.",
     "town of dust", "Ana Reyes"},
    {"the name in an apposition is the subject",
     "Paul Kern came. A spokeswoman for the Food Bureau, Dolores Quint, met him. “The bridge leaks badly,” she said.", "leaks",
     "Dolores Quint"},
    {"the name before an apposition is the subject",
     "John Doe came. Ana Reyes, head of the port, met Eva Kern. “The bridge leaks badly,” she said.", "leaks", "Ana Reyes"},
    {"who acts in the sentence before a quotation",
     "John Doe said no.\n\nAsked about it, Ana Reyes shrugs. “The bridge leaks badly in the rain.”", "leaks", "Ana Reyes"},
    {"who reports in the sentence before a quotation", "Ana Reyes said that John Doe was wrong. “The bridge leaks badly in the rain.”",
     "leaks", "Ana Reyes"},
    {"an eye-catcher, printed again below",
     "“It is an old one,” John Doe said.\n\nIt was shut.\n\n“The bridge leaks badly in the rain.”\n\n“We know. The bridge leaks badly in "
     "the rain, they say,” "
     "Ana Reyes said.", "leaks badly in the rain.", "Ana Reyes"},
    {"a few words that come again",
     "“It is an old one,” John Doe said.\n\nIt was shut.\n\n“The bridge leaks badly.”\n\n“We know. The bridge leaks badly, they say,” Ana "
     "Reyes said.", "leaks badly.", "John Doe"},
    {"men and women of Lagos and Nairobi", "Chinedu Marsh met Wanjiru Dorn. “The bridge leaks badly,” she said.", "leaks", "Wanjiru Dorn"},
    {"men and women of Kano and Lahore", "Kabiru Marsh met Farzana Dorn. “The bridge leaks badly,” he said.", "leaks", "Kabiru Marsh"},
    {"men and women of Durban", "Nomfundo Marsh met Sibusiso Dorn. “The bridge leaks badly,” he said.", "leaks", "Sibusiso Dorn"},
    {"of whom he says it is somebody else", "Paul Kern’s plan is old. John Doe left. Kern, he said, knew that the bridge leaks.", "leaks",
     "John Doe"},
    {"he may be whom the sentence opens with", "Paul Kern’s plan is old. John Doe left. Kern, he says, is late.", "late", "John Doe"},
    {"a quotation in a paragraph of its own goes on",
     "“It is an old one,” John Doe said.\n\nAna Reyes was there.\n\n“The bridge leaks badly in the rain.”", "leaks", "John Doe"},
    {"who was asked answers", "The Post’s Tom Kern asked Paul Marsh whether it was safe. “The bridge leaks badly,” he said.", "leaks",
     "Paul Marsh"},
    {"who asks about somebody goes on", "Tom Kern asked about Paul Marsh. “The bridge leaks badly,” he said.", "leaks", "Tom Kern"},
    {"an age and a town behind the name",
     "Stefanie Aks came. Brianne Stone, 29, of Harlan, Maryshire, says her worry is the port. “The bridge leaks badly,” she says.", "leaks",
     "Brianne Stone"},
    {"who tells a person", "Bramwickz, who runs the port, met traders. “The bridge leaks badly,” he said.", "leaks", "Bramwickz"},
    {"whose thing the sentence is about", "Paul Kern spoke first. John Doe’s plan has been slow since he warned that the bridge leaks.",
     "leaks", "John Doe"},
    {"whose thing an earlier sentence spoke of", "Paul Kern liked John Doe’s plan. He said that the bridge leaks.", "leaks", "Paul Kern"},
    {"whose words go on", "Paul Kern was late. After Mr. Doe’s talk in Calder came his claim that the bridge leaks.", "leaks", "Doe"},
    {"what a comma sets off at the start", "Eva Kern came. Eva Kern was late. Ana Reyes, though she warned that the bridge leaks, stayed.",
     "leaks", "Ana Reyes"},
    {"the subject of the clause before", "Paul Kern said no. While John Doe has been kind, he said that the bridge leaks.", "leaks",
     "John Doe"},
    {"who is told is somebody else", "Paul Kern met John Doe. Doe was late. “The bridge leaks badly,” he told Doe.", "leaks", "Paul Kern"},
    {"who is told is nobody named", "Paul Kern met John Doe. Doe was late. “The bridge leaks badly,” he told traders.", "leaks",
     "John Doe"},
    {"who is spoken of does not go on", "Paul Kern says John Doe is shutting the port. He says that the bridge leaks.", "leaks",
     "Paul Kern"},
    {"who acts in a sentence of his own does", "Paul Kern says no. John Doe is shutting the port. He says that the bridge leaks.", "leaks",
     "John Doe"},
    {"pronouns tell the gender of a surname",
     "Mayor Velm rose. He smiled. He was glad. Ana Reyes came too. It was late, and Velm knew it. “The bridge leaks badly,” she said.",
     "leaks", "Ana Reyes"},
    {"somebody in a phrase before the name", "One baker supporting Paul Kern, John Doe of Calder, said that the bridge leaks.", "leaks",
     "John Doe"},
    {"who goes on behind such a name",
     "One baker supporting Paul Kern, John Doe of Calder, said it rains. “The bridge leaks badly,” he said.", "leaks", "John Doe"},
    {"a list of names", "Paul Kern, John Doe and Ana Reyes said that the bridge leaks.", "leaks", "Paul Kern; John Doe; Ana Reyes"},
    {"her thing beside somebody", "Eva Kern came. It was late. Traders kept away from Ana Reyes and her claim that the bridge leaks.",
     "leaks", "Ana Reyes"},
    {"his thing twice", "John Doe came. His talk with Paul Kern was at odds with his claim that the bridge leaks.", "leaks", "John Doe"},
    {"a number of traders", "A number of traders are warning of rain. They say that the bridge leaks.", "leaks",
     "A number of traders (described)"},
    {"a number is not several", "The number of the house is wrong. They say that the bridge leaks.", "leaks", "null"},
    {"people who were no subject", "The port was shut, according to sources. They said that the bridge leaks.", "leaks",
     "sources (described)"},
    {"a house as they", "The Harbour Trust met in May. They said that the bridge leaks.", "leaks", "Harbour Trust"},
    {"a house and its aides", "The Harbour Trust met aides in May. They said that the bridge leaks.", "leaks", "aides (described)"},
    {"who is the name before it", "The port is run by Ana Reyes, who said that the bridge leaks.", "leaks", "Ana Reyes"},
    {"who behind a comma is the name beside it",
     "The council met a friend of Ann Roe, who said that the bridge leaks.", "leaks", "Ann Roe"},
    {"who without a comma is whom the phrase names", "The council met a friend of Ann Roe who said that the bridge leaks.", "leaks",
     "a friend of Ann Roe (described)"},
    {"who are not what they say", "It was a day of speeches by traders who said that the bridge leaks.", "leaks", "traders (described)"},
    {"who behind an apposition", "Ana Reyes, a baker, who said that the bridge leaks, left.", "leaks", "Ana Reyes"},
    {"he of somebody unnamed",
     "Jo Dorn runs the union. “It is old,” Dorn said. But a spokesman for the Harbour Trust (HT) said it was new. “The bridge leaks "
     "badly,” he said.", "leaks", "a spokesman for the Harbour Trust (described)"},
    {"she of a clause in front", "Clara Dorn heard it. As she warned that the bridge leaks, Ana Reyes left the hall.", "leaks",
     "Ana Reyes"},
    {"he of a clause in front of a woman's", "Tom Doe heard it. As he warned that the bridge leaks, Ana Reyes left the hall.", "leaks",
     "Tom Doe"},
    {"a man whose name a list gives to women", "Tawanda Mavhaka met traders. “The bridge leaks badly,” he said.", "leaks",
     "Tawanda Mavhaka"},
    {"whom the sentence names",
     "Tom Doe met traders. “It is old,” Doe said. The port is shut. Nobody works. Dockers fear the cuts by Juan Marsh and what he called "
     "“a leak”.", "a leak", "Juan Marsh"},
    {"he behind a comma",
     "Tom Doe met traders. “It is old,” Doe said. “The bridge leaks,” Doe added. It is like the one that Juan Marsh built, he said.",
     "that Juan", "Tom Doe"},
    {"a house itself", "But the Harbour Trust itself says that the bridge leaks.", "leaks", "Harbour Trust"},
    {"he of two posts",
     "Adam Kern was ill. Kern was told so. Trust surgeon and study chief David Marsh said that it is new. “The bridge leaks badly,” he "
     "said.", "leaks", "David Marsh"},
    {"whom he speaks of himself", "Paul Kern met Joe Marsh. Marsh smiled. “Joe says that the bridge leaks,” he said.", "leaks",
     "Paul Kern"},
    {"whom he does not speak of", "Paul Kern met Joe Marsh. Marsh smiled. “The bridge leaks badly,” he said.", "leaks", "Joe Marsh"},
    {"who does one thing and who says another", "Ana Reyes, who runs the port and who said the bridge leaks, left.", "leaks", "Ana Reyes"},
    {"they of one whom nobody names", "The port is shut, a source in the council said. “The bridge leaks badly,” they said.", "leaks",
     "a source in the council (described)"},
    {"they of one with a name", "The port is shut, Ana Reyes said. “The bridge leaks badly,” they said.", "leaks", "null"},
    {"they of one whom nobody names, though several came before",
     "Traders were angry. A source close to the mayor said: “It is old. It smells.” They added that the bridge leaks.", "leaks",
     "A source close to the mayor (described)"},
    {"who spoke beside who was named", "Ana Reyes came with her aide Joe Marsh, who said it was old. “The bridge leaks badly,” he said.",
     "leaks", "Joe Marsh"},
    {"who stands behind the verb", "Paul Kern said no. Among those leaving was old John Doe. “The bridge leaks badly,” he said.", "leaks",
     "John Doe"},
    {"with whom somebody was", "Paul Kern said no. Among those leaving he was with John Doe. “The bridge leaks badly,” he said.", "leaks",
     "Paul Kern"},
    {"who was named, and did not speak", "Tom Doe said it was old. He came with an aide of Joe Marsh. “The bridge leaks badly,” he said.",
     "leaks", "Tom Doe"},
    {"an adjective is nobody", "The French premier took the floor in the old hall. He said that the bridge leaks.", "leaks",
     "The French premier (described)"},
    {"deaths say nothing", "The deaths came late. They said that the bridge leaks.", "leaks", "null"},
    {"he of a post in capitals",
     "Tom Doe met a harbour patient. The patient said that it is old. It was late. It rained. The Prime Minister left. He said that the "
     "bridge leaks.", "leaks", "The Prime Minister (described)"},
    {"messages say nothing", "The messages came late. They said that the bridge leaks.", "leaks", "null"},
    {"a quotation behind what the writer thinks",
     "Tom Doe met traders. “It is old,” Doe said. We do not know why it is.\n\n“The bridge leaks badly.”", "leaks", "Tom Doe"},
    {"whom a clause in front tells of",
     "Eva Kern runs the port. “It is old,” Kern said. While the plan did not please Ana Reyes, a baker, she said that the bridge leaks.",
     "leaks", "Ana Reyes"},
    {"whom they were asked about in front",
     "Eva Kern runs the port. “It is old,” Kern said. When asked about Ana Reyes, she said that the bridge leaks.", "leaks", "Eva Kern"},
    {"changes do not say what a team says",
     "The outflows were shown to all. Despite the rain, the team is late. They said that the bridge leaks.", "leaks",
     "the team (described)"},
    {"people do, before a team",
     "The traders were shown to all. Despite the rain, the team is late. They said that the bridge leaks.", "leaks",
     "The traders (described)"},
    {"a house whose verb is in the plural",
     "They like the noise that big ships can make. Big Barn have denied it. “The bridge leaks badly,” they said.", "leaks", "Big Barn"},
    {"whose agent she had", "Ana Reyes left at 16. It went well until her agent said it was late. “The bridge leaks badly,” she says.",
     "leaks", "Ana Reyes"},
    {"whose agent was a man", "Ana Reyes left at 16. It went well until her agent said it was late. “The bridge leaks badly,” he says.",
     "leaks", "her agent (described)"},
    {"whose agent goes on", "Ana Reyes left at 16. Her agent said it was late. “The bridge leaks badly,” she says.", "leaks",
     "Her agent (described)"},
    {"somebody unnamed behind a clause of her own",
     "Ana Reyes asked for more.\n\nThe boy’s mother, who said that her son is ill, said it was late. “The bridge leaks badly,” she said.",
     "leaks", "The boy’s mother (described)"},
    {"somebody unnamed, of whom he speaks", "Paul Kern left. The mayor, he said, knew that the bridge leaks.", "leaks", "Paul Kern"},
    {"somebody named behind one",
     "Eva Kern asked for more.\n\nAna Reyes, who said that her son is ill, said it was late. “The bridge leaks badly,” she said.", "leaks",
     "Ana Reyes"},
    {"a chief of staff", "Eva Kern came. Former chief of staff Ana Reyes said that Dorn knew. “The bridge leaks badly,” she said.", "leaks",
     "Ana Reyes"},
    {"she and others", "Ana Reyes came. She and her sisters said it was late. The bridge, they write, is the first that leaks.", "first",
     "Ana Reyes; her sisters"},
    {"not everyone", "The baker came. Not everyone was late. The bridge, they write, is the first that leaks.", "first", "null"},
    {"whom he is none of", "It was Tom Marsh, no radical, who said that the bridge leaks.", "leaks", "Tom Marsh"},
    {"who is behind a house", "It was Tom Marsh, no friend of the Harbour Trust, which said that the bridge leaks.", "leaks",
     "Harbour Trust"},
    {"who was asked about somebody",
     "Eva Kern left. Kern was late.\n\nAsked whether she knew of the book that Kern wrote, Ana Reyes paused.\n\n“The bridge leaks badly,” "
     "she said.", "leaks", "Ana Reyes"},
    {"who was told of by somebody",
     "Eva Kern left. Kern was late.\n\nShe knew of the book that Ana Reyes wrote, and paused.\n\n“The bridge leaks badly,” she said.",
     "leaks", "Eva Kern"},
    {"a quotation behind what a council decided",
     "Tom Doe met traders. “It is old,” Doe said. The council wants it to stay.\n\n“The bridge leaks badly.”", "leaks", "Tom Doe"},
};

}  // namespace

TEST_CASE("a pronoun goes to whom it stands for", "[resolve]") {
  test::check(kPronouns);
}

constexpr test::SpeakerRow kThings[] = {
    {"it, behind what it says", "The Calder Trust said that it was late. A report by the port is a farce and the bridge leaks, it added.",
     "leaks", "Calder Trust"},
    {"it, in what it says", "The Calder Trust was late. A report by the port said that it leaks.", "leaks", "A report by the port (described)"},
    {"a team that think", "The team believe the flashes are old. But they stress that the bridge leaks.", "leaks", "The team (described)"},
    {"a team that thinks", "The team believes in old flashes. But they stress that the bridge leaks.", "leaks", "null"},
    {"you, who is asked",
     "We met Ana Reyes.\n\nYou have said that the bridge leaks. Why?\n\nI was there and I saw it.\n\nWhat did you do then?\n\nI went home.",
     "leaks", "Ana Reyes"},
    {"you, who reads", "We met Ana Reyes.\n\nYou have said that the bridge leaks. Why?\n\nIt is old.", "leaks", "null"},
};

TEST_CASE("it, they and you", "[resolve]") { test::check(kThings); }

TEST_CASE("a quotation tells of whom it speaks", "[resolve]") {
  // Of the statement within the quotation.
  const auto inside = [](const char* text) {
    const auto read = test::read(text);
    for (const Statement& s : read.statements)
      if (s.within >= 0) return s.speaker ? s.speaker->name : std::string("null");
    return std::string("missing");
  };
  CHECK(inside("Eva Dorn left.\n\n“My mother is here. She said that the bridge leaks,” Ana Reyes said.") == "My mother");
  CHECK(inside("Eva Dorn left.\n\n“My father is here. She said that the bridge leaks,” Ana Reyes said.") == "Eva Dorn");
  CHECK(inside("Eva Dorn left.\n\n“My mother sang to us,” Ana Reyes said, “all night. She said that the bridge leaks.”") == "My mother");
  CHECK(inside("We met Tom Kern.\n\nWho taught you the most?\n\nA man in Calder and I owe him. He used to say that the bridge leaks.\n\n"
               "What did you do then?\n\nI went home.") == "null");
  CHECK(inside("Tom Kern left.\n\n“My mother met Eva Dorn. She said that the bridge leaks,” Ana Reyes said.") == "Eva Dorn");
}

TEST_CASE("an article that breaks off behind a pronoun", "[resolve]") {
  for (const char* end : {"she", "SHE", "she said", "she."}) {
    INFO(end);
    const auto read = test::read("Ana Reyes met traders.\n\n“The bridge leaks badly,” " + std::string(end));
    CHECK(test::speaker(read, "leaks") != "traders (described)");
  }
}

}  // namespace onrecord
