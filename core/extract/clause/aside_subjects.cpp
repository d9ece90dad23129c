// Subjects that commas, dashes or a quotation part from their verb: "Reyes, a baker, said".
#include "extract/clause/subject_finder.h"
#include "lexicon/name_words.h"
#include "lexicon/shared_words.h"
#include "lexicon/word_ids.h"

namespace onrecord {
namespace {

const std::uint32_t kHead = look_up("head").id, kOne = look_up("one").id;

}  // namespace

// "Reyes, … , | said": what stands between the commas decides.
Subject SubjectFinder::before_comma(int comma, int v) const {
  if (at(comma - 1) == 'c') return carried(comma, SubjectForm::Carried);
  if (const Subject speaker = behind_quotation(comma); speaker.known()) return speaker;
  if (const auto who = before_asides(comma, v)) return *who;
  if (const Subject who = before_remark(comma); who.known()) return who;
  // "Reyes (Lab., Calder), | said": a comma that only the brackets brought.
  if (at(comma - 1) == ')') {
    const int noun = skip_back(comma - 1);
    if (at(noun) == 'N' && noun_phrase_begin(chunks_, noun) == 0) return widened(noun, comma - 1, SubjectForm::Adjacent);
  }
  // "It leaks, | says a report": behind a comma without "and" a verb of saying has its subject behind it.
  const bool clause = at(v + 2) == 'Q' || finite(at(v + 2));  // Judge stops it, | says buyers knew
  if (reports(v) && at(v) == 'V' && at(v + 1) == 'N' && may_speak(v + 1) && !clause) return {};
  if (reports(v) && at(v + 1) == 'H') return said_again(v, comma);  // said that the boat was new, | then admitted that
  return carried(v, SubjectForm::Carried);
}

// "The mayor's men, I imagine, | said", "the mayor, I am told, | said": who stands before a clause of a pronoun and a verb of thinking or
// telling between commas. Near miss: "the port, she said, | and left".
Subject SubjectFinder::before_remark(int comma) const {
  const int verb = comma - 1, open = comma - 3;
  const bool thinks = (at(verb) == 'V' || at(verb) == 'U') && takes_clause(verb);
  if (!thinks || at(verb - 1) != 'P' || at(open) != ',' || is_object(verb - 1)) return {};
  const int noun = skip_back(open - 1);
  if (at(noun) != 'N') return {};
  Subject out = noun_phrase(noun, SubjectForm::Aside);
  const char before = at(out.first - 1);
  if (before != 0 && before != 'c' && before != 'B' && before != 'H') return {};
  return out;
}

// Who stands before the asides that the comma ends: "Reyes, 45, a baker, who sails, | said". Nobody where one of them is a clause of its
// own, or nothing opens it.
std::optional<Subject> SubjectFinder::before_asides(int comma, int v) const {
  constexpr int kMost = 4;  // asides
  int open = comma - 1;
  if (at(open) == 'Q' && finite(at(open - 1))) --open;  // the ferry, which Reyes called “a sieve,” | left
  SubjectForm form = SubjectForm::Apposition;
  int end = 0;  // of the noun group before an aside that does not tell who it is: Reyes, a baker, citing costs, said
  for (int asides = 0; asides < kMost; ++asides) {
    open = opening_comma(open);
    const int form_of_law = at(open) == ',' && is_form_of_law(open + 1) ? open : -1;
    if (form_of_law >= 0) open = opening_comma(open - 1);  // "Reyes, head of Veldt, | Inc., said"
    if (at(open) != ',') {
      const int noun = skip_back(form_of_law - 1);  // "Reyes of Veldt, | Inc., said"
      return form_of_law > 0 && at(noun) == 'N' ? std::optional(widened(noun_phrase_begin(chunks_, noun), comma, SubjectForm::Adjacent))
                                                : std::nullopt;
    }
    // "a baker who sails, and | who bakes, said"
    if ((at(open + 1) == 'c' || at(open + 1) == 'B') && at(open + 2) == 'W' && asides == 0) {
      const int who = antecedent(open - 1);
      return who >= 0 ? std::optional(widened(who, comma - 1, SubjectForm::RelativeAside)) : std::nullopt;
    }
    if (at(open - 1) == 'W') return Subject{.form = SubjectForm::Relative, .first = open - 1, .last = open, .head = open - 1};
    const int noun = skip_back(open - 1);
    if (asides == 0 && at(open + 1) == 'N')
      if (const Subject who = behind_clause(noun, open, comma); who.known()) return who;
    // "and like other ads, | does not mention"
    if (at(open + 1) == 'c' && at(open + 2) == 'i') return carried(open, SubjectForm::Carried);
    const bool many = at(noun) == 'J' && counts_people(noun);  // "most, like Reyes, | said"
    if ((!nominal(at(noun)) && !many) || at(noun) == 'T') {
      // "The judge who ruled that it leaks, for instance, | left"
      const bool aside = asides == 0 && (at(open + 1) == 'i' || at(open + 1) == 'A');
      if (const Subject who = aside ? told_by_relative(noun) : Subject{}; who.known()) return who;
      --open;
      continue;
    }
    const SubjectForm own = form_of_aside(open, form);
    if (own != SubjectForm::RelativeAside && verb_inside(open, comma - 1, own) && !holds_clause(open, noun, v)) return {};
    form = own;
    if (form == SubjectForm::Aside && end == 0) end = noun + 1;
    if (const int hook = asides + 1 < kMost ? hangs_on_noun(noun) : -1; hook >= 0) {
      open = hook;
      continue;
    }
    Subject out = noun_phrase(noun, end > 0 ? SubjectForm::Aside : form);
    out.last = end > 0 ? end : comma;
    return out;
  }
  return {};
}

bool SubjectFinder::is_form_of_law(int i) const {
  return at(i) == 'N' && group(i).last == group(i).first + 1 && is_legal_form(doc_.words(group(i).first));
}

// The comma at or before `i` that may open an aside: no mark stands behind it that parts clauses, nor a quotation by itself.
int SubjectFinder::opening_comma(int i) const {
  while (i >= 0 && at(i) != ',' && at(i) != ';' && at(i) != ':' && (at(i) != 'Q' || inside_phrase(i))) --i;
  return i;
}

// "The judge who heard the case, Ana Reyes, | ruled": whom the name between the commas names.
Subject SubjectFinder::behind_clause(int noun, int open, int comma) const {
  if (verb_inside(open, comma - 1, SubjectForm::Apposition)) return {};
  const int who = antecedent(noun);
  return who >= 0 ? widened(who, comma - 1, SubjectForm::Apposition) : Subject{};
}

// The form of the aside that opens at the comma `open`, when those behind it had `outer`.
SubjectForm SubjectFinder::form_of_aside(int open, SubjectForm outer) const {
  const char first = at(open + 1);
  if (first == 'W' || outer == SubjectForm::RelativeAside) return SubjectForm::RelativeAside;
  const bool belongs = first == 'i' && at(open + 2) == 'N' && tells_where_one_belongs(only_word(open + 1));  // Reyes, of the Trust, | said
  return first == 'N' || first == 'J' || belongs ? SubjectForm::Apposition : SubjectForm::Aside;
}

// "Reyes, 45, | a baker, said", "Reyes, of the Trust, | a charity, said": the comma by which the noun group hangs on the one before, when
// it is an age, an apposition itself, behind a preposition, or inside a relative clause; -1 for none.
int SubjectFinder::hangs_on_noun(int noun) const {
  const int begin = noun_phrase_begin(chunks_, noun);
  const bool governed = at(begin - 1) == 'i' && at(begin - 2) == ',';
  const int clause = governed ? -1 : comma_of_relative(begin - 1);
  const int hook = governed ? begin - 2 : clause >= 0 ? clause : begin - 1;
  if (at(noun) != 'N' || at(hook) != ',') return -1;
  if (!governed && clause < 0 && !is_aside_noun(noun) && !names_whom(hook - 1, noun)) return -1;
  const int whole = skip_back(hook - 1);
  return (at(whole) == 'N' || at(whole) == 'P') && !is_fronted(whole) ? hook : -1;
}

// "Reyes, who came with his deputy, | Ana Doe, said": the comma that opens the relative clause, or what has an -ing form, of which the
// preposition or verb at chunk `governs` is; -1 for none. "Reyes, who said Doe, | a baker, left" goes on inside it.
int SubjectFinder::comma_of_relative(int governs) const {
  static constexpr ClassSet kOpens("HsQD");  // something else
  if (at(governs) != 'i' && !(finite(at(governs)) && !takes_clause(governs))) return -1;
  int i = governs;
  for (; i > 1 && at(i) != ','; --i)
    if (kOpens.has(at(i)) || (finite(at(i)) && subject(i).form != SubjectForm::Relative)) return -1;
  const bool opens = at(i + 1) == 'W' || at(i + 1) == 'G';  // speaking beside his deputy
  return at(i) == ',' && opens && at(i - 1) == 'N' ? i : -1;
}

// "In Calder, | the mayor, a sailor, said", "Asked about the port, | the mayor, a sailor, said": whether what opens the sentence governs
// the noun group that ends with chunk `noun`.
bool SubjectFinder::is_fronted(int noun) const {
  const int begin = noun_phrase_begin(chunks_, noun);
  if (begin == 1) return at(0) == 'i' || at(0) == 's';  // after the vote
  // "Asked whether he believed her account, | the minister, Ana Doe, said"
  const bool opens = at(0) == 'E' || at(0) == 'G';
  if (opens && finite(at(begin - 1)) && s_.substr(0, static_cast<std::size_t>(begin)).find(',') == std::string_view::npos) return true;
  return at(begin - 1) == 'i' && begin == 2 && (at(0) == 'E' || at(0) == 'G');
}

// "Doe and his wife, | Ana, who was away, said": a name that tells who the person of the noun group before is.
// "at the port in Calder, | Maryshire, said": a place that tells where the one before it lies.
bool SubjectFinder::names_whom(int noun, int name) const {
  const auto place = [&](int i) {  // Calder, | Maryshire; Calder, | UK; Calder, | N.Y.
    const std::uint32_t t = group(i).head;
    const bool listed = (doc_.tokens.word[t]->classes & (word_class::kPlace | word_class::kAbbreviation)) != 0;
    return listed || (doc_.tokens.shape[t] & kAllCapitals) != 0;
  };
  if (at(noun) == 'N' && at(noun - 1) == 'i' && noun > 1 && doc_.tokens.tag[group(noun).head] == tag::kName && place(name)) return true;
  if (at(name - 1) != ',' || doc_.tokens.tag[group(name).head] != tag::kName) return false;
  if (nominal(at(noun)) && at(noun - 1) == 'i' && is_word(noun_phrase_begin(chunks_, noun), kOne)) return true;  // one of them, | Ana Reyes
  if (at(noun) != 'N') return false;
  // "The sexton, | 81-year-old Ana Reyes, said"
  constexpr std::uint8_t kAge = kHyphen | kDigit;
  const bool aged = (doc_.tokens.shape[group(name).first] & kAge) == kAge;
  if (aged && doc_.tokens.tag[group(noun).head] == tag::kNoun && noun_phrase_begin(chunks_, noun) == noun) return true;
  const auto person = [&](int i) {
    const Chunk& chunk = group(i);
    const bool post = doc_.tokens.tag[chunk.first] == tag::kDeterminer && (doc_.tokens.word[chunk.head]->classes & word_class::kTitle) != 0;
    if (doc_.tokens.word[chunk.head]->id == kHead && i != noun) return true;  // the head of the port, | Ana Reyes, however, said
    return post || ((doc_.tokens.word[chunk.head]->classes & word_class::kPerson) != 0 && doc_.tokens.tag[chunk.head] == tag::kNoun);
  };
  return person(noun) || person(noun_phrase_begin(chunks_, noun));  // the chairman of the trust, | Ana Reyes, however, said
}

// "“It leaks,” Reyes, a baker in Calder, Maryshire, | said": the noun group next to the quotation speaks, however many commas follow.
Subject SubjectFinder::behind_quotation(int comma) const {
  constexpr int kFarthest = 24;  // chunks
  int q = comma - 1;
  while (q >= 0 && at(q) != 'Q' && comma - q < kFarthest) --q;
  if (at(q) != 'Q' || at(q + 1) != 'N') return {};
  int open = q + 2;
  while (open < comma && at(open) != ',') ++open;
  const int noun = skip_back(open - 1);
  if (open == comma || at(noun) != 'N' || noun_phrase_begin(chunks_, noun) != q + 1) return {};
  const SubjectForm form = at(open + 1) == 'W' ? SubjectForm::RelativeAside : SubjectForm::Apposition;
  if ((at(open + 1) != 'N' && at(open + 1) != 'J' && at(open + 1) != 'W') || verb_inside(open, comma - 1, form)) return {};
  Subject out = noun_phrase(noun, form);
  out.last = comma;
  return out;
}

// A quotation that a noun group or preposition goes on with: the author of “Tides”, citing “reasons of safety”.
bool SubjectFinder::inside_phrase(int q) const {
  const char before = at(q - 1);
  return before == 'N' || before == 'i' || before == 'G' || before == 'E' || before == '&';
}

// "Reyes, when the boat left, | said", "Reyes, wearing a shirt covered in stripes, | said": an aside that may hold verbs of its own, behind
// a noun group that opens a clause.
bool SubjectFinder::holds_clause(int open, int noun, int v) const {
  const char first = at(open + 1);
  // "Reyes, asked about it, | said", "Reyes, asked whether it leaks, | said": a participle that looks like a verb.
  static const std::uint32_t ask = look_up("ask").lemma;
  const bool participle = first == 'V' && may_be_participle(open + 1) &&
                          (at(open + 2) == 'i' || doc_.tokens.word[group(open + 1).head]->lemma == ask);
  if (first != 's' && first != 'f' && first != 'G' && first != 'E' && !participle) return false;
  const int begin = noun_phrase_begin(chunks_, noun);
  const char before = at(begin - 1);
  if (before == ',' && at(begin - 2) == 'N' && holds_clause(open, begin - 2, v)) return hangs_on_noun(noun) >= 0;  // Reyes, a baker, when
  if (before != 0 && before != 'c' && before != 'B' && before != 'H') return false;
  return !(reports(v) && at(v) == 'V' && at(v + 1) == 'N' && may_speak(v + 1) && at(v - 1) == ',' && !finite(at(v + 2)));
}

// Whether a clause of its own begins between `open` and `last`: a finite verb that is no relative clause's, nor of a clause that one holds:
// "a man who thinks all boats leak", "a baker who has sailed since she was ten", "a baker whose boat sank".
bool SubjectFinder::verb_inside(int open, int last, SubjectForm form) const {
  static const std::uint32_t where = look_up("where").id;
  bool relative = false;  // one has begun
  const auto held = [&](int verb) {
    const int governs = subject(verb).first - 1;
    if (governs <= open) return false;
    const bool thinks = finite(at(governs)) && takes_clause(governs) && subject(governs).form == SubjectForm::Relative;
    // a baker at the port where boats land
    const bool at_a_place = at(governs) == 's' && is_word(governs, where) && at(governs - 1) == 'N';
    return thinks || at_a_place || at(governs) == 'W' || (relative && (at(governs) == 's' || at(governs) == 'H'));
  };
  for (int j = open + 1; j <= last; ++j) {
    if (!finite(at(j))) continue;
    relative |= subject(j).form == SubjectForm::Relative;
    if (subject(j).form != SubjectForm::Relative && subject(j).form != SubjectForm::Carried && !held(j) &&
        (form != SubjectForm::RelativeAside || subject(j).first < open))
      return true;
  }
  return false;
}

// A number (an age), or a noun group with an article: what an apposition looks like.
bool SubjectFinder::is_aside_noun(int i) const {
  const Chunk& chunk = group(i);
  const Chunk& opening = group(noun_phrase_begin(chunks_, i));
  const char tag = doc_.tokens.tag[chunk.first];
  // "Reyes, director of the Trust, who runs the port, said"
  const word_class::Bits post = doc_.tokens.word[opening.head]->classes & (word_class::kPerson | word_class::kTitle);
  const bool small = (doc_.tokens.shape[opening.first] & kCapital) == 0;
  if (opening.last != chunk.last && post != 0 && small && doc_.tokens.tag[opening.head] != tag::kNouns) return true;
  // "Reyes, chair, Calder Trust, said"
  const bool named = i > 1 && at(i - 2) == 'N' && doc_.tokens.tag[group(i - 2).head] == tag::kName;
  if (opening.last == chunk.last && chunk.last - chunk.first == 1 && post != 0 && named && tag != tag::kNouns) return true;
  // "Reyes, D-Maryshire, who runs the port, said"
  if (chunk.last - chunk.first == 1 && doc_.words(chunk.first).find('-') == 1) return true;
  return chunk.last - chunk.first <= 3 && (tag == tag::kNumber || (tag == tag::kDeterminer && doc_.tokens.tag[chunk.head] != tag::kName));
}

// "Reyes – a baker – | said", "Reyes – who bakes – | said": whoever stands before the other dash, unless a verb governs that too.
Subject SubjectFinder::before_dash(int dash, int v) const {
  constexpr int kFarthest = 30;  // chunks
  int open = dash - 1;
  while (open >= 0 && at(open) != 'D' && dash - open < kFarthest) --open;
  if (at(open) != 'D') return {};
  const int noun = skip_back(open - 1);
  if (at(noun) == ',' || at(noun) == 'Q') return before_comma(at(noun) == 'Q' ? noun + 1 : noun, v);
  if (!nominal(at(noun)) || at(noun) == 'T') return {};
  Subject out = noun_phrase(noun, SubjectForm::Apposition);
  const char before = at(out.first - 1);
  // "Reyes said | the mayor – who bakes – left": what is said has a subject, and what is done an object.
  const bool clause = finite(before) && takes_clause(out.first - 1) && subject(out.first - 1).known();
  if ((finite(before) && !clause) || before == 'G' || before == 'I') return carried(open, SubjectForm::Carried);
  out.last = dash;
  return out;
}

}  // namespace onrecord
