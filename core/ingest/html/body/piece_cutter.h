// Cuts a page into pieces: a paragraph, a heading, a list item, a row of a table of data, each with the role that its
// elements give it. What is article and what is page is decided here only as far as an element's tag, role and class tell
// (html_rules.h); what the words tell comes after (piece_selector.h).
//
//   PageCut cut = cut_page(page, Cut::Article);
#pragma once

#include <vector>

#include "ingest/html/body/html_body.h"
#include "ingest/html/body/html_rules.h"

namespace onrecord {

// How much is left out while cutting.
enum class Cut {
  Article,  // what belongs to the page by tag, role or class, unless it holds most of the page's running text
  ByTag,    // what belongs to the page by its tag alone: for pages whose classes mislead
  All       // nothing that is shown
};

struct PageCut {
  std::vector<HtmlPiece> pieces;  // in the page's order
  std::vector<Belongs> belongs;   // of each node
};

// Linear in the page.
[[nodiscard]] PageCut cut_page(const HtmlDom& page, Cut cut);

}  // namespace onrecord
