#include "export/json.h"

#include <limits>
#include <string>

#include "catch.h"

using namespace onrecord;

namespace {

template <typename Put>
std::string written(std::size_t room, Put put) {
  std::string out(room, '?');
  out.resize(static_cast<std::size_t>(put(out.data()) - out.data()));
  return out;
}

std::string string_of(std::string_view text) {
  return written(json_room(text.size()), [&](char* to) { return put_string(to, text); });
}

}  // namespace

TEST_CASE("a JSON string", "[export]") {
  struct Row { const char* name; std::string text; std::string want; };
  const Row rows[] = {
      {"plain", "The bridge will open", "\"The bridge will open\""},
      {"empty", "", "\"\""},
      {"quotation marks", "\"No,\" she said", R"("\"No,\" she said")"},
      {"backslash", R"(C:\news)", R"("C:\\news")"},
      {"line ends and tabs", "a\r\n\tb", R"("a\r\n\tb")"},
      {"other control characters", std::string("a\0b\x1b\x7f", 5), "\"a\\u0000b\\u001b\x7f\""},
      {"curly marks stay", "“Non,” dit-elle", "\"“Non,” dit-elle\""},
      {"beyond the basic plane", "😀", "\"😀\""},
  };
  for (const Row& row : rows)
    DYNAMIC_SECTION(row.name) { CHECK(string_of(row.text) == row.want); }
}

TEST_CASE("a mark is escaped wherever in the text it stands", "[export]") {
  for (std::size_t size = 1; size < 40; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = '"';
      std::string want(size + 1, 'x');
      want[at] = '\\';
      want[at + 1] = '"';
      CHECK(string_of(text) == '"' + want + '"');
    }
}

TEST_CASE("the longest escape of every byte fits the room", "[export]") {
  const std::string text(1000, '\x01');
  CHECK(string_of(text).size() == 6002);
}

TEST_CASE("a share has two decimals at most", "[export]") {
  struct Row { float share; const char* want; };
  static constexpr Row kRows[] = {{0, "0"}, {1, "1"}, {0.9F, "0.9"}, {0.97F, "0.97"}, {0.05F, "0.05"}, {0.999F, "1"},
                                  {0.004F, "0"}, {1.5F, "1"}, {-1, "0"}};
  for (const Row& row : kRows) CHECK(written(16, [&](char* to) { return put_share(to, row.share); }) == row.want);
}

TEST_CASE("nothing is null", "[export]") {
  CHECK(written(32, [](char* to) { return put_string_or_null(to, ""); }) == "null");
  CHECK(written(32, [](char* to) { return put_string_or_null(to, "a"); }) == "\"a\"");
  CHECK(written(32, [](char* to) { return put_number(to, std::numeric_limits<std::uint32_t>::max()); }) == "4294967295");
}
