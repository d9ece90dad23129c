#include "extract/tag_rules.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "base/embedded.h"
#include "lexicon/lists.h"
#include "lexicon/tags.h"
#include "segment/tokens.h"

namespace onrecord {

std::span<const EmbeddedFile> tagger_rules();  // extract/tags/rules.txt, compiled in

namespace {

enum class Value { Tags, May, Word, Class, Flag };
struct FeatureName {
  std::string_view name;
  Value value;
};
// In the order of TagFeature.
constexpr std::array<FeatureName, static_cast<std::size_t>(TagFeature::Count)> kFeatures{{
    {"prev", Value::Tags},       {"next", Value::Tags},        {"prev2", Value::Tags},    {"next2", Value::Tags},
    {"back2", Value::Tags},      {"back3", Value::Tags},       {"ahead2", Value::Tags},   {"verb", Value::Tags},
    {"clauseverb", Value::Tags}, {"nextmay", Value::May},      {"class", Value::Class},   {"prevclass", Value::Class},
    {"nextclass", Value::Class}, {"back3class", Value::Class}, {"first", Value::Flag},    {"word", Value::Word},
    {"prevword", Value::Word},   {"prev2word", Value::Word},   {"nextword", Value::Word}, {"next2word", Value::Word},
}};

constexpr std::string_view kMarks = ",.:;-()<>*";

constexpr std::array<std::uint32_t, 128> make_bits() {
  std::array<std::uint32_t, 128> bits{};
  for (std::size_t i = 0; i < kTagOrder.size(); ++i) bits[static_cast<std::size_t>(kTagOrder[i])] = 1U << i;
  return bits;
}
constexpr auto kTagBits = make_bits();

constexpr std::uint32_t bits_of(std::string_view tags) {
  std::uint32_t bits = 0;
  for (const char tag : tags) bits |= kTagBits[static_cast<std::size_t>(tag)];
  return bits;
}

// Words' tags in the order of kTagOrder, then the marks'. Anything else counts as another mark.
constexpr std::array<std::uint8_t, 128> make_codes() {
  std::array<std::uint8_t, 128> codes{};
  for (std::uint8_t& code : codes) code = static_cast<std::uint8_t>(kTagOrder.size() + kMarks.size() - 1);
  for (std::size_t i = 0; i < kTagOrder.size(); ++i)
    codes[static_cast<std::size_t>(kTagOrder[i])] = static_cast<std::uint8_t>(i);
  for (std::size_t i = 0; i < kMarks.size(); ++i)
    codes[static_cast<std::size_t>(kMarks[i])] = static_cast<std::uint8_t>(kTagOrder.size() + i);
  return codes;
}
constexpr auto kCodeOf = make_codes();
static_assert(kTagOrder.size() + kMarks.size() <= 40);

constexpr std::uint64_t set_of(std::string_view tags) {
  std::uint64_t set = 0;
  for (const char tag : tags) set |= 1ULL << kCodeOf[static_cast<std::size_t>(tag)];
  return set;
}
constexpr std::uint8_t kStop = kCodeOf['.'];
constexpr std::uint8_t kConjunctionCode = kCodeOf['i'];
// The tags that a verb leaves behind: none first.
constexpr std::array<std::uint8_t, 8> kVerbTags{kCodeOf['-'], kCodeOf['v'], kCodeOf['d'], kCodeOf['e'],
                                                kCodeOf['g'], kCodeOf['p'], kCodeOf['z'], kCodeOf['h']};
constexpr std::uint64_t kSentenceBegins = set_of(".<;:");
constexpr std::uint64_t kClauseBegins = set_of(".<;:,cWw>-");

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
  const bool clause = code == kConjunctionCode && (word.classes & word_class::kSubordinator) != 0;
  state.verbs = static_cast<std::uint16_t>((state.verbs & (clause ? 0xFF : kSteps[code].keep)) | kSteps[code].verbs);
}

constexpr std::uint32_t kNameTags = bits_of("NM");
constexpr std::uint32_t kNameTag = bits_of("N");

// What a word that no list has may be, by the tag its shape suggests.
std::uint32_t unknown_may(char tag) {
  switch (tag) {
    case tag::kNoun: return bits_of("njvp");
    case tag::kNouns: return bits_of("mz");
    case tag::kGerund: return bits_of("gnj");
    case tag::kPast:
    case tag::kParticiple: return bits_of("dej");
    case tag::kAdjective: return bits_of("jn");
    default: return tag_bit(tag);
  }
}

inline std::uint32_t bearable(const Word& word, std::uint8_t shape, char tag) {
  if (shape & kMark) return 0;
  const std::uint32_t own = word.id ? word.tags : unknown_may(tag);
  return own | (shape & kCapital ? (shape & kFirst ? kNameTag : kNameTags) : 0);
}

Error bad_line(std::string_view file, std::size_t line, std::string message) {
  return Error{ErrorCode::BadInput, std::move(message), std::string(file) + ":" + std::to_string(line),
               "a rule reads FROM>TO feature=value ..., see core/extract/tag_rules.h"};
}

}  // namespace

std::string_view name_of(TagFeature feature) { return kFeatures[static_cast<std::size_t>(feature)].name; }

std::uint8_t tag_code(char tag) { return kCodeOf[static_cast<std::size_t>(tag) & 127]; }

std::uint32_t to_id() {
  static const std::uint32_t id = look_up("to").id;
  return id;
}

std::uint32_t tag_bit(char tag) { return kTagBits[static_cast<std::size_t>(tag) & 127]; }

std::uint32_t bearable_tags(const Word& word, std::uint8_t shape, char tag) { return bearable(word, shape, tag); }

Result<TagRules> TagRules::parse(std::string_view file_name, std::string_view text) {
  TagRules out;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line == "#" || line.starts_with("# ")) continue;
    if (line.size() < 3 || line[1] != '>' || !tag_bit(line[0]) || !tag_bit(line[2]) ||
        (line.size() > 3 && line[3] != ' '))
      return bad_line(file_name, number, "not FROM>TO: " + std::string(line.substr(0, line.find(' '))));
    TagRule rule;
    rule.from = line[0];
    rule.to = line[2];
    line.remove_prefix(3);
    while (true) {
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
      if (line.empty()) break;
      const std::string_view field = line.substr(0, line.find(' '));
      line.remove_prefix(field.size());
      const std::size_t equals = field.find('=');
      const auto known = std::find_if(kFeatures.begin(), kFeatures.end(),
                                      [&](const FeatureName& f) { return f.name == field.substr(0, equals); });
      if (equals == std::string_view::npos || equals + 1 == field.size() || known == kFeatures.end())
        return bad_line(file_name, number, "no condition: " + std::string(field));
      TagCondition condition;
      condition.feature = static_cast<TagFeature>(known - kFeatures.begin());
      condition.text = field.substr(equals + 1);
      switch (known->value) {
        case Value::Tags:
        case Value::May:
          for (const char tag : condition.text) {
            const bool mark = kMarks.find(tag) != std::string_view::npos;
            const std::uint64_t set = known->value == Value::May ? tag_bit(tag) : 1ULL << tag_code(tag);
            if (!tag_bit(tag) && (!mark || known->value == Value::May)) return bad_line(file_name, number, "no tags: " + condition.text);
            condition.value |= set;
          }
          break;
        case Value::Word:
          condition.value = look_up(condition.text).id;
          if (!condition.value) return bad_line(file_name, number, "no known word: " + condition.text);
          break;
        case Value::Class:
          condition.value = lexicon::class_of_file(condition.text + ".txt");
          if (!condition.value) return bad_line(file_name, number, "no word class: " + condition.text);
          break;
        case Value::Flag:
          if (condition.text != "y") return bad_line(file_name, number, "only =y: " + std::string(field));
          condition.value = 1;
          break;
      }
      if (condition.feature == TagFeature::Word) {
        if (condition.value >= kWordIds) return bad_line(file_name, number, "no frequent word: " + condition.text);
        rule.word = static_cast<std::uint32_t>(condition.value);
      }
      rule.conditions.push_back(std::move(condition));
    }
    out.rules_.push_back(std::move(rule));
  }
  out.compile();
  return out;
}

const TagRules& TagRules::built_in() {
  static const TagRules rules = [] {
    const EmbeddedFile& file = tagger_rules().front();
    auto parsed = parse(file.name, file.bytes);
    assert(parsed.ok());  // a test reads the file too
    return parsed ? std::move(*parsed) : TagRules();
  }();
  return rules;
}

void TagRules::add_above(const TagRule& rule) {
  rules_.insert(rules_.begin(), rule);
  compile();
}

void TagRules::compile() {
  more_.clear();
  by_word_.clear();
  std::fill(word_list_.begin(), word_list_.end(), std::uint8_t{0});
  std::array<std::vector<const TagRule*>, kCodes> by_tag;
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
  for (std::size_t code = 0; code < kCodes; ++code) {
    compile(by_tag_[code], by_tag[code]);
    gives_[code] = 0;
    for (const TagRule* rule : by_tag[code])
      if (rule->to != rule->from) gives_[code] |= tag_bit(rule->to);
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
    const auto tags_of_word = [](std::uint64_t id) { return word_by_id(static_cast<std::uint32_t>(id)).tags | kNameTags; };
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
        case TagFeature::PrevClass: limit(TagFeature::Prev, tags_of(value) | kNameTags); break;
        case TagFeature::NextClass: limit(TagFeature::Next, tags_of(value) | kNameTags); break;
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
    if (!bundled) continue;

    // A new bundle rules nothing out.
    Bundle& bundle = list.bundles[n / 64];
    if (n % 64 == 0) {
      bundle.first = static_cast<std::uint32_t>(n);
      bundle.left.fill({~0ULL, ~0ULL, ~0ULL, ~0ULL});
      bundle.right.fill({~0ULL, ~0ULL, ~0ULL});
      bundle.verbs.fill({~0ULL, ~0ULL});
    }
    const std::uint64_t other = ~(1ULL << n % 64);
    const auto rule_out = [&](TagFeature f, auto place) {
      for (std::uint64_t out = ~tags[static_cast<std::size_t>(f)] & ((1ULL << kCodes) - 1); out; out &= out - 1)
        place(static_cast<std::size_t>(std::countr_zero(out))) &= other;
    };
    rule_out(TagFeature::Prev, [&](std::size_t code) -> auto& { return bundle.left[code].prev; });
    rule_out(TagFeature::Prev2, [&](std::size_t code) -> auto& { return bundle.left[code].prev2; });
    rule_out(TagFeature::Back2, [&](std::size_t code) -> auto& { return bundle.left[code].back2; });
    rule_out(TagFeature::Back3, [&](std::size_t code) -> auto& { return bundle.left[code].back3; });
    rule_out(TagFeature::Next, [&](std::size_t code) -> auto& { return bundle.right[code].next; });
    rule_out(TagFeature::Next2, [&](std::size_t code) -> auto& { return bundle.right[code].next2; });
    rule_out(TagFeature::Ahead2, [&](std::size_t code) -> auto& { return bundle.right[code].ahead2; });
    for (std::size_t verb = 0; verb < kVerbCodes; ++verb) {
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
    for (; fit; fit &= fit - 1) {
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
    const std::uint8_t own = word.id < kWordIds ? word_list_[word.id] : std::uint8_t{0};
    if constexpr (kTrace) by_word[at] = 0;
    if (((may & gives_[code]) | own) == 0) {
      advance(state, code, word);
      if (open_to >= 0) settle_to(view, open_to, tag);
      if (word.id == to_word) open_to = at;
      continue;
    }
    const Choice choice{view, at, may, state, next, next2, tag};
    const Compiled* found = own ? first_fit(by_word_[own - 1U], choice) : nullptr;
    if constexpr (kTrace) by_word[at] = found != nullptr;
    if (!found) found = first_fit(by_tag_[code], choice);
    if (found) view.tag[at] = found->to;
    advance(state, found ? kCodeOf[static_cast<std::size_t>(found->to) & 127] : code, word);
    if (open_to >= 0) settle_to(view, open_to, view.tag[at]);
    if (word.id == to_word) open_to = at;
  }
}

void TagRules::apply(const TagView& view) const { run<false>(view, nullptr); }
void TagRules::apply(const TagView& view, std::uint8_t* by_word) const { run<true>(view, by_word); }

std::string TagRules::text() const {
  std::string out;
  for (const TagRule& rule : rules_) {
    out += {rule.from, '>', rule.to};
    for (const TagCondition& c : rule.conditions) out += " " + std::string(name_of(c.feature)) + "=" + c.text;
    out += "\n";
  }
  return out;
}

}  // namespace onrecord
