#include "extract/tag/tagger.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "extract/tag/mend_tags.h"
#include "extract/tag/tag_rules.h"
#include "ingest/read.h"
#include "lexicon/lexicon.h"
#include "lexicon/tags.h"

using namespace onrecord;

namespace {

// A look where none is worth while changes nothing.
void check_every_look(const Document& tagged) {
  Document doc = tagged;
  tag_without_context(doc);
  apply_tag_rules(TagRules::built_in(), doc);
  mend_tags(doc, true);
  CHECK(std::string(doc.tokens.tag.begin(), doc.tokens.tag.end()) == std::string(tagged.tokens.tag.begin(), tagged.tokens.tag.end()));
}

// The tags of a text's tokens, a space between blocks.
std::string tags_of(const std::string& text) {
  auto article = read_article("test", text, {});
  REQUIRE(article);
  Document doc;
  segment(*article, doc);
  tag_tokens(doc);
  check_every_look(doc);
  std::string out;
  for (const TokenBlock& block : doc.blocks) {
    if (!out.empty()) out += ' ';
    out.append(doc.tokens.tag.begin() + block.first, doc.tokens.tag.begin() + block.last);
  }
  return out;
}

// One sentence as an article of its own, in a body that gives it company.
std::string tags_in_body(const std::string& sentence) {
  const std::string company = "The council met on Monday.";
  const std::string all = tags_of(company + "\n\n" + sentence + "\n\n" + company + "\n");
  const std::size_t first = all.find(' '), last = all.rfind(' ');
  REQUIRE(first != last);
  return all.substr(first + 1, last - first - 1);
}

struct Row {
  const char* sentence;
  const char* want;
};

constexpr Row kRows[] = {
    // noun or verb
    {"The ministry plans to report the claims.", "DnztvDm."},
    {"The accused, Peter Doe, told the court no.", "Dn,NN,dDnu."},
    {"“It is late,” added forward Ana Reyes.", "<Pzj,>dnNN."},
    {"The council met, with one baker warning it leaks.", "Dnd,i#ngPz."},
    {"The council met, with one storm warning it had.", "Dnd,i#nnPd."},
    {"A judge scolded a company accused of dumping waste.", "DndDneign."},
    {"A judge scolded a company and accused it of dumping waste.", "DndDncdPign."},
    {"She regrets her remark that bakers “should stick to bread”.", "PzOnim<hvin>."},
    {"She regrets the remark that bakers made.", "PzDnWmd."},
    {"He made a pledge that Reyes has called “mad”.", "PdDnWNze<j>."},
    {"He made a claim that Reyes called the police.", "PdDniNdDn."},
    {"Reyes accused, in a letter, the mayor of neglect.", "Nd,iDn,Dnin."},
    {"The mayor, however, appealed to the council.", "Dn,r,diDn."},
    {"The mayor, however, backed by the council, left.", "Dn,r,eiDn,d."},
    {"A clip captioned “It leaks” was seen.", "Dne<Pz>de."},
    {"A baker captioned “It leaks” for a friend.", "Dnd<Pz>iDn."},
    {"The plans were in the report.", "DmdiDn."},
    {"He claims that the plans failed.", "PziDmd."},
    {"Her claims were false.", "Omdj."},
    {"They report a loss.", "PpDn."},
    {"Three states voted.", "#md."},
    {"The mayor wants to question the vote.", "DnztvDn."},
    {"The question was about the vote.", "DndiDn."},
    {"Voters will judge the offer.", "mhvDn."},
    {"The judge refused the offer.", "DndDn."},
    // past or participle
    {"The minister criticised the plan.", "DndDn."},
    {"The plan was criticised by the minister.", "DndeiDn."},
    {"The committee had rejected the bill.", "DndeDn."},
    {"The committee rejected the bill.", "DndDn."},
    {"He has been told to leave.", "Pzeetv."},
    {"She told them to leave.", "PdPtv."},
    {"She has not said why.", "Pzrew."},
    {"She said nothing.", "Pdn."},
    {"An inquest in Calder heard that it leaks.", "DniNdiPz."},
    {"Evidence heard that day was new.", "neDndj."},
    {"Reyes, the head of the port, charged that it leaks.", "N,DniDn,diPz."},
    {"Lynch calls it a lie.", "NzPDn."},
    {"The minister expressed hope that it would shut.", "DndniPhv."},
    {"Lynch him and it leaks.", "vPcPz."},
    {"Marta talks about a new bridge.", "NziDjn."},
    {"Marta's talks about a new bridge failed.", "N'miDjnd."},
    {"The board fears that closures could harm the town.", "DnzimhvDn."},
    {"The men whose homes he owns can leave.", "DmWmPzhv."},
    // adjectives that stand for people
    {"One academic said it.", "#ndP."},
    {"Green accepts it.", "NzP."},
    {"Wary voters left.", "jmd."},
    {"The report by the union claims firms have left.", "DniDnzmpe."},
    {"The council dismissed those calls.", "DndDm."},
    // base or present
    {"We want to help.", "Pptv."},
    {"They think he should go.", "PpPhv."},
    {"They did not think so.", "Pdrvr."},
    {"I do not believe it.", "PprvP."},
    {"She did support the plan.", "PdvDn."},
    {"I believe it.", "PpP."},
    // that
    {"She said that the school would close.", "PdiDnhv."},
    {"The school that closed was small.", "DnWddj."},
    {"There were fears that businesses would leave.", "xdmimhv."},
    {"The claims that Marta made were false.", "DmWNddj."},
    {"She liked that school.", "PdDn."},
    {"That school was small.", "Dndj."},
    // quantities and "those" that stand for people
    {"Many of them left.", "DiPd."},
    {"Many voters left.", "jmd."},
    {"Those opposing the plan left.", "PgDnd."},
    {"Those voters left.", "Dmd."},
    // 's
    {"The mayor's office declined to comment.", "Dn'ndtv."},
    {"He's wrong.", "Pzj."},
    {"That's a lie.", "DzDn."},
    // to
    {"She went to the office.", "PdiDn."},
    {"She refused to speak to the court.", "PdtviDn."},
    // capitals
    {"Critics said the mayor lied.", "mdDnd."},
    {"Marta Reyes said Mr Oduya lied.", "NNdNNd."},
    {"The bridge was closed, Will said.", "Dnde,Nd."},
    {"The bridge will shut, Marta said.", "Dnhv,Nd."},
    {"Chilean officials met in Santiago.", "jmdiN."},
    // small words inside names
    {"Marta de Souza said it was late.", "NNNdPdj."},
    {"Mayor Luis de los Santos rejected it.", "NNNNNdP."},
    {"Osama al-Rashid denied it.", "NNdP."},
    {"De Rossi said it was late.", "NNdPdj."},
    // a clause behind who said so, or whom somebody told
    {"The gate, he said, steps in when it rains.", "Dn,Pd,ziwPz."},
    {"The gate, he said, steps and walls leak.", "Dn,Pd,mcmp."},
    {"The storm cost the town boats.", "DndDnm."},
    {"The cost of the port rose.", "DniDnd."},
    {"Marta told me the water reached his knees.", "NdPDndOm."},
    {"Marta told me the story printed in May.", "NdPDneiN."},
    // unknown words
    {"The blorftist said it was zinquable.", "DndPdj."},
    {"A 54-year-old co-founder resigned.", "Djnd."},
    {"They met in the 1990s.", "PdiDm."},
    // marks
    {"\"We lost,\" she said.", "<Pd,>Pd."},
    {"The report states that sales fell.", "Dnzimd."},
    {"The voters' anger (and fear) grew; prices, too: 5% more - or less.", "Dm'n(cn)d;m,r:#nk-ck."},
};

}  // namespace

TEST_CASE("sentences and their tags", "[tagger]") {
  for (const Row& row : kRows)
    DYNAMIC_SECTION(row.sentence) { CHECK(tags_in_body(row.sentence) == row.want); }
}

TEST_CASE("no look goes beyond the last word of a text", "[tagger]") {
  CHECK(tags_of("The council met on Monday.\n\nMarta Reyes, a baker, taken") == "DndiN. NN,Dn,e");
}

TEST_CASE("the article tells whether a capital at a sentence's start means anything", "[tagger]") {
  // "Hope" is a person in the first article; in the second the word is small elsewhere, so the capital says nothing.
  CHECK(tags_of("The council met on Monday.\n\nHope said no. The council met Hope on Monday.\n").substr(7, 1) == "N");
  CHECK(tags_of("The council met on Monday.\n\nHope died. The council had hope on Monday.\n").substr(7, 1) != "N");
}

TEST_CASE("what an article writes small says nothing about any other word", "[tagger]") {
  // Words whose ids are a power of two apart: none of them may share a place with "Hope".
  const std::uint32_t hope = look_up("hope").id;
  for (std::uint32_t apart = 1024; apart < word_count(); apart *= 2) {
    const std::string other(spelling((hope + apart) % word_count()));
    CAPTURE(other);
    CHECK(tags_of("The council met " + other + ".\n\nHope said no. The council met Hope on Monday.\n").find(" N") != std::string::npos);
  }
}

TEST_CASE("every token has a tag, whatever the text", "[tagger]") {
  for (const char* text : {"", " ", "\"", "''", "'", "\"\"\"\"\"\"", "(((((", "a", "A", "THE MAYOR SAID NO.", "\u2026",
                           "\xF0\x9F\x98\x80 said",
                           "x\n\n\"y\n\nz", "'s 's 's", "n't", "to to to to", "that that that that", "The mayor called the",
                           "What the mayor called", "The mayor, worried"}) {
    auto article = read_article("test", std::string(text) + "\n\nThe council met.\n", {});
    if (!article) continue;
    Document doc;
    segment(*article, doc);
    tag_tokens(doc);
    for (const char tag : doc.tokens.tag)
      CHECK(std::string_view("nmNMvdegpzhjkritDPO'c#WwxRu,.:;-()<>*").find(tag) != std::string_view::npos);
  }
}

TEST_CASE("quotation marks open and close as they are paired; a lone one is another mark", "[tagger]") {
  CHECK(tags_in_body("He called it \u201Ca farce\u201D on Monday.") == "PdP<Dn>iN.");
  CHECK(tags_in_body("He is 6' tall.") == "Pz#*j.");
}

TEST_CASE("news is tagged alike whether or not every look is taken", "[tagger]") {
  int articles = 0;
  for (const auto& entry : std::filesystem::directory_iterator(ONRECORD_SOURCE_DIR "/fixtures/articles")) {
    if (entry.path().extension() != ".txt") continue;
    ++articles;
    INFO(entry.path().filename().string());
    std::ifstream file(entry.path());
    (void)tags_of({std::istreambuf_iterator<char>(file), {}});  // which holds the one against the other
  }
  CHECK(articles > 0);
}
