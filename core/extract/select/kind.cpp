#include "extract/select/kind.h"

#include <algorithm>

#include "base/halving.h"
#include "extract/propose/terms.h"
#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

using namespace word_class;

// Whether a quotation that opened before `token` still goes on there.
bool inside_quotation(const Document& doc, std::uint32_t token) {
  auto it = first_without(doc.quotes, [&](const Quote& q) { return q.open < token; });
  return it != doc.quotes.begin() && (--it)->outer < 0 && it->close > token;
}

// The most words in marks that are taken for a term inside what a cue reports. They are the speaker's where the cue tells of speech, and a
// term where it tells of anything else: "hired him as a “harbour consultant”", "believes that it can “taste” salt".
std::uint32_t longest_term(const Document& doc, const Candidate& candidate) {
  if (candidate.cue.empty()) return 0;
  const std::uint32_t head = candidate.cue_head;
  const Bits classes = doc.tokens.word[head]->classes;
  if ((classes & kTakesQuote) != 0 && (classes & kAttitude) == 0) return 0;
  static const std::uint32_t according = look_up("according").id;
  const bool marks_a_source = (doc.tokens.shape[head] & kMark) != 0 || doc.tokens.tag[head] == tag::kPreposition ||  // a colon, "per"
                              doc.tokens.word[candidate.cue.first]->id == according;
  return !marks_a_source && (classes & (kTakesQuote | kSpeechNoun | kSpeechAdjective | kCommunication)) == 0 ? 3 : 1;
}

// "Wrote, “The Long Bridge,” | a novel": what it is.
bool goes_on_with_article(const Document& doc, const Quote& quote) {
  const Tokens& t = doc.tokens;
  return quote.close + 1 < t.size() && t.tag[quote.close - 1] == tag::kComma && t.tag[quote.close + 1] == tag::kDeterminer;
}

// "Tweeted, “Save Calder”", "chanted “Save Calder”", "called Reyes “The Queen of the Old Port”": what follows a verb of saying and its comma,
// what is shouted, and what a person is called are somebody's words, capitals or not. "“Save Calder,” Reyes said" too, where it opens the
// sentence. Near misses: "praised “The Long Bridge”", "called the film “The Long Bridge”".
bool are_words(const Document& doc, const Candidate& candidate, const Pieces& content, const Quote& quote) {
  static const auto shouts = ids_of("chant", "shout", "yell", "scream", "cry", "roar", "bellow", "holler", "whisper", "mutter");
  if (candidate.cue.empty()) return false;
  const Tokens& tokens = doc.tokens;
  const Word& cue = *tokens.word[candidate.cue_head];
  const bool says = (cue.classes & kTakesQuote) != 0;
  // "“The Long Bridge,” Reyes said, was old", "wrote: “The Long Bridge” is out": more than the quotation
  const TokenRange& whole = content.front();
  const bool all = content.size() == 1 && quote.close + 2 >= whole.last;
  if (quote.close < candidate.cue.first) {
    const auto sentence = first_without(doc.sentences, [&](const Sentence& s) { return s.last <= quote.open; });
    return says && all && quote.closed && tokens.tag[quote.close - 1] == tag::kComma && sentence->first == quote.open;
  }
  const char before = tokens.tag[quote.open - 1];  // behind a cue stands something
  if (quote.open == whole.first && quote.open >= candidate.cue.last)
    return all && (shouts.has(cue.lemma) || (says && !goes_on_with_article(doc, quote) && (before == tag::kComma || before == tag::kColon)));
  const bool person = before == tag::kName || before == tag::kPronoun;
  return calls_so(cue.lemma) && person && quote.open > candidate.cue.first && quote.close + 2 >= content.back().last &&
         (tokens.word[quote.open - 1]->classes & (kPlace | kOrganizationName)) == 0;
}

}  // namespace

StatementKind kind_of(const Document& doc, const Candidate& candidate, const Pieces& content) {
  const Tokens& tokens = doc.tokens;
  const std::uint32_t most_words_of_term = longest_term(doc, candidate);
  // What a label's speaker says may all stand inside a quotation: “REYES: It leaks.
  if (!candidate.inner && !candidate.cue.empty() && inside_quotation(doc, content.front().first)) return StatementKind::Direct;
  bool quoted = false, bare = false, few = false, outside = false;
  for (const TokenRange& piece : content)
    for (std::uint32_t t = piece.first; t < piece.last; ++t) {
      if (tokens.tag[t] != tag::kOpenQuote) {
        outside |= (tokens.shape[t] & kMark) == 0;
        continue;
      }
      const auto it = first_without(doc.quotes, [&](const Quote& q) { return q.open < t; });
      if (it == doc.quotes.end() || it->open != t) {
        quoted = true;
        continue;
      }
      const std::uint32_t last = std::min(it->closed ? it->close : it->close - 1, piece.last - 1);
      std::uint32_t words = 0;
      for (std::uint32_t i = t + 1; i <= last && words <= most_words_of_term; ++i) words += (tokens.shape[i] & kMark) == 0 ? 1U : 0U;
      if ((is_term(doc, *it) && !are_words(doc, candidate, content, *it)) || (words == 1 && most_words_of_term > 0)) bare = true;
      else (words > 0 && words <= most_words_of_term ? few : quoted) = true;
      t = std::max(t, last);
    }
  // “Well done!” he beamed: all that there is; “Not lost,” he corrects. “Stolen.” too
  const bool several = !outside && content.size() > 1;
  quoted |= few && !outside && (!bare || several);
  bare = outside || (bare && !several);
  return quoted ? (bare ? StatementKind::Mixed : StatementKind::Direct) : StatementKind::Indirect;
}

}  // namespace onrecord
