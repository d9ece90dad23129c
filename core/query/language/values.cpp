#include "query/language/values.h"

#include <algorithm>
#include <charconv>

#include "store/database/ids.h"
#include "store/rows/slots.h"
#include "text/folded_words.h"

namespace onrecord::query {
namespace {

bool is_choice(std::string_view choices, std::string_view value) {
  while (!choices.empty()) {
    const std::size_t end = std::min(choices.find(' '), choices.size());
    if (choices.substr(0, end) == value) return true;
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return false;
}

std::optional<double> find_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > 1) return std::nullopt;
  return number;
}

}  // namespace

std::string would_do(const Field& field) {
  switch (field.type) {
    case Type::Date: return "a date such as 2014-10-28, 2014-10, 2014-W43 or 2014";
    case Type::Dates: return "a date or a span such as 2014-10, 2014-10..2014-11, 2014.., or unknown";
    case Type::Choice: {
      std::string out = "one of ";
      for (const char c : field.choices) out += c == ' ' ? std::string(", ") : std::string(1, c);
      return out;
    }
    case Type::YesNo: return "yes or no";
    case Type::Number: return "a number from 0 to 1, such as >0.8 or 0.5..0.9";
    case Type::Id: return "an id such as " + std::string(field.choices) + "12";
    case Type::Claim: return "a claim's id, words of it, any or no";
    case Type::Words:
    case Type::Name: return "words, such as " + std::string(field.example);
  }
  return {};
}

bool takes(const Field& field, std::string_view value) {
  switch (field.type) {
    case Type::Date: return find_days(value).has_value();
    case Type::Dates: return find_span(value).has_value();
    case Type::Choice: return is_choice(field.choices, value);
    case Type::YesNo: return value == "yes" || value == "no";
    case Type::Number: return find_range(value).has_value();
    case Type::Id: {
      const auto id = find_id(value);
      return id && id->text().starts_with(field.choices);
    }
    case Type::Claim:
    case Type::Words:
    case Type::Name: return !folded_words(value).empty();
  }
  return false;
}

std::optional<Days> find_span(std::string_view value) {
  Days days;
  if (value == "unknown") {
    days.unknown = true;
    return days;
  }
  const std::size_t dots = value.find("..");
  const std::string_view from = value.substr(0, dots);
  const std::string_view to = dots == std::string_view::npos ? from : value.substr(dots + 2);
  if (from.empty() && to.empty()) return std::nullopt;
  if (!from.empty()) {
    const auto range = find_days(from);
    if (!range) return std::nullopt;
    days.from = range->from;
  }
  if (!to.empty()) {
    const auto range = find_days(to);
    if (!range) return std::nullopt;
    days.to = range->to;
  }
  if (days.from && days.to && *days.from > *days.to) return std::nullopt;
  return days;
}

std::optional<Range> find_range(std::string_view value) {
  Range range;
  if (const std::size_t dots = value.find(".."); dots != std::string_view::npos) {
    const auto least = find_number(value.substr(0, dots)), most = find_number(value.substr(dots + 2));
    if (!least || !most || *least > *most) return std::nullopt;
    range.least = *least;
    range.most = *most;
    return range;
  }
  const bool up = value.starts_with('>'), down = value.starts_with('<');
  if (up || down) value.remove_prefix(1);
  const bool with_it = value.starts_with('=');
  if (with_it) value.remove_prefix(1);
  const auto number = find_number(value);
  if (!number) return std::nullopt;
  if (!down) range.least = *number;
  if (!up) range.most = *number;
  range.above = up && !with_it;
  range.below = down && !with_it;
  return range;
}

}  // namespace onrecord::query
