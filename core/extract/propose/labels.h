// Names with a colon: transcripts, captions, headlines.
#pragma once

#include "extract/propose/construct_family.h"

namespace onrecord {

class Labels : private ConstructFamily {
 public:
  explicit Labels(Proposals& proposals) : ConstructFamily(proposals) {}

  // A transcript's "REYES: Yes." and a headline's "Reyes: bridge will close".
  void find() const;

 private:
  void labelled(int colon, int named) const;  // `named`: chunks that say who speaks
  // "Opinion: …", "Video: …": what kind of piece it is, not who speaks.
  [[nodiscard]] static bool kind_of_article(std::uint32_t lemma);
  // What such a label's speaker says, as far as the paragraph or the next label.
  void turn(const TurnLabel& label) const;
  void speech_of(std::uint32_t colon) const;
  // Whether a paragraph near this one begins with such a label too.
  [[nodiscard]] bool in_transcript() const;

  // "Bridge to close: Reyes", "“We lost it”: families tell of the flood" in a title.
  void headline() const;
  [[nodiscard]] bool signed_with_dash(int dash) const;
  // "Reyes on the bridge", "Mayor to council": somebody, and what or whom the words are meant for, before a label's colon.
  [[nodiscard]] bool speaks_to(int noun) const;
};

}  // namespace onrecord
