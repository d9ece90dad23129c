#include "catch.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

constexpr Row kTokens[] = {
    {"words and stops", "The ferry sank.", "The ferry sank ."},
    {"a hyphen stays inside", "a 54-year-old co-founder", "a 54-year-old co-founder"},
    {"a dash does not", "late -- very - late", "late -- very - late"},
    {"clitics behind an abbreviation", "Calder D.C.’s port and the U.S.'s.", "Calder D.C. ’s port and the U.S. 's ."},
    {"a single mark behind a stop", "She said: ‘It leaks.’ So it does.", "She said : ‘ It leaks . ’ So it does ."},
    {"clitics are cut", "He didn't say it's Reyes's.", "He did n't say it 's Reyes 's ."},
    {"curly apostrophes too", "They’re sure she’ll win", "They ’re sure she ’ll win"},
    {"a name's apostrophe stays", "Mr. O'Hara met D’Souza", "Mr. O'Hara met D’Souza"},
    {"abbreviations keep their period", "Sen. Doe met Dr. Roe in the U.N. hall", "Sen. Doe met Dr. Roe in the U.N. hall"},
    {"hyphenated abbreviation", "then-Sen. Doe", "then-Sen. Doe"},
    {"initials", "J. R. Doe", "J. R. Doe"},
    {"an ordinary word does not", "It was a hen. Doe left", "It was a hen . Doe left"},
    {"missing space after a stop", "It is over.The end", "It is over . The end"},
    {"a decimal without its nought", "a .22-calibre rifle", "a .22-calibre rifle"},
    {"a stop before a number", "It sank. 5 left. It sank .5 left", "It sank . 5 left . It sank .5 left"},
    {"a stop before a number with no blank", "It sank.5 left", "It sank . 5 left"},
    {"a degree", "Doe has a Ph.D. in law", "Doe has a Ph.D. in law"},
    {"no degree", "She met Bo.I left", "She met Bo . I left"},
    {"a stock's code", "Harbour Lines (HBLX.O) left", "Harbour Lines ( HBLX.O ) left"},
    {"missing space behind capitals", "It is in (the UN.It left)", "It is in ( the UN . It left )"},
    {"a web name stays whole", "from Harbour.com today", "from Harbour.com today"},
    {"numbers", "$1,250.50 at 9:30 p.m.", "$ 1,250.50 at 9:30 p.m."},
    {"handles and tags", "@harbour said #ferry", "@harbour said #ferry"},
    {"two apostrophes are one mark", "''Yes,'' she said", "'' Yes , '' she said"},
    {"accents", "Señor Łukasz said «non»", "Señor Łukasz said « non »"},
    {"a decade's apostrophe", "in the '90s", "in the '90s"},
    {"initials behind a hyphen", "Reyes (D-N.Y.) left.", "Reyes ( D-N.Y. ) left ."},
    {"a word that a line's end breaks", "The com-\nmittee met in Har-\r\n  bour's hall", "The committee met in Harbour 's hall"},
    {"a compound at a line's end keeps its hyphen", "a state-\nowned bridge", "a state-owned bridge"},
    {"a capital in the next line begins a word", "the road Dover-\nCalais", "the road Dover - Calais"},
    {"a dash at a line's end breaks no word", "the road was long -\nand steep", "the road was long - and steep"},
    {"a lost letter", "Mu\uFFFDoz left", "Mu\uFFFDoz left"},
    {"a lost space", "Sen.\uFFFDReyes told\uFFFDTom", "Sen. Reyes told Tom"},
    {"marks read in the wrong encoding", "â€œItâ€™s late,â€\u009D she said â€“ and left.â€", "“ It ’s late , ” she said — and left . ”"},
    {"letters read in the wrong encoding", "MuÃ±oz left.", "MuÃ±oz left ."},
    {"letters that look like it", "Mâ left â late.", "Mâ left â late ."},
    {"marks as a page writes them", "&quot;Late,&quot; she &amp; he said.", "\" Late , \" she & amp ; he said ."},
    {"two marks for one", "\"\"Yes,\"\" she said", "\"\" Yes , \"\" she said"},
    {"two marks for two", "6'2\"\"long and \"\" here", "6 ' 2 \" \" long and \" \" here"},
    {"ellipsis", "Well... maybe…", "Well ... maybe …"},
    {"an abbreviation in small letters", "The town vs. the port is late. No end is seen", "The town vs. the port is late . No end is seen"},
    {"one by its capital", "She is No. 10 of them and he said no. Others left", "She is No. 10 of them and he said no . Others left"},
    {"marks side by side", "the ferry [old]; (late)!? It cost $5, \"they\" say", "the ferry [ old ] ; ( late ) ! ? It cost $ 5 , \" they \" say"},
    {"a mark ends the text", "so the ferry is late, \"Calder\"", "so the ferry is late , \" Calder \""},
    {"more letters than are seen at once", "an antidisestablishmentarianismist-led ferry left", "an antidisestablishmentarianismist-led ferry left"},
};

TEST_CASE("tokens", "[segment]") { test::check(kTokens, test::segmented(test::tokens)); }

TEST_CASE("every token slices back and none overlaps the one before", "[segment]") {
  for (const Row& row : kTokens) {
    const Article article = test::paragraphs(row.text);
    Document doc;
    segment(article, doc);
    std::uint32_t last = 0;
    for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
      CHECK(doc.tokens.begin[t] >= last);
      CHECK(doc.tokens.end[t] > doc.tokens.begin[t]);
      CHECK(doc.tokens.end[t] <= article.text.size());
      last = doc.tokens.end[t];
    }
  }
}

}  // namespace
}  // namespace onrecord
