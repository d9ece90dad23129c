// Who a statement's mention is, and when, to whom, where and in what it was said.
//
//   Resolver resolver;                              // keep it: its memory is reused
//   std::vector<Statement> rows = cascade.statements();
//   resolver.resolve(article, doc, cascade, rows);
#pragma once

#include <memory>
#include <vector>

#include "extract/extract.h"
#include "extract/statement.h"
#include "ingest/article.h"
#include "segment/document.h"

namespace onrecord {

class Resolver {
 public:
  Resolver();
  ~Resolver();
  Resolver(Resolver&&) noexcept;
  Resolver& operator=(Resolver&&) noexcept;

  // Fills speaker, on_behalf_of, addressee, occasion, medium, said_on and said_on_text of `statements`, which are those of `cascade` over
  // `doc`, in order; adds the answers of an interview that nothing marks as speech (rule "answer"). What the text does not tell stays
  // empty: null beats a guess. Linear in the article's length.
  void resolve(const Article& article, const Document& doc, const Cascade& cascade, std::vector<Statement>& statements);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace onrecord
