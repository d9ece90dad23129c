// Speakers who are described: "the mayor", "a spokesman for the Trust", "the company".
#include "resolve/speakers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "resolve/speaker_finding.h"

namespace onrecord {

using namespace word_class;
namespace hint = name_hint;

bool Speakers::opens_paragraph(std::uint32_t token) const {
  const auto block = std::partition_point(doc_.blocks.begin(), doc_.blocks.end(), [token](const TokenBlock& b) { return b.last <= token; });
  return block != doc_.blocks.end() && token < block->first + 2;
}

// "the 54-year-old": whose age it is, else the person in mind.
std::int32_t Speakers::of_age(std::uint32_t token, std::string_view age) const {
  std::size_t n = names_.first_from(token);
  for (int left = 60; n-- > 0 && left > 0; --left) {
    const Entity& e = entities_.at(names_.all()[n].entity);
    if (e.is_person() && e.age != 0 && doc_.words(e.age) == age) return names_.all()[n].entity;
  }
  return discourse_.in_mind(token, Gender::Unknown).entity;
}

// Whose the person is: "Reyes's lawyer", "his lawyer"; -1 where no possessive says so. "the Reyes lawyer" may be anybody's.
std::int32_t Speakers::owner(std::uint32_t first, std::uint32_t head, const Statement& statement) const {
  for (std::uint32_t k = first; k < head; ++k)
    if (doc_.tokens.tag[k] == tag::kPossessive || doc_.tokens.tag[k] == tag::kPossessivePronoun) {
      const std::int32_t whose = possessor(first, head, statement);
      return whose >= 0 && entities_.at(whose).is_person() ? whose : -1;
    }
  return -1;
}

// Whose the thing is: "Reyes's campaign", "his campaign", "the Reyes campaign".
std::int32_t Speakers::possessor(std::uint32_t first, std::uint32_t head, const Statement& statement) const {
  const Tokens& t = doc_.tokens;
  for (std::uint32_t k = first; k < head; ++k) {
    if (t.tag[k] == tag::kPossessivePronoun) {
      const std::uint32_t id = t.word[k]->id;
      const Spellings& s = spellings();
      if (id == s.his || id == s.her) return discourse_.entity_of_pronoun(k).entity;
      if (id == s.its) return of_thing(k, statement, 3).entity;
      return -1;
    }
    const std::int32_t name = name_over(k);
    if (name >= 0) return names_.all()[static_cast<std::size_t>(name)].entity;
  }
  return -1;
}

bool Speakers::place_over(std::uint32_t token) const {
  const std::int32_t name = name_over(token);
  return name >= 0 && entities_.at(names_.all()[static_cast<std::size_t>(name)].entity).is_place;
}

// "the actor", "the former Calder mayor" of somebody whom nothing calls so: the person in mind, where the words are such as stand for a
// name. Whom the article speaks of little is seldom called so.
std::int32_t Speakers::of_epithet(const Phrase& phrase, std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t kAtLeast = 3;  // mentions
  constexpr float kClearly = 0.25F;      // before the next person
  constexpr float kNearlyAlone = 0.6F, kAlone = 0.99F;
  if (phrase.head <= first) return -1;
  const Tokens& t = doc_.tokens;
  const Word& word = *t.word[phrase.head];
  std::string small(doc_.words(phrase.head));
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
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
  if (!by_office && !(alone && (epithet(small) || of_house || doc_.words(first + 1) == "retired"))) return -1;
  const Gender gender = (word.classes & kMalePerson) != 0     ? Gender::Male
                        : (word.classes & kFemalePerson) != 0 ? Gender::Female
                                                              : Gender::Unknown;
  // "the candidate" of an article that has several is the one whom it is about.
  const std::uint32_t at_least = phrase.head == first + 1 && runs_for_office(small) ? entities_.most_mentions() / 2 : 0;
  const Discourse::Antecedent found = discourse_.in_mind(first, gender, at_least, plays(small));
  if (found.entity < 0) return -1;
  const Entity& e = entities_.at(found.entity);
  const bool told_of = of_house || small == "mp";  // what kind of driver: somebody who was named before
  // Of somebody nearly alone in mind a mention less will do.
  const std::uint32_t at_ease = found.lead >= kAlone ? 2 : found.lead >= kNearlyAlone ? 1 : 0;
  if (e.mentions + (told_of ? 1 : 0) + at_ease < kAtLeast || entities_.other_party(first, phrase.head, found.entity)) return -1;
  if (by_office && found.lead < kClearly) return -1;
  if (by_office && !former && small != "leader" && entities_.has_office(found.entity)) return -1;
  return found.entity;
}

Speakers::Who Speakers::of_description(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement,
                                       int depth) const {
  const Tokens& t = doc_.tokens;
  const Spellings& s = spellings();
  const std::uint32_t head = phrase.head;
  const Word& word = *t.word[head];
  const std::string_view spelling_of_head = doc_.words(head);
  const char head_tag = t.tag[head];
  const bool plural = head_tag == tag::kNouns || head_tag == tag::kNames || (word.classes & kPeople) != 0;
  const std::uint32_t opener = t.word[first]->id;
  const bool indefinite = opener == s.a || opener == s.an || opener == s.one || opener == s.some || opener == s.any || opener == s.each ||
                          opener == s.every || opener == s.another || opener == s.no || t.tag[first] == tag::kNumber;
  const bool definite =
      opener == s.the || opener == s.this_ || opener == s.that || t.tag[first] == tag::kPossessivePronoun || !indefinite;

  if (phrase.possessive_end && phrase.end + 1 >= last && depth < 3) {
    // "the mayor's": as if it stood alone.
    Phrase alone = phrase;
    alone.possessive_end = false;
    return of_description(alone, first, phrase.end, statement, depth + 1);
  }

  // A name in apposition: "the chairman of the Trust, Ann Roe"; "his niece, state senator Ann Roe".
  if (!plural && ((word.classes & kOnePerson) != 0 || spelling_of_head == "head")) {
    for (std::size_t n = names_.first_from(phrase.end); n < names_.all().size() && names_.all()[n].first < last; ++n) {
      const Name& name = names_.all()[n];
      if (!entities_.at(name.entity).is_person()) continue;
      std::uint32_t k = name.before;
      while (k > phrase.end && (t.tag[k - 1] == tag::kNoun || t.tag[k - 1] == tag::kAdjective) && (t.shape[k - 1] & kCapital) == 0) --k;
      if (k > phrase.end + 1 && t.tag[k - 1] == tag::kDeterminer) --k;  // her husband, the sculptor Tom Roe
      if (k <= phrase.end) continue;
      const char before = t.tag[k - 1];
      if (before == tag::kComma || before == tag::kDash || before == tag::kColon)
        return of_entity(name.entity, name.size() > 1 ? Confidence::full_name : Confidence::surname);
    }
  }

  // "Veldt's parent company, Veldt Holdings": the house behind what it is; "…, who owns her music, Big Machine": what the mention begins
  // with is the end of a clause.
  // "the group that owns her music, Big Machine": behind its clause.
  std::uint32_t comma = phrase.end;
  if (comma < last && t.tag[comma] == tag::kWhPronoun)
    for (comma = last; comma > phrase.end && t.tag[comma - 1] != tag::kComma;) --comma;
  comma -= comma > phrase.end ? 1U : 0U;
  if (!plural && (word.classes & (kOnePerson | kDocument)) == 0 && comma + 1 < last && t.tag[comma] == tag::kComma) {
    const std::size_t n = names_.first_from(comma + 1);
    if (n < names_.all().size() && names_.all()[n].last <= last) {
      const Name& name = names_.all()[n];
      const Entity& e = entities_.at(name.entity);
      const bool house = e.kind == SpeakerKind::Organization && !e.is_place;
      const bool house_of = (word.classes & (kGroup | kOrganizationName)) != 0 || any_organization(spelling_of_head);
      const bool alone = name.last == last || t.tag[name.last] == tag::kComma;
      if (name.before <= comma + 2 && alone && (house || (e.is_person() && !house_of && name.last == last)))
        return of_entity(name.entity, house ? Confidence::organization : Confidence::full_name);
    }
  }

  // "Ana Reyes, a scientist at the Coast Centre, said": the mention may begin behind the name.
  const bool between_commas = first > 1 && last < t.size() && t.tag[first - 1] == tag::kComma && t.tag[last] == tag::kComma;
  if (!plural && (word.classes & kOnePerson) != 0 && between_commas) {
    const std::int32_t n = name_over(first - 2);
    if (n >= 0 && names_.all()[static_cast<std::size_t>(n)].last == first - 1) {
      const Name& name = names_.all()[static_cast<std::size_t>(n)];
      if (entities_.at(name.entity).is_person()) return of_entity(name.entity, Confidence::relative);
    }
  }

  // The mention may end before it: "said the mayor at the time, Ann Roe."
  if (!plural && (word.classes & kOnePerson) != 0 && !statement.cue.empty() && statement.cue.begin < statement.mention.begin) {
    const TokenRange cue = tokens_under(doc_, statement.cue);
    const bool verb = !cue.empty() && t.tag[cue.last - 1] != tag::kPreposition;
    const std::size_t n = verb ? name_in_apposition(doc_, names_, phrase.end, false) : names_.all().size();
    if (n < names_.all().size() && entities_.at(names_.all()[n].entity).is_person())
      return of_entity(names_.all()[n].entity, names_.all()[n].size() > 1 ? Confidence::full_name : Confidence::surname);
  }

  // "a man named Ann Roe".
  const bool person = (word.classes & kOnePerson) != 0 || spokesperson(spelling_of_head) || plays(spelling_of_head) ||
                      spelling_of_head == "head";
  const bool group = (word.classes & (kGroup | kOrganizationName)) != 0;
  const bool document = (word.classes & kDocument) != 0;
  const std::uint32_t end = description_end(doc_, phrase, last);

  const bool two_of_them = opener == s.the && first + 1 < head && t.word[first + 1]->id == s.two && plural;
  const bool two = two_of_them || (opener == s.the && pair_of_people(spelling_of_head)) || (opener == s.both && head == first);
  if (end == phrase.end && depth < 3 && two)
    if (Who pair = of_pair(first, statement, depth); pair.speaker) return pair;

  if (end == phrase.end) {
    if (Who house = of_house_of_place(first, head); house.speaker) return house;
    if (Who house = of_paper(first, head); house.speaker) return house;
  }
  if (plural) {
    if (Who named = named_behind(phrase, last, statement, depth); named.speaker) return named;
    const bool papers = document && (word.classes & (kOnePerson | kPeople)) == 0;  // court documents
    return described(first, end, papers ? SpeakerKind::Document : SpeakerKind::Group, Confidence::description);
  }
  constexpr std::string_view kYears = "-year-old";
  if (opener == s.the && end == phrase.end && spelling_of_head.ends_with(kYears)) {
    const std::int32_t whose = of_age(first, spelling_of_head.substr(0, spelling_of_head.size() - kYears.size()));
    if (whose >= 0) return of_entity(whose, Confidence::epithet);
  }
  if (person && !document) {
    // "a spokesman for the Trust": the person, unnamed, on behalf of the Trust.
    if (definite) {
      std::int32_t holder = entities_.find_holder(first, head);
      // "his spokesman" is not himself, nor somebody else's.
      if (holder >= 0 && entities_.at(holder).is_person()) {
        const std::int32_t whose = owner(first, head, statement);
        if (whose >= 0 && (whose == holder || !entities_.may_be_of(holder, head, whose))) holder = -1;
      }
      if (holder >= 0 && entities_.at(holder).is_person()) {
        Who who = of_entity(holder, Confidence::role);
        return who;
      }
      if (opener == s.the && end == phrase.end && head == first + 1)
        if (const std::int32_t called = entities_.find_called_otherwise(head); called >= 0 && entities_.at(called).is_person())
          return of_entity(called, Confidence::epithet);
      if (opener == s.the && depth < 3)
        if (const std::int32_t meant = of_epithet(phrase, first, end); meant >= 0) return of_entity(meant, Confidence::epithet);
    }
    // "A Calder judge has …": its paragraph's first words; who that is comes later.
    if (opens_paragraph(first)) {
      const std::int32_t named = entities_.find_introduced(first, head);
      const bool same_office = named >= 0 && (!spokesperson(spelling_of_head) ||
                                              spoken_for(head, {first, last}, statement) == spoken_for_by(named, {}, statement));
      if (same_office && entities_.at(named).is_person()) return of_entity(named, Confidence::introduced);
    }
    Who who = described(first, end, SpeakerKind::Person, Confidence::description);
    if (spokesperson(spelling_of_head)) who.on_behalf_of = spoken_for(head, {first, last}, statement);
    return who;
  }
  if (document) {
    Who who = described(first, end, SpeakerKind::Document, Confidence::description);
    return who;
  }
  if (spelling_of_head == "office") {
    const std::int32_t whose = possessor(first, head, statement);
    if (whose >= 0 && entities_.at(whose).is_person()) {
      Who who;
      Speaker office;
      office.name = entities_.name_of(whose) + "’s office";
      office.kind = SpeakerKind::Organization;
      office.confidence = Confidence::role;
      who.speaker = std::move(office);
      return who;
    }
  }
  if (group || any_organization(spelling_of_head)) {
    if (word.id == s.campaign) {
      std::int32_t whose = possessor(first, head, statement);
      if (whose < 0 && opener == s.the && head == first + 1) whose = campaigner_before(first);
      if (whose >= 0 && entities_.at(whose).is_person()) {
        Who who;
        Speaker speaker;
        speaker.name = campaign_of(whose);
        speaker.kind = SpeakerKind::Organization;
        speaker.confidence = Confidence::role;
        who.speaker = std::move(speaker);
        return who;
      }
    }
    if (definite && name_over(first) < 0) {
      std::int32_t holder = entities_.find_holder(first, head);
      if (holder < 0 || entities_.at(holder).is_person()) holder = organization_before(first, head, true);
      const bool strictly = opener == s.the || opener == s.this_ || opener == s.that;
      if (holder < 0 && strictly) holder = called_by(first, head);
      if (holder < 0 && strictly) holder = called_before(first, head, statement);
      const std::size_t named = names_.first_from(first);
      const bool own_name = named < names_.all().size() && names_.all()[named].first < head;
      const bool central = head > first && doc_.words(head - 1) == "central";  // "the central bank" is no bank
      if (holder < 0 && strictly && !own_name && !central && end == phrase.end && any_organization(spelling_of_head))
        holder = organization_before(first, head, false);
      if (holder >= 0 && !entities_.at(holder).is_person()) return of_entity(holder, Confidence::called);
    }
    return described(first, end, SpeakerKind::Organization, Confidence::description);
  }
  SpeakerKind kind = SpeakerKind::Unknown;
  if (t.tag[first] == tag::kNumber || opener == s.one) kind = SpeakerKind::Group;
  return described(first, end, kind, Confidence::guess);
}

// "two council members, Ana Reyes and John Doe": the people whom the mention names behind a comma, each in full, where those are all that
// follows.
Speakers::Who Speakers::named_behind(const Phrase& phrase, std::uint32_t last, const Statement& statement, int depth) const {
  const Tokens& t = doc_.tokens;
  const auto person = [&](std::size_t n) {
    if (n >= names_.all().size()) return false;
    const Name& name = names_.all()[n];
    return name.last <= last && name.size() > 1 && entities_.at(name.entity).is_person();
  };
  const std::size_t n = names_.first_from(phrase.end);
  if (depth > 2 || !person(n) || !person(n + 1)) return {};
  const Name& first = names_.all()[n];
  const Name& second = names_.all()[n + 1];
  if (first.before == 0 || t.tag[first.before - 1] != tag::kComma) return {};
  if (first.last >= last || t.tag[first.last] != tag::kConjunction) return {};
  if (second.before != first.last + 1 || second.last != last) return {};
  Who both = of_range(first.before, last, statement, depth + 1);
  return both.speaker && both.speaker->members.size() == 2 ? both : Who{};
}

// Whose campaign "the campaign" is: the one spoken of last.
std::int32_t Speakers::campaigner_before(std::uint32_t token) const {
  constexpr int kNamesBack = 40;
  const Tokens& t = doc_.tokens;
  std::size_t n = names_.first_from(token);
  for (int left = kNamesBack; n-- > 0 && left > 0; --left) {
    const Name& name = names_.all()[n];
    std::uint32_t next = name.has(hint::kPossessive) ? name.last + 1 : name.last;
    if (next < token && t.tag[next] == tag::kAdjective) ++next;  // Reyes's presidential campaign
    if (next < token && t.word[next]->id == spellings().campaign && entities_.at(name.entity).is_person()) return name.entity;
  }
  return -1;
}

}  // namespace onrecord
