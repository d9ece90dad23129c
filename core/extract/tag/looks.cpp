// Which looks there are, in which order, and where in a sentence each of them may find something to do.
#include <bit>
#include <cassert>
#include <vector>

#include "extract/tag/sentence_mender.h"

namespace onrecord {

// Each look with the places where it is worth while: what must stand there, beside what, for the look to change anything. No more than a
// glance, in which nothing branches; the look itself asks about words. To ask each of them whether it finds something in a sentence would
// cost more than all that they find: what the answer will be a processor guesses no better than we do.
template <typename Take>
void SentenceMender::each_look(Take look) const {
  using Of = SentenceMender;
  const Places noun = at(tag::kNoun), nouns = at(tag::kNouns), name = at(tag::kName), names = at(tag::kNames), pronoun = at(tag::kPronoun);
  const Places past = at(tag::kPast), third = at(tag::kThirdPerson), present = at(tag::kPresent), modal = at(tag::kModal);
  const Places base = at(tag::kVerb), participle = at(tag::kParticiple), gerund = at(tag::kGerund), to = at(tag::kTo);
  const Places adjective = at(tag::kAdjective), comparative = at(tag::kComparative), adverb = at(tag::kAdverb), number = at(tag::kNumber);
  const Places determiner = at(tag::kDeterminer), his = at(tag::kPossessivePronoun), possessive = at(tag::kPossessive);
  const Places preposition = at(tag::kPreposition), conjunction = at(tag::kConjunction), particle = at(tag::kParticle);
  const Places who = at(tag::kWhPronoun), why = at(tag::kWhAdverb);
  const Places comma = at(tag::kComma), stop = at(tag::kStop), opens = at(tag::kOpenQuote), closes = at(tag::kCloseQuote);
  const Places finite = at_finite(), any_noun = noun | nouns | name | names;
  const Places opening = determiner | his | pronoun | name | names;
  const Places group = any_noun | opening | adjective | comparative | number | possessive;
  const Places main = finite & (Places{0} - finite);                       // the first finite verb
  const Places before_main = (main - 1) | kFarPlace;                       // all that stands before it
  const Places begins = places_.place(first_);
  const auto everywhere = [](bool where) { return where ? kEverywhere : Places{0}; };
  const auto listed = [&](unsigned lists) { return everywhere((lists_ & lists) != 0); };

  look(&Of::passives_of_titles, everywhere(title_) & past & behind(any_noun));
  look(&Of::words_inside_names, listed(LookedFor::kParticle));
  look(&Of::ampersands, everywhere(ampersands_) & conjunction & behind(any_noun) & before(any_noun));
  look(&Of::long_considered, everywhere(comma != 0 && first_ + 2 < last_ && t_.word[first_]->id == long_));
  look(&Of::name_that_opens, begins & gerund & before(name & before(finite)));
  look(&Of::names_like_modals, modal & before(name | finite));
  look(&Of::names_like_pronouns, everywhere(shouts_) & (pronoun | who));
  look(&Of::told_in_front, everywhere(comma != 0 && (begins & preposition) != 0) & main & past & behind(comma | (any_noun & media_)));
  look(&Of::told_in_aside, everywhere(comma != 0 && preposition != 0 && media_ != 0) & main & past & behind(any_noun));
  look(&Of::verbs_behind_modals, (modal | (everywhere(does_) & finite)) & before(noun | (adverb & before(noun | adjective | adverb))));
  look(&Of::words_inside_verbs, listed(LookedFor::kInsideVerb));
  look(&Of::nouns_of_somebody, possessive & (behind(adjective) | before((present | base) & before(finite))));
  look(&Of::nouns_before_verbs,
       third & (begins | before(finite | participle) | behind(adjective | comparative | adverb | number | participle)));
  look(&Of::posted_in_a_letter, past & behind(any_noun & media_) & not_before(opening));
  look(&Of::called_by_name, listed(LookedFor::kOfOneLook) & past & behind(any_noun));
  look(&Of::described_before_noun, (past & before(noun) & (behind(preposition | comma) | behind(behind(determiner)))) |
                                       (gerund & before(noun & people_)));
  look(&Of::when_asked, past & behind(preposition | why));
  look(&Of::to_lower, everywhere(comparative != 0) & (adjective | comparative) & behind(preposition | to));
  look(&Of::like_to, to & behind(preposition) & before(base));
  look(&Of::that_after_noun, thats_ & who & behind(any_noun));
  look(&Of::verbs_of_title, everywhere(title_));
  const Places like_verb = tells_ & (noun | nouns) & before_main & not_behind(determiner | his | possessive | preposition);
  look(&Of::verb_before, everywhere(may_tell_) & (everywhere(title_) | like_verb));
  look(&Of::by_warning, everywhere(may_tell_) & tells_ & noun & before(thats_ | adverb));
  look(&Of::with_somebody_warning, everywhere(may_tell_) & tells_ & noun & ((behind(name) & before(preposition | opens)) |
                                                                           (behind(noun & people_) & before(opening))));
  look(&Of::verbs_beside_asides, everywhere(comma != 0) & ((past & behind(comma)) | (participle & behind(comma | adverb))));
  look(&Of::goes_on_behind_aside, nouns & behind(comma));
  look(&Of::claims_at_end, everywhere(comma != 0) & nouns & tells_ & behind(noun | name));
  look(&Of::reports_at_end, nouns & tells_ & behind(comma) & before(opening));
  const Places at_end = behind(comma | closes) | behind(behind(closes)) | last_word_;
  look(&Of::says_at_end, everywhere((may_tell_ || base != 0) && (comma | closes) != 0) & tells_ & not_at(finite) & at_end);
  look(&Of::nouns_behind_objects, present & before(finite));
  look(&Of::asked_and_said, main & past & behind(any_noun) & before((past | participle) & tells_));
  look(&Of::told_behind_said, everywhere((past & behind(media_)) != 0) & main & tells_ & before(preposition));
  look(&Of::does_it, participle & before(pronoun | his));
  look(&Of::had_behind_said, participle & before(participle));
  look(&Of::heard_that, everywhere(thats_ != 0) & participle & tells_);
  look(&Of::clause_behind_told, everywhere(participle != 0) & finite & tells_ & before((pronoun | any_noun) & before(opening)));
  look(&Of::verb_of_claim, everywhere(participle != 0) & thats_ & behind(any_noun) & before_main);
  const Places said_next = behind(conjunction | preposition | group) & before(thats_ | preposition | who | why);
  look(&Of::left_and_said_that, participle & tells_ & ((everywhere(who != 0) & behind(finite)) | said_next));
  look(&Of::but_said_she, participle & tells_ & behind(conjunction) & before(pronoun));
  look(&Of::voted_by, everywhere(number != 0) & participle & before(preposition & before(number)));
  look(&Of::done_by_somebody, everywhere(comma != 0) & participle & behind(any_noun));
  look(&Of::participle_behind_which, everywhere(participle != 0) & who & before(opening));
  look(&Of::pasts_behind_times, everywhere(present != 0 && preposition != 0) & participle & behind(group));
  look(&Of::was_told_too, everywhere(participle != 0) & past & behind(conjunction | comma) & before(pronoun | to | thats_));
  const Places behind_subject = behind(group | preposition | comma | adverb | to | base | particle | participle | (finite & behind(who)));
  const Places told = (participle | past) & behind(group | preposition) & before(preposition);
  look(&Of::accused_of_doing, past & tells_ & behind(any_noun) & before(preposition & before(gerund)));
  look(&Of::participle_for_verb, everywhere(!title_ && (participle != 0 || tells_like_adjective_)) &
                                     (told | ((participle | (adjective & tells_)) & behind_subject)));
  look(&Of::based_in_town, listed(LookedFor::kOfOneLook));
  look(&Of::think_tanks, listed(LookedFor::kOfOneLook));
  const Places like_people = (base & begins & before(finite)) | (adjective & people_ & before(comma | preposition | stop | finite)) |
                             ((base | present) & people_ & behind(any_noun)) | listed(LookedFor::kLikePeople);
  look(&Of::adjectives_for_people, everywhere(stands_for_people_) & like_people);
  look(&Of::standing_for_people, listed(LookedFor::kQuantity | LookedFor::kThese));
  look(&Of::base_form_of_many, base & (behind(noun | nouns | names | pronoun | who | (adverb & not_behind(to | finite))) |
                                       (behind(finite) & before(preposition)) | before(noun & before(name))));
  look(&Of::that_after_told, thats_ & who);
  look(&Of::things_of_whom, listed(LookedFor::kOfOneLook) & who);
  look(&Of::that_before_verb, thats_ & preposition & not_behind(comma) & before(modal | ((base | present) & before(opening))));
  look(&Of::that_with_gap, thats_ & preposition & behind(any_noun) & before(pronoun | any_noun));
  look(&Of::that_of_many, thats_ & determiner & behind(finite) & before(preposition));
  look(&Of::that_behind_whom, thats_ & determiner & behind(pronoun | any_noun));
  look(&Of::behind_quotations,
       everywhere(closes != 0) & ((closes & (behind(comma | stop) | before(comma))) | (opens & behind(behind(nouns)))));
}

// A bit for each look that may find something to do in the sentence as it stands.
std::uint64_t SentenceMender::worth_while() const {
  std::uint64_t out = 0;
  unsigned n = 0;
  each_look([&](Look, Places where) { out |= std::uint64_t{where != 0} << n++; });
  return every_look_ ? (std::uint64_t{1} << n) - 1 : out;
}

void SentenceMender::look_again() {
  static const std::vector<Look> looks = [&] {
    std::vector<Look> out;
    each_look([&](Look look, Places) { out.push_back(look); });
    assert(out.size() < 64);
    return out;
  }();
  for (std::uint64_t worth = worth_while(); worth != 0;) {
    const auto next = static_cast<unsigned>(std::countr_zero(worth));
    changed_ = false;
    (this->*looks[next])();
    worth = (changed_ ? worth_while() : worth) & (~std::uint64_t{1} << next);
  }
}

}  // namespace onrecord
