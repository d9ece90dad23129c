#include "extract/chunk/chunks.h"

#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

constexpr ClassSet kNouns("nmNM#DOx"), kTimes("T"), kVerbs("vdzpegybaAoh");
constexpr ClassSet kVerbGroups("VUFGIEK");  // of symbols

// The token that carries a chunk's meaning: the last noun of a noun group, the last verb of a verb group.
std::uint32_t head_of(const Units& units, std::uint32_t first, std::uint32_t last, char symbol) {
  const ClassSet& wanted = symbol == 'N' ? kNouns : symbol == 'T' ? kTimes : kVerbs;
  for (std::uint32_t u = last; u-- > first;)
    if (wanted.has(units.classes[u])) return units.units[u].first;
  return units.units[last - 1].first;
}

// "An interview | last year | Reyes": the unit at which such a time begins inside the noun group of `length` units at
// `first`, which ends in a name; npos when there is none. Near miss: "the last day Reyes Street was open".
std::size_t time_before_name(const Document& doc, const Units& units, std::uint32_t first, std::uint32_t length) {
  static const std::uint32_t last = look_up("last").id, next = look_up("next").id, the = look_up("the").id;
  if (length < 3) return std::string_view::npos;
  std::size_t time = std::string_view(units.classes).substr(first, length - 1).find('T', 1);
  if (time == std::string_view::npos) return time;
  time += first;
  const auto word = [&](std::size_t u) { return doc.tokens.word[units.units[u].first]->id; };
  if (word(time - 1) != last && word(time - 1) != next) return std::string_view::npos;
  if (time - 1 > first && word(time - 2) == the) return std::string_view::npos;
  for (std::size_t u = time + 1; u < first + length; ++u)
    if (units.classes[u] != 'N') return std::string_view::npos;
  return time - 1;
}

// "A ban on | night flights", "at the end of | Sunday service": behind its preposition a word for a time may describe the noun behind it.
// Near misses: "at night sailors sleep", "on Monday sailors left".
bool describes_noun(const Document& doc, const Units& units, std::uint32_t preposition) {
  static const auto idioms = ids_of("at", "by");
  static const std::uint32_t of = look_up("of").id;
  constexpr ClassSet kNoun("nm");
  if (preposition + 2 >= units.size() || units.classes[preposition] != 'i') return false;
  const Word& time = *doc.tokens.word[units.units[preposition + 1].first];
  const char behind = units.classes[preposition + 2];
  if ((time.classes & word_class::kWeekday) != 0)
  {
    // "in the early hours of | Sunday | police said"
    const Unit& noun = units.units[preposition + 2];
    const bool people = (doc.tokens.word[noun.first]->classes & (word_class::kPerson | word_class::kPeople | word_class::kGroup)) != 0;
    return doc.tokens.word[units.units[preposition].first]->id == of && kNoun.has(behind) && !people;
  }
  if (!kNoun.has(behind)) return false;
  return (time.classes & (word_class::kWeekday | word_class::kMonth)) == 0 && time.lemma == time.id &&
         !idioms.has(doc.tokens.word[units.units[preposition].first]->id);
}

// "For | two years | sailors have": a time behind its preposition, before people. Near miss: "for two years' rent".
bool years_before_people(const Document& doc, const Units& units, std::uint32_t first, std::uint32_t length) {
  using namespace word_class;
  const std::string_view classes = units.classes;
  if (length < 3 || first == 0 || classes[first - 1] != 'i' || classes[first] != '#' || classes[first + 1] != 'T') return false;
  if (doc.tokens.tag[units.units[first + 1].first] != tag::kNouns) return false;
  const std::uint32_t last = units.units[first + length - 1].last - 1;
  return doc.tokens.tag[last] == tag::kNouns && (doc.tokens.word[last]->classes & (kPerson | kPeople)) != 0;
}

bool is_year(const Document& doc, std::uint32_t token) {
  const std::string_view year = doc.words(token);
  return year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
}

// "In 2016 | Reyes said", "at the end of 2016 | Reyes said": a year behind a preposition of time is no part of the name behind it.
bool year_before_name(const Document& doc, const Units& units, std::uint32_t first, std::uint32_t length) {
  static const std::uint32_t in = look_up("in").id, of = look_up("of").id;
  if (length < 2 || first == 0 || units.classes[first] != '#' || units.classes[first + 1] != 'N') return false;
  const std::uint32_t before = doc.tokens.word[units.units[first - 1].first]->id;
  return (before == in || before == of) && is_year(doc, units.units[first].first);
}

// "In her letter | Reyes thanked": the unit at which the name begins that a verb follows, behind a noun of where somebody speaks with which
// the sentence opens; npos when there is none. Near miss: "In her brother Reyes found".
std::size_t name_behind_setting(const Document& doc, const Units& units, std::uint32_t first, std::uint32_t length) {
  using namespace word_class;
  constexpr ClassSet kVerb("dzp");
  const std::string_view classes = units.classes;
  const std::size_t end = first + length;
  if (first != 1 || classes[0] != 'i' || end >= classes.size() || !kVerb.has(classes[end])) return std::string_view::npos;
  std::size_t name = end;
  while (name > first && classes[name - 1] == 'N') --name;
  if (name == end || name - first < 2) return std::string_view::npos;
  const auto& setting = units.units[name - 1];
  // "From the green benches | Sir Hugh Reyes said"
  const bool titled = (doc.tokens.word[units.units[name].first]->classes & (kMaleTitle | kFemaleTitle)) != 0;
  const bool where = titled || (doc.tokens.word[setting.first]->classes & (kOccasion | kMedium | kDocument)) != 0;
  return where && (doc.tokens.shape[setting.first] & kCapital) == 0 ? name : std::string_view::npos;
}

// "A boat | Reyes built", "a claim | Doe denied": the unit at which the name begins that does something to a thing, whose article says that
// it has no name; npos when there is none. Near misses: "a baker Reyes met", "a Calder firm", "a boat Reyes".
std::size_t name_behind_thing(const Document& doc, const Units& units, std::uint32_t first, std::uint32_t length) {
  using namespace word_class;
  constexpr ClassSet kVerb("dzp");
  constexpr Bits kNamed = kPerson | kTitle | kPeople | kGroup | kOrganizationName | kMalePerson | kFemalePerson | kMedium | kPlace;
  const std::string_view classes = units.classes;
  const std::size_t end = first + length;
  if (length < 3 || classes[end - 1] != 'N' || end >= classes.size() || !kVerb.has(classes[end])) return std::string_view::npos;
  if (!is_indefinite_article(doc.tokens.word[units.units[first].first]->id)) return std::string_view::npos;
  std::size_t name = end;
  while (name > first && classes[name - 1] == 'N') --name;
  if (name <= first + 1 || classes[name - 1] != 'n') return std::string_view::npos;
  const auto& thing = units.units[name - 1];
  const bool unnamed = (doc.tokens.word[thing.first]->classes & (kNamed | kCommonWord)) == kCommonWord;
  return unnamed && (doc.tokens.shape[thing.first] & kCapital) == 0 ? name : std::string_view::npos;
}

// "A sum | fishing unions called": the unit at which those begin who do something to a thing, of which there is one; npos for none. Near
// misses: "a dozen unions called", "a couple unions called", "a fishing union called".
std::size_t many_behind_thing(const Document& doc, const Units& units, std::uint32_t first, std::uint32_t length) {
  using namespace word_class;
  static const auto few = ids_of("couple", "few", "lot", "number", "handful", "majority", "series", "dozen", "hundred", "thousand");
  constexpr ClassSet kVerb("dzp"), kDescribes("jk");
  const std::string_view classes = units.classes;
  std::size_t at = first + length;
  if (length < 3 || classes[at - 1] != 'm' || at >= classes.size() || !kVerb.has(classes[at])) return std::string_view::npos;
  const auto word = [&](std::size_t u) -> const Word& { return *doc.tokens.word[units.units[u].first]; };
  if (!is_indefinite_article(word(first).id) || (word(at - 1).classes & (kPerson | kPeople | kGroup)) == 0) return std::string_view::npos;
  for (--at; at > first && kDescribes.has(classes[at - 1]); --at) {}
  if (few.has(word(first + 1).id)) return std::string_view::npos;  // a dozen rail workers
  return at > first + 1 && classes[at - 1] == 'n' && !few.has(word(at - 1).id) ? at : std::string_view::npos;
}

// "Last week, | 58 percent", "by May, | one of the owners": a number behind a comma that counts what follows is no part of the time. Near
// miss: "in May, 2014, the owners".
bool counts_what_follows(const Document& doc, const Units& units, std::uint32_t end) {
  static const std::uint32_t of = look_up("of").id;
  constexpr ClassSet kCounted("nmD"), kActs("dzpbah");
  const std::string_view classes = units.classes;
  if (end >= classes.size() || classes[end - 1] != '#' || classes[end - 2] != ',') return false;
  if (kCounted.has(classes[end])) return true;
  return (kActs.has(classes[end]) || doc.tokens.word[units.units[end].first]->id == of) && !is_year(doc, units.units[end - 1].first);
}

// A chunk as long as its pattern matches, and what is left of it where its words tell that it ends before.
struct Cut {
  std::uint32_t length;
  char symbol;
};

Cut cut_time(const Document& doc, const Units& units, std::uint32_t u, std::uint32_t length) {
  const std::string_view classes = units.classes;
  const bool preposition = classes[u] == 'i' || classes[u] == '&';
  // "at | Monday's debate": the time is the noun's.
  if (preposition && u + length < classes.size() && classes[u + length] == '\'') return {1, classes[u]};
  if (length == 2 && describes_noun(doc, units, u)) return {1, classes[u]};
  if (length > 2 && counts_what_follows(doc, units, u + length)) return {length - 2, 'T'};
  return {length, 'T'};
}

Cut cut_noun(const Document& doc, const Units& units, std::uint32_t u, std::uint32_t length) {
  if (years_before_people(doc, units, u, length)) return {2, 'T'};
  const std::size_t time = time_before_name(doc, units, u, length);
  if (time == u) return {2, 'T'};
  if (time != std::string_view::npos) return {static_cast<std::uint32_t>(time) - u, 'N'};
  if (year_before_name(doc, units, u, length)) return {1, 'N'};
  std::size_t name = u == 1 ? name_behind_setting(doc, units, u, length) : std::string_view::npos;
  if (name == std::string_view::npos) name = name_behind_thing(doc, units, u, length);
  if (name == std::string_view::npos) name = many_behind_thing(doc, units, u, length);
  return {name == std::string_view::npos ? length : static_cast<std::uint32_t>(name) - u, 'N'};
}

}  // namespace

void read_chunks(const ChunkRules& rules, const Document& doc, const Units& units, Chunks& out) {
  static const std::uint32_t according = look_up("according").id;
  static const std::uint32_t to = look_up("to").id;
  const std::string_view classes = units.classes;
  const std::uint32_t size = units.size();
  out.chunks.resize(size);
  char* const symbols = out.make_room(size);
  out.verbs.resize(size);
  out.quotes = false;
  std::uint32_t count = 0, verbs = 0;
  for (std::uint32_t u = 0; u < size; ++count) {
    const Unit& unit = units.units[u];
    Cut cut{1, classes[u]};
    if (doc.tokens.word[unit.first]->id == according && u + 1 < size && doc.tokens.word[units.units[u + 1].first]->id == to) {
      cut = {2, 'L'};
    } else if (const Pattern::Match match = rules.longest(classes.substr(u)); match.length - 1 < size) {  // some units
      cut = {static_cast<std::uint32_t>(match.length), rules.symbol(match.which)};
      if (cut.length > 1) {  // only a name or several behind something else may be cut off it, or a year before a name
        const char last = classes[u + cut.length - 1];
        const bool named = last == 'N' || classes[u] == '#' || (last == 'm' && classes[u] == 'D');
        if (cut.symbol == 'T') cut = cut_time(doc, units, u, cut.length);
        else if (cut.symbol == 'N' && named) cut = cut_noun(doc, units, u, cut.length);
      }
    } else if (cut.symbol == '-') {
      cut.symbol = 'D';
    }
    const std::uint32_t last_unit = u + cut.length - 1;
    out.chunks[count] = {.first = unit.first,
                         .last = units.units[last_unit].last,
                         .head = cut.length == 1 ? unit.first : head_of(units, u, u + cut.length, cut.symbol),
                         .quote = unit.quote};
    symbols[count] = cut.symbol;
    out.quotes |= cut.symbol == 'Q';
    out.verbs[verbs] = static_cast<std::int32_t>(count);
    verbs += kVerbGroups.has(cut.symbol) ? 1U : 0U;
    u += cut.length;
  }
  out.verbs.resize(verbs);
  out.chunks.resize(count);
  out.close_room(count);
}

char form_of(const Document& doc, const Chunk& group) {
  const char head = doc.tokens.tag[group.head];
  return head == tag::kGerund ? doc.tokens.tag[group.first] : head;
}

Tense tense_of(const Document& doc, const Chunk& group) {
  static const auto past = ids_of("would", "could", "might", "should", "'d", "’d");
  for (std::uint32_t t = group.first; t < group.last; ++t) switch (doc.tokens.tag[t]) {
      case tag::kPast: return Tense::Past;
      case tag::kThirdPerson:
      case tag::kPresent: return Tense::Present;
      case tag::kModal: return past.has(doc.tokens.word[t]->id) ? Tense::Past : Tense::Present;
      default: break;
    }
  return Tense::None;
}

char mark_inside(const Document& doc, const Chunk& chunk) {
  const Quote& quote = doc.quotes[static_cast<std::size_t>(chunk.quote)];
  std::uint32_t t = quote.closed ? chunk.last - 1 : chunk.last;
  while (t > chunk.first + 1) {
    --t;
    if ((doc.tokens.shape[t] & kMark) == 0) return 0;
    const char byte = doc.text[doc.tokens.begin[t]];
    if (byte == '.' && doc.tokens.end[t] - doc.tokens.begin[t] > 1) return '-';
    if (byte != '"' && byte != '\'' && static_cast<unsigned char>(byte) < 0x80) return byte;
    const std::string_view word = doc.words(t);
    if (word == "—" || word == "–" || word == "―" || word == "…") return '-';
  }
  return 0;
}

}  // namespace onrecord
