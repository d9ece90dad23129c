// Bytes of any kind to articles: the way in.
//
//   Result<Article> article = read_article("report.txt", bytes, {});
//
// Plain text and web pages, gzip or zstd around them, in any encoding that text/encoding.h knows. Reads no clock and no
// environment. What the caller gives wins over what the bytes say. For inputs that hold many articles see records/read_many.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/article.h"
#include "ingest/fields/given.h"

namespace onrecord {

// What is known of how the bytes came, where they were fetched.
struct InputOrigin {
  std::string address;       // after redirects
  std::string content_type;  // as the server said: "text/html; charset=utf-8"
  std::string captured_on;   // the day, ISO 8601: no article is younger
};

// The article in `bytes`, which `name` (a path, an address, a record's id, "-") names in messages and whose last part may
// hold a date. Errors, all ErrorCode::BadInput with `where` = name: empty, binary, or unreadable
// text; a web page without an article, and why (ingest/html/page_state.h); a given date that is none. Linear in bytes.size().
[[nodiscard]] Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given);
[[nodiscard]] Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given,
                                           const InputOrigin& origin);

}  // namespace onrecord
