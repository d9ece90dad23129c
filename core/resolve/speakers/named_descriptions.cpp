// Speakers who are described and named besides: "the chairman of the Trust, Ann Roe".
#include "lexicon/shared_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "resolve/speakers/description.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"

namespace onrecord {

using namespace word_class;

// "the chairman of the Trust, Ann Roe"; "his niece, state senator Ann Roe"; "one of its authors, historian Ann Roe".
Speakers::Who Speakers::person_in_apposition(const Description& d) const {
  const Tokens& t = doc_.tokens;
  const bool one_of = d.opener == spellings().one && d.first + 1 < d.last && t.word[d.first + 1]->id == spellings().of;
  if (d.plural || !(d.has(kOnePerson) || d.noun == "head" || one_of)) return {};
  for (std::size_t n = names_.first_from(d.phrase.end); n < names_.all().size() && names_.all()[n].first < d.last; ++n) {
    const Name& name = names_.all()[n];
    if (!entities_.at(name.entity).is_person()) continue;
    if (inside_aside(d, name.before)) return {};
    std::uint32_t k = name.before;
    // "her sister, a nurse named Ann Roe"
    if (k > d.phrase.end + 2 && t.tag[k - 1] == tag::kParticiple && leads_to_name(t.word[k - 1]->id)) --k;
    while (k > d.phrase.end && (t.tag[k - 1] == tag::kNoun || t.tag[k - 1] == tag::kAdjective || t.tag[k - 1] == tag::kName ||
                                t.tag[k - 1] == tag::kPossessive || t.tag[k - 1] == tag::kNumber || plays(doc_.words(k - 1))))
      --k;
    if (k > d.phrase.end + 1 && t.tag[k - 1] == tag::kDeterminer) --k;  // her husband, the sculptor Tom Roe
    if (k <= d.phrase.end) continue;
    if (tells_whose(d, n)) return {};
    const char before = t.tag[k - 1];
    if (before == tag::kComma || before == tag::kDash || before == tag::kColon)
      return of_entity(name.entity, name.size() > 1 ? Confidence::full_name : Confidence::surname);
  }
  return {};
}

// "The mayor, who came with his deputy, | Ann Roe, said": whether the token stands behind a comma and what opens a clause or tells how.
// "The judge who heard the case, Ann Roe", "the head of the port, Ann Roe" do not.
bool Speakers::inside_aside(const Description& d, std::uint32_t token) const {
  const Tokens& t = doc_.tokens;
  for (std::uint32_t k = d.phrase.end; k + 1 < token; ++k) {
    if (t.tag[k] != tag::kComma) continue;
    const char opens = t.tag[k + 1];
    const bool subordinator = is(k + 1, kSubordinator);
    if (opens == tag::kWhPronoun || opens == tag::kWhAdverb || opens == tag::kGerund || opens == tag::kParticiple ||
        opens == tag::kPreposition || subordinator)
      return true;
  }
  return false;
}

// "the company | that owns the ferry": told apart by what it does.
bool Speakers::opens_relative_clause(const Description& d) const {
  if (d.phrase.end >= d.last) return false;
  return doc_.tokens.tag[d.phrase.end] == tag::kWhPronoun || doc_.tokens.word[d.phrase.end]->id == spellings().that;
}

// "A lawyer for the mayor, Ann Roe,": whether the name tells who the mayor is, which the article has said before.
bool Speakers::tells_whose(const Description& d, std::size_t n) const {
  const Tokens& t = doc_.tokens;
  const Name& name = names_.all()[n];
  const std::uint32_t of = d.phrase.end;
  if (of + 2 >= name.before || t.tag[of] != tag::kPreposition || t.tag[of + 1] != tag::kDeterminer) return false;
  const Phrase whom = read_phrase(doc_, names_, of + 1, name.before);
  if (whom.end + 1 != name.before || !is(whom.head, kOnePerson)) return false;
  const Entity& e = entities_.at(name.entity);
  return e.role_last > e.role_first && e.role_last <= d.first && entities_.find_holder(of + 1, whom.head) == name.entity;
}

// "its consultants, Marrable Webb": several people and one name are a firm; "one, Castleway Travel": one of those.
Speakers::Who Speakers::house_of_several(const Description& d) const {
  const std::uint32_t comma = d.phrase.end;
  if (!(d.plural || d.opener == spellings().one)) return {};
  if (comma + 2 >= doc_.tokens.size() || doc_.tokens.tag[comma] != tag::kComma || d.has(kDocument)) return {};
  const std::size_t n = names_.first_from(comma + 1);
  if (n >= names_.all().size() || names_.all()[n].before != comma + 1) return {};
  // The mention may end before it: "One, Castleway Travel, told".
  const std::uint32_t last = names_.all()[n].last;
  if (last != d.last && !(d.last <= comma && last < doc_.tokens.size() && doc_.tokens.tag[last] == tag::kComma)) return {};
  if (names_.all()[n].has(name_hint::kGiven | name_hint::kTitled)) return {};
  if (names_.all()[n].size() == 1 && d.has(kPerson | kOnePerson | kPeople)) return {};  // one trader, Okonkwo
  Who who = of_entity(names_.all()[n].entity, Confidence::organization);
  who.speaker->kind = SpeakerKind::Organization;
  return who;
}

// "Veldt's parent company, Veldt Holdings": the house behind what it is, or behind its clause: "the group that owns her music, Big
// Machine". "…, who owns her music, Big Machine": what the mention begins with may be the end of a clause as well.
Speakers::Who Speakers::named_behind_comma(const Description& d) const {
  if (Who house = house_of_several(d); house.speaker || d.plural) return house;
  if (d.has(kDocument)) return {};
  const bool person = d.has(kOnePerson);  // "the supplier, Veldt": may be a house too
  const Tokens& t = doc_.tokens;
  std::uint32_t comma = d.phrase.end;
  if (opens_relative_clause(d))
    for (comma = d.last; comma > d.phrase.end && t.tag[comma - 1] != tag::kComma;) --comma;
  comma -= comma > d.phrase.end ? 1U : 0U;
  // "the maker of boats, Veldt Holdings"
  const std::size_t of_it = name_in_apposition(doc_, names_, d.phrase.end, true);
  if (of_it < names_.all().size() && names_.all()[of_it].last <= d.last) comma = names_.all()[of_it].before - 1;
  if (comma + 1 >= d.last || t.tag[comma] != tag::kComma) return {};
  const std::size_t n = names_.first_from(comma + 1);
  if (n >= names_.all().size() || names_.all()[n].last > d.last) return {};
  const Name& name = names_.all()[n];
  const Entity& e = entities_.at(name.entity);
  const bool house = e.kind == SpeakerKind::Organization && !e.is_place;
  const bool alone = name.last == d.last || t.tag[name.last] == tag::kComma;
  // "the company that owns it, Harbour Charter": nothing but what it is tells that this is no person's name
  const bool unknown = d.group && !person && !house && name.last == d.last;
  if (name.before > comma + 2 || !alone) return {};
  if (!(house || unknown || (e.is_person() && !d.group && !person && name.last == d.last))) return {};
  Who who = of_entity(name.entity, house || unknown ? Confidence::organization : Confidence::full_name);
  if (unknown) who.speaker->kind = SpeakerKind::Organization;
  return who;
}

// "Ana Reyes, a scientist at the Coast Centre, said": the mention may begin behind the name.
Speakers::Who Speakers::person_before_comma(const Description& d) const {
  const Tokens& t = doc_.tokens;
  const bool between_commas = d.first > 1 && d.last < t.size() && t.tag[d.first - 1] == tag::kComma && t.tag[d.last] == tag::kComma;
  if (d.plural || !d.has(kOnePerson) || !between_commas) return {};
  const std::int32_t n = name_over(d.first - 2);
  if (n < 0) return {};
  const Name& name = names_.all()[static_cast<std::size_t>(n)];
  return name.last == d.first - 1 && entities_.at(name.entity).is_person() ? of_entity(name.entity, Confidence::relative) : Who{};
}

// The mention may end before it: "said the mayor at the time, Ann Roe."
Speakers::Who Speakers::person_behind_mention(const Description& d) const {
  const Statement& said = d.statement;
  if (d.plural || !d.has(kOnePerson) || said.cue.empty() || said.cue.begin >= said.mention.begin) return {};
  const TokenRange cue = tokens_under(doc_, said.cue);
  if (cue.empty() || doc_.tokens.tag[cue.last - 1] == tag::kPreposition) return {};
  const std::size_t n = name_in_apposition(doc_, names_, d.phrase.end, false);
  if (n >= names_.all().size() || !entities_.at(names_.all()[n].entity).is_person()) return {};
  return of_entity(names_.all()[n].entity, names_.all()[n].size() > 1 ? Confidence::full_name : Confidence::surname);
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

}  // namespace onrecord
