// Of the pieces that an article's container holds, those that are the article: what repeats the title, leads elsewhere, sells
// or credits something is left out by its words and by its neighbours.
//
//   std::vector<HtmlPiece> kept = select_pieces(std::move(pieces), hints);
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html/body/html_body.h"

namespace onrecord {

// In order, with roles as the article has them. Linear.
[[nodiscard]] std::vector<HtmlPiece> select_pieces(std::vector<HtmlPiece> pieces, const BodyHints& hints);

// Bytes of running text in a piece: what counts for finding the container, and for telling an article from a wall.
[[nodiscard]] std::uint32_t prose_of(const HtmlPiece& piece);

}  // namespace onrecord
