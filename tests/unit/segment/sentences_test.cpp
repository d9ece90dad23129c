#include "catch.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

constexpr Row kSentences[] = {
    {"plain", "It rained. It stopped.", "[It rained.][It stopped.]"},
    {"titles end nothing", "Dr. Roe met Sen. Doe. They left.", "[Dr. Roe met Sen. Doe.][They left.]"},
    {"whoever answers is another", "“Whose is it?” He said, “Yours.”", "[“Whose is it?”][He said, “Yours.”]"},
    {"whoever asked goes on", "“Whose is it?” he said, “Yours?”", "[“Whose is it?” he said, “Yours?”]"},
    {"no is a sentence", "Is it No. 4? No. People say so.", "[Is it No. 4?][No.][People say so.]"},
    {"a sum in rupees", "It costs Rs. 6 a day. It cost 5.", "[It costs Rs. 6 a day.][It cost 5.]"},
    {"an abbreviation may end a sentence", "He left at 5 p.m. The hall was dark.", "[He left at 5 p.m.][The hall was dark.]"},
    {"or not", "The U.S. Senate met.", "[The U.S. Senate met.]"},
    {"initials end nothing", "J. R. Doe left.", "[J. R. Doe left.]"},
    {"a stop inside a quotation ends none outside", "\"We lost. It is gone,\" he said. He left.",
     "[\"We lost. It is gone,\" he said.][He left.]"},
    {"a quotation that ends with a stop ends the sentence", "He called it \"a farce.\" Reyes left.",
     "[He called it \"a farce.\"][Reyes left.]"},
    {"a question with its cue behind an apposition", "\"Why?\" Reyes, a baker in the old port of Calder, asked. \"How?\"",
     "[\"Why?\" Reyes, a baker in the old port of Calder, asked.][\"How?\"]"},
    {"a question, and a sentence with a cue far off", "\"Why?\" Reyes, a baker in the old port of Calder, left when Doe asked.",
     "[\"Why?\"][Reyes, a baker in the old port of Calder, left when Doe asked.]"},
    {"a question and who went on", "\"Why?\" Reyes went on. \"How?\"", "[\"Why?\" Reyes went on.][\"How?\"]"},
    {"a question and who shot back", "\"Why?\" Reyes shot back. \"How?\"", "[\"Why?\" Reyes shot back.][\"How?\"]"},
    {"a question and who shot a bird", "\"Why?\" Reyes shot a bird.", "[\"Why?\"][Reyes shot a bird.]"},
    {"a question and who pressed", "\"Why?\" Ana Reyes pressed. \"How?\"", "[\"Why?\" Ana Reyes pressed.][\"How?\"]"},
    {"a question and who nodded", "\"Why?\" Ana Reyes nodded. \"How?\"", "[\"Why?\"][Ana Reyes nodded.][\"How?\"]"},
    {"a question and who pressed a button", "\"Why?\" Ana Reyes pressed a button.", "[\"Why?\"][Ana Reyes pressed a button.]"},
    {"a question and who wanted to know", "\"Why?\" Reyes wanted to know.", "[\"Why?\" Reyes wanted to know.]"},
    {"a question and who wanted to go", "\"Why?\" Reyes wanted to go.", "[\"Why?\"][Reyes wanted to go.]"},
    {"a question with its cue", "\"Why?\" Reyes asked. \"How?\"", "[\"Why?\" Reyes asked.][\"How?\"]"},
    {"a question without one", "He cried \"Why?\" The crowd left.", "[He cried \"Why?\"][The crowd left.]"},
    {"small letters go on", "\"Stop!\" cried the guard.", "[\"Stop!\" cried the guard.]"},
    {"brackets", "It leaks (badly.) He left.", "[It leaks (badly.)][He left.]"},
    {"ellipsis goes on before a small letter", "It was ... fine. Yes.", "[It was ... fine.][Yes.]"},
    {"missing space before a quotation", "\"It leaks,\" said Doe.\"It is old.\"", "[\"It leaks,\" said Doe.][\"It is old.\"]"},
    {"a mark behind a stop that opens nothing", "\"It leaks. Doe said.\" He left.", "[\"It leaks. Doe said.\"][He left.]"},
    {"missing space", "It is over.The end.", "[It is over.][The end.]"},
    {"a full stop and a bare cue", "\"It will hold.\" Reyes said. She left.", "[\"It will hold.\" Reyes said.][She left.]"},
    {"a full stop and a cue with words of its own", "\"It will hold.\" Reyes said so.", "[\"It will hold.\"][Reyes said so.]"},
    {"decimal numbers", "It cost 3.5 million. Yes.", "[It cost 3.5 million.][Yes.]"},
};

TEST_CASE("sentences keep quotations whole", "[segment]") { test::check(kSentences, test::segmented(test::sentences)); }

TEST_CASE("the insides of quotations have sentences of their own", "[segment]") {
  const Article article = test::paragraphs("\"We lost. It is gone,\" he said.");
  Document doc;
  segment(article, doc);
  REQUIRE(doc.inner.size() == 2);
  CHECK(doc.words(doc.inner[0].first) == "We");
  CHECK(doc.words(doc.inner[1].first) == "It");
}

TEST_CASE("an endless sentence is cut, so that no stage looks too far", "[segment]") {
  std::string text = "It is";
  for (int i = 0; i < 5000; ++i) text += " so very much";
  const Article article = test::paragraphs(text);
  Document doc;
  segment(article, doc);
  CHECK(doc.sentences.size() > 10);
  std::uint32_t next = 0;
  for (const Sentence& s : doc.sentences) {
    CHECK(s.first == next);
    CHECK(s.last - s.first <= 600);
    next = s.last;
  }
  CHECK(next == doc.tokens.size());
}

}  // namespace
}  // namespace onrecord
