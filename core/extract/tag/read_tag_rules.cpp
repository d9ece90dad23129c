// The file of the tagger's rules: read, and written as it stands.
#include <algorithm>
#include <cassert>

#include "base/embedded.h"
#include "extract/tag/tag_rules.h"
#include "lexicon/lists.h"

namespace onrecord {

std::span<const EmbeddedFile> tagger_rules();  // extract/tag/rules.txt, compiled in

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

// One line of a file of rules.
struct Line {
  std::string_view file;
  std::size_t number;

  [[nodiscard]] Error bad(std::string message) const {
    return Error{ErrorCode::BadInput, std::move(message), std::string(file) + ":" + std::to_string(number),
                 "a rule reads FROM>TO feature=value ..., see core/extract/tag/tag_rules.h"};
  }
};

// "prev=nN"
Result<TagCondition> read_condition(const Line& line, std::string_view field) {
  const std::size_t equals = field.find('=');
  const auto known = std::find_if(kFeatures.begin(), kFeatures.end(),
                                  [&](const FeatureName& f) { return f.name == field.substr(0, equals); });
  if (equals == std::string_view::npos || equals + 1 == field.size() || known == kFeatures.end())
    return line.bad("no condition: " + std::string(field));
  TagCondition condition;
  condition.feature = static_cast<TagFeature>(known - kFeatures.begin());
  condition.text = field.substr(equals + 1);
  switch (known->value) {
    case Value::Tags:
    case Value::May:
      for (const char tag : condition.text) {
        const bool mark = kTagsOfMarks.find(tag) != std::string_view::npos;
        if (!tag_bit(tag) && (!mark || known->value == Value::May)) return line.bad("no tags: " + condition.text);
        condition.value |= known->value == Value::May ? tag_bit(tag) : 1ULL << tag_code(tag);
      }
      break;
    case Value::Word:
      condition.value = look_up(condition.text).id;
      if (!condition.value) return line.bad("no known word: " + condition.text);
      break;
    case Value::Class:
      condition.value = lexicon::class_of_file(condition.text + ".txt");
      if (!condition.value) return line.bad("no word class: " + condition.text);
      break;
    case Value::Flag:
      if (condition.text != "y") return line.bad("only =y: " + std::string(field));
      condition.value = 1;
      break;
  }
  if (condition.feature == TagFeature::Word && condition.value >= TagRules::kWordIds)
    return line.bad("no frequent word: " + condition.text);
  return condition;
}

// "n>v prev=t"
Result<TagRule> read_rule(const Line& line, std::string_view text) {
  if (text.size() < 3 || text[1] != '>' || !tag_bit(text[0]) || !tag_bit(text[2]) || (text.size() > 3 && text[3] != ' '))
    return line.bad("not FROM>TO: " + std::string(text.substr(0, text.find(' '))));
  TagRule rule;
  rule.from = text[0];
  rule.to = text[2];
  text.remove_prefix(3);
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return rule;
    const std::string_view field = text.substr(0, text.find(' '));
    text.remove_prefix(field.size());
    auto condition = read_condition(line, field);
    if (!condition) return condition.error();
    if (condition->feature == TagFeature::Word) rule.word = static_cast<std::uint32_t>(condition->value);
    rule.conditions.push_back(std::move(*condition));
  }
}

}  // namespace

std::string_view name_of(TagFeature feature) { return kFeatures[static_cast<std::size_t>(feature)].name; }

Result<TagRules> TagRules::parse(std::string_view file_name, std::string_view text) {
  TagRules out;
  for (Line line{file_name, 1}; !text.empty(); ++line.number) {
    const std::string_view bytes = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(bytes.size() + 1, text.size()));
    if (bytes.empty() || bytes == "#" || bytes.starts_with("# ")) continue;
    auto rule = read_rule(line, bytes);
    if (!rule) return rule.error();
    out.rules_.push_back(std::move(*rule));
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
