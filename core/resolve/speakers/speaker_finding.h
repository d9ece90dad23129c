// Inner to the folder: what the ways of finding a speaker share, and how sure a name found by each is.
#pragma once

#include <cstdint>

#include "extract/chunk/chunks.h"
#include "lexicon/lexicon.h"

namespace onrecord {

// A noun for one person.
inline constexpr word_class::Bits kOnePerson =
    word_class::kPerson | word_class::kTitle | word_class::kMalePerson | word_class::kFemalePerson;

// How often a name found this way is right, counted on labelled articles.
struct Confidence {
  static constexpr float full_name = 0.97F;
  static constexpr float surname = 0.96F;
  static constexpr float organization = 0.9F;
  static constexpr float joint = 0.85F;
  static constexpr float pair = 0.6F;
  static constexpr float pronoun_least = 0.55F, pronoun_most = 0.97F;
  static constexpr float relative = 0.9F;
  static constexpr float role = 0.75F;
  static constexpr float introduced = 0.6F;
  static constexpr float epithet = 0.75F;  // "the striker", "the 54-year-old"
  static constexpr float called = 0.65F;  // "the agency"
  static constexpr float guess = 0.4F;
  static constexpr float floating = 0.7F;
  static constexpr float description = 0.8F;
  static constexpr float author = 0.9F;
};

// Entries of small words, looked up once.
struct Spellings {
  std::uint32_t he = look_up("he").id, him = look_up("him").id, his = look_up("his").id, she = look_up("she").id,
      her = look_up("her").id, hers = look_up("hers").id, himself = look_up("himself").id,
      herself = look_up("herself").id, they = look_up("they").id, them = look_up("them").id,
      their = look_up("their").id, it = look_up("it").id, its = look_up("its").id, i = look_up("i").id,
      me = look_up("me").id, my = look_up("my").id, we = look_up("we").id, us = look_up("us").id,
      our = look_up("our").id, you = look_up("you").id, your = look_up("your").id, who = look_up("who").id,
      which = look_up("which").id, that = look_up("that").id, whose = look_up("whose").id, the = look_up("the").id,
      this_ = look_up("this").id, these = look_up("these").id, those = look_up("those").id, a = look_up("a").id,
      an = look_up("an").id, for_ = look_up("for").id, of = look_up("of").id, with = look_up("with").id,
      and_ = look_up("and").id, man = look_up("man").id, woman = look_up("woman").id,
      campaign = look_up("campaign").id, one = look_up("one").id, some = look_up("some").id, to = look_up("to").id,
      both = look_up("both").id, two = look_up("two").id,
      any = look_up("any").id, each = look_up("each").id, every = look_up("every").id, another = look_up("another").id,
      no = look_up("no").id, not_ = look_up("not").id, itself = look_up("itself").id, themselves = look_up("themselves").id;
};
[[nodiscard]] const Spellings& spellings();

// Where to begin looking for what stands before `token`: a sentence may be endless.
[[nodiscard]] int first_chunk(const Chunks& chunks, std::uint32_t token);

}  // namespace onrecord
