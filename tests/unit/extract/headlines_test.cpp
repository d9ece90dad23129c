// Headlines: what their cues, which mostly tell in the present or stand behind a colon, give.
#include "catch.h"
#include "onrecord/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// The statements of a headline above a text as "mention|cue|words", joined by spaces.
std::string dump_title(const std::string& title) {
  static Extractor extractor;
  Article article = test::paragraphs(title + "\n\nThe town met on Monday for the third time. It was late.");
  article.blocks.front().role = Role::Title;
  std::string out;
  for (const Statement& s : extractor.extract(article)) {
    if (s.place != Place::Title) continue;
    out += out.empty() ? "" : " ";
    out.append(slice(article.text, s.mention)).append("|").append(slice(article.text, s.cue)).append("|");
    out.append(slice(article.text, s.content.front()));
  }
  return out;
}

constexpr Row kTitles[] = {
    {"whose plea it is", "Widow's plea: “Let me bury him at sea”", "Widow's|:|“Let me bury him at sea”"},
    {"whose lawyer speaks", "Widow's lawyer: “Let her bury him at sea”", "Widow's lawyer|:|“Let her bury him at sea”"},
    {"a post and where", "Bishop of Calder: bill would make the old a nuisance", "Bishop of Calder|:|bill would make the old a nuisance"},
    {"an interview", "‘I won it all in May’: An interview with Ana Reyes", "Ana Reyes|:|‘I won it all in May’"},
    {"a talk about a work", "‘The long wall of May’: A talk with Ana Reyes", ""},
    {"what it is about, and who says so", "Ferries: Port of Calder is shut, owners say", "owners|say|Port of Calder is shut"},
    {"who says so in front", "Bishop of Calder: bill is bad, owners are mad", "Bishop of Calder|:|bill is bad, owners are mad"},
    {"who was told", "Port owners ‘in the dark’ over border plan, court told", "|told|Port owners ‘in the dark’ over border plan"},
    {"who was told of in a court", "Port owners ‘in the dark’ over border plan, court says",
     "court|says|Port owners ‘in the dark’ over border plan"},
    {"what a report is about", "What we know about the fire at the port", ""},
    {"a quotation, a dash and what a name does", "‘We lost it all’ - Reyes rages at port", "Reyes|-|‘We lost it all’"},
    {"a quotation that a surname signs", "‘We lost it all’ – Reyes", "Reyes|–|‘We lost it all’"},
    {"a thing and a town", "‘The old fish market’ – London", ""},
    {"a kind of article and its name", "Live: Storm Petra", ""},
    {"claims behind one", "Watchdog claims bridge will close in May", "Watchdog|claims|bridge will close in May"},
    {"claims at the end", "Bridge will close in May, watchdog claims", "watchdog|claims|Bridge will close in May"},
    {"where it happened", "Nairobi: Market will open again in May", ""},
    {"claims that are things", "Bridge claims will come to court in May", ""},
    {"says mayor", "Port a ‘sieve in the rain’, says mayor", "mayor|says|Port a ‘sieve in the rain’"},
    {"a quotation and who tells of it", "‘We lost everything that night’: families leave the town",
     "families|:|‘We lost everything that night’"},
    {"a quotation and what came of it", "‘We lost everything that night’: Uproar in the House over the ferry", ""},
    {"a quotation behind what it is about", "Flood: ‘We lost everything that night’", "|:|‘We lost everything that night’"},
    {"a quotation behind a name", "Ana Reyes: ‘We lost everything that night’", "Ana Reyes|:|‘We lost everything that night’"},
    {"signed with a dash", "Bridge ‘a sieve in the rain’ - mayor", "mayor|-|Bridge ‘a sieve in the rain’"},
    {"signed by a house", "Bridge ‘a sieve in the rain’ - Calder Gazette", ""},
    {"who is accused says nothing", "Council accused of neglect over bridge", "|accused of|neglect over bridge"},
    {"two parts of a heading", "‘The Long Bridge’: 12 photos", ""},
    {"a name that no list has", "Ferolla: Council must pay for the old bridge or lose it",
     "Ferolla|:|Council must pay for the old bridge or lose it"},
    {"a name and what it is about", "Ferolla on the flood: ‘We lost everything that night’", "Ferolla|:|‘We lost everything that night’"},
    {"a name and whom it is told", "Ferolla to traders: The port is old but will be here for ages",
     "Ferolla|:|The port is old but will be here for ages"},
    {"a kind of article", "Explainer: Council must pay for the old bridge or lose it", ""},
    {"somebody before a colon", "Experts: old bridge will hurt traders", "Experts|:|old bridge will hurt traders"},
    {"somebody, and to whom", "Experts to council: shut the bridge", "Experts|:|shut the bridge"},
    {"where somebody can be found", "Police: where to leave your car in May", ""},
    {"two teams", "Calder v Harbour: live", ""},
    {"hails", "Watchdog hails sale of port", "Watchdog|hails|sale of port"},
    {"blasts before a mark", "Expert blasts ‘reckless’ sale after flood", "Expert|blasts|‘reckless’ sale"},
    {"questions an end", "Okafor questions end to strike", "Okafor|questions|end to strike"},
    {"many welcome it", "Scientists welcome inquiry into fire", "Scientists|welcome|inquiry into fire"},
    {"vow to", "Police vow to close the bridge", "Police|vow|to close the bridge"},
    {"orders somebody to cut", "Judge orders council to cut ferries", "Judge|orders|council to cut ferries"},
    {"brands it so", "Minister brands sale of port ‘reckless’", "Minister|brands|sale of port ‘reckless’"},
    {"brands a ban on something", "Minister brands ban on boats ‘reckless’", "Minister|brands|ban on boats ‘reckless’"},
    {"the prime minister", "PM: bridge will hurt traders", "PM|:|bridge will hurt traders"},
    {"breaks off behind to", "Police vow to", ""},
    {"breaks off behind a verb", "Watchdog brands ban", ""},
    {"two clauses", "Mayor denies claims of fraud; union demands apology", "Mayor|denies|claims of fraud union|demands|apology"},
    {"demands are things", "Union demands are rejected in Calder", ""},
    {"plans are things", "Ferry plans on show in Calder", ""},
    {"warn residents", "Bridge must be shut before strike ends, warn residents", "residents|warn|Bridge must be shut before strike ends"},
    {"claims coach", "Bridge ‘will close’, claims coach", "coach|claims|Bridge ‘will close’"},
    {"a calling with a hyphen", "Bridge ‘a sieve in the rain’, insists ex-minister", "ex-minister|insists|Bridge ‘a sieve in the rain’"},
    {"a quotation and whose story it is", "‘We lost everything that night’: How one baker got away",
     "one baker|:|‘We lost everything that night’"},
    {"a quotation and whose plea it is", "‘We lost everything that night’: mother's plea after fire",
     "mother|:|‘We lost everything that night’"},
    {"a quotation and what it is about", "‘We lost everything that night’: bridge to close in May", ""},
    {"signed by a name", "‘We lost everything that night’ - Ana Reyes", "Ana Reyes|-|‘We lost everything that night’"},
    {"what many tell of", "Police on flood: ‘We lost everything that night’", "Police|:|‘We lost everything that night’"},
    {"blamed by somebody", "Owner blamed for fire by watchdog", "watchdog|blamed for|fire"},
    {"another answers", "Mayor says bridge will stay but union disagrees", "Mayor|says|bridge will stay"},
    {"a thing and what it is about", "Focus on traders: The port is old but will be here for ages", ""},
};

}  // namespace

TEST_CASE("headlines", "[extract]") { test::check(kTitles, dump_title); }

}  // namespace onrecord
