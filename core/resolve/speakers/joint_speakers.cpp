// Several who speak at once: "Roe and Doe".
#include "resolve/speakers/speakers.h"

#include <algorithm>
#include <utility>

#include "lexicon/role_words.h"
#include "lexicon/tags.h"
#include "resolve/speakers/speaker_finding.h"

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
  if (phrase.possessive_end && phrase.end + 1 < last && t.tag[phrase.end + 1] != tag::kConjunction) return {};
  // "Christian and corporate speaker Ann Roe": an adjective with a capital.
  if (phrase.name >= 0 && phrase.end - phrase.first == 1 && (t.tag[phrase.first] == tag::kAdjective || is(phrase.first, kDemonym)) &&
      names_.all()[static_cast<std::size_t>(phrase.name)].has(hint::kCommonWords) && t.tag[phrase.first] != tag::kNames)
    return {};
  if (const Who house = of_house_of_two_places(phrase, last); house.speaker) return house;
  const Conjuncts several = read_conjuncts(doc_, names_, entities_, phrase, last);
  if (several.size() < 2) return {};
  if (several.size() == 2) {
    if (const Who one = of_two_posts(phrase, several); one.speaker) return one;
    if (const Who one = of_post_of_two_words(several); one.speaker) return one;
    // "Mr and Mrs Marsh": a couple by its name.
    if (several[0].size() == 1 && is_address(doc_.words(several[0].first)) && is_address(doc_.words(several[1].first))) {
      Who couple = described(several[0].first, several[1].last, SpeakerKind::Group, Confidence::joint);
      couple.speaker->unnamed = false;
      return couple;
    }
  }
  if (std::none_of(several.begin(), several.end(), [](const Conjunct& c) { return c.name; })) return {};
  return each_of(several, statement, depth);
}

// "Calder and Maryshire police": one force of two places.
Speakers::Who Speakers::of_house_of_two_places(const Phrase& phrase, std::uint32_t last) const {
  const std::uint32_t k = phrase.end;
  if (phrase.possessive_end || phrase.name < 0 || k + 1 >= last || doc_.tokens.tag[k] != tag::kConjunction ||
      doc_.tokens.word[k]->classes == 0 || entities_.at(names_.all()[static_cast<std::size_t>(phrase.name)].entity).is_person())
    return {};
  const Phrase next = read_phrase(doc_, names_, k + 1, last);
  if (next.name >= 0 || next.end <= k + 1 || !of_house_of_place(k + 1, next.head).speaker) return {};
  return of_house_of_place(phrase.first, next.head);
}

// "The former mayor and current port chief Ana Reyes" is one person: the second description has no article of its own.
// So is "Veldt President and “Parasol” star Ana Reyes".
Speakers::Who Speakers::of_two_posts(const Phrase& phrase, const Conjuncts& two) const {
  const Tokens& t = doc_.tokens;
  const bool small = t.tag[phrase.head] == tag::kNoun || (t.tag[phrase.head] == tag::kName && t.tag[phrase.first] != tag::kDeterminer);
  const Conjunct& second = two[1];
  if (two[0].name || !second.name || !small || !is(phrase.head, kOnePerson) || t.tag[second.first] == tag::kDeterminer ||
      t.tag[second.first] == tag::kPossessivePronoun)
    return {};
  const std::int32_t name = name_that_ends(behind_title(second.first, second.last), second.last);
  return name >= 0 ? of_entity(names_.all()[static_cast<std::size_t>(name)].entity, Confidence::full_name) : Who{};
}

// "Water and Sanitation Minister Ana Reyes" is one as well.
Speakers::Who Speakers::of_post_of_two_words(const Conjuncts& two) const {
  const Conjunct &first = two[0], &second = two[1];
  if (first.size() != 1 || first.last + 1 != second.first || !is(first.first, kCommonWord) ||
      is(first.first, kPlace | kMaleName | kFemaleName | kOnePerson))
    return {};
  const std::int32_t n = name_over(second.last - 1);
  if (n < 0) return {};
  const Name& name = names_.all()[static_cast<std::size_t>(n)];
  const bool post = name.first > second.first + 1 && is(name.first - 1, kOnePerson) &&
                    doc_.tokens.tag[second.first] != tag::kDeterminer;
  return post && entities_.at(name.entity).is_person() ? of_entity(name.entity, Confidence::full_name) : Who{};
}

// "John and Brian Meza": the surname that both have; empty where the first has none.
std::string_view Speakers::shared_surname(const Conjuncts& several) const {
  if (several.size() != 2 || several[0].last + 1 != several[1].first) return {};
  const std::size_t given = names_.first_from(several[0].first);
  if (given == names_.all().size()) return {};
  const Name& alone = names_.all()[given];
  const std::uint32_t word = several[0].last - 1;
  if (alone.last != several[0].last || alone.size() != 1 || !is(word, kMaleName | kFemaleName) ||
      entities_.name_of(alone.entity) != doc_.words(word))
    return {};
  const std::int32_t n = name_over(several[1].last - 1);
  if (n < 0) return {};
  const Name& full = names_.all()[static_cast<std::size_t>(n)];
  const bool both = full.size() == 2 && full.has(hint::kGiven) && full.first == several[1].first;
  return both ? doc_.words(several[1].last - 1) : std::string_view();
}

std::optional<Speakers::Who> Speakers::each_of(const Conjuncts& several, const Statement& statement, int depth) const {
  const std::string_view surname = shared_surname(several);
  Speaker speaker;
  speaker.kind = SpeakerKind::Group;
  speaker.confidence = Confidence::joint;
  speaker.unnamed = true;
  for (const Conjunct& conjunct : several) {
    const Who who = of_range(conjunct.first, conjunct.last, statement, depth + 1);
    if (!who.speaker || std::find(speaker.members.begin(), speaker.members.end(), who.speaker->name) != speaker.members.end()) continue;
    std::string name = who.speaker->name;
    if (&conjunct == several.begin() && !surname.empty()) name.append(" ").append(surname);
    speaker.name.append(speaker.name.empty() ? "" : "; ").append(name);
    speaker.members.push_back(std::move(name));
    speaker.unnamed &= who.speaker->unnamed;
    speaker.confidence = std::min(speaker.confidence, who.speaker->confidence);
  }
  if (speaker.members.size() < 2) return {};
  Who out;
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
