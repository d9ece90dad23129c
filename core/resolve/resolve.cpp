#include "resolve/resolve.h"

#include "resolve/names/entities.h"
#include "resolve/names/names.h"
#include "resolve/names/places.h"
#include "resolve/speakers/discourse.h"
#include "resolve/speakers/document_writers.h"
#include "resolve/speakers/embedded_posts.h"
#include "resolve/speakers/speakers.h"
#include "resolve/when/circumstances.h"
#include "resolve/when/when.h"

namespace onrecord {

struct Resolver::State {
  Places places;
  Names names;
  Entities entities;
  Discourse discourse;
  When when;
};

Resolver::Resolver() : state_(std::make_unique<State>()) {}
Resolver::~Resolver() = default;
Resolver::Resolver(Resolver&&) noexcept = default;
Resolver& Resolver::operator=(Resolver&&) noexcept = default;

void Resolver::resolve(const Article& article, const Document& doc, const Cascade& cascade, std::vector<Statement>& statements) {
  if (statements.empty() && !Speakers::may_have_answers(doc)) return;
  State& s = *state_;
  s.places.find(doc);
  s.names.find(doc, s.places, article.dateline.source_span);
  s.entities.build(doc, s.names);
  s.discourse.read(doc, cascade, statements, s.names, s.entities);
  Speakers speakers(article, doc, cascade, s.names, s.entities, s.discourse);
  speakers.resolve(statements);
  find_circumstances(doc, cascade, statements);
  give_documents_to_writers(article, statements);
  s.when.resolve(article, doc, s.places, speakers.entities_of_statements(), statements);
  add_paragraphs(article, speakers.answers(), statements);
}

}  // namespace onrecord
