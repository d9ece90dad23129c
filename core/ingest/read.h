// Bytes of any kind to articles: the way in.
//
//   Result<Article> article = read_article("report.txt", bytes, {});
//
// Plain text and web pages, gzip or zstd around them, in any encoding that text/encoding.h knows. Reads no clock and no
// environment. What the caller gives wins over what the bytes say. For inputs that hold many articles see read_many.h.
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
  std::string published;  // 2014-10-29, 2014-10 or 2014; a time of day after the day is taken and dropped
  std::string url;
};

// What is known of how the bytes came, where they were fetched.
struct InputOrigin {
  std::string address;       // after redirects
  std::string content_type;  // as the server said: "text/html; charset=utf-8"
  std::string captured_on;   // the day, ISO 8601: no article is younger
};

// The article in `bytes`, which `name` (a path, an address, a record's id, "-") names in messages and whose last part may
// hold a date. Errors, all ErrorCode::BadInput with `where` = name: empty, binary, or unreadable
// text; a web page without an article, and why (ingest/page_state.h); a given date that is none. Linear in bytes.size().
[[nodiscard]] Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given);
[[nodiscard]] Result<Article> read_article(std::string_view name, std::string_view bytes, const GivenMetadata& given,
                                           const InputOrigin& origin);

// Puts what a person gave over what was read. The date must have been checked (`check_given`).
void put_given(const GivenMetadata& given, Article& article);

// The given metadata with its date in ISO 8601; BadInput where it is no date.
[[nodiscard]] Result<GivenMetadata> check_given(std::string_view name, GivenMetadata given);

}  // namespace onrecord
