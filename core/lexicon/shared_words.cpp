#include "lexicon/shared_words.h"

#include <array>

#include "lexicon/word_ids.h"

namespace onrecord {

bool is_indefinite_article(std::uint32_t word) {
  static const auto kArticles = ids_of("a", "an");
  return kArticles.has(word);
}

bool tells_where_one_belongs(std::uint32_t word) {
  static const auto kBelonging = ids_of("of", "from");
  return kBelonging.has(word);
}

bool leads_to_name(std::uint32_t word) {
  static const auto kNamed = ids_of("named", "called");
  return kNamed.has(word);
}

bool declines(std::uint32_t lemma) {
  static const auto kDeclines = ids_of("decline", "refuse");
  return kDeclines.has(lemma);
}

bool calls_so(std::uint32_t lemma) {
  static const auto kCalls = ids_of("brand", "call", "deem", "dub", "label", "pronounce", "term");
  return kCalls.has(lemma);
}

bool heads_something(std::uint32_t lemma) {
  static const auto kHeads = ids_of("title", "entitle", "subtitle", "headline", "caption");
  return kHeads.has(lemma);
}

std::span<const std::string_view> holiday_openers() {
  static constexpr std::array<std::string_view, 9> kOpeners{"Christmas", "New",  "Valentine", "Halloween", "Easter",
                                                             "Good",      "Palm", "Ash",       "May"};
  return kOpeners;
}

}  // namespace onrecord
