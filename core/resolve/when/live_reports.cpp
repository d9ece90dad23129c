#include "resolve/when/live_reports.h"

#include <string_view>

#include "base/word_list.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

enum class Stamp { None, Bare, Full };

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_minutes(std::string_view two) { return two[0] >= '0' && two[0] <= '5' && is_digit(two[1]); }

// "18:32", "9.05": a time of day and no more.
bool is_clock(std::string_view w) {
  if (w.size() == 4) return is_digit(w[0]) && (w[1] == ':' || w[1] == '.') && is_minutes(w.substr(2));
  if (w.size() != 5 || (w[2] != ':' && w[2] != '.') || !is_minutes(w.substr(3))) return false;
  return w[0] == '0' || w[0] == '1' ? is_digit(w[1]) : w[0] == '2' && w[1] >= '0' && w[1] <= '3';
}

bool is_half_of_day(std::string_view w) { return w == "p.m." || w == "a.m." || w == "pm" || w == "am" || w == "p.m" || w == "a.m"; }

bool is_zone(std::string_view w) {
  static constexpr WordList kZones{"GMT", "BST", "UTC", "CET",  "CEST", "EST",  "EDT", "ET",
                                   "PT",  "WAT", "EAT", "SAST", "IST",  "AEST", "NZST"};
  return kZones.has(w);
}

// How the block begins: with a time that stands alone, or before a dash or a colon; "UPDATE" may stand in front.
Stamp stamp_of(const Document& doc, const TokenBlock& block) {
  const Tokens& t = doc.tokens;
  std::uint32_t k = block.first;
  if (k + 1 < block.last && (doc.words(k) == "UPDATE" || doc.words(k) == "Update")) ++k;
  if (k >= block.last || (t.shape[k] & kDigit) == 0) return Stamp::None;
  const std::string_view w = doc.words(k);
  Stamp stamp = is_clock(w) ? Stamp::Bare : Stamp::None;
  if (w.ends_with("am") || w.ends_with("pm")) stamp = Stamp::Full;
  ++k;
  while (k < block.last && (is_half_of_day(doc.words(k)) || is_zone(doc.words(k)))) stamp = Stamp::Full, ++k;
  const bool parted = k < block.last && (t.tag[k] == tag::kDash || t.tag[k] == tag::kColon);
  return k == block.last || parted ? stamp : Stamp::None;
}

}  // namespace

bool is_live_report(const Document& doc) {
  int full = 0, bare = 0;
  for (const TokenBlock& block : doc.blocks) {
    const Stamp stamp = stamp_of(doc, block);
    full += stamp == Stamp::Full ? 1 : 0;
    bare += stamp == Stamp::Bare ? 1 : 0;
  }
  return full >= 2 || full + bare >= 3;
}

}  // namespace onrecord
