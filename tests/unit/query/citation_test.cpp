// A statement as people cite it, and a link to its words.
#include "catch.h"
#include "query/record_of_four.h"

using namespace onrecord;

TEST_CASE("a citation says who, what, where and when", "[query]") {
  Record record = record_of_four();
  Row row = rows_of(record, "id:s1")[0];
  CHECK(cite(row) ==
        "“The bridge will open,” Ana Reyes, transport chief, said on 3 March 2026 (Harbour Post, “Title of bridge.txt”, 4 March 2026).");
  row.url = "https://example.org/bridge#top";
  CHECK(link_to_words(row) == "https://example.org/bridge#:~:text=The%20bridge%20will%20open");
  Row negated = rows_of(record, "negated:yes")[0];
  CHECK(cite(negated).find("is reported not to have said") != std::string::npos);
  row.url = "javascript:alert(1)";
  CHECK(link_to_words(row).empty());
}

TEST_CASE("a link finds the words on the page, whole or by their ends", "[query]") {
  Row row;
  row.url = "https://example.org/a";
  const auto link = [&](const char* words, std::int64_t length) {
    row.words = words;
    row.start = 10;
    row.end = 10 + length;
    return link_to_words(row);
  };
  CHECK(link("“It is safe,”", 13) == "https://example.org/a#:~:text=It%20is%20safe");
  // In two pieces: what lies between them stands on the page, not in the words.
  CHECK(link("“It is safe now, for all I know,” “and not before.”", 80) ==
        "https://example.org/a#:~:text=It%20is%20safe%20now%2C,%E2%80%9Cand%20not%20before.");
  CHECK(link("It was safe then and then\n\nit was not safe again", 48) ==
        "https://example.org/a#:~:text=It%20was%20safe%20then,was%20not%20safe%20again");
  row.url.clear();
  CHECK(link("“It is safe,”", 13).empty());
}

TEST_CASE("a citation keeps the marks that the words end with", "[query]") {
  Row row;
  row.speaker = "Ana Reyes";
  row.kind = StatementKind::Direct;
  const auto cited = [&](const char* words) {
    row.words = words;
    return cite(row);
  };
  CHECK(cited("“It is safe.”") == "“It is safe,” Ana Reyes said.");
  CHECK(cited("“Is it safe?”") == "“Is it safe?” Ana Reyes said.");
  CHECK(cited("“Safe!”") == "“Safe!” Ana Reyes said.");
  CHECK(cited("“I wonder …”") == "“I wonder …” Ana Reyes said.");
  CHECK(cited("\"It is safe,\"") == "“It is safe,” Ana Reyes said.");
}
