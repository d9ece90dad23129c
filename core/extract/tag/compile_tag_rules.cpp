// The tagger's rules made ready to be tried side by side: for each tag and each word that has rules, their conditions as sets.
#include <algorithm>
#include <bit>
#include <cassert>

#include "extract/tag/tag_rules.h"

namespace onrecord {

void TagRules::add_above(const TagRule& rule) {
  rules_.insert(rules_.begin(), rule);
  compile();
}

void TagRules::compile() {
  more_.clear();
  by_word_.clear();
  std::fill(word_list_.begin(), word_list_.end(), std::uint8_t{0});
  std::array<std::vector<const TagRule*>, kTagCodes> by_tag;
  std::vector<std::vector<const TagRule*>> by_word;
  for (const TagRule& rule : rules_) {
    if (!rule.word) {
      by_tag[tag_code(rule.from)].push_back(&rule);
      continue;
    }
    std::uint8_t& place = word_list_[rule.word];
    if (!place) {
      by_word.emplace_back();
      assert(by_word.size() < 256);
      place = static_cast<std::uint8_t>(by_word.size());
    }
    by_word[place - 1U].push_back(&rule);
  }
  for (std::size_t code = 0; code < kTagCodes; ++code) {
    compile(by_tag_[code], by_tag[code]);
    gives_[code] = {};
    for (const Compiled& rule : by_tag_[code].rules) {
      if (rule.to == rule.from) continue;
      for (std::size_t near = 0; near < kTagCodes; ++near) {
        if ((rule.prev >> near & 1) != 0) gives_[code].behind[near] |= rule.to_bit;
        if ((rule.next >> near & 1) != 0) gives_[code].before[near] |= rule.to_bit;
      }
    }
  }
  by_word_.resize(by_word.size());
  for (std::size_t i = 0; i < by_word.size(); ++i) compile(by_word_[i], by_word[i]);
}

void TagRules::compile(List& list, const std::vector<const TagRule*>& rules) {
  list = List();
  const bool bundled = rules.size() > kFewRules;
  if (bundled) list.bundles.resize((rules.size() + 63) / 64);
  for (std::size_t n = 0; n < rules.size(); ++n) {
    const TagRule& rule = *rules[n];
    std::array<std::uint64_t, static_cast<std::size_t>(TagFeature::ClauseVerb) + 1> tags;
    tags.fill(~0ULL);
    const auto limit = [&](TagFeature f, std::uint64_t set) { tags[static_cast<std::size_t>(f)] &= set; };
    const auto tags_of_word = [](std::uint64_t id) { return word_by_id(static_cast<std::uint32_t>(id)).tags | tag_bits("NM"); };
    Compiled c;
    c.to_bit = tag_bit(rule.to);
    c.from = rule.from, c.to = rule.to;
    c.first_more = static_cast<std::uint16_t>(more_.size());
    for (const TagCondition& condition : rule.conditions) {
      const std::uint64_t value = condition.value;
      // What is asked of a word limits the tags it can have here, which is cheaper to see.
      switch (condition.feature) {
        case TagFeature::Word: continue;
        case TagFeature::PrevWord: limit(TagFeature::Prev, tags_of_word(value)); break;
        case TagFeature::NextWord: limit(TagFeature::Next, tags_of_word(value)); break;
        case TagFeature::PrevClass: limit(TagFeature::Prev, tags_of(value) | tag_bits("NM")); break;
        case TagFeature::NextClass: limit(TagFeature::Next, tags_of(value) | tag_bits("NM")); break;
        default: break;
      }
      if (condition.feature <= TagFeature::ClauseVerb) {
        limit(condition.feature, value);
        if (bundled || condition.feature <= TagFeature::Next) continue;
      }
      more_.push_back({value, condition.feature});
    }
    c.more = static_cast<std::uint8_t>(more_.size() - c.first_more);
    c.prev = tags[static_cast<std::size_t>(TagFeature::Prev)];
    c.next = tags[static_cast<std::size_t>(TagFeature::Next)];
    list.rules.push_back(c);
    list.gives |= c.to_bit;
    if (!bundled) continue;

    // A new bundle rules nothing out.
    Bundle& bundle = list.bundles[n / 64];
    if (n % 64 == 0) {
      bundle.first = static_cast<std::uint32_t>(n);
      bundle.left.fill({~0ULL, ~0ULL, ~0ULL, ~0ULL});
      bundle.right.fill({~0ULL, ~0ULL, ~0ULL});
      bundle.verbs.fill({~0ULL, ~0ULL});
    }
    bundle.gives[static_cast<std::size_t>(std::countr_zero(c.to_bit))] |= 1ULL << n % 64;
    const std::uint64_t other = ~(1ULL << n % 64);
    const auto rule_out = [&](TagFeature f, auto place) {
      for (std::uint64_t out = ~tags[static_cast<std::size_t>(f)] & ((1ULL << kTagCodes) - 1); out; out &= out - 1)
        place(static_cast<std::size_t>(std::countr_zero(out))) &= other;
    };
    rule_out(TagFeature::Prev, [&](std::size_t code) -> auto& { return bundle.left[code].prev; });
    rule_out(TagFeature::Prev2, [&](std::size_t code) -> auto& { return bundle.left[code].prev2; });
    rule_out(TagFeature::Back2, [&](std::size_t code) -> auto& { return bundle.left[code].back2; });
    rule_out(TagFeature::Back3, [&](std::size_t code) -> auto& { return bundle.left[code].back3; });
    rule_out(TagFeature::Next, [&](std::size_t code) -> auto& { return bundle.right[code].next; });
    rule_out(TagFeature::Next2, [&](std::size_t code) -> auto& { return bundle.right[code].next2; });
    rule_out(TagFeature::Ahead2, [&](std::size_t code) -> auto& { return bundle.right[code].ahead2; });
    for (std::size_t verb = 0; verb < kVerbTags.size(); ++verb) {
      if (!(tags[static_cast<std::size_t>(TagFeature::Verb)] >> kVerbTags[verb] & 1)) bundle.verbs[verb].verb &= other;
      if (!(tags[static_cast<std::size_t>(TagFeature::ClauseVerb)] >> kVerbTags[verb] & 1))
        bundle.verbs[verb].clause_verb &= other;
    }
  }
  if (!bundled) return;
  for (Bundle& bundle : list.bundles)   // places that no rule has
    if (const std::size_t size = rules.size() - bundle.first; size < 64)
      for (Bundle::Left& left : bundle.left) left.prev &= (1ULL << size) - 1;
}

}  // namespace onrecord
