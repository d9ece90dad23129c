#include "text/folded_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace onrecord {
namespace {

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_word(UChar32 c) {
  const auto kind = static_cast<unsigned>(U_MASK(u_charType(c)));
  return (kind & static_cast<unsigned>(U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK)) != 0;
}

// Appends `word` folded; what in it is no letter or digit becomes a blank.
void fold_beyond_ascii(std::string_view word, std::string& out) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int>(word.size())));
  if (U_SUCCESS(error)) wide = decompose->normalize(wide, error);
  wide.foldCase();
  for (int i = 0; i < wide.length();) {
    const UChar32 c = wide.char32At(i);
    i += U16_LENGTH(c);
    if (is_word(c)) {
      icu::UnicodeString(c).toUTF8String(out);
    } else if ((static_cast<unsigned>(U_MASK(u_charType(c))) & static_cast<unsigned>(U_GC_M_MASK)) == 0 && !out.empty() &&
               out.back() != ' ') {
      out += ' ';
    }
  }
}

}  // namespace

std::size_t mark_beyond_ascii(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : '\0'); };
  if (byte(at) == 0xE2 && byte(at + 1) == 0x80) return 3;
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xA0 || byte(at + 1) == 0xAB || byte(at + 1) == 0xBB)) return 2;
  return 0;
}

std::string folded_words(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto end_word = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_ascii_word(c)) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      ++at;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      end_word();
      ++at;
    } else if (const std::size_t mark = mark_beyond_ascii(text, at); mark != 0) {
      end_word();
      at += mark;
    } else {
      // A letter beyond ASCII, or a combining mark: ICU folds the word it stands in, from its beginning.
      std::size_t begin = at;
      while (begin > 0 && is_ascii_word(text[begin - 1])) --begin;
      out.resize(out.size() - (at - begin));
      std::size_t end = at;
      while (end < text.size() && (is_ascii_word(text[end]) || (static_cast<unsigned char>(text[end]) >= 0x80 &&
                                                                  mark_beyond_ascii(text, end) == 0))) {
        ++end;
      }
      fold_beyond_ascii(text.substr(begin, end - begin), out);
      at = end;
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string sort_form(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> kBeside[] = {{"æ", "ae"}, {"œ", "oe"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"},
                                                                             {"ħ", "h"},  {"ı", "i"},  {"ł", "l"}, {"þ", "th"}, {"ŧ", "t"}};
  const std::string folded = folded_words(text);
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view letter = std::string_view(folded).substr(at, 2);
    const auto* beside = static_cast<unsigned char>(folded[at]) < 0x80
                             ? std::end(kBeside)
                             : std::find_if(std::begin(kBeside), std::end(kBeside), [&](const auto& b) { return b.first == letter; });
    if (beside == std::end(kBeside)) out += folded[at++];
    else out += beside->second;
    if (beside != std::end(kBeside)) at += 2;
  }
  return out;
}

std::vector<std::string_view> split_folded(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool has_folded_words(std::string_view text, std::string_view wanted) {
  const auto words = split_folded(text);
  for (const std::string_view word : split_folded(wanted))
    if (std::find(words.begin(), words.end(), word) == words.end()) return false;
  return true;
}

bool has_folded_phrase(std::string_view text, std::string_view wanted) {
  const bool beginning = wanted.ends_with('*');
  if (beginning) wanted.remove_suffix(1);
  if (wanted.empty()) return false;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    if ((at == 0 || text[at - 1] == ' ') && (beginning || end == text.size() || text[end] == ' ')) return true;
  }
  return false;
}

}  // namespace onrecord
