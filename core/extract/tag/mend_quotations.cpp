// Verbs and names between a quotation and the end of its sentence.
#include "extract/tag/sentence_mender.h"

namespace onrecord {

using namespace word_class;

// ““It leaks,” the report read.”: what stands behind a quotation that ends in a comma is who said it and the verb, which may look like a
// noun: up to the next mark, the first word behind a subject that is a verb of quoting, when no other verb of quoting follows. "On" is part
// of ““It leaks,” Reyes went on, as if nobody heard.”.
void SentenceMender::behind_quotations() {
  before_quotations();
  for (const std::uint32_t i : bearing(tag::kCloseQuote, begin_ + 1, 2)) {
    const char inside = t_.tag[i - 1];
    if (inside == tag::kComma || inside == tag::kStop) verb_behind_quotation(i + 1);
    else if (t_.tag[i + 1] == tag::kComma) verb_behind_quotation(i + 2);
  }
}

// "On Sunday, Reyes, a baker, | replies: “It leaks.”": what looks like a noun between a subject and the mark before a quotation is the verb
// of a clause that has no other. Near misses: "the mayor made three claims: “…”", "he left the port claims: “…”".
void SentenceMender::before_quotations() {
  for (const std::uint32_t open : bearing(tag::kOpenQuote, first_ + 3, 0, behind(behind(at(tag::kNouns))))) {
    const std::uint32_t i = open - 1;
    if (tag(i) != tag::kColon && tag(i) != tag::kComma) continue;
    const std::uint32_t verb = i - 1;
    const Word& word = *t_.word[verb];
    const bool may = tag(verb) == tag::kNouns && (word.classes & kTakesQuote) != 0 && (word.tags & tag_bit(tag::kThirdPerson)) != 0;
    const char before = tag(verb - 1);
    if (!may || (before != tag::kName && before != tag::kNoun && before != tag::kComma)) continue;
    std::uint32_t k = before == tag::kComma ? verb - 1 : verb;
    while (k > first_ && !finite(k - 1) && tag(k - 1) != tag::kComma) --k;
    if (k == first_ || tag(k - 1) == tag::kComma) set(verb, tag::kThirdPerson);
  }
}

void SentenceMender::verb_behind_quotation(std::uint32_t first) {
  // “It is all we have,” said Ana Reyes: no participle of the quotation's "have". Near miss: “It leaks,” said by Reyes in May, is a lie.
  const bool tells = tag(first) == tag::kParticiple && past(*t_.word[first]) && (t_.word[first]->classes & kTakesQuote) != 0;
  if (tells && (opens_group(first + 1) || noun(first + 1) || tag(first + 1) == tag::kNumber)) {
    set(first, tag::kPast);
    return;
  }
  // “It leaks,” said tackle Bo Reyes: what looks like a base form, before a name, is what somebody is.
  const bool says = finite(first) && (t_.word[first]->classes & kTakesQuote) != 0;
  const bool base = tag(first + 1) == tag::kVerb || tag(first + 1) == tag::kPresent;
  if (says && base && tag(first + 2) == tag::kName && (t_.word[first + 1]->tags & tag_bit(tag::kNoun)) != 0)
    set(first + 1, tag::kNoun);
  if (inverted_like_noun(first)) {
    set(first, tag(first) == tag::kNouns ? tag::kThirdPerson : tag::kPresent);
    if (finite(first + 1)) set(first + 1, tag::kNoun);  // jokes graduate student Ana Reyes
    return;
  }
  people_for_name(first);
  retired_before_a_name(first);
  std::uint32_t subject = last_, verb = last_;
  if (tag(first) == tag::kModal && (t_.shape[first] & kCapital) != 0) set(first, tag::kName);  // Will Doe
  for (std::uint32_t i = first; i < last_ && i < first + kFarthest; ++i) {
    const char g = tag(i);
    if (g == tag::kComma && subject != last_ && verb == last_) {
      told_behind_aside(first);
      verb = behind_asides(i, first + kFarthest);
    }
    if (g == tag::kComma || g == tag::kStop || g == tag::kOpenQuote || g == tag::kColon || g == tag::kSemicolon || g == tag::kDash) break;
    // “It leaks,” an official who asked not to be named | commented
    if (const std::uint32_t behind = g == tag::kWhPronoun && subject != last_ ? behind_relative_clause(i) : i; behind > i) {
      i = behind - 1;
      continue;
    }
    if (g == tag::kWhPronoun || g == tag::kWhAdverb || g == tag::kConjunction || t_.word[i]->id == as_) break;
    if (finite(i)) {
      if (t_.word[i]->lemma == go_ && tag(i + 1) == tag::kPreposition && doc_.words(i + 1) == "on") set(i + 1, tag::kParticle);
      return;
    }
    if (verb == last_ && subject != last_ && may_quote(i, subject)) verb = i;
    if (noun(i) || g == tag::kPronoun || (g == tag::kAdjective && i > first && tag(i - 1) == tag::kDeterminer)) subject = i;
  }
  if (verb == last_ || noun(verb + 1)) return;
  const Word& word = *t_.word[verb];
  set(verb, past(word) ? tag::kPast : tag(verb) == tag::kNouns ? tag::kThirdPerson : tag::kPresent);
}

// "“It leaks,” Ana Reyes, 34, a baker, | replies": the verb that looks like a noun behind one of the commas from `comma` to `end`; the
// sentence's end when there is none.
std::uint32_t SentenceMender::behind_asides(std::uint32_t comma, std::uint32_t end) const {
  for (std::uint32_t i = comma; i + 2 < std::min(last_, end); ++i) {
    const std::uint32_t verb = i + 1;
    if (tag(i) != tag::kComma) continue;
    if (finite(verb)) return last_;
    if ((t_.word[verb]->classes & kTakesQuote) == 0) continue;
    const char behind = tag(verb + 1);
    const bool ends = behind == tag::kStop || behind == tag::kColon || behind == tag::kAdverb || behind == tag::kPreposition ||
                      (behind == tag::kComma && tag(verb + 2) == tag::kOpenQuote);
    if (!ends) continue;
    if (tag(verb) == tag::kNouns && (t_.word[verb]->tags & tag_bit(tag::kThirdPerson)) != 0) return verb;
    if ((tag(verb) == tag::kNoun || tag(verb) == tag::kParticiple) && past(*t_.word[verb])) return verb;
  }
  return last_;
}

// "“It leaks,” comments Ana Reyes.", "“It leaks,” jokes graduate student Ana Reyes." Near miss: "“It leaks,” claims adjuster Ana Reyes
// says."
bool SentenceMender::inverted_like_noun(std::uint32_t first) const {
  const Word& word = *t_.word[first];
  if ((word.classes & kTakesQuote) == 0 || (t_.shape[first] & kCapital) != 0) return false;
  if (tag(first) == tag::kNoun) return tag(first + 1) == tag::kName;
  if (tag(first) != tag::kNouns || (word.tags & tag_bit(tag::kThirdPerson)) == 0) return false;
  std::uint32_t i = first + 1;
  if (finite(i) && (t_.word[i]->tags & tag_bit(tag::kNoun)) != 0 && noun(i + 1)) ++i;
  while (i < last_ && i < first + kFarthest && in_group(i)) ++i;
  return i > first + 1 && !finite(i) && tag(i) != tag::kParticiple;
}

// "“It leaks,” said Norman.": a people's adjective that nothing follows is somebody's name.
void SentenceMender::people_for_name(std::uint32_t verb) {
  if (!finite(verb) || (t_.word[verb]->classes & kTakesQuote) == 0 || tag(verb + 1) != tag::kAdjective) return;
  const char behind = tag(verb + 2);
  if ((t_.shape[verb + 1] & kCapital) != 0 && (behind == tag::kStop || behind == tag::kComma)) set(verb + 1, tag::kName);
}

// "retired General Doe said": what looks like a verb, with a verb of quoting behind the name that follows, tells of the name.
void SentenceMender::retired_before_a_name(std::uint32_t first) {
  if (tag(first) != tag::kPast || (t_.word[first]->classes & kTakesQuote) != 0) return;
  std::uint32_t i = first + 1;
  while (i < last_ && i < first + kFarthest && (noun(i) || tag(i) == tag::kAdjective)) ++i;
  if (i > first + 1 && finite(i) && (t_.word[i]->classes & kTakesQuote) != 0) set(first, tag::kAdjective);
}

// A noun or participle that may be a verb of quoting whose subject has the head `head`.
bool SentenceMender::may_quote(std::uint32_t i, std::uint32_t head) const {
  const Word& word = *t_.word[i];
  if ((word.classes & kTakesQuote) == 0 || (t_.shape[i] & kCapital) != 0) return false;
  const char before = tag(i - 1);
  if (before == tag::kDeterminer || before == tag::kPossessivePronoun || before == tag::kPossessive) return false;
  if (past(word)) return true;
  const bool plural = tag(head) == tag::kNouns || tag(head) == tag::kNames;
  if (tag(i) == tag::kNouns) return !plural && (word.tags & tag_bit(tag::kThirdPerson)) != 0;
  return tag(i) == tag::kNoun && plural && (word.tags & (tag_bit(tag::kVerb) | tag_bit(tag::kPresent))) != 0;
}

}  // namespace onrecord
