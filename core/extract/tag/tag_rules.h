// Contextual rules that choose among the tags a word can bear: "plans" after "to" is a verb, after "the" a noun.
//
// The rules stand in extract/tag/rules.txt, one a line, and read like this:
//
//   n>v prev=t                     a noun becomes a verb after "to"
//   d>e back3class=be              a past tense a participle after a form of "be", at most two words between
//   i>D word=that next=n           "that" before a noun is a determiner
//
// The tags are those of lexicon/tags.h; several together mean any of them (prev=nN). TagFeature lists what a condition
// can ask.
//
// Order of work, which the learner shares because it runs this very code: the text is read once, from left to right. The
// tag that a token has by itself picks its rules; those for the word itself are tried first, then the others; among them
// the first that matches decides, so exceptions stand above what they are exceptions to. A rule only gives a tag that the
// word can bear. What stands to the left is decided already when a token is looked at, what stands to the right has the
// tag it has by itself. "to" alone is settled last: once the word after it (adverbs passed over) has its tag, it is kTo
// before a verb and a preposition otherwise.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/tag/tag_codes.h"
#include "lexicon/lexicon.h"

namespace onrecord {

// What a condition can ask about a token and its surroundings. At a block's edges the neighbours' tag is '.'.
enum class TagFeature : std::uint8_t {
  Prev, Next,                         // a neighbour's tag
  Prev2, Next2,                       // the tag of the one beyond
  Back2, Back3, Ahead2,               // a tag among the two or three before, the two after
  Verb,                               // the last verb's tag since the sentence began; '-' when there is none
  ClauseVerb,                         // the same since the last comma, conjunction ("that" and "because" too), relative
  NextMay,                            // a tag that the next word can bear
  Class, PrevClass, NextClass,        // a word class of the lexicon: of the word, of its neighbours
  Back3Class,                         // a word class among the three before
  First,                              // the word begins its sentence with a capital: y
  Word, PrevWord, Prev2Word, NextWord, Next2Word,
  Count
};
[[nodiscard]] std::string_view name_of(TagFeature feature);

struct TagCondition {
  TagFeature feature = TagFeature::Prev;
  std::uint64_t value = 0;            // a bit for each tag's code, a set of classes, or a word's id
  std::string text;                   // the value as written
};

struct TagRule {
  char from = 0, to = 0;
  std::uint32_t word = 0;             // the word that the rule is for, 0 when it is for all
  std::vector<TagCondition> conditions;
};

// The tokens [first, last) of some text as the rules see them: parallel arrays, `tag` is changed.
struct TagView {
  const Word* const* word = nullptr;
  const std::uint8_t* shape = nullptr;
  char* tag = nullptr;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// What is carried along from left to right: the codes of the tags before, the nearest lowest, and the last verbs' tags as
// places in kTagsOfVerbs.
struct TagState {
  std::uint32_t tags;
  std::uint16_t verbs;
  TagState();
  void step(std::uint8_t code, const Word& word);
  [[nodiscard]] std::uint8_t prev() const { return tags & 0xFF; }
  [[nodiscard]] std::uint8_t prev2() const { return tags >> 8 & 0xFF; }
  [[nodiscard]] std::uint8_t prev3() const { return tags >> 16 & 0xFF; }
  [[nodiscard]] std::uint8_t verb() const { return static_cast<std::uint8_t>(verbs & 0xFF); }
  [[nodiscard]] std::uint8_t clause_verb() const { return static_cast<std::uint8_t>(verbs >> 8); }
};

// The id of the word "to".
[[nodiscard]] std::uint32_t to_id();

// The tags a token can bear, as bits in the order of kTagOrder: the lexicon's, and a name's when it has a capital. `tag`
// is the one it has by itself.
[[nodiscard]] std::uint32_t bearable_tags(const Word& word, std::uint8_t shape, char tag);

class TagRules {
 public:
  static constexpr std::uint32_t kWordIds = 4096;  // a rule for a word itself needs a frequent one

  // Reads rules; errors name the line. An empty text gives no rules.
  [[nodiscard]] static Result<TagRules> parse(std::string_view file_name, std::string_view text);

  // The rules compiled in.
  [[nodiscard]] static const TagRules& built_in();

  [[nodiscard]] const std::vector<TagRule>& rules() const { return rules_; }

  // Puts a rule above those that are there. (For the learner.)
  void add_above(const TagRule& rule);

  // Chooses the tags of the view's tokens. Linear; no allocation. With `by_word`, notes which tokens a rule for their word
  // decided.
  void apply(const TagView& view) const;
  void apply(const TagView& view, std::uint8_t* by_word) const;

  // All rules as the file has them.
  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::size_t kFewRules = 10;
  struct More {
    std::uint64_t value;
    TagFeature feature;
  };
  struct Compiled {
    std::uint64_t prev = ~0ULL, next = ~0ULL;  // sets of tags; looked at only where rules are tried one by one
    std::uint32_t to_bit = 0;
    std::uint16_t first_more = 0;              // the other conditions, in more_
    std::uint8_t more = 0;
    char from = 0, to = 0;
  };
  // Sixty-four rules side by side: for each feature and tag, a bit for each rule that this tag does not rule out. What is
  // left when they are all met are the rules whose tags fit; the lowest bit is the one that stands first.
  struct Bundle {
    struct Left { std::uint64_t prev, prev2, back2, back3; };
    struct Right { std::uint64_t next, next2, ahead2; };
    struct Verbs { std::uint64_t verb, clause_verb; };
    std::array<Left, kTagCodes> left;
    std::array<Right, kTagCodes> right;
    std::array<Verbs, kVerbTags.size()> verbs;
    std::array<std::uint64_t, kTagOrder.size()> gives{};  // by tag, in the order of kTagOrder: the rules that give it
    std::uint32_t first = 0;                   // place of its rules in List::rules
  };
  struct List {
    std::vector<Compiled> rules;               // their `more` leaves out what a bundle sees
    std::vector<Bundle> bundles;               // none when the rules are few and tried one by one
    std::uint32_t gives = 0;                   // the tags that they give
  };
  struct Choice;
  void compile();
  void compile(List& list, const std::vector<const TagRule*>& rules);
  [[nodiscard]] const Compiled* first_fit(const List& list, const Choice& choice) const;
  [[nodiscard]] bool fits(const Compiled& rule, const Choice& choice) const;
  template <bool kTrace>
  void run(const TagView& view, std::uint8_t* by_word) const;

  std::vector<TagRule> rules_;        // in the file's order
  std::array<List, kTagCodes> by_tag_;   // by the tag a token has by itself
  // For each such tag: the other tags that its rules may give behind a tag, and before one.
  struct Gives {
    std::array<std::uint32_t, kTagCodes> behind{}, before{};
  };
  std::array<Gives, kTagCodes> gives_{};
  std::vector<List> by_word_;         // for the words that have rules of their own
  // id to place in by_word_ + 1; the last for all other ids
  std::vector<std::uint8_t> word_list_ = std::vector<std::uint8_t>(kWordIds + 1, 0);
  std::vector<More> more_;
};

}  // namespace onrecord
