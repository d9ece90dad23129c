#include "ingest/html/html_article.h"

#include <algorithm>
#include <cstdint>

#include "ingest/fields/dateline.h"
#include "ingest/html/body/html_body.h"
#include "ingest/html/dom/html_dom.h"
#include "ingest/html/meta/html_meta.h"
#include "ingest/html/page_state.h"
#include "ingest/lines/signed_quotations.h"
#include "text/ascii.h"
#include "text/chars.h"

namespace onrecord {
namespace {

// The blocks' texts, a blank line between them (one line break between items of a list and rows of a table).
void put_together(std::vector<HtmlPiece> pieces, Article& article) {
  for (HtmlPiece& piece : pieces) {
    if (!article.text.empty()) {
      const bool close = article.blocks.back().role == Role::ListItem && piece.role == Role::ListItem;
      article.text += close ? "\n" : "\n\n";
    }
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += piece.text;
    article.blocks.push_back(
        {piece.role, {begin, static_cast<std::uint32_t>(article.text.size())}, std::move(piece.author)});
  }
}

void read_dateline(Article& article) {
  for (const Block& block : article.blocks) {
    if (block.role != Role::Paragraph) continue;
    const std::string_view text = slice(article.text, block.source_span);
    const auto dateline = find_dateline(text);
    if (!dateline) return;
    const std::uint32_t base = block.source_span.begin;
    const Span span{base + dateline->words.begin, base + dateline->words.end};
    article.dateline = {std::string(slice(article.text, span)), "text", span};
    article.candidates.push_back({"dateline", article.dateline.value, "text", true});
    if (!dateline->agency.empty()) article.agency = {std::string(dateline->agency), "text", {}};
    return;
  }
}

}  // namespace

bool looks_like_html(std::string_view text) {
  text = text.substr(0, 2048);
  // Before any tag there may be white space and a byte-order mark, hardly more.
  const auto first = text.find('<');
  if (first == std::string_view::npos || first > 200) return false;
  std::string head(trim(text));
  for (char& c : head) c = lower_ascii(c);
  if (head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head") ||
      head.starts_with("<body"))
    return true;
  if (head.starts_with("<?xml")) return head.find("<html") != std::string::npos;
  if (head.find("<html") != std::string::npos && head.find("<head") != std::string::npos) return true;
  if (!head.starts_with("<")) return false;
  std::size_t tags = 0;
  for (const char* tag : {"<div", "<p>", "<p ", "<meta", "<title", "<article", "<span", "<h1", "<link", "<script",
                          "</p>", "<br", "<!--", "<section", "<main", "<header"})
    tags += head.find(tag) != std::string::npos ? 1U : 0U;
  return tags >= 2;
}

Result<Article> read_page(std::string_view name, std::string_view html, const PageOrigin& origin) {
  const HtmlDom page = parse_html(html);
  PageMeta meta = read_page_meta(page, origin.address, origin.captured_on);
  BodyHints hints;
  hints.title = meta.title.value;
  hints.description = meta.description;
  hints.article_body = meta.json_ld.article.body;
  hints.byline = meta.byline.value;
  HtmlBody body = find_body(page, hints);
  const PageState state = state_of(page, body, meta);
  if (state != PageState::Article && state != PageState::Beginning) {
    Error error = error_of(state);
    if (page.truncated()) error.message += ", which is nested or broken beyond what is read";
    error.where = std::string(name);
    return error;
  }
  Article article;
  article.name = std::string(name);
  put_together(std::move(body.pieces), article);
  mark_signed_quotations(article.text, article.blocks);
  article.beginning_only = state == PageState::Beginning;
  article.title = std::move(meta.title);
  article.subtitle = std::move(meta.subtitle);
  article.byline = std::move(meta.byline);
  article.source = std::move(meta.source);
  article.published = std::move(meta.published);
  article.url = std::move(meta.url);
  article.language = std::move(meta.language);
  article.candidates = std::move(meta.candidates);
  read_dateline(article);
  return article;
}

}  // namespace onrecord
