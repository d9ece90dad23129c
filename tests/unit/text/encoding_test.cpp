#include "text/encoding.h"

#include "catch.h"

using namespace onrecord;
using namespace std::string_literals;

namespace {

// "encoding|text", or "refused: message".
std::string dump(const std::string& bytes, std::string_view declared = "", DecodeMode mode = DecodeMode::Strict) {
  const auto decoded = decode_text(bytes, declared, mode);
  return decoded ? decoded->encoding + "|" + decoded->text : "refused: " + decoded.error().message;
}

std::string utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

}  // namespace

TEST_CASE("encodings are told apart", "[text]") {
  CHECK(dump("Plain words.\r\n") == "UTF-8|Plain words.\r\n");
  CHECK(dump("“Café”, she said") == "UTF-8|“Café”, she said");
  CHECK(dump("\xEF\xBB\xBFThe bridge") == "UTF-8|The bridge");
  CHECK(dump("\xFF\xFE" + utf16(u"“Café” \U0001F600", true)) == "UTF-16LE|“Café” 😀");
  CHECK(dump("\xFE\xFF" + utf16(u"“Café” \U0001F600", false)) == "UTF-16BE|“Café” 😀");
  CHECK(dump(utf16(u"The bridge is closed. “Why?”", true)) == "UTF-16LE|The bridge is closed. “Why?”");
  CHECK(dump(utf16(u"The bridge is closed. “Why?”", false)) == "UTF-16BE|The bridge is closed. “Why?”");
  CHECK(dump("\x93" "We don\x92t,\x94 said Ren\xE9 \x96 late") == "windows-1252|“We don’t,” said René – late");
}

TEST_CASE("what a page declares is heard where it can be true", "[text]") {
  CHECK(dump("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251", DecodeMode::Lenient) == "windows-1251|Привет");
  CHECK(dump("caf\xE9 \x93" "a\x94", "ISO-8859-1", DecodeMode::Lenient) == "windows-1252|café “a”");
  // Declared Latin, but it is UTF-8.
  CHECK(dump("café", "iso-8859-1", DecodeMode::Lenient) == "UTF-8|café");
  CHECK(dump("caf\xE9 “ok” ét", "utf-8", DecodeMode::Lenient) == "UTF-8|caf\uFFFD “ok” ét");
  CHECK(dump("caf\xE9", "no-such-encoding", DecodeMode::Lenient) == "windows-1252|café");
}

TEST_CASE("what is no text is refused by name", "[text]") {
  struct Row { std::string name; std::string bytes; std::string want; };
  const Row rows[] = {
    {"nothing", "", "refused: empty: there is no text in it"},
    {"white space", " \r\n\t\n", "refused: empty: there is no text in it"},
    {"a mark alone", "\xEF\xBB\xBF", "refused: empty: there is no text in it"},
    {"a NUL byte", "Said the\0mayor"s, "refused: a NUL byte at byte 8: binary, not text"},
    {"controls", "\x01\x02\x03\x04\x05\x06\x07\x0E text", "refused: control characters, the first at byte 0: binary, not text"},
    {"broken UTF-8", "“Café” said \xE2\x80 and “so” on", "refused: invalid UTF-8 at byte 17"},
    {"overlong", "“a” \xC0\xAF “b”", "refused: invalid UTF-8 at byte 8"},
    {"a surrogate in UTF-8", "“a” é \xED\xA0\x80 “b” “c”", "refused: invalid UTF-8 at byte 11"},
    {"Cyrillic of eight bits", "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0! \xCA\xE0\xEA \xE4\xE5\xEB\xE0?",
     "refused: neither UTF-8 (byte 0), UTF-16 nor windows-1252 text"},
    {"a byte windows-1252 lacks", "He said \x81 no", "refused: neither UTF-8 (byte 8), UTF-16 nor windows-1252 text"},
    {"half a surrogate pair", "\xFF\xFE" + utf16(std::u16string_view(u"a\xD83D" u"b", 3), true), "refused: invalid UTF-16 at byte 2"},
    {"half a unit", "\xFF\xFE" "a\0b"s, "refused: UTF-16 text of an odd number of bytes: it was cut short"},
    {"a NUL in UTF-16", "\xFF\xFE" + utf16(std::u16string_view(u"a\0b", 3), true),
     "refused: a NUL character at byte 1 of the decoded text"},
    {"UTF-32", "\xFF\xFE\0\0a\0\0\0"s, "refused: UTF-32 text, which is not read"},
    {"a PDF", "%PDF-1.4 ...", "refused: a PDF, not text"},
    {"an office document", "PK\x03\x04....", "refused: a zip archive or an office document, not text"},
  };
  for (const Row& row : rows) DYNAMIC_SECTION(row.name) { CHECK(dump(row.bytes) == row.want); }
}

TEST_CASE("a stray control or two do not make a text binary", "[text]") {
  CHECK(dump("Words\x02 of the mayor") == "UTF-8|Words\x02 of the mayor");
  CHECK(dump("One page\fanother\vend") == "UTF-8|One page\fanother\vend");
}

TEST_CASE("bytes that are no UTF-8 are told by their number", "[text]") {
  CHECK(escape_invalid_utf8("caf\xE9.txt") == "caf%E9.txt");
  CHECK(escape_invalid_utf8("café.txt") == "café.txt");
  CHECK(escape_invalid_utf8("\xC3") == "%C3");
}
