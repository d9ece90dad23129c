// Inner to the folder: mends the tags of one sentence after another, see mend_tags.h.
//
// Each look changes what its own comment names. Where one may find something to do is told by where tags and words stand
// (sentence_places.h): by looks.cpp, or by the places among which it looks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/tag/sentence_places.h"
#include "extract/tag/tag_rules.h"
#include "lexicon/lexicon.h"
#include "lexicon/tags.h"
#include "segment/document.h"

namespace onrecord {

inline constexpr std::uint32_t kAnyFinite =
    tag_bit(tag::kPast) | tag_bit(tag::kThirdPerson) | tag_bit(tag::kPresent) | tag_bit(tag::kModal);
inline constexpr std::uint32_t kAnyNoun = tag_bit(tag::kNoun) | tag_bit(tag::kNouns) | tag_bit(tag::kName) | tag_bit(tag::kNames);
inline constexpr std::uint32_t kGoverning =
    kAnyFinite | tag_bit(tag::kVerb) | tag_bit(tag::kGerund) | tag_bit(tag::kParticiple) | tag_bit(tag::kTo);
inline constexpr std::uint32_t kOpeningGroup = tag_bit(tag::kDeterminer) | tag_bit(tag::kPossessivePronoun) | tag_bit(tag::kPronoun) |
                                               tag_bit(tag::kName) | tag_bit(tag::kNames);
inline constexpr std::uint32_t kInGroup = kAnyNoun | kOpeningGroup | tag_bit(tag::kAdjective) | tag_bit(tag::kComparative) |
                                          tag_bit(tag::kNumber) | tag_bit(tag::kPossessive);

// The lists of words that some of the looks are about, see mend_tags.cpp.
struct LookedFor {
  enum : unsigned { kParticle = 1, kQuantity = 2, kThese = 4, kInsideVerb = 8, kLikePeople = 16, kOfOneLook = 32 };
};

class SentenceMender {
 public:
  SentenceMender(Document& doc, bool every_look)
      : doc_(doc), every_look_(every_look),
        t_{.word = doc.tokens.word.data(), .shape = doc.tokens.shape.data(), .tag = doc.tokens.tag.data()} {}

  void mend(const Sentence& sentence);

 private:
  void look_over();
  // The looks, those that may find something to do: looks.cpp.
  using Look = void (SentenceMender::*)();
  template <typename Take>
  void each_look(Take look) const;
  [[nodiscard]] std::uint64_t worth_while() const;
  void look_again();

  // Names, people and houses: mend_tags.cpp.
  [[nodiscard]] bool could_be_particle(std::uint32_t i) const;
  void words_inside_names();
  void ampersands();
  [[nodiscard]] bool is_capital_particle(std::uint32_t i) const;
  void long_considered();
  void name_that_opens();
  void names_like_modals();
  void names_like_pronouns();
  void nouns_of_somebody();
  void adjectives_for_people();
  [[nodiscard]] bool names_boss(std::uint32_t i) const;
  void standing_for_people();
  void based_in_town();
  void think_tanks();

  // Verbs: mend_verbs.cpp.
  void verbs_behind_modals();
  [[nodiscard]] bool voiced(std::uint32_t i) const;
  [[nodiscard]] bool tells_post(std::uint32_t i) const;
  void base_form_of_many();
  void claims_at_end();
  void says_at_end();
  void reports_at_end();
  void nouns_before_verbs();
  void to_lower();
  void like_to();
  void words_inside_verbs();
  void had_behind_said();
  void pasts_behind_times();
  void nouns_behind_objects();
  void asked_and_said();
  void but_said_she();
  [[nodiscard]] bool opens_clause(std::uint32_t i) const;
  void goes_on_behind_aside();
  void verb_before();
  void by_warning();
  void with_somebody_warning();
  [[nodiscard]] bool could_be_verb(std::uint32_t i, std::uint32_t head) const;

  // Titles: mend_titles.cpp.
  void passives_of_titles();
  void verbs_of_title();
  void verb_of_title(std::uint32_t first);
  [[nodiscard]] bool opens_what_is_said(std::uint32_t i);
  [[nodiscard]] bool many_in_title(std::uint32_t i) const;
  [[nodiscard]] bool tells_in_title(std::uint32_t i, std::uint32_t first) const;

  // Participles: mend_participles.cpp.
  void does_it();
  void participle_for_verb();
  [[nodiscard]] bool by_mail(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t behind_fronted() const;
  bool described_by_participle(std::uint32_t i);
  [[nodiscard]] bool like_participle(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t behind_appositions(std::uint32_t i, bool behind_one) const;
  [[nodiscard]] std::uint32_t behind_relative_clause(std::uint32_t who) const;
  void participle_behind_which();
  [[nodiscard]] bool has_object(std::uint32_t i) const;
  [[nodiscard]] bool verb_behind(std::uint32_t i) const;
  void accused_of_doing();
  void was_told_too();
  void when_asked();
  void done_by_somebody();
  void voted_by();
  void said_behind_perfect();
  void verbs_beside_asides();
  void told_in_apposition(std::uint32_t first);
  void told_behind_aside(std::uint32_t first);
  void called_by_name();
  void described_before_noun();
  void clause_behind_told();

  // Letters and messages: mend_media.cpp.
  [[nodiscard]] std::uint32_t comma_behind_medium(std::uint32_t verb, word_class::Bits media) const;
  void told_in_front();
  void described_in_front(std::uint32_t verb);
  void told_in_aside();
  void told_behind_said();
  void posted_in_a_letter();
  [[nodiscard]] bool sent_in_a_letter(std::uint32_t i) const;

  // What stands behind a quotation: mend_quotations.cpp.
  void behind_quotations();
  void before_quotations();
  void verb_behind_quotation(std::uint32_t first);
  [[nodiscard]] std::uint32_t behind_asides(std::uint32_t comma, std::uint32_t end) const;
  [[nodiscard]] bool inverted_like_noun(std::uint32_t first) const;
  void people_for_name(std::uint32_t verb);
  void retired_before_a_name(std::uint32_t first);
  [[nodiscard]] bool may_quote(std::uint32_t i, std::uint32_t head) const;

  // Clauses with "that" and "whose": mend_that.cpp.
  void heard_that();
  void left_and_said_that();
  [[nodiscard]] bool behind_relative(std::uint32_t i) const;
  [[nodiscard]] bool behind_relative_place(std::uint32_t i) const;
  [[nodiscard]] bool behind_noun_of_saying(std::uint32_t that) const;
  void verb_of_claim();
  [[nodiscard]] bool lacks_nothing(std::uint32_t verb) const;
  [[nodiscard]] bool perfect_without_gap(std::uint32_t verb) const;
  void that_after_noun();
  void that_after_told();
  void that_before_verb();
  void that_with_gap();
  [[nodiscard]] bool calls_something(std::uint32_t verb) const;
  void that_of_many();
  void that_behind_whom();
  [[nodiscard]] bool behind_told(std::uint32_t i) const;
  void things_of_whom();

  [[nodiscard]] char tag(std::uint32_t i) const { return i < last_ ? t_.tag[i] : '\0'; }
  [[nodiscard]] bool has(char wanted) const { return at(wanted) != 0; }
  void set(std::uint32_t i, char tag) {
    places_.move(t_.tag[i], tag, i);
    t_.tag[i] = tag;
    changed_ = true;
  }
  [[nodiscard]] bool mark(std::uint32_t i) const { return (t_.shape[i] & kMark) != 0; }
  [[nodiscard]] bool noun(std::uint32_t i) const { return (looked_at(tag(i)) & kAnyNoun) != 0; }
  [[nodiscard]] bool finite(std::uint32_t i) const { return (looked_at(tag(i)) & kAnyFinite) != 0; }
  [[nodiscard]] static bool past(const Word& word) { return (word.tags & tag_bit(tag::kPast)) != 0; }
  [[nodiscard]] bool may_be_participle(std::uint32_t i) const { return (t_.word[i]->tags & tag_bit(tag::kParticiple)) != 0; }
  // A verb, or the "to" before one.
  [[nodiscard]] bool governs(std::uint32_t i) const { return (looked_at(tag(i)) & kGoverning) != 0; }
  [[nodiscard]] bool in_group(std::uint32_t i) const { return (looked_at(tag(i)) & kInGroup) != 0; }
  [[nodiscard]] bool opens_group(std::uint32_t i) const { return (looked_at(tag(i)) & kOpeningGroup) != 0; }
  // The tokens from `from` on that bear the tag, that so many tokens of the sentence stand behind, and that may stand among these places.
  [[nodiscard]] Bearing bearing(char wanted, std::uint32_t from, std::uint32_t behind = 0, Places among = kEverywhere) const {
    return {places_, t_.tag, wanted, among, from, std::max(last_, behind) - behind};
  }
  [[nodiscard]] Places at(char tag) const { return places_.at(tag); }
  [[nodiscard]] Places at_noun() const { return at(tag::kNoun) | at(tag::kNouns) | at(tag::kName) | at(tag::kNames); }
  [[nodiscard]] Places at_finite() const { return at(tag::kPast) | at(tag::kThirdPerson) | at(tag::kPresent) | at(tag::kModal); }
  [[nodiscard]] Places at_opening_group() const { return places_.any(kOpeningGroup); }
  // The first finite verb from `i` on, before `end`; `end` when there is none.
  [[nodiscard]] std::uint32_t next_finite(std::uint32_t i, std::uint32_t end) const {
    while ((i = places_.next(at_finite(), i, end)) < end && !finite(i)) ++i;
    return i;
  }
  // Behind the noun group that stands at `i`.
  [[nodiscard]] std::uint32_t behind_group(std::uint32_t i) const {
    while (in_group(i)) ++i;
    return i;
  }
  // Behind the noun groups and prepositions that stand from `i` on.
  [[nodiscard]] std::uint32_t behind_groups(std::uint32_t i) const {
    for (const std::uint32_t end = i + kFarthest; i + 2 < last_ && i < end && (in_group(i) || tag(i) == tag::kPreposition);) ++i;
    return i;
  }
  // Whether [from, to) is one noun group that begins as a new one does.
  [[nodiscard]] bool group(std::uint32_t from, std::uint32_t to) const {
    if (from >= to || !opens_group(from)) return false;
    for (std::uint32_t i = from; i < to; ++i)
      if (!in_group(i)) return false;
    return noun(to - 1) || tag(to - 1) == tag::kPronoun;
  }

  // The first finite verb of the sentence, whatever its clause, for looks that ask whether it is one; the sentence's end, or how far is
  // looked, when there is none. Whether another is the verb of the main clause asks verb_behind().
  [[nodiscard]] std::uint32_t first_verb() const {
    return next_finite(first_, std::min(last_, first_ + kFarthest));
  }

  static constexpr std::uint32_t kFarthest = 30;  // tokens of a sentence that are looked at

  const Document& doc_;
  const bool every_look_;
  const bool ampersands_ = doc_.text.find('&') != std::string_view::npos;
  const TagView t_;
  const std::uint32_t as_ = look_up("as").id, that_ = look_up("that").id;
  const std::uint32_t based_word_ = look_up("based").id, think_word_ = look_up("think").id, forward_word_ = look_up("forward").id,
                      accused_word_ = look_up("accused").id;
  const std::uint32_t go_ = look_up("go").id, it_ = look_up("it").id;
  const std::uint32_t long_ = look_up("long").id;
  std::uint32_t begin_ = 0, first_ = 0, last_ = 0;  // first_: behind the marks and the "but" that open it
  bool title_ = false;       // the sentence is one
  bool shouts_ = false;      // a word of it is in capitals
  bool does_ = false;        // a word of it is a form of "do"
  bool changed_ = false;     // by a look
  SentencePlaces places_;    // where tags stand now
  // Where words stand, whatever their tags are: "that"; what may be a verb of saying or thinking; names for somebody and surnames; what
  // something is said in; the last word.
  Places thats_ = 0, tells_ = 0, people_ = 0, media_ = 0, last_word_ = 0;
  // What stood in the sentence before it was mended: a noun or an adjective that may be a verb of saying or thinking, an adjective or a
  // base form that may be a noun for somebody or a surname.
  bool may_tell_ = false, tells_like_adjective_ = false, stands_for_people_ = false;
  // And which of the words that some looks are about: of what lists, and where words stand that may be of one.
  unsigned lists_ = 0;
  std::vector<std::uint32_t> listed_;
};

}  // namespace onrecord
