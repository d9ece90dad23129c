#include "extract/tag/sentence_places.h"

#include <string>
#include <vector>

#include "catch.h"
#include "lexicon/tags.h"

using namespace onrecord;

namespace {

struct Tagged {
  std::string tags;
  SentencePlaces places;

  explicit Tagged(std::string text, std::uint32_t first = 0) : tags(std::move(text)) {
    places.begin(first);
    for (std::uint32_t i = first; i < tags.size(); ++i) places.add(tags[i], places.place(i));
  }
  void set(std::uint32_t i, char tag) {
    places.move(tags[i], tag, i);
    tags[i] = tag;
  }
  [[nodiscard]] std::vector<std::uint32_t> bearing(char tag, Places among = kEverywhere) const {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t i : Bearing(places, tags.data(), tag, among, 0, static_cast<std::uint32_t>(tags.size()))) out.push_back(i);
    return out;
  }
};

using At = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("where tags stand in a sentence", "[extract]") {
  const Tagged tagged("DndDn,d.");
  CHECK(tagged.bearing(tag::kPast) == At{2, 6});
  CHECK(tagged.bearing(tag::kModal).empty());
  CHECK(tagged.bearing(tag::kPast, behind(tagged.places.at(tag::kNoun))) == At{2});
  CHECK(tagged.bearing(tag::kNoun, before(tagged.places.at(tag::kComma))) == At{4});
}

TEST_CASE("tags that are changed stand where they were put", "[extract]") {
  Tagged tagged("Dnd");
  tagged.set(2, tag::kParticiple);
  CHECK(tagged.bearing(tag::kPast).empty());
  CHECK(tagged.bearing(tag::kParticiple) == At{2});
}

TEST_CASE("far from a sentence's beginning each token is looked at", "[extract]") {
  std::string text(200, 'n');
  text[61] = text[62] = text[63] = text[64] = text[150] = text[199] = 'd';
  Tagged tagged(text);
  CHECK(tagged.bearing(tag::kPast) == At{61, 62, 63, 64, 150, 199});
  CHECK(tagged.bearing(tag::kPast, behind(tagged.places.at(tag::kNoun))) == At{61, 63, 64, 150, 199});  // 64 may be: the look asks again
  CHECK(tagged.bearing(tag::kPast, behind(tagged.places.at(tag::kComma))).empty());
  tagged.set(150, tag::kParticiple);
  CHECK(tagged.bearing(tag::kPast) == At{61, 62, 63, 64, 199});
  CHECK(tagged.bearing(tag::kParticiple) == At{150});
}

TEST_CASE("a sentence begins where it is said to", "[extract]") {
  const Tagged tagged("ddnd", 2);
  CHECK(tagged.places.next(tagged.places.at(tag::kPast), 2, 4) == 3);
  CHECK(tagged.places.next(tagged.places.at(tag::kModal), 2, 4) == 4);
}
