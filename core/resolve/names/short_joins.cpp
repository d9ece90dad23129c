// Names of one word: of whom they are a surname, a first name, letters, the first word of a house.

#include "lexicon/name_words.h"
#include "lexicon/tags.h"
#include "resolve/names/entities.h"
#include "resolve/names/only_one.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr std::uint32_t kLongAgo = 15, kLongAgoTitled = 8;  // sentences

}  // namespace

// "Veldt" of "Veldt Foods".
std::int32_t Entities::company_of(std::uint64_t first_word) const {
  std::int32_t found = -1;
  by_first_.each(first_word, kMost, [&](std::int32_t e) {
    const Entity& whole = at(root(e));
    if (at(e).first_hash == first_word && !whole.personlike && is_company_word(doc_->words(whole.last - 1))) found = root(e);
    return found >= 0;
  });
  return found;
}

// "April" of "April Kern", where only one is called so. "Veldt Publishing" is nobody.
std::int32_t Entities::person_called(std::uint64_t first_name) const {
  OnlyOne found;
  by_first_.each(first_name, kMost, [&](std::int32_t e) {
    const Entity& whole = at(root(e));
    const Bits end = doc_->tokens.word[core_end(whole.first, whole.last) - 1]->classes;
    // "Tan" of "Tan Hui Min": a surname in front of two names
    const bool family = whole.last - whole.first == 3 && is(whole.first, kSurname);
    if (at(e).first_hash != first_name || !whole.personlike || (!family && (end & (kCommonWord | kSurname)) == kCommonWord)) return false;
    // "VELDT CORSA" of a heading may be anything.
    const std::uint8_t shouted = doc_->tokens.shape[whole.first] & doc_->tokens.shape[whole.last - 1] & kAllCapitals;
    if (shouted != 0 && !is(whole.first, kFirstName)) return false;
    found.add(root(e));
    return false;
  });
  return found.entity();
}

// "Danish" of "Muhammad Danish Rosli": the second word, by which he is called, is that of one person in the report; not before a noun,
// "Danish sailors".
std::int32_t Entities::person_called_behind(const Name& name, std::uint64_t own) const {
  const Tokens& t = doc_->tokens;
  if (name.last < t.size() && (t.tag[name.last] == tag::kNoun || t.tag[name.last] == tag::kNouns)) return -1;
  OnlyOne found;
  by_called_.each(own, kMost, [&](std::int32_t e) {
    if (hash(at(e).first + 1) != own) return false;
    found.add(root(e));
    return found.several();
  });
  return found.entity() >= 0 && at(found.entity()).personlike ? found.entity() : -1;
}

// "Reyes said that she …": what the pronoun right behind the verb tells of a name.
Gender Entities::gender_told_behind(const Name& name) const {
  static const std::uint32_t he = look_up("he").id, she = look_up("she").id, that = look_up("that").id;
  const Tokens& t = doc_->tokens;
  std::uint32_t k = name.last;
  if (k + 2 >= t.size() || (t.tag[k] != tag::kPast && t.tag[k] != tag::kThirdPerson)) return Gender::Unknown;
  if (t.word[++k]->id == that) ++k;
  return t.word[k]->id == he ? Gender::Male : t.word[k]->id == she ? Gender::Female : Gender::Unknown;
}

// "University of Bergstad": its last word alone is the place.
bool Entities::ends_in_place(const Entity& e) const {
  const std::uint32_t end = core_end(e.first, e.last);
  return end - e.first > 2 && doc_->words(end - 2) == "of" && (doc_->tokens.word[end - 1]->classes & kCommonWord) == 0;
}

// How well a surname may be the person's.
int Entities::surname_score(const Name& name, const Entity& person) const {
  int score = 0;
  const Bits given = doc_->tokens.word[person.first]->classes & kFirstName;
  if (name.has(hint::kMaleTitle) && given == kFemaleName) score -= 12;
  if (!name.has(hint::kMaleTitle) && name.has(hint::kFemaleTitle) && given == kMaleName) score -= 12;
  // "Mr. Reyes" is Juan Reyes rather than Sky Reyes.
  if (name.has(hint::kMaleTitle) && given == kMaleName) score += 5;
  if (!name.has(hint::kMaleTitle) && name.has(hint::kFemaleTitle) && given == kFemaleName) score += 5;
  const Name& introduced = names_->all()[person.first_name];
  if (introduced.first < name.first) score += 4;
  // "Reyes said she": of the two the woman.
  if (const Gender told = gender_told_behind(name); told != Gender::Unknown) {
    const Gender own = given == kMaleName ? Gender::Male : given == kFemaleName ? Gender::Female : Gender::Unknown;
    if (own != Gender::Unknown) score += own == told ? 3 : -3;
  }
  if (person.suffix) score -= 3;
  // Somebody of the name who has not been spoken of for long gives way to one who just was; sooner where everybody is called Mr. and Ms.:
  // whom the report is about needs none.
  const std::uint32_t long_ago = name.has(hint::kMaleTitle | hint::kFemaleTitle) ? kLongAgoTitled : kLongAgo;
  if (introduced.first < name.first && name.sentence > person.last_seen + long_ago) score -= 2;
  return score;
}

// Who has the surname. Near miss: "in Calder", "the Marsh".
std::int32_t Entities::person_of_surname(const Name& name, std::uint64_t surname) const {
  constexpr int kLeast = -6;
  if (name.has(hint::kIn) && name.has(hint::kPlaceWord) && !name.has(hint::kTitled | hint::kPossessive)) return -1;
  if (name.has(hint::kThe) && !name.has(hint::kTitled)) return -1;
  std::int32_t best = -1;
  int best_score = kLeast;
  by_last_.each(surname, kMost, [&](std::int32_t e) {
    const Entity& person = at(root(e));
    if (at(e).last_hash != surname || !person.personlike || ends_in_place(person)) return false;
    // Latest first: at equal evidence the one introduced first wins, who is whom the article is about.
    if (const int score = surname_score(name, person); score >= best_score) best_score = score, best = root(e);
    return false;
  });
  return best;
}

// What the letters stand for, or an organisation that is known by them.
std::int32_t Entities::house_by_letters(std::uint64_t letters) const {
  std::int32_t found = -1;
  by_acronym_.each(letters, kMost, [&](std::int32_t e) {
    const Entity& other = at(root(e));
    if (initials_hash(other.first, other.last) == letters || other.organization > 0) found = root(e);
    return found >= 0;
  });
  return found;
}

// Who has the first name. Of several the one introduced first, but nobody where the word may be a surname.
std::int32_t Entities::person_of_first_name(const Word& word, std::uint64_t first_name) const {
  std::int32_t best = -1;
  bool several = false;
  by_first_.each(first_name, kMost, [&](std::int32_t e) {
    const Entity& other = at(root(e));
    if (other.first_hash != first_name || !other.personlike || root(e) == best) return false;
    several |= best >= 0;
    best = root(e);
    return false;
  });
  return several && (word.classes & kSurname) != 0 ? -1 : best;
}

// Whether the longer names that begin with the word are companies', each of them.
bool Entities::opens_houses_only(std::uint64_t first_word) const {
  bool only = true;
  by_first_.each(first_word, kMost, [&](std::int32_t e) {
    const Entity& whole = at(e);
    only &= whole.first_hash != first_word || whole.last - whole.first == 1 || is_company_word(doc_->words(whole.last - 1));
    return !only;
  });
  return only;
}

// "the Post", "the Trust"; "Veldt" of "Veldt Foods" where the word says nothing else.
std::int32_t Entities::house_of_word(const Name& name, const Word& word, std::uint64_t own) const {
  std::int32_t best = -1;
  by_last_.each(own, kMost, [&](std::int32_t e) {
    if (at(e).last_hash == own && !at(root(e)).personlike && !ends_in_place(at(root(e))) && !name.has(hint::kPlaceWord)) best = root(e);
    return false;
  });
  // "the BBC" is not "BBC Sport Online", nor Veldt, named before it, "Veldt Corsa", nor ever "the Veldt Corsa": a house by itself is not
  // the first word of a longer name, unless that is a company's.
  const bool by_itself = name.has(hint::kAcronym) || of_one_word(own) >= 0;
  const bool nothing_else = (word.classes & (kPlace | kDemonym | kFirstName | kSurname | kCommonWord)) == 0;
  const bool telling = nothing_else && !by_itself;
  const bool surname = (word.classes & kSurname) != 0 && (word.classes & (kPlace | kFirstName)) == 0;
  // "Verity" of "Verity Labs", where nobody has it for a first name
  const bool given = (word.classes & kFirstName) != 0 && (word.classes & kPlace) == 0 && opens_houses_only(own);
  if (best >= 0 || !(nothing_else || surname || given)) return best;
  by_first_.each(own, kMost, [&](std::int32_t e) {
    const Entity& whole = at(root(e));
    if (at(e).first_hash != own || whole.personlike) return false;
    const Name& introduced = names_->all()[whole.first_name];
    const bool known = introduced.first < name.first && (!introduced.has(hint::kThe) || introduced.has(hint::kOrgWord));
    if ((telling && known) || is_company_word(doc_->words(whole.last - 1))) best = root(e);
    return false;
  });
  return best;
}

// The same one word.
std::int32_t Entities::of_one_word(std::uint64_t own) const {
  std::int32_t found = -1;
  by_all_.each(own, kMost, [&](std::int32_t e) {
    if (at(e).all_hash == own && at(e).last - at(e).first == 1) found = e;
    return found >= 0;
  });
  return found;
}

// "a Veldt spokeswoman", "Veldt's shares" of Veldt Foods, though its founder is Ana Veldt: before a noun in small letters or a possessive,
// where the company was named first.
bool Entities::of_company(const Name& name, std::int32_t company, std::int32_t person) const {
  const Tokens& t = doc_->tokens;
  const bool first = at(company).first < at(person).first && at(company).first < name.first;
  if (name.last >= t.size() || !first) return false;
  const char next = t.tag[name.last];
  return next == tag::kPossessive || ((next == tag::kNoun || next == tag::kNouns) && (t.shape[name.last] & (kCapital | kMark)) == 0);
}

// Names of one word: a surname, an acronym, a first name, the last or first word of an organisation, or itself.
void Entities::join_short(std::size_t index) {
  if (join_bracketed(index)) return;
  Name& name = names_->all()[index];
  const std::uint64_t own = spelled_[index].last;
  const Word& word = *doc_->tokens.word[spelled_[index].end - 1];
  std::int32_t best = person_of_surname(name, own);
  if (best >= 0 && !name.has(hint::kTitled))
    if (const std::int32_t company = company_of(own); company >= 0 && of_company(name, company, best)) best = company;
  if (name.has(hint::kWeak)) {
    if (best < 0 && (word.classes & kFirstName) != 0) best = person_of_first_name(word, own);
    if (best < 0 && opens_houses_only(own)) best = company_of(own);
    if (best < 0 && (word.classes & (kMonth | kSurname)) != 0) best = person_called(own);
    name.entity = best >= 0 ? best : -2;
    return;
  }
  if (best < 0 && name.has(hint::kAcronym)) best = house_by_letters(own);
  // "Sir Alex", "Aunty Ana" are called so
  const bool knighted = name.before + 1 == name.first && goes_with_first_name(doc_->words(name.before));
  if (best < 0 && (word.classes & kFirstName) != 0 && (knighted || !name.has(hint::kTitled))) best = person_of_first_name(word, own);
  if (best < 0 && !name.has(hint::kPeopleWord | hint::kTitled)) best = house_of_word(name, word, own);
  // "Mr Ng" of "Ng Yat Chung", "her mum Ami", "Hafiz, from Pakistan": a first word that nothing else in the article is called by.
  constexpr Bits kOther = kCommonWord | kPlace | kDemonym | kGroup | kOrganizationName | kMonth;
  // "Xi" of "Xi Baoshan": a surname that stands in front, though the word is a common one too.
  const bool addressed = name.has(hint::kMaleTitle | hint::kFemaleTitle);
  const bool in_front = (word.classes & (kOther | kFirstName | kSurname)) == (kCommonWord | kSurname);
  if (best < 0 && !name.has(hint::kPeopleWord | hint::kAcronym | hint::kThe) && (addressed || in_front || (word.classes & kOther) == 0))
    best = person_called(own);
  if (best < 0 && !name.has(hint::kThe | hint::kIn | hint::kTitled)) best = person_called_behind(name, own);
  if (best < 0) best = of_one_word(own);
  if (best < 0) {
    best = fresh(index);
    at(best).all_hash = own;
    by_all_.add(own, best);
  }
  name.entity = best;
}

}  // namespace onrecord
