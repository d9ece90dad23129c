#include "extract/propose/construct_family.h"

#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

int ConstructFamily::open_content(Candidate& candidate, const Construct& rule, int start) const {
  candidate.opens = start;
  if (!rule.takes_preposition) return start;
  const int content = behind_preposition(start);
  candidate.cue.last = chunk(content - 1).last;
  return content;
}

int ConstructFamily::behind_preposition(int i) const {
  static const std::uint32_t in = look_up("in").id, of = look_up("of").id;
  static const auto sides = ids_of("favor", "support", "defense", "praise");
  const bool sided = at(i + 1) == 'N' && chunk(i + 1).last - chunk(i + 1).first == 1 && at(i + 2) == 'i' && head_id(i) == in &&
                     head_id(i + 2) == of && i + 3 < last_chunk() && sides.has(head(i + 1).lemma);
  return sided ? i + 3 : i + 1;
}

}  // namespace onrecord
