// The rules for what is article and what is page, each with an example that it takes and a near miss that it leaves.
#pragma once

#include <string_view>

#include "ingest/html/dom/html_dom.h"

namespace onrecord {

// What an element's tag, role and class say about everything under it.
enum class Belongs : std::uint8_t {
  Article,   // nothing speaks against it
  Body,      // it says of itself that it is the article's body: itemprop="articleBody", class="entry-content"
  Page,      // navigation, sharing, advertising, related stories …
  Comments,  // what readers wrote
  Caption,   // of a picture
  Byline,    // who wrote it and when
  Post,      // an embedded post
  Subtitle,  // the standfirst under the title
  Consent,   // what asks for cookies
  Hidden,    // not shown
};

[[nodiscard]] Belongs belonging_of(const HtmlDom& page, NodeId node);

// Whether the element is one entry of a live blog, with a time and perhaps a writer of its own: itemprop="liveBlogUpdate",
// class="live-blog-entry". Near miss: class="live-blog-entries", which holds them all.
[[nodiscard]] bool is_live_entry(const HtmlDom& page, NodeId node);

// The question of belonging asked of a class or id alone, for tests: "related-stories" is Page, "article-body" is Body.
[[nodiscard]] Belongs belonging_of_name(std::string_view name);

}  // namespace onrecord
