#include "query/language/fields.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/did_you_mean.h"
#include "onrecord/record.h"

namespace onrecord::query {
namespace {

using F = FieldId;
using T = Type;

constexpr std::array kFields = {
    Field{F::Words, "words", "", T::Words, "words", "", "the words said hold these", "words:\"far less\""},
    Field{F::Mentions, "mentions", "about", T::Words, "words", "", "somebody or something is named in the words said", "mentions:unicef"},
    Field{F::Speaker, "speaker", "by", T::Name, "speaker", "",
          "who said it: words of a name, an alias or of what the article calls them; p7; unknown", "speaker:\"ana reyes\""},
    Field{F::Role, "role", "", T::Words, "role", "", "what the article says they are", "role:minister"},
    Field{F::To, "to", "addressee", T::Words, "addressee", "", "whom they spoke to", "to:reporters"},
    Field{F::Source, "source", "in", T::Name, "source", "", "who published it: words of a name or host; src3; unknown", "source:rappler"},
    Field{F::When, "when", "date", T::Dates, "said_or_published", "", "said, else published, in this span of time",
          "when:2014-10..2014-11"},
    Field{F::Since, "since", "", T::Date, "said_or_published", "", "said, else published, on this date or later", "since:2014-10-28"},
    Field{F::Until, "until", "", T::Date, "said_or_published", "", "said, else published, on this date or earlier", "until:2014"},
    Field{F::Said, "said", "", T::Dates, "said_on", "", "the text says that it was said then; unknown", "said:2014-10"},
    Field{F::Published, "published", "", T::Dates, "published_on", "", "published then; unknown", "published:2014-W43"},
    Field{F::Captured, "captured", "", T::Dates, "captured_at", "", "taken into the record then", "captured:2026-03.."},
    Field{F::Kind, "kind", "", T::Choice, "kind", "direct mixed indirect", "how it is reported", "kind:direct"},
    Field{F::Act, "act", "", T::Choice, "act", "statement speech_act attitude no_comment all", "what is done in it", "act:speech_act"},
    Field{F::Negated, "negated", "", T::YesNo, "negated", "", "reported as not said", "negated:yes"},
    Field{F::Place, "place", "", T::Choice, "in_title", "body title", "where it stands in the article", "place:title"},
    Field{F::SpeakerKind, "speaker-kind", "", T::Choice, "speaker_kind", "person organization group document unknown",
          "what the speaker is", "speaker-kind:organization"},
    Field{F::Unnamed, "unnamed", "anonymous", T::YesNo, "unnamed", "", "the speaker is described, not named", "unnamed:yes"},
    Field{F::Confidence, "confidence", "", T::Number, "confidence", "", "how sure the rules are, 0 to 1", "confidence:>0.8"},
    Field{F::Rule, "rule", "", T::Words, "rule", "", "the rule that found it; ends in * for a family", "rule:dq-*"},
    Field{F::Cue, "cue", "", T::Words, "cue", "", "the words that report it", "cue:denied"},
    Field{F::Occasion, "occasion", "at", T::Words, "occasion", "", "where or at what it was said", "occasion:\"press briefing\""},
    Field{F::Medium, "medium", "on", T::Words, "medium", "", "through what it was said", "medium:twitter"},
    Field{F::Title, "title", "", T::Words, "title", "", "words of the article's title", "title:bridge"},
    Field{F::Byline, "byline", "", T::Words, "byline", "", "who wrote the article", "byline:cruz"},
    Field{F::Url, "url", "", T::Words, "url", "", "words of the article's address", "url:example.org"},
    Field{F::Article, "article", "", T::Id, "article_id", "a", "of one article", "article:a12"},
    Field{F::Statement, "id", "", T::Id, "statement", "s", "one statement", "id:s41"},
    Field{F::Claim, "claim", "", T::Claim, "claim_id", "", "attached to a claim: c3, words of it, any, no", "claim:c3"},
    Field{F::Reviewed, "reviewed", "", T::YesNo, "review", "", "attached to a claim that was fact-checked", "reviewed:no"},
    Field{F::Sighted, "sighted", "", T::YesNo, "sighting", "", "the same words stand elsewhere too", "sighted:yes"},
    Field{F::Corrected, "corrected", "", T::YesNo, "corrected", "", "a person corrected it", "corrected:yes"},
    Field{F::OnBehalf, "for", "on-behalf-of", T::Words, "on_behalf_of", "", "whom they speak for", "for:ministry"},
};

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field* find_field(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const Field& f : kFields)
    if (f.name == name || f.alias == name) return &f;
  return nullptr;
}

const Field& field(FieldId id) {
  return *std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.id == id; });
}

std::string_view type_name(Type type) {
  switch (type) {
    case Type::Words: return "words";
    case Type::Name: return "name";
    case Type::Date: return "date";
    case Type::Dates: return "date or span";
    case Type::Choice: return "choice";
    case Type::YesNo: return "yes or no";
    case Type::Number: return "number";
    case Type::Id: return "id";
    case Type::Claim: return "claim";
  }
  return {};
}

std::string closest_field(std::string_view name) {
  std::vector<std::string> known;
  for (const Field& f : kFields)
    for (const std::string_view one : {f.name, f.alias})
      if (!one.empty()) known.emplace_back(one);
  return did_you_mean(name, known);
}

}  // namespace onrecord::query

namespace onrecord {

const std::vector<QueryField>& query_fields() {
  static const std::vector<QueryField> all = [] {
    std::vector<QueryField> out;
    for (const query::Field& f : query::fields()) out.push_back({f.name, f.alias, query::type_name(f.type), f.help, f.example});
    return out;
  }();
  return all;
}

}  // namespace onrecord
