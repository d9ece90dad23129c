// Whose verb it is, where remarks, clauses or other groups stand between, and where a word looks like another.
#include "catch.h"
#include "subject_of.h"

namespace onrecord {
namespace {

using test::subject_of;

constexpr test::SubjectRow kApart[] = {
    {"for a town, to", "Doe left for London to say that it leaks.", "say", "Doe"},
    {"the hours of a day", "In the early hours of Sunday police said that it leaks.", "said", "police"},
    {"a dozen of them", "A dozen rail workers said that it leaks.", "said", "A dozen rail workers"},
    {"an apposition with a name in it", "Ana Reyes, a Harbour Trust worker based in Calder, said that it leaks.", "said",
     "Ana Reyes, a Harbour Trust worker based in Calder"},
    {"called in and ordered", "The judge was called in and ordered that the port be shut.", "ordered", "The judge"},
    {"those who accused somebody of doing it", "Critics who accused her of telling lies will find little to say.", "find",
     "Critics who accused her of telling lies"},
    {"a second verb with a clause", "The mayor has shut the port, says sailors “got what they paid for”.", "says", "The mayor"},
    {"a verb turned round behind a clause", "The ferry has left, says Reyes.", "says", ""},
    {"somebody accused of doing it", "A baker accused of stealing boats from the port took a ferry and said it leaks.", "said",
     "A baker accused of stealing boats from the port"},
    {"somebody who accused", "A baker accused Doe of stealing boats from the port and said it leaks.", "said", "A baker"},
    {"benches and who rose from them", "From the green benches Sir Hugh Reyes said it leaks.", "said", "Sir Hugh Reyes"},
    {"what else somebody pointed out", "Reyes said the boats were old and pointed out that the port leaks.", "pointed", "Reyes"},
    {"a share", "A further 30% said it leaks.", "said", "A further 30%"},
    {"a claim and who warned", "Doe denied the claim that she will sail after the Greens warned it leaks.", "warned", "the Greens"},
    {"a claim and after what", "The claim that she will sail after the vote was a lie.", "was", "The claim that she will sail after the vote"},
    {"a remark of the writer's", "The mayor's men, I imagine, pointed out that it leaks.", "pointed", "The mayor's men"},
    {"what the writer is told", "The mayor, I am told, said it leaks.", "said", "The mayor"},
    {"whose remark that is", "The mayor's men, I imagine, pointed out that it leaks.", "imagine", "I"},
    {"a remark behind an object", "Reyes sold the boat, she said, and told Doe that it leaks.", "told", "she"},
    {"two clauses with who", "A baker who sails, and who asked for calm, says that it leaks.", "says",
     "A baker who sails, and who asked for calm"},
    {"the second of another sentence", "A baker who sails and who asked for calm says that it leaks.", "asked", "who"},
    {"an aside behind an apposition", "The head of the port, Ana Reyes, when asked, said it leaks.", "said",
     "The head of the port, Ana Reyes"},
    {"an aside behind a fronted phrase", "In the port, Ana Reyes, when asked, said it leaks.", "said", "Ana Reyes"},
    {"somebody aged", "The verger, 81-year-old Ana Reyes, who sails, said it leaks.", "said",
     "The verger, 81-year-old Ana Reyes, who sails"},
    {"for somebody to", "Doe offered the boat, only for Ana Reyes to say that it leaks.", "say", "Ana Reyes"},
    {"for something to", "Doe asked for the boat's decision to say that it leaks.", "say", "Doe"},
    {"somebody asked who goes on", "Asked what she would do, Ana Reyes shrugged and said it leaks.", "said", "Ana Reyes"},
    {"a house with an ampersand", "In a note, bakers at Reyes & Doe wrote that it leaks.", "wrote", "bakers at Reyes & Doe"},
    {"two things with an ampersand", "Reyes sold bread & cakes and wrote that it leaks.", "wrote", "Reyes"},
    {"a time in front of people", "For two years sailors in Calder have said that it leaks.", "said", "sailors in Calder"},
    {"a day that names a thing", "Reyes told sailors at the end of Sunday service that it leaks.", "leaks", "it"},
};

constexpr test::SubjectRow kLooksLike[] = {
    {"claims of an insurance", "Reyes said in a statement that insurance claims would rise.", "claims", ""},
    {"turned round behind a comma", "In the port, said one of the sailors, the water is foul.", "is", "the water"},
    {"minutes of a meeting", "Minutes of the port meeting showed that it leaks.", "showed", "Minutes of the port meeting"},
    {"minutes of a council", "The council minutes show that it leaks.", "show", "The council minutes"},
    {"minutes that pass", "For five minutes sailors said that it leaks.", "said", "sailors"},
    {"stresses behind a name", "Its head of policy, Ana Reyes, stresses that the port leaks.", "stresses", "Its head of policy, Ana Reyes"},
    {"stresses in a list", "She spoke of work, sleep, stresses that sailors know.", "stresses", ""},
    {"a defending champion", "Reyes beat defending champion Doe in May.", "defending", "no such verb"},
    {"defending somebody", "Reyes stopped defending Doe in May.", "defending", "Reyes"},
    {"a step somebody branded", "She shut the port, a step the mayor branded as mad.", "branded", "the mayor"},
    {"a step backed by somebody", "She shut the port, a step backed by the mayor.", "backed", "She"},
    {"a sum that several call something", "It cost a million, a sum angry unions called mad.", "called", "angry unions"},
    {"a couple of unions", "In May a couple unions called it mad.", "called", "a couple unions"},
    {"that of many", "Reyes submitted that of ten boats, two had sunk.", "submitted", "Reyes"},
    {"appealed behind a name", "The mayor, Ana Reyes, appealed to sailors to leave, saying the port was full.", "appealed",
     "The mayor, Ana Reyes"},
    {"like to say", "Sailors of the port like to say that it leaks.", "say", "Sailors of the port"},
    {"ports like one", "Reyes left for ports like Calder and said it leaks.", "said", "Reyes"},
    {"voted by so many", "The council voted by 19 to 17 for the plan.", "voted", "The council"},
    {"published behind a comma", "In a study of sailors, published in May, most said it leaks.", "said", "most"},
    {"what tackles do", "“It leaks,” said tackle Bo Reyes.", "tackle", "no such verb"},
    {"talk that is none", "Reyes told a meeting in May that talk of a sale was wrong.", "was", "talk of a sale"},
    {"what she claims can fly", "Reyes showed a boat that she claims can fly.", "claims", "she"},
    {"claims that she makes", "Reyes denied the claims that she made.", "claims", ""},
};

TEST_CASE("whose verb it is, with something between", "[extract]") {
  for (const auto& row : kApart) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

TEST_CASE("whose verb it is, when a word looks like another", "[extract]") {
  for (const auto& row : kLooksLike) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

}  // namespace
}  // namespace onrecord
