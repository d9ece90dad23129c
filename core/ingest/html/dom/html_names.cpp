#include "ingest/html/dom/html_names.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

struct TagName { std::string_view name; Tag tag; };
constexpr std::array kTags = {TagName{"a", Tag::A},
                              TagName{"abbr", Tag::Abbr},
                              TagName{"address", Tag::Address},
                              TagName{"amp-ad", Tag::Aside},  // of AMP pages, what stands beside an article
                              TagName{"amp-consent", Tag::Aside},
                              TagName{"amp-embed", Tag::Aside},
                              TagName{"amp-list", Tag::Aside},
                              TagName{"amp-sidebar", Tag::Nav},
                              TagName{"amp-social-share", Tag::Aside},
                              TagName{"amp-sticky-ad", Tag::Aside},
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

}  // namespace

Tag tag_named(std::string_view name) {
  const auto it = find_name(kTags, name);
  return it == kTags.end() ? Tag::Other : it->tag;
}

Attr attribute_named(std::string_view name) {
  const auto it = find_name(kAttributes, name);
  return it == kAttributes.end() ? Attr::Other : it->attr;
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

}  // namespace onrecord
