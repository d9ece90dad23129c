// Quotations: what belongs to one, where it goes on, and what in marks is none.
#include "extract/select/kind.h"

#include "catch.h"
#include "extract/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// The outermost statements of `text` as "kind: words … words", joined by " | ".
std::string kinds_of(const std::string& text) {
  const Article article = test::paragraphs(text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  std::string out;
  for (const Statement& s : cascade.statements()) {
    if (s.within >= 0) continue;
    out += out.empty() ? "" : " | ";
    out += s.kind == StatementKind::Direct ? "direct: " : s.kind == StatementKind::Mixed ? "mixed: " : "indirect: ";
    std::string words;
    for (const Span piece : s.content) words += (words.empty() ? "" : " … ") + std::string(slice(doc.text, piece));
    while (words.find('\n') != std::string::npos) words.replace(words.find('\n'), 1, "/");
    out += words;
  }
  return out;
}

constexpr Row kKinds[] = {
    {"words in marks that others follow", "Ana Reyes met the council. She warned of “great doom” over the port.",
     "mixed: “great doom” over the port"},
    {"words in marks alone", "Ana Reyes met the council. She warned of “great doom”.", "direct: “great doom”"},
    {"all in marks", "“We will appeal to the court,” Ana Reyes said.", "direct: “We will appeal to the court,”"},
    {"some in marks", "Ana Reyes said the bridge was “a sieve in the rain”.", "mixed: the bridge was “a sieve in the rain”"},
    {"one word of a speaker", "Ana Reyes said that the bridge was “dead”.", "mixed: that the bridge was “dead”"},
    {"the title of a programme", "Ana Reyes said on “Harbour Tonight” that the bridge leaks.", "indirect: that the bridge leaks"},
    {"capitals behind a verb of saying", "Ana Reyes tweeted, “Thank You Calder”.", "direct: “Thank You Calder”"},
    {"near miss: a title that did something", "“The Long Bridge,” Ana Reyes said, was her best film.",
     "indirect: “The Long Bridge,” … was her best film"},
    {"capitals of what was chanted", "The crowd chanted “Save Calder Bridge” at noon.", "direct: “Save Calder Bridge”"},
    {"capitals in front of who said so", "“Save Calder Bridge,” Ana Reyes said.", "direct: “Save Calder Bridge,”"},
    {"a sentence with names", "“That would be Tom Adeyemi,” Ana Reyes said.", "direct: “That would be Tom Adeyemi,”"},
    {"near miss: capitals of what was praised", "Ana Reyes praised “The Long Bridge” on Monday.", "indirect: “The Long Bridge”"},
    {"what somebody is called", "Ana Reyes called Tom Adeyemi “The Queen of the Old Port”.",
     "mixed: Tom Adeyemi “The Queen of the Old Port”"},
    {"near miss: what a film is called", "Ana Reyes called the film “The Long Bridge”.", "indirect: the film “The Long Bridge”"},
    {"a title inside what was said", "Ana Reyes said that “The Long Bridge” would open in May.",
     "indirect: that “The Long Bridge” would open in May"},
    {"a term inside what was said", "Ana Reyes said that the so-called “tidal gap” would close.",
     "indirect: that the so-called “tidal gap” would close"},
    {"a thing that is called so", "Ana Reyes said that a show called “tides” would open.",
     "indirect: that a show called “tides” would open"},
    {"a term that tells of the noun behind it", "Ana Reyes said that a “wise man” icon would come.",
     "indirect: that a “wise man” icon would come"},
    {"a term behind a cue that tells of no speech", "Ana Reyes hired him to work as a “harbour consultant” in winter.",
     "indirect: him to work as a “harbour consultant” in winter"},
    {"more words than a term has", "Ana Reyes hired him to work “for as long as the port is ours”.",
     "mixed: him to work “for as long as the port is ours”"},
    {"a term in what is believed", "Ana Reyes believes that the gauge can “taste” salt.", "indirect: that the gauge can “taste” salt"},
    {"a term by its source", "The port was a “living wage” for traders, according to Ana Reyes.",
     "mixed: The port was a “living wage” for traders"},
    {"a judgement that nothing stands behind", "Ana Reyes said that it was a “bad joke” in winter.",
     "mixed: that it was a “bad joke” in winter"},
    {"a verb in front of what it does", "Ana Reyes said that it would “pave the way” for boats.",
     "mixed: that it would “pave the way” for boats"},
    {"the one word that all know", "Ana Reyes said that the “reset” had failed.", "indirect: that the “reset” had failed"},
    {"a slogan", "Ana Reyes said that it has the slogan “Boats, we are on it.”", "indirect: that it has the slogan “Boats, we are on it.”"},
    {"a few words twice, behind a cue that tells of no speech", "“Not lost,” corrects Ana Reyes. “Stolen.”",
     "direct: “Not lost,” … “Stolen.”"},
    {"capitals throughout are shouting", "“WE WILL APPEAL TO THE COURT,” Ana Reyes said.", "direct: “WE WILL APPEAL TO THE COURT,”"},
    {"small words behind one capital are no title", "“It is not over for us,” Ana Reyes said.", "direct: “It is not over for us,”"},
    {"a call is no title", "“Save Our Bridge!” the crowd shouted.", "direct: “Save Our Bridge!”"},
};

constexpr Row kOn[] = {
    {"in the next sentence", "“We lost it,” Ana Reyes said. “It is gone for good.”", "direct: “We lost it,” … “It is gone for good.”"},
    {"in the next paragraph, opened again", "“We lost it,” Ana Reyes said. “It is gone for good.\n\n“It will not come back here.”",
     "direct: “We lost it,” … “It is gone for good.//“It will not come back here.”"},
    {"partly quoted, and opened again in the next paragraph",
     "Ana Reyes said the deal “gives us hope for the port.\n\n“We see it as a sign that the strike will end.”\n\nThe port shut.",
     "mixed: the deal “gives us hope for the port.//“We see it as a sign that the strike will end.”"},
    {"behind a paragraph that ends in a quotation",
     "“We lost it,” Ana Reyes said. “It is gone for good.”\n\n“It will not come back to this town.”",
     "direct: “We lost it,” … “It is gone for good.”//“It will not come back to this town.”"},
    {"behind “Reyes said.” a paragraph of several sentences stands by itself",
     "“We lost it for good,” Ana Reyes said.\n\n“It will not come back to this town. We have seen the last of it.”\n\nThe hall was still.",
     "direct: “We lost it for good,” | direct: “It will not come back to this town. We have seen the last of it.”"},
    {"behind “Reyes said.” one quoted sentence is more of it",
     "“We lost it for good,” Ana Reyes said.\n\n“It will not come back to this town.”\n\nThe hall was still.",
     "direct: “We lost it for good,” … “It will not come back to this town.”"},
    {"behind more about the speaker too",
     "“We lost it for good,” said Ana Reyes, who built it.\n\n“It will not come back to this town.”\n\nThe hall was still.",
     "direct: “We lost it for good,” … “It will not come back to this town.”"},
    {"a question is answered by somebody else", "“Did you lose it for good?” John Doe asked.\n\n“It will not come back to this town.”",
     "direct: “Did you lose it for good?” | direct: “It will not come back to this town.”"},
    {"a paragraph that says more than the quotation",
     "“We lost it for good,” Ana Reyes said.\n\n“It will not come back to this town.” The hall was still.", "direct: “We lost it for "
         "good,”"},
    {"behind what was reported, in its paragraph",
     "Ana Reyes said that the bridge leaks. “It is a sieve and always was.” The hall was still.",
     "mixed: that the bridge leaks … “It is a sieve and always was.”"},
    {"behind what she only did, it is by itself", "Ana Reyes crossed the bridge that leaks. “It is a sieve and always was.”",
     "direct: “It is a sieve and always was.”"},
    {"behind a semicolon", "“We lost it,” Ana Reyes said; “it’s gone.”", "direct: “We lost it,” … “it’s gone.”"},
    {"between dashes", "“The bridge” – Ana Reyes explained – “is gone.”", "direct: “The bridge” … “is gone.”"},
    {"without marks", "“Two-year leave,” the letter states, becomes available “after a year of work.”",
     "mixed: “Two-year leave,” … becomes available “after a year of work.”"},
    {"behind what was done the while", "“We lost it,” Ana Reyes said, shaking her head, “but that is that.”",
     "direct: “We lost it,” … “but that is that.”"},
    {"behind how it was said", "“We lost it,” Ana Reyes said through tears and laughter, “but that is that.”",
     "direct: “We lost it,” … “but that is that.”"},
    {"behind whom it was said of", "“We lost it,” she said of Reyes and Doe, “because they sold it.”",
     "direct: “We lost it,” … “because they sold it.”"},
    {"behind what was done by a verb of its own", "“We lost it,” Ana Reyes said and left the “dead hall”, “a tomb”.",
     "direct: “We lost it,”"},
    {"in marks read in the wrong encoding", "â€œWe lost it,â€ Ana Reyes said. â€œIt is gone for good.â€",
     "direct: â€œWe lost it,â€ … â€œIt is gone for good.â€"},
    {"two curly apostrophes close it", "“We lost it,’’ Ana Reyes said. “It is gone for good.’’",
     "direct: “We lost it,’’ … “It is gone for good.’’"},
    {"graves open it", "`We lost it,' Ana Reyes said. `It is gone for good.'", "direct: `We lost it,' … `It is gone for good.'"},
    {"in a sentence that is mostly a quotation", "“We lost it,” Ana Reyes said. But “it will come back to this town one day” for a week.",
     "mixed: “We lost it,” … But “it will come back to this town one day” for a week"},
    {"a sentence that holds a few words in marks", "“We lost it,” Ana Reyes said. The “lost bridge” was built in May by men from the town.",
     "direct: “We lost it,”"},
    {"a sentence of which a quotation is half", "“We lost it,” Ana Reyes said. “It is gone for good” is the name of the play.",
     "direct: “We lost it,”"},
    {"a sentence with a cue of its own",
     "“We lost it,” Ana Reyes said. “It will come back to this town one day,” John Doe told the council.",
     "direct: “We lost it,” | direct: “It will come back to this town one day,”"},
    {"part of a sentence, and where it was so", "Ana Reyes admitted “one or two cases” where money had slipped away.",
     "mixed: “one or two cases” where money had slipped away"},
    {"what was done next is none of it", "“We lost it,” Ana Reyes said, and left the hall.", "direct: “We lost it,”"},
    {"a cue of its own", "“We lost it,” Ana Reyes said. “It is gone for good,” said John Doe.",
     "direct: “We lost it,” | direct: “It is gone for good,”"},
};

constexpr Row kColons[] = {
    {"whatever the verb", "Ana Reyes gave it another try at the council on Monday: “The bridge is a sieve and will not be mended.”",
     "direct: “The bridge is a sieve and will not be mended.”"},
    {"according to", "According to the Calder Post: “The bridge is a sieve and will not be mended this year.”",
     "direct: “The bridge is a sieve and will not be mended this year.”"},
    {"no quotation behind it", "Ana Reyes gave three reasons on Monday: wind, rain and cost.", ""},
};

constexpr Row kTurned[] = {
    {"read the letter", "“We will appeal to the court,” read the letter. “It is not over.”",
     "direct: “We will appeal to the court,” … “It is not over.”"},
    {"stated Reyes", "The council met.\n\nStated Ana Reyes:\n\n“We will appeal to the court this week, whatever it costs.”",
     "direct: “We will appeal to the court this week, whatever it costs.”"},
    {"three apostrophes close two quotations", "''They say, 'We will appeal to the court,''' Ana Reyes said. ''It is not over.''",
     "direct: ''They say, 'We will appeal to the court,''' … ''It is not over.''"},
    {"to read is no cue", "The clerk read in the hall until noon.", ""},
};

constexpr Row kCues[] = {
    {"read, the past", "“We will appeal to the court,” the letter read.", "direct: “We will appeal to the court,”"},
    {"read, before the words", "The letter read, “We will appeal to the court.”", "direct: “We will appeal to the court.”"},
    {"says behind what looks like a title", "“We will appeal to the court,” the executive says.", "direct: “We will appeal to the court,”"},
    {"a noun before the real cue", "“We will appeal to the court,” a police report said.", "direct: “We will appeal to the court,”"},
    {"a full stop before a cue", "“We will appeal.” Ana Reyes said.", "direct: “We will appeal.”"},
    {"a full stop before a small letter", "“We will appeal.” she said. The hall was still.", "direct: “We will appeal.”"},
    {"a full stop before a sentence of its own", "“We will appeal to the court.” Ana Reyes said the bridge leaks.",
     "indirect: the bridge leaks"},
    {"a senator of a state with two letters", "“We will appeal to the court,” Sen. Ana Reyes (D-N.Y.) said Tuesday.",
     "direct: “We will appeal to the court,”"},
    {"the clause's verb in marks", "Ana Reyes said on Thursday he “handed the keys of the bridge to the mayor today.”",
     "mixed: he “handed the keys of the bridge to the mayor today.”"},
    {"two verbs of one subject", "The mayor called the plan a “quiet uproar” and left.", "mixed: the plan a “quiet uproar”"},
    {"a comment that, comma", "Her comment that, “We will put a lot of boats out of business,” was wrong.",
     "direct: “We will put a lot of boats out of business,”"},
    {"according to", "“We will appeal to the court,” according to Ana Reyes.", "direct: “We will appeal to the court,”"},
    {"per", "“We will appeal to the court,” per the report.", "direct: “We will appeal to the court,”"},
    {"per day is no source", "“We pay five crowns,” per day and boat.", ""},
    {"in the words of", "The bridge was, in the words of Ana Reyes, “a sieve in the rain.”", "direct: “a sieve in the rain.”"},
    {"in other words is nobody", "In other words, the bridge is “a sieve in the rain.”", ""},
    {"as somebody put it", "“We will appeal to the court,” as Ana Reyes put it.", "direct: “We will appeal to the court,”"},
    {"as somebody would say, and nobody did", "As Ana Reyes would say, “The bridge is a sieve in the rain.”", ""},
    {"is how somebody put it", "“We will appeal to the court” is how Ana Reyes put it.", "direct: “We will appeal to the court”"},
    {"is how something was done", "“The Long Bridge” is how Ana Reyes crossed the river.", ""},
    {"a name that is a modal too", "“We will appeal to the court,” Will Doe, the mayor, told the council.",
     "direct: “We will appeal to the court,”"},
    {"a dash before it", "Ana Reyes said — “We will appeal to the court.”", "direct: “We will appeal to the court.”"},
    {"what somebody calls so", "What Ana Reyes called “a sieve in the rain” was built in May.", "direct: “a sieve in the rain”"},
    {"asked, and what was said to that", "Asked if it was “a sieve in the rain,” Ana Reyes said that it leaks.",
     "mixed: if it was “a sieve in the rain,” | indirect: that it leaks"},
    {"a clause before the main one", "While Ana Reyes said that it was “a sieve in the rain,” the council kept the bridge open in May.",
     "mixed: that it was “a sieve in the rain,”"},
    {"a clause before the main one, with a list",
     "While Ana Reyes said that the wind, the rain and the cost broke it, the council kept it open.",
     "indirect: that the wind, the rain and the cost broke it"},
    {"what was added behind its comma", "Ana Reyes said that the bridge was “a sieve,” adding that it was cheap.",
     "mixed: that the bridge was “a sieve,” | indirect: that it was cheap"},
    {"a rank that looks like a verb", "“We will appeal to the court,” retired General Ana Reyes said.",
     "direct: “We will appeal to the court,”"},
    {"a name for what is one's own", "John Doe sat at the table and reckoned his “target number,” which was seven.", ""},
    {"a work and who made it", "“The Long Bridge” director Ana Reyes said that the port was shut.", "indirect: that the port was shut"},
    {"a semicolon for a colon", "Ana Reyes added; “The bridge leaks badly in the rain.”", "direct: “The bridge leaks badly in the rain.”"},
    {"going on", "“It leaks,” Ana Reyes went on, as if nobody had heard. “But you get used to it.”",
     "direct: “It leaks,” … “But you get used to it.”"},
    {"going on behind a question", "“It leaks, right?” Ana Reyes went on. “But you get used to it.”",
     "direct: “It leaks, right?” … “But you get used to it.”"},
    {"whose rule somebody calls so", "A port official called Doe’s rule “a sieve in the rain” and said that it leaks.",
     "mixed: Doe’s rule “a sieve in the rain” | indirect: that it leaks"},
    {"a show called so", "A show called Doe’s “Sieve” opened in May.", ""},
    {"sailors who state", "“We will appeal to the court,” the sailors state.", "direct: “We will appeal to the court,”"},
    {"the state of things", "“The Long Bridge,” the state of the port, left.", ""},
    {"a surname that is a month", "“We will appeal to the court,” Jan said. “It leaks.”",
     "direct: “We will appeal to the court,” … “It leaks.”"},
    {"and behind its verb", "“We will appeal to the court,” said Jan. “It leaks.”", "direct: “We will appeal to the court,” … “It leaks.”"},
    {"a surname that is a people's", "“We will appeal to the court,” said Cuban. “It leaks.”",
     "direct: “We will appeal to the court,” … “It leaks.”"},
    {"the people of a surname", "“We will appeal to the court,” said Cuban sailors.", "direct: “We will appeal to the court,”"},
    {"no cue behind a title", "“The Long Bridge” report fell to the floor.", ""},
};

constexpr Row kLabels[] = {
    {"a party in brackets", "The council met.\n\nThe head of the port (Harbour Party): “I have not heard anyone name that figure.”",
     "direct: “I have not heard anyone name that figure.”"},
    {"a transcript", "REYES: The bridge leaks badly.\n\nDOE: It has leaked for years. Nobody cared.\n\nREYES: We cared about it.",
     "indirect: The bridge leaks badly | indirect: It has leaked for years. Nobody cared | indirect: We cared about it"},
    {"what else can be read", "The port is shut.\n\nHOPE AND LOSS: Your stories of the port\n\nVIDEO: The port at night", ""},
    {"a speaker of no name", "MODERATOR: The bridge leaks badly.\n\nUNIDENTIFIED SPEAKER: It has leaked for years.",
     "indirect: The bridge leaks badly | indirect: It has leaked for years"},
    {"notes of two clubs",
     "Rovers: Dorn hurt his knee. “I feel well,” he said.\n\nCity: Kern is back. “We feel well,” he said.\n\nRovers: It is cold there."
     "\n\nCity: It is warm. “I like it,” Kern said.",
     "direct: “I feel well,” | direct: “We feel well,” | direct: “I like it,”"},
    {"an interview", "Q: Is the bridge safe?\n\nA: No. It leaks badly and it has done so for years.",
     "indirect: Is the bridge safe | indirect: No. It leaks badly and it has done so for years"},
    {"a transcript inside marks", "“REYES: The bridge leaks badly, and nobody cares.\n\n“DOE: It has leaked for years.”",
     "direct: The bridge leaks badly, and nobody cares | direct: It has leaked for years.”"},
    {"behind a silence", "“My mother sang to us,” Ana Reyes said.\n\nThen, after a long silence: “She was right about it.”",
     "direct: “My mother sang to us,” | direct: “She was right about it.”"},
    {"before and behind what somebody does", "Ana Reyes met traders.\n\n“I have lost all of it.” Reyes looks at the door. “She never had "
     "to carry one.”", "direct: “I have lost all of it.” | direct: “She never had to carry one.”"},
    {"so said somebody", "Ana Reyes met traders.\n\n“We are not going to be bullied.” So said Tom Kern after the vote.",
     "direct: “We are not going to be bullied.”"},
    {"so did somebody", "Ana Reyes met traders.\n\n“We are not going to be bullied.” So sailed Tom Kern after the vote.", ""},
    {"somebody's message", "Ana Reyes met traders.\n\n“We are not going to be bullied.” That was the message from Kern on Monday.",
     "direct: “We are not going to be bullied.”"},
    {"a gift from somebody", "Ana Reyes met traders.\n\n“The long bridge.” That was the gift from Kern on Monday.", ""},
    {"before what happens", "Ana Reyes met traders.\n\n“I have lost all of it.” The door was old. “She never had to carry one.”",
     "direct: “She never had to carry one.”"},
    {"a list behind a time", "“My mother sang to us,” Ana Reyes said.\n\nIn the evening: bread, wine and songs.",
     "direct: “My mother sang to us,”"},
    {"a small word and a colon", "The council had three ways out: pay, borrow or close.", ""},
};

constexpr Row kSiblings[] = {
    {"a statement of its own behind a comma",
     "Ana Reyes said that the bridge leaks, and a man at the back yelled, “Close the thing down now!”",
     "indirect: that the bridge leaks | direct: “Close the thing down now!”"},
    {"the same behind but", "Ana Reyes said that the bridge leaks, but added, “It will be open again by the summer.”",
     "indirect: that the bridge leaks | direct: “It will be open again by the summer.”"},
    {"what was to be done as well", "Ana Reyes said that the bridge was old and would be called “a wreck of a thing” by all.",
     "mixed: that the bridge was old and would be called “a wreck of a thing” by all"},
    {"a verb that is no cue", "Ana Reyes said that the bridge leaks, and that the wind and the rain broke it.",
     "indirect: that the bridge leaks, and that the wind and the rain broke it"},
};

}  // namespace

TEST_CASE("what stands in marks is a quotation or a term", "[extract]") { test::check(kKinds, kinds_of); }

TEST_CASE("a quotation goes on", "[extract]") { test::check(kOn, kinds_of); }

TEST_CASE("a sentence introduces a quotation with a colon", "[extract]") { test::check(kColons, kinds_of); }

TEST_CASE("quotations whose cue is turned round", "[extract]") { test::check(kTurned, kinds_of); }

TEST_CASE("the cue beside a quotation", "[extract]") { test::check(kCues, kinds_of); }

TEST_CASE("a label names whose words its paragraph is", "[extract]") { test::check(kLabels, kinds_of); }

TEST_CASE("what is reported ends before a quotation with its own cue", "[extract]") { test::check(kSiblings, kinds_of); }

}  // namespace onrecord
