#include "resolve/role_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/word_list.h"
#include "resolve/names.h"

namespace onrecord {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Titles in front of a name that are written short, or otherwise later on.
constexpr std::array<Pair, 23> kShort = {{
    {"sen.", "senator"},     {"rep.", "representative"},  {"gov.", "governor"},      {"gen.", "general"},
    {"prof.", "professor"},  {"dr.", "doctor"},           {"lt.", "lieutenant"},     {"col.", "colonel"},
    {"sgt.", "sergeant"},    {"capt.", "captain"},        {"rev.", "reverend"},      {"pres.", "president"},
    {"sen", "senator"},      {"rep", "representative"},   {"gov", "governor"},       {"gen", "general"},
    {"cllr", "councillor"},  {"councilor", "councillor"}, {"insp.", "inspector"},    {"det.", "detective"},
    {"dr", "doctor"},        {"supt.", "superintendent"},
    {"justice", "judge"},
}};

// Words for a party and its people, and the one that stands for all of them.
constexpr std::array<Pair, 15> kParties = {{
    {"gop", "republican"},      {"g.o.p.", "republican"},    {"republican", "republican"},
    {"republicans", "republican"}, {"democrat", "democratic"}, {"democrats", "democratic"},
    {"democratic", "democratic"},  {"labour", "labour"},       {"conservative", "conservative"},
    {"tory", "conservative"},   {"libertarian", "libertarian"}, {"r", "republican"},
    {"d", "democratic"},        {"r-", "republican"},        {"d-", "democratic"},
}};

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

}  // namespace

std::uint64_t party_of(std::string_view word, bool in_brackets) {
  if (word.empty() || word.size() > 12) {
    if (!in_brackets || word.empty()) return 0;
  }
  const char first = static_cast<char>(word.front() | 0x20);  // of those in kParties
  if (first != 'g' && first != 'r' && first != 'd' && first != 'l' && first != 'c' && first != 't') return 0;
  std::string small = lower(word);
  if (in_brackets) {
    if (small.size() > 2 && small[1] == '-') small.resize(2);
  } else if (small.size() < 3) {
    return 0;
  }
  for (const auto& [from, to] : kParties)
    if (small == from) return folded_hash(to);
  return 0;
}

bool is_address(std::string_view word) {
  static constexpr WordList kAddress{
      "Mr.",    "Mrs.",  "Ms.", "Mr",   "Mrs", "Ms",   "Miss",  "Dr.",  "Dr",     "MR.",    "MRS.",    "MS.",    "DR.",
      "Alhaji", "Hajiya", "Malam", "Mallam", "Shri", "Smt", "Smt.", "Datuk", "Barr.", "Engr.", "Engr", "Sir", "Dame"};
  return kAddress.has(word);
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
  if (word.size() <= 9) {
    const std::string small = lower(word);
    for (const auto& [from, to] : kShort)
      if (small == from) return folded_hash(to);
  }
  return folded_hash(word);
}

}  // namespace onrecord
