// Two types of one name in one namespace, in files that never include each other, compile and link, and then overwrite
// memory where the linker merges their templates. So each name is defined once.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "catch.h"

namespace {

namespace fs = std::filesystem;

// Names of types defined at the outermost level of a file's named namespaces, as "namespace::Name". Reads the layout that the
// code keeps: such definitions and the ends of namespaces begin their line.
std::vector<std::string> defined_in(const fs::path& path) {
  std::vector<std::string> out;
  std::vector<std::string> open;
  std::ifstream in(path);
  std::string line;
  while (std::getline(in, line)) {
    if (line.starts_with("namespace ") && line.ends_with("{")) {
      open.push_back(line.size() > 11 ? line.substr(10, line.size() - 12) : std::string());
    } else if (line.starts_with("}  // namespace") && !open.empty()) {
      open.pop_back();
    }
    for (const std::string_view keyword : {"struct ", "class ", "enum class "}) {
      if (!line.starts_with(keyword) || line.find('{') == std::string::npos) continue;
      const std::size_t end = line.find_first_of(" :{<", keyword.size());
      const std::string name = line.substr(keyword.size(), end - keyword.size());
      const bool nested = line[end] == ':' && end + 1 < line.size() && line[end + 1] == ':';
      const bool hidden = std::find(open.begin(), open.end(), std::string()) != open.end();
      if (nested || hidden || name.empty()) continue;
      std::string full;
      for (const std::string& space : open) full += space + "::";
      out.push_back(full + name);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("each type is defined once", "[layout]") {
  std::map<std::string, fs::path> first;
  std::string twice;
  for (const char* folder : {"core", "cli"}) {
    for (const auto& entry : fs::recursive_directory_iterator(std::string(ONRECORD_SOURCE_DIR "/") + folder)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      for (const std::string& name : defined_in(entry.path())) {
        const auto [at, is_new] = first.emplace(name, entry.path());
        if (!is_new && at->second != entry.path()) {
          twice += name + ": " + at->second.string() + " and " + entry.path().string() + "\n";
        }
      }
    }
  }
  CHECK(first.size() > 50);
  INFO(twice);
  CHECK(twice.empty());
}
