#include "ingest/html/body/html_body.h"

#include <algorithm>

#include "ingest/html/body/piece_cutter.h"
#include "ingest/html/body/piece_selector.h"
#include "ingest/html/dom/page_words.h"
#include "text/chars.h"

namespace onrecord {
namespace {

// Lists and quotations are parts of an article, never all of it.
bool may_be_container(Tag tag) {
  switch (tag) {
    case Tag::P:
    case Tag::Li:
    case Tag::Ol:
    case Tag::Ul:
    case Tag::Dl:
    case Tag::Blockquote:
    case Tag::Pre:
    case Tag::Figure: return false;
    default: return is_block(tag) || tag == Tag::Other || tag == Tag::Span || tag == Tag::Font;
  }
}

// The smallest element that holds nearly all running text: from the root down, as long as one child has most of it. An
// element that calls itself the body is taken where it holds a fair part, together with its siblings that do: advertising
// cuts a body into several.
std::vector<NodeId> find_containers(const HtmlDom& page, const std::vector<HtmlPiece>& pieces, const std::vector<Belongs>& belongs) {
  std::vector<std::uint32_t> weight(page.size(), 0);
  for (const HtmlPiece& piece : pieces) weight[piece.node] += prose_of(piece);
  for (NodeId n = page.size(); n-- > 1;) weight[page[n].parent] += weight[n];
  NodeId body = kNoNode;
  for (NodeId n = 0; n < page.size(); ++n) {
    if (belongs[n] == Belongs::Body && (body == kNoNode || weight[n] > weight[body])) body = n;
  }
  if (body != kNoNode && page[body].parent != kNoNode) {
    std::vector<NodeId> parts;
    std::uint64_t held = 0;
    for (NodeId n = page[page[body].parent].first_child; n != kNoNode; n = page[n].next_sibling) {
      if (belongs[n] != Belongs::Body || page[n].tag != page[body].tag || page[n].tag == Tag::Article) continue;
      parts.push_back(n);
      held += weight[n];
    }
    if (parts.empty()) parts.push_back(body);
    if (held * 10ULL >= weight[0] * 3ULL && held > 200) return parts;
  }
  NodeId at = 0;
  for (;;) {
    NodeId best = kNoNode;
    for (NodeId child = page[at].first_child; child != kNoNode; child = page[child].next_sibling) {
      if (best == kNoNode || weight[child] > weight[best]) best = child;
    }
    if (best == kNoNode || weight[best] == 0 || weight[best] * 100ULL < weight[at] * 88ULL ||
        !may_be_container(page[best].tag))
      break;
    at = best;
  }
  return {at};
}

HtmlBody find_body_by(const HtmlDom& page, const BodyHints& hints, Cut cut) {
  HtmlBody body;
  auto [pieces, belongs] = cut_page(page, cut);
  std::vector<bool> inside(page.size(), false);
  for (const NodeId container : find_containers(page, pieces, belongs)) inside[container] = true;
  for (NodeId n = 1; n < page.size(); ++n) inside[n] = inside[n] || inside[page[n].parent];
  std::erase_if(pieces, [&](const HtmlPiece& piece) { return !inside[piece.node]; });
  body.pieces = select_pieces(std::move(pieces), hints);
  for (const HtmlPiece& piece : body.pieces) body.prose_words += prose_of(piece) > 0 ? piece.words : 0;
  return body;
}

// JSON-LD's articleBody as paragraphs: what is left of an article whose page is empty without its scripts.
HtmlBody body_of_json(std::string_view text) {
  HtmlBody body;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    HtmlPiece piece;
    piece.node = 0;
    piece.text = std::string(line);
    piece.words = count_words(piece.text);
    body.prose_words += prose_of(piece) > 0 ? piece.words : 0;
    body.pieces.push_back(std::move(piece));
  }
  return body;
}

}  // namespace

HtmlBody find_body(const HtmlDom& page, const BodyHints& hints) {
  HtmlBody body = find_body_by(page, hints, Cut::Article);
  if (body.prose_words < 80) {
    HtmlBody by_tag = find_body_by(page, hints, Cut::ByTag);
    if (by_tag.prose_words > 2 * body.prose_words + 20) body = std::move(by_tag);
  }
  if (hints.article_body.size() > 400 && body.prose_words * 2 < count_words(hints.article_body)) {
    HtmlBody stated = body_of_json(hints.article_body);
    if (stated.prose_words > body.prose_words) body = std::move(stated);
  }
  return body;
}

}  // namespace onrecord
