#include "ingest/lines/line_kinds.h"

#include "ingest/lines/line_words.h"
#include "text/chars.h"
#include "text/phrases.h"

namespace onrecord {
using namespace line_words;

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
    return count_line_words(text) <= 7 &&
           starts_with_any(low, {"what", "why", "how", "who", "where", "when", "is ", "will ", "so "}) &&
           !contains(low, " you ");
  }
  // The mayor explained, ‘It is old.’
  if (closes_single && ends_with_stop(text.substr(0, text.size() - last.size))) return false;
  if (last.code == U'.' || last.code == U'!' || last.code == 0x2026 || last.code == U',' || last.code == U';' ||
      last.code == U':' || last.code == U')' || is_dash(last.code))
    return false;
  if (may_report(text)) return false;
  // "REYES: Yes" is a line of a transcript; "Analysis: a long year" is a heading all the same, but in doubt it is text.
  const auto colon = text.find(": ");
  if (colon != std::string_view::npos && colon < 40) return false;
  return count_line_words(text) <= 14;
}

}  // namespace onrecord
