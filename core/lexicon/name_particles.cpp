#include "lexicon/name_particles.h"

#include "base/word_list.h"

namespace onrecord {

bool is_name_particle(std::string_view w) {
  static constexpr WordList kParticles{
      "de", "del", "della", "di", "da", "do", "dos", "du", "la", "las", "le", "los", "van", "von", "der", "den", "ter",
      "al", "el", "bin", "ibn", "ben", "y", "ul", "af", "av", "zu", "bint", "des", "st."};
  return kParticles.has(w);
}

bool has_article(std::string_view w) {
  return w.size() > 5 && w[2] == '-' && (w[0] == 'a' || w[0] == 'e') && w[3] >= 'A' && w[3] <= 'Z';
}

}  // namespace onrecord
