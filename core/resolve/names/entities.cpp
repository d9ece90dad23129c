#include "resolve/names/entities.h"

#include <algorithm>
#include <span>
#include <utility>

#include "lexicon/name_words.h"
#include "lexicon/speaker_words.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

}  // namespace

std::string text_of(const Document& doc, std::uint32_t first, std::uint32_t last) {
  if (first >= last) return {};
  const std::string_view words = doc.text.substr(doc.tokens.begin[first], doc.tokens.end[last - 1] - doc.tokens.begin[first]);
  std::string out;
  if (!doc.broken.empty()) {
    for (std::uint32_t t = first; t < last; ++t) {
      if (t > first && (doc.tokens.shape[t] & kSpaceBefore) != 0) out.push_back(' ');
      out.append(doc.words(t));
    }
    return out;
  }
  const auto white = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  bool plain = true;  // one blank between words, as nearly always
  for (std::size_t i = 1; i < words.size() && plain; ++i) plain = !white(words[i]) || (words[i] == ' ' && !white(words[i - 1]));
  if (plain) return std::string(words);
  bool space = false;
  for (const char c : words) {
    if (white(c)) {
      space = true;
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(c);
  }
  return out;
}

std::uint64_t Entities::hash(std::uint32_t token) const {
  const std::string_view word = doc_->words(token);
  // The spelling of a broken word stands outside the text.
  return doc_->broken.empty() ? folded_hash(word, doc_->text.data() + doc_->text.size()) : folded_hash(word);
}

std::uint32_t Entities::core_end(std::uint32_t first, std::uint32_t last) const {
  const auto trailing = [this](std::uint32_t t) {
    return (doc_->tokens.shape[t] & kMark) != 0 || is_name_suffix(doc_->words(t)) || is_post_nominal(doc_->words(t));
  };
  while (last > first + 1 && trailing(last - 1)) --last;
  return last;
}

std::int32_t Entities::root(std::int32_t entity) const {
  while (at(entity).merged >= 0) entity = at(entity).merged;
  return entity;
}

void Entities::build(const Document& doc, Names& names) {
  doc_ = &doc;
  names_ = &names;
  entities_.clear();
  roles_.clear();
  const std::size_t n = names.all().size();
  for (HashChains* chains : {&by_last_, &by_first_, &by_all_, &by_acronym_, &by_called_, &by_role_}) chains->clear(n);
  spelled_.clear();
  for (const Name& name : names.all()) spelled_.push_back(spell(name));
  for (std::size_t i = 0; i < n; ++i)
    if (spelled_[i].end - names.all()[i].first > 1) join_full(i);
  merge_longer();
  widen_first_words();
  for (std::size_t i = 0; i < n; ++i) {
    Name& name = names.all()[i];
    if (name.entity < 0) join_short(i);
    if (name.entity >= 0 && !name.has(hint::kQuoted)) at(root(name.entity)).last_seen = name.sentence;
  }
  for (Name& name : names.all()) {
    if (name.entity < 0) continue;
    name.entity = root(name.entity);
    weigh(name);
  }
  names.drop_rejected();
  find_called_he();
  find_roles();
  decide();
  find_party_leads();
}

// "Reyes, 54,", "Reyes (54)", "Reyes, aged 54", "Reyes, a 54-year-old baker", "54-year-old baker Reyes": the token that tells the age of
// whose name ends at `end`; 0 for none.
std::uint32_t Entities::age_beside(const Name& name, std::uint32_t end) const {
  constexpr std::uint32_t kNear = 3;  // tokens between the age and the name
  const Tokens& t = doc_->tokens;
  const auto years = [&](std::uint32_t k) { return k < t.size() && t.tag[k] == tag::kNumber && t.end[k] - t.begin[k] <= 2; };
  const auto years_old = [&](std::uint32_t k) {
    return k < t.size() && (t.shape[k] & (kDigit | kHyphen)) == (kDigit | kHyphen) && doc_->words(k).ends_with("-year-old");
  };
  if (end + 2 < t.size() && (t.tag[end] == tag::kComma || t.tag[end] == tag::kOpen)) {
    const std::uint32_t k = end + 1;
    if (years(k) && (t.shape[k + 1] & kMark) != 0) return k;
    if (doc_->words(k) == "aged" && years(k + 1)) return k + 1;
    if (t.tag[k] == tag::kDeterminer && years_old(k + 1)) return k + 1;
  }
  for (std::uint32_t k = name.before; k > 0 && name.before - k <= kNear; --k) {
    if (years_old(k - 1)) return k - 1;
    if ((t.shape[k - 1] & kMark) != 0 || !noun(k - 1)) return 0;
  }
  return 0;
}

void Entities::weigh(const Name& name) {
  Entity& e = at(name.entity);
  if (e.mentions++ == 0) e.people = name.has(hint::kPeopleWord);
  const Tokens& t = doc_->tokens;
  const std::uint32_t end = core_end(name.first, name.last);
  const Bits first = t.word[name.first]->classes, last = t.word[end - 1]->classes;
  const auto add = [](std::int32_t& sum, int points) { sum = std::min(sum + points, 1000); };
  if (name.has(hint::kTitled)) add(e.person, 8);
  if (name.has(hint::kByline) && !name.has(hint::kIn)) add(e.person, 8);  // By Ana Reyes in Calder
  const bool town = end - name.first > 1 && doc_->words(end - 1) == "City";  // Marlow City, though Marlow is a first name
  if (name.has(hint::kGiven) && !name.has(hint::kOrgWord) && !town) add(e.person, 6);
  if (end - name.first == 1 && (last & kSurname) != 0) add(e.person, 1);
  if (end - name.first == 1 && (first & kFirstName) != 0) add(e.person, 1);
  if (end - name.first > 1 && !town && !name.has(hint::kCommonWords | hint::kOrgWord | hint::kPlaceWord))
    add(letters_behind_word(name.first, end) ? e.organization : e.person, 2);
  // "Tesla" of an article about Ivan Tesla, "Tribe" about Gerald Tribe: he, though houses are called so.
  const bool surname = end - name.first == 1 && e.personlike && e.full_mentions > 0;
  if (name.has(hint::kOrgWord) && !surname) add(e.organization, 8);
  if (end - name.first > 1 && name.has(hint::kCommonWords)) add(e.organization, 3);
  if (name.has(hint::kAcronym)) add(e.organization, (last & (kFirstName | kSurname)) != 0 ? 0 : 4);
  if (end - name.first == 1 && (last & (kGroup | kOrganizationName)) != 0 && !surname) add(e.organization, 4);
  if (name.has(hint::kThe) && !name.has(hint::kTitled)) add(e.organization, 3);
  if (name.has(hint::kPlaceWord) && !e.personlike) add(e.place, 3);
  if (name.has(hint::kIn)) add(e.place, 2);
  // "at Marra Crossing": two words of which no list knows the first
  if (end - name.first > 1 && !name.has(hint::kGiven | hint::kTitled | hint::kOrgWord) && name.before > 0 &&
      doc_->words(name.before - 1) == "at" && is(end - 1, kCommonWord))
    add(e.place, 3);
  // "Tully Shipping": Tully may be anybody's name.
  if (end - name.first > 1 && !name.has(hint::kGiven) && is_company_word(doc_->words(end - 1))) add(e.organization, 6);
  // "the Calder council": by whose name a house goes.
  if (end - name.first == 1 && end < t.size() && t.tag[end] == tag::kNoun && house_of_place(doc_->words(end))) add(e.place, 2);
  // "University of Bergstad"
  if (end - name.first > 2 && is(name.first, kOrganizationName) && is(name.first, kCommonWord) && doc_->words(name.first + 1) == "of")
    add(e.organization, 3);
  // "Harbour Watch councillor Ana Reyes": people are a house's, where no list knows the first of two words.
  if (end - name.first > 1 && !name.has(hint::kGiven | hint::kTitled) && end + 1 < t.size() && t.tag[end] == tag::kNoun &&
      (t.shape[end] & (kCapital | kMark)) == 0 && is(end, kPerson | kTitle) && (t.shape[end + 1] & (kCapital | kMark)) == kCapital)
    add(e.organization, 3);
  // A verb of saying beside it, "Reyes, 54," and possessives speak for a person, a little.
  if (end < t.size() && t.tag[end] == tag::kComma && end + 2 < t.size() && t.tag[end + 1] == tag::kNumber &&
      t.tag[end + 2] == tag::kComma && (t.end[end + 1] - t.begin[end + 1]) <= 2) {
    add(e.person, 8);
  }
  if (e.age == 0) e.age = age_beside(name, end);
  // "Reyes, who" speaks for a person; of "Senator Reyes of Ohio, who" it is not the last name's.
  const std::uint32_t next = end < t.size() && t.tag[end] == tag::kComma ? end + 1 : end;
  const bool behind_another = name.before > 0 && (t.tag[name.before - 1] == tag::kPreposition || t.tag[name.before - 1] == tag::kComma);
  if (next < t.size() && !behind_another && e.personlike && (last & (kPlace | kDemonym | kPeople | kAbbreviation)) == 0 &&
      t.tag[next] == tag::kWhPronoun && doc_->words(next) == "who")
    add(e.person, 6);
  if (name.has(hint::kMaleTitle)) e.male += 100;
  if (name.has(hint::kFemaleTitle)) e.female += 100;
}

// "Kova shrugs. “It leaks,” she says.": a name of one word that no list knows is a person's where he and she follow it, nobody else being
// named there, at least twice and not seldom: a house may stand so once. "Kova sells boats. Its manager says that he …": somebody else.
void Entities::find_called_he() {
  constexpr std::int32_t kLeast = 2, kOneOf = 4;
  constexpr Bits kKnown = kCommonWord | kPlace | kDemonym | kGroup | kOrganizationName | kPeople | kMonth;
  const std::vector<Name>& all = names_->all();
  const auto unknown = [&](const Entity& e) {
    return core_end(e.first, e.last) - e.first == 1 && e.person <= 1 && e.organization == 0 && e.place == 0 && e.mentions > 1 &&
           !is(e.first, kKnown);
  };
  const auto somebody = [&](std::uint32_t t) {
    return noun(t) && is(t, kPerson | kTitle) && (doc_->tokens.shape[t] & kCapital) == 0;
  };
  std::uint32_t passed = 0, behind_somebody = 0;  // tokens; the second behind the last noun for a person among those passed
  std::vector<std::pair<std::int32_t, std::int32_t>> votes;  // entity, women's above zero less men's
  std::size_t from = 0;
  for (const PronounAt& pronoun : names_->pronouns()) {
    if (!pronoun.nominative || pronoun.quoted) continue;
    while (from < all.size() && all[from].sentence + 1 < pronoun.sentence) ++from;
    for (; passed < pronoun.token; ++passed)
      if (somebody(passed)) behind_somebody = passed + 1;
    std::int32_t only = -1;
    for (std::size_t i = from; i < all.size() && all[i].first < pronoun.token; ++i) {
      const Entity& e = at(all[i].entity);
      const bool behind_preposition = all[i].before > 0 && doc_->tokens.tag[all[i].before - 1] == tag::kPreposition;
      if (e.organization > 0 || e.place > 0 || all[i].entity == only) continue;
      const bool alone = unknown(e) && !behind_preposition && !all[i].has(hint::kHeadline) && behind_somebody <= all[i].last;
      only = only < 0 && alone ? all[i].entity : INT32_MAX;
    }
    if (only < 0 || only == INT32_MAX) continue;
    auto vote = std::find_if(votes.begin(), votes.end(), [&](const auto& v) { return v.first == only; });
    if (vote == votes.end()) vote = votes.insert(vote, {only, 0});
    vote->second += pronoun.female ? 1 : -1;
  }
  for (const auto& [entity, women] : votes) {
    Entity& e = at(entity);
    if (std::max(women, -women) < std::max(kLeast, static_cast<std::int32_t>(e.mentions) / kOneOf)) continue;
    e.person += 6;
    (women > 0 ? e.female : e.male) += 3;
  }
}

void Entities::decide() {
  for (Entity& e : entities_) {
    if (e.merged >= 0) continue;
    const std::uint32_t end = core_end(e.first, e.last);
    // "the French premier": nobody is called French without a title or a first name.
    constexpr std::int32_t kToldOf = 6;
    const bool adjective = end - e.first == 1 && (doc_->tokens.word[e.first]->classes & kDemonym) != 0 && e.person < kToldOf;
    if (adjective && e.person > 0) e.person = 0, e.place = std::max(e.place, 1);
    if (e.people && end - e.first == 1) {
      e.kind = SpeakerKind::Group;
    } else if (e.person > e.organization && e.person >= e.place) {
      e.kind = SpeakerKind::Person;
    } else {
      e.kind = SpeakerKind::Organization;
      e.is_place = e.place > e.organization;
    }
    const Bits given = doc_->tokens.word[e.first]->classes & kFirstName;
    if (e.last - e.first > 1) {
      if (given == kMaleName) e.male += 12;
      if (given == kFemaleName) e.female += 12;
    }
  }
}

std::string Entities::name_of(std::int32_t entity) const {
  const Entity& e = at(entity);
  std::uint32_t last = e.last;
  while (last > e.first + 1 && is_post_nominal(doc_->words(last - 1))) --last;
  std::string out = text_of(*doc_, e.first, last);
  // "ANA REYES" of a transcript, or of a text in capitals, is Ana Reyes; so is "ANA Reyes" where capitals open a story.
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool shouted = std::none_of(out.begin(), out.end(), small);
  std::size_t end = e.is_person() && shouted && out.size() > 4 ? out.size() : 0;
  const Bits opening = doc_->tokens.word[e.first]->classes & (e.is_person() ? kFirstName : kPlace);
  const std::size_t space = std::min(out.find(' '), out.size());
  if (end == 0 && opening != 0 && space > 3 && !shouted &&
      std::none_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(space), small))
    end = space;
  bool start = true;
  for (char& c : std::span(out).first(end)) {
    if (!start && c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    start = !(small(c) || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0);
  }
  return out;
}

}  // namespace onrecord
