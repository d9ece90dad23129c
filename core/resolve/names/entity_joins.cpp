// Which mentions are of one: names of two words and more; what one word may stand for is in short_joins.cpp.
#include <algorithm>
#include <array>
#include <string_view>

#include "lexicon/name_words.h"
#include "lexicon/tags.h"
#include "resolve/names/entities.h"
#include "resolve/names/only_one.h"
#include "resolve/names/role_keys.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr std::uint64_t kPrime = 1099511628211ULL;

}  // namespace

Entities::Spelled Entities::spell(const Name& name) const {
  Spelled out;
  out.end = core_end(name.first, name.last);
  for (std::uint32_t t = out.end; t < name.last; ++t) out.suffix |= is_name_suffix(doc_->words(t));
  for (std::uint32_t t = name.first; t < out.end; ++t) {
    out.last = hash(t);
    if (t == name.first) out.first = out.last;
    out.all = out.all * kPrime + out.last;
  }
  // "Cheuk Hau-yip": the given name stands behind the surname.
  const std::string_view end = doc_->words(out.end - 1);
  const std::size_t hyphen = (doc_->tokens.shape[out.end - 1] & kHyphen) != 0 ? end.rfind('-') : end.size();
  if (out.end - name.first == 2 && hyphen + 1 < end.size() && end[hyphen + 1] >= 'a' && end[hyphen + 1] <= 'z') out.last = out.first;
  return out;
}

// Of what its capitals spell, as folded_hash has it.
std::uint64_t Entities::initials_hash(std::uint32_t first, std::uint32_t last) const {
  std::array<char, 16> initials{};
  std::size_t n = 0;
  for (std::uint32_t t = first; t < last && n < initials.size(); ++t)
    if ((doc_->tokens.shape[t] & kCapital) != 0) initials[n++] = doc_->text[doc_->tokens.begin[t]];
  return folded_hash({initials.data(), n});
}

// "State BJP", "Team GB": letters behind an ordinary word, which nobody is called; nor "BBC Radio Calder".
bool Entities::letters_behind_word(std::uint32_t first, std::uint32_t end) const {
  const Tokens& t = doc_->tokens;
  const bool in_front = end - first > 2 && (t.shape[first] & kAllCapitals) != 0 && doc_->words(first).size() > 2 &&
                        (t.shape[first + 1] & kAllCapitals) == 0 && is(first + 1, kCommonWord) && !is(first + 1, kFirstName);
  if (in_front && !is(first, kFirstName)) return true;
  return (t.shape[end - 1] & kAllCapitals) != 0 && (t.shape[first] & kAllCapitals) == 0 &&
         (t.word[first]->classes & (kCommonWord | kFirstName)) == kCommonWord;
}

// By a first name or a title; "President Veldt North America" presides over a house.
bool Entities::told_as_person(const Name& name, std::uint32_t end) const {
  const Bits last = doc_->tokens.word[end - 1]->classes;
  const bool of_place = name.size() > 2 && (last & kPlace) != 0;
  return name.has(hint::kGiven) || (name.has(hint::kTitled) && !of_place);
}

std::int32_t Entities::fresh(std::size_t index) {
  const Name& name = names_->all()[index];
  const Spelled& spelled = spelled_[index];
  Entity e;
  e.first = name.first;
  e.last = name.last;
  e.first_name = static_cast<std::uint32_t>(index);
  e.suffix = spelled.suffix;
  e.first_hash = spelled.first;
  e.last_hash = spelled.last;
  e.all_hash = spelled.all;
  const Bits last_classes = doc_->tokens.word[spelled.end - 1]->classes;
  e.personlike = !letters_behind_word(name.first, spelled.end) && !name.has(hint::kOrgWord | hint::kThe) && spelled.end - name.first <= 5 &&
                 (told_as_person(name, spelled.end) ||
                  (!name.has(hint::kCommonWords | hint::kPlaceWord) && (last_classes & (kGroup | kOrganizationName)) == 0 &&
                   !is_company_word(doc_->words(spelled.end - 1))));
  entities_.push_back(e);
  return static_cast<std::int32_t>(entities_.size()) - 1;
}

// "Siti Nurhaliza" of Siti Nurhaliza Ismail; "St. Clair" of Winston St. Clair: the first or the last two words of a longer name; -1 for
// none.
std::int32_t Entities::person_by_two_words(const Name& name) const {
  const std::uint64_t one = hash(name.first), two = hash(name.first + 1);
  const bool saint = doc_->words(name.first) == "St.";
  std::int32_t found = -1;
  (saint ? by_last_ : by_first_).each(saint ? two : one, kMost, [&](std::int32_t e) {
    const Entity& longer = at(root(e));
    if (!longer.personlike || longer.last - longer.first < 3) return false;
    const std::uint32_t from = saint ? longer.last - 2 : longer.first;
    if (hash(from) == one && hash(from + 1) == two) found = root(e);
    return found >= 0;
  });
  return found;
}

// Names of two words and more: the same words, or first and last the same.
void Entities::join_full(std::size_t index) {
  Name& name = names_->all()[index];
  const auto [end, first, last, all, suffix] = spelled_[index];
  std::int32_t found = -1;
  by_last_.each(last, kMost, [&, first = first, last = last, all = all, suffix = suffix](std::int32_t e) {
    const Entity& other = at(e);
    if (other.last_hash != last || other.suffix != suffix) return false;
    const bool same_first = other.first_hash == first || (other.nick_hash != 0 && other.nick_hash == first);
    if (other.all_hash != all && !(same_first && other.personlike && !name.has(hint::kOrgWord))) return false;
    found = e;
    return true;
  });
  if (found < 0 && end - name.first == 2) found = person_by_two_words(name);
  if (found < 0 && end - name.first == 2 && doc_->words(name.first) == "Lady" && is(end - 1, kFirstName))
    found = person_called(last);  // Lady Catriona
  if (found < 0) {
    found = fresh(index);
    by_last_.add(last, found);
    by_first_.add(first, found);
    by_all_.add(all, found);
    // Robert "Bobby" Roe is Bobby Roe too.
    for (std::uint32_t t = name.first + 1; t + 2 < end; ++t)
      if ((doc_->tokens.shape[t] & kMark) != 0 && (doc_->tokens.shape[t + 2] & kMark) != 0) at(found).nick_hash = hash(t + 1);
    if (end - name.first == 3 && is_given_before_own(doc_->words(name.first))) by_called_.add(hash(name.first + 1), found);
    // What its capitals spell.
    if (end - name.first > 1) by_acronym_.add(initials_hash(name.first, end), found);
  }
  name.entity = found;
  Entity& entity = at(found);
  ++entity.full_mentions;
  if (!name.has(hint::kOrgWord) && told_as_person(name, end)) entity.personlike = true;
  // The fullest mention names it, though not one in a title with more behind it; one in small letters goes before one in capitals.
  const Name& introduced = names_->all()[entity.first_name];
  const bool titles = introduced.first == entity.first && introduced.has(hint::kHeadline) && !name.has(hint::kHeadline) && name.size() > 1;
  const bool shouting = (doc_->tokens.shape[entity.first] & kAllCapitals) != 0 && (doc_->tokens.shape[name.first] & kAllCapitals) == 0;
  const bool whisper = (doc_->tokens.shape[name.first] & kAllCapitals) != 0 && (doc_->tokens.shape[entity.first] & kAllCapitals) == 0;
  if ((name.size() > entity.last - entity.first && !whisper && !name.has(hint::kHeadline)) ||
      (shouting && entity.first_hash != entity.last_hash) || (titles && entity.personlike)) {
    entity.first = name.first;
    entity.last = name.last;
  }
}

// "Nielsen Hayden" is the end of "Teresa Nielsen Hayden"; "Tax Centre" of "Harbour Tax Centre".
void Entities::merge_longer() {
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    Entity& e = entities_[i];
    const std::uint32_t size = core_end(e.first, e.last) - e.first;
    std::int32_t into = -1;
    bool several = false;
    by_last_.each(e.last_hash, kMost, [&](std::int32_t o) {
      const Entity& other = at(o);
      if (static_cast<std::size_t>(o) == i || other.last_hash != e.last_hash || other.suffix != e.suffix || other.merged >= 0) return false;
      const std::uint32_t other_end = core_end(other.first, other.last);
      if (other_end - other.first <= size) return false;
      for (std::uint32_t k = 0; k < size; ++k)
        if (hash(other_end - size + k) != hash(e.first + k)) return false;
      several |= into >= 0;
      into = o;
      return false;
    });
    if (into < 0) into = titled_in_front(e);
    if (into < 0 || several) continue;
    Entity& other = at(into);
    e.merged = into;
    other.full_mentions += e.full_mentions;
    // What stands in front of the shorter may be no part of the name: "Crooked Ana Reyes", "Ohio Ana Reyes". In "Low Wei Ling" it is the
    // surname.
    const Word& first = *doc_->tokens.word[other.first];
    const bool surname = (first.classes & kSurname) != 0 && (doc_->tokens.shape[other.first] & kFirst) == 0 &&
                         other.last - other.first == 3 && size == 2;
    if (!surname && (doc_->tokens.word[e.first]->classes & kFirstName) != 0 && (first.classes & kFirstName) == 0 &&
        (first.classes & (kCommonWord | kPlace | kDemonym)) != 0) {
      other.first = e.first;
      other.last = e.last;
      other.first_hash = e.first_hash;
      other.first_name = std::min(other.first_name, e.first_name);
      other.personlike = true;
    }
    // "Enter Port Calder": a word that has its capital from the sentence, where the name stands without it elsewhere.
    const bool opens = (doc_->tokens.shape[other.first] & kFirst) != 0 && (first.classes & (kCommonWord | kFirstName)) == kCommonWord;
    if (opens && size > 1 && other.last - other.first == size + 1 && other.full_mentions == e.full_mentions + 1) {
      other.first = e.first;
      other.last = e.last;
    }
    // "the Democratic White House nominee": an adjective of the noun behind.
    const Tokens& t = doc_->tokens;
    const bool before_noun = other.last < t.size() && t.tag[other.last] == tag::kNoun && (t.shape[other.last] & kCapital) == 0;
    if (!e.personlike && size > 1 && before_noun && other.last - other.first == size + 1 &&
        ((first.classes & kDemonym) != 0 || party_of(doc_->words(other.first)) != 0)) {
      other.first = e.first;
      other.last = e.last;
    }
    other.personlike |= e.personlike;
  }
}

// "CJI Reyes", "Skipper Reyes", "Tearful Reyes" is Ana Reyes where the article has one Reyes: capitals in front stand for a post, or for
// first names, and so does what people are called; an adjective has its capital from the sentence. -1 for none.
std::int32_t Entities::titled_in_front(const Entity& e) const {
  const std::uint32_t end = core_end(e.first, e.last);
  const auto letters = [this](std::uint32_t t) { return (doc_->tokens.shape[t] & kAllCapitals) != 0 && doc_->words(t).size() <= 4; };
  // "J.J. Reyes" is no Ana: letters with full stops are first names.
  const std::string_view opens_with = doc_->words(e.first);
  const char given = opens_with.find('.') != std::string_view::npos ? opens_with[0] : '\0';
  const auto calling = [this](std::uint32_t t) { return is(t, kPerson) && is(t, kCommonWord) && !is(t, kFirstName); };
  const Bits opener = doc_->tokens.word[e.first]->tags & tag_bit(tag::kAdjective);
  const bool told = (doc_->tokens.shape[e.first] & kFirst) != 0 && opener != 0 && is(e.first, kCommonWord) &&
                    !is(e.first, kFirstName | kSurname | kPlace | kDemonym);
  if (end - e.first != 2 || !e.personlike || !(letters(e.first) || calling(e.first) || told) || letters(e.first + 1)) return -1;
  OnlyOne found;
  by_last_.each(e.last_hash, kMost, [&](std::int32_t o) {
    const Entity& other = at(root(o));
    if (at(o).last_hash != e.last_hash || &other == &e || !other.personlike || letters(other.first) || other.suffix != e.suffix)
      return false;
    if (given != '\0' && doc_->words(other.first)[0] != given) return false;
    found.add(root(o));
    return false;
  });
  return found.entity();
}

// "Harbour Users' Trust (HUT)".
bool Entities::join_bracketed(std::size_t index) {
  Name& name = names_->all()[index];
  if (index == 0 || !name.has(hint::kAcronym)) return false;
  const Name& before = names_->all()[index - 1];
  if (before.size() <= 1 || before.last + 1 != name.first || doc_->words(before.last) != "(" || name.last >= doc_->tokens.size() ||
      doc_->words(name.last) != ")")
    return false;
  name.entity = before.entity;
  at(root(before.entity)).organization += 6;
  by_acronym_.add(spelled_[index].last, root(before.entity));
  return true;
}

// "Wells Fargo said": the first word was taken for one that has its capital from the sentence's start.
void Entities::widen_first_words() {
  const Tokens& t = doc_->tokens;
  for (std::size_t i = 0; i < spelled_.size(); ++i) {
    Name& name = names_->all()[i];
    if (name.first == 0 || name.before != name.first) continue;
    const std::uint32_t k = name.first - 1;
    if ((t.shape[k] & (kFirst | kCapital | kMark)) != (kFirst | kCapital) || (t.word[k]->classes & kFunctionWord) != 0) continue;
    std::uint64_t all = hash(k);
    for (std::uint32_t m = name.first; m < spelled_[i].end; ++m) all = all * kPrime + hash(m);
    by_all_.each(all, kMost, [&](std::int32_t e) {
      if (at(e).all_hash != all) return false;
      name.first = name.before = k;
      name.entity = e;
      return true;
    });
  }
}

}  // namespace onrecord
