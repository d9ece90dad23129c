// Speakers who are described: "the mayor", "a spokesman for the Trust", "the company".
#include "resolve/speakers/speakers.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/speakers/description.h"
#include "resolve/speakers/speaker_finding.h"
#include "text/ascii.h"

namespace onrecord {

using namespace word_class;
namespace hint = name_hint;

bool Speakers::opens_paragraph(std::uint32_t token) const {
  const auto block = block_over(token);
  return block != doc_.blocks.end() && token < block->first + 2;
}

// "the 54-year-old": whose age it is, else the person in mind, unless that one has another or the age was that of "a 54-year-old man".
std::int32_t Speakers::of_age(std::uint32_t token, std::string_view age) const {
  constexpr std::uint32_t kFar = 400;  // tokens
  std::size_t n = names_.first_from(token);
  for (int left = 60; n-- > 0 && left > 0; --left) {
    const Entity& e = entities_.at(names_.all()[n].entity);
    if (e.is_person() && e.age != 0 && doc_.words(e.age).substr(0, age.size()) == age) return names_.all()[n].entity;
  }
  for (std::uint32_t k = token; k > 1 && token - k < kFar; --k)
    if (doc_.words(k - 1).starts_with(age) && doc_.words(k - 1).ends_with("-year-old") && doc_.words(k - 2) != "the") return -1;
  if (unnamed_spoke(token)) return -1;
  const std::int32_t in_mind = discourse_.in_mind(token, Gender::Unknown).entity;
  return in_mind >= 0 && entities_.at(in_mind).age != 0 ? -1 : in_mind;
}

// "The victim's son called it a joke. “It leaks,” | the 54-year-old said": whether who spoke last in the paragraph before `token` is somebody
// without a name.
bool Speakers::unnamed_spoke(std::uint32_t token) const {
  constexpr std::size_t kMost = 8;  // statements
  const std::uint32_t at = doc_.tokens.begin[token];
  const auto behind = std::partition_point(statements_->begin(), statements_->end(),
                                           [at](const Statement& s) { return s.content.front().begin <= at; });
  for (std::size_t i = static_cast<std::size_t>(behind - statements_->begin()), left = kMost; i-- > 0 && left-- > 0;) {
    const Statement& s = (*statements_)[i];
    if (token == 0 || !same_paragraph(doc_.first_token_from(s.content.front().begin), token - 1)) break;
    if (s.within < 0 && !s.mention.empty() && tokens_under(doc_, s.mention).last <= token) return entity_of_[i] < 0;
  }
  return false;
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

namespace {

bool is_indefinite(const Document& doc, std::uint32_t token) {
  const Spellings& s = spellings();
  const std::uint32_t id = doc.tokens.word[token]->id;
  return id == s.a || id == s.an || id == s.one || id == s.some || id == s.any || id == s.each || id == s.every || id == s.another ||
         id == s.no || doc.tokens.tag[token] == tag::kNumber;
}

bool points(std::uint32_t id) { return id == spellings().the || id == spellings().this_ || id == spellings().that; }

}  // namespace

const Word& word_of(const Document& doc, std::uint32_t token) {
  const std::string_view w = doc.words(token);
  if (parent_of_some(w)) return look_up(w.substr(0, w.find('-')));
  return w.starts_with("ex-") || w.starts_with("Ex-") ? look_up(w.substr(3)) : *doc.tokens.word[token];
}

Description::Description(const Document& doc, const Phrase& of, std::uint32_t begin, std::uint32_t limit, const Statement& said, int inside)
    : phrase(of), first(begin), last(limit), head(of.head), end(description_end(doc, of, limit)), word(word_of(doc, of.head)),
      noun(doc.words(of.head)), opener(doc.tokens.word[begin]->id),
      plural(doc.tokens.tag[head] == tag::kNouns || doc.tokens.tag[head] == tag::kNames || has(kPeople)),
      definite(points(opener) || doc.tokens.tag[begin] == tag::kPossessivePronoun || !is_indefinite(doc, begin)),
      strict(points(opener)), person(has(kOnePerson) || spokesperson(noun) || epithet(noun) || noun == "head"),
      document(has(kDocument)), group(has(kGroup | kOrganizationName) || any_organization(noun)), statement(said), depth(inside) {}

Speakers::Who Speakers::of_description(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement,
                                       int depth) const {
  if (phrase.possessive_end && phrase.end + 1 >= last && depth < 3) {
    // "the mayor's": as if it stood alone.
    Phrase alone = phrase;
    alone.possessive_end = false;
    return of_description(alone, first, phrase.end, statement, depth + 1);
  }
  const Description d(doc_, phrase, first, last, statement, depth);
  for (const auto named : {&Speakers::person_in_apposition, &Speakers::named_behind_comma, &Speakers::person_before_comma,
                           &Speakers::person_behind_mention, &Speakers::pair_described, &Speakers::one_of_pair, &Speakers::house_described})
    if (Who who = (this->*named)(d); who.speaker) return who;
  if (d.plural) return of_people(d);
  if (Who who = aged(d); who.speaker) return who;
  if (d.person && !d.document) return of_person(d);
  if (d.document) return described(first, d.end, SpeakerKind::Document, Confidence::description);
  if (Who office = of_office(d); office.speaker) return office;
  if (d.group) return of_body(d);
  const bool some = doc_.tokens.tag[first] == tag::kNumber || d.opener == spellings().one;
  const bool one_of = d.opener == spellings().one && first + 1 < last && doc_.tokens.word[first + 1]->id == spellings().of;
  const SpeakerKind kind = one_of ? SpeakerKind::Person : some ? SpeakerKind::Group : SpeakerKind::Unknown;
  return described(first, d.end, kind, Confidence::guess);
}

// "the two men", "the pair", "both".
Speakers::Who Speakers::pair_described(const Description& d) const {
  const Spellings& s = spellings();
  const bool two = (d.opener == s.the && d.first + 1 < d.head && doc_.tokens.word[d.first + 1]->id == s.two && d.plural) ||
                   (d.opener == s.the && (pair_of_people(d.noun) || (d.head == d.first + 1 && d.word.id == s.two))) ||
                   (d.opener == s.both && d.head == d.first);
  return d.bare() && d.depth < 3 && two ? of_pair(d.first, d.statement, d.depth) : Who{};
}

// "the latter", "the former": of the two.
Speakers::Who Speakers::one_of_pair(const Description& d) const {
  const bool latter = d.noun == "latter";
  if (!d.bare() || d.depth > 2 || d.opener != spellings().the || d.head != d.first + 1 || !(latter || d.noun == "former")) return {};
  const Who both = of_pair(d.first, d.statement, d.depth);
  if (!both.speaker) return described(d.first, d.end, SpeakerKind::Unknown, Confidence::guess);
  const std::string& name = both.speaker->members[latter ? 1 : 0];
  constexpr int kNamesBack = 40;
  std::size_t n = names_.first_from(d.first);
  for (int left = kNamesBack; n-- > 0 && left > 0; --left)
    if (const std::int32_t entity = names_.all()[n].entity; entities_.name_of(entity) == name) return of_entity(entity, Confidence::pair);
  return {};
}

// "Calder police", "the paper".
Speakers::Who Speakers::house_described(const Description& d) const {
  if (!d.bare()) return {};
  if (Who house = of_house_of_place(d.first, d.head); house.speaker) return house;
  return of_paper(d.first, d.head);
}

Speakers::Who Speakers::of_people(const Description& d) const {
  if (Who named = named_behind(d.phrase, d.last, d.statement, d.depth); named.speaker) return named;
  const bool papers = d.document && !d.has(kOnePerson | kPeople);  // court documents
  return described(d.first, d.end, papers ? SpeakerKind::Document : SpeakerKind::Group, Confidence::description);
}

// "the 54-year-old"; "the 54-year-old baker"; "the soap star, 54,".
Speakers::Who Speakers::aged(const Description& d) const {
  constexpr std::string_view kYears = "-year-old";
  const std::uint32_t comma = d.phrase.end, age = comma + 1;
  const bool set_off = age + 1 == d.last && doc_.tokens.tag[comma] == tag::kComma && doc_.tokens.tag[age] == tag::kNumber;
  if (d.opener == spellings().the && d.has(kOnePerson) && set_off && doc_.words(age).size() == 2) {
    std::int32_t whose = entities_.find_holder(d.first, d.head);
    if (whose < 0 || !entities_.at(whose).is_person()) whose = of_age(d.first, doc_.words(age));
    return whose >= 0 ? of_entity(whose, Confidence::epithet)
                      : described(d.first, d.end, SpeakerKind::Person, Confidence::description);
  }
  if (d.opener == spellings().the && d.bare() && d.has(kOnePerson) && d.head == d.first + 2 && doc_.words(d.head - 1).ends_with(kYears)) {
    const std::string_view years = doc_.words(d.head - 1);
    const std::int32_t whose = of_age(d.first, years.substr(0, years.size() - kYears.size()));
    return whose >= 0 ? of_entity(whose, Confidence::epithet) : Who{};
  }
  if (d.opener != spellings().the || !d.bare() || !d.noun.ends_with(kYears)) return {};
  const std::int32_t whose = of_age(d.first, d.noun.substr(0, d.noun.size() - kYears.size()));
  return whose >= 0 ? of_entity(whose, Confidence::epithet) : Who{};
}

// Who holds the role, is called so or is in mind; else somebody unnamed: "a spokesman for the Trust", on behalf of the Trust.
Speakers::Who Speakers::of_person(const Description& d) const {
  if (d.definite)
    if (Who known = of_known_person(d); known.speaker) return known;
  // "the retailer": a house may be called what a person is
  if (d.strict && d.bare() && any_organization(d.noun))
    if (const std::int32_t house = organization_before(d.first, d.head, false); house >= 0) return of_entity(house, Confidence::called);
  // "A Calder judge has …": its paragraph's first words; who that is comes later.
  if (opens_paragraph(d.first)) {
    const std::int32_t named = entities_.find_introduced(d.first, d.head);
    const bool same_office = named >= 0 && (!spokesperson(d.noun) || spoken_for(d.head, {d.first, d.last}, d.statement) ==
                                                                         spoken_for_by(named, {}, d.statement));
    if (same_office && entities_.at(named).is_person()) return of_entity(named, Confidence::introduced);
  }
  Who who = described(d.first, d.end, SpeakerKind::Person, Confidence::description);
  if (spokesperson(d.noun)) {
    who.on_behalf_of = spoken_for(d.head, {d.first, d.last}, d.statement);
    if (who.on_behalf_of.empty() && d.strict && d.bare()) who.on_behalf_of = spoken_for_before(d.statement);
    if (who.on_behalf_of.empty() && !d.definite && d.bare() && d.head == d.first + 1)
      who.on_behalf_of = house_before({d.first, d.last}, d.statement);
  }
  return who;
}

Speakers::Who Speakers::of_known_person(const Description& d) const {
  if (Who kin = of_kin(d); kin.speaker) return kin;
  if (const std::int32_t holder = entities_.find_holder(d.first, d.head); holder >= 0 && entities_.at(holder).is_person()) {
    // "his spokesman" is not himself, nor somebody else's.
    const std::int32_t whose = owner(d.first, d.head, d.statement);
    const bool of_house = d.strict && d.bare() && entities_.role_of(holder).find(" of ") != std::string::npos;
    if (of_house && of_white_house(d)) return {};
    if (whose < 0 || (whose != holder && entities_.may_be_of(holder, d.head, whose))) return of_entity(holder, Confidence::role);
  }
  if (d.opener != spellings().the) return {};
  // "the same gentleman"
  static const auto anybody = ids_of("man", "woman", "gentleman", "lady", "person");
  if (d.bare() && d.head == d.first + 2 && doc_.words(d.first + 1) == "same" && anybody.has(doc_.tokens.word[d.head]->id) &&
      !told_of_one(d.head))
    if (const auto found = discourse_.in_mind(d.first, Gender::Unknown); found.entity >= 0)
      return of_entity(found.entity, Confidence::epithet);
  if (d.bare())
    if (const std::int32_t leads = entities_.find_head_of_house(d.first, d.head); leads >= 0 && entities_.at(leads).is_person())
      return of_entity(leads, Confidence::role);
  if (d.bare() && d.head == d.first + 1)
    if (const std::int32_t called = entities_.find_called_otherwise(d.head); called >= 0 && entities_.at(called).is_person())
      return of_entity(called, Confidence::epithet);
  if (d.depth < 3)
    if (const std::int32_t meant = of_epithet(d.phrase, d.first, d.end); meant >= 0) return of_entity(meant, Confidence::epithet);
  return {};
}

// "Reyes's office".
Speakers::Who Speakers::of_office(const Description& d) const {
  if (d.noun != "office") return {};
  const std::int32_t whose = possessor(d.first, d.head, d.statement);
  if (whose < 0 || !entities_.at(whose).is_person()) return {};
  return house_called(entities_.name_of(whose) + "’s office", Confidence::role);
}

// "Reyes's campaign", "the campaign".
Speakers::Who Speakers::of_campaign(const Description& d) const {
  if (d.word.id != spellings().campaign) return {};
  std::int32_t whose = possessor(d.first, d.head, d.statement);
  if (whose < 0 && d.opener == spellings().the && d.head == d.first + 1) whose = campaigner_before(d.first);
  return whose >= 0 && entities_.at(whose).is_person() ? house_called(campaign_of(whose), Confidence::role) : Who{};
}

// "the ministry", "the company": which, where the article tells.
Speakers::Who Speakers::of_body(const Description& d) const {
  if (Who campaign = of_campaign(d); campaign.speaker) return campaign;
  // "the company that owns the ferry" is told of for the first time
  if (d.definite && !opens_relative_clause(d) && name_over(d.first) < 0) {
    std::int32_t holder = entities_.find_holder(d.first, d.head);
    if (holder < 0 || entities_.at(holder).is_person()) holder = organization_before(d.first, d.head, true);
    if (holder < 0 && d.strict) holder = called_by(d.first, d.head);
    if (holder < 0 && d.strict) holder = called_before(d.first, d.head, d.statement);
    const std::size_t named = names_.first_from(d.first);
    const bool own_name = named < names_.all().size() && names_.all()[named].first < d.head;
    const bool central = d.head > d.first && doc_.words(d.head - 1) == "central";  // "the central bank" is no bank
    if (holder < 0 && d.strict && !own_name && !central && d.bare() && any_organization(d.noun))
      holder = organization_before(d.first, d.head, false);
    if (holder >= 0 && !entities_.at(holder).is_person()) return of_entity(holder, Confidence::called);
    if (d.strict && d.bare() && d.noun == "party" && d.head == d.first + 1)
      if (Who party = party_before(d.first); party.speaker) return party;
  }
  return described(d.first, d.end, SpeakerKind::Organization, Confidence::description);
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
