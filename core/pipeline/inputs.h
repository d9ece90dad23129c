// What the command line names, as one list of things to read: files, folders, addresses, standard input.
//
//   Inputs inputs({"news/", "report.txt", "-"});
//   while (auto next = inputs.next()) { if (*next) read((**next).path); else complain(next->error()); }
//
// Files come in the order they were named, those of a folder sorted by name with its subfolders in place. A folder is
// read when its turn comes and one folder at a time, so the list's length costs no memory. In a folder only files named
// like articles are taken (see is_article_name), hidden ones and links to folders never; a file that is named itself is
// taken whatever its name. Touches the disk only to list folders.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace onrecord {

struct Input {
  std::string path;           // as the user would write it; "-" is standard input
  std::string absolute_path;  // without links and dots; empty for standard input and addresses
  bool is_address = false;    // http:// or https://: to be fetched
};

// Whether a folder's file of this name is read: .txt, .text, .md, .htm, .html, .xhtml, each also .gz. Files of many records
// (.jsonl, .csv) are read when they are named: reports of our own may lie beside articles.
[[nodiscard]] bool is_article_name(std::string_view name);

class Inputs {
 public:
  explicit Inputs(std::vector<std::string> names) : names_(std::move(names)) {}

  // The next thing to read; an Error for a name that is not there, a folder that cannot be listed or holds no article;
  // nothing at the end. After an Error the list goes on.
  [[nodiscard]] std::optional<Result<Input>> next();

  // Files of folders that were passed by because they are not named like articles.
  [[nodiscard]] std::int64_t passed_by() const { return passed_by_; }

 private:
  struct Folder {
    std::string path, absolute_path;
    std::vector<std::string> entries;  // names, sorted; those of folders end in '/'
    std::size_t at = 0;
    std::int64_t found = 0;            // articles, those of its subfolders too
  };

  [[nodiscard]] Result<void> enter(std::string path, std::string absolute_path);
  [[nodiscard]] std::optional<Result<Input>> next_in_folder();

  std::vector<std::string> names_;
  std::size_t at_ = 0;
  std::vector<Folder> folders_;  // the one being read, inside those that hold it
  std::int64_t passed_by_ = 0;
};

// All bytes of `path`, "-" being standard input, into `bytes`, whose memory is used again. BadInput: it cannot be opened or
// read, it is a folder, or it has more than `limit` bytes.
[[nodiscard]] Result<void> read_bytes(const std::string& path, std::string& bytes, std::size_t limit);

}  // namespace onrecord
