// Several who speak at once: "Roe and Doe".
#include "resolve/speakers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/role_words.h"
#include "lexicon/tags.h"
#include "resolve/speaker_finding.h"

namespace onrecord {

using namespace word_class;
namespace hint = name_hint;

// Past the title of a work that stands at `first`: "“Parasol” star Ana Reyes".
std::uint32_t Speakers::behind_title(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t k = first;
  if (doc_.tokens.tag[k] == tag::kOpenQuote)
    while (k < last && doc_.tokens.tag[k] != tag::kCloseQuote) ++k;
  return k > first && k + 1 < last ? k + 1 : first;
}

// "Roe and Doe"; "Ann Roe, a baker, and John Doe". Only where a name is among them: "bakers and brewers" is one description.
std::optional<Speakers::Who> Speakers::joint(const Phrase& phrase, std::uint32_t last, const Statement& statement, int depth) const {
  const Tokens& t = doc_.tokens;
  struct Item {
    std::uint32_t first, last;
    bool name;
  };
  std::array<Item, 6> items{};
  std::size_t count = 0;
  items[count++] = {phrase.first, phrase.end, phrase.name >= 0 || t.tag[phrase.first] == tag::kPronoun};
  if (phrase.possessive_end && phrase.end + 1 < last && t.tag[phrase.end + 1] != tag::kConjunction) return {};
  std::uint32_t k = phrase.end + (phrase.possessive_end ? 1U : 0U);
  const auto named_phrase = [&](std::uint32_t at) {
    const Phrase next = read_phrase(doc_, names_, at, last);
    return next.name >= 0;
  };
  const bool first_is_name = items[0].name;
  // "Christian and corporate speaker Ann Roe": an adjective with a capital.
  if (phrase.name >= 0 && phrase.end - phrase.first == 1 && (t.tag[phrase.first] == tag::kAdjective || is(phrase.first, kDemonym)) &&
      names_.all()[static_cast<std::size_t>(phrase.name)].has(hint::kCommonWords) && t.tag[phrase.first] != tag::kNames)
    return {};
  bool open = false;         // a preposition stands between
  bool at_a_house = false;  // an apposition names an organisation: "Ann Roe, a baker at the Coast Centre,"
  const auto organization = [&](const Phrase& p) {
    return p.name >= 0 && entities_.at(names_.all()[static_cast<std::size_t>(p.name)].entity).kind == SpeakerKind::Organization;
  };
  while (k < last && count < items.size()) {
    if (t.tag[k] == tag::kConjunction) {
      if (k + 1 >= last || t.word[k]->classes == 0) break;
      if (open && !(first_is_name && named_phrase(k + 1) && read_phrase(doc_, names_, k + 1, last).end - k > 2)) break;
      const Phrase next = read_phrase(doc_, names_, k + 1, last);
      if (next.end <= k + 1) break;
      // "Calder and Maryshire police": one force of two places.
      const bool of_two = count == 1 && k == phrase.end && phrase.name >= 0 && next.name < 0 &&
                          !entities_.at(names_.all()[static_cast<std::size_t>(phrase.name)].entity).is_person();
      if (of_two)
        if (const Who house = of_house_of_place(k + 1, next.head); house.speaker) return of_house_of_place(phrase.first, next.head);
      if (at_a_house && organization(next)) break;  // "… and the Harbour University, said": where else she works
      items[count++] = {k + 1, next.end, next.name >= 0};
      k = next.end;
      open = false;
      continue;
    }
    if (t.tag[k] == tag::kComma) {
      if (k + 1 < last && t.tag[k + 1] == tag::kConjunction) {
        ++k;
        open = false;
        continue;
      }
      // A list of names, else an apposition, which is passed over.
      const Phrase next = k + 1 < last ? read_phrase(doc_, names_, k + 1, last) : Phrase{};
      const bool list = k + 1 < last && next.name >= 0 && first_is_name && next.end < last &&
                        (t.tag[next.end] == tag::kComma || t.tag[next.end] == tag::kConjunction) && t.tag[k + 1] != tag::kDeterminer &&
                        entities_.at(names_.all()[static_cast<std::size_t>(next.name)].entity).is_person();
      if (list) {
        items[count++] = {k + 1, next.end, true};
        k = next.end;
        continue;
      }
      ++k;
      const std::uint32_t limit = std::min(last, k + 25);
      const std::uint32_t begin = k;
      while (k < limit && t.tag[k] != tag::kComma) ++k;
      if (k == limit) break;
      for (std::size_t n = names_.first_from(begin); n < names_.all().size() && names_.all()[n].last <= k; ++n) {
        const Entity& e = entities_.at(names_.all()[n].entity);
        at_a_house |= e.kind == SpeakerKind::Organization && !e.is_place;
      }
      open = false;
      if (k + 1 < last && t.tag[k + 1] != tag::kConjunction) break;
      continue;
    }
    if (t.tag[k] == tag::kPreposition && k + 1 < last) {
      const Phrase next = read_phrase(doc_, names_, k + 1, last);
      if (next.end <= k + 1) break;
      k = next.end;
      open = true;
      continue;
    }
    break;
  }
  if (count < 2) return {};
  // "The former mayor and current port chief Ana Reyes" is one person: the second description has no article of its own.
  // So is "Veldt President and “Parasol” star Ana Reyes".
  const bool small = t.tag[phrase.head] == tag::kNoun || (t.tag[phrase.head] == tag::kName && t.tag[phrase.first] != tag::kDeterminer);
  if (count == 2 && !items[0].name && items[1].name && small && is(phrase.head, kOnePerson) &&
      t.tag[items[1].first] != tag::kDeterminer && t.tag[items[1].first] != tag::kPossessivePronoun) {
    const std::int32_t name = name_that_ends(behind_title(items[1].first, items[1].last), items[1].last);
    if (name >= 0) return of_entity(names_.all()[static_cast<std::size_t>(name)].entity, Confidence::full_name);
  }
  // "Water and Sanitation Minister Ana Reyes" is one as well.
  if (count == 2 && items[0].last - items[0].first == 1 && items[0].last + 1 == items[1].first && is(items[0].first, kCommonWord) &&
      !is(items[0].first, kPlace | kMaleName | kFemaleName | kOnePerson)) {
    const std::int32_t n = name_over(items[1].last - 1);
    const bool post = n >= 0 && names_.all()[static_cast<std::size_t>(n)].first > items[1].first + 1 &&
                      is(names_.all()[static_cast<std::size_t>(n)].first - 1, kOnePerson) && t.tag[items[1].first] != tag::kDeterminer;
    if (post && entities_.at(names_.all()[static_cast<std::size_t>(n)].entity).is_person())
      return of_entity(names_.all()[static_cast<std::size_t>(n)].entity, Confidence::full_name);
  }
  // "John and Brian Meza": one surname for both.
  const auto alone = [&](const Item& item) {
    const std::size_t n = names_.first_from(item.first);
    const bool name = n < names_.all().size() && names_.all()[n].last == item.last && names_.all()[n].size() == 1;
    return name && is(item.last - 1, kMaleName | kFemaleName) ? static_cast<std::int32_t>(n) : -1;
  };
  std::string surname;
  if (count == 2 && alone(items[0]) >= 0 && items[0].last + 1 == items[1].first) {
    const std::int32_t n = name_over(items[1].last - 1);
    const std::int32_t given = alone(items[0]);
    if (n >= 0 && names_.all()[static_cast<std::size_t>(n)].size() == 2 && names_.all()[static_cast<std::size_t>(n)].has(hint::kGiven) &&
        names_.all()[static_cast<std::size_t>(n)].first == items[1].first &&
        entities_.name_of(names_.all()[static_cast<std::size_t>(given)].entity) == doc_.words(items[0].last - 1))
      surname = " " + std::string(doc_.words(items[1].last - 1));
  }
  // "Mr and Mrs Marsh": a couple by its name.
  if (count == 2 && items[0].last - items[0].first == 1 && is_address(doc_.words(items[0].first)) &&
      is_address(doc_.words(items[1].first))) {
    Who couple = described(items[0].first, items[1].last, SpeakerKind::Group, Confidence::joint);
    couple.speaker->unnamed = false;
    return couple;
  }
  bool any_name = false;
  for (std::size_t i = 0; i < count; ++i) any_name |= items[i].name;
  if (!any_name) return {};
  Who out;
  Speaker speaker;
  speaker.kind = SpeakerKind::Group;
  speaker.confidence = Confidence::joint;
  speaker.unnamed = true;
  for (std::size_t i = 0; i < count; ++i) {
    const Who who = of_range(items[i].first, items[i].last, statement, depth + 1);
    if (!who.speaker || std::find(speaker.members.begin(), speaker.members.end(), who.speaker->name) != speaker.members.end()) continue;
    if (!speaker.name.empty()) speaker.name += "; ";
    const std::string& added = i == 0 ? surname : std::string();
    speaker.name += who.speaker->name + added;
    speaker.members.push_back(who.speaker->name + added);
    speaker.unnamed &= who.speaker->unnamed;
    speaker.confidence = std::min(speaker.confidence, who.speaker->confidence);
  }
  if (speaker.members.size() < 2) return {};
  out.speaker = std::move(speaker);
  return out;
}

// "the pair", "both", "the two men": the two who spoke together last, else the two who were last the subject together. Nothing where
// those are more or fewer.
Speakers::Who Speakers::of_pair(std::uint32_t token, const Statement& statement, int depth) const {
  constexpr std::ptrdiff_t kStatementsBack = 8;
  Who out;
  const std::ptrdiff_t own = &statement - statements_->data();
  for (std::ptrdiff_t i = own - 1; i >= 0 && i >= own - kStatementsBack && !out.speaker; --i) {
    const Statement& before = (*statements_)[static_cast<std::size_t>(i)];
    if (before.speaker && before.speaker->members.size() == 2) out.speaker = before.speaker;
  }
  if (!out.speaker) out = of_plural(token, statement, depth + 1);
  if (!out.speaker || out.speaker->members.size() != 2) return {};
  out.speaker->confidence = std::min(out.speaker->confidence, Confidence::pair);
  return out;
}

}  // namespace onrecord
