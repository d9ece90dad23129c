#include "extract/propose/sentence_view.h"

#include <algorithm>

#include "base/halving.h"
#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

bool SentenceView::begins_clause(int noun) const {
  for (int v = noun + 1; v < std::min(size(), noun + kNear); ++v)
    if (finite(v)) return subject(v).known() && subject(v).first == noun;
  return false;
}

int SentenceView::main_verb_after(int cue, int content) const {
  const std::vector<std::int32_t>& verbs = parsed_.chunks.verbs;
  std::size_t k = count_while(verbs.size(), [&](std::size_t i) { return verbs[i] <= content; });
  if (k == verbs.size() || parsed_.reach[k] > cue) return size();
  for (; k < verbs.size() && verbs[k] < cue + 60; ++k) {
    int v = verbs[k];
    if (!finite(v)) continue;
    const Subject& who = subject(v);
    if (!who.known() || who.first > cue || who.form == SubjectForm::Carried) continue;
    const bool aside = who.form == SubjectForm::Aside && at(v - 1) == ',';  // Reyes, convinced that it leaks, left
    if (who.last <= cue && !aside) continue;
    while (v > content + 1 && at(v - 1) == 'A' && !finite(v - 2)) --v;  // that it goes well | was denied
    return v > content + 1 && at(v - 1) == ',' ? v - 1 : v;
  }
  return size();
}

bool SentenceView::same_perfect(int v) const {
  static const std::uint32_t had = look_up("had").id;
  const auto perfect = [&](int i) {
    return at(i) == 'V' && head_id(i) == had && doc_.tokens.tag[chunk(i).head] == tag::kParticiple;
  };
  int before = v - 1;
  while (before >= 0 && !finite(before)) --before;
  return before >= 0 && perfect(v) && perfect(before);
}

bool SentenceView::with_somebody(int i) const {
  static const std::uint32_t with = look_up("with").id;
  if (at(i) != 'i' || head_id(i) != with || at(i + 1) != 'N') return false;
  const int aside = at(i + 2) == ',' && at(i + 3) == 'N' && at(i + 4) == ',' ? 3 : 0;  // with Doe, a baker, calling it a sieve
  return at(i + 2 + aside) == 'G';
}

bool SentenceView::says_not(int c) const {
  for (std::uint32_t t = chunk(c).first; t < chunk(c).last; ++t)
    if ((doc_.tokens.word[t]->classes & kNegation) != 0) return true;
  return false;
}

int SentenceView::behind_phrases(int i) const {
  while (at(i) == 'i' && at(i + 1) == 'N') i += 2;
  return i;
}

int SentenceView::first_comma(int first, int last) const {
  const std::size_t comma = s_.substr(0, static_cast<std::size_t>(last)).find(',', static_cast<std::size_t>(first));
  return comma == std::string_view::npos ? last : static_cast<int>(comma);
}

int SentenceView::behind_dateline() const {
  constexpr int kLongest = 14;  // chunks
  const bool capitals = (doc_.tokens.shape[chunk(0).first] & kAllCapitals) != 0;
  if (!capitals && (at(0) != 'N' || at(1) != ',')) return 0;
  if (!capitals) {  // Calder, 30 November - | It leaks
    int i = 2;
    while (at(i) == 'N' || at(i) == ',' || at(i) == 'T') ++i;
    const bool named = doc_.tokens.tag[chunk(0).head] == tag::kName;
    return named && at(i) == 'D' && at(i - 1) == 'T' ? i + 1 : 0;
  }
  for (int i = 1; i < std::min(kLongest, last_chunk()) && !finite(i); ++i)
    if (at(i) == 'D') return i + 1;
  return 0;
}

bool SentenceView::is_passive_group(int c) const {
  for (std::uint32_t t = chunk(c).first; t < chunk(c).head; ++t)
    if ((doc_.tokens.word[t]->classes & kBe) != 0) return true;
  return false;
}

bool SentenceView::names_moment(int c) const {
  static const auto moments = ids_of("time", "day", "moment", "minute", "night", "year");
  const std::uint32_t last = chunk(c).last - 1;
  if (at(c) != 'T' || !moments.has(doc_.tokens.word[last]->id)) return false;
  for (std::uint32_t t = chunk(c).first; t < last; ++t)
    if (doc_.tokens.tag[t] == tag::kDeterminer) return true;
  return false;
}

bool SentenceView::goes_on_with_as(int i) const {
  if (at(i + 1) != 'N') return false;
  const int as = behind_phrases(i + 2);
  return at(as) == '&' && !finite(as + 2);
}

bool SentenceView::hypothetical(int v) const {
  const Subject& who = subject(v);
  return who.known() && at(who.first - 1) == '&' && doc_.tokens.tag[chunk(v).first] == tag::kModal;
}

bool SentenceView::quotes_somebody(int v) const { return as_saying(v) > 0; }

int SentenceView::as_saying(int v) const {
  static const std::uint32_t quote_verb = look_up("quote").lemma;
  if (at(v) != 'V' || head(v).lemma != quote_verb || !nominal(v + 1)) return 0;
  int as = source_end(doc_, parsed_.chunks, v + 1);
  if (at(as) == ',') ++as;
  return at(as) == '&' && at(as + 1) == 'G' ? as : 0;
}

bool SentenceView::words_it(int v) const {
  static const std::uint32_t put = look_up("put").id;
  return (head(v).classes & kTakesQuote) != 0 || head(v).lemma == put;
}

bool SentenceView::aired(int v) const {
  static const auto kAired = ids_of("raise", "voice", "express", "grow", "mount", "emerge", "surface", "arise", "remain", "persist",
                                    "spread", "circulate", "increase", "intensify", "swirl");
  if (!finite(v) || !kAired.has(head(v).lemma)) return false;
  const Subject& what = subject(v);
  if (!what.known() || what.last > v || at(what.head) != 'N') return false;
  return (head(what.head).classes & (kSpeechNoun | kAttitudeNoun)) != 0 && (at(v) == 'U' || at(v) == 'V');
}

bool SentenceView::quoted_words(int i) const {
  if (i >= size() || at(i) == 'Q') return false;
  const std::uint32_t first = chunk(i).first;
  return doc_.tokens.tag[first] == tag::kOpenQuote || (first > 0 && doc_.tokens.tag[first - 1] == tag::kOpenQuote);
}

bool SentenceView::quote_begins_small(int q) const {
  const std::uint32_t t = chunk(q).first + 1;
  return t < chunk(q).last && (doc_.tokens.shape[t] & (kCapital | kMark | kDigit)) == 0;
}

bool SentenceView::quote_begins_with_verb(int q) const {
  if (at(q) != 'Q' || !quote_begins_small(q)) return false;
  const char g = doc_.tokens.tag[chunk(q).first + 1];
  using namespace word_class;
  const bool helps = (doc_.tokens.word[chunk(q).first + 1]->classes & (kHave | kBe | kDo)) != 0;  // “have not read it”
  return g == tag::kPast || g == tag::kThirdPerson || g == tag::kModal || (g == tag::kPresent && helps);
}

int SentenceView::lead_in(int q) const {
  if (q == 0) return 0;
  if (at(q - 1) == ':' || at(q - 1) == '*' || at(q - 1) == '(') return q;
  if (at(q - 1) == 'D' && !quote_begins_small(q)) return q;
  if ((at(q - 1) == ',' || at(q - 1) == 'c' || at(q - 1) == 'B') && !quote_begins_small(q)) {
    // Two quotations in a row are one content.
    int i = q - 1;
    while (at(i) == ',' || at(i) == 'c') --i;
    return at(i) == 'Q' ? lead_in(i) : q;
  }
  // "On "Good Day," Reyes said": a title after a preposition at the start.
  if (q <= 2 && at(0) == 'i') return q;
  for (int i = q - 1; i > 0; --i)
    if (at(i) == ';' || at(i) == ':') return i + 1;
  return 0;
}

bool SentenceView::is_it(const Subject& who) const {
  static const std::uint32_t it = look_up("it").id;
  return who.last == who.first + 1 && at(who.first) == 'P' && head_id(who.first) == it;
}

TokenRange SentenceView::possessor(int c) const {
  const Chunk& group = chunk(c);
  if (doc_.tokens.tag[group.first] == tag::kPossessivePronoun) return {group.first, group.first + 1};
  for (std::uint32_t t = group.head; t-- > group.first;)
    if (doc_.tokens.tag[t] == tag::kPossessive) return {group.first, t + 1};
  return {};
}

Subject SentenceView::agent(int first) const {
  static const auto kSpeakFor = ids_of("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "minister", "secretary",
                                       "director", "agent", "candidate", "campaigner", "head", "chief");
  static const std::uint32_t for_ = look_up("for").id;
  int end = source_end(doc_, parsed_.chunks, first);
  static const std::uint32_t at_word = look_up("at").id;
  bool relative = false;  // who was not at the meeting
  for (int i = first + 1; i < end; ++i) {
    relative = at(i) == 'W' || (relative && at(i) != ',');
    if (!is_topic(i) || relative) continue;
    const bool spokesman = head_id(i) == for_ && nominal(i - 1) && kSpeakFor.has(head(i - 1).lemma) && !finite(i + 2);
    const bool works_there = head_id(i) == at_word && at(i - 1) == 'N' && at(i + 1) == 'N' && (i - 1 == first || at(i - 2) != 'i') &&
                             (head(i - 1).classes & (kPerson | kTitle)) != 0 && doc_.tokens.tag[chunk(i - 1).head] == tag::kNoun;
    const bool subject_of_study = head_id(i) == at_word && at(i - 1) == 'N' && at(i - 2) == 'i' && at(i - 3) == 'N' &&
                                  (head(i - 3).classes & (kPerson | kTitle)) != 0;  // a professor of law | at Calder University
    if (spokesman || works_there || subject_of_study) continue;
    end = i;
    break;
  }
  return {.form = SubjectForm::After, .first = first, .last = end, .head = first};
}

Subject SentenceView::agent_of(int v) const {
  static const std::uint32_t by = look_up("by").id;
  static const auto kAccuses = ids_of("accuse", "suspect");
  static const std::uint32_t of = look_up("of").id;
  int p = v + 1;
  while (at(p) == 'A' || at(p) == 'T') ++p;
  if (at(p) == 'i' && at(p + 1) == 'i') ++p;  // was called on | by Reyes
  if (at(p) != 'i' || head_id(p) != by || (!nominal(p + 1) && at(p + 1) != 'W')) return {};
  const Bits medium = head(p + 1).classes;
  const bool bare = chunk(p + 1).last == chunk(p + 1).first + 1 && doc_.tokens.tag[chunk(p + 1).head] == tag::kNoun;  // said by email
  if (at(p + 1) == 'N' && (medium & kMedium) != 0 && (bare || (medium & (kGroup | kDocument)) == 0)) return {};  // commented by telephone
  Subject who = agent(p + 1);
  if (kAccuses.has(head(v).lemma))  // by the head of the port | of neglect
    for (int i = who.last - 2; i > who.first; --i)
      if (at(i) == 'i' && head_id(i) == of) {
        who.last = i;
        break;
      }
  return who;
}

bool SentenceView::heads(int v, int q) const { return at(q) == 'Q' && heads_something(head(v).lemma); }

bool SentenceView::has_verb(int q) const {
  for (std::uint32_t t = chunk(q).first; t < chunk(q).last; ++t) {
    const char g = doc_.tokens.tag[t];
    if (g == tag::kPast || g == tag::kThirdPerson || g == tag::kPresent || g == tag::kModal) return true;
  }
  return false;
}

bool SentenceView::is_topic(int i) const {
  static const auto kTopics = ids_of("about", "over", "for", "on", "against", "regarding", "concerning", "at");
  return at(i) == 'i' && kTopics.has(head_id(i));
}

}  // namespace onrecord
