// What a page says about its article: title, writers, publisher, date, address, language, from every place where pages
// say such things, each with where it was read.
//
//   PageMeta meta = read_page_meta(page, "https://example.org/a");
//   for (const FieldCandidate& c : meta.candidates) …       // all that was found, best first for each field
//   meta.title.value, meta.title.origin                  // what won
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/article.h"
#include "ingest/html/dom/html_dom.h"
#include "ingest/html/meta/json_ld.h"

namespace onrecord {

struct PageMeta {
  std::vector<FieldCandidate> candidates;
  Field title;
  Field subtitle;
  Field byline;
  Field source;
  Field published;
  Field url;
  Field language;
  std::string description;
  JsonLd json_ld;
};

// `address`: where the page came from, empty when nobody said (then the page's canonical address is asked). `captured_on`:
// the day the page was fetched (2014-10-29), which no article on it is younger than by more than a day; empty if unknown.
// Never fails. Linear.
[[nodiscard]] PageMeta read_page_meta(const HtmlDom& page, std::string_view address, std::string_view captured_on);

// A page's <title> without the site's name: "Council delays the bridge | Harbour Post" and "Harbour Post" give the first.
[[nodiscard]] std::string title_without_site(std::string_view title, std::string_view site);

}  // namespace onrecord
