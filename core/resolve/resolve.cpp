#include "resolve/resolve.h"

#include "resolve/discourse.h"
#include "resolve/entities.h"
#include "resolve/names.h"
#include "resolve/speakers.h"

namespace onrecord {

struct Resolver::State {
  Names names;
  Entities entities;
  Discourse discourse;
};

Resolver::Resolver() : state_(std::make_unique<State>()) {}
Resolver::~Resolver() = default;
Resolver::Resolver(Resolver&&) noexcept = default;
Resolver& Resolver::operator=(Resolver&&) noexcept = default;

void Resolver::resolve(const Article& article, const Document& doc, const Cascade& cascade, std::vector<Statement>& statements) {
  if (statements.empty()) return;
  State& s = *state_;
  s.names.find(doc);
  s.entities.build(doc, s.names);
  s.discourse.read(doc, cascade, statements, s.names, s.entities);
  Speakers(article, doc, cascade, s.names, s.entities, s.discourse).resolve(statements);
}

}  // namespace onrecord
