// What stands between lines of three dashes before a text, as writers of Markdown and exporters of articles have it:
//
//   ---
//   title: Bridge to stay shut
//   author: Jo Penn
//   date: 2026-03-04
//   ---
//
//   auto front = find_front_matter(text);
//   parts_of_record(*front, {})            // its keys are those of a record
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/records/record_article.h"

namespace onrecord {

class FrontMatter : public RecordValues {
 public:
  // Lists are joined by "; ", marks around a value are dropped.
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const override;

  std::vector<std::pair<std::string, std::string>> values;
  std::size_t end = 0;  // byte at which the text itself begins
};

// Nothing where the text does not begin with it: only keys with values stand between the two lines, and one of them is a title, an author,
// a date or an address. Near miss: a line of dashes above running text. Looks at no more than the first 200 lines.
[[nodiscard]] std::optional<FrontMatter> find_front_matter(std::string_view text);

}  // namespace onrecord
