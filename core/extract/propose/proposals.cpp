#include "extract/propose/proposals.h"

#include <algorithm>

#include "extract/propose/content_bounds.h"
#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

Proposals::Proposals(const Document& doc, const Grammar& grammar, const Surroundings& place, Weighing& weighing,
                     std::vector<Candidate>& out)
    : SentenceView(doc, place.sentences[place.at]), around(place), rules(grammar), ends(*this), going_on(*this, place),
      weighing_(weighing), of_cue_(weighing.of_cue), out_(out) {
  weighing_.ends.next_sentence();
}

bool Proposals::worth_a_look(int c) {
  // A verb of quoting beside a quotation is worth a look however rare it is.
  const bool quotes = parsed_.chunks.quotes && (head(c).classes & kTakesQuote) != 0;
  look_ = quotes ? CueLook::None : weighing_.gate.passes(doc_, parsed_, c) ? CueLook::Worth : CueLook::PassedOver;
  return look_ != CueLook::PassedOver || !weighing_.pass_over;
}

std::uint64_t Proposals::openings_behind(int c) {
  std::vector<std::uint64_t>& behind = weighing_.openings;
  if (!knows_openings_) {
    behind.resize(std::max(behind.size(), s_.size()));
    Openings::Behind openings(rules.openings);
    for (std::size_t i = s_.size(); i-- > 0;) {
      behind[i] = openings.constructs();
      openings.add(s_[i]);
    }
    knows_openings_ = true;
  }
  return behind[static_cast<std::size_t>(c)];
}

Candidate Proposals::base(std::uint16_t construct, int cue) const {
  Candidate out;
  out.construct = construct;
  out.sentence = static_cast<std::uint32_t>(around.at);
  out.cue_chunk = cue;
  out.look = look_;
  out.inner = parsed_.sentence.quote >= 0;
  out.cue_head = chunk(cue).head;
  out.cue = {chunk(cue).first, chunk(cue).last};
  if (words_with_it(cue)) {
    out.cue.last = chunk(cue + 1).last;
    out.companion = chunk(cue + 1).first;
  }
  return out;
}

bool Proposals::words_with_it(int v) const {
  static const std::uint32_t put = look_up("put").id, it = look_up("it").id;
  return head(v).lemma == put && at(v + 1) == 'P' && head_id(v + 1) == it && at(v + 2) != 'i' && at(v + 2) != 'R';
}

void Proposals::set_source(Candidate& candidate, const Subject& who) const {
  candidate.form = who.form;
  candidate.source = who.known() ? tokens(who.first, who.last) : TokenRange{};
  trim_source(candidate.source);
  // "It is unclear whether", "there is a fear that": nobody in particular.
  static const std::uint32_t it = look_up("it").id, there = look_up("there").id, emerge = look_up("emerge").lemma;
  if (candidate.source.last != candidate.source.first + 1) return;
  const std::uint32_t word = doc_.tokens.word[candidate.source.first]->id;
  const char cue = at(candidate.cue_chunk);
  const bool comes_out = head(candidate.cue_chunk).lemma == emerge;  // it has emerged that
  if (word == there || (word == it && (cue == 'J' || cue == 'U' || comes_out))) {
    candidate.source = {};
    candidate.form = SubjectForm::None;
  }
}

void Proposals::trim_source(TokenRange& source) const {
  const auto belongs = [&](std::uint32_t t) { return doc_.tokens.tag[t] == tag::kClose || doc_.words(t) == "%"; };
  while (!source.empty() && (doc_.tokens.shape[source.last - 1] & kMark) != 0 && !belongs(source.last - 1)) --source.last;
}

void Proposals::begin_content(Candidate& candidate, int first, RuleEnd rule_end) const {
  // Nothing was counted for a construct of one's own; behind a quotation the mark may say where it ends.
  const bool sure = rules.stated_confidence(candidate.construct) > 0 ||
                    (at(first) == 'Q' && rule_end.chunk == first + 1 && rule_end.why == Why::Mark);
  if (sure) return end_content(candidate, first, rule_end.chunk);
  candidate.first = first;
  candidate.rule_end = rule_end;
  candidate.ends_as = candidate.construct;
  candidate.open = true;
}

void Proposals::end_content(Candidate& candidate) const {
  Ended none;
  end_content(candidate, none);
}

void Proposals::end_content(Candidate& candidate, Ended& last) const {
  const int first = candidate.first, cue = candidate.cue_chunk;
  const ContentBounds bounds(*this);
  if (last.first != first) last.limit = bounds.limit(cue, first);
  if (last.first != first || last.as != candidate.ends_as) {
    const FeaturePart& construct = rules.parts[candidate.ends_as];
    const bool clause = candidate.ends_as < rules.constructs.size() && rules.constructs[candidate.ends_as].opens_clause;
    const int least = bounds.least(first, candidate.rule_end.chunk, clause);
    last.end = weighing_.ends.likeliest({doc_, parsed_, construct, cue, first, least, candidate.rule_end, last.limit});
    last.chance = weighing_.ends.chance();
    last.as = candidate.ends_as;
    last.first = first;
  }
  candidate.end_chance = last.chance;
  candidate.open = false;
  end_content(candidate, first, last.end);
}

void Proposals::end_content(Candidate& candidate, int first, int end) const {
  if (at(end) == ')' && std::count(s_.begin() + first, s_.begin() + end, '(') > std::count(s_.begin() + first, s_.begin() + end, ')'))
    ++end;  // a number of cases (12 | )
  candidate.content.add(tokens(first, end));
  // A whole quotation behind a verb may go on in the next sentence; a fragment in a clause ("said it was "dead."") ends with it.
  const bool behind_verb = at(candidate.cue_chunk) != 'N' && at(candidate.cue_chunk) != 'J';
  if (at(first) == 'Q' && behind_verb && end >= last_chunk() && at(end - 1) == 'Q') going_on.add(candidate);
}

void Proposals::keep(const Candidate& candidate) {
  if (candidate.content.empty() && !candidate.open) return;
  if (candidate.construct < rules.constructs.size() && !rules.constructs[candidate.construct].takes(doc_.words(candidate.cue_head)))
    return;
  if (!of_cue_.empty() && of_cue_.back().cue_head != candidate.cue_head) settle();
  of_cue_.push_back(candidate);
}

std::uint32_t Proposals::begin_of(const Candidate& candidate) const {
  return candidate.content.empty() ? chunk(candidate.first).first : candidate.content.front().first;
}

void Proposals::settle() {
  if (of_cue_.empty()) return;
  if (!may_quote_) may_quote_ = may_quote();
  // Until a candidate is settled its score is the highest that it may get.
  for (Candidate& candidate : of_cue_) {
    const bool plain = candidate.content.empty() && !*may_quote_;  // will be one piece, of words
    candidate.score = weighing_.evidence.open(candidate, !plain);
  }
  Ended last;
  float least = weighing_.least;
  for (std::size_t i = 0; i < of_cue_.size(); ++i) {
    Candidate& candidate = of_cue_[i];
    // What nobody asks for may still take the place of something that is asked for.
    bool wanted = candidate.score >= least;
    for (std::size_t k = i + 1; k < of_cue_.size() && !wanted; ++k)
      wanted = of_cue_[k].score >= least && of_cue_[k].source == candidate.source && begin_of(of_cue_[k]) == begin_of(candidate);
    if (!wanted) continue;
    if (candidate.open) end_content(candidate, last);
    settle(candidate);
    // Of a cue's candidates the surest is kept, so what cannot be as sure as one that is settled is asked for no more.
    if (!weighing_.wants_all() && !out_.empty() && out_.back().cue_head == candidate.cue_head)
      least = std::max(least, out_.back().score);
  }
  of_cue_.clear();
}

void Proposals::settle(const Candidate& candidate) {
  if (candidate.content.empty()) return;
  // A source inside its own content is none.
  if (!candidate.source.empty() && candidate.content.contains(candidate.source.first)) return;
  // What an earlier rule proposes too is that rule's: a clause comes before an object.
  const bool own = rules.stated_confidence(candidate.construct) > 0;  // it says what it found in any case
  for (std::size_t i = out_.size(); !own && i-- > 0 && out_[i].cue_head == candidate.cue_head && out_[i].sentence == candidate.sentence;)
    if (out_[i].content == candidate.content && out_[i].source == candidate.source) return;
  out_.push_back(candidate);
  Candidate& kept = out_.back();
  kept.clause = kept.construct >= rules.constructs.size() || rules.constructs[kept.construct].end != ContentEnd::Phrase;
  if (going_on.left_open(candidate) || (kept.clause && going_on.quotation_follows(candidate))) going_on.add(kept);
  weighing_.evidence.close(kept);
}

bool Proposals::may_quote() const {
  const Sentence& sentence = parsed_.sentence;
  const std::string_view tags(doc_.tokens.tag.data() + sentence.first, sentence.last - sentence.first);
  return tags.find(tag::kOpenQuote) != std::string_view::npos || tags.find(tag::kCloseQuote) != std::string_view::npos ||
         (around.at + 1 < around.sentences.size() && going_on.only_quotes(around.at + 1));
}

}  // namespace onrecord
