// The one table of what can be asked about: the parser, the help, the completion and docs/query.md read it.
//
//   const Field* field = find_field("by");      // &speaker's, by its alias
//   closest_field("speker")                     // "speaker"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace onrecord::query {

enum class Type { Words, Name, Date, Dates, Choice, YesNo, Number, Id, Claim };

enum class FieldId {
  Words, Mentions, Speaker, Role, To, Source, When, Since, Until, Said, Published, Captured, Kind, Act, Negated, Place,
  SpeakerKind, Unnamed, Confidence, Rule, Cue, Occasion, Medium, Title, Byline, Url, Article, Statement, Claim, Reviewed,
  Sighted, Corrected, OnBehalf
};

struct Field {
  FieldId id;
  std::string_view name, alias;
  Type type;
  std::string_view column;   // what it asks about, in the words of who_said_what
  std::string_view choices;  // of a Choice, parted by blanks
  std::string_view help, example;
};

[[nodiscard]] std::span<const Field> fields();
[[nodiscard]] const Field* find_field(std::string_view name_or_alias);
[[nodiscard]] const Field& field(FieldId id);
[[nodiscard]] std::string_view type_name(Type type);

// The field's name that is most like `name`, where one is.
[[nodiscard]] std::string closest_field(std::string_view name);

}  // namespace onrecord::query
