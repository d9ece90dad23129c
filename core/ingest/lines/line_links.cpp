// Lines and brackets that point to another text.
#include "ingest/lines/line_kinds.h"

#include <cstring>

#include "ingest/lines/line_words.h"
#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord {
using namespace line_words;

namespace {

// The words that a pointer begins with, in brackets or on a line of its own.
const Phrases kLinkOpeners{"read:", "read more:", "read also:", "also read:", "read |", "also read |", "related:", "related story:",
                           "related stories:", "related article:", "related articles:", "related coverage:", "related video:",
                           "related link:", "more:", "more on this:", "see also:", "watch:", "watch |", "watch now:", "listen:",
                           "listen |", "must read:", "must-read:", "read next:", "up next:", "don't miss:", "you may also like:",
                           "you might also like:", "recommended:", "in case you missed it:", "icymi:", "further reading:", "full story:",
                           "full coverage:", "in photos:", "in pictures:", "learn more:", "more here:"};

// In brackets these do too; on a line of their own they may begin running text ("Background: he would not say.").
const Phrases kBracketedLinkOpeners{"more from ", "see:", "video:", "background:", "view:", "photos:", "gallery:", "look:", "explainer:",
                                    "fact check:", "editorial:", "opinion:", "op-ed:", "interactive:", "map:", "podcast:",
                                    "live updates:", "timeline:", "trending:", "also on ", "story:"};

// On a line of its own these do too.
const Phrases kBareLinkOpeners{"read more about", "read more at ", "read more on ", "read more here", "read the full ", "read the rest",
                               "read it all", "see more at", "originally published at http"};

// What else a pointer on a line of its own may begin with, when it goes on as one.
const Phrases kPointers{"read ", "watch ", "listen ", "see ", "view ", "check out ", "click ", "find out more", "more", "full story",
                        "continue reading", "http://", "https://", "www."};

}  // namespace

bool is_link(std::string_view text) {
  if (text.size() < 5 || text.size() > 400) return false;
  const bool bracket = text.front() == '(' || text.front() == '[';
  if (bracket) {
    const char close = text.front() == '(' ? ')' : ']';
    std::string_view end = text;
    while (!end.empty() && (end.back() == '.' || end.back() == ' ')) end.remove_suffix(1);
    if (end.back() != close || end.find(close) + 1 != end.size()) return false;
    const Lowered<40> lower(text.substr(1));
    const std::string_view inner = lower;
    return kLinkOpeners.begins(inner) || kBracketedLinkOpeners.begins(inner) ||
           starts_with_any(inner, {"read more", "click here", "read the ", "see related", "related story"});
  }
  // Bullets and arrows before it belong to it.
  std::size_t begin = 0;
  while (begin < text.size() && begin < 8) {
    const Char c = char_at(text, begin);
    if (is_letter(c.code) || is_double_quote(c.code) || is_digit(c.code)) break;
    begin += c.size;
  }
  const std::string_view rest = text.substr(begin);
  const Lowered<40> start(rest);
  const bool opens = kLinkOpeners.begins(start) || kBareLinkOpeners.begins(start);
  if (!opens && !kPointers.begins(start)) return false;
  const Lowered lower(rest);
  const std::string_view low = lower;
  if (opens) return low.size() <= 250;
  if (low == "read more" || low == "continue reading" || low == "read the full story" || low == "full story" ||
      low == "more" || low == "read full story")
    return true;
  // "Watch the interview segment here." "Read Live Updates On The Vote." "See photos from the march below:"
  if (starts_with_any(
          low, {"read ", "watch ", "listen ", "see ", "view ", "check out ", "click ", "read the ", "find out more"})) {
    const bool points = low.ends_with(" here.") || low.ends_with(" here") || low.ends_with(" below.") ||
                        low.ends_with(" below:") || low.ends_with(" below") || low.ends_with(" above.") ||
                        low.ends_with(" above") || low.ends_with(" here:") || low.ends_with(" >") ||
                        low.ends_with("»") || low.ends_with("...more");
    return points && low.size() <= 140 && !has_double_quote(text);
  }
  // A bare address.
  if (starts_with_any(low, {"http://", "https://", "www."})) return low.find(' ') == std::string_view::npos;
  return false;
}

bool opens_links(std::string_view text) {
  if (text.size() > 60) return false;
  const Lowered lower(bare(text));
  const std::string_view low = lower;
  static const Phrases kWhole{"related",
                              "related stories",
                              "related articles",
                              "related news",
                              "related content",
                              "related topics",
                              "related links",
                              "related coverage",
                              "related posts",
                              "related video",
                              "related videos",
                              "more stories",
                              "more news",
                              "you may also like",
                              "you might also like",
                              "you may also be interested in",
                              "recommended",
                              "recommended stories",
                              "recommended for you",
                              "recommended reading",
                              "most read",
                              "most popular",
                              "trending now",
                              "trending",
                              "top stories",
                              "latest stories",
                              "latest news",
                              "read more",
                              "read also",
                              "also read",
                              "see also",
                              "read next",
                              "up next",
                              "what to read next",
                              "editors' picks",
                              "editor's picks",
                              "don't miss",
                              "in other news",
                              "must read",
                              "further reading",
                              "more on this story",
                              "more on this topic",
                              "popular stories",
                              "from the web",
                              "around the web",
                              "sponsored stories",
                              "promoted stories",
                              "more from this section"};
  if (kWhole.holds(low)) return true;
  return low.starts_with("more from ") || (low.starts_with("more in ") && low.size() <= 30) ||
         low.starts_with("more on ") || low.starts_with("also on ");
}

Span find_bracketed_link(std::string_view paragraph, std::size_t from) {
  for (std::size_t open = from; open < paragraph.size(); ++open) {
    const void* found = std::memchr(paragraph.data() + open, '(', paragraph.size() - open);
    if (found == nullptr) return {};
    open = static_cast<std::size_t>(static_cast<const char*>(found) - paragraph.data());
    const std::string_view window = paragraph.substr(open, 400);
    // A quick look before the words are folded: an R, M, S, W, L, A … in either case.
    const Lowered<24> lower(window.substr(1));
    const std::string_view head = lower;
    if (!starts_with_any(head, {"read:", "read more", "read also:", "also read:", "related:", "related ",
                                "more:", "see also:", "watch:", "listen:", "see related",
                                "must read:", "video:", "look:", "in photos:"}))
      continue;
    int depth = 0;
    for (std::size_t at = 0; at < window.size(); ++at) {
      if (window[at] == '(') ++depth;
      if (window[at] == ')' && --depth == 0) return span(open, open + at + 1);
    }
  }
  return {};
}

}  // namespace onrecord
