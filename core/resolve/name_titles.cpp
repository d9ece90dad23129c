// What in a run of capitalised words is a title or a post, and what the name: "Senator Ann Roe", "UN Special Rapporteur".
#include <algorithm>
#include <string_view>

#include "lexicon/name_words.h"
#include "resolve/name_finder.h"
#include "resolve/role_keys.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr Bits kAnyTitle = kTitle | kMaleTitle | kFemaleTitle;
constexpr Bits kFirstName = kMaleName | kFemaleName;

}  // namespace

// "Tester said no": a surname, if the article has such a person.
void NameFinder::weak(std::uint32_t t, const TokenBlock& block) {
  const char g = t_.tag[t];
  const bool noun = g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames || g == tag::kAdjective ||
                    g == tag::kComparative;
  // In a headline whose words have no capitals of their own, one that opens it and does something: "Marsh hails his side".
  const char next = t + 1 < block.last ? t_.tag[t + 1] : tag::kStop;
  const bool acts = shaped(t, kFirst) && (next == tag::kThirdPerson || next == tag::kPast || next == tag::kColon);
  if ((headline_ && !title_case_ && !acts) || !noun || t + 1 >= block.last || (capital(t + 1) && !title_case_)) return;
  place(t);
  names_.push_back({.first = t, .last = t + 1, .before = t, .sentence = sentence_,
                    .hints = hint::kWeak | (quoted(t) ? hint::kQuoted : 0U)});
}

// Where a person's name begins that follows a place with nothing between: "… in North Korea Ana Reyes". `first` when it does not.
std::uint32_t NameFinder::behind_place(std::uint32_t first, std::uint32_t end) const {
  std::uint32_t k = first;
  if (end - first >= 4 && is(k + 1, kPlace) && is(k, kCommonWord)) k += 2;
  else if (is(k, kPlace) && !is(k, kFirstName) && doc_.words(k).size() > 3) k += 1;
  else return first;
  const bool ordinary = is(end - 1, kCommonWord) && !(is(end - 1, kSurname) && is(k, kFirstName));
  const bool person = end - k >= 2 && end - k <= 3 && !is(k, kCommonWord | kPlace) && !ordinary;
  return person ? k : first;
}

// "Recorder Ana Reyes", "Ministry of Works Brian Manning": words that are no first names, at least one of them
// ordinary, and a first name and a surname that are not; the surname may be a word besides.
bool NameFinder::named_behind_post(std::uint32_t first, std::uint32_t end) const {
  const std::uint32_t given = end - 2;
  constexpr Bits kOther = kPlace | kGroup | kOrganizationName;
  if (!is(given, kFirstName) || is(given, kOther | kCommonWord) || is(end - 1, kOther)) return false;
  if (is(end - 1, kCommonWord) && !is(end - 1, kSurname)) return false;
  bool ordinary = false;
  for (std::uint32_t i = first; i < given; ++i) {
    if (is(i, kFirstName) || shaped(i, kMark)) return false;
    ordinary |= is(i, kCommonWord);
  }
  return ordinary;
}

// "the Reyes campaign": what ends at `end` stands in front of a noun that it tells of.
bool NameFinder::modifies(std::uint32_t end, std::uint32_t limit) const {
  return end < limit && (t_.tag[end] == tag::kNoun || t_.tag[end] == tag::kNouns) && !shaped(end, kCapital | kMark);
}

// "…, a professor of law": behind a name that ends at `end`, the description of one person.
bool NameFinder::told_as_person(std::uint32_t end, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  if (end + 2 >= limit || t_.tag[end] != tag::kComma || t_.tag[end + 1] != tag::kDeterminer) return false;
  std::uint32_t k = end + 2;
  while (k < limit && k < end + kLongest && (t_.tag[k] == tag::kNoun || t_.tag[k] == tag::kName || t_.tag[k] == tag::kAdjective)) ++k;
  return t_.tag[k - 1] == tag::kNoun && is(k - 1, kPerson) && !is(k - 1, kGroup);
}

// Splits titles off and keeps what is a name.
void NameFinder::add(std::uint32_t a, std::uint32_t b, const TokenBlock& block) {
  // "the Labour MP": a seat behind a party is no honour behind a name.
  if (b - a > 1 && is_seat(doc_.words(b - 1)) && (party_of(doc_.words(b - 2)) != 0 || shaped(b - 2, kAllCapitals) || is(b - 2, kDemonym)))
    --b;
  std::uint32_t end = b;  // without Jr. and QC
  while (end > a + 1 && (is_name_suffix(doc_.words(end - 1)) || is_post_nominal(doc_.words(end - 1)) || shaped(end - 1, kMark))) --end;
  std::uint32_t start = a;
  // "the dredging firm, Marlow Marine"
  const bool called = a > block.first + 1 && t_.tag[a - 1] == tag::kComma && is(a - 2, kGroup) && t_.tag[a - 2] == tag::kNoun &&
                      !is(a, kFirstName | kAnyTitle | kPerson) && !is(end - 1, kPlace);
  const bool office = doc_.words(end - 1) == "Office" || (end - a > 2 && doc_.words(a) == "Office" && t_.word[a + 1]->id == s_.of);
  bool organised = called || office || doc_.words(end - 1) == "County" || is(end - 1, kOrganizationName) ||
                   (is(end - 1, kGroup) && is(end - 1, kCommonWord));
  // "Gerald H. Tribe": an initial tells a person; "Mayor Ben Guardian": so does a title before a first name.
  if (end - a >= 3 && is(end - 3, kAnyTitle) && is(end - 2, kFirstName) && !is(end - 2, kCommonWord | kPlace)) organised = false;
  for (std::uint32_t i = a; organised && i + 1 < end; ++i) organised = !(is(i, kFirstName) && initial(i + 1));
  // "Ivan Tesla", "Gerald Tribe, a professor of law": houses are called so too.
  if (organised && !called && !office && end - a >= 2 && is(end - 2, kFirstName) && !is(end - 2, kPlace)) {
    const bool told = end - a == 2 && !is(a, kCommonWord) && told_as_person(b, block.last);
    organised = !told && !is_founder(doc_.words(end - 1));
  }
  const auto named = [&](std::uint32_t from) {  // a word that is more than an ordinary one
    for (std::uint32_t i = from; i < end; ++i)
      if (!is(i, kCommonWord | kFunctionWord) || is(i, kFirstName | kSurname)) return true;
    return false;
  };
  // "the State Commissioner of Police": a post in an organisation, which names nobody; "the Office of the Commissioner" is another.
  for (std::uint32_t i = a; organised && !office && i + 1 < end; ++i) {
    const bool post = is(i, kTitle | kPerson) && is(i, kCommonWord) && !is(i, kOrganizationName | kGroup) && t_.tag[i] != tag::kNames;
    if (post && t_.word[i + 1]->id == s_.of && !doc_.words(i).ends_with('s')) return;
  }
  std::uint32_t hints = 0;
  if (!organised || is(a, kMaleTitle | kFemaleTitle)) {
    for (std::uint32_t k = end - 1; k-- > a;) {
      // Prince Harry, but Dean Reyes.
      const bool title = is(k, kAnyTitle) && (!is(k, kFirstName) || (k == a && is(k + 1, kFirstName)));
      const bool person = end - a > 2 && ((is(k, kPerson | kMalePerson | kFemalePerson) && is(k, kCommonWord) && !is(k, kFirstName)) ||
                                          is_calling(doc_.words(k)));
      const bool party = is(k, kDemonym) && !is(k, kFirstName) && end - k >= 3 && is(k + 1, kFirstName);
      if (!title && !person && !party) continue;
      std::uint32_t from = k + 1;
      if (from + 1 < end && doc_.words(from) == "Sri") ++from;  // Tan Sri Lim
      if (t_.word[from]->id == s_.of || t_.word[from]->id == s_.for_) {
        // "Secretary of State John Kerr": the name begins with a first name, or there is none.
        std::uint32_t i = from + 2;
        while (i + 1 < end && !(is(i, kFirstName) && !shaped(i, kMark))) ++i;
        if (i + 1 >= end) {
          start = end;
          break;
        }
        from = i;
      }
      // "President Stone", though a stone is a thing too.
      const bool surname = end - from == 1 && k == a && title && name_tag(from) &&
                           !is(from, kOrganizationName | kGroup | kPerson | kTitle | kPlace | kDocument);
      if (!named(from) && !surname && !is(k, kMaleTitle | kFemaleTitle)) continue;
      hints |= hint::kTitled;
      // "Prince Andrew", "Pope Clement": with a first name alone, the title is part of the name.
      start = end - from == 1 && from == k + 1 && is(from, kFirstName) && is_regnal(doc_.words(k)) ? k : from;
      break;
    }
  }
  if (start < end && start == a) {
    // Titles and ranks alone name nobody: "Attorney General", "Vice President".
    bool only_titles = true;
    for (std::uint32_t i = a; i < end; ++i) only_titles &= is(i, kAnyTitle | kPerson) && is(i, kCommonWord) && !is(i, kOrganizationName);
    if (only_titles && !(end - a > 1 && is(a, kFirstName))) {
      const bool behind_the = a > block.first && t_.word[a - 1]->id == s_.the;
      const bool surname_alone = end - a == 1 && !title_case_ && is(a, kSurname) && name_tag(a) && !shaped(a, kFirst) && !behind_the;
      if (!surname_alone) {
        if (end - a == 1) weak(a, block);
        return;
      }
    }
    // "UN Special Rapporteur", "Alabama Governor", "Florida Republican", "the Kent County Republican headquarters": whoever that is.
    const bool post = is(end - 1, kAnyTitle | kPerson) && (is(end - 1, kCommonWord) || !is(end - 1, kSurname | kFirstName));
    const bool in_front = a > block.first && t_.word[a - 1]->id == s_.the && modifies(b, block.last);
    // "Zainabu Cook", whose first name no list knows; "the Calder cook" and "Veldt Cook" of a headline are posts.
    constexpr Bits kKnown = kCommonWord | kPlace | kDemonym | kGroup | kOrganizationName;
    const bool behind_article = a > block.first && t_.tag[a - 1] == tag::kDeterminer;
    const bool person = end - a == 2 && is(end - 1, kSurname) && !is(end - 1, kAnyTitle) && !is(a, kKnown) && !shaped(a, kAllCapitals) &&
                        !behind_article && !headline_;
    if (end - a > 1 && post && !person && !organised && (!is(a, kFirstName) || in_front) && !is_regnal(doc_.words(end - 1))) return;
  }
  while (start < end && shaped(start, kMark)) ++start;
  if (start >= end) return;
  // "Officials said": the capital is the sentence's.
  const bool publication = is(start, kOrganizationName) && b < block.last && (t_.tag[b] == tag::kPast || t_.tag[b] == tag::kThirdPerson);
  if (end - start == 1 && shaped(start, kFirst) && is(start, kCommonWord) && !name_tag(start) && !is(start, kDemonym) && !publication) {
    weak(start, block);
    return;
  }
  // "QB Lamar Dorn": a position; "DJ Ana Reyes" has the letters for a name.
  if (!organised && end - start >= 3 && is_position(doc_.words(start))) ++start, hints |= hint::kTitled;
  // "BJP MLA Ana Reyes", "DSP Ana Reyes": posts and ranks, and whose they are.
  if (!organised && end - start >= 4 && shaped(start, kAllCapitals) && is_post_in_letters(doc_.words(start + 1))) ++start;
  if (!organised && end - start >= 3 && is_post_in_letters(doc_.words(start))) ++start, hints |= hint::kTitled;
  // "Popular Ana Reyes": an ordinary word with a capital in front of a first name.
  if (!organised && end - start >= 3 && is(start, kCommonWord) && !is(start, kFirstName) && is(start + 1, kFirstName) &&
      !is(start + 1, kCommonWord) && !is(end - 1, kCommonWord | kPlace) && doc_.words(start).size() > 3)
    ++start;
  if (start == a && !organised && end - start >= 2) {
    // "Harbour Post Reyes": a paper and a person with nothing between.
    for (std::uint32_t k = end - 1; k > start; --k) {
      if (!is(k - 1, kOrganizationName) || !is(k - 1, kCommonWord) || is(k - 1, kFirstName)) continue;
      bool person = end - k <= 3;
      for (std::uint32_t i = k; i < end; ++i) person &= !is(i, kCommonWord | kPlace | kOrganizationName | kGroup);
      if (!person || !is(k, kFirstName | kSurname)) continue;
      add(start, k, block);
      add(k, b, block);
      return;
    }
  }
  // "Harlan County Recorder Ana Reyes": what stands in front of a first name and a surname is a post.
  if (start == a && !organised && end - start >= 4 && named_behind_post(start, end)) start = end - 2, hints |= hint::kTitled;
  if (start == a && !organised && end - start >= 3) {
    const std::uint32_t person = behind_place(start, end);
    if (person > start) {
      add(start, person, block);  // "in North Korea | Ana Reyes said"
      add(person, b, block);
      return;
    }
  }

  place(start);
  Name out;
  out.first = start;
  out.last = b;
  out.before = a;
  out.sentence = sentence_;
  for (std::uint32_t i = a; i < start; ++i) {
    if (is(i, kMaleTitle | kMalePerson)) hints |= hint::kMaleTitle;
    if (is(i, kFemaleTitle | kFemalePerson)) hints |= hint::kFemaleTitle;
  }
  // Small words right before it: "the mayor Ann Roe", "campaign manager Ann Roe". In "the Reyes campaign" the article is the campaign's.
  const bool follows = a > block.first && !shaped(a - 1, kMark);
  const bool modifier = modifies(b, block.last);
  if (follows && !shaped(a - 1, kCapital)) {
    const Bits before = t_.word[a - 1]->classes;
    const std::uint32_t id = t_.word[a - 1]->id;
    // "rail operator NorthLine": a house, where what names it is no first name.
    const bool house = !organised && is_house(doc_.words(a - 1)) && !is(start, kFirstName) && end - start == 1;
    if (house) hints |= hint::kOrgWord;
    if (id == s_.the && !modifier) hints |= hint::kThe;
    else if (id == s_.in || id == s_.near || id == s_.around) hints |= hint::kIn;
    else if (!house && (before & (kPerson | kTitle)) != 0 && (t_.tag[a - 1] == tag::kNoun || t_.tag[a - 1] == tag::kName) && !organised) {
      hints |= hint::kTitled;
      if ((before & kMalePerson) != 0) hints |= hint::kMaleTitle;
      if ((before & kFemalePerson) != 0) hints |= hint::kFemaleTitle;
    } else if (!organised && a > block.first + 2 && t_.tag[a - 1] == tag::kNoun && t_.word[a - 2]->id == s_.of &&
               is(a - 3, kPerson | kTitle) &&
               !shaped(a - 3, kCapital)) {
      hints |= hint::kTitled;  // "chief of staff Ann Roe"
    }
  } else if (follows && !modifier && t_.word[a - 1]->id == s_.the) {
    hints |= hint::kThe;
  }
  // What is so of a name is as good as random: no branches.
  const auto hint_if = [&hints](bool so, std::uint32_t hint) { hints |= hint & (0U - std::uint32_t{so}); };
  const Bits first_word = t_.word[start]->classes, last_word = t_.word[end - 1]->classes;
  const bool alone = end - start == 1;
  const bool may_be_given = !alone && ((hints & hint::kTitled) == 0 || !organised);
  hint_if(may_be_given && ((first_word & kFirstName) != 0 || is_first_name_too(doc_.words(start))), hint::kGiven);
  hint_if(organised, hint::kOrgWord);
  bool common = true;
  for (std::uint32_t i = start; i < end; ++i) common &= is(i, kCommonWord | kFunctionWord) | shaped(i, kMark);
  hint_if(common, hint::kCommonWords);
  hint_if(alone & shaped(start, kAllCapitals) & !title_case_, hint::kAcronym);
  const bool many = (first_word & kPeople) != 0;
  hint_if(alone & ((first_word & (kDemonym | kPeople)) != 0) & ((t_.tag[start] == tag::kNames) | many), hint::kPeopleWord);
  hint_if(((last_word & kPlace) != 0) | (!alone & ((first_word & (kPlace | kFirstName)) == kPlace)), hint::kPlaceWord);
  hint_if((last_word & kSurname) != 0, hint::kSurnameWord);
  hint_if(headline_, hint::kHeadline);
  hint_if(byline_, hint::kByline);
  hint_if(quoted(start), hint::kQuoted);
  hint_if(b < block.last && t_.tag[b] == tag::kPossessive, hint::kPossessive);
  out.hints = hints;
  names_.push_back(out);
}

}  // namespace onrecord
