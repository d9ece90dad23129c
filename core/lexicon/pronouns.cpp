#include "lexicon/pronouns.h"

#include "lexicon/word_ids.h"

namespace onrecord {

bool is_reflexive(std::uint32_t word) {
  static const auto selves = ids_of("himself", "herself", "itself", "themselves");
  return selves.has(word);
}

bool is_object_pronoun(std::uint32_t word) {
  static const auto objects = ids_of("me", "us", "him", "them");
  return objects.has(word);
}

bool is_subject_pronoun(std::uint32_t word) {
  static const auto subjects = ids_of("i", "we", "he", "she", "they");
  return subjects.has(word);
}

}  // namespace onrecord
