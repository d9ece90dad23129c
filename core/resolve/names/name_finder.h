// Inner to the folder: finds an article's names and pronouns.
//
//   NameFinder(doc, places.names, names, pronouns).run();
//
// names.cpp has how far a name goes, name_titles.cpp what in it is title and what is name.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/tags.h"
#include "resolve/names/names.h"
#include "segment/document.h"

namespace onrecord {

// Entries of the small words that stand in and beside names, looked up once.
struct NameSpellings {
  std::uint32_t he = look_up("he").id, him = look_up("him").id, his = look_up("his").id, she = look_up("she").id,
                her = look_up("her").id, hers = look_up("hers").id, himself = look_up("himself").id,
                herself = look_up("herself").id, of = look_up("of").id, for_ = look_up("for").id, on = look_up("on").id,
                and_ = look_up("and").id, the = look_up("the").id, in = look_up("in").id,
                near = look_up("near").id, around = look_up("around").id;
};
[[nodiscard]] const NameSpellings& name_spellings();

class NameFinder {
 public:
  NameFinder(const Document& doc, std::span<const std::uint32_t> places, std::vector<Name>& names, std::vector<PronounAt>& pronouns)
      : doc_(doc), t_(doc.tokens), s_(name_spellings()), places_(places), names_(names), pronouns_(pronouns) {}

  void run();

 private:
  using Bits = word_class::Bits;
  [[nodiscard]] bool ordinary(std::uint32_t t) const { return is_ordinary(doc_, t); }
  [[nodiscard]] bool is(std::uint32_t t, Bits bits) const { return (t_.word[t]->classes & bits) != 0; }
  [[nodiscard]] bool shaped(std::uint32_t t, std::uint8_t bits) const { return (t_.shape[t] & bits) != 0; }
  [[nodiscard]] bool capital(std::uint32_t t) const { return (t_.shape[t] & (kCapital | kMark)) == kCapital; }
  [[nodiscard]] bool calls_anybody(std::uint32_t t) const;
  [[nodiscard]] bool name_tag(std::uint32_t t) const { return t_.tag[t] == tag::kName || t_.tag[t] == tag::kNames; }
  [[nodiscard]] bool capitals_everywhere(const TokenBlock& block) const;
  [[nodiscard]] bool initial(std::uint32_t t) const;

  void place(std::uint32_t t);
  [[nodiscard]] bool quoted(std::uint32_t t) const { return t < quote_end_; }
  void pronoun(std::uint32_t t);
  [[nodiscard]] bool nickname_marks(std::uint32_t open, std::uint32_t close) const;
  [[nodiscard]] std::uint32_t behind_particles(std::uint32_t t, std::uint32_t limit) const;
  [[nodiscard]] bool before_surname(std::uint32_t t, std::uint32_t limit) const;
  [[nodiscard]] bool acronym_of_small_word(std::uint32_t t, const TokenBlock& block) const;
  [[nodiscard]] bool party_and_state(std::uint32_t t) const;
  [[nodiscard]] bool compound(std::uint32_t t) const;
  [[nodiscard]] bool part(std::uint32_t t) const;
  std::uint32_t name(std::uint32_t t, const TokenBlock& block);
  [[nodiscard]] bool owned(std::uint32_t first, std::uint32_t mark, std::uint32_t limit) const;
  [[nodiscard]] bool name_at(std::uint32_t i, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t extend(std::uint32_t first, std::uint32_t limit) const;
  [[nodiscard]] bool inside_name(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t behind_mark(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t behind_list(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const;
  [[nodiscard]] bool heads_body(std::uint32_t j) const;
  [[nodiscard]] std::uint32_t behind_of(std::uint32_t j, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t behind_and(std::uint32_t first, std::uint32_t j, std::uint32_t limit) const;

  // name_titles.cpp

  // Capitalised words that belong together, while it is found out what in them is the name.
  struct Run {
    std::uint32_t first = 0, last = 0;  // tokens, half open: all of them
    std::uint32_t start = 0, end = 0;   // of them the name, without the titles in front, nor Jr. and QC behind
    std::uint32_t hints = 0;            // of name_hint
    bool office = false;                // "Office of …"
    bool organized = false;             // an organisation's by its words; an office is one

    [[nodiscard]] std::uint32_t size() const { return end - start; }
  };
  void weak(std::uint32_t t, const TokenBlock& block);
  [[nodiscard]] std::uint32_t behind_place(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool seat_in_front(std::uint32_t place) const;
  [[nodiscard]] std::uint32_t behind_paper(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool modifies(std::uint32_t end, std::uint32_t limit) const;
  [[nodiscard]] std::uint32_t behind_field(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool named_behind_post(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool told_as_person(std::uint32_t end, std::uint32_t limit) const;
  [[nodiscard]] bool seat_of_party(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] std::uint32_t before_suffixes(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool is_office(const Run& run) const;
  [[nodiscard]] bool is_organized(const Run& run, const TokenBlock& block) const;
  [[nodiscard]] bool is_post_of_organization(const Run& run) const;
  [[nodiscard]] std::uint32_t behind_department(std::uint32_t of, std::uint32_t end) const;
  [[nodiscard]] bool has_proper_word(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool tan_sri(std::uint32_t k, std::uint32_t first) const;
  void split_titles_off(Run& run) const;
  [[nodiscard]] bool is_only_titles(const Run& run, const TokenBlock& block) const;
  [[nodiscard]] bool is_unnamed_post(const Run& run, const TokenBlock& block) const;
  [[nodiscard]] bool is_capital_of_sentence(const Run& run, const TokenBlock& block) const;
  void split_posts_off(Run& run) const;
  void note_words_before(Run& run, const TokenBlock& block) const;
  void note_words_inside(Run& run, const TokenBlock& block) const;
  void add_two(std::uint32_t first, std::uint32_t second, std::uint32_t last, const TokenBlock& block);
  void add(std::uint32_t first, std::uint32_t last, const TokenBlock& block);

  const Document& doc_;
  const Tokens& t_;
  const NameSpellings& s_;
  std::span<const std::uint32_t> places_;  // see places.h
  std::vector<Name>& names_;
  std::vector<PronounAt>& pronouns_;
  std::uint32_t sentence_ = 0, last_sentence_ = 0;
  std::size_t quote_ = 0;
  std::uint32_t quote_end_ = 0;
  bool headline_ = false, byline_ = false, title_case_ = false;
};

}  // namespace onrecord
