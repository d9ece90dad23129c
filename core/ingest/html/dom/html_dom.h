// A web page as a tree in a few arrays, with what extraction asks of it and nothing else.
//
//   HtmlDom page = parse_html(utf8);
//   for (NodeId n = page[page.body()].first_child; n != kNoNode; n = page[n].next_sibling) …
//
// libxml2 reads the page; scripts (other than JSON-LD), style sheets, drawings and comments are cut out before it sees
// them, which is most of a page's bytes. Depth is bounded: what is nested deeper than 500 hangs off the 500th ancestor, so
// that walks may recurse.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

enum class Tag : std::uint8_t {
  Text, Other, Html, Head, Body, Title, Meta, Link, Base, Script, Noscript, Template, A, Abbr, Address, Article, Aside, Audio, B,
  Blockquote, Br, Button, Canvas, Caption, Center, Cite, Code, Dd, Details, Dialog, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure,
  Font, Footer, Form, H1, H2, H3, H4, H5, H6, Header, Hr, I, Iframe, Img, Input, Label, Li, Main, Menu, Nav, Object, Ol, Option, P,
  Picture, Pre, Q, S, Section, Select, Small, Source, Span, Strong, Sub, Summary, Sup, Table, Tbody, Td, Textarea, Tfoot, Th, Thead, Time,
  Tr, U, Ul, Video,
};

enum class Attr : std::uint8_t {
  AriaHidden, AriaLabel, Charset, Class, Content, Datetime, DataTestid, Hidden, Href, HttpEquiv, Id, Itemprop, Itemscope, Itemtype, Lang,
  Name, Property, Rel, Role, Style, Title, Type, Other,
};

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;

struct Node {
  Tag tag = Tag::Other;
  std::uint16_t depth = 0;
  NodeId parent = kNoNode;
  NodeId first_child = kNoNode;
  NodeId last_child = kNoNode;
  NodeId next_sibling = kNoNode;
  std::uint32_t text_begin = 0;  // of a Text node, a Title or a Script: bytes in the page's text
  std::uint32_t text_end = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;
};

class HtmlDom {
 public:
  [[nodiscard]] const Node& operator[](NodeId n) const { return nodes_[n]; }
  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  [[nodiscard]] NodeId root() const { return 0; }

  // The text of a Text node, as parsed: entities resolved, white space as it was. Valid while the page lives.
  [[nodiscard]] std::string_view text_of(NodeId n) const {
    return std::string_view(text_).substr(nodes_[n].text_begin, nodes_[n].text_end - nodes_[n].text_begin);
  }

  // An attribute's value; empty where it is absent (and where it is empty; `has` tells).
  [[nodiscard]] std::string_view attribute(NodeId n, Attr name) const;
  [[nodiscard]] bool has(NodeId n, Attr name) const;

  // All text under a node in order, white space runs as one space, trimmed; with line breaks for <br> and blocks where
  // `lines` is set.
  [[nodiscard]] std::string flat_text(NodeId n, bool lines = false) const;

  // Whether the page was cut short: nested or broken beyond what is worth reading on.
  [[nodiscard]] bool truncated() const { return truncated_; }

 private:
  friend class HtmlBuilder;
  struct Attribute {
    Attr name;
    std::uint32_t begin;
    std::uint32_t end;
  };
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  std::string values_;
  bool truncated_ = false;
};

// `html` is valid UTF-8. Never fails: what can be made out is in the tree. Linear in html.size().
[[nodiscard]] HtmlDom parse_html(std::string_view html);

// Whether the element begins a line of its own when shown.
[[nodiscard]] bool is_block(Tag tag);

}  // namespace onrecord
