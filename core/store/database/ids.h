// Ids as people type them, refused where they cannot be meant.
//
//   Id claim = id_of_kind("c3", {IdKind::Claim});     // "s3": Usage, "is not a claim (c…)"
#pragma once

#include <initializer_list>
#include <string_view>

#include "onrecord/id.h"

namespace onrecord {

// Throws SqlError, Usage: no id, or one of another kind. Whether it is there is not asked.
[[nodiscard]] Id id_of_kind(std::string_view text, std::initializer_list<IdKind> kinds);

}  // namespace onrecord
