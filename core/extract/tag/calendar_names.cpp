#include "extract/tag/calendar_names.h"

#include <algorithm>
#include <array>

#include "lexicon/name_words.h"

namespace onrecord {
namespace {

using namespace word_class;

// Days of the week behind a name are left alone: "met with Ryan Sunday" tells when.
bool month(const Document& doc, std::uint32_t t) {
  return ((doc.tokens.shape[t] & (kCapital | kMark)) == kCapital) & ((doc.tokens.word[t]->classes & kMonth) != 0);
}

// "“It leaks,” Jan said", "“It leaks,” said Jan": beside a verb of quoting, behind a quotation.
bool speaks(const Document& doc, std::uint32_t t) {
  const Tokens& tokens = doc.tokens;
  const auto quotes = [&](std::uint32_t k) { return k < tokens.size() && (tokens.word[k]->classes & kTakesQuote) != 0; };
  const auto closes = [&](std::uint32_t k) {
    const std::string_view mark = doc.words(k);
    return (tokens.shape[k] & kMark) != 0 && (mark == "\"" || mark == "”" || mark == "’" || mark == "'");
  };
  return t > 1 && ((quotes(t + 1) && closes(t - 1)) || (quotes(t - 1) && closes(t - 2)));
}

// "Tessa May", "Mrs May": behind a word with a capital that stands before names.
bool named(const Document& doc, std::uint32_t t) {
  if (speaks(doc, t)) return true;
  if (t == 0 || (doc.tokens.shape[t - 1] & (kCapital | kMark)) != kCapital || (doc.tokens.shape[t] & kSpaceBefore) == 0) return false;
  const Bits classes = doc.tokens.word[t - 1]->classes;
  return (classes & (kTitle | kMaleName | kFemaleName)) != 0 && (classes & (kMonth | kWeekday | kFunctionWord)) == 0;
}

// "in May", "last May", "May 5", "May and June": what can only be the date.
bool dated(const Document& doc, std::uint32_t t) {
  static const auto before = [] {
    std::array<std::uint32_t, 19> out{};
    std::size_t i = 0;
    for (const char* word : {"in", "on", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "every", "each",
                             "during",
                             "through", "between", "the", "before", "after"})
      out[i++] = look_up(word).id;
    return out;
  }();
  const Tokens& tokens = doc.tokens;
  if (t + 1 < tokens.size() && (tokens.shape[t + 1] & kDigit) != 0) return true;
  if (t == 0) return false;
  if ((tokens.shape[t - 1] & kDigit) != 0) return true;
  return std::find(before.begin(), before.end(), tokens.word[t - 1]->id) != before.end() && tokens.word[t - 1]->id != 0;
}

// "The Sunday Mirror". Near miss: "on Sunday the Mirror said".
bool paper_of_day(const Document& doc, std::uint32_t t) {
  return (doc.tokens.word[t]->classes & kWeekday) != 0 && t + 1 < doc.tokens.size() && is_paper_of_day(doc.words(t + 1));
}

// "Barrister Sunday Ikwe": a title before it, behind it a word that lists know for nothing else than a surname. Near miss: "Mayor Sunday
// said", "the Mayor Sunday Night".
bool given_day(const Document& doc, std::uint32_t t) {
  const Tokens& tokens = doc.tokens;
  if ((tokens.word[t]->classes & kWeekday) == 0 || t == 0 || t + 1 >= tokens.size()) return false;
  const auto capital = [&](std::uint32_t k) { return (tokens.shape[k] & (kCapital | kMark)) == kCapital; };
  if (!capital(t - 1) || !capital(t) || !capital(t + 1) || (tokens.shape[t + 1] & kFirst) != 0) return false;
  constexpr Bits kOther = kCommonWord | kFunctionWord | kPlace | kOrganizationName | kGroup | kMonth | kWeekday | kTitle | kDemonym;
  return (tokens.word[t - 1]->classes & kAnyTitle) != 0 && (tokens.word[t + 1]->classes & kOther) == 0;
}

}  // namespace

void free_calendar_names(Document& doc) {
  Tokens& tokens = doc.tokens;
  const Word& unknown = look_up("");
  std::array<const Word*, 4> people{};  // no article has more of them
  std::size_t count = 0;
  for (std::uint32_t t = 1; t < tokens.size(); ++t) {
    if ((tokens.word[t]->classes & (kMonth | kWeekday)) == 0) continue;
    if (paper_of_day(doc, t) || given_day(doc, t)) tokens.word[t] = &unknown;
    if (count < people.size() && month(doc, t) && named(doc, t) && !dated(doc, t) &&
        std::find(people.begin(), people.begin() + count, tokens.word[t]) == people.begin() + count)
      people[count++] = tokens.word[t];
  }
  if (count == 0) return;
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    if (!month(doc, t) || std::find(people.begin(), people.begin() + count, tokens.word[t]) == people.begin() + count) continue;
    if (named(doc, t) || !dated(doc, t)) tokens.word[t] = &unknown;
  }
}

}  // namespace onrecord
