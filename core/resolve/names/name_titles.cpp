// What in a run of capitalised words is a title or a post, and what the name: "Senator Ann Roe", "UN Special Rapporteur".
#include <string_view>

#include "lexicon/name_words.h"
#include "lexicon/word_ids.h"
#include "resolve/names/name_finder.h"
#include "resolve/names/role_keys.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

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
  if (end - first < 3) return first;
  std::uint32_t k = first;
  if (end - first >= 4 && is(k + 1, kPlace) && is(k, kCommonWord)) k += 2;
  else if ((is(k, kPlace) && !is(k, kFirstName) && doc_.words(k).size() > 3) || seat_in_front(k)) k += 1;
  else return first;
  const bool ordinary = is(end - 1, kCommonWord) && !(is(end - 1, kSurname) && is(k, kFirstName));
  const bool person = end - k >= 2 && end - k <= 3 && !is(k, kCommonWord | kPlace) && !ordinary;
  return person ? k : first;
}

// "MLA from | Marford Ana Reyes": a post and "from" before a word that no list has, and a first name behind it.
bool NameFinder::seat_in_front(std::uint32_t place) const {
  if (place < 2 || doc_.words(place - 1) != "from" || is(place, kFirstName) || !is(place + 1, kFirstName)) return false;
  return is(place - 2, kPerson | kTitle) || is_post_in_letters(doc_.words(place - 2));
}

// Where a person's name begins that follows a paper with nothing between: "Harbour Post Reyes". `first` when it does not.
std::uint32_t NameFinder::behind_paper(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t k = end - 1; k > first; --k) {
    if (!is(k - 1, kOrganizationName) || !is(k - 1, kCommonWord) || is(k - 1, kFirstName)) continue;
    bool person = end - k <= 3;
    for (std::uint32_t i = k; i < end; ++i) person &= !is(i, kCommonWord | kPlace | kOrganizationName | kGroup);
    if (person && is(k, kFirstName | kSurname)) return k;
  }
  return first;
}

// "Recorder Ana Reyes", "Ministry of Works Brian Manning": words that are no first names, at least one of them
// ordinary, and a first name and a surname that are not; the surname may be a word besides.
bool NameFinder::named_behind_post(std::uint32_t first, std::uint32_t end) const {
  if (end - first < 4) return false;
  const std::uint32_t given = end - 2;
  constexpr Bits kOther = kPlace | kGroup | kOrganizationName;
  const bool behind_thing = is(given - 1, kCommonWord) && !is(given - 1, kFirstName | kSurname | kPlace);  // Hill Airport Tom Marsh
  if (!is(given, kFirstName) || is(given, kOther) || is(end - 1, kOther)) return false;
  if (is(given, kCommonWord) && !(behind_thing && !is(end - 1, kCommonWord))) return false;
  if (is(end - 1, kCommonWord) && !is(end - 1, kSurname)) return false;
  bool ordinary = false;
  for (std::uint32_t i = first; i < given; ++i) {
    if ((is(i, kFirstName) && !behind_thing) || shaped(i, kMark)) return false;
    ordinary |= is(i, kCommonWord);
  }
  return ordinary;
}

// "Minister of State for Tidal Power | Bao Xiling": where the name begins behind the field of a post, which is ordinary words; `first` when
// none does. A surname may be an ordinary word where two words stand behind it.
std::uint32_t NameFinder::behind_field(std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t kMost = 3;  // words of the name
  std::uint32_t field = first;        // "for Works and | Ports Ana Reyes"
  if (field > 1 && t_.word[field - 1]->id == s_.and_)
    for (--field; field > 0 && field + kMost > first && capital(field - 1) && is(field - 1, kCommonWord);) --field;
  const std::uint32_t of = field == 0 ? 0 : t_.word[field - 1]->id;
  if (field < 2 || (of != s_.of && of != s_.for_)) return first;
  const std::string_view post = doc_.words(field - 2);
  if (!is(field - 2, kTitle) && post != "State" && !is_post_in_letters(post)) return first;
  // "for Older People | Declan Roche"
  for (std::uint32_t i = first + 1; i + 1 < end && is(i - 1, kCommonWord | kPeople); ++i)
    if (is(i, kFirstName)) return i;
  constexpr Bits kNoName = kCommonWord | kPlace | kOrganizationName | kGroup | kTitle;
  const auto ordinary = [&](std::uint32_t i) { return is(i, kNoName) || shaped(i, kMark); };
  std::uint32_t k = end;
  while (k > first && !ordinary(k - 1)) --k;
  const auto noun = [&](std::uint32_t i) { return (t_.word[i]->tags & (tag_bit(tag::kNoun) | tag_bit(tag::kNouns))) != 0; };
  if (k > first + 1 && end - k == 2 && (is(k - 1, kSurname) || !noun(k - 1))) --k;  // no field ends in an adjective
  if (k == first || end - k < 2 || end - k > kMost) return first;
  for (std::uint32_t i = first; i < k; ++i)
    if (!is(i, kCommonWord)) return first;
  return k;
}

// "the Reyes campaign": what ends at `end` stands in front of a noun that it tells of.
bool NameFinder::modifies(std::uint32_t end, std::uint32_t limit) const {
  return end < limit && (t_.tag[end] == tag::kNoun || t_.tag[end] == tag::kNouns) && !shaped(end, kCapital | kMark);
}

// "…, a professor of law", "…, chief executive of the port": behind a name that ends at `end`, the description of one person. Near miss:
// "…, a lender".
bool NameFinder::told_as_person(std::uint32_t end, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 8;  // tokens
  if (end + 2 >= limit || t_.tag[end] != tag::kComma) return false;
  const std::uint32_t from = t_.tag[end + 1] == tag::kDeterminer ? end + 2 : end + 1;
  std::uint32_t k = from;
  while (k < limit && k < end + kLongest && (t_.tag[k] == tag::kNoun || t_.tag[k] == tag::kName || t_.tag[k] == tag::kAdjective)) ++k;
  return k > from && t_.tag[k - 1] == tag::kNoun && is(k - 1, kPerson) && !is(k - 1, kGroup) && !is_house(doc_.words(k - 1));
}

// "the Labour MP": a seat behind a party is no honour behind a name.
bool NameFinder::seat_of_party(std::uint32_t first, std::uint32_t last) const {
  return last - first > 1 && is_seat(doc_.words(last - 1)) &&
         (party_of(doc_.words(last - 2)) != 0 || shaped(last - 2, kAllCapitals) || is(last - 2, kDemonym) ||
          t_.tag[last - 2] == tag::kNames || (last - first == 2 && doc_.words(first).ends_with('s') && is(first, kCommonWord)));
}

// The end without Jr. and QC.
std::uint32_t NameFinder::before_suffixes(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t end = last;
  while (end > first + 1 && (is_name_suffix(doc_.words(end - 1)) || is_post_nominal(doc_.words(end - 1)) || shaped(end - 1, kMark)))
    --end;
  return end;
}

// "District Attorney's Office", "Office of Harbours"
bool NameFinder::is_office(const Run& run) const {
  return doc_.words(run.end - 1) == "Office" ||
         (run.end - run.first > 2 && doc_.words(run.first) == "Office" && t_.word[run.first + 1]->id == s_.of);
}

// Whether the words are an organisation's by their last one, or by what stands before them.
bool NameFinder::is_organized(const Run& run, const TokenBlock& block) const {
  const std::uint32_t a = run.first, end = run.end;
  // "the dredging firm, Marlow Marine"
  const bool called = a > block.first + 1 && t_.tag[a - 1] == tag::kComma && is(a - 2, kGroup) && t_.tag[a - 2] == tag::kNoun &&
                      !is(a, kFirstName | kAnyTitle | kPerson) && !is(end - 1, kPlace);
  bool organized = called || run.office || (end - a > 1 && is_club_word(doc_.words(end - 1))) || is(end - 1, kOrganizationName) ||
                   (is(end - 1, kGroup) && is(end - 1, kCommonWord));
  // "Gerald H. Tribe": an initial tells a person; "Mayor Ben Guardian": so does a title before a first name.
  if (end - a >= 3 && is(end - 3, kAnyTitle) && !is(end - 2, kCommonWord | kPlace)) {
    const bool given = is(end - 2, kFirstName) || (is(end - 1, kSurname) && !is(end - 2, kOrganizationName | kGroup));  // Mayor R.J. Banks
    organized &= !given;
  }
  for (std::uint32_t i = a; organized && i + 1 < end; ++i) organized = !(is(i, kFirstName) && initial(i + 1));
  // "Ivan Tesla", "Gerald Tribe, a professor of law": houses are called so too.
  if (organized && !called && !run.office && end - a >= 2 && is(end - 2, kFirstName)) {
    const bool told = end - a == 2 && told_as_person(run.last, block.last);
    organized = !told && (!is(end - 1, kFounder) || is(end - 2, kPlace));
  }
  return organized;
}

// "the State Commissioner of Police": a post in an organisation, which names nobody; "the Office of the Commissioner" is another.
bool NameFinder::is_post_of_organization(const Run& run) const {
  if (!run.organized || run.office) return false;
  for (std::uint32_t i = run.first; i + 1 < run.end; ++i) {
    const bool post = is(i, kTitle | kPerson) && is(i, kCommonWord) && !is(i, kOrganizationName | kGroup) && t_.tag[i] != tag::kNames;
    if (post && t_.word[i + 1]->id == s_.of && !doc_.words(i).ends_with('s')) return true;
  }
  return false;
}

// "Secretary of State John Kerr": behind "of" at `of`, the name begins with a first name, or there is none (`end`).
std::uint32_t NameFinder::behind_department(std::uint32_t of, std::uint32_t end) const {
  std::uint32_t i = of + 2;
  while (i + 1 < end && !(is(i, kFirstName) && !shaped(i, kMark))) ++i;
  if (i + 1 < end) return i;
  // "Leader of the Opposition Chaudhry Gondal": no list knows the name; nothing in it is an ordinary word, all in front is
  for (i = of + 1; i < end && (is(i, kCommonWord | kFunctionWord) || !shaped(i, kCapital));) ++i;
  bool proper = i > of + 1 && i + 2 <= end && i + 3 >= end;
  for (std::uint32_t k = i; k < end && proper; ++k)
    proper = !is(k, kCommonWord | kPlace | kDemonym | kOrganizationName | kGroup) && !shaped(k, kMark);
  return proper ? i : end;
}

// Whether a word is among them that is more than an ordinary one.
bool NameFinder::has_proper_word(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t i = first; i < end; ++i)
    if (!is(i, kCommonWord | kFunctionWord) || is(i, kFirstName | kSurname)) return true;
  return false;
}

// "Tan Sri Lim": the two are a title, of which each alone is none.
bool NameFinder::tan_sri(std::uint32_t k, std::uint32_t first) const {
  return k > first && doc_.words(k) == "Sri" && doc_.words(k - 1) == "Tan";
}

// "Senator | Ann Roe": the name begins behind the last title in front of it.
void NameFinder::split_titles_off(Run& run) const {
  const std::uint32_t a = run.first, end = run.end;
  if (run.organized && !is(a, kMaleTitle | kFemaleTitle)) return;
  for (std::uint32_t k = end - 1; k-- > a;) {
    // Prince Harry, but Dean Reyes.
    const bool title = tan_sri(k, a) || (is(k, kAnyTitle) && doc_.words(k) != "St." &&
                                         (!is(k, kFirstName) || (k == a && is(k + 1, kFirstName))));
    const bool trade = doc_.words(k).ends_with("sman") && !is(k, kFirstName | kSurname) && is(k + 1, kFirstName);  // Groundsman
    const bool person = end - a > 2 && ((is(k, kPerson | kMalePerson | kFemalePerson) && is(k, kCommonWord) && !is(k, kFirstName)) ||
                                        trade || is_calling(doc_.words(k)));
    const bool party = is(k, kDemonym) && !is(k, kFirstName) && end - k >= 3 && is(k + 1, kFirstName);
    // "Designer Reyes said": a calling that has its capital from the sentence alone.
    const bool opening = k == a && end - a == 2 && shaped(a, kFirst) && is(a, kPerson) && !is(a, kFirstName | kSurname) &&
                         !is(end - 1, kCommonWord | kPlace | kGroup | kOrganizationName | kFirstName);
    // "Mum Donna": whose kin she is; "Sister Donna" is called so.
    static const auto kins = ids_of("mum", "mom", "mam", "dad", "nan", "nana", "gran", "granny", "grandma", "grandad", "grandpa", "aunt",
                                    "uncle", "mother", "father", "son", "daughter", "wife", "husband");
    const bool kin = k + 2 == end && kins.has(doc_.tokens.word[k]->lemma) && is(end - 1, kFirstName);
    if ((!title && !person && !party && !opening && !kin) || t_.tag[k + 1] == tag::kPossessive) continue;  // Nurses' | Association
    std::uint32_t from = k + 1;
    if (from + 2 < end && doc_.words(from) == "Con") ++from;  // Det Con Ana Reyes
    if (t_.word[from]->id == s_.of || t_.word[from]->id == s_.for_) {
      from = behind_department(from, end);
      if (from == end) {
        run.start = end;
        return;
      }
    }
    // "President Stone", though a stone is a thing too.
    const bool surname = end - from == 1 && k == a && title && name_tag(from) &&
                         !is(from, kOrganizationName | kGroup | kPerson | kTitle | kPlace | kDocument);
    if (!has_proper_word(from, end) && !surname && !is(k, kMaleTitle | kFemaleTitle)) continue;
    run.hints |= hint::kTitled;
    // "Prince Andrew", "Pope Clement": with a first name alone, the title is part of the name.
    run.start = end - from == 1 && from == k + 1 && is(from, kFirstName) && is_regnal(doc_.words(k)) ? k : from;
    return;
  }
}

// Titles and ranks alone name nobody: "Attorney General", "Vice President". A surname may be one: "as Cook said".
bool NameFinder::is_only_titles(const Run& run, const TokenBlock& block) const {
  const std::uint32_t a = run.first, end = run.end;
  for (std::uint32_t i = a; i < end; ++i)
    if (!is(i, kAnyTitle | kPerson) || !is(i, kCommonWord) || is(i, kOrganizationName)) return false;
  if (end - a > 1 && is(a, kFirstName)) return false;
  const bool behind_the = a > block.first && t_.word[a - 1]->id == s_.the;
  const bool surname_alone = end - a == 1 && !title_case_ && is(a, kSurname) && name_tag(a) && !shaped(a, kFirst) && !behind_the;
  return !surname_alone;
}

// "UN Special Rapporteur", "Alabama Governor", "Florida Republican", "the Kent County Republican headquarters": whoever that is.
bool NameFinder::is_unnamed_post(const Run& run, const TokenBlock& block) const {
  const std::uint32_t a = run.first, end = run.end;
  const bool post = is(end - 1, kAnyTitle | kPerson) && (is(end - 1, kCommonWord) || !is(end - 1, kSurname | kFirstName));
  if (!post || run.organized || end - a == 1) return false;
  const bool in_front = a > block.first && t_.word[a - 1]->id == s_.the && modifies(run.last, block.last);
  // "Zainabu Cook", whose first name no list knows; "the Calder cook" and "Veldt Cook" of a headline are posts.
  constexpr Bits kKnown = kCommonWord | kPlace | kDemonym | kGroup | kOrganizationName;
  const bool behind_article = a > block.first && t_.tag[a - 1] == tag::kDeterminer;
  const bool person = end - a == 2 && is(end - 1, kSurname) && !is(end - 1, kAnyTitle) && !is(a, kKnown) && !shaped(a, kAllCapitals) &&
                      !behind_article && !headline_;
  return !person && (!is(a, kFirstName) || in_front) && !is_regnal(doc_.words(end - 1));
}

// "Officials said": the capital is the sentence's.
bool NameFinder::is_capital_of_sentence(const Run& run, const TokenBlock& block) const {
  const std::uint32_t t = run.start, b = run.last;
  if (run.size() > 1 || !shaped(t, kFirst) || !is(t, kCommonWord) || name_tag(t) || is(t, kDemonym | kFunctionWord)) return false;
  const bool publication = is(t, kOrganizationName) && b < block.last && (t_.tag[b] == tag::kPast || t_.tag[b] == tag::kThirdPerson);
  return !publication;
}

// Words in front of a person's name which the list of titles does not have.
void NameFinder::split_posts_off(Run& run) const {
  if (run.organized || run.size() < 3) return;
  std::uint32_t& start = run.start;
  // "QB Lamar Dorn": a position; "DJ Ana Reyes" has the letters for a name.
  if (is_position(doc_.words(start))) ++start, run.hints |= hint::kTitled;
  // "BJP MLA Ana Reyes", "DSP Ana Reyes": posts and ranks, and whose they are.
  if (run.size() >= 4 && shaped(start, kAllCapitals) && is_post_in_letters(doc_.words(start + 1))) ++start;
  if (run.size() >= 3 && is_post_in_letters(doc_.words(start))) ++start, run.hints |= hint::kTitled;
  // "Popular Ana Reyes", "Unfancied Ana Reyes": an ordinary word, or one made like an adjective, with a capital in front of a first name.
  const std::string_view opener = doc_.words(start);
  const bool told = shaped(start, kFirst) && opener.ends_with("ed") && (opener.starts_with("Un") || t_.tag[start] == tag::kAdjective);
  if (run.size() >= 3 && (is(start, kCommonWord) || told) && !is(start, kFirstName) && is(start + 1, kFirstName) &&
      !is(start + 1, kCommonWord) && !is(run.end - 1, kCommonWord | kPlace) && opener.size() > 3)
    ++start;
}

// What stands in front of the name: "the mayor Ann Roe", "campaign manager Ann Roe". In "the Reyes campaign" the article is the
// campaign's.
void NameFinder::note_words_before(Run& run, const TokenBlock& block) const {
  const std::uint32_t a = run.first;
  for (std::uint32_t i = a; i < run.start; ++i) {
    if (is(i, kMaleTitle | kMalePerson)) run.hints |= hint::kMaleTitle;
    if (is(i, kFemaleTitle | kFemalePerson)) run.hints |= hint::kFemaleTitle;
  }
  if (a == block.first || shaped(a - 1, kMark)) return;
  const std::uint32_t id = t_.word[a - 1]->id;
  const bool the = id == s_.the && !modifies(run.last, block.last);
  if (the) run.hints |= hint::kThe;
  if (shaped(a - 1, kCapital)) return;
  // "rail operator NorthLine": a house, where what names it is no first name.
  const bool house = !run.organized && is_house(doc_.words(a - 1)) && !is(run.start, kFirstName) && run.size() == 1;
  if (house) run.hints |= hint::kOrgWord;
  if (the) return;
  if (id == s_.in || id == s_.near || id == s_.around) {
    run.hints |= hint::kIn;
  } else if (!house && !run.organized && is(a - 1, kPerson | kTitle) && !calls_anybody(a - 1) &&
             (t_.tag[a - 1] == tag::kNoun || t_.tag[a - 1] == tag::kName || (t_.tag[a - 1] == tag::kAdjective && is(a - 1, kTitle)))) {
    run.hints |= hint::kTitled;
    if (is(a - 1, kMalePerson)) run.hints |= hint::kMaleTitle;
    if (is(a - 1, kFemalePerson)) run.hints |= hint::kFemaleTitle;
  } else if (!run.organized && a > block.first + 2 && t_.tag[a - 1] == tag::kNoun && t_.word[a - 2]->id == s_.of &&
             is(a - 3, kPerson | kTitle) && !shaped(a - 3, kCapital)) {
    run.hints |= hint::kTitled;  // "chief of staff Ann Roe"
  }
}

// What the words of the name are, and where it stands. What is so of a name is as good as random: no branches.
void NameFinder::note_words_inside(Run& run, const TokenBlock& block) const {
  const std::uint32_t start = run.start, end = run.end, b = run.last;
  std::uint32_t hints = run.hints;
  const auto hint_if = [&hints](bool so, std::uint32_t hint) { hints |= hint & (0U - std::uint32_t{so}); };
  const Bits first_word = t_.word[start]->classes, last_word = t_.word[end - 1]->classes;
  const bool alone = run.size() == 1;
  const bool may_be_given = !alone && ((hints & hint::kTitled) == 0 || !run.organized);
  hint_if(may_be_given && ((first_word & kFirstName) != 0 || is_first_name_too(doc_.words(start))), hint::kGiven);
  hint_if(run.organized, hint::kOrgWord);
  bool common = true;
  for (std::uint32_t i = start; i < end; ++i) common &= is(i, kCommonWord | kFunctionWord) | shaped(i, kMark);
  hint_if(common, hint::kCommonWords);
  hint_if(alone & shaped(start, kAllCapitals) & !title_case_, hint::kAcronym);
  const bool many = (first_word & kPeople) != 0;
  hint_if(alone & ((first_word & (kDemonym | kPeople)) != 0) & ((t_.tag[start] == tag::kNames) | many), hint::kPeopleWord);
  hint_if(((last_word & kPlace) != 0) | (!alone & ((first_word & (kPlace | kFirstName)) == kPlace)), hint::kPlaceWord);
  hint_if(headline_, hint::kHeadline);
  hint_if(byline_, hint::kByline);
  hint_if(quoted(start), hint::kQuoted);
  hint_if(b < block.last && t_.tag[b] == tag::kPossessive, hint::kPossessive);
  run.hints = hints;
}

// Two names with nothing between.
void NameFinder::add_two(std::uint32_t first, std::uint32_t second, std::uint32_t last, const TokenBlock& block) {
  add(first, second, block);
  add(second, last, block);
}

// Splits titles off the capitalised words from `first` to `last` and keeps what is a name.
void NameFinder::add(std::uint32_t first, std::uint32_t last, const TokenBlock& block) {
  if (seat_of_party(first, last)) --last;
  const std::uint32_t behind = last < block.last ? t_.word[last]->id : 0;
  const bool post = is_post_in_letters(doc_.words(first)) || (doc_.words(first) == "Head" && !shaped(first, kFirst));
  if (last - first == 1 && post && (behind == s_.of || behind == s_.for_)) return;  // CEO of the port
  const bool behind_comma = first > block.first && t_.tag[first - 1] == tag::kComma;
  if (last - first == 1 && behind_comma && is_post_nominal(doc_.words(first))) return;  // Ana Reyes, | Ph.D.
  Run run{.first = first, .last = last, .start = first, .end = before_suffixes(first, last)};
  run.office = is_office(run);
  run.organized = is_organized(run, block);
  if (is_post_of_organization(run)) {
    // "President of the Calder Dockers Congress": of a house
    std::uint32_t house = first;
    while (house < last && t_.word[house]->id != s_.of) ++house;
    if (++house < last && !shaped(house, kCapital)) ++house;
    if (house + 2 < last) add(house, last, block);
    return;
  }
  split_titles_off(run);
  if (run.start == first && is_only_titles(run, block)) {
    if (run.size() == 1) weak(first, block);
    return;
  }
  if (run.start == first && is_unnamed_post(run, block)) return;
  while (run.start < run.end && shaped(run.start, kMark)) ++run.start;
  if (run.start >= run.end) return;
  if (is_capital_of_sentence(run, block)) {
    weak(run.start, block);
    return;
  }
  split_posts_off(run);
  if (run.start == first && !run.organized) {
    if (const std::uint32_t person = behind_paper(first, run.end); person > first) return add_two(first, person, last, block);
    if (const std::uint32_t field = behind_field(first, run.end); field > first)
      run.start = field, run.hints |= hint::kTitled | hint::kGiven;
    else if (named_behind_post(first, run.end)) run.start = run.end - 2, run.hints |= hint::kTitled;
    else if (const std::uint32_t named = behind_place(first, run.end); named > first) return add_two(first, named, last, block);
  }
  place(run.start);
  note_words_before(run, block);
  note_words_inside(run, block);
  // "…, the Honourable Ana Reyes": the article is the title's.
  const bool honoured = run.start > first && first > block.first + 1 && t_.word[first - 1]->id == s_.the &&
                        t_.tag[first - 2] == tag::kComma && is(first, kAnyTitle);
  names_.push_back(
      {.first = run.start, .last = last, .before = honoured ? first - 1 : first, .sentence = sentence_, .hints = run.hints});
}

}  // namespace onrecord
