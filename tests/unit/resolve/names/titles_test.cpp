// Titles and posts of other countries, and posts that are written short.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kRows[] = {
    {"a field behind a post", "Minister of State for Tidal Power Bao Xiling left early. She said that the bridge leaks.", "leaks",
     "Bao Xiling"},
    {"a field behind letters", "MEC for Education Dawid Engelbrecht left early. He said that the bridge leaks.", "leaks",
     "Dawid Engelbrecht"},
    {"who speaks with such a post", "MEC for Education Dawid Engelbrecht said that the bridge leaks.", "leaks", "Dawid Engelbrecht"},
    {"letters behind a name", "Advocate Tanya Mokoena SC left early. She said that the bridge leaks.", "leaks", "Tanya Mokoena"},
    {"a field and nobody", "The Minister of State for Tidal Power left early. She said that the bridge leaks.", "leaks",
     "The Minister of State for Tidal Power (described)"},
    {"a post in capitals before a comma",
     "The Minister of Works, Josephine Tettey, left early. Doe came. The Minister told the House that the bridge leaks.", "leaks",
     "Josephine Tettey"},
    {"a post in letters with its field before a comma", "Veldt's VP of Sales, Josephine Tettey, said that the bridge leaks.", "leaks",
     "Josephine Tettey"},
    {"letters of a house before a comma", "Veldt's VK of Sales, Josephine Tettey, said that the bridge leaks.", "leaks", "VK"},
    {"a councillor of Australia", "Mayor Ana Reyes left early. Cr Reyes said that the bridge leaks.", "leaks", "Ana Reyes"},
    {"and the Honourable",
     "The Minister of Works, the Honourable Josephine Tettey, left early. The Minister told the House that the bridge leaks.", "leaks",
     "Josephine Tettey"},
    {"another post", "The Minister of Works, Josephine Tettey, left early. The Speaker told the House that the bridge leaks.", "leaks",
     "The Speaker (described)"},
    {"a rank behind a post, and more",
     "Veldt's chief operating officer, Capt. Tom Marsh (retd), denied it. He said that the bridge leaks.", "leaks", "Tom Marsh"},
    {"an alhaji", "Alhaji Umaru Dodon met traders. “The bridge leaks badly,” he said.", "leaks", "Umaru Dodon"},
    {"a shri and a smt", "Shri Rajat Patel met Smt. Mina Rao. “The bridge leaks badly,” she said.", "leaks", "Mina Rao"},
    {"a tan sri", "Tan Sri Lim Kok Wen said that the bridge leaks.", "leaks", "Lim Kok Wen"},
    {"a country that begins like one", "Sri Lanka said that the bridge leaks.", "leaks", "Sri Lanka"},
    {"a post in capitals in front of Mr",
     "The Governor of Maryshire, Mr. Abdul Marsh, met traders. The governor said that the bridge leaks.", "leaks", "Abdul Marsh"},
    {"a post in capitals of somebody else", "The Governor of Maryshire met Mr. Abdul Marsh. The governor said that the bridge leaks.",
     "leaks", "The governor (described)"},
    {"a post at the police is no police", "The Commissioner of Police, Mr. Abdul Marsh, said that the bridge leaks.", "leaks",
     "Abdul Marsh"},
    {"a post behind a courtesy", "Council chairman Dr Ana Reyes met traders. The chairman said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"the letters of a post", "Harbour Cabinet Secretary Ana Reyes met traders. The CS said that the bridge leaks.", "leaks", "Ana Reyes"},
    {"the letters of a post with a small word", "Inspector of Ports Ana Reyes met traders. The IP said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"the letters of no post", "Harbour Cabinet Secretary Ana Reyes met traders. The HUT said that the bridge leaks.", "leaks", "HUT"},
    {"the letters of a house", "The Coast Service (CS) met Cabinet Secretary Ana Reyes. The CS said that the bridge leaks.", "leaks",
     "Coast Service"},
    {"an attorney for a district", "Acting U.S. Attorney for the District of Massachusetts Tobias Levin said that the bridge leaks.",
     "leaks", "Tobias Levin"},
    {"a prime minister is no minister", "Port minister Ana Reyes met traders. The prime minister said that the bridge leaks.", "leaks",
     "The prime minister (described)"},
    {"a prime minister is one", "Prime Minister Ana Reyes met traders. The prime minister said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"members of a party are nobody by name", "Labour MPs said that the bridge leaks.", "leaks", "Labour MPs (described)"},
    {"a surname that is a calling", "“The bridge leaks badly,” said Zainabu Cook. She left. “It is an old one,” Cook said.", "old one",
     "Zainabu Cook"},
    {"a calling behind a town", "“The bridge leaks badly,” said the Wexcombe Cook.", "leaks", "the Wexcombe Cook (described)"},
    {"the letters of a position", "QB Marcus Dorn said that the bridge leaks.", "leaks", "Marcus Dorn"},
    {"initials are no position", "APJ Abdul Marsh said that the bridge leaks.", "leaks", "APJ Abdul Marsh"},
    {"letters in front of a surname", "Devan Mistry leads the court. “The bridge leaks badly,” CJI Mistry said.", "leaks", "Devan Mistry"},
    {"letters in front of one of two", "Devan Mistry met Mina Mistry. “The bridge leaks badly,” CJI Mistry said.", "leaks", "CJI Mistry"},
    {"a post, and a star of a work", "“The bridge leaks badly,” Veldt President and “The Mooring” star Fran Dorn told traders.", "leaks",
     "Fran Dorn"},
    {"a president, and a star", "“The bridge leaks badly,” the Veldt President and the star Fran Dorn told traders.", "leaks",
     "the Veldt President; Fran Dorn"},
    {"a first name that is a month written short", "“The bridge leaks badly,” said Mar Dorn, a Calder baker.", "leaks", "Mar Dorn"},
    {"a surname that is a time", "County Executive Ed Day met traders. “The bridge leaks badly in the rain,” Day said in a statement.",
     "leaks", "Ed Day"},
    {"a day that is nobody", "Ed Doe met traders. “The bridge leaks badly in the rain,” Doe said on Boxing Day.", "leaks", "Ed Doe"},
    {"a longtime strategist of a place", "Nicole Schling, a longtime Iowa based strategist, told the Post that the bridge leaks.", "leaks",
     "Nicole Schling"},
    {"what a place based something on",
     "The plan that Iowa based laws on is old. Nicole Schling, a strategist, said that the bridge leaks.", "leaks", "Nicole Schling"},
    {"a head of something", "Head of financial reporting Richard Marsh said that the bridge leaks.", "leaks", "Richard Marsh"},
    {"that of somebody at the text's beginning", "That Ana Reyes left is known. Ana Reyes said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"a mother of somebody", "Mother of victim Richard Marsh said that the bridge leaks.", "leaks",
     "Mother of victim Richard Marsh (described)"},
    {"a doctor", "Dr Ana Reyes met traders. “The bridge leaks badly in the rain,” the doctor said.", "leaks", "Ana Reyes"},
    {"a doctor where nobody is one", "Prof Ana Reyes met Doctor Dolittle. “The bridge leaks badly in the rain,” a doctor said.", "leaks",
     "a doctor (described)"},
    {"a coach, otherwise called", "Coach Tom Marsh met traders. “The bridge leaks badly in the rain,” the manager said.", "leaks",
     "Tom Marsh"},
    {"a manager told of before", "Coach Tom Marsh met a manager of the port. “The bridge leaks badly in the rain,” the manager said.",
     "leaks", "the manager (described)"},
    {"one of two coaches", "Coach Tom Marsh met boss Eva Kern. “The bridge leaks badly in the rain,” the manager said.", "leaks",
     "the manager (described)"},
    {"a coach is no owner", "Coach Tom Marsh met traders. “The bridge leaks badly in the rain,” the owner said.", "leaks",
     "the owner (described)"},
    {"a couple", "Mr and Mrs Marsh met traders. “The bridge leaks badly in the rain,” Mr and Mrs Marsh said.", "leaks", "Mr and Mrs Marsh"},
    {"two with a courtesy each", "Mr Dorn met traders. “The bridge leaks badly in the rain,” Mr Dorn and Mrs Marsh said.", "leaks",
     "Dorn; Marsh"},
    {"a spokesperson on something", "DUP spokesperson on water Leon Basson-Hale said that the bridge leaks.", "leaks", "Leon Basson-Hale"},
    {"a minister of two things", "Water and Sanitation Minister Sarah Marsh said that the bridge leaks.", "leaks", "Sarah Marsh"},
    {"a house and a minister", "The Harbour Trust and Minister Sarah Marsh said that the bridge leaks.", "leaks",
     "Harbour Trust; Sarah Marsh"},
    {"a chairman of a house in full", "The chairman of the Calder Dockers Union Brian Marsh said that the bridge leaks.", "leaks",
     "Brian Marsh"},
    {"a chairman of a house, and nobody", "The chairman of the Calder Dockers Union said that the bridge leaks.", "leaks",
     "The chairman of the Calder Dockers Union (described)"},
    {"a seat of a party in letters", "BJP MLA Sunita Rao said that the bridge leaks. Rao left.", "leaks", "Sunita Rao"},
    {"a rank in letters, and then its office",
     "The Police Public Relations Officer, SP Brian Marsh, met traders. “The bridge leaks badly,” the PPRO said.", "leaks", "Brian Marsh"},
    {"a rank and a post", "Port chief Gen. Brian Marsh met traders. “The bridge leaks badly in the rain,” the port chief said.", "leaks",
     "Brian Marsh"},
    {"a post in letters in a title", "# Bridge leaks badly: CM\n\nChief Minister Ramesh Rao met traders.", "leaks", "Ramesh Rao"},
    {"a boss who looks like a verb", "Rovers boss Eddie Hale: “The bridge leaks badly in the rain.”", "leaks", "Eddie Hale"},
    {"somebody speaking to a radio", "Calder manager Tom Kern, speaking to Radio Wexcombe: “The bridge leaks badly in the rain.”", "leaks",
     "Tom Kern"},
    {"somebody in a statement", "Tom Kern, in a statement issued on Tuesday, said the bridge leaks.", "leaks", "Tom Kern"},
    {"a court in an aside", "The Harbour Court, while hearing the plea, observed that the bridge leaks.", "leaks", "Harbour Court"},
    {"what a statement reads", "The Harbour Trust met. The statement read in part: “The bridge leaks badly in the rain.”", "leaks",
     "The statement (described)"},
    {"a forward", "Marcus Dorn is quick. Dorn scored twice. Dorn left. “The bridge leaks badly in the rain,” the forward told traders.",
     "leaks", "Marcus Dorn"},
    {"a forward of nobody named", "The port is old. “The bridge leaks badly in the rain,” the forward told traders.", "leaks",
     "the forward (described)"},
    {"the way forward", "Marcus Dorn is quick. The way forward is long, and Eddie Hale said that the bridge leaks.", "leaks", "Eddie Hale"},
    {"an ambassador to a place, named behind",
     "Chile’s ambassador to Britain said that the bridge leaks.\n\nIt rained.\n\nChile’s ambassador to Britain Ana Reyes left.", "leaks",
     "Ana Reyes"},
    {"an ambassador to another place",
     "Chile’s ambassador to Peru said that the bridge leaks.\n\nIt rained.\n\nAna Reyes left Britain.", "leaks",
     "Chile’s ambassador to Peru (described)"},
    {"the second of two posts",
     "Gwen Dorn, chairwoman and chief operating officer of the port, met traders. The chief operating officer said that the bridge leaks.",
     "leaks", "Gwen Dorn"},
    {"somebody else's lawyer, named behind",
     "Mark Tarn left. Tarn’s lawyer said that the bridge leaks. Ana Doe met Paul Kern’s personal lawyer, Peter Moe.", "leaks",
     "Tarn’s lawyer (described)"},
    {"a month written short", "It was shut on Mar 3 last year. Dorn said that the bridge leaks.", "leaks", "Dorn"},
    {"letters in front of a courtesy", "Health CEC Dr Ana Reyes met traders. “The bridge leaks badly,” the CEC said.", "leaks",
     "Ana Reyes"},
    {"letters of nobody", "Dr Ana Reyes met traders. “The bridge leaks badly,” the CEC said.", "leaks",
     "CEC"},
    {"letters of a post in small letters", "District magistrate Ana Reyes met traders. “The bridge leaks badly,” the DM said.", "leaks",
     "Ana Reyes"},
    {"letters of a post with a hyphen", "Sub-divisional magistrate Ana Reyes met traders. “The bridge leaks badly,” the SDM said.", "leaks",
     "Ana Reyes"},
    {"letters of a part", "Sub-divisional magistrate Ana Reyes met traders. “The bridge leaks badly,” the SD said.", "leaks",
     "SD"},
    {"a post in a house", "Majority leader in the assembly Ana Reyes said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"a post in a house, later on",
     "Majority leader in the assembly Ana Reyes left. “The bridge leaks,” said the majority leader.", "leaks",
     "Ana Reyes"},
    {"a post from a seat", "BJP MLA from Marford Ana Reyes said that the bridge leaks.", "leaks",
     "Ana Reyes"},
    {"kin at the beginning", "Ben Kern left early. Mum Donna, 52, said that the bridge leaks.", "leaks",
     "Donna"},
    {"a sister of a convent", "Ben Kern left early. Sister Donna, 52, said that the bridge leaks.", "leaks",
     "Sister Donna"},
    {"a number in a post", "The moderator, Channel 6 anchor Juan Marsh, met Tom Doe. “The bridge leaks badly,” he said.", "leaks",
     "Juan Marsh"},
};

// What the speaker of the bridge is said to be.
struct RoleRow {
  const char* name;
  const char* text;
  const char* want;
};

constexpr RoleRow kRoles[] = {
    {"of a house with a sign", "Jeff Dorn, president of Chapter & Vale, an agency, said the bridge leaks.", "president of Chapter & Vale"},
    {"a head of something", "Mary Dorn, Head of Research at Calder Securities, said the bridge leaks.", "Head of Research"},
    {"a head is no post by itself", "Mary Dorn, Head Office, said the bridge leaks.", ""},
    {"a post in letters, and another",
     "Tom Kern, CEO and founder of Sarn Robotics, said the bridge leaks.", "CEO and founder of Sarn Robotics"},
    {"a post and a person", "Tom Kern, president of the port, and Calder met. Kern said the bridge leaks.", "president of the port"},
    {"at a place", "Chile’s ambassador to Britain Ana Reyes said the bridge leaks.", "ambassador to Britain"},
};

TEST_CASE("titles and posts name their holders", "[resolve]") {
  test::check(kRows);
}

TEST_CASE("a role is told in full", "[resolve]") {
  for (const RoleRow& row : kRoles)
    DYNAMIC_SECTION(row.name) {
      const auto read = test::read(row.text);
      const Statement* s = read.about("leaks");
      REQUIRE(s != nullptr);
      REQUIRE(s->speaker);
      CHECK(s->speaker->role == row.want);
    }
}

}  // namespace
}  // namespace onrecord
