// Titles: they leave out articles and auxiliaries and tell in the present, so that their verbs look like things.
#include "extract/tag/sentence_mender.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

// "Council accused of neglect", "Man told to leave", "Owner blamed for fire": titles tell in the present, so a past before "of" or "to" is
// a passive without its "is".
void SentenceMender::passives_of_titles() {
  if (!title_) return;
  static const auto kOf = ids_of("of", "with", "over", "by", "for");
  static const auto kJudged = ids_of("blame", "criticize", "criticise", "praise", "hail", "slam", "condemn", "fault", "mock", "denounce");
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 1, 1)) {
    const Word& word = *t_.word[i];
    if (!noun(i - 1) || ((word.classes & kAddresseeVerb) == 0 && !kJudged.has(word.lemma))) continue;
    if (!may_be_participle(i)) continue;
    const std::uint32_t next = t_.word[i + 1]->id;
    if (tag(i + 1) == tag::kTo || kOf.has(next)) set(i, tag::kParticiple);
  }
}

// "Watchdog hails port deal", "Scientists welcome inquiry", "Okafor questions end to strike", "Police vow to act": what may tell what
// somebody says, right behind whoever opens a title and before what it is about, is its verb when it has no other. Near misses: "Union
// demands force port to close", "Ferry plans on show".
void SentenceMender::verbs_of_title() {
  if (!title_) return;
  for (std::uint32_t first = first_; first + 2 < last_;) {
    verb_of_title(first);
    while (first < last_ && tag(first) != tag::kSemicolon) ++first;
    ++first;
  }
}

// The same for the clause that begins at `first`.
void SentenceMender::verb_of_title(std::uint32_t first) {
  static const std::uint32_t to = look_up("to").id;
  std::uint32_t i = first + 1;
  while (i + 1 < last_ && !tells_in_title(i, first) && (in_group(i) || tag(i) == tag::kPreposition)) ++i;
  if (i + 1 >= last_ || !tells_in_title(i, first) || tag(i + 1) == tag::kPossessive || !opens_what_is_said(i)) return;
  const bool clause = (t_.word[i]->classes & kTakesThat) != 0;
  const auto parts = [&](std::uint32_t k) {
    return (opens_clause(k) && !in_group(k)) || tag(k) == tag::kSemicolon || tag(k) == tag::kDash || t_.word[k]->id == to;
  };
  std::uint32_t next = i + 2;
  while (next < last_ && !finite(next) && !parts(next)) ++next;
  const bool other = next < last_ && finite(next);  // another verb: that of what is said, or of the title
  if (other && (!clause || behind_group(i + 1) != next)) return;
  if (!noun(i - 1)) set(i - 1, tag::kNoun);
  set(i, many_in_title(i - 1) ? tag::kPresent : tag::kThirdPerson);
  // "orders council | to cut fares"
  const bool acts = next + 1 < last_ && t_.word[next]->id == to && (t_.word[next + 1]->tags & tag_bit(tag::kVerb)) != 0;
  if (!acts || (t_.word[i]->classes & kAddresseeVerb) == 0 || behind_group(i + 1) != next) return;
  set(next, tag::kTo);
  set(next + 1, tag::kVerb);
}

// Whether what stands behind the verb of saying at `i` is what it is about: "hails | deal", "calls | on the council", "vows | to act"; what
// looks like a verb of its own there is mended, "brands | ferry deal", "demands | end to strike".
bool SentenceMender::opens_what_is_said(std::uint32_t i) {
  static const std::uint32_t to = look_up("to").id, call = look_up("call").id, hint = look_up("hint").id, at = look_up("at").id,
                             on = look_up("on").id, for_ = look_up("for").id;
  const std::uint32_t next = i + 1, id = t_.word[next]->id, lemma = t_.word[i]->lemma;
  if (id == to) {
    if (next + 1 >= last_) return false;
    const bool acts = (t_.word[next + 1]->tags & tag_bit(tag::kVerb)) != 0 && (t_.word[i]->classes & (kTakesThat | kAttitude)) != 0;
    if (!acts) return false;
    set(next, tag::kTo);
    set(next + 1, tag::kVerb);
    return true;
  }
  if (lemma == call ? id == on || id == for_ : lemma == hint && id == at) return true;
  if (!finite(next)) return in_group(next) || tag(next) == tag::kOpenQuote;
  const bool thing = next + 1 < last_ && (t_.word[next]->tags & tag_bit(tag::kNoun)) != 0;
  if (!thing || !(in_group(next + 1) || tag(next + 1) == tag::kPreposition || t_.word[next + 1]->id == to)) return false;
  set(next, tag::kNoun);
  if (t_.word[next + 1]->id == to) set(next + 1, tag::kPreposition);
  return true;
}

// Whether the noun at `i` is of several.
bool SentenceMender::many_in_title(std::uint32_t i) const {
  return tag(i) == tag::kNouns || tag(i) == tag::kNames || (t_.word[i]->classes & kPeople) != 0;
}

// Whether the word at `i` may be a verb of saying in the number of the noun before it, which names somebody, in the clause that begins at
// `first`.
bool SentenceMender::tells_in_title(std::uint32_t i, std::uint32_t first) const {
  const Word &word = *t_.word[i], &who = *t_.word[i - 1];
  const bool person = (who.classes & (kPerson | kPeople | kGroup | kTitle)) != 0;
  if ((t_.shape[i] & kCapital) != 0 || tag(i) == tag::kName || tag(i) == tag::kNames) return false;
  if (!noun(i - 1) && !(person && i - 1 == first)) return false;  // Expert: an adjective elsewhere
  if ((word.classes & (kTakesThat | kTakesQuote | kCommunication)) == 0) return false;
  const bool name = tag(i - 1) == tag::kName && (t_.shape[i - 1] & kCapital) != 0;
  if (!name && !person && (who.classes & kDocument) == 0) return false;
  const std::uint32_t forms = many_in_title(i - 1) ? tag_bit(tag::kVerb) | tag_bit(tag::kPresent) : tag_bit(tag::kThirdPerson);
  return (word.tags & forms) != 0;
}

}  // namespace onrecord
