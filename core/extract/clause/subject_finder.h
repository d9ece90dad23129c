// Inner to the folder: finds the subjects of one sentence's verbs, see clauses.h. All positions are chunks; a chunk's symbol
// says what it is, and nothing stands before the first.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/chunk/noun_phrases.h"
#include "extract/clause/clauses.h"
#include "lexicon/tags.h"

namespace onrecord {

class SubjectFinder {
 public:
  SubjectFinder(const Document& doc, const Chunks& chunks, std::vector<Subject>& out)
      : doc_(doc), chunks_(chunks), s_(chunks.symbols), out_(out) {}

  void run();

 private:
  // Finite verbs, with their own subject or with another's: clauses.cpp.
  [[nodiscard]] Subject of_finite(int v);
  [[nodiscard]] Subject said_first() const;
  [[nodiscard]] bool counts_people(int i) const;
  [[nodiscard]] bool is_himself(int i) const;
  [[nodiscard]] bool another_verb(int v) const;
  [[nodiscard]] bool says_clauses(int verb) const;
  [[nodiscard]] bool is_auxiliary(int i) const;
  [[nodiscard]] bool is_have(int i) const;
  [[nodiscard]] bool is_neither(int i) const;
  [[nodiscard]] bool is_object(int i) const;
  [[nodiscard]] bool stands_for_all(int i) const;
  [[nodiscard]] bool is_surname(int i) const;
  [[nodiscard]] Subject turned_round(int v, int i, SubjectForm form) const;
  [[nodiscard]] Subject carried(int i, SubjectForm form) const;
  [[nodiscard]] Subject carried_in_tense(int v, int conjunction) const;
  [[nodiscard]] Subject said_again(int v, int conjunction) const;
  [[nodiscard]] int before_setting(int i) const;
  [[nodiscard]] int opener_of(const Subject& near, int i) const;

  // By what stands at chunk `i` next to the verb `v`: adjacent_subjects.cpp.
  [[nodiscard]] Subject before_noun(int i, int v) const;
  [[nodiscard]] bool met_by_name(int verb) const;
  [[nodiscard]] Subject before_pronoun(int i) const;
  [[nodiscard]] Subject before_time(int i, int v) const;
  [[nodiscard]] Subject before_infinitive(int i) const;
  [[nodiscard]] Subject before_participle(int i, int v) const;
  [[nodiscard]] Subject before_quotation(int i, int v) const;
  [[nodiscard]] int noun_of_clause(int before, int v) const;
  [[nodiscard]] int noun_of_participle(int before, int v) const;
  [[nodiscard]] bool ends_aside(int noun, int v) const;
  [[nodiscard]] int noun_before_gerund(int last, int v) const;
  [[nodiscard]] bool two_behind_clause(int i, int v) const;
  [[nodiscard]] int past_for_participle(int last, int v) const;
  [[nodiscard]] int antecedent(int last) const;
  [[nodiscard]] int said_by_noun(int first) const;
  [[nodiscard]] Subject told_by_relative(int last) const;

  // What stands between commas and dashes: aside_subjects.cpp.
  [[nodiscard]] Subject before_comma(int comma, int v) const;
  [[nodiscard]] Subject behind_quotation(int comma) const;
  [[nodiscard]] Subject before_remark(int comma) const;
  [[nodiscard]] std::optional<Subject> before_asides(int comma, int v) const;
  [[nodiscard]] int opening_comma(int i) const;
  [[nodiscard]] bool is_form_of_law(int i) const;
  [[nodiscard]] Subject behind_clause(int noun, int open, int comma) const;
  [[nodiscard]] SubjectForm form_of_aside(int open, SubjectForm outer) const;
  [[nodiscard]] int hangs_on_noun(int noun) const;
  [[nodiscard]] int comma_of_relative(int governs) const;
  [[nodiscard]] bool inside_phrase(int q) const;
  [[nodiscard]] bool is_fronted(int noun) const;
  [[nodiscard]] bool names_whom(int noun, int name) const;
  [[nodiscard]] bool holds_clause(int open, int noun, int v) const;
  [[nodiscard]] bool verb_inside(int open, int last, SubjectForm form) const;
  [[nodiscard]] bool is_aside_noun(int i) const;
  [[nodiscard]] Subject before_dash(int dash, int v) const;

  // Participles and infinitives: participle_subjects.cpp.
  [[nodiscard]] Subject of_participle(int g);
  [[nodiscard]] bool adds(int verb) const;
  [[nodiscard]] Subject who_said_before(int g) const;
  [[nodiscard]] Subject reporter_of(const Subject& near, int g) const;
  [[nodiscard]] Subject of_fronted(int g) const;
  [[nodiscard]] Subject has_chance(int i) const;
  [[nodiscard]] bool is_first_to(int i) const;
  [[nodiscard]] bool is_means(int v) const;
  [[nodiscard]] Subject of_infinitive(int v);

  [[nodiscard]] char at(int i) const { return chunks_.at(i); }
  [[nodiscard]] const Chunk& group(int i) const { return chunks_.chunks[static_cast<std::size_t>(i)]; }
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
    if (at(out.first - 1) == 'c' && is_neither(out.first - 1)) --out.first;  // neither Reyes nor Doe
    return out;
  }

  // The subject of another verb, "Reyes left | and said".
  [[nodiscard]] Subject taken_over(int verb, SubjectForm form) const {
    Subject out = subject(verb);
    out.form = form;
    return out;
  }

  [[nodiscard]] Subject widened(int noun, int last_chunk, SubjectForm form) const {
    Subject out = noun_phrase(noun, form);
    out.last = last_chunk + 1;
    return out;
  }

  [[nodiscard]] int verb_before(int i) const {
    for (int j = i - 1; j >= 0; --j)
      if (finite(at(j))) return j;
    return -1;
  }

  // The id of the word that is all of chunk `i`; 0 where it is longer, or there is none.
  [[nodiscard]] std::uint32_t only_word(int i) const {
    if (i < 0) return 0;
    const Chunk& chunk = group(i);
    return chunk.last - chunk.first == 1 ? doc_.tokens.word[chunk.first]->id : 0;
  }
  [[nodiscard]] bool is_word(int i, std::uint32_t word) const { return only_word(i) == word; }

  [[nodiscard]] bool names_somebody(int noun) const { return onrecord::names_somebody(doc_, group(noun)); }
  [[nodiscard]] bool may_speak(int noun) const { return onrecord::may_speak(doc_, group(noun)); }
  [[nodiscard]] bool may_speak(const Subject& who) const { return at(who.head) == 'P' || may_speak(who.head); }

  [[nodiscard]] bool may_be_participle(int verb) const {
    const Chunk& chunk = group(verb);
    return chunk.last - chunk.first == 1 && (doc_.tokens.word[chunk.head]->tags & tag_bit(tag::kParticiple)) != 0;
  }
  [[nodiscard]] word_class::Bits group_classes(int i) const { return doc_.tokens.word[group(i).head]->classes; }
  [[nodiscard]] bool takes_clause(int verb) const { return (group_classes(verb) & word_class::kTakesThat) != 0; }
  [[nodiscard]] bool takes_quote(int verb) const { return (group_classes(verb) & word_class::kTakesQuote) != 0; }
  [[nodiscard]] bool reports(int verb) const {
    return (group_classes(verb) & (word_class::kTakesThat | word_class::kTakesQuote)) != 0;
  }

  const Document& doc_;
  const Chunks& chunks_;
  std::string_view s_;
  std::vector<Subject>& out_;
};

}  // namespace onrecord
