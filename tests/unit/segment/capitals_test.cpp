// Texts all in capitals: which words have a capital once they are read.
#include "catch.h"
#include "onrecord/extract.h"
#include "rows.h"
#include "segment/dump.h"

namespace onrecord {
namespace {

using test::Row;

// The words as their shapes have them: small, with a capital, or all in capitals.
std::string words_by_shape(const Document& doc) {
  std::string out;
  for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
    std::string word(doc.words(t));
    const std::uint8_t shape = doc.tokens.shape[t];
    for (std::size_t i = 0; i < word.size() && (shape & kAllCapitals) == 0; ++i)
      if ((i > 0 || (shape & kCapital) == 0) && word[i] >= 'A' && word[i] <= 'Z') word[i] = static_cast<char>(word[i] | 0x20);
    out.append(out.empty() ? "" : " ").append(word);
  }
  return out;
}

constexpr Row kRows[] = {
    {"names by their neighbours", "THE BRIDGE IN DENVER IS SAFE, DR. PEDER HOLM SAID ON MONDAY.",
     "The bridge in Denver is safe , Dr. Peder Holm said on Monday ."},
    {"a surname that is a word, once it stood behind a first name", "ANNA MARSH SAID THE RIVER WAS LOW. MARSH CLOSED THE BRIDGE.",
     "Anna Marsh said the river was low . Marsh closed the bridge ."},
    {"the same word behind an article", "THE MAYOR SAID THE MARSH WAS DRY AND THE RIVER LOW.",
     "The mayor said the marsh was dry and the river low ."},
    {"letters that no word can be", "THE RIVER WARDEN SAID THE KXQZ WOULD CLOSE THE BRIDGE.",
     "The river warden said the KXQZ would close the bridge ."},
    {"a short line of such a text", "THE MAYOR SAID THE RIVER WAS LOW BUT CLEAN.\n\nSHE SAID NO MORE.",
     "The mayor said the river was low but clean . She said no more ."},
    {"a few words in capitals are loud", "She said NO MORE BRIDGES and left.", "She said NO MORE BRIDGES and left ."},
    {"a short line alone", "NO MORE BRIDGES.\n\nThe mayor meant it.", "NO MORE BRIDGES . The mayor meant it ."},
    {"a speaker's name before a colon", "ANA REYES: The bridge will stay open until the end of May.",
     "ANA REYES : The bridge will stay open until the end of May ."},
};

TEST_CASE("what stands all in capitals is read as if it did not", "[segment]") { test::check(kRows, test::segmented(words_by_shape)); }

TEST_CASE("a text in capitals has the statements it has in small letters", "[segment][extract]") {
  const std::string text =
      "“THE BRIDGE IS A SIEVE,” ANNA MARSH, THE MAYOR OF DENVER, SAID ON MONDAY. SHE WARNED THAT IT WOULD CLOSE.";
  Extractor extractor;
  const auto statements = extractor.extract(test::paragraphs(text));
  REQUIRE(statements.size() == 2);
  CHECK(statements[0].kind == StatementKind::Direct);
  CHECK(slice(text, statements[0].mention) == "ANNA MARSH, THE MAYOR OF DENVER");
  CHECK(slice(text, statements[1].cue) == "WARNED");
  CHECK(slice(text, statements[1].mention) == "SHE");
}

}  // namespace
}  // namespace onrecord
