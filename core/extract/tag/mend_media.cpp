// What tells of a letter, a message or a study in which something is said: "in a letter posted on Tuesday", "a study, published in May".
#include "extract/tag/sentence_mender.h"
#include "lexicon/shared_words.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

// "In a message | posted Friday, the council said": what looks like a past at `verb`, behind what something is said in, may be a participle
// that tells of it: the comma that ends it then stands before any other verb. That comma; the sentence's end where there is none.
std::uint32_t SentenceMender::comma_behind_medium(std::uint32_t verb, Bits media) const {
  constexpr std::uint32_t kBetween = 8;  // tokens
  if (verb == first_ || verb + 1 >= last_ || tag(verb) != tag::kPast || !may_be_participle(verb)) return last_;
  std::uint32_t medium = verb - 1;  // "an interview with the Gull | published in May"
  while (medium > first_ && verb - medium < kBetween && (t_.word[medium]->classes & media) == 0 &&
         (in_group(medium) || tag(medium) == tag::kPreposition))
    --medium;
  if (!noun(verb - 1) || !noun(medium) || (t_.word[medium]->classes & media) == 0) return last_;
  std::uint32_t i = verb + 1;
  while (i < std::min(last_, verb + kFarthest) && tag(i) != tag::kComma && !finite(i)) ++i;
  return tag(i) == tag::kComma ? i : last_;
}

// "In a message posted Friday, the council said": the medium opens the sentence, and the subject stands behind the comma.
void SentenceMender::told_in_front() {
  if (tag(first_) != tag::kPreposition) return;
  const std::uint32_t verb = first_verb();
  described_in_front(verb);
  const std::uint32_t comma = comma_behind_medium(verb, kOccasion | kDocument | kMedium);
  if (!opens_group(comma + 1) && !noun(comma + 1)) return;
  for (std::uint32_t i = first_ + 1; i + 1 < verb; ++i)
    if (!noun(i) && tag(i) != tag::kDeterminer && tag(i) != tag::kAdjective && tag(i) != tag::kPossessivePronoun) return;
  set(verb, tag::kParticiple);
}

// "In a study of sailors, published in May, most said it leaks": the same behind a comma. Near miss: "in the port, said Reyes, it leaks".
void SentenceMender::described_in_front(std::uint32_t verb) {
  if ((at(tag::kPast) & behind(at(tag::kComma))) == 0) return;
  const std::uint32_t comma = behind_groups(first_);
  if (comma + 1 != verb || tag(comma) != tag::kComma || !noun(comma - 1) || tag(verb) != tag::kPast || !may_be_participle(verb)) return;
  if (in_group(verb + 1)) return;
  std::uint32_t i = verb + 1;
  while (i < std::min(last_, verb + kFarthest) && tag(i) != tag::kComma && !finite(i)) ++i;
  if (tag(i) == tag::kComma && in_group(i + 1)) set(verb, tag::kParticiple);
}

// "Reyes asked for calm in a letter posted on Tuesday, saying": behind the verb of the sentence, too.
void SentenceMender::posted_in_a_letter() {
  for (const std::uint32_t i : bearing(tag::kPast, first_ + 4, 2, behind(at_noun()))) {
    if (!sent_in_a_letter(i)) continue;
    std::uint32_t verb = first_ + 1;
    while (verb < i && !finite(verb) && !(tag(verb) == tag::kParticiple && past(*t_.word[verb]) && noun(verb - 1))) ++verb;
    if (verb == i) continue;
    if (!finite(verb)) set(verb, tag::kPast);
    set(i, tag::kParticiple);
  }
}

// Whether the word at `i` tells of the letter in which somebody speaks: "in a letter posted on Tuesday". Near misses: "the man in the
// letter lived in Calder", "in a letter Doe".
bool SentenceMender::sent_in_a_letter(std::uint32_t i) const {
  static const auto kSent = ids_of("post", "send", "publish", "issue", "release", "sign", "write", "share", "air", "broadcast", "print");
  static const std::uint32_t in = look_up("in").id;
  if (i < first_ + 4 || !kSent.has(t_.word[i]->lemma) || !may_be_participle(i) || !noun(i - 1) || opens_group(i + 1)) return false;
  if ((t_.word[i - 1]->classes & (kDocument | kMedium | kSpeechNoun)) == 0) return false;
  std::uint32_t k = i - 1;
  while (k > first_ + 1 && !is_indefinite_article(t_.word[k]->id) && in_group(k)) --k;
  return is_indefinite_article(t_.word[k]->id) && t_.word[k - 1]->id == in;
}

// "Reyes, in a statement issued on Tuesday, said": the medium stands in an aside, and the verb of the sentence behind the comma.
void SentenceMender::told_in_aside() {
  const std::uint32_t verb = first_verb();
  std::uint32_t i = comma_behind_medium(verb, kOccasion | kDocument | kMedium | kSpeechNoun) + 1;
  while (tag(i) == tag::kAdverb) ++i;
  if (!finite(i)) return;
  std::uint32_t open = verb;
  while (open > first_ && tag(open - 1) != tag::kComma) --open;
  if (open != first_ && open != verb && tag(open) == tag::kPreposition) set(verb, tag::kParticiple);
}

// "Reyes said in a statement issued at noon that it leaks": the same behind the verb of saying. Near miss: "said a statement issued at noon
// told of it".
void SentenceMender::told_behind_said() {
  const std::uint32_t verb = first_verb();
  if (verb >= last_ || (t_.word[verb]->classes & kTakesQuote) == 0 || tag(verb + 1) != tag::kPreposition) return;
  const std::uint32_t medium = behind_group(verb + 2);
  if (medium == verb + 2 || tag(medium) != tag::kPast || !may_be_participle(medium)) return;
  if ((t_.word[medium - 1]->classes & (kOccasion | kDocument | kMedium)) == 0) return;
  for (std::uint32_t i = medium + 1; i < std::min(last_, medium + kFarthest) && !finite(i); ++i)
    if (t_.word[i]->id == that_) return set(medium, tag::kParticiple);
}

}  // namespace onrecord
