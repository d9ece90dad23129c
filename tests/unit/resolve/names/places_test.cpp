#include "resolve/names/places.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "ingest/read.h"

namespace onrecord {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* names;
  const char* times;
};

constexpr Row kPlaces[] = {
    {"words with capitals and he and she", "But Reyes told her so.", "But Reyes her", ""},
    {"neither marks nor other pronouns", "\"We saw it,\" they wrote to us.", "We", ""},
    {"a surname with its article", "The envoy al-Kaabi left for an ad-hoc visit.", "The al-Kaabi", ""},
    {"words of time", "It leaked on Tuesday, two weeks ago.", "It Tuesday", "Tuesday weeks ago"},
    {"four digits, and no others", "It leaked in 1998 on 12 decks, 30,000 litres of it.", "It", "1998"},
    {"a holiday, which has its capital", "It leaked on New Year's Day, as new pipes do.", "It New Year Day", "New Year Day"},
    {"a part of a month", "It leaked in mid-April.", "It", "mid-April"},
};

std::string words_at(const Document& doc, std::span<const std::uint32_t> tokens) {
  std::string out;
  for (const std::uint32_t t : tokens) (out.empty() ? out : out += ' ') += doc.words(t);
  return out;
}

TEST_CASE("where names and times may begin", "[resolve]") {
  Places places;  // its memory is reused
  for (const Row& row : kPlaces)
    DYNAMIC_SECTION(row.name) {
      const auto article = read_article("article.txt", row.text, {});
      REQUIRE(article);
      Document doc;
      segment(*article, doc);
      places.find(doc);
      CHECK(words_at(doc, places.names) == row.names);
      CHECK(words_at(doc, places.times) == row.times);
    }
}

}  // namespace
}  // namespace onrecord
