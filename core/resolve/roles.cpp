// Roles: what the article calls a person beside the name, and who "the mayor" is later.
#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/tags.h"
#include "resolve/entities.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr Bits kAnyTitle = kTitle | kMaleTitle | kFemaleTitle;
constexpr Bits kOneRole = kPerson | kTitle | kMalePerson | kFemalePerson;
constexpr std::uint32_t kLongestRole = 9;  // tokens
constexpr int kMostFacts = 32;             // roles of one head word that are looked at

using Pair = std::pair<std::string_view, std::string_view>;

// Titles in front of a name that are written short, or otherwise later on.
constexpr std::array<Pair, 23> kShort = {{
    {"sen.", "senator"},     {"rep.", "representative"},  {"gov.", "governor"},      {"gen.", "general"},
    {"prof.", "professor"},  {"dr.", "doctor"},           {"lt.", "lieutenant"},     {"col.", "colonel"},
    {"sgt.", "sergeant"},    {"capt.", "captain"},        {"rev.", "reverend"},      {"pres.", "president"},
    {"sen", "senator"},      {"rep", "representative"},   {"gov", "governor"},       {"gen", "general"},
    {"cllr", "councillor"},  {"councilor", "councillor"}, {"insp.", "inspector"},    {"det.", "detective"},
    {"dr", "doctor"},        {"supt.", "superintendent"},
    {"justice", "judge"},
}};

// Words for a party and its people, and the one that stands for all of them.
constexpr std::array<Pair, 15> kParties = {{
    {"gop", "republican"},      {"g.o.p.", "republican"},    {"republican", "republican"},
    {"republicans", "republican"}, {"democrat", "democratic"}, {"democrats", "democratic"},
    {"democratic", "democratic"},  {"labour", "labour"},       {"conservative", "conservative"},
    {"tory", "conservative"},   {"libertarian", "libertarian"}, {"r", "republican"},
    {"d", "democratic"},        {"r-", "republican"},        {"d-", "democratic"},
}};

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

// The party that `word` names, 0 for none. A letter does in brackets only: (D-Ohio), (R).
std::uint64_t party_of(std::string_view word, bool in_brackets = false) {
  if (word.empty() || word.size() > 12) {
    if (!in_brackets || word.empty()) return 0;
  }
  std::string small = lower(word);
  if (in_brackets) {
    if (small.size() > 2 && small[1] == '-') small.resize(2);
  } else if (small.size() < 3) {
    return 0;
  }
  for (const auto& [from, to] : kParties)
    if (small == from) return folded_hash(to);
  return 0;
}

// Forms of address are no role.
bool is_address(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kAddress = {"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "MR.", "MRS.", "MS.", "DR."};
  return std::find(kAddress.begin(), kAddress.end(), word) != kAddress.end();
}

// One person of a party stands for it in an election: the nominee, the candidate.
bool stands_for_party(std::uint64_t role) {
  static const std::array<std::uint64_t, 3> kStands = {folded_hash("nominee"), folded_hash("candidate"), folded_hash("standard-bearer")};
  return std::find(kStands.begin(), kStands.end(), role) != kStands.end();
}

}  // namespace

std::uint64_t party_hash(std::string_view word) {
  const std::uint64_t party = party_of(word);
  return party != 0 ? party : folded_hash(word);
}

std::uint64_t role_hash(std::string_view word) {
  if (word.size() <= 9) {
    const std::string small = lower(word);
    for (const auto& [from, to] : kShort)
      if (small == from) return folded_hash(to);
  }
  return folded_hash(word);
}

bool Entities::noun(std::uint32_t t) const {
  const char g = doc_->tokens.tag[t];
  return g == tag::kNoun || g == tag::kName || g == tag::kNouns;
}

void Entities::add_fact(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head) {
  const std::uint64_t hash_of_head = role_hash(doc_->words(head));
  roles_.push_back({.entity = entity, .first = first, .last = last, .head = head, .hash = hash_of_head});
  by_role_.add(hash_of_head, static_cast<std::int32_t>(roles_.size()) - 1);
}

void Entities::add_role(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head) {
  Entity& e = at(entity);
  const Bits classes = doc_->tokens.word[head]->classes;
  if ((classes & (kMalePerson | kMaleTitle)) != 0) e.male += 50;
  if ((classes & (kFemalePerson | kFemaleTitle)) != 0) e.female += 50;
  e.person += 6;
  if (is_address(doc_->words(head))) return;
  add_fact(entity, first, last, head);
  // "MAYOR" of a title gives way to "mayor".
  const auto shouted = [this](std::uint32_t from, std::uint32_t to) {
    const auto shapes = doc_->tokens.shape.begin();
    return std::all_of(shapes + from, shapes + to, [](std::uint8_t s) { return (s & (kAllCapitals | kMark)) != 0; });
  };
  if (e.role_first == e.role_last || (shouted(e.role_first, e.role_last) && !shouted(first, last))) {
    e.role_first = first;
    e.role_last = last;
  }
}

// "harbour master Ana Reyes", "Secretary of State Ana Reyes", "Democratic presidential nominee Ana Reyes".
void Entities::find_role_in_front(const Name& name, std::uint32_t begin) {
  const Tokens& t = doc_->tokens;
  std::uint32_t from = name.before;
  const std::uint32_t last = name.first;
  for (std::uint32_t steps = 0; from > begin && steps < 6; ++steps) {
    const std::uint32_t k = from - 1;
    // "chief of staff": one step over "of".
    if (steps == 1 && doc_->words(k) == "of" && k > begin && is(k - 1, kAnyTitle | kPerson)) {
      --from;
      continue;
    }
    const bool party = is(k, kDemonym) || party_of(doc_->words(k)) != 0;
    if ((t.shape[k] & kMark) != 0 || ((t.shape[k] & kCapital) != 0 && !party)) break;
    if (!noun(k) && t.tag[k] != tag::kAdjective) break;
    --from;
  }
  std::uint32_t head = last;
  for (std::uint32_t k = last; k-- > from;)
    if (is(k, kAnyTitle | kPerson)) {
      head = k;
      break;
    }
  if (head == last) return;
  add_role(name.entity, from, last, head);
  // "Secretary of State": the head is the title before "of".
  for (std::uint32_t k = from; k < head; ++k)
    if (is(k, kAnyTitle) && k + 1 < head && (t.shape[k + 1] & kMark) == 0 && doc_->words(k + 1) == "of") {
      roles_.back().head = k;
      by_role_.add(role_hash(doc_->words(k)), static_cast<std::int32_t>(roles_.size()) - 1);
    }
}

// ", a baker", ", 54, the transport chief of the city".
void Entities::find_role_behind(const Name& name, std::uint32_t end) {
  const Tokens& t = doc_->tokens;
  std::uint32_t k = name.last;
  if (k + 2 >= end || t.tag[k] != tag::kComma) return;
  ++k;
  if (t.tag[k] == tag::kNumber && k + 1 < end && t.tag[k + 1] == tag::kComma) k += 2;
  std::uint32_t from = k;
  bool article = false;
  for (const std::uint32_t stop = std::min(end, k + 10); k < stop; ++k) {
    const char g = t.tag[k];
    if (g == tag::kDeterminer || g == tag::kPossessivePronoun || g == tag::kPossessive) {
      from = k + 1;
      article = true;
    } else if (!noun(k) && g != tag::kAdjective && g != tag::kNames && g != tag::kNumber && g != tag::kParticiple &&
               g != tag::kComparative) {
      break;
    }
  }
  if (k <= from) return;
  const std::uint32_t head = k - 1;
  const bool small = (t.shape[head] & kCapital) == 0;
  if (noun(head) && t.tag[head] != tag::kNouns && is(head, kOneRole) && (article || small || is(head, kTitle))) {
    std::uint32_t next = k;
    while (next < end && t.tag[next] == tag::kAdverb) ++next;
    const char behind = next < end ? t.tag[next] : tag::kStop;
    // "in Chelsea, the mayor said": a clause of its own.
    if (behind == tag::kPast || behind == tag::kThirdPerson || behind == tag::kPresent || behind == tag::kModal) return;
    // "a spokesman for the Trust": what it is of belongs to the role, up to the next comma.
    std::uint32_t last = k;
    if (k + 1 < end && (doc_->words(k) == "of" || doc_->words(k) == "for" || doc_->words(k) == "at")) {
      std::uint32_t m = k + 1;
      while (m < end && m < k + kLongestRole &&
             (noun(m) || t.tag[m] == tag::kDeterminer || t.tag[m] == tag::kAdjective || t.tag[m] == tag::kNames ||
              t.tag[m] == tag::kPossessive || doc_->words(m) == "of"))
        ++m;
      if (m > k + 1) last = m;
    }
    add_role(name.entity, from, last, head);
  } else if (article && noun(head) && is(head, kGroup | kOrganizationName) && at(name.entity).person < 8) {
    at(name.entity).organization += 6;
    add_fact(name.entity, from, k, head);
  }
}

// "Reyes is the transport chief": from the second mention on that is how readers are reminded.
void Entities::find_role_said(const Name& name, std::uint32_t end) {
  const Tokens& t = doc_->tokens;
  const std::uint32_t k = name.last;
  if (k + 3 >= end || !is(k, kBe) || t.tag[k + 1] != tag::kDeterminer) return;
  std::uint32_t m = k + 2;
  while (m < end && m < k + kLongestRole && (noun(m) || t.tag[m] == tag::kAdjective)) ++m;
  if (m > k + 2 && t.tag[m - 1] != tag::kNouns && is(m - 1, kOneRole)) add_role(name.entity, k + 2, m, m - 1);
}

// "a spokeswoman for the old county, …": the role before "for", "of", "at" and their noun group, which ends with `last`; `last` for none.
std::uint32_t Entities::role_before_preposition(std::uint32_t begin, std::uint32_t last) const {
  const Tokens& t = doc_->tokens;
  for (std::uint32_t k = last; k > begin + 1 && last - k < kLongestRole; --k) {
    const char g = t.tag[k];
    if (g == tag::kPreposition) {
      const std::string_view w = doc_->words(k);
      return (w == "for" || w == "of" || w == "at") && is(k - 1, kOneRole) ? k - 1 : last;
    }
    if (!noun(k) && g != tag::kNames && g != tag::kAdjective && g != tag::kDeterminer && g != tag::kPossessive) return last;
  }
  return last;
}

// "the transport chief, Ana Reyes,": the description in front of a comma.
void Entities::find_role_before_comma(const Name& name, std::uint32_t begin, std::uint32_t end) {
  const Tokens& t = doc_->tokens;
  if (name.before <= begin + 2 || t.tag[name.before - 1] != tag::kComma || name.has(hint::kTitled) || name.last >= end) return;
  if (t.tag[name.last] != tag::kComma && t.tag[name.last] != tag::kStop) return;
  std::uint32_t head = name.before - 2;
  if (!is(head, kOneRole) || t.tag[head] != tag::kNoun) head = role_before_preposition(begin, head);
  if (t.tag[head] != tag::kNoun || (t.shape[head] & kCapital) != 0 || !is(head, kOneRole)) return;
  std::uint32_t from = head;
  while (from > begin && head - from < 6 && (noun(from - 1) || t.tag[from - 1] == tag::kAdjective)) --from;
  if (from == begin) return;
  const char opener = t.tag[from - 1];
  if (opener == tag::kDeterminer || opener == tag::kPossessivePronoun || opener == tag::kPossessive)
    add_role(name.entity, from, name.before - 1, head);
}

// "Republican Ana Reyes", "GOP nominee Ana Reyes", "Ana Reyes (D-Ohio)", "Ana Reyes, a Democrat".
void Entities::find_party(const Name& name, std::uint32_t begin, std::uint32_t end) {
  Entity& e = at(name.entity);
  if (e.party != 0) return;
  const Tokens& t = doc_->tokens;
  for (std::uint32_t k = name.first; k > begin && name.first - k < 4 && e.party == 0; --k) {
    if ((t.shape[k - 1] & kMark) != 0 || (!noun(k - 1) && t.tag[k - 1] != tag::kAdjective)) break;
    e.party = party_of(doc_->words(k - 1));
  }
  std::uint32_t k = name.last;
  if (e.party == 0 && k + 1 < end && doc_->words(k) == "(") e.party = party_of(doc_->words(k + 1), true);
  if (e.party == 0 && k + 1 < end && t.tag[k] == tag::kComma) {
    ++k;
    if (k + 1 < end && t.tag[k] == tag::kDeterminer) ++k;
    if (k + 1 < end && (t.shape[k + 1] & kMark) != 0) e.party = party_of(doc_->words(k));
  }
}

void Entities::find_roles() {
  std::size_t block = 0;
  for (const Name& name : names_->all()) {
    while (block + 1 < doc_->blocks.size() && doc_->blocks[block].last <= name.first) ++block;
    const std::uint32_t begin = doc_->blocks[block].first, end = doc_->blocks[block].last;
    const Entity& e = at(name.entity);
    if (e.person + 4 < e.organization) continue;
    if (name.has(hint::kTitled)) find_role_in_front(name, begin);
    if (!name.has(hint::kIn)) {
      find_role_behind(name, end);
      find_role_before_comma(name, begin, end);
    }
    find_role_said(name, end);
    find_party(name, begin, end);
  }
}

// Who of a party is named most often: whom "the Democratic nominee" means where nothing else tells.
void Entities::find_party_leads() {
  party_leads_.clear();
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const Entity& e = entities_[i];
    if (e.party == 0 || e.merged >= 0 || !e.is_person() || e.mentions < 3) continue;
    auto lead = std::find_if(party_leads_.begin(), party_leads_.end(), [&](std::int32_t other) { return at(other).party == e.party; });
    if (lead == party_leads_.end()) party_leads_.push_back(static_cast<std::int32_t>(i));
    else if (at(*lead).mentions < e.mentions) *lead = static_cast<std::int32_t>(i);
  }
}

std::string Entities::role_of(std::int32_t entity) const {
  const Entity& e = at(entity);
  return text_of(*doc_, e.role_first, e.role_last);
}

// Words of the description that tell which one: "the Ohio senator", "the Democratic nominee", "the vice president".
Entities::Wanted Entities::wanted(std::uint32_t first, std::uint32_t head) const {
  Wanted out;
  out.role = role_hash(doc_->words(head));
  out.second = is_second(first, head);
  for (std::uint32_t t = first + 1; t < head && out.owns < out.own.size(); ++t) {
    if ((doc_->tokens.shape[t] & (kCapital | kMark)) != kCapital) continue;
    out.own[out.owns++] = party_hash(doc_->words(t));
    if (out.party == 0) out.party = party_of(doc_->words(t));
  }
  return out;
}

// "vice", "deputy": who holds the post is not the one whose second that is.
bool Entities::is_second(std::uint32_t first, std::uint32_t head) const {
  for (std::uint32_t t = head; t > first && doc_->tokens.tag[t - 1] != tag::kPossessive; --t) {
    const std::string_view w = doc_->words(t - 1);
    if (w == "vice" || w == "Vice" || w == "deputy" || w == "Deputy" || w == "assistant" || w == "Assistant") return true;
  }
  return false;
}

// How many of the description's own words a role shares; nothing where it is somebody else's.
std::optional<int> Entities::shared_words(const RoleFact& fact, const Wanted& wanted) const {
  if (role_hash(doc_->words(fact.head)) != wanted.role || is_second(fact.first, fact.head) != wanted.second) return {};
  if (wanted.party != 0 && at(fact.entity).party != 0 && at(fact.entity).party != wanted.party) return {};
  // "the Democratic nominee" is not the Republican one: where both have such words and share none, it is somebody else. A title is no such
  // word: "the Ohio attorney general" may be Attorney General Ana Reyes.
  int shared = 0, others = 0;
  const auto own_end = wanted.own.begin() + static_cast<std::ptrdiff_t>(wanted.owns);
  if (wanted.owns > 0)
    for (std::uint32_t t = fact.first; t < fact.head; ++t) {
      if ((doc_->tokens.shape[t] & (kCapital | kMark)) != kCapital || is(t, kTitle)) continue;
      ++(std::find(wanted.own.begin(), own_end, party_hash(doc_->words(t))) != own_end ? shared : others);
    }
  if (shared == 0 && others > 0) return {};
  return shared;
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

std::int32_t Entities::find_introduced(std::uint32_t first, std::uint32_t head) const {
  constexpr std::uint32_t kSoon = 200;  // tokens
  const Wanted wanted = this->wanted(first, head);
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
