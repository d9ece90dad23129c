#include "ingest/read.h"

#include <utility>

#include "base/iso_date.h"
#include "ingest/plain_text.h"
#include "ingest/text_date.h"
#include "text/encoding.h"

namespace onrecord {
namespace {

void give(Field& field, const std::string& value) {
  if (!value.empty()) field = {value, "option", {}};
}

}  // namespace

Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given) {
  const std::string where(name);
  std::string published;
  if (!given.published.empty()) {
    const auto date = parse_iso_date_time(given.published);
    if (!date) {
      return Error{ErrorCode::BadInput, "\"" + given.published + "\" is no date", where, "write it as 2014-10-29, 2014-10 or 2014"};
    }
    published = format_iso_date(*date);
  }
  auto decoded = decode_text(bytes, "");
  if (!decoded) {
    Error error = decoded.error();
    error.where = where;
    return error;
  }
  Article article;
  article.name = where;
  article.text = std::move(decoded->text);
  PlainText parts = analyse_plain_text(article.text, !given.title.empty());
  article.blocks = std::move(parts.blocks);
  article.title = std::move(parts.title);
  article.byline = std::move(parts.byline);
  article.dateline = std::move(parts.dateline);
  article.source = std::move(parts.source);
  article.agency = std::move(parts.agency);
  article.published = std::move(parts.published);
  if (article.published.value.empty()) {
    if (const auto date = date_in_file_name(name)) article.published = {format_iso_date(*date), "file name", {}};
  }
  give(article.title, given.title);
  give(article.byline, given.byline);
  give(article.source, given.source);
  give(article.published, published);
  give(article.url, given.url);
  return article;
}

}  // namespace onrecord
