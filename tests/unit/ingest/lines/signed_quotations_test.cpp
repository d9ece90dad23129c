#include "ingest/lines/signed_quotations.h"

#include <string>

#include "catch.h"
#include "ingest/dump.h"
#include "ingest/read.h"

using namespace onrecord;

namespace {

const std::string kLead =
    "Ferries go electric\n\nSOLVANE – The council ordered three electric ferries on Monday, to nobody's surprise.\n\n";
const std::string kEnd = "\n\nThe first of them will cross the sound in the spring of next year.\n";

// The blocks between lead and end.
std::string between(const std::string& text) {
  const auto article = read_article("report.txt", kLead + text + kEnd, {});
  REQUIRE(article);
  std::string out = test::dump_blocks(*article);
  const std::string last = "p|The first of them will cross the sound in the spring of next year.\n";
  REQUIRE(out.ends_with(last));
  out.erase(out.size() - last.size());
  return out.substr(out.find("surprise.\n") + 10);
}

struct Row {
  const char* name;
  const char* text;
  const char* want;
};

constexpr Row kRows[] = {
  {"a post", "We sail at dawn. Do not wait.\n\n— Ida Holm (@idaholm) March 3, 2019",
   "post[Ida Holm]|We sail at dawn. Do not wait.\nsignature|— Ida Holm (@idaholm) March 3, 2019\n"},
  {"a post on one line", "Nobody told us — not one — of it. — Calder Ferries (@calderferries) 4 March 2019",
   "post[Calder Ferries]|Nobody told us — not one — of it.\nsignature|— Calder Ferries (@calderferries) 4 March 2019\n"},
  {"no post", "The council met the mayor — Ida Holm (@idaholm) left it in 2019",
   "heading|The council met the mayor — Ida Holm (@idaholm) left it in 2019\n"},
  {"a line below", "“Quiet ships are all we asked for.”\n– Peder Holm, Chair, Dockworkers’ Union",
   "quote[Peder Holm]|“Quiet ships are all we asked for.”\nsignature|– Peder Holm, Chair, Dockworkers’ Union\n"},
  {"a paragraph below", "\"Quiet ships are all we asked for.\"\n\n-- Dr. Peder Holm (Dockworkers' Union)",
   "quote[Peder Holm]|\"Quiet ships are all we asked for.\"\nsignature|-- Dr. Peder Holm (Dockworkers' Union)\n"},
  {"a line with a stop", "“Quiet ships are all we asked for.”\n\n- Peder Holm.",
   "quote[Peder Holm]|“Quiet ships are all we asked for.”\nsignature|- Peder Holm.\n"},
  {"behind the words", "“Quiet ships are all we asked for.” — Peder Holm, Chair",
   "quote[Peder Holm]|“Quiet ships are all we asked for.”\nsignature|— Peder Holm, Chair\n"},
  {"single marks", "‘It’s the quietest ship I’ve sailed in.’\n— Capt. Ole Berg",
   "quote[Ole Berg]|‘It’s the quietest ship I’ve sailed in.’\nsignature|— Capt. Ole Berg\n"},
  {"over two paragraphs", "“One day I will sail in her.\n\n“And then I will write about it.”\n\n– Professor Ana Lund",
   "quote[Ana Lund]|“One day I will sail in her.\nquote[Ana Lund]|“And then I will write about it.”\nsignature|– Professor Ana Lund\n"},
};

// Near misses: nothing is signed.
constexpr Row kNone[] = {
  {"a dash, then who said it", "“Quiet ships are all we asked for.” – Peder Holm said so on Monday.", ""},
  {"dashes around a cue", "\"We won the order,\" - he said - \"and we are glad.\"", ""},
  {"a paragraph that is partly quoted", "“We won the order,” the chair of the union said.\n\n– Peder Holm, Chair", ""},
  {"two quotations", "“We won the order,” he said. “We are glad.” – Peder Holm", ""},
  {"a name without a dash", "“Quiet ships are all we asked for.”\n\nPeder Holm", ""},
  {"a sentence below", "“Quiet ships are all we asked for.”\n\n– Peder Holm left the hall.", ""},
  {"a paper's name", "“Quiet ships are all we asked for.”\n\n– Harbour Post", ""},
};

}  // namespace

TEST_CASE("signed quotations", "[ingest]") {
  for (const Row& row : kRows) DYNAMIC_SECTION(row.name) { CHECK(between(row.text) == row.want); }
}

TEST_CASE("what is not a signature leaves a quotation as it was", "[ingest]") {
  for (const Row& row : kNone) DYNAMIC_SECTION(row.name) { CHECK(between(row.text).find('[') == std::string::npos); }
  // The name under an article's last words is its writer's.
  const auto article = read_article("report.txt", kLead + "“Quiet ships are all we asked for.”\n\n– Ana Reyes", {});
  REQUIRE(article);
  CHECK(test::dump_blocks(*article).find('[') == std::string::npos);
}

TEST_CASE("a page signs its block quotes in its own ways", "[ingest]") {
  const std::string p =
      "<p>The council ordered three electric ferries on Monday, and nobody on the quay was in the least surprised by that.</p>";
  const auto read = [&](const std::string& quote) {
    const auto article = read_article("a.html", "<html><body><h1>Ferries go electric</h1>" + p + quote + p + "</body></html>", {});
    REQUIRE(article);
    return test::dump_blocks(*article);
  };
  const std::string want = "quote[Peder Holm]|Quiet ships are what we asked for.\nsignature|";
  CHECK(read("<blockquote><p>Quiet ships are what we asked for.</p><cite>Peder Holm, Chair</cite></blockquote>")
            .find(want + "Peder Holm, Chair\n") != std::string::npos);
  CHECK(read("<blockquote><p>Quiet ships are what we asked for.</p><footer>— Peder Holm</footer></blockquote>")
            .find(want + "— Peder Holm\n") != std::string::npos);
  // Near miss: nobody signs.
  CHECK(read("<blockquote><p>Quiet ships are what we asked for.</p><p>And cheap ones.</p></blockquote>").find('[') == std::string::npos);
}
