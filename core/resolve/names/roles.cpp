// Roles: what the article calls a person beside the name.
#include <algorithm>

#include "lexicon/name_words.h"
#include "lexicon/role_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/names/entities.h"
#include "resolve/names/phrases.h"
#include "resolve/names/role_keys.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

}  // namespace

bool Entities::noun(std::uint32_t t) const {
  const char g = doc_->tokens.tag[t];
  return g == tag::kNoun || g == tag::kName || g == tag::kNouns;
}

void Entities::add_fact(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head) {
  add_fact_called(entity, first, last, head, role_hash(doc_->words(head)));
}

void Entities::add_fact_called(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint64_t hash) {
  roles_.push_back({.entity = entity, .first = first, .last = last, .head = head, .hash = hash});
  by_role_.add(hash, static_cast<std::int32_t>(roles_.size()) - 1);
}

void Entities::add_role(std::int32_t entity, std::uint32_t first, std::uint32_t last, std::uint32_t head) {
  Entity& e = at(entity);
  const Bits classes = doc_->tokens.word[head]->classes;
  if ((classes & (kMalePerson | kMaleTitle)) != 0) e.male += 50;
  if ((classes & (kFemalePerson | kFemaleTitle)) != 0) e.female += 50;
  e.person += 6;
  if (is_address(doc_->words(head))) {
    if (role_hash(doc_->words(head)) == role_hash("doctor")) add_fact(entity, first, last, head);  // "the doctor" of Dr Ana Reyes
    return;
  }
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
  std::uint32_t last = name.first;
  for (std::uint32_t steps = 0; from > begin && steps < 6; ++steps) {
    const std::uint32_t k = from - 1;
    // "chief of staff": one step over "of".
    if (steps == 1 && doc_->words(k) == "of" && k > begin && is(k - 1, kAnyTitle | kPerson)) {
      --from;
      continue;
    }
    const bool party = is(k, kDemonym) || party_of(doc_->words(k)) != 0;
    // "Political scientist Ana Reyes", "District magistrate Ana Reyes": a word that has its capital from the sentence.
    const bool opens = (t.shape[k] & kFirst) != 0 && is_ordinary(*doc_, k) && doc_->words(k + 1) != "of" &&
                       !is(k, kFunctionWord | kFirstName | kPlace | kSurname);
    if ((t.shape[k] & kMark) != 0 || ((t.shape[k] & kCapital) != 0 && !party && !opens)) break;
    if (!noun(k) && t.tag[k] != tag::kAdjective) break;
    --from;
  }
  // "chairman Dr Ana Reyes": the courtesy is no part of the post.
  while (last > from + 1 && is_address(doc_->words(last - 1))) --last;
  std::uint32_t head = last;
  for (std::uint32_t k = last; k-- > from;)
    if (is(k, kAnyTitle | kPerson)) {
      head = k;
      break;
    }
  if (head == last) {
    // "Health CEC Dr Ana Reyes": letters in front of a courtesy are a post
    if (last < name.first && last > from && (t.shape[last - 1] & kAllCapitals) != 0) add_fact(name.entity, from, last, last - 1);
    return;
  }
  add_role(name.entity, from, last, head);
  const bool styled = from < head && (doc_->words(from + 1).starts_with("Rev") || doc_->words(from + 1).starts_with("Hon"));
  if (const std::string_view office = office_of_style(doc_->words(from)); !office.empty() && styled)
    add_fact_called(name.entity, from, last, head, role_hash(office));  // the Rt Rev Ana Reyes is a bishop
  // "port chief Gen. Ana Reyes": she has a post besides the rank.
  for (std::uint32_t k = from; k < head; ++k)
    if ((t.shape[k] & kCapital) == 0 && noun(k) && is(k, kPerson | kTitle) && (t.shape[k + 1] & kCapital) != 0)
      add_fact(name.entity, from, k + 1, k);
  // "Minister for Works Senator Ana Reyes": a minister and a senator.
  for (std::uint32_t k = from; k + 1 < head; ++k)
    if (is(k, kTitle) && doc_->words(k + 1) == "for") add_fact(name.entity, from, head, k);
  // "Secretary of State": the head is the title before "of".
  for (std::uint32_t k = from; k < head; ++k)
    if (is(k, kAnyTitle) && k + 1 < head && (t.shape[k + 1] & kMark) == 0 && doc_->words(k + 1) == "of") {
      roles_.back().head = k;
      roles_.back().hash = role_hash(doc_->words(k));
      by_role_.add(roles_.back().hash, static_cast<std::int32_t>(roles_.size()) - 1);
    }
}

// "chief executive" of "chairman and chief executive", where `conjunction` is the token of "and": its head, 0 for none. A "baker and
// Calder" has one post.
std::uint32_t Entities::second_role(std::uint32_t conjunction, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 4;  // tokens
  const Tokens& t = doc_->tokens;
  if (conjunction + 1 >= end || doc_->words(conjunction) != "and") return 0;
  std::uint32_t m = conjunction + 1;
  while (m < end && m <= conjunction + kLongest && (noun(m) || t.tag[m] == tag::kAdjective || t.tag[m] == tag::kGerund)) ++m;
  const bool post = m > conjunction + 1 && t.tag[m - 1] != tag::kNouns && is(m - 1, kOneRole) && is(m - 1, kCommonWord) &&
                    !is(m - 1, kFirstName | kSurname);
  return post ? m - 1 : 0;
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
  const bool leads = doc_->words(head) == "Head" && k < end && doc_->words(k) == "of";  // "…, Head of Research at the Trust"
  const bool letters = is_post_in_letters(doc_->words(head));                            // "…, CEO of the port"
  std::uint32_t next = k;
  while (next < end && t.tag[next] == tag::kAdverb) ++next;
  const char behind = next < end ? t.tag[next] : tag::kStop;
  // "in Chelsea, the mayor said", "with Veldt, the union said": a clause of its own.
  if (behind == tag::kPast || behind == tag::kThirdPerson || behind == tag::kPresent || behind == tag::kModal) return;
  // "Oakmart, its largest customer": a house, where one word is all its name and no first name.
  static const auto partners = ids_of("customer", "rival", "competitor", "shareholder", "creditor", "tenant", "contractor", "sponsor",
                                      "employer");
  static const auto ranks = ids_of("largest", "biggest", "main", "closest", "nearest", "top", "smallest");
  const bool partner = partners.has(t.word[head]->id) && head > from && ranks.has(t.word[head - 1]->id);
  const bool house = partner || is_house(doc_->words(head));
  if (article && name.size() == 1 && house && !is(name.first, kFirstName) && at(name.entity).person < 8 &&
      at(name.entity).full_mentions == 0) {
    at(name.entity).organization += 6;
    add_fact(name.entity, from, k, head);
    return;
  }
  const bool role = leads || letters || (is(head, kOneRole) && (article || small || is(head, kTitle)));
  if (noun(head) && t.tag[head] != tag::kNouns && role) {
    const std::uint32_t second = second_role(k, end);
    if (second > k) k = second + 1;
    // "a spokesman for the Trust": what it is of belongs to the role, up to the next comma.
    std::uint32_t last = k;
    if (k + 1 < end && (doc_->words(k) == "of" || doc_->words(k) == "for" || doc_->words(k) == "at")) {
      std::uint32_t m = k + 1;
      while (m < end && m < k + kLongestRole &&
             (noun(m) || t.tag[m] == tag::kDeterminer || t.tag[m] == tag::kAdjective || t.tag[m] == tag::kNames ||
              t.tag[m] == tag::kPossessive || doc_->words(m) == "of" || doc_->words(m) == "&"))
        ++m;
      if (m > k + 1) last = m;
    }
    add_role(name.entity, from, last, head);
    if (second > head) add_fact(name.entity, head + 2, last, second);
  } else if (article && noun(head) && is(head, kGroup | kOrganizationName) && at(name.entity).person < 8) {
    at(name.entity).organization += 6;
    add_fact(name.entity, from, k, head);
  }
}

// "Majority leader in the assembly Ana Reyes": the post and its house, in small letters; "an aide in the assembly Ana Reyes" is two.
void Entities::find_role_at_house(const Name& name, std::uint32_t begin) {
  if (!name.has(hint::kGiven) || name.size() < 2) return;
  const Tokens& t = doc_->tokens;
  const std::uint32_t head = post_at_house(*doc_, begin, name.before);
  if (head == name.before) return;
  std::uint32_t from = head;
  while (from > begin && head - from < kLongestRole && (noun(from - 1) || t.tag[from - 1] == tag::kAdjective)) --from;
  if (from == begin || t.tag[from - 1] != tag::kDeterminer) add_role(name.entity, from, head + 1, head);
}

// "ambassador to Chile Ana Reyes": the post and its place, which is a name of its own, in front of the name with nothing between.
void Entities::find_role_at_place(std::size_t index) {
  if (index == 0) return;
  const Name& name = names_->all()[index];
  const Name& place = names_->all()[index - 1];
  if (place.last != name.before || !place.has(hint::kPlaceWord) || name.size() < 2) return;
  std::uint32_t k = place.before;
  if (k > 1 && doc_->tokens.tag[k - 1] == tag::kDeterminer) --k;
  if (k < 2 || doc_->tokens.tag[k - 1] != tag::kPreposition || !is(k - 2, kOneRole) || doc_->tokens.tag[k - 2] != tag::kNoun) return;
  add_role(name.entity, k - 2, place.last, k - 2);
}

// "a spokeswoman for the old county, …": the role before "for", "of", "at" and their noun group, which ends with `last`; `last` for none.
// Where a name in full follows (`in_full`), the noun group may be a house of some place.
std::uint32_t Entities::role_before_preposition(std::uint32_t begin, std::uint32_t last, bool in_full) const {
  const Tokens& t = doc_->tokens;
  for (std::uint32_t k = last; k > begin + 1 && last - k < kLongestRole; --k) {
    const char g = t.tag[k];
    if (g == tag::kPreposition) {
      const std::string_view w = doc_->words(k);
      if ((w == "for" || w == "of" || w == "at") && is(k - 1, kOneRole)) return k - 1;
      if (in_full && w == "of" && is(k - 1, kGroup | kOrganizationName)) continue;  // director of the Association | of Calder
      return last;
    }
    if (!noun(k) && g != tag::kNames && g != tag::kAdjective && g != tag::kDeterminer && g != tag::kPossessive) return last;
  }
  return last;
}

// "the chief of staff | to the governor": the head of the role in front of "to the …" or "for the …" which ends at `holder`; `holder` for
// none.
std::uint32_t Entities::role_to_holder(std::uint32_t begin, std::uint32_t holder) const {
  const Tokens& t = doc_->tokens;
  if (holder < begin + 4 || !is(holder, kOneRole) || t.tag[holder - 1] != tag::kDeterminer) return holder;
  const std::string_view w = doc_->words(holder - 2);
  if (w != "to" && w != "for") return holder;
  const std::uint32_t k = holder - 3;
  if (is(k, kOneRole) && noun(k)) return k;
  return k >= begin + 2 && doc_->words(k - 1) == "of" && is(k - 2, kOneRole) ? k - 2 : holder;
}

// "the transport chief, Ana Reyes,": the description in front of a comma.
void Entities::find_role_before_comma(const Name& name, std::uint32_t begin, std::uint32_t end) {
  const Tokens& t = doc_->tokens;
  if (name.before <= begin + 2 || t.tag[name.before - 1] != tag::kComma || name.last >= end) return;
  // "The Governor of Maryshire, Mr Roe", "the army chief, Gen. Roe": a courtesy or a rank is no post of its own.
  const std::string_view courtesy = doc_->words(name.before);
  const bool honoured = courtesy == "the";  // the Minister of Works, | the Honourable Ann Roe
  const bool addressed =
      honoured || (name.before + 1 == name.first && (is_address(courtesy) || is_post_in_letters(courtesy) || is_rank(courtesy)));
  if (name.has(hint::kTitled) && !addressed) return;
  if (t.tag[name.last] != tag::kComma && t.tag[name.last] != tag::kStop) return;
  std::uint32_t head = name.before - 2;
  if (t.tag[head] == tag::kClose && head > begin + 3 && t.tag[head - 2] == tag::kOpen) head -= 3;  // … of the Harbour Users' Trust (HUT),
  // "the chief of staff to the governor, Ana Reyes": whose post is told of last; the governor may be anybody.
  if (const std::uint32_t outer = role_to_holder(begin, head); outer < head) head = outer;
  if (!is(head, kOneRole) || t.tag[head] != tag::kNoun) head = role_before_preposition(begin, head, name.size() > 1);
  const bool capital = (t.shape[head] & kCapital) != 0;
  // "The Minister of Works, Ann Roe, left"
  const bool office = name.size() > 1 && is(head, kTitle) && t.tag[name.last] == tag::kComma;
  if (!noun(head) || (capital && !addressed && !office) || !is(head, kOneRole)) return;
  std::uint32_t from = head;
  const auto tells = [&](char g) { return g == tag::kNames || g == tag::kAdjective || g == tag::kComparative; };  // his older sister
  while (from > begin && head - from < 6 && (noun(from - 1) || tells(t.tag[from - 1]))) --from;
  if (from == begin) return;
  const char opener = t.tag[from - 1];
  // "Reyes's employer, Tay Dental,": a house
  if (doc_->words(head) == "employer" && !name.has(hint::kGiven | hint::kTitled)) {
    at(name.entity).organization += 6;
    return add_fact(name.entity, from, name.before - 1, head);
  }
  if (opener == tag::kDeterminer || opener == tag::kPossessivePronoun || opener == tag::kPossessive)
    add_role(name.entity, from, name.before - 1, head);
}

// "the United Dockers union", "the Veldt newspaper chain": what the house is called for short. The union of "the Veldt union" is not Veldt,
// but of those who work there.
void Entities::find_house_behind(const Name& name, std::uint32_t end) {
  const Tokens& t = doc_->tokens;
  std::uint32_t head = name.last;
  if (name.has(hint::kTitled | hint::kPlaceWord | hint::kPeopleWord) || is(name.last - 1, kDemonym)) return;
  while (head + 1 < end && head < name.last + 2 && t.tag[head] == tag::kNoun && t.tag[head + 1] == tag::kNoun) ++head;
  if (head >= end || t.tag[head] != tag::kNoun || (t.shape[head] & kCapital) != 0 || !any_organization(doc_->words(head))) return;
  if (is_part_of_house(*doc_, name.last, head)) return;
  const bool members = unites(doc_->words(name.last - 1)) || name.has(hint::kAcronym);
  if (doc_->words(head) == "union" ? !members : at(name.entity).organization < at(name.entity).person) return;
  add_fact(name.entity, head, head + 1, head);
}

void Entities::find_roles() {
  std::size_t block = 0;
  for (const Name& name : names_->all()) {
    while (block + 1 < doc_->blocks.size() && doc_->blocks[block].last <= name.first) ++block;
    const std::uint32_t begin = doc_->blocks[block].first, end = doc_->blocks[block].last;
    const Entity& e = at(name.entity);
    find_house_behind(name, end);
    // "the Queen" of Queen Ann II
    if (name.size() > 1 && name.before == name.first && is(name.first, kAnyTitle) && is_regnal(doc_->words(name.first)))
      add_fact(name.entity, name.first, name.first + 1, name.first);
    if (e.person + 4 < e.organization) continue;
    if (name.has(hint::kTitled)) find_role_in_front(name, begin);
    else if (name.before < name.first) add_fact(name.entity, name.before, name.first, name.first - 1);  // Canon Ana Reyes
    if (name.before > begin + 1 && doc_->words(name.before) == "Parliament" && doc_->words(name.before - 2) == "Member")
      add_fact_called(name.entity, name.before - 2, name.first, name.before - 2, role_hash("mp"));  // Member of Parliament Ana Reyes
    find_role_at_house(name, begin);
    find_role_at_place(static_cast<std::size_t>(&name - names_->all().data()));
    if (!name.has(hint::kIn)) {
      find_role_behind(name, end);
      find_role_before_comma(name, begin, end);
    }
    find_role_said(name, end);
    find_role_left(name, end);
    find_role_accused(name, end);
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

}  // namespace onrecord
