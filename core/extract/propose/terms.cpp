#include "extract/propose/terms.h"

#include "base/halving.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

using namespace word_class;

constexpr std::uint32_t kMostWords = 12;  // no title or term is longer

struct Inside {
  std::uint32_t words = 0;
  std::uint32_t with_capital = 0;
  bool capitals = true;      // every word has one, small words of titles after the first aside
  bool all_capitals = true;  // DWTS
  bool exclaims = false;     // ends in ! or ?
};

// "The Bridge of a Thousand Boats". Near miss: "That would be Ana Reyes", whose verbs have no capital.
bool is_small_in_titles(const Word& word) {
  constexpr std::uint32_t kSmall = tag_bits("Ditc");
  return (word.classes & kFunctionWord) != 0 && (tag_bit(word.tag) & kSmall) != 0;
}

Inside look_inside(const Document& doc, const Quote& quote) {
  Inside out;
  const Tokens& t = doc.tokens;
  for (std::uint32_t i = quote.open + 1; i < quote.close && i < t.size() && out.words <= kMostWords; ++i) {
    if ((t.shape[i] & kMark) != 0) {
      const char mark = doc.text[t.begin[i]];
      out.exclaims = mark == '!' || mark == '?';
      continue;
    }
    out.exclaims = false;
    if (doc.text[t.begin[i]] == '\'' || static_cast<unsigned char>(doc.text[t.begin[i]]) == 0xE2) continue;  // 's
    const bool capital = (t.shape[i] & (kCapital | kDigit)) != 0;
    const bool small_word = out.words > 0 && is_small_in_titles(*t.word[i]);
    out.with_capital += capital ? 1U : 0U;
    out.capitals &= capital || small_word;
    out.all_capitals &= (t.shape[i] & kAllCapitals) != 0;
    ++out.words;
  }
  return out;
}

// Words after which a name or a term stands in marks.
bool introduces_term(const Document& doc, std::uint32_t word) {
  static const auto any = ids_of("titled", "entitled", "so-called", "nicknamed", "term", "terms", "word", "words", "termed", "dubbed",
                                 "nickname", "subtitled", "codenamed", "renamed");
  static const auto passive = ids_of("called", "named", "labeled", "labelled");  // "a show called"; not "she called it"
  const std::uint32_t id = doc.tokens.word[word]->id;
  return any.has(id) || (doc.tokens.tag[word] == tag::kParticiple && passive.has(id));
}

// Whether capitals tell nothing where `token` stands: a title's words all have them.
bool capitals_tell_nothing(const Document& doc, std::uint32_t token) {
  const auto it = first_without(doc.blocks, [&](const TokenBlock& block) { return block.last <= token; });
  return it != doc.blocks.end() && it->role == Role::Title;
}

// A noun whose name may follow in marks: the song "Tides", the film "Gap".
bool is_work(const Document& doc, std::uint32_t word) {
  static const auto works = ids_of("song", "film", "movie", "show", "series", "book", "novel", "album", "play", "musical", "program",
                                   "programme", "podcast", "magazine", "episode", "documentary", "single", "track", "poem",
                                   "painting", "game", "sitcom", "memoir", "memoirs", "autobiography", "essay", "hit", "sequel",
                                   "opera", "ballad", "thriller", "bestseller");
  return works.has(doc.tokens.word[word]->id);
}

// "the slogan “Every boat counts”", "the hashtag …": words that are quoted as a thing, however long.
bool is_motto(const Document& doc, std::uint32_t word) {
  static const auto mottoes = ids_of("slogan", "slogans", "motto", "hashtag", "mantra", "catchphrase", "tagline", "byword");
  return mottoes.has(doc.tokens.word[word]->id);
}

// "a “wise man” icon", "the “whistleblower’s” identity", "the “reset” failed": a word or two in marks that tell of the noun behind them
// are a term. What begins with a verb ("to “keep out” boats") or stands in no noun's place is the speaker's own.
bool qualifies_noun(const Document& doc, const Quote& quote) {
  constexpr std::uint32_t kMostTermWords = 3;
  const Tokens& t = doc.tokens;
  const std::uint32_t behind = quote.close + 1;
  if (quote.open == 0 || behind >= t.size()) return false;
  const std::uint32_t words = look_inside(doc, quote).words;
  if (words > kMostTermWords) return false;
  // "when the “reset” failed"
  if (words == 1 && doc.words(quote.open - 1) == "the") return true;
  const char before = t.tag[quote.open - 1];
  if (before != tag::kDeterminer && before != tag::kAdjective && before != tag::kPreposition && before != tag::kPossessive &&
      before != tag::kPossessivePronoun && before != tag::kName)
    return false;
  return (t.tag[behind] == tag::kNoun || t.tag[behind] == tag::kNouns) && (t.shape[behind] & (kCapital | kMark)) == 0;
}

}  // namespace

bool is_term(const Document& doc, const Quote& quote) {
  if (!quote.closed) return false;
  const Inside inside = look_inside(doc, quote);
  if (inside.words == 0) return true;
  if (inside.words > kMostWords) return false;
  const bool capitals_tell = !capitals_tell_nothing(doc, quote.open);
  if (capitals_tell && inside.with_capital >= 2 && inside.capitals && !inside.all_capitals && !inside.exclaims) return true;
  if (capitals_tell && inside.words == 1 && inside.all_capitals) return true;
  // What stands in front, a determiner passed over.
  std::uint32_t before = quote.open;
  while (before > 0 && (doc.tokens.tag[before - 1] == tag::kDeterminer || doc.tokens.tag[before - 1] == tag::kComma)) --before;
  if (before == 0 || (doc.tokens.shape[before - 1] & kMark) != 0) return false;
  if (inside.words <= 4 && introduces_term(doc, before - 1)) return true;
  if (is_motto(doc, before - 1) || qualifies_noun(doc, quote)) return true;
  return capitals_tell && inside.capitals && is_work(doc, before - 1);
}

}  // namespace onrecord
