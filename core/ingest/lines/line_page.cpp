// What the page says for itself.
#include "ingest/lines/line_kinds.h"

#include <algorithm>

#include "ingest/lines/line_words.h"
#include "text/ascii.h"
#include "text/phrases.h"

namespace onrecord {
using namespace line_words;

namespace {

bool is_rule_of_style_sheet(std::string_view text) {
  if (text == "}" || text == "{" || text == "};" || text == "});") return true;
  if (text.size() > 120 || text.find(' ') == 0) return false;
  if (text.back() == '{') return true;
  if (text.back() != ';') return false;
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return contains(text, "(") && contains(text, ");");
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

// A page says these and nothing else on the line.
const Phrases& whole_lines() {
  static const Phrases phrases{
      "share", "share this", "share this article", "share this story", "share this post", "share this page", "share article",
      "share on facebook", "share on twitter", "share on x", "share on linkedin", "share on whatsapp", "share via email",
      "share this:", "share via", "tweet", "pin it", "print", "print this", "email", "e-mail", "email this", "facebook", "twitter",
      "whatsapp", "linkedin", "reddit", "telegram", "copy link", "link copied", "save", "bookmark", "comments", "comment",
      "no comments", "view comments", "show comments", "hide comments", "advert", "advertisement", "advertisements", "advertising",
      "this slideshow requires javascript", "sponsored", "sponsored content", "promoted", "promoted content", "ad", "ads by",
      "article continues below", "story continues below", "story continues below advertisement", "story continues",
      "article continues after advertisement", "continue reading below", "loading", "please wait", "most read", "most popular",
      "most viewed", "trending", "trending now", "popular", "top stories", "latest news", "latest", "newsletter", "newsletters",
      "subscribe", "subscribe now", "subscribe today", "sign up", "sign in", "log in", "login", "register", "follow us", "follow",
      "following", "back to top", "top", "home", "menu", "search", "skip to content", "skip to main content", "skip navigation",
      "close", "next", "previous", "next article", "previous article", "next story", "previous story", "view gallery", "play video",
      "play", "pause", "mute", "watch live", "listen", "listen to article", "tags", "topics", "filed under", "enlarge",
      "enlarge image", "expand", "toggle caption", "hide caption", "full text", "abstract", "flag", "like", "reply", "report",
      "report abuse", "show more", "load more", "see more", "view more", "more stories", "thank you for reading",
      "thanks for reading", "continue", "accept", "i agree", "got it", "text size", "increase font size", "decrease font size",
      "a a a", "font size", "download pdf", "pdf", "gift article", "give this article", "add to favorites", "image", "photo",
      "video", "slideshow", "gallery", "audio", "end", "ends", "more to come", "add your comment", "write a comment",
      "reading time", "min read", "minute read", "minutes read", "breaking news alerts"};
  return phrases;
}

// Lines of a page begin with these; a text that reports what somebody said may, too.
const Phrases& openings() {
  static const Phrases phrases{
      "there are no comments", "subscribe to our", "subscribe to the ", "subscribe to get", "subscribe to receive",
      "subscribe here", "subscribe for ", "sign up for", "sign up to", "sign up here", "sign up below", "get our ",
      "get the latest ", "get all the", "get more from", "get breaking news", "follow us", "follow @", "like us on", "find us on",
      "join us on", "connect with us", "click here", "click to ", "click on the", "join our", "download our", "download the ",
      "enter your email", "enter email", "share and comment", "share your thoughts", "tell us what you think",
      "let us know what you think", "you must be logged in", "you must enable", "please enable javascript",
      "please turn on javascript", "enable javascript", "already a subscriber", "already have an account", "by signing up",
      "by subscribing", "by submitting", "by clicking", "we use cookies", "this site uses cookies", "this website uses cookies",
      "this material may not be", "all rights reserved", "copyright ©", "copyright (c)", "copyright 1", "copyright 2", "©",
      "(c) 20", "to continue reading", "support our journalism", "support independent journalism", "become a member",
      "become a subscriber", "become a supporter", "donate ", "share on ", "tweet this", "story continues below",
      "article continues below", "continue reading the main story", "a link has been sent", "an email has been sent",
      "thank you for subscribing", "thanks for signing up", "invalid email", "privacy policy", "terms of use", "terms of service",
      "terms and conditions", "cookie policy", "submit a letter", "submit a news tip", "send us a tip", "have a tip", "got a tip",
      "do you have a news tip", "send tips to", "get access to ", "want more", "like what you see",
      "your email address will not be published", "required fields are marked", "save my name", "notify me of", "powered by ",
      "view all comments", "view comments", "be the first to comment", "tags:", "filed under:", "topics:", "posted in ",
      "categories:", "share this", "see photos", "flagshare", "estimated reading time", "audio by", "your browser does not support",
      "the views expressed", "opinions expressed in this", "views expressed in this", "reprinted with permission",
      "reproduced with permission", "visit our website", "for more news", "for more stories", "for more breaking news",
      "stay up to date", "stay informed", "don't miss a", "never miss a", "unlimited access", "start your free trial",
      "receive our", "receive the latest", "this is google's cache of", "full version | text-only version"};
  return phrases;
}

}  // namespace

bool is_boilerplate(std::string_view text) {
  if (text.empty() || text.size() > 400) return false;
  if (is_separator(text) || is_rule_of_style_sheet(text)) return true;
  const std::string_view core = bare(text);
  if (core.empty())
    return std::none_of(text.begin(), text.end(), is_ascii_digit);  // marks alone; a number may be one of a list
  const Lowered lower(core);
  const std::string_view low = lower;
  if (whole_lines().holds(low)) return true;
  if (opens_comments(text)) return true;
  const bool pointed = openings().begins(low);
  if (pointed) return !may_report(text) || low.starts_with("©") || low.starts_with("copyright ");
  if (contains(low, "all rights reserved") && low.size() <= 300) return true;
  // "Follow Ana Reyes on Twitter @anareyes", not "Follow the money, she said"
  if (low.starts_with("follow ") && low.size() <= 200 &&
      (contains(low, " on twitter") || contains(low, " on facebook") || contains(low, " on instagram") ||
       contains(low, " on x:") || contains(low, "@")) &&
      !may_report(text))
    return true;
  if (low.starts_with("follow ") && low.size() <= 200 && contains(low, " coverage") && !may_report(text)) return true;
  if (low.starts_with("on twitter") && contains(low, "follow ")) return true;
  return false;
}

bool opens_comments(std::string_view text) {
  if (text.size() > 60) return false;
  const Lowered lower(bare(text));
  const std::string_view low = lower;
  if (low == "add a comment" || low == "leave a comment" || low == "leave a reply" || low == "post a comment" ||
      low == "join the conversation" || low == "join the debate" || low == "reader comments" ||
      low == "readers' comments" || low == "join the discussion")
    return true;
  // "12 Comments", "Comments (12)"
  return (low == "comments" || low == "comment" || low == "responses") &&
         std::any_of(text.begin(), text.end(), is_ascii_digit);
}

bool is_kicker(std::string_view text) {
  if (text.size() > 40) return false;
  const std::string_view core = bare(text);
  if (core.size() < 3) return false;
  static const Phrases kSections{"news",       "world",         "politics",
                                 "sports",     "sport",         "business",
                                 "opinion",    "national",      "local",
                                 "home",       "analysis",      "exclusive",
                                 "breaking",   "breaking news", "world news",
                                 "us news",    "uk news",       "economy",
                                 "technology", "science",       "health",
                                 "culture",    "entertainment", "lifestyle",
                                 "education",  "environment",   "crime",
                                 "courts",     "metro",         "nation",
                                 "region",     "regional",      "international",
                                 "asia",       "europe",        "africa",
                                 "americas",   "middle east",   "letters",
                                 "editorial",  "commentary",    "feature",
                                 "features",   "investigation", "special report",
                                 "live",       "latest",        "top stories",
                                 "explainer",  "fact check",    "in depth",
                                 "in-depth",   "perspective",   "column",
                                 "comment",    "press release", "for immediate release"};
  if (kSections.holds(Lowered<40>(core))) return true;
  // "Home > News > World", "Accueil › Monde"
  if (contains(text, " / ")) return starts_with_any(Lowered(text), {"home", "news"});
  return (contains(text, " > ") || contains(text, " » ") || contains(text, " › ")) && !ends_with_stop(text);
}

}  // namespace onrecord
