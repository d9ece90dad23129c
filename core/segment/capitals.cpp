#include "segment/capitals.h"

#include <algorithm>
#include <vector>

#include "lexicon/name_words.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

using namespace word_class;


class Capitals {
 public:
  explicit Capitals(Document& doc) : doc_(doc), t_(doc.tokens) {}

  void run() {
    const bool any = std::any_of(doc_.blocks.begin(), doc_.blocks.end(),
                                 [&](const TokenBlock& block) { return bears_speech(block.role) && words_if_shouted(block) >= kEnough; });
    if (!any) return;
    votes_.resize(word_count());
    note_names();
    for (const TokenBlock& block : doc_.blocks)
      if (words_if_shouted(block) > 0)
        for (std::uint32_t t = block.first; t < block.last; ++t) settle(t, block.first);
  }

 private:
  static constexpr std::uint32_t kEnough = 8;  // words that are no acronyms by chance
  static constexpr std::uint32_t kLook = 4;    // words at a block's start that tell most blocks apart

  [[nodiscard]] bool is(std::uint32_t t, Bits classes) const { return (t_.word[t]->classes & classes) != 0; }
  [[nodiscard]] bool has_small_letter(std::uint32_t t) const {
    const std::string_view word = doc_.words(t);
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // How many words `block` has, when no more than one in ten is in small letters; else 0.
  [[nodiscard]] std::uint32_t words_if_shouted(const TokenBlock& block) const {
    std::uint32_t words = 0, small = 0;
    for (std::uint32_t t = block.first; t < block.last; ++t) {
      if ((t_.shape[t] & (kMark | kDigit)) != 0) continue;
      if (has_small_letter(t)) {
        if (words < kLook) return 0;
        ++small;
      } else if ((t_.shape[t] & kAllCapitals) == 0) {
        continue;  // "I", "'S"
      }
      ++words;
    }
    return small * 10 <= words ? words : 0;
  }

  // Which ordinary words are surnames in this article, "Marsh", "Young": those that stand behind a first name or Mr. more often than
  // behind an article or "his".
  void note_names() {
    for (std::uint32_t t = 1; t < t_.size(); ++t) {
      if ((t_.shape[t] & (kMark | kFirst)) != 0 || !ordinary(t) || !may_name(t)) continue;
      const char before = t_.word[t - 1]->tag;
      if (is(t - 1, kMaleTitle | kFemaleTitle) || (is(t - 1, kFirstName) && !ordinary(t - 1))) votes_[t_.word[t]->id] += 2;
      else if (before == tag::kDeterminer || before == tag::kPossessivePronoun) --votes_[t_.word[t]->id];
    }
  }

  [[nodiscard]] bool ordinary(std::uint32_t t) const { return is(t, kCommonWord | kFunctionWord); }

  // "Marsh", "Young", but not "said", "plans": as an ordinary word it is no form of another.
  [[nodiscard]] bool may_name(std::uint32_t t) const {
    const char tag = t_.word[t]->tag;
    return is(t, kSurname) || tag == tag::kNoun || tag == tag::kAdjective || tag == tag::kVerb;
  }

  [[nodiscard]] bool name(std::uint32_t t, std::uint32_t first) const {
    if (t_.word[t]->id == 0 || !ordinary(t)) return true;
    if (is(t, kMonth | kWeekday) && !is(t, kFunctionWord)) return true;
    if (is(t, kFunctionWord) || !may_name(t)) return false;
    if (votes_[t_.word[t]->id] > 0) return true;
    const bool behind_name = t > first && (t_.shape[t - 1] & (kCapital | kMark)) == kCapital && (t_.shape[t] & kFirst) == 0;
    return behind_name && (is(t, kSurname | kOrganizationName) || is(t - 1, kFirstName));
  }

  void settle(std::uint32_t t, std::uint32_t first) {
    std::uint8_t& shape = t_.shape[t];
    if ((shape & kAllCapitals) == 0) return;
    // A title before a name has a capital too: "SENATOR REYES", but not "THE SENATOR".
    const bool title = is(t, kAnyTitle) && t + 1 < t_.size() && (t_.shape[t + 1] & kMark) == 0 && name(t + 1, first);
    const bool keeps = (shape & kFirst) != 0 || title || name(t, first);
    const bool acronym = keeps && t_.word[t]->id == 0 && t_.end[t] - t_.begin[t] <= 4 && !has_vowel(t);
    if (!acronym) shape &= static_cast<std::uint8_t>(~kAllCapitals);
    if (!keeps) shape &= static_cast<std::uint8_t>(~kCapital);
  }
  [[nodiscard]] bool has_vowel(std::uint32_t t) const { return doc_.words(t).find_first_of("AEIOUY") != std::string_view::npos; }

  Document& doc_;
  Tokens& t_;
  std::vector<std::int32_t> votes_;  // by word; empty while no block is in capitals
};

}  // namespace

void read_capitals(Document& doc) { Capitals(doc).run(); }

}  // namespace onrecord
