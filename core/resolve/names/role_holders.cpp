// Who "the mayor" is: the holder of a role that the article told of.
#include <algorithm>
#include <array>

#include "lexicon/role_words.h"
#include "lexicon/tags.h"
#include "resolve/names/entities.h"
#include "resolve/names/only_one.h"
#include "resolve/names/role_keys.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr int kMostFacts = 32;              // roles of one head word that are looked at
constexpr std::uint32_t kLongestPlace = 5;  // tokens, with "of"

bool says_former(std::string_view w) {
  return w == "former" || w == "Former" || w == "ex" || w == "onetime" || w == "then" || w == "outgoing";
}

}  // namespace

// Words of the description that tell which one: "the Ohio senator", "the Democratic nominee", "the vice president".
Entities::Wanted Entities::wanted(std::uint32_t first, std::uint32_t head) const {
  Wanted out;
  out.role = role_hash(doc_->words(head));
  out.second = is_second(first, head);
  out.prime = is_prime(head);
  out.former = is_former(first, head);
  for (std::uint32_t t = first; t < head; ++t) out.next |= doc_->words(t) == "new" || doc_->words(t) == "incoming";
  out.of = place_of(first, head, std::min(head + kLongestPlace, doc_->tokens.size()));
  out.house = house_of(head, head + 1);
  for (std::uint32_t t = first + 1; t < head && out.owns < out.own.size(); ++t) {
    if ((doc_->tokens.shape[t] & (kCapital | kMark)) != kCapital) continue;
    out.of_place = (out.owns == 0 || out.of_place) && is(t, kPlace | kDemonym);
    out.own[out.owns++] = party_hash(doc_->words(t));
    if (out.party == 0) out.party = party_of(doc_->words(t));
  }
  return out;
}

// "union" of "union leader", of "Dockers' Union leader" and of "leader of the Dockers' Union": whose role that is which has this head and
// ends at `last`, hashed, where an ordinary word says so; 0 for none.
std::uint64_t Entities::house_of(std::uint32_t head, std::uint32_t last) const {
  constexpr Bits kHouse = kGroup | kOrganizationName;
  const bool opens = (doc_->tokens.shape[head] & kFirst) != 0;  // what stands in front is another sentence's
  if (head > 0 && !opens && is(head - 1, kHouse) && noun(head - 1)) return folded_hash(doc_->words(head - 1));
  return last > head + 1 && is(last - 1, kHouse) ? folded_hash(doc_->words(last - 1)) : 0;
}

// "vice", "deputy": who holds the post is not the one whose second that is.
bool Entities::is_second(std::uint32_t first, std::uint32_t head) const {
  for (std::uint32_t t = head; t > first && doc_->tokens.tag[t - 1] != tag::kPossessive; --t) {
    const std::string_view w = doc_->words(t - 1);
    if (w == "vice" || w == "Vice" || w == "deputy" || w == "Deputy" || w == "assistant" || w == "Assistant") return true;
  }
  return false;
}

// "the prime minister" is no other minister.
bool Entities::is_prime(std::uint32_t head) const {
  if (head == 0 || doc_->words(head).size() != 8) return false;  // minister
  std::string_view before = doc_->words(head - 1);
  if (before.starts_with("ex-")) before.remove_prefix(3);
  return before == "Prime" || before == "prime" || before == "First" || before == "first" || before == "Chief" || before == "chief";
}

// "the former mayor", "the ex-mayor": of two mayors the one who was it before.
bool Entities::is_former(std::uint32_t first, std::uint32_t head) const {
  if (doc_->words(head).starts_with("ex-")) return true;
  for (std::uint32_t t = head; t > first; --t)
    if (says_former(doc_->words(t - 1)) || doc_->words(t - 1).starts_with("ex-")) return true;
  return false;
}

// Of which place or house the post `head` is: words with capitals behind "of", else those before the mark of the possessive in front.
TokenRange Entities::place_of(std::uint32_t first, std::uint32_t head, std::uint32_t last) const {
  const Tokens& t = doc_->tokens;
  const auto capital = [&](std::uint32_t k) { return (t.shape[k] & (kCapital | kMark)) == kCapital; };
  if (head + 2 < last && doc_->words(head + 1) == "of") {
    std::uint32_t k = head + 2;
    if (t.tag[k] == tag::kDeterminer) ++k;
    const std::uint32_t from = k;
    while (k < last && capital(k)) ++k;
    return {from, k};
  }
  std::uint32_t owner = head;  // "Calder's | police chief"
  while (owner > first && noun(owner - 1) && !capital(owner - 1)) --owner;
  if (owner > first + 1 && t.tag[owner - 1] == tag::kPossessive && capital(owner - 2)) return {owner - 2, owner - 1};
  return {};
}

bool Entities::share_name(TokenRange one, TokenRange other) const {
  for (std::uint32_t k = one.first; k < one.last; ++k)
    for (std::uint32_t m = other.first; m < other.last; ++m)
      if (hash(k) == hash(m)) return true;
  return false;
}

// How well a role is the one described, by the description's own words that it shares; nothing where it is somebody else's.
std::optional<int> Entities::shared_words(const RoleFact& fact, const Wanted& wanted) const {
  if (fact.hash != wanted.role || is_second(fact.first, fact.head) != wanted.second) return {};
  if (is_prime(fact.head) != wanted.prime) return {};
  const bool former = fact.left || is_former(fact.first, fact.head);
  if (wanted.next && former) return {};
  const std::uint64_t house = wanted.house != 0 ? house_of(fact.head, fact.last) : 0;
  const bool same_party = wanted.party != 0 && at(fact.entity).party == wanted.party;  // "the Tory group leader", who leads the opposition
  if (house != 0 && house != wanted.house && !same_party) return {};  // the union leader is no leader of the council
  if (wanted.party != 0 && at(fact.entity).party != 0 && at(fact.entity).party != wanted.party) return {};
  // "the Democratic nominee" is not the Republican one: where both have such words and share none, it is somebody else. A title is no such
  // word: "the Ohio attorney general" may be Attorney General Ana Reyes.
  int shared = 0, others = 0, places = 0;
  const auto own_end = wanted.own.begin() + static_cast<std::ptrdiff_t>(wanted.owns);
  if (wanted.owns > 0)
    for (std::uint32_t t = fact.first; t < fact.head; ++t) {
      if ((doc_->tokens.shape[t] & (kCapital | kMark)) != kCapital || is(t, kTitle)) continue;
      ++(std::find(wanted.own.begin(), own_end, party_hash(doc_->words(t))) != own_end ? shared : others);
      places += is(t, kPlace | kDemonym);
    }
  // "A New York judge", named later on, may be a Supreme Court justice: where and what are two things.
  const bool compatible = wanted.introduced && wanted.of_place && places == 0;
  if (shared == 0 && others > 0 && !compatible && !same_party) return {};
  // "the mayor of Calder" is no mayor of Moor, and rather the mayor of Calder than a mayor; "the Calder mayor" is, too.
  const TokenRange place = place_of(fact.first, fact.head, std::max(fact.last, fact.head + 1));
  const bool same_place = share_name(place, wanted.of);
  if (!same_place && !place.empty() && !wanted.of.empty()) return {};
  bool names_place = same_place;
  for (std::uint32_t t = place.first; t < place.last && wanted.owns > 0; ++t)
    names_place |= std::find(wanted.own.begin(), own_end, party_hash(doc_->words(t))) != own_end;
  return 2 * shared + 2 * static_cast<int>(names_place) + static_cast<int>(former == wanted.former);
}

std::int32_t Entities::find_holder(std::uint32_t first, std::uint32_t head) const {
  constexpr std::size_t kMostHolders = 8;
  const Wanted wanted = this->wanted(first, head);
  std::array<std::int32_t, kMostHolders> before{};  // holders whose role was told before, nearest first, of those that share most words
  std::size_t n = 0;
  std::int32_t behind = -1;
  int best_shared = 0;
  by_role_.each(wanted.role, kMostFacts, [&](std::int32_t r) {
    const RoleFact& fact = roles_[static_cast<std::size_t>(r)];
    const std::optional<int> shared = shared_words(fact, wanted);
    if (!shared) return false;
    if (fact.head >= head) {
      behind = fact.entity;
      return false;
    }
    if (*shared > best_shared) best_shared = *shared, n = 0;
    if (*shared == best_shared && n < before.size() && std::find(before.begin(), before.begin() + n, fact.entity) == before.begin() + n)
      before[n++] = fact.entity;
    return false;
  });
  if (n == 1) return before[0];
  if (n > 1) return nearest_of({before.data(), n}, head);
  if (behind >= 0) return behind;
  if (wanted.party != 0 && stands_for_party(wanted.role))
    for (const std::int32_t lead : party_leads_)
      if (at(lead).party == wanted.party) return lead;
  return -1;
}

std::int32_t Entities::find_called_otherwise(std::uint32_t head) const {
  constexpr std::uint32_t kFar = 300;  // tokens
  const std::span<const std::string_view> words = callings_like(doc_->words(head));
  if (words.empty() || head == 0 || doc_->words(head - 1).size() != 3) return -1;  // the, The
  OnlyOne found;
  for (const std::string_view word : words)
    by_role_.each(role_hash(word), kMostFacts, [&](std::int32_t r) {
      const RoleFact& fact = roles_[static_cast<std::size_t>(r)];
      if (fact.hash != role_hash(word) || is_second(fact.first, fact.head)) return false;
      found.add(fact.entity);
      return found.several();
    });
  const std::int32_t called = found.entity();
  if (called < 0 || at(called).first > head) return -1;
  const std::uint32_t id = doc_->tokens.word[head]->id;
  for (std::uint32_t t = head > kFar ? head - kFar : 1; t < head - 1; ++t) {
    const std::string_view before = doc_->words(t - 1);
    if (doc_->tokens.word[t]->id == id && before != "the" && before != "The" && t + 1 != at(called).first) return -1;  // a manager
  }
  return called;
}

std::int32_t Entities::find_head_of_house(std::uint32_t first, std::uint32_t head) const {
  const std::uint64_t house = house_of(head, head + 1);
  const auto heads = heads_of_house();
  const auto rulers = head > 0 ? heads_of_territory(doc_->words(head - 1)) : heads.first(0);  // of "the county boss"
  if ((house == 0 && rulers.empty()) || is_second(first, head)) return -1;
  if (std::find(heads.begin(), heads.end(), doc_->words(head)) == heads.end()) return -1;
  OnlyOne found;
  const auto look_for = [&](std::string_view word, std::uint64_t of) {
    by_role_.each(role_hash(word), kMostFacts, [&](std::int32_t r) {
      const RoleFact& fact = roles_[static_cast<std::size_t>(r)];
      if (fact.hash != role_hash(word) || fact.head >= head || is_second(fact.first, fact.head)) return false;
      if (house_of(fact.head, fact.last) != of) return false;
      found.add(fact.entity);
      return found.several();
    });
  };
  if (house != 0)
    for (const std::string_view word : heads) look_for(word, house);
  for (const std::string_view word : rulers) look_for(word, 0);
  return found.entity();
}

// "DM" of a district magistrate, "SDM" of a sub-divisional one: what all words of the role begin with, "of" and "and" left out.
bool Entities::spells(const RoleFact& fact, std::string_view letters) const {
  std::size_t n = 0;
  for (std::uint32_t t = fact.first; t <= fact.head; ++t) {
    if (is(t, kFunctionWord)) continue;
    const std::string_view w = doc_->words(t);
    for (std::size_t i = 0; i < w.size(); ++i) {
      if (i > 0 && w[i - 1] != '-') continue;
      if (n == letters.size() || (w[i] & ~0x20) != letters[n]) return false;
      ++n;
    }
  }
  return n == letters.size();
}

// Whether words of the role with capitals, one behind the other, begin with those letters; "of" and "and" count for nothing.
bool Entities::has_initials(const RoleFact& fact, std::string_view letters) const {
  if (is(fact.head, kTitle) && spells(fact, letters)) return true;
  const auto letter = [&](std::uint32_t t) {
    return (doc_->tokens.shape[t] & (kCapital | kMark)) == kCapital ? doc_->text[doc_->tokens.begin[t]] : '\0';
  };
  // They spell the post, not whose it is: NLC is no president of the Nigeria Labour Congress.
  for (std::uint32_t from = fact.first; from < fact.last && from <= fact.head; ++from) {
    std::size_t n = 0;
    std::uint32_t t = from;
    for (; t < fact.last && n < letters.size(); ++t) {
      if (is(t, kFunctionWord) && t > from) continue;
      if (letter(t) != letters[n]) break;
      ++n;
    }
    if (n == letters.size() && t > fact.head) return true;
  }
  return false;
}

std::int32_t Entities::find_by_initials(std::string_view letters, std::uint32_t token) const {
  if (letters.size() < 2 || letters.size() > 4) return -1;
  if (is(token, kOrganizationName | kPlace | kGroup) || letters == "US" || letters == "UK") return -1;  // the UN
  std::int32_t found = -1;
  for (std::size_t i = 0, looks = 0; i < roles_.size() && looks < kMostFacts; ++i) {
    const RoleFact& fact = roles_[i];
    if (found >= 0 && fact.head >= token) break;
    if (!at(fact.entity).is_person() || !has_initials(fact, letters)) continue;
    found = fact.entity;
    ++looks;
  }
  return found;
}

// Of several who hold one role, whom a reader has in mind at `token`: the latest who was a subject, else the latest named, else the first
// of them.
std::int32_t Entities::nearest_of(std::span<const std::int32_t> holders, std::uint32_t token) const {
  constexpr int kNamesBack = 30;
  std::int32_t named = -1;
  std::size_t i = names_->first_from(token);
  for (int left = kNamesBack; i-- > 0 && left > 0; --left) {
    const Name& name = names_->all()[i];
    if (std::find(holders.begin(), holders.end(), name.entity) == holders.end() || name.has(hint::kHeadline)) continue;
    if (name.has(hint::kSubject | hint::kSpeaks)) return name.entity;
    if (named < 0) named = name.entity;
  }
  return named >= 0 ? named : holders.front();
}

bool Entities::may_be_of(std::int32_t holder, std::uint32_t head, std::int32_t owner) const {
  bool anothers = false, open = false;
  by_role_.each(role_hash(doc_->words(head)), kMostFacts, [&](std::int32_t r) {
    const RoleFact& fact = roles_[static_cast<std::size_t>(r)];
    if (fact.entity != holder || fact.first == 0) return false;
    // "Kern's lawyer": the name ends before the mark of the possessive.
    std::int32_t whose = -1;
    if (doc_->tokens.tag[fact.first - 1] == tag::kPossessive) {
      const std::size_t n = names_->first_from(fact.first - 2);
      if (n < names_->all().size() && names_->all()[n].last == fact.first - 1) whose = names_->all()[n].entity;
    }
    // "her lawyer" of before is not his
    const std::string_view before = doc_->words(fact.first - 1);
    const bool hers = before == "her" || before == "Her", his = before == "his" || before == "His";
    const Gender own = hers ? Gender::Female : his ? Gender::Male : Gender::Unknown;
    const bool other = own != Gender::Unknown && at(owner).gender() != Gender::Unknown && own != at(owner).gender();
    (other || (whose >= 0 && whose != owner && at(whose).is_person()) ? anothers : open) = true;
    return false;
  });
  return open || !anothers;
}

bool Entities::other_party(std::uint32_t first, std::uint32_t head, std::int32_t entity) const {
  std::uint64_t party = 0;
  for (std::uint32_t t = first; t <= head && party == 0; ++t) party = party_of(doc_->words(t));
  return party != 0 && at(entity).party != 0 && party != at(entity).party;
}

bool Entities::leads_team(std::int32_t entity) const {
  static const std::array<std::uint64_t, 6> kLeads = {folded_hash("manager"), folded_hash("coach"),   folded_hash("boss"),
                                                      folded_hash("referee"), folded_hash("chairman"), folded_hash("owner")};
  return std::any_of(roles_.begin(), roles_.end(), [&](const RoleFact& fact) {
    return fact.entity == entity && std::find(kLeads.begin(), kLeads.end(), fact.hash) != kLeads.end();
  });
}

std::uint32_t Entities::most_mentions() const {
  std::uint32_t most = 0;
  for (const Entity& e : entities_)
    if (e.merged < 0 && e.is_person()) most = std::max(most, e.mentions);
  return most;
}

bool Entities::has_office(std::int32_t entity) const {
  return std::any_of(roles_.begin(), roles_.end(), [&](const RoleFact& fact) { return fact.entity == entity && is(fact.head, kTitle); });
}

std::int32_t Entities::find_introduced(std::uint32_t first, std::uint32_t head) const {
  constexpr std::uint32_t kSoon = 200;  // tokens
  Wanted wanted = this->wanted(first, head);
  wanted.introduced = true;
  std::int32_t found = -1;
  bool other = false;
  by_role_.each(wanted.role, kMostFacts, [&](std::int32_t r) {
    const RoleFact& fact = roles_[static_cast<std::size_t>(r)];
    if (!shared_words(fact, wanted)) return false;
    const bool soon = fact.head > head && fact.head < head + kSoon && at(fact.entity).first > head;
    other |= !soon || (found >= 0 && found != fact.entity);
    found = fact.entity;
    return false;
  });
  return other ? -1 : found;
}

}  // namespace onrecord
