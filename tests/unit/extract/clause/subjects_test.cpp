// Whose verb it is: the subject of a verb group, by what stands between the two.
#include <span>
#include <string>

#include "catch.h"
#include "extract/extract.h"
#include "onrecord/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

struct Row {
  const char* name;
  const char* text;  // a full sentence
  const char* verb;  // the last word of a verb group of it
  const char* want;  // its subject; "" for none
};

// The subject of the verb group of `text` that ends in `verb`.
std::string subject_of(const std::string& text, std::string_view verb) {
  const Article article = test::paragraphs("Ana Reyes met the council of Calder.\n\n" + text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  for (const Parsed& parsed : cascade.sentences())
    for (int i = 0; i < parsed.chunks.size(); ++i) {
      if (doc.words(parsed.chunks.chunks[static_cast<std::size_t>(i)].last - 1) != verb) continue;
      const Subject& who = parsed.subjects[static_cast<std::size_t>(i)];
      if (!who.known()) return "";
      const std::uint32_t first = parsed.chunks.chunks[static_cast<std::size_t>(who.first)].first;
      const std::uint32_t last = parsed.chunks.chunks[static_cast<std::size_t>(who.last - 1)].last - 1;
      return std::string(slice(doc.text, {doc.tokens.begin[first], doc.tokens.end[last]}));
    }
  return "no such verb";
}

constexpr Row kOthers[] = {
    {"a doctor at a place where others are", "Li Dorn, a doctor at the port where sailors are treated, wrote that it leaks.", "wrote",
     "Li Dorn, a doctor at the port where sailors are treated"},
    {"others who are treated", "Li Dorn, a doctor at the port where sailors are treated, wrote that it leaks.", "treated", "sailors"},
    {"police are many", "Reyes is late, while the town's police deny it and say they are ready.", "say", "the town's police"},
    {"police who are made to", "Reyes made the town's police deny it and said she was ready.", "said", "Reyes"},
};

constexpr Row kBetween[] = {
    {"a dash on either side", "Reyes – a baker from the port – said it leaks.", "said", "Reyes – a baker from the port"},
    {"a clause between dashes", "Reyes - in a line that seemed aimed at the mayor - declared that it leaks.", "declared",
     "Reyes - in a line that seemed aimed at the mayor"},
    {"dashes behind what a verb governs", "Reyes sacked Doe – a friend of the mayor – and said it leaks.", "said", "Reyes"},
    {"one dash parts two clauses", "Reyes left the hall – the council said it leaks.", "said", "the council"},
    {"the title of a work in an apposition", "Ana Reyes, star of the play “The Long Harbour,” said it leaks.", "said",
     "Ana Reyes, star of the play “The Long Harbour,”"},
    {"the title of a work, and more", "Ana Reyes, the author of “Tides of the Port,” about the old ferry, said it leaks.", "said",
     "Ana Reyes, the author of “Tides of the Port,” about the old ferry"},
    {"a quotation of its own is none", "Ana Reyes left, “The Long Harbour,” said Doe.", "said", ""},
    {"a participle with a quotation", "Ana Reyes, citing “the cost of the works,” said it leaks.", "said", "Ana Reyes"},
    {"whose participle that is", "Ana Reyes, citing “the cost of the works,” said it leaks.", "citing", "Ana Reyes"},
    {"brackets and a needless comma", "Ana Reyes (Lab., Calder), said it leaks.", "said", "Ana Reyes (Lab., Calder)"},
    {"an aside behind the pronoun of a relative clause", "The council sent a letter that, while short, accused the mayor of neglect.",
     "accused", "that"},
    {"semicolons of a list", "He was booed by the crowd; praised the ferry; and left.", "praised", "He"},
    {"adding, behind what would come", "The mayor said that if it leaks, the work would begin, adding that he left.", "adding",
     "The mayor"},
    {"adding, behind an aside", "The bridge leaks, the mayor said, adding that he left.", "adding", "the mayor"},
    {"neither … nor", "The mayor neither confirmed nor denied it.", "denied", "The mayor"},
    {"a past in an aside", "The survey, carried out in May, says that it leaks.", "says", "The survey"},
    {"asked in an aside", "The mayor, asked if it leaks, said that he left.", "said", "The mayor"},
    {"asked in an aside, and who left", "The mayor, asked if it leaks, said his son left.", "said", "The mayor"},
    {"said in an aside", "The bridge, said the mayor, leaks.", "said", ""},
    {"citing, behind a phrase", "Some of the bakers, citing that it leaks, left.", "citing", "Some of the bakers"},
    {"denied that and said that", "The council denied that the mayor left and said that it leaks.", "said", "The council"},
    {"the verb of a claim", "The claim that the mayor was ill angered the town.", "angered", "The claim that the mayor was ill"},
    {"all but", "Last year he all but accused the mayor of neglect.", "accused", "he"},
    {"but", "They all left but the mayor stayed.", "stayed", "the mayor"},
    {"an adverb of time", "Surveys of port workers late last week showed that it leaks.", "showed", "Surveys of port workers"},
    {"those of a poll", "By big margins, those surveyed said it leaks.", "said", "those surveyed"},
    {"people whose things are spoken of", "The men whose homes were torn down said it leaks.", "said",
     "The men whose homes were torn down"},
    {"a surname that is a time", "Day said the port is too small.", "said", "Day"},
    {"a year before a name", "At the end of 2016 Reyes said it leaks.", "said", "Reyes"},
    {"a number of things", "The owners of 2016 boats said it leaks.", "said", "The owners of 2016 boats"},
    {"a Sunday paper", "The Sunday Mirror said it leaks.", "said", "The Sunday Mirror"},
    {"a time that opens the sentence", "Sunday was wet.", "was", ""},
    {"a calling that looks like an adjective", "Port Union chief says the ferry can win.", "says", "Port Union chief"},
    {"an apposition before a verb like a participle", "Ana Reyes, the president of Port Watch, charged that it leaks.", "charged",
     "Ana Reyes, the president of Port Watch"},
};

constexpr Row kPhrases[] = {
    {"himself", "Reyes himself, who was away, said it leaks.", "said", "Reyes himself, who was away"},
    {"both", "Reyes and Doe both said it leaks.", "said", "Reyes and Doe"},
    {"all that was lost", "Reyes told the men that all was lost.", "lost", "all"},
    {"two adjectives", "Current and former sailors said it leaks.", "said", "Current and former sailors"},
    {"somebody spoken with", "Sailors who spoke with Doe said it leaks.", "said", "Sailors who spoke with Doe"},
    {"a clause of time in a relative clause", "A man who was there when the ferry came in said it leaks.", "said",
     "A man who was there when the ferry came in"},
    {"a verb behind a clause of time", "When the ferry left Doe said it leaks.", "said", "Doe"},
    {"a clause behind a participle of saying", "Reyes left, with the mayor saying Doe was late.", "was", "Doe"},
    {"whose participle behind \"with\" that is", "Reyes left, with the mayor saying Doe was late.", "saying", "the mayor"},
    {"a participle with an object", "A woman holding a sign said it leaks.", "said", "A woman holding a sign"},
    {"a participle with a preposition", "A woman standing by the port with her son said it leaks.", "said",
     "A woman standing by the port with her son"},
    {"a name behind a relative clause", "The judge who heard the case, Ana Reyes, ruled it out.", "ruled",
     "The judge who heard the case, Ana Reyes"},
    {"one of those", "One of those who left, Ana Reyes, said it leaks.", "said", "One of those who left, Ana Reyes"},
    {"a clause between commas", "The mayor, when asked whether it leaks, said it was.", "said", "The mayor"},
    {"a participle between commas", "Ana Reyes, wearing a shirt covered in stripes, said it leaks.", "said", "Ana Reyes"},
    {"a participle before a verb turned round", "Ana Reyes left, saying nobody cared, says a report.", "says", ""},
    {"a clause that a relative clause holds", "Sailors who fear the ferry will sink left the port.", "sink", "the ferry"},
    {"and the verb behind it", "Sailors who fear the ferry will sink left the port.", "left", "Sailors who fear the ferry will sink"},
    {"an infinitive in a relative clause", "A baker who wants to unseat Doe left the port.", "left", "A baker who wants to unseat Doe"},
    {"two participles", "Sailors calling for help and carrying signs left the port.", "left",
     "Sailors calling for help and carrying signs"},
    {"asked about it", "Reyes, asked about the ferry, said it leaks.", "said", "Reyes"},
    {"two things said, clauses between",
     "Reyes said that she would not think of the chance that Doe might win and predicted that it leaks.", "predicted", "Reyes"},
    {"two things said, of oneself", "Reyes said he left it and called it a lie.", "called", "Reyes"},
    {"two things that another did", "Reyes said Doe left it and called it a lie.", "called", "Doe"},
    {"a time before an apposition", "On Monday, the mayor, a former sailor, said it leaks.", "said", "the mayor, a former sailor"},
    {"a place before an apposition", "In Calder, the mayor, a former sailor, said it leaks.", "said", "the mayor, a former sailor"},
    {"friends of somebody's", "Friends of Doe's say it leaks.", "say", "Friends of Doe's"},
    {"two adverbs before one verb", "Reyes said the plan “openly and wrongly” suggests that it leaks.", "suggests", "the plan"},
    {"two adverbs", "She has openly and loudly said it leaks.", "said", "She"},
    {"like others", "The ad touts the plan of Doe, and like the other ads, does not name him.", "name", "The ad"},
};

constexpr Row kClauses[] = {
    {"a pronoun that a relative clause ends with", "Unions that have backed him say it leaks.", "say", "Unions that have backed him"},
    {"a pronoun of its own", "Reyes hopes they say it leaks.", "say", "they"},
    {"a friend he calls himself", "A man who described himself as a friend of Doe said it leaks.", "said",
     "A man who described himself as a friend of Doe"},
    {"sent by somebody", "A letter sent to the council last week by the owners says it leaks.", "says",
     "A letter sent to the council last week by the owners"},
    {"what somebody did", "Reyes went to the port and the owners say it leaks.", "say", "the owners"},
    {"a time in a relative clause", "The party, which through the first half of the year favored the ferry, lost.", "favored", "which"},
    {"has, and a time", "Lund, who has in the past described it as a sieve, left.", "described", "who"},
    {"is, and on whose word", "Doe, who is by all accounts enjoying it, left.", "enjoying", "who"},
    {"a participle that holds a clause", "Conceding that there was a leak, Reyes left the hall.", "Conceding", "Reyes"},
    {"a participle before its clause", "Citing the cost, Reyes left the hall.", "Citing", "Reyes"},
    {"behind a clause that tells when", "Reyes, when asked what was wrong with it, responded with a letter.", "responded", "Reyes"},
    {"behind a clause of its own", "Reyes, who runs the port, turned down the plan.", "turned", "Reyes, who runs the port"},
    {"convinced", "Reyes, convinced that it was lost, resigned on Monday.", "convinced", "Reyes"},
    {"and what he did", "Reyes, convinced that it was lost, resigned on Monday.", "resigned", "Reyes"},
    {"what somebody called it", "Reyes lashed out at what Doe called a plan, warning of the cost.", "warning", "Reyes"},
    {"the thought that he is lost", "Reyes smiled at the idea that Doe was lost, saying it was a lie.", "saying", "Reyes"},
    {"added behind who said it", "The council did not complain when fares rose, a sailor said, adding that it leaks.", "adding",
     "a sailor"},
    {"a list", "The head of the port, its treasurer and two wardens said it leaks.", "said",
     "The head of the port, its treasurer and two wardens"},
    {"a list behind a place", "In Calder, the mayor and two wardens said it leaks.", "said", "the mayor and two wardens"},
    {"neither", "Neither Reyes nor Doe said it leaks.", "said", "Neither Reyes nor Doe"},
    {"an apposition and where it was said", "The mayor, Ana Reyes, in an interview on Monday called it a lie.", "called",
     "The mayor, Ana Reyes"},
    {"whom a name tells", "Doe and his wife, Ana, who live by the port, say it leaks.", "say",
     "Doe and his wife, Ana, who live by the port"},
    {"a house and what it is", "Lund, of the Port Watch, a charity, said it leaks.", "said", "Lund, of the Port Watch, a charity"},
    {"where it was said", "Lund, in a letter to the Port Watch, said it leaks.", "said", "Lund"},
    {"a post and its house", "Ed Lund, chair, Port Watch, said it leaks.", "said", "Ed Lund, chair, Port Watch"},
    {"printed on a day in a paper", "A study published on Monday in the Gull found that it leaks.", "found",
     "A study published on Monday in the Gull"},
    {"out on a day", "A report out on Tuesday finds that it leaks.", "finds", "A report out on Tuesday"},
    {"asked about a thing", "Asked about the bridge, a spokesman for the port, Ed Lund, said it leaks.", "said",
     "a spokesman for the port, Ed Lund"},
    {"a title behind which a quotation stands", "The ferry, which Reyes called “a sieve,” left.", "left",
     "The ferry, which Reyes called “a sieve,”"},
    {"those whom they met", "None of the bakers I met this week thought it leaks.", "thought", "None of the bakers I met this week"},
    {"half of those", "Half of those asked in each town say it leaks.", "say", "Half of those asked in each town"},
    {"those who did it", "Those asked the mayor to leave.", "asked", "Those"},
    {"few on a side", "Few on either side think it leaks.", "think", "Few on either side"},
    {"an aside behind a relative clause", "The judges who ruled that it was shut, for instance, said it leaks.", "said",
     "The judges who ruled that it was shut"},
    {"a fear and what became of it", "The fear that it leaks was denied.", "denied", "The fear that it leaks"},
    {"said at the head of the sentence", "Said Reyes, the mayor: “It leaks.”", "Said", "Reyes, the mayor"},
    {"called for", "Doe left as sailors in the north called for his dismissal.", "called", "sailors in the north"},
    {"what it is called", "The ferry called the Gull sank.", "sank", "The ferry called the Gull"},
    {"the only verb", "This plan called for a new port.", "called", "This plan"},
    {"many of what looks like a verb", "Reyes told a crowd of sailors that fares would fall.", "fall", "fares"},
    {"that night", "There were letters that night showing it leaks.", "showing", "letters"},
    {"both", "Reyes and Doe have both pushed for it.", "pushed", "Reyes and Doe"},
    {"the head of one of them", "The head of one of them, Ana Reyes, said it leaks.", "said", "The head of one of them, Ana Reyes"},
    {"a number behind a time", "In a poll last week, 58 percent said it leaks.", "said", "58 percent"},
    {"a year behind a day", "On October 2, 2014, most of them said it leaks.", "said", "most of them"},
    {"what is called by a name", "A group called Our Port is growing.", "growing", "A group called Our Port"},
    {"whom somebody calls something", "The mayor called Reyes brave.", "called", "The mayor"},
    {"what they said, and what they did", "Those who said the port leaks left it.", "left", "Those who said the port leaks"},
    {"what those who said it said", "Those who said the port helps bakers were few.", "helps", "the port"},
    {"behind a clause that a comma opens", "Doe praised it, while the sailors rejected it, citing costs.", "citing", "the sailors"},
    {"whoever can speak", "The strike began after Doe attacked the port, citing costs.", "citing", "Doe"},
    {"who left, not who attacked", "Reyes left after Doe attacked the port, citing costs.", "citing", "Reyes"},
    {"most", "Most, including Reyes, say it leaks.", "say", "Most"},
    {"what is said of whoever stands before a dash", "Reyes said the mayor – who bakes – left it.", "left", "the mayor – who bakes"},
    {"what is done to whoever stands before a dash", "Reyes praised the mayor – who bakes – and left it.", "left", "Reyes"},
    {"behind where somebody speaks", "In her letter Reyes thanked them.", "thanked", "Reyes"},
    {"a brother", "In her brother Reyes found a friend.", "found", "her brother Reyes"},
    {"whom somebody told, and the clause", "Reyes told me the water reached his knees.", "reached", "the water"},
    {"who calls herself", "A woman who called herself his sister left it.", "left", "A woman who called herself his sister"},
    {"a list that commas part", "Joe Tully, the head of the port, and two of his aides said it leaks.", "said",
     "Joe Tully, the head of the port, and two of his aides"},
    {"three names", "Ana Reyes, John Doe, and Joe Tully said it leaks.", "said", "Ana Reyes, John Doe, and Joe Tully"},
    {"a clause before and", "The port is shut, the mayor left, and Joe Tully said it leaks.", "said", "Joe Tully"},
    {"most of those who spoke", "Most of those who spoke added on Sunday that it leaks.", "added", "Most of those who spoke"},
    {"a participle behind the verb of a relative clause", "The man who felt disappointed left.", "felt", "who"},
    {"many in a town", "Many in the town said it leaks.", "said", "Many in the town"},
    {"what looks like a participle before where it was said", "The ministry alleged at a hearing on Monday that it leaks.", "alleged",
     "The ministry"},
    {"and behind two asides", "Joe Tully, 34, a baker, charged that it leaks.", "charged", "Joe Tully, 34, a baker"},
    {"behind a fronted time", "After the vote, the mayor, a former sailor, said it leaks.", "said", "the mayor, a former sailor"},
    {"two behind a fronted time", "After the vote, Joe Tully and Ana Reyes said it leaks.", "said", "Joe Tully and Ana Reyes"},
    {"who is accused of it", "The man accused of the theft left it.", "left", "The man accused of the theft"},
    {"the only verb, with two things", "The mayor called Doe a disgrace.", "called", "The mayor"},
    {"a verb like a participle before and", "The mayor called his rival a liar and left.", "called", "The mayor"},
    {"before a quotation and and", "The mayor called Lund “a disgrace” and left.", "called", "The mayor"},
    {"with a clause behind it", "The mayor called Lund mad before he spoke.", "called", "The mayor"},
    {"before whoever said so", "The mayor called Lund mad, the council said.", "called", "The mayor"},
    {"a participle before the verb", "The plan called a farce by Lund was dropped.", "dropped", "The plan called a farce by Lund"},
    {"behind which", "The port, which the mayor of Calder called “mad,” was shut.", "called", "the mayor of Calder"},
    {"behind what", "What the bakers' union called a farce is law.", "called", "the bakers' union"},
    {"what is claimed to be a thing", "Reyes's claim that Lund's plan is a disgrace was dismissed.", "dismissed",
     "Reyes's claim that Lund's plan is a disgrace"},
    {"what is claimed, in marks", "Reyes's claim that the vote is “not fit for a dog” was dismissed.", "dismissed",
     "Reyes's claim that the vote is “not fit for a dog”"},
    {"what the truth is", "The truth is the mayor left.", "left", "the mayor"},
    {"people with a relative clause", "People who live near the quay maintained that it leaks.", "maintained",
     "People who live near the quay"},
    {"behind a fronted participle", "Asked about the fire, people who live there insisted that it leaks.", "insisted",
     "people who live there"},
    {"with clauses in what is said", "An official who asked not to be named noted that everyone who works there must leave.", "noted",
     "An official who asked not to be named"},
    {"a participle of the relative clause", "Sailors who have worked at the port left.", "left", "Sailors who have worked at the port"},
    {"two behind a clause", "The plan was a danger to the port, Amina Diallo and Joe Tully said.", "said", "Amina Diallo and Joe Tully"},
    {"two behind a phrase", "In a letter to the council, Amina Diallo and Joe Tully insisted that it leaks.", "insisted",
     "Amina Diallo and Joe Tully"},
    {"three with their last", "The mayor, Amina Diallo and Joe Tully left.", "left", "The mayor, Amina Diallo and Joe Tully"},
    {"who is accused, and what he likened it to", "The man accused of the theft likened it to a sieve.", "likened",
     "The man accused of the theft"},
    {"who was briefed", "Two people briefed on the talks threatened to leave.", "threatened", "Two people briefed on the talks"},
    {"who accused somebody", "The mayor accused Doe of the theft and left.", "accused", "The mayor"},
    {"who plans, behind a fronted time and asides", "After the vote, Reyes, 34, a baker, plans to leave.", "plans", "Reyes, 34, a baker"},
    {"men who plan", "Neither of the men plans to call a vote.", "plans", "Neither of the men"},
    {"including", "Doe lost his letters, including books showing it leaks.", "showing", "books"},
    {"but, before an aside", "But Joe Tully, who spoke at the port in May, maintained that it leaks.", "maintained",
     "Joe Tully, who spoke at the port in May"},
    {"but, before an apposition", "But Joe Tully, a baker, left.", "left", "Joe Tully, a baker"},
    {"claims that, with a base form", "Mr Tully claims that deliveries to his butcher now take an hour longer.", "claims", "Mr Tully"},
    {"estimates, behind an aside", "Reyes, who runs the port, estimates it needs a pier.", "estimates", "Reyes, who runs the port"},
    {"estimates in a list", "Reyes read the plans, which were old, estimates and letters.", "estimates and letters", "no such verb"},
    {"a time inside a perfect", "Unions have in recent years pressed the port to act.", "pressed", "Unions"},
    {"an apposition with a clause in its clause", "Joe Tully, a baker who has sailed since he was ten, said it leaks.", "said",
     "Joe Tully, a baker who has sailed since he was ten"},
    {"two clauses and a comma", "A boat has sunk since he was ten, Joe Tully said.", "said", "Joe Tully"},
    {"what looks like the verb of a thing", "She blamed the port for keeping half of the sum agreed upon in May, noting that it leaks.",
     "noting", "She"},
    {"that before its verb", "The mayor pointed to rules made in May that require a fee.", "require", "that"},
    {"that before a subject", "The mayor told sailors in May that they require a fee.", "require", "they"},
    {"what somebody was told", "Doe tells me trade has been good.", "been", "trade"},
    {"what somebody lets one do", "Doe lets them trade.", "lets", "Doe"},
    {"an apposition with “whose”", "Joe Tully, a baker whose boat was among those sunk, said bread went stale.", "said",
     "Joe Tully, a baker whose boat was among those sunk"},
    {"a clause in an apposition's clause", "Joe Tully, a baker who told a judge that his boat was “a disgrace,” left.", "left",
     "Joe Tully, a baker who told a judge that his boat was “a disgrace,”"},
    {"a thing at the end of a question", "She was asked whether his days in the port were over, saying only that it leaks.", "saying",
     "She"},
    {"who were somewhere", "Sailors who were at the trial said that it leaks.", "said", "Sailors who were at the trial"},
    {"what landed somewhere", "Doe was glad when a letter landed in the hall saying that it leaks.", "saying", "a letter"},
    {"who left, behind a comma", "Doe left when a boat landed in the hall, saying that it leaks.", "saying", "Doe"},
    {"a report published somewhere", "A report published in May by the port documented 61 leaks and concluded that it is old.",
     "documented", "A report published in May by the port"},
    {"a report and what it tells", "A report published in May by the port was wrong.", "was",
     "A report published in May by the port"},
    {"a seat before a clause", "Sen. Joe Tully, R-Maryshire, who runs the port, vowed to stay.", "vowed",
     "Sen. Joe Tully, R-Maryshire, who runs the port"},
    {"who went and announced", "She was woken by Joe Tully, who went from door to door announcing in a whisper that it leaks.",
     "announcing", "who"},
    {"whom somebody told that", "Doe told her that tea was old.", "was", "tea"},
    {"whom somebody told that story", "Doe told her that story.", "told", "Doe"},
};

// What stands inside the subject and looks like a subject or a verb itself.
constexpr Row kInside[] = {
    {"a name in a relative clause", "The mayor, who came with his deputy, Ana Doe, denied it.", "denied",
     "The mayor, who came with his deputy, Ana Doe"},
    {"a name behind the object of a relative clause", "The mayor, who met the warden, Ana Doe, denied it.", "denied",
     "The mayor, who met the warden, Ana Doe"},
    {"a name that a relative clause speaks of", "The mayor, who said the warden, Ana Doe, left, denied it.", "left", "the warden, Ana Doe"},
    {"an aside behind a post and a name", "The chairman of the traders, Ana Doe, however, denied it.", "denied",
     "The chairman of the traders, Ana Doe"},
    {"an aside behind a port and a name", "The quay of the port, Ana Doe, however, denied it.", "denied", "Ana Doe"},
    {"what networks", "The maker of sailing boats said it leaks.", "said", "The maker of sailing boats"},
    {"letters that invite", "Letters inviting them to the talks were lost.", "lost", "Letters inviting them to the talks"},
    {"a draft that demands", "Reyes said a draft demanding more boats was lost.", "lost", "a draft demanding more boats"},
    {"a clause behind a participle", "A letter saying more boats were lost came.", "lost", "more boats"},
    {"who was accused before", "A partner of accused thief Joe Tully said it leaks.", "said", "A partner of accused thief Joe Tully"},
    {"whom somebody told", "Reyes, 34, told officer Joe Tully it leaks.", "told", "Reyes, 34"},
    {"who retired before", "One of them, retired driver Joe Tully, said it leaks.", "said", "One of them, retired driver Joe Tully"},
    {"a name in an aside", "The woman beside me, a nurse named Ana, said it leaks.", "said", "The woman beside me, a nurse named Ana"},
    {"a name that is chosen", "The port, a jury named Reyes, the mayor said.", "said", "the mayor"},
    {"a past inside an aside in a clause", "Reyes said that the port, estimated to cost millions, would leak.", "leak", "the port"},
    {"a team that suspects", "The team suspects that the sea was to blame.", "suspects", "The team"},
    {"suspects that were held", "The team suspects that left were few.", "suspects", ""},
    {"IT in capitals", "The mayor, IT director Joe Tully, said it leaks.", "said", "The mayor, IT director Joe Tully"},
    {"but said she", "Reyes conceded that costs had risen but said she was sure.", "said", "Reyes"},
    {"but declined to say", "Reyes said the council was alarmed but declined to say why.", "declined", "Reyes"},
    {"but declined another thing", "Reyes said the council was alarmed but declined to vote.", "declined", "the council"},
    {"an aside behind a head and a name", "The head of the union, Joe Tully, who led the march, said it leaks.", "said",
     "The head of the union, Joe Tully, who led the march"},
    {"what whoever stands in an aside thinks", "My friend, a man who thinks all boats should leak, called it a sieve.", "called",
     "My friend, a man who thinks all boats should leak"},
    {"what is thought in an aside", "My friend, a man who thinks all boats should leak, called it a sieve.", "leak", "all boats"},
    {"a verb like its base form behind she", "Tully told the Sunday Post she cut it on Monday.", "cut", "she"},
    {"a base form behind what it is let", "Tully let the Sunday Post cut it on Monday.", "cut", "the Sunday Post"},
    {"called it, in a clause", "Reyes said that a coach for the rival team called it a farce.", "called", "a coach for the rival team"},
    {"called it, behind but", "But a coach for the rival team called it a farce.", "called", "a coach for the rival team"},
    {"had called it", "The men had both called it a farce.", "called", "The men"},
    {"where the university of an aside lies", "Ana Reyes, who teaches at the University of Calder, UK, and left, said it leaks.", "said",
     "Ana Reyes, who teaches at the University of Calder, UK"},
    {"a post and a name behind a clause", "The port is shut, match referee Joe Tully said.", "said", "match referee Joe Tully"},
    {"a verb before a post and a name", "They want to match referee Joe Tully.", "match", "They"},
    {"a banner that read", "One banner read: “Go home.”", "read", "One banner"},
    {"a charity that disputes that", "The Port Alliance disputes that, saying most of it has sunk.", "saying", "The Port Alliance"},
    {"who retired at an age", "One of them, Ana Doe, a 71-year-old retired nurse, said it leaks.", "said",
     "One of them, Ana Doe, a 71-year-old retired nurse"},
    {"who retired", "The 71-year-old retired, nurses said.", "retired", "The 71-year-old"},
    {"behind what a fronted participle holds", "Asked whether he believed her account, the minister, Joe Tully, said it leaks.", "said",
     "the minister, Joe Tully"},
    {"with somebody who has an aside", "The council met, with Ana Doe, a baker, admitting that it leaks.", "admitting", "Ana Doe, a baker"},
    {"the only verb, behind who also spoke", "Also speaking, the head of the port, Joe Tully, appealed to bakers to leave.", "appealed",
     "the head of the port, Joe Tully"},
};

}  // namespace

TEST_CASE("whose verb it is, when another noun stands nearer", "[extract]") {
  for (const Row& row : kInside) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

TEST_CASE("whose verb it is, when others do things nearer", "[extract]") {
  for (const Row& row : kOthers) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

TEST_CASE("whose verb it is", "[extract]") {
  for (const Row& row : kBetween) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

TEST_CASE("whose verb it is, behind a noun group with a clause of its own", "[extract]") {
  for (const Row& row : kPhrases) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

TEST_CASE("whose verb it is, among several clauses", "[extract]") {
  for (const Row& row : kClauses) DYNAMIC_SECTION(row.name) { CHECK(subject_of(row.text, row.verb) == row.want); }
}

TEST_CASE("has and is, both written 's", "[extract]") {
  // Who has backed a plan is the source of that; who is accused of neglect is not.
  static Extractor extractor;
  const std::string text = "Ana Reyes met the council. She's backed the plan. She's accused of neglect by the council.";
  std::string said;
  for (const Statement& s : extractor.extract(test::paragraphs(text)))
    said.append(slice(text, s.mention)).append("|").append(slice(text, s.cue)).append("\n");
  CHECK(said.find("She|'s backed") != std::string::npos);
  CHECK(said.find("She|'s accused") == std::string::npos);
}

}  // namespace onrecord
