#include "extract/propose/going_on.h"

#include <algorithm>

#include "extract/propose/label_colon.h"
#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;

namespace {

bool is_cue(char symbol) { return symbol == 'V' || symbol == 'G' || symbol == 'U' || symbol == 'K' || symbol == 'N'; }

}  // namespace

bool GoingOn::only_quotes(std::size_t i) const {
  const std::string_view s = sentences_[i].chunks.symbols;
  bool any = false;
  for (const char c : s) {
    if (c == 'Q') any = true;
    else if (c != '.' && c != ',' && c != '*' && c != 'D') return false;
  }
  return any && label_colon(doc_, sentences_[i].sentence.first, sentences_[i].sentence.last) == 0;
}

void GoingOn::add(Candidate& candidate, bool introduced) const {
  for (std::size_t i = candidate.sentence + 1; i < sentences_.size(); ++i) {
    const bool same_paragraph = sentences_[i].sentence.block == sentences_[i - 1].sentence.block;
    if (!only_quotes(i) && !(same_paragraph && i == candidate.sentence + 1 && mostly_quotes(i))) return;
    if (sentences_[i].sentence.block != sentences_[i - 1].sentence.block) {
      // A paragraph's quotation goes on from the one before where that was opened and not closed, or ended the paragraph, or where whoever
      // was quoted is the last to speak there and the new paragraph is one quoted sentence and nothing else.
      const int q = sentences_[i].chunks.chunks.front().quote;
      if (q < 0) return;
      const std::string_view before = sentences_[i - 1].chunks.symbols;
      const bool ended_in_quotation =
          !candidate.content.empty() &&  // what is introduced has none yet
          sentences_[i - 1].sentence.last <= candidate.content.back().last && (before.ends_with('Q') || before.ends_with("Q."));
      if (doc_.quotes[static_cast<std::size_t>(q)].continues < 0 && !ended_in_quotation && !introduced &&
          !(i == candidate.sentence + 1 && last_to_speak(candidate) && quoted_line(i)))
        return;
    }
    candidate.content.add({sentences_[i].sentence.first, sentences_[i].sentence.last});
  }
}

bool GoingOn::mostly_quotes(std::size_t i) const {
  const Chunks& c = sentences_[i].chunks;
  int first = 0;
  static constexpr ClassSet kBefore("cBAT,");
  while (first < c.size() && kBefore.has(c.symbols[static_cast<std::size_t>(first)])) ++first;
  if (first == c.size() || c.symbols[static_cast<std::size_t>(first)] != 'Q') return false;
  std::uint32_t quoted = 0;
  for (int k = 0; k < c.size(); ++k) {
    const Chunk& chunk = c.chunks[static_cast<std::size_t>(k)];
    const char symbol = c.symbols[static_cast<std::size_t>(k)];
    if (symbol == 'Q') quoted += chunk.last - chunk.first;
    else if (symbol == 'L' || symbol == ':' || symbol == 'D') return false;
    else if (is_cue(symbol) && (doc_.tokens.word[chunk.head]->classes & (kTakesQuote | kTakesThat)) != 0) return false;
  }
  return quoted * 3 > 2 * (sentences_[i].sentence.last - sentences_[i].sentence.first);
}

bool GoingOn::quoted_line(std::size_t i) const {
  const Sentence& sentence = sentences_[i].sentence;
  if (!only_quotes(i) || doc_.blocks[sentence.block].role != Role::Paragraph) return false;  // what is set off may have a signer of its own
  if (i + 1 < sentences_.size() && sentences_[i + 1].sentence.block == sentence.block) return false;
  for (std::uint32_t t = sentence.first; t + 2 < sentence.last; ++t)
    if (doc_.tokens.tag[t] == tag::kStop && doc_.tokens.tag[t + 1] != tag::kCloseQuote) return false;
  return true;
}

bool GoingOn::last_to_speak(const Candidate& candidate) const {
  if (candidate.sentence != around_.at || candidate.content.empty()) return false;
  const std::uint32_t end = std::max({candidate.content.back().last, candidate.cue.last, candidate.source.last});
  for (int i = last_chunk() - 1; i > 0 && chunk(i).first >= end; --i)
    if (at(i) == 'Q' || ((at(i) == 'V' || at(i) == 'G') && (head(i).classes & (kTakesQuote | kTakesThat)) != 0)) return false;
  int q = last_chunk() - 1;
  while (q >= 0 && at(q) != 'Q') --q;
  return q >= 0 && candidate.content.back().contains(chunk(q).last - 1) && mark_inside(q) != '?';  // what is asked somebody else answers
}

bool GoingOn::quotation_follows(const Candidate& candidate) const {
  if (candidate.sentence != around_.at || candidate.inner || around_.at + 1 >= around_.end || !only_quotes(around_.at + 1)) return false;
  if (at(candidate.cue_chunk) != 'V' || (head(candidate.cue_chunk).classes & kTakesQuote) == 0) return false;
  const std::uint32_t end = chunk(last_chunk() - 1).last;
  return std::max({candidate.content.back().last, candidate.cue.last, candidate.source.last}) >= end;
}

bool GoingOn::left_open(const Candidate& candidate) const {
  if (candidate.sentence != around_.at || parsed_.sentence.quote >= 0 || around_.at + 1 >= sentences_.size()) return false;
  if (sentences_[around_.at + 1].sentence.block == parsed_.sentence.block) return false;
  const int q = at(size() - 1) == 'Q' ? size() - 1 : size() - 2;
  if (at(q) != 'Q' || chunk(q).quote < 0 || quote_at(q).closed) return false;
  return candidate.content.back().last >= chunk(q).last && candidate.content.back().first <= chunk(q).first;
}

}  // namespace onrecord
