#include "ingest/fields/given.h"

#include <utility>

#include "base/iso_date.h"
#include "text/encoding.h"

namespace onrecord {

Result<GivenMetadata> check_given(std::string_view name, GivenMetadata given) {
  for (const std::string* value : {&given.title, &given.byline, &given.source, &given.url})
    if (invalid_utf8_at(*value) != value->size())
      return Error{ErrorCode::BadInput, "\"" + escape_invalid_utf8(*value) + "\" is no UTF-8", std::string(name), "write it in UTF-8"};
  if (given.published.empty()) return given;
  const auto date = parse_iso_date_time(given.published);
  if (!date)
    return Error{ErrorCode::BadInput, "\"" + given.published + "\" is no date", std::string(name),
                 "write it as 2014-10-29, 2014-10 or 2014"};
  given.published = format_iso_date(*date);
  return given;
}

void put_given(const GivenMetadata& given, Article& article) {
  const auto put = [&](const char* what, Field& field, const std::string& value) {
    if (value.empty()) return;
    field = {value, "option", {}};
    for (FieldCandidate& c : article.candidates) c.won = c.won && c.field != what;
    article.candidates.insert(article.candidates.begin(), FieldCandidate{what, value, "option", true});
  };
  put("title", article.title, given.title);
  put("byline", article.byline, given.byline);
  put("source", article.source, given.source);
  put("published", article.published, given.published);
  put("url", article.url, given.url);
}

}  // namespace onrecord
