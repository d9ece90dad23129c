// What the families of constructs have in common: each looks at a sentence and hands over what it finds.
//
// Inner to the folder. A family is made for one sentence, knows nothing of the others and keeps nothing.
#pragma once

#include <string_view>

#include "extract/propose/proposals.h"

namespace onrecord {

class ConstructFamily : protected SentenceView {
 protected:
  explicit ConstructFamily(Proposals& proposals)
      : SentenceView(proposals.sentence()), proposals_(proposals), rules_(proposals.rules), around_(proposals.around),
        ends_(proposals.ends), going_on_(proposals.going_on), title_(proposals.around.title) {}

  [[nodiscard]] Candidate base(std::uint16_t construct, int cue) const { return proposals_.base(construct, cue); }
  [[nodiscard]] Candidate base(BuiltIn construct, int cue) const { return proposals_.base(rules_.number(construct), cue); }
  void set_source(Candidate& candidate, const Subject& who) const { proposals_.set_source(candidate, who); }
  void begin_content(Candidate& candidate, int first, RuleEnd rule_end) const { proposals_.begin_content(candidate, first, rule_end); }
  void keep(const Candidate& candidate) const { proposals_.keep(candidate); }

  // Calls visit(number, construct, chunk) for each construct of cues of this symbol that opens a content behind chunk `c`.
  template <typename Visit>
  void each_opening(int c, char symbol, Visit visit) const {
    const std::string_view right = s_.substr(static_cast<std::size_t>(c) + 1);
    const CueRules& rules = rules_.by_cue[static_cast<unsigned char>(symbol) & 127U];
    rules.before(at(c + 1), at(c + 2), proposals_.openings_behind(c), [&](std::uint16_t construct) {
      const Construct& rule = rules_.constructs[construct];
      const std::size_t skipped = rule.skip.longest(right);
      if (skipped == Pattern::npos || !rule.opens.begins(right.substr(skipped))) return;
      visit(construct, rule, c + 1 + static_cast<int>(skipped));
    });
  }
  // The chunk behind the preposition at `i`, or behind "in favor of" and its like.
  [[nodiscard]] int behind_preposition(int i) const;
  // Notes where the candidate's content opens; a preposition that the construct takes goes to the cue. The content's first chunk.
  int open_content(Candidate& candidate, const Construct& rule, int start) const;

  Proposals& proposals_;
  const Grammar& rules_;
  const Surroundings& around_;
  const ContentEnds& ends_;
  const GoingOn& going_on_;
  const bool title_;
};

}  // namespace onrecord
