#include "extract/tag/tag_rules.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "segment/tokens.h"

using namespace onrecord;

namespace {

std::string error_of(std::string_view text) {
  const auto rules = TagRules::parse("rules.txt", text);
  return rules ? "" : rules.error().text();
}

// Some tokens laid out as a document has them.
struct Tokens1 {
  std::vector<const Word*> word;
  std::vector<std::uint8_t> shape;
  std::string tag;
  void add(const char* text, char with_tag, std::uint8_t with_shape = 0) {
    word.push_back(&look_up(text));
    shape.push_back(with_shape);
    tag += with_tag;
  }
  [[nodiscard]] TagView view() { return {word.data(), shape.data(), tag.data(), 0, static_cast<std::uint32_t>(tag.size())}; }
};

// The order of work as the header tells it, word for word.
std::string as_described(const TagRules& rules, const Tokens1& t) {
  const std::string before = t.tag;
  std::string tags = t.tag;
  const auto left = [&](std::size_t i, std::size_t back) { return i >= back ? tags[i - back] : '.'; };
  const auto right = [&](std::size_t i, std::size_t ahead) { return i + ahead < before.size() ? before[i + ahead] : '.'; };
  const auto word = [&](std::size_t i, int offset) -> const Word& {
    const auto at = static_cast<std::int64_t>(i) + offset;
    return at < 0 || at >= static_cast<std::int64_t>(before.size()) ? word_by_id(0) : *t.word[static_cast<std::size_t>(at)];
  };
  for (std::size_t i = 0; i < before.size(); ++i) {
    char verb = '-', clause_verb = '-';
    for (std::size_t k = 0; k < i; ++k) {
      const std::string_view seen(&tags[k], 1);
      if (std::string_view("vdegpzh").find(seen) != std::string_view::npos) verb = clause_verb = tags[k];
      else if (std::string_view(".<;:").find(seen) != std::string_view::npos) verb = clause_verb = '-';
      else if (std::string_view(",cWw>-").find(seen) != std::string_view::npos) clause_verb = '-';
      else if (tags[k] == 'i' && (t.word[k]->classes & word_class::kSubordinator)) clause_verb = '-';
    }
    const auto holds = [&](const TagCondition& c) {
      const auto is = [&](char tag) { return c.text.find(tag) != std::string::npos; };
      const auto of = [&](word_class::Bits classes) { return (classes & c.value) != 0; };
      switch (c.feature) {
        case TagFeature::Prev: return is(left(i, 1));
        case TagFeature::Prev2: return is(left(i, 2));
        case TagFeature::Next: return is(right(i, 1));
        case TagFeature::Next2: return is(right(i, 2));
        case TagFeature::Back2: return is(left(i, 1)) || is(left(i, 2));
        case TagFeature::Back3: return is(left(i, 1)) || is(left(i, 2)) || is(left(i, 3));
        case TagFeature::Ahead2: return is(right(i, 1)) || is(right(i, 2));
        case TagFeature::Verb: return is(verb);
        case TagFeature::ClauseVerb: return is(clause_verb);
        case TagFeature::NextMay: return (word(i, 1).tags & c.value) != 0;
        case TagFeature::Class: return of(word(i, 0).classes);
        case TagFeature::PrevClass: return of(word(i, -1).classes);
        case TagFeature::NextClass: return of(word(i, 1).classes);
        case TagFeature::Back3Class: return of(word(i, -1).classes | word(i, -2).classes | word(i, -3).classes);
        case TagFeature::First: return (t.shape[i] & (kFirst | kCapital)) == (kFirst | kCapital);
        case TagFeature::Word: return word(i, 0).id == c.value;
        case TagFeature::PrevWord: return word(i, -1).id == c.value;
        case TagFeature::Prev2Word: return word(i, -2).id == c.value;
        case TagFeature::NextWord: return word(i, 1).id == c.value;
        case TagFeature::Next2Word: return word(i, 2).id == c.value;
        case TagFeature::Count: break;
      }
      return false;
    };
    const std::uint32_t may = bearable_tags(*t.word[i], t.shape[i], before[i]);
    for (const bool own : {true, false}) {
      const auto fits = [&](const TagRule& rule) {
        return (rule.word != 0) == own && rule.from == before[i] && (tag_bit(rule.to) & may) != 0 &&
               std::all_of(rule.conditions.begin(), rule.conditions.end(), holds);
      };
      const auto found = std::find_if(rules.rules().begin(), rules.rules().end(), fits);
      if (found == rules.rules().end()) continue;
      tags[i] = found->to;
      break;
    }
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (word(i, 0).id != to_id()) continue;
    std::size_t k = i + 1;
    while (k < before.size() && tags[k] == 'r') ++k;
    if (k < before.size() && tag_bit(tags[k])) tags[i] = tags[k] == 'v' ? 't' : 'i';
  }
  return tags;
}

}  // namespace

TEST_CASE("a bad rule is named with its line", "[tagger]") {
  CHECK(error_of("# a comment\n\nn>v prev=t\n#>n prev=D\n") == "");
  const std::string hint = "; a rule reads FROM>TO feature=value ..., see core/extract/tag/tag_rules.h";
  CHECK(error_of("n>v prev=t\nn v prev=t\n") == "rules.txt:2: not FROM>TO: n" + hint);
  CHECK(error_of("n>, prev=t\n") == "rules.txt:1: not FROM>TO: n>," + hint);
  CHECK(error_of("n>v behind=t\n") == "rules.txt:1: no condition: behind=t" + hint);
  CHECK(error_of("n>v prev=\n") == "rules.txt:1: no condition: prev=" + hint);
  CHECK(error_of("n>v prev\n") == "rules.txt:1: no condition: prev" + hint);
  CHECK(error_of("n>v prev=tQ\n") == "rules.txt:1: no tags: tQ" + hint);
  CHECK(error_of("n>v nextmay=,\n") == "rules.txt:1: no tags: ," + hint);
  CHECK(error_of("n>v prevword=blorft\n") == "rules.txt:1: no known word: blorft" + hint);
  CHECK(error_of("n>v prevclass=blorft\n") == "rules.txt:1: no word class: blorft" + hint);
  CHECK(error_of("n>v word=counterrevolutionary\n") == "rules.txt:1: no frequent word: counterrevolutionary" + hint);
  CHECK(error_of("n>v first=n\n") == "rules.txt:1: only =y: first=n" + hint);
}

TEST_CASE("rules are written as they were read", "[tagger]") {
  const std::string text = "n>v prev=t\ni>D word=that next=nm\nd>e back3class=be clauseverb=-\n#>n first=y\n";
  const auto rules = TagRules::parse("rules.txt", text);
  REQUIRE(rules);
  CHECK(rules->text() == text);
}

TEST_CASE("the first rule that matches decides, rules for the word itself before the others", "[tagger]") {
  const auto tagged = [](std::string_view text) {
    const auto rules = TagRules::parse("rules.txt", text);
    REQUIRE(rules);
    Tokens1 t;
    t.add("will", 't');
    t.add("plans", 'm');
    t.add("report", 'n');
    rules->apply(t.view());
    return t.tag;
  };
  CHECK(tagged("") == "tmn");
  CHECK(tagged("n>v prev=m\n") == "tmv");
  CHECK(tagged("n>p prev=m\nn>v prev=m\n") == "tmp");
  CHECK(tagged("n>n prev2=t\nn>v prev=m\n") == "tmn");
  CHECK(tagged("n>p prev=m\nn>v word=report prev=m\n") == "tmv");
  CHECK(tagged("m>z prev=t\nn>v prev=m\n") == "tzn");   // what stands to the left is decided already
  CHECK(tagged("m>z prev=t\nn>v prev=z\n") == "tzv");
  CHECK(tagged("m>z next=v\nn>v prev=m\n") == "tmv");   // what stands to the right is not
  CHECK(tagged("m>z next=n\nn>v prev=z\n") == "tzv");
  CHECK(tagged("n>r prev=m\n") == "tmn");               // a report is no adverb
  CHECK(tagged("n>v word=plans\n") == "tmn");
}

TEST_CASE("\"to\" is settled by the tag of what follows it", "[tagger]") {
  const auto rules = TagRules::parse("rules.txt", "n>v prev=t\n");
  REQUIRE(rules);
  const auto tagged = [&](char to, const char* next, char next_tag, bool adverb) {
    Tokens1 t;
    t.add("to", to);
    if (adverb) t.add("fully", 'r');
    t.add(next, next_tag);
    rules->apply(t.view());
    return t.tag;
  };
  CHECK(tagged('t', "report", 'n', false) == "tv");
  CHECK(tagged('i', "leave", 'v', false) == "tv");
  CHECK(tagged('t', "mayor", 'n', false) == "in");
  CHECK(tagged('i', "support", 'v', true) == "trv");
  CHECK(tagged('t', "mayor", 'n', true) == "irn");
}

TEST_CASE("rules side by side give what rules one by one would", "[tagger]") {
  const TagRules& built_in = TagRules::built_in();
  REQUIRE(built_in.rules().size() > 100);
  std::mt19937 random(20240229);
  const char* const words[] = {"to",         "that",    "'s",     "plans",  "report", "said", "claims",  "the",   "of",     "he",
                               "was",        "have",    "not",    "by",     "in",     "like", "more",    "Reyes", "states", "left",
                               "criticized", "reports", "blorft", "Monday", "police", "who",  "and",     ",",     "been",   "thought",
                               "according",  "one",     "as",     "her",    "down",   "new",  "because", "while"};
  const std::string tags = "nmNMvdegpzhjkritDPO'c#WwxRu,.:;-()<>*";
  const auto any = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
  for (int round = 0; round < 400; ++round) {
    Tokens1 t;
    for (int i = 0; i < 40; ++i) {
      const char* word = words[any(std::size(words))];
      const Word& known = look_up(word);
      char tag = tags[any(tags.size())];  // an unknown word or a mark may have any tag, a known one those it can bear
      if (known.id) {
        do tag = kTagOrder[any(kTagOrder.size())];
        while (!(known.tags & tag_bit(tag)));
      }
      const auto shape = static_cast<std::uint8_t>(any(5) ? 0 : any(2) ? kCapital : kCapital | kFirst);
      t.add(word, tag, word[0] == ',' ? std::uint8_t{kMark} : shape);
    }
    const std::string want = as_described(built_in, t);
    std::vector<std::uint8_t> by_word(t.tag.size());
    Tokens1 traced = t;
    built_in.apply(t.view());
    built_in.apply(traced.view(), by_word.data());
    REQUIRE(t.tag == want);
    REQUIRE(traced.tag == want);
  }
}
