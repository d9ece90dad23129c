// Kin who are named only from the other side: "his father" of Omar, who was told of as "his son Omar".
#include <array>
#include <string_view>
#include <utility>

#include "base/halving.h"
#include "lexicon/tags.h"
#include "resolve/speakers/description.h"
#include "resolve/speakers/speaker_finding.h"
#include "resolve/speakers/speakers.h"

namespace onrecord {
namespace {

// What each is to the other.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kPairs{{
    {"father", "son"},     {"father", "daughter"}, {"mother", "son"},     {"mother", "daughter"}, {"son", "father"},
    {"son", "mother"},     {"daughter", "father"}, {"daughter", "mother"}, {"brother", "sister"}, {"brother", "brother"},
    {"sister", "brother"}, {"sister", "sister"},   {"husband", "wife"},   {"wife", "husband"},    {"uncle", "nephew"},
    {"uncle", "niece"},    {"aunt", "nephew"},     {"aunt", "niece"},     {"dad", "son"},         {"mum", "son"},
    {"grandfather", "grandson"}, {"grandfather", "granddaughter"}, {"grandmother", "grandson"}, {"grandmother", "granddaughter"},
    {"grandson", "grandfather"}, {"grandson", "grandmother"}, {"granddaughter", "grandfather"}, {"granddaughter", "grandmother"},
}};

bool are_kin(std::string_view one, std::string_view other) {
  for (const auto& [to, from] : kPairs)
    if (one == to && other == from) return true;
  return false;
}

}  // namespace

// "“It is old,” his sister said.": his name is behind "her brother", and she is whose brother he is.
Speakers::Who Speakers::of_kin(const Description& d) const {
  if (!d.bare() || doc_.tokens.tag[d.first] != tag::kPossessivePronoun || d.head != d.first + 1) return {};
  const std::int32_t whose = owner(d.first, d.head, d.statement);
  if (whose < 0) return {};
  const Gender gender = d.has(word_class::kMalePerson) ? Gender::Male : d.has(word_class::kFemalePerson) ? Gender::Female : Gender::Unknown;
  constexpr std::size_t kMostFacts = 200;  // roles looked back at
  const std::vector<RoleFact>& roles = entities_.roles();
  const std::size_t before = count_while(roles.size(), [&](std::size_t i) { return roles[i].head < d.head; });
  for (std::size_t i = before; i-- > 0 && before - i <= kMostFacts;) {
    const RoleFact& fact = roles[i];
    if (fact.entity != whose || fact.first == 0 || !are_kin(d.noun, doc_.words(fact.head))) continue;
    std::int32_t other = -1;
    if (doc_.tokens.tag[fact.first - 1] == tag::kPossessivePronoun) other = discourse_.entity_of_pronoun(fact.first - 1).entity;
    else if (doc_.tokens.tag[fact.first - 1] == tag::kPossessive && fact.first > 1)
      if (const std::int32_t name = name_over(fact.first - 2); name >= 0) other = names_.all()[static_cast<std::size_t>(name)].entity;
    if (other < 0 || other == whose || !entities_.at(other).is_person()) continue;
    const Gender own = entities_.at(other).gender();
    if (own == Gender::Unknown || own == gender) return of_entity(other, Confidence::role);
  }
  return {};
}

}  // namespace onrecord
