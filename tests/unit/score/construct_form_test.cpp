#include "score/construct_form.h"

#include "catch.h"

using namespace onrecord;

namespace {

// The form of `text` whose parts are marked: {s source}, {v cue}, {c content}.
std::string form(std::string_view marked) {
  std::string text;
  ScoredRow row;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '{') {
      text += marked[i];
      continue;
    }
    const std::size_t end = marked.find('}', i);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += marked.substr(i + 3, end - i - 3);
    (marked[i + 1] == 's'   ? row.mention
     : marked[i + 1] == 'v' ? row.cue
                            : row.content)
        .push_back({begin, static_cast<std::uint32_t>(text.size())});
    i = end;
  }
  return construct_form(text, row);
}

}  // namespace

TEST_CASE("how an attribution is written", "[score]") {
  CHECK(form("{s Ana Reyes} {v said} {c that it leaks}.") == "source, cue, that");
  CHECK(form("{s Ana Reyes} {v vowed} {c to close it}.") == "source, cue, to");
  CHECK(form("{s Ana Reyes} {v asked} {c Whether it leaks}.") == "source, cue, question");
  CHECK(form("{s Ana Reyes} {v criticised} {c the plan}.") == "source, cue, words");
  CHECK(form("{s Ana Reyes} {v said}: {c “It leaks.”}") == "source, cue, quote");
  CHECK(form("{c “It leaks,”} {v said} {s Ana Reyes}.") == "quote, cue, source");
  CHECK(form("{c \"It leaks,\"} {s Ana Reyes} {v said}. {c \"Still.\"}") == "quote, source, cue");
  CHECK(form("{c It leaks}, {s Ana Reyes} {v said}.") == "words, source, cue");
  CHECK(form("{c That much}, {s Ana Reyes} {v said}, is true.") == "words, source, cue");  // only what follows a cue is opened by it
  CHECK(form("It is {v feared} {c that it leaks}.") == "cue, that");
  CHECK(form("{v According to} {s Ana Reyes}, {c it leaks}.") == "according to");
  CHECK(form("{s Ana Reyes}: {c it leaks}") == "no cue");
  CHECK(form("{s Ana Reyes} {v said}.") == "no cue");
}
