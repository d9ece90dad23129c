#include "extract/propose/before_cue.h"

#include <algorithm>

#include "extract/propose/as_said.h"
#include "extract/propose/terms.h"
#include "lexicon/tags.h"
#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;

void BeforeCue::find(int v) const {
  if (at(v) == 'V' || at(v) == 'G') inverted(v);
  const Subject& who = subject(v);
  if (at(v) == 'E' && at(v - 1) == '&') return AsSaid(proposals_).by_somebody(v);
  if (at(v) != 'V' && at(v) != 'U') return;
  if (who.form != SubjectForm::Adjacent && who.form != SubjectForm::Apposition && who.form != SubjectForm::Aside &&
      who.form != SubjectForm::RelativeAside && who.form != SubjectForm::Restrictive)
    return;
  int p = who.first - 1;
  while (at(p) == 'A' || at(p) == 'T') --p;
  if (at(p) == '&') return AsSaid(proposals_).find(v, p, who);
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
  if (const int as = as_saying(v); as > 0)
    return left_content(v, p, {.form = SubjectForm::After, .first = v + 1, .last = as, .head = v + 1}, false, as + 2);
  // "C, it emerged on Monday", "C, it is claimed": nobody is said to say so.
  if (const int rest = behind_circumstances(v + 1, v); is_it(who) && at(p) == ',' && rest == last_chunk() && comes_out(v)) {
    Candidate candidate = base(BuiltIn::Impersonal, v);
    candidate.opens = p;
    candidate.content.add(tokens(behind_dateline() + (opens_with_but(0) ? 1 : 0), p));
    return keep(candidate);
  }
  left_content(v, p, who, false, v + 1);
}

// “Emerged”, “was claimed”, "is thought": what is said of what many say or think.
bool BeforeCue::comes_out(int v) const {
  static const auto emerges = ids_of("emerge", "transpire");
  if (at(v) != 'U') return emerges.has(head(v).lemma);
  return (head(v).classes & (kTakesThat | kAttitude)) != 0 && (head(v).classes & kAddresseeVerb) == 0;
}

void BeforeCue::inverted(int v) const {
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
  // "The plan is “mad”, warned Doe": a plan tells nobody anything.
  const bool plan = own.known() && at(own.head) == 'N' && !may_speak(own.head) && at(p) == ',' && at(p - 1) == 'Q';
  if (own.known() && (head(v).classes & kAddresseeVerb) != 0 && !closes_title(v) && !plan) return;
  Subject who;
  who.form = SubjectForm::After;
  who.first = v + 1;
  who.head = noun;
  who.last = source_end(doc_, parsed_.chunks, noun);
  if (at(p) == ',' && at(p - 1) != 'Q' && finite(who.last)) return;  // Doe, who sails, said Reyes | would go
  // "They were, agrees Reyes, | a baker who sails": who that is, and no predicate of what they were
  const int comma = interrupted(p) ? first_comma(noun, who.last) : who.last;
  const bool person = at(comma) == ',' && at(comma + 1) == 'N' && (head(comma + 1).classes & (kPerson | kTitle)) != 0;
  const bool things = p > 1 && at(p - 2) == 'P' && is_it_or_they(p - 2);
  if (!(person && things)) who.last = comma;
  left_content(v, p, who, true, who.last);
}

bool BeforeCue::is_it_or_they(int pronoun) const {
  static const auto things = ids_of("it", "they", "this", "that", "these", "those");
  return things.has(head_id(pronoun));
}

void BeforeCue::base_form(int v) const {
  const bool behind_quotation = at(v - 1) == 'Q' || (at(v - 1) == ',' && at(v - 2) == 'Q');
  if (behind_quotation && (head(v).classes & kTakesQuote) != 0) inverted(v);
}

bool BeforeCue::closes_title(int v) const {
  if (!title_ || at(v) != 'V' || at(v - 1) != ',' || !nominal(v + 1) || (head(v).classes & (kTakesQuote | kTakesThat)) == 0) return false;
  return source_end(doc_, parsed_.chunks, v + 1) == last_chunk();
}

void BeforeCue::left_content(int v, int p, const Subject& who, bool is_inverted, int rest) const {
  static const std::uint32_t say = look_up("say").lemma;
  const int q = at(p) == 'Q' ? p : ((at(p) == ',' || at(p) == 'D') && at(p - 1) == 'Q' ? p - 1 : -1);
  if (q >= 0 ? is_not_said(q, p, is_inverted, rest) : at(p) != ',' || p < 1) return;
  const BuiltIn of_quotation = is_inverted ? BuiltIn::QuoteBeforeInverted : BuiltIn::QuoteBefore;
  const BuiltIn of_clause = is_inverted ? BuiltIn::ClauseBeforeInverted : BuiltIn::ClauseBefore;
  // “It leaks,” the mayor likes to | say; "she learned to cook, she liked to | say, because her sisters could sew"
  static const std::uint32_t know = look_up("know").lemma, want = look_up("want").lemma;
  const bool asks = head(v).lemma == want && q >= 0;  // “Is it old?” Reyes wants to | know
  const bool habit = !is_inverted && rest == v + 1 && at(rest) == 'I' && head(rest).lemma == (asks ? know : say);
  Candidate candidate = base(q >= 0 ? of_quotation : of_clause, habit ? rest : v);
  candidate.cue.first = chunk(v).first;
  if (habit) ++rest;
  int i = behind_circumstances(rest, v);
  if (q >= 0) {
    candidate.content.add(tokens(lead_in(q), q + 1));
  } else {
    if (is_inverted && closes_title(v) && may_speak(who.head)) candidate.construct = rules_.number(BuiltIn::Headline);
    // "The sale, said Reyes, “was a theft.”": the quotation is the most of it.
    if (at(i) == ',' && quote_begins_with_verb(i + 1)) candidate.construct = rules_.number(of_quotation);
    if (!add_clause(candidate, v, p, i)) return;
  }
  candidate.opens = p;
  static const std::uint32_t back = look_up("back").id;
  static const auto throws = ids_of("shoot", "hit", "fire", "snap", "shout", "yell", "write", "bite");
  const bool shot_back = at(v + 1) == 'A' && chunk(v + 1).last == chunk(v + 1).first + 1 && head_id(v + 1) == back &&
                         throws.has(head(v).lemma) && at(v + 2) != 'T' && at(v + 2) != 'i';
  if (at(v) == 'V' && (at(v + 1) == 'R' || shot_back)) candidate.cue.last = at(v + 1) == 'R' ? chunk(v + 1).last : chunk(v + 1).first + 1;
  i = behind_gesture(i);
  add_what_goes_on(candidate, v, q, i, rest);
  // ""We lost" in the end, Reyes said. "It is gone."" goes on; "We lost, Reyes said. "It is gone."" is two statements.
  bool quotation = q >= 0 || at(last_chunk() - 1) == 'Q';
  for (int c = std::max(0, p - ContentEnds::kFarthest); c < p && !quotation; ++c) quotation = at(c) == 'Q';
  if (q > 0 && candidate.content.size() == 1 && candidate.content.front().first == chunk(0).first && only_fronted(q)) return;
  // "Port ‘a sieve’, court told": who is told so in a title does not say it.
  static const std::uint32_t tell = look_up("tell").lemma;
  if (!(title_ && !is_inverted && head(v).lemma == tell && v + 1 == last_chunk())) set_source(candidate, who);
  if (quotation) going_on_.add(candidate);
  keep(candidate);
  // "“Two-year leave,” the paper states, becomes available": the sentence that the quotation began may go on without marks.
  if (q < 0 || at(i) != ',' || i + 1 >= last_chunk() || at(last_chunk() - 1) == 'E') return;
  const char next = at(i + 1);
  const bool begun = chunk(q).first != candidate.content.front().first;  // words before the quotation
  if (!(finite(i + 1) && !is_inverted) && next != 'H' && !(begun && (next == 'i' || next == 'I'))) return;
  candidate.content = Pieces();
  candidate.content.add(tokens(lead_in(q), q + 1));
  begin_content(candidate, i + 1, ends_.clause(i + 1, v));
  keep(candidate);
}

// Whether the quotation `q` before the cue, or before the mark `p`, is none of what is said there.
bool BeforeCue::is_not_said(int q, int p, bool is_inverted, int rest) const {
  if (at(p) != 'Q') return false;
  if (q > 0 && heads(q - 1, q)) return true;
  // “It leaks.” Reyes said the beam was old: a sentence of its own, unless nothing is left of it: “It leaks.” she said.
  if (mark_inside(q) == '.' && rest < last_chunk() && (doc_.tokens.shape[chunk(q + 1).first] & kCapital) != 0) return true;
  // “The Long Bridge” report fell: a name that no mark parts from what follows.
  return mark_inside(q) == 0 && (is_term(doc_, quote_at(q)) || (!is_inverted && title_of_maker(q)));
}

// The clause before the comma `p` as content of the cue `v`, behind whose circumstances the chunk `i` stands; false where it is none.
bool BeforeCue::add_clause(Candidate& candidate, int v, int p, int i) const {
  int start = behind_dateline();
  for (int j = p - 1; j > start; --j) {
    if (at(j) == ';' || at(j) == ':') {
      start = j + 1;
      break;
    }
  }
  // "The vest which, she said, was old", "talks from which, she said, nobody gained": a relative clause of its own.
  if (at(p - 1) == 'W' && at(i) == ',') start = at(p - 2) == 'i' ? p - 2 : p - 1;
  if (start == p - 2 && at(p - 3) == 'N' && at(p - 4) == ',') start = p - 3;  // half of which, she said, was old
  if (at(p - 1) == 'N' && at(p - 2) == 'W' && at(i) == ',') start = p - 2;  // whose owner, she said, was away
  bool clause = title_;  // a headline may have no verb: Port a sieve, says mayor
  for (int j = start; j < p; ++j) clause |= finite(j) || at(j) == 'Q';
  // "In other states, she said on Monday, it leaks": the clause may be all behind the cue.
  if (!clause && at(i) == ',')
    for (int j = i; j < last_chunk(); ++j) clause |= finite(j) || (at(j) == 'Q' && quote_begins_small(j));
  // "Cutting the budget, bakers say, limited the port": a verb that looks like a participle.
  // "Reyes, in a letter posted on Monday, said" has none.
  if (!clause && (i == last_chunk() || at(i) == ',') && (head(v).classes & (kTakesQuote | kTakesThat)) != 0) {
    const bool fronted = i == last_chunk() && at(start) == 'E';  // "Asked about the port, Reyes shrugged"
    for (int j = start + (fronted ? 1 : 0); j < p && at(j) != ','; ++j) clause |= at(j) == 'E' || at(j) == 'K';
    for (int j = i + 1; j < last_chunk() && at(j) != ','; ++j) clause |= at(j) == 'E' || at(j) == 'K';
  }
  // "If it rains, Reyes said, because the roof is old, it leaks"
  bool main_behind = at(i) == ',' && at(i + 1) != 's';
  for (int j = i + 1; at(i) == ',' && j < last_chunk() && !main_behind; ++j) main_behind = at(j) == ',' && begins_clause(j + 1);
  if (!clause || (!main_behind && only_subordinate(start, p))) return false;
  // "The bridge is old, and, Reyes said, it leaks", "where, Reyes said, it leaks": what stands before is not hers.
  static constexpr ClassSet kLinks("cBsf");
  const bool linked = p - 1 > start && kLinks.has(at(p - 1)) && at(i) == ',';
  if (!linked) candidate.content.add(tokens(start + (opens_with_but(start) ? 1 : 0), p));
  return true;
}

// "A," she said, "B.": what goes on at the chunk `i`, behind the cue `v` and its source, which end before the chunk `rest`; `q` is the
// quotation before it, -1 for none.
void BeforeCue::add_what_goes_on(Candidate& candidate, int v, int q, int i, int rest) const {
  if (at(i) == ',' || at(i) == ':' || at(i) == ';' || at(i) == 'D') {
    // “It leaks,” she wrote in her memoir, “Tides”: what that is called
    const bool called = at(i) == ',' && i > rest && at(i + 1) == 'Q' && is_term(doc_, quote_at(i + 1));
    if (const int more = behind_link(i + 1); at(more) == 'Q' && !called) {
      candidate.content.add(tokens(more, ends_.quotation(more, v).chunk));
    } else if (static constexpr ClassSet kAsides("GW&L");
               q < 0 && !called && (at(i) == ',' || at(i) == ':') && i + 1 < last_chunk() && !kAsides.has(at(i + 1))) {
      begin_content(candidate, i + 1, ends_.clause(i + 1, v));
      if (candidate.open) proposals_.end_content(candidate);
    }
  } else if (at(i) == 'Q' && i == rest) {
    candidate.content.add(tokens(i, ends_.quotation(i, v).chunk));
  }
}

// “Parasol” director Ana Reyes said: a work, which tells what she directs.
bool BeforeCue::title_of_maker(int q) const {
  constexpr std::uint32_t kLongest = 7;  // tokens of a title, marks included
  const Chunk& who = chunk(q + 1);
  if (at(q + 1) != 'N' || chunk(q).last - chunk(q).first > kLongest || quote_begins_small(q)) return false;
  const bool calling = (doc_.tokens.shape[who.first] & kCapital) == 0 && (doc_.tokens.word[who.first]->classes & (kPerson | kTitle)) != 0;
  return calling && who.last - who.first > 1 && doc_.tokens.tag[who.last - 1] == tag::kName;
}

// "When Reyes said that it leaks, | the crowd cheered": no sentence that somebody cheered. "When it rains, it leaks, | Reyes said" is
// one, and so is "when it rains, Reyes said, it leaks". "Asked why it leaks, | Reyes shrugged" is none.
bool BeforeCue::only_subordinate(int first, int last) const {
  if (at(first) == 'A' && at(first + 1) == ',') first += 2;  // Later, | as the sun went down
  const bool as = at(first) == '&' && nominal(first + 1) && begins_clause(first + 1);
  if (at(first) != 's' && at(first) != 'f' && at(first) != 'E' && !as) return false;
  for (int i = first + 1; i < last; ++i) {
    if (at(i) != ',') continue;
    int who = i + 1;
    while (at(who) == 'A' || at(who) == 'T') ++who;
    if (who < last && nominal(who) && begins_clause(who)) return false;
  }
  return true;
}

bool BeforeCue::only_fronted(int q) const {
  if (at(0) != 'E' && at(0) != 's') return false;
  for (int i = 1; i < q; ++i)
    if (at(i) == ',') return false;
  return true;
}

int BeforeCue::behind_circumstances(int i, int v) const {
  // "The ferry, Reyes told the Post, is late": whom she told.
  if (i == v + 1 && (at(i) == 'N' || at(i) == 'P') && (head(v).classes & kAddresseeVerb) != 0) i = source_end(doc_, parsed_.chunks, i);
  while (at(i) == 'A' || at(i) == 'T' || at(i) == 'R' || (at(i) == 'i' && (nominal(i + 1) || at(i + 1) == 'T' || at(i + 1) == 'G')) ||
         (at(i) == ',' && at(i + 1) == 'i' && nominal(i + 2) && !told_for(i + 1)) || in_county(i, v))
    i += at(i) == 'i' || in_county(i, v) ? 2 : at(i) == ',' ? 3 : 1;
  return i;
}

// "at a rally in Calder, | N.Y., “but …”": the county or state that the comma at chunk `i` parts from the town.
bool BeforeCue::in_county(int i, int v) const {
  if (at(i) != ',' || i < v + 3 || at(i - 1) != 'N' || at(i - 2) != 'i' || at(i + 1) != 'N' || at(i + 2) != ',') return false;
  return (head(i + 1).classes & (kPlace | kAbbreviation)) != 0;
}

// "“It is old,” Reyes said, but | “it holds”": the quotation behind "and" or "but", which goes on small; `i` where none stands there.
int BeforeCue::behind_link(int i) const {
  int q = i;
  if (at(q) == 'c' || at(q) == 'B') ++q;
  while (q > i && at(q) == 'A') ++q;
  return q > i && at(q) == 'Q' && quote_begins_small(q) ? q : i;
}

// "It was a question, Reyes said, | for the school": no circumstance of the saying.
bool BeforeCue::told_for(int preposition) const {
  static const auto goes_on = ids_of("for", "of", "than", "about", "from");
  return goes_on.has(head_id(preposition));
}

int BeforeCue::behind_gesture(int i) const {
  constexpr int kLongest = 12;  // chunks
  static constexpr ClassSet kWithout("NPiATcGEJRI'");  // of what no verb has made a clause
  int end = i;
  if (at(i) == ',') {
    // "adding in a letter, “it leaks”" says it; "pointing at the bridge, “it leaks”" only points
    static const auto points = ids_of("point", "gesture", "motion", "nod", "call", "shout", "laugh", "smile");
    if (at(i + 1) != 'G') return i;
    const bool points_at = points.has(head(i + 1).lemma) && at(i + 2) == 'i';
    if ((head(i + 1).classes & kTakesQuote) != 0 && !points_at) return i;
    // "she says, stirring so long that it must be cold, | “to sleep.”"
    int q = i + 2;
    const auto speaks = [&](int k) { return finite(k) && (head(k).classes & kTakesQuote) != 0; };  // leaving as Doe | shouted
    while (q < std::min(i + kLongest, last_chunk()) && at(q) != 'Q' && !speaks(q)) ++q;
    static const auto self = ids_of("i", "i'm", "i've");
    const bool goes_on = at(q) == 'Q' && at(q - 1) == ',';
    if (goes_on && (quote_begins_small(q) || self.has(doc_.tokens.word[chunk(q).first + 1]->id))) return q - 1;
    end = i + 2;
  }
  while (end < i + kLongest && kWithout.has(at(end))) ++end;
  const bool goes_on = at(end) == ',' && at(end + 1) == 'Q' && (at(i) == ',' || quote_begins_small(end + 1));
  return goes_on ? end : i;
}

}  // namespace onrecord
