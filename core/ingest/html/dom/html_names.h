// Names of elements and attributes, as numbers.
//
//   tag_named("div") == Tag::Div; attribute_named("onclick") == Attr::Other
#pragma once

#include <string_view>

#include "ingest/html/dom/html_dom.h"

namespace onrecord {

// `name` in small letters.
[[nodiscard]] Tag tag_named(std::string_view name);
[[nodiscard]] Attr attribute_named(std::string_view name);

}  // namespace onrecord
