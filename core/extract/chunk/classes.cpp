#include "extract/chunk/classes.h"

#include <algorithm>
#include <array>

#include "lexicon/few_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

using namespace word_class;

// What `that`, `as`, `if` and their like are, by spelling. Entries are looked up once.
struct Spellings {
  std::uint32_t that = look_up("that").id, as = look_up("as").id, if_ = look_up("if").id, whether = look_up("whether").id,
                but = look_up("but").id, what = look_up("what").id, how = look_up("how").id, why = look_up("why").id,
                where = look_up("where").id, when = look_up("when").id, who = look_up("who").id, which = look_up("which").id,
                whose = look_up("whose").id, whom = look_up("whom").id, been = look_up("been").id, be = look_up("be").id,
                being = look_up("being").id, including = look_up("including").id, per = look_up("per").id, cent = look_up("cent").id,
                comprising = look_up("comprising").id;
};
const Spellings& spellings() {
  static const Spellings words;
  return words;
}

// A verb cut off its subject by an apostrophe that is no form of have: 's, 're, 'm.
bool clitic(const Document& doc, std::uint32_t t) {
  const std::string_view word = doc.words(t);
  return (word.starts_with('\'') || word.starts_with("’")) && !word.ends_with("ve") && !word.ends_with('d');
}

// "he's backed the plan", "she's said she will": a participle with an object or a clause behind it tells of "has".
bool stands_for_has(const Document& doc, std::uint32_t t) {
  if (!doc.words(t).ends_with('s')) return false;
  const std::vector<char>& tags = doc.tokens.tag;
  std::uint32_t verb = t + 1;
  while (verb + 1 < tags.size() && tags[verb] == tag::kAdverb) ++verb;
  if (verb + 1 >= tags.size() || tags[verb] != tag::kParticiple || (doc.tokens.word[verb]->classes & kBe) != 0) return false;
  switch (tags[verb + 1]) {
    case tag::kDeterminer: case tag::kPossessivePronoun: case tag::kPronoun: case tag::kName: case tag::kNames:
    case tag::kOpenQuote: return true;
    case tag::kPreposition: return doc.tokens.word[verb + 1]->id == spellings().that;
    default: return false;
  }
}

// "“It leaks,” Day said", "Ed Day": a surname that is a time besides. Near misses: "Boxing Day", "on Day 3", "Day broke".
bool surname_of_time(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  const Tokens& tokens = doc.tokens;
  if ((tokens.shape[t] & (kCapital | kFirst)) != kCapital || (tokens.word[t]->classes & (kWeekday | kMonth)) != 0) return false;
  if (t == sentence.first || t + 1 >= sentence.last) return false;
  const Word& before = *tokens.word[t - 1];
  if ((before.classes & (kMaleName | kFemaleName | kMaleTitle | kFemaleTitle)) != 0 && (tokens.shape[t - 1] & kCapital) != 0) return true;
  const char next = tokens.tag[t + 1];
  const bool says = (next == tag::kPast || next == tag::kThirdPerson) && (tokens.word[t + 1]->classes & kTakesQuote) != 0;
  return says && (tokens.shape[t - 1] & (kCapital | kDigit)) == 0 && tokens.tag[t - 1] != tag::kPossessive;
}

// "The PM said", "asked for more time": what looks like a time. Near misses: "at 3 PM", "more times".
bool tells_no_time(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  static const std::uint32_t pm = look_up("pm").id, minutes = look_up("minutes").id, of = look_up("of").id, time = look_up("time").id;
  static const auto kSome = ids_of("more", "enough", "little", "much");
  const Tokens& tokens = doc.tokens;
  const std::uint32_t id = tokens.word[t]->id;
  if (id == pm) return (tokens.shape[t] & kAllCapitals) != 0 && (t == sentence.first || (tokens.shape[t - 1] & kDigit) == 0);
  // "Minutes of the meeting showed", "council minutes show": near misses, "five minutes of play", "for minutes sailors said"
  if (id == minutes && t + 1 < sentence.last) {
    const char before = t > sentence.first ? tokens.tag[t - 1] : tag::kStop, behind = tokens.tag[t + 1];
    const bool shows = (behind == tag::kPast || behind == tag::kThirdPerson || behind == tag::kPresent) &&
                       (tokens.word[t + 1]->classes & kTakesThat) != 0 && (before == tag::kNoun || before == tag::kPossessive);
    return shows || (tokens.word[t + 1]->id == of && (before == tag::kStop || before == tag::kDeterminer));
  }
  return id == time && t > sentence.first && kSome.has(tokens.word[t - 1]->id);
}

// "A fall in prices", "the fall of the mayor": no season. Near miss: "a town in the fall".
bool is_drop(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  static const std::uint32_t fall = look_up("fall").id;
  static const auto goes_on = ids_of("in", "of", "from");
  if (doc.tokens.word[t]->id != fall || t == sentence.first || t + 1 >= sentence.last) return false;
  return doc.tokens.tag[t - 1] == tag::kDeterminer && goes_on.has(doc.tokens.word[t + 1]->id);
}

// "letters | that night | showing it leaks": no clause opens. Near misses: "that night fell", "that week-old bread leaks".
bool before_time(const Document& doc, const Sentence& sentence, std::uint32_t that) {
  const Tokens& tokens = doc.tokens;
  if (that + 2 >= sentence.last || tokens.tag[that + 1] != tag::kNoun) return false;
  if ((tokens.word[that + 1]->classes & kTime) == 0) return false;
  switch (tokens.tag[that + 2]) {
    case tag::kGerund: case tag::kPreposition: case tag::kComma: case tag::kStop: case tag::kWhPronoun: case tag::kTo: return true;
    default: return false;
  }
}

// What most words of a tag are, unless they are of these classes or something else about them asks for a closer look, see pass_usual().
struct Usual {
  char class_byte = 0;  // 0: a closer look at all of them
  bool finite = false;
  Bits unless = 0;
};
constexpr std::array<Usual, 128> kUsual = [] {
  std::array<Usual, 128> out{};
  for (std::size_t tag = 0; tag < out.size(); ++tag) out[tag].class_byte = static_cast<char>(tag);  // most are classes as they stand
  for (const char mark : {tag::kNumber, tag::kMarkOther, tag::kOpenQuote, tag::kCloseQuote})
    out[static_cast<std::size_t>(mark)].class_byte = 0;
  for (const char noun : {tag::kNoun, tag::kNouns, tag::kName, tag::kNames})
    out[static_cast<std::size_t>(noun)].unless = kTime | kWeekday | kMonth;
  for (const char verb : {tag::kPast, tag::kThirdPerson, tag::kPresent})
    out[static_cast<std::size_t>(verb)] = {verb, true, kBe | kHave | kDo};
  out[static_cast<std::size_t>(tag::kVerb)].unless = kBe | kHave;
  out[static_cast<std::size_t>(tag::kPreposition)].unless = kSubordinator;
  out[static_cast<std::size_t>(tag::kParticiple)].unless = kBe;
  out[static_cast<std::size_t>(tag::kGerund)].unless = kBe | kHave;
  out[static_cast<std::size_t>(tag::kAdverb)].unless = kNegation;
  return out;
}();

// "Not everyone agrees", "said that not all bakers agree": it belongs to the noun group. Near miss: "is not everyone's view".
bool denies_all(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  static const auto all = ids_of("everyone", "everybody", "everything", "all", "every", "many", "one");
  static const std::uint32_t a = look_up("a").id, single = look_up("single").id;  // not a single baker
  const auto word = [&](std::uint32_t ahead) { return t + ahead < sentence.last ? doc.tokens.word[t + ahead]->id : 0; };
  if (!all.has(word(1)) && !(word(1) == a && word(2) == single)) return false;
  if (t == sentence.first) return true;
  const char before = doc.tokens.tag[t - 1];
  return before == tag::kPreposition || before == tag::kConjunction || before == tag::kComma;
}

// "10:41 | Police urge people to stay at home": the time of an entry in a live report. Near miss: "10:41 was too late".
bool stamps_entry(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  if (t != sentence.first || t + 1 >= sentence.last || (doc.tokens.shape[t + 1] & kCapital) == 0) return false;
  const std::string_view w = doc.words(t);
  const std::size_t colon = w.find(':');
  const auto digits = [](std::string_view part) { return part.find_first_not_of("0123456789") == std::string_view::npos; };
  return (colon == 1 || colon == 2) && w.size() == colon + 3 && digits(w.substr(0, colon)) && digits(w.substr(colon + 1));
}

char class_of(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  const char tag = doc.tokens.tag[t];
  const Word& w = *doc.tokens.word[t];
  const Spellings& s = spellings();
  switch (tag) {
    case tag::kPast:
    case tag::kThirdPerson:
    case tag::kPresent:
      if ((w.classes & kBe) == 0 && clitic(doc, t)) return stands_for_has(doc, t) ? 'a' : 'b';  // it's, they're; he's backed the plan
      if ((w.classes & kBe) != 0) return 'b';
      if ((w.classes & kHave) != 0) return 'a';
      if ((w.classes & kDo) != 0) return 'o';
      return tag;
    case tag::kVerb:
      if ((w.classes & kBe) != 0) return 'y';
      if ((w.classes & kHave) != 0) return 'A';
      return 'v';
    case tag::kParticiple:
      return w.id == s.been ? 'y' : 'e';
    case tag::kGerund:
      if (w.id == s.being) return 'Y';
      if (w.id == s.including || w.id == s.comprising) return 'i';
      return (w.classes & kHave) != 0 ? 'A' : 'g';
    case tag::kAdverb:
      if ((w.classes & kNegation) == 0) return 'r';
      return denies_all(doc, sentence, t) ? 'D' : 'q';
    case tag::kDeterminer: {
      static const auto anybody = ids_of("nobody", "everybody", "somebody", "anybody", "everyone", "someone", "anyone", "nothing",
                                         "everything", "something", "anything");
      const bool clause = w.id == s.that && t + 1 < sentence.last && anybody.has(doc.tokens.word[t + 1]->id);  // said that nobody came
      return clause ? 'H' : tag;
    }
    case tag::kPreposition:
      if (w.id == s.that) return before_time(doc, sentence, t) ? 'D' : 'H';
      if (w.id == s.as) return '&';
      if (w.id == s.if_) return 'f';
      if (w.id == s.whether) return 'w';
      if (w.id == s.per && t + 1 < sentence.last && doc.tokens.word[t + 1]->id == s.cent) return '#';  // 65 per cent
      return (w.classes & kSubordinator) != 0 ? 's' : 'i';
    case tag::kConjunction:
      return w.id == s.but ? 'B' : 'c';
    case tag::kWhPronoun:
      if (w.id == s.that && before_time(doc, sentence, t)) return 'D';
      return w.id == s.what ? 'w' : 'W';
    case tag::kWhAdverb:
      return w.id == s.when || w.id == s.where ? 's' : 'w';
    case tag::kNoun:
    case tag::kNouns:
    case tag::kName:
    case tag::kNames:
      if ((w.classes & kOrganizationName) != 0 && (doc.tokens.shape[t] & kCapital) != 0) return tag;  // The Times
      if ((w.classes & (kTime | kWeekday | kMonth)) == 0 || surname_of_time(doc, sentence, t)) return tag;
      return tells_no_time(doc, sentence, t) || is_drop(doc, sentence, t) ? tag : 'T';
    case tag::kNumber:
      return stamps_entry(doc, sentence, t) ? '*' : tag;
    case tag::kMarkOther: {
      const std::string_view word = doc.words(t);
      if (word == "$" || word == "£" || word == "€") return '#';
      if (word == "%") return 'n';
      if (word == "&") return 'c';
      return '*';
    }
    case tag::kOpenQuote:
    case tag::kCloseQuote: return '*';
    default: return tag;
  }
}

// Whether the quotation is one unit; else its marks are passed over and its words read like any others.
bool opaque(const Document& doc, const Sentence& sentence, const Quote& quote) {
  const std::uint32_t end = quote.closed ? quote.close : std::min(quote.close, sentence.last);
  const std::uint32_t inside = end - quote.open - 1;
  if (inside == 0) return false;
  if (!quote.closed || inside > 4) return true;
  const auto mark_byte = [&](std::uint32_t t) {
    return (doc.tokens.shape[t] & kMark) != 0 ? doc.text[doc.tokens.begin[t]] : '\0';
  };
  const char ends = mark_byte(end - 1);
  if (quote.open == sentence.first) return true;
  const char before = mark_byte(quote.open - 1);
  if (before == ',' || before == ':' || before == ';') return true;
  if (doc.tokens.tag[quote.open - 1] == tag::kDash && (ends == '.' || ends == ',' || ends == '!' || ends == '?')) return true;
  if ((ends == ',' || ends == '!' || ends == '?') && inside > 2) return true;
  const Word& previous = *doc.tokens.word[quote.open - 1];
  return (previous.classes & kTakesQuote) != 0 && before == '\0' && inside > 1;
}

// "a “kind and caring” girl": whether the short quotation stands between what opens a noun group and its noun, so that its words describe.
bool describes(const Document& doc, const Quote& quote, std::uint32_t last) {
  if (!quote.closed || quote.open == 0 || quote.close + 1 >= last) return false;
  const char before = doc.tokens.tag[quote.open - 1], behind = doc.tokens.tag[quote.close + 1];
  return (before == tag::kDeterminer || before == tag::kPossessivePronoun) && (behind == tag::kNoun || behind == tag::kNouns);
}

// Amounts that are nouns.
constexpr std::array<std::string_view, 3> kAmounts{"half", "dozen", "dozens"};

// "More than | 200 doctors", "at least a | dozen", "as many as | 40", "up to | 40": how many tokens before the number at `t` belong to
// it.
std::uint32_t before_number(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  static const std::uint32_t than = look_up("than").id, at = look_up("at").id, as = look_up("as").id;
  static const std::uint32_t up = look_up("up").id, to = look_up("to").id;
  static const auto kMore = ids_of("more", "fewer", "less");
  static const auto kLeast = ids_of("least", "most");
  static const auto kMany = ids_of("many", "much", "few");
  static const WordIds amounts(kAmounts);
  if (doc.tokens.tag[t] != tag::kNumber && doc.tokens.tag[t] != tag::kMarkOther && !amounts.has(doc.tokens.word[t]->id)) return 0;
  static const std::uint32_t a = look_up("a").id;
  const std::uint32_t article = t > sentence.first && doc.tokens.word[t - 1]->id == a ? 1 : 0;
  const auto word = [&](std::uint32_t back) {
    return t >= sentence.first + article + back ? doc.tokens.word[t - article - back]->id : 0;
  };
  // "one | in three", "65 | per cent"
  static const std::uint32_t in = look_up("in").id;
  const auto is_number = [&](std::uint32_t back) { return t >= sentence.first + back && doc.tokens.tag[t - back] == tag::kNumber; };
  const bool digits = (doc.tokens.shape[t] & kDigit) != 0;
  if (article == 0 && word(1) == in && is_number(2) && (doc.tokens.shape[t - 2] & kDigit) == 0 && !digits) return 2;
  const bool two = (word(1) == than && kMore.has(word(2))) || (word(2) == at && kLeast.has(word(1))) || (word(2) == up && word(1) == to);
  if (two) return article + 2;
  return word(1) == as && word(3) == as && kMany.has(word(2)) ? article + 3 : 0;
}

// Whether the token is a slash with words on both sides and no space.
bool glued_slash(const Document& doc, std::uint32_t t) {
  const Tokens& tokens = doc.tokens;
  return doc.text[tokens.begin[t]] == '/' && tokens.end[t] - tokens.begin[t] == 1 &&
         ((tokens.shape[t] | tokens.shape[t + 1]) & kSpaceBefore) == 0 && ((tokens.shape[t - 1] | tokens.shape[t + 1]) & kMark) == 0;
}

// "As per | the report", "said | as follows:", "put it | like this:": the class of the unit that the word at `t` forms with the next; 0 for
// none. Near misses: "as the list follows", "they like this port".
char with_next(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  static const std::uint32_t as = look_up("as").id, per = look_up("per").id, follows = look_up("follows").id;
  static const std::uint32_t like = look_up("like").id, this_ = look_up("this").id;
  const std::uint32_t id = doc.tokens.word[t]->id;
  if ((id != as && id != like) || t + 2 >= sentence.last) return 0;
  const std::uint32_t next = doc.tokens.word[t + 1]->id;
  const char behind = doc.tokens.tag[t + 2];
  if (id == like) return next == this_ && behind == tag::kColon ? 'r' : 0;
  if (next == per) return 'i';
  return next == follows && (behind == tag::kColon || behind == tag::kComma || behind == tag::kOpenQuote) ? 'r' : 0;
}

constexpr std::uint8_t kCount = kDigit | kHyphen;  // 7-2

// Whether the token is a count of votes behind a verb and before what was voted: voted 7-2 | to.
bool counts_votes(const Document& doc, const Sentence& sentence, std::uint32_t t) {
  if ((doc.tokens.shape[t] & kCount) != kCount || t == sentence.first || t + 1 >= sentence.last) return false;
  const char before = doc.tokens.tag[t - 1], behind = doc.tokens.tag[t + 1];
  const bool verb = before == tag::kPast || before == tag::kParticiple || before == tag::kPresent || before == tag::kVerb;
  static const std::uint32_t that = look_up("that").id;
  return verb && (behind == tag::kTo || doc.tokens.word[t + 1]->id == that);
}

// Adds the units of the words from `t` on, before `end`, of which nothing needs a closer look: neither their classes nor their spelling
// make anything unusual of them, nor what stands behind. One branch a word, which nearly always goes the same way. Where they end.
std::uint32_t pass_usual(const Document& doc, std::uint32_t t, std::uint32_t end, Units& out, std::uint32_t& count) {
  static const FewWords spelt{"that", "as", "like", "if", "whether", "but", "what", "when", "where", "including", "comprising", "per",
                              "half", "dozen", "dozens"};
  const Word* const* const words = doc.tokens.word.data();
  const char* const tags = doc.tokens.tag.data();
  const std::uint8_t* const shapes = doc.tokens.shape.data();
  const std::uint32_t* const begins = doc.tokens.begin.data();
  const char* const text = doc.text.data();
  Unit* const units = out.units.data();
  char* const classes = out.classes.data();
  std::uint32_t n = count;
  for (; t < end; ++t, ++n) {
    const Word& word = *words[t];
    const Usual& usual = kUsual[static_cast<std::size_t>(tags[t]) & 127U];
    const auto opens = static_cast<unsigned char>(text[begins[t]]);
    const bool may_be_clitic = usual.finite & ((opens == '\'') | (opens == 0xE2));
    const bool slash_behind = tags[t + 1] == tag::kMarkOther;
    const bool votes = (shapes[t] & kCount) == kCount;
    const bool of_itself = (usual.class_byte != 0) & ((word.classes & usual.unless) == 0) & !spelt.may_have(word.id);
    if (!of_itself | may_be_clitic | slash_behind | votes) break;
    units[n] = {t, t + 1, -1};
    classes[n] = usual.class_byte;
  }
  count = n;
  return t;
}

// The first token behind the dash, bullet or asterisk that makes a paragraph an item of a list: "- Reyes said it leaks".
std::uint32_t behind_bullet(const Document& doc, const Sentence& sentence) {
  const std::uint32_t t = sentence.first;
  const bool opens = sentence.quote < 0 && doc.blocks[sentence.block].first == t && t + 3 < sentence.last;
  const bool mark = opens && (doc.tokens.tag[t] == tag::kDash || doc.tokens.tag[t] == tag::kMarkOther);
  if (!mark || (doc.tokens.shape[t + 1] & kSpaceBefore) == 0) return t;
  static constexpr std::array<std::string_view, 9> kBullets{"-", "–", "—", "•", "·", "*", "‣", "▪", "◦"};
  return std::find(kBullets.begin(), kBullets.end(), doc.words(t)) != kBullets.end() ? t + 1 : t;
}

}  // namespace

void read_units(const Document& doc, const Sentence& sentence, std::uint32_t first_quote, Units& out) {
  const std::uint32_t most = sentence.last - sentence.first;
  out.units.resize(most);
  out.classes.resize(most);
  std::uint32_t count = 0;
  std::size_t q = first_quote;
  std::uint32_t next_quote = 0;  // the token at which quotation q opens
  static const FewWords may_be_amount(kAmounts);
  std::uint32_t described = 0;   // the end of one whose words describe
  const auto find_next = [&](std::uint32_t t) {
    while (q < doc.quotes.size() && doc.quotes[q].open < t) ++q;
    next_quote = q < doc.quotes.size() ? doc.quotes[q].open : ~0U;
  };
  const std::uint32_t begin = behind_bullet(doc, sentence);
  find_next(begin);
  for (std::uint32_t t = begin; t < sentence.last;) {
    if (next_quote < t) find_next(t);
    if (t >= described && next_quote != t) {
      t = pass_usual(doc, t, std::min(next_quote, sentence.last - 1), out, count);  // the last has nothing behind it
      if (next_quote == t) continue;
    }
    if (next_quote == t && opaque(doc, sentence, doc.quotes[q])) {
      const Quote& quote = doc.quotes[q];
      const std::uint32_t last = std::min(quote.closed ? quote.close + 1 : quote.close, sentence.last);
      out.units[count] = {t, last, static_cast<std::int32_t>(q)};
      out.classes[count++] = 'Q';
      t = last;
      continue;
    }
    if (next_quote == t && describes(doc, doc.quotes[q], sentence.last)) described = doc.quotes[q].close;
    // "9/11", "Ohio/Kentucky": one word, of the class of its last part.
    const std::uint32_t first = t;
    if (const char fixed = with_next(doc, sentence, t); fixed != 0) {
      out.units[count] = {t, t + 2, -1};
      out.classes[count++] = fixed;
      t += 2;
      continue;
    }
    while (t + 2 < sentence.last && doc.tokens.tag[t + 1] == tag::kMarkOther && glued_slash(doc, t + 1)) t += 2;
    const char tag = doc.tokens.tag[t];
    out.units[count] = {first, t + 1, -1};
    out.classes[count] = counts_votes(doc, sentence, t) ? 'r' : class_of(doc, sentence, t);
    static constexpr ClassSet kDescribe("gedvzr");
    if (t < described && kDescribe.has(out.classes[count])) out.classes[count] = 'j';
    if (out.classes[count] == '#' || may_be_amount.may_have(doc.tokens.word[t]->id))
      if (const std::uint32_t back = before_number(doc, sentence, t); back > 0 && back <= count) {
        const bool number = out.classes[count - back] == '#';  // one | in three
        out.classes.replace(count - back, back, back, '#');
        if (!number) out.classes[count - back] = 'D';  // whatever stands before it is another group
      }
    count += (tag != tag::kOpenQuote) & (tag != tag::kCloseQuote) ? 1U : 0U;  // the marks of a short quotation are passed over
    ++t;
  }
  out.units.resize(count);
  out.classes.resize(count);
}

}  // namespace onrecord
