#include "resolve/speakers/speakers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/halving.h"
#include "lexicon/name_words.h"
#include "lexicon/role_words.h"
#include "lexicon/tags.h"
#include "resolve/speakers/speaker_finding.h"
#include "text/ascii.h"

namespace onrecord {
using namespace word_class;

Speakers::Speakers(const Article& article, const Document& doc, const Cascade& cascade, const Names& names, const Entities& entities,
                   const Discourse& discourse)
    : article_(article), doc_(doc), cascade_(cascade), names_(names), entities_(entities), discourse_(discourse) {
  const auto& all = cascade_.sentences();
  outer_ = static_cast<std::size_t>(std::partition_point(all.begin(), all.end(), [](const Parsed& p) { return p.sentence.quote < 0; }) -
                                    all.begin());
}

void Speakers::resolve(std::vector<Statement>& statements) {
  statements_ = &statements;
  entity_of_.assign(statements.size(), -2);
  for (std::size_t i = 0; i < statements.size(); ++i) resolve_one(statements, i);
}

void Speakers::resolve_one(std::vector<Statement>& statements, std::size_t index) {
  if (entity_of_[index] != -2) return;
  Statement& statement = statements[index];
  entity_of_[index] = -1;
  if (statement.within >= 0) resolve_one(statements, static_cast<std::size_t>(statement.within));
  const TokenRange mention = tokens_under(doc_, statement.mention);
  if (mention.empty()) {
    if (statement.cue.empty() && statement.within < 0) carry_over(statements, index);
    return;
  }
  Who who = of_range(mention.first, mention.last, statement, 0);
  entity_of_[index] = who.entity;
  if (who.entity >= 0 && who.on_behalf_of.empty() && entities_.at(who.entity).is_person())
    who.on_behalf_of = spoken_for_by(who.entity, mention, statement);
  if (who.on_behalf_of.empty() && who.speaker) who.on_behalf_of = named_as_spoken_for(statement);
  statement.speaker = std::move(who.speaker);
  statement.on_behalf_of = std::move(who.on_behalf_of);
}

bool Speakers::is_first_person(TokenRange mention) const {
  if (mention.first + 1 != mention.last) return false;
  const std::uint32_t id = doc_.tokens.word[mention.first]->id;
  return id == spellings().i || id == spellings().we;
}

std::int32_t Speakers::name_over(std::uint32_t token) const {
  const std::size_t i = names_.first_from(token);
  if (i < names_.all().size() && names_.all()[i].first <= token) return static_cast<std::int32_t>(i);
  return -1;
}

const Parsed* Speakers::parsed_at(std::uint32_t token) const {
  const auto& all = cascade_.sentences();
  const std::size_t i = count_while(outer_, [&](std::size_t k) { return all[k].sentence.last <= token; });
  if (i == outer_ || all[i].sentence.first > token) return nullptr;
  return &all[i];
}

Speakers::Who Speakers::of_entity(std::int32_t entity, float confidence) const {
  Who who;
  const Entity& e = entities_.at(entity);
  Speaker speaker;
  speaker.name = entities_.name_of(entity);
  speaker.kind = e.kind;
  speaker.unnamed = e.kind == SpeakerKind::Group;
  if (e.is_person()) speaker.role = entities_.role_of(entity);
  speaker.confidence = confidence;
  who.speaker = std::move(speaker);
  who.entity = entity;
  return who;
}

Speakers::Who Speakers::described(std::uint32_t first, std::uint32_t last, SpeakerKind kind, float confidence) const {
  Who who;
  Speaker speaker;
  speaker.name = text_of(doc_, first, last);
  speaker.kind = kind;
  speaker.unnamed = true;
  speaker.confidence = confidence;
  who.speaker = std::move(speaker);
  return who;
}

Speakers::Who Speakers::of_range(std::uint32_t first, std::uint32_t last, const Statement& statement, int depth) const {
  const Tokens& t = doc_.tokens;
  if (depth > 4) return {};
  if (last - first == 1)
    if (const std::int32_t entity = by_initials(first); entity >= 0) return of_entity(entity, Confidence::surname);
  while (first < last && (((t.shape[first] & kMark) != 0 && t.tag[first] != tag::kOther) || t.tag[first] == tag::kPreposition ||
                          t.tag[first] == tag::kConjunction) &&
         t.word[first]->id != spellings().that)
    ++first;
  const auto belongs = [&](std::uint32_t k) { return t.tag[k] == tag::kPossessive || doc_.words(k) == "%"; };
  while (last > first && (t.shape[last - 1] & kMark) != 0 && !belongs(last - 1)) --last;
  if (first >= last) return {};
  if (last - first == 1 && is_interview_label(first)) return of_interview(first);

  for (const std::size_t n : {name_before_age(doc_, names_, first), name_before_party(doc_, names_, first)})
    if (n < names_.all().size() && entities_.at(names_.all()[n].entity).is_person())
      return of_entity(names_.all()[n].entity, Confidence::relative);
  const bool named = name_over(first) >= 0;  // "WHO" is no pronoun
  const char g = named ? tag::kName : t.tag[first];
  const std::uint32_t id = named ? 0 : t.word[first]->id;
  const bool relative = id == spellings().that || id == spellings().which || id == spellings().who;
  if (last - first == 1 && (g == tag::kPossessivePronoun || g == tag::kWhPronoun || relative))
    return of_pronoun(first, statement, depth);
  if (g == tag::kPronoun || g == tag::kWhPronoun) {
    if (g == tag::kPronoun && first + 2 < last && t.tag[first + 1] == tag::kConjunction) {
      Phrase phrase;
      phrase.first = first;
      phrase.end = phrase.head = first + 1;
      if (auto both = joint(phrase, last, statement, depth)) return *both;
    }
    return of_pronoun(first, statement, depth);
  }
  if (met_by_somebody(first, last)) return described(first, last, SpeakerKind::Person, Confidence::description);
  if (const std::int32_t name = name_that_ends(first, last); name >= 0) {
    const std::int32_t entity = names_.all()[static_cast<std::size_t>(name)].entity;
    return of_entity(entity, Confidence::full_name);
  }
  const Phrase phrase = read_phrase(doc_, names_, first, last);
  if (const std::size_t n = name_behind_gerund(doc_, names_, {first, last});
      n < names_.all().size() && entities_.at(names_.all()[n].entity).is_person())
    return of_range(names_.all()[n].before, last, statement, depth + 1);
  if (auto several = joint(phrase, last, statement, depth)) return *several;
  return of_phrase(phrase, first, last, statement, depth);
}

// "the woman | Reyes hired", "a man Reyes knew": somebody else, of whom the name only tells. Near miss: "the baker Ana Reyes".
bool Speakers::met_by_somebody(std::uint32_t first, std::uint32_t last) const {
  const Tokens& t = doc_.tokens;
  if (last < first + 4 || t.tag[first] != tag::kDeterminer) return false;
  const std::size_t n = names_.first_from(first);
  if (n >= names_.all().size() || names_.all()[n].before <= first + 1) return false;
  const Name& name = names_.all()[n];
  return name.last + 1 == last && (t.tag[name.last] == tag::kParticiple || t.tag[name.last] == tag::kPast) &&
         t.tag[name.before - 1] == tag::kNoun && is(name.before - 1, kOnePerson);
}

// "9/11 widow Ana Reyes": a person's name that ends a mention in which nothing else could be its head.
std::int32_t Speakers::name_that_ends(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t kLongest = 12;  // tokens
  if (last - first > kLongest) return -1;
  const std::int32_t index = name_over(last - 1);
  if (index < 0) return -1;
  const Name& name = names_.all()[static_cast<std::size_t>(index)];
  if (name.first <= first || name.last != last || name.size() < 2 || !entities_.at(name.entity).is_person()) return -1;
  if (name.before == first) return index;  // "Secretary of State for Works Ana Reyes": her post is all that stands in front
  const Tokens& t = doc_.tokens;
  const auto modifiers = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t k = from; k < to; ++k) {
      const char g = t.tag[k];
      const bool of_post = g == tag::kGerund && k + 1 < to && is(k + 1, kOnePerson);  // chief operating officer
      const bool modifier = of_post || g == tag::kNoun || g == tag::kName || g == tag::kAdjective || g == tag::kNumber ||
                            g == tag::kDeterminer ||
                            g == tag::kPossessive || g == tag::kPossessivePronoun || doc_.words(k) == "/";
      if (!modifier) return false;
    }
    return true;
  };
  if (modifiers(first, name.first)) return index;
  if (const std::uint32_t post = post_at_house(doc_, first, name.before);
      post < name.before && t.tag[first] != tag::kDeterminer && modifiers(first, post) && name.has(name_hint::kGiven))
    return index;
  // "the ambassador to Chile Ana Reyes", "chairman, founder and chief Ana Reyes": one post of a place, several posts without an article.
  std::uint32_t k = first;
  while (k < name.first && t.tag[k] != tag::kPreposition && t.tag[k] != tag::kComma && t.tag[k] != tag::kConjunction) ++k;
  if (k == first || k == name.first) return -1;
  const bool head = doc_.words(k - 1) == "Head" || doc_.words(k - 1) == "head";
  if (!(is(k - 1, kOnePerson) || head || is_post_in_letters(doc_.words(k - 1))) || !modifiers(first, k)) return -1;
  // "Head of financial reporting Ana Reyes": what a post without an article is of, in small letters, up to the name.
  // "Mother of victim Ana Reyes" is somebody else.
  const bool of = t.word[k]->id == spellings().of || t.word[k]->id == spellings().for_ || doc_.words(k) == "on";
  if (of && t.tag[first] != tag::kDeterminer && k + 1 < name.before && !is(name.before - 1, kOnePerson | kPeople) &&
      modifiers(k + 1, name.before) && name.has(name_hint::kGiven))
    return index;
  // "Minister of State for Tidal Power Ana Reyes": a field behind the post's own words.
  if (of && name.before < name.first && is(name.before, kCommonWord) && !is(name.first - 1, kOnePerson | kTitle | kPeople)) return index;
  if (t.tag[k] == tag::kPreposition) {
    // "minister in the Ministry of Works Ana Reyes": what the post is at stands in front of the name as a title does.
    // "An aide to Mayor Ana Reyes" is somebody else.
    const bool titled = is(name.first - 1, kOnePerson | kTitle | kMaleTitle | kFemaleTitle);
    if (!titled && name.before < name.first && name.before == k + 1 + (t.tag[k + 1] == tag::kDeterminer ? 1U : 0U)) return index;
    // "attorney for the District of Maryshire Ana Reyes"
    std::uint32_t begins = k + 1;
    while (begins < name.before && (t.tag[begins] == tag::kDeterminer || t.word[begins]->id == spellings().of ||
                                    doc_.words(begins) == "District"))
      ++begins;
    const std::int32_t place = name_over(name.before - 1);
    const bool named = place >= 0 && names_.all()[static_cast<std::size_t>(place)].first <= begins && place + 1 == index;
    if (!named) return -1;
    // "chairman of the Dockers Union Ana Reyes": a house in full, and a person in full.
    const Name& house = names_.all()[static_cast<std::size_t>(place)];
    const Entity& whose = entities_.at(house.entity);
    const bool chairs = whose.kind == SpeakerKind::Organization && house.size() > 1 && house.last == name.before &&
                        name.has(name_hint::kGiven) && t.word[k]->id == spellings().of;
    return whose.is_place || chairs || doc_.words(k) == "from" ? index : -1;
  }
  for (std::uint32_t p = k; p < name.before; ++p) {
    const char g = t.tag[p];
    if (g == tag::kDeterminer || (g != tag::kComma && g != tag::kConjunction && !modifiers(p, p + 1))) return -1;
  }
  return t.tag[first] != tag::kDeterminer && is(name.first - 1, kOnePerson) ? index : -1;
}

// "the British royal": whose head looks like an adjective; British is nobody's name.
bool Speakers::only_demonym(const Phrase& phrase) const {
  const Name& name = names_.all()[static_cast<std::size_t>(phrase.name)];
  const char next = name.last < doc_.tokens.size() ? doc_.tokens.tag[name.last] : tag::kStop;
  return name.size() == 1 && is(name.first, kDemonym) && !name.has(name_hint::kPeopleWord) &&
         (next == tag::kAdjective || next == tag::kNoun);
}

// “I never saw it,” said the Dutch: nobody but one person says "I".
bool Speakers::speaks_as_one(const Statement& statement) const {
  if (statement.kind != StatementKind::Direct) return false;
  for (const Span piece : statement.content) {
    const TokenRange words = tokens_under(doc_, piece);
    for (std::uint32_t k = words.first; k < words.last; ++k)
      if (doc_.tokens.word[k]->id == spellings().i || doc_.tokens.word[k]->id == spellings().my) return true;
  }
  return false;
}

// "the Scot", "the Spaniard": the person in mind, by where that one comes from. "The Dutch" are several, but where they say "I".
std::int32_t Speakers::of_demonym(const Phrase& phrase, std::uint32_t first, const Statement& statement) const {
  if (doc_.tokens.word[first]->id != spellings().the || phrase.head != first + 1 || phrase.end != phrase.head + 1) return -1;
  if (!is(phrase.head, kDemonym) || is(phrase.head, kGroup)) return -1;
  const std::string_view word = doc_.words(phrase.head);
  static constexpr std::array<std::string_view, 5> kSeveral{"sh", "ch", "ese", "s", "ss"};
  const bool several = std::any_of(kSeveral.begin(), kSeveral.end(), [word](std::string_view ending) { return word.ends_with(ending); });
  if (several && !speaks_as_one(statement)) return -1;
  // "without winger Jay Oduya, with the Nigerian out for weeks": who was named last in the sentence
  const Parsed* const parsed = parsed_at(first);
  for (std::size_t n = names_.first_from(first); parsed != nullptr && n-- > 0 && names_.all()[n].first >= parsed->sentence.first;)
    if (names_.all()[n].last <= first && names_.all()[n].size() > 1 && entities_.at(names_.all()[n].entity).is_person())
      return names_.all()[n].entity;
  constexpr float kClearly = 0.05F;  // before the next person
  const Discourse::Antecedent found = discourse_.in_mind(first, Gender::Unknown);
  return found.lead >= kClearly ? found.entity : -1;
}

Speakers::Who Speakers::of_phrase(const Phrase& phrase, std::uint32_t first, std::uint32_t last, const Statement& statement,
                                  int depth) const {
  if (const std::int32_t meant = of_demonym(phrase, first, statement); meant >= 0) return of_entity(meant, Confidence::epithet);
  if (phrase.name >= 0 && !only_demonym(phrase)) {
    const Name& name = names_.all()[static_cast<std::size_t>(phrase.name)];
    const Entity& entity = entities_.at(name.entity);
    if (entity.is_person()) return of_entity(name.entity, name.size() > 1 ? Confidence::full_name : Confidence::surname);
    // "the Company" of a firm's own report
    if (name.size() == 1 && phrase.head == first + 1 && is_firm_word(lower_ascii(doc_.words(phrase.head))))
      if (const std::int32_t firm = topic_house(); firm >= 0 && name.has(name_hint::kThe)) return of_entity(firm, Confidence::called);
    // "the CS" of a report that has a Cabinet Secretary, and nothing else of those letters.
    const bool acronym = name.size() == 1 && name.has(name_hint::kAcronym) && name.has(name_hint::kThe | name_hint::kHeadline) &&
                         entity.last - entity.first == 1;
    if (acronym)
      if (const std::int32_t holder = entities_.find_by_initials(doc_.words(name.first), name.first); holder >= 0)
        return of_entity(holder, Confidence::role);
    // "the MNA" of a report that has no letters for what she is
    if (acronym && is_seat(doc_.words(name.first)))
      if (const auto found = discourse_.in_mind(first, Gender::Unknown); found.entity >= 0 && found.lead >= 0.1F)
        return of_entity(found.entity, Confidence::epithet);
    // "the Canon" of Canon Ana Reyes
    if (name.size() == 1 && name.has(name_hint::kThe) && entity.last - entity.first == 1)
      if (const std::int32_t holder = entities_.find_holder(first, name.first); holder >= 0 && entities_.at(holder).is_person())
        return of_entity(holder, Confidence::role);
    // "the Harbour Trust's chairman, Ann Roe" has its head elsewhere; here the name itself speaks.
    Who who = of_entity(name.entity, Confidence::organization);
    if (entity.kind == SpeakerKind::Group)
      who = described(first, std::max(phrase.end, std::min(last, name.last)), SpeakerKind::Group, Confidence::description);
    return who;
  }
  return of_description(phrase, first, last, statement, depth);
}

}  // namespace onrecord
