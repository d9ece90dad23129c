#include "extract/tag/mend_tags.h"

#include <array>
#include <string>
#include <string_view>

#include "extract/tag/sentence_mender.h"
#include "lexicon/few_words.h"
#include "lexicon/name_particles.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

// The words that some of the looks are about, in the order of LookedFor.
constexpr std::array<std::string_view, 7> kQuantities{"many", "few", "several", "most", "more", "fewer", "much"};
const FewWordLists& looked_for() {
  static constexpr std::array<std::string_view, 3> kTheseWords{"those", "these", "some"};
  static constexpr std::array<std::string_view, 4> kInsideVerbs{"both", "all", "each", "since"};
  static constexpr std::array<std::string_view, 2> kLikePeopleWords{"accused", "forward"};
  static constexpr std::array<std::string_view, 9> kOfOneLooks{"based", "think", "whose", "called", "named",
                                                               "dubbed", "titled", "captioned", "headlined"};
  static const FewWordLists out{kNameParticles, kQuantities, kTheseWords, kInsideVerbs, kLikePeopleWords, kOfOneLooks};
  return out;
}

void SentenceMender::mend(const Sentence& sentence) {
  begin_ = sentence.first;
  first_ = sentence.first;
  last_ = sentence.last;
  while (first_ < last_ && mark(first_)) ++first_;
  if (first_ + 1 < last_ && tag(first_) == tag::kConjunction) ++first_;  // But | Reyes, who sailed, maintained that
  title_ = doc_.blocks[sentence.block].role == Role::Title;
  look_over();
  look_again();
}

// What stands in the sentence, in one pass without a branch, kept out of memory on the way: most sentences need few of
// the looks.
void SentenceMender::look_over() {
  const FewWordLists& all_lists = looked_for();
  unsigned lists = 0, shapes = 0;
  std::size_t listed = 0;
  Places thats = 0, tells = 0, people = 0, media = 0, place = 1;
  Bits any = 0;
  listed_.resize(last_ - begin_);
  places_.begin(begin_);
  for (std::uint32_t i = begin_; i < last_; ++i, place = behind(place)) {
    const Word& word = *t_.word[i];
    const auto of = [&](Bits classes) { return (word.classes & classes) != 0 ? place : 0; };
    places_.add(t_.tag[i], place);
    shapes |= t_.shape[i];
    thats |= word.id == that_ ? place : 0;
    tells |= of(kTakesThat | kTakesQuote | kCommunication);
    people |= of(kPerson | kSurname | kGroup);
    media |= of(kOccasion | kDocument | kMedium | kSpeechNoun);
    any |= word.classes;
    const unsigned own_lists = all_lists.may_have(word.id) & (unsigned{mark(i)} - 1U);  // none of a mark
    lists |= own_lists;
    listed_[listed] = i;
    listed += own_lists != 0 ? 1U : 0U;
  }
  listed_.resize(listed);
  thats_ = thats, tells_ = tells, people_ = people, media_ = media;
  lists_ = lists;
  std::uint32_t end = last_;
  while (end > first_ && mark(end - 1)) --end;
  last_word_ = end > first_ ? places_.place(end - 1) : 0;
  does_ = (any & kDo) != 0;
  shouts_ = (shapes & kAllCapitals) != 0;
  may_tell_ = (tells & at_noun()) != 0;
  tells_like_adjective_ = (tells & at(tag::kAdjective)) != 0;
  stands_for_people_ = (people & (at(tag::kAdjective) | at(tag::kVerb) | at(tag::kPresent))) != 0 || (lists & LookedFor::kLikePeople) != 0;
}

// Whether a small word of names at `i` may be one: of what no list has, nearly all of which are names, what can be neither is left out.
bool SentenceMender::could_be_particle(std::uint32_t i) const {
  if ((looked_for().may_have(t_.word[i]->id) & LookedFor::kParticle) == 0) return false;
  const bool tagless = tag(i) == tag::kOther || tag(i) == tag::kAdjective;
  return t_.word[i]->id != 0 || (t_.shape[i] & (kCapital | kHyphen)) != kCapital || tagless;
}

// "Maria de Souza", "Osama al-Rashid", "De Rossi said": small words belong to the name before them, or to that behind them where they
// have a capital. Near miss: "the port de facto closed".
void SentenceMender::words_inside_names() {
  std::uint32_t behind = first_;  // the name before
  for (const std::uint32_t i : listed_) {
    if (i < behind || i + 1 >= last_ || !could_be_particle(i)) continue;
    if (has_article(doc_.words(i))) {
      set(i, tag::kName);
      continue;
    }
    std::uint32_t end = i;
    while (end < i + 3 && end + 1 < last_ && is_name_particle(doc_.words(end))) ++end;
    const bool capital = end == i && is_capital_particle(i);
    if (capital) end = i + 1;
    if (end == i || !noun(end) || (t_.shape[end] & kCapital) == 0) continue;
    const bool behind_name = i > first_ && noun(i - 1) && (t_.shape[i - 1] & kCapital) != 0;
    const bool unknown = tag(i) == tag::kOther;  // “It leaks,” de Souza said
    if (!capital && !behind_name && !unknown) continue;
    for (std::uint32_t k = i; k < end; ++k) set(k, tag::kName);
    if (tag(end) == tag::kNoun) set(end, tag::kName);
    behind = end + 1;
  }
}

// "Reyes & Doe said": one house.
void SentenceMender::ampersands() {
  for (const std::uint32_t i : bearing(tag::kConjunction, first_ + 1, 1, behind(at_noun()) & before(at_noun()))) {
    if (doc_.words(i) != "&" || !noun(i - 1) || !noun(i + 1)) continue;
    if ((t_.shape[i - 1] & t_.shape[i + 1] & kCapital) != 0) set(i, tag::kName);
  }
}

// "De", "La", where the tagger knows nothing better: a small word of names with a capital.
bool SentenceMender::is_capital_particle(std::uint32_t i) const {
  if ((tag(i) != tag::kOther && tag(i) != tag::kAdjective) || (t_.shape[i] & kCapital) == 0) return false;
  constexpr std::size_t kLongest = 5;  // of kNameParticles: no heap for others
  if (doc_.words(i).size() > kLongest) return false;
  std::string small(doc_.words(i));
  small[0] = static_cast<char>(small[0] | 0x20);
  return is_name_particle(small);
}

// "Rolling Barn reported": what opens the sentence is a part of the name that does something. Near misses: "Citing Doe, Reyes said",
// "Visiting Calder proved hard".
void SentenceMender::name_that_opens() {
  const std::uint32_t verb = first_ + 2;
  const bool opens = tag(first_) == tag::kGerund && tag(first_ + 1) == tag::kName && finite(verb);
  if (opens && (t_.shape[first_] & kCapital) != 0 && (t_.word[verb]->classes & kTakesQuote) != 0) set(first_, tag::kName);
}

// "Long considered a slight, the plan": nobody called Long. "Long said" has one.
void SentenceMender::long_considered() {
  static const auto kHeld = ids_of("consider", "regard", "see", "know", "think", "view", "believe", "expect");
  if (first_ + 2 >= last_ || t_.word[first_]->id != long_) return;
  if (!kHeld.has(t_.word[first_ + 1]->lemma) || !may_be_participle(first_ + 1)) return;
  set(first_, tag::kAdverb);
  set(first_ + 1, tag::kParticiple);
}

// "Will Doe said", "the bridge leaks, Will said", "said Will Doe": a modal with a capital is a name where a finite verb stands behind
// the name, or before it.
void SentenceMender::names_like_modals() {
  for (const std::uint32_t i : bearing(tag::kModal, first_, 1)) {
    if ((t_.shape[i] & kCapital) == 0 || (i == first_ && tag(i + 1) != tag::kName)) continue;
    std::uint32_t verb = i + 1;
    while (tag(verb) == tag::kName) ++verb;
    const auto acts = [&](std::uint32_t v) { return finite(v) && tag(v) != tag::kModal; };
    if (acts(verb) || (verb > i + 1 && i > first_ && acts(i - 1))) set(i, tag::kName);
  }
}

// "The IT manager", "IT consultant Ana Reyes": in capitals, before a small word or a name, it is no pronoun. "SAY IT LOUD" has one.
// "The plague is deadly, says WHO.": nor is that, in capitals where the word before has none. "WHO SAYS SO" and "says who" ask.
void SentenceMender::names_like_pronouns() {
  static const std::uint32_t who = look_up("who").id;
  for (const std::uint32_t i : bearing(tag::kWhPronoun, first_ + 1))
    if (t_.word[i]->id == who && (t_.shape[i] & kAllCapitals) != 0 && (t_.shape[i - 1] & kAllCapitals) == 0) set(i, tag::kName);
  for (const std::uint32_t i : bearing(tag::kPronoun, first_, 1))
    if (t_.word[i]->id == it_ && (t_.shape[i] & kAllCapitals) != 0 && noun(i + 1) && (t_.shape[i + 1] & kAllCapitals) == 0)
      set(i, tag::kName);
}

// "Reyes's hope is that": what is somebody's and a verb stands behind is no verb. "Marsh's lawyer": nor is who has it an adjective.
void SentenceMender::nouns_of_somebody() {
  for (const std::uint32_t behind : bearing(tag::kPossessive, first_ + 1, 2)) {
    if (tag(behind - 1) == tag::kAdjective && (t_.shape[behind - 1] & kCapital) != 0) set(behind - 1, tag::kName);
    const std::uint32_t i = behind + 1;
    if ((tag(i) != tag::kPresent && tag(i) != tag::kVerb) || !finite(i + 1)) continue;
    if ((t_.word[i]->tags & tag_bit(tag::kNoun)) != 0) set(i, tag::kNoun);
  }
}

// "One academic told", "a second relative said", "Port chief says": an adjective that is a noun for somebody, before a
// verb. "Green accepts that": a surname that opens the sentence; "Wary voters left" does not.
void SentenceMender::adjectives_for_people() {
  if (first_ >= last_) return;  // nothing but marks
  const bool surname = (t_.word[first_]->classes & kSurname) != 0 && (t_.shape[first_] & kCapital) != 0;
  // "Lynch calls it home": a surname that is a verb too.
  if (tag(first_) == tag::kVerb && surname && finite(first_ + 1)) set(first_, tag::kName);
  const Places ends_group = at(tag::kComma) | at(tag::kPreposition) | at(tag::kStop) | at_finite();
  for (const std::uint32_t i : bearing(tag::kAdjective, first_, 1, before(ends_group))) {
    // "The port's chief, Ana Reyes", "said one academic.": near misses, "the port's chief engineer", "one conservative, quiet man".
    const char owner = i > first_ ? tag(i - 1) : tag::kStop;
    const bool second = i > first_ + 1 && owner == tag::kAdjective && tag(i - 2) == tag::kPossessive;  // the port's chief executive
    const bool owned = owner == tag::kPossessive || owner == tag::kNumber || owner == tag::kDeterminer || second;
    const bool comma = tag(i + 1) == tag::kComma && tag(i + 2) != tag::kAdjective;
    const bool ends = comma || tag(i + 1) == tag::kPreposition || tag(i + 1) == tag::kStop || finite(i + 1);
    if (owned && ends && (t_.word[i]->classes & (kPerson | kGroup)) != 0) set(i, tag::kNoun);
    if (!finite(i + 1) || tag(i + 1) == tag::kModal || (t_.word[i + 1]->classes & kBe) != 0) continue;
    const char before = i > first_ ? tag(i - 1) : tag::kStop;
    const bool counted = before == tag::kNumber || before == tag::kAdjective || before == tag::kDeterminer || before == tag::kName;
    if (counted && (t_.word[i]->classes & (kPerson | kGroup)) != 0) set(i, tag::kNoun);
    if (i == first_ && surname) set(i, tag::kName);
  }
  for (const char verb : {tag::kVerb, tag::kPresent})
    for (const std::uint32_t i : bearing(verb, first_ + 1, 1))
      if (names_boss(i)) set(i, tag::kNoun);
  // "the forward told": a player. "The way forward is long" has none. "The accused, Ana Reyes, told": a person.
  for (const std::uint32_t i : listed_) {
    if (i == first_) continue;
    // “It is late,” added | forward Ana Reyes
    const bool before_name = tag(i + 1) == tag::kName && finite(i - 1) && (t_.word[i - 1]->classes & kTakesQuote) != 0;
    if (t_.word[i]->id == forward_word_ && before_name) set(i, tag::kNoun);
    if (tag(i - 1) != tag::kDeterminer) continue;
    if (t_.word[i]->id == forward_word_ && finite(i + 1)) set(i, tag::kNoun);
    if (t_.word[i]->id == accused_word_ && (finite(i + 1) || tag(i + 1) == tag::kComma)) set(i, tag::kNoun);
  }
}

// "Rovers boss Ana Reyes: …", "Calder host Ana Reyes said": who somebody is, though it looks like a verb.
// "Fans boss Ana Reyes about" has one.
bool SentenceMender::names_boss(std::uint32_t i) const {
  if ((t_.word[i]->classes & kPerson) == 0 || !noun(i - 1) || (t_.shape[i - 1] & kCapital) == 0) return false;
  std::uint32_t k = i + 1;
  while (tag(k) == tag::kName) ++k;
  return k > i + 1 && (tag(k) == tag::kColon || tag(k) == tag::kComma || finite(k));
}

// "Many of them left", "most say so": quantities that stand for people; "those backing the plan": for whom the participle tells of.
void SentenceMender::standing_for_people() {
  static const WordIds quantities(kQuantities);
  static const std::uint32_t those = look_up("those").id, these = look_up("these").id, of = look_up("of").id;
  static const std::uint32_t some = look_up("some").id, many = look_up("many").id, few = look_up("few").id;
  for (const std::uint32_t i : listed_) {
    if (i + 1 >= last_) return;
    const std::uint32_t id = t_.word[i]->id;
    // "those calls": no verb of one person stands behind what many are.
    if ((id == those || id == these) && tag(i + 1) == tag::kThirdPerson) set(i, tag::kDeterminer), set(i + 1, tag::kNouns);
    // "those asked in the port say", not "those called me".
    const bool were = tag(i + 1) == tag::kPast && may_be_participle(i + 1);
    if (id == those && were && (tag(i + 2) == tag::kPreposition || finite(i + 2))) set(i + 1, tag::kParticiple);
    if (id == those && (tag(i + 1) == tag::kGerund || tag(i + 1) == tag::kParticiple)) set(i, tag::kPronoun);
    // "Some worry that it leaks", "many fear the ferry is old"
    if ((id == some || id == many || id == few) && tag(i + 1) == tag::kNoun && (t_.word[i + 1]->classes & kTakesThat) != 0 &&
        (t_.word[i + 1]->tags & (tag_bit(tag::kVerb) | tag_bit(tag::kPresent))) != 0 && i + 2 < last_ && t_.word[i + 2]->id == that_)
      set(i + 1, tag::kPresent);
    if (!quantities.has(id)) continue;
    std::uint32_t next = i + 1;
    while (tag(next) == tag::kAdverb) ++next;
    const bool begins = i > first_ && noun(i - 1) && tag(i) == tag::kAdjective;  // "something many residents want"
    const bool apart = i == first_ && tag(i + 1) == tag::kComma;  // "Most, including Reyes, say so"
    // "Many in the town left", "according to many in the town"
    const bool alone = tag(i + 1) == tag::kPreposition && (i == first_ || tag(i - 1) == tag::kPreposition || tag(i - 1) == tag::kComma);
    if (finite(next) || t_.word[i + 1]->id == of || begins || apart || alone) set(i, tag::kDeterminer);
  }
}

// "a longtime Calder based strategist": an adjective cut off its place. "The firm Calder based its plan on" is
// another, "a firm based here" too.
void SentenceMender::based_in_town() {
  for (const std::uint32_t i : listed_) {
    if (t_.word[i]->id != based_word_ || i == first_ || i + 1 >= last_ || !noun(i - 1) || (t_.shape[i - 1] & kCapital) == 0) continue;
    if (!noun(i + 1) && tag(i + 1) != tag::kAdjective) continue;
    std::uint32_t k = i - 1;
    while (k > first_ && (noun(k) || tag(k) == tag::kAdjective)) --k;
    if (tag(k) == tag::kDeterminer || tag(k) == tag::kComma) set(i, tag::kAdjective);
  }
}

// "euro-sceptic think tank": no verb. "They think tanks leak" has one.
void SentenceMender::think_tanks() {
  for (const std::uint32_t i : listed_)
    if (t_.word[i]->id == think_word_ && i + 1 < last_ &&
        (doc_.words(i + 1) == "tank" || (doc_.words(i + 1) == "tanks" && tag(i) != tag::kPresent)))
      set(i, tag::kNoun);
}

void mend_tags(Document& doc, bool every_look) {
  SentenceMender mender(doc, every_look);
  for (const Sentence& sentence : doc.sentences) mender.mend(sentence);
  for (const Sentence& sentence : doc.inner) mender.mend(sentence);
}

}  // namespace onrecord
