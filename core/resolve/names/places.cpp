#include "resolve/names/places.h"

#include <array>
#include <string_view>

#include "lexicon/few_words.h"
#include "lexicon/name_particles.h"
#include "lexicon/shared_words.h"

namespace onrecord {

// No branch but for hyphens, which are rare: what a token is is as good as random.
void Places::find(const Document& doc) {
  using namespace word_class;
  static constexpr std::array<std::string_view, 8> kPronouns{"he", "him", "his", "himself", "she", "her", "hers", "herself"};
  static const FewWordLists few{kPronouns, holiday_openers()};
  constexpr unsigned kPronoun = 1, kHoliday = 2;
  const std::uint32_t size = doc.tokens.size();
  if (names_.size() < size) names_.resize(size), times_.resize(size);
  // What is written could be these pointers, for all that a compiler knows.
  const std::uint8_t* const shapes = doc.tokens.shape.data();
  const Word* const* const words = doc.tokens.word.data();
  const std::uint32_t *const begin = doc.tokens.begin.data(), *const end = doc.tokens.end.data();
  std::uint32_t *name_at = names_.data(), *time_at = times_.data();
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint8_t shape = shapes[i];
    const Word& word = *words[i];
    const unsigned lists = few.may_have(word.id);
    const bool capital = (shape & kCapital) != 0;
    bool name = capital | ((shape & kAllCapitals) != 0) | ((lists & kPronoun) != 0);
    bool time = ((word.classes & (kWeekday | kMonth | kTime)) != 0) | (capital & ((lists & kHoliday) != 0)) |
                (((shape & kDigit) != 0) & (end[i] - begin[i] == 4));
    if ((shape & kHyphen) != 0) {
      name |= has_article(doc.words(i));
      time |= doc.words(i).starts_with("mid-");
    }
    *name_at = i;
    name_at += name & ((shape & kMark) == 0);
    *time_at = i;
    time_at += time;
  }
  names = {names_.data(), name_at};
  times = {times_.data(), time_at};
}

}  // namespace onrecord
