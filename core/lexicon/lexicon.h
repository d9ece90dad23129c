// What the word lists know about a word, in one look-up.
//
//   const Word& w = look_up("Spokesman");   // case is folded
//   if (w.classes & word_class::kPerson) ...
//
// The lists stand in core/lexicon/words, one class a file; core/lexicon/tools/build_tables.cpp turns them into
// constant data when the project is built, so nothing is read or built when the program starts. An inflected form has
// its base form's classes too: "criticised" those of "criticize", "ministries" those of "ministry"; the plural of a
// person is people.
// Thread-safe; entries live for ever.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord {

// Bits of Word::classes. A word may have many; what it is in a sentence is decided by its neighbours.
namespace word_class {
using Bits = std::uint64_t;
inline constexpr Bits kPerson = 1ULL << 0;         // noun for one person: spokesman, analyst
inline constexpr Bits kPeople = 1ULL << 1;         // noun for people in the plural: officials, police
inline constexpr Bits kGroup = 1ULL << 2;          // noun for an organisation: ministry, watchdog
inline constexpr Bits kDocument = 1ULL << 3;       // report, poll, letter, tweet
inline constexpr Bits kTitle = 1ULL << 4;          // stands before a name: Sen., Professor, President
inline constexpr Bits kMaleTitle = 1ULL << 5;      // Mr., Sir, King
inline constexpr Bits kFemaleTitle = 1ULL << 6;    // Mrs., Dame, Queen
inline constexpr Bits kMaleName = 1ULL << 7;       // first names
inline constexpr Bits kFemaleName = 1ULL << 8;
inline constexpr Bits kSurname = 1ULL << 9;
inline constexpr Bits kPlace = 1ULL << 10;         // country, region, city
inline constexpr Bits kDemonym = 1ULL << 11;       // Chilean, Parisians
inline constexpr Bits kMalePerson = 1ULL << 12;    // spokesman, father
inline constexpr Bits kFemalePerson = 1ULL << 13;  // congresswoman, mother
inline constexpr Bits kMonth = 1ULL << 14;
inline constexpr Bits kWeekday = 1ULL << 15;
inline constexpr Bits kTime = 1ULL << 16;          // yesterday, week, morning
inline constexpr Bits kCommunication = 1ULL << 17; // WordNet verb.communication
inline constexpr Bits kCognition = 1ULL << 18;     // WordNet verb.cognition, verb.emotion, verb.perception
inline constexpr Bits kTakesThat = 1ULL << 19;     // WordNet frame 26: Somebody ----s that CLAUSE
inline constexpr Bits kTakesQuote = 1ULL << 20;    // signals a quotation: say, add, joke, tweet
inline constexpr Bits kAttitude = 1ULL << 21;      // think, want, fear: reported, not said
inline constexpr Bits kSpeechNoun = 1ULL << 22;    // claim, promise, criticism
inline constexpr Bits kAttitudeNoun = 1ULL << 23;  // belief, hope, fear
inline constexpr Bits kSpeechAdjective = 1ULL << 24;    // adamant, critical
inline constexpr Bits kAttitudeAdjective = 1ULL << 25;  // confident, worried
inline constexpr Bits kNumberWord = 1ULL << 26;    // two, dozen, half
inline constexpr Bits kAbbreviation = 1ULL << 27;  // Sen., Corp., Jan.: a period after it ends no sentence by itself
inline constexpr Bits kOrganizationName = 1ULL << 28;  // Inc., Party, University, Times: makes a name an organisation's
inline constexpr Bits kCommonWord = 1ULL << 29;    // an ordinary word when it stands in small letters
inline constexpr Bits kFunctionWord = 1ULL << 30;  // the, of, and, he
inline constexpr Bits kMedium = 1ULL << 31;        // Twitter, email, blog
inline constexpr Bits kOccasion = 1ULL << 32;      // interview, briefing, hearing, debate
inline constexpr Bits kAddresseeVerb = 1ULL << 33; // told, asked, reminded: takes whom
inline constexpr Bits kBe = 1ULL << 34;
inline constexpr Bits kHave = 1ULL << 35;
inline constexpr Bits kDo = 1ULL << 36;
inline constexpr Bits kNegation = 1ULL << 37;      // not, never, n't
inline constexpr Bits kSubordinator = 1ULL << 38;  // while, although, because
inline constexpr Bits kFounder = 1ULL << 39;       // Tesla: a house that is called as a person is
}  // namespace word_class

// Which words are used like it as a verb, and as a noun or adjective: each number stands for some hundred, 0 for none.
struct Clusters {
  static constexpr unsigned kMost = 63;
  std::uint8_t verb = 0, noun = 0;
};

// One entry. Words that share every field share the entry of their spelling all the same: `id` tells them apart.
struct Word {
  std::uint32_t id;             // dense, 0 = unknown word
  std::uint32_t lemma;          // id of the base form as verb or noun, itself when there is none: said -> say
  word_class::Bits classes;
  std::uint32_t tags;           // tags it can bear: bit i stands for kTagOrder[i]
  char tag;                     // the tag it bears most often in small letters, see tags.h
  char capital_tag;             // the same when it begins with a capital inside a sentence
  Clusters clusters;            // those of its base form
  std::uint64_t lemma_hash;     // spelling_hash(lemma): asked for so often that it stands beside the rest
};

inline constexpr std::string_view kTagOrder = "nmNMvdegpzhjkritDPO'c#WwxRu";

inline constexpr std::array<std::uint32_t, 128> kTagBits = [] {
  std::array<std::uint32_t, 128> bits{};
  for (std::size_t i = 0; i < kTagOrder.size(); ++i) bits[static_cast<std::size_t>(kTagOrder[i])] = 1U << i;
  return bits;
}();

// The bit of a tag in Word::tags; 0 for marks.
[[nodiscard]] constexpr std::uint32_t tag_bit(char tag) { return kTagBits[static_cast<std::size_t>(tag) & 127]; }

// The bits of several: tag_bits("nm").
[[nodiscard]] constexpr std::uint32_t tag_bits(std::string_view tags) {
  std::uint32_t bits = 0;
  for (const char tag : tags) bits |= tag_bit(tag);
  return bits;
}

// The entry of `word`; letter case is folded (ASCII and Latin-1 letters; the curly apostrophe counts as the straight).
// Unknown words get the entry with id 0. Linear in the word's length.
[[nodiscard]] const Word& look_up(std::string_view word);

// The same in two steps, for the many words of a text: the key of each, then all entries in one go, which waits for memory
// a few times at once instead of word after word. The key of no word is kNoWord. Bytes up to `readable_end` may be read.
namespace lexicon { extern const std::uint64_t kNoWord; }
[[nodiscard]] std::uint64_t key_of(std::string_view word, const char* readable_end);
void look_up_keys(const std::uint64_t* keys, std::size_t count, const Word** entries);

// All tags that words of these classes can bear, as bits in the order of kTagOrder.
[[nodiscard]] std::uint32_t tags_of(word_class::Bits classes);

// How many ids there are, the unknown word's 0 among them.
[[nodiscard]] std::uint32_t word_count();

// The entry with this id, and its spelling in small letters.
[[nodiscard]] const Word& word_by_id(std::uint32_t id);
[[nodiscard]] std::string_view spelling(std::uint32_t id);

// The spelling's text_hash.
namespace lexicon { extern const std::uint64_t kSpellingHashes[]; }
[[nodiscard]] inline std::uint64_t spelling_hash(std::uint32_t id) { return lexicon::kSpellingHashes[id]; }

}  // namespace onrecord
