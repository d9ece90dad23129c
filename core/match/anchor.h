// What keeps its name when everything around it is rebuilt: the identity of an article and the anchor of a statement.
//
//   Anchors anchors(article_identity(article, "/home/ana/news/bridge.txt"), article);
//   for (const Statement& s : statements) std::string key = anchors.next(s);   // "s-5d1c90b2a7e4f316"
//
// The record stores a statement under its anchor, and `extract` prints it as `key`: the same article gives the same one
// on any machine, in any run. It is made of the article's identity, the hash of its text and the place of the first
// and last letter of each part of the content, so that a rule which takes or leaves a quotation mark does not move it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

// The identity of an article, which other text under the same identity makes a new version of: "url:" and its canonical
// address; else "file:" with its source and file name; else, where no source is known, "path:" with `absolute_path`;
// and for what comes from no file (`absolute_path` empty) "id:" with its name, or for stdin ("-") "text:" with the
// hash of its text.
[[nodiscard]] std::string article_identity(const Article& article, std::string_view absolute_path);

// `url` as two links to one page are compared: scheme and host in lower case, "www." and a default port dropped, http
// taken for https, the fragment, a trailing slash and the parameters that only track readers (utm_…, fbclid …) left
// out. Text that is no address comes back as it is.
[[nodiscard]] std::string canonical_url(std::string_view url);

// The anchors of one article's statements. Keeps its memory from one article to the next; one for each thread.
class Anchors {
 public:
  Anchors() = default;
  Anchors(std::string_view identity, const Article& article) { reset(identity, article); }

  // Turns to another article, which must outlive the calls of `next`.
  void reset(std::string_view identity, const Article& article);

  // The anchor of the article's next statement: "s-" and 16 hexadecimal digits. Ask in the order of the statements, each
  // once: a second statement over the same letters gets an anchor of its own.
  [[nodiscard]] std::string next(const Statement& statement);

  // The same as a number, for those who write it themselves.
  [[nodiscard]] std::uint64_t next_number(const Statement& statement);

 private:
  const Article* article_ = nullptr;
  std::uint64_t base_[2] = {0, 0};
  std::vector<std::uint64_t> packed_;
  std::vector<std::uint64_t> given_;  // open addressing; 0 is empty
  std::size_t count_ = 0;

  bool insert(std::uint64_t number);
};

}  // namespace onrecord
