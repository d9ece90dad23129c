#include "resolve/names.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/halving.h"
#include "lexicon/tags.h"
#include "resolve/name_words.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

constexpr Bits kAnyTitle = kTitle | kMaleTitle | kFemaleTitle;
constexpr Bits kFirstName = kMaleName | kFemaleName;

struct Spellings {
  std::uint32_t he = look_up("he").id, him = look_up("him").id, his = look_up("his").id, she = look_up("she").id,
                her = look_up("her").id, hers = look_up("hers").id, himself = look_up("himself").id,
                herself = look_up("herself").id, of = look_up("of").id, for_ = look_up("for").id, on = look_up("on").id,
                and_ = look_up("and").id, the = look_up("the").id, in = look_up("in").id,
                near = look_up("near").id, around = look_up("around").id;
};
const Spellings& spellings() {
  static const Spellings words;
  return words;
}

class Finder {
 public:
  Finder(const Document& doc, std::vector<Name>& names, std::vector<PronounAt>& pronouns)
      : doc_(doc), t_(doc.tokens), s_(spellings()), names_(names), pronouns_(pronouns) {}

  void run() {
    for (const TokenBlock& block : doc_.blocks) {
      sentence_ = block.first_sentence;
      last_sentence_ = block.last_sentence;
      headline_ = !bears_speech(block.role);
      byline_ = block.role == Role::Byline;
      title_case_ = headline_ && capitals_everywhere(block);
      for (std::uint32_t t = block.first; t < block.last;) {
        const std::uint8_t shape = t_.shape[t];
        if ((shape & kMark) != 0) {
          ++t;
          continue;
        }
        if ((shape & (kCapital | kAllCapitals)) == 0) {
          // Of the words in small letters only he, she and their forms count.
          const char c = doc_.text[t_.begin[t]];
          if ((c == 'h' || c == 's') && (t_.word[t]->classes & kFunctionWord) != 0) pronoun(t);
          ++t;
          continue;
        }
        const bool name_too = is_first_name_too(doc_.words(t)) && !title_case_ && (name_tag(t) || (shape & kFirst) == 0);
        if ((t_.word[t]->classes & kFunctionWord) != 0 && !(name_too && before_surname(t, block.last))) {
          pronoun(t);
          ++t;
          continue;
        }
        t = name(t, block);
      }
    }
  }

 private:
  [[nodiscard]] bool is(std::uint32_t t, Bits bits) const { return (t_.word[t]->classes & bits) != 0; }
  [[nodiscard]] bool shaped(std::uint32_t t, std::uint8_t bits) const { return (t_.shape[t] & bits) != 0; }
  [[nodiscard]] bool capital(std::uint32_t t) const {
    return (t_.shape[t] & (kCapital | kMark)) == kCapital;
  }
  [[nodiscard]] bool name_tag(std::uint32_t t) const { return t_.tag[t] == tag::kName || t_.tag[t] == tag::kNames; }

  // A headline in which nearly every word has a capital says nothing by its capitals.
  [[nodiscard]] bool capitals_everywhere(const TokenBlock& block) const {
    std::uint32_t words = 0, small = 0;
    for (std::uint32_t t = block.first; t < block.last && words < 60; ++t) {
      if (shaped(t, kMark | kDigit)) continue;
      ++words;
      small += !capital(t) && !is(t, kFunctionWord);
    }
    return words > 2 && small * 5 <= words;
  }

  // "W.", "J.K."
  [[nodiscard]] bool initial(std::uint32_t t) const {
    const std::string_view w = doc_.words(t);
    return w.size() == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z';
  }

  void place(std::uint32_t t) {
    while (sentence_ + 1 < last_sentence_ && doc_.sentences[sentence_].last <= t) ++sentence_;
    while (quote_ < doc_.quotes.size() && doc_.quotes[quote_].open < t) {
      if (doc_.quotes[quote_].outer < 0) quote_end_ = doc_.quotes[quote_].close;
      ++quote_;
    }
  }
  [[nodiscard]] bool quoted(std::uint32_t t) const { return t < quote_end_; }

  void pronoun(std::uint32_t t) {
    const std::uint32_t id = t_.word[t]->id;
    const bool female = id == s_.she || id == s_.her || id == s_.hers || id == s_.herself;
    if (!female && id != s_.he && id != s_.him && id != s_.his && id != s_.himself) return;
    place(t);
    pronouns_.push_back({.token = t, .sentence = sentence_, .female = female, .quoted = quoted(t), .possessive = id == s_.his || id == s_.her,
                          .nominative = id == s_.he || id == s_.she, .reflexive = id == s_.himself || id == s_.herself});
  }

  // "Will Marsh", "May Dorn": a word that is more than a first name is one before what can be a surname.
  [[nodiscard]] bool before_surname(std::uint32_t t, std::uint32_t limit) const {
    if (t + 1 >= limit || !capital(t + 1) || shaped(t + 1, kFirst | kDigit)) return false;
    if (is(t + 1, kFunctionWord | kMonth | kWeekday | kTitle | kMaleTitle | kFemaleTitle)) return false;
    return is(t + 1, kSurname) || !is(t + 1, kCommonWord | kPlace | kDemonym | kGroup | kOrganizationName | kFirstName);
  }

  // "London-based", "Spanish-speaking": an adjective.
  [[nodiscard]] bool compound(std::uint32_t t) const {
    if (!shaped(t, kHyphen)) return false;
    const std::string_view w = doc_.words(t);
    const char c = w[std::min(w.rfind('-') + 1, w.size() - 1)];
    return c >= 'a' && c <= 'z';
  }

  // Whether a name may begin or go on with the word at `t`, which has a capital and is no function word.
  [[nodiscard]] bool part(std::uint32_t t) const {
    const Bits classes = t_.word[t]->classes;
    if ((classes & kWeekday) != 0 || compound(t)) return false;
    if ((classes & kMonth) != 0 && (classes & kFirstName) == 0 && !is_first_name_too(doc_.words(t))) return false;
    if (title_case_) return (classes & kCommonWord) == 0 || (classes & (kAnyTitle | kPlace)) != 0 || ((classes & kFirstName) != 0 && name_tag(t));
    return true;
  }

  // Passes over what begins with a capital only because a sentence does; else reads the name at `t`.
  std::uint32_t name(std::uint32_t t, const TokenBlock& block) {
    if (!part(t)) return t + 1;
    const bool first = shaped(t, kFirst);
    const bool given = is(t, kFirstName) && t + 1 < block.last && capital(t + 1) && !is(t + 1, kFunctionWord);
    if (first && !title_case_ && is(t, kCommonWord) && !name_tag(t) && !given && !is(t, kAnyTitle | kPerson | kDemonym)) {
      weak(t, block);
      return t + 1;
    }
    if (is(t, kMonth) && !before_surname(t, block.last)) {
      if (is(t, kFirstName) && t + 1 < block.last && (t_.tag[t + 1] == tag::kPast || t_.tag[t + 1] == tag::kThirdPerson)) weak(t, block);  // "April said"
      return t + 1;
    }
    std::uint32_t begin = t;
    std::uint32_t end = extend(t, block.last);
    // "the de Vries report": the particle in front.
    if (begin > block.first && !shaped(begin - 1, kMark | kCapital) && is_name_particle(doc_.words(begin - 1)) && !shaped(begin - 1, kFirst) &&
        doc_.words(begin - 1) != "la")
      --begin;
    add(begin, end, block);
    return end;
  }

  // "Harbour Users' Trust", "People's Daily": the possessive of an ordinary word inside an organisation's name.
  [[nodiscard]] bool owned(std::uint32_t first, std::uint32_t mark, std::uint32_t limit) const {
    if (mark + 1 >= limit || !capital(mark + 1) || is(mark + 1, kFunctionWord | kTitle) || shaped(mark + 1, kFirst)) return false;
    if (!is(mark - 1, kCommonWord) || is(mark - 1, kFirstName | kSurname | kPlace | kTitle | kGroup | kOrganizationName)) return false;
    if (mark - first > 1 && is(first, kFirstName)) return false;
    std::uint32_t k = mark + 1;
    while (k < limit && k < mark + 4 && capital(k) && !is(k, kFunctionWord)) ++k;
    return is(k - 1, kOrganizationName | kGroup | kDocument | kMedium);
  }

  // The end of the capitalised words that belong together.
  [[nodiscard]] std::uint32_t extend(std::uint32_t first, std::uint32_t limit) const {
    bool joined = false;
    std::uint32_t j = first + 1;
    const auto name_at = [&](std::uint32_t i) {
      return i < limit && capital(i) && !shaped(i, kFirst) && !is(i, kFunctionWord) && part(i);
    };
    while (j < limit && j < first + 16) {
      if (name_at(j)) {
        ++j;
        continue;
      }
      if (shaped(j, kMark)) {
        const std::string_view mark = doc_.words(j);
        if (mark == "&" && name_at(j + 1)) {
          j += 2;
          continue;
        }
        if ((t_.tag[j] == tag::kPossessive || ((mark == "\u2019" || mark == "'") && !shaped(j, kSpaceBefore))) && owned(first, j, limit)) {
          ++j;
          continue;
        }
        if (mark == "," && j + 1 < limit && is_name_suffix(doc_.words(j + 1)) && j > first + 1) {
          j += 2;
          continue;
        }
        // A nickname: Robert "Bobby" Roe.
        if ((t_.tag[j] == tag::kOpenQuote || mark == "(") && j + 3 < limit && capital(j + 1) && !is(j + 1, kFunctionWord) && shaped(j + 2, kMark) &&
            name_at(j + 3) && (is(j - 1, kFirstName) || (j - 1 > first && is(j - 2, kFirstName)))) {
          j += 4;
          continue;
        }
        break;
      }
      if (t_.tag[j] == tag::kPossessive && owned(first, j, limit)) {
        ++j;
        continue;
      }
      if (shaped(j, kFirst | kCapital)) break;
      const std::uint32_t id = t_.word[j]->id;
      if (!title_case_ && (id == s_.of || id == s_.for_ || id == s_.on) && (is(j - 1, kOrganizationName | kGroup | kTitle | kPerson) || doc_.words(j - 1) == "Appeals") && !is(j - 1, kFirstName)) {
        std::uint32_t k = j + 1;
        if (k + 1 < limit && !shaped(k, kCapital | kMark) && t_.tag[k] == tag::kDeterminer) ++k;
        if (!name_at(k) || is(k, kTime)) break;
        const bool court = doc_.words(j - 1) == "Appeals" || doc_.words(j - 1) == "Court";  // … for the Ninth Circuit
        if (id != s_.of && !is(k, kCommonWord) && !court) break;  // "the Harbour Trust for Reyes" is two
        if (is(j - 1, kPerson) && !is(j - 1, kOrganizationName | kGroup | kTitle)) break;
        joined = true;
        j = k + 1;
        continue;
      }
      if (id == s_.and_ && name_at(j + 1) && is(j + 1, kCommonWord) && !is(j + 1, kFirstName)) {
        if (joined) {
          j += 2;
          continue;
        }
        // "Food and Drug Administration": ordinary words that end in an organisation's.
        bool ordinary = true;
        for (std::uint32_t i = first; i < j; ++i) ordinary &= is(i, kCommonWord) && !is(i, kTitle | kSurname | kDemonym);
        std::uint32_t k = j + 1;
        while (k < j + 6 && name_at(k)) ++k;
        if (ordinary && k > j + 2 && is(k - 1, kOrganizationName | kGroup)) {
          j = k;
          continue;
        }
        break;
      }
      if (is_name_particle(doc_.words(j))) {
        std::uint32_t k = j + 1;
        if (k < limit && !shaped(k, kMark | kCapital) && is_name_particle(doc_.words(k))) ++k;
        if (!name_at(k)) break;
        j = k + 1;
        continue;
      }
      break;
    }
    return j;
  }

  // "Tester said no": a surname, if the article has such a person.
  void weak(std::uint32_t t, const TokenBlock& block) {
    const char g = t_.tag[t];
    const bool noun = g == tag::kNoun || g == tag::kNouns || g == tag::kName || g == tag::kNames || g == tag::kAdjective || g == tag::kComparative;
    if ((headline_ && !title_case_) || !noun || t + 1 >= block.last || capital(t + 1)) return;
    place(t);
    names_.push_back({.first = t, .last = t + 1, .before = t, .sentence = sentence_, .hints = hint::kWeak | (quoted(t) ? hint::kQuoted : 0U)});
  }

  // Where a person's name begins that follows a place with nothing between: "… in North Korea Ana Reyes". `first` when it does not.
  [[nodiscard]] std::uint32_t behind_place(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t k = first;
    if (end - first >= 4 && is(k + 1, kPlace) && is(k, kCommonWord)) k += 2;
    else if (is(k, kPlace) && !is(k, kFirstName) && doc_.words(k).size() > 3) k += 1;
    else return first;
    const bool person = end - k >= 2 && end - k <= 3 && !is(k, kCommonWord | kPlace) && !is(end - 1, kCommonWord);
    return person ? k : first;
  }

  // "Recorder Ana Reyes": words that are no first names, at least one of them ordinary, and a first name and a surname that are not.
  [[nodiscard]] bool named_behind_post(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t given = end - 2;
    constexpr Bits kOther = kCommonWord | kPlace | kGroup | kOrganizationName;
    if (!is(given, kFirstName) || is(given, kOther) || is(end - 1, kOther)) return false;
    bool ordinary = false;
    for (std::uint32_t i = first; i < given; ++i) {
      if (is(i, kFirstName) || shaped(i, kMark)) return false;
      ordinary |= is(i, kCommonWord);
    }
    return ordinary;
  }

  // Splits titles off and keeps what is a name.
  void add(std::uint32_t a, std::uint32_t b, const TokenBlock& block) {
    std::uint32_t end = b;  // without Jr. and QC
    while (end > a + 1 && (is_name_suffix(doc_.words(end - 1)) || is_post_nominal(doc_.words(end - 1)) || shaped(end - 1, kMark))) --end;
    std::uint32_t start = a;
    // "the dredging firm, Marlow Marine"
    const bool called = a > block.first + 1 && t_.tag[a - 1] == tag::kComma && is(a - 2, kGroup) && t_.tag[a - 2] == tag::kNoun && !is(a, kFirstName | kAnyTitle | kPerson) &&
                        !is(end - 1, kPlace);
    bool organised = called || doc_.words(end - 1) == "County" || is(end - 1, kOrganizationName) || (is(end - 1, kGroup) && is(end - 1, kCommonWord));
    // "Laurence H. Tribe": an initial tells a person; "Mayor Don Guardian": so does a title before a first name.
    if (end - a >= 3 && is(end - 3, kAnyTitle) && is(end - 2, kFirstName) && !is(end - 2, kCommonWord | kPlace)) organised = false;
    for (std::uint32_t i = a; organised && i + 1 < end; ++i) organised = !(is(i, kFirstName) && initial(i + 1));
    const auto named = [&](std::uint32_t from) {  // a word that is more than an ordinary one
      for (std::uint32_t i = from; i < end; ++i)
        if (!is(i, kCommonWord | kFunctionWord) || is(i, kFirstName | kSurname)) return true;
      return false;
    };
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
        // "President Trump", though a trump is a thing too.
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
        const bool surname_alone = end - a == 1 && !title_case_ && is(a, kSurname) && name_tag(a) && !shaped(a, kFirst) && !(a > block.first && t_.word[a - 1]->id == s_.the);
        if (!surname_alone) {
          if (end - a == 1) weak(a, block);
          return;
        }
      }
      // "UN Special Rapporteur", "Alabama Governor", "Florida Republican": whoever that is.
      if (end - a > 1 && is(end - 1, kAnyTitle | kPerson) && (is(end - 1, kCommonWord) || !is(end - 1, kSurname | kFirstName)) && !organised && !is(a, kFirstName) && !is_regnal(doc_.words(end - 1))) return;
    }
    while (start < end && shaped(start, kMark)) ++start;
    if (start >= end) return;
    // "Officials said": the capital is the sentence's.
    const bool publication = is(start, kOrganizationName) && b < block.last && (t_.tag[b] == tag::kPast || t_.tag[b] == tag::kThirdPerson);
    if (end - start == 1 && shaped(start, kFirst) && is(start, kCommonWord) && !name_tag(start) && !is(start, kDemonym) && !publication) {
      weak(start, block);
      return;
    }
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
    const bool modifier = b < block.last && (t_.tag[b] == tag::kNoun || t_.tag[b] == tag::kNouns) && !shaped(b, kCapital | kMark);
    if (follows && !shaped(a - 1, kCapital)) {
      const Bits before = t_.word[a - 1]->classes;
      const std::uint32_t id = t_.word[a - 1]->id;
      if (id == s_.the && !modifier) hints |= hint::kThe;
      else if (id == s_.in || id == s_.near || id == s_.around) hints |= hint::kIn;
      else if ((before & (kPerson | kTitle)) != 0 && (t_.tag[a - 1] == tag::kNoun || t_.tag[a - 1] == tag::kName) && !organised) {
        hints |= hint::kTitled;
        if ((before & kMalePerson) != 0) hints |= hint::kMaleTitle;
        if ((before & kFemalePerson) != 0) hints |= hint::kFemaleTitle;
      } else if (!organised && a > block.first + 2 && t_.tag[a - 1] == tag::kNoun && t_.word[a - 2]->id == s_.of && is(a - 3, kPerson | kTitle) &&
                 !shaped(a - 3, kCapital)) {
        hints |= hint::kTitled;  // "chief of staff Ann Roe"
      }
    } else if (follows && !modifier && t_.word[a - 1]->id == s_.the) {
      hints |= hint::kThe;
    }
    if ((hints & hint::kTitled) == 0 || !organised) {
      if ((is(start, kFirstName) || is_first_name_too(doc_.words(start))) && end - start > 1) hints |= hint::kGiven;
    }
    if (organised) hints |= hint::kOrgWord;
    bool common = true;
    for (std::uint32_t i = start; i < end; ++i) common &= is(i, kCommonWord | kFunctionWord) || shaped(i, kMark);
    if (common) hints |= hint::kCommonWords;
    if (end - start == 1) {
      if (shaped(start, kAllCapitals) && !title_case_) hints |= hint::kAcronym;
      if (is(start, kDemonym | kPeople) && (t_.tag[start] == tag::kNames || is(start, kPeople))) hints |= hint::kPeopleWord;
    }
    if (is(end - 1, kPlace) || (end - start > 1 && is(start, kPlace) && !is(start, kFirstName))) hints |= hint::kPlaceWord;
    if (is(end - 1, kSurname)) hints |= hint::kSurnameWord;
    if (headline_) hints |= hint::kHeadline;
    if (byline_) hints |= hint::kByline;
    if (quoted(start)) hints |= hint::kQuoted;
    if (b < block.last && t_.tag[b] == tag::kPossessive) hints |= hint::kPossessive;
    out.hints = hints;
    names_.push_back(out);
  }

  const Document& doc_;
  const Tokens& t_;
  const Spellings& s_;
  std::vector<Name>& names_;
  std::vector<PronounAt>& pronouns_;
  std::uint32_t sentence_ = 0, last_sentence_ = 0;
  std::size_t quote_ = 0;
  std::uint32_t quote_end_ = 0;
  bool headline_ = false, byline_ = false, title_case_ = false;
};

}  // namespace

void Names::find(const Document& doc) {
  names_.clear();
  pronouns_.clear();
  Finder(doc, names_, pronouns_).run();
}

void Names::drop_rejected() {
  std::erase_if(names_, [](const Name& n) { return n.entity < -1; });
}

std::size_t Names::first_from(std::uint32_t t) const {
  return count_while(names_.size(), [&](std::size_t i) { return names_[i].last <= t; });
}

std::uint64_t folded_hash(std::string_view word) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == '\xE2' && word.substr(i, 3) == "\u2019") {  // the curly apostrophe is the straight one
      c = '\'';
      i += 2;
    }
    h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return h;
}

}  // namespace onrecord
