// Who speaks in an interview, a transcript, a podcast: labels, and paragraphs between questions.
#include "resolve/read.h"

namespace onrecord {
namespace {

using Row = test::SpeakerRow;

constexpr Row kInterviews[] = {
    {"who answers", "The Post met Ana Reyes at the port.\n\nQ: Is it safe?\n\nA: The bridge leaks badly.", "leaks", "Ana Reyes"},
    {"who asks is nobody known", "The Post met Ana Reyes at the port.\n\nQ: Is it true that it leaks?\n\nA: It does so badly.", "leaks",
     "null"},
    {"two might answer", "The Post met Ana Reyes and John Doe.\n\nQ: Is it safe?\n\nA: The bridge leaks badly.", "leaks", "null"},
    {"answers between questions",
     "The Post talked with Ana Reyes in the old town hall.\n\nIs the bridge safe?\n\nNo. I think that the bridge leaks.\n\nWhat will you "
     "do?\n\nI will shut it.",
     "leaks", "Ana Reyes"},
    {"an essay that asks itself",
     "Bridges are old in this town, and Ana Reyes knows it.\n\nIs the bridge safe?\n\nNo. I think that the bridge leaks.\n\nWhat can be "
     "done?\n\nNothing.", "leaks", "null"},
    {"labels in capitals", "Ana Reyes met John Doe.\n\nREYES: The bridge leaks badly.\n\nDOE: It does not.", "leaks", "Ana Reyes"},
};


constexpr Row kTurns[] = {
    {"letters with a full stop",
     "Ana Reyes spoke to us.\n\nQ. Is it old?\n\nA. You know that the bridge leaks.\n\nQ. Why?\n\nA. I cannot say.", "leaks", "Ana Reyes"},
    {"letters with a dash",
     "Ana Reyes spoke to us.\n\nQ — Is it old?\n\nA — You know that the bridge leaks.\n\nQ — Why?\n\nA — I cannot say.", "leaks",
     "Ana Reyes"},
    {"an answer of several paragraphs",
     "Ana Reyes spoke to us.\n\nQ: Is it old?\n\nA: I think so.\n\nThe bridge leaks.\n\nQ: Why?\n\nA: I cannot say.", "leaks",
     "Ana Reyes"},
    {"the last answer may end with its paragraph",
     "Ana Reyes spoke to us.\n\nQ: Is it old?\n\nA: I think so.\n\nQ: Why?\n\nA: I cannot say.\n\nThe bridge leaks badly in the rain.",
     "leaks", "missing"},
    {"surnames that come again",
     "We met Ana Reyes.\n\nTribune: Is it old?\n\nReyes: The bridge leaks.\n\nTribune: Why?\n\nReyes: I cannot say.", "leaks",
     "Ana Reyes"},
    {"initials", "We met Omar Fadil.\n\nTR: Is it old?\n\nOF: The bridge leaks.\n\nTR: Why?\n\nOF: I cannot say.", "leaks", "Omar Fadil"},
    {"times in front",
     "A podcast.\n\n[00:01:12] Tom Kern: Is it old?\n\n[00:01:15] Ana Reyes: The bridge leaks.\n\n[00:02:20] Tom Kern: "
     "Why?\n\n[00:02:24] Ana Reyes: I cannot say.",
     "leaks", "Ana Reyes"},
    {"a parliament's",
     "The House sat.\n\nAna Reyes (Calder): I know that the bridge leaks.\n\nTom Kern (Moor): Does it?\n\nMr Doe: I think so.", "leaks",
     "Ana Reyes"},
    {"a parliament's, with parties",
     "The House sat.\n\nTom Kern (Moor) (Lab): Does it leak?\n\nThe Minister for Ports, Rivers and Canals (Ana Reyes): I know that the "
     "bridge leaks.\n\nMr Kern: I think so.", "leaks", "Ana Reyes"},
    {"a cast with articles in brackets",
     "The play.\n\nThe old baker (Olga): the bridge leaks.\n\nTom Kern (Ivan): a baker.\n\nNed Doe (Pyotr): a sailor.", "leaks",
     "missing"},
    {"a cast in brackets", "The play.\n\nAna Reyes (Olga): the bridge leaks.\n\nTom Kern (Ivan): a baker.\n\nNed Doe (Pyotr): a sailor.",
     "leaks", "missing"},
    {"a table has labels as well", "The count.\n\nReyes: 547 votes leaks.\n\nKern: 46 votes.\n\nReyes: 12 votes.\n\nKern: 9 votes.",
     "leaks", "missing"},
};

constexpr Row kAnswers[] = {
    {"between questions that address somebody",
     "We met Ana Reyes.\n\nWere you surprised by the vote?\n\nThe bridge leaks and I said so.\n\nWhat did you do then?\n\nI went home.",
     "leaks", "Ana Reyes"},
    {"in quotation marks", "We met Ana Reyes.\n\nWere you surprised by the vote?\n\n“The bridge leaks badly in the rain, and so it "
     "did.”\n\nWhat did you do then?\n\n“I went home when it was late.”", "leaks", "Ana Reyes"},
    {"an explainer's questions address nobody",
     "We met Ana Reyes.\n\nHow old is the bridge?\n\nThe bridge leaks and we know it.\n\nWhat comes then?\n\nWe do not know.", "leaks",
     "missing"},
    {"an explainer's answers are nobody's",
     "We met Ana Reyes.\n\nHow do you cross?\n\nThe bridge leaks in the rain.\n\nWhat do you pay?\n\nIt costs a pound.", "leaks",
     "missing"},
    {"a report that asks two questions",
     "Tom Doe gave an interview on Monday.\n\nWhy had the bridge been sold?\n\nDoe was late. He said that the bridge leaks.\n\nWho bought "
     "it?\n\nDoe left the hall.", "leaks", "Tom Doe"},
    {"near miss: the boss of whoever answers",
     "Tom Doe gave an interview on Monday.\n\nWhy had the bridge been sold?\n\nI had a boss. He said that the bridge leaks.\n\nWho bought "
     "it?\n\nI never asked.", "leaks", "null"},
    {"no interview",
     "Ana Reyes left.\n\nWere you surprised by the vote?\n\nThe bridge leaks and I hate it.\n\nWhat did you do then?\n\nI went home.",
     "leaks", "missing"},
};

}  // namespace

TEST_CASE("interviews and transcripts have speakers", "[resolve]") { test::check(kInterviews); }
TEST_CASE("labels that come again are those of a talk", "[resolve]") { test::check(kTurns); }
TEST_CASE("answers may stand between questions without a mark", "[resolve]") { test::check(kAnswers); }

}  // namespace onrecord
