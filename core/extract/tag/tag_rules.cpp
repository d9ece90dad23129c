#include "extract/tag/tag_rules.h"

#include <algorithm>
#include <bit>

#include "lexicon/tags.h"
#include "segment/tokens.h"

namespace onrecord {

namespace {

constexpr std::uint8_t kStop = tag_code(tag::kStop);
constexpr std::uint8_t kConjunctionCode = tag_code(tag::kPreposition);
constexpr std::uint64_t kSentenceBegins = tag_set(".<;:");
constexpr std::uint64_t kClauseBegins = tag_set(".<;:,cWw>-");

// What a tag makes of the verbs before it: which are kept, and its own place in kVerbTags for both.
struct Step {
  std::uint16_t keep = 0xFFFF, verbs = 0;
};
constexpr std::array<Step, 256> make_steps() {
  std::array<Step, 256> steps{};
  for (std::size_t code = 0; code < 64; ++code)
    steps[code].keep = static_cast<std::uint16_t>((kSentenceBegins >> code & 1 ? 0 : 0xFF) |
                                                  (kClauseBegins >> code & 1 ? 0 : 0xFF00));
  for (std::uint16_t verb = 1; verb < kVerbTags.size(); ++verb)
    steps[kVerbTags[verb]] = {0, static_cast<std::uint16_t>(verb | verb << 8)};
  return steps;
}
constexpr auto kSteps = make_steps();

inline void advance(TagState& state, std::uint8_t code, const Word& word) {
  state.tags = state.tags << 8 | code;
  const bool clause = (code == kConjunctionCode) & ((word.classes & word_class::kSubordinator) != 0);
  state.verbs = static_cast<std::uint16_t>((state.verbs & (clause ? 0xFF : kSteps[code].keep)) | kSteps[code].verbs);
}

// What a word that no list has may be, by the tag its shape suggests.
constexpr std::array<std::uint32_t, 128> kUnknownMay = [] {
  std::array<std::uint32_t, 128> out{};
  for (std::size_t tag = 0; tag < out.size(); ++tag) out[tag] = tag_bit(static_cast<char>(tag));
  const auto set = [&](char tag, std::string_view may) { out[static_cast<std::size_t>(tag)] = tag_bits(may); };
  set(tag::kNoun, "njvp"), set(tag::kNouns, "mz"), set(tag::kGerund, "gnj"), set(tag::kPast, "dej"), set(tag::kParticiple, "dej");
  set(tag::kAdjective, "jn");
  return out;
}();
// By shape: a mark can bear none of them, a word with a capital a name's too.
struct ShapeMay {
  std::uint32_t all = 0, also = 0;
};
constexpr std::array<ShapeMay, 256> kShapeMay = [] {
  std::array<ShapeMay, 256> out{};
  for (std::size_t shape = 0; shape < out.size(); ++shape)
    if ((shape & kMark) == 0) out[shape] = {~0U, (shape & kCapital) == 0 ? 0U : (shape & kFirst) != 0 ? tag_bits("N") : tag_bits("NM")};
  return out;
}();

inline std::uint32_t bearable(const Word& word, std::uint8_t shape, char tag) {
  const std::uint32_t unknown = kUnknownMay[static_cast<std::size_t>(tag) & 127U] & (std::uint32_t{word.id != 0} - 1U);
  return ((word.tags | unknown) & kShapeMay[shape].all) | kShapeMay[shape].also;  // the unknown word has no tags of its own
}

}  // namespace

std::uint32_t to_id() {
  static const std::uint32_t id = look_up("to").id;
  return id;
}

std::uint32_t bearable_tags(const Word& word, std::uint8_t shape, char tag) { return bearable(word, shape, tag); }

TagState::TagState() : tags(kStop * 0x010101U), verbs(0) {}

void TagState::step(std::uint8_t code, const Word& word) { advance(*this, code, word); }

// A token with several tags to choose from, and where it stands.
struct TagRules::Choice {
  const TagView& view;
  std::uint32_t at;
  std::uint32_t may;
  TagState state;
  std::uint8_t next, next2;
  char tag;

  [[nodiscard]] const Word& word(std::int64_t offset) const {
    const std::int64_t i = at + offset;
    return i < view.first || i >= view.last ? word_by_id(0) : *view.word[i];
  }

  [[nodiscard]] bool holds(const More& more) const {
    const auto in = [&](std::uint64_t set) { return (set & more.value) != 0; };
    const auto tag_in = [&](std::uint8_t code) { return (more.value >> code & 1) != 0; };
    switch (more.feature) {
      case TagFeature::Prev2: return tag_in(state.prev2());
      case TagFeature::Next2: return tag_in(next2);
      case TagFeature::Back2: return tag_in(state.prev()) || tag_in(state.prev2());
      case TagFeature::Back3: return tag_in(state.prev()) || tag_in(state.prev2()) || tag_in(state.prev3());
      case TagFeature::Ahead2: return tag_in(next) || tag_in(next2);
      case TagFeature::Verb: return tag_in(kVerbTags[state.verb()]);
      case TagFeature::ClauseVerb: return tag_in(kVerbTags[state.clause_verb()]);
      case TagFeature::NextMay: return in(word(1).tags);
      case TagFeature::Class: return in(word(0).classes);
      case TagFeature::PrevClass: return in(word(-1).classes);
      case TagFeature::NextClass: return in(word(1).classes);
      case TagFeature::Back3Class: return in(word(-1).classes | word(-2).classes | word(-3).classes);
      case TagFeature::First: return (view.shape[at] & (kFirst | kCapital)) == (kFirst | kCapital);
      case TagFeature::PrevWord: return word(-1).id == more.value;
      case TagFeature::Prev2Word: return word(-2).id == more.value;
      case TagFeature::NextWord: return word(1).id == more.value;
      case TagFeature::Next2Word: return word(2).id == more.value;
      case TagFeature::Prev:
      case TagFeature::Next:
      case TagFeature::Word:
      case TagFeature::Count: break;
    }
    return false;
  }
};

inline bool TagRules::fits(const Compiled& rule, const Choice& choice) const {
  if (!(rule.to_bit & choice.may) || rule.from != choice.tag) return false;
  for (std::uint32_t i = 0; i < rule.more; ++i)
    if (!choice.holds(more_[rule.first_more + i])) return false;
  return true;
}

const TagRules::Compiled* TagRules::first_fit(const List& list, const Choice& choice) const {
  const TagState s = choice.state;
  if (list.bundles.empty()) {
    for (const Compiled& rule : list.rules)
      if (((rule.prev >> s.prev()) & (rule.next >> choice.next) & 1) != 0 && fits(rule, choice)) return &rule;
    return nullptr;
  }
  for (const Bundle& bundle : list.bundles) {
    const Bundle::Left &left = bundle.left[s.prev()], &left2 = bundle.left[s.prev2()];
    const Bundle::Right &right = bundle.right[choice.next], &right2 = bundle.right[choice.next2];
    std::uint64_t fit = left.prev & left2.prev2 & (left.back2 | left2.back2) &
                        (left.back3 | left2.back3 | bundle.left[s.prev3()].back3) & right.next & right2.next2 &
                        (right.ahead2 | right2.ahead2) & bundle.verbs[s.verb()].verb &
                        bundle.verbs[s.clause_verb()].clause_verb;
    std::uint64_t gives = 0;  // the rules that give a tag which the word can bear
    for (std::uint32_t to = choice.may & list.gives; to != 0; to &= to - 1)
      gives |= bundle.gives[static_cast<std::size_t>(std::countr_zero(to))];
    for (fit &= gives; fit; fit &= fit - 1) {
      const Compiled& rule = list.rules[bundle.first + static_cast<std::uint32_t>(std::countr_zero(fit))];
      if (fits(rule, choice)) return &rule;
    }
  }
  return nullptr;
}

namespace {

// Decides the "to" at `open_to` by the tag of what follows it; an adverb decides nothing yet.
inline void settle_to(const TagView& view, std::int64_t& open_to, char tag) {
  if (tag == tag::kAdverb) return;
  if (tag == tag::kVerb || tag_bit(tag) != 0) view.tag[open_to] = tag == tag::kVerb ? tag::kTo : tag::kPreposition;
  open_to = -1;
}

}  // namespace

template <bool kTrace>
void TagRules::run(const TagView& view, std::uint8_t* by_word) const {
  TagState state;
  const std::uint32_t last = view.last;
  const std::uint32_t to_word = to_id();
  std::int64_t open_to = -1;  // the "to" that waits for its verb
  std::uint8_t next = view.first < last ? tag_code(view.tag[view.first]) : kStop;
  std::uint8_t next2 = view.first + 1 < last ? tag_code(view.tag[view.first + 1]) : kStop;
  for (std::uint32_t at = view.first; at < last; ++at) {
    const std::uint8_t code = next;
    next = next2;
    next2 = at + 2 < last ? tag_code(view.tag[at + 2]) : kStop;
    const char tag = view.tag[at];
    const Word& word = *view.word[at];
    const std::uint32_t may = bearable(word, view.shape[at], tag);
    const std::uint8_t own = word_list_[std::min(word.id, kWordIds)];
    if constexpr (kTrace) by_word[at] = 0;
    const std::uint32_t gives = may & gives_[code].behind[state.prev()] & gives_[code].before[next];
    if ((gives | own) == 0) {
      advance(state, code, word);
      if (open_to >= 0) settle_to(view, open_to, tag);
      if (word.id == to_word) open_to = at;
      continue;
    }
    const Choice choice{view, at, may, state, next, next2, tag};
    const Compiled* found = own ? first_fit(by_word_[own - 1U], choice) : nullptr;
    if constexpr (kTrace) by_word[at] = found != nullptr;
    if (!found && gives != 0) found = first_fit(by_tag_[code], choice);
    if (found) view.tag[at] = found->to;
    advance(state, found ? tag_code(found->to) : code, word);
    if (open_to >= 0) settle_to(view, open_to, view.tag[at]);
    if (word.id == to_word) open_to = at;
  }
}

void TagRules::apply(const TagView& view) const { run<false>(view, nullptr); }
void TagRules::apply(const TagView& view, std::uint8_t* by_word) const { run<true>(view, by_word); }

}  // namespace onrecord
