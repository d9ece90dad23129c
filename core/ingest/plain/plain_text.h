// A plain-text article "as it comes off the web", taken apart: which unit is the title, the byline, a caption, a heading,
// a link, what belongs to the page, and which metadata the text gives about itself.
//
//   PlainText parts = analyse_plain_text(text, false);
//   parts.blocks[0].role == Role::Title; parts.byline.value == "Ana Reyes"
#pragma once

#include <string_view>
#include <vector>

#include "ingest/article.h"

namespace onrecord {

struct PlainText {
  std::vector<Block> blocks;  // in order, without overlap; every unit of the text is in one
  Field title;
  Field byline;
  Field dateline;
  Field source;
  Field agency;
  Field published;
};

// `text` is valid UTF-8 of less than 4 GiB. `title_known`: somebody gave the title, so the first line is only taken for
// one where it cannot be a sentence. Never fails; linear.
[[nodiscard]] PlainText analyse_plain_text(std::string_view text, bool title_known);

// The article that these parts of its text, which it has, make; what was found for each field is among its candidates.
void put_plain_text(PlainText parts, Article& article);

}  // namespace onrecord
