// Attributions by construct, from the text to the row: one line a construct, near misses as many as hits, and what does not work yet.
#include "catch.h"
#include "onrecord/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// The outermost statements as "kind[mention|cue|words … words]", those that were not said with "not", joined by spaces.
std::string dump(const std::string& text) {
  static Extractor extractor;
  std::string out;
  for (const Statement& s : extractor.extract(test::paragraphs(text))) {
    if (s.within >= 0) continue;
    out += out.empty() ? "" : " ";
    out += s.negated ? "not " : "";
    out += s.kind == StatementKind::Direct ? "direct[" : s.kind == StatementKind::Mixed ? "mixed[" : "indirect[";
    out.append(slice(text, s.mention)).append("|").append(slice(text, s.cue)).append("|");
    for (std::size_t i = 0; i < s.content.size(); ++i) out.append(i > 0 ? " … " : "").append(slice(text, s.content[i]));
    out += "]";
  }
  return out;
}

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

constexpr Row kCarried[] = {
    {"a second verb after “and”", "Ana Reyes crossed the bridge and said that it was safe.", "indirect[Ana Reyes|said|that it was safe]"},
    {"a participle behind the clause", "Ana Reyes left the hall, insisting that the bridge was safe.",
     "indirect[Ana Reyes|insisting|that the bridge was safe]"},
    {"an infinitive of the verb before", "Ana Reyes went on to say that the bridge was safe.",
     "indirect[Ana Reyes|to say|that the bridge was safe]"},
    {"two cues, each with its own words", "Ana Reyes argued that the bridge leaks, but added that it was cheap.",
     "indirect[Ana Reyes|argued|that the bridge leaks] indirect[Ana Reyes|added|that it was cheap]"},
    {"was quoted as saying", "Ana Reyes was quoted as saying by the Gull: “The bridge leaks.”",
     "direct[Ana Reyes|was quoted as saying|“The bridge leaks.”]"},
    {"quoted somebody as saying", "The Gull quoted Ana Reyes as saying that the bridge leaks.",
     "indirect[Ana Reyes|saying|that the bridge leaks]"},
    {"the same behind the words", "“The bridge leaks,” the Gull quoted Ana Reyes as saying.",
     "direct[Ana Reyes|quoted|“The bridge leaks,”]"},
    {"quoted what somebody wrote", "The Gull quoted a letter at length.", "indirect[The Gull|quoted|a letter at length]"},
    {"a cue that introduces a paragraph",
     "The hall was still. Ana Reyes continued:\n\n“The bridge leaks in the rain. It is a sieve and always was.”",
     "direct[Ana Reyes|continued|“The bridge leaks in the rain. It is a sieve and always was.”]"},
    {"a participle behind a cue turned round", "“The bridge leaks,” said Ana Reyes, the mayor, adding that it was cheap.",
     "direct[Ana Reyes, the mayor|said|“The bridge leaks,”] indirect[Ana Reyes, the mayor|adding|that it was cheap]"},
    {"a participle goes with who reports", "Ana Reyes said the port was old, adding that it was cheap.",
     "indirect[Ana Reyes|said|the port was old] indirect[Ana Reyes|adding|that it was cheap]"},
    {"a second cue goes with who reports", "Ana Reyes said the port was old, and urged that it be shut.",
     "indirect[Ana Reyes|said|the port was old] indirect[Ana Reyes|urged|that it be shut]"},
    {"a second cue behind what somebody is told to have done", "Ana Reyes said he never crossed it, but told traders that it was cheap.",
     "indirect[Ana Reyes|said|he never crossed it] indirect[Ana Reyes|told|that it was cheap]"},
    {"a report turned round behind a comma", "Thousands of dockers at British ports are paid by the day, says a report.",
     "indirect[a report|says|Thousands of dockers at British ports are paid by the day]"},
    {"a post and a relative clause",
     "Ana Reyes, director of the Centre for Policy at the Harbour School, who runs the port, said the port was shut.",
     "indirect[Ana Reyes, director of the Centre for Policy at the Harbour School, who runs the port|said|the port was shut]"},
    {"a clause that opens with what it is about", "Ana Reyes said despite her denials, Doe had lied to the council about the bridge.",
     "indirect[Ana Reyes|said|despite her denials, Doe had lied to the council about the bridge]"},
    {"what is added by whoever said the rest", "Ana Reyes said that she heard the old baker was ill, adding that it was no news.",
     "indirect[Ana Reyes|said|that she heard the old baker was ill] indirect[Ana Reyes|adding|that it was no news]"},
    {"somebody who asked not to be named", "An official who asked not to be named said the port was shut.",
     "indirect[An official who asked not to be named|said|the port was shut]"},
    {"somebody familiar with it", "A person familiar with the plan told the Post that staff would leave.",
     "indirect[A person familiar with the plan|told|that staff would leave]"},
    {"a poll taken last week", "A harbour poll conducted last week found that traders were glad.",
     "indirect[A harbour poll conducted last week|found|that traders were glad]"},
    {"said in an interview that", "Ana Reyes said in an interview that police cannot shut the port.",
     "indirect[Ana Reyes|said|that police cannot shut the port]"},
    {"said it in a letter that went out", "In a letter posted Friday, the council said the port was shut.",
     "indirect[the council|said|the port was shut]"},
    {"several who say so at the end", "The port will close in May, warn residents.", "indirect[residents|warn|The port will close in May]"},
    {"a calm that is asked for", "The port asked for calm, clean residents.", "indirect[The port|asked for|calm, clean residents]"},
    {"whose name is a word too", "Marsh's lawyer said the port was shut.", "indirect[Marsh's lawyer|said|the port was shut]"},
    {"who wrote the letter", "In a letter the mayor wrote that the port was shut.", "indirect[the mayor|wrote|that the port was shut]"},
    {"a second verb behind a cue turned round", "“The bridge leaks,” said Ana Reyes and added that it was cheap.",
     "direct[Ana Reyes|said|“The bridge leaks,”] indirect[Ana Reyes|added|that it was cheap]"},
    {"the same verb behind another tense", "Ana Reyes said that the old port is shut and said that the bridge was a sieve.",
     "indirect[Ana Reyes|said|that the old port is shut] indirect[Ana Reyes|said|that the bridge was a sieve]"},
    {"where it was said before the verb", "Ana Reyes left the council and in an interview said that the bridge was a sieve.",
     "indirect[Ana Reyes|said|that the bridge was a sieve]"},
    {"a line of a speech", "The letter in the interview said that the bridge was a sieve.",
     "indirect[The letter in the interview|said|that the bridge was a sieve]"},
    {"when it was said before the name", "In an interview last year Ana Reyes said that the bridge was a sieve.",
     "indirect[Ana Reyes|said|that the bridge was a sieve]"},
    {"a clause with whose between commas", "Ana Reyes, 56, whose deputy left in May, said that the bridge was a sieve.",
     "indirect[Ana Reyes, 56, whose deputy left in May|said|that the bridge was a sieve]"},
    {"before claiming more", "Ana Reyes said the bridge leaks before claiming that it is cheap.",
     "indirect[Ana Reyes|said|the bridge leaks] indirect[Ana Reyes|claiming|that it is cheap]"},
    {"before somebody admits it", "Ana Reyes said Joe Tully lied before admitting it.",
     "indirect[Ana Reyes|said|Joe Tully lied before admitting it]"},
    {"two quotations in one clause", "Ana Reyes accused Doe of “making a wall of mud” and “slowly sinking” the ferry.",
     "mixed[Ana Reyes|accused|Doe of “making a wall of mud” and “slowly sinking” the ferry]"},
    {"what somebody who does something is called", "The council called Ana Reyes, who runs the port, “a crook.”",
     "mixed[The council|called|Ana Reyes, who runs the port, “a crook.”]"},
    {"what a memoir is called", "The council was cold to the idea, “a farce of its own,” Ana Reyes wrote in her memoir, “Tough Tides.”",
     "mixed[Ana Reyes|wrote|The council was cold to the idea, “a farce of its own,”]"},
    {"what a project is called", "“The bridge leaks,” wrote the authors of the “Harbour Project,” which came out in May.",
     "direct[the authors of the “Harbour Project,” which came out in May|wrote|“The bridge leaks,”]"},
    {"whereas another called it", "Ana Reyes argues the port is safe, whereas the baker Joe Tully, who sails, has described it as a sieve.",
     "indirect[Ana Reyes|argues|the port is safe] indirect[the baker Joe Tully, who sails|has described|it as a sieve]"},
    {"whereas it is", "Ana Reyes argues the port is safe, whereas the old bridge has become a sieve.",
     "indirect[Ana Reyes|argues|the port is safe, whereas the old bridge has become a sieve]"},
    {"but did not elaborate", "Ana Reyes said the port was a sieve but did not elaborate.", "indirect[Ana Reyes|said|the port was a sieve]"},
    {"but did not sink", "Ana Reyes said the port was a sieve but did not sink.",
     "indirect[Ana Reyes|said|the port was a sieve but did not sink]"},
    {"a subject before who told whom", "Her critics, Ana Reyes told the Post, “have not read it, or were asleep.”",
     "mixed[Ana Reyes|told|Her critics … “have not read it, or were asleep.”]"},
    {"with what another says", "Ana Reyes said the port is safe, with the baker Joe Tully saying that it leaks.",
     "indirect[Ana Reyes|said|the port is safe] indirect[the baker Joe Tully|saying|that it leaks]"},
    {"what hearers did", "Ana Reyes replied that the port was a sieve, drawing laughter from the bakers.",
     "indirect[Ana Reyes|replied|that the port was a sieve]"},
    {"what the port did", "Ana Reyes replied that the port was a sieve, drawing water from the sea.",
     "indirect[Ana Reyes|replied|that the port was a sieve, drawing water from the sea]"},
    {"a side that should have won", "Ana Reyes felt her side “should have been first by far.”",
     "mixed[Ana Reyes|felt|her side “should have been first by far.”]"},
    {"a co-author", "“The bridge leaks,” says co-author Joe Tully.", "direct[co-author Joe Tully|says|“The bridge leaks,”]"},
    {"said in a letter on a day", "Ana Reyes said in a letter on Monday she was ill.", "indirect[Ana Reyes|said|she was ill]"},
    {"said of where it was", "Ana Reyes said in the letter was a map.", ""},
    {"pleaded not guilty", "Ana Reyes has pleaded not guilty to arson.", "indirect[Ana Reyes|has pleaded|not guilty to arson]"},
    {"what a relative clause says", "Ana Reyes led a band at the port, where, the critic Joe Tully wrote, he “made dukes dance.”",
     "mixed[the critic Joe Tully|wrote|he “made dukes dance.”]"},
    {"answered by saying", "A port official answered by saying that the bridge was a sieve.",
     "indirect[A port official|saying|that the bridge was a sieve]"},
    {"a participle that tells of doing", "Ana Reyes left the hall, carrying a map of the bridge.", ""},
    {"an infinitive of purpose", "Ana Reyes crossed the bridge to buy bread.", ""},
    {"a second verb that tells of doing", "Ana Reyes crossed the bridge and left it.", ""},
    {"a past participle that tells of doing", "Ana Reyes left the hall, followed by a band.", ""},
};

constexpr Row kParted[] = {
    {"what a quotation is said of", "The sale, Reyes said, “was a theft in daylight.”",
     "mixed[Reyes|said|The sale … “was a theft in daylight.”]"},
    {"the same, and the source behind its cue", "The sale, said Reyes, “was a theft in daylight.”",
     "mixed[Reyes|said|The sale … “was a theft in daylight.”]"},
    {"where it was said", "In Calder, Reyes said, “Nobody came to the vote.”", "direct[Reyes|said|“Nobody came to the vote.”]"},
    {"likes to say", "“We are not made of money,” Reyes likes to say.", "direct[Reyes|likes to say|“We are not made of money,”]"},
    {"a clause parted by who said it", "Ana Reyes met the council. The bridge, Reyes said, is closed for good.",
     "indirect[Reyes|said|The bridge … is closed for good]"},
    {"and when", "Ana Reyes met the council. The bridge, Reyes said on Monday, is closed for good.",
     "indirect[Reyes|said|The bridge … is closed for good]"},
    {"and to whom", "Ana Reyes met the council. The bridge, Reyes told the council, is closed for good.",
     "indirect[Reyes|told|The bridge … is closed for good]"},
    {"a clause with an aside", "Ana Reyes met the council. She said the bridge, now a wreck, must go.",
     "indirect[She|said|the bridge, now a wreck, must go]"},
    {"what it is described as, behind where", "Ana Reyes described the new plan at a meeting in Calder as “a farce.”",
     "mixed[Ana Reyes|described|the new plan at a meeting in Calder as “a farce.”]"},
    {"described where somebody left", "Ana Reyes described the new plan at a meeting as Joe Doe left.",
     "indirect[Ana Reyes|described|the new plan]"},
    {"a clause with a setting", "Ana Reyes met the council. She hopes her plan before the vote will give her a boost.",
     "indirect[She|hopes|her plan before the vote will give her a boost]"},
    {"a clause behind a clause", "Ana Reyes met the council. She argued that, while the bridge leaks, the port will stay open.",
     "indirect[She|argued|that, while the bridge leaks, the port will stay open]"},
    {"in court, behind who said it", "“When I saw it, I cried,” said Ana Reyes in court on Friday.",
     "direct[Ana Reyes|said|“When I saw it, I cried,”]"},
    {"with a smile", "“We will fight this and win,” said a spokesman for the port with a smile.",
     "direct[a spokesman for the port|said|“We will fight this and win,”]"},
    {"with a boat", "“We will fight this and win,” said a man with a boat.",
     "direct[a man with a boat|said|“We will fight this and win,”]"},
    {"in a tweet, behind a relative clause", "“We will fight this and win,” said a man who lives nearby in a tweet.",
     "direct[a man who lives nearby|said|“We will fight this and win,”]"},
    {"when asked about it", "Ana Reyes tweeted when asked about the fire: “We were never told about it.”",
     "direct[Ana Reyes|tweeted|“We were never told about it.”]"},
    {"by telephone", "Ana Reyes commented by telephone, “We were never told about it.”",
     "direct[Ana Reyes|commented|“We were never told about it.”]"},
    {"behind an exclamation and an apposition", "“Shame on them!” Maria de la Cruz, a baker from the old town, complained.",
     "direct[Maria de la Cruz, a baker from the old town|complained|“Shame on them!”]"},
    {"behind which was", "No doctor found the cause, which was “deeply distressing,” wrote Joe Doe.",
     "mixed[Joe Doe|wrote|No doctor found the cause, which was “deeply distressing,”]"},
    {"said by one and reported by another", "“He is not free to leave,” said one lawyer, as reported by the Calder Tribune.",
     "direct[one lawyer|said|“He is not free to leave,”]"},
    {"two who say two things",
     "Ana Reyes met the council. The bridge has leaked for years and must close by May, officials said; others said it does not.",
     "indirect[officials|said|The bridge has leaked for years and must close by May] indirect[others|said|it does not]"},
    {"two in one sentence", "Ana Reyes met the council. One official said the bridge leaks and another said it does not.",
     "indirect[One official|said|the bridge leaks] indirect[another|said|it does not]"},
    {"hope in words", "Ana Reyes met the council. The minister voiced concern that the bridge will open.",
     "indirect[The minister|voiced concern|that the bridge will open]"},
    {"what reaches out of what is surer",
     "Ana Reyes met the council. On Monday, Lund insisted that members who refused to rule out a tax for "
     "sailors - as some have - were wrong.",
     "indirect[Lund|insisted|that members who refused to rule out a tax for sailors - as some have - were wrong]"},
    {"no clause", "Ana Reyes met the council. In the hall, Reyes told the council on Monday.", ""},
};

constexpr Row kTold[] = {
    {"told somebody that", "Ana Reyes told the council that the bridge leaks.", "indirect[Ana Reyes|told|that the bridge leaks]"},
    {"warned somebody of", "Ana Reyes warned the council of a flood.", "indirect[Ana Reyes|warned|the council of a flood]"},
    {"urged somebody to", "Ana Reyes urged the council to close the bridge.", "indirect[Ana Reyes|urged|the council to close the bridge]"},
    {"accused somebody of", "Ana Reyes accused the council of neglect.", "indirect[Ana Reyes|accused|the council of neglect]"},
    {"told apart", "Nobody can tell the bridges apart.", ""},
    {"met somebody", "Ana Reyes met the council on the bridge.", ""},
    {"helped somebody to", "Ana Reyes helped the council to paint the bridge.", ""},
    {"robbed somebody of", "The storm robbed the council of a bridge.", ""},
};

constexpr Row kBeside[] = {
    {"a quotation below a colon",
     "The port of Calder stayed shut all day.\n\nThe Trust met, and Ana Reyes responded:\n\n“The bridge leaks badly in the rain.”",
     "direct[Ana Reyes|responded|“The bridge leaks badly in the rain.”]"},
    {"a quotation behind a verb that says no more", "Ana Reyes agreed. “The bridge leaks badly in the rain.”",
     "direct[Ana Reyes|agreed|“The bridge leaks badly in the rain.”]"},
    {"a quotation behind what somebody did", "Ana Reyes left. “The bridge leaks badly in the rain.”",
     "direct[||“The bridge leaks badly in the rain.”]"},
    {"a participle before a title", "“The bridge leaks,” said retired General Ana Reyes.",
     "direct[retired General Ana Reyes|said|“The bridge leaks,”]"},
    {"a participle before a calling", "“The bridge leaks,” said newly elected mayor Ana Reyes.",
     "direct[newly elected mayor Ana Reyes|said|“The bridge leaks,”]"},
    {"a title of a book before a calling", "“The bridge leaks,” said “Old Port” author Ana Reyes.",
     "direct[“Old Port” author Ana Reyes|said|“The bridge leaks,”]"},
    {"a verb that looks like a noun", "“The bridge leaks,” comments Ana Reyes of the Trust.",
     "direct[Ana Reyes of the Trust|comments|“The bridge leaks,”]"},
    {"a noun behind a title", "“The Long Bridge” comments were heard in the hall.", ""},
    {"a first name that looks like a modal", "“The bridge leaks,” said Will Doe, a baker.",
     "direct[Will Doe, a baker|said|“The bridge leaks,”]"},
};

constexpr Row kDocuments[] = {
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

// Verbs of quoting that look like something else, and what stands around them.
constexpr Row kBehindMarks[] = {
    {"a verb behind the quotation's own have", "Ana Reyes met the council.\n\n“What choice do I have?” asked Joe Tully.",
     "direct[Joe Tully|asked|“What choice do I have?”]"},
    {"said behind have", "Ana Reyes met the council.\n\n“That is all we have,” said Joe Tully.",
     "direct[Joe Tully|said|“That is all we have,”]"},
    {"a number for somebody", "Ana Reyes met the council.\n\n“That is all we have,” added one baker.",
     "direct[one baker|added|“That is all we have,”]"},
    {"a verb like a noun behind an apposition", "Ana Reyes met the council.\n\n“It leaks badly,” Joe Tully, 34, a baker, replies.",
     "direct[Joe Tully, 34, a baker|replies|“It leaks badly,”]"},
    {"and behind a clause", "Ana Reyes met the council.\n\n“It leaks badly,” Joe Tully, who was away, claims.",
     "direct[Joe Tully, who was away|claims|“It leaks badly,”]"},
    {"a verb like a participle behind a clause",
     "Ana Reyes met the council.\n\n“It leaks badly,” Joe Tully, who was away, explained to reporters.",
     "direct[Joe Tully, who was away|explained|“It leaks badly,”]"},
    {"dots at the end", "Ana Reyes met the council.\n\n“It leaks badly...” Joe Tully tells reporters.",
     "direct[Joe Tully|tells|“It leaks badly...”]"},
    {"a verb like a noun before the quotation", "Ana Reyes met the council.\n\nOn Sunday, Joe Tully, a baker, jokes: “It leaks badly.”",
     "direct[Joe Tully, a baker|jokes|“It leaks badly.”]"},
    {"where it was said is not who", "Ana Reyes met the council.\n\n“It leaks badly,” warned Joe Tully at a rally in Calder.",
     "direct[Joe Tully|warned|“It leaks badly,”]"},
    {"another one that goes on", "Ana Reyes met the council.\n\n“That is all we have,” replies one baker. “It leaks badly!”",
     "direct[one baker|replies|“That is all we have,” … “It leaks badly!”]"},
    {"a graduate", "Ana Reyes met the council.\n\n“It leaks badly,” jokes graduate student Joe Tully.",
     "direct[graduate student Joe Tully|jokes|“It leaks badly,”]"},
    {"claims of somebody's", "Ana Reyes met the council.\n\n“It leaks badly,” claims adjuster Joe Tully says.",
     "direct[claims adjuster Joe Tully|says|“It leaks badly,”]"},
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
    {"the source behind “by”", "The plan was criticised by Ana Reyes.", "indirect[Ana Reyes|was criticised by|The plan]"},
    {"told by", "Residents were told by the council that the bridge would close.",
     "indirect[the council|were told by|that the bridge would close]"},
    {"as somebody put it, in the middle", "The bridge, as Ana Reyes put it, is a sieve.",
     "indirect[Ana Reyes|put|The bridge … is a sieve]"},
    {"words given back in the next sentence", "“The bridge is a sieve.” Those were the words of Ana Reyes on Monday.",
     "direct[Ana Reyes|words|“The bridge is a sieve.”]"},
};

}  // namespace

TEST_CASE("people who are named like a month", "[extract]") { test::check(kMonths, dump); }

TEST_CASE("cues of several words", "[extract]") { test::check(kPhrases, dump); }

TEST_CASE("subjects carried over", "[extract]") { test::check(kCarried, dump); }
TEST_CASE("a clause with its cue inside", "[extract]") { test::check(kParted, dump); }
TEST_CASE("told, warned, urged", "[extract]") { test::check(kTold, dump); }
TEST_CASE("whose a quotation is", "[extract]") { test::check(kBeside, dump); }
TEST_CASE("documents as sources", "[extract]") { test::check(kDocuments, dump); }
TEST_CASE("words around the cue", "[extract]") { test::check(kAround, dump); }
TEST_CASE("denied and not said", "[extract]") { test::check(kDenied, dump); }
TEST_CASE("who said that who said that who said, no deeper than four below the first", "[extract]") {
  const auto rows = [](int sayers) {
    constexpr const char* kNames[] = {"Ana Roe", "Bob Doe", "Cal Poe", "Dan Moe", "Eve Noe", "Fay Loe", "Gus Hay"};
    std::string text;
    for (int i = 0; i < sayers; ++i) text += std::string(kNames[i]) + " said that ";
    return Extractor().extract(test::paragraphs(text + "it leaks.")).size();
  };
  CHECK(rows(1) == 1);
  CHECK(rows(5) == 5);
  CHECK(rows(7) == 5);
}
TEST_CASE("where and when it was said", "[extract]") { test::check(kSettings, dump); }
TEST_CASE("verbs of quoting that look like something else", "[extract]") { test::check(kBehindMarks, dump); }
TEST_CASE("attributions that do not come out yet", "[extract]") { test::check_not_yet(kNotYet, dump); }

}  // namespace onrecord
