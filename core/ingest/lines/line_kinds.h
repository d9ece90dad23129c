// What a line or a short paragraph of a news text is, by its own words: a caption, a link, what belongs to the page.
//
// Each question is asked of one trimmed unit and answered without its neighbours; plain_text.h and html_article.h put
// the answers together. All of them lean to "no": running text taken for a caption is speech lost. The rules for each kind stand in
// its own line_*.cpp.
#pragma once

#include <string_view>

#include "base/span.h"

namespace onrecord {

// A glance that answers "running text" for nearly every paragraph: where it is true, is_caption, is_link, is_signature,
// is_boilerplate and is_heading would all say no (a sentence that only names a helper far from its end may pass too).
[[nodiscard]] bool is_plainly_running(std::string_view text);

// Ends like a sentence: a stop, a mark, or a closing quotation mark or bracket after one.
[[nodiscard]] bool ends_with_stop(std::string_view text);

// Whether the words may report somebody's speech: a double quotation mark, or "said", "says", "told", "according to".
[[nodiscard]] bool may_report(std::string_view text);

// A picture's caption or its credit: "RARE OFFER. … Photo by A. Roe/Post", "(Photo: A. Roe)", "File photo", "AP Photo/A. Roe".
[[nodiscard]] bool is_caption(std::string_view text);

// Points to another text: "(READ: …)", "Read also: …", "RELATED: …", "Watch the interview here."
[[nodiscard]] bool is_link(std::string_view text);

// Who wrote, edited, sent: "(Reporting by A. Roe; Editing by J. Doe)", "– Harbour Post", "A. Roe contributed to this report."
[[nodiscard]] bool is_signature(std::string_view text);

// What the page says for itself: "Share this", "ADVERTISEMENT", "12 comments", "Sign up for our newsletter", style sheets.
[[nodiscard]] bool is_boilerplate(std::string_view text);

// "Add a comment", "12 Comments", "Leave a reply": what follows is the readers'.
[[nodiscard]] bool opens_comments(std::string_view text);

// "Related stories", "You may also like", "More from Politics": the short lines that follow are links.
[[nodiscard]] bool opens_links(std::string_view text);

// The short line of a section's or page's name above the title: "WORLD", "Opinion", "Home > News".
[[nodiscard]] bool is_kicker(std::string_view text);

// Could head a section: short, without a final stop, no speech in it; or wholly in single quotation marks.
// `single_quotes_are_speech`: the article quotes with single marks, so a line in them that ends a sentence is speech.
[[nodiscard]] bool is_heading(std::string_view text, bool single_quotes_are_speech);

// A line of dashes, stars or dots between parts.
[[nodiscard]] bool is_separator(std::string_view text);

// Where a closing "(READ: …)" or a sign-off "– Harbour Post.com" begins at a paragraph's end, or a bracketed
// credit; empty spans where there is none. Bytes in `paragraph`.
struct Tail {
  Span link;
  Span sign_off;
  std::string_view signer;  // the sign-off without dash and host's ending: "Harbour Post"
};
[[nodiscard]] Tail find_tail(std::string_view paragraph);

// The next "(READ: …)" at or after `from`; empty where there is none.
[[nodiscard]] Span find_bracketed_link(std::string_view paragraph, std::size_t from);

}  // namespace onrecord
