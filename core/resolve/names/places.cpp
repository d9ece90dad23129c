#include "resolve/names/places.h"

#include <array>
#include <string_view>

#include "lexicon/few_words.h"
#include "lexicon/name_particles.h"
#include "lexicon/shared_words.h"

namespace onrecord {

namespace {

// What a token's shape tells of it, and the lists its word is on: bits.
constexpr std::uint8_t kMayBeName = 1;     // a capital; he, she
constexpr std::uint8_t kMayBeHoliday = 2;  // a capital, and what may open a holiday's name: both
constexpr std::uint8_t kLookAgain = 4;     // a hyphen, a digit
constexpr std::array<std::uint8_t, 256> kOfShape = [] {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t shape = 0; shape < out.size(); ++shape) {
    if ((shape & kMark) == 0 && (shape & (kCapital | kAllCapitals)) != 0) out[shape] |= kMayBeName;
    if ((shape & kCapital) != 0) out[shape] |= kMayBeHoliday;
    if ((shape & (kHyphen | kDigit)) != 0) out[shape] |= kLookAgain;
  }
  return out;
}();

}  // namespace

// No branch but for hyphens and digits, which are rare: what a token is is as good as random.
void Places::find(const Document& doc) {
  using namespace word_class;
  static constexpr std::array<std::string_view, 8> kPronouns{"he", "him", "his", "himself", "she", "her", "hers", "herself"};
  static const FewWordLists few{kPronouns, holiday_openers()};  // the bits of kMayBeName and kMayBeHoliday
  const std::uint32_t size = doc.tokens.size();
  if (names_.size() < size) names_.resize(size), times_.resize(size);
  // What is written could be these pointers, for all that a compiler knows.
  const std::uint8_t* const shapes = doc.tokens.shape.data();
  const Word* const* const words = doc.tokens.word.data();
  std::uint32_t *name_at = names_.data(), *time_at = times_.data();
  for (std::uint32_t i = 0; i < size; ++i) {
    const Word& word = *words[i];
    const unsigned of_shape = kOfShape[shapes[i]], lists = few.may_have(word.id);
    bool name = ((of_shape | lists) & kMayBeName) != 0;
    bool time = ((word.classes & (kWeekday | kMonth | kTime)) != 0) | ((of_shape & lists & kMayBeHoliday) != 0);
    if ((of_shape & kLookAgain) != 0) {
      const bool hyphen = (shapes[i] & kHyphen) != 0, digit = (shapes[i] & kDigit) != 0;
      name |= hyphen && has_article(doc.words(i));
      time |= (digit && doc.tokens.end[i] - doc.tokens.begin[i] == 4) || (hyphen && doc.words(i).starts_with("mid-"));
    }
    *name_at = i;
    name_at += name;
    *time_at = i;
    time_at += time;
  }
  names = {names_.data(), name_at};
  times = {times_.data(), time_at};
}

}  // namespace onrecord
