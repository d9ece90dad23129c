#include "ingest/html/body/html_rules.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"
#include "text/phrases.h"

namespace onrecord {
namespace {

// Stems that a word of a class may begin with.
const Phrases kPageStems{
    "relat",  // related-stories      near miss: "translate" does not begin so
    "recirc",       "recommend",  "readmore",       "seealso",   "morefrom",    "morestories",  "upnext",
    "nextarticle",  "nextpost",   "prevnext",       "crosslink", "inarticle",   "interstitial",
    "shar",  // share-bar, sharedaddy
    "social",       "follow",     "addthis",        "addtoany",  "a2a",         "tweetthis",    "newsletter",
    "subscri",      "signup",     "optin",          "mailchimp", "mailinglist", "paywall",      "donat",
    "membership",   "promo",      "advert",         "adslot",    "adunit",      "adsense",      "adcontainer",
    "adwrapper",    "sponsor",    "outbrain",       "taboola",   "zergnet",     "revcontent",   "dfp",
    "gpt",          "affiliate",  "commercial",     "partner",   "sidebar",     "breadcrumb",   "footer",
    "masthead",     "toolbar",    "popup",          "modal",     "lightbox",    "overlay",      "rollover",
    "hovercard",    "popover",    "rightrail",      "leftrail",  "pagin",       "pager",        "login",
    "widget",       "trending",   "popular",        "mostread",  "mostviewed",  "teaser",       "carousel",
    "slider",       "navigation", "navbar",         "menu",      "dropdown",    "offcanvas",    "tooltip",
    "screenreader", "sronly",     "visuallyhidden", "skiplink",  "rating",      "poll",         "quiz",
    "survey",       "feedback",   "yarpp",          "jprelated", "sharedaddy",  "livefyre",     "playlist",
    "videoplayer",  "jwplayer",   "brightcove",     "podcast",   "audioplayer", "flickity",     "swiper",
    "slick",        "authorbio",  "aboutauthor",    "authorbox", "authorinfo",  "authordesc",   "printfriendly",
    "tagcloud",     "taglist",    "posttags",       "entrytags", "articletags", "entrymeta",    "postmeta",
    "articlemeta",  "wmipp"};  // wm-ipp-base: the bar that the Wayback Machine puts above a page
// Whole words only.
const Phrases kPageWords{
    "ad",      "ads",       "nav",    "print",    "tags",      "topics",     "tools",     "utility", "toc",    "bio",
    "meta",    "metadata",  "hidden", "hide",     "invisible", "prev",       "next",      "search",  "banner", "cta",
    "callout", "more",      "links",  "keywords", "category",  "categories", "timestamp", "button",  "btn",    "icon",
    "icons",   "reactions", "kicker", "eyebrow",  "copyright", "terms",      "rail"};
const Phrases kConsentStems{"cookie", "consent", "gdpr", "ccpa", "onetrust", "didomi", "quantcast", "privacy"};
const Phrases kSubtitleWords{"dek",      "deck",       "subhead",   "subheadline", "subheading",
                             "subtitle", "standfirst", "strapline", "substory"};
const Phrases kCommentStems{"comment", "disqus", "respond", "discussion", "replies"};
const Phrases kCaptionStems{"caption",     "credit",      "figcaption", "wpcaption",
                            "photocredit", "imagecredit", "cutline",    "attribution"};
const Phrases kBylineStems{"byline",    "author",      "dateline", "pubdate", "publishdate", "postdate",
                           "entrydate", "articledate", "datetime", "posted",  "writer",      "contributor"};
// The whole name, words joined.
const Phrases kBodyNames{"articlebody", "articlecontent", "articletext",     "articlemaintext",    "articlecontentbody",
                         "storybody",   "storycontent",   "storytext",       "storybodytext",      "entrycontent",
                         "entrybody",   "postcontent",    "postbody",        "bodycopy",           "bodytext",
                         "bodycontent", "contentbody",    "maincontenttext", "articlebodycontent", "newsbody",
                         "newstext",    "blogcontent",    "blogpostcontent", "singlecontent",      "pagecontentbody",
                         "richtext",    "fulltext",       "storybodycopy",   "articlebodytext",    "postentry",
                         "thecontent",  "tdpostcontent"};

// "related-Stories_list" as words "related", "stories", "list", and joined "relatedstorieslist".
template <typename Visit>
void for_words(std::string_view name, Visit visit) {
  std::string word;
  char before = ' ';
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (!is_ascii_letter(c) || (capital && before >= 'a' && before <= 'z')) {
      if (!word.empty()) visit(word);
      word.clear();
    }
    if (is_ascii_letter(c)) word += lower_ascii(c);
    before = c;
  }
  if (!word.empty()) visit(word);
}

Belongs belonging_of_one(std::string_view name) {
  std::string joined;
  Belongs verdict = Belongs::Article;
  for_words(name, [&](const std::string& word) {
    joined += word;
    if (kConsentStems.begins(word)) verdict = Belongs::Consent;
    else if (verdict == Belongs::Consent) return;
    else if (kCommentStems.begins(word)) verdict = Belongs::Comments;
    else if (verdict == Belongs::Article && kSubtitleWords.holds(word)) verdict = Belongs::Subtitle;
    else if (kCaptionStems.begins(word) && verdict != Belongs::Comments) verdict = Belongs::Caption;
    else if (verdict == Belongs::Article && kBylineStems.begins(word)) verdict = Belongs::Byline;
    else if ((verdict == Belongs::Article || verdict == Belongs::Byline) &&
             (kPageStems.begins(word) || kPageWords.holds(word)))
      verdict = Belongs::Page;
  });
  if (kBodyNames.holds(joined)) return Belongs::Body;
  if (verdict == Belongs::Article && kPageStems.begins(joined)) return Belongs::Page;
  return verdict;
}

}  // namespace

Belongs belonging_of_name(std::string_view names) {
  Belongs verdict = Belongs::Article;
  std::size_t at = 0;
  while (at < names.size()) {
    while (at < names.size() && (names[at] == ' ' || names[at] == '\n' || names[at] == '\t' || names[at] == '\r')) ++at;
    std::size_t end = at;
    while (end < names.size() && names[end] != ' ' && names[end] != '\n' && names[end] != '\t' && names[end] != '\r')
      ++end;
    if (end > at && end - at < 80) {
      const Belongs one = belonging_of_one(names.substr(at, end - at));
      if (one == Belongs::Body) return one;
      if (one != Belongs::Article &&
          (verdict == Belongs::Article || one == Belongs::Comments || one == Belongs::Consent))
        verdict = one;
    }
    at = end;
  }
  return verdict;
}

Belongs belonging_of(const HtmlDom& page, NodeId node) {
  switch (page[node].tag) {
    case Tag::Nav:
    case Tag::Form:
    case Tag::Button:
    case Tag::Select:
    case Tag::Textarea:
    case Tag::Iframe:
    case Tag::Object:
    case Tag::Embed:
    case Tag::Video:
    case Tag::Audio:
    case Tag::Noscript: case Tag::Canvas: case Tag::Input: case Tag::Dialog: case Tag::Menu: case Tag::Label:
      return Belongs::Page;
    case Tag::Script: case Tag::Template: case Tag::Head: case Tag::Meta: case Tag::Link: case Tag::Title:
      return Belongs::Hidden;
    case Tag::Footer:  // of a quotation it is the line that signs it
      return page[node].parent != kNoNode && page[page[node].parent].tag == Tag::Blockquote ? Belongs::Article : Belongs::Page;
    case Tag::Aside: return Belongs::Page;
    case Tag::Figcaption: return Belongs::Caption;
    case Tag::Html: case Tag::Body: return Belongs::Article;
    default: break;
  }
  if (page[node].attributes == 0) return Belongs::Article;
  const std::string_view itemprop = page.attribute(node, Attr::Itemprop);
  if (itemprop == "articleBody" || itemprop == "reviewBody" || itemprop.find("articleBody") != std::string_view::npos)
    return Belongs::Body;
  const std::string_view type = page.attribute(node, Attr::Itemtype);
  if (type.ends_with("/Comment") || type.ends_with("/UserComments")) return Belongs::Comments;
  if (page.has(node, Attr::Hidden)) return Belongs::Hidden;
  const std::string_view style = page.attribute(node, Attr::Style);
  if (!style.empty() &&
      (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos))
    return Belongs::Hidden;
  const std::string_view role = page.attribute(node, Attr::Role);
  if (role == "navigation" || role == "complementary" || role == "banner" || role == "contentinfo" ||
      role == "search" || role == "dialog" || role == "alert" || role == "menu" || role == "tablist" ||
      role == "toolbar") {
    return Belongs::Page;
  }
  const std::string_view names = page.attribute(node, Attr::Class);
  const std::string_view id = page.attribute(node, Attr::Id);
  if (page[node].tag == Tag::Blockquote || names.find("twitter-tweet") != std::string_view::npos) {
    if (names.find("twitter-tweet") != std::string_view::npos ||
        names.find("twitter-video") != std::string_view::npos ||
        names.find("instagram-media") != std::string_view::npos || names.find("tiktok-embed") != std::string_view::npos)
      return Belongs::Post;
  }
  Belongs verdict = belonging_of_name(names);
  if (verdict == Belongs::Article || (verdict != Belongs::Body && !id.empty())) {
    const Belongs by_id = belonging_of_name(id);
    if (by_id != Belongs::Article) verdict = by_id;
  }
  if (verdict == Belongs::Article && page.attribute(node, Attr::AriaHidden) == "true") return Belongs::Page;
  return verdict;
}

bool is_live_entry(const HtmlDom& page, NodeId node) {
  const Tag tag = page[node].tag;
  if (page[node].attributes == 0 || (tag != Tag::Article && tag != Tag::Div && tag != Tag::Li && tag != Tag::Section))
    return false;
  if (page.attribute(node, Attr::Itemprop).find("liveBlogUpdate") != std::string_view::npos) return true;
  const std::string_view names = page.attribute(node, Attr::Class);
  if (names.find("ive") == std::string_view::npos) return false;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = std::min(names.find_first_of(" \n\t\r", at), names.size());
    std::string joined;
    if (end - at < 80) for_words(names.substr(at, end - at), [&](const std::string& word) { joined += word; });
    for (const std::string_view entry : {"liveblogentry", "liveblogpost", "liveblogupdate", "liveblogitem", "liveblogblock",
                                         "liveblogstory", "liveentry", "livepost", "liveupdate"}) {
      if (joined.ends_with(entry)) return true;
    }
    at = end + 1;
  }
  return false;
}

}  // namespace onrecord
