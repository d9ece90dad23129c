// What is proposed where a content stands before its clause, in a document, or behind a verb that looks like a noun.
#include <string>

#include "catch.h"
#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

struct Row {
  const char* name;
  const char* construct;
  const char* text;
  const char* want;  // "source › cue › content … content"; empty: not proposed
};

// The first candidate of `construct` in `text`.
std::string proposed(const std::string& text, std::string_view construct) {
  const Article article = test::paragraphs(text);
  Document doc;
  segment(article, doc);
  Cascade cascade;
  cascade.read(article, doc);
  const auto words = [&](const TokenRange& range) {
    return range.empty() ? std::string() : std::string(slice(doc.text, {doc.tokens.begin[range.first], doc.tokens.end[range.last - 1]}));
  };
  for (const Candidate& c : cascade.candidates()) {
    if (grammar().construct_name(c.construct) != construct) continue;
    std::string out = words(c.source) + " › " + words(c.cue) + " › ";
    bool first = true;
    for (const TokenRange& piece : c.content) {
      out += (first ? "" : " … ") + words(piece);
      first = false;
    }
    return out;
  }
  return {};
}

constexpr Row kRows[] = {
    {"a passive", "passive-by", "The ban was rejected by the council.", "the council › was rejected › The ban"},
    {"a passive behind its noun", "passive-by", "Ana Reyes read the plan, backed by the mayor, aloud.", "the mayor › backed › the plan"},
    {"a passive that says when", "passive-by", "The ban was rejected on Monday.", ""},
    {"a relative clause", "gap-relative", "The bridge, which Reyes denounced, is open.", "Reyes › denounced › which"},
    {"a relative clause that nothing opens", "gap-relative", "It is a plan she denounced.", "she › denounced › a plan"},
    {"a relative clause whose verb has its object", "gap-relative", "The day on which Reyes denounced the bridge is gone.", ""},
    {"who says so inside a relative clause", "gap-clause", "Doe named two men who Reyes said were at the port.",
     "Reyes › said › who … were at the port"},
    {"who says so where nothing opens the relative clause", "gap-clause", "It is a step they believe could help.",
     "they › believe › a step … could help"},
    {"whom and what for", "gap-rest", "It is the mayor whom Reyes blamed for the delay.", "Reyes › blamed › whom … for the delay"},
    {"what somebody calls it", "gap-rest", "The bridge is what Reyes called a sieve.", "Reyes › called › what … a sieve"},
    {"whom alone", "gap-rest", "It is the mayor whom Reyes blamed.", ""},
    {"what something is seen as", "raised", "The port was described as a museum.", " › was described as › The port … a museum"},
    {"who describes it", "raised", "Reyes described the port as a museum.", ""},
    {"as somebody said, in the middle", "as-said", "The bridge, as Reyes later explained, was closed.",
     "Reyes › later explained › The bridge … was closed"},
    {"as reported by", "as-said", "As reported by the Harbour Post, the bridge was closed.",
     "the Harbour Post › reported › the bridge was closed"},
    {"when somebody did something", "as-said", "As Reyes left the hall, the bridge was closed.", ""},
    {"a relative clause of its own", "gap-clause", "Two men who crossed the bridge were at the port.", ""},
    {"a poll", "in-document", "In a poll of the valley, most voters want the bridge closed.",
     "a poll of the valley › In › most voters want the bridge closed"},
    {"a mind", "in-document", "To Reyes, the bridge is a danger.", "Reyes › To › the bridge is a danger"},
    {"a place", "in-document", "In a hall of the valley, most voters want tea.", ""},
    {"a way", "in-document", "To the port, the bridge is near.", ""},
    {"a poll behind", "in-document-after", "Reyes leads Doe by five points in the latest poll.",
     "the latest poll › in › Reyes leads Doe by five points"},
    {"a hall behind", "in-document-after", "Reyes leads Doe by five points in the latest hall.", ""},
    {"by whom it was asked", "wh-clause", "Reyes was asked by reporters whether the bridge was open.",
     "reporters › was asked › whether the bridge was open"},
    {"an aside before the clause", "that-clause", "Reyes said, among other things, that the bridge was open.",
     "Reyes › said › that the bridge was open"},
    {"and with an aside in it", "that-clause-told", "Reyes told a hall in Calder, Maryshire, that the bridge was open.",
     "Reyes › told › that the bridge was open"},
    {"a question", "that-clause", "Did Reyes say that the bridge was open?", "Reyes › say › that the bridge was open"},
    {"let somebody", "that-clause", "Let the bridge that leaks open again.", ""},
    {"not to", "infinitive", "Reyes vowed not to close the bridge.", "Reyes › vowed › not to close the bridge"},
    {"to have", "infinitive", "Reyes plans to have the bridge closed.", "Reyes › plans › to have the bridge closed"},
    {"being", "gerund", "Reyes denied being the owner.", "Reyes › denied › being the owner"},
    {"being with a verb of its own", "gerund", "The bridge was being closed.", ""},
    {"a participle behind an inverted cue", "that-clause", "“It leaks badly,” said Reyes, adding that the bridge was closed.",
     "Reyes › adding › that the bridge was closed"},
    {"adverbs before the adjective", "adjective-that", "Reyes was not yet sure that the bridge was open.",
     "Reyes › was not yet sure › that the bridge was open"},
    {"an adjective that opens the sentence", "adjective-that", "Confident that the bridge was open, Reyes left.",
     "Reyes › Confident › that the bridge was open"},
    {"an adjective between commas", "adjective-preposition", "Reyes, wary of the plan, left the hall.", "Reyes › wary of › the plan"},
    {"an adjective that tells of no mind", "adjective-preposition", "Reyes, tall and fair, left the hall.", ""},
    {"a verb that looks like a noun", "bare-clause", "Polls there show the bridge is loved.", "Polls there › show › the bridge is loved"},
    {"one in the third person", "bare-clause", "The executive hints Doe would get the bridge.",
     "The executive › hints › Doe would get the bridge"},
    {"a noun that looks like a verb", "bare-clause", "The show the mayor opened was loved.", ""},
    {"that behind told", "that-clause-told", "Reyes told a meeting on Tuesday night that the bridge was open.",
     "Reyes › told › that the bridge was open"},
    {"that of a relative clause", "that-clause-told", "Reyes told a meeting that had come early.", ""},
    {"a name that looks like a modal", "bare-clause", "Will Doe said the bridge was open.", "Will Doe › said › the bridge was open"},
    {"what it drew", "drawn", "The plan drew praise from the union.", "the union › drew praise from › The plan"},
    {"what it drew that is no praise", "drawn", "The plan drew sailors from the port.", ""},
    {"from whom a noun comes", "noun-that", "There were complaints from sailors that the bridge was open.",
     "sailors › were complaints › that the bridge was open"},
    {"the claim and what became of it", "noun-that", "The union's claim that the bridge was open was denied.",
     "The union's › claim › that the bridge was open"},
    {"in the hope", "noun-that", "Reyes waited in the hope that the bridge was open.", "Reyes › in the hope › that the bridge was open"},
    {"given to somebody", "noun-that", "Reyes sent him a warning that the bridge was open.",
     "Reyes › sent him a warning › that the bridge was open"},
    {"to lower", "infinitive", "Reyes promised to lower fares.", "Reyes › promised › to lower fares"},
    {"to a lower one", "infinitive", "Reyes kept to lower fares.", ""},
    {"sure of it, somewhere else", "adjective-that", "Reyes spoke in towns that lie on the coast, sure that the bridge was open.",
     "Reyes › sure › that the bridge was open"},
    {"it went on", "quote-after", "Reyes went on: “It leaks badly.”", "Reyes › went › “It leaks badly.”"},
    {"it was put", "quote-after", "Reyes put it this way: “It leaks badly.”", "Reyes › put it › “It leaks badly.”"},
    {"two passives", "passive-by", "The ban was backed by the council but mocked by bakers.", "the council › was backed › The ban"},
    {"an account", "in-document", "By her own account, the bridge is safe.", "her › account › the bridge is safe"},
    {"a view", "in-document", "In the mayor's view, the bridge is safe.", "the mayor's › view › the bridge is safe"},
    {"a view, in an aside", "in-document", "The bridge, in the mayor's view, is a sieve.", "the mayor's › view › The bridge … is a sieve"},
    {"a port, in an aside", "in-document", "The bridge, in the mayor's port, is a sieve.", ""},
    {"the eyes of somebody", "in-document", "In the eyes of the mayor, the bridge is safe.",
     "the mayor › In the eyes of › the bridge is safe"},
    {"the view of something", "in-document", "In her view of the port, ships are toys.", "her › view › ships are toys"},
    {"a poll's own", "in-document", "In the mayor's poll, most want a bridge.", "the mayor's poll › In › most want a bridge"},
    {"all accounts", "in-document", "By all accounts, the bridge is safe.", ""},
    {"a time before the preposition", "preposition", "The bank warned in June of a slowdown.", "The bank › warned › a slowdown"},
    {"whom they asked is no part of it", "raised", "Voters were asked which party they liked.", ""},
    {"whom they told is no part of it", "raised", "Reyes was told the bridge was open.", ""},
    {"what it was called", "raised", "Reyes was called a fool.", " › was called › Reyes … a fool"},
    {"which they were asked", "relative-question", "Voters were asked which party they liked.",
     " › were asked › which party they liked"},
    {"a quotation that describes", "preposition", "Her mother spoke of a “kind and caring” girl.",
     "Her mother › spoke of › a “kind and caring” girl"},
    {"some worry", "that-clause", "Some worry that the bridge is open.", "Some › worry › that the bridge is open"},
    {"some worry of theirs", "that-clause", "Some worry of hers kept Reyes at home.", ""},
    {"behind a dateline", "clause-before", "CALDER, May 4 (Newswire) — The bridge is open, Reyes said.",
     "Reyes › said › The bridge is open"},
    {"a dash that is none", "clause-before", "Bakers — all of them — left the bridge, Reyes said.",
     "Reyes › said › Bakers — all of them — left the bridge"},
    {"a condition before the clause", "that-clause-told", "Reyes told him that if the port were a house, he would sell it.",
     "Reyes › told › that if the port were a house, he would sell it"},
    {"an aside with a clause before that", "that-clause-told", "Reyes warned him, in a letter he has not read, that the bridge was open.",
     "Reyes › warned › that the bridge was open"},
    {"a clause that goes on behind who said it", "clause-before", "The bridge was sound, the council added, and had passed every test.",
     "the council › added › The bridge was sound … and had passed every test"},
    {"described as", "passive-by", "The raid was described by Reyes as “cowardly.”", "Reyes › was described › The raid … as “cowardly"},
    {"described as, apart", "passive-by", "Described by Reyes as “cowardly,” the raid shook the town.",
     "Reyes › Described › as “cowardly … the raid"},
    {"described as, behind a noun", "passive-by", "A plan described by Reyes as “a waste of money” was dropped.",
     "Reyes › described › A plan … as “a waste of money"},
    {"backed as the council met", "passive-by", "The plan was backed by Reyes as the council met.", "Reyes › was backed › The plan"},
    {"backed as mayor", "passive-by", "The plan was backed by Reyes as mayor.", "Reyes › was backed › The plan"},
    {"quoted by a paper", "passive-by", "Reyes was quoted by the Post as saying the bridge was safe.", ""},
    {"an answer", "quote-before", "“No comment,” was Reyes's only answer.", "Reyes's › answer › “No comment,”"},
    {"a book", "quote-before", "“The Long Bridge” was Reyes's only book.", ""},
    {"whom it was told", "quote-before", "“You are late,” Reyes was told.", " › was told › “You are late,”"},
    {"who told it", "quote-before", "“You are late,” Reyes told.", "Reyes › told › “You are late,”"},
    {"a time before the clause's subject", "that-clause", "Reyes said that during Doe's stay in the town this week, the mayor repeated it.",
     "Reyes › said › that during Doe's stay in the town this week, the mayor repeated it"},
    {"told and whom", "quote-before-inverted", "“It leaks badly,” Ana Reyes, the mayor, told reporters.", ""},
};

}  // namespace

TEST_CASE("contents before their clause, in documents, behind verbs that look like nouns", "[extract]") {
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.name) { CHECK(proposed(row.text, row.construct) == row.want); }
}

}  // namespace onrecord
