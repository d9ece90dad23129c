// Words that stand for somebody in mind, whom nothing else calls so: "the striker", "the former mayor".
#include <algorithm>
#include <string>

#include "lexicon/role_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "resolve/speakers/description.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"
#include "text/ascii.h"

namespace onrecord {

using namespace word_class;

// "A witness came. “It leaks,” the witness said.": somebody was told of so, without a name, a little before.
bool Speakers::told_of_one(std::uint32_t head) const {
  constexpr std::uint32_t kFar = 80;  // tokens
  const Tokens& t = doc_.tokens;
  const auto one = [&](std::uint32_t k) {
    const std::uint32_t id = t.word[k]->id;
    return id == spellings().a || id == spellings().an || id == spellings().one || id == spellings().another;
  };
  for (std::uint32_t k = head; k-- > 2 && head - k < kFar;)
    if (t.word[k]->id == t.word[head]->id && (one(k - 1) || (t.tag[k - 1] == tag::kAdjective && one(k - 2)))) {
      const std::size_t n = names_.first_from(k);  // "a baker, Ana Reyes" has one
      return n == names_.all().size() || names_.all()[n].before > k + 2;
    }
  return false;
}

// "Reyes said the senator had lost. “I won,” the senator said.": who called somebody else so just before, the entity; INT32_MIN for
// nobody.
std::int32_t Speakers::called_by_other(std::uint32_t head) const {
  constexpr std::uint32_t kFar = 250;  // tokens
  constexpr std::size_t kStatementsBack = 40;
  const Tokens& t = doc_.tokens;
  for (std::uint32_t k = head; k-- > 1 && head - k < kFar;) {
    if (t.word[k]->id != t.word[head]->id || t.word[k - 1]->id != spellings().the) continue;
    const std::uint32_t at = t.begin[k];
    const auto behind = std::partition_point(statements_->begin(), statements_->end(),
                                             [at](const Statement& s) { return s.content.front().begin <= at; });
    for (std::size_t i = static_cast<std::size_t>(behind - statements_->begin()), left = kStatementsBack; i-- > 0 && left-- > 0;) {
      const Statement& s = (*statements_)[i];
      if (s.within >= 0 || s.place != Place::Body || s.content.front().begin > at || entity_of_[i] < 0) continue;
      if (std::any_of(s.content.begin(), s.content.end(), [at](Span p) { return p.begin <= at && at < p.end; })) return entity_of_[i];
    }
  }
  return INT32_MIN;
}

// "Reyes said no. “It leaks,” | the striker said", "Reyes was late. “It leaks,” | the striker said": who alone spoke by name in the
// paragraph before the quotation that ends there, or alone was named in it and did something; -1 for none.
std::int32_t Speakers::acts_in_paragraph(std::uint32_t token) const {
  constexpr std::size_t kMost = 8;  // statements, names
  // “It leaks,” | said the striker
  if (token > 1 && doc_.tokens.tag[token - 1] != tag::kCloseQuote && is(token - 1, kTakesQuote)) --token;
  if (token == 0 || doc_.tokens.tag[token - 1] != tag::kCloseQuote || begins_sentence(token)) return -1;
  const std::uint32_t at = doc_.tokens.begin[token];
  const auto behind = std::partition_point(statements_->begin(), statements_->end(),
                                           [at](const Statement& s) { return s.content.front().begin <= at; });
  std::int32_t found = -1;
  for (std::size_t i = static_cast<std::size_t>(behind - statements_->begin()), left = kMost; i-- > 0 && left-- > 0;) {
    const Statement& s = (*statements_)[i];
    if (!same_paragraph(doc_.first_token_from(s.content.front().begin), token - 1)) break;
    if (s.within >= 0 || s.mention.empty() || tokens_under(doc_, s.mention).first >= token) continue;
    if (entity_of_[i] < 0 || (found >= 0 && found != entity_of_[i]) || !entities_.at(entity_of_[i]).is_person()) return -1;
    found = entity_of_[i];
  }
  if (found >= 0) return found;
  bool acts = false;
  for (std::size_t n = names_.first_from(token), left = kMost; n-- > 0 && left-- > 0;) {
    const Name& name = names_.all()[n];
    if (!same_paragraph(name.first, token - 1)) break;
    if (name.has(name_hint::kQuoted) || !entities_.at(name.entity).is_person()) continue;
    if (found >= 0 && found != name.entity) return -1;
    found = name.entity;
    acts |= name.has(name_hint::kSubject);
  }
  return acts ? found : -1;
}

// "the actor", "the former Calder mayor" of somebody whom nothing calls so: the person in mind, where the words are such as stand for a
// name. Whom the article speaks of little is seldom called so.
std::int32_t Speakers::of_epithet(const Phrase& phrase, std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t kAtLeast = 3;  // mentions
  constexpr float kClearly = 0.25F;      // before the next person
  constexpr float kNearlyAlone = 0.6F, kPlayerAlone = 0.45F, kAlone = 0.99F;
  if (phrase.head <= first) return -1;
  const Tokens& t = doc_.tokens;
  const Word& word = word_of(doc_, phrase.head);
  const std::string small = lower_ascii(doc_.words(phrase.head));
  const bool former = doc_.words(first + 1) == "former";
  const bool former_two = former && end > phrase.end && t.tag[phrase.end] == tag::kConjunction;  // "the former mayor and senator"
  const bool alone = end == phrase.end || former_two;
  const bool office = (word.classes & kTitle) != 0 && !spokesperson(small) && t.tag[phrase.head] == tag::kNoun;
  const bool of_office = office && end > phrase.end + 1 && t.word[phrase.end]->id == spellings().of && end <= phrase.end + 3;
  const bool of_place = (is(first + 1, kPlace | kDemonym) && name_over(first + 1) < 0) || place_over(first + 1);
  const bool told_apart = first + 1 < phrase.head && (former || of_place);
  // "the Harbour Trust's director" is somebody of whom nothing was told yet.
  bool owned = false;
  for (std::uint32_t k = first; k < phrase.head; ++k) owned |= t.tag[k] == tag::kPossessive;
  const bool by_office = office && (alone || of_office) && told_apart && !owned;
  const bool of_house = epithet_of_house(small) && first + 2 == phrase.head && name_over(first + 1) >= 0;
  const bool of_town = of_place && first + 2 == phrase.head && (word.classes & (kMalePerson | kFemalePerson)) != 0;  // the Essex girl
  // "the grandmother of six"
  const bool of_some = end == phrase.end + 2 && t.word[phrase.end]->id == spellings().of && t.tag[phrase.end + 1] == tag::kNumber &&
                       parent_of_some(small + "-of-some");
  const bool called = of_some || epithet(small) || parent_of_some(small) || of_house || of_town || doc_.words(first + 1) == "retired";
  if (!by_office && !((alone || of_some) && called)) return -1;
  const Gender gender = (word.classes & kMalePerson) != 0     ? Gender::Male
                        : (word.classes & kFemalePerson) != 0 ? Gender::Female
                                                              : Gender::Unknown;
  // "the candidate" of an article that has several is the one whom it is about.
  const std::uint32_t at_least = phrase.head == first + 1 && runs_for_office(small) ? entities_.most_mentions() / 2 : 0;
  if (told_of_one(phrase.head)) return -1;
  const std::int32_t other = called_by_other(phrase.head);
  const bool player = plays(small) && !former;  // the former striker may be a coach
  if (const std::int32_t goes_on = acts_in_paragraph(first); goes_on >= 0 && goes_on != other && called) {
    const Entity& e = entities_.at(goes_on);
    const bool another = gender != Gender::Unknown && e.gender() != Gender::Unknown && e.gender() != gender;
    if (!another && !(player && entities_.leads_team(goes_on)) && !entities_.other_party(first, phrase.head, goes_on)) return goes_on;
  }
  Discourse::Antecedent found = discourse_.in_mind(first, gender, at_least, player, other);
  // "She sings of her sister, Ana. “She never left,” says the singer": no name told once.
  if (found.entity >= 0 && alone && epithet(small) && at_least == 0 && entities_.at(found.entity).mentions == 1)
    if (const auto known = discourse_.in_mind(first, gender, kAtLeast, player, other); known.entity >= 0) found = known;
  if (found.entity < 0) return -1;
  const Entity& e = entities_.at(found.entity);
  // what kind of driver, whose Republican: somebody who was named before
  const bool told_of = of_house || small == "mp" || (of_place && !party_name(small).empty());
  // Of somebody nearly alone in mind a mention less will do.
  const std::uint32_t at_ease = found.lead >= kAlone ? 2 : found.lead >= (plays(small) ? kPlayerAlone : kNearlyAlone) ? 1 : 0;
  if (e.mentions + (told_of ? 1 : 0) + at_ease < kAtLeast || entities_.other_party(first, phrase.head, found.entity)) return -1;
  if (by_office && found.lead < kClearly) return -1;
  if (by_office && !former && small != "leader" && entities_.has_office(found.entity)) return -1;
  return found.entity;
}

}  // namespace onrecord
