#include "extract/propose/label_colon.h"

#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;

std::uint32_t label_colon(const Document& doc, std::uint32_t t, std::uint32_t last) {
  constexpr std::uint32_t kLongest = 6;  // tokens of a label
  const Tokens& tokens = doc.tokens;
  if (t < last && tokens.tag[t] == tag::kOpenQuote) ++t;
  const std::uint32_t begin = t;
  const auto letter = [&](std::uint32_t i) { return doc.words(i) == "Q" || doc.words(i) == "A"; };
  if (t + 2 < last && letter(t) && tokens.tag[t + 1] == tag::kColon) return t + 1;
  for (; t < last && t < begin + kLongest; ++t) {
    if (tokens.tag[t] == tag::kColon) break;
    if ((tokens.shape[t] & kAllCapitals) == 0) return 0;
  }
  const bool label = t > begin && t + 1 < last && t < begin + kLongest && tokens.tag[t] == tag::kColon;
  return label && labels_somebody(doc, begin, t) ? t : 0;
}

bool labels_somebody(const Document& doc, std::uint32_t first, std::uint32_t last) {
  const Tokens& tokens = doc.tokens;
  while (last > first + 1 && (tokens.shape[last - 1] & kMark) != 0) --last;
  const Word& end = *tokens.word[last - 1];
  constexpr auto kSomebody = kPerson | kTitle | kMaleTitle | kFemaleTitle | kPeople | kGroup | kOrganizationName |
                             kSurname | kMaleName | kFemaleName;
  const bool article = (tokens.word[first]->classes & kFunctionWord) != 0;
  static const std::uint32_t pm = look_up("PM").id;
  if (last == first + 1 && end.id == pm) return true;  // the prime minister
  return !article && ((end.classes & kCommonWord) == 0 || (end.classes & kSomebody) != 0);
}

}  // namespace onrecord
