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
  // Whether the quotation `q`, which is more than a name, ends its sentence.
  [[nodiscard]] bool quoted_to_end(int q) const;
  // "New Delhi: …" at the beginning, which somebody says further on: where it happened.
  [[nodiscard]] bool opens_report(std::uint32_t colon) const;
  [[nodiscard]] bool opens_article() const;
  // Whether a paragraph near this one begins with such a label too.
  [[nodiscard]] bool in_transcript() const;

  // "Bridge to close: Reyes", "“We lost it”: families tell of the flood" in a title.
  void headline() const;
  // "‘We lost everything’: families tell of the flood", "‘It was hell’: how one baker got away", "‘No one came’: a mother's plea": the
  // words of whom the story is about; whether it is one. Near misses: "‘The Long Bridge’: 12 photos", "‘A sieve’: bridge to close".
  [[nodiscard]] bool quotation_and_story() const;
  [[nodiscard]] bool signed_with_dash(int dash) const;
  [[nodiscard]] bool quotes_others() const;
  [[nodiscard]] TokenRange whose(int named) const;
  // "Mayor: bridge will close", "Reyes to council: act now", "Experts: no link to the fire found": somebody, and what looks like words of
  // his. Near misses: "Police: where to park", "Budget: taxes to rise".
  [[nodiscard]] bool says_in_headline(int colon, int named) const;
  // "Reyes on the bridge", "Mayor to council": somebody, and what or whom the words are meant for, before a label's colon.
  [[nodiscard]] bool speaks_to(int noun, int preposition) const;
  // Near miss: "Calder", a town.
  [[nodiscard]] bool is_name_of_somebody(int noun) const;
  // "Reyes on the bridge: “…”": the same where a quotation follows, for any name.
  [[nodiscard]] bool name_on(int noun, int preposition) const;
};

}  // namespace onrecord
