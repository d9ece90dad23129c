// The article's own text in a page: which of the page's pieces are the article, and what role each has.
//
//   HtmlBody body = find_body(page, {});
//   body.pieces[0].role == Role::Paragraph; body.pieces[0].text == "The council …"
//
// The page is cut into pieces (a paragraph, a heading, a list item …). Elements that by their tag, role or class belong to
// the page are left out, unless they hold most of its running text. What is left points to a container; within it, pieces
// that repeat the title, lead elsewhere, sell or credit something are left out by rules that html_rules.h lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/article.h"
#include "ingest/html/dom/html_dom.h"

namespace onrecord {

struct HtmlPiece {
  Role role = Role::Paragraph;
  NodeId node = kNoNode;       // the block element that holds it
  std::string text;            // white space runs as one space; line breaks where the page has <br>
  std::string author;          // of a Post, as its signature names them
  NodeId post = kNoNode;       // the embedded post it is part of
  NodeId entry = kNoNode;      // the entry of a live blog it is part of
  std::uint32_t words = 0;
  bool in_table = false;       // a row of a table of data, cells joined by a space
  std::uint32_t link_bytes = 0;  // bytes of the text that stand in links
};

// What is known from elsewhere in the page and helps to tell the body from the rest.
struct BodyHints {
  std::string_view title;         // as the page's metadata has it; the piece that repeats it is left out
  std::string_view description;   // a standfirst that repeats it is left out
  std::string_view article_body;  // JSON-LD's articleBody, where there is one
  std::string_view byline;        // names joined by "; "
};

struct HtmlBody {
  std::vector<HtmlPiece> pieces;
  std::uint32_t prose_words = 0; // words in running text, of the pieces kept
};

// Never fails; a page without running text gives no pieces. Linear in the page but for its depth (at most 500).
[[nodiscard]] HtmlBody find_body(const HtmlDom& page, const BodyHints& hints);

// All pieces of the page in order, those of the page's own included: where bylines and dates are looked for.
[[nodiscard]] std::vector<HtmlPiece> cut_all_pieces(const HtmlDom& page);

}  // namespace onrecord
