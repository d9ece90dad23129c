// A web page to an article: the body as text with its blocks, the metadata from markup and from what the page shows.
//
//   Result<Article> article = read_page("https://example.org/a", utf8_html, {});
//
// The article's text is the body alone, paragraphs a blank line apart; the title stands outside it (Article::title has an
// empty span), and so do captions, links and what belongs to the page.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/article.h"

namespace onrecord {

struct PageOrigin {
  std::string address;      // where it was fetched from, after redirects; empty for a file
  std::string captured_on;  // the day it was fetched, ISO 8601; empty when nobody knows
};

// `html` is valid UTF-8. Errors, BadInput with `where` = name: a page without an article's text, and why where that can be
// seen: it needs JavaScript, a paywall shows a beginning only, a consent wall stands in front, it is an error page.
[[nodiscard]] Result<Article> read_page(std::string_view name, std::string_view html, const PageOrigin& origin);

// Whether the bytes look like a web page: a doctype, <html>, or several tags near the beginning.
[[nodiscard]] bool looks_like_html(std::string_view text);

}  // namespace onrecord
