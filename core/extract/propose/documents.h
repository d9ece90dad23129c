// What is so according to somebody, in a document, in a mind: sources behind a preposition.
#pragma once

#include <array>
#include <string_view>

#include "extract/propose/construct_family.h"

namespace onrecord {

// What is asked of many people, and speaks for them: lemmas.
inline constexpr std::array<std::string_view, 5> kPolls{"poll", "survey", "study", "census", "polling"};

// A view, words, eyes: what is so in them is so to somebody.
[[nodiscard]] bool is_mind(std::uint32_t lemma);

class Documents : private ConstructFamily {
 public:
  explicit Documents(Proposals& proposals) : ConstructFamily(proposals) {}

  // "In the poll, C", "to Reyes, C", "in Reyes's words, C": a document or a mind as the place where something is so.
  void before_clause() const;
  // "C in the poll."
  void behind_clause() const;

  // "According to S, C", "C, according to S", "C, according to S, C", where S begins with chunk `source`.
  void according(int c, int source) const;
  // "“C,” per the report", "“C,” in the words of Reyes".
  void in_words_of(int c) const;

 private:
  // "The bridge, in her view, is a sieve": the aside begins with the preposition at `c`.
  void in_view_aside(int c) const;
  [[nodiscard]] bool is_subject(int gerund) const;
};

}  // namespace onrecord
