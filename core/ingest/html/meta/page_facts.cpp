#include "ingest/html/meta/page_facts.h"

#include "ingest/html/body/html_rules.h"
#include "ingest/html/dom/page_words.h"
#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

// Pages say a few dozen things of themselves; of one that says thousands the first are enough.
constexpr std::size_t kMostStated = 3000;
constexpr std::size_t kMostHeadings = 30;

}  // namespace

PageFacts::PageFacts(const HtmlDom& dom) : page(dom) {
  for (NodeId n = 0; n < page.size(); ++n) {
    const Node& node = page[n];
    switch (node.tag) {
      case Tag::Meta: {
        const std::string_view content = page.attribute(n, Attr::Content);
        if (content.empty()) break;
        for (const Attr attr : {Attr::Property, Attr::Name, Attr::Itemprop, Attr::HttpEquiv}) {
          const std::string_view name = page.attribute(n, attr);
          if (!name.empty() && name.size() < 60 && metas.size() < kMostStated &&
              !(attr == Attr::Itemprop && in_other_work(n)))
            metas.emplace_back(lower_ascii(trim(name)), one_line(content));
        }
        // The name of an item, such as the publisher, may be stated where it is not shown.
        if (page.attribute(n, Attr::Itemprop) == "name" && items.size() < kMostStated && page.has(node.parent, Attr::Itemprop))
          items.push_back(n);
        break;
      }
      case Tag::Title:
        if (title_tag.empty()) title_tag = page.flat_text(n);
        break;
      case Tag::Link:
        if (canonical.empty() && page.attribute(n, Attr::Rel) == "canonical")
          canonical = std::string(page.attribute(n, Attr::Href));
        break;
      case Tag::Html:
        if (language_tag.empty()) language_tag = std::string(page.attribute(n, Attr::Lang));
        break;
      case Tag::Script:
        if (page.attribute(n, Attr::Type).find("ld+json") != std::string_view::npos && node.first_child != kNoNode)
          scripts.push_back(page.text_of(node.first_child));
        break;
      case Tag::H1:
        if (headings.size() < kMostHeadings) headings.push_back(n);
        break;
      case Tag::Time:
        if (times.size() < kMostStated) times.push_back(n);
        break;
      default: break;
    }
    if (node.attributes > 0 && node.tag != Tag::Meta) {
      if (items.size() < kMostStated && page.has(n, Attr::Itemprop)) items.push_back(n);
      if (author_links.size() < kMostStated && page.attribute(n, Attr::Rel).find("author") != std::string_view::npos)
        author_links.push_back(n);
    }
  }
}

std::string PageFacts::meta(std::string_view name) const {
  for (const auto& [key, value] : metas) {
    if (key == name) return value;
  }
  return {};
}

bool PageFacts::in_other_work(NodeId n) const {
  for (NodeId at = page[n].parent; at != kNoNode; at = page[at].parent) {
    if (is_live_entry(page, at)) return true;
    const std::string_view type = page.attribute(at, Attr::Itemtype);
    if (type.empty()) continue;
    for (const std::string_view other :
         {"Claim", "Comment", "VideoObject", "ImageObject", "ListItem", "ItemList", "Offer", "Product"}) {
      if (type.find(other) != std::string_view::npos) return true;
    }
    if (type.find("Article") != std::string_view::npos || type.find("Posting") != std::string_view::npos)
      return is_hidden(at);
  }
  return false;
}

bool PageFacts::is_hidden(NodeId n) const {
  for (NodeId at = n; at != kNoNode; at = page[at].parent) {
    if (belonging_of(page, at) == Belongs::Hidden) return true;
  }
  return false;
}

std::string PageFacts::item_text(NodeId n) const {
  for (const Attr attr : {Attr::Content, Attr::Datetime}) {
    if (page.has(n, attr)) return one_line(page.attribute(n, attr));
  }
  return page.flat_text(n);
}

}  // namespace onrecord
