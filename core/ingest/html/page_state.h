// Whether a page holds an article at all, and if not, what it is instead.
#pragma once

#include "base/result.h"
#include "ingest/html/body/html_body.h"
#include "ingest/html/meta/html_meta.h"

namespace onrecord {

enum class PageState {
  Article,
  NoText,          // nothing that reads like an article
  NeedsJavaScript, // the text would be put there by scripts
  ConsentWall,     // it asks for consent before it shows anything
  Beginning,       // an article's first paragraphs, and then an offer to subscribe
  Paywall,         // hardly more than an offer to subscribe
  ErrorPage,       // "404", "Access denied"
};

// What the page is, from the words found and what the page says of itself. An article of a few sentences is one.
[[nodiscard]] PageState state_of(const HtmlDom& page, const HtmlBody& body, const PageMeta& meta);

// The refusal that says so; ErrorCode::BadInput, without `where`.
[[nodiscard]] Error error_of(PageState state);

}  // namespace onrecord
