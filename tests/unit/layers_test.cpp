// Folders include only what may lie under them: the arrows of docs/internals.md, read from the include lines.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "catch.h"

namespace {

namespace fs = std::filesystem;

// From the bottom up; a folder may include itself and those before it.
const std::vector<std::string> kOrder = {"base",  "text",  "lexicon", "fetch", "ingest", "segment",  "extract", "resolve", "score",
                                         "match", "store", "record",  "query", "export", "pipeline", "serve",   "cli"};

// The same inside a folder that has folders of its own. What stands beside them may include them all, and is included by none of them but
// for the files named here.
const std::map<std::string, std::vector<std::string>> kOrderInside = {
    {"ingest", {"article.h", "fields", "lines", "plain", "html", "records"}},
    {"ingest/html", {"dom", "body", "meta"}},
    {"extract", {"statement.h", "tag", "rules", "chunk", "clause", "weigh", "propose", "select"}},
    {"resolve", {"names", "speakers", "when"}},
    {"store", {"database", "rows", "sightings"}},
    {"query", {"language", "sql", "answers"}},
};

int place_in(const std::vector<std::string>& order, const std::string& name) {
  const auto found = std::find(order.begin(), order.end(), name);
  return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

int place_of(const std::string& folder) { return place_in(kOrder, folder); }

// The place of a file of core inside `folder`; `path` is "extract/chunk/chunks.h".
int place_inside(const std::string& folder, const fs::path& path) {
  const std::vector<std::string>& order = kOrderInside.at(folder);
  const fs::path inside = path.lexically_relative(folder);
  const int place = place_in(order, inside.begin()->string());
  if (place < 0) CHECK(inside == inside.filename());  // else a folder that the order does not know
  return place < 0 ? static_cast<int>(order.size()) : place;
}

// The public faces stand beside the folders whose types they show.
std::string folder_of(const std::string& included) {
  if (included == "onrecord/extract.h") return "extract";
  if (included.starts_with("onrecord/")) return "match";  // the record's
  const std::size_t slash = included.find('/');
  return slash == std::string::npos ? std::string() : included.substr(0, slash);
}

std::vector<std::string> includes_of(const fs::path& file) {
  std::vector<std::string> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("#include \"")) continue;
    line.erase(0, 10);
    out.push_back(line.substr(0, line.find('"')));
  }
  return out;
}

struct Source {
  fs::path path;
  std::string folder;
};

std::vector<Source> sources() {
  std::vector<Source> out;
  const fs::path root = ONRECORD_SOURCE_DIR;
  for (const auto& entry : fs::recursive_directory_iterator(root / "core")) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".cpp") continue;
    out.push_back({entry.path(), fs::relative(entry.path(), root / "core").begin()->string()});
  }
  for (const auto& entry : fs::directory_iterator(root / "cli"))
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") out.push_back({entry.path(), "cli"});
  REQUIRE(out.size() > 20);
  return out;
}

bool includes_library(const fs::path& file, const std::string& name) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("#include <" + name)) return true;
  return false;
}

}  // namespace

TEST_CASE("every arrow between folders points back", "[layers]") {
  for (const Source& source : sources()) {
    if (source.folder == "include") continue;  // the public faces are looked at below
    INFO(source.path.string());
    const int own = place_of(source.folder);
    REQUIRE(own >= 0);
    for (const std::string& included : includes_of(source.path)) {
      const std::string folder = folder_of(included);
      if (folder.empty()) continue;  // a file of the same folder
      INFO(included);
      CHECK(place_of(folder) >= 0);
      CHECK(place_of(folder) <= own);
    }
  }
}

TEST_CASE("so does every arrow between the folders inside one", "[layers]") {
  const fs::path core = fs::path(ONRECORD_SOURCE_DIR) / "core";
  for (const Source& source : sources()) {
    const fs::path path = fs::relative(source.path, core);
    if (path.string().find("/tools/") != std::string::npos) continue;
    for (const auto& [folder, order] : kOrderInside) {
      if (!path.string().starts_with(folder + "/")) continue;
      INFO(path.string());
      for (const std::string& included : includes_of(source.path)) {
        if (!included.starts_with(folder + "/")) continue;
        INFO(included);
        CHECK(place_inside(folder, included) <= place_inside(folder, path));
      }
    }
  }
}

TEST_CASE("the public faces show plain types only", "[layers]") {
  for (const Source& source : sources()) {
    if (source.folder != "include") continue;
    INFO(source.path.string());
    for (const std::string& included : includes_of(source.path))
      if (!included.starts_with("onrecord/")) CHECK(place_of(folder_of(included)) <= place_of("extract"));
  }
}

TEST_CASE("each library has its folder", "[layers]") {
  for (const Source& source : sources()) {
    INFO(source.path.string());
    if (includes_library(source.path, "SQLiteCpp") || includes_library(source.path, "sqlite3"))
      CHECK(source.folder == "store");
    if (includes_library(source.path, "CLI")) CHECK(source.path.filename() == "options.cpp");
    if (source.path.extension() == ".h" && source.folder != "cli") {
      CHECK_FALSE(includes_library(source.path, "re2"));
      CHECK_FALSE(includes_library(source.path, "CLI"));
    }
  }
}
