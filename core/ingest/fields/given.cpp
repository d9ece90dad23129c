#include "ingest/fields/given.h"

#include <utility>

#include "base/iso_date.h"

namespace onrecord {

Result<GivenMetadata> check_given(std::string_view name, GivenMetadata given) {
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
