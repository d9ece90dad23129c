// Constructs of quotations: what stands in marks, what belongs to it on its left, and how it goes on.
#include "extract/chunk/noun_phrases.h"
#include "extract/propose/proposer.h"
#include "extract/propose/terms.h"

#include "lexicon/tags.h"

namespace onrecord {

using namespace word_class;

namespace {

bool is_cue(char symbol) { return symbol == 'V' || symbol == 'G' || symbol == 'U' || symbol == 'K' || symbol == 'N'; }

}  // namespace

RuleEnd Proposer::quote_end(int q, int cue) const {
  // “a few cases” where money was lost: a part of a sentence goes on; “No peace” after they left does not.
  static const std::uint32_t where = look_up("where").id, because = look_up("because").id;
  const char next = at(q + 1);
  if (next == 0 || next == '.' || at(cue) == 'E') return {q + 1, RuleEnd::Why::Mark};
  if (mark_inside(q) == ',' && next != 'c' && next != 'Q') return {q + 1, RuleEnd::Why::Mark};
  if (next == ',' || next == ';' || (next == 's' && !(quote_begins_small(q) && (head_id(q + 1) == where || head_id(q + 1) == because))) ||
      next == 'B' || next == 'D' || next == ')' || next == 'L' || next == ':')
    return {q + 1, RuleEnd::Why::Mark};
  if (quote_ends_sentence(q)) return {q + 1, RuleEnd::Why::Mark};
  // "What Reyes calls “a sieve” | was built in May".
  const Subject& who = subject(cue);
  if (finite(q + 1) && who.known() && (at(who.first) == 'W' || at(who.first - 1) == 'w' || at(who.first - 1) == 'W'))
    return {q + 1, RuleEnd::Why::Mark};
  if (next == 'c' && finite(q + 2)) return {q + 1, RuleEnd::Why::Mark};
  return clause_end(q, cue);
}

bool Proposer::quote_ends_sentence(int q) const {
  const char mark = mark_inside(q);
  return mark == '.' || mark == '!' || mark == '?';
}

bool Proposer::quote_begins_small(int q) const {
  const std::uint32_t t = chunk(q).first + 1;
  return t < chunk(q).last && (doc_.tokens.shape[t] & (kCapital | kMark | kDigit)) == 0;
}

bool Proposer::quote_begins_with_verb(int q) const {
  if (at(q) != 'Q' || !quote_begins_small(q)) return false;
  const char g = doc_.tokens.tag[chunk(q).first + 1];
  return g == tag::kPast || g == tag::kThirdPerson || g == tag::kModal;
}

bool Proposer::possessed_quotation(int i) const {
  static const std::uint32_t her = look_up("her").id;
  constexpr std::uint32_t kLongest = 6;  // tokens, marks included: more are a clause
  if (at(i + 1) == 'Q' && chunk(i + 1).last - chunk(i + 1).first > kLongest) return false;
  return at(i) == 'P' && at(i + 1) == 'Q' && doc_.tokens.tag[chunk(i).first] == tag::kPossessivePronoun &&
         doc_.tokens.word[chunk(i).first]->id != her;
}

bool Proposer::quoting_sibling(int i) const {
  int v = i + 1;
  while (at(v) == 'c' || at(v) == 'B' || at(v) == 'A' || at(v) == 'T') ++v;
  const auto says = [&](int verb) { return at(verb) == 'V' && (head(verb).classes & kTakesQuote) != 0; };
  if (at(v) == 'Q' && mark_inside(v) == ',' && v > i) return (nominal(v + 1) && says(v + 2)) || (says(v + 1) && nominal(v + 2));
  if (at(v) == 'i' && at(v + 1) == 'W') v += 2;  // to which Doe replied
  if (nominal(v)) {
    ++v;
    while (at(v) == 'i' && at(v + 1) == 'N') v += 2;
    while (at(v) == 'A') ++v;
  }
  if ((at(v) != 'V' && at(v) != 'G') || (head(v).classes & kTakesQuote) == 0) return false;
  ++v;
  while (at(v) == 'A' || at(v) == 'T' || at(v) == 'R' || at(v) == 'P' || (at(v) == 'i' && nominal(v + 1))) v += at(v) == 'i' ? 2 : 1;
  if (at(v) == ',' || at(v) == ':') ++v;
  return at(v) == 'Q';
}

bool Proposer::only_quotes(std::size_t i) const {
  const std::string_view s = sentences_[i].chunks.symbols;
  bool any = false;
  for (const char c : s) {
    if (c == 'Q') any = true;
    else if (c != '.' && c != ',' && c != '*' && c != 'D') return false;
  }
  return any && label_colon(sentences_[i].sentence.first, sentences_[i].sentence.last) == 0;
}

void Proposer::go_on(Candidate& candidate, bool introduced) const {
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

bool Proposer::mostly_quotes(std::size_t i) const {
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

bool Proposer::quoted_line(std::size_t i) const {
  const Sentence& sentence = sentences_[i].sentence;
  if (!only_quotes(i) || doc_.blocks[sentence.block].role != Role::Paragraph) return false;  // what is set off may have a signer of its own
  if (i + 1 < sentences_.size() && sentences_[i + 1].sentence.block == sentence.block) return false;
  for (std::uint32_t t = sentence.first; t + 2 < sentence.last; ++t)
    if (doc_.tokens.tag[t] == tag::kStop && doc_.tokens.tag[t + 1] != tag::kCloseQuote) return false;
  return true;
}

bool Proposer::last_to_speak(const Candidate& candidate) const {
  if (candidate.sentence != at_sentence_ || candidate.content.empty()) return false;
  const std::uint32_t end = std::max({candidate.content.back().last, candidate.cue.last, candidate.source.last});
  for (int i = last_chunk() - 1; i > 0 && chunk(i).first >= end; --i)
    if (at(i) == 'Q' || ((at(i) == 'V' || at(i) == 'G') && (head(i).classes & (kTakesQuote | kTakesThat)) != 0)) return false;
  int q = last_chunk() - 1;
  while (q >= 0 && at(q) != 'Q') --q;
  return q >= 0 && candidate.content.back().contains(chunk(q).last - 1) && mark_inside(q) != '?';  // what is asked somebody else answers
}

bool Proposer::quotation_follows(const Candidate& candidate) const {
  if (candidate.sentence != at_sentence_ || candidate.inner || at_sentence_ + 1 >= end_ || !only_quotes(at_sentence_ + 1)) return false;
  if (at(candidate.cue_chunk) != 'V' || (head(candidate.cue_chunk).classes & kTakesQuote) == 0) return false;
  const std::uint32_t end = chunk(last_chunk() - 1).last;
  return std::max({candidate.content.back().last, candidate.cue.last, candidate.source.last}) >= end;
}

bool Proposer::left_open(const Candidate& candidate) const {
  if (candidate.sentence != at_sentence_ || parsed_->sentence.quote >= 0 || at_sentence_ + 1 >= sentences_.size()) return false;
  if (sentences_[at_sentence_ + 1].sentence.block == parsed_->sentence.block) return false;
  const int q = at(size() - 1) == 'Q' ? size() - 1 : size() - 2;
  if (at(q) != 'Q' || chunk(q).quote < 0 || doc_.quotes[static_cast<std::size_t>(chunk(q).quote)].closed) return false;
  return candidate.content.back().last >= chunk(q).last && candidate.content.back().first <= chunk(q).first;
}

void Proposer::base_form(int v) {
  const bool behind_quotation = at(v - 1) == 'Q' || (at(v - 1) == ',' && at(v - 2) == 'Q');
  if (behind_quotation && (head(v).classes & kTakesQuote) != 0) inverted(v);
}

void Proposer::inverted(int v) {
  int p = v - 1;
  while (at(p) == 'A') --p;
  if (at(p) != 'Q' && at(p) != ',' && at(p) != 'D') return;
  // "said retired General Doe", "said “Old Port” author Ana Reyes": what tells who it is may stand in front as no noun does.
  const int noun = (at(v + 1) == 'E' || at(v + 1) == 'Q') && at(v + 2) == 'N' ? v + 2 : v + 1;
  if (!nominal(noun)) return;
  if (at(v + 1) == 'P' && at(p) != 'Q' && at(p - 1) != 'Q') return;
  // "The bridge leaks, said Reyes", but "Reyes left, closing the port", "the union met, took the plan"
  const bool says = at(v) == 'V' && (head(v).classes & (kTakesQuote | kTakesThat)) != 0;
  const bool somebody = at(noun) == 'P' || may_speak(noun) || (at(noun + 1) == 'i' && at(noun + 2) == 'N' && may_speak(noun + 2));
  if (at(p) == ',' && at(p - 1) != 'Q' && !(says && somebody)) return;
  const Subject& own = subject(v);
  const bool loose = own.form == SubjectForm::None || own.form == SubjectForm::Carried || own.form == SubjectForm::Participle ||
                     own.form == SubjectForm::Apposition || own.form == SubjectForm::Aside ||
                     // it, which was “a joke,” | wrote Reyes
                     (own.form == SubjectForm::RelativeAside && at(p) == 'Q' && mark_inside(p) == ',');
  if (!loose) return;
  // "Reyes, the mayor, told reporters": behind such a verb stands whom she told.
  if (own.known() && (head(v).classes & kAddresseeVerb) != 0 && !closes_title(v)) return;
  Subject who;
  who.form = SubjectForm::After;
  who.first = v + 1;
  who.head = noun;
  who.last = source_end(doc_, parsed_->chunks, noun);
  if (at(p) == ',' && at(p - 1) != 'Q' && finite(who.last)) return;  // Doe, who sails, said Reyes | would go
  if (interrupted(p)) who.last = first_comma(noun, who.last);
  left_content(v, p, who, true, who.last);
}

bool Proposer::interrupted(int comma) const { return at(comma) == ',' && at(comma - 1) == 'F'; }

int Proposer::first_comma(int first, int last) const {
  const std::size_t comma = s_.substr(0, static_cast<std::size_t>(last)).find(',', static_cast<std::size_t>(first));
  return comma == std::string_view::npos ? last : static_cast<int>(comma);
}

// “Parasol” director Ana Reyes said: a work, which tells what she directs.
bool Proposer::title_of_maker(int q) const {
  constexpr std::uint32_t kLongest = 7;  // tokens of a title, marks included
  const Chunk& who = chunk(q + 1);
  if (at(q + 1) != 'N' || chunk(q).last - chunk(q).first > kLongest || quote_begins_small(q)) return false;
  const bool calling = (doc_.tokens.shape[who.first] & kCapital) == 0 && (doc_.tokens.word[who.first]->classes & (kPerson | kTitle)) != 0;
  return calling && who.last - who.first > 1 && doc_.tokens.tag[who.last - 1] == tag::kName;
}

// "CALDER, May 4 (Newswire) — | The bridge leaks, Reyes said": where the sentence begins.
int Proposer::behind_dateline() const {
  constexpr int kLongest = 14;  // chunks
  if ((doc_.tokens.shape[chunk(0).first] & kAllCapitals) == 0) return 0;
  for (int i = 1; i < std::min(kLongest, last_chunk()) && !finite(i); ++i)
    if (at(i) == 'D') return i + 1;
  return 0;
}

void Proposer::left_content(int v, int p, const Subject& who, bool is_inverted, int rest) {
  const int q = at(p) == 'Q' ? p : ((at(p) == ',' || at(p) == 'D') && at(p - 1) == 'Q' ? p - 1 : -1);
  Candidate candidate;
  int i = behind_circumstances(rest, v);
  if (q >= 0) {
    // “It leaks.” Reyes said the beam was old: a sentence of its own, unless nothing is left of it: “It leaks.” she said.
    if (mark_inside(q) == '.' && at(p) == 'Q' && rest < last_chunk() && (doc_.tokens.shape[chunk(q + 1).first] & kCapital) != 0) return;
    // “The Long Bridge” report fell: a name that no mark parts from what follows.
    if (at(p) == 'Q' && mark_inside(q) == 0 && is_term(doc_, doc_.quotes[static_cast<std::size_t>(chunk(q).quote)])) return;
    if (!is_inverted && at(p) == 'Q' && mark_inside(q) == 0 && title_of_maker(q)) return;
    // “It leaks,” the mayor likes to | say
    const bool habit = !is_inverted && rest == v + 1 && at(rest) == 'I' && head(rest).lemma == say_;
    candidate = base(rules_.number(is_inverted ? BuiltIn::QuoteBeforeInverted : BuiltIn::QuoteBefore), habit ? rest : v);
    candidate.cue.first = chunk(v).first;
    if (habit) i = behind_circumstances(++rest, v);
    candidate.content.add(tokens(lead_in(q), q + 1));
  } else {
    if (at(p) != ',' || p < 1) return;
    candidate = base(rules_.number(is_inverted ? BuiltIn::ClauseBeforeInverted : BuiltIn::ClauseBefore), v);
    int start = behind_dateline();
    for (int j = p - 1; j > start; --j) {
      if (at(j) == ';' || at(j) == ':') {
        start = j + 1;
        break;
      }
    }
    bool clause = title_;  // a headline may have no verb: Port a sieve, says mayor
    for (int j = start; j < p; ++j) clause |= finite(j) || at(j) == 'Q';
    // "In other states, she said on Monday, it leaks": the clause may be all behind the cue.
    if (!clause && at(i) == ',')
      for (int j = i; j < last_chunk(); ++j) clause |= finite(j) || (at(j) == 'Q' && quote_begins_small(j));
    // "Cutting the budget, bakers say, limited the port": a verb that looks like a participle.
    // "Reyes, in a letter posted on Monday, said" has none.
    if (!clause && (i == last_chunk() || at(i) == ',') && (head(v).classes & (kTakesQuote | kTakesThat)) != 0) {
      for (int j = start; j < p && at(j) != ','; ++j) clause |= at(j) == 'E' || at(j) == 'K';
      for (int j = i + 1; j < last_chunk() && at(j) != ','; ++j) clause |= at(j) == 'E' || at(j) == 'K';
    }
    if (!clause || (at(i) != ',' && only_subordinate(start, p))) return;
    // "The sale, said Reyes, “was a theft.”": the quotation is the most of it.
    if (at(i) == ',' && quote_begins_with_verb(i + 1))
      candidate.construct = rules_.number(is_inverted ? BuiltIn::QuoteBeforeInverted : BuiltIn::QuoteBefore);
    candidate.content.add(tokens(start + (opens_with_but(start) ? 1 : 0), p));
  }
  candidate.opens = p;
  if (at(v) == 'V' && at(v + 1) == 'R') candidate.cue.last = chunk(v + 1).last;
  // What goes on behind the cue: "A," she said, "B."
  i = behind_gesture(i);
  if (at(i) == ',' || at(i) == ':' || at(i) == ';' || at(i) == 'D') {
    if (at(i + 1) == 'Q') {
      const int end = quote_end(i + 1, v).chunk;
      candidate.content.add(tokens(i + 1, end));
    } else if (q < 0 && at(i) == ',' && i + 1 < last_chunk() && at(i + 1) != 'G' && at(i + 1) != 'W' && at(i + 1) != '&') {
      begin_content(candidate, i + 1, clause_end(i + 1, v));
      Ended none;
      if (candidate.open) end_content(candidate, none);
    }
  } else if (at(i) == 'Q' && i == rest) {
    candidate.content.add(tokens(i, quote_end(i, v).chunk));
  }
  // ""We lost" in the end, Reyes said. "It is gone."" goes on; "We lost, Reyes said. "It is gone."" is two statements.
  bool quotation = q >= 0 || at(last_chunk() - 1) == 'Q';
  for (int c = std::max(0, p - kFarthest); c < p && !quotation; ++c) quotation = at(c) == 'Q';
  if (q > 0 && candidate.content.size() == 1 && candidate.content.front().first == chunk(0).first && only_fronted(q)) return;
  set_source(candidate, who);
  if (quotation) go_on(candidate);
  keep(candidate);
  // "“Two-year leave,” the paper states, becomes available": the sentence that the quotation began may go on without marks.
  if (q < 0 || at(i) != ',' || i + 1 >= last_chunk() || at(last_chunk() - 1) == 'E') return;
  const char next = at(i + 1);
  const bool begun = chunk(q).first != candidate.content.front().first;  // words before the quotation
  if (!(finite(i + 1) && !is_inverted) && next != 'H' && !(begun && (next == 'i' || next == 'I'))) return;
  candidate.content = Pieces();
  candidate.content.add(tokens(lead_in(q), q + 1));
  begin_content(candidate, i + 1, clause_end(i + 1, v));
  keep(candidate);
}

// "When Reyes said that it leaks, | the crowd cheered": no sentence that somebody cheered. "When it rains, it leaks, | Reyes said" is
// one, and so is "when it rains, Reyes said, it leaks".
bool Proposer::only_subordinate(int first, int last) const {
  if (at(first) != 's' && at(first) != 'f') return false;
  for (int i = first + 1; i < last; ++i) {
    if (at(i) != ',') continue;
    int who = i + 1;
    while (at(who) == 'A' || at(who) == 'T') ++who;
    if (who < last && nominal(who) && begins_clause(who)) return false;
  }
  return true;
}

bool Proposer::opens_with_but(int start) const {
  return start == 0 && (at(0) == 'c' || at(0) == 'B') && at(1) != ',';
}

bool Proposer::only_fronted(int q) const {
  if (at(0) != 'E' && at(0) != 's') return false;
  for (int i = 1; i < q; ++i)
    if (at(i) == ',') return false;
  return true;
}

int Proposer::behind_circumstances(int i, int v) const {
  // "The ferry, Reyes told the Post, is late": whom she told.
  if (i == v + 1 && (at(i) == 'N' || at(i) == 'P') && (head(v).classes & kAddresseeVerb) != 0) i = source_end(doc_, parsed_->chunks, i);
  while (at(i) == 'A' || at(i) == 'T' || at(i) == 'R' || (at(i) == 'i' && (nominal(i + 1) || at(i + 1) == 'T' || at(i + 1) == 'G')) ||
         (at(i) == ',' && at(i + 1) == 'i' && nominal(i + 2)))
    i += at(i) == 'i' ? 2 : at(i) == ',' ? 3 : 1;
  return i;
}

int Proposer::behind_gesture(int i) const {
  constexpr int kLongest = 12;  // chunks
  static constexpr ClassSet kWithout("NPiATcGEJRI'");  // of what no verb has made a clause
  int end = i;
  if (at(i) == ',') {
    if (at(i + 1) != 'G' || (head(i + 1).classes & kTakesQuote) != 0) return i;
    end = i + 2;
  }
  while (end < i + kLongest && kWithout.has(at(end))) ++end;
  const bool goes_on = at(end) == ',' && at(end + 1) == 'Q' && (at(i) == ',' || quote_begins_small(end + 1));
  return goes_on ? end : i;
}

int Proposer::lead_in(int q) const {
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

}  // namespace onrecord
