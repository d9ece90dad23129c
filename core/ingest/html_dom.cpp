#include "ingest/html_dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <utility>

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

struct TagName { std::string_view name; Tag tag; };
constexpr std::array kTags = {TagName{"a", Tag::A},
                              TagName{"abbr", Tag::Abbr},
                              TagName{"address", Tag::Address},
                              TagName{"article", Tag::Article},
                              TagName{"aside", Tag::Aside},
                              TagName{"audio", Tag::Audio},
                              TagName{"b", Tag::B},
                              TagName{"base", Tag::Base},
                              TagName{"blockquote", Tag::Blockquote},
                              TagName{"body", Tag::Body},
                              TagName{"br", Tag::Br},
                              TagName{"button", Tag::Button},
                              TagName{"canvas", Tag::Canvas},
                              TagName{"caption", Tag::Caption},
                              TagName{"center", Tag::Center},
                              TagName{"cite", Tag::Cite},
                              TagName{"code", Tag::Code},
                              TagName{"dd", Tag::Dd},
                              TagName{"details", Tag::Details},
                              TagName{"dialog", Tag::Dialog},
                              TagName{"div", Tag::Div},
                              TagName{"dl", Tag::Dl},
                              TagName{"dt", Tag::Dt},
                              TagName{"em", Tag::Em},
                              TagName{"embed", Tag::Embed},
                              TagName{"fieldset", Tag::Fieldset},
                              TagName{"figcaption", Tag::Figcaption},
                              TagName{"figure", Tag::Figure},
                              TagName{"font", Tag::Font},
                              TagName{"footer", Tag::Footer},
                              TagName{"form", Tag::Form},
                              TagName{"h1", Tag::H1},
                              TagName{"h2", Tag::H2},
                              TagName{"h3", Tag::H3},
                              TagName{"h4", Tag::H4},
                              TagName{"h5", Tag::H5},
                              TagName{"h6", Tag::H6},
                              TagName{"head", Tag::Head},
                              TagName{"header", Tag::Header},
                              TagName{"hr", Tag::Hr},
                              TagName{"html", Tag::Html},
                              TagName{"i", Tag::I},
                              TagName{"iframe", Tag::Iframe},
                              TagName{"img", Tag::Img},
                              TagName{"input", Tag::Input},
                              TagName{"label", Tag::Label},
                              TagName{"li", Tag::Li},
                              TagName{"link", Tag::Link},
                              TagName{"main", Tag::Main},
                              TagName{"menu", Tag::Menu},
                              TagName{"meta", Tag::Meta},
                              TagName{"nav", Tag::Nav},
                              TagName{"noscript", Tag::Noscript},
                              TagName{"object", Tag::Object},
                              TagName{"ol", Tag::Ol},
                              TagName{"option", Tag::Option},
                              TagName{"p", Tag::P},
                              TagName{"picture", Tag::Picture},
                              TagName{"pre", Tag::Pre},
                              TagName{"q", Tag::Q},
                              TagName{"s", Tag::S},
                              TagName{"script", Tag::Script},
                              TagName{"section", Tag::Section},
                              TagName{"select", Tag::Select},
                              TagName{"small", Tag::Small},
                              TagName{"source", Tag::Source},
                              TagName{"span", Tag::Span},
                              TagName{"strong", Tag::Strong},
                              TagName{"sub", Tag::Sub},
                              TagName{"summary", Tag::Summary},
                              TagName{"sup", Tag::Sup},
                              TagName{"table", Tag::Table},
                              TagName{"tbody", Tag::Tbody},
                              TagName{"td", Tag::Td},
                              TagName{"template", Tag::Template},
                              TagName{"textarea", Tag::Textarea},
                              TagName{"tfoot", Tag::Tfoot},
                              TagName{"th", Tag::Th},
                              TagName{"thead", Tag::Thead},
                              TagName{"time", Tag::Time},
                              TagName{"title", Tag::Title},
                              TagName{"tr", Tag::Tr},
                              TagName{"u", Tag::U},
                              TagName{"ul", Tag::Ul},
                              TagName{"video", Tag::Video}};

struct AttrName { std::string_view name; Attr attr; };
constexpr std::array kAttributes = {AttrName{"aria-hidden", Attr::AriaHidden},
                                    AttrName{"aria-label", Attr::AriaLabel},
                                    AttrName{"charset", Attr::Charset},
                                    AttrName{"class", Attr::Class},
                                    AttrName{"content", Attr::Content},
                                    AttrName{"data-testid", Attr::DataTestid},
                                    AttrName{"datetime", Attr::Datetime},
                                    AttrName{"hidden", Attr::Hidden},
                                    AttrName{"href", Attr::Href},
                                    AttrName{"http-equiv", Attr::HttpEquiv},
                                    AttrName{"id", Attr::Id},
                                    AttrName{"itemprop", Attr::Itemprop},
                                    AttrName{"itemscope", Attr::Itemscope},
                                    AttrName{"itemtype", Attr::Itemtype},
                                    AttrName{"lang", Attr::Lang},
                                    AttrName{"name", Attr::Name},
                                    AttrName{"property", Attr::Property},
                                    AttrName{"rel", Attr::Rel},
                                    AttrName{"role", Attr::Role},
                                    AttrName{"style", Attr::Style},
                                    AttrName{"title", Attr::Title},
                                    AttrName{"type", Attr::Type}};

template <typename Table>
auto find_name(const Table& table, std::string_view name) {
  const auto it = std::lower_bound(table.begin(), table.end(), name,
                                   [](const auto& row, std::string_view wanted) { return row.name < wanted; });
  return it != table.end() && it->name == name ? it : table.end();
}

Tag tag_named(std::string_view name) {
  const auto it = find_name(kTags, name);
  return it == kTags.end() ? Tag::Other : it->tag;
}

Attr attribute_named(std::string_view name) {
  const auto it = find_name(kAttributes, name);
  return it == kAttributes.end() ? Attr::Other : it->attr;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Whether `html` has `word` (small letters) at `at`, in any case.
bool has_at(std::string_view html, std::size_t at, std::string_view word) {
  if (html.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(html[at + i]) != word[i]) return false;
  }
  return true;
}

// The '<' of the end tag `</name`, from `at` on; html.size() where there is none.
std::size_t find_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  while (at < html.size()) {
    at = html.find("</", at);
    if (at == std::string_view::npos) return html.size();
    if (has_at(html, at + 2, name)) return at;
    at += 2;
  }
  return html.size();
}

std::size_t after_tag(std::string_view html, std::size_t at) {
  const std::size_t close = html.find('>', at);
  return close == std::string_view::npos ? html.size() : close + 1;
}

}  // namespace

namespace {

// Attributes beyond this many in one tag are cut: the parser compares each with all before it.
constexpr int kMostAttributes = 200;

struct TagEnd {
  std::size_t end = 0;     // after the '>', or where the page ends
  std::size_t cut = 0;     // where the attribute begins that is one too many; 0 where there is none
};

// The end of the tag that begins at `at`. A mark opens a value only after "=": <p it's> is one tag.
TagEnd find_tag_end(std::string_view html, std::size_t at) {
  TagEnd tag;
  int attributes = 0;
  bool after_equals = false;
  bool after_space = false;
  for (std::size_t i = at + 1; i < html.size(); ++i) {
    const char c = html[i];
    if (c == '>') {
      tag.end = i + 1;
      return tag;
    }
    if ((c == '"' || c == '\'') && after_equals) {
      const std::size_t close = html.find(c, i + 1);
      if (close == std::string_view::npos) break;
      i = close;
      after_equals = false;
      after_space = true;
      continue;
    }
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (space) {
      after_space = true;
      continue;
    }
    if (c != '=' && after_space && !after_equals && ++attributes == kMostAttributes) tag.cut = i;
    after_space = c == '/';
    after_equals = c == '=';
  }
  tag.end = html.size();
  return tag;
}

}  // namespace

std::string strip_html(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  std::size_t kept = 0;  // up to here all is copied or cut
  // An end tag that is not there is looked for once a kind only.
  bool no_comment_end = false;
  const auto cut = [&](std::size_t from, std::size_t to) {
    out.append(html.substr(kept, from - kept));
    kept = to;
  };
  std::size_t at = 0;
  while (at < html.size()) {
    const void* found = std::memchr(html.data() + at, '<', html.size() - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - html.data());
    const char next = at + 1 < html.size() ? lower(html[at + 1]) : '\0';
    if (next == '!' && html.substr(at, 4) == "<!--") {
      std::size_t end = no_comment_end ? std::string_view::npos : html.find("-->", at + 2);
      if (end == std::string_view::npos) {
        // Never closed: what follows is shown by no browser, but it is safer to lose the mark than the article.
        no_comment_end = true;
        cut(at, at + 4);
        at += 4;
        continue;
      }
      cut(at, end + 3);
      at = end + 3;
      continue;
    }
    std::string_view name;
    if (next == 's') {
      for (const std::string_view candidate : {"script", "style", "svg"}) {
        if (!has_at(html, at + 1, candidate)) continue;
        const char after = at + 1 + candidate.size() < html.size() ? html[at + 1 + candidate.size()] : '>';
        if (after == '>' || after == '/' || is_space(static_cast<unsigned char>(after))) name = candidate;
      }
    }
    if (name.empty()) {
      if (next < 'a' || next > 'z') {
        ++at;
        continue;
      }
      const TagEnd tag = find_tag_end(html, at);
      if (tag.cut != 0) {
        cut(tag.cut, tag.end);
        out += '>';
      }
      at = std::max(tag.end, at + 1);
      continue;
    }
    const std::size_t open_end = after_tag(html, at);
    const std::string_view open = html.substr(at, std::min<std::size_t>(open_end - at, 500));
    if (name == "svg" && open.size() > 1 && open[open.size() - 2] == '/') {  // <svg/>
      cut(at, open_end);
      at = open_end;
      continue;
    }
    const std::size_t end = find_end_tag(html, open_end, name);
    if (name == "script" && open.find("ld+json") != std::string_view::npos) {
      at = std::max(end, at + 1);
      continue;
    }
    const std::size_t after = end == html.size() ? end : after_tag(html, end);
    cut(at, after);
    at = after;
  }
  out.append(html.substr(kept));
  return out;
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::Address:
    case Tag::Article:
    case Tag::Aside:
    case Tag::Blockquote:
    case Tag::Body:
    case Tag::Caption:
    case Tag::Center:
    case Tag::Dd:
    case Tag::Details:
    case Tag::Dialog:
    case Tag::Div:
    case Tag::Dl:
    case Tag::Dt:
    case Tag::Fieldset:
    case Tag::Figcaption:
    case Tag::Figure:
    case Tag::Footer:
    case Tag::Form:
    case Tag::H1:
    case Tag::H2:
    case Tag::H3:
    case Tag::H4:
    case Tag::H5:
    case Tag::H6:
    case Tag::Header:
    case Tag::Hr:
    case Tag::Html:
    case Tag::Li:
    case Tag::Main:
    case Tag::Menu:
    case Tag::Nav:
    case Tag::Ol:
    case Tag::P:
    case Tag::Pre:
    case Tag::Section:
    case Tag::Summary:
    case Tag::Table:
    case Tag::Tbody:
    case Tag::Td:
    case Tag::Tfoot:
    case Tag::Th:
    case Tag::Thead:
    case Tag::Tr:
    case Tag::Ul:
    case Tag::Noscript:
    case Tag::Option:
    case Tag::Iframe:
    case Tag::Video:
    case Tag::Audio: return true;
    default: return false;
  }
}

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

HtmlDom parse_html(std::string_view html) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  const std::string page = strip_html(html);
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

}  // namespace onrecord
