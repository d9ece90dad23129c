#include "lexicon/name_particles.h"

#include "base/word_list.h"

namespace onrecord {

bool is_name_particle(std::string_view w) {
  static constexpr WordList<kNameParticles.size()> kParticles(kNameParticles);
  return kParticles.has(w);
}

bool has_article(std::string_view w) {
  return w.size() > 5 && w[2] == '-' && (w[0] == 'a' || w[0] == 'e') && w[3] >= 'A' && w[3] <= 'Z';
}

}  // namespace onrecord
