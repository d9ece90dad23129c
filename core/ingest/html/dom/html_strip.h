// A page's bytes made smaller and tamer before the parser sees them.
#pragma once

#include <string>
#include <string_view>

namespace onrecord {

// The page without its scripts (JSON-LD stays), style sheets, drawings and comments, and with at most 200 attributes a tag.
[[nodiscard]] std::string strip_html(std::string_view html);

// The page made shallow: start tags nested deeper than 400 are left out with their end tags, and so are end tags that close
// nothing and tags that HTML does not have. The text stays. For pages on which the parser gave up: it looks through all
// open elements for each end tag.
[[nodiscard]] std::string flatten_html(std::string_view html);

}  // namespace onrecord
