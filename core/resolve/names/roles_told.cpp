// Roles told in a clause: who is, was and no longer is something, who is accused; and parties.
#include <algorithm>
#include <string_view>

#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/names/entities.h"
#include "resolve/names/role_keys.h"

namespace onrecord {
namespace {

using namespace word_class;
namespace hint = name_hint;

}  // namespace

// "Reyes is the transport chief": from the second mention on that is how readers are reminded.
void Entities::find_role_said(const Name& name, std::uint32_t end) {
  const Tokens& t = doc_->tokens;
  const std::uint32_t k = name.last;
  if (k + 3 >= end || !is(k, kBe) || t.tag[k + 1] != tag::kDeterminer || name.has(hint::kQuoted)) return;  // what somebody thinks of her
  std::uint32_t m = k + 2;
  while (m < end && m < k + kLongestRole && (noun(m) || t.tag[m] == tag::kAdjective)) ++m;
  static const auto kYoung = ids_of("girl", "boy", "child", "kid", "baby", "teenager", "toddler");  // when Reyes was a girl
  const bool role = m > k + 2 && t.tag[m - 1] != tag::kNouns && is(m - 1, kOneRole) && !kYoung.has(t.word[m - 1]->id);
  if (role) add_role(name.entity, k + 2, m, m - 1);
}

// "Reyes stepped down as mayor", "Reyes, who resigned as mayor,": a post that was given up.
void Entities::find_role_left(const Name& name, std::uint32_t end) {
  static const auto kLeaves = ids_of("step", "resign", "quit", "retire", "oust", "sack", "remove", "fire", "dismiss", "bow");
  constexpr std::uint32_t kFar = 7;  // tokens
  const Tokens& t = doc_->tokens;
  if (name.last >= end) return;
  const char next = t.tag[name.last];
  const bool verb = next == tag::kPast || next == tag::kThirdPerson || next == tag::kAdverb;
  const bool aside = next == tag::kComma || next == tag::kWhPronoun;
  if (!(verb || aside) || is(name.last, kTakesQuote)) return;
  bool leaves = false;
  for (std::uint32_t k = name.last; k + 1 < std::min(end, name.last + kFar) && t.tag[k] != tag::kStop; ++k) {
    const char g = t.tag[k];
    leaves |= (g == tag::kPast || g == tag::kParticiple || g == tag::kThirdPerson) && kLeaves.has(t.word[k]->lemma);
    if (!leaves || doc_->words(k) != "as") continue;
    std::uint32_t from = k + 1;
    if (t.tag[from] == tag::kDeterminer || t.tag[from] == tag::kPossessivePronoun) ++from;
    std::uint32_t last = from;
    while (last < end && last < from + 4 && (noun(last) || t.tag[last] == tag::kAdjective)) ++last;
    if (last == from || t.tag[last - 1] == tag::kNouns || !is(last - 1, kOneRole)) return;
    add_role(name.entity, from, last, last - 1);
    roles_.back().left = true;
    return;
  }
}

// "Reyes, 61, is accused of theft", "Reyes pleaded not guilty", "Reyes is on trial": who is the defendant in that report.
void Entities::find_role_accused(const Name& name, std::uint32_t end) {
  static const auto kAccuses = ids_of("accuse", "charge");
  static const std::uint32_t plead = look_up("plead").id;
  static const std::uint64_t defendant = role_hash("defendant");
  constexpr std::uint32_t kLongestAside = 8;  // tokens
  const Tokens& t = doc_->tokens;
  std::uint32_t k = name.last;
  if (k + 3 >= end || (name.before > 0 && t.tag[name.before - 1] == tag::kPreposition)) return;
  if (t.tag[k] == tag::kComma) {
    std::uint32_t close = k + 1;
    while (close + 3 < end && close < k + kLongestAside && t.tag[close] != tag::kComma) ++close;
    if (t.tag[close] != tag::kComma) return;
    k = close + 1;
  }
  while (k + 2 < end && (is(k, kHave | kBe) || t.tag[k] == tag::kAdverb) && (is(k + 1, kBe) || t.tag[k + 1] == tag::kAdverb)) ++k;
  if (k + 2 >= end) return;
  const bool charged = is(k, kBe) && kAccuses.has(t.word[k + 1]->lemma);
  const bool tried = is(k, kBe) && doc_->words(k + 1) == "on" && doc_->words(k + 2) == "trial";
  const bool pleaded = t.word[k]->lemma == plead && (doc_->words(k + 1) == "guilty" || doc_->words(k + 2) == "guilty");  // not for calm
  if (charged || tried || pleaded) add_fact_called(name.entity, k, k + 1, k, defendant);
}

// "Republican Ana Reyes", "GOP nominee Ana Reyes", "Ana Reyes (D-Ohio)", "Ana Reyes, a Democrat".
void Entities::find_party(const Name& name, std::uint32_t begin, std::uint32_t end) {
  Entity& e = at(name.entity);
  if (e.party != 0) return;
  const Tokens& t = doc_->tokens;
  for (std::uint32_t k = name.first; k > begin && name.first - k < 4 && e.party == 0; --k) {
    if ((t.shape[k - 1] & kMark) != 0 || (!noun(k - 1) && t.tag[k - 1] != tag::kAdjective)) break;
    e.party = party_of(doc_->words(k - 1));
  }
  std::uint32_t k = name.last;
  if (e.party == 0 && k + 1 < end && doc_->words(k) == "(") e.party = party_of(doc_->words(k + 1), true);
  if (e.party == 0 && k + 1 < end && t.tag[k] == tag::kComma) {
    ++k;
    if (k + 1 < end && t.tag[k] == tag::kDeterminer) ++k;
    if (k + 1 < end && (t.shape[k + 1] & kMark) != 0) e.party = party_of(doc_->words(k));
  }
}

}  // namespace onrecord
