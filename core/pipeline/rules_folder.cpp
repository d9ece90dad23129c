#include "pipeline/rules_folder.h"

#include <algorithm>
#include <filesystem>

#include "pipeline/inputs.h"

namespace onrecord {

Result<std::shared_ptr<const OwnRules>> read_own_rules(const std::string& folder) {
  namespace fs = std::filesystem;
  constexpr std::size_t kLargest = std::size_t{16} << 20U;
  std::error_code odd;
  std::vector<std::string> paths;
  for (fs::directory_iterator at(folder, odd), end; !odd && at != end; at.increment(odd)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with('.') && (name.ends_with(".rules") || name.ends_with(".tsv"))) paths.push_back((fs::path(folder) / name).string());
  }
  if (odd)
    return Error{ErrorCode::NotFound, "cannot be listed: " + odd.message(), folder,
                 "name a folder that holds constructs.rules, words.tsv or weights.tsv"};
  if (paths.empty())
    return Error{ErrorCode::NotFound, "holds no rules", folder,
                 "they stand in constructs.rules, words in words.tsv; docs/rules.md shows both"};
  std::sort(paths.begin(), paths.end());
  std::vector<OwnRules::File> files;
  for (const std::string& path : paths) {
    files.push_back({path, {}});
    std::string& bytes = files.back().bytes;
    if (auto read = read_bytes(path, bytes, kLargest); !read) return read.error();
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);  // the mark that some editors put in front
  }
  return OwnRules::read(files);
}

}  // namespace onrecord
