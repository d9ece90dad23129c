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
#include <optional>
#include <string>
#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"
#include "ingest/read.h"

namespace onrecord {

class OwnRules;  // core/extract/own_rules.h

struct ExtractorOptions {
  // The least confidence, in 0..1, of a statement that comes out. Above the usual one there are fewer statements and surer ones;
  // below it those too that are more likely wrong than right. Unset: where precision and recall balance.
  std::optional<float> min_confidence;
  // Constructs and words beside the built-in ones; may be null.
  std::shared_ptr<const OwnRules> rules;
};

// Words of an article: bytes of its text, or of its title where `place` says so and the title stands outside the text.
struct Words {
  Span span;
  Place place = Place::Body;
};

// Finds the statements of articles, one article after another. Holds the memory it works in, so keep
// one for each thread; not for use by two threads at once. The same article gives the same statements.
class Extractor {
 public:
  explicit Extractor(const ExtractorOptions& options = {});
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  // The statements of `article` in the order of their first span, nested ones included, speakers and
  // dates resolved. Never fails: text without statements gives none. Linear in the text's length.
  [[nodiscard]] std::vector<Statement> extract(const Article& article);

  // Why `statements`, which extract() gave for `article`, are what they are: for each sentence in which a rule proposed anything what each
  // level of the cascade made of it, in words, with what was dropped and why. With `only`, the sentences it touches.
  [[nodiscard]] std::string explain(const Article& article, const std::vector<Statement>& statements,
                                    const std::optional<Words>& only = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onrecord
