// Attributions by construct, from the text to the row: one line a construct, near misses as many as hits, and what does not work yet.
#include "catch.h"
#include "extract/attributions.h"
#include "rows.h"

namespace onrecord {
namespace {

using test::Row;

constexpr Row kPhrases[] = {
    {"a verb and its noun", "Ana Reyes took issue with the new figures.", "indirect[Ana Reyes|took issue with|the new figures]"},
    {"a verb and whom it is told", "Ana Reyes told the council about the new figures.", "indirect[Ana Reyes|told|the new figures]"},
    {"a verb and its noun before a clause", "Ana Reyes made the case that the bridge leaks.",
     "indirect[Ana Reyes|made the case|that the bridge leaks]"},
    {"a verb, an adverb and a preposition", "Ana Reyes spoke highly of the new bridge.",
     "indirect[Ana Reyes|spoke highly of|the new bridge]"},
    {"in favor of", "Ana Reyes spoke out in favor of the ban.", "indirect[Ana Reyes|spoke out in favor of|the ban]"},
    {"a day before the preposition", "Ana Reyes called Wednesday for a ban on big ships.", "indirect[Ana Reyes|called|a ban on big ships]"},
    {"as somebody put it", "As Ana Reyes put it, the port must close this year.",
     "indirect[Ana Reyes|put it|the port must close this year]"},
    {"put somewhere", "Ana Reyes put it on the table.", ""},
    {"all that was said", "“Sorry” was all Ana Reyes would say.", "direct[Ana Reyes|would say|“Sorry”]"},
    {"all that was seen", "“Sorry” was all that stood on the door.", ""},
    {"somebody's point", "Ana Reyes's point was that the bridge leaks.", "indirect[Ana Reyes's|point was|that the bridge leaks]"},
    {"nobody's point", "The point was that the bridge leaks.", ""},
    {"both of them", "Ana Reyes and John Doe both condemned the sale.", "indirect[Ana Reyes and John Doe|both condemned|the sale]"},
    {"all inside the verb", "Traders have all attacked the plan as a waste of money.",
     "indirect[Traders|have all attacked|the plan as a waste of money]"},
    {"since inside the verb", "The council has since disavowed the report.", "indirect[The council|has since disavowed|the report]"},
    {"since then", "Since then the council has praised the report.", "indirect[the council|has praised|the report]"},
    {"two at once", "The council met, with Ana Reyes arguing it was unsafe and John Doe calling it a “sieve.”",
     "indirect[Ana Reyes|arguing|it was unsafe] mixed[John Doe|calling|it a “sieve.”]"},
    {"one at once", "The council met, with Ana Reyes arguing it was unsafe and old.", "indirect[Ana Reyes|arguing|it was unsafe and old]"},
    {"people asked", "The sailors polled said the bridge leaks.", "indirect[The sailors polled|said|the bridge leaks]"},
};

constexpr Row kMonths[] = {
    {"a surname that is a month", "Tessa May met the council. “The bridge leaks,” May said.", "direct[May|said|“The bridge leaks,”]"},
    {"the same before a clause", "Mrs May was in Calder. May told members that the bridge leaks in May.",
     "indirect[May|told|that the bridge leaks in May]"},
    {"a month where nobody is named so", "Ana Reyes met the council in May. She said that the bridge leaks.",
     "indirect[She|said|that the bridge leaks]"},
    {"a day behind a first name is a day", "Ana Reyes spoke for Ryan Sunday. Sunday was wet.", ""},
};

constexpr Row kTold[] = {
    {"one who contrasts and goes on", "Doe did not respond, while Ana Reyes said it leaks but denied that it is old.",
     "indirect[Ana Reyes|said|it leaks] indirect[Ana Reyes|denied|that it is old]"},
    {"told somebody that", "Ana Reyes told the council that the bridge leaks.", "indirect[Ana Reyes|told|that the bridge leaks]"},
    {"warned somebody of", "Ana Reyes warned the council of a flood.", "indirect[Ana Reyes|warned|the council of a flood]"},
    {"urged somebody to", "Ana Reyes urged the council to close the bridge.", "indirect[Ana Reyes|urged|the council to close the bridge]"},
    {"accused somebody of", "Ana Reyes accused the council of neglect.", "indirect[Ana Reyes|accused|the council of neglect]"},
    {"told apart", "Nobody can tell the bridges apart.", ""},
    {"met somebody", "Ana Reyes met the council on the bridge.", ""},
    {"helped somebody to", "Ana Reyes helped the council to paint the bridge.", ""},
    {"robbed somebody of", "The storm robbed the council of a bridge.", ""},
};

constexpr Row kDocuments[] = {
    {"to others", "To its friends it is, in the words of one baker, “a boat with a hat.”",
     "direct[one baker|in the words of|“a boat with a hat.”]"},
    {"a report", "The council's report says that the bridge leaks.", "indirect[The council's report|says|that the bridge leaks]"},
    {"a poll", "A poll by the Harbour Post found that most residents want a tunnel.",
     "indirect[A poll by the Harbour Post|found|that most residents want a tunnel]"},
    {"a study, nothing opening the clause", "A new study suggests the bridge will last for forty years.",
     "indirect[A new study|suggests|the bridge will last for forty years]"},
    {"a letter as the place where it is said", "In a letter to residents, the council said the bridge would close.",
     "indirect[the council|said|the bridge would close]"},
    {"a tweet", "“The bridge is shut,” Ana Reyes tweeted on Monday.", "direct[Ana Reyes|tweeted|“The bridge is shut,”]"},
    {"whose account a clause with a long subject is",
     "According to the budget office, the rise in rents this year is the largest in a decade.",
     "indirect[the budget office|According to|the rise in rents this year is the largest in a decade]"},
    {"and one with an aside", "According to the report, the bridge, a relic of the war, is unsafe in the rain.",
     "indirect[the report|According to|the bridge, a relic of the war, is unsafe in the rain]"},
    {"an aside of whose account it is", "According to the mayor, Ana Reyes, the bridge is unsafe in the rain.",
     "indirect[the mayor, Ana Reyes|According to|the bridge is unsafe in the rain]"},
    {"an account in the middle", "The bridge, according to Ana Reyes on Monday, is unsafe in the rain.",
     "indirect[Ana Reyes|according to|The bridge … is unsafe in the rain]"},
    {"a report that is printed", "The council printed the report on Monday.", ""},
    {"a paper that is sold", "The Harbour Post sold four thousand copies.", ""},
    {"a letter that is carried", "Ana Reyes carried a letter across the bridge.", ""},
    {"a bridge is no source", "The bridge carries a thousand cars.", ""},
    {"a study that takes time", "The study took four years.", ""},
};

constexpr Row kAround[] = {
    {"said back in May", "“It leaks every day,” Ana Reyes said back in May.", "direct[Ana Reyes|said|“It leaks every day,”]"},
    {"a gesture while another shouts", "“The pier leaks every day,” Ana Reyes said, leaving as Bo Doe shouted, “so what?”",
     "direct[Ana Reyes|said|“The pier leaks every day,”] direct[Bo Doe|shouted|“so what?”]"},
    {"a pause that is no dateline", "The port, shut since Monday – its first pause – will open again, Ana Reyes said.",
     "indirect[Ana Reyes|said|The port, shut since Monday – its first pause – will open again]"},
    {"whom somebody warned", "Ana Reyes said that the pier leaks, warned 17-year-old Bo Doe.", "indirect[17-year-old Bo Doe|warned|Ana Reyes said that the pier leaks]"},
    {"who agrees that they were", "They were, agrees Bo Doe, a geologist at the port.", "indirect[Bo Doe, a geologist at the port|agrees|They were]"},
    {"what they were", "They were, agrees Bo Doe, a sieve.", "indirect[Bo Doe|agrees|They were … a sieve]"},
    {"around the cue", "The wall is checked by a baker, Ana Reyes points out, and boats are forbidden.",
     "indirect[Ana Reyes|points out|The wall is checked by a baker … and boats are forbidden]"},
    {"a gesture with a clause of its own", "“And I wanted,” she says, stirring for so long that it must be cold, “to sleep.”",
     "direct[she|says|“And I wanted,” … “to sleep.”]"},
    {"shot back", "“Nobody is shouting,” Ana Reyes shot back.", "direct[Ana Reyes|shot back|“Nobody is shouting,”]"},
    {"a share", "A further 30% said they did not know.", "indirect[A further 30%|said|they did not know]"},
    {"somebody on something", "Ana Reyes left. Reyes on the winner: “He was quick.”", "direct[Reyes|:|“He was quick.”]"},
    {"somebody on a day", "Ana Reyes left. Reyes on Monday: “He was quick.”", "direct[Reyes|:|“He was quick.”]"},
    {"a quotation under a label", "Quote of the day: “I have never been wrong about fish.” — baker Ana Reyes",
     "direct[baker Ana Reyes|—|“I have never been wrong about fish.”]"},
    {"a town and a day", "Calder, 30 November - The bridge is unsafe in the rain, Ana Reyes said.",
     "indirect[Ana Reyes|said|The bridge is unsafe in the rain]"},
    {"a town in capitals", "NAIROBI: The court said that the bridge leaks.", "indirect[The court|said|that the bridge leaks]"},
    {"words in marks that are it all", "Ana Reyes told of a sum, which she called “silly”.",
     "indirect[Ana Reyes|told of|a sum] mixed[she|called|which … “silly”]"},
    {"a colon behind who says so", "The plan is simple, says the mayor, a man who sails: sailors must pay.",
     "indirect[the mayor, a man who sails|says|The plan is simple … sailors must pay]"},
    {"where a label speaks", "Ana Reyes, in Calder: “The noise is like nothing else.”",
     "direct[Ana Reyes|:|“The noise is like nothing else.”]"},
    {"the source behind “by”", "The plan was criticised by Ana Reyes.", "indirect[Ana Reyes|was criticised|The plan]"},
    {"when, behind “by”", "The plan was criticised by noon.", ""},
    {"told by", "Residents were told by the council that the bridge would close.",
     "indirect[the council|were told|that the bridge would close]"},
    {"as somebody put it, in the middle", "The bridge, as Ana Reyes put it, is a sieve.",
     "indirect[Ana Reyes|put it|The bridge … is a sieve]"},
    {"said in a statement that", "The council said in a statement that the bridge was shut.",
     "indirect[The council|said|that the bridge was shut]"},
    {"the mark of a list", "• The bridge will be shut, the council said.", "indirect[the council|said|The bridge will be shut]"},
    {"nobody in particular reported", "It was reported that the bridge leaks badly.",
     "indirect[|was reported|that the bridge leaks badly]"},
    {"is said to", "The mayor is said to have sold the bridge.", "indirect[|is said|The mayor … to have sold the bridge]"},
    {"a promise that has a predicate", "The council's promise to close the bridge was broken.",
     "indirect[The council's|promise|to close the bridge]"},
    {"a clause around the cue", "The bridge, Ana Reyes said, will stay shut.", "indirect[Ana Reyes|said|The bridge … will stay shut]"},
    {"a clause broken off before a quotation", "It was, Ana Reyes said, “a terrible thing to see in the rain.”",
     "mixed[Ana Reyes|said|It was … “a terrible thing to see in the rain.”]"},
    {"a clause broken off before who said it", "The bridge was, said Ana Reyes, a sieve in the rain.",
     "indirect[Ana Reyes|said|The bridge was … a sieve in the rain]"},
    {"a clause that has its end before", "The bridge is unsafe in the rain, said Ana Reyes, a baker.",
     "indirect[Ana Reyes, a baker|said|The bridge is unsafe in the rain]"},
    {"a clause said in a statement",
     "Two sailors have died in a crash at the port of Calder, the Maravan military said in a statement on Monday.",
     "indirect[the Maravan military|said|Two sailors have died in a crash at the port of Calder]"},
    {"a clause told to somebody", "Two sailors have died in a crash at the port of Calder, Ana Reyes told the council on Monday.",
     "indirect[Ana Reyes|told|Two sailors have died in a crash at the port of Calder]"},
    {"an aside behind the clause's subject", "Ana Reyes said the plan, which was drawn in May, will fail in the rain.",
     "indirect[Ana Reyes|said|the plan, which was drawn in May, will fail in the rain]"},
    {"a clause of time behind “that”", "Ana Reyes told audiences that after forty years the bridge was a sieve.",
     "indirect[Ana Reyes|told|that after forty years the bridge was a sieve]"},
    {"a clause without its first word", "But the bridge is unsafe in the rain, Ana Reyes said.",
     "indirect[Ana Reyes|said|the bridge is unsafe in the rain]"},
    {"a verb that looks like a participle", "Members of the council long ago soured on Ana Reyes, the Post reported.",
     "indirect[the Post|reported|Members of the council long ago soured on Ana Reyes]"},
    {"an aside before the clause", "Ana Reyes argued on Monday - again falsely - that the bridge was safe.",
     "indirect[Ana Reyes|argued|that the bridge was safe]"},
    {"an aside before the quotation", "Ana Reyes admitted, with a laugh, “The bridge is a sieve and always was.”",
     "direct[Ana Reyes|admitted|“The bridge is a sieve and always was.”]"},
    {"a quotation around the cue", "“The bridge,” Ana Reyes said, “will stay shut until the spring.”",
     "direct[Ana Reyes|said|“The bridge,” … “will stay shut until the spring.”]"},
    {"who condemned it, behind what it was called", "Plans to close the bridge have been condemned as “a disgrace to the town” by traders.",
     "mixed[traders|have been condemned as|Plans to close the bridge … “a disgrace to the town”]"},
    {"who is to do it, behind what is expected", "The old bridge is expected to be rebuilt by the council next year.",
     "indirect[|is expected|The old bridge … to be rebuilt by the council next year]"},
    {"an infinitive behind where it was said", "Ana Reyes took to Twitter to say the bridge will close.",
     "indirect[Ana Reyes|to say|the bridge will close]"},
    {"a quotation within a clause", "The bridge is “a sieve”, according to Ana Reyes.",
     "mixed[Ana Reyes|according to|The bridge is “a sieve”]"},
    {"a question", "“Is the bridge safe?” Ana Reyes asked.", "direct[Ana Reyes|asked|“Is the bridge safe?”]"},
    {"a list of voices", "Residents met.\n\n“I will miss the bridge,” said John Doe, 54.\n\n“Good riddance,” said Mary Roe, a baker.",
     "direct[John Doe, 54|said|“I will miss the bridge,”] direct[Mary Roe, a baker|said|“Good riddance,”]"},
    {"a name between commas", "The bridge, Reyes Street, will stay shut.", ""},
    {"a term in marks", "The so-called “tidal gap” is wide.", ""},
    {"a song in marks", "The band played “Bridges” twice.", ""},
    {"a question that nobody asks", "Is the bridge safe? The rain goes on.", ""},
    {"a list of places", "Buses stop at the bridge, the quay and the hall.", ""},
    {"an answer with a colon", "Ana Reyes's conclusion was clear: the bridge had never been safe.",
     "indirect[Ana Reyes's|conclusion|the bridge had never been safe]"},
    {"whose allegation nobody says", "The allegation that Reyes took money is false.", "indirect[|allegation|that Reyes took money]"},
};

// Where and when it was said is neither what nor who.
constexpr Row kSettings[] = {
    {"late on a day", "Ana Reyes met the council. Reyes said late on Tuesday that the bridge leaks.",
     "indirect[Reyes|said|that the bridge leaks]"},
    {"a late one", "Ana Reyes met the council. Reyes praised a late report on Tuesday.", "indirect[Reyes|praised|a late report]"},
    {"in an interview with somebody", "Ana Reyes met the council. The bridge was shut, Reyes confirmed in an interview with the Post.",
     "indirect[Reyes|confirmed|The bridge was shut]"},
    {"at a rally somewhere", "Ana Reyes met the council. Prices had doubled since the war, Reyes declared at a rally in Calder.",
     "indirect[Reyes|declared|Prices had doubled since the war]"},
    {"at somebody's occasion", "Ana Reyes met the council. Reyes said at Monday's debate that the bridge leaks.",
     "indirect[Reyes|said|that the bridge leaks]"},
    {"weeks ago", "Ana Reyes met the council. Reyes said three weeks ago that the bridge leaks.",
     "indirect[Reyes|said|that the bridge leaks]"},
    {"an interview that was broadcast", "Ana Reyes met the council. Reyes said in an interview broadcast on Sunday that the bridge leaks.",
     "indirect[Reyes|said|that the bridge leaks]"},
    {"a statement that was released", "Ana Reyes met the council. Reyes said in a statement released on Monday: “The bridge leaks badly.”",
     "direct[Reyes|said|“The bridge leaks badly.”]"},
    {"what somebody commented on", "Ana Reyes met the council. Reyes would not comment on the report.",
     "not indirect[Reyes|would not comment on|the report]"},
    {"that nobody came", "Ana Reyes met the council. Reyes said that nobody had come to the port.",
     "indirect[Reyes|said|that nobody had come to the port]"},
};

constexpr Row kDenied[] = {
    {"never said", "Ana Reyes never said that the bridge was safe.", "not indirect[Ana Reyes|never said|that the bridge was safe]"},
    {"refused to say so", "Ana Reyes refused to say that the bridge leaks.",
     "not indirect[Ana Reyes|refused to say|that the bridge leaks]"},
    {"short of calling it so", "Ana Reyes stopped short of calling the bridge “a sieve.”",
     "not mixed[Ana Reyes|calling|the bridge “a sieve.”]"},
    {"called it so and left", "The council left after calling the bridge “a sieve.”", "mixed[The council|calling|the bridge “a sieve.”]"},
    {"denied", "Ana Reyes denied that the bridge leaks.", "indirect[Ana Reyes|denied|that the bridge leaks]"},
    {"declined to comment", "The council declined to comment on the bridge.", "indirect[The council|declined|to comment on the bridge]"},
    {"never crossed", "Ana Reyes never crossed the bridge.", ""},
    {"did not come", "Ana Reyes did not come to the bridge.", ""},
    {"declined in number", "The number of bridges declined.", ""},
};

// Rows say what a reader would want; each speaks up alone on the day it comes out.
constexpr Row kNotYet[] = {
    {"words given back in the next sentence", "“The bridge is a sieve.” Those were the words of Ana Reyes on Monday.",
     "direct[Ana Reyes|words|“The bridge is a sieve.”]"},
};

}  // namespace

TEST_CASE("cues of several words", "[extract]") { test::check(kPhrases, test::attributions); }
TEST_CASE("people who are named like a month", "[extract]") { test::check(kMonths, test::attributions); }
TEST_CASE("told, warned, urged", "[extract]") { test::check(kTold, test::attributions); }
TEST_CASE("documents as sources", "[extract]") { test::check(kDocuments, test::attributions); }
TEST_CASE("words around the cue", "[extract]") { test::check(kAround, test::attributions); }
TEST_CASE("where and when it was said", "[extract]") { test::check(kSettings, test::attributions); }
TEST_CASE("denied and not said", "[extract]") { test::check(kDenied, test::attributions); }
TEST_CASE("attributions that do not come out yet", "[extract]") { test::check_not_yet(kNotYet, test::attributions); }

}  // namespace onrecord
