// Contextual rules that choose among the tags a word can bear: "plans" after "to" is a verb, after "the" a noun.
//
// The rules stand in extract/tags/rules.txt, one a line, and read like this:
//
//   n v  prev=t                  a noun becomes a verb after "to"
//   e d  prev=NP back3class!…    (see kFeatures in tag_rules.cpp for all that a condition can ask)
//   word=that  i D  next=n
//
// Order of work, which the learner shares because it runs this very code: the text is read from left to right, twice
// (pass 1 and pass 2 have rules of their own). A token's tag so far, in pass 1 the one it has by itself, picks its rules;
// those for the word itself are tried first, then the others; among them the first that matches decides, so exceptions
// stand above what they are exceptions to. A rule only gives a tag that the word can bear. What stands to the left is
// decided already when a token is looked at, what stands to the right has its tag from before the pass.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace onrecord {

// A set of tags, which are ASCII letters and marks.
struct TagSet {
  std::uint64_t bits[2] = {0, 0};
  void add(char tag) { bits[(tag >> 6) & 1] |= 1ULL << (tag & 63); }
  [[nodiscard]] bool has(char tag) const { return (bits[(tag >> 6) & 1] >> (tag & 63) & 1) != 0; }
  static TagSet all() { return {{~0ULL, ~0ULL}}; }
};

// What a condition can ask about a token's surroundings.
enum class TagFeature : std::uint8_t {
  Prev, Prev2, Next, Next2,           // the tag of a neighbour
  Back2, Back3, Ahead2,               // a tag among the two or three before, the two after
  Word, PrevWord, Prev2Word, NextWord, Next2Word,
  PrevClass, Back3Class, NextClass,   // a word class of the lexicon
  NextMay,                            // a tag that the next word can bear
  Verb,                               // the last verb's tag since the sentence began, '-' when there is none
  ClauseVerb,                         // the same since the last comma, conjunction or relative pronoun
  First,                              // begins its sentence with a capital: y
  Count
};
[[nodiscard]] std::string_view name_of(TagFeature feature);

// The tokens of a stretch of text as the rules see them. `tag` must have kMargin readable places beyond `last`.
struct TagView {
  static constexpr std::uint32_t kMargin = 2;
  const Word* const* word = nullptr;
  const std::uint8_t* shape = nullptr;
  char* tag = nullptr;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// Left context as it is carried along.
struct TagState {
  char prev = '.', prev2 = '.', prev3 = '.';
  char verb = '-', clause_verb = '-';
  void step(char tag) {
    static constexpr std::string_view kVerbs = "vdegpzh";
    prev3 = prev2, prev2 = prev, prev = tag;
    if (kVerbs.find(tag) != std::string_view::npos) verb = clause_verb = tag;
    else if (tag == '.' || tag == '<' || tag == ';' || tag == ':') verb = clause_verb = '-';
    else if (tag == ',' || tag == 'c' || tag == 'W' || tag == 'w' || tag == '>' || tag == '-') clause_verb = '-';
  }
};

// The tags a token can bear, as bits in the order of kTagOrder: the lexicon's, and a name's when it has a capital.
[[nodiscard]] std::uint32_t bearable_tags(const Word& word, std::uint8_t shape, char tag);

// The bit of a tag in kTagOrder; 0 for marks.
[[nodiscard]] std::uint32_t tag_bit(char tag);

struct TagCondition {
  TagFeature feature = TagFeature::Prev;
  TagSet tags;                    // for features whose value is a tag
  std::uint32_t word = 0;         // for words: the id
  word_class::Bits classes = 0;
  std::string text;               // the value as written
};

struct TagRule {
  char from = 0, to = 0;
  std::uint32_t word = 0;         // of rules for one word: its id
  std::vector<TagCondition> conditions;
};

class TagRules {
 public:
  static constexpr std::uint32_t kWordIds = 4096;  // rules for a word itself need a frequent one

  // Reads rules; errors name the line. An empty text gives no rules.
  [[nodiscard]] static Result<TagRules> parse(std::string_view file_name, std::string_view text);

  // The rules compiled in.
  [[nodiscard]] static const TagRules& built_in();

  [[nodiscard]] std::uint32_t passes() const { return static_cast<std::uint32_t>(passes_.size()); }
  [[nodiscard]] std::size_t size() const;

  // Puts a rule above those that are there for its word or tag. (For the learner.)
  void add_above(std::uint32_t pass, const TagRule& rule);

  // Chooses the tags of the view's tokens. Linear.
  void apply(std::uint32_t pass, const TagView& view) const;

  // All rules as the file has them.
  [[nodiscard]] std::string text() const;

 private:
  struct Compiled {
    TagSet prev, next;
    std::uint32_t to_bit = 0;
    char to = 0;
    std::uint8_t more = 0;            // conditions besides prev and next
    std::uint16_t first_more = 0;
  };
  using List = std::vector<Compiled>;
  struct Pass {
    std::vector<TagRule> rules;       // in the file's order
    std::array<List, 128> by_tag;
    std::vector<List> by_word;        // 1-based through word_list
    std::vector<std::uint8_t> word_list = std::vector<std::uint8_t>(kWordIds, 0);
    std::vector<char> word_from;
    std::vector<TagCondition> more;
  };
  void compile(Pass& pass);
  [[nodiscard]] const Compiled* match(const Pass& pass, const List& list, const TagView& view, std::uint32_t at,
                                      const TagState& state, std::uint32_t may) const;
  [[nodiscard]] static bool holds(const TagCondition& condition, const TagView& view, std::uint32_t at,
                                  const TagState& state);
  std::vector<Pass> passes_;
};

}  // namespace onrecord
