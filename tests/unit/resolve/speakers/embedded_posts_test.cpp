// Embedded posts are statements by their authors.
#include <string>
#include <vector>

#include "catch.h"
#include "onrecord/extract.h"

using namespace onrecord;

namespace {

const std::string kBefore =
    "<p>The council put off the opening of the bridge on Monday, for the third time in a year, to nobody's surprise.</p>";
const std::string kAfter =
    "<p>Boatmen on the quay were less patient, and the ferry went on crossing the sound in the rain all day long.</p>";

// "speaker|words|said_on|within" of each statement.
std::vector<std::string> rows(const std::string& post) {
  const auto article = read_article("a.html", "<html><body><h1>Bridge shut</h1>" + kBefore + post + kAfter + "</body></html>", {});
  REQUIRE(article);
  Extractor extractor;
  std::vector<std::string> out;
  for (const Statement& s : extractor.extract(*article)) {
    std::string words;
    for (const Span& span : s.content) words += (words.empty() ? "" : " ") + std::string(slice(article->text, span));
    out.push_back((s.speaker ? s.speaker->name : "?") + "|" + words + "|" + s.said_on + "|" + std::to_string(s.within));
  }
  return out;
}

}  // namespace

TEST_CASE("an embedded post is a statement by its author", "[resolve]") {
  CHECK(rows("<blockquote class='twitter-tweet'><p>Rust never sleeps, and neither do we.</p>&mdash; Ana Reyes (@areyes) <a href='#'>March "
             "4, 2024</a></blockquote>") == std::vector<std::string>{"Ana Reyes|Rust never sleeps, and neither do we.|2024-03-04|-1"});
  // A title is no part of the name; an account's own name is.
  CHECK(rows("<blockquote class='twitter-tweet'><p>Rust never sleeps.</p>&mdash; Gov. Ana Reyes (@areyes) March 4, 2024</blockquote>") ==
        std::vector<std::string>{"Ana Reyes|Rust never sleeps.|2024-03-04|-1"});
  CHECK(rows("<blockquote class='twitter-tweet'><p>Rust never sleeps.</p>&mdash; Captain Rust (@rust) March 4, 2024</blockquote>") ==
        std::vector<std::string>{"Captain Rust|Rust never sleeps.|2024-03-04|-1"});
  // What the post says that somebody said is nested in it.
  const auto nested = rows(
      "<blockquote class='twitter-tweet'><p>Kath Pell said that the bridge would open in June.</p>&mdash; Ana Reyes (@areyes) March 4, "
      "2024</blockquote>");
  REQUIRE(nested.size() == 2);
  CHECK(nested[0] == "Ana Reyes|Kath Pell said that the bridge would open in June.|2024-03-04|-1");
  CHECK(nested[1].starts_with("Kath Pell|that the bridge would open in June"));
  CHECK(nested[1].ends_with("|0"));
  // Who says "I" in it wrote it; who says so inside a quotation did not.
  const auto first_person = rows(
      "<blockquote class='twitter-tweet'><p>I hope that it opens in June. Kath Pell said: \"I told them that it leaks.\"</p>&mdash; "
      "Ana Reyes (@areyes) "
      "March 4, 2024</blockquote>");
  REQUIRE(first_person.size() == 4);
  CHECK(first_person[1] == "Ana Reyes|that it opens in June||0");
  CHECK(first_person[2].starts_with("Kath Pell|"));
  CHECK(first_person[3].starts_with("Kath Pell|that it leaks"));
  // Near misses: a post that nobody signed; a block quote that is no post.
  CHECK(rows("<blockquote class='twitter-tweet'><p>Rust never sleeps, and neither do we.</p></blockquote>").empty());
  CHECK(rows("<blockquote><p>Rust never sleeps, and neither do we.</p></blockquote>").empty());
}

TEST_CASE("a signed quotation is its signer's, with the role beside the name", "[resolve]") {
  const auto article = read_article(
      "a.txt",
      "Ferries go electric\n\nSOLVANE – “We are proud to lead the way,” said Marta Quill, head of the line.\n\n"
      "“Ole Berg told me that they were quiet.”\n– Peder Holm, Chair, Dockworkers’ Union\n\nThe first of them will cross in the spring.\n",
      {});
  REQUIRE(article);
  Extractor extractor;
  const auto statements = extractor.extract(*article);
  REQUIRE(statements.size() == 3);
  CHECK(statements[0].speaker->name == "Marta Quill");
  CHECK(statements[1].speaker->name == "Peder Holm");
  CHECK(statements[1].speaker->role == "Chair, Dockworkers’ Union");
  CHECK(statements[1].rule == "signed-quote");
  CHECK(slice(article->text, statements[1].mention) == "Peder Holm");
  CHECK(statements[2].within == 1);
}
