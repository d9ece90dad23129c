#include "score/agree.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/iso_date.h"
#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

using Words = std::vector<std::string>;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A name's words, folded, without what does not tell people apart.
Words name_key(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kPassedOver = {
      "the", "a", "an", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "senator"};
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  folded.foldCase();
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_SUCCESS(status)) folded = nfkd->normalize(folded, status);
  icu::UnicodeString plain;
  for (int32_t i = 0; i < folded.length();) {
    const UChar32 c = folded.char32At(i);
    i += U16_LENGTH(c);
    if (u_getCombiningClass(c) == 0) plain.append(c);
  }
  plain.findAndReplace(icu::UnicodeString(u"’s"), icu::UnicodeString());
  plain.findAndReplace(icu::UnicodeString(u"'s"), icu::UnicodeString());
  Words words(1);
  for (int32_t i = 0; i < plain.length();) {
    const UChar32 c = plain.char32At(i);
    i += U16_LENGTH(c);
    constexpr auto kWord = static_cast<std::uint32_t>(U_GC_L_MASK | U_GC_N_MASK);
    if (c == '_' || (U_MASK(u_charType(c)) & kWord) != 0) {
      icu::UnicodeString(c).toUTF8String(words.back());
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  std::erase_if(words, [](const std::string& w) { return w.empty() || is_one_of(w, kPassedOver); });
  return words;
}

std::string compared(const Words& words, bool strict) {
  static constexpr std::array<std::string_view, 4> kSuffixes = {"jr", "sr", "ii", "iii"};
  std::string last = words.back();
  for (auto w = words.rbegin(); w != words.rend(); ++w) {
    if (!is_one_of(*w, kSuffixes)) {
      last = *w;
      break;
    }
  }
  if (!strict) return last;
  return words.size() > 1 ? words.front() + ' ' + last : words.front();
}

std::vector<std::string> compared_names(std::string_view joined, bool strict) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= joined.size();) {
    const std::size_t end = std::min(joined.find(';', at), joined.size());
    const Words words = name_key(joined.substr(at, end - at));
    if (!words.empty()) out.push_back(compared(words, strict));
    at = end + 1;
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b, bool strict) {
  return compared_names(a, strict) == compared_names(b, strict);
}

bool same_date(std::string_view gold, std::string_view predicted) {
  if (gold.empty() || predicted.empty()) return false;
  if (gold == predicted) return true;
  const auto want = parse_iso_date(gold);
  if (!want || want->precision == DatePrecision::Day) return false;
  if (want->precision != DatePrecision::Week) return predicted.substr(0, gold.size()) == gold;
  const auto got = parse_iso_date(predicted);
  return got && got->precision == DatePrecision::Day && week_of(*got) == *want;
}

std::string_view source_form(std::string_view mention) {
  static constexpr std::array<std::string_view, 24> kPronouns = {
      "he",  "she", "it",    "they", "we",   "i",    "you",  "one",  "him",     "her",      "them",    "us",
      "me",  "his", "their", "our",  "my",   "its",  "your", "both", "himself", "herself", "everyone", "someone"};
  static constexpr std::array<std::string_view, 5> kRelative = {"who", "which", "that", "whom", "whose"};
  static constexpr std::array<std::string_view, 8> kInsideNames = {"of", "the", "de", "la", "van", "von", "and", "for"};
  // The words before the first comma or relative pronoun, and whether any follow.
  Words words;
  std::vector<bool> capital;
  bool more = false;
  for (std::size_t at = 0; at < mention.size() && !more;) {
    const Char c = char_at(mention, at);
    if (is_letter(c.code) || is_digit(c.code) || c.code == U'\'' || c.code == 0x2019 || c.code == U'.' || c.code == U'-') {
      if (at == 0 || words.empty() || is_space(char_before(mention, at).code)) {
        words.emplace_back();
        capital.push_back(is_upper(c.code));
      }
      words.back().append(mention.substr(at, c.size));
    } else if (c.code == U',' || c.code == U'(') {
      more = !words.empty() && !trim(mention.substr(at + c.size)).empty();
    }
    at += c.size;
    const bool ends = at >= mention.size() || is_space(char_at(mention, at).code);
    if (ends && words.size() > 1 && is_one_of(lower_ascii(words.back()), kRelative)) {
      words.pop_back();
      capital.pop_back();
      more = true;
    }
  }
  if (words.empty()) return "none";
  const std::string first = lower_ascii(words.front());
  if (words.size() == 1 && !more) {
    if (is_one_of(first, kPronouns)) return "pronoun";
    if (is_one_of(first, kRelative)) return "relative";
  }
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (capital[i]) {
      ++capitals;
    } else if (!is_one_of(lower_ascii(words[i]), kInsideNames)) {
      ++small;
    }
  }
  const bool determined = first == "the" || first == "a" || first == "an" || !capital.front();
  if (!capital.back() || capitals == 0) return more && !determined && small == 0 ? "name and apposition" : "noun";
  if (small > 0) return "role and name";
  if (more) return "name and apposition";
  if (words.size() - (determined ? 1 : 0) == 1) return "one name";
  return "several names";
}

}  // namespace onrecord
