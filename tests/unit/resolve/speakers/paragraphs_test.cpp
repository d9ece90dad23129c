// Who is in mind in a paragraph: who alone is named in it, who spoke in its first sentence, who was asked.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kAlone[] = {
    {"who alone is named in the paragraph", "“It is old,” Paul Kern said.\n\nThe town owes it to John Doe. He said that the bridge leaks.",
     "leaks", "John Doe"},
    {"who speaks all through it", "“It is old,” Paul Kern said.\n\nHe blamed John Doe. He said that the bridge leaks.", "leaks",
     "Paul Kern"},
    {"whose the thing of the sentence is",
     "“It is old,” Paul Kern said.\n\nMany saw John Doe in his office. He said that the bridge leaks.",
     "leaks", "John Doe"},
};

constexpr Row kUnnamed[] = {
    {"a detective behind an address", "He hit Ana Reyes, 29, of Calder, Detective Tom Kern said: “The bridge leaks.”", "leaks", "Tom Kern"},
    {"an address of two towns", "Ana Reyes, 29, of Calder, Maryshire, says that the bridge leaks.", "leaks", "Ana Reyes"},
    {"one trader who is named so", "One trader, Okonkwo, said that the bridge leaks.", "leaks", "Okonkwo"},
    {"somebody unnamed goes on",
     "Paul Kern left. He met traders.\n\nA baker, who cannot be named, said that it was late. He added that the bridge leaks.", "leaks",
     "A baker (described)"},
    {"the mayor goes on", "John Doe told the council that it was late.\n\nThe mayor said that it was old. “The bridge leaks badly,” he said.",
     "leaks", "The mayor (described)"},
    {"the retired mayor may be somebody named",
     "John Doe told the council that it was late.\n\nThe retired baker said that it was old. “The bridge leaks badly,” he said.", "leaks",
     "John Doe"},
    {"somebody's lawyer goes on",
     "Tom Kern left. Ana Reyes met traders.\n\nKern’s lawyer said that it was late. “The bridge leaks badly,” she added.", "leaks",
     "Kern’s lawyer (described)"},
    {"somebody's boat does not", "Tom Kern left. Ana Reyes met traders.\n\nKern’s boat was late. “The bridge leaks badly,” she added.", "leaks",
     "Ana Reyes"},
    {"a holder of a post and an age", "Ana Reyes met Tom Kern, a baker. Reyes left.\n\nThe baker, 61, said that the bridge leaks.", "leaks",
     "Tom Kern"},
    {"a share of those asked", "A further 30% said that the bridge leaks badly.", "leaks", "A further 30% (described)"},
    {"my companion goes on",
     "Oona Dorn filmed it. “It is old,” Dorn said.\n\nMy companion, who is a baker, thought it was late. “The bridge leaks badly,” she "
     "said.", "leaks", "My companion (described)"},
    {"not she", "Paul Kern left. He met traders.\n\nA waitress said that it was late. He added that the bridge leaks.", "leaks",
     "Paul Kern"},
    {"one person who is they",
     "The port has many traders. The ships are old. A spokesperson for the Trust said it was late. “The bridge leaks badly,” they said.",
     "leaks", "A spokesperson for the Trust (described)"},
    {"one person who is they, and has not spoken",
     "The traders said it was late.\n\nA source in the port was less sure. “The bridge leaks badly,” they said.", "leaks",
     "A source in the port (described)"},
    {"several who are they", "A spokesperson for the Trust left. The traders said it was late. “The bridge leaks badly,” they said.",
     "leaks", "The traders (described)"},
};

constexpr Row kAsked[] = {
    {"who is asked about need not answer", "Tom Kern sank it.\n\n“It was mine,” Ana Reyes says. What did he do? “He knew that the bridge leaks.”",
     "He knew that", "Ana Reyes"},
    {"who nods answers", "Tom Kern sank it.\n\n“It was mine,” Ana Reyes says. Kern looks at the door. “I knew that the bridge leaks.”",
     "I knew that", "Tom Kern"},
    {"who acts between two quotations", "Ana Reyes met traders.\n\n“The bridge leaks in the rain.” Kern looks at the door. “It always did so.”",
     "leaks", "Kern"},
    {"a neighbour of some age",
     "Halyna sat.\n\nHer neighbour, 19-year-old Tom Savchuk, heard a whistle. “The bridge leaks in the rain,” he said.", "leaks",
     "Tom Savchuk"},
    {"where it happened", "Boats are late\n\nNew Delhi: The council left, with Ana Reyes saying that the bridge leaks.\n\nIt rained.", "leaks",
     "Ana Reyes"},
    {"a council of many", "Irrigators in the valley met. The National Irrigators’ Council said that the bridge leaks.", "leaks",
     "National Irrigators’ Council"},
    {"who asked does not reply",
     "Paul Kern told the court of it. Oliver Marsh cross-examined him. “It is old?” asked Mr Marsh. “The bridge leaks badly,” he replied.",
     "leaks", "Paul Kern"},
    {"who asked goes on", "Paul Kern told the court of it. “It is old?” asked Mr Marsh. “The bridge leaks badly,” he said.", "leaks",
     "Marsh"},
    {"a clause between subject and verb",
     "Ana Reyes said no.\n\nEva Marsh, whose sister is ill, got up. “The bridge leaks badly,” she said.", "leaks", "Eva Marsh"},
};

constexpr Row kSurnames[] = {
    {"of two brothers the one who speaks",
     "Graham Dorn, 61, hit Keith Dorn, 57. He left. It was late. It rained. It was dark. It was cold.\n\nKeith Dorn told the court of it. "
     "It was old. It was late. It rained. Mr Dorn said that the bridge leaks.", "leaks", "Keith Dorn"},
    {"of two brothers the one whom it is about",
     "Graham Dorn, 61, met Keith Dorn, 57. It was late. It rained. Mr Dorn said that the bridge leaks.", "leaks", "Graham Dorn"},
};

constexpr Row kRoles[] = {
    {"letters of a country", "Union secretary Ana Reyes met traders. The US said that the bridge leaks.", "leaks", "US"},
    {"who pleads for calm", "Mary Marsh pleaded for calm. Tom Kern is in court. The defendant said that the bridge leaks.", "leaks",
     "The defendant (described)"},
    {"a winger who is right", "Right winger Pia Lund left. “The bridge leaks badly,” the bishop said.", "leaks", "the bishop (described)"},
    {"a boy who is called so", "Boy George said that the bridge leaks.", "leaks", "Boy George"},
    {"who is accused is the defendant",
     "Graham Dorn, 61, is accused of theft. Ned Kern told the court of it. The defendant said that the bridge leaks.", "leaks",
     "Graham Dorn"},
    {"who accuses is not", "Graham Dorn, 61, accused a baker of theft. The defendant said that the bridge leaks.", "leaks",
     "The defendant (described)"},
    {"a chief of staff to a governor",
     "They met the Chief of Staff to the Governor, Alhaji Musa Danladi, in town. “The bridge leaks badly,” the Chief of Staff said.",
     "leaks", "Musa Danladi"},
    {"the governor himself",
     "They met the Governor of Maryshire, Alhaji Musa Danladi, in town. “The bridge leaks badly,” the governor said.",
     "leaks", "Musa Danladi"},
    {"a title that no list has", "Canon Michael Lyne came. “The bridge leaks badly,” the Canon said.", "leaks", "Michael Lyne"},
    {"an inspector is an officer", "Inspector Anne Dorn came. “It is old,” Dorn said. The officer said that the bridge leaks.", "leaks",
     "Anne Dorn"},
    {"two who are officers", "Inspector Anne Dorn met Sergeant Tom Marsh. The officer said that the bridge leaks.", "leaks",
     "The officer (described)"},
    {"a firm that is called like that", "Michael Lyne came. “The bridge leaks badly,” the Canon said.", "leaks", "Canon"},
    {"the dockers' union", "The Dockers union said that the bridge leaks.", "leaks", "Dockers union"},
    {"the singer of whom the report tells",
     "Ana Reyes sings. Reyes was born here. She met Juan Doe.\n\nThe singer drinks tea. She said that the bridge leaks.", "leaks",
     "Ana Reyes"},
};

constexpr Row kEpithets[] = {
    {"somebody else was called so", "Maria Dorn met Tom Kern. Kern said the senator was late. “The bridge leaks badly,” the senator said.",
     "leaks badly", "Maria Dorn"},
    {"nobody was",
     "Maria Dorn met Tom Kern. Kern said it was late. He left, and Kern knew it. “The bridge leaks badly,” the senator said.",
     "leaks badly", "Tom Kern"},
    {"by her town", "Tasha Quill left. She was late, and Quill knew it. “The bridge leaks badly,” the Essex girl said.", "leaks",
     "Tasha Quill"},
    {"a girl of no town", "Tasha Quill left. She was late, and Quill knew it. “The bridge leaks badly,” the small girl said.", "leaks",
     "the small girl (described)"},
    {"the boss of what he leads",
     "Governor Peter Marsh left. Marsh was late, and he knew it. “The bridge leaks badly,” said the county boss.", "leaks", "Peter Marsh"},
    {"the boss of another", "Peter Marsh left. Marsh was late, and he knew it. “The bridge leaks badly,” said the county boss.", "leaks",
     "the county boss (described)"},
    {"by state and party, told of twice",
     "Senator Bradley Holt left. Holt knew it. “The bridge leaks badly,” the Nebraska Republican said.", "leaks",
     "Bradley Holt"},
    {"of another party", "Senator Ana Reyes, a Democrat, left. Reyes knew it. “The bridge leaks badly,” the Nebraska Republican said.",
     "leaks", "the Nebraska Republican (described)"},
    {"letters of a seat", "ANM lawmaker Shahida Dorn left. “The bridge leaks badly,” the MNA said.", "leaks", "Shahida Dorn"},
    {"letters of no seat", "ANM lawmaker Shahida Dorn left. “The bridge leaks badly,” the MKA said.", "leaks", "MKA"},
    {"a former player may lead a team",
     "Coach Mick Dorn left. Dorn was late. He felt it. “The bridge leaks badly,” the former striker said.", "leaks", "Mick Dorn"},
    {"a player does not", "Coach Mick Dorn left. Dorn was late. He felt it. “The bridge leaks badly,” the striker said.", "leaks",
     "the striker (described)"},
    {"a grandmother of some", "Marcia Dorn fetched water. Dorn was late. She left. “The bridge leaks badly,” the grandmother of six said.",
     "leaks", "Marcia Dorn"},
    {"a grandmother of somebody",
     "Marcia Dorn fetched water. Dorn was late. She left. “The bridge leaks badly,” the grandmother of Ned said.", "leaks",
     "the grandmother of Ned (described)"},
    {"a member of parliament",
     "Marcia Dorn met traders. Dorn was late. Member of Parliament Courtney Oduya, who came, was booed. “The bridge leaks badly,” the MP "
     "said.", "leaks", "Courtney Oduya"},
    {"the founder of whom the report tells",
     "Tomi Dorn makes pumps. Dorn keeps a list. She looks at it. “The bridge leaks badly,” says the founder.", "leaks", "Tomi Dorn"},
    {"a witness without a name",
     "Tomi Dorn makes pumps. Dorn keeps a list. A witness saw her. “The bridge leaks badly,” said the witness.", "leaks",
     "the witness (described)"},
    {"the same man", "Peter Marsh wrote to traders. The same gentleman said that the bridge leaks.", "leaks", "Peter Marsh"},
};

constexpr Row kTalks[] = {
    {"who speaks of her is not she",
     "The port is shut.\n\nSTRAND: Here is Jana Dorn, a nurse.\n\nDORN: It rains.\n\nSTRAND: She told me “the bridge leaks badly” here.",
     "leaks", "STRAND (described)"},
    {"who asks",
     "An old hand\n\nAna Reyes knows bridges. Reyes is 40.\n\nShe spoke to Tom Kern.\n\nQ: Does it leak?\n\nA: It always did.", "Does it",
     "Tom Kern"},
    {"who asks comes first",
     "An old hand\n\nAna Reyes knows bridges. Tom Kern spoke to Ana Reyes.\n\nQ: Does it leak?\n\nA: It always did.", "Does it",
     "Tom Kern"},
    {"with whom somebody spoke in an answer",
     "An old hand\n\nAna Reyes knows bridges.\n\nQ: Does it leak?\n\nA: I spoke to Tom Kern.\n\nQ: Is it old?\n\nA: It always was.",
     "Is it old", "null"},
};

constexpr Row kSubjects[] = {
    {"named behind a noun of no person",
     "“It is old,” Paul Kern said. He left.\n\nHis opposite number, Marta Dorn, had more patience than he hoped for. “The bridge leaks "
     "badly,” said the Swede.", "leaks", "Marta Dorn"},
    {"an age in brackets and an address",
     "Donal Dorn (44), of Pier Road, Inishcarn, Co Calder, said it was late. “The bridge leaks badly,” he said.", "leaks", "Donal Dorn"},
    {"a firm behind a lawyer's name",
     "Vincent Kern left. “It is old,” Kern said.\n\nOng’s lawyer, Mr Prakash Marsh of Marsh & Partners, said it was late. He added that "
     "the bridge leaks.", "leaks", "Prakash Marsh"},
    {"a sister behind a comma",
     "Eva Marsh met traders. “It is old,” Marsh said.\n\nHis older sister, Jasmine, said he was late. “The bridge leaks badly,” she said.",
     "leaks", "Jasmine"},
    {"the midfielder himself",
     "Substitute Leo Dorn ran. Marta Kern praised Dorn. Dorn was glad.\n\nThe midfielder himself was tired. “The bridge leaks badly,” he "
     "said.", "leaks", "Leo Dorn"},
    {"a manager is no player",
     "Manager Leo Dorn ran. Marta Kern praised Dorn. Dorn was glad.\n\nThe midfielder himself was tired. “The bridge leaks badly,” he "
     "said.", "leaks", "The midfielder himself (described)"},
    {"of a mother and a son the woman",
     "Latoya Dorn met traders. Her son, Marcus Dorn, left. It was late. It rained. It was dark. It was cold. It was old. Marcus "
     "Dorn ran. It "
     "rained. It was late. It was dark. It was cold. Dorn said she knew that the bridge leaks.", "leaks", "Latoya Dorn"},
    {"of a mother and a son the man", "Latoya Dorn met traders. Her son, Marcus Dorn, left. Dorn said he knew that the bridge leaks.",
     "leaks", "Marcus Dorn"},
    {"a position that is an adverb too", "His fellow guest, ex-City forward Robbie Dorn, said: “The bridge leaks badly.”", "leaks",
     "Robbie Dorn"},
    {"a lawyer who is standing counsel", "The council’s standing counsel, Farah Dorn, said that the bridge leaks.", "leaks", "Farah Dorn"},
    {"a university is nobody",
     "Henrik Moe came from Bergstad. “It is old,” Moe said.\n\nTor Vik of the University of Bergstad came. “The bridge leaks badly,” he "
     "said.", "leaks", "Tor Vik"},
    {"who leads a party's group", "Opposition leader Fiona Dorn, a Conservative, left. The Tory group leader said that the bridge leaks.",
     "leaks", "Fiona Dorn"},
    {"who leads another party's", "Opposition leader Fiona Dorn, a Conservative, left. The Labour group leader said that the bridge leaks.",
     "leaks", "The Labour group leader (described)"},
    {"a post of things in the plural", "Group director of operations Shane Dorn was late. He said that the bridge leaks.", "leaks",
     "Shane Dorn"},
    {"a seat behind a party in the plural", "The Nationals MP for Marford, Sue Dorn, said that the bridge leaks.", "leaks", "Sue Dorn"},
};

}  // namespace

TEST_CASE("who is the subject is in mind", "[resolve]") { check(kSubjects); }
TEST_CASE("what stands for a name is who is in mind, and not who used it", "[resolve]") { check(kEpithets); }
TEST_CASE("who asks, and of whom they speak", "[resolve]") { check(kTalks); }
TEST_CASE("who alone is named in a paragraph is in mind", "[resolve]") { check(kAlone); }
TEST_CASE("somebody unnamed who spoke is in mind", "[resolve]") { check(kUnnamed); }
TEST_CASE("who is asked answers", "[resolve]") { check(kAsked); }
TEST_CASE("of two of one surname the one who is in mind", "[resolve]") { check(kSurnames); }
TEST_CASE("a role told once is known by other words", "[resolve]") { check(kRoles); }

}  // namespace onrecord
