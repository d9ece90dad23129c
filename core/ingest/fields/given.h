// What a person states of an article beside its bytes: it wins over what the bytes say.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "ingest/article.h"

namespace onrecord {

// Metadata that a person gave on the command line; empty means not given.
struct GivenMetadata {
  std::string title;
  std::string byline;
  std::string source;
  std::string published;  // 2014-10-29, 2014-10 or 2014; a time of day after the day is taken and dropped
  std::string url;
};

// Puts what a person gave over what was read. The date must have been checked (`check_given`).
void put_given(const GivenMetadata& given, Article& article);

// The given metadata with its date in ISO 8601; BadInput where it is no date, or a value is no UTF-8.
[[nodiscard]] Result<GivenMetadata> check_given(std::string_view name, GivenMetadata given);

}  // namespace onrecord
