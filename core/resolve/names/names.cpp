#include "resolve/names/names.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/fold_hash.h"
#include "lexicon/name_particles.h"
#include "lexicon/name_words.h"
#include "lexicon/word_ids.h"
#include "resolve/names/name_finder.h"
#include "text/ascii.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

// In small letters; the curly apostrophe is the straight one.
std::string folded(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool apostrophe = word.substr(i, 3) == "\u2019";
    out += apostrophe ? '\'' : lower_ascii(c);
    if (apostrophe) i += 2;
  }
  return out;
}

}  // namespace

bool is_ordinary(const Document& doc, std::uint32_t t) {
  if ((doc.tokens.word[t]->classes & kCommonWord) != 0) return true;
  if ((doc.tokens.shape[t] & kHyphen) == 0) return false;
  const std::string_view w = doc.words(t);
  return (look_up(w.substr(w.find('-') + 1)).classes & kCommonWord) != 0;
}

const NameSpellings& name_spellings() {
  static const NameSpellings words;
  return words;
}

void NameFinder::run() {
  auto at = places_.begin();
  for (const TokenBlock& block : doc_.blocks) {
    sentence_ = block.first_sentence;
    last_sentence_ = block.last_sentence;
    headline_ = !bears_speech(block.role);
    byline_ = block.role == Role::Byline;
    title_case_ = headline_ && capitals_everywhere(block);
    std::uint32_t next = block.first;  // behind the name before
    for (; at != places_.end() && *at < block.last; ++at) {
      const std::uint32_t t = *at;
      if (t < next) continue;
      if (!shaped(t, kCapital | kAllCapitals | kHyphen)) {
        pronoun(t);
        continue;
      }
      const bool name_too = is_first_name_too(doc_.words(t)) && !title_case_ && (name_tag(t) || !shaped(t, kFirst));
      if (is(t, kFunctionWord) && !(name_too && before_surname(t, block.last)) && !acronym_of_small_word(t, block)) pronoun(t);
      else next = name(t, block);
    }
  }
}

// "the US", "the WHO": a small word in capitals is a name, where not every word is in them.
bool NameFinder::acronym_of_small_word(std::uint32_t t, const TokenBlock& block) const {
  if (doc_.words(t) != "US" && doc_.words(t) != "WHO") return false;
  const auto shouted = [&](std::uint32_t k) { return shaped(k, kAllCapitals) && doc_.words(k).size() > 1; };
  return !(t > block.first && shouted(t - 1)) && !(t + 1 < block.last && shouted(t + 1));
}

// A headline in which nearly every word has a capital says nothing by its capitals.
bool NameFinder::capitals_everywhere(const TokenBlock& block) const {
  std::uint32_t words = 0, small = 0;
  for (std::uint32_t t = block.first; t < block.last && words < 60; ++t) {
    if (shaped(t, kMark | kDigit)) continue;
    ++words;
    small += !capital(t) && !is(t, kFunctionWord);
  }
  return words > 2 && small * 5 <= words;
}

// "a man | Reyes knew": what no name follows as a title's does. Near miss: "family man Reyes".
bool NameFinder::calls_anybody(std::uint32_t t) const {
  const std::string_view w = doc_.words(t);
  return t > 0 && t_.tag[t - 1] == tag::kDeterminer && (w == "man" || w == "woman" || w == "boy" || w == "girl" || w == "person");
}

// "W.", "J.K."
bool NameFinder::initial(std::uint32_t t) const {
  const std::string_view w = doc_.words(t);
  return w.size() == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z';
}

void NameFinder::place(std::uint32_t t) {
  while (sentence_ + 1 < last_sentence_ && doc_.sentences[sentence_].last <= t) ++sentence_;
  while (quote_ < doc_.quotes.size() && doc_.quotes[quote_].open < t) {
    if (doc_.quotes[quote_].outer < 0) quote_end_ = doc_.quotes[quote_].close;
    ++quote_;
  }
}

void NameFinder::pronoun(std::uint32_t t) {
  const std::uint32_t id = t_.word[t]->id;
  const bool female = id == s_.she || id == s_.her || id == s_.hers || id == s_.herself;
  if (!female && id != s_.he && id != s_.him && id != s_.his && id != s_.himself) return;
  place(t);
  pronouns_.push_back({.token = t, .sentence = sentence_, .female = female, .quoted = quoted(t), .possessive = id == s_.his || id == s_.her,
                        .nominative = id == s_.he || id == s_.she, .reflexive = id == s_.himself || id == s_.herself});
}

// What a nickname stands in. Near miss: "Ann Roe (Lab, Calder North)".
bool NameFinder::nickname_marks(std::uint32_t open, std::uint32_t close) const {
  if (doc_.words(open) == "(") return doc_.words(close) == ")";
  return t_.tag[open] == tag::kOpenQuote && shaped(close, kMark) && t_.tag[close] != tag::kComma;
}

// "de la" of "de la Marsh": small words of a surname that begins at `t`.
std::uint32_t NameFinder::behind_particles(std::uint32_t t, std::uint32_t limit) const {
  const std::uint32_t end = std::min(limit, t + 2);
  std::uint32_t i = t;
  while (i < end && !capital(i) && is_name_particle(doc_.words(i))) ++i;
  return i;
}

// "Will Marsh", "May Dorn", "Jan van Dorn": a word that is more than a first name is one before what can be a surname.
bool NameFinder::before_surname(std::uint32_t t, std::uint32_t limit) const {
  const std::uint32_t s = behind_particles(t + 1, limit);
  if (s >= limit || !capital(s) || shaped(s, kFirst | kDigit)) return false;
  if (is(s, kFunctionWord | kMonth | kWeekday | kTitle | kMaleTitle | kFemaleTitle)) return false;
  return is(s, kSurname) || s > t + 1 || !is(s, kCommonWord | kPlace | kDemonym | kGroup | kOrganizationName | kFirstName);
}

// "London-based", "Spanish-speaking": an adjective. "Jae-in" behind "Moon" is a given name.
bool NameFinder::compound(std::uint32_t t) const {
  if (!shaped(t, kHyphen)) return false;
  const std::string_view w = doc_.words(t);
  const std::size_t hyphen = w.rfind('-');
  const char c = w[std::min(hyphen + 1, w.size() - 1)];
  if (c < 'a' || c > 'z') return false;
  constexpr std::size_t kSyllable = 6;  // letters
  constexpr Bits kKnown = kCommonWord | kFunctionWord | kPlace | kDemonym;
  // "Hye-jin Paek": a given name of two syllables that no list knows, in front of the surname.
  const auto unknown = [&](std::string_view part) { return part.size() < kSyllable && (look_up(part).classes & kKnown) == 0; };
  if (t + 1 < t_.size() && capital(t + 1) && !shaped(t + 1, kFirst) && !is(t + 1, kFunctionWord) && unknown(w.substr(0, hyphen)) &&
      unknown(w.substr(hyphen + 1)) && !is_compound_end(w.substr(hyphen + 1)))
    return false;
  if (t == 0 || !capital(t - 1)) return true;
  constexpr Bits kOther = kCommonWord | kFunctionWord | kPlace | kDemonym;
  // "Kim Min-seok", though a min is a minute.
  const bool syllables = is(t - 1, kSurname) && (look_up(w.substr(hyphen + 1)).classes & kOther) == 0;
  return hyphen >= kSyllable || w.size() - hyphen > kSyllable || is(t - 1, kFunctionWord | kTitle) ||
         (!syllables && (look_up(w.substr(0, hyphen)).classes & kOther) != 0) || is_compound_end(w.substr(hyphen + 1));
}

// "R-Ill." between commas: a party and a state.
bool NameFinder::party_and_state(std::uint32_t t) const {
  if (t == 0 || !shaped(t, kHyphen)) return false;
  const std::string_view w = doc_.words(t);
  if ( w.size() < 3 || w[1] != '-' || (w[0] != 'D' && w[0] != 'R' && w[0] != 'I')) return false;
  return t_.tag[t - 1] == tag::kComma || t_.tag[t - 1] == tag::kOpen;
}

// Whether a name may begin or go on with the word at `t`, which has a capital and is no function word.
bool NameFinder::part(std::uint32_t t) const {
  const Bits classes = t_.word[t]->classes;
  if ((classes & kWeekday) != 0 || compound(t) || party_and_state(t) || doc_.words(t).front() == '#') return false;
  if ((classes & kMonth) != 0 && (classes & kFirstName) == 0 && !is_first_name_too(doc_.words(t))) return false;
  if (title_case_)
    return (classes & kCommonWord) == 0 || (classes & (kAnyTitle | kPlace)) != 0 || ((classes & kFirstName) != 0 && name_tag(t));
  return true;
}

// Passes over what begins with a capital only because a sentence does; else reads the name at `t`.
std::uint32_t NameFinder::name(std::uint32_t t, const TokenBlock& block) {
  if (!part(t)) {
    // "Marsh: Bridge Leaks", "Marsh Says …" in a title whose words all have capitals: a surname, if the article has such a person.
    const char next = t + 1 < block.last ? t_.tag[t + 1] : tag::kStop;
    if (title_case_ && (next == tag::kColon || next == tag::kThirdPerson || next == tag::kPast)) weak(t, block);
    return t + 1;
  }
  const bool first = shaped(t, kFirst);
  const std::uint32_t surname = behind_particles(t + 1, block.last);
  const bool given = is(t, kFirstName) && surname < block.last && capital(surname) && !is(surname, kFunctionWord);
  if (first && !title_case_ && is(t, kCommonWord) && !is(t, kFunctionWord) && !name_tag(t) && !given && !is(t, kAnyTitle | kPerson | kDemonym)) {
    weak(t, block);
    return t + 1;
  }
  if (is(t, kMonth) && !before_surname(t, block.last)) {
    if (is(t, kFirstName) && t + 1 < block.last && (t_.tag[t + 1] == tag::kPast || t_.tag[t + 1] == tag::kThirdPerson))
      weak(t, block);  // "April said"
    return t + 1;
  }
  std::uint32_t begin = t;
  std::uint32_t end = extend(t, block.last);
  if (end < block.last && shaped(end, kCapital) && !shaped(end, kFirst) && compound(end)) return end + 1;  // San Francisco-based
  // "the de Vries report": the particle in front.
  if (begin > block.first && !shaped(begin - 1, kMark | kCapital) && is_name_particle(doc_.words(begin - 1)) &&
      !shaped(begin - 1, kFirst) && doc_.words(begin - 1) != "la")
    --begin;
  add(begin, end, block);
  return end;
}

// "Harbour Users' Trust", "People's Daily", "County Attorney's Office": the possessive of an ordinary word inside an organisation's name.
bool NameFinder::owned(std::uint32_t first, std::uint32_t mark, std::uint32_t limit) const {
  if (mark + 1 >= limit || !capital(mark + 1) || is(mark + 1, kFunctionWord | kTitle) || shaped(mark + 1, kFirst)) return false;
  const std::string_view what = doc_.words(mark + 1);
  if (is(mark - 1, kTitle) && is(mark - 1, kCommonWord) && (what == "Office" || what == "Department")) return true;
  // "the National Irrigators' Council", "the Calder Nurses' Association": several
  const bool unlisted = t_.word[mark - 1]->id == 0 || (is(mark - 1, kCommonWord) && is(mark - 1, kPerson | kPeople | kTitle));
  const bool many = unlisted && doc_.words(mark - 1).ends_with('s') && !doc_.words(mark).ends_with('s') && first > 0 &&
                    t_.tag[first - 1] == tag::kDeterminer && mark <= first + 2 && !is(first, kFirstName);
  if (many && is(mark + 1, kOrganizationName | kGroup)) return true;
  if (!is(mark - 1, kCommonWord) || is(mark - 1, kFirstName | kSurname | kPlace | kTitle | kGroup | kOrganizationName)) return false;
  if (mark - first > 1 && is(first, kFirstName)) return false;
  std::uint32_t k = mark + 1;
  while (k < limit && k < mark + 4 && capital(k) && !is(k, kFunctionWord)) ++k;
  return is(k - 1, kOrganizationName | kGroup | kDocument | kMedium);
}

// Whether a word of a name may stand at `i`.
bool NameFinder::name_at(std::uint32_t i, std::uint32_t limit) const {
  return i < limit && (capital(i) || has_article(doc_.words(i))) && !shaped(i, kFirst) && !is(i, kFunctionWord) && part(i);
}

// The end of the capitalised words that belong together, with what ties them: marks, "of", "and", small words of names.
std::uint32_t NameFinder::extend(std::uint32_t first, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 16;  // tokens; no name is longer
  bool joined = false;                    // by "of" or "for" before
  std::uint32_t j = first + 1;
  while (j < limit && j < first + kLongest) {
    if (name_at(j, limit)) {
      ++j;
      continue;
    }
    std::uint32_t next = j;
    if (shaped(j, kMark)) {
      next = behind_mark(first, j, limit);
    } else if (t_.tag[j] == tag::kPossessive && owned(first, j, limit)) {
      next = j + 1;
    } else if (inside_name(first, j, limit)) {
      next = j + 2;
    } else if (!shaped(j, kFirst | kCapital)) {
      if (!title_case_ && heads_body(j)) {
        next = behind_of(j, limit);
        joined = true;
      } else if (t_.word[j]->id == s_.and_ && name_at(j + 1, limit) && ordinary(j + 1) && !is(j + 1, kFirstName)) {
        next = joined ? j + 2 : behind_and(first, j, limit);
      } else if (const std::uint32_t behind = behind_particles(j, limit); behind > j && name_at(behind, limit)) {
        next = behind + 1;  // Maria | de la Cruz
      }
    }
    if (next == j) break;
    j = next;
  }
  return j;
}

// "Sailors | Without Boats", "Bakers | Against Rain": a preposition with a capital ties what does not all have capitals around it.
bool NameFinder::inside_name(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const {
  static const auto ties = ids_of("against", "without");
  return !headline_ && j == first + 1 && shaped(j, kCapital) && ties.has(t_.word[j]->id) && ordinary(first) && name_at(j + 1, limit);
}

// Behind the mark at `j` and what it ties to the name that begins at `first`; `j` where the name ends before it.
std::uint32_t NameFinder::behind_mark(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const {
  const std::string_view mark = doc_.words(j);
  if (mark == "&" && name_at(j + 1, limit)) return j + 2;
  if ((t_.tag[j] == tag::kPossessive || ((mark == "\u2019" || mark == "'") && !shaped(j, kSpaceBefore))) && owned(first, j, limit))
    return j + 1;
  if (t_.tag[j] == tag::kPossessive && j + 1 < limit && t_.word[j + 1]->id == s_.and_) {  // Cooks' | and Bakers' Union
    const std::uint32_t behind = behind_and(first, j + 1, limit);
    return behind == j + 1 ? j : behind;
  }
  if (mark == "," && j + 1 < limit && is_name_suffix(doc_.words(j + 1)) && j > first + 1) return j + 2;
  if (mark == "," && j + 1 < limit && is_legal_form(doc_.words(j + 1))) return j + 2;
  if (mark == ",") return behind_list(first, j, limit);
  // A nickname: Robert "Bobby" Roe.
  if (j + 3 < limit && nickname_marks(j, j + 2) && capital(j + 1) && !is(j + 1, kFunctionWord) && name_at(j + 3, limit) &&
      (is(j - 1, kFirstName) || (j - 1 > first && is(j - 2, kFirstName))))
    return j + 4;
  return j;
}

// "Department for Tides, | Ports and Piers": behind the ordinary words that a body of one thing is of besides; `j`, the comma, where they
// are none. Near miss: "Department of Ports, Ana Reyes and Doe".
std::uint32_t NameFinder::behind_list(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const {
  const auto thing = [&](std::uint32_t i) {
    return name_at(i, limit) && is(i, kCommonWord) && !is(i, kFirstName | kSurname | kGroup | kTitle | kPlace);
  };
  if (j < first + 3 || !heads_body(j - 2) || !thing(j - 1)) return j;
  std::uint32_t k = j;
  while (k + 1 < limit && doc_.words(k) == "," && thing(k + 1)) k += 2;
  if (k == j || k + 1 >= limit || t_.word[k]->id != s_.and_ || !thing(k + 1)) return j;
  for (k += 2; thing(k);) ++k;
  return k;
}

// "Department | of Ports", "Trust | for Birds": whether the preposition at `j` stands behind what a body's name begins with.
bool NameFinder::heads_body(std::uint32_t j) const {
  const std::uint32_t id = t_.word[j]->id;
  if ((id != s_.of && id != s_.for_ && id != s_.on) || is(j - 1, kFirstName)) return false;
  return is(j - 1, kOrganizationName | kGroup | kTitle | kPerson) || doc_.words(j - 1) == "Appeals" || doc_.words(j - 1) == "Office";
}

// Behind the first word of what such a preposition leads to; `j` where that is another name.
std::uint32_t NameFinder::behind_of(std::uint32_t j, std::uint32_t limit) const {
  std::uint32_t k = j + 1;
  if (k + 1 < limit && !shaped(k, kCapital | kMark) && t_.tag[k] == tag::kDeterminer) ++k;
  if (!name_at(k, limit) || is(k, kTime)) return j;
  // "… for the Ninth Circuit"
  const bool court = doc_.words(j - 1) == "Appeals" || doc_.words(j - 1) == "Court" || doc_.words(j - 1) == "Office";
  if (t_.word[j]->id != s_.of && !is(k, kCommonWord) && !court) return j;  // "the Harbour Trust for Reyes" is two
  if (is(j - 1, kPerson) && !is(j - 1, kOrganizationName | kGroup | kTitle)) return j;
  return k + 1;
}

// "Food and Drug Administration": behind ordinary words that end in an organisation's; `j`, the "and", where they do not, and
// in "Harbour Office and Food Agency", which are two. "Cooks and Bakers' Union", "Cooks' and Bakers' Union": so are two callings and what
// both have.
std::uint32_t NameFinder::behind_and(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const {
  constexpr std::uint32_t kMost = 5;  // words behind "and"
  const auto callings = [&](std::uint32_t i) { return is(i, kCommonWord) && (is(i, kPeople) || doc_.words(i).ends_with('s')); };
  const std::uint32_t one = j > first + 1 && t_.tag[j - 1] == tag::kPossessive ? j - 2 : j - 1;
  if (callings(one) && callings(j + 1) && name_at(j + 3, limit) && is(j + 3, kOrganizationName | kGroup) &&
      (t_.tag[j + 2] == tag::kPossessive || doc_.words(j + 2) == "'" || doc_.words(j + 2) == "\u2019"))
    return j + 4;
  if (j > first + 1 && is(j - 1, kOrganizationName | kGroup)) return j;
  for (std::uint32_t i = first; i < j; ++i)
    if (!is(i, kCommonWord) || is(i, kTitle | kSurname | kDemonym)) return j;
  std::uint32_t k = j + 1;
  while (k <= j + kMost && name_at(k, limit)) ++k;
  return k > j + 2 && is(k - 1, kOrganizationName | kGroup) ? k : j;
}

void Names::find(const Document& doc, const Places& places, Span dateline) {
  names_.clear();
  pronouns_.clear();
  NameFinder(doc, places.names, names_, pronouns_).run();
  if (dateline.empty()) return;
  // In capitals or known as a place: what else stands before a dash at the start may be who the report is about.
  const auto place = [&](const Name& n) {
    const std::uint32_t last = n.last - 1;
    constexpr auto kOfDateline = word_class::kPlace | word_class::kOrganizationName;  // Reuters
    const bool in_brackets = n.first > 0 && doc.words(n.first - 1) == "(";
    return in_brackets || (doc.tokens.shape[last] & kAllCapitals) != 0 || (doc.tokens.word[last]->classes & kOfDateline) != 0;
  };
  std::erase_if(names_, [&](const Name& n) {
    return dateline.begin <= doc.tokens.begin[n.first] && doc.tokens.end[n.last - 1] <= dateline.end && place(n);
  });
}

void Names::drop_rejected() {
  std::erase_if(names_, [](const Name& n) { return n.entity < -1; });
  index_.build(names_.size(), [&](std::size_t i) { return names_[i].last; });
}

std::size_t Names::first_from(std::uint32_t t) const {
  return index_.first_from(t + 1, names_.size(), [&](std::size_t i) { return names_[i].last; });
}

std::uint64_t folded_hash(std::string_view word) {
  return folded_hash(word, word.data() + word.size());
}

std::uint64_t folded_hash(std::string_view word, const char* readable_end) {
  using namespace lexicon;
  if (word.size() > 16) return hash_folded(folded(word));
  char room[16] = {};
  const char* letters = word.data();
  if (readable_end - letters < 16) letters = static_cast<char*>(std::memcpy(room, letters, word.size()));
  const std::uint64_t first = load_eight(letters) & kMasks.first[word.size()];
  const std::uint64_t second = load_eight(letters + 8) & kMasks.second[word.size()];
  if (((first | second) & kHighBits) != 0) return hash_folded(folded(word));
  return hash_sixteen(fold_ascii(first), fold_ascii(second));
}

}  // namespace onrecord
