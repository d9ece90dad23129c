// A file's bytes a piece at a time, unpacked where it is gzip: for inputs that are larger than memory.
//
//   auto source = open_file("crawl.jsonl.gz");
//   read_articles("crawl.jsonl.gz", *source, …);
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"

namespace onrecord {

// Errors, BadInput with `where` = path: it cannot be opened. A file that is cut short or corrupt ends early; the source's
// last record shows it. "-" is standard input. The file is closed with the last copy of the function.
[[nodiscard]] Result<std::function<std::size_t(char* to, std::size_t most)>> open_file(const std::string& path);

}  // namespace onrecord
