#include "extract/propose/candidates.h"

#include <array>
#include <span>

#include "base/halving.h"
#include "extract/chunk/noun_phrases.h"
#include "extract/propose/proposer.h"
#include "lexicon/few_words.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

void Proposer::run() {
  for (std::size_t i = begin_; i < end_; ++i) {
    at_sentence_ = i;
    parsed_ = &sentences_[i];
    s_ = parsed_->chunks.symbols;
    last_chunk_ = last_end(parsed_->chunks);
    weighing_.ends.next_sentence();
    may_quote_ = quotes_stand_in(i) || (i + 1 < sentences_.size() && only_quotes(i + 1));
    label();
    credit();
    floating();
    colon_quote();
    in_document();
    find_cues();
    if (polls_) in_document_after();
    for (const int c : cues_) {
      // A verb of quoting beside a quotation is worth a look however rare it is.
      const bool quotes = parsed_->chunks.quotes && (head(c).classes & kTakesQuote) != 0;
      look_ = quotes || weighing_.gate.passes(doc_, *parsed_, c) ? CueLook::Worth : CueLook::PassedOver;
      if (look_ == CueLook::PassedOver && weighing_.pass_over) continue;
      switch (at(c)) {
        case 'V':
        case 'U':
        case 'G':
        case 'I':
        case 'E':
        case 'F': verb(c); break;
        case 'K':
          base_form(c);
          if (subject(c).known()) by_rules(c);
          break;
        case 'N': noun(c); break;
        case 'J': adjective(c); break;
        case 'L': according(c, c + 1); break;
        case 'i': in_words_of(c); break;
        default: break;
      }
    }
    settle();
    look_ = CueLook::None;
  }
}

// One pass without a branch: most chunks are nouns and prepositions, few of which are cues.
void Proposer::find_cues() {
  static const FewWords polls(kPolls);
  static constexpr std::array<bool, 128> kCues = [] {
    std::array<bool, 128> out{};
    for (const char c : std::string_view("VUGIEFKJLNi")) out[static_cast<std::size_t>(c)] = true;
    return out;
  }();
  cues_.resize(s_.size());
  polls_ = false;
  std::size_t count = 0;
  char before = 0;
  for (int c = 0; c < size(); ++c) {
    const char symbol = s_[static_cast<std::size_t>(c)];
    const bool noun = ((head(c).classes & (kSpeechNoun | kAttitudeNoun)) != 0) | (at(c + 1) == 'H') |
                      ((at(c + 1) == 'F') & (at(c + 2) == 'H'));
    const bool behind = (before == 'Q') | (before == ',') | (before == 0);
    polls_ |= (symbol == 'N') & polls.may_have(head(c).lemma);
    cues_[count] = c;
    count += kCues[static_cast<unsigned char>(symbol) & 127U] & ((symbol != 'N') | noun) & ((symbol != 'i') | behind) ? 1U : 0U;
    before = symbol;
  }
  cues_.resize(count);
}

bool Proposer::quotes_stand_in(std::size_t i) const {
  const Sentence& sentence = sentences_[i].sentence;
  const std::string_view tags(doc_.tokens.tag.data() + sentence.first, sentence.last - sentence.first);
  return tags.find(tag::kOpenQuote) != std::string_view::npos || tags.find(tag::kCloseQuote) != std::string_view::npos;
}

void Proposer::set_source(Candidate& candidate, const Subject& who) const {
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

void Proposer::trim_source(TokenRange& source) const {
  while (!source.empty() && (doc_.tokens.shape[source.last - 1] & kMark) != 0 && doc_.tokens.tag[source.last - 1] != tag::kClose)
    --source.last;
}

Candidate Proposer::base(std::uint16_t construct, int cue) const {
  Candidate out;
  out.construct = construct;
  out.sentence = static_cast<std::uint32_t>(at_sentence_);
  out.cue_chunk = cue;
  out.look = look_;
  out.inner = parsed_->sentence.quote >= 0;
  out.cue_head = chunk(cue).head;
  out.cue = {chunk(cue).first, chunk(cue).last};
  if (words_with_it(cue)) {
    out.cue.last = chunk(cue + 1).last;
    out.companion = chunk(cue + 1).first;
  }
  return out;
}

void Proposer::keep(const Candidate& candidate) {
  if (candidate.content.empty() && !candidate.open) return;
  if (candidate.construct < rules_.constructs.size() && !rules_.constructs[candidate.construct].takes(doc_.words(candidate.cue_head)))
    return;
  if (!of_cue_.empty() && of_cue_.back().cue_head != candidate.cue_head) settle();
  of_cue_.push_back(candidate);
}

void Proposer::settle() {
  // Until a candidate is settled its score is the highest that it may get.
  for (Candidate& candidate : of_cue_) {
    const bool plain = candidate.content.empty() && !may_quote_;  // will be one piece, of words
    candidate.score = weighing_.evidence.open(candidate, !plain);
  }
  Ended last;
  for (std::size_t i = 0; i < of_cue_.size(); ++i) {
    Candidate& candidate = of_cue_[i];
    // What nobody asks for may still take the place of something that is asked for.
    bool wanted = candidate.score >= weighing_.least;
    for (std::size_t k = i + 1; k < of_cue_.size() && !wanted; ++k)
      wanted = of_cue_[k].score >= weighing_.least && of_cue_[k].source == candidate.source && begin_of(of_cue_[k]) == begin_of(candidate);
    if (!wanted) continue;
    if (candidate.open) end_content(candidate, last);
    settle(candidate);
  }
  of_cue_.clear();
}

void Proposer::settle(const Candidate& candidate) {
  if (candidate.content.empty()) return;
  // A source inside its own content is none.
  if (!candidate.source.empty() && candidate.content.contains(candidate.source.first)) return;
  // What an earlier rule proposes too is that rule's: a clause comes before an object.
  const bool own = rules_.stated_confidence(candidate.construct) > 0;  // somebody's own rule says what it found in any case
  for (std::size_t i = out_.size(); !own && i-- > 0 && out_[i].cue_head == candidate.cue_head && out_[i].sentence == candidate.sentence;)
    if (out_[i].content == candidate.content && out_[i].source == candidate.source) return;
  out_.push_back(candidate);
  Candidate& kept = out_.back();
  kept.clause = kept.construct >= rules_.constructs.size() || rules_.constructs[kept.construct].end != ContentEnd::Phrase;
  if (left_open(candidate) || (kept.clause && quotation_follows(candidate))) go_on(kept);
  weighing_.evidence.close(kept);
}

bool Proposer::closes_title(int v) const {
  if (!title_ || at(v) != 'V' || at(v - 1) != ',' || !nominal(v + 1) || (head(v).classes & kTakesQuote) == 0) return false;
  return source_end(doc_, parsed_->chunks, v + 1) == last_chunk();
}

void Proposer::verb(int c) {
  if (closes_title(c)) return inverted(c);
  by_rules(c);
  if (at(c) != 'F') before(c);
  if (at(c) == 'V' || at(c) == 'G') introduces(c);
  gap(c);
}

void Proposer::by_rules(int c) {
  const auto opens = [&](std::uint16_t construct, const Construct& rule, int start) {
    Candidate candidate = base(construct, c);
    complete(candidate, rule, c, start);
  };
  each_opening(c, at(c), opens);
  if (at(c) != 'U' && at(c) != 'E') return;
  if (const Subject by = agent_of(c); by.known()) each_opening(by.last - 1, at(c), opens);
}

int Proposer::open_content(Candidate& candidate, const Construct& rule, int start) const {
  candidate.opens = start;
  if (!rule.takes_preposition) return start;
  const int content = behind_preposition(start);
  candidate.cue.last = chunk(content - 1).last;
  return content;
}

int Proposer::behind_preposition(int i) const {
  static const std::uint32_t in = look_up("in").id, of = look_up("of").id;
  static const auto sides = ids_of("favor", "support", "defense", "praise");
  const bool sided = at(i + 1) == 'N' && chunk(i + 1).last - chunk(i + 1).first == 1 && at(i + 2) == 'i' && head_id(i) == in &&
                     head_id(i + 2) == of && i + 3 < last_chunk() && sides.has(head(i + 1).lemma);
  return sided ? i + 3 : i + 1;
}

bool Proposer::words_with_it(int v) const {
  static const std::uint32_t put = look_up("put").id, it = look_up("it").id;
  return head(v).lemma == put && at(v + 1) == 'P' && head_id(v + 1) == it && at(v + 2) != 'i' && at(v + 2) != 'R';
}

bool Proposer::makes_a_cue(int object) const {
  if (at(object) == 'P') return is_reflexive(head_id(object));
  const char form = doc_.tokens.tag[chunk(object).head];
  if (at(object) != 'N' || (form != tag::kNoun && form != tag::kNouns)) return false;
  return (head(object - 1).classes & kAddresseeVerb) == 0 && (head(object).classes & (kPerson | kPeople | kGroup)) == 0;
}

void Proposer::complete(Candidate& candidate, const Construct& rule, int cue, int start) {
  if (at(cue + 1) == 'R') candidate.cue.last = chunk(cue + 1).last;
  // "declined to say", "kept saying", "was quoted as saying": the verb that governs the cue is part of it.
  if ((at(cue) == 'I' || at(cue) == 'G') && finite(cue - 1) && at(cue - 1) != 'F') candidate.cue.first = chunk(cue - 1).first;
  if (at(cue) == 'G' && at(cue - 1) == '&' && at(cue - 2) == 'U') candidate.cue.first = chunk(cue - 2).first;
  candidate.opens = start;
  if (possessed_quotation(at(start) == 'Q' ? start - 1 : start) || hypothetical(cue)) return;
  if (at(start) == 'Q' && at(cue) == 'E' && at(cue - 1) == 's') return;  // tweeted when | asked about it: “It leaks.”
  // "It is, she said, “a sieve”": the clause around the cue has it.
  const Subject& beside = subject(cue);
  const bool broken_off = beside.form == SubjectForm::Adjacent && interrupted(beside.first - 1);
  if (broken_off && at(start) == 'Q' && at(start - 1) == ',' && quote_begins_small(start)) return;
  // "The sale, Reyes said, “was a theft”", "the sale, said Reyes, “was a theft”": so it has what a subject goes on with.
  const int before = beside.form == SubjectForm::Adjacent ? beside.first - 1 : cue - 1;
  if (at(before) == ',' && nominal(before - 1) && at(start - 1) == ',' && quote_begins_with_verb(start)) return;
  if (chunk(start).first < candidate.cue.last) return;  // put | it
  int content = start;
  int behind = cue + 1;  // what belongs to the cue: spoke highly of, took issue with
  while (at(behind) == 'A' || at(behind) == 'R') ++behind;
  const bool told = rule.addressee && start > cue + 1 && nominal(cue + 1);
  if (told && makes_a_cue(cue + 1)) {
    candidate.companion = chunk(cue + 1).head;
    candidate.cue.last = chunk(cue + 1).last;
    behind = cue + 2;
  }
  if (rule.takes_preposition) {
    // "It leaks, Reyes explained | in an interview": where it was said. What she commented on is another thing.
    const bool tells = at(cue) == 'V' && (head(cue).classes & (kTakesQuote | kTakesThat)) != 0 && head_id(start) != on_;
    if (tells && is_setting(doc_, parsed_->chunks, start, kOccasion | kMedium | kDocument)) return;
    content = behind_preposition(start);
    if (behind == start) candidate.cue.last = chunk(content - 1).last;
    if (at(content) == 'R') ++content;
    candidate.opens = content - 1;
  }
  if (at(content) == 'G' && head(content).lemma == say_) return;  // "was quoted as | saying": what was said stands behind that
  if (quotes_somebody(cue) || aired(cue)) return;
  // "It is feared the bridge leaks", "Reyes was told the bridge leaks"; "the bridge was given what was left" is another.
  if (!rule.addressee && tells_whom(cue, start)) return;
  if (at(cue) == 'U' && rule.opens_clause && (head(cue).classes & kAddresseeVerb) == 0 && !is_it(subject(cue))) return;
  if (rule.opens_clause && nominal(content) && verb_of_another_clause(content)) return;
  RuleEnd rule_end = end_by_rule(rule, content, cue);
  if (const int verb = main_verb_after(cue, content); verb < rule_end.chunk) rule_end = {verb, Why::Verb};
  begin_content(candidate, content, rule_end);
  if (told && candidate.companion == 0) candidate.addressee = tokens(cue + 1, cue + 2);
  if (at(cue) == 'U' || at(cue) == 'E') return passive(candidate, cue);
  if (seems(cue)) {
    keep(candidate);
    return raised(candidate, cue);
  }
  if (at(cue) == 'G' && quotes_somebody(cue - 3)) {
    set_source(candidate, {.form = SubjectForm::NounParticiple, .first = cue - 2, .last = cue - 1, .head = cue - 2});
    return keep(candidate);
  }
  set_source(candidate, subject(cue));
  keep(candidate);
  if (const Subject other = other_subject(cue); other.known()) {
    set_source(candidate, other);
    keep(candidate);
  }
}

// "Promised voters | she would stay": whether the noun group at chunk `whom` is whom the verb tells its clause. Near miss: "promised the
// port Doe wanted would come".
bool Proposer::tells_whom(int cue, int whom) const {
  if (whom != cue + 1 || at(whom) != 'N' || (head(cue).classes & kAddresseeVerb) == 0) return false;
  int clause = whom + 1;
  while (at(clause) == 'i' && at(clause + 1) == 'N') clause += 2;  // a crowd in Calder
  if (!nominal(clause) || !may_speak(whom)) return false;
  int v = clause + 1;
  while (at(v) == 'A' || (at(v) == 'i' && at(v + 1) == 'N')) v += at(v) == 'A' ? 1 : 2;
  return finite(v) && !finite(v + 1);
}

// "Rejected | the plan while the council waited": the first verb behind a noun group is that of a clause of time. Near miss: "said | the
// plan before the council was bad".
bool Proposer::verb_of_another_clause(int noun) const {
  static const auto clauses = ids_of("while", "when", "because", "although", "though", "whereas", "unless");
  int v = noun + 1;
  while (v < size() && !finite(v)) ++v;
  const int opens = v < size() && subject(v).known() ? subject(v).first - 1 : noun;
  return opens > noun && at(opens) == 's' && at(opens - 1) != ',' && clauses.has(head_id(opens));
}

Subject Proposer::other_subject(int cue) const {
  const Subject& own = subject(cue);
  const auto earlier = [&](int before, SubjectForm form) {
    for (int v = before - 1; v >= 0 && v > before - kNear; --v) {
      const Subject& who = subject(v);
      if (!finite(v) || !who.known() || who.form == SubjectForm::Relative || who.head == own.head) continue;
      const char opens = at(who.first - 1);
      if (form == SubjectForm::Carried && (opens == 's' || opens == 'f')) continue;  // asked if she would go, Reyes laughed and said
      Subject out = who;
      out.form = form;
      return out;
    }
    return Subject();
  };
  switch (own.form) {
    case SubjectForm::Participle: {  // left the hall, saying: the hall or who left it
      const int noun = at(cue - 1) == ',' ? cue - 2 : cue - 1;
      if (at(noun) != 'N' || own.last > noun) return {};
      const int first = noun_phrase_begin(parsed_->chunks, noun);
      if (first <= own.head) return {};
      return {.form = SubjectForm::NounParticiple, .first = first, .last = noun + 1, .head = first};
    }
    case SubjectForm::NounParticiple: return earlier(own.first, SubjectForm::Participle);
    case SubjectForm::Carried: return earlier(own.first, SubjectForm::Carried);
    default: return {};
  }
}

int Proposer::main_verb_after(int cue, int content) const {
  const std::vector<std::int32_t>& verbs = parsed_->chunks.verbs;
  for (auto it = first_without(verbs, [content](int v) { return v <= content; }); it != verbs.end() && *it < cue + 60; ++it) {
    int v = *it;
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

void Proposer::before(int v) {
  if (at(v) == 'V' || at(v) == 'G') inverted(v);
  const Subject& who = subject(v);
  if (at(v) == 'E' && at(v - 1) == '&') return as_said_by(v);
  if (at(v) != 'V' && at(v) != 'U') return;
  if (who.form != SubjectForm::Adjacent && who.form != SubjectForm::Apposition && who.form != SubjectForm::Aside &&
      who.form != SubjectForm::RelativeAside && who.form != SubjectForm::Restrictive)
    return;
  int p = who.first - 1;
  while (at(p) == 'A' || at(p) == 'T') --p;
  if (at(p) == '&') return as_said(v, p, who);
  if (at(p) == 'w' && at(p - 1) == 'F' && at(p - 2) == 'Q' && words_it(v)) p -= 2;  // “C” is how Reyes put it
  static const std::uint32_t all = look_up("all").id;
  if (nominal(p) && head_id(p) == all && at(p - 1) == 'F' && at(p - 2) == 'Q') p -= 2;  // “C” was all Reyes would say
  if (p < 0) return;
  // "C, it was announced by Reyes".
  if (at(v) == 'U' && is_it(who))
    if (const Subject by = agent_of(v); by.known()) return left_content(v, p, by, false, by.last);
  // "“C,” Reyes was told": by whom, nobody knows.
  if (at(v) == 'U' && (head(v).classes & kAddresseeVerb) != 0) return left_content(v, p, {}, false, v + 1);
  // "“C,” the agency quoted Reyes as saying": Reyes says so.
  if (quotes_somebody(v))
    return left_content(v, p, {.form = SubjectForm::After, .first = v + 1, .last = v + 2, .head = v + 1}, false, v + 4);
  left_content(v, p, who, false, v + 1);
}

bool Proposer::quotes_somebody(int v) const {
  return at(v) == 'V' && head(v).lemma == quote_ && nominal(v + 1) && at(v + 2) == '&' && at(v + 3) == 'G';
}

void find_candidates(const Document& doc, const Grammar& grammar, std::span<const Parsed> sentences, std::size_t begin, std::size_t end,
                     bool title, Weighing& weighing, std::vector<Candidate>& out) {
  Proposer(doc, grammar, sentences, begin, end, title, weighing, out).run();
}

}  // namespace onrecord
