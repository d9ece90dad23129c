#include "lexicon/lexicon.h"

#include <string>
#include <vector>

#include "catch.h"
#include "lexicon/tags.h"

using namespace onrecord;
using namespace onrecord::word_class;

namespace {

struct Row {
  const char* word;
  Bits has;
  Bits lacks;
};

constexpr Row kRows[] = {
    {"spokesman", kPerson | kMalePerson | kTitle, kPeople | kFemalePerson | kGroup},
    {"spokeswomen", kPeople | kFemalePerson, kPerson | kMalePerson},
    {"co-founder", kPerson, kGroup | kDocument},
    {"midfielder", kPerson, kPeople},
    {"officials", kPeople, kPerson | kGroup},
    {"analysts", kPeople, kPerson},
    {"police", kPeople, kPerson},
    {"ministry", kGroup, kPerson | kPeople},
    {"ministries", kGroup, kPerson | kPeople},
    {"watchdog", kGroup, kPerson},
    {"airlines", kGroup | kOrganizationName, kPeople},
    {"report", kDocument | kSpeechNoun | kTakesQuote, kPerson},
    {"polls", kDocument, kPeople},
    {"sen.", kTitle | kAbbreviation, kMaleTitle | kFemaleTitle},
    {"professor", kTitle | kPerson, kAbbreviation},
    {"mr", kTitle | kMaleTitle | kAbbreviation, kFemaleTitle},
    {"mrs.", kTitle | kFemaleTitle | kAbbreviation, kMaleTitle},
    {"dame", kTitle | kFemaleTitle, kMaleTitle},
    {"donald", kMaleName, kFemaleName},
    {"tim", kMaleName, kFemaleName},
    {"hillary", kFemaleName, kMaleName},
    {"ashley", kFemaleName, kMaleName},
    {"robin", kMaleName | kFemaleName, 0},
    {"jordan", kMaleName | kPlace, 0},
    {"oluwaseun", kMaleName, kFemaleName},
    {"ngozi", kFemaleName, kMaleName},
    {"garcia", kSurname, kCommonWord},
    {"brown", kSurname | kCommonWord, 0},
    {"chile", kPlace, kDemonym},
    {"chilean", kDemonym, kPlace},
    {"parisians", kDemonym, kPlace},
    {"october", kMonth, kWeekday},
    {"tuesday", kWeekday, kMonth},
    {"yesterday", kTime, kWeekday},
    {"weeks", kTime, 0},
    {"said", kCommunication | kTakesQuote | kTakesThat, kAttitude | kSpeechNoun},
    {"thinking", kAttitude | kCognition, kAddresseeVerb},
    {"walk", 0, kTakesQuote | kTakesThat | kAttitude | kAddresseeVerb},
    {"told", kAddresseeVerb | kTakesThat, kAttitude},
    {"said", 0, kAddresseeVerb},
    {"fears", kAttitude | kAttitudeNoun, kSpeechNoun},
    {"promises", kSpeechNoun | kTakesThat, 0},
    {"adamant", kSpeechAdjective, kSpeechNoun},
    {"confident", kAttitudeAdjective, kSpeechAdjective},
    {"dozen", kNumberWord, 0},
    {"inc", kOrganizationName | kAbbreviation, 0},
    {"university", kOrganizationName, kAbbreviation},
    {"tesla", kFounder | kOrganizationName, kCommonWord},
    {"reuters", kOrganizationName, kFounder},
    {"the", kFunctionWord | kCommonWord, kSurname | kPlace},
    {"twitter", kMedium, 0},
    {"briefings", kOccasion, kMedium},
    {"was", kBe, kHave | kDo},
    {"had", kHave, kBe},
    {"did", kDo, kBe},
    {"n't", kNegation, kSubordinator},
    {"although", kSubordinator, kNegation},
};

}  // namespace

TEST_CASE("words have their classes and no others", "[lexicon]") {
  for (const Row& row : kRows) {
    DYNAMIC_SECTION(row.word) {
      const Word& word = look_up(row.word);
      CHECK(word.id != 0);
      CHECK((word.classes & row.has) == row.has);
      CHECK((word.classes & row.lacks) == 0);
    }
  }
}

TEST_CASE("letter case and the curly apostrophe make no difference", "[lexicon]") {
  CHECK(look_up("SPOKESMAN").id == look_up("spokesman").id);
  CHECK(look_up("Said").id == look_up("said").id);
  CHECK(look_up("n\u2019t").id == look_up("n't").id);
  CHECK(look_up("N\u2019T").id == look_up("n't").id);
  CHECK(look_up("JOS\u00C9").id == look_up("jos\u00E9").id);
  CHECK(look_up("jos\u00E9").id != 0);
  CHECK((look_up("Ren\u00E9e").classes & kFemaleName) != 0);
  CHECK(look_up("Secretary-General").id == look_up("secretary-general").id);  // longer than sixteen bytes
}

TEST_CASE("near misses are unknown", "[lexicon]") {
  for (const char* word : {"", " ", "said ", "saidd", "xsaid", "spokesmanx", "sp0kesman", "s\u00E4id", "\xFF", "\xC3",
                           "spokesman-for-a-very-long-time-indeed", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    DYNAMIC_SECTION("[" << word << "]") { CHECK(look_up(word).id == 0); }
  CHECK(look_up("blorft").tags == 0);
  CHECK(look_up("blorft").classes == 0);
}

TEST_CASE("a form leads to its base form", "[lexicon]") {
  const auto lemma = [](const char* word) { return std::string(spelling(look_up(word).lemma)); };
  CHECK(lemma("said") == "say");
  CHECK(lemma("saying") == "say");
  CHECK(lemma("criticised") == "criticize");
  CHECK(lemma("criticise") == "criticize");
  CHECK(lemma("criticizes") == "criticize");
  CHECK(lemma("told") == "tell");
  CHECK(lemma("spokesmen") == "spokesman");
  CHECK(lemma("organisations") == "organization");
  CHECK(lemma("claims") == "claim");
  CHECK(lemma("denied") == "deny");
  CHECK(lemma("quipped") == "quip");
  CHECK(lemma("say") == "say");
  CHECK(lemma("promise") == "promise");  // no British "promize"
  CHECK(lemma("hundred") == "hundred");  // no past tense
  CHECK(lemma("this") == "this");
}

TEST_CASE("tags: the most frequent, and all it can bear", "[lexicon]") {
  const auto may = [](const char* word, char tag) { return (look_up(word).tags >> kTagOrder.find(tag) & 1) != 0; };
  CHECK(look_up("said").tag == tag::kPast);
  CHECK(look_up("the").tag == tag::kDeterminer);
  CHECK(look_up("plans").tag == tag::kNouns);
  CHECK(look_up("mayor").tag == tag::kNoun);
  CHECK(look_up("quickly").tag == tag::kAdverb);
  CHECK(may("plans", tag::kThirdPerson));
  CHECK(may("report", tag::kVerb));
  CHECK(may("said", tag::kParticiple));
  CHECK_FALSE(may("said", tag::kNoun));
  CHECK_FALSE(may("the", tag::kVerb));
  CHECK_FALSE(may("mayor", tag::kVerb));
  CHECK(look_up("mayor").capital_tag == tag::kName);
  CHECK(look_up("american").capital_tag == tag::kAdjective);
  CHECK(look_up("democrats").capital_tag == tag::kNames);
}

TEST_CASE("ids and spellings go both ways", "[lexicon]") {
  CHECK(spelling(0).empty());
  REQUIRE(word_count() > 50000);
  std::size_t wrong = 0;
  for (std::uint32_t id = 1; id < word_count(); ++id) {
    const Word& word = word_by_id(id);
    wrong += word.id != id || look_up(spelling(id)).id != id || word.lemma == 0 || word.lemma >= word_count();
    wrong += kTagOrder.find(word.tag) == std::string_view::npos || !(word.tags >> kTagOrder.find(word.tag) & 1);
  }
  CHECK(wrong == 0);
}

TEST_CASE("a word inside a text is found just as one alone", "[lexicon]") {
  const std::string text = "The co-founder didn\u2019t say whether SPOKESPEOPLE, caf\u00E9 owners or counterrevolutionaries said so";
  const char* end = text.data() + text.size();
  for (std::size_t begin = 0; begin < text.size(); ++begin)
    for (std::size_t size = 0; size <= 24 && begin + size <= text.size(); ++size) {
      const std::string_view word = std::string_view(text).substr(begin, size);
      const std::uint64_t keys[] = {lexicon::kNoWord, key_of(word, end)};
      const Word* entries[] = {nullptr, nullptr};
      look_up_keys(keys, 2, entries);
      if (entries[0]->id != 0 || entries[1] != &look_up(std::string(word))) FAIL("differs: " << word);
    }
  SUCCEED();
}
