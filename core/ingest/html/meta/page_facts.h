// What a page states of itself, gathered in one pass: <meta>, <title>, canonical address, JSON-LD scripts, and the elements
// that may hold a title, a date or a writer. Nothing is decided here.
//
//   PageFacts facts(page);
//   facts.meta("og:title"); facts.times.size();
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/html/dom/html_dom.h"

namespace onrecord {

struct PageFacts {
  // Linear but for the tree's depth. `dom` must outlive this object.
  explicit PageFacts(const HtmlDom& dom);

  const HtmlDom& page;
  std::vector<std::pair<std::string, std::string>> metas;  // name in small letters, content; in the page's order
  std::vector<std::string_view> scripts;                   // of JSON-LD
  std::vector<NodeId> headings;                            // h1
  std::vector<NodeId> times;                               // <time>
  std::vector<NodeId> items;                               // with an itemprop
  std::vector<NodeId> author_links;                        // rel="author"
  std::string title_tag;
  std::string canonical;
  std::string language_tag;

  // The content of the first <meta> of that name (small letters), or property, or itemprop; empty where there is none.
  [[nodiscard]] std::string meta(std::string_view name) const;

  // Whether the element stands inside the markup of something else than the article: a claim, a comment, a video, an entry
  // of a live blog, another article in a hidden list.
  [[nodiscard]] bool in_other_work(NodeId n) const;
  [[nodiscard]] bool is_hidden(NodeId n) const;

  // What an element with an itemprop states: its content or datetime attribute, else its text.
  [[nodiscard]] std::string item_text(NodeId n) const;
};

}  // namespace onrecord
