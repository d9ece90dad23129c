#include "ingest/line_kinds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "ingest/byline.h"
#include "ingest/dateline.h"
#include "ingest/phrases.h"
#include "text/chars.h"

namespace onrecord {
namespace {

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The first kMost bytes of a text in lower case (ASCII letters), curly apostrophes straightened; in place, since it is asked for of nearly
// every line that is not plainly running text.
template <std::size_t kMost = 400>
class Lowered {
 public:
  explicit Lowered(std::string_view text) {
    text = text.substr(0, kMost);
    bool high = false;
    for (const char c : text) {
      room_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      high |= static_cast<unsigned char>(c) == 0xE2;
    }
    if (high) straighten();
  }
  // NOLINTNEXTLINE(google-explicit-constructor): it is a text
  operator std::string_view() const { return {room_.data(), size_}; }

 private:
  void straighten() {
    const std::string_view all = *this;
    std::size_t to = 0;
    for (std::size_t at = 0; at < all.size(); ++at) {
      const bool apostrophe = all.substr(at, 3) == "\xE2\x80\x99";
      room_[to++] = apostrophe ? '\'' : all[at];
      if (apostrophe) at += 2;
    }
    size_ = to;
  }

  std::array<char, kMost> room_;
  std::size_t size_ = 0;
};

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view p) { return !text.empty() && p.front() == text.front() && text.starts_with(p); });
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool contains(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

// Without the punctuation, bullets, arrows and digits around it: "» Share this!" is "Share this".
std::string_view bare(std::string_view text) {
  const auto outer = [](char32_t c) { return !is_letter(c) && c != U'©' && c != U'@' && c != U'#'; };
  while (!text.empty()) {
    const Char c = char_at(text, 0);
    if (!outer(c.code)) break;
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    const Char c = char_before(text, text.size());
    if (!outer(c.code)) break;
    text.remove_suffix(c.size);
  }
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !space && !inside ? 1U : 0U;
    inside = !space;
  }
  return words;
}

bool has_double_quote(std::string_view text) {
  return text.find('"') != std::string_view::npos || contains(text, "\xE2\x80\x9C") || contains(text, "\xE2\x80\x9D") ||
         contains(text, "\xE2\x80\x9E") || contains(text, "''") || contains(text, "\xC2\xAB") || contains(text, "\xC2\xBB");
}

// "MINI.", "RARE OFFER. The …": up to six words in capitals and a stop, then more.
bool has_capital_label(std::string_view text) {
  std::size_t at = 0;
  int capitals = 0;
  int words = 1;
  for (; at < text.size() && at < 60;) {
    const Char c = char_at(text, at);
    if (c.code == U'.' || c.code == U':') {
      const Char next = char_at(text, at + 1);
      if (c.code == U'.' && !is_space(next.code)) return false;
      return capitals >= 4 && words <= 6 && at + 12 < text.size() && c.code == U'.';
    }
    if (is_lower(c.code)) return false;
    if (is_space(c.code)) ++words;
    else if (is_upper(c.code)) ++capitals;
    else if (!is_digit(c.code) && c.code != U'\'' && c.code != 0x2019 && c.code != U'-' && c.code != U',' &&
             c.code != U'&' && c.code != 0x2018)
      return false;
    at += c.size;
  }
  return false;
}

// Four-letter beginnings of the words that credits and signatures are made of, found in one pass. Two letters are looked at in every third
// place: wherever a hint stands, one of its three pairs is met, and a table of pairs rules out nearly every place.
class Hints {
 public:
  explicit Hints(std::initializer_list<const char*> hints) { add(hints); }
  [[nodiscard]] Hints with(std::initializer_list<const char*> more) const {
    Hints both = *this;
    both.add(more);
    return both;
  }

  [[nodiscard]] bool any_in(std::string_view text) const {
    for (std::size_t at = 2; at + 2 <= text.size(); at += 3) {
      const std::size_t pair = pair_of(text[at], text[at + 1]);
      if ((pairs_[pair / 64] >> (pair % 64) & 1U) == 0) continue;
      for (std::size_t begin = at - 2; begin <= at && begin + 4 <= text.size(); ++begin)
        if (is_hint(text.data() + begin)) return true;
    }
    return false;
  }

 private:
  void add(std::initializer_list<const char*> hints) {
    for (const char* hint : hints) {
      std::uint32_t value = 0;
      std::memcpy(&value, hint, 4);
      values_.push_back(value | 0x20202020U);
      const std::uint32_t place = place_of(values_.back());
      places_[place / 64] |= std::uint64_t{1} << (place % 64);
      for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t pair = pair_of(hint[i], hint[i + 1]);
        pairs_[pair / 64] |= std::uint64_t{1} << (pair % 64);
      }
    }
  }

  [[nodiscard]] bool is_hint(const char* text) const {
    std::uint32_t value = 0;
    std::memcpy(&value, text, 4);
    value |= 0x20202020U;
    const std::uint32_t place = place_of(value);
    return (places_[place / 64] >> (place % 64) & 1U) != 0 && std::find(values_.begin(), values_.end(), value) != values_.end();
  }
  static std::uint32_t place_of(std::uint32_t value) { return value * 0x9E3779B1U >> 22U; }
  static std::size_t pair_of(char a, char b) {
    return (static_cast<unsigned char>(a) & 31U) << 5U | (static_cast<unsigned char>(b) & 31U);
  }
  std::vector<std::uint32_t> values_;
  std::array<std::uint64_t, 16> pairs_{};
  std::array<std::uint64_t, 16> places_{};  // a bit for the hash of each hint: it tells nearly all that are none
};

// Beginnings of the words that credits are made of, and of those that sign an article.
constexpr std::initializer_list<const char*> kCreditHints{"hoto", "age:", "ges:", "ge b", "es b", "ge c", "gett", "dit:", "(cou",
                                                          "tesy", "ure:", "pic:", "illu", "phic", "eens", "eeng", "eo b", "hutt",
                                                          "alam", "isto", "unsp", "ess)", "(reu", "(afp", "(ap)", "via "};
constexpr std::initializer_list<const char*> kSignedHints{"trib", "rted", "ff w", "free", "hed ", "wed ", "ts r"};

std::string_view last_part(std::string_view text) { return text.substr(text.size() > 110 ? text.size() - 110 : 0); }

// Whether the tail has any of the letters that credits are made of. A glance that spares most paragraphs the closer look.
bool may_hold_credit(std::string_view tail) {
  static const Hints kHints(kCreditHints);
  return tail.find('/') != std::string_view::npos || kHints.any_in(tail);
}

// A credit at the end: "Photo by A. Roe/Post", "(AP Photo/A. Roe)", "File photo", "/Getty Images", "Image: AFP".
bool ends_with_credit(std::string_view text) {
  text = last_part(text);
  if (!may_hold_credit(text)) return false;
  const Lowered lower(text);
  const std::string_view tail = lower;
  static constexpr std::string_view kCredits[] = {
      "photo by ",       "photos by ",  "photograph by ", "photo courtesy", "image courtesy", "(courtesy of ",
      "photo from ",     "photo: ",     "photos: ",       "photograph: ",   "image: ",        "images: ",
      "picture: ",       "pic: ",       "photo credit",   "image credit",   "credit: ",       "illustration by ",
      "illustration: ",  "graphic by ", "screenshot: ",   "screengrab",     "ap photo",       "afp photo",
      "reuters photo",   "file photo",  "handout photo",  "video by ",      "image by ",      "images by ",
      "photography by ", "photo/",      "photo via ",     "screenshot from"};
  for (const std::string_view credit : kCredits) {
    auto at = tail.find(credit);
    if (at == std::string::npos) continue;
    for (auto next = tail.find(credit, at + 1); next != std::string::npos; next = tail.find(credit, next + 1))
      at = next;
    const std::string_view rest = std::string_view(tail).substr(at + credit.size());
    // Names come after it and nothing that goes on: "file photo of the bridge was shown" is running text.
    if (rest.size() > 70 || contains(rest, " was ") || contains(rest, " is ") || contains(rest, " that ") ||
        contains(rest, " had ") || contains(rest, ". "))
      continue;
    // It opens a sentence, a bracket, or the line.
    std::size_t before = at;
    while (before > 0 &&
           (tail[before - 1] == ' ' || tail[before - 1] == '\n' || tail[before - 1] == '(' || tail[before - 1] == '['))
      --before;
    const bool bracket = tail.substr(before, at - before).find_first_of("([") != std::string::npos;
    const bool sentence = before == 0 || std::string_view(".!?|/\"')\xE2\x80\x9D\x94\x93-").find(tail[before - 1]) !=
                                             std::string_view::npos;
    if (bracket || sentence || credit == "ap photo" || credit == "afp photo" || credit == "photo/") return true;
  }
  static constexpr std::string_view kHouses[] = {"getty images",
                                                 "/getty",
                                                 "shutterstock",
                                                 "/ap",
                                                 "/afp",
                                                 "/reuters",
                                                 "/epa",
                                                 "via ap",
                                                 "associated press)",
                                                 "(reuters)",
                                                 "(ap)",
                                                 "(afp)",
                                                 "/corbis",
                                                 "alamy",
                                                 "istock",
                                                 "unsplash",
                                                 "via getty",
                                                 "via reuters",
                                                 "/usa today sports",
                                                 "/bloomberg"};
  std::string_view end = tail;
  while (!end.empty() && (end.back() == '.' || end.back() == ' ' || end.back() == ']')) end.remove_suffix(1);
  for (const std::string_view house : kHouses) {
    if (end.ends_with(house) || (house.back() != ')' && end.ends_with(std::string(house) + ")"))) return true;
  }
  return false;
}

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

// The words of a bracketed or bare pointer at its beginning.
const Phrases kLinkOpeners{"read:",
                           "read more:",
                           "read also:",
                           "also read:",
                           "read |",
                           "also read |",
                           "related:",
                           "related story:",
                           "related stories:",
                           "related article:",
                           "related articles:",
                           "related coverage:",
                           "related video:",
                           "related link:",
                           "more:",
                           "more on this:",
                           "more from ",
                           "see also:",
                           "see:",
                           "watch:",
                           "watch |",
                           "watch now:",
                           "listen:",
                           "listen |",
                           "video:",
                           "must read:",
                           "must-read:",
                           "read next:",
                           "up next:",
                           "don't miss:",
                           "you may also like:",
                           "you might also like:",
                           "recommended:",
                           "in case you missed it:",
                           "icymi:",
                           "further reading:",
                           "background:",
                           "full story:",
                           "full coverage:",
                           "view:",
                           "photos:",
                           "gallery:",
                           "in photos:",
                           "in pictures:",
                           "look:",
                           "learn more:",
                           "more here:",
                           "explainer:",
                           "fact check:",
                           "editorial:",
                           "opinion:",
                           "op-ed:",
                           "interactive:",
                           "map:",
                           "podcast:",
                           "live updates:",
                           "timeline:",
                           "trending:",
                           "also on ",
                           "story:"};
// Of those, the ones that a bare line may begin with and still be running text ("More: he would not say.").
const Phrases kBareLinkOpeners{"read:",
                               "read more:",
                               "read also:",
                               "also read:",
                               "read |",
                               "also read |",
                               "related:",
                               "related story:",
                               "related stories:",
                               "related article:",
                               "related articles:",
                               "related coverage:",
                               "related video:",
                               "related link:",
                               "more:",
                               "see also:",
                               "watch:",
                               "watch |",
                               "watch now:",
                               "listen:",
                               "listen |",
                               "must read:",
                               "must-read:",
                               "read next:",
                               "up next:",
                               "don't miss:",
                               "you may also like:",
                               "you might also like:",
                               "recommended:",
                               "in case you missed it:",
                               "icymi:",
                               "further reading:",
                               "full story:",
                               "full coverage:",
                               "learn more:",
                               "more here:",
                               "in photos:",
                               "in pictures:",
                               "more on this:",
                               "read more about",
                               "read more at ",
                               "read more on ",
                               "read more here",
                               "read the full ",
                               "read the rest",
                               "read it all",
                               "see more at",
                               "originally published at http"};

std::string_view without_host_ending(std::string_view name) {
  for (const std::string_view ending :
       {".com.ph", ".co.uk", ".com.au", ".co.nz", ".com", ".org", ".net", ".co", ".news", ".tv", ".ph", ".uk", ".eu"}) {
    if (name.size() > ending.size() + 1 && Lowered<16>(name.substr(name.size() - ending.size())) == ending)
      return name.substr(0, name.size() - ending.size());
  }
  return name;
}

}  // namespace

bool is_plainly_running(std::string_view text) {
  if (text.size() > 700) return true;
  if (text.size() < 50) return false;
  const char last = text.back();
  if (last != '.' && last != '"' && !text.ends_with("\xE2\x80\x9D")) return false;
  if (!ends_with_stop(text)) return false;
  const char first = text.front();
  const bool quote = first == '"' || text.starts_with("\xE2\x80\x9C") || text.starts_with("''");
  if (!quote) {
    // Two capitals in a row may be a caption's label.
    if (first < 'A' || first > 'Z' || (text[1] >= 'A' && text[1] <= 'Z')) return false;
    static const Phrases kOpeners{"In this ",    "In photos",     "In pictures",  "In case you missed",
                                  "This ",       "Follow",        "Copyright",    "Subscrib",
                                  "Sign ",       "Report",        "Edit",         "Photo",
                                  "Image",       "File",          "Share",        "For more",
                                  "For live",    "Please ",       "We use",       "A version",
                                  "A link",      "Original",      "Publish",      "Contact",
                                  "Read",        "Watch",         "Related",      "Contribut",
                                  "Addition",    "With ",         "Opinion",      "Views",
                                  "View",        "Your ",         "Get ",         "Click",
                                  "Support",     "Written",       "Writing",      "Compiled",
                                  "Translated",  "Produced",      "Research",     "Podcast",
                                  "Media ",      "Press ",        "Source",       "Hat tip",
                                  "Via",         "More",          "Also ",        "See ",
                                  "Video",       "Must",          "Up next",      "Don",
                                  "You ",        "Recommended",   "Further",      "Background",
                                  "Full ",       "Gallery",       "Look",         "Learn",
                                  "Explainer",   "Fact",          "Interactive",  "Map",
                                  "Live",        "Timeline",      "Trending",     "Story",
                                  "Listen",      "Check out",     "Find ",        "Originally",
                                  "Caption",     "Credit",        "Pictured",     "Picture",
                                  "Photograph",  "Getty",         "Illustration", "Screen",
                                  "Courtesy",    "Handout",       "There are no", "Like us",
                                  "Join",        "Connect",       "Download",     "Enter",
                                  "Tell us",     "Let us",        "Already",      "By ",
                                  "To continue", "To view",       "Become",       "Donate",
                                  "Tweet",       "Article",       "Continue",     "An email",
                                  "Thank",       "Invalid",       "Privacy",      "Terms",
                                  "Cookie",      "Submit",        "Send",         "Have a",
                                  "Got a",       "Do you have",   "Want",         "Required",
                                  "Save",        "Notify",        "Powered",      "Be the first",
                                  "Tags",        "Filed",         "Topics",       "Posted",
                                  "Categories",  "Flag",          "Estimated",    "Audio",
                                  "The views",   "The opinions",  "Reprinted",    "Reproduced",
                                  "Visit",       "Stay",          "Never miss",   "Unlimited",
                                  "Start",       "Receive",       "On Twitter",   "All rights",
                                  "Loading",     "Advertisement", "Above",        "Left",
                                  "Right"};
    if (kOpeners.begins(text)) return false;
  }
  // One look for both settles most.
  static const Hints kEither = Hints(kCreditHints).with(kSignedHints);
  const std::string_view tail = last_part(text);
  if (!kEither.any_in(tail) && tail.find('/') == std::string_view::npos) return true;
  static const Hints kSigned(kSignedHints);
  if (!quote && kSigned.any_in(tail)) {
    const Lowered lower(tail);
    const std::string_view low = lower;
    for (const std::string_view words : {"contributed ", "reported from ", "staff writer", "is a freelance",
                                         "reached at", "followed on", "rights reserved"}) {
      if (contains(low, words)) return false;
    }
  }
  return !may_hold_credit(tail.substr(tail.size() > 80 ? tail.size() - 80 : 0)) || !ends_with_credit(tail);
}

bool ends_with_stop(std::string_view text) {
  std::size_t end = text.size();
  for (int i = 0; i < 6; ++i) {
    const Char c = char_before(text, end);
    if (c.size == 0) return false;
    if (c.code == U'.' || c.code == U'!' || c.code == U'?' || c.code == 0x2026 || c.code == U';') return true;
    if (!is_double_quote(c.code) && c.code != U'\'' && c.code != 0x2019 && c.code != U')' && c.code != U']' &&
        !is_space(c.code))
      return false;
    end -= c.size;
  }
  return false;
}

bool may_report(std::string_view text) {
  if (has_double_quote(text)) return true;
  static const Hints kCues{" sai", " say", " tol", "rdin", " add", " ask", " war", " cla", " ann"};
  if (!kCues.any_in(text)) return false;
  const Lowered<2000> lower(text);
  const std::string_view low = lower;
  for (const std::string_view cue :
       {" said", " says", " told", "according to", " added", " asked", " warned", " claimed", " announced"}) {
    if (contains(low, cue)) return true;
  }
  return false;
}

bool is_caption(std::string_view text) {
  if (text.size() > 700 || text.size() < 5) return false;
  const Lowered<60> lower(text);
  const std::string_view head = lower;
  static const Phrases kOpeners{
      "photo:",         "photos:",      "photo by ",      "photos by ",    "file photo",
      "file -",         "file –",       "file —",         "image:",        "images:",
      "image credit",   "photo credit", "caption:",       "credit:",       "pictured:",
      "picture:",       "photograph:",  "photograph by",  "in this photo", "in this file photo",
      "in this image",  "(photo",       "[photo",         "(image",        "(credit",
      "(file photo",    "(ap photo",    "ap photo",       "getty images",  "photo courtesy",
      "image courtesy", "(courtesy of", "(picture",       "(screenshot",   "illustration by",
      "illustration:",  "screengrab",   "courtesy photo", "handout photo", "(pictured",
      "screenshot:",    "(video"};
  const bool opened = kOpeners.begins(head);
  if (opened) {
    // "Photo: …" heads a caption; "Photo by photo, the …" would be running text, so a long one must not report speech.
    if (text.size() <= 160 || !may_report(text) || ends_with_credit(text)) return text.size() <= 500;
    return false;
  }
  // AP's "In this Oct. 4, 2016, photo, …", "In this Tuesday, Oct. 4 …, file photo"
  if (head.starts_with("in this ") && contains(Lowered<120>(text), "photo")) return text.size() <= 600;
  const bool credit = ends_with_credit(text);
  const bool label = has_capital_label(text);
  if (credit) return label || text.size() <= 500;
  return label && text.size() <= 320 && !may_report(text);
}

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
    return kLinkOpeners.begins(inner) ||
           starts_with_any(inner, {"read more", "click here", "read the ", "see related", "related story"});
  }
  // Bullets and arrows before it belong to it.
  std::size_t begin = 0;
  while (begin < text.size() && begin < 8) {
    const Char c = char_at(text, begin);
    if (is_letter(c.code) || is_double_quote(c.code) || is_digit(c.code)) break;
    begin += c.size;
  }
  const Lowered lower(text.substr(begin));
  const std::string_view low = lower;
  if (kBareLinkOpeners.begins(low)) return low.size() <= 250;
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

// "This article was first published …", "This story has been updated …": a note on the text itself.
static bool is_note_on_text(std::string_view low) {
  for (const std::string_view opener : {"originally published ", "a version of this article", "a version of this story",
                                        "published by ", "correction:", "corrections:", "clarification:", "update:"}) {
    if (low.starts_with(opener)) return opener != "update:" || low.size() <= 120;
  }
  std::size_t at = 0;
  for (const std::string_view opener : {"this article ", "this story ", "this interview ", "this post ", "this piece ",
                                        "this report ", "an earlier version of this "}) {
    if (low.starts_with(opener)) at = opener.size();
  }
  if (at == 0) return false;
  if (low.starts_with("an earlier version of this ")) return true;
  const std::string_view rest = low.substr(at, 60);
  return starts_with_any(
      rest, {"was originally ",  "originally ",        "was first ",         "first ",          "was updated",
             "was amended",      "was corrected",      "was edited",         "was produced ",   "was published ",
             "has been updated", "has been amended",   "has been corrected", "has been edited", "has been republished",
             "was republished",  "has been condensed", "appeared ",          "appears in",      "is part of",
             "was written "});
}

bool is_signature(std::string_view text) {
  if (text.size() < 4 || text.size() > 500) return false;
  std::size_t begin = 0;
  while (begin < text.size() && (is_dash(char_at(text, begin).code) && text[begin] != '-')) begin += 3;
  while (begin < text.size() &&
         (text[begin] == ' ' || text[begin] == '(' || text[begin] == '[' || text[begin] == '*' || text[begin] == '-'))
    ++begin;
  const Lowered<500> lower(text.substr(begin));
  const std::string_view low = lower;
  // "Reporting by A. Roe" signs; "Reporting by the council shows …" does not: a capital must follow.
  static const Phrases kOpeners{
      "reporting by ", "editing by ", "additional reporting by ", "writing by ", "written by ", "compiled by ",
      "with reporting by ", "with reports from ", "with a report from ", "with additional reporting by ",
      "translated by ", "edited by ", "produced by ", "research by ", "with inputs from ", "with files from ",
      "with contributions from ", "contributing: ", "contributing by ", "contributors: ",
      "podcast produced by ", "with assistance from ", "contact: ", "reach the reporter at ",
      "reach the author at ", "media contact", "press contact", "for more information, contact",
      "for further information", "for more information", "source: ", "h/t ", "h/t: ", "hat tip", "via: "};
  if (const std::string_view opener = kOpeners.begun_by(low); !opener.empty()) {
    if (text.size() <= 60 || !may_report(text)) {
      const Char next = char_at(text, begin + opener.size());
      return is_upper(next.code) || opener.starts_with("reach ") || opener.ends_with("contact") ||
             opener.starts_with("for more") || opener.ends_with(": ") || next.size == 0;
    }
    return false;
  }
  if (has_double_quote(text)) return false;
  if (low.size() <= 260 &&
      (contains(low, "contributed to this report") || contains(low, "contributed to this story") ||
       contains(low, "contributed to this article") || contains(low, "contributed reporting") ||
       contains(low, "contributed from ") || contains(low, "contributed to the report") ||
       contains(low, "reported from ") || contains(low, "is a staff writer") || contains(low, "is a freelance") ||
       contains(low, "can be reached at") || contains(low, "can be followed on") || contains(low, "staff writers "))) {
    // "Ana Reyes reported from Harbour City." but "The bridge was reported from the air to be safe."
    return is_upper(char_at(text, begin).code) && !contains(low, " said") && !low.starts_with("the ") &&
           !low.starts_with("it ") && !contains(low, "was reported") && !contains(low, "were reported");
  }
  if (is_note_on_text(low)) {
    // A note that reports what was said stays: "An earlier version said …"
    return low.size() <= 320 && !may_report(text);
  }
  // "– Harbour Post" alone.
  const Tail tail = find_tail(text);
  return !tail.sign_off.empty() && tail.sign_off.begin == 0;
}

bool is_boilerplate(std::string_view text) {
  if (text.empty() || text.size() > 400) return false;
  if (is_separator(text) || is_rule_of_style_sheet(text)) return true;
  const std::string_view core = bare(text);
  if (core.empty())
    return std::none_of(text.begin(), text.end(), is_ascii_digit);  // marks alone; a number may be one of a list
  const Lowered lower(core);
  const std::string_view low = lower;
  static const Phrases kWhole{"share",
                              "share this",
                              "share this article",
                              "share this story",
                              "share this post",
                              "share this page",
                              "share article",
                              "share on facebook",
                              "share on twitter",
                              "share on x",
                              "share on linkedin",
                              "share on whatsapp",
                              "share via email",
                              "share this:",
                              "share via",
                              "tweet",
                              "pin it",
                              "print",
                              "print this",
                              "email",
                              "e-mail",
                              "email this",
                              "facebook",
                              "twitter",
                              "whatsapp",
                              "linkedin",
                              "reddit",
                              "telegram",
                              "copy link",
                              "link copied",
                              "save",
                              "bookmark",
                              "comments",
                              "comment",
                              "no comments",
                              "view comments",
                              "show comments",
                              "hide comments",
                              "advert",
                              "advertisement",
                              "advertisements",
                              "advertising",
                              "this slideshow requires javascript",
                              "sponsored",
                              "sponsored content",
                              "promoted",
                              "promoted content",
                              "ad",
                              "ads by",
                              "article continues below",
                              "story continues below",
                              "story continues below advertisement",
                              "story continues",
                              "article continues after advertisement",
                              "continue reading below",
                              "loading",
                              "please wait",
                              "most read",
                              "most popular",
                              "most viewed",
                              "trending",
                              "trending now",
                              "popular",
                              "top stories",
                              "latest news",
                              "latest",
                              "newsletter",
                              "newsletters",
                              "subscribe",
                              "subscribe now",
                              "subscribe today",
                              "sign up",
                              "sign in",
                              "log in",
                              "login",
                              "register",
                              "follow us",
                              "follow",
                              "following",
                              "back to top",
                              "top",
                              "home",
                              "menu",
                              "search",
                              "skip to content",
                              "skip to main content",
                              "skip navigation",
                              "close",
                              "next",
                              "previous",
                              "next article",
                              "previous article",
                              "next story",
                              "previous story",
                              "view gallery",
                              "play video",
                              "play",
                              "pause",
                              "mute",
                              "watch live",
                              "listen",
                              "listen to article",
                              "tags",
                              "topics",
                              "filed under",
                              "enlarge",
                              "enlarge image",
                              "expand",
                              "toggle caption",
                              "hide caption",
                              "full text",
                              "abstract",
                              "flag",
                              "like",
                              "reply",
                              "report",
                              "report abuse",
                              "show more",
                              "load more",
                              "see more",
                              "view more",
                              "more stories",
                              "thank you for reading",
                              "thanks for reading",
                              "continue",
                              "accept",
                              "i agree",
                              "got it",
                              "text size",
                              "increase font size",
                              "decrease font size",
                              "a a a",
                              "font size",
                              "download pdf",
                              "pdf",
                              "gift article",
                              "give this article",
                              "add to favorites",
                              "image",
                              "photo",
                              "video",
                              "slideshow",
                              "gallery",
                              "audio",
                              "end",
                              "ends",
                              "more to come",
                              "add your comment",
                              "write a comment",
                              "reading time",
                              "breaking news alerts"};
  if (kWhole.holds(low)) return true;
  if (opens_comments(text)) return true;
  static const Phrases kPrefixes{"there are no comments",
                                 "subscribe to our",
                                 "subscribe to the ",
                                 "subscribe to get",
                                 "subscribe to receive",
                                 "subscribe here",
                                 "subscribe for ",
                                 "sign up for",
                                 "sign up to",
                                 "sign up here",
                                 "sign up below",
                                 "get our ",
                                 "get the latest ",
                                 "get all the",
                                 "get more from",
                                 "get breaking news",
                                 "follow us",
                                 "follow @",
                                 "like us on",
                                 "find us on",
                                 "join us on",
                                 "connect with us",
                                 "click here",
                                 "click to ",
                                 "click on the",
                                 "join our",
                                 "download our",
                                 "download the ",
                                 "enter your email",
                                 "enter email",
                                 "share and comment",
                                 "share your thoughts",
                                 "tell us what you think",
                                 "let us know what you think",
                                 "you must be logged in",
                                 "you must enable",
                                 "please enable javascript",
                                 "please turn on javascript",
                                 "enable javascript",
                                 "already a subscriber",
                                 "already have an account",
                                 "by signing up",
                                 "by subscribing",
                                 "by submitting",
                                 "by clicking",
                                 "we use cookies",
                                 "this site uses cookies",
                                 "this website uses cookies",
                                 "this material may not be",
                                 "all rights reserved",
                                 "copyright ©",
                                 "copyright (c)",
                                 "copyright 1",
                                 "copyright 2",
                                 "©",
                                 "(c) 20",
                                 "to continue reading",
                                 "support our journalism",
                                 "support independent journalism",
                                 "become a member",
                                 "become a subscriber",
                                 "become a supporter",
                                 "donate ",
                                 "share on ",
                                 "tweet this",
                                 "story continues below",
                                 "article continues below",
                                 "continue reading the main story",
                                 "a link has been sent",
                                 "an email has been sent",
                                 "thank you for subscribing",
                                 "thanks for signing up",
                                 "invalid email",
                                 "privacy policy",
                                 "terms of use",
                                 "terms of service",
                                 "terms and conditions",
                                 "cookie policy",
                                 "submit a letter",
                                 "submit a news tip",
                                 "send us a tip",
                                 "have a tip",
                                 "got a tip",
                                 "do you have a news tip",
                                 "send tips to",
                                 "get access to ",
                                 "want more",
                                 "like what you see",
                                 "your email address will not be published",
                                 "required fields are marked",
                                 "save my name",
                                 "notify me of",
                                 "powered by ",
                                 "view all comments",
                                 "view comments",
                                 "be the first to comment",
                                 "tags:",
                                 "filed under:",
                                 "topics:",
                                 "posted in ",
                                 "categories:",
                                 "share this",
                                 "see photos",
                                 "flagshare",
                                 "estimated reading time",
                                 "audio by",
                                 "your browser does not support",
                                 "the views expressed",
                                 "opinions expressed in this",
                                 "views expressed in this",
                                 "reprinted with permission",
                                 "reproduced with permission",
                                 "visit our website",
                                 "for more news",
                                 "for more stories",
                                 "for more breaking news",
                                 "stay up to date",
                                 "stay informed",
                                 "don't miss a",
                                 "never miss a",
                                 "unlimited access",
                                 "start your free trial",
                                 "receive our",
                                 "receive the latest"};
  const bool pointed = kPrefixes.begins(low);
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
  // "Home > News > World"
  return (contains(text, " > ") || contains(text, " » ") || contains(text, " / ") || contains(text, " › ")) &&
         starts_with_any(Lowered<40>(text), {"home", "news"});
}

bool is_separator(std::string_view text) {
  if (text.size() > 120) return false;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    const bool mark = is_dash(c.code) || c.code == U'_' || c.code == U'*' || c.code == U'=' || c.code == U'~' ||
                      c.code == U'#' || c.code == 0x2022 || c.code == 0xB7 || c.code == 0x2042 || c.code == U'+' ||
                      c.code == U'.' || c.code == 0x25A0;
    if (!mark && !is_space(c.code)) return false;
    any = any || mark;
    at += c.size;
  }
  return any;
}

bool is_heading(std::string_view text, bool single_quotes_are_speech) {
  if (text.size() < 3 || text.size() > 110 || text.find('\n') != std::string_view::npos) return false;
  const Char first = char_at(text, 0);
  const Char last = char_before(text, text.size());
  const bool opens_single = first.code == U'\'' || first.code == 0x2018 || first.code == U'`';
  const bool closes_single = last.code == U'\'' || last.code == 0x2019;
  if (text.starts_with("''")) return false;
  if (opens_single && closes_single && text.size() > 4) {
    // ‘Visit separate issue’: one quotation and nothing else. With a stop inside it may be a paragraph of speech.
    const std::string_view inner = text.substr(first.size, text.size() - first.size - last.size);
    if (contains(inner, "\xE2\x80\x98")) return false;
    if (!ends_with_stop(inner) && !inner.ends_with(",")) return true;
    return !single_quotes_are_speech && inner.size() <= 70 && !may_report(inner);
  }
  if (!is_upper(first.code) && !is_digit(first.code) && !opens_single && first.code != U'“' && first.code != U'"')
    return false;
  if (is_double_quote(first.code)) {
    // “A turning point” heads a section as a whole; with a stop inside it is speech.
    if (!is_double_quote(last.code) || text.size() > 70) return false;
    const std::string_view inner = text.substr(first.size, text.size() - first.size - last.size);
    return !has_double_quote(inner) && !ends_with_stop(inner) && !inner.ends_with(",");
  }
  if (has_double_quote(text)) return false;
  if (last.code == U'?') {
    // "What happens next?"
    const Lowered lower(text);
    const std::string_view low = lower;
    return count_words(text) <= 7 &&
           starts_with_any(low, {"what", "why", "how", "who", "where", "when", "is ", "will ", "so "}) &&
           !contains(low, " you ");
  }
  if (last.code == U'.' || last.code == U'!' || last.code == 0x2026 || last.code == U',' || last.code == U';' ||
      last.code == U':' || last.code == U')' || is_dash(last.code))
    return false;
  if (may_report(text)) return false;
  // "REYES: Yes" is a line of a transcript; "Analysis: a long year" is a heading all the same, but in doubt it is text.
  const auto colon = text.find(": ");
  if (colon != std::string_view::npos && colon < 40) return false;
  return count_words(text) <= 14;
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

Tail find_tail(std::string_view paragraph) {
  Tail tail;
  if (paragraph.empty()) return tail;
  std::size_t end = paragraph.size();
  // A sign-off ends in a name; most paragraphs end in a stop, and that is all that is asked of them.
  const char last = paragraph.back();
  const bool ends_in_name = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') ||
                            (last >= '0' && last <= '9') ||
                            (static_cast<unsigned char>(last) >= 0x80 && is_letter(char_before(paragraph, end).code));
  if (!ends_in_name && last != ')') return tail;
  // "– HarbourPost.com", "— Harbour Post", "– with reports from Agence France-Presse/HarbourPost.com", "–AFP"
  const std::size_t from = !ends_in_name ? end : end > 90 ? end - 90 : 0;
  std::size_t at = end;
  while (at > from) {
    const Char c = char_before(paragraph, at);
    at -= std::max<std::uint32_t>(c.size, 1);
    if (!is_dash(c.code)) continue;
    std::size_t dash = at;
    if (c.code == U'-') {
      if (dash > 0 && paragraph[dash - 1] == '-') --dash;  // "--"
      else if (!(dash == 0 || is_space(char_before(paragraph, dash).code)) || at + 1 >= end) continue;
    }
    const Char before = char_before(paragraph, dash);
    std::size_t sentence_end = dash;
    while (sentence_end > 0 && is_space(char_before(paragraph, sentence_end).code))
      sentence_end -= char_before(paragraph, sentence_end).size;
    if (dash > 0 && !is_space(before.code) && !ends_with_stop(paragraph.substr(0, dash))) continue;
    if (dash > 0 && !ends_with_stop(paragraph.substr(0, sentence_end))) continue;
    std::string_view name = trim(paragraph.substr(at + c.size));
    if (name.empty() || name.size() > 70) continue;
    const Lowered lower(name);
    const std::string_view low = lower;
    const bool report = starts_with_any(low, {"with reports from ", "with a report from ", "with report from ",
                                              "with files from ", "with inputs from ", "reports from "});
    std::string_view signer = name;
    if (report) {
      const auto slash = name.rfind('/');
      signer = slash == std::string_view::npos ? std::string_view() : trim(name.substr(slash + 1));
    } else if (const auto slash = name.rfind('/'); slash != std::string_view::npos) {
      signer = trim(name.substr(slash + 1));
    }
    const std::string_view plain = without_host_ending(signer);
    const bool host = plain.size() != signer.size();
    const bool named = !signer.empty() && is_upper(char_at(signer, 0).code) && count_words(signer) <= 4 &&
                       !ends_with_stop(signer) && signer.find_first_of(",:;?!\"") == std::string_view::npos;
    // After a quotation a name is a signature of the quotation, not of the article: “…” – Ana Reyes
    const bool quote_before = sentence_end > 0 && (is_double_quote(char_before(paragraph, sentence_end).code));
    if (report || host || is_agency(signer) ||
        (named && !is_person_name(signer) && !quote_before && dash > 0 && count_words(signer) >= 1 &&
         has_capital_label(signer) == false)) {
      // Every word of a house's name has a capital; "– Not that it mattered" goes on.
      bool capitals = true;
      std::size_t word = 0;
      while (word < signer.size()) {
        const Char w = char_at(signer, word);
        const std::string_view rest = signer.substr(word, signer.find(' ', word) - word);
        if (!is_upper(w.code) && !is_digit(w.code) && rest != "of" && rest != "the" && rest != "and" && rest != "de" &&
            !host)
          capitals = false;
        const auto space = signer.find(' ', word);
        if (space == std::string_view::npos) break;
        word = space + 1;
      }
      if (!capitals && !report) continue;
      if (!report && !host && !is_agency(signer) && count_words(signer) < 2) continue;
      tail.sign_off = span(dash, end);
      tail.signer = plain;
      end = sentence_end;
      break;
    }
  }
  if (end > 0 && paragraph[end - 1] == ')') {
    const std::size_t begin = end > 400 ? end - 400 : 0;
    const std::size_t open = paragraph.substr(begin, end - begin).rfind('(');
    if (open != std::string_view::npos) {
      const Span link = find_bracketed_link(paragraph.substr(0, end), begin + open);
      if (!link.empty() && link.end == end) tail.link = link;
    }
  }
  return tail;
}

}  // namespace onrecord
