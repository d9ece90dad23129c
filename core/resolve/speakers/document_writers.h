// Whose a statement is that is told of as a document: "“It leaks,” the statement said", behind "Reyes said in a statement".
#pragma once

#include <vector>

#include "extract/statement.h"
#include "ingest/article.h"

namespace onrecord {

// Gives what "the statement", "the letter" says to whoever spoke in one of that name just before (its medium), in the order of the text;
// the mention stays as printed. Speakers and media are set already. Near miss: a statement of which nobody is known to have spoken in it.
// Linear: a few statements back are looked at.
void give_documents_to_writers(const Article& article, std::vector<Statement>& statements);

}  // namespace onrecord
