// Times at which nobody says what is reported: when something happened, began or was shown.
#include <string_view>

#include "lexicon/tags.h"
#include "lexicon/word_ids.h"
#include "resolve/when/when.h"

namespace onrecord {

// "Tuesday night's coup", "the March 3 raid": when something happened that nobody speaks at; "Tuesday's debate" is another. Or a span's
// end.
bool When::is_aside(const TimeExpression& time) const {
  if (bounds_span(time)) return true;
  const Tokens& t = doc_->tokens;
  const std::uint32_t next = time.tokens.last;
  if (time.occasion || next >= t.size()) return false;
  const std::uint32_t first = time.tokens.first;
  static const std::uint32_t born = look_up("born").id;
  if (first > 1 && t.word[first - 2]->id == born) return true;  // born on May 2
  if (born_then(first)) return true;
  // "A 2021 study", "the 2021 fire": of what it is. "A 2021 interview" was held then.
  const bool of_thing = first > 0 && next == first + 1 && time.date.precision == DatePrecision::Year &&
                        t.tag[first - 1] == tag::kDeterminer;
  if (of_thing && (t.tag[next] == tag::kNoun || t.tag[next] == tag::kNouns)) return true;
  if (tells_of_thing(time)) return true;
  // "kept her Sunday programme", "whose Sunday programme": of every week. "In her Sunday column" it was written.
  const bool somebodys = first > 1 && next == first + 1 && (doc_->words(first - 1) == "whose" ||
                         (t.tag[first - 1] == tag::kPossessivePronoun && t.tag[first - 2] != tag::kPreposition));
  if (somebodys && (t.tag[next] == tag::kNoun || t.tag[next] == tag::kNouns)) return true;
  const bool raid = (t.tag[next] == tag::kNoun || t.tag[next] == tag::kNouns) && time.tokens.first > 0 &&
                    time.date.precision == DatePrecision::Day && (t.shape[next - 1] & kDigit) != 0;
  return t.tag[next] == tag::kPossessive || (raid && t.word[time.tokens.first - 1]->id == the_);
}

// "the move announced on Monday by Reyes", "since it was shown on Monday": of a thing. "In a letter sent on Monday" somebody speaks.
bool When::tells_of_thing(const TimeExpression& time) const {
  const Tokens& t = doc_->tokens;
  std::uint32_t k = time.tokens.first;
  if (k > 0 && doc_->words(k - 1) == "on") --k;
  if (k < 2 || t.tag[k - 1] != tag::kParticiple) return false;
  const char before = t.tag[k - 2];
  const bool noun = before == tag::kNoun || before == tag::kNouns || before == tag::kName;
  return (noun && time.tokens.last < t.size() && doc_->words(time.tokens.last) == "by") || doc_->words(k - 2) == "since";
}

// "died at her home | on Monday": whoever mourns does so later.
bool When::died_then(const TimeExpression& time) const {
  constexpr std::uint32_t kFar = 8;  // tokens
  static const std::uint32_t die = look_up("die").lemma;
  const Tokens& t = doc_->tokens;
  for (std::uint32_t k = time.tokens.first; k > 0 && time.tokens.first - k < kFar; --k) {
    if (t.word[k - 1]->lemma == die) return true;
    const char tag = t.tag[k - 1];
    if (tag == tag::kStop || tag == tag::kComma || tag == tag::kPast || tag == tag::kThirdPerson || tag == tag::kPresent) return false;
  }
  return false;
}

// "Born Ana Reyes on May 2, she …": whether the sentence of the time at `first` opens so.
bool When::born_then(std::uint32_t first) const {
  constexpr std::uint32_t kFar = 8;  // tokens
  static const std::uint32_t born = look_up("born").id;
  for (std::uint32_t k = first; k > 0 && first - k < kFar; --k) {
    if (doc_->tokens.tag[k - 1] == tag::kStop || doc_->tokens.tag[k - 1] == tag::kComma) return false;
    if (doc_->tokens.word[k - 1]->id == born) return true;
  }
  return false;
}

// "between January and March", "as of February 28", "since 2015": how long something took.
bool When::bounds_span(const TimeExpression& time) const {
  const auto word = [&](std::uint32_t back) {
    return time.tokens.first < back ? std::string_view() : doc_->words(time.tokens.first - back);
  };
  const auto opens = [](std::string_view w) { return w == "between" || w == "Between" || w == "from" || w == "From"; };
  if (word(1) == "between" || word(1) == "since" || word(1) == "until") return true;
  if (word(1) == "of") return word(2) == "As" || word(2) == "as";
  return (word(1) == "to" || word(1) == "and") && (opens(word(3)) || opens(word(4)));
}

}  // namespace onrecord
