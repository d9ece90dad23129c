#include "pipeline/pipeline.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "catch.h"

using namespace onrecord;

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "onrecord-unit.XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((fs::path(path_) / name).parent_path());
    std::ofstream(fs::path(path_) / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string at(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Listed {
  std::vector<std::string> paths;
  std::vector<Error> errors;
};

Listed list(Inputs& inputs, const std::string& root) {
  Listed out;
  while (auto next = inputs.next()) {
    if (*next) out.paths.push_back((**next).path.substr(std::min((**next).path.size(), root.size() + 1)));
    else out.errors.push_back(next->error());
  }
  return out;
}

PipelineOptions with_workers(unsigned workers) {
  PipelineOptions how;
  how.workers = workers;
  return how;
}

std::vector<std::string> run_with(unsigned workers, const std::vector<std::string>& names, int* errors = nullptr) {
  std::vector<std::string> out;
  Pipeline pipeline(Inputs(names), with_workers(workers));
  pipeline.run([](Item& item) { item.out.append(item.article->text.substr(0, 20)); },
               [&](Item& item) {
                 if (item.error && errors != nullptr) ++*errors;
                 out.push_back(item.name + (item.error ? " !" + item.error->message : ":" + std::string(item.out.view())));
                 return true;
               });
  return out;
}

}  // namespace

TEST_CASE("a folder is read in the order of its names, subfolders in place", "[pipeline]") {
  const Folder folder;
  for (const char* name :
       {"b.txt", "a/2.txt", "a/1.txt", "c/deep/x.html", "B.TXT", "a/.hidden.txt", ".git/config.txt", "notes.doc", "a.txt"})
    folder.write(name, "x");
  fs::create_directory_symlink(folder.path(), folder.at("a/loop"));
  Inputs inputs({folder.path() + "/"});
  const Listed listed = list(inputs, folder.path());
  CHECK(listed.paths == std::vector<std::string>{"B.TXT", "a.txt", "a/1.txt", "a/2.txt", "b.txt", "c/deep/x.html"});
  CHECK(listed.errors.empty());
  CHECK(inputs.passed_by() == 1);
}

TEST_CASE("what is not there or holds nothing is said, and the list goes on", "[pipeline]") {
  const Folder folder;
  folder.write("a.weird", "x");
  folder.write("empty/inside/notes.doc", "x");
  Inputs inputs({folder.at("missing.txt"), folder.at("empty"), folder.at("a.weird"), "-"});
  const Listed listed = list(inputs, folder.path());
  REQUIRE(listed.errors.size() == 2);
  CHECK(listed.errors[0].message == "no such file or folder");
  CHECK(listed.errors[1].message == "no articles in this folder");
  CHECK(listed.paths.size() == 2);  // a file that is named is taken whatever its name
}

TEST_CASE("names of articles", "[pipeline]") {
  for (const char* name : {"a.txt", "a.TXT", "2014-10-29_north.text", "page.html", "page.html.gz"}) CHECK(is_article_name(name));
  for (const char* name : {"a.doc", "txt", ".txt", "a.txt~", "a.txt.bak", "README", "a.gz", "", "x.jsonl", "report.csv"})
    CHECK_FALSE(is_article_name(name));
}

TEST_CASE("bytes are read whole, into the same memory", "[pipeline]") {
  const Folder folder;
  folder.write("long.txt", std::string(300000, 'a'));
  folder.write("short.txt", std::string("b\0c", 3));
  folder.write("empty.txt", "");
  std::string bytes;
  REQUIRE(read_bytes(folder.at("long.txt"), bytes, 1U << 20U));
  CHECK(bytes == std::string(300000, 'a'));
  REQUIRE(read_bytes(folder.at("short.txt"), bytes, 1U << 20U));
  CHECK(bytes == std::string("b\0c", 3));
  REQUIRE(read_bytes(folder.at("empty.txt"), bytes, 1U << 20U));
  CHECK(bytes.empty());
  CHECK_FALSE(read_bytes(folder.at("long.txt"), bytes, 299999));
  CHECK(read_bytes(folder.at("long.txt"), bytes, 300000));
  CHECK_FALSE(read_bytes(folder.path(), bytes, 10));
  CHECK_FALSE(read_bytes(folder.at("missing"), bytes, 10));
}

TEST_CASE("the number of workers changes nothing that comes out", "[pipeline]") {
  const Folder folder;
  for (int i = 0; i < 300; ++i)
    folder.write("a" + std::to_string(i) + ".txt", i % 7 == 3 ? "" : "Article " + std::to_string(i) + " is here.\n\nIt has words.\n");
  int errors = 0;
  const auto alone = run_with(1, {folder.path()}, &errors);
  CHECK(alone.size() == 300);
  CHECK(errors == 43);
  for (const unsigned workers : {2U, 3U, 8U}) CHECK(run_with(workers, {folder.path()}) == alone);
}

TEST_CASE("records of a file come one by one, a bad one by name", "[pipeline]") {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 100; ++i)
    lines += i == 50 ? std::string("{broken\n")
                     : "{\"id\":\"r" + std::to_string(i) + "\",\"text\":\"Article " + std::to_string(i) + " has words here.\"}\n";
  folder.write("crawl.jsonl", lines);
  folder.write("last.txt", "The last article.\n");
  int errors = 0;
  const auto alone = run_with(1, {folder.at("crawl.jsonl"), folder.at("last.txt")}, &errors);
  REQUIRE(alone.size() == 101);
  CHECK(errors == 1);
  CHECK(alone[50].find("crawl.jsonl:51") != std::string::npos);
  CHECK(alone[100].find("last.txt:The last") != std::string::npos);
  CHECK(run_with(3, {folder.at("crawl.jsonl"), folder.at("last.txt")}) == alone);
}

TEST_CASE("a run can be stopped at any item", "[pipeline]") {
  const Folder folder;
  for (int i = 0; i < 50; ++i) folder.write("a" + std::to_string(i) + ".txt", "Some words are here.\n");
  for (const unsigned workers : {1U, 4U}) {
    int delivered = 0;
    Pipeline pipeline(Inputs({folder.path()}), with_workers(workers));
    pipeline.run([](Item&) {}, [&](Item&) { return ++delivered < 10; });
    CHECK(delivered == 10);
  }
}

TEST_CASE("only a few items a worker are there at once", "[pipeline]") {
  const Folder folder;
  for (int i = 0; i < 200; ++i) folder.write("a" + std::to_string(i) + ".txt", "Some words are here.\n");
  std::set<const Item*> items;
  std::atomic<int> ahead = 0;
  int most = 0;
  Pipeline pipeline(Inputs({folder.path()}), with_workers(2));
  pipeline.run([&](Item&) { ++ahead; },
               [&](Item& item) {
                 items.insert(&item);
                 most = std::max(most, ahead.load());
                 --ahead;
                 return true;
               });
  CHECK(items.size() <= 8);
  CHECK(most <= 8);
}
