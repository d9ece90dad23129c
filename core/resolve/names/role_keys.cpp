#include "resolve/names/role_keys.h"

#include <algorithm>
#include <array>
#include <string>

#include "lexicon/role_words.h"
#include "resolve/names/names.h"
#include "text/ascii.h"

namespace onrecord {
namespace {

}  // namespace

std::uint64_t party_of(std::string_view word, bool in_brackets) {
  if (word.empty() || (word.size() > 12 && !in_brackets)) return 0;
  const char first = static_cast<char>(word.front() | 0x20);  // of the names of parties
  if (first != 'g' && first != 'r' && first != 'd' && first != 'l' && first != 'c' && first != 't') return 0;
  std::string small = lower_ascii(word);
  if (in_brackets) {
    if (small.size() > 2 && small[1] == '-') small.resize(2);
  } else if (small.size() < 3) {
    return 0;
  }
  const std::string_view party = party_name(small);
  return party.empty() ? 0 : folded_hash(party);
}

bool stands_for_party(std::uint64_t role) {
  static const std::array<std::uint64_t, 3> kStands = {folded_hash("nominee"), folded_hash("candidate"), folded_hash("standard-bearer")};
  return std::find(kStands.begin(), kStands.end(), role) != kStands.end();
}

std::uint64_t party_hash(std::string_view word) {
  const std::uint64_t party = party_of(word);
  return party != 0 ? party : folded_hash(word);
}

std::uint64_t role_hash(std::string_view word) {
  if (word.starts_with("ex-") || word.starts_with("Ex-")) word.remove_prefix(3);
  constexpr std::size_t kLongest = 9;  // of the short ones: no heap for others
  return word.size() > kLongest ? folded_hash(word) : folded_hash(role_in_full(lower_ascii(word)));
}

}  // namespace onrecord
