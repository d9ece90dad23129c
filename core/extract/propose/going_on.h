// Quotations that go on behind the sentence that says whose they are: in the next sentences or, opened again, the next paragraphs.
//
// Inner to the folder.
#pragma once

#include "extract/propose/sentence_view.h"
#include "extract/weigh/candidate.h"

namespace onrecord {

class GoingOn : private SentenceView {
 public:
  // Both must outlive this.
  GoingOn(const SentenceView& sentence, const Surroundings& around)
      : SentenceView(sentence), around_(around), sentences_(around.sentences) {}

  // Whether sentence `i` is nothing but quotations.
  [[nodiscard]] bool only_quotes(std::size_t i) const;

  // Adds the quotations that go on after the content's last piece. `introduced`: the sentence ends in a colon, so that a paragraph of its
  // own may follow.
  void add(Candidate& candidate, bool introduced = false) const;

  // Whether a sentence of the paragraph that is only a quotation follows what ends its own: Reyes said it leaks. “It is a sieve.”
  [[nodiscard]] bool quotation_follows(const Candidate& candidate) const;

  // Whether the content ends in a quotation that its paragraph leaves open: the next paragraph may open it again.
  [[nodiscard]] bool left_open(const Candidate& candidate) const;

 private:
  // Whether two thirds of sentence `i` are quotations, one of which opens it, and nobody says so in it: But “it is a
  // sieve in the rain” for us.
  [[nodiscard]] bool mostly_quotes(std::size_t i) const;

  // Whether sentence `i` is all of its paragraph, and one quoted sentence.
  [[nodiscard]] bool quoted_line(std::size_t i) const;

  // Whether the sentence's last quotation is the candidate's and nobody else speaks behind it: ““It cracked,” said
  // Reyes, who drew it.”. What ends in a question is answered by somebody else.
  [[nodiscard]] bool last_to_speak(const Candidate& candidate) const;

  const Surroundings& around_;
  std::span<const Parsed> sentences_;
};

}  // namespace onrecord
