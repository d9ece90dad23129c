// Quotations: what belongs to one, where it goes on, and what in marks is none.
#include "extract/kind.h"

#include "catch.h"
#include "extract/extract.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* want;
};

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
    {"all in marks", "“We will appeal to the court,” Ana Reyes said.", "direct: “We will appeal to the court,”"},
    {"some in marks", "Ana Reyes said the bridge was “a sieve in the rain”.", "mixed: the bridge was “a sieve in the rain”"},
    {"one word of a speaker", "Ana Reyes said that the bridge was “dead”.", "mixed: that the bridge was “dead”"},
    {"the title of a programme", "Ana Reyes said on “Harbour Tonight” that the bridge leaks.", "indirect: that the bridge leaks"},
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
    {"more words than a term has", "Ana Reyes hired him to work “for as long as the port is ours” in winter.",
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
    {"behind “Reyes said.” it stands by itself", "“We lost it for good,” Ana Reyes said.\n\n“It will not come back to this town.”",
     "direct: “We lost it for good,” | direct: “It will not come back to this town.”"},
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

constexpr Row kLabels[] = {
    {"a transcript", "REYES: The bridge leaks badly.\n\nDOE: It has leaked for years. Nobody cared.\n\nREYES: We cared about it.",
     "indirect: The bridge leaks badly | indirect: It has leaked for years. Nobody cared | indirect: We cared about it"},
    {"an interview", "Q: Is the bridge safe?\n\nA: No. It leaks badly and it has done so for years.",
     "indirect: Is the bridge safe | indirect: No. It leaks badly and it has done so for years"},
    {"a transcript inside marks", "“REYES: The bridge leaks badly, and nobody cares.\n\n“DOE: It has leaked for years.”",
     "direct: The bridge leaks badly, and nobody cares | direct: It has leaked for years.”"},
    {"a small word and a colon", "The council had three ways out: pay, borrow or close.", ""},
};

constexpr Row kSiblings[] = {
    {"a statement of its own behind a comma",
     "Ana Reyes said that the bridge leaks, and a man at the back yelled, “Close the thing down now!”",
     "indirect: that the bridge leaks | direct: “Close the thing down now!”"},
    {"the same behind but", "Ana Reyes said that the bridge leaks, but added, “It will be open again by the summer.”",
     "indirect: that the bridge leaks | direct: “It will be open again by the summer.”"},
    {"a verb that is no cue", "Ana Reyes said that the bridge leaks, and that the wind and the rain broke it.",
     "indirect: that the bridge leaks, and that the wind and the rain broke it"},
};

}  // namespace

TEST_CASE("what stands in marks is a quotation or a term", "[extract]") {
  for (const Row& row : kKinds)
    DYNAMIC_SECTION(row.name) { CHECK(kinds_of(row.text) == row.want); }
}

TEST_CASE("a quotation goes on", "[extract]") {
  for (const Row& row : kOn)
    DYNAMIC_SECTION(row.name) { CHECK(kinds_of(row.text) == row.want); }
}

TEST_CASE("a sentence introduces a quotation with a colon", "[extract]") {
  for (const Row& row : kColons)
    DYNAMIC_SECTION(row.name) { CHECK(kinds_of(row.text) == row.want); }
}

TEST_CASE("quotations whose cue is turned round", "[extract]") {
  for (const Row& row : kTurned)
    DYNAMIC_SECTION(row.name) { CHECK(kinds_of(row.text) == row.want); }
}

TEST_CASE("a label names whose words its paragraph is", "[extract]") {
  for (const Row& row : kLabels)
    DYNAMIC_SECTION(row.name) { CHECK(kinds_of(row.text) == row.want); }
}

TEST_CASE("what is reported ends before a quotation with its own cue", "[extract]") {
  for (const Row& row : kSiblings)
    DYNAMIC_SECTION(row.name) { CHECK(kinds_of(row.text) == row.want); }
}

}  // namespace onrecord
