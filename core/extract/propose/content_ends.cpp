#include "extract/propose/content_ends.h"

#include "lexicon/word_ids.h"

namespace onrecord {

using namespace word_class;
using Why = RuleEnd::Why;

RuleEnd ContentEnds::by_rule(const Construct& rule, int content, int cue) const {
  switch (rule.end) {
    case ContentEnd::Clause: return clause(content, cue);
    case ContentEnd::Phrase: return asks_when(content) ? clause(content, cue) : phrase(content);
    case ContentEnd::Quote: break;
  }
  return quotation(content, cue);
}

// "Declined | to say when the bridge would open": what is not said is told by a clause. Near miss: "vowed to pay when it opened".
bool ContentEnds::asks_when(int infinitive) const {
  static const auto kWhen = ids_of("when", "where");
  int i = infinitive + 1;
  while (at(i) == 'A' || at(i) == 'T') ++i;
  return at(infinitive) == 'I' && at(i) == 's' && kWhen.has(head_id(i)) && (head(infinitive).classes & kTakesThat) != 0;
}

RuleEnd ContentEnds::clause(int start, int cue) const {
  const int last = farthest(start);
  // In a fronted clause ("While Reyes said A, B happened") a comma before the main clause ends it.
  // So it does after a fronted participle ("Asked whether A, Reyes said B").
  const bool participle = cue <= 1 && (at(cue) == 'E' || at(cue) == 'G');
  const bool fronted = participle ||
                       ((at(0) == 's' || at(0) == 'f' || at(0) == '&') && cue < 6 && subject(cue).known() && subject(cue).first == 1);
  int depth = 0;
  bool within = opens_with_setting(start);  // "said that despite the rain, | people came, Doe left"
  bool acts = false;                        // "what she would do if it leaked, | Reyes left": a verb before the "if"
  bool opening = at(start) == 'H' && at(start + 1) == 's';  // "heard that when it leaked, | Doe said no": no clause without its verb
  for (int i = start; i < last; ++i) {
    const char c = at(i);
    within |= c == 'f' && i > start && !acts;
    acts |= finite(i);
    if (c == '(') ++depth;
    if (c == ')' && depth-- == 0) return {i, Why::Mark};
    if (c == 'L' && i > start) return {at(i - 1) == ',' ? i - 1 : i, Why::Word};
    if (c == ',' && fronted && nominal(i + 1) && depth == 0) {
      if (!within) return {i, Why::Mark};
      within = false;
    }
    const bool comma_inside = c == 'Q' && mark_inside(i) == ',';
    if (opening && depth == 0 && (c == ',' || comma_inside)) {
      opening = false;
      continue;
    }
    if ((c == ':' || c == 'D') && depth == 0 && i > start && at(i + 1) == 'Q' && quoting_sibling(i)) return {i, Why::Quoting};
    if ((c == ',' || c == 'c' || c == 'B' || c == ';' || comma_inside) && depth == 0 && i > start) {
      int v = i + 1;
      while (at(v) == 'c' || at(v) == 'B' || at(v) == 'A') ++v;
      const int end = comma_inside ? i + 1 : i;
      if (quoting_sibling(i)) return {end, Why::Quoting};
      if (sibling(v, cue) || says_too(v, cue)) return {end, Why::Sibling};
    }
  }
  return {last, Why::Sentence};
}

RuleEnd ContentEnds::phrase(int start) const {
  const int last = farthest(start);
  static const std::uint32_t by = look_up("by").id;
  // Whatever cannot end it is passed over, which is most.
  const auto may_end = [&](int i) {
    static constexpr ClassSet kEnds(",;:D()L.QsBfci");
    const bool attached = at(i + 1) == 'G' || (at(i + 1) == 'N' && (head(i + 1).classes & (kOccasion | kMedium)) != 0);
    return kEnds.has(at(i)) & ((at(i) != 'i') | attached);
  };
  for (int i = start;; ++i) {
    while (i < last && !may_end(i)) ++i;
    if (i >= last) break;
    const char c = at(i);
    switch (c) {
      case ',':
        if (i == start) continue;
        if (quoting_sibling(i)) return {i, Why::Quoting};
        if (list_goes_on(i) || told_aside(i)) continue;
        return {i, Why::Mark};
      case ';':
      case ':':
      case 'D':
      case '(':
      case ')':
      case 'L':
      case '.': return {i, Why::Mark};
      case 'Q':
        if (mark_inside(i) == ',' && at(i + 1) != 'c' && at(i + 1) != 'Q') return {i + 1, Why::Mark};
        // "called it “a sieve,” and | the mayor, a baker, left"
        if (mark_inside(i) == ',' && at(i + 1) == 'c' && nominal(i + 2) && begins_clause(i + 2)) return {i + 1, Why::Mark};
        break;
      case 's':
      case 'B':
        if (i > start && !goes_on_with_as(i)) return {i, Why::Word};
        break;
      case 'f': if (i > start) return {i, Why::Word}; break;
      case 'c':
        if (at(i - 1) == 'Q' && quoted_words(i + 1) && !finite(i + 1)) break;  // of “closing the port” and “sinking | the boats”
        if (finite(i + 1) || (at(i + 1) == 'G' && !gerund_before(start, i)) || (at(i + 1) == 'A' && finite(i + 2)) ||
            (nominal(i + 1) && finite(i + 2)))
          return {i, Why::Word};
        break;
      case 'i':
        if (i > start && at(i + 1) == 'G' && head_id(i) == by) return {i, Why::Word};
        if (i > start && at(i + 2) != 'V' && is_setting(doc_, parsed_.chunks, i, kOccasion | kMedium) && !goes_on_with_as(i))
          return {i, Why::Word};
        break;
      default: break;
    }
  }
  return {last, Why::Sentence};
}

RuleEnd ContentEnds::quotation(int q, int cue) const {
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
  return clause(q, cue);
}

bool ContentEnds::list_goes_on(int i) const {
  if (at(i + 1) != 'N' && at(i + 1) != 'J' && at(i + 1) != 'G')
    return at(i + 1) == 'c' && (at(i + 2) == 'N') && !finite(i + 3) && at(i + 3) != 'i';
  for (int j = i + 1; j < std::min(size(), i + 60); ++j) {
    const char c = at(j);
    if (c == 'c') return at(j + 1) == 'N' && !finite(j + 2);
    if (c != 'N' && c != 'i' && c != ',' && c != 'J' && c != 'E' && c != 'G') return false;
  }
  return false;
}

// "Called Doe, | who runs the port, “a crook”": a relative clause before what she was called.
bool ContentEnds::told_aside(int comma) const {
  if (at(comma + 1) != 'W') return false;
  int i = comma + 2;
  while (i < std::min(size(), comma + 20) && at(i) != ',' && at(i) != 'Q') ++i;
  return at(i) == ',' && at(i + 1) == 'Q';
}

bool ContentEnds::gerund_before(int start, int i) const {
  for (int j = start; j < i; ++j)
    if (at(j) == 'G') return true;
  return false;
}

bool ContentEnds::quote_ends_sentence(int q) const {
  const char mark = mark_inside(q);
  return mark == '.' || mark == '!' || mark == '?';
}

}  // namespace onrecord
