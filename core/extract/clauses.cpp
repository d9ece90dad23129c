#include "extract/clauses.h"

#include <algorithm>
#include <array>

#include "extract/noun_phrases.h"
#include "lexicon/tags.h"

namespace onrecord {
namespace {

bool finite(char s) { return s == 'V' || s == 'U' || s == 'F'; }
bool nominal(char s) { return s == 'N' || s == 'P' || s == 'T'; }

const std::uint32_t kAll = look_up("all").id;
const std::uint32_t kThose = look_up("those").id;

class Finder {
 public:
  Finder(const Document& doc, const Chunks& chunks, std::vector<Subject>& out)
      : doc_(doc), chunks_(chunks), s_(chunks.symbols), out_(out) {}

  void run() {
    out_.assign(s_.size(), Subject{});
    for (const int i : chunks_.verbs) {
      const char c = at(i);
      out_[static_cast<std::size_t>(i)] = c == 'I' ? of_infinitive(i) : c == 'G' || c == 'E' ? of_participle(i) : of_finite(i);
    }
    // A fronted participle takes the subject of the clause that follows: "Citing costs, Reyes left".
    for (const int i : chunks_.verbs) {
      Subject& own = out_[static_cast<std::size_t>(i)];
      if (own.known() || (at(i) != 'G' && at(i) != 'E')) continue;
      for (int j = i + 1; j < chunks_.size(); ++j) {
        if (!finite(at(j)) || !subject(j).known() || subject(j).form == SubjectForm::Relative) continue;
        if (subject(j).first <= i && subject(j).form != SubjectForm::Aside) continue;
        own = subject(j);
        if (own.first < i) own.last = own.head + 1;  // "Reyes, citing costs, left"
        own.form = SubjectForm::Participle;
        break;
      }
    }
  }

 private:
  [[nodiscard]] char at(int i) const { return chunks_.at(i); }
  [[nodiscard]] const Subject& subject(int i) const { return out_[static_cast<std::size_t>(i)]; }

  // Left over adverbs, times and brackets.
  [[nodiscard]] int skip_back(int i) const {
    for (;;) {
      if (at(i) == 'A') --i;
      else if (at(i) == 'T' && (nominal(at(i - 1)) || at(i - 1) == ',' || at(i - 1) == 'A' || at(i - 1) == ')' || at(i - 1) == 'W' ||
                                 at(i - 1) == 'E')) --i;
      else if (at(i) == ')') {
        int j = i - 1;
        while (j >= 0 && at(j) != '(' && j > i - 12) --j;
        if (at(j) != '(') return i;
        i = j - 1;
      } else {
        return i;
      }
    }
  }

  [[nodiscard]] Subject noun_phrase(int last_chunk, SubjectForm form) const {
    Subject out;
    out.form = form;
    out.last = last_chunk + 1;
    const bool self = at(last_chunk) == 'P' && at(last_chunk - 1) == 'N' && is_himself(last_chunk);  // the mayor himself
    out.first = noun_phrase_begin(chunks_, last_chunk - (self ? 1 : 0));
    out.head = out.first;
    return out;
  }

  [[nodiscard]] int verb_before(int i) const {
    for (int j = i - 1; j >= 0; --j)
      if (finite(at(j))) return j;
    return -1;
  }

  // "“It leaks,” said Reyes, | adding": whoever stands behind the verb of a quotation, before chunk `i`.
  [[nodiscard]] Subject turned_round(int v, int i, SubjectForm form) const {
    const bool behind_quotation = at(v - 1) == 'Q' || (at(v - 1) == ',' && at(v - 2) == 'Q');
    if (!behind_quotation || at(v) != 'V' || (at(v + 1) != 'N' && at(v + 1) != 'P')) return {};
    const Word& verb = *doc_.tokens.word[chunks_.chunks[static_cast<std::size_t>(v)].head];
    const int last = source_end(doc_, chunks_, v + 1);
    if ((verb.classes & word_class::kTakesQuote) == 0 || last > i) return {};
    return {.form = form, .first = v + 1, .last = last, .head = v + 1};
  }

  // The subject that a verb without one takes over: that of the nearest verb before, relative clauses passed over.
  [[nodiscard]] Subject carried(int i, SubjectForm form) const {
    int fallback = -1;
    for (int j = verb_before(i); j >= 0; j = verb_before(j)) {
      if (!subject(j).known()) {
        if (const Subject who = turned_round(j, i, form); who.known()) return who;
        continue;
      }
      if (subject(j).form == SubjectForm::Relative) {
        if (fallback < 0) fallback = j;
        continue;
      }
      Subject out = subject(j);
      out.form = form;
      return out;
    }
    if (fallback < 0) return {};
    Subject out = subject(fallback);
    out.form = form;
    return out;
  }

  // "It claims that the report was a ploy, and | calls …": behind a comma the verb goes with the one that opened the clause before, when
  // that has its tense and the clause's own verb has not.
  [[nodiscard]] Subject carried_in_tense(int v, int conjunction) const {
    const Subject near = carried(conjunction, SubjectForm::Carried);
    const auto tense = [&](int i) { return doc_.tokens.tag[chunks_.chunks[static_cast<std::size_t>(i)].head]; };
    const int inner = verb_before(conjunction);
    if (inner >= 0 && (at(inner) != 'V' || !reports(inner)) && reports(v))
      if (const int opener = opener_of(near, v); opener >= 0 && tense(opener) == tense(v)) {
        Subject out = subject(opener);
        out.form = SubjectForm::Carried;
        return out;
      }
    if (inner < 0 || at(inner) == 'V' || tense(inner) == tense(v)) return near;
    for (int j = inner - 1; j >= 0 && j > inner - 12; --j) {
      if (at(j) != 'H') continue;
      const int opener = verb_before(j);
      if (opener >= 0 && at(opener) == 'V' && tense(opener) == tense(v) && subject(opener).known() &&
          subject(opener).form != SubjectForm::Relative) {
        Subject out = subject(opener);
        out.form = SubjectForm::Carried;
        return out;
      }
      break;
    }
    return near;
  }

  [[nodiscard]] Subject of_finite(int v) {
    int i = skip_back(v - 1);
    if (at(i) == 'B' && at(i - 1) == 'N' && is_word(i - 1, kAll)) i = skip_back(i - 2);  // he all but | accused
    const char c = at(i);
    if (c == 'P') {
      // "a source close to him | said": the pronoun only ends the phrase.
      const int noun = at(i - 1) != 'i' ? -1 : at(i - 2) == 'J' ? i - 3 : i - 2;
      if (noun >= 0 && at(noun) == 'N') return widened(noun, i, SubjectForm::Adjacent);
      return noun_phrase(i, SubjectForm::Adjacent);
    }
    if (c == 'N' && at(i - 1) == 'N' && stands_for_all(i)) return widened(i - 1, i, SubjectForm::Adjacent);  // Reyes and Doe both | said
    if (c == 'N' && i > 0 && at(i - 1) == 'N' && doc_.tokens.tag[chunks_.chunks[static_cast<std::size_t>(i)].head] == tag::kThere)
      return widened(i - 1, i, SubjectForm::Adjacent);  // polls there | show
    if (c == 'N') return before_noun(i, v);
    if (c == 'T' && at(i - 1) == 0 && is_surname(i)) return noun_phrase(i, SubjectForm::Adjacent);  // Day | said
    if (c == 'T' && (at(i - 1) == 0 || at(i - 1) == ',')) return {};
    if (c == 'T' && at(i - 1) == 'V' && at(i - 2) == 'N' && doc_.tokens.tag[chunks_.chunks[static_cast<std::size_t>(i - 1)].head] == tag::kPast)
      return widened(i - 2, i, SubjectForm::Adjacent);  // a poll conducted last week | found
    if (c == 'I' || c == 'J' || c == 'R' || c == 'i' || finite(c))
      if (const Subject who = told_by_relative(i); who.known()) return who;
    if (c == 'J' && counts_people(i)) return noun_phrase(i, SubjectForm::Adjacent);
    if (c == 'W') {
      Subject out;
      out.form = SubjectForm::Relative;
      out.first = out.head = i;
      out.last = i + 1;
      return out;
    }
    if (c == 'E' && (at(i - 1) == 'N' || is_word(i - 1, kThose))) {  // the report released in May | found; those surveyed | said
      if (at(noun_phrase_begin(chunks_, i - 1) - 1) == 's')  // a man who was there when the boat left | said
        if (const Subject who = told_by_relative(i); who.known()) return who;
      int last = v - 1;
      while (at(last) == 'A') --last;
      return widened(i - 1, last, SubjectForm::Adjacent);
    }
    if (c == 'c' || c == 'B') return at(i - 1) == ',' ? carried_in_tense(v, i) : carried(i, SubjectForm::Carried);
    if (c == ';') return carried(v, SubjectForm::Carried);
    if (c == ',') return before_comma(i, v);
    if (c == 'Q') return before_comma(i + 1, v);
    if (c == 'D') return before_dash(i, v);
    return {};
  }

  // "An official who asked not to be named | said", "officials who spoke to Doe | said", "a man who stood there when the boat left | said":
  // the noun group of a relative clause that ends with chunk `last`; -1 for none.
  [[nodiscard]] int antecedent(int last) const {
    constexpr int kFarthest = 16;  // chunks
    for (int k = last; k >= 0 && k > last - kFarthest; --k) {
      const char c = at(k);
      if (!finite(c)) {
        if (c == 'N' || c == 'i' || c == 'I' || c == 'J' || c == 'A' || c == 'R' || c == 'P' || c == 'T' || c == 's' || c == 'G' || c == 'E') continue;
        return -1;
      }
      if (!subject(k).known()) return -1;
      const int first = subject(k).first;
      const bool whose = at(first - 1) == 'W';  // people whose homes burned down | said
      if (whose || subject(k).form == SubjectForm::Relative) {
        const int noun = first - (whose ? 2 : 1);
        return at(noun) == 'N' || is_word(noun, kThose) ? noun : -1;
      }
      if (at(first - 1) != 's') return -1;
      k = first;
    }
    return -1;
  }
  [[nodiscard]] Subject told_by_relative(int last) const {
    const int noun = antecedent(last);
    return noun >= 0 ? widened(noun, last, SubjectForm::Restrictive) : Subject{};
  }

  // "Many | prefer".
  [[nodiscard]] bool counts_people(int i) const {
    static const std::array<std::uint32_t, 5> kCounts = {look_up("many").id, look_up("few").id, look_up("several").id, look_up("most").id,
                                                         look_up("others").id};
    const Chunk& chunk = chunks_.chunks[static_cast<std::size_t>(i)];
    return std::find(kCounts.begin(), kCounts.end(), doc_.tokens.word[chunk.last - 1]->id) != kCounts.end();
  }

  // "… Reyes | said": the noun group next to the verb, or what it only ends.
  [[nodiscard]] Subject before_noun(int i, int) const {
    Subject near = noun_phrase(i, SubjectForm::Adjacent);
    const int before = near.first - 1;
    // "people who attended the vote | said": a verb with a relative subject stands between.
    if (finite(at(before)) && subject(before).form == SubjectForm::Relative) {
      const int w = subject(before).first;
      if (nominal(at(w - 1))) return widened(w - 1, i, SubjectForm::Restrictive);
    }
    // "officials who spoke with Doe | said"
    if (at(before) == 'i' && finite(at(before - 1)))
      if (const Subject who = told_by_relative(before - 1); who.known()) return widened(who.first, i, SubjectForm::Restrictive);
    // "a man named Reyes | said", "the group led by Reyes | said", "a woman holding a sign | said".
    const int e = at(before) == 'i' ? before - 1 : before;
    if (at(e) == 'E' && at(e - 1) == 'N') return widened(e - 1, i, SubjectForm::Adjacent);
    if (at(e) == 'G' && at(e - 1) == 'N' && !finite(at(e - 2))) return widened(e - 1, i, SubjectForm::Adjacent);
    if (at(before) == 'I' && at(before - 1) == 'N' && !finite(at(noun_phrase_begin(chunks_, before - 1) - 1)))
      return widened(before - 1, i, SubjectForm::Adjacent);
    return near;
  }

  [[nodiscard]] Subject widened(int noun, int last_chunk, SubjectForm form) const {
    Subject out = noun_phrase(noun, form);
    out.last = last_chunk + 1;
    return out;
  }

  [[nodiscard]] bool is_himself(int i) const {
    static const std::array<std::uint32_t, 4> kSelves = {look_up("himself").id, look_up("herself").id, look_up("itself").id,
                                                         look_up("themselves").id};
    return std::any_of(kSelves.begin(), kSelves.end(), [&](std::uint32_t self) { return is_word(i, self); });
  }
  [[nodiscard]] bool stands_for_all(int i) const {
    static const std::array<std::uint32_t, 3> kAlls = {look_up("all").id, look_up("both").id, look_up("each").id};
    return std::any_of(kAlls.begin(), kAlls.end(), [&](std::uint32_t all) { return is_word(i, all); });
  }

  // Chunks of one word.
  [[nodiscard]] bool is_word(int i, std::uint32_t word) const {
    if (i < 0) return false;
    const Chunk& chunk = chunks_.chunks[static_cast<std::size_t>(i)];
    return chunk.last - chunk.first == 1 && doc_.tokens.word[chunk.first]->id == word;
  }
  [[nodiscard]] bool is_surname(int i) const {
    const Chunk& chunk = chunks_.chunks[static_cast<std::size_t>(i)];
    return chunk.last - chunk.first == 1 && (doc_.tokens.word[chunk.first]->classes & word_class::kSurname) != 0;
  }

  // Whether a clause of its own begins between `open` and `last`: a finite verb that is no relative clause's.
  [[nodiscard]] bool verb_inside(int open, int last, SubjectForm form) const {
    for (int j = open + 1; j <= last; ++j)
      if (finite(at(j)) && subject(j).form != SubjectForm::Relative && subject(j).form != SubjectForm::Carried &&
          (form != SubjectForm::RelativeAside || subject(j).first < open))
        return true;
    return false;
  }

  // "“It leaks,” Reyes, a baker in Calder, Maryshire, | said": the noun group next to the quotation speaks, however many commas follow.
  [[nodiscard]] Subject behind_quotation(int comma) const {
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
  [[nodiscard]] bool inside_phrase(int q) const {
    const char before = at(q - 1);
    return before == 'N' || before == 'i' || before == 'G' || before == 'E' || before == '&';
  }

  // "Reyes, when the boat left, | said", "Reyes, wearing a shirt covered in stripes, | said": an aside that may hold verbs of its own, behind
  // a noun group that opens a clause.
  [[nodiscard]] bool holds_clause(int open, int noun, int v) const {
    const char first = at(open + 1);
    if (first != 's' && first != 'f' && first != 'G') return false;
    const int begin = noun_phrase_begin(chunks_, noun);
    const char before = at(begin - 1);
    if (before != 0 && before != 'c' && before != 'B' && before != 'H') return false;
    return !(reports(v) && at(v) == 'V' && at(v + 1) == 'N' && turned_source(v + 1) && at(v - 1) == ',');
  }

  // "Reyes, … , | said": what stands between the commas decides.
  [[nodiscard]] Subject before_comma(int comma, int v) const {
    if (at(comma - 1) == 'c') return carried(comma, SubjectForm::Carried);
    if (const Subject speaker = behind_quotation(comma); speaker.known()) return speaker;
    int inner_last = comma - 1;
    int open = inner_last;
    SubjectForm form = SubjectForm::Apposition;
    for (int hops = 0; hops < 4; ++hops) {
      while (open >= 0 && at(open) != ',' && at(open) != ';' && at(open) != ':' && (at(open) != 'Q' || inside_phrase(open))) --open;
      if (at(open) != ',') break;
      if (at(open - 1) == 'W') return {.form = SubjectForm::Relative, .first = open - 1, .last = open, .head = open - 1};
      const char first = at(open + 1);
      const int noun = skip_back(open - 1);
      // "The judge who heard the case, Ana Reyes, | ruled".
      if (first == 'N' && hops == 0 && !verb_inside(open, inner_last, SubjectForm::Apposition))
        if (const int who = antecedent(noun); who >= 0) return widened(who, comma - 1, SubjectForm::Apposition);
      // "and like other ads, | does not mention"
      if (first == 'c' && at(open + 2) == 'i') return carried(open, SubjectForm::Carried);
      if (!nominal(at(noun)) || at(noun) == 'T') {
        --open;
        continue;
      }
      SubjectForm own = SubjectForm::Aside;
      if (first == 'W') own = SubjectForm::RelativeAside;
      else if (first == 'N' || first == 'J') own = SubjectForm::Apposition;
      if (own != SubjectForm::RelativeAside && verb_inside(open, inner_last, own) && !holds_clause(open, noun, v)) break;
      form = own;
      // "Reyes, 45, a baker, said": an age or an apposition hangs on the noun before it.
      const bool hangs = at(noun) == 'N' && at(noun_phrase_begin(chunks_, noun) - 1) == ',' && is_aside_noun(noun);
      if (hangs && hops < 3) {
        open = noun_phrase_begin(chunks_, noun) - 1;
        if (nominal(at(skip_back(open - 1)))) {
          --open;
          ++open;
          continue;
        }
      }
      Subject out = noun_phrase(noun, form);
      out.last = form == SubjectForm::Aside ? noun + 1 : comma;
      return out;
    }
    // "Reyes (Lab., Calder), | said": a comma that only the brackets brought.
    if (at(comma - 1) == ')') {
      const int noun = skip_back(comma - 1);
      if (at(noun) == 'N' && noun_phrase_begin(chunks_, noun) == 0) return widened(noun, comma - 1, SubjectForm::Adjacent);
    }
    // "It leaks, | says a report": behind a comma without "and" a verb of saying has its subject behind it.
    if (reports(v) && at(v) == 'V' && at(v + 1) == 'N' && turned_source(v + 1)) return {};
    return carried(v, SubjectForm::Carried);
  }

  // Whether the noun group `n` can be who says something, at the end of a clause: "a report", "Reyes".
  [[nodiscard]] bool turned_source(int n) const {
    const Chunk& chunk = chunks_.chunks[static_cast<std::size_t>(n)];
    const Word& head = *doc_.tokens.word[chunk.head];
    constexpr auto kSays = word_class::kPerson | word_class::kTitle | word_class::kPeople | word_class::kGroup | word_class::kDocument |
                           word_class::kOrganizationName;
    return doc_.tokens.tag[chunk.head] == tag::kName || (head.classes & kSays) != 0;
  }

  // A number (an age), or a noun group with an article: what an apposition looks like.
  [[nodiscard]] bool is_aside_noun(int i) const {
    const Chunk& chunk = chunks_.chunks[static_cast<std::size_t>(i)];
    const Chunk& opening = chunks_.chunks[static_cast<std::size_t>(noun_phrase_begin(chunks_, i))];
    const char tag = doc_.tokens.tag[chunk.first];
    // "Reyes, director of the Trust, who runs the port, said"
    const word_class::Bits post = doc_.tokens.word[opening.head]->classes & (word_class::kPerson | word_class::kTitle);
    const bool small = (doc_.tokens.shape[opening.first] & kCapital) == 0;
    if (opening.last != chunk.last && post != 0 && small && doc_.tokens.tag[opening.head] != tag::kNouns) return true;
    return chunk.last - chunk.first <= 3 && (tag == tag::kNumber || (tag == tag::kDeterminer && doc_.tokens.tag[chunk.head] != tag::kName));
  }

  // "Reyes – a baker – | said", "Reyes – who bakes – | said": whoever stands before the other dash, unless a verb governs that too.
  [[nodiscard]] Subject before_dash(int dash, int v) const {
    constexpr int kFarthest = 30;  // chunks
    int open = dash - 1;
    while (open >= 0 && at(open) != 'D' && dash - open < kFarthest) --open;
    if (at(open) != 'D') return {};
    const int noun = skip_back(open - 1);
    if (at(noun) == ',' || at(noun) == 'Q') return before_comma(at(noun) == 'Q' ? noun + 1 : noun, v);
    if (!nominal(at(noun)) || at(noun) == 'T') return {};
    Subject out = noun_phrase(noun, SubjectForm::Apposition);
    const char before = at(out.first - 1);
    if (finite(before) || before == 'G' || before == 'I') return carried(open, SubjectForm::Carried);
    out.last = dash;
    return out;
  }

  [[nodiscard]] Subject of_participle(int g) {
    const int i = skip_back(g - 1);
    const char c = at(i);
    if (c == 'N' && i == g - 1) {
      // "a letter | saying" has its own; behind a verb's object the verb's subject goes on: "left the hall | saying".
      Subject near = noun_phrase(i, SubjectForm::NounParticiple);
      const Word& head = *doc_.tokens.word[chunks_.chunks[static_cast<std::size_t>(near.head)].head];
      const bool governed = near.first > 0 && (finite(at(near.first - 1)) || at(near.first - 1) == 'G');
      if (!governed && (head.classes & (word_class::kDocument | word_class::kSpeechNoun)) != 0) return near;
      const Subject main = carried(g, SubjectForm::Participle);
      return main.known() && verb_before(g) >= 0 && verb_before(g) < near.first ? main : near;
    }
    if (c == 'P' && i == g - 1) return noun_phrase(i, SubjectForm::NounParticiple);
    const Subject near = carried(g, SubjectForm::Participle);
    // "Reyes, after saying that it leaks, | left".
    if ((c == 's' || c == 'i') && at(i - 1) == ',' && at(i - 2) == 'N' && !near.known()) return noun_phrase(i - 2, SubjectForm::Participle);
    if ((c == ',' || c == 'Q') && at(g) == 'G' && adds(g))
      if (const Subject who = who_said_before(g); who.known()) return who;
    return (c == ',' || c == 'Q') && at(g) == 'G' && reports(g) ? reporter_of(near, g) : near;
  }

  [[nodiscard]] bool reports(int verb) const {
    const Word& word = *doc_.tokens.word[chunks_.chunks[static_cast<std::size_t>(verb)].head];
    return (word.classes & (word_class::kTakesThat | word_class::kTakesQuote)) != 0;
  }

  // "…, adding": of whoever said what went before, however many others are spoken of in it.
  [[nodiscard]] bool adds(int verb) const {
    static const std::uint32_t add = look_up("add").id;
    return doc_.tokens.word[chunks_.chunks[static_cast<std::size_t>(verb)].head]->lemma == add;
  }
  [[nodiscard]] Subject who_said_before(int g) const {
    Subject out;
    for (int v = verb_before(g); v >= 0; v = verb_before(v)) {
      const Word& word = *doc_.tokens.word[chunks_.chunks[static_cast<std::size_t>(v)].head];
      const Subject& own = subject(v);
      if ((word.classes & word_class::kTakesQuote) == 0 || !own.known() || own.form == SubjectForm::Relative || own.first > g) continue;
      out = own;
      out.form = SubjectForm::Participle;
    }
    return out;
  }

  // The verb of saying that opens the clause in which `near` is the subject, before chunk `i`; -1 for none.
  [[nodiscard]] int opener_of(const Subject& near, int i) const {
    if (!near.known() || near.first >= i) return -1;
    int v = near.first - 1;
    if (at(v) == 'H') --v;
    if (at(v) == 'N' && at(near.first - 1) == 'H') --v;  // told traders that
    return at(v) == 'V' && reports(v) && subject(v).known() && subject(v).form != SubjectForm::Relative ? v : -1;
  }

  // "Reyes said that the bridge leaks, | adding …": who said so goes on, not what was spoken of.
  [[nodiscard]] Subject reporter_of(const Subject& near, int g) const {
    const int opener = opener_of(near, g);
    if (opener < 0) return near;
    Subject out = subject(opener);
    out.form = SubjectForm::Participle;
    return out;
  }

  [[nodiscard]] Subject of_infinitive(int v) {
    const int i = skip_back(v - 1);
    if (finite(at(i)) || at(i) == 'G' || at(i) == 'I' || at(i) == 'J') {
      int k = i;
      if (at(k) == 'J') k = verb_before(k);
      if (k >= 0 && subject(k).known()) {
        Subject out = subject(k);
        if (out.form != SubjectForm::Relative) out.form = SubjectForm::Infinitive;
        return out;
      }
      return {};
    }
    if ((at(i) == 'N' || at(i) == 'P') && i > 0) {
      const int before = noun_phrase_begin(chunks_, i) - 1;
      if (finite(at(before)) || at(before) == 'G' || at(before) == 'I') return noun_phrase(i, SubjectForm::NounParticiple);
    }
    return carried(v, SubjectForm::Infinitive);
  }

  const Document& doc_;
  const Chunks& chunks_;
  std::string_view s_;
  std::vector<Subject>& out_;
};

}  // namespace

void find_subjects(const Document& doc, const Chunks& chunks, std::vector<Subject>& out) { Finder(doc, chunks, out).run(); }

}  // namespace onrecord
