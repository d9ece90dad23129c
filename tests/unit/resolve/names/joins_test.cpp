// Whose a name of one word is, or one that lacks a word; what kind of name it is.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kEastern[] = {
    {"a surname in front is left out", "They met Low Wei Ling. “The bridge leaks badly,” Wei Ling said.", "leaks", "Low Wei Ling"},
    {"an adjective in front is no surname", "Crooked Ana Reyes swam first. Ana Reyes left. “The bridge leaks badly,” Ana Reyes said.",
     "leaks", "Ana Reyes"},
    {"an adjective in front of a surname", "Tom Dorn left early. Tearful Dorn said that the bridge leaks.", "leaks", "Tom Dorn"},
    {"a first name in front of a surname", "Tom Dorn left early. Faith Dorn said that the bridge leaks.", "leaks", "Faith Dorn"},
    {"an adjective that no list knows in front", "Unfancied Amos Dorn left early. Dorn said that the bridge leaks.", "leaks", "Amos Dorn"},
    {"a first name that no list knows in front", "Unathi Amos Dorn left early. Dorn said that the bridge leaks.", "leaks",
     "Unathi Amos Dorn"},
    {"a surname in front, alone", "The port is run by Tan Hui Min. Tan said that the bridge leaks.", "leaks", "Tan Hui Min"},
    {"a title of two words", "The port is run by Tan Sri Lim Boon Keat. “The bridge leaks badly,” Lim said.", "leaks", "Lim Boon Keat"},
    {"a given name of two syllables in front",
     "The test is by Hye-jin Paek. “The bridge leaks badly,” Paek said.", "leaks", "Hye-jin Paek"},
    {"an adjective of two words in front", "The test is by Paris-based Paek. “The bridge leaks badly,” Paek said.", "leaks", "Paek"},
    {"the second of two given names", "Muhammad Danish Rosli swam first. Then Danish said that the bridge leaks.", "leaks",
     "Muhammad Danish Rosli"},
    {"a second name in front of a noun", "Muhammad Danish Rosli swam first. Danish sailors said that the bridge leaks.", "leaks",
     "Danish sailors (described)"},
};

constexpr Row kDays[] = {
    {"a day behind a title is a first name", "Barrister Sunday Ikwe met traders. “The bridge leaks badly,” Ikwe said.", "leaks",
     "Sunday Ikwe"},
    {"a day behind a title is a day", "The Mayor Sunday met traders. “The bridge leaks badly,” Ikwe said.", "leaks", "Ikwe"},
};

constexpr Row kHouses[] = {
    {"a house that people are of", "Tuath Nua councillor Ana Reyes met Juan Doe. “The bridge leaks badly,” he said.", "leaks",
     "Juan Doe"},
    {"one customer is a house", "Oakmart, Calder’s largest customer, left. “The bridge leaks badly,” the retailer said.", "leaks",
     "Oakmart"},
    {"a customer with a first name", "Ana Reyes, Calder’s largest customer, left. “The bridge leaks badly,” the customer said.", "leaks",
     "Ana Reyes"},
    {"several consultants with one name",
     "Ana Reyes left. The council’s own consultants, Marrable Webb, said that the bridge leaks.", "leaks",
     "Marrable Webb"},
    {"two consultants", "Ana Reyes left. Two consultants, Ana Doe and Eva Marsh, said that the bridge leaks.", "leaks",
     "Ana Doe; Eva Marsh"},
    {"one of several, by name",
     "Stubbs wrote to two firms. One, Castleway Travel, told him that the bridge leaks.", "leaks",
     "Castleway Travel"},
    {"one of several, a person", "Stubbs wrote to two bakers. One, Ana Reyes, told him that the bridge leaks.", "leaks", "Ana Reyes"},
    {"the firm that the report is about, below its titles",
     "Ferries sold\n\nIt comes late. It rains. Nobody cares.\n\nBy Ana Reyes\n\nBrightwater sold a bakery to Swiss rival Novexa.\n\nThe "
     "London-listed company said that the bridge leaks.",
     "leaks", "Brightwater"},
    {"the firm that the report is about, described",
     "Brightwater sold a bakery to Swiss rival Novexa. The London-listed company said that the bridge leaks.", "leaks", "Brightwater"},
    {"a water company by its first word",
     "The head of Severnside Water, Tom Dorn, left. “The bridge leaks badly,” Severnside said.", "leaks", "Severnside Water"},
    {"the lender is the bank", "Merriweather Bank chairman Desmond Dorn will leave. “The bridge leaks,” the lender said.", "leaks",
     "Merriweather Bank"},
    {"a lender before any bank", "Desmond Dorn will leave. “The bridge leaks badly,” the lender said.", "leaks",
     "the lender (described)"},
    {"the party of a spokeswoman",
     "Labour’s port spokeswoman, Jackie Dorn, left. The party said that the bridge leaks.", "leaks", "Labour"},
    {"a party of two words", "The Conservative Party met traders. Jackie Dorn left. The party said that the bridge leaks.", "leaks",
     "Conservative Party"},
    {"an adjective is no party", "Republican nominee Jackie Dorn left. The party said that the bridge leaks.", "leaks",
     "The party (described)"},
    {"a prefix behind and", "The Ethics and Anti-Smuggling Commission said that the bridge leaks.", "leaks",
     "Ethics and Anti-Smuggling Commission"},
    {"the company that the report is about",
     "Veldt Foods lost money. It sold a bakery. Oakmart, its largest customer, bought it. Marsh Capital, an owner of Oakmart, was glad. "
     "The company said that the bridge leaks.",
     "leaks", "Veldt Foods"},
};

constexpr Row kTitled[] = {
    {"a lady by her first name", "Lady Catriona Weir wrote it. “The bridge leaks badly,” Lady Catriona said.", "leaks", "Catriona Weir"},
    {"another lady", "Lady Catriona Weir wrote it. “The bridge leaks badly,” Lady Helena said.", "leaks", "Lady Helena"},
    {"a knight by his first name", "The port is run by Sir Alan Marsh. “The bridge leaks badly,” Sir Alan said.", "leaks", "Alan Marsh"},
    {"a post behind which no list knows the name",
     "Leader of the Opposition Chaudhry Gondal left. “The bridge leaks badly,” Mr Gondal said.", "leaks", "Chaudhry Gondal"},
    {"a post, and nobody", "Leader of the Opposition Party left. “The bridge leaks badly,” Mr Gondal said.", "leaks", "Gondal"},
    {"a minister and a senator", "Minister for Works Senator Ana Reyes left. “The bridge leaks badly,” the minister said.", "leaks",
     "Ana Reyes"},
    {"a trade in front of a first name", "It is late. Groundsman Alf Marsh said that the bridge leaks.", "leaks", "Alf Marsh"},
    {"a radio in which letters stand in front",
     "Ruwan Dorn swam for Wexmoor. Jack Kern told BBC Radio Wexmoor of it. “I know,” he said. “The bridge leaks badly,” Wexmoor "
     "said.", "leaks", "BBC Radio Wexmoor"},
    {"an aunty by her first name",
     "When Aunty Lorna Marsh was a girl, it rained. “The bridge leaks badly,” Aunty Lorna said.",
     "leaks", "Lorna Marsh"},
    {"another aunty", "When Aunty Lorna Marsh was a girl, it rained. “The bridge leaks badly,” Aunty Esi said.", "leaks", "Esi"},
    {"a director of something in the plural", "Group director of operations Shane Marsh said that the bridge leaks.", "leaks",
     "Shane Marsh"},
    {"a mother of people", "Mother of victims Shane Marsh said that the bridge leaks.", "leaks",
     "Mother of victims Shane Marsh (described)"},
    {"a detective constable", "Det Con Leila Marsh said that the bridge leaks.", "leaks", "Leila Marsh"},
    {"who is addressed so is a bishop",
     "The Rt Rev Alan Marsh wrote it. “The bridge leaks badly,” the bishop said.", "leaks", "Alan Marsh"},
    {"a reverend is none", "The Rev Alan Marsh wrote it. “The bridge leaks badly,” the bishop said.", "leaks", "the bishop (described)"},
    {"a post behind which letters stand in brackets",
     "The Director-General of the Bakers Association of Calder (BAC), Segun Bello, left. “The bridge leaks badly,” the DG said.", "leaks",
     "Segun Bello"},
    {"a company's letters", "Veldt AB lost money. Veldt was calm. The company said that the bridge leaks.", "leaks", "Veldt AB"},
    {"letters of whose post it is",
     "The President of the Calder Dockers Congress (CDC), Felix Omo, left. The CDC said that the bridge leaks.", "leaks",
     "Calder Dockers Congress"},
};

constexpr Row kOneWord[] = {
    {"a stage name",
     "It is late.\n\nKova shrugs. “I like it,” she says.\n\nKova drinks tea. She is late. “The bridge leaks badly,” says the singer.",
     "leaks", "Kova"},
    {"nobody of that calling",
     "It is late.\n\nKova makes boats. “I like it,” it says.\n\nKova is old. It is late. “The bridge leaks badly,” says the singer.",
     "leaks", "the singer (described)"},
};

}  // namespace

TEST_CASE("names in the order of Asia", "[resolve]") { check(kEastern); }
TEST_CASE("people who go by their titles", "[resolve]") { check(kTitled); }
TEST_CASE("people who are named like a day", "[resolve]") { check(kDays); }
TEST_CASE("houses that go by one word", "[resolve]") { check(kHouses); }
TEST_CASE("people who go by one word", "[resolve]") { check(kOneWord); }

TEST_CASE("whoever speaks for a company does not for its founder", "[resolve]") {
  const auto of = [](const char* text) { return test::read(text).about("leaks")->on_behalf_of; };
  CHECK(of("Veldt Foods Inc lost money. Its founder, Ana Veldt, left. A Veldt spokeswoman said that the bridge leaks.") ==
        "Veldt Foods Inc");
  CHECK(of("Ana Veldt left. She started Veldt Foods Inc. A Veldt spokeswoman said that the bridge leaks.") == "Ana Veldt");
}

TEST_CASE("for whom a spokesperson without a house speaks", "[resolve]") {
  const auto of = [](const char* text) { return test::read(text).about("leaks badly")->on_behalf_of; };
  CHECK(of("The Harbour Trust says that it is old. A spokesman said: “The bridge leaks badly.”") == "Harbour Trust");
  CHECK(of("The Harbour Trust says that it is old.\n\nA spokesman said: “The bridge leaks badly.”").empty());
  CHECK(of("The Harbour Trust says that it is old. Spokeswoman Ana Reyes said: “The bridge leaks badly.”") == "Harbour Trust");
  CHECK(of("The Harbour Trust says that it is old. Representative Ana Reyes said: “The bridge leaks badly.”").empty());
  CHECK(of("“The bridge leaks badly,” Greens treasury spokesman Tim Dorn said.") == "Greens");
  CHECK(of("“The bridge leaks badly,” said Labour’s transport spokeswoman, Jackie Dorn.") == "Labour");
  CHECK(of("“The bridge leaks badly,” UN refugee agency spokesman Tim Dorn said.") == "UN refugee agency");
}

TEST_CASE("somebody's employer is a house, and a crossing is nobody", "[resolve]") {
  const auto kind = [](const char* text) { return test::read(text).about("leaks badly")->speaker->kind; };
  CHECK(kind("Leah left. Her employer, Tay Dental, said that the bridge leaks badly.") == SpeakerKind::Organization);
  CHECK(kind("Leah left. Her employer, Ana Reyes, said that the bridge leaks badly.") == SpeakerKind::Person);
  const auto read = test::read("Ana Dorn met traders at Marra Crossing. She left. “The bridge leaks badly,” she said.");
  CHECK(test::speaker(read, "leaks badly") == "Ana Dorn");
}

TEST_CASE("a town is nobody, though it begins as first names do", "[resolve]") {
  const auto read = test::read("Marlow City manager Pete Bexley left. Marlow City is old. Marlow City said that the bridge leaks badly.");
  REQUIRE(read.about("leaks badly") != nullptr);
  CHECK(read.about("leaks badly")->speaker->kind == SpeakerKind::Organization);
}

TEST_CASE("a name of one word is a person's where he or she follows", "[resolve]") {
  const auto person =
      test::read("It is late.\n\nKova shrugs. “I like it,” she says.\n\nKova drinks tea. She is late. “The bridge leaks,” Kova says.");
  const auto house =
      test::read("It is late.\n\nKova shrugs. “I like it,” it says.\n\nKova drinks tea. It is late. “The bridge leaks,” Kova says.");
  const auto managed = test::read(
      "It is late.\n\nKova sells boats. Its manager says that he is late.\n\nKova is old, as its owner admits. He sold a boat. “The bridge "
      "leaks,” Kova says.");
  REQUIRE(managed.about("leaks") != nullptr);
  CHECK(managed.about("leaks")->speaker->kind == SpeakerKind::Organization);
  REQUIRE(person.about("leaks") != nullptr);
  CHECK(person.about("leaks")->speaker->kind == SpeakerKind::Person);
  REQUIRE(house.about("leaks") != nullptr);
  CHECK(house.about("leaks")->speaker->kind == SpeakerKind::Organization);
}

}  // namespace onrecord
