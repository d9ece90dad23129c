#include "extract/extract.h"
#include "onrecord/extract.h"
#include "resolve/posts.h"
#include "resolve/resolve.h"
#include "segment/document.h"

namespace onrecord {

struct Extractor::State {
  Document doc;
  Cascade cascade;
  Resolver resolver;
};

Extractor::Extractor() : state_(std::make_unique<State>()) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::vector<Statement> Extractor::extract(const Article& article) {
  segment(article, state_->doc);
  state_->cascade.read(article, state_->doc);
  std::vector<Statement> statements = state_->cascade.statements();
  state_->resolver.resolve(article, state_->doc, state_->cascade, statements);
  add_posts(article, statements);
  return statements;
}

}  // namespace onrecord
