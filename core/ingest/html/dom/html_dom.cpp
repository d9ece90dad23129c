#include "ingest/html/dom/html_dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <utility>

#include "ingest/html/dom/html_names.h"
#include "ingest/html/dom/html_strip.h"
#include "text/chars.h"

namespace onrecord {
namespace {

constexpr std::uint16_t kDeepest = 500;
// Open elements, and end tags without a beginning, beyond which the parser is stopped: it looks through its open elements
// for each of the latter.
constexpr int kMostOpen = 2000;
constexpr std::size_t kMostLooseEnds = 100'000;
// Each error costs libxml2 a message that nobody reads.
constexpr std::size_t kMostErrors = 1'000'000;

}  // namespace

std::string_view HtmlDom::attribute(NodeId n, Attr name) const {
  const Node& node = nodes_[n];
  for (std::uint32_t i = 0; i < node.attributes; ++i) {
    const Attribute& a = attributes_[node.first_attribute + i];
    if (a.name == name) return std::string_view(values_).substr(a.begin, a.end - a.begin);
  }
  return {};
}

bool HtmlDom::has(NodeId n, Attr name) const {
  const Node& node = nodes_[n];
  for (std::uint32_t i = 0; i < node.attributes; ++i) {
    if (attributes_[node.first_attribute + i].name == name) return true;
  }
  return false;
}

std::string HtmlDom::flat_text(NodeId n, bool lines) const {
  std::string out;
  bool space = false;
  bool line = false;
  const auto visit = [&](auto&& self, NodeId at) -> void {
    const Node& node = nodes_[at];
    if (node.tag == Tag::Text) {
      const std::string_view text = text_of(at);
      for (std::size_t i = 0; i < text.size();) {
        const Char c = char_at(text, i);
        if (is_space(c.code)) {
          space = true;
        } else {
          if (line && !out.empty()) out += '\n';
          else if (space && !out.empty()) out += ' ';
          space = false;
          line = false;
          out.append(text, i, c.size);
        }
        i += c.size;
      }
      return;
    }
    if (node.tag == Tag::Script || node.tag == Tag::Template) return;
    const bool breaks = node.tag == Tag::Br || is_block(node.tag);
    if (breaks) (lines ? line : space) = true;
    for (NodeId child = node.first_child; child != kNoNode; child = nodes_[child].next_sibling) self(self, child);
    if (breaks) (lines ? line : space) = true;
  };
  visit(visit, n);
  return out;
}

// Receives libxml2's events.
class HtmlBuilder {
 public:
  HtmlBuilder() {
    dom_.nodes_.reserve(4096);
    open_.push_back(add(Tag::Html, kNoNode));
  }

  HtmlDom finish() { return std::move(dom_); }

  void start(std::string_view name, const xmlChar** attributes) {
    if (parser->nameNr > kMostOpen) return stop();
    Tag tag = tag_named(name);
    if (tag == Tag::Html) {
      add_attributes(0, attributes);
      ++skipped_html_;
      return;
    }
    const NodeId parent = open_.back();
    const NodeId node = add(tag, parent);
    add_attributes(node, attributes);
    if (open_.size() < kDeepest) {
      open_.push_back(node);
    } else {
      ++beyond_;
    }
    in_text_ = kNoNode;
  }

  void end(std::string_view name) {
    if (tag_named(name) == Tag::Html && skipped_html_ > 0) {
      --skipped_html_;
      return;
    }
    in_text_ = kNoNode;
    if (beyond_ > 0) {
      --beyond_;
    } else if (open_.size() > 1) {
      open_.pop_back();
    }
  }

  void characters(const char* text, std::size_t size) {
    if (dom_.text_.size() + size > 0xFFFFFFF0U) return stop();
    if (in_text_ == kNoNode) {
      in_text_ = add(Tag::Text, open_.back());
      dom_.nodes_[in_text_].text_begin = static_cast<std::uint32_t>(dom_.text_.size());
    }
    dom_.text_.append(text, size);
    dom_.nodes_[in_text_].text_end = static_cast<std::uint32_t>(dom_.text_.size());
  }

  void error(bool end_without_beginning) {
    errors_ += end_without_beginning ? 1 : 0;
    if (errors_ > kMostLooseEnds || ++all_errors_ > kMostErrors) stop();
  }

  htmlParserCtxtPtr parser = nullptr;

 private:
  NodeId add(Tag tag, NodeId parent) {
    const auto id = static_cast<NodeId>(dom_.nodes_.size());
    Node node;
    node.tag = tag;
    node.parent = parent;
    node.first_attribute = static_cast<std::uint32_t>(dom_.attributes_.size());
    if (parent != kNoNode) {
      Node& above = dom_.nodes_[parent];
      node.depth = static_cast<std::uint16_t>(above.depth + 1);
      if (above.last_child == kNoNode) above.first_child = id;
      else dom_.nodes_[above.last_child].next_sibling = id;
      above.last_child = id;
    }
    dom_.nodes_.push_back(node);
    return id;
  }

  void add_attributes(NodeId node, const xmlChar** attributes) {
    if (attributes == nullptr) return;
    if (node == 0 && dom_.nodes_[0].attributes > 0) return;  // <html> a second time
    if (node == 0) dom_.nodes_[0].first_attribute = static_cast<std::uint32_t>(dom_.attributes_.size());
    for (; attributes[0] != nullptr; attributes += 2) {
      const Attr name = attribute_named(reinterpret_cast<const char*>(attributes[0]));
      if (name == Attr::Other) continue;
      const char* value = attributes[1] == nullptr ? "" : reinterpret_cast<const char*>(attributes[1]);
      std::size_t size = std::strlen(value);
      // Nobody's class is a megabyte; a description may be long.
      size = std::min<std::size_t>(size, 100'000);
      if (dom_.values_.size() + size > 0xFFFFFFF0U) return stop();
      const auto begin = static_cast<std::uint32_t>(dom_.values_.size());
      dom_.values_.append(value, size);
      dom_.attributes_.push_back({name, begin, static_cast<std::uint32_t>(dom_.values_.size())});
      ++dom_.nodes_[node].attributes;
    }
  }

  void stop() {
    dom_.truncated_ = true;
    xmlStopParser(parser);
  }

  HtmlDom dom_;
  std::vector<NodeId> open_;
  NodeId in_text_ = kNoNode;
  std::size_t beyond_ = 0;
  std::size_t skipped_html_ = 0;
  std::size_t errors_ = 0;
  std::size_t all_errors_ = 0;
};

namespace {

HtmlBuilder& builder_of(void* context) { return *static_cast<HtmlBuilder*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  builder_of(context).start(reinterpret_cast<const char*>(name), attributes);
}
void on_end(void* context, const xmlChar* name) { builder_of(context).end(reinterpret_cast<const char*>(name)); }
void on_characters(void* context, const xmlChar* text, int size) {
  builder_of(context).characters(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
}
// libxml2's type for this handler differs between its releases only in a const.
template <typename E>
void on_error(void* context, E error) {
  // End tags that close nothing are what costs; tags younger than the parser are no errors.
  builder_of(context).error(error != nullptr && error->code == XML_ERR_TAG_NAME_MISMATCH);
}

}  // namespace

namespace {

HtmlDom build(const std::string& page) {
  HtmlBuilder builder;
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  handler.initialized = XML_SAX2_MAGIC;
  handler.serror = on_error;
  // A terminating NUL stands after the last byte, as libxml2 expects of memory that it only borrows.
  const htmlParserCtxtPtr parser =
      htmlCreateMemoryParserCtxt(page.c_str(), static_cast<int>(std::min<std::size_t>(page.size(), 0x7FFFFFF0U)));
  if (parser == nullptr) return builder.finish();
  builder.parser = parser;
  if (parser->sax != nullptr) *parser->sax = handler;
  parser->userData = &builder;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  if (parser->myDoc != nullptr) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = nullptr;
  }
  htmlFreeParserCtxt(parser);
  return builder.finish();
}

}  // namespace

HtmlDom parse_html(std::string_view html) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  std::string page = strip_html(html);
  HtmlDom dom = build(page);
  if (dom.truncated()) {  // nested or broken beyond what the parser can bear
    page = flatten_html(page);
    dom = build(page);
  }
  return dom;
}

}  // namespace onrecord
