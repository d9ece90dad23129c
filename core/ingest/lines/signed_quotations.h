// Quotations that are signed, as press releases and pull quotes have them, and posts (— Ida Holm (@idaholm) March 3, 2019):
//
//   “Our members have asked for quieter ships for a decade.”
//   – Peder Holm, Chair, Dockworkers’ Union
//
// The words become a BlockQuote whose author is the signer, the line below (or behind them) a Signature.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/article.h"

namespace onrecord {

// Cuts and marks the blocks of `text` so. A block is such a quotation when marks hold all of it, or when the page sets it off, and
// a dash with a person's name follows; a Post when a dash, a name, a handle and a day do, with marks or without. Near
// misses stay as they are: “No,” – said he; a paragraph that is only partly quoted; the writer's or paper's own name under the last
// paragraph. Linear.
void mark_signed_quotations(std::string_view text, std::vector<Block>& blocks);

// The name in a signature of a person: "Peder Holm" of "– Mr. Peder Holm, Chair". Without a dash in front only where `dash_needed` is
// false. A view into `line`; nothing where the line is anything else.
[[nodiscard]] std::optional<std::string_view> find_signer(std::string_view line, bool dash_needed);

}  // namespace onrecord
