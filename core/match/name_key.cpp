#include "match/name_key.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <tuple>
#include <vector>

#include "text/folded_words.h"

namespace onrecord {
namespace {

bool is_initial(std::string_view word) { return word.size() < 2; }

bool is_suffix(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kSuffixes = {"jr", "sr", "ii", "iii", "iv", "junior", "senior", "phd"};
  return std::find(kSuffixes.begin(), kSuffixes.end(), word) != kSuffixes.end();
}

// "HIllary": a second capital that the shift key was held for, and then small letters.
bool has_slip(std::string_view name) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t i = 0; i + 3 < name.size(); ++i) {
    const bool begins = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-';
    if (begins && upper(name[i]) && upper(name[i + 1]) && lower(name[i + 2]) && lower(name[i + 3])) return true;
  }
  return false;
}

// How well a name is written: capitals throughout are a typesetter's, accents are the bearer's.
std::tuple<bool, bool, std::ptrdiff_t> writing(std::string_view name) {
  const bool has_lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const std::ptrdiff_t beyond_ascii =
      std::count_if(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
  return {has_lower, !has_slip(name), beyond_ascii};
}

std::vector<std::uint16_t> letter_pairs(std::string_view folded) {
  std::vector<std::uint16_t> pairs;
  for (std::size_t i = 0; i + 1 < folded.size(); ++i) {
    pairs.push_back(static_cast<std::uint16_t>(static_cast<unsigned char>(folded[i]) << 8U |
                                               static_cast<unsigned char>(folded[i + 1])));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::string name_key(std::string_view name) { return folded_words(name); }

bool names_identity(std::string_view name, SpeakerKind kind, bool unnamed) {
  if (unnamed) return false;
  const std::string folded = folded_words(name);
  const auto words = split_folded(folded);
  if (kind != SpeakerKind::Person && kind != SpeakerKind::Unknown) return !words.empty();
  return std::count_if(words.begin(), words.end(), [](std::string_view w) { return !is_initial(w) && !is_suffix(w); }) >= 2;
}

bool better_name(std::string_view name, std::string_view shown) {
  const auto a = writing(name), b = writing(shown);
  if (a != b) return a > b;
  if (name.size() != shown.size()) return name.size() < shown.size();  // "O'Brien" before "O' Brien"
  return name < shown;
}

std::string name_fingerprint(std::string_view name) {
  const std::string folded = folded_words(name);
  std::vector<std::string_view> words = split_folded(folded);
  std::erase_if(words, [](std::string_view w) { return is_initial(w) || is_suffix(w); });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// Letters that sound alike share a digit, as in Soundex; vowels part them, doubled ones count once.
std::string name_sound(std::string_view name) {
  static constexpr std::string_view kCodes = "01230120022455012623010202";  // of a to z; 0: not heard
  const std::string folded = folded_words(name);
  std::vector<std::string_view> words = split_folded(folded);
  std::erase_if(words, is_suffix);
  if (words.empty()) return {};
  std::string out;
  char last = '0';
  for (const char c : words.back()) {
    if (c < 'a' || c > 'z') continue;
    const char code = kCodes[static_cast<std::size_t>(c - 'a')];
    if (out.empty()) {
      out += c;
    } else if (code != '0' && code != last) {
      out += code;
    }
    if (c != 'h' && c != 'w') last = code;
    if (out.size() == 4) break;
  }
  return out;
}

double name_likeness(std::string_view a, std::string_view b) {
  const auto left = letter_pairs(folded_words(a)), right = letter_pairs(folded_words(b));
  if (left.empty() || right.empty()) return 0;
  std::vector<std::uint16_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

}  // namespace onrecord
