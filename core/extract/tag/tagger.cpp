#include "extract/tag/tagger.h"

#include <array>

#include "extract/tag/calendar_names.h"
#include "extract/tag/mend_tags.h"
#include "extract/tag/tag_rules.h"
#include "lexicon/fold_hash.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;

// Which words an article writes with a capital inside sentences, and which in small letters: a bit for each word there is, so that an
// article costs no allocation.
class SeenWords {
 public:
  void add(std::uint32_t id, bool seen) { bits_[id >> 6] |= std::uint64_t{seen} << (id & 63); }
  [[nodiscard]] bool has(std::uint32_t id) const { return (bits_[id >> 6] >> (id & 63) & 1) != 0; }

 private:
  std::array<std::uint64_t, (1U << lexicon::kIdBits) / 64> bits_{};
};

constexpr std::array<char, 128> make_mark_tags() {
  std::array<char, 128> tags{};
  for (char& tag : tags) tag = tag::kMarkOther;
  const auto set = [&](std::string_view marks, char tag) {
    for (const char mark : marks) tags[static_cast<std::size_t>(mark)] = tag;
  };
  set(",", tag::kComma), set(".!?", tag::kStop), set(":", tag::kColon), set(";", tag::kSemicolon);
  set("-", tag::kDash), set("([{", tag::kOpen), set(")]}", tag::kClose), set("&", tag::kConjunction), set("%", tag::kNoun);
  return tags;
}
constexpr auto kMarkTags = make_mark_tags();

char mark_tag(std::string_view mark) {
  if (const auto byte = static_cast<unsigned char>(mark[0]); byte < 128) return kMarkTags[byte];
  if (mark == "\u2013" || mark == "\u2014" || mark == "\u2015") return tag::kDash;
  return mark == "\u2026" ? tag::kStop : tag::kMarkOther;
}

bool ends(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 1 && word.ends_with(ending);
}

// A word in small letters that no list has, by its ending.
char tag_by_ending(std::string_view word) {
  if (ends(word, "ing")) return tag::kGerund;
  if (ends(word, "ed")) return tag::kParticiple;
  if (ends(word, "ly")) return tag::kAdverb;
  for (const std::string_view ending : {"ous", "ful", "less", "able", "ible", "ic", "ive", "ish", "like", "wide", "proof"})
    if (ends(word, ending)) return tag::kAdjective;
  if (ends(word, "s") && !ends(word, "ss") && !ends(word, "us") && !ends(word, "is")) return tag::kNouns;
  return tag::kNoun;
}

// What follows the last hyphen decides: "54-year-old", "state-owned", "co-founder", "run-up".
char tag_by_parts(std::string_view word) {
  const std::string_view last = word.substr(word.rfind('-') + 1);
  const Word& known = look_up(last);
  const char tag = known.id ? known.tag : tag_by_ending(last);
  switch (tag) {
    case tag::kPast:
    case tag::kParticiple:
    case tag::kGerund:
    case tag::kVerb:
    case tag::kNumber: return tag::kAdjective;
    case tag::kPreposition:
    case tag::kParticle:
    case tag::kAdverb: return ends(word, "ly") ? tag::kAdverb : tag::kNoun;
    case tag::kNoun: return tag::kNoun;
    case tag::kNouns:
    case tag::kAdjective: return tag;
    default: return tag::kAdjective;
  }
}

char tag_of_number(std::string_view word) {
  const char last = word.back();
  if (last == 's') return tag::kNouns;                                         // 1990s
  if (ends(word, "th") || ends(word, "st") || ends(word, "nd") || ends(word, "rd")) return tag::kAdjective;
  return tag::kNumber;
}

char tag_unknown(std::string_view word, std::uint8_t shape) {
  if (word[0] == '@' || word[0] == '#') return tag::kName;
  if (shape & kDigit || word[0] == '\'') return shape & kHyphen ? tag::kAdjective : tag_of_number(word);
  if (shape & (kCapital | kAllCapitals)) return tag::kName;
  if (shape & kHyphen) return tag_by_parts(word);
  return tag_by_ending(word);
}


// Whether an apostrophe that stands alone belongs to the word before it: "voters' rights".
bool possessive(const Document& doc, std::uint32_t at, std::string_view mark) {
  if (mark != "'" && mark != "\u2019") return false;
  if (at == 0 || doc.tokens.shape[at] & kSpaceBefore || doc.tokens.shape[at - 1] & kMark) return false;
  const char last = doc.text[doc.tokens.end[at - 1] - 1];
  return last == 's' || last == 'S' || last == 'z' || last == 'x';
}

// Whether a block is a headline in title case: three of four longer words begin with a capital.
bool in_title_case(const Document& doc, const TokenBlock& block) {
  if (block.role != Role::Title && block.role != Role::Subtitle) return false;
  std::uint32_t capital = 0, all = 0;
  for (std::uint32_t i = block.first; i < block.last; ++i) {
    if (doc.tokens.shape[i] & (kMark | kDigit) || doc.tokens.end[i] - doc.tokens.begin[i] < 4) continue;
    ++all;
    capital += doc.tokens.shape[i] & kCapital ? 1U : 0U;
  }
  return all >= 3 && capital * 4 >= all * 3;
}

// "Mayor Vows to Close Bridge": ordinary words get the tags they have in small letters, unless they are names as well.
void tag_title_case(Document& doc, const TokenBlock& block, const SeenWords& capital, const SeenWords& small) {
  Tokens& t = doc.tokens;
  for (std::uint32_t i = block.first; i < block.last; ++i) {
    const Word& word = *t.word[i];
    if (t.shape[i] & kMark || !(t.shape[i] & kCapital) || word.id == 0) continue;
    const bool may_name = word.classes & (kMaleName | kFemaleName | kSurname | kPlace) || capital.has(word.id);
    const bool ordinary = word.classes & (kCommonWord | kFunctionWord);
    if (ordinary && (!may_name || small.has(word.id))) t.tag[i] = word.tag;
  }
}

}  // namespace

void tag_without_context(Document& doc) {
  Tokens& t = doc.tokens;
  SeenWords capital, small;
  std::uint32_t headlines_end = 0;
  for (const TokenBlock& block : doc.blocks)
    if (in_title_case(doc, block)) headlines_end = block.last;
    else break;
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    const Word& word = *t.word[i];
    const std::uint8_t shape = t.shape[i];
    if (shape & kMark) {
      const std::string_view mark = doc.words(i);
      t.tag[i] = possessive(doc, i, mark) ? tag::kPossessive : mark_tag(mark);
    } else if (word.id == 0) {
      t.tag[i] = tag_unknown(doc.words(i), shape);
    } else {  // most words, so without a branch
      const bool is_capital = (shape & kCapital) != 0, first = (shape & kFirst) != 0;
      small.add(word.id, !is_capital);
      capital.add(word.id, is_capital & !first & (i >= headlines_end));
      const bool ordinary = first & ((word.classes & (kCommonWord | kFunctionWord)) != 0);
      t.tag[i] = is_capital & !ordinary ? word.capital_tag : word.tag;
    }
  }
  for (const TokenBlock& block : doc.blocks)
    if (block.last <= headlines_end) tag_title_case(doc, block, capital, small);
    else break;
  // "to" is what stands before a verb until the rules have found out whether there is one.
  const std::uint32_t to = to_id();
  for (std::uint32_t i = 0; i < t.size(); ++i) {
    if (t.word[i]->id != to) continue;
    const bool verb = i + 1 < t.size() && !(t.shape[i + 1] & kMark) && (i < headlines_end || !(t.shape[i + 1] & kCapital)) &&
                      (t.word[i + 1]->tags & tag_bit(tag::kVerb) || t.tag[i + 1] == tag::kAdverb);
    t.tag[i] = verb ? tag::kTo : tag::kPreposition;
  }
  // An ordinary word at a sentence's start is a name when the article elsewhere writes it as one, and never small.
  const auto settle = [&](const Sentence& sentence) {
    std::uint32_t i = sentence.first;
    while (i < sentence.last && t.shape[i] & kMark) ++i;
    if (i == sentence.last || (t.shape[i] & (kFirst | kCapital)) != (kFirst | kCapital)) return;
    const Word& word = *t.word[i];
    if (word.id && !(word.classes & kFunctionWord) && capital.has(word.id) && !small.has(word.id))
      t.tag[i] = word.capital_tag;
  };
  for (const Sentence& sentence : doc.sentences) settle(sentence);
  for (const Sentence& sentence : doc.inner) settle(sentence);
  for (const Quote& quote : doc.quotes) {
    if (quote.open < t.size() && t.shape[quote.open] & kMark) t.tag[quote.open] = tag::kOpenQuote;
    if (quote.closed && quote.close < t.size()) t.tag[quote.close] = tag::kCloseQuote;
  }
}

void apply_tag_rules(const TagRules& rules, Document& doc) {
  Tokens& t = doc.tokens;
  TagView view{t.word.data(), t.shape.data(), t.tag.data(), 0, 0};
  for (const TokenBlock& block : doc.blocks) {
    view.first = block.first;
    view.last = block.last;
    rules.apply(view);
  }
}

void tag_tokens(Document& doc) {
  free_calendar_names(doc);
  tag_without_context(doc);
  apply_tag_rules(TagRules::built_in(), doc);
  mend_tags(doc);
}

}  // namespace onrecord
