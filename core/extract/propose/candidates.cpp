#include "extract/propose/candidates.h"

#include <array>
#include <string_view>

#include "extract/propose/before_cue.h"
#include "extract/propose/behind_verb.h"
#include "extract/propose/documents.h"
#include "extract/propose/gaps.h"
#include "extract/propose/labels.h"
#include "extract/propose/no_comments.h"
#include "extract/propose/nouns_adjectives.h"
#include "extract/propose/passives.h"
#include "extract/propose/proposals.h"
#include "extract/propose/set_off_quotations.h"
#include "lexicon/few_words.h"

namespace onrecord {
namespace {

using namespace word_class;

// Finds the chunks that may be cues; whether a noun of the sentence may be a poll.
// One pass without a branch: most chunks are nouns and prepositions, few of which are cues.
bool find_cues(const SentenceView& s, std::vector<int>& cues) {
  static const FewWords polls(kPolls);
  static constexpr std::array<bool, 128> kCues = [] {
    std::array<bool, 128> out{};
    for (const char c : std::string_view("VUGIEFKJLNi")) out[static_cast<std::size_t>(c)] = true;
    return out;
  }();
  cues.resize(static_cast<std::size_t>(s.size()));
  bool polled = false;
  std::size_t count = 0;
  char before = 0;
  for (int c = 0; c < s.size(); ++c) {
    const char symbol = s.symbols()[static_cast<std::size_t>(c)];
    const bool noun = ((s.head(c).classes & (kSpeechNoun | kAttitudeNoun)) != 0) | (s.at(c + 1) == 'H') |
                      ((s.at(c + 1) == 'F') & (s.at(c + 2) == 'H'));
    const bool behind = (before == 'Q') | (before == ',') | (before == 0);
    polled |= (symbol == 'N') & polls.may_have(s.head(c).lemma);
    cues[count] = c;
    count += kCues[static_cast<unsigned char>(symbol) & 127U] & ((symbol != 'N') | noun) & ((symbol != 'i') | behind) ? 1U : 0U;
    before = symbol;
  }
  cues.resize(count);
  return polled;
}

void look_at_verb(Proposals& proposals, int c) {
  const char symbol = proposals.sentence().at(c);
  const BeforeCue before(proposals);
  if (before.closes_title(c)) return before.inverted(c);
  BehindVerb(proposals).find(c);
  if (symbol != 'F') before.find(c);
  if (symbol == 'V' || symbol == 'G') SetOffQuotations(proposals).introduced_by(c);
  if (proposals.around.title) return;
  if (symbol == 'U' || symbol == 'E') Passives(proposals).by_somebody(c);
  if (symbol != 'V') return;
  Gaps(proposals).relative(c);
  Gaps(proposals).clause(c);
}

void look_at_cue(Proposals& proposals, int c) {
  switch (proposals.sentence().at(c)) {
    case 'V':
    case 'U':
    case 'G':
    case 'I':
    case 'E':
    case 'F': return look_at_verb(proposals, c);
    case 'K':
      BeforeCue(proposals).base_form(c);
      if (proposals.sentence().subject(c).known()) BehindVerb(proposals).find(c);
      return;
    case 'N': return NounsAdjectives(proposals).noun(c);
    case 'J': return NounsAdjectives(proposals).adjective(c);
    case 'L': return Documents(proposals).according(c, c + 1);
    case 'i': return Documents(proposals).in_words_of(c);
    default: return;
  }
}

void look_at_sentence(Proposals& proposals, std::vector<int>& cues) {
  Labels(proposals).find();
  const SetOffQuotations set_off(proposals);
  set_off.credited();
  set_off.floating();
  set_off.told_behind();
  set_off.behind_colon();
  const Documents documents(proposals);
  documents.before_clause();
  if (find_cues(proposals.sentence(), cues)) documents.behind_clause();
  const NoComments silence(proposals);
  for (const int c : cues)
    if (!silence.find(c) && proposals.worth_a_look(c)) look_at_cue(proposals, c);
  proposals.settle();
}

}  // namespace

void find_candidates(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, std::size_t begin, std::size_t end,
                     bool title, Weighing& weighing, std::vector<Candidate>& out) {
  for (std::size_t i = begin; i < end; ++i) {
    const Surroundings around{sentences, begin, end, i, title};
    Proposals proposals(doc, grammar, around, weighing, out);
    look_at_sentence(proposals, weighing.cues);
  }
}

}  // namespace onrecord
