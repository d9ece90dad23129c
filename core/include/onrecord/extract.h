// Bytes in, statements out: the extractor without a database.
//
//   #include <onrecord/extract.h>
//
//   onrecord::Extractor extractor;
//   auto article = onrecord::read_article("report.txt", bytes, {});
//   if (!article) { std::cerr << article.error().text() << '\n'; return 5; }
//   for (const onrecord::Statement& s : extractor.extract(*article)) {
//     std::cout << (s.speaker ? s.speaker->name : "?") << ": "
//               << onrecord::slice(article->text, s.content.front()) << '\n';
//   }
#pragma once

#include <memory>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"
#include "ingest/read.h"

namespace onrecord {

// Finds the statements of articles, one article after another. Holds the memory it works in, so keep
// one for each thread; not for use by two threads at once. The same article gives the same statements.
class Extractor {
 public:
  Extractor();
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  // The statements of `article` in the order of their first span, nested ones included, speakers and
  // dates resolved. Never fails: text without statements gives none. Linear in the text's length.
  [[nodiscard]] std::vector<Statement> extract(const Article& article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onrecord
