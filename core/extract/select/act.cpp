#include "extract/select/act.h"

#include <algorithm>
#include <cstdint>

#include "lexicon/shared_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

using namespace word_class;

// "declined to comment", "would not comment", "had no comment", "did not respond to a request for comment", "did not return calls".
// What else was declined or not done ("declined the offer", "did not like the comment") is told as it is.
bool is_no_comment(const Document& doc, const Candidate& c) {
  static const std::uint32_t no = look_up("no").id;
  static const auto comment = ids_of("comment");
  static const auto answers = ids_of("respond", "return", "reply", "answer", "acknowledge");
  static const auto requests = ids_of("comment", "request", "call", "message", "email", "e-mail", "inquiry", "query", "phone");
  constexpr std::uint32_t kRequestWords = 8;  // of the content
  const Tokens& t = doc.tokens;
  const TokenRange& content = c.content.front();
  const auto any = [&](TokenRange range, const auto& ids) {
    for (std::uint32_t k = range.first; k < range.last; ++k)
      if (ids.has(t.word[k]->lemma)) return true;
    return false;
  };
  const auto begins = [&](std::uint32_t words) { return TokenRange{content.first, std::min(content.last, content.first + words)}; };
  bool declined = false;
  for (std::uint32_t k = c.cue.first; k < c.cue.last; ++k) declined |= declines(t.word[k]->lemma);
  if (declined) return any(c.cue, comment) || any(begins(2), comment);
  if (t.word[content.first]->id == no) return any(begins(2), comment);
  bool negated = false;
  for (std::uint32_t k = c.cue.first; k < c.cue.last; ++k) negated |= (t.word[k]->classes & kNegation) != 0;
  return negated && (any(c.cue, comment) || (any(c.cue, answers) && any(begins(kRequestWords), requests)));
}

// "Thinks that", "is afraid that", "his hope that": told about somebody, who need not have said it. What is thought is said where the
// cue tells it: "expressed concern over the bridge"; and what stands in marks as a whole: "“It leaks,” Reyes fretted". Near misses: what
// is done in silence, "“It leaks,” Reyes thought", "hoped", "decided".
bool is_attitude(const Document& doc, const Candidate& c, StatementKind kind) {
  static const auto silently = ids_of("think", "believe", "wonder", "decide", "determine", "suppose", "hope", "ponder", "figure");
  const Tokens& t = doc.tokens;
  const Bits classes = t.word[c.cue_head]->classes;
  const bool aloud = kind == StatementKind::Direct && !silently.has(t.word[c.cue_head]->lemma);
  if (((classes & kAttitude) == 0 || aloud) && (classes & kTakesQuote) != 0) return false;
  if ((classes & (kAttitude | kAttitudeNoun | kAttitudeAdjective)) == 0) return false;
  const char tag = t.tag[c.cue_head];
  if (tag != tag::kNoun && tag != tag::kNouns) return true;
  for (std::uint32_t k = c.cue.first; k < c.cue_head; ++k)
    if ((t.word[k]->classes & kCommunication) != 0) return false;
  return true;
}

}  // namespace

Act act_of(const Document& doc, const Grammar& grammar, const Candidate& c, StatementKind kind) {
  const bool silent = c.construct == grammar.number(BuiltIn::NoComment) || c.construct == grammar.number(BuiltIn::Refused);
  if (silent || is_no_comment(doc, c)) return Act::NoComment;
  if (is_attitude(doc, c, kind)) return Act::Attitude;
  if (c.construct >= grammar.constructs.size()) return Act::Statement;
  return grammar.constructs[c.construct].end == ContentEnd::Phrase ? Act::SpeechAct : Act::Statement;
}

bool is_negated(const Document& doc, const Candidate& c) {
  static const auto refusals = ids_of("decline", "refuse", "avoid");
  static const std::uint32_t without = look_up("without").id, short_ = look_up("short").id, of = look_up("of").id;
  const Tokens& t = doc.tokens;
  if (c.cue.empty()) return false;
  for (std::uint32_t k = c.cue.first; k < c.cue.last; ++k) {
    const bool refused = k < c.cue_head && refusals.has(t.word[k]->lemma);
    if ((t.word[k]->classes & kNegation) != 0 || refused) return true;
  }
  if (c.cue.first < 2) return false;
  const std::uint32_t before = t.word[c.cue.first - 1]->id;
  return before == without || (before == of && t.word[c.cue.first - 2]->id == short_);
}

}  // namespace onrecord
