// Bytes of any kind to articles: the way in.
//
//   Result<Article> article = read_article("report.txt", bytes, {});
//
// Reads no clock and no environment. What the caller gives wins over what the bytes say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/article.h"

namespace onrecord {

// Metadata that a person gave on the command line; empty means not given.
struct GivenMetadata {
  std::string title;
  std::string byline;
  std::string source;
  std::string published;
  std::string url;
};

// The article in `bytes`, which `name` (a path, an address, a record's id, "-") names in messages and whose last part may
// hold a date. Errors, all ErrorCode::BadInput with `where` = name: empty, binary, or unreadable
// text; a given date that is none. Linear in bytes.size().
[[nodiscard]] Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given);

}  // namespace onrecord
